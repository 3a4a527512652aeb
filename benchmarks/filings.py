"""How long an invented filing takes to open, and how much memory: `python benchmarks/filings.py`.

One process for each file; processor seconds and the peak of memory. PDF needs the `test` extra.
"""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

WORDS = str.split(
    "revenue from subscription customers increased compared with the prior year because of higher volumes net of "
    "foreign exchange effects and our allowance for credit losses reflects expected lifetime losses"
)
FONT = (
    "color:#000000;font-family:'Times New Roman',sans-serif;font-size:10pt;font-weight:400;line-height:120%"
)
CELL = "background-color:#cceeff;padding:2px 1pt;text-align:right;vertical-align:bottom"
DENSE = 105  # characters of a printed line, sixty to a page


def main() -> None:
    if len(sys.argv) > 1:
        _open(Path(sys.argv[1]))
        return
    with TemporaryDirectory() as folder:
        for name, made in (("200.htm", _html(200)), ("900.htm", _html(900)), ("300.pdf", _pdf(300))):
            path = Path(folder) / name
            path.write_bytes(made)
            subprocess.run([sys.executable, __file__, str(path)], check=True)


def _open(path: Path) -> None:
    import resource

    from drafter.intake import filing_at

    start = time.process_time()
    filing = filing_at(path)
    taken, size = time.process_time() - start, path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{path.name}: {size:.1f} MB, {len(filing.pages)} pages, {taken:.1f} s of processor time, {peak} MB at most"
    )


def _sentence(chosen: random.Random, words: int) -> str:
    return " ".join(chosen.choices(WORDS, k=words)).capitalize() + "."


def _html(pages: int) -> bytes:
    """Inline XBRL as EDGAR has it: paragraphs in spans, every second page a table of tagged figures."""
    chosen = random.Random(1)
    body = [_page(chosen, number) for number in range(1, pages + 1)]
    return f"<html><body>{''.join(body)}</body></html>".encode()


def _page(chosen: random.Random, number: int) -> str:
    said = [f'<div><span style="{FONT}">{_sentence(chosen, 90)}</span></div>' for _ in range(4)]
    rows = [_row(chosen) for _ in range(25)] if number % 2 == 0 else []
    table = (
        f"<table><tr><td>(in thousands)</td><td>2024</td><td>2023</td></tr>{''.join(rows)}</table>"
        if rows
        else ""
    )
    foot = f'<div style="text-align:center">{number}</div><hr style="page-break-after:always"/>'
    return "".join(said) + table + foot


def _row(chosen: random.Random) -> str:
    tagged = (
        f'<td style="{CELL}"><span style="{FONT}">$</span></td><td style="{CELL}"><span style="{FONT}"><ix:nonFraction '
        f'unitRef="usd" contextRef="c-1" decimals="-3" name="us-gaap:X" scale="3">{chosen.randint(1000, 900000):,}'
        f'</ix:nonFraction></span></td><td style="{CELL}"></td>'
        for _ in range(2)
    )
    return f'<tr><td style="{CELL}"><span style="{FONT}">{_sentence(chosen, 3)}</span></td>{"".join(tagged)}</tr>'


def _pdf(pages: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    chosen, out = random.Random(1), io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Times-Roman", 9)
        for line in range(60):
            canvas.drawString(60, 740 - 11 * line, _sentence(chosen, 20)[:DENSE])
        canvas.drawCentredString(306, 30, str(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main()
