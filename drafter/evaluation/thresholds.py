"""What figures must reach: the gates of evals/thresholds.toml. Pure, but for reading that file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from drafter.errors import BadSettings, Unreadable

BOUNDS = frozenset({"least", "most"})

Thresholds = Mapping[str, Mapping[str, Mapping[str, float]]]
"""By suite and figure: `least` and `most`, either or both."""


def thresholds(path: Path) -> Thresholds:
    """The gates that a file holds. Raises Unreadable, and BadSettings naming what is no gate."""
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unreadable(f"{path} cannot be opened ({error.strerror}). Give a file of thresholds.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{path} is not valid TOML: {error}. Mend that line.") from None
    for suite, gates in said.items():
        for name, bounds in gates.items():
            if not isinstance(bounds, dict) or not bounds or not BOUNDS.issuperset(bounds):
                raise BadSettings(f"{path}: {suite}.{name} wants least, most or both, as {{ least = 0.9 }}.")
    return said


def missed(suite: str, metrics: Mapping[str, float | None], gates: Thresholds) -> tuple[str, ...]:
    """The gates of the suite that its figures miss, a line each; what was not scored misses its gate.

    Raises BadSettings where the file has no gate for the suite.
    """
    if suite not in gates:
        raise BadSettings(f"There is no gate for {suite!r}. There are: {', '.join(sorted(gates))}.")
    return tuple(
        line for name, bounds in gates[suite].items() for line in _missed(name, metrics.get(name), bounds)
    )


def _missed(name: str, value: float | None, bounds: Mapping[str, float]) -> Iterator[str]:
    if value is None:
        yield f"{name} was not scored"
        return
    if value < bounds.get("least", value):
        yield f"{name} is {value:g}; at least {bounds['least']:g} is wanted"
    if value > bounds.get("most", value):
        yield f"{name} is {value:g}; at most {bounds['most']:g} is wanted"
