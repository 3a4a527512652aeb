"""Blocks to HTML in the manner of three EDGAR generators, each with its own way to be untidy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from letterpress.blocks import MARK, Block, Run, Sheet

WORDS_A_PAGE = 420
LONG = 60
FONT = "border-collapse:collapse; font-size:10pt; font-family:Times New Roman"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a generator writes: a paragraph, a run, a page break, and its entities."""

    paragraph: Callable[[str, Block], str]
    run: Callable[[Run], str]
    page_break: str
    entities: tuple[tuple[str, str], ...]
    mid_sentence: bool = False


def margin(block: Block) -> int:
    """The left margin in per cent."""
    return block.indent * 4


def classic_paragraph(inner: str, block: Block) -> str:
    """Capital tags, points, and a line break where the source happens to wrap."""
    top = 0 if block.tight else 12
    at = f"; margin-left:{margin(block)}%" if block.indent and not block.number else ""
    align = f' ALIGN="{block.place}"' if block.place != "left" else ""
    style = f"margin-top:0pt; margin-bottom:{top}pt{at}; font-size:10pt; font-family:Times New Roman"
    return f'<P STYLE="{style}"{align}>{inner} </P>\n'


def classic_run(run: Run) -> str:
    """Nested B, I and U."""
    tags = [t for t in "biu" if t in run.look]
    words = run.text.replace(", 20", ",&nbsp;20").replace("No. ", "No.&nbsp;")
    return (
        "".join(f"<{t.upper()}>" for t in tags) + words + "".join(f"</{t.upper()}>" for t in reversed(tags))
    )


def soup_paragraph(inner: str, block: Block) -> str:
    """A paragraph whose every wish is an attribute of its own."""
    at = f' style="margin-left: {margin(block)}%"' if block.indent and not block.number else ""
    align = f' align="{block.place}"' if block.place != "left" else ' align="justify"'
    return f"<p{align}{at}>{inner}</p>\n" + ("" if block.tight else '<p><font size="1">&nbsp;</font></p>\n')


def soup_run(run: Run) -> str:
    """A font tag around every dozen words."""
    words = run.text.split(" ")
    parts = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    tags = [{"b": "b", "i": "i", "u": "u"}[t] for t in run.look]
    inner = [f'<font size="2" face="Times New Roman">{p}</font>' for p in parts]
    return "".join(f"<{t}>" for t in tags) + " ".join(inner) + "".join(f"</{t}>" for t in reversed(tags))


def modern_paragraph(inner: str, block: Block) -> str:
    """A div with inline CSS."""
    at = f"padding-left:{18 * block.indent}pt;" if not block.number else "text-indent:0pt;"
    return (
        f'<div style="margin-bottom:{0 if block.tight else 9}pt;{at}text-align:{block.place}">{inner}</div>\n'
    )


def modern_run(run: Run) -> str:
    """A span that spells out weight, style and decoration."""
    weight = 700 if "b" in run.look else 400
    extra = ";font-style:italic" if "i" in run.look else ""
    extra += ";text-decoration:underline" if "u" in run.look else ""
    font = f"color:#000000;font-family:'Times New Roman',sans-serif;font-size:11pt;font-weight:{weight}{extra};line-height:120%"
    return f'<span style="{font}">{run.text}</span>'


OLD_ENTITIES = (
    ("“", "&#147;"),
    ("”", "&#148;"),
    ("’", "&#146;"),
    ("•", "&#149;"),
    ("–", "&#150;"),
    ("§", "&#167;"),
)
NEW_ENTITIES = (
    ("“", "&#8220;"),
    ("”", "&#8221;"),
    ("’", "&#8217;"),
    ("•", "&#8226;"),
    ("–", "&#8211;"),
    ("§", "&#167;"),
)

MANNERS = {
    "classic": Manner(
        classic_paragraph,
        classic_run,
        '<P STYLE="margin-top:12pt; margin-bottom:0pt" ALIGN="center">{page}</P>\n'
        '<p style="font-size:1px; page-break-before:always">&nbsp;</p>\n<HR SIZE="3" style="COLOR:#999999" WIDTH="100%" ALIGN="CENTER">\n{head}',
        OLD_ENTITIES,
    ),
    "soup": Manner(
        soup_paragraph,
        soup_run,
        '<p align="center"><font size="2">-{page}-</font></p>\n<hr noshade>\n<div style="page-break-before:always"></div>\n{head}',
        OLD_ENTITIES,
        mid_sentence=True,
    ),
    "modern": Manner(
        modern_paragraph,
        modern_run,
        '<div style="height:42.75pt;position:relative;width:100%"><div style="bottom:0;position:absolute;text-align:center;width:100%">'
        '<span style="font-size:10pt">{page}</span></div></div>\n<hr style="page-break-after:always"/>\n'
        '<div style="min-height:42.75pt;width:100%">{head}</div>\n',
        NEW_ENTITIES,
        mid_sentence=True,
    ),
}


def as_html(sheet: Sheet) -> bytes:
    """The letter as one SGML document around the generator's HTML."""
    manner = MANNERS[sheet.look]
    body = "".join(pages(sheet, manner))
    for plain, entity in manner.entities:
        body = body.replace(plain, entity)
    head = (
        f"<DOCUMENT>\n<TYPE>{sheet.form}\n<SEQUENCE>1\n<FILENAME>filename1.htm\n<DESCRIPTION>{MARK}\n<TEXT>\n"
    )
    title = f'<html>\n<head>\n<title>{escape(sheet.title)}</title>\n<meta name="description" content="{MARK}">\n</head>\n'
    return f'{head}{title}<body bgcolor="white">\n{body}</body>\n</html>\n</TEXT>\n</DOCUMENT>\n'.encode()


def pages(sheet: Sheet, manner: Manner) -> list[str]:
    """The blocks in the generator's HTML, with a page break after each full page."""
    found, words, page = [], 0, 1
    for block in sheet.blocks:
        if block.foot:
            found.append(manner.page_break.replace("{page}", block.foot).replace("{head}", ""))
            continue
        words += len(block.text.split())
        if not (sheet.running and words > WORDS_A_PAGE):
            found.append(set_block(block, manner))
            continue
        first, rest = halves(block) if manner.mid_sentence else (None, block)
        page, words = page + 1, 0
        found += [set_block(first, manner)] if first else []
        found += [page_break(sheet, manner, page), set_block(rest, manner)]
    return found


def halves(block: Block) -> tuple[Block | None, Block]:
    """The two halves of a long paragraph that a page break cuts; (None, block) where it must stay whole."""
    words = block.text.split(" ")
    if block.still or block.rows or len(words) < LONG or len(block.runs) != 1:
        return None, block
    look, cut = block.runs[0].look, len(words) // 2
    first = replace(block, runs=(Run(" ".join(words[:cut]), look),), tight=True)
    return first, replace(block, runs=(Run(" ".join(words[cut:]), look),), number="")


def page_break(sheet: Sheet, manner: Manner, page: int) -> str:
    """The foot of the page that ends, and the head of the next."""
    head = [t.format(page=page) for t in (*((sheet.banner,) if sheet.banner else ()), *sheet.running)]
    inner = "".join(
        manner.paragraph(manner.run(Run(escape(t, quote=False))), Block(tight=True)) for t in head
    )
    return manner.page_break.replace("{page}", str(page - 1)).replace("{head}", inner)


def set_block(block: Block, manner: Manner) -> str:
    """The block as HTML."""
    if block.rows:
        return table(block, manner)
    inner = "".join(manner.run(replace(r, text=escape(r.text, quote=False))) for r in block.runs)
    if not block.number:
        return manner.paragraph(inner, block)
    look = block.runs[0].look if block.number != "Re:" else "b"
    number = manner.run(Run(block.number, look))
    if block.cell or block.number == "Re:":
        return cells(number, inner, block.tight)
    return manner.paragraph(f"{number}&nbsp;&nbsp;&nbsp;&nbsp;{inner}", block)


def cells(number: str, inner: str, tight: bool) -> str:
    """A table of one row that only serves to hang the number."""
    return (
        f'<table cellspacing="0" cellpadding="0" border="0" style="width:100%; {FONT}">\n<tr>\n'
        f'<td valign="top" style="width:5%">{number}</td>\n<td valign="top">{inner}</td>\n</tr>\n</table>\n'
        + ("" if tight else "<p>&nbsp;</p>\n")
    )


def table(block: Block, manner: Manner) -> str:
    """A table of figures."""
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td align="{"right" if i else "left"}">{manner.run(Run(escape(c, quote=False)))}</td>'
            for i, c in enumerate(row)
        )
        + "</tr>\n"
        for row in block.rows
    )
    return f'<table border="0" cellpadding="2" cellspacing="0" width="80%" style="{FONT}">\n{rows}</table>\n<p>&nbsp;</p>\n'
