"""Letters from disk: which files are letters, what they are called, and what is read from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from drafter import contract
from drafter.domain import Side
from drafter.errors import BadSettings, DrafterError, Unreadable
from drafter.filings import Filed, filed
from drafter.library import Incoming
from drafter.parsing import Parsed, pair, parse
from drafter.reading import FILING, READERS, read, sgml

Tick = Callable[[int, int], None]
"""Told how much is done, of how much."""

ACCESSION = re.compile(r"(?<!\d)(\d{10}-\d{2}-\d{6})(?!\d)")
"""An accession number in a file's name: "2021-03-15_UPLOAD_0000000000-21-003141.pdf"."""
SUFFIXES = frozenset(suffix for reader in READERS.values() for suffix in reader.suffixes)


def letters_at(paths: Iterable[Path]) -> Iterator[Path]:
    """The files at those paths in path order; of folders, those that a reader knows by their ending."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)


def letter_id(path: Path, digest: str) -> str:
    """The accession number in the file's name, else the start of its digest."""
    named = ACCESSION.search(path.name)
    return named.group(1) if named else digest[:20]


def contents(path: Path) -> bytes:
    """The bytes of that file. Raises Unreadable where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unreadable(f"{path} cannot be opened ({why}). Check the path and who may read it.") from None


def incoming(path: Path) -> Incoming:
    """The letter at that path, as the library takes it. Raises Unreadable."""
    data = contents(path)
    told = sgml.header(data) or sgml.SgmlHeader()
    digest = hashlib.sha256(data).hexdigest()
    return Incoming(_name(path, data, digest), digest, str(path), read(data, path.name), told.sic)


def name_of(path: Path) -> str:
    """What the library calls the letter at that path, without reading the letter. Raises Unreadable."""
    data = contents(path)
    return _name(path, data, hashlib.sha256(data).hexdigest())


def _name(path: Path, data: bytes, digest: str) -> str:
    told = sgml.header(data)
    return (told.accession if told else "") or letter_id(path, digest)


def parsed(path: Path) -> Parsed:
    """The letter at that path, parsed. Raises Unreadable."""
    letter = incoming(path)
    return parse(letter.lines, letter.id)


def filing_at(path: Path) -> Filed:
    """The filing at that path, opened: HTML with or without inline XBRL, PDF, text, Word or a submission.

    Raises Unreadable.
    """
    return filed(read(contents(path), path.name, FILING))


def readable(files: Sequence[Path], unreadable: list[dict[str, str]], tick: Tick) -> Iterator[Incoming]:
    """The letters at those paths; those that cannot be read are put down in `unreadable` with the reason."""
    for done, path in enumerate(files):
        tick(done, len(files))
        try:
            yield incoming(path)
        except DrafterError as error:
            unreadable.append({"path": str(path), "why": str(error)})
    tick(len(files), len(files))


def staff_letter(path: Path) -> Parsed:
    """The staff's comment letter at that path. Raises Unreadable where it is none."""
    staff = parsed(path)
    if staff.letter.side is Side.COMPANY and staff.responses:
        raise Unreadable(
            f"{path} reads as a company's response letter. Give the staff's letter that it answers."
        )
    if not staff.comments:
        raise Unreadable(
            f"No comments were found in {path}. Check with drafter show that it is the staff's letter."
        )
    return staff


def show(paths: Sequence[Path], response: Path | None = None) -> list[dict[str, Any]]:
    """What is read from each letter, in path order, as the JSON of `show`.

    With `response`, the one staff letter is read beside it. An unreadable file is an entry with "error";
    where it is the only one, its error is raised.
    """
    if response is not None:
        if len(paths) != 1:
            raise BadSettings(
                "Give one staff letter and one response letter: drafter show STAFF --with RESPONSE."
            )
        return [_shown_together(paths[0], response)]
    files = list(letters_at(paths))
    if len(files) == 1 and files == list(paths):
        return [_shown(files[0])]
    return [_shown_or_error(f) for f in files]


def _shown(path: Path) -> dict[str, Any]:
    letter = parsed(path)
    company = letter.letter.side is Side.COMPANY
    return contract.letter_shape(str(path), letter, pair(letter) if company else None)


def _shown_or_error(path: Path) -> dict[str, Any]:
    try:
        return _shown(path)
    except DrafterError as error:
        return {"path": str(path), "error": str(error)}


def _shown_together(staff: Path, response: Path) -> dict[str, Any]:
    asked, answered = parsed(staff), parsed(response)
    if answered.letter.side is not Side.COMPANY:
        raise Unreadable(f"{response} is not a company's letter. Give the response letter after --with.")
    return contract.together_shape(str(staff), asked, pair(answered, asked))
