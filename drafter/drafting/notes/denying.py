"""What a note denies without a verb: “No assets in sanctioned countries”, “No opinions relied on”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import MASS, Setting, is_common, many
from drafter.drafting.language.being import plural
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import heads_many, may_act, words
from drafter.drafting.language.undergoing import matter
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.fragments import passive_subject

_NO = re.compile(r"[Nn]o (?P<thing>[^.;:]+?)(?P<yet> yet)?$")
_SO = re.compile(r",? then$")
"""What only draws the conclusion: “No consent then”."""
_HEAD = re.compile(
    r"(?P<head>.*?)(?P<rest>(?:,| (?:in|of|for|to|over|before|with|at|below|above|between|"
    r"from|under|after|during|by|on)\b).*|)$"
)
_DONE = re.compile(r"(?P<noun>(?:[\w-]+ )+?)(?P<done>[a-z]+(?:ed|en|made|held|paid)(?: on| upon)?)$")
_THIRD = {"have": "has"}
_SINCE = re.compile(r"\bsince(?: (?:19|20|[A-Z]|fiscal|the)|$)|\b(?:so far|to date|ever)\b")


def denied(text: str, setting: Setting, _: str) -> str:
    """The denial as a clause: of what the comment asks whether the company has it, of what was done, or of a thing."""
    if (bare := _BARE.match(text)) and not finite(text):
        so_far = _SINCE.search(text) or text.endswith(" yet")
        be = _is_or_was("nothing", bare["rest"], setting) if bare["none"] == "Nothing" else "were"
        be = be if not so_far else "has been" if bare["none"] == "Nothing" else "have been"
        return f"There {be} {lowered(text)}"
    if proposed := re.match(r"No (?P<thing>[a-z -]+) (?:proposed|intended)(?: here| now)?$", text):
        return f"The Company does not propose any {proposed['thing']}"
    if pair := _AND_NONE.match(text):
        first = denied(pair["first"], setting, _)
        return f"{first}, and none is {pair['more']}" if first else ""
    none = _NO.match(_SO.sub("", text))
    if none is None or finite(text) or passive_subject(text) or _NOT_SAID.search(text):
        return ""
    return _several(none["thing"], setting) or _one(none["thing"], bool(none["yet"]), setting)


_BARE = re.compile(
    r"(?P<none>None|Nothing) (?P<rest>(?:in|of|at|on|for|from|under|to|by|since|other|so|yet(?=$))\b.*)$",
    re.S,
)
_AND_NONE = re.compile(
    r"(?P<first>No [^,;]+?),? and none (?P<more>(?:being )?[a-z]+(?:ed|en|ade|eld|ue|ought)\b[^,;]*)$"
)
"""A second denial that is said of the same: “No amendment since and none due”."""
_NOT_SAID = re.compile(
    r"^[Nn]o (?:(?!\bno\b).)*\b(?:of it|of them)\b|\b(?:nor|without)\b|\b(?:then|either)\b.*,|, so\b|[:?]"
)
"""Denials that lean on words before them or hold two clauses."""


def _several(thing: str, setting: Setting) -> str:
    """“No formula, no weights” as one clause; "" for what denies one thing or says more of it than its name."""
    items = [re.sub(r" either$", "", item) for item in _AGAIN.split(thing)]
    whole = all(re.fullmatch(r"[A-Za-z][\w'’ -]{1,40}", item) for item in items)
    if len(items) < PAIR or not whole or any(_has_verb(item) for item in items):
        return ""
    be = "has been" if _SINCE.search(items[0]) else _is_or_was(items[0], "", setting)
    if len(items) > PAIR:
        return f"There {be} no {', '.join(items[:-1])} or {items[-1]}"
    last = _is_or_was(items[1], "", setting)
    last = {"is": "was", "are": "were"}.get(last, last) if be in {"was", "were"} else last
    again = "" if last == be or last in {"is", "was"} else f"there {last} "
    return f"There {be} no {items[0]} and {again}no {items[1]}"


_AGAIN = re.compile(r",? (?:and )?no ")
PAIR = 2
"""Things that are denied together."""


def _one(thing: str, yet: bool, setting: Setting) -> str:
    parts = _HEAD.match(thing)
    head, rest = (parts["head"], parts["rest"]) if parts else (thing, "")
    if done := _DONE.match(head):
        noun = done["noun"].strip()
        if heads_many(noun) or not _has_verb(noun):
            return f"No {noun} {'were' if many(noun) else 'was'} {done['done']}{rest}"
    if _IN_THE_TEXT.fullmatch(thing):
        return f"The Company does not propose any {thing}"
    if verb := _held(head, setting.comment):
        return f"The Company {verb} no {thing}"
    if _SINCE.search(thing):
        ever = re.sub(r",? ever$", "", thing)
        return f"There {'have' if plural(head) or heads_many(head) else 'has'} been no {ever}"
    if _has_verb(thing):
        return ""
    until = " at this time" if yet else ""
    return f"There {_is_or_was(head, f'{rest} now' if yet else rest, setting)} no {thing}{until}"


def _has_verb(thing: str) -> bool:
    return any(word.kind in "VZB" for word in words(f"no {thing}"))


_IN_THE_TEXT = re.compile(
    r"(?:further |such |other )?(?:change|revision)s? (?:to|in) (?:(?:the|our|its|this|that) )?(?:[\w-]+ ){0,2}"
    r"(?:cover page|disclosures?|filing|tables?|captions?|text|wording|presentation|notes?|footnotes?|policy|section)"
)
"""A change of the filing, which a note without a verb refuses: “No change to the cover page.”"""


def _is_or_was(head: str, rest: str, setting: Setting) -> str:
    """The verb before what there is none of: past of what happens, and of what the comment asks about the past."""
    dated = re.search(
        r"\bbefore\b|\b(?:between(?: the)?|after) [A-Z\d]|\b(?:19|20)\d\d\b|\b(?:in|for) (?:\w+ )?(?:years|periods?)\b",
        rest,
    )
    past = (dated or _HAPPENS.search(head) or _asked_of_past(head, setting.comment)) and not _NOW.search(
        f"{head} {rest}"
    )
    several = plural(head) or heads_many(head)
    return ("were" if past else "are") if several else ("was" if past else "is")


_NOW = re.compile(r"\b(?:at present|now|currently|today|any ?more|longer|as of the date|more)\b")
_HAPPENS = re.compile(
    r"\b(?:changes?|sales?|transfers?|loss(?:es)?|damages?|charges?|impairments?|write-(?:downs?|offs?)|"
    r"settlements?|judgments?|fines?|payments?|contributions?|incidents?|breach(?:es)?|complaints?|"
    r"discussions?|contacts?|meetings?|engagements?|transactions?|adjustments?|waivers?|departures?|redemptions?|borrowings?|defaults?|"
    r"disagreements?|differences?|deviations?|amendments?|restatements?|errors?|misstatements?|trades?|gifts?|"
    r"gross-ups?|conversations?|offers?|bids?|withdrawals?|reversals?|use|comments?|layoffs?|terminations?|cancellations?)$"
)
"""What happens rather than is: “No change of terms”."""


def _asked_of_past(head: str, comment: str) -> bool:
    """Whether the comment asks of the same thing what there was of it: “whether the work raised any conflict”."""
    noun = re.escape(head.split()[-1].lower())
    said = re.search(rf"\b(?P<verb>[a-z]+ed|did|was|were|had) (?:[a-z]+ ){{0,3}}?{noun}", comment)
    return bool(said) and not re.search(rf"\b(?:has|have|is|are) {said['verb'] if said else ''}\b", comment)


_THING = re.compile(
    r"^(?P<head>(?:[A-Za-z][\w'’-]*|\d+-[a-z-]+)(?: [a-z][\w'’-]*){1,4}?)(?P<rest>(?:,| "
    r"(?:of|for|in|with|to|on|by|at|from|over|under|between|per|that|which)\b).*|)$",
    re.S,
)
_NO_THING = re.compile(
    r"(?:also|only|just|see|per|not|as|in|on|at|for|of|about|over|under|[a-z]+ly|[a-z]+ed|[a-z]+ing|"
    r"first|last|next|new|reasonably|same|exhibits?|pages?|notes?|items?|full|form|draft|copy|text|language)\b",
    re.I,
)
"""How words begin that name no thing there is."""
SHORTEST_THING, LONGEST_THING = 3, 10
"""Words of a thing that “there is”."""


_TO_COME = re.compile(
    r"\b(?:next|coming|beginning|starting|going forward|from (?:the )?Form|future filings)\b"
)
"""What shows that the thing is still to be."""


_TO_DO = re.compile(
    r"\b(?:partner|counsel|lawyer|team|controller|manager|auditor|banker|actuary)s? to [a-z]+ "
)
"""Somebody who is bidden to do something."""


def existing(text: str, setting: Setting, before: str) -> str:
    """A thing without a verb as a clause: “Price list for both” -> “There is a price list for both”."""
    found = _THING.match(text) if not before or is_clause(before) else None
    if (
        found is None
        or not _names(found["head"])
        or finite(text)
        or _NO_THING.match(text)
        or ":" in text
        or _TO_DO.search(text)
        or _TO_COME.search(text)
        or re.search(r", (?!not\b|(?:19|20)\d\d\b)", text)
        or not SHORTEST_THING <= len(text.split()) <= LONGEST_THING
    ):
        return ""
    if not (is_common(text, setting) or re.match(r"(?:\w+|\d+)-(?:year|month|day)\b", text)):
        return ""
    small = f"{text[:1].lower()}{text[1:]}"
    if _TERM.search(found["head"]) and (about := matter(setting.comment)):
        return f"{raised(about)} {'have' if many(about) else 'has'} {'an' if small[0] in 'aeiou' else 'a'} {small}"
    if many(found["head"]) or heads_many(found["head"]):
        return f"There are {small}"
    mass = MASS.search(found["head"].split()[-1])
    return f"There is {'' if mass else 'an ' if small[0] in 'aeiou' else 'a '}{small}"


_TERM = re.compile(r"\b(?:term|life|duration|maturity|option|cap|floor|coupon|lock-up|provision|clause)$")
"""What an agreement or a security has."""


def _names(head: str) -> bool:
    """Whether the words are the name of a thing: nouns with what qualifies them, and a noun at the end."""
    kinds = "".join(w.kind for w in words(head))
    other = re.search(r"\b(?:only|all|net|year|month|quarter)$|^(?:only|all|net)\b", head, re.I)
    return bool(re.fullmatch(r"[NSJ#GEOK]*[NS]", kinds)) and not other and not may_act(head)


def _held(head: str, comment: str) -> str:
    """The verb by which the comment asks whether the company has such a thing: “whether you hold any assets”."""
    first = re.escape(head.split()[0].lower())
    found = re.search(
        rf"\byou (?P<verb>have|hold|own|maintain|use|conduct|engage) (?:any )?(?:[\w-]+ )?{first}", comment
    )
    return _THIRD.get(found["verb"], f"{found['verb']}s") if found else ""
