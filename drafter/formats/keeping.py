"""Formats kept by name: one TOML file each in a folder that the caller gives."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from drafter.errors import BadTemplate, WouldOverwrite
from drafter.formats.format import Format, from_toml, to_toml

NAME = re.compile(r"[A-Za-z0-9][\w .&-]{0,60}")
"""A format's name, also the name of its file: "harrowgate", "Harrowgate 10-K"."""


def keep(folder: Path, name: str, form: Format, force: bool = False) -> Path:
    """Writes the format under that name; gives its file.

    Raises BadTemplate for a name that no file can have, WouldOverwrite where it is taken and not `force`.
    """
    path = _place(folder, name)
    if path.exists() and not force:
        raise WouldOverwrite(
            f"There is a format {name!r} already ({path}). Add --force, or choose another name."
        )
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(to_toml(form), encoding="utf-8")
    return path


def kept(folder: Path, name: str) -> Format:
    """The format kept under that name. Raises BadTemplate where there is none, or it is broken."""
    path = _place(folder, name)
    if not path.is_file():
        known = names(folder)
        near = get_close_matches(name, known, 1, 0.5)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known) or 'none yet'}."
        raise BadTemplate(f"There is no format {name!r}. {hint} Learn one with drafter format learn.")
    return from_toml(path.read_text(encoding="utf-8"), path.name)


def names(folder: Path) -> tuple[str, ...]:
    """The names of the formats kept there, in order."""
    return tuple(sorted(p.stem for p in folder.glob("*.toml"))) if folder.is_dir() else ()


def _place(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name) or name.endswith((".", " ")):
        raise BadTemplate(f"{name!r} cannot name a format. Use letters, digits, spaces and dashes.")
    return folder / f"{name}.toml"
