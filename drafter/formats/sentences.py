"""What a letter's opening says, with its facts taken out: who speaks, the terms, the set sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.domain import Role
from drafter.formats.slots import (
    DATE,
    FILINGS,
    MONTH,
    general,
    masked,
    slotted,
    terms_in,
    with_company,
    without_facts,
)
from drafter.matters import sentences as parted
from drafter.names import FORMALITIES
from drafter.parsing import Parsed

DEFINITION = re.compile(r"\(\s*(?P<lead>[^()“”]{0,40})(?P<terms>“[^()]{1,120}?”[^()]{0,80})\)")
"""A definition in brackets: '(the “Company”)', '(“Acme,” “we” or “us”)'."""

MEANS = re.compile(
    r"(?P<terms>(?:the\s+)?“[^“”]+”(?:[\w\s,]{0,8}“[^“”]+”)*)\s+(?:means|refers?\s+to)\s+(?P<what>[^,;]{3,80})"
)
"""A definition without brackets: 'the “Company” means Acme, Inc.'."""

FILING_NAMED = re.compile(rf"(?:\bForm [\w/-]+|{MONTH} \d{{1,2}}, ?\d{{4}}|\(File No\. [\d-]+\))\s*$")
"""What the definition of a filing follows: "... for the year ended June 30, 2020 (the “Form 10-K”)"."""

OF_OFFICES = {"staff": "staff", "commission": "commission", "sec": "commission"}
"""The terms for the Staff and the Commission, by their last word."""

OF_COMPANIES = frozenset(
    "company registrant partnership trust bank corporation fund issuer group firm".split()  # noqa: SIM905
)
PRONOUNS = frozenset({"we", "us", "our", "ours"})

GENERAL_TERM = re.compile(
    r"(?:the )?(?:Fiscal )?(?:\{year\} )?(?:Annual Report(?: on Form \{form\})?|Form \{form\})"
)
"""A filing's term that fits another year's filing too: "the {year} Form {form}", "the Annual Report"."""

TERM = re.compile(r"(?P<the>\bthe\s+)?“(?P<term>[^“”]+?),?”")

ANSWERS = re.compile(
    r"\b(?:in response to|response|responses|responds?|respond(?:ing)?|repl(?:y|ies))\b", re.I
)
LETTER = re.compile(r"\b(?:letter|comments?|correspondence)\b", re.I)
BEHALF = re.compile(r"\bon behalf of\b", re.I)
CLIENT = re.compile(r"\bour client\b", re.I)

LOOKS = re.compile(r"\b(?:bold|italic)", re.I)
RECITES = re.compile(
    r"\b(?:(?:re)?produced|recited|repeated|restated|set (?:forth|out)|included|appears?|"
    r"presented|printed|retyped)\b[^.]*\b(?:comments?|headings?|responses?|text)\b|\bcomments?\b[^.]*\b"
    r"(?:(?:re)?produced|recited|repeated|restated|set (?:forth|out)|appears?|printed)\b",
    re.I,
)
"""The sentence that says how comments and answers are told apart."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the opening of one letter says: its terms by name, and its set sentences, "" for none.

    `introduction` and `convention` are what can be learnt, `introduces` and `recites` the same sentences with
    "…" for what no slot takes; `defined` are the words of the terms that the introduction defines. `names` are
    what the letter calls the company beside its term. `behalf` says that it is written on behalf of the
    company, `client` that the company is a client.
    """

    terms: Mapping[str, str]
    names: tuple[str, ...]
    person: str
    behalf: bool
    client: bool
    introduction: str
    convention: str
    introduces: str
    recites: str
    defined: frozenset[str] = frozenset()

    def told(self, sentence: str) -> str:
        """The sentence with the company's term and names as slots."""
        return general(sentence, self.terms.get("company", "the Company"), self.names)


def straight(text: str) -> str:
    """The text with one kind of quotation mark and apostrophe, and single spaces."""
    text = re.sub(r"(?<![\w,.;:!?”])[\"]|(?<=[(\s])[\"]", "“", text).replace('"', "”")
    return " ".join(text.replace("'", "’").replace("‘", "’").split())


def spoken(parsed: Parsed, texts: Sequence[str]) -> Spoken:
    """What those lines of the letter's opening say."""
    at = next((n for n, t in enumerate(texts) if re.match(r"Dear\b|Ladies|Gentlemen", t)), 0)
    said = [s for t in texts[at + 1 :] for s in parted(t)]
    answers = [
        straight(line.text)
        for line, role in zip(parsed.letter.lines, parsed.roles, strict=True)
        if role is Role.RESPONSE
    ]
    company = parsed.letter.matter.company
    terms, names = _terms(said, company)
    convention = next((s for s in said if RECITES.search(s) and LOOKS.search(s)), None)
    convention = convention or next((s for s in said if RECITES.search(s) and not DATE.search(s)), "")
    first = _introducing([s for s in said if s != convention])
    term = terms.get("company", "the Company")
    introduces = general(slotted(first, company), term, names)
    recites = general(with_company(convention, company), term, names)
    defined = terms_in(introduces)
    introduction = without_facts(introduces, defined) if _introduces(introduces) else ""
    return Spoken(
        terms,
        names,
        _person(answers),
        bool(BEHALF.search(first)),
        bool(CLIENT.search(first)),
        introduction,
        without_facts(recites, terms_in(introduction)),
        masked(introduces, defined),
        masked(recites, defined),
        defined,
    )


def _introducing(said: Sequence[str]) -> str:
    """The sentence that says which letter is answered; with the next where only that one gives its date."""
    at = next(
        (n for n, s in enumerate(said) if LETTER.search(s) and (ANSWERS.search(s) or DATE.search(s))), -1
    )
    if at < 0:
        return ""
    after = next(iter(said[at + 1 : at + 2]), "")
    dates = not DATE.search(said[at]) and DATE.search(after) and LETTER.search(after)
    return f"{said[at]} {after}" if dates else said[at]


def _introduces(text: str) -> bool:
    """Whether the sentence says which of the Staff's letters is answered, and on what."""
    refers = "{filings}" in text or "{company}" in text or re.search(r"\babove\b", text, re.I)
    return bool(refers) and "{letter_date}" in text


def _person(answers: Iterable[str]) -> str:
    """Whether answers say "we" more often than they name the company."""
    text = " ".join(answers)
    we = len(re.findall(r"\b(?:[Ww]e|[Oo]ur|us)\b", text))
    named = len(
        re.findall(r"\b[Tt]he (?:Company|Registrant|Partnership|Trust|Bank|Corporation|Fund)\b", text)
    )
    return "we" if we > 2 * named else "company"


def _terms(said: Sequence[str], company: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The defined terms by what they stand for, and the company's names that are none of them."""
    found: dict[str, str] = {}
    names = [_short(company)]
    for before, options in _definitions(said):
        offices = {office: o for o in options if (office := OF_OFFICES.get(o.lower().split()[-1]))}
        if offices:
            found = offices | found
        elif FILING_NAMED.search(before) and FILINGS.search(before):
            found.setdefault("filing", _general_term(options[0]))
        elif _of_company(before, company):
            found.setdefault("company", _own_term(options))
            names += [o for o in options if o.lower().removeprefix("the ") not in OF_COMPANIES | PRONOUNS]
    kept = {name: term for name, term in found.items() if term}
    return kept, tuple(dict.fromkeys(n for n in names if n and n != kept.get("company")))


def _definitions(said: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The words before each definition in brackets, and the terms that it defines."""
    for sentence in said:
        for match in DEFINITION.finditer(sentence):
            options = [f"{'the ' if m['the'] else ''}{m['term']}" for m in TERM.finditer(match[0])]
            if options:
                yield sentence[max(0, match.start() - 160) : match.start()], options
        for match in MEANS.finditer(sentence):
            yield (
                match["what"],
                [f"{'the ' if m['the'] else ''}{m['term']}" for m in TERM.finditer(match["terms"])],
            )


def _of_company(before: str, company: str) -> bool:
    head = company.split(",")[0].strip().lower()
    return bool(head) and head in before.lower()[-len(company) - 60 :]


def _short(company: str) -> str:
    """The company's name without its legal form: "Harrowgate Tools" of "Harrowgate Tools, Inc."."""
    words = company.replace(",", "").split()
    while words and words[-1].strip(".").lower() in FORMALITIES:
        words.pop()
    return " ".join(words[words[:1] == ["The"] :])


def _own_term(options: Sequence[str]) -> str:
    """The company's term among those defined: one with an article before "we", "we" before its short name."""
    articled = next((o for o in options if o.startswith("the ")), "")
    common = next((f"the {o}" for o in options if o.lower() in OF_COMPANIES), "")
    we = "we" if PRONOUNS & {o.lower() for o in options} else ""
    return articled or common or we or options[0]


def _general_term(term: str) -> str:
    """The term with its form and year as slots: "the 2021 Form 10-K" is "the {year} Form {form}"."""
    term = re.sub(r"\bForm (?:10|20|40|8|6|S|F)-[A-Z0-9]+", "Form {form}", term)
    term = re.sub(r"\b(?:19|20)\d\d\b", "{year}", term)
    return term if GENERAL_TERM.fullmatch(term) else ""
