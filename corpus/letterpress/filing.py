"""Pages of an invented filing, from their source to blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from letterpress.blocks import Block, Sheet, para
from letterpress.source import filing_title

HEADING = "# "


def filing(path: Path) -> Sheet:
    """The filing as one sheet; each page ends with a block that bears its printed number."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    blocks = [block for page in told["pages"] for block in _page(page)]
    title = f"{told['company']['name']}, {filing_title(told)}"
    return Sheet(title, str(told["form"]), "modern", told["filed"], tuple(blocks))


def _page(page: dict[str, Any]) -> list[Block]:
    return [*(_block(said) for said in page["blocks"]), Block(foot=str(page["page"]) or " ")]


def _block(said: str | dict[str, Any]) -> Block:
    if isinstance(said, dict):
        return Block(rows=tuple(map(tuple, said["table"])))
    return para(said.removeprefix(HEADING), "b" if said.startswith(HEADING) else "")
