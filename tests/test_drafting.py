"""Drafts without a language model: what a plan decides and what the composer writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from drafter import drafting
from drafter.domain import (
    Answer,
    Comment,
    Draft,
    Fact,
    Filing,
    Kind,
    Letter,
    Line,
    Matter,
    MatterFile,
    Move,
    Precedent,
    Severity,
    Side,
)
from drafter.drafting import Case, draft
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.causes import factor_names
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import WE, Voice, third_person, turn, turn_own
from drafter.drafting.notes.ready import Use, tell
from drafter.drafting.planning.bridges import Bridge, amounts, bridge
from drafter.drafting.planning.dues import Target, target_of
from drafter.matters import read_facts
from tests.conftest import a_comment, a_pair

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")
MATTER = MatterFile(
    company="Harrowgate Tools, Inc.",
    filings=(
        Filing("10-K", date(2025, 12, 31), date(2026, 2, 20)),
        Filing("10-Q", date(2026, 3, 31), date(2026, 5, 1)),
    ),
    next_annual=Filing("10-K", date(2026, 12, 31)),
    next_interim=Filing("10-Q", date(2026, 6, 30)),
    staff_date=date(2026, 5, 20),
)
DRAFT_S1 = MatterFile(
    company="Harrowgate Tools, Inc.", filings=(Filing("DRS (Form S-1)", None, date(2026, 2, 1)),)
)


def a_letter(*comments: Comment) -> Letter:
    lines = tuple(Line(c.text) for c in comments)
    return Letter(
        "staff", Side.STAFF, Kind.COMMENTS, Matter("Harrowgate Tools, Inc."), date(2026, 5, 20), lines=lines
    )


def drafted(
    *texts: str,
    notes: str = "",
    matter: MatterFile = MATTER,
    headings: Sequence[str] = (),
    own: Sequence[Precedent] = (),
) -> Draft:
    comments = tuple(a_comment(t, str(n), heading=tuple(headings)) for n, t in enumerate(texts, 1))
    return draft(Case(a_letter(*comments), comments, matter, read_facts(notes)), own=lambda _: own)


def answered(text: str, notes: str = "", matter: MatterFile = MATTER, headings: Sequence[str] = ()) -> Answer:
    return drafted(text, notes=notes, matter=matter, headings=headings).answers[0]


# Pronouns


@pytest.mark.parametrize(
    ("said", "company", "we"),
    [
        ("how you determined that", "how the Company determined that", "how we determined that"),
        (
            "whether you purchase or sell credits",
            "whether the Company purchases or sells credits",
            "whether we purchase or sell credits",
        ),
        (
            "how far you expect funds to take you in 2027",
            "how far the Company expects funds to take it in 2027",
            "how far we expect funds to take us in 2027",
        ),
        (
            "whether you are able to use your plan",
            "whether the Company is able to use its plan",
            "whether we are able to use our plan",
        ),
        (
            "the risks to you and your customers",
            "the risks to the Company and its customers",
            "the risks to us and our customers",
        ),
        ("what yours will say", "what the Company's disclosure will say", "what our disclosure will say"),
        ("how did you consider it", "how did the Company consider it", "how did we consider it"),
        (
            "what we said in our comment",
            "what the Staff said in the Staff's comment",
            "what the Staff said in the Staff's comment",
        ),
    ],
)
def test_the_staffs_you_becomes_the_person_of_the_letter(said: str, company: str, we: str) -> None:
    assert turn(said, COMPANY) == company
    assert turn(said, WE) == we


@pytest.mark.parametrize(
    ("said", "company", "we"),
    [
        ("We will ask for it.", "the Company will ask for it.", "we will ask for it."),
        ("The Company sets the fee.", "the Company sets the fee.", "we set the fee."),
        (
            "The leases forbid us to speak.",
            "The leases forbid the Company to speak.",
            "The leases forbid us to speak.",
        ),
    ],
)
def test_counsels_we_means_the_company(said: str, company: str, we: str) -> None:
    assert turn_own(said, COMPANY) == company
    assert turn_own(said, WE) == we


@pytest.mark.parametrize(
    ("verb", "third"),
    [
        ("purchase", "purchases"),
        ("carry", "carries"),
        ("are", "is"),
        ("determined", "determined"),
        ("will", "will"),
        ("assess", "assesses"),
        ("need", "needs"),
    ],
)
def test_a_verb_agrees_with_it(verb: str, third: str) -> None:
    assert third_person(verb) == third


def test_a_partnership_is_named_as_its_matter_says() -> None:
    matter = replace(MATTER, terms=(("company", "the Partnership"),))
    text = answered("Please tell us whether you sell offsets.", matter=matter).text
    assert text.startswith("The Partnership [●: does or does not] sell offsets, because")
    assert "Company" not in text


# Notes


def told(note: str, comment: str = "Please explain the table.") -> list[tuple[str, str]]:
    facts = read_facts(f"## 1\n- {note}")
    return [(t.text, t.use) for t in tell(facts, Setting(COMPANY, comment, f"{comment} {note}"))]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("Both phrases are out, everywhere.", "Both phrases have been removed throughout."),
        ("Table will be corrected.", "The table will be corrected."),
        ("Goodwill allocated: $21.4 million.", "Goodwill allocated was $21.4 million."),
        (
            "Fiscal 2025: traffic down 1.1 percent, ticket up 4.3 percent.",
            "In fiscal 2025, traffic decreased 1.1 percent and ticket increased 4.3 percent.",
        ),
        (
            "Snacks: value exceeded carrying amount.",
            "For Snacks, value exceeded carrying amount.",
        ),
        ("Deck exists, was used twice.", "The deck exists and was used twice."),
        ("No price range yet.", "There is no price range at this time."),
        ("Will rely on the exception.", "The Company will rely on the exception."),
        ("Company will give it again.", "The Company will give it again."),
        ("Unavailable: impairment charges.", "The following information is unavailable: impairment charges."),
        ("The page 4 table left out goods in transit.", "The page 4 table did not include goods in transit."),
    ],
)
def test_shorthand_becomes_a_sentence_of_the_letter(note: str, sentence: str) -> None:
    assert told(note) == [(sentence, Use.STATE)]


def test_a_note_without_a_subject_takes_that_of_the_comment() -> None:
    comment = "Please disclose whether the provision applies to such claims."
    assert told("Does not apply to such claims.", comment) == [
        ("The provision does not apply to such claims.", Use.STATE)
    ]


@pytest.mark.parametrize(
    "remark",
    [
        "Ask audit whether anybody wrote this up.",
        "I have not seen anything.",
        "Nobody here recalls a decision.",
        "Client agrees to disclose.",
        "Give both to the Staff under separate cover.",
    ],
)
def test_a_working_remark_stays_out_of_the_letter(remark: str) -> None:
    assert [use for _, use in told(remark)] == [Use.REMARK]


@pytest.mark.parametrize(
    "note", ["Take rate is revenue over volume.", "Call options are valued daily.", "Checks are run weekly."]
)
def test_a_fact_that_begins_like_a_remark_is_a_fact(note: str) -> None:
    assert [use for _, use in told(note)] == [Use.STATE]


def test_what_is_plainly_private_is_held_back_though_nobody_marked_it() -> None:
    made = drafted(
        "Please describe your sales.",
        notes="## 1\nManagement expects sales to fall in the second half. Sales are made by dealers.",
    )
    assert "fall" not in made.answers[0].text
    assert "made by dealers" in made.answers[0].text
    assert [f.check for f in made.findings if "fall" in f.message] == ["draft.held_back"]


def test_a_rule_83_fact_is_redacted_and_the_rule_named() -> None:
    notes = (
        "## 1\n- Rule 83: the tenant is Ambrose Mills; rent about "
        "$38.4 million a year. The leases forbid us to name it."
    )
    text = answered("Please tell us who the tenant is.", notes).text
    assert "Ambrose" not in text
    assert "38.4" not in text
    assert "the tenant is [***], and the rent is about [***] a year" in text
    assert "17 CFR 200.83" in text


def test_a_clause_on_what_is_redacted_is_redacted_too() -> None:
    notes = "## 1\nRule 83: the kiln rate is $40 a day, which is also our bid for the quarry."
    text = answered("Please tell us the kiln rate used.", notes).text
    assert "$40" not in text
    assert "bid" not in text


def test_a_provision_of_one_request_is_not_hung_on_the_promise_of_another() -> None:
    comment = (
        "Please tell us how you concluded that cost approximates fair value for these oysters, with reference to "
        "paragraph 24 of IAS 41. Please also revise future filings to disclose the growing period."
    )
    notes = (
        "## 1\nCost approximates fair value for these oysters because they have grown little since they were bought. "
        "The growing period of three years goes into the next Form 10-K."
    )
    text = answered(comment, notes).text
    promise = next(line for line in text.split("\n") if "growing period" in line)
    assert "IAS 41" not in promise


def test_these_stay_a_pointer_where_the_comment_names_two_of_the_noun() -> None:
    comment = (
        "You disclose that deposits from potters grew to 31% of total deposits. Please disclose the terms of these "
        "deposits in future filings."
    )
    assert "the terms of these deposits in future filings" in answered(comment).text


def test_another_title_is_promised_without_a_line_of_disclosure() -> None:
    answer = answered("You present Kiln Cash Flow. Please retitle the measure in future filings.")
    assert "will retitle Kiln Cash Flow in future filings" in answer.text
    assert not [p for p in answer.passages if p.block]


def test_a_reconciliation_to_a_measure_of_the_accounts_is_of_the_companys_own() -> None:
    text = answered(
        "Please provide a reconciliation to net income of Adjusted EBITDA in future filings."
    ).text
    assert "The following table reconciles Adjusted EBITDA to net income" in text


def test_the_rule_83_request_names_who_makes_it_with_the_code_of_its_pages() -> None:
    asked_by = replace(MATTER, rule_83=(("requester", "Corva Glaze, Inc."), ("control", "CGI")))
    answer = answered("Please tell us who the tenant is.", "## 1\nRule 83: the tenant is Ambrose.", asked_by)
    assert (
        "requested by Corva Glaze, Inc. under Rule 83 (17 CFR 200.83), identifying code CGI;" in answer.text
    )


def test_a_rule_83_note_without_a_name_or_figure_is_wholly_redacted() -> None:
    text = answered("Please tell us about the tenant.", "## 1\nRule 83: the tenant is near insolvency.").text
    assert "insolvency" not in text
    assert "[***]" in text


def test_what_is_to_be_confirmed_becomes_a_blank_that_proposes_it() -> None:
    answer = answered("Please tell us the headroom.", "## 1\nTo be confirmed: headroom was 12 percent.")
    assert "headroom, proposed as 12 percent, to be confirmed" in answer.blanks


def test_a_value_still_to_come_becomes_a_blank() -> None:
    answer = answered(
        "Please tell us the discount rate.", "## 1\nDiscount rate: valuation report not yet in hand."
    )
    assert "discount rate (valuation report not yet in hand)" in answer.blanks


def test_a_note_without_a_word_of_the_comment_is_named_to_counsel() -> None:
    comment = "Please tell us how you value inventories. Please tell us who reviews leases."
    made = drafted(comment, notes="## 1\nQuarterly dividends began in 2019.")
    assert "quarterly dividends began in 2019." in made.answers[0].text
    assert [f.message for f in made.findings if f.check == "draft.unplaced"] == [
        "Nothing that the Staff asks by name is answered by this; see whether it belongs: "
        "Quarterly dividends began in 2019."
    ]


def test_a_thing_that_no_note_stands_with_is_left_open_where_the_notes_are_fewer_than_the_things() -> None:
    made = drafted(
        "Please tell us the rate and the maturity of the loan.", notes="## 1\nThe rate is 4.1 percent."
    )
    assert "The maturity of the loan is [●: maturity" in made.answers[0].text


def test_a_note_for_a_comment_that_is_not_there_is_named() -> None:
    made = drafted("Please explain.", notes="## 9\nA fact.")
    assert [f.message for f in made.findings if f.check == "draft.note_elsewhere"] == [
        "A note under comment 9, which the letter does not have was not used: A fact."
    ]


# Stance


@pytest.mark.parametrize(
    ("text", "notes", "move"),
    [
        ("Please revise to disclose your backlog.", "", Move.COMPLY_FUTURE),
        ("Please tell us how you value backlog.", "", Move.EXPLAIN),
        ("Please tell us how you considered ASC 450-20-50-3.", "", Move.ANALYSIS),
        ("Please provide us with your analysis of the lease.", "", Move.ANALYSIS),
        ("Please confirm that you will disclose this in future filings.", "", Move.CONFIRM),
        ("Please file an amendment to the Form 10-Q with full certifications.", "", Move.COMPLY_NOW),
        ("Please supplementally provide us with support for your claim.", "", Move.SUPPLEMENTAL),
        ("Please disclose the backlog or tell us why you do not.", "", Move.COMPLY_FUTURE),
        (
            "Please tell us why, or revise future filings to disclose it.",
            "## 1\nThe disclosure is there: Note 8, page 63.",
            Move.EXPLAIN,
        ),
        ("Please explain why you did not apply ASC 842-10-15 to the wharf.", "", Move.ANALYSIS),
        ("Please explain why the wharf is closed in winter.", "", Move.EXPLAIN),
        ("Please provide us with your analysis of whether the wharf is a lease.", "", Move.ANALYSIS),
        ("Disclose any material litigation risks that the wharf brings.", "", Move.EXPLAIN),
        ("Please revise future filings to disclose any material litigation risks.", "", Move.COMPLY_FUTURE),
        ("If significant to your liquidity, please disclose the cash held abroad.", "", Move.EXPLAIN),
        (
            "Your response to prior comment 3 is brief. Please describe the risks you looked at "
            "and explain how you assessed them.",
            "",
            Move.EXPLAIN,
        ),
        ("Please describe the risks and revise future filings to discuss them.", "", Move.COMPLY_FUTURE),
        ("Please clarify the nature of the fee and tell us how you account for it.", "", Move.EXPLAIN),
        (
            "It is unclear what the comparable measure is. Please provide a reconciliation of the non-GAAP "
            "measure to the most directly comparable GAAP measure. Refer to Item 10(e) of Regulation S-K.",
            "",
            Move.COMPLY_FUTURE,
        ),
        (
            "You must disclose how the ratio is calculated. Please tell us and revise future disclosure to "
            "explain how the ratio is calculated.",
            "",
            Move.EXPLAIN,
        ),
        ("Please include an analysis of the comparable measures in your discussion.", "", Move.COMPLY_FUTURE),
        ("In future reports, please include the analysis provided in your response.", "", Move.COMPLY_FUTURE),
        ("Please enhance your disclosure to clarify whether you believe it is lost.", "", Move.COMPLY_FUTURE),
        ("Please tell us how you considered Item 303(b)(2) of Regulation S-K.", "", Move.ANALYSIS),
        ("Please reconcile these amounts for us.", "", Move.EXPLAIN),
        (
            "Please reconcile these amounts for us.",
            "## 1\n$5 million is the right amount.",
            Move.CORRECT_ERROR,
        ),
        (
            "Please tell us why you do not disclose the ratio.",
            "## 1\nManagement does not use the ratio.",
            Move.PUSH_BACK_NOT_USED,
        ),
    ],
)
def test_the_stance_follows_the_request_and_the_notes(text: str, notes: str, move: Move) -> None:
    assert answered(text, notes).stance is move


def test_counsels_stance_outranks_everything() -> None:
    matter = replace(MATTER, stances=(("1", Move.EXPLAIN),))
    assert answered("Please revise to disclose your backlog.", matter=matter).stance is Move.EXPLAIN


def test_statements_that_do_not_agree_are_changed_in_a_registration_statement() -> None:
    comment = "Please reconcile this disclosure with your disclosure that the wharf is let."
    assert answered(comment, matter=DRAFT_S1).stance is Move.COMPLY_NOW
    assert answered(comment).stance is Move.EXPLAIN


def test_a_registration_statement_is_amended_and_nothing_is_promised_for_the_future() -> None:
    answer = answered("Please disclose your backlog.", matter=DRAFT_S1)
    assert answer.stance is Move.COMPLY_NOW
    assert "has revised the disclosure on page [●: page number]" in answer.text
    assert "future filings" not in answer.text


# Answers


def test_a_promise_names_the_next_filing_and_its_period() -> None:
    text = answered("Please disclose your backlog.").text
    assert "beginning with its Form 10-Q for the quarter ending June 30, 2026" in text


@pytest.mark.parametrize("heading", ["Item 1C. Cybersecurity, page 27", "Item 2. Properties, page 12"])
def test_a_section_of_the_annual_report_is_promised_for_the_annual_report(heading: str) -> None:
    text = answered("Please disclose who assesses this.", headings=["Form 10-K", heading]).text
    assert "Form 10-K for the fiscal year ending December 31, 2026" in text


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (
            "Disclose the assets that earn no return. Refer to ASC 980-340-50-1.",
            "Form 10-K for the fiscal year",
        ),
        ("Fiscal 2025 had 53 weeks. Please quantify the effect on sales.", "Form 10-K for the fiscal year"),
        ("Expand the discussion of your critical accounting estimates.", "Form 10-K for the fiscal year"),
        ("Disclose the threshold you use. Refer to Item 103(c)(3)(iii).", "Form 10-Q for the quarter"),
        ("Disclose the kiln cost in each annual and quarterly report.", "Form 10-Q for the quarter"),
        ("Disclose contract balances. Refer to ASC 606-10-50-8.", "Form 10-Q for the quarter"),
    ],
)
def test_what_only_annual_reports_disclose_is_promised_for_the_next_of_them(asked: str, due: str) -> None:
    text = answered(asked).text
    assert f"beginning with its {due}" in text
    assert "report in future filings" not in text


def test_a_fiscal_year_is_called_by_its_name() -> None:
    matter = replace(MATTER, fiscal_year_names=((date(2026, 12, 31), "fiscal 2026"),), next_interim=None)
    assert "December 31, 2026 (fiscal 2026)" in answered("Please disclose your backlog.", matter=matter).text


def test_an_unknown_next_filing_is_a_blank() -> None:
    text = answered("Please disclose your backlog.", matter=MatterFile()).text
    assert "[●: form and period of the first filing in which the change will appear]" in text


def test_proposed_disclosure_has_every_element_in_the_filings_own_person() -> None:
    comment = (
        "Please disclose in future filings: • the number of your "
        "stores; • how you select sites; and • your lease terms."
    )
    (block,) = [p for p in answered(comment).passages if p.block]
    lines = block.text.split("\n")
    assert lines[0] == "The number of our stores was [●]."
    assert lines[1] == "We select sites as follows: [●]."
    assert "our lease terms" in lines[2].lower()


def test_each_factor_the_staff_quotes_gets_an_amount() -> None:
    comment = (
        "You attribute the increase in revenue to higher volumes and, "
        "to a lesser extent, pricing. Please quantify each factor."
    )
    (block,) = [p for p in answered(comment).passages if p.block]
    assert block.text == (
        "Revenue [●: increased or decreased] by $[●], or [●] percent, in the quarter ended June 30, 2026 "
        "compared with the same quarter of the preceding year. Of this change, $[●] was "
        "attributable to [higher volumes] and $[●] to [pricing], offset by [●: offsetting factors, with "
        "amounts, if any]."
    )


@pytest.mark.parametrize(
    ("comment", "line"),
    [
        (
            "You attribute the rise in kiln sales to new tenants and to rent steps, without saying how much of it each "
            "explains. Please quantify in future filings the contribution of each.",
            "was attributable to [new tenants] and $[●] to [rent steps], offset",
        ),
        (
            "Your rent arrears increased by 40% while kiln sales increased 3%. Please disclose in future filings the "
            "reasons for the increase.",
            "The increase was due to [●].",
        ),
    ],
)
def test_a_change_is_named_only_where_one_thing_changed(comment: str, line: str) -> None:
    (block,) = [p for p in answered(comment).passages if p.block]
    assert line in block.text


def test_the_factors_of_a_sentence_come_apart() -> None:
    assert factor_names("ticket and, to a lesser extent, traffic") == ["ticket", "traffic"]
    assert factor_names("higher volumes and, to a lesser extent, pricing") == ["higher volumes", "pricing"]
    assert factor_names("mix and clay costs, net of rebates") == ["mix", "clay costs net of rebates"]


def test_materiality_is_a_blank_before_what_is_promised_under_it() -> None:
    answer = answered("If material, please discuss the effects of drought on your mills.")
    first = answer.passages[0].text
    assert first.startswith(
        "The effects of drought on the Company's mills [●: are or are not] material, because"
    )
    assert answer.blanks[1].startswith("amounts of the effects of drought")
    assert answer.passages[-1].text == (
        "[To the extent material: Drought affected our mills as follows: [●: effects, with amounts].]"
    )


def test_a_question_is_left_open_and_not_answered_by_its_own_words() -> None:
    answer = answered("Please tell us how you considered Item 1.05 of Form 8-K.")
    assert answer.blanks == (
        "whether and how this was considered, by whom and when, on what facts and with what conclusion",
        "nature, scope and timing of the incident",
        "when, by whom and on what basis the incident was determined to be material or not",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "We cannot locate your kiln safety policies. Please file them with your next annual report.",
            "will file its kiln safety policies as Exhibit [●: exhibit number] to its Form 10-K",
        ),
        (
            "Please file the clay supply agreement with your next quarterly report.",
            "will file the clay supply agreement as Exhibit [●: exhibit number] to its Form 10-Q for the quarter",
        ),
    ],
)
def test_a_paper_that_comes_with_the_next_report_needs_no_amendment(text: str, said: str) -> None:
    answer = answered(text).text
    assert said in answer
    assert "Amendment" not in answer


def test_a_list_that_goes_on_in_a_request_of_its_own_keeps_its_and() -> None:
    text = (
        "Please disclose the cost of the kiln, the source of its fuel and, to the extent known, how its costs fall "
        "between years."
    )
    assert "will disclose the cost of the kiln and the source of its fuel in" in answered(text).text


def test_a_long_promise_is_set_out_below_and_not_said_twice() -> None:
    text = (
        "Please disclose how any kiln levies are factored into the prices that you charge for glazed bricks, including "
        "whether you have elected to exclude all levies assessed by a town that are imposed on your firings or paid by "
        "you for customers, and whether you regard any levy of a county that is collected with the rent as one of them."
    )
    said = answered(text).text
    assert "will include the disclosure set out below in future filings, beginning with" in said
    assert said.count("factored into the prices") == 1


def test_a_figure_that_a_line_gives_is_not_left_open_by_another() -> None:
    text = "Please disclose net kiln yield for each period presented and describe how it is calculated."
    notes = (
        "## 1\n- The yield was 9 percent for 2025 and 8 percent for 2024.\n"
        "- The yield is bricks sold divided by bricks fired."
    )
    said = answered(text, notes).text
    assert "yield was 9 percent for 2025" in said
    assert "was [●]" not in said


def test_a_block_does_not_mix_the_first_and_the_third_person() -> None:
    said = answered("Please disclose how the Company accounts for its kiln incentives.").text
    assert "We account for its" not in said


@pytest.mark.parametrize(
    ("text", "notes", "said", "unsaid"),
    [
        (
            "Please tell us how you determined that kilns are in arrears, and why none is shown.",
            "A kiln is in arrears if it is past due, is rated doubtful, or could not be let elsewhere.",
            "if it is past due, is rated doubtful, or could not be let elsewhere.",
            "past due and",
        ),
        (
            "Please tell us who directs the kilns, and confirm that no kiln is pledged.",
            "Under the kiln services agreements the Company sets budgets, staffing levels, scheduling and payor terms.",
            "Under the kiln services agreements the Company sets budgets",
            "to be put into words",
        ),
        (
            "Please tell us the amount of clay sold in each period and revise future filings to disclose it if it is "
            "material.",
            "Clay sold was $1.9 million in 2025. The Company does not consider it material.\n"
            "- 2023 amount: to be confirmed by revenue accounting.",
            "[●: 2023 amount (revenue accounting)]",
            "amount: to be",
        ),
        (
            "Please tell us the amount of these renewals, how you tested each kiln and why none is in the table.",
            "64 kilns were renewed, $27.6 million in all.\n- Each kiln is tested by age.\n- None is included because "
            "all passed.",
            "$27.6 million in all",
            "[●: the amount",
        ),
        (
            "Please remove kiln flow per share from future filings.",
            "",
            "will remove kiln flow per share in future filings, beginning with",
            "future filings in future",
        ),
        (
            "Please confirm your understanding that a kiln vote is a substantive matter.",
            "",
            "The Company confirms its understanding that a kiln vote is a substantive matter.",
            "[●: whether",
        ),
    ],
)
def test_what_the_notes_or_the_comment_give_is_said_once_and_as_it_is(
    text: str, notes: str, said: str, unsaid: str
) -> None:
    answer = answered(text, f"## 1\n- {notes}" if notes else "").text
    assert said in answer
    assert unsaid not in answer


def test_a_promise_of_one_thing_leaves_no_other_unpromised() -> None:
    text = "Please revise future filings to quantify the cost of glazing and to state the firing schedule."
    notes = "## 1\n- The Company will quantify the cost of glazing from the Form 10-Q for June 30, 2026."
    said = " ".join(answered(text, notes).text.split())
    assert "will quantify the cost of glazing" in said
    assert "In those filings, it will also state the firing schedule." in said


def test_a_promise_that_gives_a_measure_up_answers_the_question_why() -> None:
    comment = (
        "Please tell us how you concluded that these costs are not normal. "
        "If you cannot support that, please remove the adjustment."
    )
    answer = answered(comment, "## 1\nThe Company will no longer exclude these costs.")
    assert answer.stance is Move.COMPLY_FUTURE
    assert answer.blanks == ()
    assert answer.unanswered_requests == ()


def test_a_reconciliation_adds_up_or_is_not_written() -> None:
    comment = "One table shows $148.6 million and the other $141.8 million."
    assert bridge(comment, "Goods in transit were $6.8 million.") == Bridge(
        "$141.8 million", ("$6.8 million",), "$148.6 million"
    )
    assert bridge(comment, "Goods in transit were $6.9 million.") is None


def test_amounts_are_compared_in_dollars() -> None:
    assert amounts("$1.5 billion and $1,500 million") == {
        "$1.5 billion": 1500000000,
        "$1,500 million": 1500000000,
    }


def test_an_error_is_corrected_with_blanks_for_materiality_and_controls() -> None:
    comment = (
        "The table shows $148.6 million and page 41 shows $141.8 "
        "million. Please reconcile these amounts for us."
    )
    answer = answered(
        comment,
        "## 1\n$148.6 million is the right amount. Page 41 left out goods in transit of $6.8 million.",
    )
    assert "$141.8 million plus $6.8 million equals $148.6 million" in answer.text
    assert [b.split(" ")[0] for b in answer.blanks] == ["whether", "effect,"]


def test_an_analysis_goes_through_the_elements_of_the_guidance() -> None:
    comment = "Please provide us with your analysis of whether you are the principal under ASC 606-10-55-39."
    answer = answered(comment, "## 1\nThe Company is primarily responsible for delivery.")
    assert (
        "Primary responsibility for fulfilling the promise. The Company is primarily responsible"
        in answer.text
    )
    assert "Inventory risk. [●: who bears inventory risk: what is committed to" in answer.text


def test_an_amendment_names_report_period_and_contents() -> None:
    comment = (
        "Please file an amendment to the Form 10-Q with certifications that conform. The "
        "amendment may be abbreviated, consisting of a cover page and a signature page."
    )
    text = answered(comment).text
    assert (
        "Amendment No. 1 on Form 10-Q/A to its Form 10-Q for the quarterly period ended March 31, 2026"
        in text
    )
    assert "The amendment will consist of a cover page and a signature page." in text


@pytest.mark.parametrize(
    ("matter", "rule"),
    [
        (MATTER, "Rule 12b-4"),
        (DRAFT_S1, "Rule 418(b)"),
        (replace(DRAFT_S1, filings=(Filing("PREM14A", None, date(2026, 2, 1)),)), "Rule 12b-4"),
        (replace(DRAFT_S1, filings=(Filing("10-12B", None, date(2026, 2, 1)),)), "Rule 12b-4"),
    ],
)
def test_papers_are_asked_back_under_the_rule_of_their_act(matter: MatterFile, rule: str) -> None:
    assert (
        rule in answered("Please supplementally provide us with support for your claim.", matter=matter).text
    )


def test_a_comment_on_another_filing_is_carried_over() -> None:
    made = drafted(
        "Please reconcile Segment Profit to net income. Refer to Item 10(e) of Regulation S-K.",
        "Please tell us who audits.",
        "Please apply our comment on Segment Profit to your quarterly reports.",
    )
    assert made.answers[2].stance is Move.REFER
    assert made.answers[2].text.startswith(
        "Please see the response to comment 1. The Company will make the same change in its quarterly reports"
    )


def test_answers_do_not_all_open_alike() -> None:
    made = drafted(
        "Please disclose your backlog.", "Please disclose your churn.", "Please disclose your margin."
    )
    assert len({a.text[:20] for a in made.answers}) == 3


def test_we_letters_say_we_throughout() -> None:
    text = answered(
        "Please tell us how you value your leases. Please disclose your leases.",
        matter=replace(MATTER, person="we"),
    ).text
    assert "Company" not in text
    assert "We value our leases as follows: [●: inputs and each step of the calculation of our leases" in text


def test_a_second_verb_leaves_no_word_twice_in_a_blank() -> None:
    text = answered("Please tell us how you earn and account for revenue from third-party sales.").text
    assert "[●: timing of recognition" in text


def test_every_request_is_answered_or_left_open() -> None:
    comment = (
        "Please tell us how you test goodwill, describe your process, "
        "confirm the date, and revise to disclose your policy."
    )
    answer = answered(comment)
    assert len(answer.requests) == 4
    assert answer.unanswered_requests == ()


# Notes to counsel


def test_an_own_earlier_position_is_shown_with_a_bridge() -> None:
    pair = a_pair("Please tell us whether you use churn.", "Management does not use churn.")
    made = drafted("Please disclose your churn.", own=(Precedent(pair, 0.9),))
    (finding,) = [f for f in made.findings if f.check == "draft.own_position"]
    assert finding.severity is Severity.WARNING
    assert "Management does not use churn." in finding.message
    assert "letter dated March 4, 2021, comment 1, bears on this" in finding.message


def test_every_answer_has_its_move_and_an_alternative_in_a_ready_sentence() -> None:
    made = drafted("Please disclose your backlog.")
    assert [f.check for f in made.findings] == ["draft.move", "draft.alternative"]
    assert "comply future" in made.findings[0].message
    assert "The Company respectfully advises the Staff" in made.findings[1].message


def test_provenance_names_the_composer_and_what_it_wrote_with() -> None:
    made = drafted("Please explain.")
    assert made.provenance.chat == "offline"
    assert len(made.provenance.prompt) == 64


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    comments = (a_comment("Please explain.", "1"), a_comment("Please confirm.", "2"))
    draft(Case(a_letter(*comments), comments), tick=lambda done, of: seen.append((done, of)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the expense information regularly provided to the board", "the expense information"),
        ("how it determined that changes in settlement assets belong there", "changes in settlement assets"),
        ("whether restricted cash held for others is included", "restricted cash"),
        ("why QLN-300, which is early, is material", "QLN-300"),
        ("it", ""),
        ("how Item 10(e) was applied", "Item 10(e)"),
    ],
)
def test_a_request_is_named_in_a_few_words(text: str, short: str) -> None:
    assert topic(text) == short


@pytest.mark.parametrize(
    ("sentence", "small"),
    [
        ("The table is right.", "the table is right."),
        ("Ambrose Mills is a tenant.", "Ambrose Mills is a tenant."),
        ("$5 million is right.", "$5 million is right."),
    ],
)
def test_only_a_common_word_loses_its_capital(sentence: str, small: str) -> None:
    assert lowered(sentence) == small


@pytest.mark.parametrize(
    ("heading", "text", "target"),
    [
        ("Form 10-K for the Year Ended 2025", "Please revise.", Target.PERIODIC),
        ("Registration Statement on Form S-4", "Please revise.", Target.REGISTRATION),
        ("Preliminary Proxy Statement on Schedule 14A", "Please revise.", Target.REGISTRATION),
        ("Definitive Proxy Statement on Schedule 14A", "Please revise.", Target.PROXY),
        ("Form 8-K Furnished May 21, 2026", "Please revise.", Target.RELEASE),
        ("General", "Please revise future earnings releases.", Target.RELEASE),
    ],
)
def test_the_kind_of_filing_is_read_from_the_heading(heading: str, text: str, target: Target) -> None:
    comment = a_comment(text, heading=(heading,))
    assert target_of(comment, a_letter(comment), MatterFile()) is target


def test_a_fact_is_cited_where_it_is_used() -> None:
    answer = answered("Please tell us how you value backlog.", "## 1\nBacklog is valued at contract price.")
    assert "fact:1" in answer.passages[0].sources
    assert (
        Fact("fact:1", "1", "Backlog is valued at contract price.").text.lower()[:-1] in answer.text.lower()
    )


@pytest.mark.parametrize(
    "move", [Move.PUSH_BACK_IMMATERIAL, Move.PUSH_BACK_NOT_REQUIRED, Move.PUSH_BACK_NOT_USED]
)
def test_a_push_back_without_facts_claims_nothing_and_promises_nothing(move: Move) -> None:
    matter = replace(MATTER, stances=(("1", move),))
    answer = answered("Please disclose your churn or tell us why you do not.", matter=matter)
    assert answer.stance is move
    assert "material" not in answer.text.replace("materiality", "")
    assert " will " not in answer.text
    assert answer.unanswered_requests == ()
    assert answer.blanks != ()


def test_a_push_back_on_materiality_states_the_figures_and_leaves_the_qualitative_factors_open() -> None:
    answer = answered(
        "Please tell us why you do not disclose churn.", "## 1\nChurn isn't material: 0.3% in 2025."
    )
    assert answer.stance is Move.PUSH_BACK_IMMATERIAL
    assert "churn is not material: 0.3% in 2025." in answer.text
    assert answer.blanks == ("qualitative factors bearing on materiality under SAB Topic 1.M (Controller)",)


@pytest.mark.parametrize("yes", ["Confirmed.", "Yes.", "Yes, confirmed."])
def test_a_bare_yes_confirms_what_the_staff_asks(yes: str) -> None:
    comment = "Please confirm that the kiln test was performed in October 2025."
    (answer,) = drafted(comment, notes=f"## 1\n{yes}").answers
    assert answer.text == "The Company confirms that the kiln test was performed in October 2025."


def test_an_analysis_that_is_to_be_disclosed_too_stands_in_the_proposed_text() -> None:
    comment = "Please explain to us kiln idling and include the analysis provided in your response in future filings."
    (answer,) = drafted(comment, notes="## 1\nKiln idling lowers fuel cost.").answers
    assert [p.text for p in answer.passages if p.block] == ["Kiln idling lowers fuel cost."]
    assert "will include the analysis provided in this response in future filings" in answer.text


def test_consideration_is_asked_for_and_what_was_to_be_considered_is_not_asserted() -> None:
    comment = "Please tell us what consideration you gave to discussing the effect of idling on kiln yield."
    (answer,) = drafted(comment).answers
    assert answer.blanks == (
        "whether and how this was considered, by whom and when, on what facts and with what conclusion",
    )


def test_the_branch_not_taken_stands_in_the_notes_as_a_sentence() -> None:
    branches = [
        f.message for c in (
            "Please tell us why you omit backlog, or disclose your backlog in future filings.",
            "Please disclose your backlog in future filings or advise.",
            "Please give us your analysis of each criterion in ASC 280-10-50-11, or revise your segment disclosure.",
        ) for f in drafted(c).findings if f.check == "draft.branch"
    ]  # fmt: skip
    assert (
        "“The Company respectfully advises the Staff that it omits backlog, because [●: each" in branches[0]
    )
    assert (
        "it does not propose to disclose its backlog, because [●: how the present text meets the point"
        in branches[1]
    )
    assert "will revise its segment disclosure to [●: the change to be made" in branches[2]
    assert "It gives up what the filing says now" in branches[2]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (
            "Please revise future filings to quantify the effect of price.",
            "it does not propose to quantify the effect of price, because [●: why",
        ),
        (
            "Please tell us how you measure backlog.",
            "will disclose how it measures backlog in future filings",
        ),
        (
            "Please tell us why you did not quantify the effect.",
            "the Company will quantify the effect in future",
        ),
        (
            "Please tell us what consideration you gave to describing the kilns.",
            "will describe the kilns in fut",
        ),
        (
            "Please tell us how you concluded that relining costs are not normal, recurring expenses.",
            "will remove [●: each adjustment given up, and from which measure] for each period presented in",
        ),
        ("If you lease kilns, disclose the kiln rent in future filings.", ""),
        (
            "Please remove the word leading from future filings.",
            "because [●: facts that support what is to stay",
        ),
        ("Please tell us how you concluded that the kiln is impaired. Refer to ASC 360-10-35-21.", ""),
        ("Please tell us the amount of restricted cash at December 31, 2024.", ""),
        ("Please disclose how it is calculated in future filings. Refer to Item 402(v)(2)(vi).", ""),
        (
            "Please present the GAAP margin with equal prominence. Refer to Item 10(e)(1)(i) of Regulation S-K.",
            "",
        ),
        ("Please amend your filing to include the audit report that covers 2024.", ""),
        ("Please tell us whether you lease kilns. If you do, revise your table.", ""),
        ("Please revise.", ""),
    ],
)
def test_the_alternative_is_offered_only_where_it_can_name_what_it_does(asked: str, says: str) -> None:
    others = [f.message for f in drafted(asked).findings if f.check == "draft.alternative"]
    assert (len(others) == 1 and says in others[0]) if says else not others


@pytest.mark.parametrize("step", ["plan", "compose"])
def test_an_answer_that_cannot_be_drafted_costs_no_other(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = getattr(drafting, step)

    def faulty(*given: Any) -> Any:
        made = real(*given)
        if "churn" in str(made):
            raise IndexError("churn of Larkspur Kilns")
        return made

    monkeypatch.setattr(drafting, step, faulty)
    made = drafted(
        "Please disclose your backlog.", "Please disclose your churn.", "Please disclose your margin."
    )
    assert ["[●: response, if any" in a.text for a in made.answers] == [False, True, False]
    (told,) = [f for f in made.findings if f.check == "draft.not_written"]
    assert (told.comment, told.severity) == ("2", Severity.ERROR)
    assert "IndexError in test_drafting.py" in told.message
    assert "Larkspur" not in told.message


@pytest.mark.parametrize(
    "comment",
    [
        "Please revise future filings to reconcile kiln revenue to the most directly comparable IFRS measure.",
        "Please revise to reconcile kiln revenue to revenue. Refer to Item 10(e)(1)(i) of Regulation S-K.",
    ],
)
def test_a_measure_is_reconciled_in_filings_under_either_framework(comment: str) -> None:
    text = answered(comment).text
    assert "reconcile kiln revenue to" in text
    assert "[●: each adjustment, by name], $[●] and $[●]; kiln revenue, $[●] and $[●]" in text
