"""“This” and “these” in what is asked: the noun phrase or the quotation that they point to."""

from __future__ import annotations

import pytest

from drafter.drafting.planning.antecedents import named_again
from tests.test_drafted_branches import PERIODIC, answered


@pytest.mark.parametrize(
    ("before", "thing", "said"),
    [
        (
            "You entered into kiln sharing agreements with two potters. Please describe",
            "the terms of these agreements",
            "the terms of the kiln sharing agreements with two potters",
        ),
        (
            'You state that "no kiln is alike." Provide',
            "support for this statement",
            "support for the statement “no kiln is alike”",
        ),
        ("You exclude pre-firing costs. Explain", "why these costs recur", "why the pre-firing costs recur"),
        ("We note your kiln leases. Discuss", "the end of such leases", "the end of your kiln leases"),
        ("We note the material costs. Explain", "why these costs recur", "why these costs recur"),
        ("You hold kiln leases. Disclose", "the value of any such leases", "the value of any such leases"),
        ("You hold kiln leases. Disclose", "those leases that end soon", "those leases that end soon"),
        (
            "Tiles from guilds made up 31% of total tiles. Disclose",
            "the terms on which these tiles are sold",
            "the terms on which these tiles are sold",
        ),
        (
            "You sell tiles. Your total tiles rose. Disclose",
            "the cost of these tiles",
            "the cost of these tiles",
        ),
        (
            "You hold glazed tiles. You also sell roof tiles. Disclose",
            "the cost of these tiles",
            "the cost of these tiles",
        ),
        (
            "You hold glazed tiles. Roof tiles fell in price. Disclose",
            "the cost of these tiles",
            "the cost of the roof tiles",
        ),
        ("You lost a kiln. Explain", "how this matter ended", "how this matter ended"),
        ("We see costs of services. Explain", "these costs", "these costs"),
        ("We see past and likely kiln losses. Explain", "these losses", "these losses"),
        ('You say "firing" often. Explain', "this measure", "this measure"),
        (
            "You attribute the rise in sales to new kilns, to price and mix and to the wet summer, offset by rebates. "
            "Quantify",
            "each of these factors",
            "each of new kilns, price and mix, the wet summer and rebates",
        ),
        (
            "You attribute the loss to clay and others. Quantify",
            "each of these factors",
            "each of these factors",
        ),
        (
            "We note that you lowered the salvage values of your kilns in 2025. Disclose",
            "the effect of this change",
            "the effect of the change in the salvage values of your kilns",
        ),
        (
            "Tile sales fell 21% in 2025. Discuss",
            "the reasons for this decline",
            "the reasons for the decline in tile sales",
        ),
        ("Tile sales fell while clay sales rose. Discuss", "this decline", "this decline"),
        ("You attribute the loss to clay and rain. Quantify", "these factors", "these factors"),
        (
            "Three potters bought 44% of your tiles. Identify",
            "these potters",
            "the three potters that bought 44% of your tiles",
        ),
        (
            "You disclose commitments to buy 40 tons of clay. Disclose",
            "when these commitments fall due",
            "when the commitments to buy 40 tons of clay fall due",
        ),
        ("Most operations in Utrecht were shut. Discuss", "these operations", "the operations in Utrecht"),
        (
            "Your head of kiln systems manages cyber risk. Describe",
            "the relevant expertise of that person",
            "the relevant expertise of your head of kiln systems",
        ),
        (
            "A kiln risk committee manages cyber risk. Describe",
            "the expertise of such persons",
            "the expertise of the members of the kiln risk committee",
        ),
        ("Your chief potter and your kiln manager agree. Describe", "that person", "that person"),
    ],
)
def test_a_pointing_word_is_named(before: str, thing: str, said: str) -> None:
    assert named_again(thing, f"{before} {thing}.", len(before.split())) == said


@pytest.mark.parametrize(
    ("asked", "notes", "said", "unsaid"),
    [
        (
            "Please revise future filings to disclose the average selling price for each product line and to describe "
            "your hedging policy.",
            "## 1\n- Selling price for each product line is in the table on page 41, and has been for years.\n"
            "- The hedging policy is new. It goes into the next 10-K.",
            "respectfully refers the Staff to the table on page 41, which discloses the selling price for each "
            "product line, as has been the case for years.",
            "will disclose the average selling price",
        ),
        (
            "Please expand your disclosure in future filings to quantify the number of stores in each region and to "
            "explain how you define comparable sales.",
            "## 1\n- Store counts for each region are disclosed on page 12. Client will add the definition: a store "
            "counts as comparable after thirteen full months.",
            "refers the Staff to page 12, which discloses store counts for each region.",
            "number of stores in each region was [",
        ),
        (
            "Please disclose revenue by region and by product in future filings. Also describe your returns policy.",
            "## 1\n- Revenue by region is disclosed on page 12. Client will add the product split.",
            "will add the product split",
            "refers the Staff",
        ),
    ],
)
def test_what_the_filing_has_is_referred_to_beside_a_promise_of_another_thing(
    asked: str, notes: str, said: str, unsaid: str
) -> None:
    text = answered(asked, notes, PERIODIC).text
    assert said in text
    assert unsaid not in text


def test_how_fully_to_write_is_no_content() -> None:
    said = answered(
        "Please revise future filings to describe the expertise of your head of kiln systems in such detail as is "
        "necessary to fully describe its nature."
    ).text
    assert "expertise of its head of kiln systems in future filings" in said
    assert "detail" not in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Please tell us why you believe that glazing losses are not normal, recurring, cash operating expenses, or "
            "revise Adjusted EBITDA to no longer exclude them.",
            "revise Adjusted EBITDA to no longer exclude glazing losses",
        ),
        (
            "You have not disclosed the valuation technique and the unobservable inputs for your clay options. Please "
            "revise future filings to do so.",
            "will disclose the valuation technique and the unobservable inputs for its clay options in future filings",
        ),
    ],
)
def test_a_last_pronoun_is_named(asked: str, said: str) -> None:
    assert said in answered(asked).text
