"""What stands before the first comment and after the last answer: the letter's set parts, in its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.business_days import spoken
from drafter.domain import Draft, MatterFile, Move
from drafter.rendering.blocks import one_line
from drafter.rendering.filings import NamedFiling, is_draft_registration, is_registration, title_of

ADDRESS = ("U.S. Securities and Exchange Commission", "Division of Corporation Finance")
STREET = ("100 F Street, N.E.", "Washington, D.C. 20549")

RE_OPENS = re.compile(r"^\W*(?:Re|RE|Subject)\s*:\s*")
"""The line that opens the subject block: "Re:  Acme Corp."."""

RE_ENDS = re.compile(r"^\W*(?:Dear\b|Ladies\b|Gentlemen\b|Gentlepersons\b|To\s+Whom\b|We\s+have\b)")
"""The salutation, or the first sentence where there is none: the subject block is over."""

FILE_NUMBER = re.compile(r"\b(?:File|CIK)\b[^\d]{0,20}\d")
"""A file number or, for a draft, the company's: "File No. 001-99231", "CIK No. 0009900231"."""

OFFICE = re.compile(r"^(?:Office of [A-Z][\w&,.' -]{3,60}|Disclosure Review Program)$")
"""The office that signs a staff letter: "Office of Life Sciences"."""

LONGEST_RE = 24
"""More lines than any subject block holds; beyond, the salutation was missed."""

RECITALS = {
    "bold italic": "in bold italic type",
    "bold": "in bold type",
    "italic": "in italic type",
    "plain": "",
}
"""How a letter says that it recites comments; what is not listed is set in bold italics."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the letter speaks of the company: its name, its defined term ("the Company", "we"), whether it says
    "we", and whether its counsel writes.
    """

    name: str
    term: str
    we: bool
    counsel: bool

    @property
    def possessive(self) -> str:
        """How the company owns things: "our" or "the Company’s", which its counsel says in any case."""
        named = "the Company" if self.term == "we" else self.term
        return "our" if self.we and not self.counsel else f"{named}’s"

    @property
    def definition(self) -> str:
        """The company's terms as the introduction defines them."""
        if not self.we:
            return definition(self.term)
        named = "" if self.term == "we" else definition(self.term).replace("”", ",” ")
        return f"{named}“we,” “us” or “our”"


def voice(draft: Draft) -> Voice:
    """How this letter speaks of the company, from the matter file's terms and person."""
    matter = draft.matter
    name = one_line(matter.company or draft.letter.matter.company) or "[●: name of the Company]"
    term = one_line(matter.term("company", "we" if matter.person == "we" else "the Company"))
    return Voice(name, term, matter.person == "we" or term == "we", matter.letterhead == "counsel")


def letterhead(draft: Draft) -> tuple[str, ...]:
    """The sender's name and address: the company's, or its counsel's where counsel sends the letter."""
    matter, speaker = draft.matter, voice(draft)
    if speaker.counsel:
        firm = matter.counsel.firm or matter.signatory.firm or "[●: name of the firm]"
        reach = " · ".join(filter(None, (matter.counsel.phone, matter.counsel.email)))
        return tuple(map(one_line, filter(None, (firm, f"[●: address of {firm}]", reach))))
    return tuple(map(one_line, (speaker.name, *(matter.address or ("[●: address of the Company]",)))))


def addressee(draft: Draft) -> tuple[str, ...]:
    """Commission, Division, the office that wrote where the staff letter shows it, and the street."""
    return (*ADDRESS, *_office([one_line(line.text) for line in draft.letter.lines]), *STREET)


def _office(lines: Sequence[str]) -> tuple[str, ...]:
    for at in range(len(lines) - 1, -1, -1):
        if not OFFICE.match(lines[at]):
            continue
        wrapped = lines[at].endswith((" and", ",", " &")) and at + 1 < len(lines)
        return (one_line(f"{lines[at]} {lines[at + 1]}") if wrapped else lines[at],)
    return ()


def re_block(draft: Draft) -> tuple[str, ...]:
    """The subject block as the staff letter has it; composed from what is known where it shows none."""
    lines = [one_line(line.text) for line in draft.letter.lines]
    start = next((n for n, text in enumerate(lines) if RE_OPENS.match(text)), None)
    if start is None:
        return _composed_re(draft)
    rest = [RE_OPENS.sub("", lines[start]), *lines[start + 1 :]]
    end = next((n for n, text in enumerate(rest) if n and RE_ENDS.match(text)), len(rest))
    block = tuple(filter(None, rest[:end]))
    if not 2 <= len(block) <= LONGEST_RE:
        return _composed_re(draft)
    return block if any(map(FILE_NUMBER.search, block)) else (*block, *_numbers(draft))


def _composed_re(draft: Draft) -> tuple[str, ...]:
    matter, known = draft.matter, draft.letter.matter
    lines = [voice(draft).name]
    for filing in matter.filings or known.filings:
        draft_form = is_draft_registration(filing.form)
        title = (
            title_of(filing.form)
            if is_registration(filing.form)
            else f"Form {filing.form}".replace("Form Form", "Form")
        )
        lines.append(f"{title} for the period ended {spoken(filing.period)}" if filing.period else title)
        if filing.filed:
            lines.append(f"{'Submitted' if draft_form else 'Filed'} {spoken(filing.filed)}")
    return (*map(one_line, lines), *_numbers(draft))


def _numbers(draft: Draft) -> tuple[str, ...]:
    matter, known = draft.matter, draft.letter.matter
    cik = matter.cik or known.cik
    if cik and any(is_draft_registration(f.form) for f in matter.filings or known.filings):
        return (f"CIK No. {cik}",)
    numbers = (matter.file_number,) if matter.file_number else known.file_numbers
    return tuple(f"File No. {one_line(n)}" for n in numbers or ("[●: file number]",))


def definition(term: str) -> str:
    """A term as it is defined: 'the “Company”' for "the Company", '“Amendment No. 1”' without an article."""
    article, _, rest = term.partition(" ")
    return f"{article} “{rest}”" if article == "the" and rest else f"“{term}”"


def introduction(draft: Draft, filings: tuple[NamedFiling, ...]) -> tuple[str, ...]:
    """Who answers which letter on which filings, each term defined once; then what an amendment changes."""
    matter, speaker = draft.matter, voice(draft)
    staff, commission = matter.term("staff", "the Staff"), matter.term("commission", "the Commission")
    who = f"{speaker.name} ({speaker.definition})"
    opens = f"On behalf of our client, {who}, we submit" if speaker.counsel else f"{who} submits"
    first = (
        f"{opens} this letter in response to the comments of the staff ({definition(staff)}) of the "
        "Division of "
        f"Corporation Finance of the Securities and Exchange Commission ({definition(commission)}) "
        "contained in "
        f"{staff}’s letter dated {letter_date(draft)}, relating to {speaker.possessive} "
        f"{in_words(filings, commission)}."
    )
    return tuple(filter(None, (first, _amended(draft, filings))))


def letter_date(draft: Draft) -> str:
    """The date of the staff letter in words."""
    sent = draft.letter.sent or draft.matter.staff_date
    return spoken(sent) if sent else "[●: date of the Staff’s letter]"


def in_words(filings: Sequence[NamedFiling], commission: str) -> str:
    """The filings with their dates, each term defined, as one list."""
    named = [f"{f.described(commission)} ({definition(f.term)})" for f in filings]
    return _joined(named or ["[●: filing under review]"])


def _joined(parts: Sequence[str]) -> str:
    if len(parts) < 3:
        return ", and ".join(parts)
    return ", ".join(parts[:-1]) + ", and " + parts[-1]


_OF_REPORT = re.compile(r"\bon Form (?:10-[KQ]T?|20-F|40-F|8-K|6-K)/A\b")
"""An answer that amends a report, and not the statement under review."""


def _amended(draft: Draft, filings: tuple[NamedFiling, ...]) -> str:
    matter, given = draft.matter, dict(draft.matter.amendment)
    revised = any(a.stance is Move.COMPLY_NOW and not _OF_REPORT.search(a.text) for a in draft.answers)
    before_effect = [f for f in filings if is_registration(f.filing.form)]
    apart = given.get("with_letter", "true").lower() in {"false", "no"}
    if apart or not (given or (revised and before_effect)):
        return ""
    name = given.get("name", "Amendment No. [●: number of the amendment]")
    amended = next(iter([*before_effect, *filings]), None)
    to = given.get("to") or (amended.term if amended else "[●: filing amended]")
    term = matter.term("amendment", name if re.fullmatch(r"Amendment No\. \d+", name) else "the Amendment")
    doing = "submitting" if amended and amended.verb == "submitted" else "filing"
    who = "we are" if voice(draft).we else f"{voice(draft).term} is"
    named = f"{name} to {to} ({definition(term)})"
    opens = f"Concurrently with this letter, {who} {doing} {named}, which contains the"
    if not before_effect and (responses := _amending(draft)):
        return f"{opens} {responses}."
    return (
        f"{opens} revisions described below. Page references in the responses are to the pages of {term}, and "
        f"capitalized terms used but not defined in this letter have the meanings given to them in {term}."
    )


def _amending(draft: Draft) -> str:
    """What an amended report contains, by the answers that amend it with the letter; "" where none does."""
    told = [
        a for a in draft.answers if _OF_REPORT.search(a.text) and "concurrently with this letter" in a.text
    ]
    numbers = [a.comment.number for a in told]
    if len(numbers) <= 1:
        return f"revision described in the response to comment {numbers[0]}" if numbers else ""
    return f"revisions described in the responses to comments {', '.join(numbers[:-1])} and {numbers[-1]}"


def convention(draft: Draft, styled: bool = True) -> str:
    """The sentence that says how comments and answers are told apart."""
    many = len(draft.answers) != 1
    staff = draft.matter.term("staff", "the Staff")
    looks = RECITALS.get(recital(draft.matter), RECITALS["bold italic"]) if styled else ""
    shown = f"set out below {looks}" if looks else "reproduced below"
    what = f"each of {staff}’s comments is" if many else f"{staff}’s comment is"
    numbered = ", numbered as in its letter," if many else ""
    whose = voice(draft).possessive
    return f"For ease of reference, {what} {shown}{numbered} and is followed by {whose} response."


def recital(matter: MatterFile) -> str:
    """The recital style, one of RECITALS; bold italics where the matter file says none."""
    words = " ".join(sorted(re.findall(r"bold|italic|plain", matter.recital.lower())))
    return words if words in RECITALS else "bold italic"


def contact(draft: Draft) -> str:
    """Whom to call: the one who signs, then the company's counsel where another firm signs not."""
    about = "any questions or further comments about this letter"
    return f"Please direct {about} to the undersigned at {reach(draft.matter)}{or_counsel(draft)}."


def reach(matter: MatterFile) -> str:
    """How to reach the one who signs."""
    return _reach(matter.signatory.phone, matter.signatory.email) or "[●: telephone number of the signatory]"


def or_counsel(draft: Draft) -> str:
    """The company's counsel as one more to call, "" where counsel signs or none is named."""
    matter, speaker = draft.matter, voice(draft)
    if speaker.counsel:
        return ""
    names = _either(matter.attorneys)
    if not names:
        return ""
    firm = f" of {matter.counsel.firm}" if matter.counsel.firm else ""
    reach = _reach(matter.counsel.phone, matter.counsel.email)
    role = "our counsel" if speaker.we else f"counsel to {speaker.term}"
    return f" or to {names}{firm}, {role}" + (f", at {reach}" if reach else "")


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _reach(phone: str, email: str) -> str:
    return " or ".join(filter(None, (phone, email)))


def signature(draft: Draft) -> tuple[str, ...]:
    """The signature block: for whom, a line to sign on, name and title."""
    matter, speaker = draft.matter, voice(draft)
    signer = matter.signatory
    name = signer.name or "[●: name of the signatory]"
    title = signer.title or ("" if speaker.counsel else "[●: title of the signatory]")
    party = (matter.counsel.firm or signer.firm) if speaker.counsel else speaker.name
    entity = f"By: {signer.entity}" if signer.entity else ""
    return tuple(filter(None, map(one_line, (party, entity, "By: ______________________", name, title))))


def invoking_rule_83(draft: Draft) -> MatterFile:
    """The matter file, with a requester and a code for its pages where an answer redacts something."""
    matter = draft.matter
    redacts = any("[***]" in p.text for a in draft.answers for p in a.passages)
    if not redacts and not matter.rule_83:
        return matter
    initials = "".join(w[0] for w in re.findall(r"\b[A-Z][\w’&]*", voice(draft).name.split(",")[0])) or "CT"
    return replace(matter, rule_83=tuple({"control": initials, **dict(matter.rule_83)}.items()))


def running_legend(matter: MatterFile) -> str:
    """The mark of Rule 83 for every page, "" where it is not invoked; a page's code follows it."""
    return f"Confidential Treatment Requested by {_requester(matter)}" if matter.rule_83 else ""


def _requester(matter: MatterFile) -> str:
    return (
        dict(matter.rule_83).get("requester") or matter.company or "[●: who requests confidential treatment]"
    )


def legend(matter: MatterFile) -> tuple[str, ...]:
    """The marks of Rule 83 (17 CFR 200.83) at the head of the first page; none where it is not invoked."""
    if not matter.rule_83:
        return ()
    person = ", ".join(filter(None, (matter.signatory.name, *matter.address, matter.signatory.phone)))
    return (
        f"FOIA CONFIDENTIAL TREATMENT REQUESTED BY {_requester(matter).upper()} PURSUANT TO 17 C.F.R. "
        "§ 200.83",
        "Certain information has been omitted from this letter as filed on EDGAR and furnished to "
        "the Commission "
        "separately. Each omission is marked “[***]”.",
        f"Contact for this request: {person or '[●: name, address and telephone of the requester]'}",
    )
