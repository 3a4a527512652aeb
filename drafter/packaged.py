"""Where the files that ship beside the code lie: prompts/ and corpus/."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder of that name: inside an installed package, beside the package in a checkout.

    `name` is "prompts" or "corpus". Raises FileNotFoundError where neither has it.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"drafter was installed without its {name} folder; install it again")
