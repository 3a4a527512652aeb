"""Which branch an offline draft takes, and that what counsel's notes give never stands as a blank."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drafter.domain import BLANK as BLANK_FIELD
from drafter.domain import Answer, Draft, Filing, Kind, Letter, Line, Matter, MatterFile, Side
from drafter.drafting import Case, draft
from drafter.drafting.notes.places import exhibits_in, joined, pages_in, place_only
from drafter.drafting.planning.givens import BLANK, amendment, meeting
from drafter.drafting.planning.intents import takes_out
from drafter.matters import read_facts
from drafter.requests import requests
from tests.conftest import a_comment

FILED_S1 = MatterFile(company="Windrush Kilns, Inc.", filings=(Filing("S-1", None, date(2026, 3, 2)),))
PERIODIC = MatterFile(
    company="Windrush Kilns, Inc.",
    filings=(Filing("10-K", date(2025, 12, 31), date(2026, 2, 20)),),
    next_annual=Filing("10-K", date(2026, 12, 31)),
    next_interim=Filing("10-Q", date(2026, 6, 30)),
    staff_date=date(2026, 5, 20),
)
PROXY = MatterFile(
    company="Windrush Kilns, Inc.",
    filings=(Filing("DEF 14A", date(2025, 12, 31), date(2026, 3, 20)),),
    next_annual=Filing("DEF 14A", date(2026, 12, 31)),
    staff_date=date(2026, 9, 2),
)


def a_letter(*lines: str) -> Letter:
    return Letter(
        "staff",
        Side.STAFF,
        Kind.COMMENTS,
        Matter("Windrush Kilns, Inc."),
        date(2026, 5, 20),
        lines=tuple(Line(text) for text in lines),
    )


def drafted(text: str, notes: str = "", matter: MatterFile = PERIODIC, *head: str, **more: Any) -> Draft:
    comment = a_comment(text, **more)
    return draft(Case(a_letter(*head, text), (comment,), matter, read_facts(notes)))


def answered(text: str, notes: str = "", matter: MatterFile = PERIODIC, *head: str, **more: Any) -> Answer:
    return drafted(text, notes, matter, *head, **more).answers[0]


# What is given for the whole letter


@pytest.mark.parametrize(
    ("head", "notes", "name"),
    [
        ("Amendment No. 1 to Registration Statement on Form S-1", (), "Amendment No. 2"),
        ("Post-Effective Amendment No. 3 to Registration Statement", (), "Post-Effective Amendment No. 4"),
        ("Amendment No. 2 to Draft Registration Statement on Form F-1", (), BLANK),
        ("Registration Statement on Form S-4", (), BLANK),
        ("Registration Statement on Form S-4", ("Goes with A-1, Exhibit 8.1.",), "Amendment No. 1"),
        ("Amendment No. 1 to Registration Statement", ("As in Amendment No. 1, page 8.",), "Amendment No. 2"),
        ("Registration Statement", ("Amendment No. 1 on Form 10-K/A is ready.",), BLANK),
        ("Registration Statement", ("Page 4 of Amendment No. 2.", "See A-3."), BLANK),
    ],
)
def test_the_amendment_is_the_one_that_notes_or_staff_letter_give(
    head: str, notes: tuple[str, ...], name: str
) -> None:
    letter = a_letter(f"Re: Windrush Kilns, Inc. {head}", "Dear Ms. Vale:", "Amendment No. 7 to Schedule TO")
    assert amendment(letter, notes) == name


@pytest.mark.parametrize(
    ("matter", "notes", "year"),
    [
        (PROXY, (), "2027"),
        (PERIODIC, (), "2027"),
        (PERIODIC, ("Goes into the 2028 proxy.",), "2028"),
        (MatterFile(next_annual=Filing("10-K", date(2026, 6, 30))), (), "2026"),
        (MatterFile(filings=(Filing("DEF 14A", None, date(2025, 4, 1)),)), (), "2026"),
        (MatterFile(), (), ""),
    ],
)
def test_the_next_annual_meeting_follows_from_notes_fiscal_year_or_proxy_statement(
    matter: MatterFile, notes: tuple[str, ...], year: str
) -> None:
    assert meeting(matter, notes) == year


def test_a_promise_on_a_proxy_statement_names_the_meeting() -> None:
    answer = answered("Please disclose how bonus targets are set.", matter=PROXY)
    assert "beginning with its proxy statement for the 2027 annual meeting" in answer.text


# Pages


@pytest.mark.parametrize(
    ("note", "pages"),
    [
        ("Done, pp. 2 and 4 of Amendment No. 2.", "pages 2 and 4"),
        ("Description p. 13-15", "pages 13-15"),
        ("Redone at pages 61 through 64.", "pages 61 through 64"),
        ("page F-27 has it", "page F-27"),
        ("S-3, pg. 9", "page 9"),
        ("no place named in 2025", ""),
    ],
)
def test_pages_are_read_from_shorthand(note: str, pages: str) -> None:
    assert pages_in(note) == pages


@pytest.mark.parametrize(
    ("note", "only"),
    [
        ("Done, pp. 2 and 4 of Amendment No. 2.", True),
        ("new text is on p. 71", True),
        ("Description at pages 94-95 of A-2", True),
        ("Page 57 has a new risk factor on kilns.", False),
        ("Done.", False),
    ],
)
def test_a_note_that_only_names_the_place_is_told_apart(note: str, only: bool) -> None:
    assert place_only(note) is only


def test_places_are_joined() -> None:
    assert joined(["page 9", "page 11"]) == "pages 9 and 11"


def test_a_page_that_the_notes_give_stands_in_the_headline_and_nowhere_else() -> None:
    notes = "## 1\n- kilns use 4 megawatts\n- Done, pp. 31 and 33"
    head = "Amendment No. 1 to Registration Statement on Form S-1"
    answer = answered("Please disclose how much power your kilns use.", notes, FILED_S1, head)
    assert (
        "revised the disclosure on pages 31 and 33 of Amendment No. 2 to state that kilns use" in answer.text
    )
    assert answer.text.count("31") == 1
    assert answer.blanks == ()


def test_the_introduction_names_the_amendment_that_goes_with_the_letter() -> None:
    head = "Amendment No. 1 to Registration Statement on Form S-1"
    revised = drafted("Please disclose how much power your kilns use.", "", FILED_S1, head)
    told = drafted("Please tell us how much power your kilns use.", "", FILED_S1, head)
    assert dict(revised.matter.amendment) == {"name": "Amendment No. 2"}
    assert told.matter.amendment == ()


# Branches and moves


EITHER = (
    "Please revise your note in future filings to describe the kiln reserve or tell us why no such disclosure "
    "is needed."
)


@pytest.mark.parametrize(
    ("notes", "move"),
    [
        ("", "comply_future"),
        ("Reserve is $3.1 million. So do the disclosure.", "comply_future"),
        ("Reserve is $3.1 million at year end. From the 10-K for 2026.", "comply_future"),
        ("Fine with disclosing. Reserve is $3.1 million.", "comply_future"),
        ("Goes in the FY26 10-K.", "comply_future"),
        ("Reserve is $3.1 million.", "comply_future"),
        ("No kiln has a reserve.", "explain"),
        ("Reserve is there already, in Note 9.", "explain"),
    ],
)
def test_the_notes_decide_between_a_change_and_its_reason(notes: str, move: str) -> None:
    assert answered(EITHER, f"## 1\n{notes}").stance == move


@pytest.mark.parametrize(
    ("text", "notes", "says"),
    [
        (
            "Please disclose the sale of clay under Item 404(a) in future filings, or tell us why it is not required.",
            "Those were retail purchases at list price (page 31).",
            "advises the Staff that those were retail purchases",
        ),
        (
            "Please disclose your order book in future filings, or tell us why you have not. We also could not find a "
            "discussion of your kiln policy.",
            "Clay is sold from stock within three days. There is no kiln policy, and the next Form 10-K will say so.",
            "that the clay is sold from stock within three days.\n\nThere is no kiln policy",
        ),
        (
            "Please disclose the age of each kiln, or tell us why it is immaterial.",
            "Client takes this one. The kilns were built in 1961.",
            "will disclose the age of each kiln in future filings",
        ),
        (
            "Please name the lender in future filings, or tell us why not.",
            "It is Halden Bank.",
            "will name the lender in future filings",
        ),
        (
            "You restated inventory. Please tell us how you concluded that controls were effective, or amend to revise "
            "your conclusion.",
            "",
            "Controls [●: were or were not] effective, because [●: each reason",
        ),
        (
            "Please file your kiln policy required by Item 601(b)(19) of Regulation S-K.",
            "Exhibit 19 is in the index on page 60, incorporated by reference to the Form 10-K for 2024.",
            "that Exhibit 19 is in the index on page 60",
        ),
        (
            "Please file the lease of your kiln, or tell us the basis for not filing it.",
            "The lease was signed in the ordinary course.",
            "advises the Staff that the lease was signed in the ordinary course",
        ),
        (
            "Please disclose occupancy by kiln. Also state the average rent and the lease term.",
            "Occupancy by kiln is on page 31. Average rent is $2.40.",
            "will state the average rent and the lease term in future filings",
        ),
    ],
)
def test_the_branch_taken_is_the_one_that_the_notes_speak_for(text: str, notes: str, says: str) -> None:
    answer = answered(text, f"## 1\n{notes}")
    assert says in answer.text
    assert "will " in says or "acknowledges" not in answer.text


MINES = (
    "Your kilns have clay for 60 years. Please tell us whether your clay pits are material under Item 1301 of "
    "Regulation S-K. If they are, please amend your filing to provide the disclosure required by Item 1304. If they "
    "are not, please tell us the basis for the 60-year statement, or remove it from future filings."
)


@pytest.mark.parametrize("view", ["Client's view: not material.", "We do not think so."])
def test_a_conclusion_of_the_client_decides_the_condition_and_closes_the_other_case(view: str) -> None:
    notes = f"{view} Clay was 2 percent of cost.\n- The 60-year sentence comes out, from the 10-K for 2026."
    text = answered(MINES, f"## 1\n- {notes}").text
    assert "that the Company's clay pits are not material under Item 1301" in text
    assert "the Company does not propose to amend" in text
    assert "will remove the 60-year statement in future filings, beginning with its Form 10-K" in text
    assert "[●" not in text
    assert "view" not in text


def test_what_is_to_be_told_if_not_is_told_where_the_answer_is_no() -> None:
    text = (
        "Tell us whether the awards were made before the release. If they were, disclose the policy. If they were not, "
        "tell us how you determined that."
    )
    said = answered(text, "## 1\nNo. The release came a week before the awards.").text
    assert "If not" not in said
    assert "does not propose to disclose the policy" in said


def test_words_taken_out_are_removed_and_not_defended() -> None:
    text = "Tell us how adjustment (d) for kiln closures meets Rule 11-02(a)(6), or remove it."
    answer = answered(text, "## 1\nTaking it out. p. 88 revised.", FILED_S1)
    assert answer.stance == "comply_now"
    assert "has revised the disclosure on page 88" in answer.text
    assert "Taking it out" not in answer.text


@pytest.mark.parametrize(
    ("matter", "move", "says"),
    [
        (
            FILED_S1,
            "comply_now",
            "has removed the statement on which the Staff comments from page 12 of Amendment",
        ),
        (PERIODIC, "comply_future", "will no longer include the statement on which the Staff comments"),
    ],
)
def test_a_statement_taken_out_needs_no_support(matter: MatterFile, move: str, says: str) -> None:
    text = "Tell us the basis for your claim that your kilns are the cleanest in the industry."
    answer = answered(
        text, "## 1\nWe're striking the sentence; page 12 now speaks of our newest kiln.", matter
    )
    assert answer.stance == move
    assert says in answer.text
    assert "striking" not in answer.text
    assert answer.blanks == (() if move == "comply_future" else ("amendment number",))


def test_support_that_goes_to_the_staff_leaves_the_statement_as_it_is() -> None:
    text = "You say that your kilns are the cleanest. Please provide us with support, or revise to state a belief."
    notes = "## 1\nThere is a survey by Calloway Labs, May 2026, 9 pages. Send supplementally."
    answer = answered(text, notes, FILED_S1)
    assert answer.stance == "supplemental"
    assert "Rule 418(b)" in answer.text
    assert "revised the disclosure" not in answer.text
    assert "Send supplementally" not in answer.text


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (
            "It's there. Page 14, last paragraph - approx. 310 kilns, 12 of them idle.",
            "The Company respectfully refers the Staff to page 14, last paragraph, which discloses approximately 310 "
            "kilns, 12 of them idle.",
        ),
        (
            "Already in Note 7: kilns are written off over 20 years.",
            "The Company respectfully refers the Staff to Note 7, which states that kilns are written off over 20 "
            "years.",
        ),
        ("Staff missed it. See page 22.", "The Company respectfully refers the Staff to page 22."),
        (
            "p. 31 already gives the number of kilns by state.",
            "The Company respectfully refers the Staff to page 31, which gives the number of kilns by state.",
        ),
    ],
)
@pytest.mark.parametrize("matter", [PERIODIC, FILED_S1])
def test_a_premise_that_is_not_right_is_met_with_a_reference(
    note: str, says: str, matter: MatterFile
) -> None:
    answer = answered(
        "We do not see how many kilns you own. Please disclose the number.", f"## 1\n{note}", matter
    )
    assert (answer.stance, answer.text) == ("explain", says)


def test_an_error_brings_its_blanks_and_a_warning() -> None:
    text = "Describe for us the nature of the error in kiln depreciation and tell us when you will restate."
    notes = "## 1\nDepreciation understated $2.4 million in 2025. Kiln lives were keyed in wrong."
    made = drafted(text, notes)
    assert made.answers[0].stance == "correct_error"
    assert "$2.4 million" in made.answers[0].text
    assert [f.check for f in made.findings if f.check == "draft.error"] == ["draft.error"]
    assert "whether and how materiality of the error was assessed" in " ".join(made.answers[0].blanks)


# Requests


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Going forward, describe the method for kiln costs.",
            [("the method for kiln costs", "revised_disclosure", None)],
        ),
        (
            "Please include it, and to the extent material, any kiln targets that you set.",
            [
                ("it", "revised_disclosure", None),
                ("any kiln targets that you set", "revised_disclosure", "to the extent material"),
            ],
        ),
        (
            "Revise to give the number of kilns and, if applicable, the date on which each was built.",
            [
                ("the number of kilns", "revised_disclosure", None),
                ("the date on which each was built", "revised_disclosure", "if applicable"),
            ],
        ),
        (
            "If a kiln expert is named, the prospectus must include a consent.",
            [("a consent", "revised_disclosure", "If a kiln expert is named")],
        ),
        (
            "Identify your kiln committee and explain to us how you chose it.",
            [("your kiln committee", "explanation", None), ("how you chose it", "explanation", None)],
        ),
        (
            "Revise to identify your kiln committee and explain to us how you chose it.",
            [("your kiln committee", "revised_disclosure", None), ("how you chose it", "explanation", None)],
        ),
        (
            "Please obtain and file an updated letter from the engineer.",
            [("an updated letter from the engineer", "exhibit", None)],
        ),
        ("Item 4.01 says that a registrant must name the accountant.", []),
        (
            "Please revise, and disclose the kiln count.",
            [("", "revised_disclosure", None), ("the kiln count", "revised_disclosure", None)],
        ),
        (
            "Please tell us which count is right and revise.",
            [("which count is right", "explanation", None), ("", "revised_disclosure", None)],
        ),
        (
            "Please disclose the kiln fees, state whether a vote is required and, if so, the majority needed.",
            [
                ("the kiln fees", "revised_disclosure", None),
                ("whether a vote is required", "revised_disclosure", None),
                ("the majority needed", "revised_disclosure", "if so"),
            ],
        ),
        (
            "Please disclose the rates and, for each kiln, explain how you set it.",
            [("the rates", "revised_disclosure", None), ("how you set it", "revised_disclosure", None)],
        ),
    ],
)
def test_each_thing_asked_for_has_its_own_condition_and_reader(
    text: str, wanted: list[tuple[str, str, str | None]]
) -> None:
    assert [(r.object, r.deliverable, r.conditional) for r in requests(text)] == wanted


# Amendments and exhibits


FORM_8K = MatterFile(
    company="Windrush Kilns, Inc.",
    filings=(Filing("8-K", None, date(2026, 5, 15)),),
    next_interim=Filing("10-Q", date(2026, 6, 30)),
)


def test_a_report_on_an_event_is_amended_and_not_put_off() -> None:
    text = "Amend your filing to state whether there were any disagreements with the engineer."
    answer = answered(
        text, "## 1\n8-K/A goes in with the letter.", FORM_8K, heading=("Form 8-K", "Item 4.01")
    )
    assert answer.stance == "comply_now"
    assert answer.text == (
        "The Company is filing Amendment No. 1 on Form 8-K/A to its Form 8-K filed "
        "on May 15, 2026 concurrently with this letter. The amendment will state whether there were any disagreements "
        "with the "
        "engineer."
    )


def test_results_in_a_form_8k_come_in_releases() -> None:
    text = "Please reconcile kiln margin, a non-GAAP measure, in future releases."
    answer = answered(text, "", FORM_8K, heading=("Form 8-K", "Exhibit 99.1"))
    assert "in future earnings releases" in answer.text


@pytest.mark.parametrize(
    ("text", "notes", "says"),
    [
        (
            "Please file the kiln supply agreement as an exhibit.",
            "Filed with A-1 as Exhibit 10.7.",
            "has filed the kiln supply agreement as Exhibit 10.7 to Amendment No. 1.",
        ),
        (
            "Please file the kiln supply agreement as an exhibit.",
            "Will file as Exhibit 10.7, redacted under 601(b)(10)(iv).",
            "will file the kiln supply agreement as Exhibit 10.7, with portions redacted pursuant to Item "
            "601(b)(10)(iv) of Regulation S-K.",
        ),
        (
            "File each agreement as an exhibit.",
            "Exhibits to A-1: 10.1 (kiln lease), 10.2 (clay supply), 99.1 (permit) -- forms of.",
            "has filed forms of the agreements as Exhibits 10.1, 10.2 and 99.1 to Amendment No. 1.",
        ),
        (
            "Please provide the form of proxy card with your next amendment.",
            "yes with A-1, Exhibit 99.4",
            "has filed the form of proxy card as Exhibit 99.4 to Amendment No. 1.",
        ),
        (
            "Please file the legality opinion.",
            "Will be filed promptly after the vote, by A-1.",
            "will file the legality opinion as Exhibit [●: exhibit number] promptly after the vote, by A-1.",
        ),
    ],
)
def test_an_exhibit_has_the_number_that_the_notes_give(text: str, notes: str, says: str) -> None:
    answer = answered(text, f"## 1\n{notes}", FILED_S1)
    assert answer.stance == "comply_now"
    assert answer.text.endswith(says)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Exhibits to A-2: 2.1 (plan), 10.1 (lease), 10.2 (tax) -- forms of.", ("2.1", "10.1", "10.2")),
        ("as Exhibit 10.14, with redactions under 601(b)(10)(iv).", ("10.14",)),
        ("Exh. 99.2 and 99.3", ("99.2", "99.3")),
        ("Ex 5.1 comes later", ("5.1",)),
        ("the exhibit hall has 12 kilns", ()),
    ],
)
def test_exhibit_numbers_are_read_from_shorthand(text: str, numbers: tuple[str, ...]) -> None:
    assert exhibits_in(text) == numbers


def test_a_planned_day_is_proposed_in_the_one_blank_for_it() -> None:
    text = "Please amend your Form 10-K to include the conclusion on kiln controls."
    notes = "## 1\nConclusion: effective. Full Item 9A and new certs.\n\n"
    notes += "To be confirmed: 10-K/A planned for the week of June 8."
    answer = answered(text, notes)
    assert answer.blanks == ("filing date of the amendment; proposed: the week of June 8, to be confirmed",)
    assert "The amendment will consist of full Item 9A and new certifications." in answer.text


# Conditions


@pytest.mark.parametrize(
    ("text", "notes", "says", "blanks"),
    [
        (
            "Please disclose the amount of kiln scrap and, to the extent material, the effect of idle kilns.",
            "Kiln scrap was $4.1 million. Idle kilns cost under $0.2 million a year, so nothing to add on that.",
            "As idle kilns cost under $0.2 million a year, the Company does not propose to quantify the effect",
            (),
        ),
        (
            "Identify your kiln committee and explain to us how you determined its members. If you rotated members, "
            "tell us how the order was set.",
            "The committee is Ann Vale, Bo Reed and Cy Marsh. No members are rotated.",
            "As no members are rotated, the question of how the order was set does not arise.",
            ("method for the members of its kiln committee, and its key inputs",),
        ),
    ],
)
def test_a_condition_is_decided_by_the_notes(
    text: str, notes: str, says: str, blanks: tuple[str, ...]
) -> None:
    answer = answered(text, f"## 1\n{notes}")
    assert says in answer.text
    assert answer.blanks == blanks


def test_what_hangs_on_a_condition_and_is_done_is_said_to_be_done() -> None:
    text = (
        "Please disclose whether your kilns need permits. If they do, add a risk factor on the loss of a kiln permit; "
        "if a permit has lapsed, ensure that your charter states this, or tell us how you will inform investors."
    )
    notes = "Kilns need permits in Ohio. A new risk factor on kiln permits is on p. 19. Charter says this already."
    answer = answered(text, f"## 1\n{notes}", FILED_S1)
    assert answer.stance == "comply_now"
    assert "The charter says this already." in answer.text
    assert answer.blanks == ("amendment number",)


def test_an_open_condition_has_one_blank_and_a_sentence_for_either_way() -> None:
    text = (
        "It remains unclear to us whether your kiln leases contain services. If so, please quantify the amounts for "
        "each year; if not, please explain the basis for your view."
    )
    answer = answered(text)
    assert answer.stance == "explain"
    assert answer.blanks[0].startswith("whether the Company's kiln leases contain services, with the basis")
    assert "[If so: The amounts for each year were [●: " in answer.text
    assert "[If not: The basis for the Company's view is [●: each reason" in answer.text
    assert "future filings" not in answer.text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "It is unclear how the kiln column ties to your statements. Please advise.",
            "how the kiln column ties to the Company's statements",
        ),
        ("We do not see the kiln rate in your Form 10-K. Please advise.", "the absence of the kiln rate"),
        (
            "The kiln total does not appear to agree with Note 4. Please explain.",
            "why the kiln total does not appear to agree with Note 4",
        ),
    ],
)
def test_please_advise_asks_for_what_the_staff_does_not_see(text: str, asked: str) -> None:
    assert asked in answered(text).text


@pytest.mark.parametrize(
    "carried",
    [
        "This comment also applies to the ratio in your Forms 10-Q.",
        "Apply this comment to the ratio in your Forms 10-Q as well.",
    ],
)
def test_the_comment_is_carried_over_to_what_it_also_applies_to(carried: str) -> None:
    answer = answered(
        "You present a kiln ratio that excludes fuel. Please revise to comply with Item 10(e)(1)(i) of Regulation S-K. "
        f"{carried}"
    )
    assert "to comply with Item 10(e)(1)(i)" in answer.text
    assert "The Company will make the same change to the ratio in its Forms 10-Q." in answer.text


def test_the_point_after_an_alternative_is_no_part_of_it() -> None:
    text = (
        "Please:\n• give us support for your claim to the oldest kiln, or remove it; and\n"
        "• balance the summary with your net losses."
    )
    assert (
        "has revised the disclosure on page [●: page number] of Amendment"
        in answered(text, "", FILED_S1).text
    )


def test_a_belief_that_nobody_stated_stands_open() -> None:
    answer = answered("Please tell us why you believe that no kiln permit is needed.")
    assert "[●: believes or does not believe]" in answer.text


# Amendments that notes or staff name


@pytest.mark.parametrize(
    ("text", "notes", "move"),
    [
        (
            "Please modify your filing to give the kiln count by state.",
            "Will amend. Ohio 4, Utah 9.",
            "comply_now",
        ),
        (
            "Please amend to provide corrected certifications.",
            "Agreed. Filing with this letter.",
            "comply_now",
        ),
        ("Please revise to give the kiln count by state.", "Goes into the 10-K/A, 13 kilns.", "comply_now"),
        (
            "Please revise to give the kiln count by state.",
            "No 10-K/A. Will disclose 13 kilns.",
            "comply_future",
        ),
        ("Please revise to give the kiln count by state.", "13 kilns.", "comply_future"),
    ],
)
def test_an_amendment_that_notes_or_staff_name_is_no_promise(text: str, notes: str, move: str) -> None:
    answer = answered(text, f"## 1\n{notes}", heading=("Form 10-K", "Item 2. Properties"))
    assert answer.stance == move
    assert ("Amendment No. 1 on Form 10-K/A" in answer.text) is (move == "comply_now")


def test_the_day_of_filing_says_what_it_waits_for() -> None:
    text = "Please modify your filing to give the kiln count by state."
    answer = answered(text, "## 1\nWill amend. File date depends on the kiln expert.")
    assert answer.blanks[0] == "filing date of the amendment, which depends on the kiln expert"


def test_a_missing_exhibit_goes_with_the_amendment_that_the_notes_name() -> None:
    text = "Please file the kiln study as an exhibit, together with the consent of each kiln expert."
    answer = answered(text, "## 1\nWill go with the 10-K/A as Exhibit 96.4.", heading=("Form 10-K",))
    assert (
        "will file the kiln study, together with the consent of each kiln expert, as Exhibit 96.4 to an amendment on "
        "Form 10-K/A." in answer.text
    )


def test_proposed_disclosure_asked_for_is_a_block() -> None:
    text = "Please provide us proposed disclosure, to be included in future filings, that identifies the idle kilns."
    answer = answered(text, "## 1\nThe idle kilns are Vale and Reed. Goes in 10-K for 2026.")
    assert answer.stance == "comply_future"
    assert [p.block for p in answer.passages][-1] is True


@pytest.mark.parametrize(
    ("text", "notes", "move"),
    [
        (
            "Please clarify, and if you use kiln yield, tell us why it is not disclosed.",
            "Nobody uses kiln yield.",
            "push_back_not_used",
        ),
        (
            "Tell us whether the fall reflects use or a new estimate.",
            "Use. The rest is immaterial.",
            "explain",
        ),
        ("Please reconcile these statements.", "The kiln statement was wrong as worded.", "correct_error"),
    ],
)
def test_the_notes_make_the_move(text: str, notes: str, move: str) -> None:
    answer = answered(text, f"## 1\n{notes}")
    assert answer.stance == move
    assert "reconcile the amounts" not in answer.text


def test_this_comment_on_other_filings_refers_to_no_other_answer() -> None:
    text = (
        "Please define kiln yield in future filings. Address this comment in your earnings releases as well."
    )
    answer = answered(text)
    assert "Please see" not in answer.text
    assert "The Company will make the same change to its earnings releases." in answer.text


# Where notes belong, and what they settle


def test_a_name_before_a_colon_answers_the_request_that_has_it() -> None:
    text = "Tell us why you moved the kilns, and quantify the effect on kiln yield."
    answer = answered(text, "## 1\nWhy: the old yard flooded twice.\nEffect: $3.0 million in 2025.")
    assert answer.text.index("flooded") < answer.text.index("$3.0 million")
    assert not any("why" in blank for blank in answer.blanks)


def test_an_amount_is_told_first_and_the_facts_of_a_judgement_under_it() -> None:
    text = "Please tell us the loss at June 30, 2026 on kilns, and explain how you determined that no reserve was due."
    notes = "- The loss was $6.7 million.\n- No reserve was due because all kilns are in use. No kiln is for sale."
    answer = answered(text, f"## 1\n{notes}")
    assert answer.text.index("$6.7 million") < answer.text.index("all kilns are in use")
    assert answer.blanks == ()


def test_what_the_amendment_holds_is_taken_from_the_note() -> None:
    text = "Please amend to provide corrected certifications."
    notes = "10-K/A with the full document isn't needed - certifications, cover and explanatory note. "
    notes += "Filing with this letter."
    answer = answered(text, f"## 1\n{notes}", heading=("Form 10-K",))
    assert answer.text.endswith("The amendment will consist of certifications, cover and explanatory note.")
    assert answer.blanks == ()


def test_a_name_behind_an_acronym_of_the_comment_is_no_stray() -> None:
    text = "Identify your chief kiln safety officer and explain to us how the kilns are reviewed."
    answer = answered(text, "## 1\n- CKSO is the COO, Ann Vale.\n- Kilns are reviewed each month.")
    assert "Ann Vale" in answer.text


def test_consents_go_with_the_report_under_their_numbers() -> None:
    text = "Please file the kiln study as an exhibit, together with the consent of each kiln expert."
    notes = "## 1\nWill go with the 10-K/A as Exhibit 96.4; consents Ex. 23.5 and 23.6."
    answer = answered(text, notes, heading=("Form 10-K",))
    assert "as Exhibits 96.4, 23.5 and 23.6 to an amendment on Form 10-K/A" in answer.text


def test_when_something_is_done_stands_in_a_blank_and_is_not_asserted() -> None:
    answer = answered("Please tell us how you account for idle kilns, including when you write them off.")
    assert any(blank.startswith("when ") for blank in answer.blanks)
    assert "write" not in BLANK_FIELD.sub("", answer.text)


def test_a_sentence_without_a_word_of_its_own_stays_with_the_next_one() -> None:
    text = "Tell us whether the fall reflects use or a change in estimate. If a change in estimate, tell us how it was "
    text += "told."
    notes = "## 1\n15 went with old kilns. The rest was a change in estimate."
    answer = answered(text, notes)
    assert answer.text.index("15 went") < answer.text.index("change in estimate")


REVISE_OR_EXPLAIN = (
    "Please amend your filing to include Ostrow Kilns in the assessment "
    "or explain to us why the exclusion is appropriate."
)


@pytest.mark.parametrize(
    "notes",
    [
        "- The purchase closed in 2025.\n- Its share will be given in the next Form 10-K.",
        "- The purchase closed in 2025. No amendment is called for.",
    ],
)
def test_what_a_later_report_will_have_or_the_notes_refuse_is_no_amendment(notes: str) -> None:
    (answer,) = drafted(REVISE_OR_EXPLAIN, f"## 1\n{notes}").answers
    said = " ".join(p.text for p in answer.passages)
    assert "Amendment No." not in said
    assert "The purchase closed in 2025" in said or "the purchase closed in 2025" in said


def test_an_amendment_under_a_condition_falls_away_where_the_notes_refuse_it() -> None:
    text = "Tell us why the kiln was left out. If it should not have been, please amend your Form 10-K to include it."
    (answer,) = drafted(text, "## 1\n- The purchase closed in 2025. No amendment is called for.").answers
    assert "will file" not in " ".join(p.text for p in answer.passages)


def test_support_that_does_not_go_to_the_staff_is_not_sent() -> None:
    text = "Please provide us with support for the statement that you lead or revise to characterize it as a belief."
    notes = "## 1\n- The sentence is now a statement of belief. No support package goes to the staff."
    (answer,) = drafted(text, notes).answers
    assert "separate cover" not in " ".join(p.text for p in answer.passages)


def test_another_paper_that_was_not_amended_refuses_no_amendment() -> None:
    text = "Tell us why the kiln was left out. If it should not have been, please amend your Form 10-K to include it."
    (answer,) = drafted(text, "## 1\n- The lease was not amended in 2025.").answers
    assert answer.unanswered_requests == ()
    assert "[●" in " ".join(p.text for p in answer.passages)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Please revise your kiln table, or tell us why the total differs from the balance sheet.",
            "The total differs from the balance sheet because [●: each reason",
        ),
        (
            "Please amend your filings to correct this error or provide a materiality analysis of the kiln leases.",
            "materiality analysis of the kiln leases",
        ),
        (
            "Please tell us why the kiln leases are operating leases or restate your financial statements.",
            "The kiln leases [●: are or are not] operating leases. Transfer of ownership: [●: whether title passes",
        ),
    ],
)
def test_a_report_on_file_is_explained_before_it_is_corrected(text: str, told: str) -> None:
    answer = answered(text)
    assert told in answer.text
    assert "future filings" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "To better understand it, please expand on your response to describe the terms of the kiln leases.",
        "Please supplement your response to discuss the terms of the kiln leases.",
        "In order to understand your policy, please describe the terms of the kiln leases.",
    ],
)
def test_what_the_staff_is_to_understand_is_told_in_the_letter(text: str) -> None:
    answer = answered(text)
    assert "erms of the kiln leases" in answer.text
    assert "future filings" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Please disclose why kiln output fell. Identify the kilns that were idle. Explain why they were idle.",
        "Identify the kilns that were idle. Explain why they were idle. Disclose why kiln output fell.",
        "Please enhance your disclosures to address the following. Describe the kilns that were idle. Disclose why "
        "kiln output fell.",
    ],
)
def test_what_stands_beside_a_disclosure_is_disclosed_with_it(text: str) -> None:
    (block,) = (p.text for p in answered(text).passages if p.block)
    assert "The following kilns were idle: [●]." in block
    assert "utput fell because" in block


def test_what_is_asked_for_us_beside_a_disclosure_stays_in_the_letter() -> None:
    text = "Please disclose why kiln output fell. Tell us which kilns were idle. Explain how you considered ASC 360-10."
    (block,) = (p.text for p in answered(text).passages if p.block)
    assert "idle" not in block
    assert "ASC 360-10" not in block


@pytest.mark.parametrize(
    ("head", "text", "says"),
    [
        (
            "DFAN14A Filed March 4, 2024",
            "In future filings, please refrain from the statement that the board burnt the kilns.",
            "in future soliciting materials.",
        ),
        (
            "PREC14A Filed March 4, 2024",
            "In future filings, please clarify that the kilns are leased.",
            "will clarify that the kilns are leased in future soliciting materials.",
        ),
        (
            "PREC14A Filed March 4, 2024",
            "Please clarify that the kilns are leased.",
            "has revised the disclosure on page",
        ),
        (
            "DEFA14A Filed March 4, 2024",
            "Provide support for your assertion that the kilns are idle. Please revise to provide support.",
            "in future soliciting materials.",
        ),
    ],
)
def test_papers_of_a_contest_come_as_they_are_needed(head: str, text: str, says: str) -> None:
    answer = answered(text, heading=(head,))
    assert says in answer.text
    assert "beginning with" not in answer.text
    assert "under separate cover" not in answer.text


@pytest.mark.parametrize("ends", ["Please advise or revise.", "Please revise or advise."])
def test_a_defect_that_is_described_and_no_more_is_named_and_its_cure_left_open(ends: str) -> None:
    text = f"Your reference to the kiln table seems misplaced. {ends}"
    said = answered(text, matter=FILED_S1).text
    assert "to [●: the correction made, where the Staff observes that the Company's " in said
    assert "reference to the kiln table seems misplaced]." in said


def test_reasons_for_not_filing_answer_that_and_leave_no_blank_for_reasons() -> None:
    answer = answered(
        "Please disclose the terms of your clay contract and file the contract as an exhibit, or tell us why you are "
        "not required to do so under Item 601(b)(10) of Regulation S-K.",
        "## 1\n- The contract was made in the ordinary course, and the Company is not dependent on it.\n"
        "- The term of the contract is three years. Either side may end it on 60 days' notice.\n"
        "- The terms are on page 71. Not filing.",
        FILED_S1,
    )
    terms, reasons = answer.text.index("three years"), answer.text.index("ordinary course")
    assert (
        terms
        < reasons
        < answer.text.index("required by Item 601(b)(10) of Regulation S-K to file the contract")
    )
    assert not any("reason" in blank or "conclusion" in blank for blank in answer.blanks)
    assert "required to disclose" not in answer.text


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        ("Please tell us how the kiln loan is secured and when it was repaid.", "Repaid in full on May 4, 2026.",
            "the kiln loan was repaid in full on May 4, 2026."),
        ("Please describe the glaze warrants and tell us who holds them.", "Not transferred since. This was signed.",
            "This was signed."),
    ],
)  # fmt: skip
def test_a_note_without_a_subject_is_said_of_the_matter_of_the_comment(
    comment: str, note: str, written: str
) -> None:
    assert written in " ".join(p.text for p in answered(comment, f"## 1\n- {note}").passages)


# An act needs a decision on the words of a filing


@pytest.mark.parametrize(
    ("said", "out"),
    [
        ("Deleted everywhere; the summary now gives the growth rate.", True),
        ("“Leading” comes out of the summary.", True),
        ("Why removed: two thirds of the parks now lease by the slip-foot.", False),
        ("The Kelso line was dropped in June 2025.", False),
        ("Dock B was taken out of service.", False),
        ("Do not say yet where it comes out.", False),
        ("We take that into account.", False),
    ],
)
def test_words_of_a_filing_go_out_only_where_the_notes_decide_it(said: str, out: bool) -> None:
    assert takes_out(said) is out


def test_a_thing_of_the_business_that_was_dropped_takes_no_statement_out() -> None:
    text = "Please tell us how you determined that the Kelso line is no discontinued operation."
    answer = answered(text, "## 1\n- Kelso was dropped in June 2025. It was 2 percent of revenue.")
    assert answer.stance == "explain"
    assert "no longer include" not in answer.text


@pytest.mark.parametrize("refusal", ["No amendment.", "No 10-K/A needed."])
@pytest.mark.parametrize("and_amend", [", and amend your filing if it should", ". Please amend your filing"])
def test_no_amendment_is_a_refusal_and_no_event(and_amend: str, refusal: str) -> None:
    text = f"Tell us how you evaluated whether the sale of the mill should have been reported{and_amend}."
    answer = answered(text, f"## 1\n- Assets of the mill were 3 percent of the total.\n- {refusal}")
    assert "The Company does not propose to amend its filing." in answer.text
    assert "There was no amendment" not in answer.text
    assert "will file Amendment" not in answer.text


def test_what_a_filing_is_to_show_is_no_paper_for_the_staff() -> None:
    text = "In future earnings releases, show the tax effects of your adjustments as a separate item."
    answer = answered(text, "## 1\n- The rate is looked at once a year.")
    assert answer.stance == "comply_future"
    assert "separate cover" not in answer.text


def test_a_note_of_what_the_amendment_holds_leaves_no_stump() -> None:
    text = "Management's report does not identify the framework used. Please amend your Form 10-K."
    answer = answered(text, "## 1\n- Will file a 10-K/A: complete Item 9A, short explanatory note.")
    assert "consist of complete Item 9A" in answer.text
    assert "will file a." not in answer.text


def test_taking_a_measure_out_of_releases_to_file_and_statements_made_decide_what_is_done() -> None:
    measure = (
        "You present rain-normalized earnings. Please tell us how you determined that the measure is not individually "
        "tailored, or remove it from future earnings releases."
    )
    out = answered(
        measure, "## 1\nClient will take rain-normalized earnings out of its earnings releases."
    ).text
    assert "will remove rain-normalized earnings in future earnings releases" in out
    assert "[●: whether and how" not in out
    paper = "Please file the license as an exhibit or tell us why it is not required to be filed."
    assert "Exhibit 10.8" in answered(paper, "## 1\nTo file: Exhibit 10.8.", FILED_S1).text
    assert "To file" not in answered(paper, "## 1\nTo file: Exhibit 10.8.", FILED_S1).text
    clash = (
        "You state that there is doubt, but Note 1 states that your cash suffices after the financial statements were "
        "issued. Please reconcile these statements and revise as necessary."
    )
    assert "to reconcile these statements" in answered(clash, "", FILED_S1).text


def test_what_the_client_would_keep_is_not_promised_to_go_and_what_is_not_wrong_is_no_error() -> None:
    measure = (
        "Please tell us how you determined that opening costs are not normal, recurring expenses, or remove the "
        "adjustment."
    )
    kept = answered(measure, "## 1\nNine kilns opened in 2025. Rosa wants to keep the adjustment.").text
    assert "will remove" not in kept
    assert "nine kilns" in kept
    amounts = (
        "Note 6 shows $26.9 million and page 79 shows $21.3 million. Please reconcile the two amounts for us."
    )
    right = answered(
        amounts, "## 1\nNeither number is wrong. Note 6 takes in $5.6 million of deferred revenue."
    ).text
    assert "materiality of the error" not in right


LEADS = "You say that your kilns are the market leaders and your glazes the most durable. "


@pytest.mark.parametrize(
    ("text", "notes", "matter", "says", "never"),
    [
        (
            f"{LEADS}Please disclose the measure by which you lead, and tell us the basis for the claim on glazes, or "
            "remove these statements.",
            "",
            FILED_S1,
            ("to disclose the measure by which", "claim on glazes is [●"),
            "removed",
        ),
        (
            f"{LEADS}Please tell us the basis for this claim and disclose the source, or remove the claim.",
            "The claim comes out.",
            FILED_S1,
            ("to remove the claim",),
            "[●: facts",
        ),
        (
            f"{LEADS}Please tell us the basis for this claim, or remove it.",
            "The claim rests on the guild's survey of March 2026.",
            FILED_S1,
            ("the claim rests on the guild's survey of March 2026",),
            "remove",
        ),
        (
            "Tell us why fired volume does not count sales not yet made, or remove it from future releases.",
            "Fired volume counts pots shipped. / The chart comes out with the next release.",
            PERIODIC,
            ("fired volume counts pots shipped",),
            "will remove",
        ),
        (
            "Tell us why kiln cash flow is not a non-GAAP measure, or remove it from your future filings.",
            "The footnote comes out; the measure moves to Note 14.",
            PERIODIC,
            ("the measure moves to Note 14",),
            "remove kiln",
        ),
    ],
)
def test_one_branch_of_support_or_removal_is_taken(
    text: str, notes: str, matter: MatterFile, says: tuple[str, ...], never: str
) -> None:
    facts = "\n".join(f"- {note}" for note in notes.split(" / "))
    said = answered(text, f"## 1\n{facts}" if notes else "", matter).text
    assert all(part in said for part in says)
    assert never not in said


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        (
            "Please revise to split the 2016 kiln data from earlier data, remove the 2016 kiln data from your "
            "chart, or explain why you believe the comparison is fair.",
            "to split the 2016 kiln data",
            "removed",
        ),
        (
            "Disclose the lease expense, or state that there is none and explain why that is not material.",
            "to disclose the lease expense",
            "because",
        ),
    ],
)
def test_of_several_alternatives_one_is_taken(asked: str, said: str, unsaid: str) -> None:
    text = answered(asked, "", FILED_S1).text
    assert said in text
    assert unsaid not in text


def test_the_number_of_an_amendment_denies_nothing() -> None:
    comment = "If the tax consequences are material, please file an opinion of counsel."
    notes = (
        "## 1\nOur tax partners give a “will” opinion, filed as Exhibit 8.1 with Amendment No. 1, at signing."
    )
    text = answered(comment, notes, FILED_S1).text
    assert "does not believe" not in text
    assert "filed an opinion of counsel as Exhibit 8.1" in text
