"""The words of a bare answer, and whether they can stand within the sentence that it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.drafting.language.articles import Setting, article, determined
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import NEVER_SEEN, leans, shorthand, words
from drafter.drafting.notes.subjects import begins_with_verb


@dataclass(frozen=True, slots=True)
class Reply:
    """The words of an answer, in the company's person, and what they are read against."""

    said: str
    setting: Setting

    @property
    def inside(self) -> str:
        """The words as they stand within a sentence, with the article they lack."""
        return lowered(determined(article(self.said, self.setting)))

    @property
    def denies(self) -> bool:
        """Whether the answer says what is not."""
        return bool(re.match(r"(?:no|not|none|nothing|never|neither|nil|nowhere|nobody)\b", self.said, re.I))

    @property
    def framed(self) -> str:
        """The words behind “as follows:”; "" where they do not stand there."""
        odd = self.denies or _ASIDE.search(self.said) or OPENS_OTHERWISE.match(self.said) or self.rough
        return "" if odd or _acts(self.said) or _tells(self.said) else self.small

    @property
    def small(self) -> str:
        """The words with a small first letter, unless they begin with a name."""
        first = words(self.said)[0]
        if re.match(r"[A-Z][a-z]+ \d", self.said) and first.kind in "NS":
            return self.said
        done = max(leans(first.low), key=leans(first.low).__getitem__) in {"VVN", "VVD", "AV0"}
        return f"{self.said[:1].lower()}{self.said[1:]}" if done else lowered(self.said)

    @property
    def rough(self) -> bool:
        """Whether shorthand is left in the words."""
        return shorthand(self.said, self.setting.comment)


def _tells(text: str) -> bool:
    """Whether a word that can only be a past tense stands in the words: “went”, “rose”."""
    leaning = [leans(w.low) for w in words(text)[1:] if w.said.islower()]
    return any(max(lean, key=lean.__getitem__) == "VVD" and "VVN" not in lean for lean in leaning if lean)


_ASIDE = re.compile(
    r":|\b(?:nil|itself|themselves|unknown|so far|any day|not (?:in|yet)|to (?:decide|confirm|check|follow|come|be)|"
    r"thinking|awaiting|roughly|maybe|probably)\b|, (?:yes|no)$",
    re.I,
)
"""What does not stand behind a colon: talk, and what is not settled."""


def _acts(text: str) -> bool:
    """Whether the words begin with a verb whose subject is left out: “Uses a vendor's curve”."""
    first = words(text)[0]
    if re.match(r"[A-Za-z]+s (?:up|out|down|off|back)\b", text):
        return True
    kinds = {tag for tag, p in leans(first.low).items() if p > NEVER_SEEN}
    lean = leans(first.low)
    if max(lean.values()) > NEVER_SEEN and max(lean, key=lean.__getitem__) in {"VVZ", "VVI", "VVB"}:
        return "VVN" not in kinds
    return begins_with_verb(text) and "VVN" not in kinds and first.kind not in "NS"


OPENS_OTHERWISE = re.compile(
    r"(?:one(?=,)|since then|back|out|and|but|so|also|then|now|see|still|hence|therefore|per|only|yes|correct|"
    r"confirmed|ours?|it|they|this|that|these|those|"
    r"already|same|likely|probably|maybe|perhaps|done|added|removed|both|neither|either|other|another|all|most|"
    r"some|many|"
    r"yours?|theirs?|less|plus|up|down|rest|balance|remainder)\b",
    re.I,
)
"""How words begin that go on from others and answer nothing by themselves."""
