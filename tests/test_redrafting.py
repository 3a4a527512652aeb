import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.contract import draft_shape
from drafter.domain import BLANK, Draft, Passage, Severity
from drafter.errors import Refused
from drafter.rendering import clean, redraft, render
from drafter.rendering.redrafting import MINE, WORDS, Redrafted
from tests.letter_draft import DRAFT

NEW_WORDS = "The Company has drafted this answer anew."
NEW = replace(
    DRAFT,
    answers=tuple(
        replace(a, passages=(Passage(f"{NEW_WORDS} [●: why {a.comment.number}]", ("comment",)),))
        for a in DRAFT.answers
    ),
)
NUMBERS = tuple(a.comment.number for a in DRAFT.answers)


def edited(change: Callable[[Word], object], draft: Draft = DRAFT) -> bytes:
    document = docx.Document(BytesIO(render(draft, ".docx")))
    change(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def laid(change: Callable[[Word], object]) -> Redrafted:
    return redraft(edited(change), draft_shape("letter.docx", DRAFT), NEW)


def answer_to(document: Word, number: str) -> Any:
    """The first paragraph of the answer to that comment."""
    at = next(
        n for n, p in enumerate(document.paragraphs)
        if p.style and p.style.name == "Staff Comment" and p.text.startswith(f"{number}.")
    )  # fmt: skip
    answers = ("Response", "Response Bullet", "Proposed Disclosure")
    return next(p for p in document.paragraphs[at:] if p.style and p.style.name in answers)


def nothing(document: Word) -> None:
    """Counsel only saved the file."""


def a_word(document: Word) -> None:
    answer_to(document, "2").add_run(" Counsel added this.")


def bold(document: Word) -> None:
    answer_to(document, "2").runs[0].bold = True


def a_comment(document: Word) -> None:
    document.add_comment(answer_to(document, "2").runs, "Is this so?", "Lin Abara", "LA")


def tracked(document: Word) -> None:
    raw = f'<w:ins {nsdecls("w")} w:id="900" w:author="Lin Abara"><w:r><w:t> Tracked.</w:t></w:r></w:ins>'
    answer_to(document, "2")._p.append(parse_xml(raw))


def a_paragraph(document: Word) -> None:
    answer_to(document, "2").insert_paragraph_before("A new first paragraph.", "Response")


def a_footnote(document: Word) -> None:
    raw = f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'
    answer_to(document, "2").add_run()._r.append(parse_xml(raw))


def struck_out(document: Word) -> None:
    paragraph = answer_to(document, "2")
    paragraph._p.getparent().remove(paragraph._p)


def texts(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(BytesIO(data)).paragraphs]


def test_an_untouched_letter_takes_every_new_answer() -> None:
    made = laid(nothing)
    assert (made.kept, made.replaced, made.draft.answers) == ((), NUMBERS, NEW.answers)
    assert sum(NEW_WORDS in t for t in texts(made.letter)) == len(NUMBERS)


def test_an_untouched_letter_becomes_the_letter_drafted_afresh() -> None:
    assert texts(laid(nothing).letter) == texts(render(NEW, ".docx"))


@pytest.mark.parametrize("change", [a_word, bold, a_comment, tracked, a_paragraph, a_footnote, struck_out])
def test_an_answer_that_counsel_touched_stays(change: Callable[[Word], object]) -> None:
    made = laid(change)
    assert (made.kept, made.replaced) == (("2",), tuple(n for n in NUMBERS if n != "2"))
    assert [f.message for f in made.draft.findings if f.check == "redraft.kept"] == [
        "The answer to comment 2 stays as counsel edited it."
    ]


def test_counsels_words_and_their_looks_stay() -> None:
    def change(document: Word) -> None:
        a_word(document)
        answer_to(document, "2").runs[-1].bold = True

    made = laid(change)
    run = answer_to(docx.Document(BytesIO(made.letter)), "2").runs[-1]
    assert (run.text, run.bold) == (" Counsel added this.", True)
    assert made.draft.answers[1].passages[0].sources == (MINE,)
    assert "Counsel added this." in made.draft.answers[1].text


def test_what_counsel_kept_stays_also_in_the_draft_after_next() -> None:
    first = laid(a_word)
    again = redraft(first.letter, draft_shape("letter.docx", first.draft), DRAFT)
    assert again.kept == ("2",)


def test_changes_outside_the_answers_stay() -> None:
    def change(document: Word) -> None:
        document.paragraphs[0].runs[0].text = "A Better Letterhead"

    assert texts(laid(change).letter)[0] == "A Better Letterhead"


def test_a_comment_that_counsel_took_out_is_an_error_and_not_laid_in() -> None:
    def change(document: Word) -> None:
        for paragraph in document.paragraphs:
            if (
                paragraph.style
                and paragraph.style.name == "Staff Comment"
                and paragraph.text.startswith("2.")
            ):
                document.element.body.remove(paragraph._p)

    made = laid(change)
    errors = [
        f.comment for f in made.draft.findings if f.check == "redraft.check" and f.severity is Severity.ERROR
    ]
    assert (errors, "2" in made.replaced) == (["2"], False)


def test_a_kept_answer_whose_comment_changed_is_pointed_out() -> None:
    before = draft_shape("letter.docx", DRAFT)
    before["answers"][1]["comment"] = "Something else."
    made = redraft(edited(a_word), before, NEW)
    assert [f.comment for f in made.draft.findings if f.check == "redraft.check"] == ["2"]


def test_blanks_are_numbered_anew_and_old_notes_are_gone() -> None:
    document = docx.Document(BytesIO(laid(nothing).letter))
    marks = [
        b.get(docx.oxml.ns.qn("w:name"))
        for b in document.element.body.iter(docx.oxml.ns.qn("w:bookmarkStart"))
    ]
    blanks = BLANK.findall("\n".join(p.text for p in document.paragraphs))
    assert sorted(marks) == sorted(f"Blank_{n:02}" for n in range(1, len(blanks) + 1))
    fresh = docx.Document(BytesIO(render(NEW, ".docx")))
    in_answers = [c.text for c in fresh.comments if "Notes to counsel on comment" in c.text]
    assert [c.text for c in document.comments if "Notes to counsel on comment" in c.text] == in_answers


def test_a_letter_without_our_styles_is_refused_with_advice() -> None:
    plain = BytesIO()
    docx.Document().save(plain)
    with pytest.raises(Refused, match="Draft to another file"):
        redraft(plain.getvalue(), draft_shape("letter.docx", DRAFT), NEW)


def test_words_are_compared_and_not_bullets() -> None:
    assert WORDS.findall("• the amount | 5%") == WORDS.findall("the amount 5 %")


def with_properties_as_libreoffice_names_them(data: bytes) -> bytes:
    """The file with its properties behind the relation that LibreOffice writes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as packed:
        for name in parts.namelist():
            said = parts.read(name)
            if name == "_rels/.rels":
                said = said.replace(
                    b"package/2006/relationships/metadata", b"officedocument/2006/relationships/metadata"
                )
            packed.writestr(name, said.replace(b">drafter<", b">Lin Abara<"))
    return out.getvalue()


def laid_in(data: bytes) -> bytes:
    return redraft(data, draft_shape("letter.docx", DRAFT), NEW).letter


@pytest.mark.parametrize("make", [laid_in, lambda d: clean(d, ".docx", NEW.provenance.drafted)])
def test_a_file_of_libreoffice_keeps_one_set_of_properties(make: Callable[[bytes], bytes]) -> None:
    made = make(with_properties_as_libreoffice_names_them(edited(without_blanks)))
    with zipfile.ZipFile(BytesIO(made)) as parts:
        assert parts.namelist().count("docProps/core.xml") == 1
        assert b"Lin Abara" not in parts.read("docProps/core.xml")


def without_blanks(document: Word) -> None:
    section = document.sections[0]
    for paragraph in (*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs):
        for run in paragraph.runs:
            run.text = BLANK.sub("filled", run.text)
    for cell in (c for t in document.tables for r in t.rows for c in r.cells):
        cell.text = BLANK.sub("filled", cell.text)
