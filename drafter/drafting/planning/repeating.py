"""What an answer has said already and says no second time: a promise's filing, a whole promise, a fact, a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.planning.plan import stems
from drafter.matters import sentences
from drafter.templates import load_patterns


def said_once(passages: Sequence[Passage], due: str) -> list[Passage]:
    """The passages, the filing in which a promise falls due named in the first that promises, and no sentence that
    only repeats an earlier one; a passage that says nothing more gives its requests to the one that said it.
    """
    return _without_echoes(_due_once(passages, due))


def _due_once(passages: Sequence[Passage], due: str) -> list[Passage]:
    whole, done = f"beginning with {due}", False
    kept: list[Passage] = []
    for passage in passages:
        text = passage.text
        if done and not passage.block:
            those = re.escape(whole)
            papers = rf"in future (?:earnings )?(filings|releases|proxy statements), {those}"
            text = re.sub(papers, r"in those \1", re.sub(rf"(?<=will ){papers},", r"in those \1", text))
            text = re.sub(rf"(?:its|our) future filings, {re.escape(whole)}", "those filings", text)
            report = re.escape(due.split(" ", 1)[-1])
            dated = rf"(?<= will )([^.;]+?),? (?:beginning with|from) (?:the|its|our) {report}(?=[.,;]|$)"
            text = re.sub(dated, r"\1", text)
        branch = re.search(rf"\[(?:If (?:so|not)|In that case)\b.*{re.escape(whole)}", text, re.S)
        done = done or (whole in text and not (passage.block or branch or text.startswith("[")))
        kept.append(replace(passage, text=text))
    return kept


def _without_echoes(passages: Sequence[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for passage in passages:
        if passage.block or passage.text.startswith("•"):
            kept.append(passage)
            continue
        before = [s for p in kept if not p.block for s in sentences(p.text)]
        said: list[str] = []
        for sentence in sentences(passage.text):
            said += [] if any(_repeats(sentence, b) for b in before) else [sentence]
        if said or not kept:
            text = passage.text if len(said) == len(sentences(passage.text)) else " ".join(said)
            kept.append(replace(passage, text=text))
        else:
            at = next(n for n, p in enumerate(kept) if not p.block)
            more = tuple(sorted({*kept[at].answers, *passage.answers}))
            kept[at] = replace(kept[at], answers=more)
    return kept


_SAME_PROMISE = re.compile(r"\bwill (?:also )?provide the requested disclosure in (?:those|future) filings\b")
_NO_MORE = re.compile(
    r"(?:The \w+|We) will revise (?:its|our) [\w' -]+ to \[●: the change to be made[^\]]*\] in those "
    r"(?:filings|releases)\."
)
"""A promise without a thing, behind one that names it."""
_DENIES = re.compile(r"\b(?:no|not|none|never|neither|nor|without|cannot)\b", re.I)
LEAST = 3
"""Content words of a sentence that can repeat another; fewer may mean anything."""


def _repeats(sentence: str, earlier: str) -> bool:
    """Whether the sentence holds no word and no figure that the earlier one lacks, and denies where that denies."""
    if sentence == earlier:
        return True
    if _SAME_PROMISE.search(sentence):
        return bool(_SAME_PROMISE.search(earlier))
    if _NO_MORE.fullmatch(sentence):
        return " will " in earlier and "future " in earlier
    if "[●" in sentence:
        return sentence == earlier
    if _is_change_again(sentence, earlier):
        return True
    if _PLACED.search(sentence):
        return set(_FIGURE.findall(sentence)) <= set(_FIGURE.findall(earlier)) and bool(
            _CHANGES.search(earlier)
        )
    words = stems(_ADVISES.sub("", sentence))
    same = bool(_DENIES.search(sentence)) == bool(_DENIES.search(earlier))
    told = not _CHANGES.search(earlier) and not _OPEN.search(earlier)
    return told and same and len(words) >= LEAST and words <= stems(re.sub(r"\[●[^\]]*\]", "", earlier))


def _is_change_again(sentence: str, earlier: str) -> bool:
    """Whether what is said to be done in the filing is what the earlier sentence does or promises there."""
    forms = load_patterns("offline/acts.toml", "again")
    found = next((m for f in forms if (m := f.fullmatch(sentence))), None)
    if found is None:
        return False
    what = stems(_PARTS.sub(" ", found.groupdict().get("what") or ""))
    same = set(_PLACES.findall(sentence)) <= set(_PLACES.findall(earlier))
    return same and what <= stems(earlier) and bool(_DOES.search(earlier))


_PLACES = re.compile(r"\d+|Form \S+|proxy statement")
_PARTS = re.compile(
    r"\b(?:both|all|these|statements?|words?|phrases?|sentences?|assumptions?|references?|claims?|language|text|disclosures?|"
    r"discussion|section|table)\b",
    re.I,
)
"""Words for what stands in a filing, which tell it from nothing else there."""
_DOES = re.compile(
    r"\b(?:has|have) (?:revised|removed|added|expanded)\b|\bwill\b.*\b(?:filings?|statements|releases?)\b"
)


_PLACED = re.compile(
    r"\b(?:is|are|appears?) (?:on|at) pages? \d[\d, toand-]*\.$|"
    r"\bdisclosure will (?:begin|start|be (?:made|included|given|provided))\b[^;]*\b(?:Form|proxy)\b"
)
"""What says only where the words stand, or from which filing on: “A summary is on pages 46 to 48.”"""
_FIGURE = re.compile(r"\d+")
_CHANGES = re.compile(r"\bwill\b|\b(?:has|have) revised\b")
"""A promise or a report of changed words, which states no fact."""
_OPEN = re.compile(r"\b(?:whether|how|why)\b")
_ADVISES = re.compile(
    r"^(?:The \w+|We) (?:further |respectfully |supplementally )*advises? (?:the )?[A-Z]\w+ that ", re.I
)
