"""Verbs in a form that carries a sentence, told from plurals and participles by what stands beside them."""

from __future__ import annotations

import re

_PLAIN = (
    "accept account accrue achieve acquire act add adjust affect agree allege allocate allow amend "
    "amortize appear apply "
    "appoint approve argue arise arrange arrive ask assert assess assign assume attend attribute authorize average "
    "avoid balance bear become begin believe belong bill borrow bring build buy calculate call cancel capitalize "
    "carry cause cease change charge choose claim classify close collect come commission compare compete complete "
    "comply comprise compute concern conclude conduct confirm connect consider consist consolidate contain continue "
    "contract contribute control convert cost count cover create credit cut decide declare decline decrease deduct "
    "defer define deliver depend depreciate derive describe designate determine develop differ direct disclose "
    "discount discuss dismiss dispose distribute draw drive drop earn eliminate employ enable end engage enter equal "
    "establish estimate evaluate evidence exceed exclude execute exercise exist exit expect expire explain extend "
    "fail fall favor file find finish fit fix follow forbid forecast form fund gain generate get give go govern grant "
    "grow guarantee handle happen head help hire hold identify impair improve include incorporate increase incur "
    "indicate inform insure intend invest invoice involve issue join judge keep know lack lapse launch lead lease "
    "leave lend let license lie limit list live lose lower maintain make manage manufacture market match mature mean "
    "measure meet mine modify monitor move negotiate notify obtain occur offer offset open operate oppose order "
    "originate outlast oversee owe own pass pay perform permit place plan pledge point post prefer prepare present "
    "prevent process procure produce prohibit project promise propose protect prove provide publish purchase put "
    "qualify raise range rank rate reach read realize receive recognize recommend reconcile record recover redeem "
    "reduce refer reflect refuse register reject relate release rely remain remediate remove renew rent repay replace "
    "report represent request require resell reserve reset resolve respond rest restrict result retain return "
    "reverse revert review revise rise roll run satisfy save say secure see seek select sell send separate serve set "
    "settle share ship show sign sit solicit speak spend split stand start state stay stop store submit suffer "
    "supply support suspend take target tell terminate test think total track trade transfer translate treat "
    "trigger turn understand use validate value vary vest view visit vote waive want weigh withdraw work write yield"
)
_NOUN_TOO = frozenset(
    str.split(
        "account balance bill bear call cause change charge claim close commission concern contract "
        "control cost count "
        "cover credit cut decline decrease discount drop end estimate evidence exercise exit fall favor file fit form "
        "forecast fund gain grant guarantee help hold increase invoice issue judge lapse launch lead lease leave "
        "license limit list market match measure mine need offer offset order pass permit place plan "
        "pledge point post present process produce project promise purchase range rank rate release rent report "
        "request reserve rest result return reverse review rise roll run sign share ship show split stand start "
        "state stay stop store supply support target test total track trade transfer trigger turn use value view "
        "visit vote want work yield head"
    )
)
"""Verbs whose form in -s is a plural as well."""
_THIRD = {"go": "goes", "have": "has", "do": "does"}
_PAST = (
    "became began bore broke brought built bought came caught chose cut dealt drew drove fell felt fought found gave "
    "got grew had held hired kept knew led left lent let lost made meant met overcame oversaw owed paid put ran rose "
    "said sat saw sent set shook showed sold sought spent spoke stood swore taught thought told took undertook "
    "understood went withdrew won wrote"
)
_PARTICIPLE_TOO = frozenset(
    str.split(
        "built bought brought caught cut dealt found held hired kept led left lent let lost made met "
        "owed paid put said "
        "sent set sold sought spent taught told won thought understood"
    )
)
"""Past forms that are participles as well: finite only before what they were done to."""
INTRANSITIVE = frozenset(
    str.split(
        "increased decreased declined occurred remained exceeded resulted agreed represented totaled consisted ended "
        "expired continued changed moved entered opened closed followed improved related depended happened arrived "
        "proceeded succeeded failed belonged existed dropped worked stayed accounted amounted appealed averaged "
        "climbed commenced competed complied comprised deteriorated differed dipped doubled eased emerged equaled "
        "evolved fluctuated halved intensified jumped lagged lapsed lasted lived matured merged migrated narrowed "
        "objected opined outpaced peaked persisted plateaued plunged ranged reached rebounded recovered relocated "
        "reopened resigned responded resumed retired returned reverted shifted slipped slowed softened stabilized "
        "stalled started stopped strengthened surged tightened topped totalled tripled turned varied vested "
        "weakened widened grew rose fell went came relied participated applied voted appeared served"
    )
)
"""Past forms that say what a thing does and seldom what is done to it."""
_OBJECT = (
    r"(?:(?:the|an?|its|our|their|his|her|no|not|all|any|both|it|them|us|this|that|these|those|some|several|late|"
    r"early|about|approximately|nearly|only|up to|more|less|fewer|certain|substantially|two|three|four|five|six|"
    r"into|whether)(?!\w)|\$|\d|(?!(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b)[A-Z])"
)
_BEFORE = r"(?:to|a|an|the|of|for|with|by|its|our|their|no|any|and|or|per|under|on|in|at|from)"
_NEVER_BEFORE = re.compile(rf"\b{_BEFORE}$", re.I)
_PLURAL = re.compile(
    r"\b(?:we|they|you|people|(?!(?:sales|earnings|operations|systems|securities|savings|goods|rights|services|"
    r"benefits|news|proceeds|customs|logistics|communications|basis|analysis|this|its|his|is|was|has|does|as|us|"
    r"less|plus|various|previous|gross|business|process|loss|access|across|towards|always|perhaps|sometimes|"
    r"thus|versus|minus|besides|unless|\w+ous|\w+ss)\b)[a-z]+s|[A-Z]{2,}s)$",
    re.I,
)


def _third(verb: str) -> str:
    if verb in _THIRD:
        return _THIRD[verb]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


_VERBS = tuple(_PLAIN.split())
_SURE_THIRD = frozenset(_third(v) for v in _VERBS if v not in _NOUN_TOO)
_MAYBE_THIRD = frozenset(_third(v) for v in _VERBS if v in _NOUN_TOO)
_GOING = frozenset({"starts", "ends", "runs", "results", "rests", "turns", "stands"})
"""Verbs in -s that a preposition follows, where their subject has its article."""
_SHOWING = frozenset(
    {"shows", "uses", "covers", "sets", "holds", "needs", "offers", "states", "gives", "lists"}
)
"""Verbs in -s that a bare noun may follow, where their subject has its article."""
_SURE_BASE = frozenset(v for v in _VERBS if v not in _NOUN_TOO)
_BASE = frozenset(_VERBS)
_AUXILIARY = frozenset(
    str.split(
        "is are was were has have had does do did will would can cannot could may might must shall should isn't "
        "aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't"
    )
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FOLLOWED = re.compile(rf"\s+(?:[a-z]+ly\s+)?{_OBJECT}")
_FOLLOWED_THIRD = re.compile(
    rf"\s+(?:(?:[a-z]+ly\s+)?{_OBJECT}|(?:until|through|monthly|quarterly|annually|weekly|daily|each|every|directly|"
    r"separately|together)\b|to (?:the|our|its|us|it|[A-Z])|(?:only )?when\b)"
)


def finite(text: str) -> re.Match[str] | None:
    """The first word of the text in a form that carries a sentence; None where there is none.

    A clause that only qualifies a noun (“a report that covers”) is passed over.
    """
    main = _SUBORDINATE.split(re.sub(r"\([^()]*\)", lambda m: " " * len(m.group(0)), text))[0]
    for word in _WORD.finditer(main):
        before = main[: word.start()].rstrip()
        if _RELATIVE.search(before) and before.lower() not in {"that", "which", "who"}:
            continue
        if _carries(word.group(0).replace("’", "'"), before, text[word.end() :]):
            return word
    return None


_SUBORDINATE = re.compile(
    r"(?<=\w)\s(?:because|although|though|while|whereas|unless|until (?:the|it|they|we)\b|since (?!\d|[A-Z])|so that|"
    r"(?:after|before|when|once|if) (?:the|it|they|we|an?)\b|as there\b|since$)"
)
_RELATIVE = re.compile(
    r"(?:\b(?:that|which|who|whom|whose|where)(?: [a-z]+)?|\b(?:if|when|unless|as)(?: \w+){0,2})$"
)


def _carries(word: str, before: str, after: str) -> bool:
    low = word.lower()
    if low in _AUXILIARY:
        return not before.endswith((" to", "-")) and not (
            word[0].isupper() and word not in {"Is"} and before != ""
        )
    if not before or word[0].isupper() or _NEVER_BEFORE.search(before) or before.endswith(("-", "(", "/")):
        return False
    if low in _SURE_THIRD:
        return not re.match(r"\s+(?:of|and|or)\b", after) or low in {
            "relies",
            "consists",
            "comprises",
            "disposes",
            "approves",
            "speaks",
        }
    if low in _MAYBE_THIRD:
        follows = _FOLLOWED_THIRD.match(after) or re.match(
            r"\s+(?:in |on )?(?:[A-Z][a-z]+ \d|(?:19|20)\d\d)", after
        )
        if low in _GOING and re.match(r"\s+(?:from|with|on|until|in|at|up|to)\b", after):
            return bool(re.match(r"(?:The|An?|This|Each|It)\b", before))
        shown = (
            low in _SHOWING
            and re.match(r"(?:The|An?|This|Each|Its|Our) ", before)
            and re.match(r" [a-z]", after)
        )
        return bool(follows or shown) and not re.search(r"\b(?:[a-z]+s|[a-z]+ing|[a-z]+al)$", before)
    before = re.sub(r" (?:[a-z]+ly|now|also|still|then|each|both|all)$", "", before)
    if low in _BASE and (_PLURAL.search(before) or re.search(r"\w and (?:the )?\w+$", before)):
        return low in _SURE_BASE or not re.match(r"\s*(?:$|[,.;)]|of\b|and\b|for\b)", after)
    return _past(low, before, after)


_ACTOR = re.compile(
    r"\b(?:[Cc]ommittee|[Bb]oard|[Cc]ompany|[Mm]anagement|[Aa]uditors?|[Cc]ourt|[Jj]udge|[Ll]enders?|[Cc]ustomers?|"
    r"[Dd]irectors|[Ss]hareholders|[Ss]tockholders|CEO|CFO|CODM|FDA|EPA|SEC|[Pp]arty [A-Z]|we|they|it)$"
)
"""Who acts, so that a past tense after it is no participle."""


def _past(low: str, before: str, after: str) -> bool:
    if (
        _ACTOR.search(before)
        and (low.endswith("ed") or low in _PAST.split())
        and not re.match(r"\s+(?:by|in|to|of)\b", after)
    ):
        return True
    if re.fullmatch(r"\w+ly", before):
        return False
    if re.match(r"\s+by (?![$\d]|about\b|approximately\b)", after):
        return False
    if low in INTRANSITIVE:
        return not re.match(r"\s+(?:on|upon)\s*$", after)
    if low in _PAST.split():
        return low not in _PARTICIPLE_TOO or bool(_FOLLOWED.match(after))
    if re.search(r"[a-z]{2}ed$", low) and re.match(
        r"\s+(?:the|an?|no|its|our|their|it|them|any|all|fiscal|net|gross|operating|revenues?|income|"
        r"profits?|sales)\b",
        after,
    ):
        return True
    if re.search(r"[a-z]{2}ed$", low) and _known_past(low):
        return bool(_FOLLOWED_THIRD.match(after)) and not re.match(
            r"\s+(?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}\b)", after
        )
    return False


def _known_past(low: str) -> bool:
    low = low.replace("ised", "ized").replace("ysed", "yzed")
    stems = {low[:-2], low[:-1], low[:-3], f"{low[:-3]}y"}
    return bool(stems & _BASE)


_INTRODUCED = re.compile(
    r"^(?:and |but |otherwise |so )?(?:(?:In|At|On|As of|As to|For|During|Since|Under|With|By|From|"
    r"After|Before|Because|"
    r"When|If|Upon|Through|Beginning|Of|Further|However|Accordingly)\b[^,;]*, )+"
)
_TELEGRAPHIC = re.compile(
    r"=>|->|[?!]|(?<=\w) [<>=] |\bw/|\. [a-z]|\b(?!that|had|[A-Z])([a-z]+) \1\b|\b(?:the|an?) (?:yes|no|yep) "
)
"""Marks of shorthand that no sentence of a letter has, and of words put in where none belong."""
_FALSE_SUBJECT = re.compile(
    r"^(?:the |an? )(?:(?:why|how|what|when|not|paid|made|held|sold|given|taken|both|yes|no|also|then|"
    r"once|told|said|asked|"
    r"leaving|filing it|suggest|see|get|go|try)\b|(?:[a-z]+ed|[a-z]+ing) *$)",
    re.I,
)


def sound(text: str) -> bool:
    """Whether every clause of the text has a verb and a subject that can be one, so that it may stand as prose."""
    if _TELEGRAPHIC.search(text):
        return False
    said = text.rstrip(" .").split(": ")[0]
    first, *others = re.split(r"; (?![^(]*\))", said)
    return _sound(first) and all(_sound(part) or _ELLIPTIC.match(part) for part in others)


_ELLIPTIC = re.compile(r"[\w ]{3,40} (?:by|to) \$?\d[^,;]*$")
"""A clause that shares the verb of the one before it: “weather by $3.9 million”."""


def _sound(clause: str) -> bool:
    rest = _INTRODUCED.sub("", clause)
    if re.search(r"\b(?:is|was) \$?\d(?:(?! and )[^,;()])* (?:is|was) \$?\d", rest):
        return False
    verb = finite(rest)
    if verb is None:
        return False
    subject = rest[: verb.start()].strip()
    first = re.match(r"(?:The|the|A|a|An|an) ([a-z-]+)\b", subject)
    acting = first is not None and (
        first[1] in _SURE_THIRD
        or (first[1] in _SURE_BASE and re.match(r"\w+ \w+ (?:\w+ing|the|an?|our)\b", subject))
    )
    return bool(subject) and not acting and not _FALSE_SUBJECT.match(subject)


def is_clause(text: str) -> bool:
    """Whether the text has a verb that carries it as a sentence."""
    return finite(text) is not None
