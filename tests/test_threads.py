"""Letters of one review together, rounds counted, prior comments found, and where each comment stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.domain import Comment, Filing, Kind, Letter, Matter, Response, Side, Status
from drafter.parsing import Parsed
from drafter.parsing.comments import returned_to
from drafter.parsing.reviews import Review, reviews, told
from drafter.parsing.standing import PRIOR, priors, standings
from drafter.parsing.threads import Thread, threads, tied

TEN_K = Filing("10-K", date(2020, 12, 31), date(2021, 2, 20))
S_4 = Filing("S-4", None, date(2021, 6, 1))
HARROWGATE = Matter("Harrowgate Tools, Inc.", "", ("001-98001",), (TEN_K,))


def a_letter(name: str, day: str, side: str = "staff", kind: str = "comments", **changes: object) -> Letter:
    letter = Letter(name, Side(side), Kind(kind), HARROWGATE, date.fromisoformat(day))
    return replace(letter, **changes)  # type: ignore[arg-type]


def ids(found: tuple[Thread, ...]) -> list[list[str]]:
    return [[letter.id for letter in thread.letters] for thread in found]


def rounds(thread: Thread) -> dict[str, int]:
    return {letter.id: letter.round for letter in thread.letters}


ASKED = a_letter("asked", "2021-03-01")
ANSWERED = a_letter("answered", "2021-03-15", "company", "response", answers=(date(2021, 3, 1),))
ASKED_AGAIN = a_letter("asked again", "2021-04-01", round=2)
ANSWERED_AGAIN = a_letter("answered again", "2021-04-15", "company", "response", answers=(date(2021, 4, 1),))
DONE = a_letter("done", "2021-05-01", kind="review_completed")
REVIEW = (ASKED, ANSWERED, ASKED_AGAIN, ANSWERED_AGAIN, DONE)


def test_the_letters_of_a_review_are_together_in_order_of_date() -> None:
    assert ids(threads(REVIEW[::-1])) == [["asked", "answered", "asked again", "answered again", "done"]]


def test_each_answer_has_the_round_of_what_it_answers() -> None:
    (thread,) = threads(REVIEW)
    assert rounds(thread) == {"asked": 1, "answered": 1, "asked again": 2, "answered again": 2, "done": 2}


def test_a_copy_of_a_staff_letter_opens_no_round() -> None:
    (thread,) = threads([*REVIEW, replace(ASKED, id="asked in html")])
    assert rounds(thread) == {**rounds(threads(REVIEW)[0]), "asked in html": 1}


def test_the_file_number_alone_joins_no_two_reviews() -> None:
    next_year = replace(HARROWGATE, filings=(Filing("10-K", date(2021, 12, 31)),))
    later = a_letter("later", "2022-03-01", matter=next_year)
    assert ids(threads([ASKED, later])) == [["asked"], ["later"]]


def test_a_late_letter_on_the_same_filing_is_of_the_same_review() -> None:
    assert ids(threads([ASKED, a_letter("late", "2021-12-01")])) == [["asked", "late"]]


def test_a_file_number_with_and_without_zeros_is_one_company() -> None:
    bare = replace(HARROWGATE, company="HARROWGATE TOOLS", file_numbers=("1-98001",))
    assert ids(threads([ASKED, replace(ANSWERED, matter=bare)])) == [["asked", "answered"]]


def test_letters_of_two_companies_are_never_together() -> None:
    other = Matter("Wexcombe Kilns plc", "0009800002", ("001-98002",), (TEN_K,))
    assert ids(threads([ASKED, a_letter("other", "2021-03-02", matter=other)])) == [["asked"], ["other"]]


def test_a_name_that_two_ciks_bear_joins_neither() -> None:
    one, other = (Matter("Harrowgate Tools", cik, (), (TEN_K,)) for cik in ("0009800001", "0009800002"))
    nameless, named = replace(one, cik=""), replace(one, company="Harrowgate Tools Holdings")
    letters = [
        a_letter(name, f"2021-03-0{day}", matter=matter)
        for day, (name, matter) in enumerate(zip("abcd", (one, other, nameless, named), strict=True), 1)
    ]
    assert ids(threads(letters)) == [["a", "d"], ["b"], ["c"]]
    assert ids(threads([letters[0], *letters[2:]])) == [["a", "c", "d"]]


def test_a_registration_inside_a_review_counts_its_own_rounds() -> None:
    matter = replace(HARROWGATE, file_numbers=("333-98001",), filings=(S_4,))
    (thread,) = threads([*REVIEW, a_letter("merger", "2021-06-10", matter=matter)])
    assert rounds(thread)["merger"] == 1


def test_a_registration_goes_on_from_its_draft() -> None:
    draft = replace(HARROWGATE, file_numbers=(), filings=(Filing("DRS", None, date(2021, 1, 4)),))
    public = replace(
        HARROWGATE, file_numbers=("333-98001",), filings=(Filing("S-1", None, date(2021, 3, 4)),)
    )
    (thread,) = threads(
        [a_letter("one", "2021-02-01", matter=draft), a_letter("two", "2021-03-20", matter=public, round=2)]
    )
    assert rounds(thread) == {"one": 1, "two": 2}


def test_a_response_after_long_silence_opens_a_review_where_the_staff_letter_is_missing() -> None:
    matter = replace(HARROWGATE, filings=(Filing("10-K", date(2021, 12, 31)),))
    later = a_letter("later", "2022-03-15", "company", "response", matter=matter, answers=(date(2022, 3, 1),))
    assert ids(threads([ANSWERED, later])) == [["answered"], ["later"]]


def test_a_letter_that_names_nothing_is_alone() -> None:
    assert ids(threads([ASKED, a_letter("nameless", "2021-03-02", matter=Matter())])) == [
        ["asked"],
        ["nameless"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ASKED, ASKED_AGAIN, True),
        (ASKED, replace(ANSWERED, matter=Matter("Harrowgate Tools")), True),
        (ASKED, replace(ASKED_AGAIN, matter=replace(HARROWGATE, filings=(S_4,))), False),
        (
            ASKED,
            replace(ASKED_AGAIN, matter=replace(HARROWGATE, filings=(Filing("10-K/A", date(2020, 12, 31)),))),
            True,
        ),
    ],
)
def test_letters_are_tied_by_filing_or_by_answer(one: Letter, other: Letter, expected: bool) -> None:
    assert (tied(one, other), tied(other, one)) == (expected, expected)


# Reviews of other companies: what letters leave out, and what goes on beside


def filing(form: str, day: str = "", number: str = "001-98001") -> Matter:
    filed = date.fromisoformat(day) if day else None
    return replace(HARROWGATE, file_numbers=(number,) * bool(number), filings=(Filing(form, None, filed),))


BARE = Matter("Harrowgate Tools, Inc.")
BOTH = replace(filing("10-K", "2020-12-01"), file_numbers=("001-98001", "333-98007"))
SUBSIDIARY = replace(BOTH, company="Harrowgate Finance LLC", file_numbers=("333-98007",))
UNDATED = Letter("undated", Side.COMPANY, Kind.RESPONSE, BARE, None, (date(2020, 1, 5),))
CASES: dict[str, tuple[list[Letter], list[list[str]]]] = {
    "two reports of one year, each with its own review": (
        [
            a_letter("k", "2021-02-01", matter=filing("10-K", "2020-12-01")),
            a_letter("k done", "2021-03-01", kind="review_completed", matter=filing("10-K", "2020-12-01")),
            a_letter("q", "2021-09-01", matter=filing("10-Q", "2021-08-01")),
            a_letter("q told", "2021-09-14", "company", "response", matter=BARE, answers=(date(2021, 9, 1),)),
        ],
        [["k", "k done"], ["q", "q told"]],
    ),
    "a late answer goes to the letter that it names, not to the latest": (
        [
            a_letter("k", "2021-02-01", matter=filing("10-K", "2020-12-01")),
            a_letter("s", "2021-07-01", matter=filing("S-3", "2021-06-20", "333-98009")),
            a_letter("k told", "2021-07-09", "company", "response", matter=BARE, answers=(date(2021, 2, 1),)),
        ],
        [["k", "k told"], ["s"]],
    ),
    "a draft registration, its public filing, and the request that ends it": (
        [
            a_letter("drs", "2021-01-10", matter=filing("DRS", "2020-12-15", "")),
            a_letter("drs again", "2021-03-01", matter=filing("DRS/A", "2021-02-12", ""), round=2),
            a_letter("s-1", "2021-08-20", matter=filing("S-1", "2021-08-01", "333-98003"), round=2),
            a_letter("go", "2021-09-20", "company", "acceleration", matter=filing("S-1", "", "333-98003")),
        ],
        [["drs", "drs again", "s-1", "go"]],
    ),
    "two registrations of one company in quiet times apart": (
        [
            a_letter("one", "2020-01-10", matter=filing("S-4", "2020-01-02", "333-98004")),
            a_letter(
                "other", "2020-09-10", kind="no_review", matter=filing("S-4", "2020-09-02", "333-98005")
            ),
            a_letter("go", "2020-09-15", "company", "acceleration", matter=filing("S-4", "", "333-98005")),
        ],
        [["one"], ["other", "go"]],
    ),
    "a registrant and the subsidiary that registers beside it": (
        [
            a_letter("both", "2021-02-01", matter=BOTH),
            a_letter("one", "2021-02-15", "company", "response", matter=SUBSIDIARY),
        ],
        [["both", "one"]],
    ),
    "letters that name co-registrants, a former name or a state": (
        [
            a_letter("plain", "2021-02-01", matter=replace(BARE, company="Harrowgate Tools, Inc.")),
            a_letter(
                "beside",
                "2021-02-03",
                matter=replace(BARE, company="Harrowgate Tools Inc. and Co-Registrants"),
            ),
            a_letter(
                "former",
                "2021-02-05",
                matter=replace(BARE, company="HARROWGATE TOOLS INC (f/k/a Harrow Corp.)"),
            ),
            a_letter("state", "2021-02-07", matter=replace(BARE, company="HARROWGATE TOOLS INC /DE/")),
        ],
        [["plain", "beside", "former", "state"]],
    ),
    "letters that name no company are nobody's, whatever stands for a name": (
        [
            a_letter("one", "2021-02-01", matter=replace(BARE, company="The Company")),
            a_letter("other", "2021-02-03", matter=replace(BARE, company="Company, Inc.")),
        ],
        [["one"], ["other"]],
    ),
    "a letter without a filing in busy times goes where letters went last": (
        [
            a_letter("k", "2021-01-05", matter=filing("10-K", "2020-12-01")),
            a_letter("s", "2021-06-01", matter=filing("S-3", "2021-05-20", "333-98009")),
            a_letter("k again", "2021-09-20", matter=filing("10-K", "2020-12-01")),
            a_letter("note", "2021-10-01", "company", "response", matter=BARE),
        ],
        [["k", "k again", "note"], ["s"]],
    ),
    "a letter after years of silence begins anew, even on the same form": (
        [
            a_letter("old", "2018-01-05", matter=filing("S-3", "", "")),
            a_letter("new", "2021-01-05", matter=filing("S-3", "", ""), round=2),
        ],
        [["old"], ["new"]],
    ),
    "an undated letter goes to what it answers": (
        [
            a_letter("k", "2020-01-05", matter=filing("10-K", "2019-12-01")),
            a_letter("q", "2021-01-05", matter=filing("10-Q", "2020-12-01")),
            UNDATED,
        ],
        [["k", "undated"], ["q"]],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_letters_are_put_in_the_right_review(case: str) -> None:
    letters, expected = CASES[case]
    assert ids(threads(letters)) == expected
    assert ids(threads(letters[::-1])) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["staff", "company"]),
            st.sampled_from(list(Kind)),
            st.integers(0, 2000),
            st.sampled_from(["", "Harrowgate Tools", "Wexcombe Kilns"]),
            st.booleans(),
        ),
        max_size=20,
    )
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_letter_is_in_exactly_one_review(drawn: list[tuple[str, Kind, int, str, bool]]) -> None:
    letters = [
        Letter(
            str(n), Side(side), kind, Matter(name), date(2015, 1, 1) + timedelta(days=day) if dated else None
        )
        for n, (side, kind, day, name, dated) in enumerate(drawn)
    ]
    placed = [letter.id for thread in threads(letters) for letter in thread.letters]
    assert sorted(placed) == sorted(letter.id for letter in letters)
    assert all(letter.round >= 1 for thread in threads(letters) for letter in thread.letters)


def parsed(letter: Letter, *comments: tuple[str, str, str], answers: tuple[str, ...] = ()) -> Parsed:
    asked = tuple(Comment(letter.id, n, text, follows=follows) for n, text, follows in comments)
    return Parsed(letter, (), asked, tuple(Response(letter.id, (n,), "Because.") for n in answers))


FIRST = parsed(ASKED, ("1", "Tell us why.", ""), ("2", "Tell us how.", ""), ("3", "Tell us when.", ""))
REPLY = parsed(ANSWERED, answers=("1", "2"))
SECOND = parsed(ASKED_AGAIN, ("1", "We note your response to prior comment 2. Tell us more.", "2"))


def stands(*read: Parsed) -> dict[tuple[str, str], tuple[Status, str]]:
    (thread,) = threads([one.letter for one in read])
    found = standings(thread, {one.letter.id: one for one in read})
    return {(s.letter, s.number): (s.status, s.basis) for s in found}


def test_a_comment_is_open_until_it_is_answered() -> None:
    found = stands(FIRST, REPLY)
    assert found["asked", "1"] == (Status.ANSWERED, "answered in the letter of 2021-03-15")
    assert found["asked", "3"] == (Status.OPEN, "no answer to it is at hand")


def test_a_comment_that_is_returned_to_is_followed_up() -> None:
    found = stands(FIRST, REPLY, SECOND)
    assert found["asked", "2"] == (Status.FOLLOWED_UP, "comment 1 of the letter of 2021-04-01 returns to it")
    assert found["asked again", "1"][0] is Status.OPEN


def test_a_completed_review_closes_its_comments() -> None:
    found = stands(FIRST, REPLY, SECOND, parsed(DONE))
    assert {status for status, _ in found.values()} == {Status.CLOSED}
    assert found["asked", "3"][1] == "the staff completed its review on 2021-05-01"


def test_a_prior_comment_is_found_in_the_letter_that_the_comment_dates() -> None:
    third = a_letter("third", "2021-05-10", round=3)
    named = parsed(third, ("1", "We note your response to comment 1 in our letter dated March 1, 2021.", "1"))
    later = parsed(third, ("1", "We note your response to prior comment 1.", "1"))
    (thread,) = threads([ASKED, ANSWERED, ASKED_AGAIN, third])
    read = {"asked": FIRST, "asked again": SECOND}
    assert priors(named.comments[0], thread.letters[-1], thread, read) == (
        (thread.letters[0], FIRST.comments[0]),
    )
    assert priors(later.comments[0], thread.letters[-1], thread, read) == (
        (thread.letters[2], SECOND.comments[0]),
    )


def test_a_prior_comment_without_a_number_is_known_where_there_is_one_alone() -> None:
    third = a_letter("third", "2021-05-10", round=3)
    (thread,) = threads([ASKED, ASKED_AGAIN, third])
    unnumbered = Comment("third", "1", "We note your response to our comment. Tell us more.")
    assert priors(unnumbered, thread.letters[-1], thread, {"asked again": SECOND}) == (
        (thread.letters[1], SECOND.comments[0]),
    )
    assert priors(unnumbered, thread.letters[1], thread, {"asked": FIRST}) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We note your response to our comment.", True),
        ("As asked in our prior comment, tell us", True),
        ("We comment on your prior disclosure", False),
    ],
)
def test_a_comment_says_that_it_returns_to_another(text: str, expected: bool) -> None:
    assert bool(PRIOR.search(text)) is expected


# Reviews as a whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We note your response to prior comment 2.", ("2",)),
        ("We note your responses to prior comments 2, 3 and 5.", ("2", "3", "5")),
        (
            "We note your responses to prior comments 2 through 4 and to prior comment six.",
            ("2", "3", "4", "6"),
        ),
        ("We note your response to comment 3 and 10-K disclosure.", ("3",)),
        ("We note your response to comment 4, 12% of sales.", ("4",)),
        ("We note that you hold kilns.", ()),
    ],
)
def test_a_comment_names_all_that_it_returns_to(text: str, expected: tuple[str, ...]) -> None:
    assert returned_to(text) == expected


def whole(*read: Parsed) -> Review:
    (review,) = reviews([told(one) for one in read])
    return review


def test_a_comment_returns_to_several_and_each_answer_is_named() -> None:
    both = parsed(ASKED_AGAIN, ("1", "We note your responses to prior comments 1 and 2.", "1"))
    spined = [
        replace(t, spine="asked") if t.letter.id == "answered" else t for t in map(told, (FIRST, REPLY, both))
    ]
    (review,) = reviews(spined)
    assert review.priors(review.letters[-1], "1") == (("answered", "1"), ("answered", "2"))


S_1 = Matter("Harrowgate Tools, Inc.", "", ("333-98003",), (Filing("S-1", None, date(2021, 3, 4)),))
GO = a_letter("go", "2021-06-01", "company", "acceleration", matter=replace(S_1, filings=(Filing("S-1"),)))


def test_a_request_for_effectiveness_closes_what_was_asked_on_the_registration() -> None:
    asked = parsed(a_letter("s-1", "2021-04-01", matter=S_1), ("1", "Tell us why.", ""))
    drafted = replace(S_1, file_numbers=(), filings=(Filing("DRS", None, date(2021, 1, 4)),))
    before = parsed(a_letter("drs", "2021-02-01", matter=drafted), ("1", "Tell us how.", ""))
    found = stands(before, asked, parsed(GO))
    assert set(found.values()) == {
        (Status.CLOSED, "effectiveness was asked for without more comments on 2021-06-01")
    }


def test_a_request_for_effectiveness_before_more_comments_closes_nothing() -> None:
    asked = parsed(a_letter("s-1", "2021-04-01", matter=S_1), ("1", "Tell us why.", ""))
    more = parsed(a_letter("more", "2021-06-10", matter=S_1), ("1", "Tell us how.", ""))
    assert {status for status, _ in stands(asked, parsed(GO), more).values()} == {Status.OPEN}


@pytest.mark.parametrize(
    ("done_on", "closed"),
    [
        (HARROWGATE, True),  # the same report
        (
            replace(HARROWGATE, filings=(Filing("10-Q", date(2021, 3, 31)),)),
            True,
        ),  # reports are reviewed together
        (Matter("Harrowgate Tools, Inc."), True),  # of no filing that it names
        (replace(HARROWGATE, filings=(S_4,), file_numbers=("333-98008",)), False),
    ],
)
def test_a_completion_closes_what_it_is_about(done_on: Matter, closed: bool) -> None:
    other = parsed(
        a_letter(
            "merger", "2021-04-20", matter=replace(HARROWGATE, filings=(S_4,), file_numbers=("333-98008",))
        ),
        ("1", "Tell us when.", ""),
    )
    found = stands(FIRST, other, parsed(replace(DONE, matter=done_on)))
    assert (found["asked", "1"][0] is Status.CLOSED) is closed


def test_each_filings_letters_are_public_by_the_end_of_its_own_review() -> None:
    merger = replace(HARROWGATE, filings=(S_4,), file_numbers=("333-98008",))
    asked = parsed(a_letter("merger", "2021-05-20", matter=merger), ("1", "Tell us when.", ""))
    ended = parsed(a_letter("end", "2021-07-01", kind="review_completed", matter=merger))
    review = whole(FIRST, REPLY, parsed(DONE), asked, ended)
    first, _, _, second, _ = review.letters
    assert review.released_of(first, "1") == date(2021, 5, 28)
    assert (review.released_of(second, "1"), review.released) == (date(2021, 7, 30), date(2021, 7, 30))


def test_letters_without_a_day_are_public_on_none() -> None:
    review = whole(replace(FIRST, letter=replace(ASKED, sent=None)))
    assert (review.released, review.open) == (None, {"asked": 3})


def test_what_edgar_tells_of_a_letters_release_is_taken_for_it() -> None:
    (review,) = reviews([told(FIRST), told(REPLY, released=date(2021, 9, 1)), told(parsed(DONE))])
    asked, answered, _ = review.letters
    assert review.released_of(answered, "1") == date(2021, 9, 1)
    assert review.released_of(asked, "1") == date(2021, 5, 28)
