"""What an answer does, read from its words: it complies, explains, points elsewhere and so on. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.domain import Move

HEAD = 60
"""Words from the start in which an answer says what it does."""
SHORT = 250
"""Words of an answer in which a promise at its end is still what it comes to."""
ANALYSED = 3
"""Citations from which an answer is an analysis under them."""

_QUOTED = re.compile(r"[“\"][^”\"]{25,}[”\"]")
_SENTENCE_END = re.compile(r"\s(?:(?<=[.!?:]\s)\s*(?=[A-Z“\"(])|(?<=\n)\n*)")
_ACKNOWLEDGES = re.compile(
    r"^\W*(?:[\w&.]+ ){0,4}?(?:respectfully )?(?:acknowledges?|notes?|appreciates?|understands?|considered)\b"
    r"[^.]*?\bcomments?\b[^.,;]*?(?:[.,;]|\band\b)",
    re.I,
)
"""An opening that does nothing yet. Examples: "We acknowledge the Staff's comment and"."""

_CHANGES = (
    r"(?:add|adjust|apply|address|amend|break|caption|cease|change|cite|clarify|conform|consider|continue|correct|"
    r"cross-reference|define|delete|describe|discontinue|discuss|disclose|eliminate|enhance|ensure|exclude|expand|file|"
    r"give|identify|include|incorporate|indicate|label|limit|make|modify|name|note|omit|present|provide|quantify|"
    r"reconcile|refer|reflect|refrain|relabel|remove|rename|replace|report|revise|say|separate|show|state|stop|"
    r"supplement|update|use)"
)
_PROMISES = re.compile(
    r"\b(?:will|intends? to|plans? to|proposes? to|agrees? to|undertakes? (?:to|that)|commits? to|expects? to)\b"
    rf"(?:(?! not\b)[^.;]){{0,40}}?\b{_CHANGES}\b"
    r"|\bwill (?:\w+ )?be (?:\w+ )?(?:added|changed|clarified|deleted|described|disclosed|enhanced|expanded|included|"
    r"labell?ed|modified|presented|provided|reflected|removed|reported|revised|updated)\b|\bwill no longer\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:in|for|with) (?:its |our |all |the |any |their )?(?:company[’']s )?"
    r"(?:future|subsequent|next|upcoming|forthcoming)\b"
    r"|\bfuture (?:[\w-]+ ){0,3}(?:filings?|reports?|releases?|disclosures?)|\bgoing forward\b|\bin the future\b"
    r"|\b(?:beginning|starting|commencing) (?:with|in)\b|\bprospective(?:ly| basis)\b",
    re.I,
)
"""When a promise falls due."""
_DOCUMENT = re.compile(
    r"\bForms? \w|\b(?:10-[KQ]|20-F)s?\b|\b(?:annual|quarterly) reports?\b|\bproxy statement|\bearnings releases?\b"
    r"|\bfilings?\b|\bdisclosures?\b|\bMD&A\b|\bfootnotes?\b|\bsolicitation materials?\b|\bnext\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:has|have) (?:been )?(?:\w+ )?(?:added|amended|changed|clarified|deleted|enhanced|expanded|modified|removed|"
    r"revised|updated)\b|\b(?:has|have) (?:obtained|filed|included) (?:an amend|a revised|additional|revised|new)"
    r"|\b(?:company|we) (?:revised|amended|added)\b|\bhas filed a Form \w+-\w/A\b"
    r"|\bwill file (?:an amend|Amendment|a revised)|\b(?:is|are) filing\b[^.]*\bamend"
    r"|\bwill (?:revise|amend)\b[^.]*\b(?:registration statement|prospectus)\b",
    re.I,
)
_POINTS = re.compile(
    r"^\W*(?:please |we |the company )?(?:\w+ ){0,3}(?:see|refer (?:the staff |you )?to)\b[^.]{0,60}\bresponses?\b",
    re.I,
)
_SUPPLIES = re.compile(r"\bseparate cover\b|\bsupplementally provid|\bRule (?:12b-4|418)\b", re.I)
_ERROR = re.compile(
    r"\b(?:typographical|clerical|inadvertent\w*|scrivener[’']s) (?:error|omi\w+|mis\w+)|\binadvertently\b"
    r"|\bwas (?:an|in) error\b",
    re.I,
)
_NOT_REQUIRED = re.compile(
    r"\b(?:is|are|was|were) not required (?:to|by|under|for|in|pursuant)\b|\bdo(?:es)? not (?:apply|require)\b"
    r"|\bdo(?:es)? not believe\b[^.]{0,80}\b(?:required|necessary|appropriate)\b"
    r"|\bbelieves?\b[^.]{0,80}\b(?:is|are) not (?:required|necessary|appropriate)\b",
    re.I,
)
_IMMATERIAL = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:\w+ )?not (?:\w+ ){0,2}material\b|\bimmaterial\b|\bnot materially\b",
    re.I,
)
_UNUSED = re.compile(
    r"\b(?:management|CODM|company|we) (?:do(?:es)? not|no longer) (?:use|monitor|manage|track|review)\b",
    re.I,
)
_CONFIRMS = re.compile(r"^\W*(?:[^.]{0,40}\b)?(?:confirms?|undertakes?)\b", re.I)
_CITED = re.compile(
    r"\b(?:ASC|FASB|IFRS|IAS|SAB|Rule|Item|Question|paragraph|Topic)\b[\s\w]{0,14}\d|\banaly[sz]ed\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """How a sentence shows a move. One that shows it holds one of the needles, in small letters."""

    needles: tuple[str, ...]
    shows: Callable[[str], object]

    def may_stand_in(self, small: str) -> bool:
        """Whether that text in small letters holds one of the needles."""
        for needle in self.needles:  # noqa: SIM110 - any() takes twice as long, and this is asked often
            if needle in small:
                return True
        return False


@dataclass(slots=True)
class _Said:
    """A sentence, it again in small letters, and the moves that it was found to show or not."""

    text: str
    small: str
    shown: dict[Move, bool] = field(default_factory=dict)

    def shows(self, move: Move) -> bool:
        """Whether it shows that move."""
        if move not in self.shown:
            sign = _SIGNS[move]
            self.shown[move] = sign.may_stand_in(self.small) and bool(sign.shows(self.text))
        return self.shown[move]


def moves_of(response: str) -> tuple[Move, ...]:
    """The moves that an answer makes, its stance first; one that shows none explains.

    The stance is what the first sentences do after the acknowledgement; in a short answer also what it
    promises at its end. Quoted text is the filing's and does nothing.
    """
    told = [_Said(s, s.lower()) for s in _sentences(response)]
    small = response.lower()
    likely = [move for move, sign in _SIGNS.items() if sign.may_stand_in(small)]
    stance = _stance(told, len(response.split()), likely)
    return (stance, *(m for m in likely if m is not stance and any(s.shows(m) for s in told)))


def _sentences(response: str) -> list[str]:
    """The answer's own sentences, without quotations and the acknowledgement."""
    parts = [s.strip() for s in _SENTENCE_END.split(_QUOTED.sub(" “” ", response)) if s.strip()]
    bare = [_ACKNOWLEDGES.sub("", s).strip() if "omment" in s else s for s in parts]
    return [said for said in bare if said.strip(".,;")]


def _stance(told: Sequence[_Said], words: int, likely: Sequence[Move]) -> Move:
    head = _head(told)
    at_once = [move for move in likely if move in _AT_THE_HEAD]
    for sentence in head:
        for move in at_once:
            if sentence.shows(move):
                return move
    if words < SHORT and any(s.shows(Move.COMPLY_FUTURE) and _LATER.search(s.text) for s in told):
        return Move.COMPLY_FUTURE
    resists = (move for move in likely if move in _RESISTS and any(s.shows(move) for s in head))
    return next(resists, None) or _tells(told, head)


def _head(told: Sequence[_Said]) -> list[_Said]:
    head: list[_Said] = []
    words = 0
    for sentence in told:
        if words >= HEAD:
            break
        head.append(sentence)
        words += len(sentence.text.split())
    return head


def _tells(told: Sequence[_Said], head: Sequence[_Said]) -> Move:
    if head and _CONFIRMS.match(head[0].text):
        return Move.CONFIRM
    cited = sum(len(_CITED.findall(s.text)) for s in told if s.shows(Move.ANALYSIS))
    return Move.ANALYSIS if cited >= ANALYSED or (cited and len(told) == 1) else Move.EXPLAIN


def _promises(said: str) -> bool:
    """Whether it promises a change of a filing, and not only in case something happens."""
    due = _LATER.search(said) or _DOCUMENT.search(said) or _REVISES.search(said)
    return bool(due and _PROMISES.search(said) and not _IN_CASE.search(said))


_REVISES = re.compile(r"\bwill (?:revise|disclose|amend)\b", re.I)
"""What is done to a filing alone, so that none has to be named."""


_IN_CASE = re.compile(
    r"^(?:if|should|in the event)\b|\bcontinue to (?:monitor|evaluate|assess)\b"
    r"|\bto the extent\b[^.]*\b(?:becomes?|anticipates?)\b",
    re.I,
)


def _done(said: str) -> bool:
    return bool(_DONE.search(said)) and not _LATER.search(said)


_PROMISING = ("will", "intend", "plan", "propose", "agree", "undertake", "commit", "expect")
_CHANGED = (
    "added", "amend", "changed", "clarified", "deleted", "enhanced", "expanded", "modified", "removed", "revise",
    "updated", "obtained", "filed", "included", "will file", "filing",
)  # fmt: skip
_CITING = (
    "asc", "fasb", "ifrs", "ias", "sab", "rule", "item", "question", "paragraph", "topic", "analyzed", "analysed",
)  # fmt: skip
_ERRING = ("error", "inadvertent", "typographical", "clerical", "scrivener")

_SIGNS: Mapping[Move, _Sign] = {
    Move.REFER: _Sign(("response",), _POINTS.search),
    Move.SUPPLEMENTAL: _Sign(("separate", "supplementally", "12b-4", "418"), _SUPPLIES.search),
    Move.COMPLY_NOW: _Sign(_CHANGED, _done),
    Move.COMPLY_FUTURE: _Sign(_PROMISING, _promises),
    Move.CORRECT_ERROR: _Sign(_ERRING, _ERROR.search),
    Move.PUSH_BACK_NOT_USED: _Sign((" not ", " no longer "), _UNUSED.search),
    Move.PUSH_BACK_NOT_REQUIRED: _Sign((" not ",), _NOT_REQUIRED.search),
    Move.PUSH_BACK_IMMATERIAL: _Sign(("material",), _IMMATERIAL.search),
    Move.CONFIRM: _Sign(("confirm", "undertake"), _CONFIRMS.search),
    Move.ANALYSIS: _Sign(_CITING, _CITED.search),
}
"""How each move is shown."""
_AT_THE_HEAD = (Move.REFER, Move.SUPPLEMENTAL, Move.COMPLY_NOW, Move.COMPLY_FUTURE, Move.CORRECT_ERROR)
_RESISTS = (Move.PUSH_BACK_NOT_USED, Move.PUSH_BACK_NOT_REQUIRED, Move.PUSH_BACK_IMMATERIAL)
