"""Files made to hurt, each read in a process of its own under limits: `bounds.py NAME` prints what came."""

from __future__ import annotations

import io
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from importlib import import_module

from drafter.errors import DrafterError
from drafter.parsing import parse
from drafter.reading import read

GIGABYTE = 1 << 30
W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def repeated(unit: bytes, size: int) -> bytes:
    return unit * (size // len(unit))


def packed(unit: bytes, size: int, times: int = 1) -> bytes:
    """So many bytes of one unit over and over, deflated; more than once where asked for."""
    deflater = zlib.compressobj(9)
    piece = repeated(unit, 1_000_000)
    out = b"".join(deflater.compress(piece) for _ in range(size // len(piece))) + deflater.flush()
    return out if times == 1 else zlib.compress(out, 9)


def pdf(content: bytes, filters: str = "/FlateDecode", pages: int = 1) -> bytes:
    """A PDF all of whose pages draw that content, packed by `filters` ("" for none)."""
    kids = b" ".join(b"%d 0 R" % (n + 5) for n in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % pages,
        f"<</Length {len(content)}{'/Filter' * bool(filters)}{filters}>>\nstream\n".encode()
        + content
        + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[page] * pages,
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, told in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + told + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def word(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:document xmlns:w='" + W + b"'>" + body + b"</w:document>")
    return out.getvalue()


def word_of_parts(count: int) -> bytes:
    """A Word file of so many parts beside its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", b"<w:document xmlns:w='" + W + b"'/>")
        for n in range(count):
            package.writestr(str(n), b"")
    return out.getvalue()


def letter_of(unit: bytes, size: int) -> bytes:
    """A response letter whose one answer is that unit over and over."""
    opening = b"March 4, 2021\n\nDear Ms. Ash:\n\n1. Please tell us why.\n\nResponse: Because\n\n"
    return opening + repeated(unit, size)


SHAPES, SHOWN = b"1 1 m 2 2 l S\n", b"BT /F1 10 Tf 72 700 Td (aaaaaaaa) Tj ET\n"
PARAGRAPH = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
FILES: dict[str, Callable[[], bytes]] = {
    "a PDF stream of 3 GB": lambda: pdf(packed(b" ", 3_000_000_000)),
    "a PDF stream packed twice": lambda: pdf(packed(b" ", 3_000_000_000, 2), "[/FlateDecode/FlateDecode]"),
    "a PDF stream of many shapes": lambda: pdf(packed(SHAPES, 23_000_000)),
    "a PDF stream of much text": lambda: pdf(packed(SHOWN, 23_000_000)),
    "400 pages of many shapes": lambda: pdf(packed(SHAPES, 20_000_000), pages=400),
    "a PDF stream packed in another way": lambda: pdf(b"\x80" * 5_000_000, "/LZWDecode"),
    "50 MB of HTML": lambda: b"<html>" + b"x" * 50_000_000,
    "HTML of many tags": lambda: b"<html><body>" + repeated(b"<p>a", 1_590_000),
    "HTML of many cells": lambda: b"<html><body><table><tr>" + repeated(b"<td>a", 1_900_000),
    "HTML of one long word": lambda: b"<html><body><p>" + b"x" * 7_900_000,
    "a Word file of many paragraphs": lambda: word(repeated(PARAGRAPH, 11_900_000)),
    "a Word file of many empty tags": lambda: word(repeated(b"<w:p/>", 11_900_000)),
    "a Word part of 3 GB": lambda: word(b" " * 100_000_000),
    "text of many lines": lambda: repeated(b"1. Please tell us why.\n\n", 1_190_000),
    "text of one long paragraph": lambda: repeated(
        b"we note that the margin of your tools fell and that you name no cause of it\n", 4_900_000
    ),
    "an answer torn by every page": lambda: letter_of(b"in the quarter we have not seen\n\x0c", 900_000),
    "names of many parts": lambda: letter_of(
        b"A.B. of the C " * 9 + "x (the “Company”)\n\n".encode(), 900_000
    ),
    "labels of many words": lambda: letter_of(b"Response of " + b"Ab " * 30 + b"\n\n", 900_000),
    "10,000 pages": lambda: pdf(SHOWN, "", 10_000),
    "a Word file of many parts": lambda: word_of_parts(200_000),
    "text of one long line": lambda: repeated(b"word ", 4_990_000),
    "text of one long word": lambda: b"a" * 4_990_000,
    "text of stars": lambda: repeated(b"**a ", 4_990_000),
    "text of underscores": lambda: repeated(b"**a** _a\n", 900_000),
    "text of quotations": lambda: b"**a**\n" + b"> " * 2_400_000,
    "text of escapes": lambda: repeated(b"\\*", 4_990_000),
    "text of bars": lambda: b"--- | ---\n" + b"| " * 2_400_000,
    "text of dashes": lambda: b"**a**\n" + b"---|" * 1_200_000 + b"x",
    "text of blanks": lambda: b"a" + b" " * 4_900_000 + b"b",
    "wide text": lambda: ("a " * 9_000_000).encode("utf-32"),
    "a submission of many documents": lambda: repeated(b"<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\na\n", 30_000_000),
    "a submission that begins to unpack": lambda: (
        b"<DOCUMENT><TYPE>LETTER\n<TEXT>\n" + repeated(b"begin 644 a\n`\n", 4_000_000)
    ),
}


def main(name: str) -> None:
    data = FILES[name]()
    for limits in sys.argv[2:]:
        resource = import_module(limits)
        used = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024
        resource.setrlimit(resource.RLIMIT_AS, (used + GIGABYTE, used + GIGABYTE))
    began = time.process_time()
    try:
        print(len(parse(read(data)).roles))
    except DrafterError as refused:
        print(type(refused).__name__)
    print(time.process_time() - began)


if __name__ == "__main__":
    main(sys.argv[1])
