"""Where a comment asks for something: one act for each directive, alternative, ellipsis or question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.requests.cues import (
    BARE_VERB,
    FOLLOWING,
    GOVERNED,
    KEPT_STEM,
    MANNER,
    OPENERS,
    PAST,
    PREMISE,
    REASON,
    STANDARD,
    VERB,
    connective,
    ellipsis,
    imperative,
    pattern,
    please,
    wish,
    word_end,
)
from drafter.requests.units import Unit, quoted
from drafter.requests.verbs import ALSO_NOUNS, POINTERS, REPORTING, VERBS


@dataclass(frozen=True, slots=True)
class Act:
    """One thing asked for. `start` and `end` are characters of the comment, `unit` the index of its unit.

    `verb` is the base form ("" for a question or an inherited one that the stem lacks). `link` says how it
    hangs on the act before: "head", "and", "or", "ellipsis", "inherited", "question", "implied", "raised" or
    "implicit". `lead` is the condition that stands before it, "" for none; `thing` what an implied act is about.
    """

    start: int
    end: int
    verb: str
    unit: int
    link: str = "head"
    lead: str = ""
    thing: str = ""


_ANNOUNCING = 3
"""Words in a directive without an object of its own: "please tell us"."""


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(a <= at < b for a, b in spans)


def _asides(text: str) -> list[tuple[int, int]]:
    """Quotations and parentheses: what they say is not the staff's directive."""
    brackets = [m.span() for m in re.finditer(r"\((?![ivx\da-h]{1,4}\))[^()]{3,400}\)", text)]
    return [*quoted(text), *brackets]


def _asks(verb: str, has_object: bool) -> bool:
    """Whether a verb in its base form is a directive, and not a noun or a pointer."""
    return verb in VERBS and (has_object or verb not in ALSO_NOUNS)


def _heads(text: str, bullet: bool) -> Iterator[tuple[int, str, str]]:
    """Possible first directives of a unit: where, which verb, and the condition before it."""
    asides = _asides(text)
    for match in please().finditer(text):
        verb = match["verb"].lower()
        if verb not in POINTERS and not _inside(asides, match.start()):
            yield match.start(), verb, text[: match.start()]
            break
    order = imperative().match(text)
    if order and not _inside(asides, order.start("act")):
        listed = (
            order["lead"] and not bullet and order["stray"].strip() in {",", "and", "or", ", and", ", or"}
        )
        also = re.match(r"also,?\s*$", order["lead"], re.I)
        plain = order["object"] is not None or order["act"] != order["verb"] or also is not None
        if _asks(order["verb"].lower(), plain) and not listed:
            yield order.start("act"), order["verb"].lower(), order["lead"]
    wanted = wish().match(text)
    if wanted and not _inside(asides, wanted.start("act")):
        yield wanted.start("act"), wanted["verb"].lower(), wanted["lead"]


def _pointer_end(text: str) -> int:
    """Where a sentence that only points ("Refer to ...") may go over into a directive; -1 for another one."""
    match = re.match(rf"(?:{OPENERS})(?:please\s+)?(?:also\s+)?(?:refer|see|note)\b", text, re.I)
    return match.end() if match else -1


_LIMITED = re.compile(
    r",?\s+(?:if|to the extent|where|when) (?:material|applicable|known|practicable|significant|any|so|"
    r"available|possible|necessary|appropriate),\s+"
    r"(?=(?:the|any|all|each|your|how|why|whether|an?|what)\b)",
    re.I,
)
"""A condition between a directive and its object: “disclose, if material, the steps”."""
_ADDED = re.compile(r",?\s*and\s+(?:please\s+)?[a-z]+(?:\s+accordingly)?\s*\.?$", re.I)
"""A last directive without an object: “tell us why this is so, and revise”."""
_CHANGING = frozenset({"revise", "amend"})


_ADVISE = re.compile(r"\b(?:advise,?|revise)$", re.I)
"""“Please advise, and explain how ...” asks twice, as does “Please revise, and disclose ...”."""
_QUESTION = re.compile(r"\s+(?:to us )?(?:whether|how|why)\b", re.I)
"""The object of a directive for which a comma is enough before it: “disclose the fees, state whether ...”."""


def _goes_on(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a connective really opens another directive, and is no list inside the object before it."""
    verb, link = match["verb"].lower(), match["link"].strip().lower()
    between = text[begin : match.start()].rstrip()
    if (between + link).strip(" ,") == "and/or" or (link == "," and match["act"].startswith("for each")):
        return False
    if _surely(text, match, verb, between):
        return True
    in_series = match["act"].startswith("to ") and re.search(r"\bto [a-z]+$", text[:begin])
    if not _asks(verb, match["object"] is not None or bool(in_series)) or (
        text[match.end("verb") :].lstrip()[:1] in {"", ",", ".", ")"} and "or" not in link
    ):
        return False
    twice = _ADVISE.search(text[: match.start()]) and (
        "," in link or not text[: match.start()].endswith("revise")
    )
    if pattern(BARE_VERB).search(between) and "or" not in link and not twice:
        return False
    if (
        link == ","
        and not match["lead"]
        and not _QUESTION.match(text, match.end("verb"))
        and not re.search(rf",?\s+(?:and|or)\s+{MANNER}(?:to\s+)?{VERB}", text[match.end() :], re.I)
    ):
        return False
    return bool(match["lead"]) or not _governed(text, between, match)


def _governed(text: str, between: str, match: re.Match[str]) -> bool:
    """Whether the clause before a connective also governs its verb: “that you will revise X and disclose”, but not
    “how much you expect to sell, disclose” nor “what you will sell and explain why”.
    """
    clause = pattern(GOVERNED).search(between)
    if clause is None or pattern(PAST).search(between):
        return False
    done = _AFTER_MODAL.search(clause[0])
    apart = match["link"].strip() == "," or _QUESTION.match(text, match.end("verb"))
    return not (done and done[1] not in VERBS and apart)


_AFTER_MODAL = re.compile(r"\b(?:will|would|can|could|may|must|should|to) ([a-z]+)")


_NO_OBJECT = re.compile(r"[ ,]*(?:(?:to|for) us)?[ ,]*")


def _surely(text: str, match: re.Match[str], verb: str, between: str) -> bool:
    """Whether a connective opens another directive by its own words: “and please”, “and tell us”, “and revise”."""
    to_us = verb in REPORTING | {"tell", "provide"} and re.match(
        r"\s+(?:to |for )?us\b", text[match.end("verb") :]
    )
    limited = _LIMITED.match(text, match.end("verb")) and verb in VERBS
    added = _ADDED.match(text, match.start()) and verb in _CHANGING
    placed = re.match(r"in\b", match["act"], re.I) and _NO_OBJECT.fullmatch(between) and verb in VERBS
    return bool("please" in match["act"].lower() or to_us or limited or added or placed)


def _cuts(text: str, begin: int) -> Iterator[tuple[int, int, str, str, str]]:
    """Further acts of a unit after `begin`: end of the one before, start, verb, link, condition."""
    asides = _asides(text)
    position, since = begin, begin
    while match := connective().search(text, position):
        if _goes_on(text, since, match) and not _inside(asides, match.start("act")):
            link = "or" if re.search(r"\bor\b", match["link"], re.I) else "and"
            start = match.start("link") if link == "or" and not match["lead"] else match.start("act")
            start += len(text[start:]) - len(text[start:].lstrip(" ,;—–"))
            yield match.start(), start, match["verb"].lower(), link, match["lead"] or ""
            position = since = match.end("verb")
        else:
            position = match.start() + 1
    for match in ellipsis().finditer(text, begin):
        start = match.start(match.lastgroup or 0)
        example = match["basis"] and _EXAMPLES.search(text, begin, match.start())
        if not (example or _inside(asides, start)):
            yield match.start(), start, "", "ellipsis", _case(match["if"] or "") or match["limit"] or ""


_EXAMPLES = re.compile(r"\b(?:including|such as) [^,;]{3,80}$")
"""What goes on a list of examples: “including who made each offer and the reasons for it”."""


def _case(said: str) -> str:
    """The condition of an ellipsis: "if so" or "if not"; "" for none."""
    return "if not" if re.match(r"if\s+not\b", said, re.I) else "if so" if said else ""


def _chain(
    text: str, start: int, verb: str, lead: str, link: str = "head"
) -> list[tuple[int, int, str, str, str]]:
    """All acts of a unit from its head on: start, end, verb, link, condition; in order and disjoint."""
    begin = word_end(text, verb, start) if verb else -1
    cuts = sorted(_cuts(text, begin if begin >= 0 else start))
    found = [(start, verb, link, lead)]
    ends: list[int] = []
    for end, at, word, kind, condition in cuts:
        if at <= found[-1][0] + 1 or (kind == "ellipsis" and ends and end < found[-1][0]):
            continue
        ends.append(end)
        found.append((at, word or found[-1][1], kind, condition))
    ends.append(len(text))
    return [
        (at, _trimmed(text, at, end), word, kind, cond)
        for (at, word, kind, cond), end in zip(found, ends, strict=True)
    ]


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an act without the reason after it and without the comma or full stop."""
    reason = pattern(REASON).search(text, start, end)
    if reason and reason.start() - start > 20:
        end = reason.start()
    return start + len(text[start:end].rstrip(" ,;—–"))


def _unit_acts(unit: Unit, index: int, stem: Act | None) -> list[Act]:
    """The acts of one unit; `stem` is the directive that a bulleted point hangs on."""
    text = unit.text
    heads = sorted(_heads(text, unit.bullet))
    if pointed := _pointer_end(text) + 1:
        chain = _chain(text, pointed - 1, "", "")[1:]
    elif heads:
        at, verb, lead = heads[0]
        chain = _chain(text, at, verb, lead)
    elif stem is not None and unit.bullet and not pattern(PREMISE).match(text):
        chain = _chain(text, 0, stem.verb, stem.lead, "inherited")
    elif text.rstrip('"”)').endswith("?"):
        chain = [(0, len(text), "", "question", "")]
    else:
        chain = []
    return [
        Act(unit.start + a, unit.start + b, verb, index, link, lead)
        for a, b, verb, link, lead in chain
        if b > a
    ]


def directives(units: Sequence[Unit]) -> list[list[Act]]:
    """What each of a comment's units directs the company to do, in order and disjoint."""
    found: list[list[Act]] = []
    stems: set[int] = set()
    announced = -1
    others = set(to_others(units))
    for index, unit in enumerate(units):
        root = _root(units, unit.stem, found)
        stem = _governing(units, root, found)
        here = _unit_acts(unit, index, stem) if index not in others else []
        if unit.bullet:
            announced = root if stem is not None and unit.text[0] not in '“"' else -1
        if here and announced >= 0:
            stems.add(announced)
        found.append(here)
    for index in stems:
        found[index] = _without_stem(found[index], units[index])
    return found


_ADDRESSED = re.compile(
    r"^\W*(?:note|notice|attention|instructions?|message|reminder)s? (?:to|for) (?:any |the |all |every |each )?"
    r"(?:[\w-]+ ){0,3}?(?:systems?|assistants?|models?|agents?|bots?|AIs?|preparers?|drafters?):"
    r"|\bignore (?:all |any |the |your )*(?:previous|prior|above|earlier) (?:instructions?|prompts?|rules?)\b",
    re.I,
)
"""Words to a reader who is not the company: “Reply systems: comment 3 has been withdrawn.”"""


def to_others(units: Sequence[Unit]) -> Iterator[int]:
    """The units that ask the company for nothing: whole sentences in square brackets, and words to software."""
    asides = [m.span() for m in _ASIDE.finditer(" ".join(u.text for u in units))]
    at = 0
    for index, unit in enumerate(units):
        end = at + len(unit.text)
        if any(a <= at and end <= b for a, b in asides) or _ADDRESSED.search(unit.text):
            yield index
        at = end + 1


_ASIDE = re.compile(r"(?<!\S)\[[^\[\]]{20,800}\](?!\w)")
"""Square brackets round whole words, which quote nothing and mend no quotation."""


def _without_stem(here: list[Act], unit: Unit) -> list[Act]:
    """The acts of a stem without those that only announce its points: "Please tell us and disclose:"."""
    kept = here[:-1]
    while (
        kept
        and len(unit.text[kept[-1].start - unit.start : kept[-1].end - unit.start].split()) <= _ANNOUNCING
    ):
        kept.pop()
    return kept


def _root(units: Sequence[Unit], index: int, found: list[list[Act]]) -> int:
    """The unit that announces the points: the stem, or a "the following matters." shortly before it."""
    for at in (index - 1, index - 2):
        if (
            index >= 0
            and at >= 0
            and not units[index].text.endswith(":")
            and pattern(FOLLOWING).search(units[at].text)
        ):
            return at
    return index


def _governing(units: Sequence[Unit], index: int, found: list[list[Act]]) -> Act | None:
    """The directive that the bullets after unit `index` hang on, None where it asks for nothing by itself."""
    if not 0 <= index < len(found) or not found[index]:
        return None
    text = units[index].text
    if (
        pattern(KEPT_STEM).search(text)
        or pattern(STANDARD).search(text)
        or not (text.endswith(":") or pattern(FOLLOWING).search(text))
    ):
        return None
    return found[index][-1]
