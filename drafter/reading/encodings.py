"""The text that bytes hold, whatever encoding wrote it."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of wide encodings, the longer first: one of UTF-32 opens with one of UTF-16."""

SAMPLE = 400
"""Bytes that show whether every second one is empty."""


WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Windows signs under Latin-1 control codes, as in `&#147;` for an opening quotation mark."""

STRAYS = {0xDC00 + code: WINDOWS.get(code, chr(code)) for code in range(0x80, 0x100)}
"""Single bytes of Windows-1252 that stand in a text of UTF-8."""


def _wide(data: bytes) -> str:
    """The wide encoding of a text, "" where its signs are single bytes."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), "")
    if marked:
        return marked
    even, odd = data[:SAMPLE:2], data[1:SAMPLE:2]
    for empty, full, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(empty) > 3 and empty.count(0) > 0.8 * len(empty) and not full.count(0):
            return name
    return ""


def narrowed(data: bytes) -> bytes:
    """The same text in UTF-8 where it is in UTF-16 or UTF-32; any other bytes as they are."""
    name = _wide(data)
    return data.decode(name, "replace").encode("utf-8", "replace") if name else data


def text_of(data: bytes) -> str:
    """The text of bytes in UTF-8, in Windows-1252, or in UTF-8 with strays of the other."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    kept = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= sign <= "\udcff" for sign in kept)
    meant = sum(sign > "\x7f" for sign in kept) - strays
    return kept.translate(STRAYS) if meant > strays else data.decode("latin-1").translate(WINDOWS)
