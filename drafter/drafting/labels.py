"""Labels of counsel's shorthand and what stands under them: “Rate: SOFR plus 7.25%”, “2025: $1.2 million”."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.drafting.articles import (
    DETERMINED,
    Setting,
    article,
    is_common,
    many,
    small,
    subject_of,
)
from drafter.drafting.casing import lowered, raised
from drafter.drafting.fragments import completed
from drafter.drafting.heads import names_thing
from drafter.drafting.listing import amount_for, by_period, listed_after, measured, parts_of
from drafter.drafting.rows import row, under_label
from drafter.drafting.tagging import leans, words
from drafter.drafting.verbs import finite, is_clause

Clauses = Callable[[str, Setting], str]
"""What makes the clauses of a text whole."""

_LABEL = re.compile(r"^(?P<label>(?:[^:;.$“\"]|\.(?=\d)|\$(?=\d)|\(\$[^)]*\)){2,80}):\s+(?P<rest>.+)$", re.S)
_PERIOD = re.compile(
    r"^(?:fiscal(?: year)? \d{4}|(?:19|20)\d\d|Q[1-4] \d{4}|"
    r"(?:the )?(?:first|second|third|fourth) quarter(?: of)? (?:fiscal )?\d{4})$",
    re.I,
)
_JUDGED = re.compile(r"^(?P<not>not )?(?P<word>[a-z]+(?:able|ible|ed|ant)|material|immaterial)$", re.I)
_DESCRIBING = re.compile(
    r"\b(?:terms|assumptions|inputs|factors|reasons|components|drivers|criteria|steps|changes|measures|elements|"
    r"indicators|amounts|figures|values|names|members|locations|dates|conditions|uses|causes|items|products|services|"
    r"customers|segments|triggers|features|duties|roles|controls|procedures|peers)\b",
    re.I,
)
"""What a list under a label spells out."""
_PROVIDING = re.compile(
    r"\b(?:charter|agreement|lease|contract|policy|plan|bylaws|indenture|code|rule|section [\d.]+)s?$", re.I
)
_CONSISTING = re.compile(
    r"\b(?:package|report|deck|portfolio|board|committee|team|group|consideration|compensation|award|network|fleet|"
    r"pipeline|book|binder|pack|materials|table|plan)$",
    re.I,
)
_ACTS = re.compile(
    r"(?:Gets|Receives|Uses|Reviews|Includes|Covers|Has|Owns|Holds|Sells|Pays|Reports|Provides|Shows) "
)
"""A label that says what somebody does: “Gets a monthly book: revenue, backlog”."""
_WHO_SAID = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?$")
_OWN_SUBJECT = re.compile(r"(?:the|we|our|it|this|that|these|they|there|I)\b")
"""How a clause begins that its label only says who told."""
_TYPO = re.compile(r"^(?:typo|typographical error)$", re.I)
_FIGURE = re.compile(
    r"(?:about |approximately |nearly |under |over |less than |more than )?[$\d](?!.*, (?=.*\w))"
)
_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?,? \d{4}"
)
_SHORT = 7
"""Words that a label can have for its predicate without a colon."""
MOST_PLAIN = 2
"""Words that a package or a board can simply be."""
_DEFINES = re.compile(
    r"(?:anyone|any|the number|those|all|each|every|an?|users|customers|patients|members) ", re.I
)
_PAID = re.compile(r"\b(?:bonus|bonuses|incentives?|pay|payout|award|PSUs|earn-?out)$", re.I)
_LAST = {"matures": "maturity", "due": "maturity", "expires": "expiry", "ends": "an end"}
_ONE_THING = re.compile(
    r"^(?:the )?(?:cause|reason|driver|purpose|basis|source|trigger|method|approach|outcome|status|main driver|"
    r"main reason|root cause)$",
    re.I,
)
"""A label of one thing, which is what stands under it."""
_OFFICE = re.compile(
    r"\b(?:CISO|CEO|CFO|officer|director|auditor|appraiser|specialist|chair|QP|qualified person)$", re.I
)


def _names_person(label: str) -> bool:
    """Whether the label names an office: not “option awards for the chief executive officer”."""
    return bool(_OFFICE.search(re.split(r" (?:for|of|to|by|from|with) ", label)[0]))


def _label(text: str) -> re.Match[str] | None:
    """The label and what stands under it; None without one, or where its colon stands within brackets."""
    found = _LABEL.match(text)
    return found if found and found["label"].count("(") == found["label"].count(")") else None


def unnamed(text: str) -> bool:
    """Whether what stands under a label is told of nothing that the label names, so that no words are put to it:
    “Acquired: in after a year”, “Down: $2 million”, “For the kiln: one permit”.
    """
    found = _label(text)
    if found is None or names_thing(found["label"]) or finite(found["label"]):
        return False
    one = " " not in found["label"].strip()
    return one or bool(re.match(r"[$€£\d(]", found["rest"])) or bool(_AT_SOME_TIME.match(found["label"]))


def labelled(text: str, setting: Setting, clauses: Clauses) -> str:
    """The text with its label made a subject or a place, as one sentence without full stop; "" without a label."""
    found = _label(text)
    if found is None:
        return ""
    label, rest = _in_units(found["label"].strip(), found["rest"].strip().rstrip(" ."))
    label = _of_amount(label, rest)
    if parts := parts_of(label, rest) or amount_for(label, rest):
        return parts
    label = re.sub(
        r"(?<=[a-z])(?<![Ff]iscal)(?<! for)(?<! in)(?<! of) ((?:fiscal )?20\d\d)$", r" in \1", label
    )
    if in_row := under_label(label, rest, setting):
        return in_row
    if told := re.match(r"(?P<label>.+) (?P<be>was|is|were|are)$", label):
        return f"{subject_of(told['label'], setting)} {told['be']} {rest}"
    if _PERIOD.match(label):
        return _in_period(label, rest, setting, clauses)
    if _AT_SOME_TIME.match(label):
        return _introduced(label, rest, setting, clauses)
    label = re.sub(r"^(?:on|re|as to|about|regarding) ", "", label, flags=re.I)
    judged = _JUDGED.match(label)
    if judged and (_KEPT.match(label) or "AJ0" in leans(label.split()[-1].lower())):
        return _judged(judged, rest)
    return _with_verb(label, rest, setting, clauses) or _named(label, rest, setting, clauses)


_KEPT = re.compile(r"(?:not )?(?:included|excluded|omitted|redacted|removed|deleted|added)$", re.I)
"""What was done with what stands under the label."""
_AT_SOME_TIME = re.compile(
    r"(?:In|At|On|As of|Under|Since|After|Before|During|Until|Through|For|By|From|With|Within|Of)\b"
)
"""How a label begins that says when, where or for whom what stands under it holds."""


def _introduced(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A clause behind the words that say when or where it holds: “In Ohio: the kiln runs”; "" for no clause."""
    whole = clauses(rest, setting)
    if not is_clause(rest) or not is_clause(whole):
        return ""
    return f"{lowered(label)}, {_inside(whole, setting)}"


def _with_verb(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label that is a clause or can be made one, with what stands under it behind its colon; "" for a name."""
    if done := completed(label) if not (finite(label) or re.match(r"[$\d]", rest)) else "":
        return f"{article(raised(done), setting)}: {_behind(rest, setting, clauses)}"
    if finite(label) or _ACTS.match(label):
        return f"{clauses(label, setting)}: {_behind(rest, setting, clauses)}"
    return ""


def _behind(rest: str, setting: Setting, clauses: Clauses) -> str:
    """What stands behind the colon of a clause: a clause, amounts in a row, or as it was typed."""
    if row(rest):
        return re.sub(r"[,;] (?:and )?(?=[^,;]*$)", " and ", rest)
    return lowered(clauses(rest, setting)) if is_clause(rest) else rest


def _named(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label that names a thing with what is told of it; "" where it names none: “Not before: ...”, “Two: ...”."""
    if aside := _aside(label, rest, setting, clauses):
        return aside
    if not names_thing(label):
        return ""
    return _listed(label, rest, setting) or _described(label, rest, setting, clauses)


def _of_amount(label: str, rest: str) -> str:
    """The label, one that only qualifies the figure under it as that amount: “Qualitative: $2 million”."""
    qualifies = re.fullmatch(r"[A-Z][a-z]+", label) and words(label)[0].kind == "J"
    return f"{label} amount" if qualifies and re.match(r"[$€£]\d", rest) else label


def _aside(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """What stands under a label that says who told it, or only that something went wrong; "" for any other label."""
    speaks = _WHO_SAID.match(label) and label not in setting.comment and words(label)[0].kind != "#"
    if speaks and _OWN_SUBJECT.match(rest):
        return clauses(rest, setting)
    if (summed := _SUM.fullmatch(label)) and (amount := _SUM_OF.match(rest)):
        when = f" in {summed['year']}" if summed["year"] else ""
        more = f"; {lowered(clauses(amount['more'], setting))}" if amount["more"] else ""
        return f"the Company {summed['did'].lower()} {amount['sum']}{when}{more}"
    if _SAYS_NOTHING.fullmatch(label) and finite(rest.split("; ")[0]):
        return clauses(rest, setting)
    return f"this was a typographical error; {lowered(clauses(rest, setting))}" if _TYPO.match(label) else ""


_SUM = re.compile(
    r"(?P<did>Paid|Accrued|Received|Recorded|Spent|Reserved|Borrowed|Repaid|Sold|Bought)(?: (?:in )?(?P<year>20\d\d))?",
    re.I,
)
_SUM_OF = re.compile(r"(?P<sum>(?:about )?\$\d[^;]*)(?:; (?P<more>.+))?$")
_SAYS_NOTHING = re.compile(
    r"(?:the )?(?:error|mistake|slip|correction|corrected|scrivener.?s error|answer|response|note|"
    r"fact|facts|point|position|background|reason|cause|why)",
    re.I,
)
"""Labels that say nothing of what stands under them."""


def _in_period(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    years = re.split(r"[;,]\s+(?=(?:fiscal )?(?:19|20)\d\d: )", f"{label}: {rest}")
    pairs = [re.match(r"((?:fiscal )?(?:19|20)\d\d): (.+)$", y) for y in years]
    found = [p for p in pairs if p]
    if len(found) == len(years) and all(re.match(r"\$?\d", p[2]) for p in found):
        said = [f"{p[2]} {'for' if 'fiscal' in p[1] else 'in'} {p[1]}" for p in found]
        return f"the amount was {_series(said)}"
    if is_clause(whole := clauses(rest, setting)):
        when = lowered(label) if label[0] == "F" else label
        return f"in {when}, {lowered(whole)}"
    return f"the amounts for {lowered(label)} were as follows: {rest}"


_PAIR = re.compile(r"([A-Z][\w ]{1,40}): (\$?\d[^:]*)$")
"""One of several labels with its figure: “AY 2019: $9.6 million, AY 2020: $13.1 million”."""
_UNIT = re.compile(
    r",? ?\((?:in )?\$ ?(?:in )?(?P<unit>millions|thousands|mm?|000s?|billions)\)|,? in (?P<said>millions|thousands)$",
    re.I,
)


def _in_units(label: str, rest: str) -> tuple[str, str]:
    """The label without its unit, and the figures under it with theirs: “Loans ($ millions): office 412.6”."""
    found = _UNIT.search(label)
    if found is None:
        return label, rest
    unit = {"m": "million", "b": "billion", "t": "thousand", "0": "thousand"}[
        (found["unit"] or found["said"])[0].lower()
    ]
    figured = re.sub(
        r"(?<![\w$.,])\$?(\d[\d,]*(?:\.\d+)?)(?![\d.]*\d)(?=\s*(?:[;,.]|$| (?:un)?favorable\b| adverse\b))",
        rf"$\1 {unit}",
        rest,
    )
    return (label[: found.start()] + label[found.end() :]).strip(), figured


def _series(said: list[str]) -> str:
    if len(said) < 2:
        return said[0]
    return f"{', '.join(said[:-1])}{',' if len(said) > 2 else ''} and {said[-1]}"


def _judged(label: re.Match[str], rest: str) -> str:
    """What is so: “Unavailable: impairment charges”, “Excluded: the warrants”, “Not material: $0.4 million”."""
    word = f"{label['not'] or ''}{label['word']}".lower()
    if re.match(r"(?:about )?\$?\d", rest):
        figures = re.sub(r", (?=(?:about )?\$\d[^,]*(?:, 20\d\d)?$)", " and ", rest)
        return f"the amount, {figures}, was {word}"
    several = re.search(r",| and |[^s]s$", rest)
    what = f"following {'were' if several else 'was'}" if word.endswith("ed") else "following information is"
    return f"the {what} {word}: {rest}"


def _listed(label: str, rest: str, setting: Setting) -> str:
    """A label over figures: by period, by name, or one figure or day."""
    pairs = [_PAIR.match(p) for p in re.split(r"[;,]\s+(?=[A-Z]\w*(?: \w+){0,3}: )", f"{label}: {rest}")]
    found = [p for p in pairs if p]
    if len(found) == len(pairs) > 1:
        return f"the amounts were as follows: {'; '.join(f'{p[1]}, {p[2]}' for p in found)}"
    said = by_period(rest) or (f"as follows: {items}" if (items := listed_after(rest)) else "")
    if said:
        label = re.sub(
            r"(?<=[a-z])(?<! for)(?<! in)(?<! of)(?<!fiscal) ((?:fiscal )?20\d\d)$", r" for \1", label
        )
        if re.match(r"(?:at|as of|in|during|through|on) ", label, re.I):
            return f"the amounts {lowered(label)} were {said}"
        return f"{subject_of(label, setting)} {'were' if many(label) else 'was'} {said}"
    acts = any(word.kind in "ZB" for word in words(rest))
    if (
        not acts
        and (_FIGURE.match(rest) or _DAY.fullmatch(rest))
        and not finite(rest)
        and not _names_person(label)
    ):
        return measured(label, rest, setting)
    return ""


def _described(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label and what is said under it, where neither figure nor date stands alone."""
    subject, be = subject_of(label, setting), "are" if many(label) else "is"
    if not finite(rest) and (said := _predicate(label, rest, setting)):
        return f"{subject} {said}"
    head, _, more = rest.partition("; ")
    if more and _ONE_THING.search(label) and not finite(head):
        return f"{subject} {be} {lowered(head)}; {lowered(clauses(more, setting))}"
    if tail := _TAIL.match(rest):
        return f"{subject} {be} {tail['head']}, with {_LAST[tail['verb']]} on {tail['day']}"
    return _clause_under(label, rest, setting, clauses)


def _predicate(label: str, rest: str, setting: Setting) -> str:
    """What the label is, is based on or consists of; "" where the words under it are more than that."""
    several = many(label)
    be = "are" if several else "is"
    short = not re.search("[,;]", rest) and len(rest.split()) <= _SHORT
    if rest.startswith("only ") and len(rest.split()) > MOST_PLAIN:
        return f"{'consist' if several else 'consists'} only of {rest[5:]}"
    if _names_person(label) and re.match(
        r"(?:(?:Mr|Ms|Mrs|Dr)\. )?[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+\b", rest
    ):
        return f"{be} {re.sub(r', (?=(?:employee|officer|director|consultant)$)', ', an ', rest)}"
    if _PAID.search(label) and not re.search(r"\d", rest):
        return f"{be} based on {lowered(rest)}"
    if _ONE_THING.search(label):
        return f"{be} {lowered(rest)}"
    if _DEFINES.match(rest):
        return f"{be} {lowered(rest)}"
    if _CONSISTING.search(label) and len(rest.split()) > MOST_PLAIN:
        return f"{'consist' if several else 'consists'} of {lowered(rest)}"
    if short and not re.match(r"(?:no|open|used|all|each|only)\b", rest):
        return f"{be} {small(rest, setting)}"
    return f"has the following background: {rest}" if _names_person(label) else ""


def _clause_under(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label with a clause under it, or with what it provides for or spells out."""
    subject, several = subject_of(label, setting), many(label)
    if _DESCRIBING.search(label) and not finite(rest) and re.search(r"[,;] ", rest):
        return f"{subject} {'are' if several else 'is'} as follows: {lowered(rest)}"
    whole = clauses(rest, setting)
    providing = _PROVIDING.search(label)
    if is_clause(re.split(r"[,;] ", whole)[0]) and not (providing and not finite(rest)):
        return _for(label, rest, whole, setting)
    if providing:
        parts = [p for p in whole.split("; ") if not finite(p)]
        whole = whole if len(parts) < whole.count("; ") + 1 else " and ".join(parts)
        return f"{subject} {'provide' if several else 'provides'} for {lowered(article(whole, setting))}"
    if _DESCRIBING.search(label) or several:
        return f"{subject} {'are' if several else 'is'} as follows: {lowered(rest)}"
    return ""


def _for(label: str, rest: str, whole: str, setting: Setting) -> str:
    """A clause with the thing of which it holds before it; what is quoted or denied of the thing is said of it."""
    about = _about(label, setting)
    named = about[:1].isupper() and not label.isupper()
    thing = about if named else subject_of(raised(about), setting)
    if rest[:1] in '“"':
        return f"{thing} {'are' if many(label) else 'is'} as follows: {rest}"
    if _SUPPLIED.match(whole) and not _SUPPLIED.match(rest):
        return ""
    if re.match(r"[Tt]here (?:is|are|was|were) no [a-z -]+$", whole):
        return f"{whole} for {thing}"
    return f"for {thing}, {_inside(whole, setting)}"


_SUPPLIED = re.compile(
    r"(?:this|it|they|the amounts?|the figures?) (?:is|are|was|were|has|have|does|represented)\b", re.I
)
"""A subject that the words under a label lack."""


def _inside(whole: str, setting: Setting) -> str:
    return lowered(whole) if DETERMINED.match(whole) or is_common(whole, setting) else whole


def _about(label: str, setting: Setting) -> str:
    """The label with a small letter, unless it is a name."""
    words = re.fullmatch(r"(?:[A-Z][\w&.]*|[\w-]+) [a-z][\w '-]*", label)
    if is_common(label, setting):
        return small(label, setting)
    known = re.search(rf"[a-z,] {re.escape(label.split()[0])}\b", setting.admitted)
    return lowered(label) if words and not known else label


_TAIL = re.compile(r"(?P<head>[^,;]{2,40}), (?P<verb>matures|expires|due|ends) (?:on )?(?P<day>[A-Z].*)$")
"""“SOFR plus 7.25%, matures March 14, 2029”."""
