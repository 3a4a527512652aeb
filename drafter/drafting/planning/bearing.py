"""Which of the company's earlier answers bear on a comment, and what bridges from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.authorities import authorities
from drafter.business_days import spoken
from drafter.domain import Comment, Precedent
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.turning import WE, Voice, turn, turn_own
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.notes.reporting import reported
from drafter.drafting.planning.departures import ADDRESS
from drafter.drafting.planning.plan import Plan, stems
from drafter.drafting.planning.rounds import answered_before, doubted, undertook
from drafter.matters import sentences
from drafter.topics import topics

NEAR = 0.3
"""Share of the shorter comment's content words that two comments on one subject have in common."""
ALIKE = 0.15
"""That share where the topic is the same, or the comment names the letter."""
APART = 0.5
"""That share where both have topics and none in common."""
LEAST = 3
"""Content words they must share at least."""

_NAMED = re.compile(
    r"\b(?:your|the) (?:prior |earlier )?(?:response )?letter (?:to us )?(?:dated|of) "
    r"(?P<date>[A-Z][a-z]+ \d{1,2}, \d{4})"
)
_THEN = re.compile(
    r"\b(?:letter|statement made|statement we made|position|was (?:accurate|correct|right|true) when)\b", re.I
)
_PROMISES = re.compile(r"(?:The [A-Z]\w+|We) will\b")


def bearing(plan: Plan) -> tuple[Precedent, ...]:
    """The own earlier pairs on the subject of the comment, in the order they were found."""
    named = letter_named(plan.comment.text)
    return tuple(
        p
        for p in plan.own
        if (named and p.pair.sent and spoken(p.pair.sent) == named and _near(plan.comment, p, ALIKE))
        or _near(plan.comment, p, _share(plan.comment, p.pair.comment))
    )


def _share(one: Comment, other: Comment) -> float:
    """The share of words that two comments need in common: little on one topic, much on topics apart."""
    mine, theirs = _topics(one), _topics(other)
    if mine & theirs:
        return ALIKE
    return NEAR if not (mine and theirs) else APART


def _topics(comment: Comment) -> frozenset[str]:
    cited = tuple(dict.fromkeys(c.canonical for c in authorities(comment.text)))
    return frozenset(topics(comment.text, comment.heading, cited))


def letter_named(text: str) -> str:
    """The date of the company's earlier letter that a comment names, "" for none."""
    found = _NAMED.search(text)
    return found["date"] if found else ""


def _near(comment: Comment, earlier: Precedent, share: float) -> bool:
    mine, theirs = stems(comment.text), stems(earlier.pair.comment.text)
    common = len(mine & theirs)
    return common >= min(LEAST, len(mine), len(theirs)) and common >= share * min(len(mine), len(theirs))


def earlier_date(plan: Plan) -> str:
    """The date of the earlier letter to bridge from: the comment's, also by a prior comment, else a note's."""
    if named := letter_named(plan.comment.text):
        return named
    before = answered_before(plan.comment, plan.own)
    if before and before.pair.sent and (doubted(plan) or undertook(plan, WE)[0]):
        return spoken(before.pair.sent)
    for told in plan.told:
        for p in plan.own:
            sent = p.pair.sent
            if (
                told.use is Use.STATE
                and sent
                and f"{sent:%B} {sent.year}" in told.text
                and _THEN.search(told.text)
            ):
                return spoken(sent)
    return ""


def bridging(told: Sequence[Told], date: str) -> tuple[Told, ...]:
    """The sentences of the notes on the earlier position, and on what has changed since."""
    found: list[Told] = []
    for t in told:
        when = re.match(rf"(?:In|At|By|As of) {date.split()[0]}\b", t.text)
        then = date[-4:] in t.text and bool(_THEN.search(t.text) or when)
        since = bool(found) and t.fact == found[-1].fact and not _PROMISES.match(t.text)
        if t.use is Use.STATE and (then or since):
            found.append(t)
    return tuple(found)


_POSITION = re.compile(
    r"\b(?:not|no|never|only|believes?|concluded|considers?|determined|uses?|monitors?|tracks?|"
    r"receives?|reviews?|will|manages?|therefore)\b"
)
LONGEST = 45
"""Words of an earlier position that a bridge repeats."""


def position_then(plan: Plan, date: str, voice: Voice) -> str:
    """What the company told the staff in the letter of that date, "" if unknown.

    Told in the past where the sentence surely turns, else quoted in its own words.
    """
    best = _nearest(plan, date)
    if not best:
        return _as_the_staff_tells(plan.comment.text, date, voice)
    return reported(best, voice) or f"\u201c{lowered(best).rstrip('. ')}\u201d"


def _as_the_staff_tells(comment: str, date: str, voice: Voice) -> str:
    """What the comment says that the letter of that date said: “you stated that you had no plan”; "" for nothing."""
    found = next(
        (m for form in _TOLD_IN if (m := re.search(form.format(date=re.escape(date)), comment))), None
    )
    said = found["said"].strip() if found else ""
    if not said or len(said.split()) > LONGEST:
        return ""
    then = reported(raised(turn(said, voice)), voice) or turn(said, voice)
    return raised(then) if said[:1].isupper() else then


_TELLS = (
    r"(?:stated|told us|advised us|advised|said|explained|indicated|represented|noted|asserted|confirmed)"
)
_WHAT = r"(?: to us)? that (?P<said>[^.;]+?)(?=[.;]|, (?:and|but|although|while|however)\b|, which\b)"
_TOLD_IN = (
    rf"\b[Yy]our (?:response )?letter (?:to us )?dated {{date}},?(?: in which| where)?(?: you)?,? {_TELLS}{_WHAT}",
    rf"\b[Yy]ou (?:also |previously )?{_TELLS} (?:to )?(?:us )?in your (?:response )?letter dated {{date}},?{_WHAT}",
    rf"\b(?:statement|assertion|position|view|representation|belief) in your letter dated {{date}},?{_WHAT}",
)
"""How the comment repeats what an earlier letter said."""
_OF_THEM = re.compile(r"(?:(?P<we>we)|it|the (?:Company|Partnership|Trust|Fund|Bank|Registrant))\b ", re.I)
_STILL = re.compile(
    r"\b(?:descriptions?|positions?|polic(?:y|ies)|methods?|approach|responses?|letter|statements?|answers?|that|it|this)"
    r"\b[^.;,]{0,30}\b(?:still (?:holds?|applies|accurate|correct|true|so)|(?:is|are|remains?) (?:still )?(?:unchanged|"
    r"accurate|correct|true|so)|(?:has|have) not changed|holds? good)\b",
    re.I,
)
"""A note that what the letter said is still so."""


def described(plan: Plan, date: str, voice: Voice) -> str:
    """What the company told the staff then as it holds now, where the notes say that it does; "" for any other."""
    best = _nearest(plan, date)
    subject = _OF_THEM.match(best)
    holds = any(_STILL.search(t.text) for t in plan.told if t.use is Use.STATE)
    if subject is None or not holds or bool(subject["we"]) != voice.plural:
        return ""
    return f"{voice.noun} {turn_own(best[subject.end() :], voice).rstrip('. ')}"


def _nearest(plan: Plan, date: str) -> str:
    """The sentence of the letter of that date that states the position on the subject of the comment, "" for none."""
    asked, noted = stems(plan.comment.text), stems(" ".join(t.text for t in plan.told if t.use is Use.STATE))
    letters = [p for p in plan.own if p.pair.sent and spoken(p.pair.sent) == date]
    near = near_on(plan, date) or letters[: len(letters) == 1]
    said = [ADDRESS.sub("", s) for p in near for s in sentences(" ".join(p.pair.response.text.split()))]
    fit = [
        s for s in said if len(s.split()) <= LONGEST and "[" not in s and "\u201c" not in s and '"' not in s
    ]

    def weight(sentence: str) -> tuple[int, int]:
        mine = stems(sentence)
        shared = 2 * len(mine & asked) + len(mine & noted)
        return shared + POSITION * bool(_POSITION.search(sentence)), -len(sentence)

    best = max(fit, key=weight, default="")
    return best if len((asked | noted) & stems(best)) >= SHARED else ""


def near_on(plan: Plan, date: str) -> list[Precedent]:
    """The own answers of the letter of that date that bear on the comment: the one that it names, else the near."""
    before = answered_before(plan.comment, plan.own)
    if before and before.pair.sent and spoken(before.pair.sent) == date:
        return [before]
    return [p for p in bearing(plan) if p.pair.sent and spoken(p.pair.sent) == date]


POSITION = 3
"""What stating a position counts in the choice of the sentence, where a word of the comment counts two."""

_UNDERTOOK = re.compile(
    r"\byou (?:undertook|agreed|committed|proposed|indicated that you would|stated that you would|said that you would)"
    r"(?: to)? (?P<what>[a-z][^.;]*?)(?=, (?:however|but|although|which)\b| but\b|[.;]|$)"
)


def undertaken(plan: Plan, voice: Voice) -> str:
    """What the comment says that the company undertook to do in the letter it names, "" for nothing."""
    found = _UNDERTOOK.search(plan.comment.text)
    what = found["what"] if found and not re.match(r"(?:with|that|in|on|upon)\b", found["what"]) else ""
    return turn(what, voice, known=True) if what else ""


SHARED = 2
"""Content words that an earlier sentence shares with the comment or the notes before it is the position on it."""
