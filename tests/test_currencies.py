"""Amounts with the code of their currency, read like those with a sign."""

from __future__ import annotations

import pytest

from drafter.domain import Fact
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.currencies import currencies, sign_of
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.ready import tell
from tests.test_drafted_branches import answered

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Kilns NOK 4.2 billion, clay NOK 310 million", "Kilns £4.2 billion, clay £310 million"),
        ("SEK 12 million and CHF 3 million", "£12 million and €3 million"),
        ("€12 million, or CHF 11.4 million", "€12 million, or £11.4 million"),
        ("Form 10-K for 2025; ASC 280; ABC 12", "Form 10-K for 2025; ASC 280; ABC 12"),
        ("NOK 1, SEK 2 and DKK 3", "NOK 1, SEK 2 and DKK 3"),
        ("R$12.4 million, and US$3 million", "£12.4 million, and €3 million"),
    ],
)
def test_a_code_before_a_figure_is_worked_on_as_a_sign_and_comes_back(text: str, signed: str) -> None:
    money = currencies(text)
    assert money.signed(text) == signed
    assert money.coded(signed) == text


def test_a_list_of_amounts_in_a_foreign_currency_becomes_a_sentence() -> None:
    amounts = "kilns NOK 16.2 billion, glazes NOK 9.1 billion, tools NOK 8.8 billion."
    note = Fact("f1", "1", f"At December 31, 2025: {amounts}")
    comment = "Disaggregate your loans of NOK 34.1 billion by type."
    told = tell([note], Setting(COMPANY, comment, f"{comment} {note.text}"))
    assert [t.text for t in told] == [
        "At December 31, 2025, kilns were NOK 16.2 billion, glazes NOK 9.1 billion and tools NOK 8.8 billion."
    ]


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (("Kiln rent of NOK 4 million", "Sales of $5"), "NOK "),
        (("Kiln rent", "Sales of €5 and EUR 4"), "€"),
        (("Kiln rent of €4 and $5",), "$"),
        (("Kiln rent", "Sales of $5 and €4"), "$"),
        (("Kiln rent", "$"), "$"),
        (("Kiln rent", ""), ""),
    ],
)
def test_blanks_are_in_the_currency_that_the_comment_else_the_letter_has(
    texts: tuple[str, ...], sign: str
) -> None:
    assert sign_of(*texts) == sign


def test_the_ends_of_a_bridge_keep_the_mark_of_their_currency() -> None:
    text = answered("The levy fell from R$9.4 million to R$8.1 million. Reconcile these balances.", "").text
    assert "R$9.4 million; [●: each reconciling item" in text
    assert text.rstrip().endswith("; R$8.1 million.")
