"""Questions without a fact: the statement that answers them asserts nothing that is open, and its blank fits."""

from __future__ import annotations

import pytest

from drafter.drafting.language.choosing import choice
from drafter.drafting.notes.opining import in_firms_voice
from drafter.matters import read_facts
from tests.test_drafted_answers import drafted
from tests.test_drafted_branches import answered


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Tell us how you decided what part of your kiln report, if any, belongs in your filings.",
            "As to what part of the Company's kiln report, if any, belongs in its filings, [●: whether and how this "
            "was decided, by whom and when, on what facts and with what conclusion].",
        ),
        (
            "Tell us what consideration you gave to recording a loss accrual for the hull recall; refer to ASC 450-20.",
            "As to recording a loss accrual for the hull recall, having regard to ASC 450-20, [●: whether and how this "
            "was considered, by whom and when, on what facts and with what conclusion (Controller)].",
        ),
        (
            "Please advise us what consideration you gave to including your water-use data in your Form 10-K.",
            "As to including the Company's water-use data in its Form 10-K, [●: whether and how this was considered, ",
        ),
        (
            "Please tell us how you considered presenting disaggregated revenue by contract length.",
            "As to presenting disaggregated revenue by contract length, [●: whether and how this was considered, by ",
        ),
        (
            "Tell us how you considered disclosing the rate of material repairs. Refer to Item 303 of Regulation S-K.",
            "of material repairs, with reference to Item 303 of Regulation S-K, [●: whether and how this was ",
        ),
        (
            "Please tell us how you considered ASC 280-10-50-41 in not presenting kiln sales by country.",
            "As to ASC 280-10-50-41, [●: whether and how this was considered in not presenting kiln sales by country, ",
        ),
        (
            "Please tell us what portion of the kiln reserve relates to claims reported.",
            "[●: portion, with the amount] of the kiln reserve relates to claims reported.",
        ),
        (
            "Please tell us the number of kilns fired and the average cost per kiln in each of the last two years.",
            "The number of kilns fired in each of the last two years is [●: ",
        ),
        (
            "Please tell us the leverage ratio required and the actual ratio at December 31, 2025.",
            "The leverage ratio required at December 31, 2025 is [●: leverage ratio required]. The actual ratio at ",
        ),
        (
            "Please tell us whether you act as principal or agent in the sale of kilns.",
            "The Company acts as [●: principal or agent] in the sale of kilns, because [●: each reason",
        ),
        (
            "Please tell us whether the moulds are depreciated individually or as a group.",
            "The moulds are depreciated [●: individually or as a group], because [●: each reason",
        ),
        (
            "Please tell us whether you hold the kilns directly or indirectly.",
            "The Company [●: does or does not] hold the kilns directly or indirectly, because [●: each reason",
        ),
        (
            "Please tell us whether your backlog includes unfunded kilns.",
            "[●: what is included, with amounts, or why nothing is]",
        ),
        (
            "Please tell us how you determined it was appropriate to record the kiln rebate in cost of sales.",
            "It [●: was or was not] appropriate to record the kiln rebate in cost of sales, because [●: each reason",
        ),
        (
            "Please tell us how you concluded that your yield measure complies with Question 102.11.",
            "The Company's yield measure [●: does or does not] comply with Question 102.11. Tax effect of each "
            "adjustment: [●: how current and deferred tax on each adjustment is calculated, with amounts (Tax)].",
        ),
        (
            "Tell us how you concluded that dredging costs are not normal, recurring, cash operating expenses.",
            "Nature of each item: [●: nature of each item excluded, with its amount in each period presented "
            "(Controller)]. Recurrence: [●: how often such items arose in earlier periods, and whether they are "
            "expected to recur (Controller)]. Relation to the business: [●",
        ),
        (
            "Tell us the sums granted to dealers in 2024 and how you determined whether each reduces revenue. Refer to "
            "ASC 606-10-32-25.",
            "The Company determined whether each reduces revenue under ASC 606-10-32-25 as follows. Payee: [●: each "
            "payee, and whether it is a customer or buys from one",
        ),
        (
            "Tell us why these tooling costs are not cost of sales.",
            "These tooling costs [●: are or are not] cost of sales, because [●: each reason",
        ),
        (
            "You deduct no kiln gains. Please tell us why this presentation is not misleading.",
            "As to whether this presentation is misleading, the facts are as follows. What is included and left out: ",
        ),
        (
            "Please tell us why this yield ratio is not misleading. Refer to Question 100.03 of the Non-GAAP C&DIs.",
            "As to whether this yield ratio is misleading, the facts under Question 100.03 of the Non-GAAP C&DIs are "
            "as follows. Charges excluded: [●",
        ),
        (
            "Please tell us why a kiln table is not required.",
            "A kiln table [●: is or is not] required, because [●: each reason",
        ),
        (
            "Please tell us how your segment note complies with ASC 280-10-50-22.",
            "The Company's segment note [●: does or does not] comply with ASC 280-10-50-22. Measures used: [●",
        ),
        (
            "Tell us the basis for your conclusion that the kiln and the yard are one unit.",
            "The kiln and the yard [●: are or are not] one unit, because [●: each reason",
        ),
        (
            "Tell us why freight costs are 4% of sales while it appears that volumes doubled.",
            "[●: each reason why freight costs are 4% of sales while it appears that volumes doubled, if that is so]",
        ),
        (
            "Tell us why you did not separately present the rental income in fiscal 2021.",
            "The Company did not separately present the rental income in fiscal 2021 because [●: each reason",
        ),
        (
            "Please explain the reasons why churn was so much higher in the third quarter.",
            "Churn was higher in the third quarter because [●: each reason",
        ),
        (
            "Please describe to us the status of the idled kilns.",
            "The status of the idled kilns is [●: status of the idled kilns, as of the date of this letter]",
        ),
        (
            "Tell us a detailed discussion of the nature of these incentives.",
            "The nature of these incentives is [●: nature of these incentives, with the facts that show it]",
        ),
        (
            "Tell us which kilns you idled, in which towns, and what led you to do it.",
            "are [●: each of the kilns]. [●: in which towns]. [●: what led",
        ),
        (
            "Tell us the reasons for the fall in yield and the steps taken to halt it.",
            ", with the facts that carry it]. The steps taken to halt it are [●: each of the steps",
        ),
        (
            "Tell us the reasons for the fall in yield, including any change in clay.",
            "in yield, including any change in clay, are [●",
        ),
        ("Tell us when you last fired the kiln.", "last fired the kiln"),
        (
            "Tell us when the leak began, which kilns were wet, for how long, and the lost output at each.",
            "[●: each of the kilns]. [●: for how long]. The lost output at each is",
        ),
        ("Tell us the terms of the sale and when it was signed.", "The sale was signed [●: when]"),
        ("Tell us the number of kilns and how they are built.", "[●: how kilns are built]"),
        (
            "Tell us how you spot wear, the level at which you group kilns, and the number and carrying amount of "
            "kilns at a loss. Refer to ASC 360-10-35-21.",
            "The level at which it groups kilns is [●: level]. The number and carrying amount of kilns at a loss are",
        ),
    ],
)
def test_a_question_is_answered_by_a_statement_that_leaves_open_what_is_open(comment: str, said: str) -> None:
    assert said in drafted(comment)


@pytest.mark.parametrize(
    ("comment", "blank"),
    [
        (
            "Quantify for us the return on equity and the book value per share at year end.",
            "[●: return on equity and the book value per share at year end, each in its unit]",
        ),
        (
            "Tell us the percentage by which fair value exceeded carrying value for the Lodge unit.",
            "[●: percentage by which fair value exceeded carrying value for the Lodge unit, in percent]",
        ),
        (
            "Tell us the amounts of sales and assets associated with Cuba for the last two fiscal years and the "
            "subsequent interim period.",
            "[●: amounts of sales and assets associated with Cuba, in millions, by period (General Counsel)]",
        ),
        (
            "Quantify for us the maximum amount of the related penalties.",
            "[●: maximum amount of the related penalties, in dollars (General Counsel)]",
        ),
        (
            "Please describe to us how you calculate net bookings.",
            "[●: inputs and each step of the calculation of net bookings]",
        ),
    ],
)
def test_a_blank_asks_for_the_staffs_own_unit_and_period(comment: str, blank: str) -> None:
    assert blank in drafted(comment)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please tell us how the plant closure affected your gross margin.",
            "The plant closure [●: affected or did not affect] the Company's gross margin. [●: effect, with its amount",
        ),
        (
            "Tell us what drove the decrease in kiln yield.",
            "The decrease in kiln yield was driven by [●: each cause, with its amount]",
        ),
        (
            "Tell us which contracts contain a volume rebate.",
            "The contracts that contain a volume rebate are [●: each of the contracts]",
        ),
        (
            "Tell us what Gross Orders represents.",
            "Gross Orders represents [●: what Gross Orders represents]",
        ),
        (
            "Explain to us your basis for capitalizing dredging costs.",
            "The Company's basis for capitalizing dredging costs is [●: each reason",
        ),
        (
            "Please provide us with additional detail to support your statement on tariffs, including amounts.",
            "The Company's statement on tariffs rests on [●: facts and figures that support the Company's statement on "
            "tariffs, including amounts]",
        ),
        (
            "Provide us with references to the accounting guidance that supports your treatment.",
            "The accounting guidance that supports the Company's treatment is [●: accounting guidance, by paragraph",
        ),
        (
            "A website lists a dealer in Khartoum. Please describe to us the nature and extent of any contacts with "
            "Sudan, including through distributors.",
            "[●: contacts with Sudan, with their nature, dates and amounts, and the matters that the Staff recites "
            "from the website (General Counsel)]",
        ),
        (
            "Tell us how the missing page affects your conclusion on disclosure controls.",
            "The missing page [●: affects or does not affect] the Company's conclusion on disclosure controls. "
            "[●: reasons for this answer]",
        ),
        (
            "Please tell us the carrying amount of the idled barges at year end and your plans for them.",
            "The carrying amount of the idled barges at year end is [●: carrying amount of the idled barges, in "
            "millions]. The Company's plans for them are [●: each of the plans]",
        ),
        (
            "Tell us the amount accrued, if any, and your retention.",
            "The amount accrued, if any, is [●: amount accrued, if any, in millions]. The Company's retention is [●: ",
        ),
        (
            "Please describe for us the steps taken to rebuild the dam.",
            "The steps taken to rebuild the dam are [●: each of the steps taken to rebuild the dam]",
        ),
        (
            "Tell us the amount of freight revenue in each period presented.",
            "The amount of freight revenue in each period presented is [●: amount of freight revenue, in millions, by",
        ),
        (
            "Describe for us the ports called at. To the extent material, address the related piracy risks in your "
            "future risk factors.",
            "To the extent that it concludes that they are material, the Company will address them in future filings",
        ),
        (
            "We note reports that two of your dams leaked in May 2025. Please tell us whether this occurred.",
            "[●: whether two of the Company's dams leaked in May 2025, with the basis]",
        ),
        (
            "Tell us whether the loss ratio of any cohort was capped at 100%.",
            "The loss ratio of any cohort [●: was or was not] capped at 100%: [●: facts on the loss ratio",
        ),
        (
            "Please provide us with your analysis of the amortization period under paragraph 99 of IFRS 15.",
            "The Company's analysis of the amortization period under paragraph 99 of IFRS 15 is as follows. "
            "Goods or services to which the asset relates: [●: contracts, with each anticipated renewal",
        ),
        (
            "Please give us your analysis of the recovery of the storm costs. Refer to ASC 326-20-30-9.",
            "The Company's analysis of the recovery of the storm costs under ASC 326-20-30-9 is as follows. Pooling",
        ),
        (
            "Please tell us your basis for capitalizing the sales bonuses under ASC 340-40-25.",
            "The Company's basis for capitalizing the sales bonuses under ASC 340-40-25 is as follows. Incremental "
            "cost: [●: each cost that would not have been incurred without the contract",
        ),
        (
            "Tell us the number and carrying amount of barges laid up in each of the last two years.",
            "[●: number and carrying amount of barges laid up, each in its unit, by period]",
        ),
        (
            "Please tell us why two vineyards were not tested, the carrying amount of those vineyards, and your plans "
            "to sell any of them.",
            "The carrying amount of those vineyards is [●: carrying amount of those vineyards, in millions]. The "
            "Company's plans to sell any of them are [●: ",
        ),
        (
            "Tell us how the strike may affect your suppliers.",
            "[●: whether and how the strike may affect the Company's suppliers, with amounts where they can be given]",
        ),
    ],
)
def test_what_is_asked_for_makes_a_sentence_with_the_blank_as_its_end(comment: str, said: str) -> None:
    assert said in drafted(comment)


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("the wharf lease requires a deposit", "the wharf lease [●: does or does not] require a deposit"),
        ("the dredger earlier ran aground", "the dredger earlier [●: did or did not] run aground"),
        ("the pilots the port has hired have sailed before", ""),
        ("each berth was let", ""),
        ("there are shoals that ships avoid", "there [●: are or are no] shoals that ships avoid"),
        ("the port had a reserve at year end", "the port [●: had or did not have] a reserve at year end"),
        (
            "the Company believes tolls are revenue",
            "the Company [●: does or does not] believe tolls are revenue",
        ),
        ("the quays are leased and hold two ferries", ""),
        ("the tolls are or are not refundable", "the tolls [●: are or are not] refundable"),
    ],
)
def test_a_question_of_whether_is_a_sentence_with_its_verb_left_open(clause: str, said: str) -> None:
    assert choice(clause) == said


def test_each_reconciliation_has_its_own_named_ends_and_no_figure_crosses_over() -> None:
    said = drafted(
        "Please reconcile the $12 million reported as scrap on page 3 with the scrap in Note 4. Please also reconcile "
        "loans of $85 million on page 4 to the total on page 10."
    )
    assert said.count("The reconciliation is as follows: ") == 2
    assert "scrap on page 3, $12 million; [●: each reconciling item" in said
    assert "and the scrap in Note 4, [●: amount]." in said
    assert "loans on page 4, $85 million; [●: each reconciling item" in said
    assert "and the total on page 10, [●: amount]." in said


def test_a_letter_named_in_passing_is_not_bridged_from() -> None:
    said = drafted("In your letter dated May 3, 2019, you described a licence. Tell us its term in years.")
    assert "described its position" not in said


def test_an_analysis_begins_with_the_primary_test_and_ends_before_the_next_question() -> None:
    said = drafted(
        "Tell us the terms of the resale contracts. Provide us with your analysis of principal versus agent under ASC "
        "606-10-55-36 for the resale contracts. Tell us why the rebates are recorded in other income."
    )
    order = [
        "The terms of the resale contracts are [●: ",
        "Control of the good or service before its transfer to the customer. [●: ",
        "Inventory risk. [●: ",
        "On that basis, the Company's conclusion is as follows: ",
        "The rebates are recorded in other income because [●: ",
    ]
    assert sorted(order, key=said.index) == order


def test_an_indicator_that_may_not_have_come_about_is_asked_as_a_question() -> None:
    said = drafted(
        "Tell us how you considered the decline in sales in determining that an interim impairment test was not "
        "required. Refer to ASC 350-20-35-3C."
    )
    assert (
        "Sustained decrease in share price. [●: share price and market capitalization over the period" in said
    )
    assert "The Company's analysis under ASC 350-20-35-3C is as follows." in said


def test_reasons_and_impact_are_two_answers() -> None:
    said = drafted(
        "Please tell us the reasons for the differences and the impact, if any, on your statements."
    )
    assert (
        "The reasons for the differences are [●: each of the reasons for the differences, with the facts"
        in said
    )
    assert "The impact, if any, on the Company's statements is [●: impact, if any, on the" in said


def test_a_belief_keeps_its_not() -> None:
    said = drafted("Tell us why you believe that the note is not material.")
    assert (
        "The Company [●: does or does not] believe that the note is not material. Amount: [●: amount in"
        in said
    )


def test_a_name_in_capitals_before_its_noun_is_not_taken_for_a_company() -> None:
    said = drafted("Tell us whether the MAP information can be derived from your records.")
    assert (
        "The MAP information [●: can or cannot] be derived from the Company's records, because [●: what allows"
        in said
    )


def test_a_participle_that_leads_a_list_is_no_part_of_a_name() -> None:
    said = drafted(
        "Describe to us your dealings with Cuba, including contacts with its government. Tell us the dates of those "
        "contacts."
    )
    assert "including contacts are" not in said
    assert "of the including contacts" not in said


@pytest.mark.parametrize(
    ("comment", "notes", "says", "not_said"),
    [
        (
            "Please tell us whether a further write-down of the vessels is reasonably possible.",
            "Whether more is reasonably possible waits for the audit committee on May 4.",
            "[●: whether a further write-down of the vessels is reasonably possible, with the basis (the audit",
            "whether more",
        ),
        (
            "Please amend your Form 10-K to include the conclusion, and tell us how your officers considered whether "
            "the omission affects it.",
            "Controls were effective. Date to be confirmed: June 9.\n- Nobody has asked them whether the omission "
            "changes their view.",
            "filing date of the amendment; proposed: June 9, to be confirmed]",
            "changes their view",
        ),
        (
            "Please tell us what the site manager reviews.",
            "He reviews the weekly yield report. Ask Odile whether he has been sent the costs since.",
            "[●: whether he has been sent the costs since",
            "Ask Odile",
        ),
    ],
)
def test_what_colleagues_leave_open_is_asked_in_the_words_of_the_request(
    comment: str, notes: str, says: str, not_said: str
) -> None:
    text = answered(comment, f"## 1\n- {notes}\n").text
    assert says in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("Our opinion is Exhibit 5.1.", "The opinion of Rook Vale LLP is Exhibit 5.1."),
        ("We give the opinion at a should level.", "Rook Vale LLP gives the opinion at a should level."),
        (
            "We revised our opinion to cover the warrants.",
            "Rook Vale LLP revised the opinion of Rook Vale LLP to cover the warrants.",
        ),
        ("We have filed ours as Exhibit 8.1.", "We have filed the opinion of Rook Vale LLP as Exhibit 8.1."),
        ("We lease both yards.", "We lease both yards."),
    ],
)
def test_the_law_firm_speaks_of_its_own_opinion(note: str, says: str) -> None:
    comment = "Please file the opinion of counsel and state that the discussion is its opinion."
    (fact,) = read_facts(f"## 1\n- {note}\n")
    assert in_firms_voice([fact], comment, "Rook Vale LLP")[0].text == says
    assert in_firms_voice([fact], "Please describe the yards.", "Rook Vale LLP")[0].text == note


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Tell us whether any director or officer adopted or terminated a kiln plan during the quarter.",
            "[●: no director or officer, or which, by name and title] adopted or terminated a kiln plan",
        ),
        (
            "Tell us whether any kiln was idled.",
            "[●: no kiln, or which, with names, dates and amounts] was idled.",
        ),
        (
            "Tell us whether any of your kilns are leased.",
            "Of the Company's kilns, [●: none, or which, with names, dates and amounts",
        ),
        (
            "Tell us whether any portion of the loan will be used to buy clay.",
            "[●: no portion of the loan, or the amount, in millions] will be used to buy clay.",
        ),
        (
            "Please tell us how you calculated the kiln tax of $3 million disclosed on page 5.",
            "The Company calculated the kiln tax of $3 million disclosed on page 5 as follows: [●: inputs",
        ),
        (
            "Please tell us how you reached that conclusion on the kilns.",
            "The Company reached that conclusion on the kilns as follows: [●: steps taken, and the facts",
        ),
        (
            "Please tell us how you allocate variable rents, such as kiln bonuses.",
            "The Company allocates variable rents, such as kiln bonuses, as follows: [●: criteria",
        ),
        (
            "Please tell us what events led to the crack, when they became known to you, and in which kiln it is.",
            "[●: what events led to the crack, when they became known to the Company",
        ),
        (
            "Please tell us what facts and circumstances led to the write-off of the kiln.",
            "The write-off of the kiln resulted from [●: the facts and circumstances, with dates and amounts",
        ),
        (
            "Tell us why the kiln rent does not replace rates.",
            "[●: does or does not] replace rates, because [●: each",
        ),
    ],
)
def test_a_question_is_put_as_the_sentence_that_its_blank_completes(comment: str, said: str) -> None:
    assert said in drafted(comment)
