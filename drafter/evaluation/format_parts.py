"""How much of a company's letter its learnt format gives back, part by part. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz.fuzz import ratio

from drafter.evaluation.report import Item, Metric, mean

ALIKE = 95.0
"""Per cent of its characters from which a part is the same: "comments" for "comment" is no other sentence."""

Parts = Mapping[str, str]
"""What a letter shows of its format, by part: see drafter.formats.parts."""

METRICS: dict[str, Metric] = {
    "parts": mean("part", "same"),
    "parts_kept": mean("part", "kept"),
    "parts_strict": mean("part", "strict"),
}
"""Parts of the filed letter's format that the drafted letter has alike: of all; of those that the company
itself kept from its earlier letters; of all, where each part that only the draft shows counts as one missed.
"""


def marked(id_: str, filed: Parts, drafted: Parts, earlier: Parts) -> Iterator[Item]:
    """Each part that the filed or the drafted letter shows, and whether both show the same.

    `earlier` are the parts of the company's letter before, from which the drafted one's format was learnt.
    """
    for name in (*filed, *(n for n in drafted if n not in filed)):
        theirs, ours, before = (p.get(name, "") for p in (filed, drafted, earlier))
        same = float(name in filed and _alike(name, theirs, ours))
        kept = same if name in filed and _alike(name, theirs, before) else None
        marks = {"same": same if name in filed else None, "kept": kept, "strict": same}
        shown = {"filed": theirs, "draft": ours, "earlier": before}
        yield Item("part", f"{id_} {name}", marks=marks, tags={"part": name}, shown=shown)


def _alike(name: str, one: str, other: str) -> bool:
    if name == "order":
        return _shared(one, other) == _shared(other, one)
    return ratio(_plain(one), _plain(other)) >= ALIKE if one and other else one == other


def _shared(one: str, other: str) -> list[str]:
    """The places of `one` that the other letter shows too, in the order of `one`."""
    return [place for place in one.split() if place in other.split()]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split()).rstrip(".:").lower()
