"""What a promise, a comment or a passage is about: its content words."""

from __future__ import annotations

from functools import lru_cache

from drafter.parsing.alignment import plain_words

STEM = 6
"""Letters of a word that are compared, so that "reconcile" and "reconciliation" meet."""

SHORTEST = 3

LEAST = 2
"""Words that must be shared: one alone is chance."""

SMALL = frozenset(
    str.split(
        "a an the and or of to in on for with by at from as is are was were be been being that this these "
        "those it its their our we us your you any all each such other than also into per may will would "
        "should shall could can not no if when where which who how why what whether so do does did has have "
        "had more most further additional additionally respectively including include includes included "
        "company registrant staff commission comment comments response letter letters request requested "
        "disclose discloses disclosed disclosing disclosure disclosures describe description discuss "
        "discussion explain explanation present presented presentation presenting provide provided providing "
        "revise revised revising revision revisions expand expanded enhance enhanced clarify clarified "
        "clarifying clarification add added adding update updated state stated statement statements note "
        "notes noted language information identify quantify address amend amended amendment supplement "
        "similar similarly consistent consistently substantially following follows below above herein set "
        "forth extent material materially materiality applicable appropriate necessary relevant future "
        "filing filings filed file report reports reported reporting annual quarterly periodic form forms "
        "beginning commencing starting begin next upcoming subsequent period periods quarter quarters year "
        "years fiscal ended ending end january february march april june july august september october "
        "november december first second third fourth change changes changed section table tables page pages "
        "please tell based related regarding respect used use using continue ensure consider within order "
        "item items regulation rule gaap non release releases earnings accounting impact impacts effect effects "
        "required requirement requirements manner quantification potential well certain significant case "
        "equal greater prominence after before over under during both between about above however upon "
        "intend intends plan plans propose proposes expect expects appropriately specifically separately "
        "measure measures determine determined indicate "
        "management analysis financial condition results operations"
    )
)
"""Words of every promise and every comment, which say nothing of the subject."""


@lru_cache(maxsize=8192)
def subject(text: str) -> frozenset[str]:
    """The content words of a text, cut so that forms of one word meet; figures are none."""
    words = (w for w in plain_words(text) if w not in SMALL and len(w) >= SHORTEST)
    return frozenset(w[:STEM] for w in words if not any(c.isdigit() for c in w))


def shared(own: frozenset[str], other: frozenset[str]) -> float:
    """The share of `own` that stands in `other`, in [0, 1]; 0 where fewer than two words do."""
    both = len(own & other)
    return both / len(own) if both >= LEAST else 0.0
