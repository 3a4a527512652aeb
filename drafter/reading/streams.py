"""How much the streams of a PDF unpack to, found out piece by piece before anything draws them."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator

from drafter.errors import TooLarge

MAX_STREAM = 24_000_000
"""Bytes that one stream may unpack to: pdfium takes twenty times as much memory for the shapes it draws."""

MAX_IMAGE = 200_000_000
"""Bytes of a picture, which is not unpacked to read text."""

MAX_TOTAL = 800_000_000
MAX_CODED = 4_000_000
"""Bytes of a stream coded in a way that the standard library unpacks slowly or not at all."""

MAX_FILTERS = 3
PIECE = 1_000_000
DICTIONARY = 2_000
"""Bytes before a stream in which its dictionary stands."""

STREAM = re.compile(rb"(?<!end)stream\r?\n")
FILTER = re.compile(rb"/(?:FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW)(?![A-Za-z])")
"""A way of packing that may unpack to much. Examples: "/FlateDecode", "/A85". Not: "/Flatten"."""

IMAGE = re.compile(rb"/Subtype\s*/Image\b")


def check(data: bytes) -> None:
    """Raises TooLarge where the streams of a PDF unpack to more than any letter holds."""
    left = MAX_TOTAL
    for found in STREAM.finditer(data):
        told = data[max(0, found.start() - DICTIONARY) : found.start()].rsplit(b" obj", 1)[-1]
        packed = [name.group()[1:] for name in FILTER.finditer(told)]
        pictured = bool(IMAGE.search(told))
        if packed and (packed[0].startswith(b"Fl") or not pictured):
            left -= _size(data, found.end(), packed, min(left, MAX_IMAGE if pictured else MAX_STREAM))


def _refuse() -> TooLarge:
    return TooLarge(
        "This PDF unpacks to more than any letter holds: print the letter to a new PDF and retry."
    )


def _size(data: bytes, start: int, packed: list[bytes], bound: int) -> int:
    """How much a stream unpacks to at its largest. Raises TooLarge over the bound."""
    if len(packed) > MAX_FILTERS:
        raise _refuse()
    pieces: Iterable[bytes] = (data[at : at + PIECE] for at in range(start, len(data), PIECE))
    if not packed[0].startswith(b"Fl"):
        end = data.find(b"endstream", start)
        coded = data[start : end if end >= 0 else len(data)]
        if len(coded) > min(MAX_CODED, bound):
            raise _refuse()
        pieces = [_uncoded(coded, packed[0])]
        packed = packed[1:]
    sizes = [0]
    for depth in range(len(packed)):
        sizes.append(0)
        pieces = _counted(_inflated(pieces), sizes, depth + 1, bound)
    for _ in pieces:
        pass
    return max(sizes)


def _counted(pieces: Iterable[bytes], sizes: list[int], depth: int, bound: int) -> Iterator[bytes]:
    """The pieces, their bytes counted. Raises TooLarge over the bound."""
    for piece in pieces:
        sizes[depth] += len(piece)
        if sizes[depth] > bound:
            raise _refuse()
        yield piece


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What the pieces inflate to, as far as they are whole."""
    inflater = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not inflater.eof:
            try:
                yield inflater.decompress(rest, PIECE)
            except zlib.error:
                return
            rest = inflater.unconsumed_tail
        if inflater.eof:
            return


def _uncoded(coded: bytes, name: bytes) -> bytes:
    """A stream that was written in letters; b"" where it is damaged or packed otherwise."""
    try:
        if name in (b"ASCII85Decode", b"A85"):
            return base64.a85decode(coded.split(b"~>")[0].strip())
        if name in (b"ASCIIHexDecode", b"AHx"):
            return bytes.fromhex(coded.split(b">")[0].decode("ascii", "replace"))
    except (ValueError, binascii.Error):
        return b""
    return b""
