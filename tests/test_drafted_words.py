"""That words taken from the comment parse: pronouns, abbreviations, phrasal verbs, “say so”, offsets."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import answered

CASES = [
    (
        "You report 2.2 million riders. Revise future filings to define a rider. If trial accounts are included, "
        "quantify them for each year presented.",
        "Trial accounts are included.",
        "quantify the trial accounts for each year presented",
        "quantify a rider",
    ),
    (
        "If intake includes options that a buyer may drop, revise future filings to say so and to give the amount.",
        "",
        "state that intake includes options that a buyer may drop and give the amount",
        "state the disclosure",
    ),
    (
        "Please disclose the persons who control Elm Kilns III, L.P. Refer to Item 403 of Regulation S-K.",
        "",
        "control Elm Kilns III, L.P., consistent",
        "L.P are",
    ),
    (
        "Revise future filings to break the portfolio down by kiln type and buyer location, with average yields.",
        "",
        "The portfolio was as follows: by kiln type, [●: each kiln type, with figures and average yields]; and by "
        "buyer location, [●: each buyer location, with figures and average yields].",
        "portfolio down by property",
    ),
    (
        "You attribute the decrease in revenue to lower volumes and a strike, partly offset by new kilns. Quantify "
        "each factor in future filings.",
        "",
        "and $[●] to [a strike], partially offset by $[●] attributable to [new kilns].",
        "offsetting factors",
    ),
    (
        "Covenants may limit dividends. Please disclose any limits or, if there are none, say so.",
        "No covenant limits dividends.\nClient will say so in the next Form 10-K.",
        "will state that no covenant limits dividends, beginning with its Form 10-K",
        "say so",
    ),
    (
        "Please tell us whether the lease has a purchase option. If so, disclose it and its price in future filings.",
        "The lease has a purchase option at $14 million.\nClient will add it from the next Form 10-K.",
        "\nThe lease has a purchase option at $14 million.",
        "add the lease",
    ),
    (
        "Please tell us why stocks rose 31%, and disclose the amount of clay that is more than one year old.",
        "Stocks rose because of the tariff.\n$12.6 million was more than one year old at year end "
        "2025.\nWe will disclose this from the next Form 10-K.",
        "disclose the amount of clay that is more than one year old.",
        "disclose this",
    ),
]


@pytest.mark.parametrize(("comment", "notes", "says", "never"), CASES)
def test_words_of_the_comment_are_said_whole(comment: str, notes: str, says: str, never: str) -> None:
    text = answered(comment, f"## 1\n{notes}" if notes else "").text
    assert says in text
    assert never not in text
