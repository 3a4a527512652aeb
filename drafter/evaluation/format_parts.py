"""How much of a company's letter its learnt format gives back, part by part. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from rapidfuzz.fuzz import ratio

from drafter.evaluation.report import Item, Metric, mean
from drafter.formats import Format

ALIKE = 95.0
"""Per cent of its characters from which a part is the same: "comments" for "comment" is no other sentence."""

METRICS: dict[str, Metric] = {"parts": mean("part", "same"), "parts_kept": mean("part", "kept")}
"""Parts of the filed letter's format that the drafted letter has alike: of all, and of those that the company
itself kept from its earlier letters.
"""


def marked(id_: str, filed: Format, drafted: Format, earlier: Format) -> Iterator[Item]:
    """Each part that the filed letter shows, and whether the drafted one shows the same.

    `earlier` is what the company's earlier letters show, from which the drafted letter's format was learnt.
    """
    ours, before = _parts(drafted), _parts(earlier)
    for name, theirs in _parts(filed).items():
        same = float(_alike(theirs, ours.get(name, "")))
        kept = same if _alike(theirs, before.get(name, "")) else None
        shown = {"filed": theirs, "draft": ours.get(name, ""), "earlier": before.get(name, "")}
        yield Item(
            "part", f"{id_} {name}", marks={"same": same, "kept": kept}, tags={"part": name}, shown=shown
        )


def _parts(form: Format) -> dict[str, str]:
    """What the format says, by part; what it leaves open is left out."""
    said = {f.name: getattr(form, f.name) for f in fields(Format) if f.name != "terms"}
    named = {name: _told(v) for name, v in said.items() if v or (name == "label" and v is not None)}
    return {**named, **{f"term {name}": term for name, term in form.terms}}


def _alike(one: str, other: str) -> bool:
    return ratio(_plain(one), _plain(other)) >= ALIKE if one and other else one == other


def _told(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split()).rstrip(".:").lower()
