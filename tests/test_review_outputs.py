"""What a review gives: the page of findings, and the letter's own Word file with comments, else unchanged."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from typer.testing import CliRunner

from drafter.cli import app
from drafter.domain import Finding, Line, Review, Severity, Unchecked
from drafter.errors import BadTemplate, Refused, WouldOverwrite
from drafter.outgoing import check_reviews_free
from drafter.parsing import parse
from drafter.reading import read
from drafter.rendering.commenting import commented
from drafter.rendering.findings import page
from drafter.review import Reviewed, judged
from tests.reviewed_letters import COMPANY, HERE, STAFF, a_letter

WHEN = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
MARKS = ("commentRangeStart", "commentRangeEnd")
BOX = (
    '<w:r {} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>Words in a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FIELD = (
    '<w:r {}><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r {}><w:instrText xml:space="preserve"> REF mark </w:instrText></w:r>',
    '<w:r {}><w:fldChar w:fldCharType="separate"/></w:r>',
    "<w:r {}><w:t> Management does not use renewal rates to run it.</w:t></w:r>",
    '<w:r {}><w:fldChar w:fldCharType="end"/></w:r>',
)
TRACKED = (
    '<w:ins {} w:id="900" w:author="Ada"><w:r><w:t xml:space="preserve"> This is obviously right.</w:t></w:r></w:ins>',
    '<w:del {} w:id="901" w:author="Ada"><w:r><w:delText>Struck words.</w:delText></w:r></w:del>',
)


def laid(paragraph: Any, *pieces: str) -> None:
    for piece in pieces:
        paragraph._p.append(parse_xml(piece.format(nsdecls("w"))))


def a_word_letter() -> bytes:
    """The letter of the sample company as another's Word might leave it: two sections, runs split anywhere, a
    table, a text box, a field, tracked changes and a colleague's comment.
    """
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harrowgate Tools, Inc."
    for text in COMPANY.split("\n\n"):
        if text.startswith("3. "):
            document.add_section(WD_SECTION.NEW_PAGE)
        paragraph = document.add_paragraph()
        for at in range(0, len(text), 7):
            paragraph.add_run(text[at : at + 7].replace("\n", " ")).italic = at % 3 == 0
        if "cash flow in managing the business, to" in text:
            laid(paragraph, *TRACKED, *FIELD)
            document.add_comment(paragraph.runs[2:4], text="Is that so?", author="Ada", initials="A")
        if text.startswith("Response: The Company acknowledges"):
            table = document.add_table(rows=3, cols=3)
            for i, row in enumerate(
                (("", "2020", "2019"), ("Volume", "4.0", "3.0"), ("Price", "$XX", "9.0"))
            ):
                for j, cell in enumerate(row):
                    table.cell(i, j).text = cell
            laid(document.add_paragraph("Before the box. "), BOX)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def reviewed(data: bytes) -> tuple[tuple[Line, ...], Review]:
    lines = read(data, "letter.docx")
    return lines, judged(Reviewed(parse(lines, "letter"), a_letter(STAFF, "staff.txt")))


@pytest.fixture(scope="module")
def letter() -> bytes:
    return a_word_letter()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def ids(data: bytes) -> set[str]:
    return {str(c.comment_id) for c in docx.Document(io.BytesIO(data)).comments}


def unmarked(part: bytes, ours: set[str]) -> bytes:
    """The part without the marks of our comments, in one canonical form."""
    root = etree.fromstring(part)
    for element in list(root.iter()):
        if element.get(qn("w:id")) not in ours:
            continue
        if element.tag in {qn(f"w:{m}") for m in MARKS}:
            element.getparent().remove(element)  # type: ignore[union-attr]
        elif element.tag == qn("w:commentReference"):
            run: Any = element.getparent()
            run.getparent().remove(run)
    return etree.tostring(root, method="c14n")


def anchored(data: bytes) -> dict[str, str]:
    """The words that each comment of ours stands beside, by its first words."""
    document = docx.Document(io.BytesIO(data))
    body: Any = document.element.body
    found = {}
    for comment in document.comments:
        said, inside = "", False
        for node in body.iter():
            mine = node.get(qn("w:id")) == str(comment.comment_id)
            if node.tag == qn("w:commentRangeStart") and mine:
                inside = True
            elif node.tag == qn("w:commentRangeEnd") and mine:
                break
            elif inside and node.tag == qn("w:t"):
                said += node.text or ""
        found[comment.text] = said
    return found


def test_nothing_of_the_letter_changes_but_the_marks_of_comments(letter: bytes) -> None:
    lines, review = reviewed(letter)
    made = commented(letter, lines, review, WHEN)
    ours = ids(made) - ids(letter)
    before, after = parts(letter), parts(made)
    assert set(before) == set(after)
    changed = [
        name
        for name in before
        if name.endswith(".xml") and unmarked(before[name], set()) != unmarked(after[name], ours)
    ]
    assert changed == ["word/comments.xml"]
    assert len(ours) == len(review.findings) + 1


def test_a_colleagues_comments_stay(letter: bytes) -> None:
    made = commented(letter, *reviewed(letter), WHEN)
    first = next(iter(docx.Document(io.BytesIO(made)).comments))
    assert (first.author, first.text) == ("Ada", "Is that so?")


def test_a_comment_stands_at_the_words_of_its_finding(letter: bytes) -> None:
    said = anchored(commented(letter, *reviewed(letter), WHEN))
    tone = next(words for text, words in said.items() if "wording.tone" in text)
    used = next(words for text, words in said.items() if "positions.not_used" in text)
    blank = next(words for text, words in said.items() if "$XX" in text)
    assert (tone.strip(), used.strip(), blank) == (
        "This is obviously right.",
        "Management does not use renewal rates to run it.",
        "$XX",
    )


def test_no_comment_begins_or_ends_inside_a_field(letter: bytes) -> None:
    made = docx.Document(io.BytesIO(commented(letter, *reviewed(letter), WHEN)))
    body: Any = made.element.body
    depth = 0
    for node in body.iter():
        kind = node.get(qn("w:fldCharType"))
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        assert not (depth and node.tag in {qn(f"w:{m}") for m in (*MARKS, "commentReference")})


def test_what_was_not_checked_is_one_comment_on_the_letter(letter: bytes) -> None:
    said = anchored(commented(letter, *reviewed(letter), WHEN))
    (words,) = [w for text, w in said.items() if text.startswith("Not checked:")]
    assert words.startswith("Harrowgate Tools, Inc. 12 Mill Lane")


def test_the_letter_with_comments_reads_as_the_letter_did(letter: bytes) -> None:
    lines, review = reviewed(letter)
    assert read(commented(letter, lines, review, WHEN), "reviewed.docx") == lines


def test_the_same_review_gives_the_same_file(letter: bytes) -> None:
    lines, review = reviewed(letter)
    assert commented(letter, lines, review, WHEN) == commented(letter, lines, review, WHEN)


def test_a_finding_on_a_footnote_stands_at_the_line_before_it() -> None:
    document = docx.Document()
    document.add_paragraph("Response: The Company acknowledges the comment.1")
    document.add_paragraph("It closes here.")
    out = io.BytesIO()
    document.save(out)
    lines = (
        Line("Response: The Company acknowledges the comment.1"),
        Line("1 Clearly so in the notes of old."),
    )
    found = Review((Finding("wording.tone", Severity.WARNING, "Out.", "1", (1, 2), "Clearly so"),))
    said = anchored(commented(out.getvalue(), lines, found, WHEN))
    assert list(said.values()) == ["Response: The Company acknowledges the comment.1"]


STRUCK = (
    "Sales of hand tools in the northern region rose because of prices and because of volumes in the year."
)


@pytest.mark.parametrize("at", [0, 40, 90])
def test_a_line_is_found_among_words_struck_by_a_style(at: int) -> None:
    document = docx.Document()
    document.styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER).font.strike = True
    document.add_paragraph("Response: The Company will say:")
    paragraph = document.add_paragraph(STRUCK[:at])
    paragraph.add_run("fell and then fell again ", style="Gone")
    paragraph.add_run(STRUCK[at:])
    document.add_paragraph("It closes here.")
    out = io.BytesIO()
    document.save(out)
    lines = read(out.getvalue(), "letter.docx")
    found = Review((Finding("wording.tone", Severity.WARNING, "Out.", "1", (1, 2)),))
    (said,) = anchored(commented(out.getvalue(), lines, found, WHEN)).values()
    assert STRUCK[-9:] in said
    assert "closes" not in said


def test_an_empty_document_takes_its_comments_too() -> None:
    document = docx.Document()
    document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    found = Review((Finding("caption.signature", Severity.WARNING, "No signature."),))
    made = docx.Document(io.BytesIO(commented(out.getvalue(), (), found, WHEN)))
    assert [c.text for c in made.comments] == ["Warning (caption.signature): No signature."]


def text_of(data: bytes) -> str:
    return data.decode("utf-8")


def a_page(review: Review, lines: tuple[Line, ...] = (Line("It is <b>clearly</b> so."),)) -> str:
    return text_of(page("letter.docx", "staff.pdf", lines, review, WHEN))


A_FINDING = Finding("wording.tone", Severity.WARNING, "“clearly” argues.", "1", (0, 1), "<b>clearly</b>")


def test_the_page_shows_finding_evidence_and_place() -> None:
    shown = a_page(
        Review((A_FINDING,), (Unchecked("figures.tied", "figures tie out", "not at hand: the facts"),))
    )
    assert "“clearly” argues." in shown
    assert "It is <mark>&lt;b&gt;clearly&lt;/b&gt;</mark> so." in shown
    assert 'href="#line-0"' in shown
    assert 'id="line-0" class="warning"' in shown
    assert "Whether figures tie out (not at hand: the facts)." in shown


def test_the_page_counts_each_severity() -> None:
    shown = a_page(Review((A_FINDING, A_FINDING)))
    counts = re.findall(r"<b>(\d+)</b>(\w+)", shown)
    assert counts[:3] == [("0", "Errors"), ("2", "Warnings"), ("0", "Notes")]


def test_the_page_runs_no_script_and_fetches_nothing() -> None:
    hostile = Line('<script>alert(1)</script><img src="http://elsewhere.test/x">')
    shown = a_page(Review((Finding("a.b", Severity.NOTE, "<script>x</script>"),)), (hostile,))
    assert "<script" not in shown
    assert not re.search(r"<(?:img|link|iframe|object)\b|url\(|@import", shown)


def test_words_of_the_staffs_left_out_are_shown_apart() -> None:
    lost = Finding("recital.verbatim", Severity.ERROR, "Left out.", "1", (0, 1), "and tell us why")
    assert "<mark>and tell us why</mark>" in a_page(Review((lost,)))


def test_a_long_span_shows_its_first_lines_and_counts_the_rest() -> None:
    lines = tuple(Line(f"Line {n}.") for n in range(6))
    shown = a_page(Review((Finding("a.b", Severity.NOTE, "Long.", "1", (0, 6)),)), lines)
    assert "… and 3 more lines" in shown


def test_rows_of_a_table_are_set_as_a_table() -> None:
    lines = (Line("Sales | 4 | 5", table=1), Line("Total | 4 | 6", table=1))
    shown = a_page(Review((Finding("a.b", Severity.NOTE, "Off.", "1", (1, 2), "Total | 4 | 6"),)), lines)
    assert '<td class="note">Total</td>' in shown
    assert shown.count('<tr id="line-') == 2


def run(*said: object) -> Any:
    return CliRunner().invoke(app, [str(s) for s in said])


def test_the_command_writes_a_page_and_a_word_file(tmp_path: Path, letter: bytes) -> None:
    draft = tmp_path / "response.docx"
    draft.write_bytes(letter)
    outs = [tmp_path / "findings.html", tmp_path / "reviewed.docx"]
    command = ("review", draft, "--letter", HERE / "staff.txt", "--library", tmp_path / "library", "--json")
    ran = run(*command, "-o", outs[0], "-o", outs[1])
    assert ran.exit_code == 1
    shape = json.loads(ran.stdout)
    assert len(ids(outs[1].read_bytes())) > len(
        [f for f in shape["findings"] if not f["message"].startswith("Unchecked")]
    )
    assert "Review of response.docx" in outs[0].read_text(encoding="utf-8")
    assert draft.read_bytes() == letter
    assert {"check", "title", "why"} == set(shape["unchecked"][0])
    assert {u["check"] for u in shape["unchecked"]} <= {f["check"] for f in shape["findings"]}


def test_findings_are_never_written_over_a_file(tmp_path: Path) -> None:
    out = tmp_path / "findings.html"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(WouldOverwrite, match="--force"):
        check_reviews_free(tmp_path / "letter.txt", [out], force=False)
    check_reviews_free(tmp_path / "letter.txt", [out], force=True)


def test_the_letter_itself_is_never_the_output(tmp_path: Path) -> None:
    draft = tmp_path / "letter.docx"
    with pytest.raises(Refused, match="Name another file"):
        check_reviews_free(draft, [draft], force=True)


@pytest.mark.parametrize(
    ("name", "words"), [("reviewed.docx", "as .docx"), ("findings.pdf", ".html or .docx")]
)
def test_an_output_that_cannot_be_says_what_to_give(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(BadTemplate, match=re.escape(words)):
        check_reviews_free(tmp_path / "letter.htm", [tmp_path / name], force=False)
