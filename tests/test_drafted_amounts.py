"""That amounts told in a row, under a label or in haste become sentences, and that no figure changes on the way."""

from __future__ import annotations

import re

import pytest

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.shaping import sentence
from tests.test_drafted_branches import answered

VOICE = Voice("the Company", "the Company's", "it", "it", "its")
COMMENT = (
    "We note that kiln revenue changed by $71.2 million in fiscal 2025. Please quantify each factor, tell us the glaze "
    "write-downs recorded in each period and how many subscribers you count."
)


def said(note: str, comment: str = COMMENT) -> str:
    return sentence(note, Setting(VOICE, comment, f"{comment} . {note}"))


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "Write-offs: 2023 $1.3m; 2024 $5.1m; 2025 $0.4m.",
            "Write-offs were $1.3 million in 2023, $5.1 million in 2024 and $0.4 million in 2025.",
        ),
        (
            "Rents to the landlord: 2024 $12,300, 2025 $14,900.",
            "Rents to the landlord were $12,300 in 2024 and $14,900 in 2025.",
        ),
        (
            "Kiln reserve: $8.1m 12/31/25, $7.7m 12/31/24.",
            "The kiln reserve was $8.1 million at December 31, 2025 and $7.7 million at December 31, 2024.",
        ),
        (
            "Cancelled: Q1 $2.4m, Q2 $0.6m, Q3 none.",
            "The amounts cancelled were $2.4 million in the first quarter, $0.6 million in the second quarter and none "
            "in the third quarter.",
        ),
        ("Closings: 4, 7, 9 (2025, 2024, 2023).", "Closings were 4 in 2025, 7 in 2024 and 9 in 2023."),
        (
            "2025: price +5.1, mix +0.4, traffic -1.2.",
            "In 2025, price was +5.1, mix +0.4 and traffic -1.2.",
        ),
        (
            "December 2024 2.11 million, December 2025 2.38 million.",
            "The figures were 2.11 million in December 2024 and 2.38 million in December 2025.",
        ),
        ("Sept. 9 $14.25; Oct. 3 $15.10.", "The amounts were $14.25 on September 9 and $15.10 on October 3."),
        ("Tolls forgone in fiscal 2025: $1.4 million.", "Tolls forgone in fiscal 2025 were $1.4 million."),
        (
            "Headroom of Enamels at the test date, July 1, 2025: $41 million.",
            "Headroom of Enamels at the test date, July 1, 2025 was $41 million.",
        ),
        (
            "Kilns headroom at the July 1, 2025 test: $31.5 million, 22 percent of carrying amount.",
            "The kilns headroom at the July 1, 2025 test was $31.5 million, or 22 percent of carrying amount.",
        ),
        (
            "Expiry income: $3.4 million fiscal 2025, $3.1 million fiscal 2024, against sales of $1.1 billion.",
            "The expiry income was $3.4 million for fiscal 2025 and $3.1 million for fiscal 2024, against sales of "
            "$1.1 billion.",
        ),
        ("The oven target was 64 kilns, actual 61.", "The oven target was 64 kilns and the actual was 61."),
        (
            "Scrap was 9.2 percent of clay in 2023, 14.7 percent in 2024.",
            "Scrap was 9.2 percent of clay in 2023 and 14.7 percent in 2024.",
        ),
        (
            "Bridge: glaze options $11 million; orders of one year or less $27 million, omitted under the rule.",
            "The difference consists of glaze options of $11 million and orders of one year or less of $27 million, "
            "omitted under the rule.",
        ),
        ("Reserved at June 30, 2025: $2.8 million.", "$2.8 million was reserved at June 30, 2025."),
        (
            "Grants payable at June 30, 2025: $6.5 million, of which $4.0 million falls due in 2026.",
            "Grants payable at June 30, 2025 were $6.5 million, of which $4.0 million falls due in 2026.",
        ),
        (
            "Open orders: 57 at June 30, 2025, 71 a year earlier.",
            "Open orders were 57 at June 30, 2025 and 71 a year earlier.",
        ),
        (
            "Surcharge $18.4 million, volume $6.3 million, mix minus $2.2 million; these are the whole increase.",
            "Surcharge accounted for $18.4 million, volume for $6.3 million and mix for an offset of $2.2 million; "
            "these are the whole increase.",
        ),
        (
            "Of the 180 basis points: wages 120, agency labor 90, mix down 30.",
            "Of the 180 basis points, wages accounted for 120 basis points, agency labor for 90 basis points and mix "
            "for a decrease of 30 basis points.",
        ),
        (
            "Gross margin fiscal 2025: Tiles 31.4 percent, Vases 30.2, Bowls 44.8.",
            "The gross margin in fiscal 2025 was 31.4 percent for Tiles, 30.2 percent for Vases and 44.8 percent for "
            "Bowls.",
        ),
        (
            "Maximum leverage ratio 4.25 to 1.00, actual 3.92 to 1.00 at June 30, 2025.",
            "The maximum leverage ratio was 4.25 to 1.00 and the actual was 3.92 to 1.00 at June 30, 2025.",
        ),
        (
            "$71.2M increase: new stores 24.5, old stores 46.7.",
            "Of the $71.2 million increase, new stores accounted for $24.5 million and old stores for $46.7 "
            "million.",
        ),
        (
            "Margin 30.2% vs 32.1%: markdowns 120 bps, freight 70.",
            "The margin was 30.2%, compared with 32.1%: markdowns 120 basis points and freight 70.",
        ),
        (
            "Fire settlement $6.0m; flood cleanup 1.2; lawsuit 2.8.",
            "The fire settlement was $6.0 million, the flood cleanup $1.2 million and the lawsuit $2.8 million.",
        ),
        (
            "Clay office 28, glaze office 21, legal 15 ($m).",
            "The clay office was $28 million, the glaze office $21 million and legal $15 million.",
        ),
        (
            "Upkeep 22, 24; growth 61, 88 (2024-2025, $ millions).",
            "The upkeep was $22 million in 2024 and $24 million in 2025; growth was $61 million in 2024 and $88 "
            "million in 2025.",
        ),
        (
            "Clay -$5.7 million, glaze -$9.3 million, brick +$0.8 million.",
            "The clay was -$5.7 million, the glaze -$9.3 million and the brick +$0.8 million.",
        ),
        (
            "Gross margin 2025: Ovens 31.2%, Glazes 30.4%, Bricks 27.9%.",
            "The gross margin in 2025 was 31.2% for Ovens, 30.4% for Glazes and 27.9% for Bricks.",
        ),
        (
            "Firing margin: threshold 8.0, target 10.5, actual 11.1 percent.",
            "For the firing margin, the threshold was 8.0, the target 10.5 and the actual 11.1 percent.",
        ),
        (
            "Kiln A: revenue $10m, profit $2m; Kiln B: revenue $8m, profit $1m.",
            "For Kiln A, revenue was $10 million and the profit was $2 million; for Kiln B, revenue was $8 million and "
            "the profit was $1 million.",
        ),
        (
            "Gains of $9.4m in 2025, losses of 3.1 in 2024.",
            "Gains were $9.4 million in 2025 and losses were $3.1 million in 2024.",
        ),
        ("Q1 4.2, Q2 3.9.", "The figures were 4.2 in the first quarter and 3.9 in the second quarter."),
        (
            "FY24 85,000, FY25 112,500.",
            "The figures were 85,000 for fiscal 2024 and 112,500 for fiscal 2025.",
        ),
        ("Capex $12m (2024: $9m).", "Capital expenditures were $12 million (2024: $9 million)."),
        ("Churn 2.1% vs 2.4% prior year.", "Churn was 2.1%, compared with 2.4% in the prior year."),
        ("Headcount: 412 (2024), 398 (2023).", "Headcount was 412 in 2024 and 398 in 2023."),
        ("Tenants: 14.", "There are 14 tenants."),
        ("Reporting units: three.", "There are three reporting units."),
        ("Ohio 12 stores, Utah 9 stores.", "Ohio had 12 stores and Utah had 9 stores."),
        ("Amount at risk: up to $7.5 million.", "The amount at risk was up to $7.5 million."),
        (
            "Buyer concentration: A 22%, B 14%, C 11%.",
            "The buyer concentration was 22% for A, 14% for B and 11% for C.",
        ),
        (
            "Top buyer 18%, 16% (2025, 2024).",
            "The top buyer was 18% in 2025 and 16% in 2024.",
        ),
        (
            "Payments due: 2026 $3.1m, 2027 $2.8m, thereafter $9.0m.",
            "Payments due were $3.1 million in 2026, $2.8 million in 2027 and $9.0 million thereafter.",
        ),
        ("Dividends declared: $0.12 per share.", "Dividends declared were $0.12 per share."),
        (
            "DPO 52 days at YE25, 51 at YE24.",
            "DPO was 52 days at year end 2025 and 51 at year end 2024.",
        ),
        ("Oven discount 7 percent.", "The oven discount is 7 percent."),
        (
            "$31m clay sales - $9m clay costs = $22m.",
            "$31 million clay sales minus $9 million clay costs is $22 million.",
        ),
        ("FY24: nil; FY25: $0.6m.", "The amounts were nil for fiscal 2024 and $0.6 million for fiscal 2025."),
        ("Reserve as of 6/30/25: $3.3m.", "The reserve as of June 30, 2025 was $3.3 million."),
        ("Plants: Tulsa (1998), Reno (2011).", "Plants are as follows: Tulsa (1998), Reno (2011)."),
        (
            "Strike price: $12.00 before the split, $4.00 after.",
            "The strike price is $12.00 before the split, $4.00 after.",
        ),
        ("Price: $412 (PY $398).", "Price was $412 (prior year $398)."),
        (
            "Surplus at December 31: Arden Casualty $702 million, Brin Indemnity $466 million.",
            "The surplus at December 31 was $702 million for Arden Casualty and $466 million for Brin Indemnity.",
        ),
        (
            "Clay on March 3 4.2, glaze 5.1 ($m).",
            "The clay on March 3 was $4.2 million and the glaze was $5.1 million.",
        ),
        ("Record date: April 10.", "The record date is April 10."),
        ("Paid 2024: $150,000.", "The Company paid $150,000 in 2024."),
        (
            "Fuel bill down $83m: price -$90m, gallons +$7m.",
            "The fuel bill decreased $83 million: price -$90 million, gallons +$7 million.",
        ),
        (
            "Peak draw on the line: $137 million on October 28, 2025, zero by December 30.",
            "The peak draw on the line was $137 million on October 28, 2025, zero by December 30.",
        ),
        (
            "Kiln life and firing cost: no material difference.",
            "There was no material difference for kiln life and firing cost.",
        ),
        (
            "Since February 2: the clerk runs a daily report.",
            "Since February 2, the clerk runs a daily report.",
        ),
        (
            "LTV: lofts 54 percent on average, sheds 66 percent.",
            "The average LTV was 54 percent for lofts and 66 percent for sheds.",
        ),
        ("LTV: lofts 61 percent weighted average.", "The weighted average LTV for lofts was 61 percent."),
        (
            "Kiln yield: stoneware 91 percent, raku 72 percent.",
            "The kiln yield was 91 percent for stoneware and 72 percent for raku.",
        ),
        (
            "Home sales gross margin: 19.6 percent in 2025, 22.1 percent in 2024.",
            "The home sales gross margin was 19.6 percent in 2025 and 22.1 percent in 2024.",
        ),
        (
            "$734 million, against carrying amount $673 million.",
            "The amount was $734 million, against a carrying amount of $673 million.",
        ),
    ],
)
def test_amounts_in_a_row_become_a_sentence(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    "note",
    [
        "Acquired: in after two full quarters.",
        "Down: $6.2 million in fiscal 2024, all loans.",
        "Two: the firing rate and the share of kilns relined.",
        "Not before: the committee memo says hold.",
        "For the offering: the permit filing.",
        "Only Chile: profits may be sent out once a year after audit.",
        "Permit: various from 2028.",
        "Not material: trials never above 1.4% of base.",
        "About 70% of volume: yes, by index.",
        "Bonus holders: 6.1 percent between them, no board seat.",
        "Interest: SOFR plus 2.25%, floor 1%.",
        "Out when planned spend is over 10 percent of cost.",
        "Oven lease, 15 years, no repurchase option.",
        "Nearly all inside 18 months.",
        "11 relinings, 297 days, $19.8 million.",
    ],
)
def test_what_a_label_or_a_figure_does_not_name_is_left_as_it_was_typed(note: str) -> None:
    assert said(note) == note


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("The clay costs $3.85/lb.", "The clay costs $3.85 per pound."),
        ("The fee was $90k.", "The fee was $90 thousand."),
        ("Sales were $57m vs $38m.", "Sales were $57 million, compared with $38 million."),
        ("The kiln has a 15-yr life thru 2030.", "The kiln has a 15-year life through 2030."),
        ("It is filed as an exhibit to an 8-K.", "It is filed as an exhibit to a Form 8-K."),
        ("The US plant closed in Feb.", "The U.S. plant closed in February."),
        (
            "Churn fell in Q2-Q3 and H2.",
            "Churn fell in the second through third quarters and the second half.",
        ),
        ("The sub is counted once.", "The subscriber is counted once."),
        ("Promotions at the till hit the margin.", "Promotions at the till hit the margin."),
        ("The phrase “leading” is out on page 4.", "The phrase “leading” has been removed on page 4."),
        ("The bonus will also go into the table.", "The bonus will also be included in the table."),
    ],
)
def test_units_and_words_cut_short_are_written_out(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fees to the firm", True),
        ("Estimated useful life", True),
        ("5 percent tier", True),
        ("Goodwill allocated", True),
        ("43 restaurants", False),
        ("Sold in 2025", False),
        ("Nearly all inside", False),
        ("Invited holders", False),
        ("Moved assembly to the south", False),
        ("Differs", False),
        ("The kiln ran", False),
    ],
)
def test_only_a_name_takes_a_figure(text: str, names: bool) -> None:
    assert names_thing(text) is names


@pytest.mark.parametrize(
    "note",
    [
        "Kiln 31.4% vs 33.6%: scrap 130 bps, freight 60.",
        "2023 4.2, 2024 3.9, 2025 4.0.",
        "$m: charge 13.0, paid (4.2), rent 0.1, ending 8.9.",
        "2024: $150,000; 2025: $120,000.",
        "Rate 7.25% (2024: 6.80%), floor 1.00%.",
        "Clay 212,000 t at $1,084; brick 148,500 t at $967.",
    ],
)
def test_every_figure_of_a_note_stands_in_its_sentence_unchanged(note: str) -> None:
    figures = r"\d+(?:[,.]\d+)*"
    assert sorted(re.findall(figures, note)) == sorted(re.findall(figures, said(note)))


def test_a_share_of_another_whole_is_no_other_figure_for_the_same_thing() -> None:
    comment = (
        "You state that kiln loans are 17% of invested assets. Please disclose the portfolio by kind of kiln."
    )
    notes = "## 1\n- Tunnel kilns were 6 percent of the kiln loans in 2022, and are 19 percent since October 2023."
    assert "where the comment says" not in answered(comment, notes).text
    again = "## 1\n- Kiln loans are 19 percent of invested assets."
    assert "where the comment says 17%" in answered(comment, again).text


def test_the_parts_of_an_amount_of_the_comment_are_no_other_figure_for_it() -> None:
    comment = "Adjustment (b) shows customer lists of $88.0 million over 12 years. Please tell us what they consist of."
    note = (
        "The customer lists of $88.0 million are contracts of $79.2 million and a trade name of $8.8 million."
    )
    text = answered(comment, f"## 1\n- {note}").text
    assert "contracts of $79.2 million and a trade name of $8.8 million." in text
    assert "where the comment says" not in text
