"""What counsel types: comments stand as they are, queries are read, and nothing is an error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.library import Filter, Library
from drafter.library.filters import AllOf, AnyOf, Carries, Said, Wanted, Without
from drafter.providers.hashing import HashingEmbedder
from drafter.retrieval import Query, precedents
from drafter.retrieval.asking import BODY, FIELD, PHRASE, SENTENCE, SHOUTED, TOKEN, typed
from tests.shelf import THE_PARSER, a_letter

A, B, C = Said("a1"), Said("b1"), Said("c1")


@pytest.mark.parametrize(
    ("text", "ranking", "wanted"),
    [
        ('"operating segments" chief', "operating segments chief", Said("operating segments")),
        ("“operating segments” chief", "operating segments chief", Said("operating segments")),
        ("a1 AND b1", "a1 b1", AllOf((A, B))),
        ("a1 OR b1 AND c1", "a1 b1 c1", AnyOf((A, AllOf((B, C))))),
        ("(a1 OR b1) AND c1", "a1 b1 c1", AllOf((AnyOf((A, B)), C))),
        ("a1 NOT b1", "a1", Without(B)),
        ("a1 b1 AND NOT c1", "a1 b1", AllOf((A, B, Without(C)))),
        ("NOT (a1 OR NOT b1) c1", "b1 c1", Without(AnyOf((A, Without(B))))),
        ("heading:a1 b1", "a1 b1", Said("a1", "heading")),
        ('response:"not material" b1', "not material b1", Said("not material", "response")),
        ("authority:ASC 280 b1", "ASC 280 b1", Carries("authority:asc 280")),
        ('authority:"Item 303(b) of Regulation S-K"', None, Carries("authority:regulation s-k item 303(b)")),
        ("company:9800001 b1", "b1", Said("0009800001", "name")),
        ('company:"Quellmar Shipping"', 'company:"Quellmar Shipping"', Said("Quellmar Shipping", "name")),
        ("a1 AND", "a1", A),
        ("OR a1 AND AND b1", "a1 b1", AllOf((A, B))),
    ],
)
def test_a_query_is_read(text: str, ranking: str | None, wanted: Wanted) -> None:
    read = typed(text)
    assert read.wanted == wanted
    assert read.text == (ranking or read.text)


COMMENTS = [
    'We note your use of “Adjusted EBITDA” and "core earnings". Tell us why: are they alike?',
    "Please tell us how you determined your segments and aggregate them, or why you need not.",
    "MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION",
    "We refer to the heading MANAGEMENT'S DISCUSSION AND ANALYSIS on your page",
    "Comment: in your response: see note 4",
    'Unclosed "quote and (bracket AND more',
    "how did others answer on prominence?",
    "ASC 280-10-50-1",
    "NOT",
    "( (",
    "",
]


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_stands_as_it_is(comment: str) -> None:
    assert (typed(comment).text, typed(comment).wanted) == (comment, None)


@pytest.mark.parametrize(
    ("pattern", "example", "near_miss"),
    [
        (FIELD, "heading:goodwill", "Heading: goodwill"),
        (PHRASE, '"operating segments"', '""'),
        (SENTENCE, "determined your segments?", "operating segments"),
        (SHOUTED, "DISCUSSION AND ANALYSIS of", "goodwill AND impairment"),
        (TOKEN, "NOT", "   "),
        (BODY, "ASC", "goodwill"),
    ],
)
def test_a_pattern_of_queries_matches_its_example_alone(
    pattern: re.Pattern[str], example: str, near_miss: str
) -> None:
    assert pattern.search(example)
    assert not pattern.search(near_miss)


TEXTS = {
    "bramlin": "1|Segment Information|Explain your operating segments under ASC 280-10-50-1.|We have one.",
    "quellmar": "1|Taxes|Explain how segments operating at a loss are taxed.|They are taxed as operating segments.",
    "ostrava": "1|Goodwill|Quantify the headroom of goodwill.|The headroom is small.",
}
NAMES = {
    "bramlin": ("Bramlin Foods Corp", "0009800001"),
    "quellmar": ("Quellmar Shipping plc", "0009800002"),
    "ostrava": ("Ostrava Mills Company", "0009800003"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("library"), HashingEmbedder(), THE_PARSER)
    library.add(a_letter("company", n, *NAMES[n], "2021-03-04", row) for n, row in TEXTS.items())
    return library


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ('"operating segments"', {"Bramlin", "Quellmar"}),
        ('comment:"operating segments"', {"Bramlin"}),
        ('"segments operating"', {"Quellmar"}),
        ("segments AND goodwill", set()),
        ("segments OR goodwill", {"Bramlin", "Quellmar", "Ostrava"}),
        ("headroom NOT goodwill", {"Bramlin", "Quellmar"}),
        ("heading:taxes", {"Quellmar"}),
        ("company:ostrava", {"Ostrava"}),
        ("company:9800003", {"Ostrava"}),
        ('authority:"ASC 280"', {"Bramlin"}),
        ("authority:ASC 280 segments", {"Bramlin"}),
        ("(heading:taxes OR heading:goodwill) AND NOT response:small", {"Quellmar"}),
    ],
)
def test_what_a_query_asks_holds_in_both_searches(text: str, companies: set[str], library: Library) -> None:
    found = precedents(library, Query(text), 5)
    assert {p.pair.matter.company.split()[0] for p in found.precedents} == companies
    assert found.note == ("" if companies else "No pair is as the operators, fields and quotes ask.")


PIECES = st.sampled_from(
    [
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        '"',
        "heading:",
        "company:x",
        "authority:ASC 280",
        "goodwill",
        " ",
        ":",
        "的",
        "-",
    ]
)


@given(
    st.lists(PIECES, max_size=14).map(" ".join)
    | st.lists(PIECES, max_size=14).map("".join)
    | st.text(max_size=60)
)
@settings(max_examples=150, deadline=None)
def test_no_text_is_an_error(library: Library, text: str) -> None:
    found = precedents(library, Query(text), 3)
    assert len(found.precedents) <= 3
    assert typed(text).wanted or len(found.precedents) == (3 if text.strip() else 0)


def test_a_filter_and_a_query_both_hold(library: Library) -> None:
    asked = Query('"operating segments"', filter=Filter(not_company="Bramlin Foods"))
    assert [p.pair.id for p in precedents(library, asked, 5).precedents] == ["quellmar#1"]
