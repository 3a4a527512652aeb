"""Lines of proposed disclosure: one sentence with its blank for each thing the staff asks to see."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.clauses import wanted
from drafter.drafting.desk import verb_of
from drafter.drafting.kinds import MEASURE
from drafter.drafting.plan import OF_RESPONSE, Task
from drafter.drafting.scene import shortened
from drafter.drafting.tagging import begins_aside, heads_many
from drafter.drafting.topic import ASKING, topic
from drafter.drafting.turning import WE, base_form, turn
from drafter.drafting.verbs import finite

_UNDER_LAW = re.compile(r",? (?:pursuant to|in accordance with|as required by|as defined in) [^,;]*$")
"""The law behind an element, which the filing need not recite."""
_ADDING = re.compile(r"^(?:adding|including|providing|presenting|disclosing) (?=(?:an?|the|your|its|any)\b)")
"""“Consider adding a footnote” asks for the footnote."""
_OF_TEXT = re.compile(
    r"^(?:an? |the |our )?(?:(?:more|further|additional|detailed|enhanced|robust|brief|separate|clear|qualitative|"
    r"quantitative) )*(?:discussion|description|explanation|summary|analysis|disclosure)s? (?:of|about|regarding) ",
    re.I,
)
"""“A description of the terms” asks for the terms."""
_BE = r"(?:is|are|was|were|has been|have been)"
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
_WHETHER_WE = re.compile(
    r"^whether (?P<or>or not )?we (?P<does>(?!are\b|have\b|were\b|had\b|will\b|can\b|may\b|do\b|did\b)"
    r"[a-z]+)\b(?P<rest>[^;]*)$",
    re.I,
)
_WHETHER_IS = re.compile(
    rf"^whether (?:or not )?(?P<thing>[^,;]+?) (?P<be>{_BE}|will be) (?P<rest>[^;]*)$", re.I
)
_PLAIN_SUBJECT = re.compile(
    r"(?:the|our|any|such|these|those|each) (?!.*\b(?:that|which|and|typically|who|generally|has|have)\b)[a-z' -]+"
)
"""A noun phrase without a clause in it: what “whether” asks about, and no statement of its own."""
_PLURAL = re.compile(r"(?:(?<![siu])s|ses|data|criteria|people)$")
_HEAD = re.compile(
    r"\s+(?:of|for|that|which|at|in|on|by|to|from|with|used|allocated|attached|required|"
    r"made|considered|under|between|associated|related|as|necessary|underlying|resulting|during|attribut\w+|"
    r"regarding|relating|and how|who|whose|where|you|we|attached|disclosed|presented|recognized|recorded|described|"
    r"included|identified|reflected|provided|affecting|impacting|exclusive|inclusive|net of|within)\b"
)
_PROPER_HEAD = re.compile(r"^(?:the |our |its |their |any |all |each |such |these |those |its |a |an )")
LONGEST = 26
"""Words; of a longer element only the blank speaks."""


def line(task: Task, element: str) -> str:
    """The sentence of the filing for one element, in its own person, with a blank for what is not known."""
    thing = turn(_UNDER_LAW.sub("", _ADDING.sub("", element)), WE)
    if re.fullmatch(r"(?:this|these|those|that|such)(?: \w+){1,2}", thing):
        return "[●: text of the revised disclosure]."
    if OF_RESPONSE.match(element):
        return "[●: the explanation given above]."
    if _THAT.match(task.request.object) and not ASKING.match(thing):
        clauses = re.split(r",? and that (?=\w+ )", thing)
        return " ".join(f"{raised(one)} [●: client to confirm this statement]." for one in clauses)
    if task.request.action == "identify" and (named := _NAMED_AS.match(thing)):
        return f"{raised(named['thing'])} is {named['what']} [●: client to confirm this statement]."
    for shape in (_question, _figure, _noun) if not _reworded(task, thing) else ():
        if said := shape(thing, task):
            return said
    if verb_of(task).split()[0] in REWORDING and not ASKING.match(thing):
        return f"[●: revised text for {shortened(re.sub(r'^(?:out|down|up|apart) ', '', thing))}]."
    noun = re.sub(r"[●\[\]]", "", wanted(task.request, element, WE))
    return f"[●: {shortened(noun)}]."


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
    parts = _JOINED.split(thing)
    whole = [thing] if any(len(p.split()) < FEWEST for p in parts) else parts
    said = [_stated(part) for part in whole]
    return " ".join(said) if all(said) else ""


FEWEST = 3
"""Words of a question that stands by itself: “how” of “how and when” does not."""


_JOINED = re.compile(r",? and (?=(?:how|why|whether|what|when|which|to whom)\b(?! much\b))")
"""Where one question follows another."""


def _stated(thing: str) -> str:
    """One question as the sentence that answers it, with a blank; "" where no shape fits."""
    if len(thing.split()) > LONGEST:
        return ""
    joined = re.search(r"\b(?:and|or) (?:how|whether|what|why|to whom)\b", thing)
    if (we := _WHETHER_WE.match(thing)) and not joined:
        return f"We [●: do or do not] {base_form(we['does'])}{we['rest'].rstrip()}."
    state = _WHETHER_IS.match(thing)
    if state and _PLAIN_SUBJECT.fullmatch(state["thing"]) and topic(state["thing"]) == state["thing"]:
        be = state["be"]
        return f"{raised(state['thing'])} [●: {be} or {_denied(be)}] {state['rest'].rstrip()}."
    if could := _WHETHER_COULD.match(thing):
        return f"{raised(could['who'])} [●: {could['aux']} or {could['aux']} not] {could['rest'].rstrip()}."
    if does := _does(thing):
        return does
    how = _HOW.match(thing)
    if how and (_OPENS.match(how["clause"]) or finite(how["clause"])):
        return f"{raised(how['clause'].rstrip())} as follows: [●]."
    other = _WHEN_WHY.match(thing)
    if other and finite(other["clause"]):
        joint = "because" if other["ask"] == "why" else "when"
        return f"{raised(other['clause'].rstrip())} {joint} [●]."
    return ""


def _does(thing: str) -> str:
    """“Whether those contacts constitute a risk” as a statement with a choice; "" where no plain verb carries it."""
    clause = re.sub(r"^whether (?:or not )?", "", thing)
    verb = finite(clause) if clause != thing and _OPENS.match(clause) else None
    if verb is None or not verb.start or _AUXILIARY.match(clause[verb.start :]):
        return ""
    said, space, rest = clause[verb.start :].partition(" ")
    if re.search(r"\band (?:the|our|its|how|what|which)\b", rest):
        return ""
    one = said.endswith("s") and not said.endswith("ss")
    choice = f"[●: does or does not] {base_form(said)}" if one else f"[●: do or do not] {said}"
    return f"{raised(clause[: verb.start].rstrip())} {choice}{space}{rest.rstrip()}."


_OPENS = re.compile(r"(?:we|management|the|our|any|such|this|these|those|each)\b", re.I)
_AUXILIARY = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|may|can|could|must|should|\w+ed)\b"
)
_WHETHER_COULD = re.compile(
    r"^whether (?:or not )?(?P<who>(?:we|the|our|any|such|these|those|each)\b(?:(?!\b(?:that|which|who)\b)[^,;])*?) "
    r"(?P<aux>will|would|may|can|could|must|should|have|has|had) (?P<rest>[^;]*)$",
    re.I,
)
_HOW = re.compile(
    r"^how(?: and when)? (?P<clause>(?!much\b|many\b|often\b|long\b|it\b|they\b)\w+(?! (?:considered|decided)\b)"
    r"(?!.*\b(?:would|could|might|may|intend|plan|expect)s?\b)[^;]*)$",
    re.I,
)
_WHEN_WHY = re.compile(
    r"^(?P<ask>when|why) (?P<clause>(?!it\b|they\b)(?!.*\bnot\b)[^;]*)$",
    re.I,
)


def _denied(be: str) -> str:
    first, _, rest = be.partition(" ")
    return f"{first} not{f' {rest}' if rest else ''}"


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
    name = topic(thing)
    if (
        ASKING.match(thing)
        or not name
        or len(thing.split()) > LONGEST
        or re.search(r"[;:]| rather than ", thing)
    ):
        return ""
    first = re.match(r"(?:(?:the|our|any|its|their|such|these|those|each) )?\S+", thing)
    kept = first[0] if first else ""
    head = kept + _HEAD.split(thing[len(kept) :], maxsplit=1)[0]
    words = head.split()
    if begins_aside(thing):
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
    r"(?:for|of|behind) the "
    r"(?P<change>(?:changes?|increases?|decreases?|declines?|fluctuations?) in [^,;]+?)(?P<rest>, including [^,;]+)?$"
)
"""“The underlying reasons for the change in revenue” asks what the change was due to."""


def _was(change: str) -> str:
    return "were" if re.match(r"\w+s\b", change) else "was"


_MOVES = re.compile(
    r"\b(?:fluctuations?|changes?|increases?|decreases?|variances?|declines?|differences?)$", re.I
)
"""What has reasons."""


_NO_HEAD = frozenset(
    str.split("more further additional it them this that so same following accordingly separately")
)
