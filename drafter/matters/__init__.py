"""What counsel says of a matter: matter.toml and the facts notes, read from their text."""

from drafter.matters.file import KEYS, read_matter, stance_set
from drafter.matters.notes import HOLDS, placed, read_facts, sentences

__all__ = ["HOLDS", "KEYS", "placed", "read_facts", "read_matter", "sentences", "stance_set"]
