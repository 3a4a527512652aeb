"""A company's own format: learnt from its earlier response letters, kept by name, laid over a matter."""

from drafter.formats.format import DELIVERY_FIRST, NONE, Format, applied, from_toml, to_toml
from drafter.formats.keeping import keep, kept, names
from drafter.formats.learning import learn
from drafter.formats.parts import parts

__all__ = [
    "DELIVERY_FIRST",
    "NONE",
    "Format",
    "applied",
    "from_toml",
    "keep",
    "kept",
    "learn",
    "names",
    "parts",
    "to_toml",
]
