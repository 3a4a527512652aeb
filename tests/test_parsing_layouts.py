"""How response letters may be laid out: each with answers that speak of the Company, and with bare prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from drafter.domain import Kind, Line
from drafter.parsing import Parsed, parse
from tests.lettering import laid
from tests.test_parsing import FILE, FOUR, HEAD, ONE, SAY, SHOW, SUM, TAIL, THREE, TWO

Read = tuple[str, str, str]
"""Number, comment and answer."""

ASKED = (ONE, TWO, THREE, FOUR)
SPOKEN = (SAY, SHOW, SUM, FILE)
BARE = (
    "Returns are booked when the goods arrive at our depot in Quarry.",
    "Gross margin now stands first in both tables.",
    "Price added $4 million and volume added $2 million in 2019.",
    "An exhibit index with the supply agreement has been added.",
)
HEADINGS = ("Key Metrics, page 12", "Results of Operations, page 30", "Liquidity, page 33", "Exhibits")
RULE_83 = "CONFIDENTIAL TREATMENT REQUESTED BY HARROWGATE TOOLS, INC."

BULLETS = (
    "explain the rate of each channel;",
    "tell us who reviews it; and",
    "state where you disclose it.",
)
TREND = "In addition, we note that the rate fell in 2019. Please tell us why."
STEPS = "1. Units are counted.\n2. Clerks enter them."
PARTS = "1. Price added four.\n2. Volume added two.\n3. Mix took one."
NOTE = (
    "Note 5. Returns",
    "We measure returns by units. We note that rates vary.",
    "Item 7. Management’s Discussion",
    "Our rate was [●]%.",
)
LIST = ("1. the rate;", "2. its trend; and", "3. its cause.")
TABLE = "The rates were:\nT|2019 | 4%\nT|2018 | 5%\n1 Excludes catalogue sales."

FORMS = {
    "all comments first, labelled answers": ("{n}. {c}", "Response to Comment {n}: {r}"),
    "all comments first, titles, numbered answers": ("Staff Comments", "{n}. {c}", "Company Responses", "{n}. {r}"),
    "all comments first, titles in capitals": ("COMMENTS", "{n}. {c}", "RESPONSES", "{n}. {r}"),
    "all comments first, bold, numbered answers": ("B|{n}. {c}", "{n}. {r}"),
    "numbers on the headings": ("B|{n}. {h}\nI|{c}\n{r}",),
    "numbers on the headings, labels below": ("B|{n}. {h}\nComment: {c}\nResponse: {r}",),
    "labels on the headings": ("U|Comment {n} – {h}\nI|{c}\n{r}",),
    "rules between": ("B|{n}. {c}\n{r}\n___________",),
    "headings with letters": ("B|{l}. {h}\n{n}. {c}\nResponse: {r}",),
    "headings with letters, by looks": ("U|{l}. {h}\nB|{n}. {c}\n{r}",),
}  # fmt: skip
"""Parts of a body in order, each filled for every comment: {n}umber, {l}etter, {c}omment, {r}esponse, {h}eading."""

ONLY = {
    "numbered": "{n}. {r}",
    "labelled": "Response to Comment {n}: {r}",
    "under the comment’s label": "B|Comment {n}\n{r}",
    "after the comment’s label": "Comment No. {n}: {r}",
    "under headings": "U|{h}\n{n}. {r}",
    "number on its own line": "{n}.\n{r}",
}

AFTER = {
    "an annex in bold": ("Our responses are set out in Annex A.", "Annex A", "B|{n}. {c}\n{r}"),
    "an exhibit with labels": ("The responses are attached.", "EXHIBIT A", "{n}. {c}\nResponse: {r}"),
    "an attachment with titles": (
        "Please see Attachment 1.",
        "Attachment 1\nHARROWGATE TOOLS, INC.\nResponses to Staff Comments",
        "Comment {n}: {c}\nResponse: {r}",
    ),
}


@dataclass(frozen=True)
class Layout:
    """A body, and what must be read from it."""

    name: str
    body: str
    read: Sequence[Read]


def each(form: str, answers: Sequence[str]) -> str:
    """The form filled for every comment; as it is where it names nothing to fill in."""
    rows = zip("1234", "ABCD", ASKED, answers, HEADINGS, strict=True)
    if "{" not in form:
        return form
    return "\n".join(form.format(n=n, l=letter, c=c, r=r, h=h) for n, letter, c, r, h in rows)


def both(answers: Sequence[str], count: int = 4) -> list[Read]:
    return [(str(n + 1), ASKED[n], answers[n]) for n in range(count)]


def by_points(answers: Sequence[str], look: str, label: str, marks: Sequence[str]) -> Layout:
    """A comment whose points are answered one by one."""
    a, b, c, d = answers
    asked = [f"{ONE} Specifically:", *(f"{m} {text}" for m, text in zip(marks, BULLETS, strict=True))]
    body = (
        f"{look}1. {asked[0]}\n{look}{asked[1]}\n{label}{a}\n{look}{asked[2]}\n{label}{c}\n{look}{asked[3]}"
    )
    body += f"\n{label}{d}\n{look}2. {TWO}\n{label}{b}"
    name = f"{marks[0]} answered one by one, {'labelled' if label else 'by looks'}"
    return Layout(name, body, [("1", "\n".join(asked), f"{a}\n{c}\n{d}"), ("2", TWO, b)])


def in_letters(answers: Sequence[str], look: str, label: str, titles: Sequence[str]) -> Layout:
    """Two staff letters answered in one, each numbered from 1."""
    a, b, c, d = answers
    body = f"{titles[0]}\n{look}1. {ONE}\n{label}{a}\n{look}2. {TWO}\n{label}{b}\n"
    body += f"{titles[1]}\n{look}1. {THREE}\n{label}{c}\n{look}2. {FOUR}\n{label}{d}"
    return Layout(
        f"two letters, {titles[0]}", body, [("1", ONE, a), ("2", TWO, b), ("1", THREE, c), ("2", FOUR, d)]
    )


def with_lists(answers: Sequence[str], look: str, label: str) -> Layout:
    """Numbered lists inside answers, one of them all of its answer."""
    a, b, _, d = answers
    body = f"{look}1. {ONE}\n{label}{a}\n{STEPS}\n{look}2. {TWO}\n{label}{b}\n{look}3. {THREE}\n"
    body += f"{label.strip()}\n{PARTS}\n{look}4. {FOUR}\n{label}{d}"
    read = [("1", ONE, f"{a}\n{STEPS}"), ("2", TWO, b), ("3", THREE, PARTS), ("4", FOUR, d)]
    return Layout(f"lists inside answers, {'labelled' if label else 'by looks'}", body, read)


def layouts(answers: Sequence[str]) -> list[Layout]:
    a, b, c, _ = answers
    two = f"B|2. {TWO}\n{b}"
    shared = [("1", ONE, b), ("2", TWO, b), ("3", THREE, c)]
    return [
        *(Layout(name, "\n".join(each(f, answers) for f in forms), both(answers)) for name, forms in FORMS.items()),
        by_points(answers, "", "Response: ", ("•",) * 3),
        by_points(answers, "B|", "", ("•",) * 3),
        by_points(answers, "B|", "", ("a.", "b.", "c.")),
        by_points(answers, "I|", "", ("(i)", "(ii)", "(iii)")),
        in_letters(answers, "", "Response: ", ("B|Comment letter dated January 5, 2021", "B|Letter dated May 8, 2021")),
        in_letters(answers, "B|", "", ("U|Part I. Letter of January 5, 2021", "U|Part II. Letter of May 8, 2021")),
        in_letters(answers, "B|", "", ("U|I. Form 10-K for Fiscal Year 2019", "U|II. Form 10-Q for March 31, 2020")),
        with_lists(answers, "B|", ""),
        with_lists(answers, "", "Response: "),
        Layout(
            "one answer for two, labelled",
            f"B|1. {ONE}\nB|2. {TWO}\nResponse to Comments 1 and 2: {b}\nB|3. {THREE}\nResponse to Comment 3: {c}",
            shared,
        ),
        Layout("one answer for two, by looks", f"B|1. {ONE}\nB|2. {TWO}\n{b}\nB|3. {THREE}\n{c}", shared),
        Layout(
            "headings numbered like comments",
            f"B|10. Income Taxes, page 61\nI|1. {ONE}\n{a}\nB|14. Contingencies, page 70\nI|2. {TWO}\n{b}",
            both(answers, 2),
        ),
        Layout(
            "numbers with letters, labelled",
            f"1a. {ONE}\nResponse: {a}\n1b. {THREE}\nResponse: {c}\n2. {TWO}\nResponse: {b}",
            [("1", f"{ONE}\n1b. {THREE}", f"{a}\n{c}"), ("2", TWO, b)],
        ),
        Layout(
            "numbers with letters, by looks",
            f"B|1(a). {ONE}\n{a}\nB|1(b). {THREE}\n{c}\n{two}",
            [("1", f"{ONE}\n1(b). {THREE}", f"{a}\n{c}"), ("2", TWO, b)],
        ),
        Layout(
            "banners of a confidential request",
            f"{RULE_83} PURSUANT TO 17 C.F.R. § 200.83\nB|1. {ONE}\n{RULE_83} HT-0002\n{a} It was [***]%.\n{two}\n"
            "[***] Rule 83 confidential treatment request made by Harrowgate Tools, Inc.; request number 2",
            [("1", ONE, f"{a} It was [***]%."), ("2", TWO, b)],
        ),
        Layout(
            "proposed disclosure with headings",
            f"B|1. {ONE}\n{a} It would read:\n" + "\n".join(f"I|{row}" for row in NOTE) + f"\n{two}",
            [("1", ONE, "\n".join((f"{a} It would read:", *NOTE))), ("2", TWO, b)],
        ),
        Layout(
            "a numbered list inside a comment",
            f"B|1. {ONE} Tell us:\n" + "\n".join(f"B|{row}" for row in LIST) + f"\n{a}\n{two}",
            [("1", "\n".join((f"{ONE} Tell us:", *LIST)), a), ("2", TWO, b)],
        ),
        Layout(
            "some comments only",
            f"B|1. {ONE}\n{a}\nB|4. {TWO}\n{b}\nB|7. {THREE}\n{c}",
            [("1", ONE, a), ("4", TWO, b), ("7", THREE, c)],
        ),
        Layout("one comment, by looks", f"U|Results of Operations, page 30\nI|{TWO}\n{b}", [("1", TWO, b)]),
        Layout("one comment, labelled", f"{TWO}\nResponse: {b}", [("1", TWO, b)]),
        Layout(
            "notes of a table set like the comments",
            f"B|1. {ONE}\n{a}\nT|Channel(1) | 2019(2)\nT|Stores | 4%\nB|(1) Shops of the Company itself, and of those "
            f"to whom it lends its name.\n2\nB|(2) Rates of the whole year, by units.\n{two}",
            [
                (
                    "1",
                    ONE,
                    f"{a}\nChannel(1) | 2019(2)\nStores | 4%\n(1) Shops of the Company itself, and of those to whom it "
                    "lends its name.\n(2) Rates of the whole year, by units.",
                ),
                ("2", TWO, b),
            ],
        ),
        Layout(
            "several paragraphs, a table and its note",
            f"B|1. {ONE}\nB|{TREND}\n{a}\n{TABLE}\n{two}",
            [("1", f"{ONE}\n{TREND}", f"{a}\n{TABLE}".replace("T|", "")), ("2", TWO, b)],
        ),
    ]  # fmt: skip


TOLD = "The Staff asked the Company to explain how it measures the return rate that it discloses on page 12."
WHY = "The Staff asked why gross margin fell."
SPOKEN_ONLY = [
    Layout(
        "oral comments, numbered",
        "On February 25, 2021, the Staff gave the following oral comments by telephone.\n"
        f"Oral Comment 1: {ONE}\nResponse: {SAY}\nOral Comment 2: {TWO}\nResponse: {SHOW}",
        both(SPOKEN, 2),
    ),
    Layout(
        "an oral comment told in italics",
        f"This letter also answers a question that the Staff raised by telephone on March 1, 2021.\nI|{TOLD}\n{SAY}",
        [("1", TOLD, SAY)],
    ),
    Layout(
        "oral comments, labelled",
        f"Oral comment: {TOLD}\nResponse: {SAY}\nOral comment: {WHY}\nResponse: {BARE[2]}",
        [("1", TOLD, SAY), ("2", WHY, BARE[2])],
    ),
    Layout(
        "questions and answers",
        f"Q. {ONE}\nA. {BARE[0]}\nQ. {TWO}\nA. {BARE[1]}\nQ. {THREE}\nA. {BARE[2]}",
        both(BARE, 3),
    ),
]


def lines(text: str) -> list[Line]:
    """Lines of a text; looks stand before "|"."""
    made = []
    for row in filter(None, map(str.strip, text.splitlines())):
        mark, bar, rest = row.partition("|")
        made.append(laid(rest, mark) if bar and mark in ("B", "I", "BI", "U") else laid(row))
    return made


def read(body: str, after: str = "") -> list[Read]:
    """What is read from a letter of that body; of several comments of one number the answers go in turn."""
    found: Parsed = parse(lines(f"{HEAD}\n{body}\n{TAIL}\n{after}"), "letter")
    assert found.letter.kind is Kind.RESPONSE
    out: list[Read] = []
    for comment in found.comments:
        turn = sum(number == comment.number for number, _, _ in out)
        answers = [r.text for r in found.responses if comment.number in r.numbers]
        out.append((comment.number, comment.text, answers[turn] if turn < len(answers) else ""))
    return out


@pytest.mark.parametrize("layout", [*layouts(SPOKEN), *SPOKEN_ONLY], ids=lambda layout: layout.name)
def test_every_layout_gives_its_pairs(layout: Layout) -> None:
    assert read(layout.body) == layout.read


@pytest.mark.parametrize("layout", layouts(BARE), ids=lambda layout: layout.name)
def test_every_layout_gives_its_pairs_where_answers_do_not_speak_of_the_company(layout: Layout) -> None:
    assert read(layout.body) == layout.read


@pytest.mark.parametrize("answers", [SPOKEN, BARE], ids=["spoken", "bare"])
@pytest.mark.parametrize("form", ONLY.values(), ids=ONLY)
def test_answers_alone_bear_the_numbers_of_their_comments(form: str, answers: Sequence[str]) -> None:
    assert read(each(form, answers)) == [(str(n), "", r) for n, r in enumerate(answers, 1)]


@pytest.mark.parametrize("answers", [SPOKEN, BARE], ids=["spoken", "bare"])
@pytest.mark.parametrize(("told", "title", "form"), AFTER.values(), ids=AFTER)
def test_what_stands_after_the_signature_is_read(
    told: str, title: str, form: str, answers: Sequence[str]
) -> None:
    assert read(told, f"{title}\n{each(form, answers)}") == both(answers)
