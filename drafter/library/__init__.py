"""What is kept: letters and pairs in a record (SQLite), followed by a word index and by vectors."""

from drafter.library.filters import Filter, Sieve
from drafter.library.following import asked_text
from drafter.library.joining import Parser, with_spines
from drafter.library.keeping import Added, Library, Status
from drafter.library.records import Incoming

__all__ = ["Added", "Filter", "Incoming", "Library", "Parser", "Sieve", "Status", "asked_text", "with_spines"]
