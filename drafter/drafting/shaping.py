"""Counsel's shorthand made into whole sentences, with verbs, subjects and articles put in."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.drafting.acronyms import in_words
from drafter.drafting.articles import Setting, article, determined, many, subject_of
from drafter.drafting.casing import ended, lowered, raised
from drafter.drafting.days import spelled
from drafter.drafting.denying import denied, existing
from drafter.drafting.fragments import bare_figure, completed, holds, passive_subject
from drafter.drafting.labels import labelled
from drafter.drafting.listing import listed
from drafter.drafting.parting import HABIT, goes_on, parts
from drafter.drafting.turning import base_form, turn_own
from drafter.drafting.verbs import finite, is_clause, sound
from drafter.templates import load_table


@lru_cache(maxsize=1)
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, str]] = load_table("offline/register.toml")["replace"]
    return tuple((re.compile(r["from"], re.I), r["to"]) for r in rows)


def sentence(said: str, setting: Setting, before: str = "") -> str:
    """A note as a sentence of the letter: verbs, subjects, articles and the company's person put in.

    `before` is the sentence that stands before it in the same note, whose subject it may go on from. What has no
    verb and is of no known shape is left as it is.
    """
    text = raised(in_words(spelled(said.strip().strip('"“”')), setting.comment))
    for pattern, to in _replacements():
        text = pattern.sub(to, text)
    if re.search(r"\bdefin", setting.comment):
        text = re.sub(
            r"^([A-Za-z][\w -]{2,40}?) (?:=|is) (?=at least|any|anyone|an? |each|all|those|"
            r"users|customers)",
            r"\1 means ",
            text,
        )
    text = re.sub(r"\b(?:NOT|NO|NEVER|ALL|ONLY|ANY|BOTH)\b", lambda m: m.group(0).lower(), text)
    text = re.sub(r"\s{2,}", " ", text).replace(" :", ":").strip()
    text = re.sub(r"[\s,;–-]+\.$", ".", text)
    if _stands(text):
        return ended(raised(turn_own(determined(article(text, setting)), setting.voice, setting.comment)))
    text = text.rstrip(" .-–,;")
    shaped = labelled(text, setting, clauses) or clauses(text, setting, before)
    return ended(raised(turn_own(determined(shaped), setting.voice, setting.comment)))


def _stands(text: str) -> bool:
    """Whether the note is a sentence as its writer typed it: with its stop, its subject, its verb, and no splice."""
    verb, undergone = finite(text), passive_subject(text)
    if not text.endswith(".") or not sound(text) or verb is None:
        return False
    if undergone and verb.start <= len(undergone) + len(" never "):
        return False
    first, *others = [piece for _, piece in parts(text.rstrip("."))]
    spliced = sound(raised(first)) and any(sound(raised(p)) or goes_on(p, first) for p in others)
    return not spliced or "; " in text


def clauses(text: str, setting: Setting, before: str = "") -> str:
    """The clauses of the text, each made whole, as one sentence without its full stop."""
    if whole := listed(text, setting):
        return whole
    done: list[str] = []
    told_apart = parts(text)
    for joint, part in told_apart:
        said = goes_on(part, done[-1]) if done else ""
        if said:
            done[-1] = f"{done[-1]}{',' if said.startswith('which ') else ' and'} {said}"
            continue
        said = clause(raised(part), setting, done[-1] if done else before)
        if done and (joint == ";" or is_clause(said)):
            done.append(said)
        else:
            done = [*done[:-1], f"{done[-1]}, {lowered(said)}"] if done else [said]
    return _as_one([done[0], *(lowered(d) for d in done[1:])], [joint for joint, _ in told_apart])


def _as_one(said: list[str], joints: list[str]) -> str:
    """Whole clauses as one sentence: short ones parted by commas, others by semicolons."""
    short = all(len(clause_.split()) <= SHORT_CLAUSE for clause_ in said)
    if len(said) > 1 and ";" not in joints and short:
        return f"{', '.join(said[:-1])} and {said[-1]}"
    return "; ".join(said)


SHORT_CLAUSE = 7
"""Words of a clause that a comma parts from the next: “price increased 4%, volume decreased 2%”."""


def clause(text: str, setting: Setting, before: str = "") -> str:
    """One clause of a note made whole; as it is where nothing is known of its shape."""
    return next((said for shape in _SHAPES if (said := shape(text, setting, before))), text)


def _listed(text: str, setting: Setting, _: str) -> str:
    return listed(text, setting)


_NO_SUBJECT = re.compile(
    r"^(?P<verb>Does|Do|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Should|Must|May|Can|Cannot|Applies|"
    r"Covers|Includes|Excludes|Alleges|Gets|Receives|Owns|Holds|Shows|Sells|Pays|Reports|"
    r"Seeks|Requires|Contains|Expires|Matures|Runs|Relates|Used|Uses|Relies|Relied|Renews|Vests?|Provides|Excluded|"
    r"Began|Ended|Added|Changed|Revised|Removed|Corrected|Expanded|Engaged|Hired|Retained|Obtained|Sold|Bought|"
    r"Acquired|Adopted|Issued|Repurchased|Completed|Entered into|Spoke|Moved|Replaced|Remediated|Implemented)\s+"
    r"(?P<rest>(?!there\b|it\b|we\b|by\b).+)$",
    re.S | re.I,
)
_ITS_OWN = frozenset(
    str.split(
        "will would can cannot relies relied uses used have do added changed revised removed corrected "
        "expanded engaged "
        "hired retained obtained sold bought acquired adopted issued repurchased completed spoke moved replaced "
        "remediated implemented excluded"
    )
)
"""Verbs that a note uses of the company where it names nobody."""
_SUIT = re.compile(r"\b(?:class action|lawsuit|complaint|action|suit|petition|litigation)\b", re.I)


def _with_subject(text: str, setting: Setting, before: str) -> str:
    found = _NO_SUBJECT.match(text)
    if found is None or (finite(f"x {found['rest']}") and found["verb"].lower().endswith("ed")):
        return ""
    verb, rest = found["verb"].lower(), found["rest"]
    if verb in _PASSIVE_TOO and not re.match(
        r"(?:the|an?|our|its|their|all|both|\$|\d|[A-Z]|page|pages)\b|\$|\d", rest
    ):
        return ""
    if verb in _MODAL and re.match(r"(?:not )?be\b", rest):
        return f"{'It' if before else 'This'} {verb} {rest}"
    subject = _subject(verb, setting, before)
    return f"{subject} {base_form(verb) if subject == 'They' else verb} {rest}"


_MODAL = frozenset({"will", "would", "should", "must", "may", "can", "cannot"})
_PASSIVE_TOO = frozenset(
    str.split(
        "added changed revised removed corrected expanded engaged retained obtained sold bought "
        "acquired adopted issued "
        "repurchased completed replaced remediated implemented excluded used"
    )
) - {"used"}


def _subject(verb: str, setting: Setting, before: str) -> str:
    """Who does what a note without a subject says: what the comment says it of, else the company or it."""
    if verb in _ITS_OWN or verb.split()[0] in _ITS_OWN or verb == "entered into":
        return "The Company"
    if verb in {"alleges", "seeks"} and (suit := _SUIT.search(setting.comment)):
        return f"The {suit.group(0)}"
    if verb in {"did", "has", "had"} and not before:
        return "The Company"
    stem = {"does": r"(?:applies|does|includes|covers)"}.get(verb, verb)
    said = re.search(rf"\b(the [a-z]+) {stem}\b", setting.comment)
    if said:
        return raised(said.group(1))
    if (person := _PERSON.match(before)) and verb in _PERSONAL:
        return raised(person["who"])
    return "They" if re.search(r"^[^.;]{3,60}?\b(?:are|were)\b", before) else "It"


_PERSON = re.compile(
    r"^(?P<who>The (?:[a-z]+ ){0,3}(?:maker|officer|CODM|CEO|CFO|CISO|president|controller|committee|board|auditor))\b"
)
_PERSONAL = frozenset({"gets", "receives", "uses", "reviews", "reports", "holds", "has", "approves"})
"""What a person does rather than a thing."""
_DONE = re.compile(
    r"^(?P<done>(?:Not )?(?:[Aa]sked|[Rr]eviewed|[Cc]onsidered|[Aa]ssessed|[Cc]hecked|[Tt]ested|[Dd]iscussed|"
    r"[Ee]valuated|[Aa]pproved|[Dd]isclosed|[Ii]ncluded|[Rr]eported|[Rr]ecorded|[Cc]lassified|[Tt]racked|[Mm]easured|"
    r"[Mm]onitored|[Pp]repared|[Cc]alculated|[Pp]aid|[Ff]iled|[Rr]ecognized|[Pp]resented|[Ii]dentified|[Dd]rafted|"
    r"[Aa]dded|[Rr]emoved|[Cc]hanged|[Rr]evised|[Cc]orrected|[Aa]dopted|[Ss]igned|[Dd]efined|[Ii]ncurred|[Cc]ounted|"
    r"[Cc]ommissioned|[Pp]erformed|[Bb]ased|[Ii]nsured|[Cc]harged|[Aa]mortized|[Vv]alued|[Dd]etermined|[Aa]udited|"
    r"[Nn]egotiated|[Mm]anaged|[Ss]et|[Bb]uilt|[Hh]eld|[Ss]old|[Ii]ssued|[Ee]xpensed|[Ww]eighted|"
    r"[Oo]mitted|[Dd]ropped|"
    r"[A-Za-z]{2,}ed(?= (?:by|in|on|at|to|from|with|as|for|over|under|each|every|annually|quarterly|since)\b))) "
    r"(?P<rest>.+)$",
    re.S,
)
_DONE_TO = re.compile(
    r"(?:the|an?|our|its|all|both|each|two|three|four)\b(?! (?:week|month|year|quarter)\b)|"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Form|Exhibit|Item|Level|N\.D|S\.D|E\.D|W\.D|D)\b)[A-Z][a-z]+ "
)
"""What somebody did something to: “Asked Holbrook for the letter”, “Reviewed the agreements”."""
_BY = re.compile(
    r"^(?P<how>.*?)\s?\bby (?P<who>(?:the|an?|our|its) [^,;]+?|[A-Z]\w+)"
    r"(?P<rest>(?=$|[,;.]| (?:when|if|before|after|as|each|every|once|until|while|at|in|on)\b).*)$",
    re.S,
)
_SUM = re.compile(
    r"^(?P<done>Accrued|Recorded|Paid|Received|Reserved|Spent|Raised|Borrowed|Repaid|Booked) (?P<rest>\$\d.*)$",
    re.S | re.I,
)
"""What was done with a sum: “Accrued $2.2 million”."""


def _sum(text: str, _: Setting, __: str) -> str:
    found = _SUM.match(text)
    done = {"booked": "recorded"}.get(found["done"].lower(), found["done"].lower()) if found else ""
    return f"The Company {done} {found['rest']}" if found and not finite(text) else ""


def _undergone(text: str, setting: Setting, before: str) -> str:
    """A participle without its subject: “Reviewed quarterly” -> “It is reviewed quarterly”."""
    found = _DONE.match(text)
    if found is None or finite(
        f"x {re.split(r',? (?:whether|that|which|who|when|if|so|and|as) ', found['rest'])[0]}"
    ):
        return ""
    done, rest = found["done"].lower(), found["rest"]
    if _DONE_TO.match(rest) and not done.startswith("not "):
        return f"The Company {done} {rest}"
    habit = bool(HABIT.search(rest))
    if done == "asked" and (by := _BY.match(determined(rest))):
        return (
            f"{raised(by['who'])} {'makes' if habit else 'made'} this inquiry {by['how']}{by['rest']}".strip()
        )
    suit = _SUIT.search(setting.comment) if done == "filed" else None
    plural = bool(re.search(r"^[^.;]{3,60}?\b(?:are|were|have)\b", before))
    subject = f"The {suit.group(0)}" if suit else ("They" if plural else "It") if before else "This"
    habit = habit or holds(done.removeprefix("not "), rest)
    be = ("are" if habit else "were") if plural and before else ("is" if habit else "was")
    return f"{subject} {be} {done} {rest}"


def _completed(text: str, setting: Setting, _: str) -> str:
    whole = completed(text, many(passive_subject(text) or text))
    return article(whole, setting) if whole else ""


def _figure(text: str, _: Setting, before: str) -> str:
    return bare_figure(text, before)


def _plain(text: str, setting: Setting, _: str) -> str:
    return article(text, setting) if is_clause(text) else ""


def _predicated(text: str, setting: Setting, before: str) -> str:
    """Shorthand that leaves out “is”: “The Texas plant up 4%” has been turned before; “QP not independent”."""
    if finite(text):
        return ""
    if re.match(r"Not (?:an?|the|part|subject|in|within|required|one|a party)\b", text):
        return f"{'It' if before else 'This'} is {lowered(text)}"
    found = re.match(r"^(?P<noun>[A-Za-z][^,;:]{1,50}?) (?P<rest>not [a-z].*)$", text)
    if found is None:
        return ""
    return f"{raised(subject_of(found['noun'], setting))} {'are' if many(found['noun']) else 'is'} {found['rest']}"


_SHAPES = (
    *(_listed, denied, _with_subject, _sum, _undergone, _completed, _figure, _plain, _predicated),
    existing,
)
"""What a clause of shorthand can be, the more particular first."""
