"""A rendered letter put on disk: whole or not at all, and never over another without a word."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from drafter.errors import DrafterError, WouldOverwrite


def write(path: Path, data: bytes, force: bool = False) -> None:
    """Put `data` at `path`, making its folder; a reader sees the old file or the new one, never a part.

    Raises WouldOverwrite where the file exists and `force` is False; DrafterError where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        claimed = _claim(path, force)
        try:
            _replace(path, data)
        except OSError:
            if claimed:
                path.unlink(missing_ok=True)
            raise
    except OSError as error:
        said = error.strerror or type(error).__name__
        raise DrafterError(
            f"{path} could not be written ({said}). If it is open in Word, close it; else choose "
            "another place."
        ) from error


def _claim(path: Path, force: bool) -> bool:
    """Whether an empty file now holds the place; two writers cannot both have it."""
    try:
        path.open("xb").close()
    except FileExistsError:
        if not force:
            raise WouldOverwrite(
                f"{path} exists already. Give --force to replace it, or another output."
            ) from None
        return False
    return True


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".drafter-", suffix=path.suffix)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
