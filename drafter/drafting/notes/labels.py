"""Labels of counsel's shorthand and what stands under them: “Rate: SOFR plus 7.25%”, “2025: $1.2 million”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import (
    Setting,
    article,
    many,
    subject_of,
)
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.heads import headed, names_thing
from drafter.drafting.language.tagging import words
from drafter.drafting.language.together import together
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.describing import Clauses, described, inside, names_person
from drafter.drafting.notes.fragments import completed
from drafter.drafting.notes.listing import amount_for, listed_after, measured
from drafter.drafting.notes.rows import alone, row, under_label

_LABEL = re.compile(r"^(?P<label>(?:[^:;.$“\"]|\.(?=\d)|\$(?=\d)|\(\$[^)]*\)){2,80}):\s+(?P<rest>.+)$", re.S)
_PERIOD = re.compile(
    r"^(?:fiscal(?: year)? \d{4}|(?:19|20)\d\d|Q[1-4] \d{4}|"
    r"(?:the )?(?:first|second|third|fourth) quarter(?: of)? (?:fiscal )?\d{4}|"
    r"(?:the )?(?:past|last|prior) (?:two|three|four|five|\d) (?:years|quarters|months))$",
    re.I,
)
_JUDGED = re.compile(r"^(?P<not>not )?(?P<word>[a-z]+(?:able|ible|ed|ant)|material|immaterial)$", re.I)
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
    one = " " not in found["label"].strip() or bool(re.search(r"\blast \w+ed$", found["label"]))
    return one or bool(re.match(r"[$€£\d(]", found["rest"])) or bool(_AT_SOME_TIME.match(found["label"]))


def labelled(text: str, setting: Setting, clauses: Clauses) -> str:
    """The text with its label made a subject or a place, as one sentence without full stop; "" without a label."""
    found = _label(text)
    if found is None:
        return ""
    if (entries := row(text)) and not entries[0].name:
        return alone(text, setting)
    each = re.split(r"; (?=[A-Z][\w ]{0,40}: )", text)
    several = [labelled(part, setting, clauses) for part in each] if len(each) > 1 else [""]
    return "; ".join(several) if all(several) else _under_one(found, setting, clauses)


def _under_one(found: re.Match[str], setting: Setting, clauses: Clauses) -> str:
    """What stands under one label as a clause."""
    label, rest = _in_units(found["label"].strip(), found["rest"].strip().rstrip(" ."))
    label = _of_amount(label, rest)
    if _PERIOD.match(label) and finite(rest):
        return _in_period(label, rest, setting, clauses)
    if parts := amount_for(label, rest) or _bridge(label, rest) or _split(label, rest, setting):
        return parts
    label = re.sub(
        r"(?<=[a-z])(?<![Ff]iscal)(?<! year)(?<!intage)(?<! for)(?<! in)(?<! of)(?<! and) ((?:fiscal )?20\d\d)$",
        r" in \1",
        label,
    )
    if counted := _OF_A_KIND.fullmatch(rest) if many(label) and not finite(rest) else None:
        return f"there are {counted['count']} {lowered(label)}, {counted['what']}"
    if shared := _AND_SHARE.fullmatch(rest) if headed(label) else None:
        return f"{subject_of(label, setting)} {'were' if many(label) else 'was'} {shared['sum']}, or {shared['share']}"
    if closed := _SUM_CLOSED.fullmatch(rest):
        return f"{subject_of(label, setting)} was {closed['sum']} and {closed['done']} on {closed['day']}"
    if in_row := under_label(label, rest, setting):
        return in_row
    if told := re.match(r"(?P<label>.+) (?P<be>was|is|were|are)$", label):
        return f"{subject_of(told['label'], setting)} {told['be']} {rest}"
    return _in_time(label, rest, setting, clauses) or _of_thing(label, rest, setting, clauses)


def _bridge(label: str, rest: str) -> str:
    """What lies between two amounts as a clause: “Bridge: rent $2 million; fuel $1 million”; "" for other labels."""
    parts = [_BETWEEN.fullmatch(p) for p in re.split(r"; |, (?=[^,;$€£]+ [$€£]\d)", rest)]
    if not _BRIDGE.fullmatch(label) or not all(parts):
        return ""
    each = [f"{m['name']} of {m['sum']}{m['more'] or ''}" for m in parts if m]
    return f"the difference consists of {together(each)}"


_BRIDGE = re.compile(r"(?:the )?(?:bridge|reconciliation|reconciling items?|difference)", re.I)
_BETWEEN = re.compile(
    r"(?P<name>[A-Za-z][^$€£:]*?),? (?P<sum>[$€£]\d[\d,.]*(?: (?:million|billion))?)(?P<more>, .*)?"
)


def _split(label: str, rest: str, setting: Setting) -> str:
    """An amount with its parts: “Fee $9 million: $2 million was payable on signing”; else what somebody offered."""
    whole = _WITH_SUM.fullmatch(label)
    if whole is None or not re.match(r"[$€£]\d", rest):
        return _offered(label, rest, setting)
    parts = re.sub(r", (?=the (?:rest|balance|remainder)\b)", " and ", rest)
    be = "were" if many(whole["what"]) else "was"
    return f"{subject_of(whole['what'], setting)} {be} {whole['sum']}, of which {parts}"


_WITH_SUM = re.compile(r"(?P<what>[A-Z][a-z]+(?: [a-z]+)*) (?P<sum>[$€£]\d[\d,.]*(?: million| billion)?)")
_OFFER = re.compile(r"\b(indication of interest|counterproposal|proposal|offer|bid)s?\b")
_ON_A_DAY = re.compile(rf"(?P<who>[A-Z][\w.&]*(?: [A-Z][\w.&]*)*), (?P<day>{_DAY.pattern})")


def _offered(label: str, rest: str, setting: Setting) -> str:
    """What somebody offered that day, in the comment's word for it: “Company B, May 2, 2025: $17.50 a share”."""
    found, offer = _ON_A_DAY.fullmatch(label), _OFFER.search(setting.comment)
    if found is None or offer is None or not re.match(r"[$€£\d]", rest) or finite(rest):
        return ""
    return f"the {offer[1]} of {found['who']} on {found['day']} was {rest}"


_OF_A_KIND = re.compile(
    r"(?P<count>(?!(?:19|20)\d\d\b)\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<what>(?:brought|filed|pending|open|owned|leased|signed|held|issued|granted|based|located)\b.+)",
    re.I,
)
"""How many there are of what the label names, and of what kind: “14 brought by water systems”."""
_AND_SHARE = re.compile(
    r"(?P<sum>[$€£]\d[\d,.]*(?: (?:million|billion|thousand))?), "
    r"(?P<share>\d[\d.]*(?:%| percent) of (?!it\b|them\b|which\b|that\b)[^;:]+)"
)
_SUM_CLOSED = re.compile(
    rf"(?P<sum>[$€£]\d[^,;:]*), (?P<done>closed|matured|expired|matures|expires) (?:on )?(?P<day>{_DAY.pattern}[^,;:]*)"
)
"""A sum raised or lent, and its day: “$46.0 million gross, closed June 11, 2024”."""


def _in_time(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """What stands under a label that says when, where or for whom; "" under any other."""
    if _PERIOD.match(label):
        return _in_period(label, rest, setting, clauses)
    if _AT_SOME_TIME.match(label):
        return _introduced(label, rest, setting, clauses)
    return ""


def _of_thing(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """What stands under a label that names a thing, judges it or is a clause; "" where it is none of them."""
    if _AT_SOME_TIME.match(label):
        return ""
    label = re.sub(r"^(?:on|re|as to|about|regarding) ", "", label, flags=re.I)
    judged = _JUDGED.match(label)
    if judged and (_KEPT.match(label) or _SAID_OF.search(label)):
        return _judged(judged, rest)
    return _with_verb(label, rest, setting, clauses) or _named(label, rest, setting, clauses)


_KEPT = re.compile(r"(?:not )?(?:included|excluded|omitted|redacted|removed|deleted|added)$", re.I)
"""What was done with what stands under the label."""
_SAID_OF = re.compile(r"(?:able|ible|material)$", re.I)
_AT_SOME_TIME = re.compile(
    r"(?:In|At|On|As of|Under|Since|After|Before|During|Until|Through|For|By|From|With|Within|Of)\b"
)
"""How a label begins that says when, where or for whom what stands under it holds."""


def _introduced(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A clause behind the words that say when or where it holds: “In Ohio: the kiln runs”; "" for no clause."""
    whole = clauses(rest, setting)
    if not is_clause(rest) or not is_clause(whole):
        return ""
    return f"{lowered(label)}, {inside(whole, setting)}"


def _with_verb(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label that is a clause or can be made one, with what stands under it behind its colon; "" for a name."""
    if re.search(r"\blast\b", label) and not finite(label):
        return ""
    if done := completed(label) if not (finite(label) or re.match(r"\$|\d[\d,.]*(?:[ %;]|$)", rest)) else "":
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
    if aside := _on(label, rest, setting) or _aside(label, rest, setting, clauses):
        return aside
    if not names_thing(_OF_WHAT.sub("", label) if _FIGURE.match(rest) else label):
        return ""
    return _listed(label, rest, setting) or described(label, rest, setting, clauses)


_OF_WHAT = re.compile(
    r"(?<=[a-z]) (?:[a-z]+ed|held|paid|sold|lost|made|forgone) (?:to|by|from|under|for|in|on|at|with) .+$"
)
"""What was done with the thing that a label names: “goodwill allocated to a unit”."""


def _of_amount(label: str, rest: str) -> str:
    """The label, one that only qualifies the figure under it as that amount: “Qualitative: $2 million”."""
    qualifies = re.fullmatch(r"[A-Z][a-z]+", label) and words(label)[0].kind == "J"
    return f"{label} amount" if qualifies and re.match(r"[$€£]\d", rest) else label


def _aside(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """What stands under a label that says who told it, or only that something went wrong; "" for any other label."""
    if _SAYS_NOTHING.fullmatch(label):
        whole = clauses(rest, setting)
        return whole if finite(rest.split("; ")[0]) or whole.startswith("There ") else ""
    speaks = _WHO_SAID.match(label) and label not in setting.comment and words(label)[0].kind != "#"
    if speaks and _OWN_SUBJECT.match(rest) and is_clause(rest):
        return clauses(rest, setting)
    if (summed := _SUM.fullmatch(label)) and (amount := _SUM_OF.match(rest)):
        when = f" in {summed['year']}" if summed["year"] else ""
        more = f"; {lowered(clauses(amount['more'], setting))}" if amount["more"] else ""
        return f"the Company {summed['did'].lower()} {amount['sum']}{when}{more}"
    return f"this was a typographical error; {lowered(clauses(rest, setting))}" if _TYPO.match(label) else ""


_SUM = re.compile(
    r"(?P<did>Paid|Accrued|Received|Recorded|Spent|Reserved|Borrowed|Repaid|Sold|Bought)(?: (?:in )?(?P<year>20\d\d))?",
    re.I,
)
_SUM_OF = re.compile(r"(?P<sum>(?:about )?\$\d[^;]*)(?:; (?P<more>.+))?$")
_SAYS_NOTHING = re.compile(
    r"(?:the )?(?:error|mistake|slip|correction|corrected|scrivener.?s error|answer|response|note|"
    r"fact|facts|point|position|background|effect|impact|result|consequence|timing|treatment)",
    re.I,
)
"""Labels that say nothing of what stands under them."""
_BY_VERB = re.compile(
    r"(?:comes? out|goes|go|remains?|will (?:be|remain)|(?:is|are|was|were|has|have) (?!no\b))\b"
)
"""What goes on from a label as its verb: “Lead times: will be added”."""


def _on(label: str, rest: str, setting: Setting) -> str:
    """The label with the verb that stands under it; words of the comment that name no thing are named as words."""
    if not _BY_VERB.match(rest):
        return ""
    said = re.search(rf"(?<![\w-]){re.escape(label)}(?![\w-])", setting.comment, re.I)
    removed = _REMOVED.match(f" {rest}") and not _PAPER.search(label)
    quality = removed or "-" in label.split()[-1] or (said and not names_thing(label))
    named = f"The words “{lowered(label)}”" if quality else ""
    subject = named or raised(subject_of(label, setting))
    if not named and not names_thing(label):
        return ""
    several = bool(named) or many(label)
    verb = _REMOVED.sub(" will be removed", f" {rest}", count=1).strip()
    verb = re.sub("^remains ", "remain ", verb) if several else verb
    return f"{subject} {verb}"


_PAPER = re.compile(
    r"(?:tables?|sentences?|paragraphs?|statements?|charts?|graphs?|sections?|risk factors?|measures?|columns?|lines?|"
    r"disclosures?|footnotes?|exhibits?|figures?|captions?|headings?|text|adjustments?|metrics?|page|box)$",
    re.I,
)
"""What is removed as a thing and not as words."""
_REMOVED = re.compile(
    r"^ (?:comes? out|goes|go)(?: altogether| again)?\b,?(?= throughout| everywhere| from| of|$|[.;,])"
)


def _in_period(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    if _PAST.match(label) and re.match(r"[$€£]?\d", rest):
        return f"in the {lowered(label).removeprefix('the ')}, the amount was {rest}"
    if is_clause(whole := clauses(rest, setting)):
        when = lowered(label) if label[0] == "F" else label
        return f"in {when}, {lowered(whole)}"
    return f"the amounts for {lowered(label)} were as follows: {rest}"


_PAST = re.compile(r"(?:the )?(?:past|last|prior) ", re.I)
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


def _judged(label: re.Match[str], rest: str) -> str:
    """What is so: “Unavailable: impairment charges”, “Excluded: the warrants”, “Not material: $0.4 million”."""
    word = f"{label['not'] or ''}{label['word']}".lower()
    if re.match(r"(?:about )?\$?\d", rest):
        figures = re.sub(r", (?=(?:about )?\$\d[^,]*(?:, 20\d\d)?$)", " and ", rest)
        return f"the amount, {figures}, was {word}"
    if word.endswith("material"):
        return ""
    several = re.search(r",| and |[^s]s$", rest)
    what = f"following {'were' if several else 'was'}" if word.endswith("ed") else "following information is"
    return f"the {what} {word}: {rest}"


def _listed(label: str, rest: str, setting: Setting) -> str:
    """A label over figures: by period, by name, or one figure or day."""
    said = f"as follows: {items}" if (items := listed_after(rest)) else ""
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
        and not names_person(label)
    ):
        return measured(label, rest, setting)
    return ""
