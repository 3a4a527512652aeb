"""The filing under review, opened: pages as printed, Items, Notes, and what a comment points to in them."""

from drafter.filings.cover import periods
from drafter.filings.figures import Found, find_number, restated
from drafter.filings.filed import Filed, Paragraph, Part
from drafter.filings.laying import filed
from drafter.filings.passages import Missed, missed, passages
from drafter.filings.statements import Statement, rival, said_in, statements

__all__ = [
    "Filed",
    "Found",
    "Missed",
    "Paragraph",
    "Part",
    "Statement",
    "filed",
    "find_number",
    "missed",
    "passages",
    "periods",
    "restated",
    "rival",
    "said_in",
    "statements",
]
