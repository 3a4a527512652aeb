"""What the company says of itself: errors, materiality, what management uses, and what it said before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.business_days import spoken
from drafter.domain import Pair, Severity
from drafter.parsing.alignment import plain_words
from drafter.review.reviewed import Mark, Reply, Reviewed, Sentence, excerpt

ADMITS = re.compile(
    r"\b(?:(?:this|that|it|which) (?:was|is|were) (?:an? )?(?:inadvertent |clerical |typographical "
    r"|scrivener[’']s )?"
    r"(?:error|mistake|oversight|omission)|inadvertently|in error\b|erroneously|mistakenly|(?:was"
    r"|were) misclassified"
    r"|double[- ]counted\b|(?:is|was|were) wrong\b|(?:was|were|been) (?:incorrect|misstated|erroneous"
    r"|overstated|understated|miscalculated|misreported"
    r"|not correct)(?:ly)?\b|due to an? (?:\w+ )?(?:error|oversight"
    r"|mistake)"
    r"|because of an? (?:\w+ )?(?:error|oversight|mistake)\b"
    r"|(?:identified|discovered|contained|made) an? (?:\w+ ){0,2}(?:error|misstatement|mistake))\b",
    re.I,
)
"""An error admitted. Examples: "inadvertently omitted", "was misclassified". Not: "no error was found"."""

QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
NO_ERROR = re.compile(r"\b(?:no|not|whether|any|if|potential|free of|prevent|detect)\b[^.]{0,40}$", re.I)
ANALYSED = re.compile(
    r"\b(?:(?:im)?material\w*|not significant|SAB (?:No\. )?(?:99|108)|Topic 1\.[MN]|quantitative(?:ly)?"
    r"|qualitative(?:ly)?"
    r"|no (?:impact|effect)|did not (?:affect|impact|have)|restat\w+|disclosure controls|internal control)\b",
    re.I,
)
OF_FIGURES = re.compile(
    r"\b(?:amount|balance|classif\w+|misclassif\w+|misstat\w+|revenues?|expenses?|assets?|liabilit\w+"
    r"|cash flows?"
    r"|financial statements?|table|reconcil\w+|figure|number|percent\w*|income|net sales|\$)\b|\$",
    re.I,
)
IMMATERIAL = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|considered|deemed|has|have)\s+(?:not|never been)\s+(?:been\s+"
    r"|considered\s+"
    r"|deemed\s+)?(?:quantitatively\s+|qualitatively\s+)?(?:material|significant)\b|\bimmaterial\b"
    r"|\b(?:did|does|do|would) not have (?:a|any) (?:\w+ )?(?:material|significant) (?:effect|impact)"
    r"|\bno (?:material|significant) (?:effect|impact)|\btrivial\b"
    r"|\b(?:de minimis|insignificant|inconsequential|negligible)\b"
    r"|\bdo(?:es)?\s+not\s+(?:believe|consider|deem)\b[^.;]{0,80}\b(?:material|significant)\b)",
    re.I,
)
"""Examples: "are not material", "immaterial". Not: "material weakness"."""

FIGURES = re.compile(
    r"\$ ?\d|\d(?:\.\d+)?\s?(?:%|percent)|\bbasis points\b|\bless than (?:one|two|five|ten) percent\b", re.I
)
CONDITIONAL = re.compile(
    r"\b(?:if|to the extent|unless|should|when|where)\b[^.]{0,80}\b(?:material|immaterial|significant)"
    r"|\bwill\b|\bmaterial weakness|\bno longer\b|\bpolicy\b|\bconsiders? (?:whether|all)\b",
    re.I,
)
NOT_USED = re.compile(
    r"\b(?:do(?:es)? not|did not|has not|have not|do(?:es)? not currently|no longer"
    r"|neither [^.;,]{3,60} nor [\w ]{3,40}?)"
    r"\s+(?:\w+\s+)?"
    r"(?:use|uses|used|utilizes?|monitors?|tracks?|rely|relied|review|regularly review|consider|evaluate|manage)\b"
    r"(?:\s+(?:on|by|upon))?\s+(?P<what>[^.;,]{3,90})",
    re.I,
)
"""Example: "does not use renewal rates to manage the business"."""

NO_MEASURE = re.compile(
    r"(?P<what>[^.;,]{3,90}?)\s+(?:is|are|was|were)\s+not\s+"
    r"(?:(?:currently\s+)?(?:used|utilized|monitored|tracked|reviewed|relied)\s+(?:on\s+|upon\s+)?(?:by|to|in)\b"
    r"|(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?(?:metrics?|measures?|indicators?|statistics?)\b)",
    re.I,
)
"""Example: "renewal rates are not a metric used by management"."""

USED = re.compile(
    r"\b(?:use[sd]?|monitor(?:s|ed)?|track(?:s|ed)?|rel(?:y|ies|ied) (?:up)?on|review(?:s|ed)?"
    r"|evaluat(?:es?|ed)|key metric|"
    r"disclose[sd]?|report(?:s|ed)?)\b",
    re.I,
)
NOT = re.compile(r"\b(?:not|no|never|neither|nor|without)\b", re.I)
HARM = re.compile(
    r"\bcompetitive(?:ly)? (?:harm\w*|disadvantage|injur\w+|sensitiv\w+|damage)\b|\bcompetitive harm\b", re.I
)
SHOWN = re.compile(
    r"\bInstruction 4\b|\b402\(b\)|\b601\(b\)\(10\)|\bexemption 4\b|\bRule 83\b|\bbecause\b"
    r"|\bcompetitors (?:could|would|may|might)"
    r"|\bdifficult\w*\b|\bwould (?:allow|enable|permit|give)\b",
    re.I,
)
_COMMON = frozenset(
    str.split(
        "the a an of and or to in for as its our their by with that this these those on at is are it other "
        "any such "
        "business company management performance results operations basis measure manage managing evaluate "
        "purposes "
        "purpose decisions making"
    )
)


def admissions(reviewed: Reviewed) -> Iterator[Mark]:
    """Errors admitted without an analysis of what they mean."""
    for reply in reviewed.replies:
        for said in (s for s in reply.sentences if not s.block):
            found = ADMITS.search(QUOTED.sub(" ", said.text))
            if not found or NO_ERROR.search(said.text[: found.start()]) or ANALYSED.search(reply.text):
                continue
            grave = bool(OF_FIGURES.search(said.text)) and "inadvertently omitted" not in said.text.lower()
            yield Mark.at(
                said,
                f"“{found.group()}” admits an error and the answer does not analyse it. Say the amount, "
                f"the periods, "
                "why it is not material (SAB 99), how it is corrected, and what it means for controls; "
                "have the "
                "auditor and the audit committee see it.",
                None if grave else Severity.WARNING,
            )


def immaterial(reviewed: Reviewed) -> Iterator[Mark]:
    """“Not material” without a figure in its sentence or beside it; a note where the answer holds some."""
    for reply in reviewed.replies:
        bare = [s for i, s in enumerate(reply.sentences) if _plain_immaterial(s) and not _counted(reply, i)]
        for said in bare[:1]:
            yield Mark.at(
                said,
                "“Not material” stands here without a figure. Give the amount and its base, the periods, "
                "the trend, and "
                "the qualitative factors of SAB 99.",
                Severity.NOTE if FIGURES.search(reply.text) else None,
            )


def _counted(reply: Reply, at: int) -> bool:
    """Whether a figure stands in that sentence of the answer, or in the one before or after it."""
    return any(FIGURES.search(s.text) for s in reply.sentences[max(0, at - 1) : at + 2])


PRONOUN = re.compile(
    r"\W*(?:(?:and|but|that|which|because|since|as)\s+)*(?:it|this|that|they|these|those|which)\W*$", re.I
)
"""A thing that a sentence only points to. Example: "and it"."""


def denials(text: str) -> Iterator[re.Match[str]]:
    """What the text says is not used, monitored or a measure: the match, its thing in "what"."""
    yield from NOT_USED.finditer(text)
    yield from (m for m in NO_MEASURE.finditer(text) if not PRONOUN.match(m["what"]))


def _plain_immaterial(said: Sentence) -> bool:
    return not said.block and bool(IMMATERIAL.search(said.text)) and not CONDITIONAL.search(said.text)


def not_used(reviewed: Reviewed) -> Iterator[Mark]:
    """“Not used by management”, set against calls, releases and bonus plans by counsel."""
    for said in reviewed.spoken:
        if found := next(denials(said.text), None):
            yield Mark.at(
                said,
                f"“{excerpt(found.group(), 100)}”: see that no call, release, deck or bonus plan speaks "
                f"of it.",
            )


def earlier(reviewed: Reviewed) -> Iterator[Mark]:
    """Departures from what the company told the staff before of what it uses and does not use."""
    for said in reviewed.spoken:
        found = next(denials(said.text), None)
        if found and (told := _told(found["what"], reviewed.own)):
            yield _against(said, *told)
    for pair in reviewed.own:
        for denial in denials(pair.response.text):
            for said in reviewed.sentences:
                if (
                    _speaks_of(said.text, denial["what"])
                    and USED.search(said.text)
                    and not NOT.search(said.text)
                ):
                    yield _against(said, pair, excerpt(denial.group(), 120))
                    break


def _against(said: Sentence, pair: Pair, words: str) -> Mark:
    when = spoken(pair.sent) if pair.sent else "an earlier letter"
    return Mark.at(
        said,
        f"The company told the staff on {when} (comment {pair.comment.number}): “{words}”. Say what has "
        f"changed since, "
        "or keep to it.",
    )


def _told(what: str, own: tuple[Pair, ...]) -> tuple[Pair, str] | None:
    """The earlier sentence that says the thing is used, with its pair."""
    for pair in own:
        for sentence in re.split(r"(?<=[.;])\s+", pair.response.text):
            if _speaks_of(sentence, what) and USED.search(sentence) and not NOT.search(sentence):
                return pair, excerpt(sentence, 120)
    return None


def _speaks_of(sentence: str, what: str) -> bool:
    """Whether the sentence speaks of the thing: of its first two words that say anything."""
    wanted = [w.rstrip("s") for w in plain_words(what) if w not in _COMMON and len(w) > 2][:2]
    said = {w.rstrip("s") for w in plain_words(sentence)}
    return len(wanted) == 2 and set(wanted) <= said


def harm(reviewed: Reviewed) -> Iterator[Mark]:
    """Competitive harm claimed and not shown."""
    for reply in reviewed.replies:
        said = _first(reply, HARM)
        if said and not SHOWN.search(reply.text):
            yield Mark.at(
                said,
                "Competitive harm is claimed and not shown. Say how a competitor would use the data "
                "(Instruction 4 to "
                "Item 402(b), or Item 601(b)(10)(iv)), and see that it is not public elsewhere.",
            )


def _first(reply: Reply, pattern: re.Pattern[str]) -> Sentence | None:
    return next((s for s in reply.sentences if not s.block and pattern.search(s.text)), None)
