from dataclasses import replace
from io import BytesIO

import docx
import pytest

from drafter.domain import Answer, Comment, Draft, Fact, Move, Passage
from drafter.drafting.notes.hiding import hidden
from drafter.rendering import versions, view
from drafter.rendering.rule83 import SECRET, unredacted, views
from tests.letter_draft import DRAFT, MATTER

NOTE = Fact(
    "fact:1",
    "1",
    "the supplier is Harrowgate Tools; spend about $38.4 million a year. Staff only.",
    redacted=True,
)
SAID = "The supplier is [***], and the spend is about [***] a year."
MARKED = "Confidential treatment of the portions marked [***] has been requested."


def redacting(text: str = SAID, **matter: object) -> Draft:
    passages = (Passage(text, ("comment", "fact:1")), Passage(MARKED, ("law",)))
    answer = Answer(Comment("staff", "4", "Please name your supplier."), Move.SUPPLEMENTAL, passages)
    changed = replace(MATTER, **matter)  # type: ignore[arg-type]
    return replace(DRAFT, matter=changed, answers=(answer,), findings=())


@pytest.mark.parametrize(
    ("public", "note", "whole"),
    [
        (SAID, NOTE.text, SAID.replace("[***]", "[Harrowgate Tools]", 1).replace("[***]", "[$38.4 million]")),
        ("It paid [***] to one.", "Paid $2 million to one.", "It paid [$2 million] to one."),
        ("Our tenant, [***], left.", "tenant is Oxbow Ltd. and it left", "Our tenant, [Oxbow Ltd], left."),
    ],
)
def test_a_redaction_is_what_counsels_note_has_in_its_place(public: str, note: str, whole: str) -> None:
    made = unredacted(redacting(public), (replace(NOTE, text=note),))
    assert made.answers[0].passages[0].text == whole


def test_a_redaction_that_cannot_be_told_is_a_blank_that_quotes_the_note() -> None:
    made = unredacted(
        redacting("The information requested is [***]."), (replace(NOTE, text="nothing of it shows"),)
    )
    assert made.answers[0].blanks == (
        "words redacted under Rule 83, from counsel’s note “nothing of it shows”",
    )


def test_only_redactions_from_a_redacted_note_are_opened() -> None:
    assert unredacted(redacting(), (NOTE,)).answers[0].passages[1].text == (
        MARKED.partition(" marked")[0] + " that stand in brackets has been requested."
    )
    assert unredacted(redacting(), (replace(NOTE, redacted=False),)) == redacting()


def test_a_letter_without_redactions_has_one_version() -> None:
    assert list(views(DRAFT, (NOTE,))) == [""]


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".md"])
def test_the_secret_stands_in_the_unredacted_letter_alone(suffix: str) -> None:
    texts = {n: _words(data, suffix) for n, data in versions(redacting(), (NOTE,), suffix).items()}
    assert {n: "Harrowgate" in t for n, t in texts.items()} == {
        "": False,
        "unredacted": True,
        "foia-request": False,
    }


def _words(data: bytes, suffix: str) -> str:
    if suffix != ".docx":
        return data.decode()
    document = docx.Document(BytesIO(data))
    return "\n".join([*(p.text for p in document.paragraphs), *(c.text for c in document.comments)])


def test_a_letter_that_redacts_bears_the_marks_also_where_the_matter_file_asks_for_none() -> None:
    letter = view(redacting())
    assert (letter.legend[0], letter.running_legend, letter.control) == (
        "FOIA CONFIDENTIAL TREATMENT REQUESTED BY BRACKENRIDGE INSTRUMENTS, INC. PURSUANT TO 17 C.F.R. "
        "§ 200.83",
        "Confidential Treatment Requested by Brackenridge Instruments, Inc.",
        "BI",
    )


def test_the_unredacted_letter_says_so_and_is_not_for_edgar() -> None:
    letter = views(redacting(rule_83=(("control", "BRK"),)), (NOTE,))["unredacted"]
    assert ("Not to be filed on EDGAR" in letter.legend[1], "EDGAR" in letter.delivery, letter.control) == (
        True, False, "BRK",
    )  # fmt: skip


@pytest.mark.parametrize(
    "part",
    [
        "Pursuant to 17 C.F.R. § 200.83",
        "the response to comment 4",
        "BRK-0001 through BRK-[●: number of the last page]",
        "Freedom of Information Act, 5 U.S.C. § 552",
        "letter dated June 9, 2026",
    ],
)
def test_the_request_to_the_foia_office_says_what_rule_83_wants(part: str) -> None:
    letter = views(redacting(rule_83=(("control", "BRK"),)), (NOTE,))["foia-request"]
    assert part in " ".join(letter.introduction)


def test_the_request_names_the_requester_with_address_and_telephone() -> None:
    assert views(redacting(), (NOTE,))["foia-request"].contact == (
        "Please send every notice about this request to Odile Marchetti, Brackenridge Instruments, Inc., "
        "88 Quarry Bank Road, Rochester, New York 14620, telephone (585) 555-0142."
    )


@pytest.mark.parametrize(
    ("text", "secret"), [("about $38.4 million a year", "$38.4 million"), ("is Oxbow Gauge", "Oxbow Gauge")]
)
def test_a_secret_is_a_figure_or_a_name(text: str, secret: str) -> None:
    assert SECRET.findall(text) == [secret]


def test_a_word_in_small_letters_is_no_secret() -> None:
    assert SECRET.findall("the supplier is known") == []


def test_a_bare_number_is_redacted_though_the_comment_has_its_digits() -> None:
    said = hidden(
        "weights were 50 base, 15 upside, 35 downside.", "We note 150 loans and ASC 310-10-50-15.", True
    )
    assert said == "weights were [***] base, [***] upside, [***] downside."
    late = "Seven of the loans, $3 million, were more than 90 days past due."
    assert hidden(late, "", False) == "[***] of the loans, [***], were more than 90 days past due."
    assert hidden("The rate is 4.5 percent.", "a rate of 4.5 percent", False) == "The rate is 4.5 percent."
