"""What a comment says it does not see or understand: the question behind “please advise” and “if so”."""

from __future__ import annotations

import re

from drafter.matters import sentences

_UNCLEAR = re.compile(
    r"\b(?:it (?:is|remains|was)(?: also| still)? (?:unclear|not clear|not apparent|not evident)|"
    r"we (?:do not|did not|are unable to|cannot|could not) (?:understand|determine|tell|see))"
    r"(?: to us)?(?: from your [\w ]{3,40}?)?,? (?P<ask>(?:whether|how|why|what|when) .+)$",
    re.I | re.S,
)
"""“It is unclear how the amounts tie to the statements.”"""
_UNSEEN = re.compile(
    r"\bwe (?:do not|did not|were not able to|are unable to|were unable to|could not|cannot) (?:see|find|locate|note) "
    r"(?P<thing>(?:the|any|your|an?|such|these|those) .+)$",
    re.I | re.S,
)
"""“We do not see the rate in your Forms 10-K.”"""
_LACKING = re.compile(
    r"(?:, but|\b[Hh]owever,?) (?P<thing>(?:your|you|the|this|these) [^.;]*?"
    r"\b(?:do|does|did|is|are|was|were|has|have) not\b.+)$",
    re.S,
)
"""“You refer to a table, but your disclosure does not include it.”"""
_AT_ODDS = re.compile(
    r"^(?P<thing>.+? (?:does|do) not (?:(?:appear|seem) to|agree|reconcile|tie|correspond|match) .+|"
    r".+? (?:appears?|seems?) (?:inconsistent|to be inconsistent) .+)$",
    re.S,
)
_TO_US = re.compile(
    r"\b(?:unclear|not clear|not apparent) to us\b|\bwe (?:do not|cannot) (?:understand|tell)\b", re.I
)
_LEAD_IN = re.compile(
    r"^(?:However|In addition|Further|Also|We (?:also |further )?note that|It also appears that|"
    r"It appears that),? ",
    re.I,
)


def puzzle(before: str) -> str:
    """What the last sentence of that text that says so does not understand or see, as an object: "how X ties to Y",
    "the absence of the rate"; "" for nothing.
    """
    for said in reversed(sentences(before)):
        text = said.strip().rstrip(".?!;")
        if found := _UNCLEAR.search(text):
            return found["ask"].strip()
        if found := _UNSEEN.search(text):
            return f"the reasons for the absence of {re.sub(r'^any ', '', found['thing'].strip())}"
        if found := _LACKING.search(text):
            return f"why {found['thing']}"
        if found := _AT_ODDS.match(_LEAD_IN.sub("", text)):
            thing = found["thing"]
            return f"why {thing[:1].lower()}{thing[1:]}"
    return ""


def puzzled_us(before: str) -> bool:
    """Whether the sentence before a request says that something is unclear to the staff itself."""
    whole = [s for s in sentences(before) if s.endswith((".", "?"))]
    return bool(whole and _TO_US.search(whole[-1]))


_ALSO = re.compile(
    r"\b(?:(?:this|our|the same|these) comments? (?:also |similarly |equally )?(?:applies|apply|extends?) |"
    r"(?:^|[.;] )(?:please )?(?:also )?apply (?:this|the same|these) (?:comments?|revisions?|changes?) )"
    r"(?:equally |also |similarly )?to (?P<where>[^.;]+?)(?=,? as well\b|[.;]|$)",
    re.I,
)
"""“This comment also applies to the ratio in your Forms 10-Q.”"""


def also_applies_to(text: str) -> str:
    """What else the comment says it is on, "" for nothing."""
    found = _ALSO.search(text)
    return found["where"].strip() if found else ""
