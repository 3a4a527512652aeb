"""The demo: a library of invented letters, and the sample matter's letter drafted from it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from drafter.domain import Draft
from drafter.errors import WouldOverwrite
from drafter.intake import Tick
from drafter.outgoing import review_path
from drafter.packaged import folder
from drafter.rendering import render, write
from drafter.settings import Settings
from drafter.workbench import Workbench

LETTER = "response.docx"
BESIDE = ("response.md", "response.html")
MADE = ".demo.json"
"""Digests of what the last demo wrote: those files, unless edited since, may be written again."""


def run(out: Path, library: Path, force: bool, tick: Tick) -> tuple[Draft, list[Path]]:
    """The sample matter drafted into the folder `out`, with a library made at `library`.

    Gives the draft and the files written, the Word letter first. Raises WouldOverwrite where a letter there was
    edited since the last demo, unless `force` is given.
    """
    letters = [out / name for name in (LETTER, *BESIDE)]
    _check_unedited(out, letters, force)
    corpus = folder("corpus")
    settings = Settings(library=library)
    bench = Workbench.open(settings=settings)
    bench.add([corpus / "letters"], tick)
    sample = corpus / "sample"
    made = bench.draft(sample / "staff.pdf", sample / "matter.toml", [sample / "facts.md"], "offline")
    bench.write(made, letters[0], force=True)
    bench.close()
    for path in letters[1:]:
        write(path, render(made, path.suffix), force=True)
    digests = {p.name: _digest(p) for p in letters}
    write(out / MADE, json.dumps(digests, indent=2).encode(), force=True)
    return made, [*letters, review_path(letters[0])]


def _check_unedited(out: Path, letters: list[Path], force: bool) -> None:
    known = json.loads((out / MADE).read_text(encoding="utf-8")) if (out / MADE).is_file() else {}
    edited = [p for p in letters if p.exists() and known.get(p.name) != _digest(p)]
    if edited and not force:
        raise WouldOverwrite(
            f"{edited[0]} was changed since the demo wrote it. Add --force, or give another --out."
        )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
