"""docs/cli.md is made from the command line itself. `python docs/build.py` writes it, `--check` compares."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from drafter.cli import app

PAGE = Path(__file__).parent / "cli.md"
NOTE = "<!-- Made by docs/build.py from the command line itself; do not edit. -->\n\n"


def page() -> str:
    """The reference of every command and option, as Markdown."""
    command = typer.main.get_command(app)
    made = get_docs_for_click(obj=command, ctx=typer.Context(command), name="drafter", title="Commands")
    return NOTE + "\n".join(line.rstrip() for line in made.strip().splitlines()) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with --check say (exit 1) that it is stale."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    if not fresh:
        sys.stderr.write("docs/cli.md is stale: run python docs/build.py\n")
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
