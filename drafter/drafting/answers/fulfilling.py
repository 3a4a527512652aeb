"""When and where a disclosure will be made, as counsel's notes say it: its due date and no sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import Word, rather, words
from drafter.drafting.language.turning import Voice, base_form
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.departures import RESISTING
from drafter.drafting.planning.enacting import THERE, revised_place, where_revised
from drafter.drafting.planning.intents import HOLDS_ON
from drafter.drafting.planning.limbs import named_again
from drafter.drafting.planning.plan import Plan, Task, Treat, stems
from drafter.drafting.planning.resolving import CANNOT
from drafter.drafting.sentences.desk import verb_of

_PERIOD = (
    r"(?: for (?:the (?:fiscal year|half-year|half year|six months|year|quarter|quarterly period) end(?:ing|ed) )?"
    r"[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)?"
)
_REPORT = (
    r"(?:(?:(?:half-year|half-yearly|interim) report on )?"
    r"[Ff]orm (?:10-[KQ]|20-F|40-F|6-K(?= for (?:the|[A-Z])))(?!/A)|"
    r"(?:annual|quarterly) report|(?:earnings |press )?release|"
    rf"proxy statement(?: for the 20\d\d annual meeting)?){_PERIOD}(?: on(?:wards?)?\b)?"
)
_PAPER = rf"(?:the |our |its )?(?P<report>{_REPORT})"
_WHEN = (
    r"(?:(?:starting|beginning)(?: with| in)?|first(?: time)? in|(?:as )?from|in(?:to)?|with effect from|as of|with) "
    rf"(?:the |our |its )?(?:next )?(?:\d{{4}} )?{_PAPER}"
)
_DATED = re.compile(rf"(?:^|,? ){_WHEN}(?: first)?(?=\W|$)", re.I)
"""The filing in which a promise falls due: “, beginning with the Form 10-Q for the quarter ending ...”."""
PROMISING = frozenset({Treat.UNDERTAKE, Treat.REMOVE})
SAID_SO = "the client's decision, which the answer gives in the Staff's words"


def as_promised(plan: Plan) -> Plan:
    """The plan, a sentence that decides no more than the staff ask left to the promise in the staff's words.

    What it limits behind its filing stands behind the filing of that promise.
    """
    plan = replace(plan, tasks=named_again(plan.tasks))
    promised = [t for t in plan.tasks if t.treat in PROMISING and not (t.condition or t.closed)]
    if plan.stance in RESISTING:
        return plan
    if promised:
        plan = _each(plan, lambda told: _but_the_rest(told, plan, promised))
        plan = replace(plan, tasks=tuple(_with_their_promise(plan.tasks, promised)))
    revised = [t for t in plan.tasks if t.treat is Treat.REVISE and not (t.condition or t.closed)]
    there = {THERE, where_revised(plan.told, revised)} if revised else set()
    again = [n for n in plan.told if n.use in _DECIDING and not n.redacted]
    again = [n for n in again if _is_said(n, plan, promised) or revised_place(n.text, revised) in there]
    due = plan.place.due
    for told in again:
        due = _due_of(told, due)
    return replace(
        plan,
        tasks=tuple(_without(t, again) for t in plan.tasks),
        loose=tuple(n for n in plan.loose if not _among(n, again)),
        told=tuple(replace(n, use=Use.REMARK, why=SAID_SO) if n in again else n for n in plan.told),
        place=replace(plan.place, due=due),
    )


def _each(plan: Plan, put: Callable[[Told], Told]) -> Plan:
    tasks = tuple(replace(t, told=tuple(map(put, t.told))) for t in plan.tasks)
    return replace(plan, tasks=tasks, loose=tuple(map(put, plan.loose)), told=tuple(map(put, plan.told)))


_AND_DONE = re.compile(
    r"(?P<first>[^,;]+? will be [^,;]+?), and (?P<what>(?:[\w-]+ ){1,4}?)"
    r"(?P<done>[a-z]+(?:ed|en|wn|ut|pt|de|ne))(?P<rest>(?: [a-z]+)?)"
)
"""“Headcount will be defined, and contractors taken out”, before the filing."""


def _but_the_rest(told: Told, plan: Plan, promised: Sequence[Task]) -> Told:
    """The sentence, of two things that are done in a filing only the one that the promise does not have."""
    said, report, limit = parted(told.text)
    both = _AND_DONE.fullmatch(said) if report and told.use is Use.STATE and not told.redacted else None
    if both is None or is_clause(said[both.start("what") :]):
        return told
    due = f", beginning with the {report}{limit}."
    if not _says_again(f"{both['first']}{due}", plan, promised):
        return told
    return replace(
        told, text=f"{raised(both['what'])}will be {both['done']}{both['rest']}{due}", said=told.text
    )


def _without(task: Task, again: Sequence[Told]) -> Task:
    kept = tuple(n for n in task.told if not _among(n, again))
    alone = task.treat is Treat.TELL and not kept and any(map(_names_a_thing, task.told))
    return task if task.condition or alone else replace(task, told=kept)


def _names_a_thing(told: Told) -> bool:
    """Whether the promise has a thing, which may be what the question is on; “All of this will be included” has not."""
    return not parted(told.text)[1] or bool(_content(parted(told.text)[0])[0])


def _among(told: Told, others: Sequence[Told]) -> bool:
    return (told.place, told.part) in {(n.place, n.part) for n in others}


def _due_of(told: Told, due: str) -> str:
    """The filing of the promise with the limit that the sentence sets behind it, or the proxy that it names."""
    _, report, limit = parted(told.text)
    if report.startswith("proxy") and "proxy" not in due:
        named = re.sub(" on(?:wards?)?$", "", report)
        due = f"{due.split(' ', 1)[0]} {'' if ' for ' in named else 'next '}{named}"
    return due if limit in due else f"{due}{limit}"


def parted(text: str) -> tuple[str, str, str]:
    """What the sentence decides, the filing to come that it names and what it limits behind that filing."""
    text = re.sub(r",? to be confirmed\W*$", "", text).rstrip(". ")
    dated = _DATED.search(text)
    if dated is None:
        return text, "", ""
    before, after = text[: dated.start()].rstrip(" ,"), text[dated.end() :]
    if again := _RECAST.fullmatch(after):
        return before, dated["report"], again.expand(r", and will recast \g<what>\g<basis>")
    limits = after.startswith(", ") and not _CLAUSE.search(after)
    said, limit = (before, after) if limits else (f"{before}{after}".lstrip(" ,"), "")
    return said, dated["report"], limit


_RECAST = re.compile(
    r"[,;] (?:and |with )?(?P<what>(?:the )?(?:(?:prior|earlier|previous|comparative) (?:periods?|years?|quarters?)|"
    r"20\d\d))(?: presented)? (?:(?:are|is|were|was|will be|to be|also) )*recast"
    r"(?P<basis> on the same basis)?\W*"
)
"""“, prior periods recast”, said of what is done in a filing to come."""
_CLAUSE = re.compile(
    r"\b(?:we|it|they|this|that(?! (?:year|quarter|period|day|date)\b)|which|who|and|is|are|was|were|will|would|can|"
    r"has|have|as(?! of\b| (?:an? )?(?:[a-z-]+ )?[a-z-]+$)|because|since|so)\b"
)
"""What a limit has not in it: a subject, a verb that carries a sentence, a joint."""


def _is_said(told: Told, plan: Plan, promised: Sequence[Task]) -> bool:
    """Whether the sentence says the staff's promise again, in the letter's words or with a pronoun for its thing."""
    meant, _ = _content(parted(told.text)[0])
    in_comment = meant <= stems(plan.comment.text) and " will state that " not in told.text
    return _says_again(told.text, plan, promised) or (in_comment and _says_again(told.said, plan, promised))


def _says_again(text: str, plan: Plan, promised: Sequence[Task]) -> bool:
    """Whether the sentence decides what the staff ask for, and no word, figure or limit of it goes beyond that."""
    said, report, _ = parted(text)
    elsewhere = re.search(r"\bend(?:ing|ed)\b", report) and report.lower() not in plan.place.due.lower()
    removing = all(t.treat is Treat.REMOVE for t in promised)
    in_part = removing and any(HOLDS_ON.search(t.said) for t in plan.told)
    if elsewhere or in_part or _BEYOND.search(said) or not promised:
        return False
    unnamed = any(_UNNAMED.fullmatch(t.request.object) for t in promised)
    asked = stems(plan.comment.text if removing or unnamed else " ".join(t.request.text for t in promised))
    if not set(_FIGURE.findall(said)) <= set(_FIGURE.findall(plan.comment.text)):
        return False
    names, deeds = _content(_NAMED_ALL.sub("", said))
    forms = {w[: DEED + 1] for w in asked} | {verb_of(t)[:DEED] for t in promised}
    if any(n[: DEED + 1] not in forms and n[:DEED] not in forms for n in names - asked):
        return False
    if not names and _ALL_OF_IT.search(said):
        return True
    if not deeds <= asked | (_REMOVALS if removing else _GIVEN) or (_GOES.search(said) and not removing):
        return False
    if names and any(" only " in t.request.text for t in promised):
        return False
    each = all(names & stems(t.request.text) for t in promised) or not names
    return bool(report or (" will " in said and _OURS.match(said) and each) or _GOES.search(said))


_UNNAMED = re.compile(
    r"(?:the|this|that|each|these|those) (?:[a-z]+ )?(?:terms?|measures?|metrics?|rates?|items?)\W*"
)
"""A thing that only the words before the request name."""
DEED = 4
"""Letters that a verb shares with the noun of what it does: “define”, “definition”; other forms share one more."""


def _content(said: str) -> tuple[frozenset[str], frozenset[str]]:
    """The things that the sentence names, apart from parts of a filing or a comment, and what is done to them."""
    found = words(_OURS.sub("", said, count=1))
    named = (w for w, before in zip(found, [None, *found], strict=False) if _names(w, before))
    done = (w for w in found if w.kind in "IE")
    return stems(" ".join(w.low for w in named)) - _PAPERS, stems(" ".join(w.low for w in done))


def _names(word: Word, before: Word | None) -> bool:
    predicate = word.kind == "J" and before is not None and before.kind == "A"
    return word.kind in "NSJ" and not predicate


_DECIDING = frozenset({Use.STATE, Use.CONFIRM, Use.OPEN})
_BEYOND = re.compile(
    r"[“”\":;]|(?<= )that\b|\b(?:only|not|no|never|but|except|unless|until|while|if|because|where|when|instead|rather|"
    r"without|alone|first|last|before|after|ahead|also|separately|than|under|within|below|above)\b",
    re.I,
)
"""What a decision limits, grounds or adds."""
_FIGURE = re.compile(r"\d+")
_OURS = re.compile(r"(?:We|(?:The )?[Cc]lient|The (?:Company|[A-Z][a-z]+(?= will\b)))\b")
_GOES = re.compile(
    r"\b(?:go(?:es)?|(?:comes?|drops?) out)(?= (?:from|every|wherever|altogether|too|as)\b|,|$)"
)
"""What says of a thing in the filing that it is taken out."""
_ALL_OF_IT = re.compile(
    r"\b(?:bullets|points|items|requests|suggestions)\b|\ball of (?:it|this|that|them)\b", re.I
)
_REMOVALS = stems("remove delete drop dropped take taken strike struck cut omit omitted")
_GIVEN = stems(
    "add added include give given made make state say show shown quantify identify name present comply cover do done "
    "said disclosed described provided explained discussed revised"
)
_NAMED_ALL = re.compile(r"(?:\bthe )?(?:[\w-]+ )?[\w-]+ (?=\((?:all |both )?\w+ (?:bullets|points|items)\))")
"""“The watch-list disclosure (three bullets)”."""
_PAPERS = stems(
    "note footnote table line row column sentence statement wording language paragraph section caption release "
    "report disclosure text chart figure information matter bullets points items requests both every form proxy "
    "annual quarterly split breakdown amount amounts numbers percentages new revised rules method"
)
"""Words for parts of a filing and of a comment, which name nothing that could be beyond what is asked for."""


def _with_their_promise(tasks: Sequence[Task], promised: Sequence[Task]) -> list[Task]:
    """The tasks, what will be done in the filings that are promised with the promise that it speaks to."""
    moved = [n for t in tasks if t.treat is not Treat.UNDERTAKE for n in t.told if _of_the_promise(n)]

    def with_its_own(task: Task) -> Task:
        mine = (n for n in moved if _nearest(n, promised) == task.index)
        return replace(task, told=(*(n for n in task.told if n not in moved), *mine))

    return [with_its_own(t) for t in tasks]


def _of_the_promise(told: Told) -> bool:
    """Whether the sentence is the promise itself with its filing."""
    return told.use is Use.STATE and not told.redacted and bool(_DATED_PROMISE.match(told.text))


_DATED_PROMISE = re.compile(
    r"(?:We|The [A-Z]\w+) will (?!request\b|refer\b)[^.;]+, beginning with (?:our|its|the) "
)


def _nearest(told: Told, promised: Sequence[Task]) -> int:
    words = stems(told.text)
    return max(promised, key=lambda t: len(stems(t.request.text) & words)).index


_RENAMED = re.compile(
    r"(?P<what>It|[Tt]he [\w ]{2,40}?) will be (?:(?:(?:re)?named|called|(?:re)?titled|(?:re)?labell?ed|captioned) "
    r"|changed to )?(?P<name>[A-Z][^,;.]{2,60})"
)
"""“The measure will be called Adjusted Free Cash Flow”, “the caption will be Net Yield”."""


def in_those_filings(told: Sequence[Told], voice: Voice, text: str) -> tuple[Told, ...]:
    """The sentences, what “will be” done in those filings as a promise; `text` is the comment's."""
    whole = [_active(one, voice, text) for t in told for one in _with_its_promise(t, voice)]
    if CANNOT.search(text):
        return tuple(whole)
    done = [_saying(t, whole[n - 1] if n else None, voice) for n, t in enumerate(whole)]
    return tuple(_recast_then(t, done[:n]) for n, t in enumerate(done))


def _recast_then(told: Told, before: Sequence[Told]) -> Told:
    """The sentence, “Prior periods recast” behind what is done in a filing to come as what will be done."""
    bare = _BARE_RECAST.fullmatch(told.said.strip()) and told.use is Use.STATE
    if not (bare and any(_DATED.search(t.text) for t in before)):
        return told
    return replace(told, text=re.sub(r"\b(?:is|are|was|were) (?=recast\b)", "will be ", told.text))


_BARE_RECAST = re.compile(_RECAST.pattern.removeprefix(r"[,;] (?:and |with )?"), re.I)


_AND_SAYS_SO = re.compile(
    r"(?P<fact>[^;]+?)(?:,? and|;) (?:(?:(?:we|they|it|the \w+) )?will (?:say|state) (?:so|this|that),?(?P<when> .+)|"
    rf"(?:the |our |its |next year['’]s )?(?:next )?(?P<filing>{_REPORT}) will (?:say|state) (?:so|this|that))\W*"
)
"""“There is no such policy, and the Form 10-K for 2026 will say so.”"""


def _with_its_promise(told: Told, voice: Voice) -> Sequence[Told]:
    """The sentence, the promise to say so in a filing to come that it ends with apart from what will be said."""
    found = _AND_SAYS_SO.fullmatch(told.text) if told.use is Use.STATE and not told.redacted else None
    if found is None or not is_clause(found["fact"]):
        return (told,)
    paper = found["filing"] or ""
    own = "the" if " for " in paper else f"{voice.possessive} next"
    when = (found["when"] or f" in {own} {paper}").rstrip(".")
    promise = f"{raised(voice.noun)} will say so{when}."
    return replace(told, text=f"{found['fact']}."), replace(told, text=promise, part=1)


_SAY_SO = re.compile(
    rf"(?:We|The [A-Z]\w+) will (?:say|state) (?:so|this|that),? (?:in|from|beginning with) "
    rf"(?P<next>(?:its|our) next )?{_PAPER}\."
)
_HELD = re.compile(r"[\d$;:]|^(?:It|This|That|They|These|Those|We will|The \w+ will)\b")
"""What does not stand behind “state that”: a figure of its date, a pronoun, a promise, several clauses."""
LONGEST = 24
"""Words of a sentence that a promise can be said to state."""


def _saying(told: Told, before: Told | None, voice: Voice) -> Told:
    """The sentence, “will say so” as the promise to state what the sentence before it says."""
    found = _SAY_SO.fullmatch(told.text) if told.use is Use.STATE and not told.redacted else None
    if found is None or before is None or before.use is not Use.STATE or before.redacted:
        return told
    fact = re.sub(r"\b(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?20\d\d\b", "", before.text)
    if _HELD.search(fact) or len(before.text.split()) > LONGEST or not is_clause(before.text):
        return told
    said = lowered(before.text.rstrip("."))
    due = f"beginning with {found['next'] or f'{voice.possessive} '}{found['report']}"
    return replace(told, text=f"{raised(voice.noun)} will state that {said}, {due}.", rough=False)


_STATES = re.compile(
    r"(?P<where>(?!The Company\b)(?:The|Our|Its) [^,;.]{3,40}?) (?:will|is to|is going to) (?:then |now )?"
    r"(?:say|state|disclose),? that (?P<what>[^;]+)"
)
"""“The note will say that no estimate can be made.”"""


_TO_COME = re.compile(r"^((?:The |Our |Its )?[\w ]{2,40}?) to (?=[a-z])")
"""“Note 9 to carry the table.”"""


def _active(told: Told, voice: Voice, text: str) -> Told:
    """The sentence on words of the filing as the company's promise, the filing that it names behind what is done."""
    said, report, limit = parted(told.text)
    due = f", beginning with {voice.possessive} {report}{limit}" if report else ""
    deed = _stating(said) or _renaming(said, text)
    if told.use is not Use.STATE or told.redacted:
        return told
    coming = _planned(said, told.text) if is_clause(said) else _TO_COME.sub(r"\1 will ", said)
    moved = report and (coming != said or (_DATED.match(told.text) and " will " in said))
    if not (deed or moved):
        return told
    whole = f"{raised(voice.noun)} will {deed}" if deed else raised(coming)
    return replace(told, text=f"{whole}{due}.", rough=False)


_PLAN = re.compile(r"(?P<who>The Company|We) (?P<verb>(?!will|believe|expect|plan|intend|need)[a-z]+)(?= )")
_TO_DATE = re.compile(r"\b(?:from|beginning|starting) (?:with |in )?(?:the |our |its )|\bending\b|\bnext\b")
"""What shows that a filing is to come."""


def _planned(said: str, whole: str) -> str:
    """What the company does from a filing to come as what it will do: “We give the split” -> “We will give it”."""
    said = re.sub(r"^There (?:was|were)(?= no\b)", "There will be", said) if _TO_DATE.search(whole) else said
    found = _PLAN.match(said) if _TO_DATE.search(whole) else None
    plain = base_form(found["verb"]) if found else ""
    does = plain and rather(plain, "VVI", "VVD") > 0
    return _PLAN.sub(rf"\g<who> will {plain}", said, count=1) if does else said


def _stating(said: str) -> str:
    found = _STATES.fullmatch(said)
    inside = found and stems(found["where"].split()[-1]) <= _PAPERS
    return f"state in {lowered(found['where'])} that {found['what']}" if found and inside else ""


def _renaming(said: str, text: str) -> str:
    found = _RENAMED.fullmatch(said)
    what = found["what"] if found else ""
    if what == "It":
        what = "the measure" if re.search(r"\bmeasure\b", text) else ""
    titled = re.search(r"\b(?:caption|title|name|label|heading)$", what)
    if found is None or not what:
        return ""
    return f"{'change' if titled else 'rename'} {lowered(what)}{' to' if titled else ''} {found['name']}"
