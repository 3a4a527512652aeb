"""Precedents for a comment: words and meaning together, with the reasons why, filters inside each search."""

from drafter.retrieval.finding import Found, Query, own_positions, precedents

__all__ = ["Found", "Query", "own_positions", "precedents"]
