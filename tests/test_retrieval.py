"""Retrieval: what counsel sees first, why, and what never counts as a precedent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain import Comment
from drafter.library import Filter, Library
from drafter.library.filters import label
from drafter.providers import embedder
from drafter.retrieval import Query, own_positions, precedents, ranking
from drafter.retrieval.ranking import WEIGHTS, asked, ranked, together
from drafter.retrieval.reasons import FORM, NOTE, PAGE, reasons, superseded
from drafter.retrieval.rules import cited_labels, on_other_rules
from tests.conftest import a_pair
from tests.shelf import THE_PARSER, a_letter

HARROWGATE = ("Harrowgate Tools, Inc.", "0009800000")
ROWS = (
    (
        "bramlin",
        "Bramlin Foods Corp",
        "0009800001",
        "2019-05-03",
        "1|Segment Information|Please explain how you identified your operating segments. Refer to ASC "
        "280-10-50-1.|We have one segment: see ASC 280.",
        "2|Note 4. Goodwill|Please quantify the headroom of each reporting unit.|The headroom is 12%.",
    ),
    (
        "quellmar",
        "Quellmar Shipping plc",
        "0009800002",
        "2020-06-10",
        "1|Segments|Tell us why your fleets are no separate segments under ASC 280-10-50-10.|They are alike.",
        "2|Exhibits|Please file the consent of your auditor.|We have filed it.",
    ),
    (
        "harrow1",
        *HARROWGATE,
        "2018-03-04",
        "1|Key Metrics|Please disclose the renewal rate of your subscriptions.|We manage by no such rate.",
        "2|Segment Information|Please explain how you identified your operating segments.|By what we see.",
    ),
    ("harrow2", *HARROWGATE, "2021-03-04", "1|Taxes|Explain your effective tax rate.|It fell with the mix."),
)
SEGMENTS = Query(
    "Tell us how you determined your operating segments and cite the guidance in ASC 280-10-50-1.",
    ("Notes to Financial Statements", "Segment Information, page 44"),
    HARROWGATE[0],
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("library"), embedder(), THE_PARSER)
    library.add(a_letter("company", *row) for row in ROWS)
    return library


def test_the_same_issue_and_ask_comes_first(library: Library) -> None:
    found = precedents(library, SEGMENTS, 4)
    assert [p.pair.id for p in found.precedents][:2] == ["bramlin#1", "quellmar#1"]
    assert found.close
    assert [p.score for p in found.precedents] == sorted((p.score for p in found.precedents), reverse=True)
    assert all(0 <= p.score <= 1 for p in found.precedents)


def test_what_a_comment_asks_for_means_as_much_as_the_whole_of_it(library: Library) -> None:
    text = (
        "We note that you have one segment. Please quantify the headroom of each unit. Tell us why it fell."
    )
    meant = asked(text, ("Goodwill",)).meant
    assert meant == (
        f"Goodwill\n{text}",
        "Please quantify the headroom of each unit.",
        "Tell us why it fell.",
    )
    whole, *asks = (library.direction(one) for one in meant)
    both = library.direction(*meant)
    assert both @ both == pytest.approx(1)
    assert both @ whole == pytest.approx(both @ sum(asks) / np.linalg.norm(sum(asks)))


def test_a_phrase_that_asks_for_nothing_means_what_it_says() -> None:
    assert asked("renewal rate", ()).meant == ("renewal rate",)


def test_a_comment_of_a_later_round_is_about_what_the_comment_is_about_that_it_returns_to(
    library: Library,
) -> None:
    bare = Query("We note your response to prior comment 1. Please tell us more about the fleets.")
    first = Comment("", "1", "Quantify the headroom of each reporting unit.", ("Note 4. Goodwill",))
    assert precedents(library, bare, 1).precedents[0].pair.id == "quellmar#1"
    found = precedents(library, replace(bare, returns_to=first), 1).precedents[0]
    assert found.pair.id == "bramlin#2"
    assert found.reasons[0] == "same heading: Goodwill"


def test_a_comment_asks_for_its_own_requests_alone_also_beside_the_one_it_returns_to() -> None:
    one = asked("We note your response. Please revise it under ASC 350-20.", ("Form 10-K",))
    earlier = asked("Please quantify the headroom. Refer to ASC 350-20-35-3C.", ("Goodwill",))
    both = together(one, earlier)
    assert both.meant == (f"{one.whole} {earlier.whole}", "Please revise it under ASC 350-20.")
    assert both.actions == one.actions
    assert both.text == f"{one.text} {earlier.text}"
    assert both.heading == ("Goodwill", "Form 10-K")
    assert both.cited == ("ASC 350-20", "ASC 350-20-35-3C")
    assert both.about == one.about == earlier.about


@pytest.mark.parametrize(
    ("mine", "theirs", "shared", "apart"),
    [
        ("ASC 280-10-50-1", "ASC 280-10-50-40", False, False),  # one topic of the Codification
        ("ASC 280-10-50-1", "ASC 606-10-50-5", False, True),
        ("ASC 280-10-50-1", "ASC 606-10-50-5", True, True),
        ("Regulation S-K Item 303(b)", "Regulation S-K Item 402(b)", False, False),  # one body of rules
        ("Regulation S-K Item 10(e)(1)(i)", "Non-GAAP C&DI Question 102.10", True, False),
        ("Regulation S-K Item 10(e)(1)(i)", "Schedule 14A Item 5", False, True),
        ("Schedule 14A Item 14", "Schedule 14C Item 1", False, False),
        ("Release 33-8350", "ASU 2014-09", False, True),
        ("Regulation S-K Item 303", "", False, False),
        ("", "ASC 606-10-50-5", False, False),
    ],
)
def test_a_pair_rests_on_other_rules_where_it_cites_but_nothing_on_the_subject(
    mine: str, theirs: str, shared: bool, apart: bool
) -> None:
    subject = label("topic", "mdna.results")
    labels = {*cited_labels(filter(None, [theirs])), *([subject] if shared else [])}
    assert on_other_rules(cited_labels(filter(None, [mine])), [subject], labels) is apart


def test_what_rests_on_other_rules_falls_back(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    question = asked("Tell us how you determined your operating segments under ASC 350-20.", ("Segments",))

    def scores() -> dict[str, float]:
        return {s.id: s.score for s in ranked(library, question, library.sieve(Filter()), 9)}

    less = scores()
    monkeypatch.setattr(ranking, "OTHER_RULES", 0.0)
    falls = {id_: score - less[id_] for id_, score in scores().items()}
    fallen = {"bramlin#1", "quellmar#1"}  # both cite ASC 280 and nothing else
    assert {id_ for id_, fall in falls.items() if fall} == fallen
    assert all(falls[id_] == pytest.approx(0.6 / sum(WEIGHTS.values())) for id_ in fallen)
    assert list(less.values()) == sorted(less.values(), reverse=True)


def test_every_hit_says_why_it_was_found(library: Library) -> None:
    first, second, *_ = precedents(library, SEGMENTS, 4).precedents
    assert first.found_by == ("words", "meaning")
    assert first.reasons[:2] == ("cites ASC 280-10-50-1", "same heading: Segment Information")
    assert "cites ASC 280-10-50, as does the comment in part" in second.reasons


def test_the_companys_own_pairs_are_never_precedents(library: Library) -> None:
    for company in (HARROWGATE[0], HARROWGATE[1], "9800000", "HARROWGATE TOOLS", "Nobody | 9800000 |"):
        found = precedents(library, replace(SEGMENTS, company=company), 10)
        assert {p.pair.matter.cik for p in found.precedents} == {"0009800001", "0009800002"}


def test_own_positions_stand_apart_with_their_date(library: Library) -> None:
    own = own_positions(library, SEGMENTS, 5)
    assert [(p.pair.id, p.pair.sent) for p in own] == [("harrow1#2", date(2018, 3, 4))]
    assert own_positions(library, replace(SEGMENTS, company=""), 5) == ()
    assert own_positions(library, replace(SEGMENTS, company="Nobody"), 5) == ()


def test_own_positions_are_earlier_than_the_day_asked_for(library: Library) -> None:
    tax = Query("Explain the change of your effective tax rate.", ("Taxes",), HARROWGATE[1])
    assert [p.pair.id for p in own_positions(library, tax, 5)] == ["harrow2#1"]
    before = replace(tax, filter=Filter(before=date(2021, 3, 4)))
    assert own_positions(library, before, 5) == ()


@pytest.mark.parametrize(
    ("asked_for", "expected"),
    [
        (Filter(not_company="Bramlin Foods"), {"quellmar#1", "quellmar#2"}),
        (Filter(company="Quellmar Shipping"), {"quellmar#1", "quellmar#2"}),
        (Filter(company="Quellmar Shipping | 9800001", authority="ASC 280"), {"bramlin#1", "quellmar#1"}),
        (Filter(not_company="Quellmar Shipping | Bramlin Foods"), set()),
        (Filter(since=date(2020, 1, 1)), {"quellmar#1", "quellmar#2"}),
        (Filter(authority="ASC 280"), {"bramlin#1", "quellmar#1"}),
        (Filter(authority="ASC 280-10-50-1"), {"bramlin#1"}),
        (Filter(company=HARROWGATE[0]), set()),
    ],
)
def test_a_filter_holds_inside_the_search(asked_for: Filter, expected: set[str], library: Library) -> None:
    found = precedents(library, replace(SEGMENTS, filter=asked_for), 10)
    assert {p.pair.id for p in found.precedents} == expected


def test_nothing_near_is_said_to_be_far(library: Library) -> None:
    found = precedents(library, Query("Describe the ownership structure of the volcano observatory."), 3)
    assert not found.close
    assert len(found.precedents) == 3


ODD = ['"', 'a AND (b OR "c', "text:~*?^[ TO }", "+-!(){}[]^~*?:\\/", "\x00\ud800", "NOT", "的", "x" * 50_000]


@pytest.mark.parametrize("text", ODD)
def test_odd_input_is_searched_for_all_the_same(text: str, library: Library) -> None:
    assert len(precedents(library, Query(text, (text,), text), 2).precedents) == 2


@given(text=st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_text_is_answered(text: str, library: Library) -> None:
    found = precedents(library, Query(text), 3)
    assert len(found.precedents) == (3 if text.strip() else 0)


@pytest.mark.parametrize("count", [0, -1])
def test_none_asked_for_is_none_found(count: int, library: Library) -> None:
    assert precedents(library, SEGMENTS, count).precedents == ()


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    library = Library.open(tmp_path, embedder(), THE_PARSER)
    assert precedents(library, SEGMENTS, 3).precedents == ()


def test_each_respect_has_a_weight(library: Library) -> None:
    best, *_ = ranked(library, asked(SEGMENTS.text, SEGMENTS.heading), library.sieve(Filter()), 50)
    assert best.id == "bramlin#1"
    assert sum(WEIGHTS.values()) == pytest.approx(4.4)
    assert min(WEIGHTS.values()) > 0


def test_only_the_first_candidates_are_looked_at_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = asked(SEGMENTS.text, SEGMENTS.heading)
    every = list(ranked(library, asked_for, library.sieve(Filter()), 50))
    monkeypatch.setattr(ranking, "LOOKED_AT", 1)
    fewer = list(ranked(library, asked_for, library.sieve(Filter()), 50))
    before = {s.id: s.score for s in every}
    assert fewer[0] == every[0]
    assert {s.id for s in fewer} == set(before)
    assert all(s.score <= before[s.id] for s in fewer[1:])
    assert fewer[1].score < before[fewer[1].id]


def test_words_of_an_answer_alone_find_its_pair_without_meaning_too(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fell = asked("fell with mix", ())
    with monkeypatch.context() as away:
        away.setattr(library, "by_meaning", lambda *_: {})
        found, *_ = ranked(library, fell, library.sieve(Filter()), 50)
    assert (found.id, found.found_by) == ("harrow2#1", ("words",))
    near = library.likeness(library.direction(*fell.meant), [found.id])
    assert found.nearness == pytest.approx(max(near["harrow2#1"], 0))


def test_nearness_is_about_two_for_the_same_comment(library: Library) -> None:
    same = asked("Please quantify the headroom of each reporting unit.", ("Note 4. Goodwill",))
    best, *_ = ranked(library, same, library.sieve(Filter()), 50)
    assert best.id == "bramlin#2"
    assert best.nearness == pytest.approx(2, abs=0.3)


@pytest.mark.parametrize(
    ("answer", "on", "expected"),
    [
        (
            "Under ASC 605-25-25-2 we separate the elements.",
            date(2020, 1, 2),
            ("rests on guidance superseded since: ASC 605-25-25-2 (now ASC 606-10-25-14 to 25-22)",),
        ),
        ("Under ASC 605-25-25-2 we separate the elements.", date(2016, 1, 2), ()),
        ("Under ASC 606-10-25-14 we separate the obligations.", date(2020, 1, 2), ()),
        ("We separate them.", date(2020, 1, 2), ()),
    ],
)
def test_guidance_superseded_since_is_told(answer: str, on: date, expected: tuple[str, ...]) -> None:
    assert superseded(a_pair(response=answer), on) == expected


def test_reasons_are_empty_where_nothing_can_be_named() -> None:
    question = asked("Describe the volcano.", ())
    assert reasons(question, a_pair("Please tell us why."), frozenset()) == ()


@pytest.mark.parametrize(
    ("pattern", "example", "near_miss"),
    [
        (PAGE, "Goodwill, page 41", "Pages of History Inc"),
        (PAGE, "Note 3, pages F-12 and F-13", "Homepage 3"),
        (NOTE, "Note 12. Leases", "Notes to Financial Statements"),
        (NOTE, "Item 7A - Market Risk", "Items of Note"),
        (FORM, "Form 10-K for the Year Ended", "Format of the report"),
        (FORM, "Exhibit 99.1", "Exhibition income"),
    ],
)
def test_a_pattern_of_headings_matches_its_example_alone(
    pattern: re.Pattern[str], example: str, near_miss: str
) -> None:
    assert pattern.search(example)
    assert not pattern.search(near_miss)
