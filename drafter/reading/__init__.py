"""Bytes to lines with looks."""
