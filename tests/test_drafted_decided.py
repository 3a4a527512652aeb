"""What an answer does is what the notes say that it does: their branch, their condition, their promise."""

from __future__ import annotations

import pytest

from drafter.domain import MatterFile
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered


@pytest.mark.parametrize(
    ("comment", "notes", "matter", "has", "without"),
    [
        (  # of an estimate and the statement that there is none, what a later clause settles
            "Please disclose an estimate of the reasonably possible loss from the weir claims, or state that none "
            "can be made, and tell us what you have accrued.",
            "- Nothing accrued. A loss is reasonably possible, but discovery has not begun, so no estimate can be "
            "made; the Form 10-Q for the quarter ending June 30, 2026 will say this.",
            PERIODIC,
            (
                "state that no estimate of the reasonably possible loss from the weir claims can be made",
                "discovery has not begun, so no estimate can be made.",
            ),
            ("We estimate", "will say this", "disclose an estimate"),
        ),
        (  # what answers the second question denies nothing of the first
            "Tell us whether the standstill is in force and, if so, whether it bars Bidder X from asking for a waiver.",
            "- Standstill runs to May 31, 2026 and has no bar on asking for a waiver in private.",
            FILED_S1,
            ("has no bar on asking for a waiver in private.",),
            ("does not arise", "does or does not"),
        ),
        (  # an amendment that “will have” something consists of it
            "Please amend your filing to name the framework, and tell us what effect the omission has on your "
            "conclusion on disclosure controls and procedures.",
            "- Amendment No. 1 on Form 10-K/A will have all of Item 9A and new certifications.",
            PERIODIC,
            (
                "The amendment will consist of all of Item 9A and new certifications.",
                "disclosure controls and procedures",
            ),
            ("will have all",),
        ),
        (  # the branch for what the company relies on
            "Revise future filings to give the information in paragraph 86 or, if you rely on paragraph 91 or 92, to "
            "make the statement which that paragraph requires.",
            "- Client relies on paragraph 91, not 92, and will say so in the next Form 10-K.",
            PERIODIC,
            ("make the statement which that paragraph requires.",),
            ("give the information in paragraph 86", "does not propose"),
        ),
        (  # a “should” opinion is in doubt, and a “will” opinion is not
            "Please file the opinion. If the opinion is subject to uncertainty, explain why counsel cannot give a "
            '"will" opinion.',
            '- Counsel gives the opinion, at the "should" level, as Exhibit 8.1 with Amendment No. 1.',
            FILED_S1,
            ('Counsel cannot give a "will" opinion because',),
            ("is or is not", "If so"),
        ),
        (
            'Please file the opinion. If the opinion is subject to uncertainty, explain why it is no "will" opinion.',
            '- Both are "will" opinions, filed as Exhibits 8.1 and 8.2.',
            FILED_S1,
            ('Both are "will" opinions',),
            ("is or is not", "If so"),
        ),
        (  # no paper that the notes call needless
            "If you commissioned the report, please identify the third party and file its consent as an exhibit.",
            "- We did not pay for it, so no consent is needed.",
            FILED_S1,
            ("did not pay for it",),
            ("has filed the consent",),
        ),
        (  # a filing is filed for itself
            "Please file the definitive proxy statement or amend the Form 10-K to include the Part III information.",
            "- Will file the proxy rather than amend.",
            PERIODIC,
            ("will file the definitive proxy statement.",),
            ("Exhibit", "Amendment No. 1"),
        ),
        (  # one of two is denied, and the other told of
            "Please describe the material terms of any proposal received from Bidder X and Bidder Y.",
            "- Bidder X offered $9.10 a share on May 4, 2026. Bidder Y never made a proposal.",
            FILED_S1,
            ("Bidder Y never made a proposal",),
            ("has not added",),
        ),
        (  # one of several is in
            "Please tell us whether your order book includes options, letters of intent or call-offs and, if so, "
            "quantify each of them.",
            "- No letters of intent. Options are in, $44 million of the total.",
            PERIODIC,
            ("no letters of intent. Options are included, $44 million of the total",),
            ("Accordingly", "[If so"),
        ),
        (
            "Please tell us your headroom. If a reasonable change in a key assumption would cause an impairment, "
            "please revise future filings accordingly.",
            "- Headroom was $40 million at the test date.",
            PERIODIC,
            ("will revise the disclosure accordingly in future filings",),
            ("future filings accordingly",),
        ),
        (  # there is nothing that could be included
            "Please explain why the pension plan is not included in the table of obligations, or include it.",
            "- There is no pension plan. Nothing to include.\n- A footnote to the table was added to say so.",
            FILED_S1,
            ("there is no pension plan",),
            ("also includes", "items to which"),
        ),
        (  # one of two adjustments goes by its name, and the other is kept
            "Adjusted EBITDA excludes opening costs and litigation costs. Please remove these adjustments or tell us "
            "why they are appropriate.",
            "- Drop opening costs from the release for the quarter ending June 30, 2026.\n"
            "- Client will keep litigation costs: they are all one antitrust case.",
            PERIODIC,
            ("will no longer adjust for opening costs, beginning with", "will keep litigation costs"),
            ("remove these adjustments", "Drop"),
        ),
        (
            "Adjusted net income excludes tariff costs and inventory charges. Please tell us how you concluded that "
            "these are not normal operating expenses, or remove the adjustments.",
            "- Tariffs: client gives up. Adjustment comes out starting with the release for the quarter ending June "
            "30, 2026, prior periods recast.\n- Inventory charges: client wants to keep.",
            PERIODIC,
            (
                "no longer adjust for tariffs, beginning with",
                "[●: the Company keeps the adjustment for inventory charges, to be confirmed]",
            ),
            ("remove the adjustment",),
        ),
        (  # what was not commissioned has no consent to be filed
            "You cite a study by Tarn & Lake. Please tell us whether you commissioned the study. If you did, please "
            "file the author's consent as an exhibit.",
            "- Tarn & Lake sells the study to anyone. We did not commission it, so no consent.",
            FILED_S1,
            ("Accordingly, the Company has not filed the author's consent.",),
            ("has filed", "[If so"),
        ),
        (  # an amendment is announced once
            "Please amend your Form 10-K to provide the report on internal control. Please tell us whether the "
            "omission affects your conclusion on disclosure controls and, if so, revise that conclusion.",
            "- Will file a 10-K/A.\n- Whether the conclusion stands: audit committee takes it up on May 3.",
            PERIODIC,
            ("[If so: In the amendment, the Company will also revise that conclusion.]",),
            ("If so, the Company will file",),
        ),
    ],
)
def test_the_answer_does_what_the_notes_say(
    comment: str, notes: str, matter: MatterFile, has: tuple[str, ...], without: tuple[str, ...]
) -> None:
    text = answered(comment, f"## 1\n{notes}", matter).text
    assert all(words in text for words in has), text
    assert not any(words in text for words in without), text


BREACH = (
    "Please:\n• tell us the actual ratio at May 31, 2025 and at the latest test date;\n• tell us whether you consider "
    "a breach reasonably likely; and\n• if material, disclose in future filings the actual and required ratios."
)


def test_figures_in_a_row_answer_one_question_and_each_point_its_own() -> None:
    said = answered(
        BREACH,
        "## 1\n- 33.8 percent at May 31, 2025.\n- 30.9 percent at July 31, 2025.\n- Whether a breach is reasonably "
        "likely is before the board on September 23; leave open.\n- Both ratios go into the Form 10-K for 2026.",
    ).text
    assert "the actual ratio was 33.8 percent at May 31, 2025." in said
    assert said.index("30.9 percent at July 31, 2025") < said.index("a breach is reasonably likely")
    assert "will disclose the actual and required ratios in future filings" in said
    assert "if material" not in said


@pytest.mark.parametrize(
    ("notes", "has", "without"),
    [
        (
            "Insurance: ask Ottilie whether a claim was paid.",
            "[●: whether a claim was paid (Ottilie)]",
            "ask",
        ),
        ("The CODM is Ms. Vane. We have not seen the monthly package yet.", "is Ms. Vane", "package"),
        ("Rates after the first year: ten-year averages.", "are ten-year averages", " is ten-year"),
    ],
)
def test_what_is_asked_of_a_colleague_is_no_fact(notes: str, has: str, without: str) -> None:
    said = answered(
        "Please tell us how you account for recoveries and who your CODM is.", f"## 1\n- {notes}"
    ).text
    assert has in said
    assert without not in said


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        (
            "Please tell us which matters you mean and, in future filings, state without qualification whether the "
            "controls were effective.",
            "state without qualification whether the controls were effective.",
        ),
        (
            "Please tell us how fair value was determined and in which line item the loss is included.",
            "The loss is included in the following line item: [●: line item",
        ),
        ("Please tell us how the fee is set and by whom it is approved.", "[●: by whom it is approved"),
        (
            "In future filings, disclose the assumptions, quantified where practicable.",
            "disclose the assumptions, quantified where practicable",
        ),
        (
            "In future filings, add a sentence that makes clear that, because the ratio is fixed, the value may fall.",
            "makes clear that, because the ratio is fixed, the value may fall",
        ),
    ],
)
def test_a_second_question_behind_and_has_its_own_answer(asked: str, has: str) -> None:
    assert has in answered(asked).text
