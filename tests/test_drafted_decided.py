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
    ],
)
def test_the_answer_does_what_the_notes_say(
    comment: str, notes: str, matter: MatterFile, has: tuple[str, ...], without: tuple[str, ...]
) -> None:
    text = answered(comment, f"## 1\n{notes}", matter).text
    assert all(words in text for words in has), text
    assert not any(words in text for words in without), text
