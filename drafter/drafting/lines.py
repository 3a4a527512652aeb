"""Lines of proposed disclosure: one sentence with its blank for each thing the staff asks to see."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.clauses import wanted
from drafter.drafting.desk import verb_of
from drafter.drafting.kinds import MEASURE
from drafter.drafting.partition import parts_of, table
from drafter.drafting.plan import OF_RESPONSE, Task
from drafter.drafting.scene import shortened
from drafter.drafting.statements import statement
from drafter.drafting.tagging import begins_aside, heads_many
from drafter.drafting.topic import ASKING, topic
from drafter.drafting.turning import WE, turn

_UNDER_LAW = re.compile(r",? (?:pursuant to|in accordance with|as required by|as defined in) [^,;]*$")
"""The law behind an element, which the filing need not recite."""
_ADDING = re.compile(r"^(?:adding|including|providing|presenting|disclosing) (?=(?:an?|the|your|its|any)\b)")
"""“Consider adding a footnote” asks for the footnote."""
_OF_TEXT = re.compile(
    r"^(?:an? |the |our )?(?:(?:more|further|additional|detailed|enhanced|robust|brief|separate|clear|qualitative|"
    r"quantitative|specific|greater|comprehensive) )*(?:discussion|description|explanation|summary|analysis|disclosure|"
    r"insight|details?|information)s?(?: and analysis)?(?: to our investors)? (?:of|about|regarding|on|as to|into) ",
    re.I,
)
"""“A description of the terms” asks for the terms."""
_THAT = re.compile(r"(?:(?:[a-z]+ly|also|there|here),? )?that\b")
"""What the staff asks to be said in so many words."""
_NAMED_AS = re.compile(r"^(?P<thing>[^,;]+?) as (?P<what>an? [^,;]+)$")
"""“Identify operating margin as a non-GAAP measure” asks for that statement."""
REWORDING = frozenset(
    str.split(
        "revise retitle relabel rename label change modify present balance conform adjust expand enhance update limit "
        "break separate disaggregate apply recast reclassify move begin start use"
    )
)
"""Verbs that ask for other words and not for another fact."""
_PLURAL = re.compile(r"(?:(?<![siu])s|ses|data|criteria|people)$")
_HEAD = re.compile(
    r"\s+(?:of|for|that|which|at|in|on|by|to|from|with|used|allocated|attached|required|"
    r"made|considered|under|between|associated|related|as|necessary|underlying|resulting|during|attribut\w+|"
    r"regarding|relating|and how|who|whose|where|you|we|attached|disclosed|presented|recognized|recorded|described|"
    r"included|identified|reflected|provided|affecting|impacting|exclusive|inclusive|net of|within)\b"
)
_PROPER_HEAD = re.compile(r"^(?:the |our |its |their |any |all |each |such |these |those |its |a |an )")
LONGEST = 40
"""Words; of a longer element only the blank speaks."""


def line(task: Task, element: str) -> str:
    """The sentence of the filing for one element, in its own person, with a blank for what is not known."""
    thing = turn(_UNDER_LAW.sub("", _ADDING.sub("", element)), WE)
    if _NO_THING.match(thing):
        return "[●: text of the revised disclosure]."
    if OF_RESPONSE.match(element):
        return "[●: the explanation given above]."
    if said := _said(thing, task) or _named_as(thing, task) or _prominent(thing) or table(thing):
        return said
    parts = parts_of(thing) if not (_CAUSES.match(thing) or _reworded(task, thing)) else ()
    if len(parts) > 1:
        return " ".join(line(task, part) for part in parts)
    for shape in (_question, _figure, _noun, _amount) if not _reworded(task, thing) else ():
        if said := shape(thing, task):
            return said
    if verb_of(task).split()[0] in REWORDING and not ASKING.match(thing):
        return f"[●: revised text for {shortened(re.sub(r'^(?:out|down|up|apart) ', '', thing))}]."
    noun = re.sub(r"[●\[\]]", "", wanted(task.request, element, WE))
    return f"[●: {shortened(noun)}]."


_NO_THING = re.compile(r"(?:this|these|those|that|such)(?: \w+){1,2}$|the Staff (?:[a-z]+ )?notes?\b")
"""What names nothing that a filing could say."""


def _said(thing: str, task: Task) -> str:
    """What the staff wants said in so many words, for the client to confirm."""
    if not _THAT.match(task.request.object) or ASKING.match(thing):
        return ""
    clauses = re.split(r",? and that (?=\w+ )", thing)
    return " ".join(f"{raised(one)} [●: client to confirm this statement]." for one in clauses)


def _named_as(thing: str, task: Task) -> str:
    named = _NAMED_AS.match(thing) if task.request.action == "identify" else None
    return (
        f"{raised(named['thing'])} is {named['what']} [●: client to confirm this statement]." if named else ""
    )


_PROMINENCE = re.compile(
    r"(?:the |our )?(?P<measure>(?:most directly )?[\w -]{3,60}?) with (?:equal or greater|greater|equal) prominence"
)


def _prominent(thing: str) -> str:
    """A measure that is to stand first, as the figure that it is."""
    found = _PROMINENCE.fullmatch(thing)
    named = found and not re.search(r"\b(?:measures?|most directly|amounts?)\b", found["measure"])
    return f"Our {found['measure']} was [●]." if found and named else ""


def _amount(thing: str, task: Task) -> str:
    whole = re.match(r"(?:each|the|any|our|these|those|such) (?!extent\b|degree\b)", thing)
    short = len(thing.split()) <= LONGEST
    return f"The amount of {thing} was [●]." if task.request.action == "quantify" and whole and short else ""


def _reworded(task: Task, thing: str) -> bool:
    """Whether the request wants other words or another place for what the filing has."""
    verb = verb_of(task).split()[0]
    placed = bool(re.search(r"\bprominence\b|\bseparately\b|\bpreced|\bbefore\b", thing))
    return (
        placed if verb in {"present", "update", "expand"} else verb in REWORDING and not ASKING.match(thing)
    )


def _question(thing: str, _: Task) -> str:
    if not ASKING.match(thing):
        return ""
    thing = re.sub(r"^if\b", "whether", thing)
    parts = _JOINED.split(thing)
    whole = [thing] if any(len(p.split()) < FEWEST for p in parts) else parts
    said = [statement(part) if len(part.split()) <= LONGEST else "" for part in whole]
    return " ".join(s or f"[●: {p}]." for s, p in zip(said, whole, strict=True)) if any(said) else ""


FEWEST = 3
"""Words of a question that stands by itself: “how” of “how and when” does not."""
_JOINED = re.compile(r",? and (?=(?:how|why|whether|what|when|which|to whom)\b(?! much\b))")
"""Where one question follows another."""


def _figure(thing: str, _: Task) -> str:
    if ASKING.match(thing) or not (head := MEASURE.match(thing)) or len(thing.split()) > LONGEST:
        return ""
    if begins_aside(thing):
        return ""
    many = head["head"].lower().endswith("s")
    thing = re.sub(r" with (?:equal or )?greater prominence\b", "", thing)
    subject = thing if many or _PROPER_HEAD.match(thing) or thing[:1].isupper() else f"the {thing}"
    return f"{raised(subject)} {'were' if many else 'was'} [●]."


def _noun(thing: str, task: Task) -> str:
    """“The key assumptions used” -> “The key assumptions used are [●: the key assumptions].”"""
    thing = _OF_TEXT.sub("", thing)
    if moved := _CAUSES.match(thing):
        aside = moved["rest"] or ""
        return f"The {moved['change']}{aside}{',' if aside else ''} {_was(moved['change'])} due to [●]."
    named = topic(thing) or _NAMING.match(thing)
    if (
        ASKING.match(thing)
        or not named
        or len(thing.split()) > LONGEST
        or re.search(r"[;:]| rather than ", thing)
    ):
        return ""
    first = re.match(r"(?:(?:the|our|any|its|their|such|these|those|each) )?\S+", thing)
    kept = first[0] if first else ""
    head = kept + _HEAD.split(thing[len(kept) :], maxsplit=1)[0]
    words = head.split()
    if begins_aside(thing) or (words and _PAPER.fullmatch(words[-1])):
        return ""
    if re.match(r"explain|discuss", task.request.action) and _MOVES.search(head):
        return f"The reasons for {thing} were [●]."
    if not words or not re.fullmatch(r"[\w'’-]+", words[-1]) or words[-1].lower() in _NO_HEAD:
        return ""
    parts = [topic(part) for part in re.split(r",? and (?=(?:the|any|our|its) )", thing)]
    many = bool(_PLURAL.search(words[-1].lower())) or heads_many(head) or " and " in head or len(parts) > 1
    determined = _PROPER_HEAD.match(thing) or many or words[0][:1].isupper()
    subject = thing if determined else f"the {thing}"
    return f"{raised(subject)} {'are' if many else 'is'} [●]."


_CAUSES = re.compile(
    r"^(?:the )?(?:(?:underlying|specific|main|principal|key|primary) )*(?:reasons?|causes?|drivers?) "
    r"(?:for|of|behind) (?:the|these|those|such|any) "
    r"(?P<change>(?:changes?|increases?|decreases?|declines?|fluctuations?)"
    r"(?: in (?!both\b|quantitative\b|qualitative\b)[^,;]+?)?)"
    r"(?: in (?:both )?(?:quantitative|qualitative)[\w ]*)?(?P<rest>, including [^,;]+)?$"
)
"""“The underlying reasons for the change in revenue” asks what the change was due to."""


def _was(change: str) -> str:
    return "were" if re.match(r"\w+s\b", change) else "was"


_PAPER = re.compile(
    r"(?:footnotes?|notes|tables?|columns?|disclosures?|sections?|statements|information)", re.I
)
"""What a filing contains, and no thing that it tells of."""
_NAMING = re.compile(
    r"(?:the|our|any|its) (?:[\w-]+ )?(?:reasons?|risks?|factors|effects?|impacts?|nature|extent|basis|terms|"
    r"circumstances|facts)\b"
)
"""A general noun that says what it is of only behind it."""
_MOVES = re.compile(
    r"\b(?:fluctuations?|changes?|increases?|decreases?|variances?|declines?|differences?)$", re.I
)
"""What has reasons."""


_NO_HEAD = frozenset(
    str.split("more further additional it them this that so same following accordingly separately")
)
