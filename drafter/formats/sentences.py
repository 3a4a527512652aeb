"""What a letter's opening says, with its facts taken out: who speaks, the terms, the set sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.domain import Role
from drafter.matters import sentences as parted
from drafter.parsing import Parsed

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = re.compile(rf"\b{MONTH}\s+\d{{1,2}},?\s*\d{{4}}")

DEFINITION = re.compile(r"\(\s*(?P<lead>[^()“”]{0,40})(?P<terms>“[^()]{1,120}?”[^()]{0,80})\)")
"""A definition in brackets: '(the “Company”)', '(“Acme,” “we” or “us”)'."""

DEFINED_AFTER = (
    (
        "staff",
        r"\bstaff(?: of the (?:U\.S\. |United States )?(?:Securities and Exchange Commission|"
        r"Division of Corporation Finance))?\s*$",
    ),
    ("commission", r"\bSecurities and Exchange Commission\s*$"),
    ("filing", rf"(?:\bForm [\w/-]+|{MONTH} \d{{1,2}}, ?\d{{4}}|\(File No\. [\d-]+\))\s*$"),
)
"""What a definition defines, by the words before it."""

GENERAL_TERM = re.compile(
    r"(?:the )?(?:Fiscal )?(?:\{year\} )?(?:Annual Report(?: on Form \{form\})?|Form \{form\})"
)
"""A filing's term that fits another year's filing too: "the {year} Form {form}", "the Annual Report"."""

TERM = re.compile(r"(?P<the>\bthe\s+)?“(?P<term>[^“”]+?),?”")

ANSWERS = re.compile(
    r"\b(?:in response to|response|responses|responds?|respond(?:ing)?|repl(?:y|ies))\b", re.I
)
LETTER = re.compile(r"\b(?:letter|comments?)\b", re.I)

LOOKS = re.compile(r"\b(?:bold|italic)", re.I)
RECITES = re.compile(
    r"\b(?:(?:re)?produced|recited|repeated|restated|set (?:forth|out)|included|appears?|"
    r"presented|printed|retyped)\b[^.]*\b(?:comments?|headings?|responses?|text)\b|\bcomments?\b[^.]*\b"
    r"(?:(?:re)?produced|recited|repeated|restated|set (?:forth|out)|appears?|printed)\b",
    re.I,
)
"""The sentence that says how comments and answers are told apart."""

FILINGS = re.compile(
    r"\b(?:(?:draft\s+|amended\s+)?(?:annual|quarterly|current|transition)\s+reports?\s+on\s+form|"
    r"(?:draft\s+)?registration\s+statement\s+on\s+form|(?:definitive\s+|preliminary\s+)?proxy\s+statement\s+on|"
    r"form\s+(?:10|20|40|8|6|s|f)-)",
    re.I,
)
"""Where the filings under review begin to be named."""

FILINGS_END = re.compile(rf"{MONTH}\s+\d{{1,2}},?\s*\d{{4}}|“[^“”]+”\s*\)|\(File No\. [\d-]+\)", re.I)
"""What the naming of a filing ends with: its date, its term, its file number."""

ADDRESSED = re.compile(
    r",?\s*(?:which was\s+)?(?:addressed\s+)?(?:to|from)\s+(?:Mr\.|Ms\.|Mrs\.)?\s*"
    r"(?:[A-Z][\w.’-]+\s+){1,4}?[A-Z][\w’-]+,\s+"
    r"(?:(?!\b(?:with|relating|regarding|in|on|concerning)\b)"
    r"(?:\b(?:Inc|Corp|Co|Ltd|Jr)\.|[^.“”()]))*?"
    r"(?=,?\s+(?:with|relating|regarding|in|on|concerning)\b|\.$|\s*\()"
)
"""A clause naming whom the Staff's letter went to: "to Jane Roe, Chief Financial Officer of Acme"."""

KNOWN = frozenset(
    str.split(
        "the a an this in for on to of set below above please if should we our i as each and or by with at "
        "company staff commission division corporation finance securities exchange u.s. us united states "
        "sec edgar thank you your following partnership registrant trust bank fund supplementally pursuant re"
    )
)
"""Words that may stand with a capital letter in a set sentence; any other is taken for a name."""

CAPITAL = re.compile(r"(?<![\w{])[A-Z][\w.’&-]*")

MATTERED = re.compile(r"\b(?:revisions?|revised|amend\w*|as discussed|telephone call|extension)\b", re.I)
"""Words of a sentence that spoke of one matter only: "the revisions to the prospectus"."""

TANDY = re.compile(
    r"\bdefense in any proceeding\b|\bforeclose the commission\b|"
    r"\bresponsible for the (?:adequacy|accuracy)\b|\bassert(?:ing)? (?:staff|this) comment",
    re.I,
)
"""Acknowledgements that the Staff ceased to ask for on October 5, 2016."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the opening of one letter says: its terms by name, and its set sentences, "" for none."""

    terms: Mapping[str, str]
    person: str
    counsel: bool
    introduction: str
    convention: str


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
    terms = _terms(said, parsed.letter.matter.company)
    convention = next((s for s in said if RECITES.search(s) and LOOKS.search(s)), None)
    convention = convention or next((s for s in said if RECITES.search(s) and not DATE.search(s)), "")
    first = next((s for s in said if s != convention and ANSWERS.search(s) and LETTER.search(s)), "")
    return Spoken(
        terms,
        _person(answers),
        bool(re.match(r"On behalf of (?:our client|[^.]{2,90}?\bwe (?:are|hereby|submit))", first)),
        _introduction(first, parsed.letter.matter.company, terms),
        without_facts(general(convention, terms, parsed.letter.matter.company)),
    )


def _person(answers: Iterable[str]) -> str:
    """Whether answers say "we" more often than they name the company."""
    text = " ".join(answers)
    we = len(re.findall(r"\b(?:[Ww]e|[Oo]ur|us)\b", text))
    named = len(
        re.findall(r"\b[Tt]he (?:Company|Registrant|Partnership|Trust|Bank|Corporation|Fund)\b", text)
    )
    return "we" if we > 2 * named else "company"


def _terms(said: Sequence[str], company: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for sentence in said:
        for match in DEFINITION.finditer(sentence):
            before = sentence[max(0, match.start() - 160) : match.start()]
            options = [f"{'the ' if m['the'] else ''}{m['term']}" for m in TERM.finditer(match[0])]
            name = _defines(before, company)
            if name and name not in found and options:
                found[name] = _own_term(options) if name == "company" else options[0]
    if "filing" in found:
        found["filing"] = _general_term(found["filing"])
    return found


def _defines(before: str, company: str) -> str:
    """What a definition after these words defines: staff, commission, company or filing; "" for others."""
    for name, pattern in DEFINED_AFTER:
        if re.search(pattern, before, re.I):
            return name if name != "filing" or FILINGS.search(before) else ""
    head = company.split(",")[0].strip().lower()
    return "company" if head and head in before.lower()[-len(company) - 60 :] else ""


def _own_term(options: Sequence[str]) -> str:
    """The company's term among those defined: one with an article before "we", a short name for neither."""
    articled = next((o for o in options if o.startswith("the ")), "")
    return articled or ("we" if {"we", "us", "our"} & {o.lower() for o in options} else "")


def _general_term(term: str) -> str:
    """The term with its form and year as slots: "the 2021 Form 10-K" is "the {year} Form {form}"."""
    term = re.sub(r"\bForm (?:10|20|40|8|6|S|F)-[A-Z0-9]+", "Form {form}", term)
    term = re.sub(r"\b(?:19|20)\d\d\b", "{year}", term)
    return term if GENERAL_TERM.fullmatch(term) else ""


def _introduction(sentence: str, company: str, terms: Mapping[str, str]) -> str:
    """The sentence with its facts as slots; "" where facts remain that have no slot."""
    text = ADDRESSED.sub("", sentence, count=1)
    text = _with_filings(text)
    text = DATE.sub("{letter_date}", text, count=1)
    text = _with_company(text, company)
    whole = all(slot in text for slot in ("{company}", "{letter_date}"))
    refers = "{filings}" in text or "above" in text.lower()
    return without_facts(general(text, terms, company)) if whole and refers else ""


def _with_filings(text: str) -> str:
    opened = FILINGS.search(text)
    if not opened:
        return text
    ends = [m.end() for m in FILINGS_END.finditer(text, opened.end())]
    dated = DATE.search(text)
    if not ends or (dated and dated.start() > opened.start() and len(ends) == 1):
        return ""
    return f"{text[: opened.start()]}{{filings}}{text[max(ends) :]}"


def _with_company(text: str, company: str) -> str:
    if not company:
        return text
    name = re.escape(company.rstrip(".")).replace(r"\ ", r"\s+").replace(",", ",?")
    text = re.sub(rf"{name}\.?(?:, a [A-Z][a-z]+ corporation)?", "{company}", text, flags=re.I)
    return re.sub(r"\{company\},?\s*\([^()]*“[^()]*\)", "{company} ({definition})", text, count=1)


def general(sentence: str, terms: Mapping[str, str], company: str) -> str:
    """The sentence with the company's name and defined term as slots."""
    text = _with_company(sentence, company)
    term = terms.get("company", "the Company")
    if not sentence.startswith("On behalf of"):  # there "our" is counsel's
        text = re.sub(r"\bour\b", "{possessive}", text)
    if term.startswith("the "):
        text = re.sub(rf"\b[Tt]{re.escape(term[1:])}’s\b", "{possessive}", text)
        text = re.sub(rf"\b[Tt]{re.escape(term[1:])}\b(?!”)", "{term}", text)
    return text


def without_facts(sentence: str) -> str:
    """The sentence where it is whole and holds no digit, name, foreign term or acknowledgement; else ""."""
    words = [w.rstrip(".,’").removesuffix("’s") for w in CAPITAL.findall(re.sub(r"“[^“”]*”", "", sentence))]
    first = CAPITAL.match(sentence)
    named = [w for w in words[bool(first) :] if w.lower() not in KNOWN and w.lower() + "." not in KNOWN]
    whole = first or sentence.startswith("{")
    bad = named or MATTERED.search(sentence) or re.search(r"\d", sentence) or TANDY.search(sentence)
    return sentence if whole and not bad else ""
