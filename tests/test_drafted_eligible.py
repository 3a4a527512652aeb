"""What of counsel's notes the proposed disclosure takes in, and that each thing asked for has a line there."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import PROXY, answered


def parts(comment: str, *notes: str, proxy: bool = False) -> tuple[str, str]:
    """The letter's own text and the proposed disclosure, of a 10-K or a proxy statement."""
    said = "## 1\n" + "\n".join(f"- {n}" for n in notes)
    answer = answered(comment, said, PROXY) if proxy else answered(comment, said)
    letter, block = (" ".join(p.text for p in answer.passages if p.block is b) for b in (False, True))
    return letter, block


OCCUPANCY = (
    "In future filings, disclose same-store occupancy for each period presented and how it is calculated."
)
DECLINE = "Please disclose in future filings the underlying reasons for the decline in kiln revenue."
LOANS = (
    "In future filings, disclose the number of kilns on lease, their carrying value and the terms of relief."
)


@pytest.mark.parametrize(
    ("comment", "note", "in_block"),
    [
        (OCCUPANCY, "Same-store occupancy was 91.4 percent in 2025.", True),
        (OCCUPANCY, "Occupancy is occupied space divided by rentable space.", True),
        (OCCUPANCY, "The monthly board book has shown occupancy since 2019.", False),
        (OCCUPANCY, "The occupancy table was in the draft and was cut for length.", False),
        (DECLINE, "Two retailers delisted the tile line in March 2025.", True),
        (DECLINE, "Kiln revenue declined because the Redcar line was closed.", True),
        (DECLINE, "The controller was on leave when MD&A was drafted.", False),
        (DECLINE, "The reasons for the decline were covered on the call in May 2026.", False),
        (LOANS, "The relief is three to six months of deferral.", True),
        (LOANS, "The carrying value of these kilns was $61.3 million.", True),
        (LOANS, "The kilns at Redcar were not ours: the 18 kilns went to a neighbour.", False),
        (LOANS, "The relief table took weeks to get from the processor.", False),
    ],
)
def test_only_what_answers_an_element_goes_into_the_block_and_the_rest_into_the_letter(
    comment: str, note: str, in_block: bool
) -> None:
    letter, block = parts(comment, note, "First filing: Form 10-K for 2026.")
    tail = note[note.index(" ") + 1 :].split(" because")[0].rstrip(".")
    assert (tail in block, tail in letter) == (in_block, not in_block)


def test_what_a_note_tells_of_a_measure_answers_what_the_staff_asks_of_the_term() -> None:
    _, block = parts(
        "You report firm orders of $81 million. Please revise future filings to define the term and to disclose how "
        "firm orders are calculated.",
        "Firm orders are signed orders less those that lapse.",
    )
    assert "Firm orders are signed orders less those that lapse." in block
    assert "[●]" not in block


def test_a_bare_figure_is_said_of_what_is_asked_for_and_not_of_how_it_is_calculated() -> None:
    _, block = parts(
        "Please revise future filings to disclose your net kiln churn for each period and how it is calculated.",
        "Net kiln churn is lost revenue divided by opening revenue.",
        "6.1 percent in 2025 against 4.8 percent in 2024.",
    )
    assert "Our net kiln churn was 6.1 percent in 2025 against 4.8 percent in 2024." in block


@pytest.mark.parametrize(
    ("note", "anew"),
    [
        ("Same-store occupancy was 91.4 percent in 2025 and 90.2 percent in fiscal 2024.", True),
        ("At March 31, 2025 same-store occupancy averaged 91.4 percent.", True),
        ("Same-store occupancy is occupied space divided by rentable space.", False),
        ("Same-store occupancy was first measured in 2019.", False),
        ("In 2025, 91.4 percent of same-store space was occupied.", True),
        ("On the old count same-store occupancy would be 91.4 percent in 2025.", False),
        ("Same-store occupancy leaves out the 40 units that flooded in 2024.", False),
    ],
)
def test_a_figure_of_a_period_gone_by_has_a_blank_for_that_of_the_filing(note: str, anew: bool) -> None:
    _, block = parts(OCCUPANCY, note)
    assert ("[●: the same figures for the quarter ended June 30, 2026]." in block) == anew


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Ten years, two kilns, either party may leave on 90 days' notice.", False),
        ("Exclusive since May 4, 2021; Aldfield occupancy was 12 percent of ours.", False),
        (
            "Occupancy becomes its own line from the earnings release for the quarter ending March 31, 2026.",
            False,
        ),
        ("No kiln was then above 3 percent of occupancy.", False),
        ("Occupancy at June 30, 2024 was 12 percent; the Aldfield kiln stood idle.", True),
        ("In most months, occupancy is above 90 percent.", True),
    ],
)
def test_a_note_without_a_head_or_of_the_disclosure_itself_stays_out_of_the_block(
    note: str, told: bool
) -> None:
    _, block = parts(OCCUPANCY, note)
    assert (note in block) == told


def test_a_change_in_basis_points_is_split_in_basis_points() -> None:
    _, block = parts(
        "You attribute the decline in gross margin of 140 basis points to clay prices and kiln repairs. Please "
        "quantify each factor in future filings."
    )
    assert "[●] basis points were attributable to [clay prices]" in block
    assert "percentage" not in block


def test_a_fact_that_answers_what_is_asked_of_the_letter_alone_stays_out_of_the_block() -> None:
    letter, block = parts(
        "You attribute the decline in margin to clay duties and kiln repairs. Please quantify each factor in future "
        "filings, and tell us what you have done to reduce the duties.",
        "To reduce the duties, the share of clay bought abroad was cut from 61 percent to 22 percent.",
    )
    assert "22 percent" in letter
    assert "22 percent" not in block
    assert "attributable to [clay duties]" in block


def test_notes_as_many_as_the_things_asked_for_leave_no_line_open() -> None:
    _, block = parts(
        "Please disclose in future filings the method of estimating rebates, the range of outcomes and the payers.",
        "Rebates are estimated by payer class.",
        "A one point change in the mix moves the rebates by $3.3 million.",
        "Payers are three insurers.",
    )
    assert "[●" not in block


def test_a_sentence_that_goes_on_in_its_note_stays_with_the_one_before_it() -> None:
    _, block = parts(
        OCCUPANCY, "Occupancy is occupied space divided by rentable space. There is no credit for parking."
    )
    assert "divided by rentable space. There is no credit for parking." in block


@pytest.mark.parametrize(
    ("comment", "lines"),
    [
        (
            "Please revise your clay resource and clay reserve tables for the Redcar and Whitby kilns and quarries to "
            "disclose the point of reference, the prices used and the cut-off grades in future filings.",
            [
                "The point of reference is [●].",
                "We used the following prices: [●].",
                "The cut-off grades are as follows: [●].",
            ],
        ),
        (
            "You did not disclose how you value the peat. Please provide this disclosure in future filings.",
            ["We value the peat as follows: [●]."],
        ),
        (
            "Please quantify the effect of each factor in future filings and discuss whether you reasonably expect the "
            "rise to last. You attribute the rise to increased discounts, including coupons, and higher lot costs.",
            [
                "attributable to [increased discounts] and $[●] to [higher lot costs]",
                "reasonably expect",
            ],
        ),
        (
            "Please provide in future filings a comparison of clay reserves with those at the end of the prior year, "
            "including depletion.",
            ["Clay reserves at the end of the prior year, [●]; [●: each change, with its amount and reason,"],
        ),
        (
            "In future filings, disclose whether and how the board takes the price of coal into account.",
            ["The board [●: does or does not] take the price of coal into account. [●: how, if so]."],
        ),
        (
            "Please revise future filings to define kiln margin and to provide the disclosure required by IAS 2.36(g).",
            [
                "We define kiln margin as [●].",
                "because [●: circumstances or events that led to the reversal].",
            ],
        ),
        (
            "You attribute the fall of €4 million in revenue to price and volume. Please quantify each factor in "
            "future filings.",
            ["€[●] was attributable to [price] and €[●] to [volume]"],
        ),
        (
            "Kiln margin fell from 41% to 38%, which you attribute to wages, mix and freight. Please quantify each "
            "factor in future filings, and disclose whether you expect the decline to continue.",
            [
                "Kiln margin [●: increased or decreased] by [●] percentage points in the quarter ended "
                "June 30, 2026 compared with the same quarter of the preceding year. Of this "
                "change, [●] percentage points were attributable to [wages], [●] to [mix] and [●] to [freight], ",
                "We [●: do or do not] expect the decline to continue, because [●].",
            ],
        ),
        (
            "Costs rose because of clay and gas. Please revise future filings to quantify each factor, describe any "
            "price rise made in response, and conform the risk factor to what has already occurred.",
            [
                "Costs [●: increased or decreased] by",
                "price rise made in response",
                "In [●: month and year], [●: what occurred], which [●: its effect on our business and results",
            ],
        ),
        (
            "Glaze sales rose 5% in 2025. In future filings, please explain the reasons for the increase, and state "
            "that the risk of a fire has materialized.",
            [
                "Glaze sales [●: increased or decreased] by $[●], or [●] percent, in the quarter ended "
                "June 30, 2026 compared with the same quarter of the preceding year, because",
                "In [●: month and year],",
            ],
        ),
        (
            "Please revise future filings to disclose, for each kiln, the occupancy and average heat rate, and how "
            "your chief operating decision maker uses kiln profit and the title of that person.",
            [
                "For [●: each kiln], the occupancy and average heat rate were [●].",
                "uses kiln profit as follows: [●]. The title of that person is [●].",
            ],
        ),
        (
            "You attribute a 6% fall in glaze revenue to price and mix. Please quantify each factor in future filings. "
            "If levies are reasonably likely to have a material effect on revenue, please also disclose and quantify "
            "it.",
            [
                "Glaze revenue [●: increased or decreased] by",
                "[If levies are reasonably likely to have a material effect on revenue: We estimate this effect at "
                "approximately $[●] for the quarter ended June 30, 2026.]",
            ],
        ),
        (
            "Please revise future filings to discuss the reasons for the change in operating cash flows and in "
            "collections.",
            ["Operating cash flows and collections [●: increased or decreased] by $[●]"],
        ),
        (
            "Please revise future filings to reconcile kiln yield to the most directly comparable IFRS measure.",
            [
                "[●: IFRS measure most directly comparable to kiln yield], [●] and [●]; [●: each adjustment, by name]"
            ],
        ),
        (
            "If you have a kiln license that expires within a year, disclose in future filings the renewal covenant "
            "and the consequences of a default.",
            [
                "The renewal covenant is [●]. Upon a default, [●: what the other party may do, with the amounts",
            ],
        ),
        (
            "Please describe in future filings the material terms of your clay supply agreement, including each "
            "party's obligations, its term and termination provisions and the amounts paid to date.",
            [
                "We must [●: our obligations], and [●: the other party] must [●: its obligations].",
                "and termination is possible as follows: [●: by whom, on what grounds and notice].",
                "Through [●: date], we had [●: paid or received] $[●].",
            ],
        ),
        (
            "Please disclose in future filings, for each kiln, the number of firings and the average batch weight, "
            "and any known trend or uncertainty in demand for tiles.",
            [
                "the number of firings was [●]. The average batch weight is [●].",
                "[●: any known trend or uncertainty in demand for tiles, with the expected effect",
            ],
        ),
        (
            "Please quantify in future filings the warranty development by product line and vintage year, including "
            "any adverse development.",
            [
                "[●: each product line, with figures, including any adverse development]; and by vintage year, [●"
            ],
        ),
        (
            "Please revise future filings so that the risk of a kiln fire is not presented as hypothetical.",
            ["In [●: month and year], [●: what occurred], which"],
        ),
        (
            "We note a fire at your Redcar kiln in March 2025. Please revise future filings so that the risk of a fire "
            "is not presented as hypothetical.",
            ["In March 2025, [●: what occurred: a fire at our Redcar kiln], which [●: its effect"],
        ),
        (
            "You closed your Redcar kiln in March 2025 after a fire. Please revise future filings so that the risk of "
            "a fire is not presented as hypothetical.",
            ["We closed our Redcar kiln in March 2025 after a fire, which [●: its effect"],
        ),
        (
            "You acquired Tarl Glazes AG on May 4, 2025. Please tell us whether your assessment of internal control "
            "covered this business, and revise future filings to identify the business.",
            ["The business is Tarl Glazes AG, which we acquired on May 4, 2025."],
        ),
        (
            "The Fine Tiles cash-generating unit was close to impairment. Please revise future filings to provide the "
            "information required by paragraph 134(f) of IAS 36.",
            ["The recoverable amount of the Fine Tiles cash-generating unit exceeds its carrying amount by"],
        ),
        (
            "You report firm orders of €81 million, while Note 5 discloses contracts of €64 million. Please reconcile "
            "them for us and revise future filings to define the term.",
            ["We define firm orders as [●]."],
        ),
        (
            "Please provide in future filings a comparison of your kiln yield with that of the glaze makers, and "
            "revise your policy note.",
            [
                "A comparison of our kiln yield with that of the glaze makers is as follows: [●: both, with each",
                "[●: revised text for our policy note].",
            ],
        ),
        (
            "Please tell us the amount of rent not paid in 2025. To the extent material, disclose that amount in "
            "future filings, and describe any concentration among your tenants and how it bears on your margins.",
            [
                "[To the extent material: The amount of rent not paid was $[●]. [●: concentration among our tenants, "
                "with amounts, or that there is none]. This bears on our margins as follows: [●].]",
            ],
        ),
        (
            "Please disclose in future proxy statements the relationship of compensation actually paid to net income "
            "and to your glaze yield.",
            [
                "while net income [●: increased or decreased] by [●] percent and our glaze yield [●: increased or "
                "decreased] by [●] percent.",
            ],
        ),
        (
            "We cannot find the relationship between compensation actually paid and net income, or that between your "
            "total shareholder return and that of your peer group. Please provide them in future filings.",
            [
                "while net income [●: increased or decreased] by [●] percent.",
            ],
        ),
        (
            "Fares fell. Please disclose the decline as a known trend in future filings.",
            ["The decline reflects [●: what drives it, with its effect to date in amounts], and we expect"],
        ),
        (
            "Please discuss in future filings the periods in which your hull orders fall due and the anticipated "
            "source of funds needed to satisfy them.",
            [
                "Our hull orders fall due in the following periods: [●].",
                "The anticipated source of funds needed to satisfy them is [●].",
            ],
        ),
        (
            "Please provide in future filings a clear description, narrative or graphic, of each relationship required "
            "by Item 402(v)(5) of Regulation S-K.",
            ["our total shareholder return was [●] percent and that of the peer group was [●] percent."],
        ),
        (
            "Please present in future filings the three major categories of the statement of cash flows, and identify "
            "the kilns that are idle and, for each, the remaining lease term.",
            [
                "operating activities, $[●]; investing activities, $[●]; and financing activities, $[●].",
                "The kilns that are idle are as follows: [●: each, by name]; remaining lease term, [●].",
            ],
        ),
        (
            "Please disclose in future filings the loan-to-value and debt service coverage ratios of your loans, their "
            "maturities by year, the effect of each assumption updated, and the sensitivity of the reserve to "
            "reasonably likely changes in the discount rate.",
            [
                "The loan-to-value ratio of our loans was [●] and the debt service coverage ratio was [●].",
                "Their maturities by year were as follows: [●: each year], [●]; and total, [●].",
                "was as follows: [●: each assumption updated], $[●].",
                "A change of [●: reasonably likely change] in the discount rate would change the reserve by $[●].",
            ],
        ),
        (
            "Please quantify in future filings the effect of the extra week on revenues and gross margin, in total and "
            "by segment.",
            [
                "The extra week affected revenues by $[●] and gross margin by [●] percentage points, and in [●: each "
                "segment] as follows: [●: amounts].",
            ],
        ),
        (
            "You state that glaze returns rose 12% in 2025. Please discuss the reasons for the increase in future "
            "filings, and the extent to which the increase is attributable to changes in prices or to volume.",
            [
                "The increase in glaze returns was due to [●].",
                "Of the increase, $[●] was attributable to changes in prices and $[●] to volume.",
            ],
        ),
    ],
)
def test_each_thing_asked_for_has_its_line(comment: str, lines: list[str]) -> None:
    _, block = parts(comment)
    assert [line for line in lines if line not in block] == []


@pytest.mark.parametrize(
    "note",
    [
        "Will do all of it in the proxy statement for the 2027 annual meeting.",
        "Will disclose, beginning with the proxy statement for the 2027 annual meeting.",
        "Will do this in the proxy statement for the 2027 annual meeting.",
        "Will add the pay disclosure (both bullets) in the proxy statement for the 2027 annual meeting.",
    ],
)
def test_a_promise_of_all_that_is_asked_for_is_made_in_the_words_of_the_staff(note: str) -> None:
    letter, _ = parts(
        "Please disclose in future filings the role of the consultant and the peer group.", note, proxy=True
    )
    assert "will disclose the role of the consultant and the peer group in future proxy statements" in letter
    assert not [slang for slang in ("all of it", "bullets") if slang in letter]


def test_such_a_promise_keeps_the_proxy_statement_that_it_names() -> None:
    letter, _ = parts(
        "Please disclose in future filings the role of the consultant and the peer group.",
        "Will do all this in the 2027 proxy.",
    )
    assert "beginning with its proxy statement for the 2027 annual meeting" in letter


def test_points_of_a_list_keep_their_own_facts_and_blanks() -> None:
    text = (
        "For each unit at risk, please disclose in future filings:\n• the percentage by which fair value exceeded "
        "carrying value;\n• the key assumptions used and how they were determined; and\n• the rate for each period "
        "presented."
    )
    notes = (
        "## 1\n- Fair value of the kiln unit exceeded carrying value by 8 percent.\n- Discount rate 11.5 percent; "
        "revenue growth of 3 to 6 percent a year. How they were determined: valuation report not yet in hand.\n"
        "- The rate was 109 percent for 2025."
    )
    answer = answered(text, notes).text
    block = answer[answer.index("read substantially as follows") :]
    assert (
        block.index("8 percent")
        < block.index("11.5 percent")
        < block.index("valuation report")
        < block.index("109")
    )
    assert "are [●]." not in block


@pytest.mark.parametrize(
    "remark",
    [
        "Footnote 3 says so.",
        "The May 2023 undertaking was overlooked.",
        "The glossary reads otherwise.",
    ],
)
def test_what_is_said_of_the_papers_stays_in_the_letter(remark: str) -> None:
    notes = f"## 1\n- Kiln leases run 10 years with two five-year options. {remark}"
    letter, block = answered("Please disclose your lease terms in future filings.", notes).text.split(
        "as follows:"
    )
    assert remark in letter
    assert remark not in block


METHOD = (
    "Please tell us what changed in the calculation of berth use. In future filings, disclose the reasons for any "
    "change in the method, its effect on each period presented and any berths left out of the calculation."
)


@pytest.mark.parametrize(
    ("comment", "notes", "said", "never"),
    [
        (
            METHOD,
            "Since May 2024 berths under 40 feet are not counted. On the old basis fiscal 2025 would be 71 percent.",
            (
                "Since May 2024 berths under 40 feet are not counted.",
                "The change in the method was due to [●].",
            ),
            ("Its effect on each period presented is", "Berths left out of the calculation are"),
        ),
        (
            "Please quantify in future filings the fares recognized from prior trips and explain what caused it.",
            "Fiscal 2025: $4 million, 2 percent of fares, came from 2023 trips, because two ports settled.",
            (
                "In fiscal 2025, $4 million, 2 percent of fares, came from 2023 trips, because two ports settled.",
            ),
            ("what caused it]",),
        ),
        (
            "In future filings, please disclose the value assigned to each toll and how it was determined.",
            "The ferry rate was $4 and the tug rate $9, taken from the port list.",
            ("The ferry rate was $4 and the tug rate $9, taken from the port list.",),
            ("[●]",),
        ),
        (
            "Please revise future filings to state that no estimate can be made.",
            "The note will say, from the next Form 10-Q, that no estimate can be made.",
            ("No estimate can be made.",),
            ("client to confirm",),
        ),
        (
            "Please disclose in future filings how sensitive revenue is to the toll rate and the deposits held.",
            "Deposits held were €4 million.",
            ("Revenue is [●: how sensitive] to the toll rate",),
            ("$",),
        ),
    ],
)
def test_what_the_notes_answer_is_not_left_open_in_the_block(
    comment: str, notes: str, said: tuple[str, ...], never: tuple[str, ...]
) -> None:
    block = next(p.text for p in answered(comment, f"## 1\n- {notes}").passages if p.block)
    assert all(s in block for s in said)
    assert not any(n in block for n in never)


@pytest.mark.parametrize(
    "comment",
    [
        "You aggregate your Kilns and Molds operating segments into one reportable segment. Please provide us with "
        "your analysis of similar economic characteristics under ASC 280-10-50-11, and revise your segment "
        "disclosure in future filings if the aggregation criteria are not met.",
        "You state that clay tariffs announced in March may have a material effect on your results. Please expand "
        "your discussion of known trends to quantify, to the extent reasonably practicable, the effect you expect "
        "on cost of sales and margins, and tell us whether you have raised prices in response.",
    ],
)
def test_a_fact_stands_in_the_letter_where_the_disclosure_has_no_element(comment: str) -> None:
    notes = (
        "## 1\n- Gross margins for five years run within two points of each other, and so does the budget."
    )
    assert "within two points of each other" in answered(comment, notes).text


def test_what_the_letter_leaves_open_is_open_in_the_filing_too() -> None:
    _, block = parts(
        "Please tell us whether kiln churn rose in 2025. In future filings, disclose kiln churn and the reasons for "
        "the change.",
        "Kiln churn rose to 6.1 percent in 2025.",
        "Why it changed: ask Ulla.",
    )
    assert "[●: why it changed (Ulla)]" in block
    assert "whether" not in block
    assert "Kiln churn rose to 6.1 percent in 2025." in block
