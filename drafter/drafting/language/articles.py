"""Nouns of counsel's shorthand with their articles, and whether they are many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.drafting.language.casing import CALENDAR, is_kept, lowered
from drafter.drafting.language.heads import is_name
from drafter.drafting.language.tagging import leans, rather, words
from drafter.drafting.language.turning import Voice
from drafter.drafting.language.verbs import finite


@dataclass(frozen=True, slots=True)
class Setting:
    """What notes are read against: the person of the letter, the words of the comment, all admitted text, and
    the names of those of the Staff who are to be written to.
    """

    voice: Voice
    comment: str
    admitted: str
    staff: tuple[str, ...] = ()


def subject_of(noun: str, setting: Setting) -> str:
    """The noun as a subject: with its article, unless it is a name, a mass or a plural."""
    first = noun.split()[0]
    if CALENDAR.match(noun) or _LETTERED.match(noun):
        return noun
    if re.fullmatch(r"[A-Z]{3,}(?: [a-z-]+)+", noun) and not many(noun) and not MASS.match(noun.split()[-1]):
        return f"the {noun}"
    if re.match(r"[A-Z]\w+ [A-Z]", noun):
        return f"the {noun}" if noun.split()[-1].islower() and not many(noun) else noun
    named = first[:1].isupper() and re.search(rf"(?<=[a-z,] ){re.escape(first)}\b", setting.admitted)
    proper = (
        named or is_kept(first) or first[1:] != first[1:].lower() or (first[:1].isupper() and is_name(first))
    )
    small = noun if proper else noun[:1].lower() + noun[1:]
    mass = MASS.match(small)
    bare = (
        DETERMINED.match(small)
        or (mass and not _compound(small, mass.end()))
        or small.endswith("growth")
        or many(small)
    )
    return small if bare or proper else f"the {small}"


def many(noun: str) -> bool:
    """Whether the name is in the plural: "costs", not "basis"."""
    head = re.split(
        r"[,(]| (?:of|to|for|in|at|on|from|by|with|as|after|beginning|over|above|under|below|"
        r"between|allocated|held|"
        r"paid|used|"
        r"related|attributable|underlying|applied|made|given|declared|recorded|recognized|incurred|issued|outstanding|received|remaining|"
        r"accrued|lost|sold|granted|forfeited|forgone|waived|due|payable|receivable|"
        r"[a-z]+ed (?:to|by|in|from|under|on|for|at|with)|that|which|who)\b",
        noun,
    )[0]
    return bool(re.search(r"(?:(?<![siu])s|people|data|men|criteria)$", head.rstrip())) or " and " in head


def is_common(text: str, setting: Setting) -> bool:
    """Whether the text begins with a common noun, as far as the sources show, and with no name."""
    word = re.match(r"[A-Za-z-]+", text)
    if word is None or not word.group(0)[1:].islower():
        return False
    known = set(re.findall(r"(?<![A-Za-z])[a-z][a-z-]+", setting.admitted))
    low = word.group(0).lower()
    if (
        low in known
        or f"{low}s" in known
        or low.removesuffix("s") in known
        or _ENDING.search(low)
        or "-" in low
    ):
        return True
    seen = leans(low)
    best = max(seen, key=lambda tag: seen[tag])
    named = is_kept(word.group(0)) or re.search(rf"(?<=[a-z,] ){word.group(0)}\b", setting.admitted)
    return not named and best != "NP0" and seen[best] > (OFTEN if best == "NN2" else SEEN)


SEEN = -18.0
"""The logarithmic probability of a word that is surely one of the language, and no name alone."""
OFTEN = -12.0
"""The logarithmic probability of a word that everybody uses."""


_ENDING = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|twelve)-[a-z]+$|(?:tion|sion|ment|ness|it(?:y|ie)|ance|ence|ship|age|ing|ery|ology|ant|ent|able|ible|ive|ous|ial|ual)s?$"
)
"""Endings of words that are no names, and how many make up a thing: “five-member”."""


DETERMINED = re.compile(
    r"^(?:the|a|an|this|that|these|those|each|every|all|both|no|"
    r"none|some|any|own|our|its|his|her|their|we|it|they|there|he|she|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|in|on|at|for|as|by|from|since|until|before|"
    r"after|during|under|with|what|when|where|if|because|"
    r"nobody|nothing|no one|anyone|anything|everyone|everything|"
    r"although|while|otherwise|however|accordingly|instead|then|thus|therefore|also|further|again|here|so|"
    r"management|merchants|most|more|less|out|back|up|down|off|over|"
    r"only|neither|either|not|to|of|according|following)\b(?!-[a-z])",
    re.I,
)


MASS = re.compile(
    r"^(?:(?:average|total|net|gross|organic|comparable|recurring|deferred|finished|adjusted|accrued|"
    r"adequate|other) )?"
    r"(?:price|revenue|inventory|interest|cash|income|equity|debt|traffic|volume|pricing|goodwill|"
    r"ore|gas|oil|steel|water|energy|compliance|occupancy|"
    r"demand|inflation|production|information|equipment|insurance|depreciation|amortization|compensation|churn|"
    r"finance|legal|treasury|marketing|operations|ticket|frequency|utilization|throughput|value|fair "
    r"value|carrying value|net asset value|turnover|"
    r"attrition|staffing|training|research|management|freight|fuel|labor|headcount|capacity|backlog|headroom|"
    r"growth|collection|payment|delivery|title|control|approval|consent|capex|scrap|working capital|litigation|"
    r"counsel|retention|spending|hiring|construction|completion|access|ownership|rent|mix|weather|guidance|"
    r"accounting|disclosure|materiality|impairment|software|hardware|EBITDA|lending|borrowing|tax|taxes)\b",
    re.I,
)


_ARTICLED = re.compile(
    r"^(?P<noun>[A-Z][a-z-]+(?: [a-z-]+){0,3}?)(?= (?:of|is|are|"
    r"was|were|has|have|had|will|does|did|exists?|in|per|by)\b|$)"
)


_SUPERLATIVE = re.compile(
    r"(?:[A-Z][a-z]{2,}est|Next|Main|Principal|Primary|Remaining|Total|Average|Current)$"
)


_ROLE = (
    r"CODM|CEO|CFO|CISO|COO|CTO|CIO|CAO|GC|FDA|EPA|SEC|IRS|DOJ|FTC|FERC|FCC|FDIC|OCC|PBOC|CSRC|CAC|DEA|CMS|board|"
    r"[Aa]udit [Cc]ommittee|[Cc]ompensation [Cc]ommittee|nominating committee|risk committee|"
    r"[Cc]ontroller|[Tt]reasurer|auditor|"
    r"general counsel|lender|lenders|valuation firm|audit firm|chief [a-z]+ officer|chief executive|"
    r"chief operating decision maker|balance sheet|income statement|cash flow statement|statement of cash flows|"
    r"press release|risk factor|cover page|(?:next|last|first|prior) (?:Form|proxy|annual|quarterly|earnings|"
    r"renewal|test|audit|quarter|fiscal)|"
    r"(?<!\d, )20\d\d (?:cash flow statement|balance sheet|budget|plan|test|proxy|annual)"
)
_LACKS = re.compile(
    rf"(?P<before>^|[;:,(] |\b(?:by|to|from|with|of|and|that|for|when|as|in|on|at|because|since|if|until|"
    rf"after|before|"
    rf"whether|under|is|are|was|were|via|through|each month|than|(?<!the )20\d\d) )(?P<role>{_ROLE})(?='s\b|s'|"
    rf"[\s.,;:)]|$)(?! of\b(?! [Dd]irectors))",
)
_ENDS = re.compile(
    r"\b(?P<before>over|in|during|at|of|under|on|by|for|until|through) (?P<noun>term|balance sheet date|"
    r"policy|lease term|"
    r"contract term|commencement date|closing date|reporting date|measurement date|offering|filing|prospectus)"
    r"(?=$|[.,;)]| (?:and|or|of|on|in|by|at|for)\b)"
)


def determined(text: str) -> str:
    """The text with “the” before roles, bodies and papers that shorthand names bare: “by board” -> “by the board”."""

    def put(found: re.Match[str]) -> str:
        the = "The" if not found["before"] else "the"
        role = found["role"]
        small = the == "The" and re.match(r"[A-Z][a-z]+ [a-z]", role)
        return f"{found['before']}{the} {role[:1].lower() + role[1:] if small else role}"

    text = re.sub(r"(?<=[a-z] )Page(?=s? [A-Z]?-?\d)", "page", _LACKS.sub(put, text))
    text = _EXCEEDS.sub(lambda m: f"{m[0]}{'the respective' if ' and ' in m[0] else 'its'} ", text)
    text = _WORTH.sub(lambda m: f"The {m[0][:1].lower()}{m[0][1:]}", text)
    return _ENDS.sub(r"\g<before> the \g<noun>", text)


_EXCEEDS = re.compile(
    r"\b[Ff]air value\b(?! and)[^,;:]*?(?:, [^,;]+,)? (?:(?:substantially |significantly |just )?"
    r"(?:exceeds|exceeded|approximates|approximated|equals|equaled)|"
    r"(?:is|was) (?:well |far )?(?:above|below|less than|more than)) (?=(?:carrying|book) (?:value|amount)\b)"
)
"""What a fair value is measured against: “fair value exceeded carrying value”."""
_WORTH = re.compile(
    r"^(?:(?:Fair|Carrying|Book|Market) (?:value|amount) of\b|(?:19|20)\d\d [a-z]+ (?=(?:was|is|has)\b))"
)
"""What a thing is worth, which is one amount, and a thing of a year: “Fair value of the unit”, “2023 plan was kept”."""


def article(text: str, setting: Setting) -> str:
    """The article that shorthand drops: “Table will be” -> “The table will be”; names have none."""
    first = text.split(" ", 1)[0]
    if lowered(text) == text and re.match(r"[A-Z][a-z]+ of (?:the )?[A-Z]", text):
        return f"The {text}"
    if (_has_its_own(text) and not _MOST.match(text)) or _NUMBERED.match(text):
        return _of_a_kind(text)
    if re.match(
        r"(?:Page|Note|Item) [\w-]+ (?:tables?|text|discussion|disclosure|chart|figures?|amounts?|total)\b",
        text,
    ):
        return f"The {text[:1].lower() if first == 'Page' else text[:1]}{text[1:]}"
    if re.match(r"Form (?:8-K|10-[KQ]|20-F|40-F|6-K)/A\b|Amendment (?!No)", text):
        return f"The {text}"
    if first.lower() in {"company", "partnership", "registrant"}:
        return f"The {text}" if not text.startswith("The") else text
    noun = _ARTICLED.match(text)
    if _MOST.match(text) or (noun and _SUPERLATIVE.match(first) and not many(noun["noun"])):
        return f"The {text[:1].lower()}{text[1:]}"
    if re.search(rf"\bthe (?:[a-z]+ )?{re.escape(first.lower())}\b", setting.comment) and first.isalpha():
        return f"The {text[:1].lower()}{text[1:]}"
    return f"The {lowered(text)}" if _countable(text, setting) else text


def _of_a_kind(text: str) -> str:
    """The text, a thing that a word in quotation marks qualifies with its article: “A "should" opinion”."""
    quoted = _QUOTED.match(text)
    if quoted is None or words(text)[3].kind != "N":
        return text
    first = quoted[1].lower()
    return f"{'An' if first in 'aeiou' else 'A'} {text[0]}{first}{text[2:]}"


_QUOTED = re.compile(r"[\"“]([A-Z])[a-z]+[\"”] (?=[a-z])")
"""A word in quotation marks that tells of what kind a thing is: “"Should" opinion”."""
_LETTERED = re.compile(
    r"(?:Company|Party|Bidder|Investor|Customer|Supplier|Bank|Fund|Person|Sponsor) [A-Z]\b(?!\.)"
)
"""Somebody whom a letter names: “Company B”."""
_MOST = re.compile(r"(?:Mo|Lea)st that\b")
"""“Most that can be issued”, which is one amount."""
_NUMBERED = re.compile(
    r"(?:Page|Note|Item|Exhibit|Section) (?:[ivx]+|[A-Z]?-?\d[\w.()-]*) "
    r"(?!tables?|text|discussion|disclosure|chart|figures?|amounts?|total)"
)
"""A part of the papers with its number."""


def _has_its_own(text: str) -> bool:
    """Whether the text begins with what no article stands before: a preposition, a mass, a small letter."""
    opens = words(text)[:1]
    mass = MASS.match(text)
    return bool(
        DETERMINED.match(text)
        or CALENDAR.match(text)
        or _LETTERED.match(text)
        or (mass and not _compound(text, mass.end()))
        or not text[:1].isupper()
        or (opens and opens[0].kind in "pUWCxtP")
    )


_COUNTED = re.compile(
    r"(?: [a-z-]+){0,3}? (?:rate|ratio|policy|plan|program|schedule|table|agreement|committee|account|"
    r"statement|report|"
    r"method|model|test|analysis|forecast|figure|measure|metric|definition|recognition policy|unit|segment|"
    r"line|team)\b(?! (?:of|and|or|to)\b)"
)
"""What follows a mass where it only names a thing: “net revenue retention rate”."""


def _compound(text: str, mass: int) -> bool:
    """Whether the mass that the text begins with is a part of a name for one thing."""
    following = words(text[mass:])[:1]
    noun = bool(following) and following[0].kind == "N" and following[0].said.islower()
    return bool(_COUNTED.match(text[mass:])) or (noun and not MASS.match(following[0].low))


def _countable(text: str, setting: Setting) -> bool:
    """Whether the sentence begins with one common thing that can be counted: “Lender agreed to reset the ratio”."""
    verb = finite(text)
    noun = re.split(
        r" (?:of|in|for|on|at|to|from|by|with|over|under|as|per|not)\b| (?=[a-z]+ed\b)",
        text[: verb.start] if verb else text,
    )[0]
    noun = re.sub(r" (?:now|also|still|already|[a-z]+ly)$", "", noun.strip())
    names = noun.split()
    if (
        not names
        or any(n.endswith("ing") and rather(n.lower(), "NN1", "VVG") < 0 for n in names)
        or len(names) > LONGEST_NAME
        or re.search(r"[,:(]|\d", noun)
        or many(noun.strip())
    ):
        return False
    if len(names) == 1 and (words(noun)[0].kind in "JRE" or qualifies(noun)):
        return False
    known = is_common(text, setting) or (len(names) > 1 and is_kept(names[0]) and verb is not None)
    return noun[1:] == noun[1:].lower() and known and not MASS.match(names[-1])


def qualifies(word: str) -> bool:
    """Whether the word is rather a quality than the name of a thing: “flat”, “gross”."""
    low = word.strip().lower()
    return leans(low).get("AJ0", OFTEN) > OFTEN and rather(low, "AJ0", "NN1") > 0


LONGEST_NAME = 4
"""Words of a bare name that takes an article."""


def small(label: str, setting: Setting) -> str:
    """The label with a small first letter, unless it is a name."""
    named = re.match(r"[A-Z]\w+ [A-Z]", label)
    return label[:1].lower() + label[1:] if is_common(label, setting) and not named else label
