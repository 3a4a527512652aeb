"""What a note under Rule 83 shows to the public: its names and figures as [***]."""

from __future__ import annotations

import re

REDACTION = "[***]"
_UNITS = "two|three|four|five|six|seven|eight|nine"
_COUNT = (
    rf"(?:{_UNITS}|one)[- ](?:thirds?|fifths?|quarters?)|{_UNITS}|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    rf"(?:-(?:{_UNITS}|one))?|one(?= hundred)|(?:a )?(?:dozen|hundred|thousand)s?"
)
"""A number in words. “One” alone is as often a pronoun."""
_SECRET = re.compile(
    r"(?P<day>(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?,? \d{4}\b|(?:fiscal )?\b(?:19|20)\d\d\b(?! (?:million|billion|percent|thousand)))|"
    rf"(?P<count>(?i:\b(?:{_COUNT})\b|\b(?:half|most|a third|a quarter)(?= of\b)))|"
    r"(?<!\d)(?!\d+ days past due)(?:(?:[A-Z]{1,3}[$€£¥]|[$€£¥]|[A-Z]{3}) ?)?\d[\d,]*(?:\.\d+)?"
    r"(?: (?:million|billion|thousand|percent))?%?|(?:[A-Z][\w&.'-]*)(?:,? [A-Z][\w&.'-]*)*"
)
_SAFE = frozenset(
    str.split("Staff Company Commission Form Item Rule Note The In On At For A An Our We It Name Terms")
)


def _stands_in(words: str, public: str) -> bool:
    """Whether a name, or a figure that is more than a bare number, stands as such in the text."""
    return not words.isdigit() and bool(re.search(rf"(?<![\w.-]){re.escape(words)}(?![\w-]|\.\d)", public))


def hidden(said: str, public: str, first: bool) -> str:
    """The sentence with each name and figure that is not in the `public` text already as [***].

    A first sentence that shows none is wholly redacted: what is secret in it cannot be told apart.
    """

    def hide(found: re.Match[str]) -> str:
        words = found.group(0)
        if found["day"]:
            return words
        at_start = found.start() == 0
        known = not found["count"] and (
            _stands_in(words, public)
            or words in _SAFE
            or (at_start and words.isalpha() and words[1:].islower())
        )
        return words if known else REDACTION

    shown = _SECRET.sub(hide, said)
    if first and shown == said:
        shown = f"The information requested is {REDACTION}"
    shown = re.sub(
        rf"; (?P<thing>\w+) (?=(?:about|approximately|of) {re.escape(REDACTION)})",
        r", and the \g<thing> is ",
        shown,
    )
    shown = _SAID_OF_IT.sub(rf"\g<what>, {REDACTION}", shown)
    return re.sub(r"(?:\[\*\*\*\][/&-]?){2,}", REDACTION, shown)


_SAID_OF_IT = re.compile(rf"(?P<what>{re.escape(REDACTION)}[^,;.]*), (?:which|who) [^,;.]+")
"""What a clause says further of something redacted, which may tell what it is."""
