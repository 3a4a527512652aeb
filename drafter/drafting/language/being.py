"""The form of “be” that a thing and what is said of it need: “were filed”, “has been added”, “is insured”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import many

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PUT = re.compile(
    r"(?:added|removed|revised|updated|included|deleted|corrected|expanded|struck|rewritten|replaced|moved)"
    r"(?: \([^)]*\))?(?: (?:at|on|to|from|in) (?:all |the )?(?:pages?|Notes?|Items?|Sections?|cover|"
    r"exhibit)\b(?!.*\b(?:19|20)\d\d).*)?$"
)
"""What has been done to the words of a filing: “Pages 31 and 57 revised”."""
_COME_TO_BE = frozenset(str.split("begun started expired lapsed ended occurred vested matured responded"))
"""What has not happened by itself: “discovery not begun”."""
_HELD_IN_PAPERS = re.compile(
    r"(?:named|listed|disclosed|described|shown|included|presented|given|stated|discussed|set out|set forth) "
    r"(?:on|at|in|under) (?:(?:the )?cover|pages?|Notes?|Items?|Exhibits?|footnotes?)\b"
)
"""Where a filing has something, which holds now: “All three named on page 58”."""
_STANDING = re.compile(
    r"\b(?:tracked|insured|secured|reserved|segregated|required|commingled|monitored|maintained|located|owned|held|"
    r"shown|carried|rated|graded|deemed|designated|recogni[sz]ed|measured|counted|classified|amortized|calculated|presented|translated|depreciated|"
    r"valued|charged|treated|defined|expensed|capitalized|determined|accounted|"
    r"expected|needed|permitted|prohibited|eliminated|consolidated|listed|regulated|licensed|set|kept|fixed|capped|"
    r"included|excluded|recorded|built up|barred|banned|forbidden|planned|threatened|claimed|pending)$"
)
"""What holds now, a state or a policy, rather than happened once."""
_HABIT = re.compile(
    r"\b(?:now|if|unless|whenever|each|every|always|annually|quarterly|monthly|weekly|daily|centrally|"
    r"(?:once|twice) an? (?:day|week|month|quarter|year))\b"
)
WHEN = re.compile(
    rf"\b(?:(?:19|20)\d\d|{MONTHS}|quarter|previously|ago|before|after|earlier|mistake|error|that date)\b"
)
_LATELY = re.compile(r"\b(?:last|past) (?:\w+ )?(?:years?|quarters?|months?|decade)\b|\b(?:19|20)\d\d\b")
"""When something was done again and again, and no longer is said of now."""
_COMING = re.compile(
    r"\b(?:next|coming) (?:Form|proxy|annual|quarterly|earnings|amendment|release|filing|report)\b"
)
"""The filing to come in which something is done."""
_AHEAD = re.compile(r"(?:expected|planned|scheduled|projected|intended) (?:to|for|in|by)\b")
"""What is still to be, whatever day stands beside it."""
_SINCE = re.compile(r"\bsince(?: (?:19|20|[A-Z]|fiscal|the)|$)|\b(?:so far|to date|ever|yet|until now)\b")


def be(thing: str, done: str, rest: str, denial: str = "") -> str:
    """The form of “be” (or “have”) that stands before what is said of the thing: “were”, “has been”, “is”."""
    if done and _COMING.search(rest):
        return "will be"
    several = plural(thing)
    if _AHEAD.match(f"{done} {rest.removeprefix(done).strip()}"):
        return "are" if several else "is"
    if denial == "not" and done in _COME_TO_BE:
        return "have" if several else "has"
    if _PUT.match(rest if rest.startswith(done) else f"{done} {rest}") and not denial:
        return "have been" if several else "has been"
    if (_SINCE.search(rest) and not (denial and not done)) or (
        done and denial and not holds(done, rest) and not WHEN.search(rest)
    ):
        return "have been" if several else "has been"
    habit = _HABIT.search(rest) and not _LATELY.search(rest)
    held = holds(done, f"{thing} {rest}") or habit or _HELD_IN_PAPERS.match(rest)
    now = held if done else not WHEN.search(rest)
    if now:
        return "are" if several else "is"
    return "were" if several else "was"


def plural(thing: str) -> bool:
    """Whether the verb of the thing is in the plural: “both”, “fees”; not “$3 million”, “all of it”."""
    low = thing.lower()
    if re.search(r"\d[^,;]* and [$€£]?\d", low):
        return True
    if re.match(r"[$€£]|\d[\d.,]* ?(?:%|percent|million|billion)", low) or low.endswith("of it"):
        return bool(re.search(r"\bof (?!it$)[\w ]+(?<!s)s$", low)) and not low.startswith("$")
    if re.match(r"\d[\d,]*$", low):
        return low != "1"
    if re.match(
        r"(?:both|none$|all|most|some|many|they|these|those|several|few|two|three|four|five|six|seven|eight|nine|ten|"
        r"\d+ of|pages) ?",
        low,
    ):
        return True
    return many(thing)


def holds(done: str, rest: str) -> bool:
    """Whether the participle says what holds now, a state or a policy, and no day stands beside it."""
    rest = re.sub(r"\b(?:through|until) .*", "", rest)
    return not (WHEN.search(rest) or _LATELY.search(rest)) and bool(
        _STANDING.search(done) or _HABIT.search(rest)
    )


_SEVERAL = re.compile(r"^[^.;]{3,60}?\b(?:are|were|have)\b")
_HIM, _HER = re.compile(r"(?:He|Mr\.)\s"), re.compile(r"(?:She|Ms\.|Mrs\.)\s")


def pronoun(before: str) -> str:
    """The pronoun of what that clause is about, where the next one goes on from it: “He”, “They”, “It”."""
    if _HIM.match(before):
        return "He"
    if _HER.match(before):
        return "She"
    return "They" if _SEVERAL.search(before) else "It"
