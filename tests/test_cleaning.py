import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.domain import Answer, Comment, Draft, Move, Passage
from drafter.errors import Refused, Unreadable
from drafter.rendering import RENDERERS, clean, render
from drafter.rendering.cleaning import accepted_text
from tests.letter_draft import DRAFT, MATTER

WHEN = datetime(2026, 6, 20, tzinfo=UTC)
FILLED = replace(
    DRAFT,
    matter=replace(MATTER, sent=WHEN.date()),
    answers=(
        Answer(Comment("staff", "1", "Please tell us why."), Move.EXPLAIN, (Passage("The Company did."),)),
    ),
    findings=(),
)


def with_changes(draft: Draft, *paragraphs: str) -> bytes:
    """The letter with those paragraphs, raw, before its last part."""
    document = docx.Document(BytesIO(render(draft, ".docx")))
    for raw in paragraphs:
        document.element.body.insert(-1, parse_xml(raw.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    document.core_properties.author = "Lin Abara"
    document.core_properties.last_modified_by = "Lin Abara"
    document.core_properties.revision = 17
    out = BytesIO()
    document.save(out)
    return out.getvalue()


BY = 'w:author="Lin Abara"'
MARKED = (
    f'<w:p><w:r><w:t>It was </w:t></w:r><w:del w:id="901" {BY}><w:r><w:delText>never</w:delText></w:r>'
    "</w:del>"
    f'<w:ins w:id="902" {BY}><w:r><w:t>always</w:t></w:r></w:ins><w:r><w:t> so.</w:t></w:r></w:p>'
)
JOINED = (
    f'<w:p><w:pPr><w:rPr><w:del w:id="903" {BY}/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>',
    "<w:p><w:r><w:t>sentence.</w:t></w:r></w:p>",
)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {n: packed.read(n).decode("utf-8", "replace") for n in packed.namelist()}


def test_a_clean_letter_names_nobody_and_holds_no_comment() -> None:
    files = parts(clean(with_changes(FILLED, MARKED), ".docx", WHEN))
    whole = "\n".join(files.values())
    assert [n for n in files if "comments" in n or "people" in n] == []
    assert [
        w for w in ("Lin Abara", "commentRange", "w:ins ", "w:del ", "rsidR", "drafter") if w in whole
    ] == []


def test_its_properties_say_when_it_was_cleaned_and_nothing_more() -> None:
    properties = docx.Document(BytesIO(clean(with_changes(FILLED), ".docx", WHEN))).core_properties
    assert (properties.author, properties.last_modified_by, properties.revision) == ("", "", 1)
    assert properties.modified == WHEN


def test_tracked_changes_are_accepted() -> None:
    texts = [
        p.text
        for p in docx.Document(
            BytesIO(clean(with_changes(FILLED, MARKED, *JOINED), ".docx", WHEN))
        ).paragraphs
    ]
    assert texts[-2:] == ["It was always so.", "One sentence."]


def test_the_words_of_a_letter_stay() -> None:
    data = render(FILLED, ".docx")
    before, after = docx.Document(BytesIO(data)), docx.Document(BytesIO(clean(data, ".docx", WHEN)))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    assert [p.style.name for p in before.paragraphs if p.style] == [
        p.style.name for p in after.paragraphs if p.style
    ]


def test_cleaning_twice_changes_nothing_more() -> None:
    once = clean(with_changes(FILLED, MARKED), ".docx", WHEN)
    assert clean(once, ".docx", WHEN) == once


@pytest.mark.parametrize("suffix", sorted(RENDERERS))
def test_a_letter_with_blanks_is_not_cleaned_and_each_blank_is_named(suffix: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(render(DRAFT, suffix), suffix, WHEN)
    missing = [
        b for b in DRAFT.blanks if b and " ".join(b.split()) not in " ".join(str(refused.value).split())
    ]
    assert missing == []


def test_a_blank_that_an_edit_cut_in_two_runs_is_found() -> None:
    split = "<w:p><w:r><w:t>[●: the</w:t></w:r><w:r><w:t> date]</w:t></w:r></w:p>"
    with pytest.raises(Refused, match="A blank remains: “the date”"):
        clean(with_changes(FILLED, split), ".docx", WHEN)


def test_words_typed_over_a_blank_lose_its_highlight() -> None:
    said = (
        '<w:p><w:r><w:t>It is </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t>4 percent</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="InsertedBlank"/></w:rPr><w:t>, up</w:t></w:r></w:p>'
    )
    body = parts(clean(with_changes(FILLED, said), ".docx", WHEN))["word/document.xml"]
    assert ('w:val="Blank"' in body, 'w:val="InsertedBlank"' in body, 'w:val="Inserted"' in body) == (
        False, False, True,
    )  # fmt: skip
    assert "4 percent" in body


def test_hidden_words_do_not_leave_the_house() -> None:
    said = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask Lin first.</w:t></w:r><w:r><w:t>Yes.</w:t></w:r></w:p>"
    )
    body = parts(clean(with_changes(FILLED, said), ".docx", WHEN))["word/document.xml"]
    assert ("Ask Lin" in body, "Yes." in body) == (False, True)


def with_footnote(text: str) -> bytes:
    """The letter with one footnote, as Word keeps it."""
    document = docx.Document(BytesIO(with_changes(FILLED)))
    xml = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p>{text}</w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_blank_in_a_footnote_is_found() -> None:
    with pytest.raises(Refused, match="amount of the lease"):
        clean(with_footnote("<w:r><w:t>[●: amount of the lease]</w:t></w:r>"), ".docx", WHEN)


def test_tracked_changes_in_a_footnote_are_accepted() -> None:
    said = (
        f'<w:del w:id="9" {BY}><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:t>Net of tax.</w:t></w:r>'
    )
    notes = parts(clean(with_footnote(said), ".docx", WHEN))["word/footnotes.xml"]
    assert ("Lin Abara" in notes, "delText" in notes, "Net of tax." in notes) == (False, False, True)


def test_a_clean_html_letter_has_no_notes() -> None:
    page = clean(render(FILLED, ".html"), ".html", WHEN).decode()
    assert re.findall(r'Notes for counsel \(|"to-notes"|\(draft\)', page) == []


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_plain_letters_are_clean_as_they_are(suffix: str) -> None:
    assert clean(render(FILLED, suffix), suffix, WHEN) == render(FILLED, suffix)


def test_what_is_no_word_document_is_refused_with_advice() -> None:
    with pytest.raises(Unreadable, match=r"Save it in Word as \.docx"):
        clean(b"not a document", ".docx", WHEN)


def test_accepted_words_leave_out_what_was_struck() -> None:
    paragraph = parse_xml(MARKED.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
    assert (accepted_text(paragraph), paragraph.tag) == ("It was always so.", qn("w:p"))
