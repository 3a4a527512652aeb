"""What the word index (Tantivy) keeps of a pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tantivy

from drafter.providers.terms import terms

PARTS = ("heading", "comment", "response")  # with the places of their words, for phrases
ASKED = "asked"  # heading and comment, where a word said again adds less and less


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of one pair. `day` and `released` are ordinals of dates, 0 where unknown."""

    id: str
    company: str
    name: str
    labels: tuple[str, ...]
    day: int
    released: int
    heading: str
    comment: str
    response: str


def schema() -> Any:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("company", "label"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("day", "released"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_integer_field("size", indexed=False, fast=True)
    for name in (*PARTS, "name"):
        builder.add_text_field(name, tokenizer_name="terms", index_option="position")
    for name in (ASKED, "whole"):
        builder.add_text_field(name, tokenizer_name="terms", index_option="freq")
    return builder.build()


def whitespace() -> Any:
    """What parts the words of a text that is kept, which `document` has put apart by spaces."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def document(entry: Entry) -> Any:
    """The entry as Tantivy takes it."""
    made = tantivy.Document(id=entry.id, company=entry.company)
    for value in entry.labels:
        made.add_text("label", value)
    made.add_integer("day", entry.day)
    made.add_integer("released", entry.released)
    parts = [" ".join(terms(text)) for text in (entry.heading, entry.comment, entry.response)]
    for name, words in zip(PARTS, parts, strict=True):
        made.add_text(name, words)
    made.add_text(ASKED, asked := " ".join(parts[:2]))
    made.add_integer("size", len(asked.split()))
    made.add_text("whole", " ".join(parts))
    made.add_text("name", " ".join(terms(entry.name)))
    return made
