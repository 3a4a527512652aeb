"""A whole draft of an invented matter: five comments, with bullets, blocks, a table, blanks and notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from drafter.domain import (
    Answer,
    Comment,
    Draft,
    Filing,
    Finding,
    Kind,
    Letter,
    Line,
    Matter,
    MatterFile,
    Move,
    Pair,
    Passage,
    Person,
    Precedent,
    Provenance,
    Request,
    Response,
    Severity,
    Side,
)

FORM_10K, FORM_10Q = (
    "Form 10-K for the Fiscal Year Ended December 31, 2025",
    "Form 10-Q for the Quarterly Period Ended March 31, 2026",
)

STAFF_LETTER = f"""UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
June 9, 2026
Odile Marchetti
Chief Financial Officer
Brackenridge Instruments, Inc.
Re: Brackenridge Instruments, Inc.
{FORM_10K}
Filed February 20, 2026
{FORM_10Q}
Filed May 6, 2026
File No. 001-99231
Dear Odile Marchetti:
We have reviewed your filings and have the following comments.
Sincerely,
Division of Corporation Finance
Office of Industrial Applications and
Services"""

LETTER = Letter(
    id="staff-brackenridge",
    side=Side.STAFF,
    kind=Kind.COMMENTS,
    matter=Matter(
        "Brackenridge Instruments, Inc.",
        "0009900231",
        ("001-99231",),
        (
            Filing("10-K", date(2025, 12, 31), date(2026, 2, 20)),
            Filing("10-Q", date(2026, 3, 31), date(2026, 5, 6)),
        ),
    ),
    sent=date(2026, 6, 9),
    attention=("Perpetua Lang", "Casimir Holloway"),
    lines=tuple(map(Line, STAFF_LETTER.split("\n"))),
)

MATTER = MatterFile(
    company="Brackenridge Instruments, Inc.",
    cik="0009900231",
    address=("88 Quarry Bank Road", "Rochester, New York 14620"),
    filings=LETTER.matter.filings,
    file_number="001-99231",
    next_annual=Filing("10-K", date(2026, 12, 31)),
    next_interim=Filing("10-Q", date(2026, 6, 30)),
    staff_date=date(2026, 6, 9),
    delivery="VIA EDGAR",
    signatory=Person(
        "Odile Marchetti", "Executive Vice President and Chief Financial Officer", phone="(585) 555-0142"
    ),
    counsel=Person(
        firm="Penhallow Strand LLP", phone="(212) 555-0118", email="tstrand@penhallowstrand.example"
    ),
    attorneys=("Tobias Strand",),
    copies=(
        "Linnea Aas, General Counsel, Brackenridge Instruments, Inc.",
        "Tobias Strand, Penhallow Strand LLP",
    ),
    terms=(("company", "the Company"), ("staff", "the Staff"), ("commission", "the Commission"),
           ("filing", "the Form 10-K"), ("filing_2", "the Form 10-Q")),
    recital="bold italic",
    label="Response:",
)  # fmt: skip

MDNA = "Management’s Discussion and Analysis of Financial Condition and Results of Operations"


def _pair(pair_id: str, company: str, number: str, response: str, sent: date) -> Pair:
    return Pair(
        pair_id,
        Matter(company, "0009800077"),
        Comment("staff", number, "Please quantify the factors."),
        Response("company", (number,), response),
        sent,
        f"letters/{pair_id}.htm",
    )


PRECEDENT = Precedent(
    _pair(
        "ferncliff-3",
        "Ferncliff Optics Corp.",
        "3",
        "The Company will quantify each factor.",
        date(2023, 8, 14),
    ),
    0.81,
    ("words", "meaning"),
    ("cites Regulation S-K Item 303(b)", "asks to quantify the factors behind a change"),
)
FAR_PRECEDENT = replace(
    PRECEDENT,
    pair=_pair("oxbow-7", "Oxbow Gauge Ltd.", "7", "We refer to page 40.", date(2021, 5, 3)),
    reasons=("same heading",),
    close=False,
)
POSITION = Precedent(
    _pair(
        "brackenridge-2021-2",
        "Brackenridge Instruments, Inc.",
        "2",
        "The Company does not use backlog in managing its business, because most orders ship within "
        "thirty days.",
        date(2021, 9, 2),
    ),
    0.77,
    ("words",),
    ("same subject: backlog",),
)

ANSWERS = (
    Answer(
        Comment(
            LETTER.id,
            "1",
            "You attribute the increase in net sales to higher volumes, pricing and “other factors.” "
            "Where you "
            "identify several factors, please quantify each of them, including any that offset. "
            "Please also:\n"
            "• describe any known trends in orders from semiconductor customers;\n"
            "• explain why service revenue fell by 4% & margins did not; and\n"
            "• tell us whether <backlog> is used in managing the business.\n"
            "Refer to Item 303(b) of Regulation S-K.",
            (FORM_10K, MDNA, "Net Sales"),
            "41",
        ),
        Move.COMPLY_FUTURE,
        (
            Passage(
                "The Company acknowledges the Staff’s comment and will quantify each material "
                "factor, offsetting "
                "factors included, in future filings, beginning with its Form 10-Q for the quarterly "
                "period ending "
                "June 30, 2026. Based on the results for 2025, the disclosure would read "
                "substantially as follows:",
                ("comment", "matter"),
                (0,),
            ),
            Passage(
                "Net sales increased $18.4 million, or 6.2%, of which $[●: effect of volume, in "
                "millions (FP&A)] came "
                "from higher volumes and $[●: effect of pricing, in millions (FP&A)] from pricing, "
                "offset in part by "
                "$[●] from foreign currency. Orders from semiconductor customers [●: known trend, if any].",
                ("comment", "fact:1", "precedent:ferncliff-3"),
                (0, 1),
                block=True,
            ),
            Passage(
                "Service revenue fell, and margins did not, because [●: reason (Service Division)].", (), (2,)
            ),
        ),
        (
            Request("quantify each of them", 20, 24, "quantify", "revised_disclosure"),
            Request("describe any known trends", 30, 34, "describe", "revised_disclosure"),
            Request("explain why service revenue fell", 40, 45, "explain", "explanation"),
            Request(
                "tell us whether <backlog> is used in managing the business", 55, 65, "tell us", "explanation"
            ),
        ),
        (PRECEDENT, FAR_PRECEDENT),
        (POSITION,),
    ),
    Answer(
        Comment(
            LETTER.id,
            "2",
            "The table on page 44 shows finished goods of $61.7 million, while Note 6 shows $58.9 "
            "million. Please "
            "reconcile these amounts for us.",
            (FORM_10K, MDNA, "Liquidity and Capital Resources"),
            "44",
        ),
        Move.CORRECT_ERROR,
        (
            Passage(
                "The amount in Note 6 is correct. The amounts reconcile as follows:\n"
                "(in millions) | 2025 | 2024\n"
                "Finished goods, page 44 | $61.7 | $57.0\n"
                "Demonstration units, included twice | (2.8) | —\n"
                "Finished goods, Note 6 | $58.9 | $57.0",
                ("fact:2", "filing:p44"),
                (0,),
            ),
            Passage(
                "The Company will present the corrected table in its Form 10-Q for the quarterly "
                "period ending "
                "June 30, 2026. [●: whether and how materiality of the difference was assessed "
                "(Controller, auditor)].",
                ("matter",),
            ),
        ),
        (Request("reconcile these amounts for us", 17, 22, "reconcile", "explanation"),),
    ),
    Answer(
        Comment(
            LETTER.id,
            "3",
            "Please tell us how you applied ASC 280-10-50-41 and revise to identify each material country.",
            (FORM_10K, "Notes to Consolidated Financial Statements", "Note 14. Segment Information"),
            "F-31",
        ),
        Move.COMPLY_FUTURE,
        (
            Passage("The Company respectfully advises the Staff of the following:", ("comment",)),
            Passage(
                "• revenue from external customers is attributed by ship-to location; and\n"
                "• no country other than the United States reached [●: share of revenue used as the "
                "threshold].",
                ("fact:3",),
                (0,),
            ),
            Passage("The Company will add the following to the note:", ("matter",)),
            Passage(
                "Geographic information\n"
                "The following table presents revenue by country:\n"
                "Country | 2026 | 2025\n"
                "United States | $[●] | $[●]\n"
                "Germany | [●] | [●]\n"
                "• We attribute revenue to the country to which we ship.",
                ("comment", "law"),
                (1,),
                block=True,
            ),
        ),
        (
            Request("tell us how you applied ASC 280-10-50-41", 1, 8, "tell us", "explanation"),
            Request("revise to identify each material country", 9, 15, "revise", "revised_disclosure"),
        ),
        (PRECEDENT,),
    ),
    Answer(
        Comment(
            LETTER.id,
            "4",
            "We note the template text {{ company }} and {% raw %} in Exhibit 99.1, and {_{this}_} *mark*. "
            "Please confirm that [these_are] clerical.",
            (FORM_10K, "Exhibits"),
        ),
        Move.CONFIRM,
        (
            Passage(
                "The Company confirms that {{ company }} and {% raw %} are [●: whether clerical].",
                ("fact:4",),
                (0,),
            ),
        ),
        (Request("confirm that [these_are] clerical", 14, 18, "confirm", "confirmation"),),
    ),
    Answer(
        Comment(
            LETTER.id,
            "5",
            "Please apply the comments above to your quarterly reports.",
            (FORM_10Q, "General"),
        ),
        Move.REFER,
        (
            Passage(
                "Please see the responses to comments 1 and 3. The Company will make the same changes in its "
                "Quarterly Reports on Form 10-Q, beginning with that for the quarterly period ending "
                "June 30, 2026.",
                ("comment", "matter"),
                (0,),
            ),
        ),
        (Request("apply the comments above to your quarterly reports", 1, 9, "apply", "revised_disclosure"),),
    ),
)

FINDINGS = (
    Finding("requests.open", Severity.ERROR, "The question on backlog is not answered.", "1"),
    Finding("own.position", Severity.WARNING, "In 2021 the company said that it does not use backlog.", "1"),
    Finding("premise", Severity.NOTE, "The notes do not say whether the auditor was told.", "2"),
    Finding("letter.clock", Severity.NOTE, "Ten business days end on June 24, 2026."),
)

PROVENANCE = Provenance("offline", "ab12", "cd34", datetime(2026, 6, 15, 9, 30, tzinfo=UTC))

DRAFT = Draft(LETTER, MATTER, ANSWERS, FINDINGS, PROVENANCE)
