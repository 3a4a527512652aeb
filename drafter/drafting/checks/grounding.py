"""The fact firewall: nothing stands in an answer that no admitted source holds, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.authorities import Standing, authorities, in_force, known, parents
from drafter.business_days import spoken
from drafter.domain import BLANK, Fact, Finding, Letter, MatterFile, Pair, Passage, Precedent, Severity
from drafter.drafting.notes.places import numbered
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.formulas import is_formula, plain, runs_of
from drafter.matters import sentences

LAW = (
    "Amendment No. 1 Form 10-K 10-K/A 10-Q/A 20-F/A 8-K/A Rule 12b-4 under "
    "the Securities Exchange Act of 1934 Rule 418(b) under the"
    " Securities Act of 1933 Rule 83 17 CFR 200.83 the Staff the Commission "
    "the Company the Partnership the Registrant Controller"
    " Forms Regulation Rule Item Section Note Amendment Draft Registration "
    "Statement Management's Discussion and Analysis GAAP CODM"
    " Exhibit Exhibits Securities Act Exchange Act Tax General Counsel Chief "
    "Information Security Officer Compensation Committee Valuation"
    " firm Operations Investor Relations Treasurer Actuarial SAB Topic 1.M ASC Regulation S-K Regulation S-X"
    " United States"
)
"""Names and figures that belong to the law or to the form of the letter, and not to anybody's facts."""

FORM = "Rule 12b-4 under the Exchange Act; Rule 418(b) under the Securities Act; Rule 83; SAB Topic 1.M; Rule 12b-20"
"""Authorities on the form of a letter and on materiality, which an answer may always cite."""

_WITH_DIGIT = re.compile(r"[\w$%().,/#-]*\d[\w$%().,/-]*")
_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December) \d{1,2}(?:, \d{4})?\b"
)
_SCALED = re.compile(
    r"\$?\d[\d,.]*\d? ?(?:million|billion|thousand|percent|%|basis points)|\$ ?\d[\d,.]*", re.I
)
_NAME = re.compile(
    r"(?:[A-Z][\w&’'-]*|[a-z]+[A-Z]\w*)(?:(?: of| and| for| the| &)? (?:[A-Z][\w&’'-]*\.?|\d+))*"
)
_QUOTED = re.compile(r"(?<![\w.,;:?!)])[“\"](?P<said>[^”\"]{3,})[”\"](?!\w)")


@dataclass(frozen=True)
class Admitted:
    """What an answer may say: the text of every admitted source, and what only precedents say.

    `figures` are the admitted words with a digit; `foreign` the names of other companies that may not appear;
    `runs` the word runs of the precedents; `cited` the authorities that the sources cite.
    """

    text: str
    figures: frozenset[str]
    words: frozenset[str]
    foreign: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    cited: frozenset[str] = frozenset()
    on: date | None = None

    @classmethod
    def of(
        cls, sources: Sequence[str], precedents: Sequence[Precedent] = (), on: date | None = None
    ) -> Admitted:
        """The firewall for those sources against those precedents; `on` is the day law must be in force."""
        text = plain(" \n ".join([*sources, LAW]))
        said = [t for p in precedents for t in (p.pair.comment.text, p.pair.response.text)]
        runs = {r for t in said for r in runs_of(plain(t)) if not is_formula(r)}
        foreign = {name for p in precedents for name in _names_of(p.pair) if plain(name) not in text}
        return cls(
            text,
            frozenset([*_figures_in(text), *(n for s in sources for n in numbered(s))]),
            frozenset(re.findall(r"[a-z][a-z'-]*", text)),
            frozenset(foreign),
            frozenset(runs - set(runs_of(text)) - set(runs_of(_POINTING.sub("the", text)))),
            frozenset(c.canonical for s in (*sources, FORM) for c in authorities(s)),
            on,
        )


def _figures_in(text: str) -> Iterator[str]:
    """The words with a digit, one with a point in brackets also without it: “606-10-25-27(c)”, “606-10-25-27”."""
    for token in _WITH_DIGIT.findall(text):
        yield _figure(token)
        yield _figure(token.split("(")[0])


_POINTING = re.compile(r"\b(?:this|that|these|those|such)\b")
"""Words of the comment in whose place an answer may say “the” and name the thing."""


def sources_of(
    letter: Letter, matter: MatterFile, facts: Sequence[Fact], told: Sequence[Told], own: Sequence[Precedent]
) -> list[str]:
    """The texts that may be drawn on: staff letter, matter, notes as far as they may be used, own letters."""
    withheld = {f.id for f in facts if f.held or f.redacted} | {
        t.fact for t in told if t.use is Use.HELD and not t.redacted
    }
    notes = [t.text if t.redacted else f"{t.said} {t.text}" for t in told if t.use is not Use.HELD]
    notes += [f.text for f in facts if f.id not in withheld and not any(t.fact == f.id for t in told)]
    mine = [
        f"{p.pair.comment.text} {p.pair.response.text} {spoken(p.pair.sent) if p.pair.sent else ''}"
        for p in own
    ]
    return ["\n".join(line.text for line in letter.lines), _matter(matter), *notes, *mine]


def _matter(matter: MatterFile) -> str:
    days = [f.period for f in (*matter.filings, matter.next_annual, matter.next_interim) if f and f.period]
    days += [f.filed for f in matter.filings if f.filed] + [d for d in (matter.sent, matter.staff_date) if d]
    forms = [f"Form {f.form}" for f in (*matter.filings, matter.next_annual, matter.next_interim) if f]
    named = [f"{spoken(day)} {name}" for day, name in matter.fiscal_year_names]
    people = [matter.signatory.name, matter.signatory.title, matter.counsel.firm, *matter.attorneys]
    terms = [v for _, v in (*matter.terms, *matter.amendment, *matter.rule_83)]
    return " \n ".join(
        [matter.company, *map(spoken, days), *forms, *named, *people, *terms, matter.file_number]
    )


def judge(
    number: str, passages: Sequence[Passage], admitted: Admitted
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """The passages with what no source holds struck or made a blank, and a finding for each such place."""
    kept: list[Passage] = []
    findings: list[Finding] = []
    for passage in passages:
        text, found = _mend(passage.text, admitted)
        elsewhere = {i for other in passages if other is not passage for i in other.answers}
        if text or not set(passage.answers) <= elsewhere:
            kept.append(replace(passage, text=text or STRUCK) if text != passage.text else passage)
        findings += [Finding(check, Severity.WARNING, message, number) for check, message in found]
        if not passage.sources:
            message = f"This passage names no source: “{passage.text[:80]}”. Check every statement in it."
            findings.append(Finding("grounding.no_source", Severity.WARNING, message, number))
    return tuple(kept), tuple(findings)


def unheld(text: str, admitted: Admitted) -> Iterator[str]:
    """The dates, figures, names and quotations of a text that no admitted source holds."""
    for sentence in (s for line in text.split("\n") for s in sentences(line)):
        for tokens in (_dates, _figures, _names, _quotes):
            yield from tokens(sentence, admitted)


STRUCK = "[●: answer to this part of the comment]"
"""Stands where nothing of a passage was left and no other passage answers what it answered."""
_STOP = "\u2024"
"""Stands for a full stop inside a blank, which ends no sentence."""


def _mend(text: str, admitted: Admitted) -> tuple[str, list[tuple[str, str]]]:
    found: list[tuple[str, str]] = []
    lines = []
    for line in text.split("\n"):
        whole = BLANK.sub(lambda m: m.group(0).replace(".", _STOP), line)
        parts = [sentence.replace(_STOP, ".") for sentence in sentences(whole)]
        lines.append(" ".join(s for part in parts if (s := _sentence(part, admitted, found))))
    mended = "\n".join(lines).strip() if found else text
    return mended, found


def _sentence(sentence: str, admitted: Admitted, found: list[tuple[str, str]]) -> str:
    for check, says, offences in _STRIKES:
        if bad := next(offences(sentence, admitted), None):
            found.append((check, f"Struck, because {says}: “{bad}” in “{sentence[:120]}”."))
            return ""
    for check, wanted, tokens in _BLANKED:
        for bad in dict.fromkeys(tokens(sentence, admitted)):
            found.append(
                (
                    check,
                    f"Made a blank, because no source holds it: “{bad}”. "
                    f"Give the source or the right {wanted}.",
                )
            )
            sentence = _blanked(sentence, bad, wanted)
    return sentence


def _blanked(sentence: str, bad: str, wanted: str) -> str:
    for blank in BLANK.finditer(sentence):
        if bad in blank.group(0):
            return sentence.replace(blank.group(0), f"[●: {wanted} (not found in any source)]")
    return sentence.replace(bad, f"[●: {wanted} (not found in any source)]")


def _figure(token: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", token.lower()).strip("().,$%-/")


def _figures(sentence: str, admitted: Admitted) -> Iterator[str]:
    strange: list[str] = []
    for scaled in _SCALED.findall(sentence):
        said = plain(scaled).rstrip(".,")
        other = said.replace(" percent", "%") if "percent" in said else said.replace("%", " percent")
        if said not in admitted.text and other not in admitted.text:
            strange.append(scaled.rstrip(".,"))
            yield strange[-1]
    for whole in strange:  # "9.9" of "$9.9 million" is none by itself
        sentence = sentence.replace(whole, " ")
    for token in _WITH_DIGIT.findall(sentence):
        bare = _figure(token)
        if bare and bare not in admitted.figures and bare.split("/")[0] not in admitted.figures:
            yield token.strip("().,")


def _dates(sentence: str, admitted: Admitted) -> Iterator[str]:
    for day in _DATE.findall(sentence):
        if plain(day) not in admitted.text:
            yield day


def _names(sentence: str, admitted: Admitted) -> Iterator[str]:
    for found in _NAME.finditer(BLANK.sub(lambda m: f" {m.group(1) or ''} ", sentence)):
        name = plain(found.group(0)).strip(".' ").removesuffix("'s")
        words = re.findall(r"[a-z][a-z'-]*", name)
        if not words or name in admitted.text or found.group(0) == "I":
            continue
        starts = found.start() <= 2 or not re.search(r"[a-z,;)”\"] $", found.string[: found.start()])
        rest = words[1:] if starts else words
        if any(
            w.removesuffix("'s") not in admitted.words for w in rest if w not in {"of", "and", "for", "the"}
        ):
            yield found.group(0)


def _quotes(sentence: str, admitted: Admitted) -> Iterator[str]:
    for quote in _QUOTED.finditer(sentence):
        said = plain(quote["said"]).strip(" .,;")
        if said not in admitted.text and said not in re.sub(r"[\[\]]", "", admitted.text):
            yield quote.group(0)


def _foreign(sentence: str, admitted: Admitted) -> Iterator[str]:
    """Names in small letters are found however they are written; those with capitals as they stand."""
    said = plain(sentence)
    for name in sorted(admitted.foreign):
        if re.search(rf"\b{re.escape(name)}\b", said if name.islower() else sentence):
            yield name


def _copied(sentence: str, admitted: Admitted) -> Iterator[str]:
    runs = (run for run in runs_of(plain(sentence)) if run in admitted.runs)
    yield from (" ".join(run) for run in runs if not _joined(run, admitted.text))


def _joined(run: tuple[str, ...], text: str) -> bool:
    """Whether a source has the run but for a small word at one end: “to” before “state that there is” of the staff."""
    ends = ((run[0], run[1:]), (run[-1], run[:-1]))
    return any(
        small in _JOINING and re.search(rf"\b{re.escape(' '.join(rest))}\b", text) for small, rest in ends
    )


_JOINING = frozenset({"to", "the", "a", "an", "and", "of", "that"})
"""Words with which an answer takes up the words of a source."""


def _law(sentence: str, admitted: Admitted) -> Iterator[str]:
    """Authorities that no source cites and that the register does not know to be in force."""
    for citation in authorities(BLANK.sub(" ", sentence)):
        name = citation.canonical
        if any(one == name or one.startswith(name) or one in parents(name) for one in admitted.cited):
            continue
        standing = in_force(name, admitted.on) if admitted.on else Standing.IN_FORCE
        if known(name) is None or standing in {Standing.SUPERSEDED, Standing.NOT_IN_FORCE}:
            yield sentence[citation.start : citation.end]


_Offences = Callable[[str, Admitted], Iterator[str]]
_STRIKES: tuple[tuple[str, str, _Offences], ...] = (
    ("grounding.foreign_name", "only a precedent of another company holds this name", _foreign),
    ("grounding.precedent_text", "these words are a precedent's", _copied),
    ("grounding.authority", "no source cites this authority and it is not known to be in force", _law),
    ("grounding.quotation", "no source holds this quotation", _quotes),
    ("grounding.name", "no source holds this name", _names),
)
_BLANKED: tuple[tuple[str, str, _Offences], ...] = (
    ("grounding.date", "date", _dates),
    ("grounding.figure", "figure", _figures),
)


def _names_of(pair: Pair) -> set[str]:
    """The names by which another company can be known: its own, and those its letter uses in mid-sentence."""
    company = re.sub(
        r",? (?:inc|corp|co|ltd|llc|lp|plc|trust|group|holdings|company|corporation)\b\.?",
        "",
        plain(pair.matter.company),
    )
    names = {company.strip(" .,")} if company else set()
    said = f"{pair.comment.text} {pair.response.text}"
    for found in re.finditer(r"(?<=[a-z,;] )(?:[A-Z][\w&-]+)(?: [A-Z][\w&-]+)*", pair.response.text):
        name = found.group(0)
        small = plain(name)
        if small not in _GENERIC and len(name) > 2 and not re.search(rf"\b{re.escape(small)}\b", said):
            names.add(name)
    if first := re.match(r"[a-z][\w-]{4,}", company):
        names.add(first.group(0))
    return names - {""} - _GENERIC


_GENERIC = frozenset(
    str.split(
        "company staff commission form forms item items rule note notes "
        "section regulation amendment asc exhibit board sec gaap question"
        " registrant partnership annual report quarterly registration "
        "statement management american national first general united"
        " january february march april may june july august september october november december"
    )
)
