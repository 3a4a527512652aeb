"""A whole letter drafted by a real, small and careless language model, and what the firewall makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.agreements import Work, leaves_for
from drafter.domain import Draft, Severity
from drafter.intake import staff_letter
from drafter.providers.chat import Ask, Endpoint
from drafter.providers.langchain import langchain_chat
from drafter.settings import Settings
from drafter.workbench import Workbench
from tests.small_chat import MODEL, serving

STAFF = """UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
WASHINGTON, D.C. 20549

May 5, 2025

Re: Elmstead Pumps, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2024
Filed February 20, 2025
File No. 001-98099

Dear Ada Nilsen:

We have reviewed your filing and have the following comments. Please respond within ten business days.

Results of Operations, page 31

1. Please tell us how you calculate order intake.

You may contact Ivo Marsh at 202-555-0110 with any questions.

Sincerely,

Division of Corporation Finance
"""
NOTES = """## Comment 1
- Order intake is the value of signed orders less cancelled ones. It was $61.3 million in 2024.
- Privileged: audit found two more differences.
"""
PRECEDENT = """Harrowgate Tools, Inc.

March 26, 2021

Securities and Exchange Commission
Division of Corporation Finance

Re: Harrowgate Tools, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2020
File No. 001-98001

Ladies and Gentlemen:

We respond to the letter of the staff dated March 15, 2021.

1. Please tell us how you calculate order intake.

Response: Order intake at Harrowgate is the sum of all quotations won, $88.8 million in 2020, as counted
by Meredith Vance.

Sincerely,

/s/ Jonas Pell
"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def made(url: str, tmp_path: Path) -> tuple[Draft, Path]:
    for name, text in (("staff", STAFF), ("notes", NOTES), ("precedent", PRECEDENT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path / "library", chat=f"openai:{MODEL}", chat_url=url, reply_tokens=250)
    bench = Workbench.open(settings=settings)
    assert bench.add([tmp_path / "precedent.txt"])["pairs"] == 1
    assert leaves_for(settings, Work.DRAFT) == ()
    draft = bench.draft(tmp_path / "staff.txt", facts=[tmp_path / "notes.txt"])
    bench.write(draft, tmp_path / "response.docx")
    bench.close()
    return draft, tmp_path


@pytest.mark.slow
@pytest.mark.xdist_group("small chat")
def test_whatever_a_small_model_writes_only_admitted_facts_stand(made: tuple[Draft, Path]) -> None:
    draft, folder = made
    (comment,) = staff_letter(folder / "staff.txt").comments
    (answer,) = draft.answers
    assert draft.provenance.chat == f"openai:{MODEL}"
    assert answer.comment.text == comment.text
    admitted = STAFF + NOTES
    assert [n for n in re.findall(r"\d[\d.,]*\d|\d", answer.text) if n not in admitted] == []
    for leak in ("Harrowgate", "88.8", "Meredith", "Vance", "two more differences"):
        assert leak not in answer.text
    assert answer.unanswered_requests == ()
    assert "$61.3 million" in answer.text
    assert [f for f in draft.findings if f.severity is Severity.ERROR] == []
    assert (folder / "response.docx").stat().st_size > 10_000


@pytest.mark.slow
@pytest.mark.xdist_group("small chat")
def test_langchain_reaches_the_same_model_and_brings_the_asked_shape(url: str) -> None:
    schema = {
        "type": "object",
        "properties": {"word": {"type": "string", "maxLength": 20}},
        "required": ["word"],
        "additionalProperties": False,
    }
    at = Endpoint(url, tokens=60)
    reply = langchain_chat(f"openai:{MODEL}", at).write(Ask("Answer in one word.", "What is water?", schema))
    assert list(reply.value) == ["word"]
    assert 0 < reply.tokens_out <= 60
