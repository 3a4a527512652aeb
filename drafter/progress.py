"""A bar on stderr while work lasts, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial


class Bar:
    """Tells of work while it lasts: called with how much is done, of how much."""

    def __init__(self, what: str, show: Callable[..., None]) -> None:
        self._what, self._show, self._characters = what, show, 0

    def __call__(self, done: int, total: int) -> None:
        """So much is done, of how much."""
        self._show(completed=done, total=total)

    def heard(self, characters: int) -> None:
        """So many more characters of a chat's replies have come in."""
        self._characters += characters
        self._show(description=f"{self._what}, {self._characters:,} characters heard")


@contextmanager
def progress(what: str) -> Iterator[Bar]:
    """A bar on stderr while the work lasts, on a terminal only."""
    if not sys.stderr.isatty():
        yield Bar(what, lambda **_: None)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield Bar(what, partial(bar.update, bar.add_task(what, total=None)))
