"""Letters from disk: which files are letters, what they are called, and what is read from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from drafter import contract
from drafter.abreast import each
from drafter.domain import Fact, Known, Matter, Side
from drafter.errors import BadSettings, DrafterError, Unreadable
from drafter.filings import Filed, filed
from drafter.library import Incoming, with_spines
from drafter.matters import read_facts
from drafter.parsing import Parsed, pair, parse
from drafter.parsing.reviews import Told, reviews, told
from drafter.reading import FILING, READERS, read, reader_of, sgml
from drafter.reading.encodings import narrowed, text_of

Tick = Callable[[int, int], None]
"""Told how much is done, of how much."""


def silent(done: int, total: int) -> None:
    """A tick for those who do not watch."""


ACCESSION = re.compile(r"(?<!\d)(\d{10}-\d{2}-\d{6})(?!\d)")
"""An accession number in a file's name: "2021-03-15_UPLOAD_0000000000-21-003141.pdf"."""
TOO_MUCH = (
    "{path} could not be read: it wants more memory than there is, or ends the reader. Convert it to PDF."
)
FOREIGN = (".doc", ".docm", ".rtf", ".odt", ".wpd", ".msg", ".zip", ".tif", ".tiff")
"""Endings of files that are often letters and that no reader knows: in a folder they are told, not passed over."""
BESIDE = ("~$", "._")
"""How names of files begin that Word holds open, or in which a Mac keeps what it knows of another."""
SUFFIXES = frozenset((*FOREIGN, *(suffix for reader in READERS.values() for suffix in reader.suffixes)))


def letters_at(paths: Iterable[Path]) -> Iterator[Path]:
    """The files at those paths in path order; of folders, those whose ending is one of letters'."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from sorted(p for p in path.rglob("*") if _is_letter(p) and p.is_file())


def _is_letter(path: Path) -> bool:
    """Whether a file in a folder has a letter's ending, and is none that Word or a Mac lays beside one."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(BESIDE)


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


def text_at(path: Path) -> str:
    """The text at that path, whatever encoding wrote it. Raises Unreadable where it cannot be opened."""
    return text_of(narrowed(contents(path)))


def incoming(path: Path, whole: bool = True) -> Incoming:
    """The letter at that path, as the library takes it; without its lines where it is not wanted whole.

    Raises Unreadable.
    """
    data = contents(path)
    told = sgml.header(data) or sgml.SgmlHeader()
    digest = hashlib.sha256(data).hexdigest()
    name = told.accession or letter_id(path, digest)
    known = Known(Matter(told.company, told.cik), told.filed, told.released)
    return Incoming(name, digest, str(path), read(data, path.name) if whole else (), told.sic, known)


def name_of(path: Path) -> str:
    """What the library calls the letter at that path, without reading the letter. Raises Unreadable."""
    return incoming(path, whole=False).id


def parsed(path: Path) -> Parsed:
    """The letter at that path, parsed. Raises Unreadable."""
    return _apart(incoming(path))


def _apart(letter: Incoming) -> Parsed:
    return parse(letter.lines, letter.id, letter.known.matter, letter.known.filed)


def filing_at(path: Path) -> Filed:
    """The filing at that path, opened: HTML with or without inline XBRL, PDF, text, Word or a submission.

    Raises Unreadable.
    """
    return filed(read(contents(path), path.name, FILING))


NUMBERED = re.compile(
    r"(?:^|.*[^a-z])comments?[-_. ]*(?:no[-_. ]*)?(?P<said>\d{1,3})(?!\d)|(?P<alone>\d{1,3})$", re.I
)
"""A file's name that says whose comment its notes are for. Examples: "comment-3", "3", "Notes on comment 3"."""


def notes(paths: Iterable[Path]) -> tuple[Fact, ...]:
    """Counsel's notes at those paths, in any format that a letter may have; of folders, those of all its files.

    A file without a heading for a comment is for the one that its name tells. Raises Unreadable.
    """
    return read_facts(*(_note(path) for path in letters_at(paths)))


def _note(path: Path) -> str:
    data = narrowed(contents(path))
    lines = read(data, path.name) if data.strip() else ()
    plain = reader_of(data).name == "plain"
    text = text_of(data) if plain else "\n\n".join(line.text for line in lines)
    told = NUMBERED.match(path.stem)
    if told and not any(fact.comment for fact in read_facts(text)):
        return f"# Comment {told['said'] or told['alone']}\n\n{text}"
    return text


def readable(
    files: Sequence[Path],
    unreadable: list[dict[str, str]],
    tick: Tick,
    knows: Callable[[Incoming], bool] = lambda _: False,
    processes: int = 1,
) -> Iterator[Incoming]:
    """The letters at those paths, taken apart; those that cannot be read are put down in `unreadable` with the
    reason, in order. What is known is not read again, and comes last, without its lines.
    """
    known: list[Incoming] = []
    fresh = _unknown(files, knows, known)
    for done, (path, taken) in enumerate(each(_taken, _crashed, fresh, processes)):
        tick(done + len(known), len(files))
        if isinstance(taken, str):
            unreadable.append({"path": str(path), "why": taken})
        else:
            yield taken
    yield from known
    tick(len(files), len(files))


def _unknown(
    files: Iterable[Path], knows: Callable[[Incoming], bool], known: list[Incoming]
) -> Iterator[Path]:
    """The files that are not known; what is, goes to `known`."""
    for path in files:
        try:
            letter = incoming(path, whole=False)
        except Unreadable:  # told of when it is read
            yield path
            continue
        if knows(letter):
            known.append(letter)
        else:
            yield path


def _taken(path: Path) -> tuple[Path, Incoming | str]:
    """The letter at that path, taken apart, or why it cannot be read."""
    try:
        letter = incoming(path)
        return path, replace(letter, parsed=_apart(letter))
    except DrafterError as error:
        return path, str(error)
    except (MemoryError, RecursionError):
        return path, TOO_MUCH.format(path=path)


def _crashed(path: Path) -> tuple[Path, Incoming | str]:
    return path, TOO_MUCH.format(path=path)


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


def show(
    paths: Sequence[Path], response: Path | None = None, tick: Tick = silent, processes: int = 1
) -> list[dict[str, Any]]:
    """What is read from each letter, in path order, as the JSON of `show`.

    With `response`, the one staff letter is read beside it. Of several letters those of one review are told,
    with where each comment stands. An unreadable file is an entry with "error"; where it is the only one, its
    error is raised.
    """
    if response is not None:
        if len(paths) != 1:
            raise BadSettings(
                "Give one staff letter and one response letter: drafter show STAFF --with RESPONSE."
            )
        return [_shown_together(paths[0], response)]
    files = list(letters_at(paths))
    if len(files) == 1 and files == list(paths):
        return [_shown(files[0])[0]]
    shown = []
    for done, one in enumerate(each(_shown_or_error, _not_shown, files, processes)):
        tick(done, len(files))
        shown.append(one)
    return _with_reviews(shown)


Shown = tuple[dict[str, Any], Told | None]
"""A letter as it is shown, with what its review takes of it; None for one that could not be read."""


def _shown(path: Path) -> Shown:
    letter = incoming(path)
    read = _apart(letter)
    company = read.letter.side is Side.COMPANY
    shape = contract.letter_shape(str(path), read, pair(read) if company else None)
    return shape, told(read, letter.known.released)


def _shown_or_error(path: Path) -> Shown:
    try:
        return _shown(path)
    except DrafterError as error:
        return {"path": str(path), "error": str(error)}, None
    except (MemoryError, RecursionError):
        return _not_shown(path)


def _not_shown(path: Path) -> Shown:
    return {"path": str(path), "error": TOO_MUCH.format(path=path)}, None


def _with_reviews(shown: Sequence[Shown]) -> list[dict[str, Any]]:
    """The letters as shown, each with its place in its review."""
    placed = {
        letter.id: (letter, review)
        for review in reviews(with_spines([told for _, told in shown if told]))
        for letter in review.letters
    }
    return [contract.placed_shape(shape, *placed[told.letter.id]) if told else shape for shape, told in shown]


def _shown_together(staff: Path, response: Path) -> dict[str, Any]:
    asked, answered = parsed(staff), parsed(response)
    if answered.letter.side is not Side.COMPANY:
        raise Unreadable(f"{response} is not a company's letter. Give the response letter after --with.")
    return contract.together_shape(str(staff), asked, pair(answered, asked))
