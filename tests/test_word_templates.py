"""Word templates as firms type them: what is filled, and what each fault is answered with."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from drafter.errors import BadTemplate
from drafter.rendering import render
from drafter.templates import sandbox
from tests.letter_draft import DRAFT

OPENED, ENDED = "{%p for item in items %}", "{%p endfor %}"


def typed(place: Path, *lines: str, head: str = "", name: str = "firm.docx") -> Path:
    """A Word template with a paragraph a line, and a line in its header and footer."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for part in (document.sections[0].header, document.sections[0].footer):
        part.paragraphs[0].text = head
    document.save(str(place / name))
    return place / name


def made(template: Path) -> docx.document.Document:
    return docx.Document(BytesIO(render(DRAFT, ".docx", template)))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{{ salutaton }}"], "nearest field is 'salutation'"),
        (["{{ client_name }}"], "nearest field is 'company'"),
        (["{{ Date }}"], "nearest field is 'date'"),
        ([OPENED, "{{ item.numbr }}", ENDED], "nearest field is 'number'"),
        ([OPENED, "{{ item.number }}"], r"“\{%p for item in items %\}” is never closed; .* typed \{%p endfor %\}"),
        (["{%p if legend %}", "x"], r"“\{%p if legend %\}” is never closed"),
        (["x", ENDED], "“{%p endfor %}” closes nothing that is open there"),
        (["Dated {{ date }"], r"the braces in “Dated \{\{ date \}” are not whole"),
        (["{ date }"], "has no field"),
        (["{{ date | uper }}"], "No filter named 'uper'"),
        (["{{ date() }}"], "not callable"),
        (["{% forr item in items %}"], "unknown tag 'forr'"),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_stands_with_the_right_way(
    tmp_path: Path, lines: list[str], said: str
) -> None:
    with pytest.raises(BadTemplate, match=rf"firm\.docx.*{said}"):
        made(typed(tmp_path, *lines))


def test_fields_in_header_and_footer_are_filled(tmp_path: Path) -> None:
    section = made(typed(tmp_path, "{{ date }}", head="{{ company }}")).sections[0]
    assert {section.header.paragraphs[0].text, section.footer.paragraphs[0].text} == {
        "Brackenridge Instruments, Inc."
    }


def test_a_wrong_field_in_a_header_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match=r"'compny'.*nearest field is 'company'"):
        made(typed(tmp_path, "{{ date }}", head="{{ compny }}"))


def in_a_table(place: Path, *rows: tuple[str, str]) -> Path:
    document = docx.Document()
    table = document.add_table(len(rows), 2)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(place / "firm.docx"))
    return place / "firm.docx"


def test_a_table_repeats_its_row_for_each_comment(tmp_path: Path) -> None:
    loop = (
        ("{%tr for item in items %}", ""),
        ("{{ item.number }}", "{{ item.label }}"),
        ("{%tr endfor %}", ""),
    )
    rows = made(in_a_table(tmp_path, *loop)).tables[0].rows
    assert [r.cells[0].text for r in rows] == [a.comment.number for a in DRAFT.answers]


def test_a_loop_over_rows_left_open_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match=r"its end is typed \{%tr endfor %\}"):
        made(in_a_table(tmp_path, ("{%tr for item in items %}", ""), ("{{ item.number }}", "")))


def test_a_field_cut_over_runs_by_its_looks_is_filled(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for n, piece in enumerate(("{{ sal", "uta", "tion }}")):
        paragraph.add_run(piece).bold = n == 1
    document.save(str(tmp_path / "firm.docx"))
    assert made(tmp_path / "firm.docx").paragraphs[0].text == "Ladies and Gentlemen:"


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (b"application/vnd.ms-word.document.macroEnabled.main+xml", "firm.docm", "may hold macros"),
        (b"application/vnd.ms-word.document.macroEnabled.main+xml", "firm.docx", "may hold macros"),
        (
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "firm.dotx",
            "opens as a new document",
        ),
        (b"application/zip", "firm.docx", "is not a Word document"),
    ],
)
def test_other_files_of_word_are_refused_with_advice(
    tmp_path: Path, kind: bytes, name: str, said: str
) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = typed(tmp_path, "{{ date }}")
    out = BytesIO()
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(out, "w") as packed:
        for part in parts.namelist():
            packed.writestr(part, parts.read(part).replace(plain, kind))
    (tmp_path / name).write_bytes(out.getvalue())
    with pytest.raises(BadTemplate, match=rf"{name}.*{said}.*Save it in Word as \.docx"):
        made(tmp_path / name)


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ company.format.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{{ 'x' * 10000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 9999 * 9999 }}",
        "{{ ('x' * 9999) * 9999 }}",
        "{{ 9999 + 9999 }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{% for n in range(10) %}{% endfor %}",
        "{{ lipsum() }}",
        "{% macro a(n) %}{{ a(n - 1) }}{{ a(n - 1) }}{% endmacro %}{{ a(40) }}",
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% block a %}{{ self.a() }}{% endblock %}",
    ],
)
def test_a_template_that_reaches_out_or_runs_on_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTemplate, match=r"firm\.docx"):
        made(typed(tmp_path, line))


@pytest.mark.parametrize(
    ("source", "text"),
    [("{{ 2 * 3 }}", "6"), ("{{ '-' * 3 }}", "---"), ("{{ 1 + 2 }}", "3"), ("{{ 'a' + 'b' }}", "ab")],
)
def test_small_sums_are_made(source: str, text: str) -> None:
    assert sandbox().from_string(source).render() == text
