"""Template files of text: ours from prompts/, or a user's own; front matter is set aside."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment

from drafter.errors import BadTemplate
from drafter.packaged import folder
from drafter.rendering.fields import context, fill
from drafter.rendering.letter_view import LetterView

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def page(letter: LetterView, template: Path | None, own: str, environment: Environment) -> bytes:
    """The letter set into the template, or into prompts/`own` where none is given, as UTF-8.

    Raises BadTemplate where the template cannot be read or names a field that does not exist.
    """
    path = template or folder("prompts") / own
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTemplate(
            f"{path} cannot be read as UTF-8 text ({error}). Give a template of text."
        ) from None
    body = FRONT_MATTER.sub("", source.replace("\r\n", "\n"))
    return fill(environment, body, context(letter), path.name).encode("utf-8")
