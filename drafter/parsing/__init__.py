"""Lines to comments, responses and pairs. Pure: no file, no clock, no network."""

from drafter.parsing.alignment import Difference
from drafter.parsing.letter import Parsed, Unread, parse
from drafter.parsing.pairing import Paired, pair

__all__ = ["Difference", "Paired", "Parsed", "Unread", "pair", "parse"]
