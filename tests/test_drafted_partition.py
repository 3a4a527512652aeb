"""Lines of proposed disclosure: one for each part of a thing, and a table for amounts by category."""

from __future__ import annotations

import pytest

from drafter.drafting.disclosure.partition import by_several, parts_of, table
from drafter.drafting.language.clearing import apart, cleared, items
from drafter.drafting.language.statements import statement
from tests.test_drafted_branches import answered


@pytest.mark.parametrize(
    ("thing", "parts"),
    [
        (
            "the values assigned to kiln lives and the amount by which each must change",
            ("the values assigned to kiln lives", "the amount by which each must change"),
        ),
        (
            "the underlying reasons, including the effect of any sale of kilns",
            ("the underlying reasons", "the effect of any sale of kilns"),
        ),
        ("the nature and the amount of the loss", ("the nature and the amount of the loss",)),
        ("how it is measured, and the reasons for it", ("how it is measured", "the reasons for it")),
        (
            "our kilns by providing separate discussion of fuel as well as quantifying the amounts of scrap",
            ("separate discussion of fuel", "the amounts of scrap"),
        ),
        (
            "the new ordinance and any material effect on our kilns",
            ("the new ordinance", "any material effect on our kilns"),
        ),
        (
            "the cost that is uncertain and its likely size",
            ("the cost that is uncertain and its likely size",),
        ),
    ],
)
def test_a_noun_phrase_has_a_line_for_each_thing_that_it_names(thing: str, parts: tuple[str, ...]) -> None:
    assert parts_of(thing) == parts


@pytest.mark.parametrize(
    ("thing", "lines"),
    [
        (
            "the kiln losses gross and net by significant event",
            "The kiln losses by significant event were as follows: [●: each significant event], gross, [●], and net, "
            "[●]; and total, gross, [●], and net, [●].",
        ),
        (
            "the development by accident year",
            "The development by accident year was as follows: [●: each accident year], [●]; and total, [●].",
        ),
        ("the method used by year", ""),
        ("the amount of kilns sold", ""),
    ],
)
def test_amounts_by_category_are_a_table(thing: str, lines: str) -> None:
    assert table(thing) == lines


@pytest.mark.parametrize(
    ("thing", "line"),
    [
        (
            "the portfolio down by property type and borrower location, with loan-to-value ratios",
            "The portfolio was as follows: by property type, [●: each property type, with figures and loan-to-value "
            "ratios]; and by borrower location, [●: each borrower location, with figures and loan-to-value ratios].",
        ),
        (
            "a breakdown of our kilns by fuel, site and age",
            "Our kilns were as follows: by fuel, [●: each fuel, with figures]; by site, [●: each site, with figures]; "
            "and by age, [●: each age, with figures].",
        ),
        ("our kilns held by custodian and trustee", ""),
        ("the reasons for scrap by site and shift", ""),
    ],
)
def test_amounts_by_several_categories_have_a_blank_for_each(thing: str, line: str) -> None:
    assert by_several(thing) == line


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "which sites and/or kilns the Company has closed",
            "The Company has closed the following sites and/or kilns: [●].",
        ),
        ("which it has treated as separate", ""),
    ],
)
def test_a_question_by_which_or_how_many_is_a_sentence(question: str, said: str) -> None:
    assert statement(question) == said


def test_a_measure_that_is_to_stand_first_has_its_figure_in_the_block() -> None:
    text = answered("In future filings, present the combined ratio with equal or greater prominence.").text
    assert "Our combined ratio was [●] percent in the quarter ended June 30, 2026" in text


@pytest.mark.parametrize(
    ("thing", "left"),
    [
        ("a more robust discussion of our kiln costs", "our kiln costs"),
        ("both qualitatively and quantitatively, the drivers of scrap", "the drivers of scrap"),
        ("the terms of our leases pursuant to ASC 842-20-50-1", "the terms of our leases"),
        ("the scrap that is sold in a location of equal prominence", "the scrap that is sold"),
        ("our disclosure here to more clearly explain how scrap is sold", "how scrap is sold"),
        ("net income computed in accordance with GAAP", "net income computed in accordance with GAAP"),
    ],
)
def test_words_of_asking_manner_and_law_are_no_part_of_the_thing(thing: str, left: str) -> None:
    assert cleared(thing) == left


def test_particulars_stand_apart_from_the_thing() -> None:
    assert apart("the drivers of scrap, such as fuel and pay") == (
        "the drivers of scrap",
        "such as fuel and pay",
    )


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("fuel and driver pay", ("fuel", "driver pay")),
        ("fuel, including gas and oil, pay, and rent", ("fuel, including gas and oil", "pay", "rent")),
        ("how fuel is bought and pay", ()),
    ],
)
def test_a_list_of_noun_phrases_comes_apart_at_its_commas(listed: str, found: tuple[str, ...]) -> None:
    assert items(listed) == found


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        (
            "discuss, both qualitatively and quantitatively, the drivers of freight expense, such as fuel and pay",
            "Freight expense [●: increased or decreased] by $[●], or [●] percent, in the quarter ended "
            "June 30, 2026 compared with the same quarter of the preceding year, because [●: each "
            "factor, such as "
            "fuel and pay, with its amount].",
        ),
        (
            "quantify the impact of resin prices, freight, and overtime on gross margin",
            "The effects on gross margin were as follows: resin prices, $[●]; freight, $[●]; and overtime, $[●].",
        ),
        (
            "discuss the impact of the planned sale of your bakery on your future operations",
            "The planned sale of our bakery could affect our future operations as follows: [●: effects, with amounts].",
        ),
        (
            "discuss the changes in your selling expenses and research costs",
            "Our selling expenses [●: increased or decreased] by $[●], or [●] percent, in the quarter "
            "ended June 30, 2026 compared with the same quarter of the preceding year, because [●: each "
            "factor, with its "
            "amount]. Research costs [●: increased or decreased] by $[●], or [●] percent, in the quarter "
            "ended June 30, 2026 compared with the same quarter of the preceding year, because [●: each "
            "factor, with "
            "its amount].",
        ),
        (
            "discuss in quantitative and qualitative terms your sales to distributors in Brazil",
            "Our sales to distributors in Brazil were $[●] in the quarter ended June 30, 2026, compared "
            "with $[●] in the same quarter of the preceding year, because "
            "of [●: each "
            "factor, with its amount].",
        ),
        (
            "present restructuring costs and impairment charges separately on the face of your statement of operations",
            "Restructuring costs, $[●]; impairment charges, $[●].",
        ),
        (
            "include a rollforward of your warranty reserve, here or in Schedule II",
            "Our warranty reserve: balance at beginning of period, $[●]; [●: each addition and reduction], $[●]; "
            "balance at end of period, $[●].",
        ),
        (
            "disclose the reasons why you believe that core yield is useful to investors",
            "We believe that core yield is useful to investors because [●].",
        ),
        (
            "disclose the risk that the harbor authority may revoke your concession",
            "The harbor authority may revoke our concession. [●: likelihood of this, and its effect on us "
            "with amounts].",
        ),
        (
            "disclose any material labor disputes at your mills",
            "Material labor disputes at our mills are as follows: [●: each, or that there are none].",
        ),
        (
            "identify your largest customer as required by Item 101(c) of Regulation S-K",
            "Our largest customer is [●: name].",
        ),
        (
            "disclose how reliable your tonnage counts have been",
            "Our tonnage counts have been [●: how reliable].",
        ),
        ("disclose who approves loans to directors", "[●: who] approves loans to directors."),
        ("disclose on what terms your berths are let", "Our berths are let on the following terms: [●]."),
        (
            "disclose how seasons affect your needs and the steps you take",
            "Seasons affect our needs as follows: [●]. We take the following steps: [●].",
        ),
        (
            "disclose what your policy is regarding dredging and what is driving changes in its cost",
            "Our policy regarding dredging is as follows: [●].\nThe factors driving changes in its cost are [●: each, "
            "with its amount].",
        ),
        (
            "disclose the amount of, and reasons for, the reclassification",
            "The amount of the reclassification was [●]. The reasons for the reclassification are as follows: [●].",
        ),
        (
            "address your compliance with the covenant and any waivers obtained",
            "We [●: were or were not] in compliance with the covenant. Waivers obtained are as follows: [●: each, "
            "or that there are none].",
        ),
        (
            "disclose the effect on net income if there were a 1% change in tolls",
            "A 1% change in tolls would have changed net income by approximately $[●] for the quarter "
            "ended June 30, 2026.",
        ),
        ("make clear which of your sites are leased", "Of our sites, the following are leased: [●]."),
        ("disclose how many berths you have let", "We have let the following number of berths: [●]."),
        (
            "disclose the steps that your board and management take to limit silting",
            "Our board and management take the following steps to limit silting: [●].",
        ),
        (
            "disclose the members of the harbour committee and the steps it takes to monitor dredging",
            "The members of the harbour committee are as follows: [●]. It takes the following steps to "
            "monitor dredging: [●].",
        ),
        (
            "disclose the circumstances under which you would close a berth",
            "We would close a berth under the following circumstances: [●].",
        ),
        (
            "disclose the events that trigger a berth review",
            "The following events trigger a berth review: [●].",
        ),
        (
            "disclose the factors used to rank berths and the percentage by which tolls exceed costs",
            "We use the following factors to rank berths: [●].\nTolls exceed costs by [●: percentage].",
        ),
        (
            "disclose how many berths you let in each period presented",
            "The number of berths we let was [●] in the quarter ended June 30, 2026, compared with [●] "
            "in the same quarter of the preceding year.",
        ),
        (
            "disclose your dredging costs for each period presented",
            "Our dredging costs were $[●] in the quarter ended June 30, 2026, compared with $[●] in the "
            "same quarter of the preceding year.",
        ),
        (
            "disclose moored vessels at the end of each period presented",
            "At June 30, 2026, moored vessels were [●], compared with [●] at the end of the preceding "
            "fiscal year.",
        ),
        (
            "disclose the tenants' rights to cancel",
            "The tenants may cancel as follows: [●: terms, with notice and any fee].",
        ),
        (
            "disclose the term and termination provisions of the pilotage agreement",
            "The term of the pilotage agreement is [●: length, with the date on which it ends], and termination is "
            "possible as follows: [●: by whom, on what grounds and notice].",
        ),
        (
            "disclose an estimate of the possible loss or range of loss",
            "[Either: We estimate the possible loss or range of loss at $[●] to $[●].] "
            "[Or: An estimate of the possible loss or range of loss cannot be made because [●].]",
        ),
        (
            "disclose the amount accrued, if any, and an estimate of the possible loss",
            "At June 30, 2026, we had accrued $[●] for [●: the matter]. [Either: We estimate the possible loss at $[●] "
            "to $[●].] [Or: An estimate of the possible loss cannot be made because [●].]",
        ),
        (
            "describe the relevant expertise of your head of kilns, and the processes by which the board is informed",
            "The relevant expertise of our head of kilns is as follows: [●: prior work in cybersecurity, degrees and "
            "certifications, and other knowledge, skills or background of each]. The board is informed by the "
            "following processes: [●].",
        ),
    ],
)
def test_a_line_is_made_of_the_kind_of_thing_that_the_staff_asks_to_see(asked: str, lines: str) -> None:
    blocks = [p.text for p in answered(f"In future filings, please {asked}.").passages if p.block]
    assert blocks == [lines]


def test_a_question_with_its_other_branch_is_one_statement() -> None:
    said = statement("whether we can replace the mill and, if not, why")
    assert said == "We [●: can or cannot] replace the mill [●: if not, why]."


def test_a_rule_that_is_all_the_staff_cites_is_unfolded_for_the_measure() -> None:
    text = answered(
        "Please provide the disclosures required by Item 10(e)(1)(i) of Regulation S-K for core yield in "
        "future filings."
    ).text
    assert "The GAAP measure most directly comparable to core yield is [●], which was $[●]." in text
    assert (
        "We believe that presenting core yield is useful to investors because [●]; management uses it to [●]."
        in text
    )


@pytest.mark.parametrize(
    "more",
    [
        "Your disclosure should enable readers to assess trends.",
        "Please also provide us a copy of your intended revised disclosure.",
        "Please consider whether your disclosure of trends should also be updated.",
        "Comply with the guidance in SEC Release No. 33-8350.",
    ],
)
def test_what_no_filing_tells_has_no_line(more: str) -> None:
    text = answered(f"In future filings, please disclose the age of your fleet. {more}")
    assert [p.text for p in text.passages if p.block] == ["The age of our fleet is [●]."]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "You report kiln occupancy of 94% for 2025. Please revise future filings to define the measure.",
            ["will define kiln occupancy in future filings", "We define kiln occupancy as [●]."],
        ),
        (
            "You present Glaze Contribution by kiln type without reconciling it to the most directly comparable IFRS "
            "measure. Please provide the reconciliation in future filings.",
            [
                "the reconciliation of Glaze Contribution by kiln type to the most directly comparable IFRS measure",
                "with a column for each kiln type and a total: [●: IFRS measure most directly comparable to Glaze "
                "Contribution]",
            ],
        ),
        (
            "You present Kiln EBITDA margin without the comparable margin calculated from net income. Please present "
            "the comparable GAAP measure with equal or greater prominence in future filings.",
            [
                "present the margin calculated from net income, the comparable GAAP measure, with equal or greater",
                "The margin calculated from net income was [●] percent in the quarter ended June 30, 2026",
                "Kiln EBITDA margin was [●] percent in the quarter",
            ],
        ),
        (
            "Your measure Kiln Profit excludes costs of cold kilns. Please remove the adjustment from the measure in "
            "future filings.",
            ["will remove the adjustment for costs of cold kilns from Kiln Profit in future filings"],
        ),
        (
            "You exclude pre-firing costs from Kiln EBITDA although you open kilns each year. Please remove the "
            "adjustment in future filings.",
            ["will remove the adjustment for pre-firing costs from Kiln EBITDA in future filings"],
        ),
        (
            "We note that Kiln EBIT per tonne excludes flood losses in 2024 but not in 2022. Please tell us why the "
            "measure was not computed in the same way for each period.",
            ["Kiln EBIT per tonne was not computed in the same way for each period because [●"],
        ),
        (
            "You compute Adjusted Kiln Cash before changes in working capital. Please tell us how you concluded that "
            "the title of the measure is appropriate in view of these adjustments.",
            ["The title of Adjusted Kiln Cash [●: is or is not] appropriate", "Title to be used: [●"],
        ),
        (
            "You present Harvest Margin and Field Profit. Please include a reconciliation of each to the comparable "
            "GAAP measure in future filings.",
            [
                "The following table reconciles Harvest Margin to",
                "The following table reconciles Field Profit to",
            ],
        ),
    ],
)
def test_a_measure_is_named_and_set_beside_the_measure_of_the_accounts(comment: str, said: list[str]) -> None:
    text = answered(comment).text
    assert [s for s in said if s not in text] == []
