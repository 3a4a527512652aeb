"""Blocks to plain text as filed on EDGAR in former years: wrapped lines, page breaks with a running head."""

from __future__ import annotations

from textwrap import wrap

from letterpress.blocks import MARK, Block, Sheet

WIDTH = 78
PAGE = 56
STEP = 4


def as_text(sheet: Sheet) -> bytes:
    """The letter in one SGML document, as in a full submission file."""
    body = "\n".join(paged([t for b in sheet.blocks for t in block_lines(b)], sheet))
    head = (
        f"<DOCUMENT>\n<TYPE>{sheet.form}\n<SEQUENCE>1\n<FILENAME>filename1.txt\n<DESCRIPTION>{MARK}\n<TEXT>\n"
    )
    return f"{head}{body}\n</TEXT>\n</DOCUMENT>\n".encode()


def block_lines(block: Block) -> list[str]:
    """The block's lines and the empty line below it."""
    gap = [] if block.tight else [""]
    if block.rows:
        return [*(" " * STEP * block.indent + row for row in table_lines(block.rows)), ""]
    if block.place != "left":
        return [
            t.center(WIDTH).rstrip() if block.place == "center" else " " * 44 + t
            for t in wrap(block.text, WIDTH)
        ] + gap
    return wrapped(block) + gap


def wrapped(block: Block) -> list[str]:
    """The paragraph's lines; a number or bullet hangs in the margin."""
    pad = " " * STEP * block.indent
    if block.number:
        first = f"{block.number} ".ljust(STEP + 1)
        return wrap(
            block.text,
            WIDTH,
            initial_indent=first,
            subsequent_indent=" " * len(first),
            break_on_hyphens=False,
        )
    hang = "  " if block.text.startswith("•") else ""
    return wrap(block.text, WIDTH, initial_indent=pad, subsequent_indent=pad + hang, break_on_hyphens=False)


def table_lines(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Columns set apart by spaces, figures to the right."""
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def paged(rows: list[str], sheet: Sheet) -> list[str]:
    """The lines with a page break after each full page."""
    if not sheet.running:
        return rows
    found: list[str] = []
    for page, start in enumerate(range(0, len(rows), PAGE), 1):
        head = [t.format(page=page) for t in sheet.running]
        found += (["", "<PAGE>", *head, ""] if page > 1 else []) + rows[start : start + PAGE]
    return found
