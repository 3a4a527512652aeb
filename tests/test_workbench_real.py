"""The way of the two letters that the project was born from: from an earlier answer to a new letter."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from drafter.domain import Draft
from drafter.intake import parsed
from drafter.parsing import pair
from drafter.workbench import Workbench

pytestmark = pytest.mark.real
EARLIER, LATER = "qualys-2014-12-22-response.txt", "qualys-2022-12-21-response.txt"


def a_staff_letter(response: Path) -> str:
    """The staff's letter as far as its answer repeats it."""
    answered = parsed(response)
    matter, (day,) = answered.letter.matter, answered.letter.answers
    lines = [
        "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWASHINGTON, D.C. 20549\n",
        f"DIVISION OF\nCORPORATION FINANCE\n\n{day:%B} {day.day}, {day.year}\n",
        f"Re: {matter.company}",
        *(
            f"Form {f.form} for the Fiscal Year Ended {f.period:%B %d, %Y}"
            for f in matter.filings
            if f.period
        ),
        *(f"Filed {f.filed:%B %d, %Y}" for f in matter.filings if f.filed),
        f"File No. {matter.file_numbers[0]}\n",
        "Dear Officer:\n",
        "We have limited our review of your filing to the disclosures named below. Please respond within ten "
        "business days.\n",
    ]
    heading: tuple[str, ...] = ()
    for one in pair(answered).pairs:
        comment = one.comment
        if comment.heading != heading:
            heading = comment.heading
            lines += [*heading[:-1], f"{heading[-1]}{', page ' + comment.page if comment.page else ''}\n"]
        lines.append(f"{comment.number}. {comment.text}\n")
    contacts = " or ".join(f"{name} at 202-555-01{n:02}" for n, name in enumerate(answered.letter.attention))
    lines += [
        f"You may contact {contacts} if you have questions.\n",
        "Sincerely,\n",
        "Division of Corporation Finance",
    ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Draft, Path]:
    from tests.conftest import SHARED

    seeds = SHARED / "letters" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the real letters are kept outside the project and are not at hand here")
    folder = tmp_path_factory.mktemp("seeds")
    staff = folder / "staff.txt"
    staff.write_text(a_staff_letter(seeds / LATER), encoding="utf-8")
    bench = Workbench.open(folder / "library")
    counts = bench.add([seeds / EARLIER])
    assert (counts["letters"], counts["pairs"]) == (1, 5)
    draft = bench.draft(staff, chat="offline")
    bench.write(draft, folder / "response.docx")
    bench.close()
    return draft, folder


def test_every_comment_stands_verbatim_in_the_word_letter(made: tuple[Draft, Path]) -> None:
    draft, folder = made
    asked = [c.text for c in parsed(folder / "staff.txt").comments]
    recited = [p.comment.text for p in pair(parsed(folder / "response.docx")).pairs]
    assert len(asked) == 5
    assert [" ".join(t.split()) for t in recited] == [" ".join(t.split()) for t in asked]
    assert all(answer.passages and not answer.unanswered_requests for answer in draft.answers)


def test_what_the_company_said_of_renewal_rates_is_shown_as_its_own_position(
    made: tuple[Draft, Path],
) -> None:
    draft, folder = made
    own = {answer.comment.number: answer.own for answer in draft.answers}
    shown = [p.pair for p in own["1"]]
    assert any(p.comment.number == "1" and p.sent and p.sent.year == 2014 for p in shown)
    assert "renewal rates" in next(p for p in shown if p.comment.number == "1").response.text
    assert not any(p.pair.matter.company.startswith("Qualys") for a in draft.answers for p in a.precedents)
    with zipfile.ZipFile(folder / "response.docx") as word:
        notes = word.read("word/comments.xml").decode("utf-8")
    assert "December 22, 2014" in notes
    assert "renewal rates" in notes


def test_the_letter_goes_back_to_those_who_wrote(made: tuple[Draft, Path]) -> None:
    draft, _ = made
    assert draft.letter.attention == ("Megan Akst", "Kathleen Collins")
    assert draft.letter.matter.file_numbers == ("001-35662",)
