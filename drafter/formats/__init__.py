"""A company's own format: learnt from its earlier response letters, kept by name, laid over a matter."""

from drafter.formats.format import Format, applied, from_toml, to_toml
from drafter.formats.keeping import keep, kept, names
from drafter.formats.learning import learn

__all__ = ["Format", "applied", "from_toml", "keep", "kept", "learn", "names", "to_toml"]
