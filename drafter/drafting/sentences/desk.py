"""The desk an answer is written at: its plan, its scene, and what every writer does alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.authorities import authorities
from drafter.drafting.language.casing import raised
from drafter.drafting.language.clauses import SAID_VERB, asked, bare
from drafter.drafting.language.nouns import plural
from drafter.drafting.language.salient import salient
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told, Use, proposed
from drafter.drafting.planning.antecedents import as_missing
from drafter.drafting.planning.citing import current
from drafter.drafting.planning.ordering import by_place
from drafter.drafting.planning.plan import Plan, Task, Treat
from drafter.drafting.planning.premises import puzzle
from drafter.drafting.planning.prose import speaks
from drafter.drafting.planning.provisos import supposed
from drafter.matters import sentences
from drafter.requests.verbs import VERBS


@dataclass(frozen=True, slots=True)
class Desk:
    """The plan being written, with its scene and how many passages stand already."""

    plan: Plan
    scene: Scene
    written: int = 0

    def say(self, table: str, frame: str, **parts: str) -> str:
        """The frame, with the opening whose turn it is, or a plain one after the first passage."""
        turn_ = self.plan.turn + self.written if table in {"tell"} else self.plan.turn
        return self.scene.say(table, frame, turn_ if not self.written or table == "tell" else 2, **parts)


def indices(group: Sequence[Task]) -> tuple[int, ...]:
    """The requests that a group answers."""
    return tuple(one.index for t in group for one in t.beside or (t,))


def sources(told: Sequence[Told], *more: str) -> tuple[str, ...]:
    """Where a passage comes from: the notes it sets, and what else is named."""
    return tuple(dict.fromkeys([*more, *(t.fact for t in told)]))


def open_blanks(told: Sequence[Told]) -> str:
    """A blank for each fact still to come, and one that proposes each fact to be confirmed."""
    return " ".join(proposed(t) for t in told if t.use in {Use.OPEN, Use.CONFIRM})


def beside(told: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """The sentences to be stated, each with the blanks on its own thing behind it, and what else is open."""
    said: list[Told] = []
    left: list[Told] = []
    for one in by_place(told):
        if one.use is Use.STATE:
            said.append(one)
        elif one.use in {Use.OPEN, Use.CONFIRM} and said and speaks(said[-1]) and _goes_on(said[-1], one):
            said[-1] = replace(said[-1], text=f"{said[-1].text} {proposed(one)}")
        else:
            left.append(one)
    return said, left


def _goes_on(told: Told, open_: Told) -> bool:
    """Whether what is open stands in the note of that sentence, or is the next that the notes say on the same thing."""
    return open_.fact == told.fact or (open_.thing == told.thing and open_.place == told.place + 1)


def resolved(desk: Desk, task: Task) -> str:
    """What the request wants, with a bare "it" or "them" replaced by what it stands for."""
    thing = " and ".join(as_missing(asked(task.request), desk.plan.comment.text))
    if bare := _BARE_PRONOUN.match(thing):
        return f"the item{'s' * bool(bare['many'])} to which the Staff's comment refers"
    return thing


def premise(text: str) -> str:
    """What the comment starts from: "your sustainability report"; "" where that is not sure."""
    return next((name for s in sentences(text) if (name := salient(s, many=False))), "")


_BARE_PRONOUN = re.compile(r"^(?:it|(?P<many>them|these|those)|this|so|the same)$", re.I)


_VERBS = {
    "tell_us": "explain",
    "revise": "revise",
    "provide": "provide",
    "other": "address",
    "support": "support",
}


_SAID_VERB = re.compile(rf"\b(?P<verb>{SAID_VERB})\b", re.I)


_DOCUMENT = re.compile(
    r"\b(?:disclosures?|filings?|discussion|statements?|presentation|table|note)\b|^$", re.I
)
_NO_VERB = frozenset(
    str.split("please to us and or also for with that of the in you your by from as if so unclear clear")
)


_OF_DOCUMENT = frozenset({"revise", "amend", "expand", "update", "correct", "provide", "add"})
"""Verbs of a document or a text, which no question can follow."""


_VERB_WITH = re.compile(
    r"\b(?:begin|start|comply|precede|lead|conform|align|reconcile) (?:with|to)\s*$", re.I
)
"""A verb that needs its preposition: “begin with the GAAP measure”."""


def verb_of(task: Task) -> str:
    """The verb of the undertaking, in the staff's own word where it can be repeated."""
    thing = task.request.object
    limited = (task.request.conditional or "-") in task.request.text and thing not in task.request.text
    thing = re.split(r",? and\b|,", thing)[0] if limited else thing
    before = (
        task.request.text[: task.request.text.find(thing)]
        if thing and thing in task.request.text
        else task.request.text
    )
    if phrase := _VERB_WITH.search(before):
        return phrase.group(0).strip().lower()
    said = [m["verb"].lower() for m in _SAID_VERB.finditer(before)]
    last = re.findall(r"[a-z]+", before.lower())[-1:]
    open_ = before.rstrip().endswith(",") or not thing or before == task.request.text
    plain = last[0] if last and last[0] not in _NO_VERB and not open_ else ""
    fallback = _VERBS.get(task.request.action, task.request.action)
    fallback = "disclose" if fallback == "revise" and not _DOCUMENT.search(thing or "") else fallback
    pair = said and before.rstrip().endswith(f" {said[-1]} and {plain}")
    verb = plain if plain in VERBS or pair or not said else said[-1]
    verb = verb or fallback
    verb = "clarify" if re.match(r"clear,? (?:if|that|to)\b", thing or "") else verb
    verb = "state" if verb == "say" else "include" if last == ["contain"] else verb
    verb = "explain" if verb in _OF_DOCUMENT and re.match(r"(?:how|why|whether)\b", thing or "") else verb
    if verb == "reconcile" and re.match(
        r"(?:an?|the) (?!.* (?:to|with) )|(?:an?|the) reconciliation", thing or ""
    ):
        verb = "provide"
    return "refrain" if verb == "avoid" and asked(task.request).startswith("from ") else verb


def done_to(verb: str, thing: str) -> str:
    """What is done to the words of a filing, without the document that the staff names: “amend the filing to state”."""
    if purpose := _PURPOSE.fullmatch(thing):
        return f"{verb} the disclosure {purpose['so']}"
    found = _DOCUMENT_TO.match(f"{verb} {thing}")
    return found["rest"] if found else f"{verb} {thing}"


_PURPOSE = re.compile(
    r"(?:(?:its |our |all )?future filings )?(?P<so>(?:so that|so as (?:not )?to|in order (?:not )?to|not to) .+)",
    re.S,
)
"""What a change is for, where the staff name no text: “future filings so as not to present a risk as remote”."""
_DOCUMENT_TO = re.compile(
    r"(?:revise|amend|expand|update|modify|correct) (?:(?=to )|(?:[^,;]{2,90}? )?(?<!not )(?=to "
    rf"(?:(?:more|further|also|[a-z]+ly) )*(?:{SAID_VERB})\b))to (?P<rest>.+)$",
    re.S,
)


def material(condition: str) -> bool:
    """Whether the condition is materiality and nothing else."""
    return bool(_MATERIALITY.match(condition)) and not re.search(r"\bif so\b", condition, re.I)


_MATERIALITY = re.compile(
    r"(?:and )?(?:if|to the extent|where|when|as)(?: (?:it|they|this|that|these|those|any|any of (?:these|those|them)|"
    r"such \w+|the \w+|the effects?))*(?: (?:is|are|was|were))?"
    r"(?: (?:known|applicable|required|practicable) and(?: if| where)?)? "
    r"material(?:ly)?\b(?! (?:trends|changes|weakness|risk|agreement|contract|amount))",
    re.I,
)
"""A condition of materiality, and not one in which something material is named."""


def follows_question(plan: Plan, task: Task) -> bool:
    """Whether the question before has the blank already: “tell us whether ... and, if so, ...”."""
    return task.index > 0 and bool(_FOLLOWS.match(task.condition))


_FOLLOWS = re.compile(
    r"(?:if so|if not|if true|in that case)\b|(?:if|to the extent(?: that)?) (?:they|it|you|any(?: \w+)?) "
    r"(?:did|do|does|is|are|was|were|has|have|can|will)(?: not)?\W*$",
    re.I,
)
"""“If so”, “if they did”: a condition that is the question before it."""


def under_condition(condition: str, scene: Scene) -> str:
    """The condition as an answer's sentence begins with it: "To the extent material"."""
    low = condition.lower()
    if re.match(r"if so\b", low):
        return "If so, and to the extent material" if "material" in low else "If so"
    if material(condition):
        return "To the extent material"
    return raised(turn(bare(condition), scene.voice))


def open_question(desk: Desk, task: Task) -> str:
    """What has to be known before the task's condition is decided: the question that the staff itself raises."""
    if re.match(r"if (?:so|not|true)\b", task.condition, re.I):
        before = " ".join(desk.plan.comment.text.split()[: task.request.start])
        if re.match(r"(?:whether|if)\b", said := puzzle(before)):
            return f"{turn(said, desk.scene.voice)}, with the basis"
    name = named_whole(desk, task)
    head = _HEAD.match(name) if task.request.text.find(task.condition) > 0 else None
    return whether(_ITS.sub(f"if {head[0]} ", task.condition) if head else task.condition, desk.scene, name)


_ITS = re.compile(r"^if it (?=(?:is|was|has|exceeds?|differs?)\b(?!.*\b(?:that|to)\b))", re.I)
"""A condition behind the thing that it is on: “disclose the threshold that you use, if it is other than $300,000”."""
_HEAD = re.compile(
    r"(?:the|its|our|any) (?:[\w-]+ )?[\w-]+(?= (?:it|we|they|the|that|which|of|for|at|used|to|in|about)\b)",
    re.I,
)


def named_whole(desk: Desk, task: Task) -> str:
    """What the request asks for as a noun phrase of which something can be said: “the way in which it sets prices”."""
    thing = turn(_ABOUT.sub("", resolved(desk, task)), desk.scene.voice)
    limit = turn(bare(task.condition), desk.scene.voice).lower()
    before = thing.lower().find(limit) if limit else -1
    thing = _BESIDE.split(bare(thing[:before]) if before > 0 else thing)[0]
    if asks := _ASKS_HOW.match(thing):
        return f"{_AS_NOUN[asks[1].lower()]} {thing[asks.end() :]}"
    return thing if _NOUN.match(thing) and len(thing.split()) <= LONGEST_NAME else topic(thing)


_ABOUT = re.compile(
    r"^(?:an? |the |any )?(?:[\w-]+ ){0,3}?(?:disclosures?|discussion|information|detail) "
    r"(?:of|about|regarding|on|as to) "
)
_BESIDE = re.compile(
    r", (?:including|if|such as|along with|together with|as well as|in addition to|where|when)\b|"
    r",? and (?:how|why|whether)\b"
)
_ASKS_HOW = re.compile(r"(how|why|when|where)(?: |$)(?!(?:much|many|often|long)\b)", re.I)
_AS_NOUN = {
    "how": "the way in which", "why": "the reasons why", "when": "the time when", "where": "the place where",
}  # fmt: skip
_NOUN = re.compile(r"(?:the|its|our|any|an?|each|these|those|this|all|such|their)\b", re.I)
LONGEST_NAME = 36
"""Words of what a blank names whole."""


def whether(condition: str, scene: Scene, subject: str = "the matter") -> str:
    """The condition as what has to be known: "if you do not hold any" -> "whether the Company holds any".

    A condition that names nothing is on the `subject`: “if significant to your liquidity”.
    """
    clause, _ = supposed(bare(condition))
    if re.fullmatch(r"(?:it is |they are |this is )?material", clause, re.I):
        return f"whether {subject} is material, with the quantitative and qualitative basis"
    if re.fullmatch(r"(?:that is |this is |it is )?(?:true|accurate|correct|the case|so)", clause, re.I):
        return "whether that is so, with the basis"
    if re.match(r"(?:significant|important|relevant|necessary|meaningful|appropriate)\b", clause, re.I):
        clause = f"{subject} {'are' if plural(topic(subject) or subject) else 'is'} {clause}"
    if re.match(r"[a-z]+ed\b(?! (?:to|by)\b)|kept\b", clause) and not is_clause(clause):
        clause = f"the presentation on which {scene.staff} comments is {clause}"
    return f"whether {turn(clause, scene.voice)}, with the basis"


_REFER = re.compile(
    r"\b(?:[Rr]efer(?:ence is made)? to|[Ss]ee(?: also)?|[Ww]e (?:refer|direct) "
    r"you to|[Ww]e (?:also )?note(?= (?:Section|Rule|Item|ASC|Question|Instruction)s? ))\s+"
    r"(?P<what>[^.]*?(?:\.(?:\w| of )[^.]*?|No\. [^.]*?)*)\.(?:\s|$)"
)


def authority_of(plan: Plan, group: Sequence[Task]) -> str:
    """The authority that the staff points to for these requests, in its own words; "" for none or a long one.

    It stands after the last of the requests, with at most `FAR` others between.
    """
    words = plan.comment.text.split()
    end = max(t.request.end for t in group)
    after = [t for t in plan.tasks if t.request.start >= end and t.treat is not Treat.NOT_TAKEN]
    other = next((t.request.start for t in after if t.treat is not group[0].treat), len(words))
    following = min(other, after[FAR].request.start if len(after) > FAR else len(words))
    papers = [t for t in plan.tasks if t.treat is Treat.FILE or _PAPER.search(t.request.text)]
    files = any(t.treat is Treat.FILE for t in papers)
    following = len(words) if files and papers[-1] in group else following
    for found in _REFER.finditer(f"{' '.join(words[end:following])} "):
        what = re.sub(
            r"^(?:the )?(?:guidance|requirements?|disclosure requirements) (?:in|of|at|under) ",
            "",
            bare(found["what"]).replace(". of ", " of "),
        )
        what = re.sub(
            r",? (?:for (?:additional |further )?guidance|as (?:appropriate|applicable))\b,?", "", what
        )
        if files and (papers[-1] in group) != bool(_OF_PAPERS.search(what)):
            continue
        if authorities(what) and len(what.split()) <= LONGEST_CITATION and not _NO_CITATION.search(what):
            return current(what, plan.on)
    return ""


def open_under(desk: Desk, task: Task) -> str:
    """The authority that a blank on the request refers to; "" where counsel gave notes."""
    return "" if desk.plan.told else authority_of(desk.plan, [task])


def regarding(text: str, plan: Plan, group: Sequence[Task]) -> str:
    """The text, the authority that the staff points to in its first sentence, unless it stands there already."""
    what = authority_of(plan, group)
    text = re.sub(r"(\bfuture filings\b[^.]*?) in future filings, ", r"\1, ", text)
    text = re.sub(r"\.([”\"])$", r"\1.", text.replace(" will do not ", " will not "))
    if not what or what in text or _REFUSES.search(text):
        return text
    first = sentences(text)[0]
    if text.startswith(f"{first} ") and first.endswith("."):
        return f"{first[:-1]}, consistent with {what}.{text[len(first) :]}"
    return f"{text.removesuffix('.')}, consistent with {what}."


_REFUSES = re.compile(r"\b(?:will|does|do) not\b[^.]*\.$")
"""What ends in a refusal, which no provision asks for."""


_OF_PAPERS = re.compile(r"\b601\(b\)|\bStaff Legal Bulletin|\bRule 436\b|\bInstructions as to Exhibits\b")
_PAPER = re.compile(r"\b(?:opinion|consent|exhibit)s?\b")
"""What governs the papers that are filed and not what is said beside them, and what speaks of such papers."""
FAR = 2
"""Requests that may stand between a request and the authority for it."""
LONGEST_CITATION = 22
"""Words; what is longer lectures and does not cite."""


_NO_CITATION = re.compile(r"\b(?:your|our|page|you|we)\b|http")
