"""Lines of proposed disclosure: one sentence with its blank for each thing the staff asks to see."""

from __future__ import annotations

import re

from drafter.drafting.disclosure.events import identified
from drafter.drafting.disclosure.forming import beside_accounts, by_rule, formed, only_guidance
from drafter.drafting.disclosure.movements import (
    DISCUSSING,
    PRESENTING,
    captions,
    change,
    discussed,
    effect,
    what_moved,
)
from drafter.drafting.disclosure.partition import by_several, parts_of, table
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.clearing import apart, cleared
from drafter.drafting.language.inverting import inverted
from drafter.drafting.language.kinds import MEASURE
from drafter.drafting.language.nouns import closed
from drafter.drafting.language.scene import shortened
from drafter.drafting.language.statements import statement
from drafter.drafting.language.tagging import begins_aside, heads_many, words
from drafter.drafting.language.topic import ASKING, topic
from drafter.drafting.language.turning import WE, turn, turn_own
from drafter.drafting.planning.plan import EARLIER, OF_RESPONSE, Task, stated, stems
from drafter.drafting.sentences.desk import verb_of

_THAT = re.compile(r"(?:(?:[a-z]+ly|also|there|here),? )?that\b(?! [a-z]+$)")
"""What the staff asks to be said in so many words."""
_NAMED_AS = re.compile(r"^(?P<thing>[^,;]+?) as (?P<what>an? [^,;]+)$")
"""“Identify operating margin as a non-GAAP measure” asks for that statement."""
REWORDING = frozenset(
    str.split(
        "change modify present balance conform adjust limit apply recast reclassify move begin start use"
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


def line(task: Task, element: str, comment: str = "") -> str:
    """The sentence of the filing for one element of a comment, in its own person, with a blank for what is not known.

    "" for what no filing tells: guidance to follow, a copy for the staff, what the company is to weigh.
    """
    if OF_RESPONSE.match(element):
        return (
            f"[●: the explanation given {'in the earlier response' if EARLIER.match(comment) else 'above'}]."
        )
    before = comment.partition(task.request.text)[0]
    thing = _of_what(turn(element, WE), before)
    ours = "the Company" in thing and not _THIRD_PERSON.search(thing)
    thing = _OUR_TEXT.sub("", turn_own(thing, WE) if ours else thing)
    said = identified(thing, before) or _written(task, thing, comment)
    each = re.match(r",? ?for each (?P<one>[^,]+),", task.request.object)
    return f"For [●: each {each['one']}], {lowered(said)}" if each and said[:1] not in {"", "["} else said


def _of_what(thing: str, before: str) -> str:
    """The thing, “that amount” or “the reasons for the increase” with what the comment says before it is meant."""
    if bare := _BARE_AMOUNT.fullmatch(thing):
        named = _AMOUNT_OF.findall(before) or [f"the amount of {what}" for what in _UNSAID.findall(before)]
        what = re.sub(r" in (?:fiscal )?(?:year )?20\d\d\b", "", named[-1]) if named else ""
        return f"{turn(what, WE)}{bare['when'] or ''}" if what else thing
    if (paper := _BARE_PAPER.fullmatch(thing)) and (
        whole := re.findall(rf"\ban? {paper['what']} (?:comparing|showing|of|setting|with) [^.;]+", before)
    ):
        return turn(whole[-1], WE)
    moved = what_moved(before) if _BARE_CHANGE.fullmatch(thing) else ""
    return f"{thing} in {moved}" if moved else thing


_BARE_AMOUNT = re.compile(
    r"(?:(?:that|this|the|those|these) )?amounts?(?P<when> for each (?:period|year))?"
    r"(?: (?:required|called for) (?:by|under) .+)?"
)
_UNSAID = re.compile(
    r"\b(?:not|without) (?:stat|disclos|quantif|giv|provid|present)(?:e|y|ying|ing)? "
    r"((?:the|its|your|any) [a-z ]+?)(?=[,.;])"
)
"""“But do not state the fees”."""
_BARE_PAPER = re.compile(
    r"(?:the|this|that) (?P<what>table|schedule|chart|reconciliation|roll-?forward|breakdown)"
)
_AMOUNT_OF = re.compile(r"\bthe amounts? of [^,.;:]+")
_BARE_CHANGE = re.compile(
    r"(?:the )?(?:[a-z]+ )?(?:reasons?|causes?|drivers?) (?:for|of|behind) (?:the|this|these|that) "
    r"(?:changes?|increases?|decreases?|declines?|rise|fall|drop|fluctuations?)"
)
_DESCRIBED = re.compile(
    r"^(?:(?:the|an?|any|our) )?(?:[a-z]+ )?description(?:, [a-z ]+,)? of (?=(?:the|our|any|each|how)\b)"
)
_LOOSE = re.compile(
    r"^(?:out|down|up|apart|forth) |(?<=\w) (?:out|down|apart)(?= (?:by|into|between|from|for)\b|$)|"
    r",? in each (?:annual|quarterly)(?: report)?(?:,? and (?:annual|quarterly))? reports?$"
)
"""The particle of a verb that stayed behind, and every report, which the promise names."""
_THIRD_PERSON = re.compile(r"\bits?\b|\bthe Company [a-z]+ly [a-z]+s\b")
"""What would stay in the third person beside “we”: “how the Company accounts for its incentives”."""


_OUR_TEXT = re.compile(
    r"(?:that )?(?:the |our )(?:disclosures?|discussion|MD&A)(?: of [\w ]{3,30}?)? "
    r"(?:addresses|discusses|explains|describes|includes|discloses|address|discuss|explain|describe|include|disclose) "
    r"(?=the|how|why|any|our)"
)
"""“Ensure that your discussion addresses X” asks for X."""


_MANY = re.compile(r"^how many (?!of\b|there\b)")
_BY_KIND = re.compile(r"(?P<by>by (?:[\w-]+ ){1,4}?)(?P<what>(?:the|our|any) .+)$")
"""“By category the transactions that were considered”."""


def _written(task: Task, thing: str, comment: str) -> str:
    thing = _MANY.sub("the number of ", _DESCRIBED.sub("", _LOOSE.sub("", thing)))
    if by := _BY_KIND.match(thing):
        thing = f"{by['what']} {by['by'].strip()}"
    if _NO_THING.match(thing):
        return by_rule(thing, comment) or "[●: text of the revised disclosure]."
    if _NOT_TOLD.search(thing):
        return ""
    if verb_of(task) == "define" and not ASKING.match(thing):
        return f"We define {thing} as [●]."
    if said := by_rule(thing, comment) or _said(thing, task) or _named_as(thing, task):
        return said
    if only_guidance(thing):
        return ""
    if several := by_several(*apart(thing)):
        return several
    return beside_accounts(thing, comment) or _by_kind(task, cleared(thing), comment)


def _by_kind(task: Task, thing: str, comment: str) -> str:
    if _NOT_TOLD.search(thing):
        return ""
    parts = parts_of(thing)
    if parts != (thing,):
        return " ".join(said for part in parts if (said := _written(task, part, comment)))
    bare, aside = apart(thing)
    if each := _one_by_one(task, bare, aside):
        return each
    verb = verb_of(task).split()[0]
    said = ""
    if verb in PRESENTING and not MEASURE.match(thing):
        said = formed(bare, aside) or table(thing) or captions(thing, verb)
    quantified = task.request.action == "quantify"
    said = said or change(bare, aside, quantified) or effect(thing if quantified else bare, aside, quantified)
    said = said or table(thing) or formed(bare, aside)
    if not said and verb in DISCUSSING:
        said = discussed(thing)
    if not said and not _reworded(task, thing):
        said = _plainly(task, bare, aside) or (_plainly(task, thing, "") if aside else "")
    if said and not _ILL_BEGUN.match(said):
        return said
    revised = "revised text for " if _reworded(task, thing) else ""
    plain = re.sub(r"[●\[\]]", "", thing.split(" to ")[0] if verb == "conform" else thing)
    return f"[●: {revised}{shortened(lowered(plain))}]."


def _plainly(task: Task, thing: str, aside: str) -> str:
    """The line in the first plain shape that fits the thing, the particulars beside it in its last blank."""
    brief = (_amount,) if len(thing.split()) <= FEWEST else ()
    shapes = (_question, _clause, _figure, *brief, _noun, _amount)
    said = next((s for shape in shapes if (s := shape(thing, task))), "")
    if not aside or not said:
        return said
    if ASKING.match(thing) or not said.endswith(" [●]."):
        return ""
    what = next(blank for ends, blank in _PARTICULARS if re.search(ends, said))
    return f"{said.removesuffix('[●].')}[●: {what}, {aside}]."


def _one_by_one(task: Task, thing: str, aside: str) -> str:
    """The things named in general, and a sentence for each that they include; "" where one has none of its own."""
    what, _, listed = aside.partition(" ")
    named = _NEXT.split(listed) if what == "including" and heads_many(thing) else []
    said = [formed(one) or _plainly(task, one, "") for one in named]
    return " ".join([f"{raised(closed(thing))} are as follows.", *said]) if said[1:] and all(said) else ""


_NEXT = re.compile(r"(?:, (?:and )?| and )(?=(?:the|any|its|our|each|either|both) )")
_PARTICULARS = (
    (r"\bdue to \[●\]\.$", "each factor, with its amount"),
    (r" are \[●\]\.$|: \[●\]\.$", "each"),
    (r" (?:was|were) \[●\]\.$", "amount, by period"),
    (r"", "description"),
)
"""What a blank asks for before the particulars that the staff names, by what stands before it."""


_NOT_TOLD = re.compile(
    r"^(?:an? )?cop(?:y|ies) of|^(?:our |the )?(?:intended|proposed)\b|\bas part of our response\b|"
    r"^(?:readers|investors|users)\b|^(?:our |the )?risk factors?$|"
    r"^(?!how|why|what|whether).*\bshould (?:also )?be \w+ed\b|^(?:[Gg]iven|[Cc]onsidering)\b|"
    r"^(?:it|them)\b|\bas such$|^(?:the )?appropriate "
    r"(?:captions?|labels?|titles?)$|\b(?:interactive data|XBRL)\b|^(?:arrangements with|support$|basis$)|"
    r"^(?:whether|if) our (?:[\w-]+ )*(?:disclosures?|discussion|risk factors?|MD&A|filings?)\b.*"
    r"\b(?:should|needs?|require[sd]?|warrants?)\b|"
    r"^(?:that )?(?:our |the )?(?:[\w-]+ )*disclosures?\b.*\b(?:appears?|assists?|satisf\w+|compl\w+|is|are)\b"
)
"""What the letter does or the company weighs: “a copy of our intended disclosure”, “readers to assess the trend”."""
_ILL_BEGUN = re.compile(r"(?:[A-Z][a-z]+ly\b|[A-Z][a-z]+ing (?:the|our|an?)\b|(?:Clear|Accurate|As well)\b)")
"""How no sentence of a filing begins: with an adverb or a gerund that the staff's verb left behind."""


_NO_THING = re.compile(
    r"(?:this|these|those|that|such)(?: \w+){1,2}$|the Staff (?:[a-z]+ )?notes?\b|"
    r"(?:(?:our |all )?future filings )?(?:so that|(?:so as|in order) (?:not )?to)\b"
)
"""What names nothing that a filing could say."""


_IN_PLACE_THAT = re.compile(r"in (?:MD&A|(?:the|our) [\w ]{3,30}?) that (?=\w+ )")
"""“Disclose in MD&A that ...”."""


def _said(thing: str, task: Task) -> str:
    """What the staff wants said in so many words, for the client to confirm."""
    placed = _IN_PLACE_THAT.match(thing)
    thing = thing[placed.end() :] if placed else thing
    told = placed or _THAT.match(task.request.object) or re.match(r"we (?:do|have|are|allocate|use)\b", thing)
    if not told or ASKING.match(thing) or _OUR_TEXT.match(turn(task.request.object, WE)):
        return ""
    clauses = re.split(r",? and that (?=\w+ )", re.sub(r",? here(?: and [^,;]*)?$", "", thing))
    known = [stems(n.text) for n in stated(task)]
    return " ".join(
        f"{raised(one)}{'' if any(stems(one) <= k for k in known) else ' [●: client to confirm this statement]'}."
        for one in clauses
    )


def _named_as(thing: str, task: Task) -> str:
    named = _NAMED_AS.match(thing) if task.request.action == "identify" else None
    return (
        f"{raised(named['thing'])} is {named['what']} [●: client to confirm this statement]." if named else ""
    )


def _amount(thing: str, task: Task) -> str:
    whole = re.match(r"(?:each|the|any|our|these|those|such) (?!extent\b|degree\b)", thing)
    short = len(thing.split()) <= LONGEST
    return f"The amount of {thing} was [●]." if task.request.action == "quantify" and whole and short else ""


def _reworded(task: Task, thing: str) -> bool:
    """Whether the request wants other words or another place for what the filing has."""
    verb = verb_of(task).split()[0]
    if ASKING.match(thing):
        return False
    if verb in {"present", "update", "expand"}:
        return bool(re.search(r"\bseparately\b|\bpreced|\bbefore\b", thing))
    return verb in REWORDING or bool(_DOCUMENT.match(thing))


_DOCUMENT = re.compile(
    r"(?:the |our |this )(?:[\w-]+ ){0,2}"
    r"(?:disclosures?|discussions?|presentations?|reconciliations?|(?:foot|policy )notes?)\b"
)
"""What the filing has already, and is to say otherwise."""


def _question(thing: str, _: Task) -> str:
    if not (ASKING.match(thing) or re.match(r"[a-z]+ (?:what|whom)\b", thing)):
        return ""
    if both := re.match(r"whether and how (?P<clause>.+)", thing):
        does = statement(f"whether {both['clause']}")
        return f"{does} [●: how, if so]." if does else ""
    thing = re.sub(r"^if\b", "whether", thing)
    parts = _JOINED.split(thing)
    whole = [thing] if any(len(p.split()) < FEWEST for p in parts) else parts
    said = [
        _EXPECTS.sub(r"\g<0>, because [●]", statement(p)) if len(p.split()) <= LONGEST else "" for p in whole
    ]
    return " ".join(s or f"[●: {p}]." for s, p in zip(said, whole, strict=True)) if any(said) else ""


_EXPECTS = re.compile(r"We \[●: do or do not\] (?:[a-z]+ly )?(?:expect|anticipate|believe) [^.]+(?=\.$)")
"""What a company expects, which a filing gives the reasons for."""


FEWEST = 3
"""Words of a question that stands by itself: “how” of “how and when” does not."""
_JOINED = re.compile(r",? and (?=(?:how|why|whether|what|when|which|to whom)\b(?! much\b))")
"""Where one question follows another."""


def _clause(thing: str, _: Task) -> str:
    again = MEASURE.match(thing) and _OVER_PERIOD.search(thing)
    return "" if again or ASKING.match(thing) or "our response" in thing else inverted(thing)


def _figure(thing: str, _: Task) -> str:
    if ASKING.match(thing) or not (head := MEASURE.match(thing)) or len(thing.split()) > LONGEST:
        return ""
    if begins_aside(thing):
        return ""
    after = next((w.kind for w in words(thing) if w.start > head.end("head")), "")
    if thing[head.end() :].startswith(",") or (after in {"N", "S"} and head["head"].lower() != "total"):
        return ""
    total = re.match(r"(?:the |our )?total (?:[\w-]+ ){0,4}?[a-z]+s\b(?! and)", thing)
    many = bool(total) or head["head"].lower().endswith("s") or " and " in head[0]
    unit = "[●] percent" if "percent" in head["head"] else "$[●]" if _OF_MONEY.match(thing) else "[●]"
    return _over_time(thing, many, unit)


def _over_time(thing: str, many: bool, unit: str) -> str:
    """What the thing was, beside what it was before where it is one that each period or date has anew."""
    at, over = _AT_DATE.search(thing), _OVER_PERIOD.search(thing)
    span = at or over
    subject = closed(thing[: span.start()] + thing[span.end() :] if span else thing)
    determined = _PROPER_HEAD.match(subject) or many or subject[:1].isupper()
    subject = subject if determined else f"the {subject}"
    was = f"{'were' if many else 'was'} {unit}"
    if at:
        return f"At [●: balance sheet date], {subject} {was}, compared with {unit} at [●: prior balance sheet date]."
    again = over or (_AMOUNTS.search(thing) and not _STANDING.search(thing))
    return f"{raised(subject)} {was}{f' in [●: period], compared with {unit} in [●: prior period]' if again else ''}."


_AT_DATE = re.compile(
    r",? (?:at|as of) (?:(?:the )?(?:beginning and )?(?:the )?end of )?(?:each|the) (?:of the )?"
    r"(?:(?:periods?|years?|quarters?)(?: presented)?|latest balance sheet date|balance sheet dates?(?: presented)?)\b"
)
_OVER_PERIOD = re.compile(
    r",? (?:for|in|during) (?:(?:each|all|every)(?: of)?(?: the)? (?:fiscal )?(?:periods?|years?|quarters?)"
    r"(?: (?:presented|reported|covered))?|the (?:periods|years|quarters) presented)\b"
)
_AMOUNTS = re.compile(
    r"\b(?:revenues?|sales|expenses?|costs?|income|charges|loss(?:es)?|write-(?:downs|offs)|payments|purchases|"
    r"expenditures|contributions|fees|proceeds|premiums)\b"
)
_STANDING = re.compile(
    r"\b(?:per|could|may|might|would|next|rates?|threshold|expected|anticipated|future|planned)\b"
)
"""What is not told for each period: a price, a rate, or what may come."""


_OF_MONEY = re.compile(
    r"(?:the |our )?(?:[a-z]+ )?(?:carrying (?:amount|value)|amounts? of [^,;]*\b(?:revenues?|income|expenses?|"
    r"costs?|cash|deposits|debt|value|payments?|compensation|incentives|loans?|assets|tax|fees?|losses|rent|charges?)\b)"
)


def _noun(thing: str, task: Task) -> str:
    """“The key assumptions used” -> “The key assumptions used are [●: the key assumptions].”"""
    if moved := _CAUSES.match(thing):
        were = "were" if re.match(r"\w+s\b", moved["change"]) else "was"
        return f"The {moved['change']} {were} due to [●]."
    named = topic(thing) or _NAMING.match(thing) or _BARE.fullmatch(thing) or _OURS.fullmatch(thing)
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
    last = head.split()[-1:]
    if begins_aside(thing) or (last and _PAPER.fullmatch(last[0])):
        return ""
    if not last or not re.fullmatch(r"[\w'’-]+", last[0]) or last[0].lower() in _NO_HEAD:
        return ""
    parts = [topic(part) for part in re.split(r",? and (?=(?:the|any|our|its) )", thing)]
    many = bool(_PLURAL.search(last[0].lower())) or heads_many(head) or " and " in head or len(parts) > 1
    determined = _PROPER_HEAD.match(thing) or many or head[:1].isupper()
    money = re.search(rf"{_AMOUNTS.pattern}(?: [a-z]+ed)?$", head) and not _STANDING.search(thing)
    if money or ((_AT_DATE.search(thing) or _OVER_PERIOD.search(thing)) and not _NAMING.match(thing)):
        return _over_time(thing, many, "$[●]" if money else "[●]")
    subject = closed(thing if determined else f"the {thing}")
    return f"{raised(subject)} {'are as follows' if many else 'is'}{':' * many} [●]."


_OURS = re.compile(
    r"our (?!(?:discussion|disclosure|description|presentation|analysis|filing|note|table|policy|MD&A)\b)[\w-]+"
    r"(?: [\w-]+)?(?: (?:at|for|in|by|as of|during|on|from|of|to|under|with) [^,;:]+)?",
    re.I,
)
"""“Our order book at the end of each period”."""


_CAUSES = re.compile(
    r"^(?:the )?(?:(?:underlying|specific|main|principal|key|primary) )*(?:reasons?|causes?|drivers?) "
    r"(?:for|of|behind) (?:the|these|those|such|any) "
    r"(?P<change>(?:changes?|increases?|decreases?|declines?|fluctuations?)"
    r"(?: in (?!both\b|quantitative\b|qualitative\b)[^,;]+?)?)"
    r"(?: in (?:both )?(?:quantitative|qualitative)[\w ]*)?$"
)
"""“The underlying reasons for the change in revenue” asks what the change was due to."""


_PAPER = re.compile(
    r"(?:footnotes?|notes|tables?|columns?|disclosures?|sections?|statements|information)", re.I
)
"""What a filing contains, and no thing that it tells of."""
_NAMING = re.compile(
    r"(?:the|our|any|its) (?:[\w-]+ )?(?:reasons?|risks?|factors|effects?|impacts?|nature|extent|basis|terms|"
    r"circumstances|facts|efforts|steps|status|types?|criteria|procedures|initiatives|opportunities|methods|plans|"
    r"qualifications|components?|breakdown|assumptions|events|controls|amounts|segments|disclosures?)\b"
)
"""A general noun that says what it is of only behind it."""
_BARE = re.compile(r"(?:our|the) (?:[\w'’&-]+ ){0,4}[\w'’-]+s")
"""A plural with nothing behind it: “our mooring fees”."""


_NO_HEAD = frozenset(
    str.split("more further additional it them this that so same following accordingly separately")
)
