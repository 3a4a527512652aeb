"""Letters to disk: where each file of a draft lies, and how it is written without harm to another."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from drafter import contract
from drafter.domain import Draft, Review
from drafter.errors import BadTemplate, Refused, WouldOverwrite
from drafter.formats import Format
from drafter.intake import contents, parsed
from drafter.rendering import RENDERERS, REVIEWS, ReadLetter, clean, versions, write

REVIEW = ".review.json"


def review_path(out: Path) -> Path:
    """Where the findings and sources of the letter at that path lie."""
    return out.with_name(out.stem + REVIEW)


def version_path(out: Path, version: str) -> Path:
    """Where a version of the letter lies: "response.docx" and, under Rule 83, "response.unredacted.docx"."""
    return out.with_name(f"{out.stem}.{version}{out.suffix}") if version else out


def check_free(out: Path, force: bool) -> None:
    """Raises, before any work is done, where no letter can be written at that path.

    BadTemplate for a format that is none of a letter's, WouldOverwrite where a letter or its findings exist.
    """
    if out.suffix.lower() not in RENDERERS:
        known = ", ".join(RENDERERS)
        raise BadTemplate(
            f"A letter cannot be written as {out.suffix or 'a file without an ending'}. Use {known}."
        )
    _refuse([out, review_path(out)], force)


def write_draft(
    made: Draft, out: Path, template: Path | None, form: Format | None, force: bool
) -> dict[str, Any]:
    """Writes the letter, its further versions under Rule 83 and the JSON of its findings; gives that JSON.

    Raises WouldOverwrite, before anything is written, where one of them exists and `force` is not given.
    """
    letters = versions(made, made.facts, out.suffix, template, form)
    return write_letters({version_path(out, name): data for name, data in letters.items()}, made, out, force)


def write_letters(letters: Mapping[Path, bytes], made: Draft, out: Path, force: bool) -> dict[str, Any]:
    """Writes those files and, beside the one at `out`, the JSON of its findings; gives that JSON."""
    _refuse([*letters, review_path(out)], force)
    shape = {**contract.draft_shape(str(out), made), "versions": [str(p) for p in letters]}
    for path, data in letters.items():
        write(path, data, force)
    write(review_path(out), json.dumps(shape, ensure_ascii=False, indent=2).encode(), force)
    return shape


def check_reviews_free(letter: Path, outs: Sequence[Path], force: bool) -> None:
    """Raises, before any work is done, where no findings can be written at one of those paths.

    BadTemplate for a format that is none of theirs, Refused for the letter itself, WouldOverwrite.
    """
    for out in outs:
        if out.suffix.lower() not in REVIEWS:
            raise BadTemplate(
                f"Findings cannot be written as {out.suffix or 'a file without an ending'}. "
                f"Use {' or '.join(REVIEWS)}, or --json for another program."
            )
        if out.suffix.lower() == ".docx" and letter.suffix.lower() != ".docx":
            raise BadTemplate(
                f"{letter.name} is no Word file, so no comments can be set into it. Give the letter as .docx, "
                "or name an .html file for the findings."
            )
        if out.resolve() == letter.resolve():
            raise Refused(f"{out} is the letter itself, which stays as it is. Name another file.")
    _refuse(list(outs), force)


def write_reviews(
    letter: Path, staff: Path | None, review: Review, outs: Sequence[Path], force: bool
) -> None:
    """Writes the findings at each of those paths: .html is a page, .docx the letter with comments.

    Raises as `check_reviews_free`.
    """
    check_reviews_free(letter, outs, force)
    read = ReadLetter(letter.name, contents(letter), parsed(letter).letter.lines, staff.name if staff else "")
    made = {out: REVIEWS[out.suffix.lower()](read, review, datetime.now(UTC)) for out in outs}
    for out, data in made.items():
        write(out, data, force)


def write_clean(letter: Path, out: Path, force: bool) -> None:
    """Writes the letter without comments, tracked changes and metadata.

    Raises Refused, listing them, where blanks remain, and WouldOverwrite.
    """
    _refuse([out], force)
    write(out, clean(contents(letter), letter.suffix, datetime.now(UTC)), force)


def _refuse(paths: list[Path], force: bool) -> None:
    for path in paths:
        if path.exists() and not force:
            raise WouldOverwrite(f"{path} exists already. Add --force to replace it, or name another file.")
