"""Change sample letters at random and read them: anything but lines or a DrafterError is a finding."""

from __future__ import annotations

import argparse
import io
import random
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from drafter.errors import DrafterError
from drafter.parsing import pair, parse
from drafter.reading import read

ROOT = Path(__file__).parent.parent.parent
SLOW = 10.0
"""Seconds: the longest that any bytes may take."""

TOKENS = (
    b"<table>",
    b"</table>",
    b"<tr><td>",
    b"<p>",
    b"</p>",
    b"<b>",
    b"<font color=white>",
    b"<div><div><div>",
    b"&#x110000;",
    b"&#0;",
    b"&nbsp;",
    b"<!--",
    b"<![CDATA[",
    b"<SEC-HEADER>",
    b"<DOCUMENT>",
    b"<TEXT>",
    b"</TEXT>",
    b"begin 644 a.pdf\n",
    b"%PDF-",
    b"PK\x03\x04",
    b"stream\n",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n\n",
    b"1. ",
    b"1.1.1.",
    b"Response: ",
    b"Comment No. 999999999999",
    b"Re: ",
    b"Dear ",
    b"Sincerely,",
    b"| | |",
    b"January 99, 9999",
    b"pages 1-",
    b"(" * 40,
    b"a" * 5000,
    "•".encode(),
    "\uf0b7".encode(),
    "\u202e".encode(),
)


def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    del data[a:b]


def double(data: bytearray, chance: random.Random) -> None:
    a = chance.randrange(len(data))
    part = data[a : a + chance.randint(1, 2000)]
    at = chance.randrange(len(data))
    data[at:at] = part * chance.choice((1, 2, 50))


def put(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 3, 200))


def shuffle(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    chance.shuffle(lines)
    data[:] = b"\n".join(lines)


CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (flip, cut, double, put, shuffle)


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four changes; those of a DOCX are made inside one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return changed_part(data, chance)
    work = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if work:
            chance.choice(CHANGES)(work, chance)
    return bytes(work)


def changed_part(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        hit = "word/document.xml" if chance.random() < 0.7 else chance.choice(names)
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name == hit and part:
                chance.choice(CHANGES[:4])(part, chance)
            new.writestr(name, bytes(part))
    return out.getvalue()


def tried(data: bytes) -> str:
    """Why the bytes are a finding, "" for none."""
    begun = time.perf_counter()
    try:
        pair(parse(read(data, "fuzzed"), "fuzzed"))
    except DrafterError:
        pass
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc()
    took = time.perf_counter() - begun
    return f"took {took:.1f} s" if took > SLOW else ""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--minutes", type=float, default=1.0)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--out", type=Path, default=ROOT / "out" / "fuzz")
    ask.add_argument("--only", default="", help="one suffix, such as .docx")
    told = ask.parse_args()
    sources = [
        p
        for p in sorted((ROOT / "corpus" / "letters").rglob("*"))
        if p.suffix in {".htm", ".txt", ".pdf", ".docx"}
    ]
    sources = [p for p in sources if p.suffix.endswith(told.only)]
    until = time.monotonic() + told.minutes * 60
    count, seen = 0, set()
    while time.monotonic() < until:
        seed = told.seed * 1_000_000 + count
        chance = random.Random(seed)
        source = chance.choice(sources)
        data = changed(source.read_bytes(), chance)
        why = tried(data)
        count += 1
        kind = why.strip().splitlines()[-1][:80] if why else ""
        where = [line for line in why.splitlines() if "drafter" in line and "File" in line][-1:]
        if why and (kind, *where) not in seen:
            seen.add((kind, *where))
            told.out.mkdir(parents=True, exist_ok=True)
            (told.out / f"{seed}{source.suffix}").write_bytes(data)
            (told.out / f"{seed}.why.txt").write_text(f"{source.name}\n{why}", encoding="utf-8")
            print(seed, source.name, kind, *where, flush=True)
    print(f"{count} letters tried, {len(seen)} kinds of findings")


if __name__ == "__main__":
    main()
