"""Proposed disclosure that revises a paragraph of the filing: set on its words, so that it can be marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Extract, Passage
from drafter.drafting.language.scene import Scene
from drafter.drafting.notes.ready import Use
from drafter.drafting.planning.bridges import amounts
from drafter.drafting.planning.formulas import plain
from drafter.drafting.planning.plan import Plan, stems
from drafter.filings.comparing import REVISES, likeness
from drafter.filings.passages import forms_in
from drafter.filings.words import quotations
from drafter.matters import sentences

SHORTEST, LONGEST = 8, 180
"""Words of a filed paragraph that a block is set on."""

PREMISE = 0.6
"""Share of the content words of what the comment says the filing says that the paragraph has to hold."""

LEAST = 3
"""Content words that a premise has at least."""

_STATES = re.compile(
    r"^(?:We (?:note|see)\b|You (?:disclose|state|say|indicate|attribute|refer|report|describe|explain|present|cite|"
    r"note)\b|Your (?:disclosures?|discussion)\b|It appears\b|In (?:your|the)\b)",
)
"""How a comment says what the filing says: "You disclose that ...", "We note your disclosure that ..."."""

_ASKS = re.compile(r"\b(?:please|tell us|explain to us|revise|quantify|expand your)\b", re.I)


def set_on_filing(block: Passage, plan: Plan) -> Passage:
    """The block behind the paragraph of the filing that the comment speaks of, where there is a clear one.

    Its `filed` are the lines it has from the filing: the caption, where it stands there, and the paragraph.
    """
    found = _spoken_of(plan)
    if found is None or any(_revised(line, plan.filing) for line in block.text.split("\n")):
        return block
    extract, paragraph = found
    first, *rest = block.text.split("\n")
    caption = _caption_in(first, extract)
    lines = [first, paragraph, *rest] if caption or _is_caption(first) else [paragraph, first, *rest]
    filed = [first, paragraph] if caption else [paragraph]
    sources = tuple(dict.fromkeys([*block.sources, extract.source]))
    return replace(block, text="\n".join(lines), filed="\n".join(filed), sources=sources)


def corrected(plan: Plan) -> Iterator[Passage]:
    """The filed paragraph with its wrong amount replaced, behind a sentence; nothing where it is not clear.

    Clear it is where the comment sets two amounts against each other, a note says which one is right, and one
    paragraph of the opened places has the other.
    """
    said = list(amounts(plan.comment.text))
    told = [t for t in plan.told if t.use is Use.STATE]
    right = {
        a: t for a in said for t in told if _RIGHT.match(t.said, t.said.find(a) + len(a)) and a in t.said
    }
    if len(said) != 2 or len(right) != 1:
        return
    (amount, note), (wrong,) = next(iter(right.items())), (a for a in said if a not in right)
    found = [(e, line) for e in plan.filing for line in _paragraphs(e) if wrong in line]
    if len(found) != 1:
        return
    extract, line = found[0]
    yield Passage("The corrected text is expected to read as follows:", ("comment",), ())
    yield Passage(
        *(line.replace(wrong, amount), ("comment", note.fact, extract.source), ()), block=True, filed=line
    )


_RIGHT = re.compile(r"(?: (?:on|in|at) [^.;,]{1,60})? (?:is|was) (?:the )?(?:right|correct)\b")
"""What says of an amount that it is right: "$38.6 million on page 71 is right"."""


def marked(passages: Sequence[Passage], plan: Plan, scene: Scene) -> tuple[Passage, ...]:
    """The passages; a block that revises filed words with these words and, in the sentence before it, how its
    changes are marked.
    """
    if not plan.filing:
        return tuple(passages)
    done: list[Passage] = []
    for passage in passages:
        block = _with_filed(passage, plan.filing) if passage.block else passage
        if block.block and block.filed:
            where = _where(_place(block, plan.filing), plan, scene)
            done += _told(done.pop() if done else None, block, where)
        done.append(block)
    return tuple(done)


def _spoken_of(plan: Plan) -> tuple[Extract, str] | None:
    """The one paragraph of the opened places that holds the comment's quotation, or what it says of them."""
    quoted = [plain(q) for q in quotations(plan.comment.text)]
    premises = [stems(s) for s in sentences(plan.comment.text) if _STATES.match(s) and not _ASKS.search(s)]
    best: tuple[float, Extract, str] | None = None
    for extract in plan.filing:
        for line in _paragraphs(extract):
            held = any(q in plain(line) for q in quoted)
            score = 1.0 if held else max((_share(p, stems(line)) for p in premises), default=0.0)
            if score >= PREMISE and (best is None or score > best[0]):
                best = (score, extract, line)
    return (best[1], best[2]) if best else None


def _share(premise: frozenset[str], said: frozenset[str]) -> float:
    return len(premise & said) / len(premise) if len(premise) >= LEAST else 0.0


def _paragraphs(extract: Extract) -> Iterator[str]:
    """The whole paragraphs of an extract that are prose."""
    for line in extract.text.split("\n"):
        if " | " not in line and "[...]" not in line and SHORTEST <= len(line.split()) <= LONGEST:
            yield line


def _is_caption(line: str) -> bool:
    return not re.search(r"[.:;]\s*$", line)


def _caption_in(caption: str, extract: Extract) -> bool:
    said = plain(caption)
    return any(plain(line).endswith(said) and len(line) < 160 for line in extract.text.split("\n"))


def _revised(line: str, extracts: Sequence[Extract]) -> str:
    """The filed paragraph that this line of a block revises, "" for none."""
    if len(line.split()) < SHORTEST:
        return ""
    scored = [(likeness(p, line), p) for e in extracts for p in _paragraphs(e)]
    score, paragraph = max(scored, default=(0.0, ""))
    return paragraph if score >= REVISES else ""


def _with_filed(block: Passage, extracts: Sequence[Extract]) -> Passage:
    if block.filed:
        return block
    lines = block.text.split("\n")
    found = [paragraph for line in lines if (paragraph := _revised(line, extracts))]
    if not found:
        return block
    captions = [
        line for line in lines[:1] if any(_caption_in(line, e) for e in extracts) and _is_caption(line)
    ]
    source = next(e.source for e in extracts if found[0] in e.text)
    return replace(
        block,
        filed="\n".join(dict.fromkeys([*captions, *found])),
        sources=tuple(dict.fromkeys([*block.sources, source])),
    )


def _place(block: Passage, extracts: Sequence[Extract]) -> Extract:
    paragraph = block.filed.split("\n")[-1]
    return next((e for e in extracts if paragraph in e.text), extracts[0])


def _where(place: Extract, plan: Plan, scene: Scene) -> str:
    """The filed text by its place: "the text on page 45 of the Form 10-K"."""
    filings = scene.matter.filings
    named = filings[0].form if filings else next(forms_in(plan.comment.heading), "")
    filing = scene.matter.term("filing", f"the Form {named}" if named else "the filing")
    at = "" if place.source == "filing" else f" on {place.name.split(',')[0]}"
    return f"the text{at} of {filing}"


def _told(lead: Passage | None, block: Passage, where: str) -> Iterator[Passage]:
    """The sentence before a block with how its changes are marked: in the lead's own, else in one of its own."""
    marks = f"additions to {where} underlined" + (" and deletions struck through" if _deletes(block) else "")
    if lead is not None and lead.text.endswith(":"):
        stem = lead.text.removesuffix(":")
        yield replace(lead, text=f"{stem}, with {marks}:", unmarked=f"{stem}, as a revision of {where}:")
        return
    if lead is not None:
        yield lead
    unmarked = f"The following is a revision of {where}."
    sources = tuple(s for s in block.sources if s == "comment" or s.startswith("filing"))
    yield Passage(f"The following shows {marks}.", sources or ("comment",), block.answers, unmarked=unmarked)


def _deletes(block: Passage) -> bool:
    """Whether some filed words are not in the block."""
    said = {plain(line) for line in block.text.split("\n")}
    return any(plain(line) not in said for line in block.filed.split("\n"))
