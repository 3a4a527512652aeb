"""The three papers of a Rule 83 request (17 CFR 200.83): public letter, unredacted letter, FOIA request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from drafter.domain import Draft, Fact, Passage
from drafter.formats import Format
from drafter.rendering import opening
from drafter.rendering.blocks import one_line
from drafter.rendering.compose import DEFINED
from drafter.rendering.dressing import dressed
from drafter.rendering.filings import named_filings
from drafter.rendering.letter_view import LetterView

PUBLIC, UNREDACTED, REQUEST = "", "unredacted", "foia-request"
"""The versions, as they are added to a file's name: "response.unredacted.docx"."""

REDACTED = "[***]"
TOKEN = re.compile(r"\[\*\*\*\]|[\w$€£%][\w$€£%.,’'&-]*[\w%]|[\w$€£%]|[^\w\s]")
SECRET = re.compile(
    r"[$€£]?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|thousand|percent))?%?|"
    r"[A-Z][\w&.’'-]*(?:,? [A-Z][\w&.’'-]*)*"
)
"""What a redaction can stand for: a figure or a name."""

DELIVERY = "[●: delivery on paper or by the Commission’s secure file transfer]"

OFFICE = (
    "U.S. Securities and Exchange Commission",
    "Office of FOIA Services",
    "100 F Street, N.E.",
    "Washington, D.C. 20549",
)


def views(draft: Draft, facts: Sequence[Fact], form: Format | None = None) -> Mapping[str, LetterView]:
    """The letter's versions by name; only PUBLIC where nothing is redacted.

    A redaction whose words cannot be told from counsel's note is a blank of the unredacted letter.
    """
    public = dressed(draft, form or Format())
    if not any(REDACTED in p.text for a in draft.answers for p in a.passages):
        return {PUBLIC: public}
    whole = dressed(unredacted(draft, facts), form or Format())
    legend = (
        *public.legend[:1],
        "This letter contains the information that is omitted from the letter filed on EDGAR. It stands in "
        "brackets. Not to be filed on EDGAR.",
        *public.legend[2:],
    )
    whole = replace(whole, legend=legend, delivery=DELIVERY)
    return {PUBLIC: public, UNREDACTED: whole, REQUEST: _request(draft, public)}


def unredacted(draft: Draft, facts: Sequence[Fact]) -> Draft:
    """The draft with each redaction as counsel's note has it, in brackets."""
    secret = {f.id: f.text for f in facts if f.redacted}
    answers = tuple(
        replace(a, passages=tuple(_restored(p, secret) for p in a.passages)) for a in draft.answers
    )
    return replace(draft, answers=answers)


_MARKED = re.compile(r"marked \[\*\*\*\]([^;]*?)(?:;.*|\.)$")
"""The end of the sentence that tells of the redactions: “marked [***] has been requested; the complete text ...”."""


def _restored(passage: Passage, secret: Mapping[str, str]) -> Passage:
    notes = [secret[s] for s in passage.sources if s in secret]
    if REDACTED not in passage.text:
        return passage
    if not notes:
        return (
            replace(passage, text=_MARKED.sub(r"that stand in brackets\1.", passage.text))
            if secret
            else passage
        )
    said = iter(_hidden(passage.text, " ".join(notes)))
    return replace(passage, text=re.sub(re.escape(REDACTED), lambda _: f"[{next(said)}]", passage.text))


def _hidden(public: str, note: str) -> Iterator[str]:
    """What each redaction of the public words stands for in the note; the blank's words where unclear."""
    shown = [m[0] for m in TOKEN.finditer(public)]
    held = list(TOKEN.finditer(note))
    matcher = SequenceMatcher(None, [w.lower() for w in shown], [m[0].lower() for m in held], autojunk=False)
    for kind, start, stop, left, right in matcher.get_opcodes():
        many = shown[start:stop].count(REDACTED)
        if kind == "equal" or not many:
            continue
        words = note[held[left].start() : held[right - 1].end()] if right > left else ""
        found = [m[0].rstrip(".,") for m in SECRET.finditer(words)]
        unclear = [f"●: words redacted under Rule 83, from counsel’s note “{one_line(note)}”"] * many
        yield from found if len(found) == many else unclear


def _request(draft: Draft, public: LetterView) -> LetterView:
    """The request for confidential treatment, as its copy goes to the FOIA office: without the material."""
    speaker = opening.voice(draft)
    numbers = [a.comment.number for a in draft.answers if any(REDACTED in p.text for p in a.passages)]
    where = (
        f"response to comment {numbers[0]}" if len(numbers) == 1 else f"responses to comments {_and(numbers)}"
    )
    who = f"{speaker.name} (the “Company”)"
    opens = f"On behalf of our client, {who}, we request" if speaker.counsel else f"{who} requests"
    of_company = replace(draft, matter=replace(draft.matter, person="company", terms=()))
    filings = opening.in_words(named_filings(of_company, public.re), "the Commission")
    code = public.control
    paragraphs = (
        f"Pursuant to 17 C.F.R. § 200.83 (“Rule 83”), {opens} confidential treatment of portions of "
        f"the letter "
        f"dated {public.date} (the “Letter”) that answers the comments of the staff of the Division of "
        f"Corporation Finance of the Securities and Exchange Commission (the “Commission”) in its "
        f"letter dated "
        f"{opening.letter_date(draft)} on the Company’s {filings}.",
        f"The information for which confidential treatment is requested (the “Confidential "
        f"Information”) is in "
        f"the {where}. It stands in brackets in the unredacted Letter, whose pages bear the numbers "
        f"{code}-0001 "
        f"through {code}-[●: number of the last page] and which is furnished to the Division of Corporation "
        "Finance with the original of this request. In the Letter as filed on EDGAR each omission is marked "
        "“[***].” This copy of the request does not contain the Confidential Information.",
        "The Company asks that the Confidential Information not be disclosed in response to any "
        "request under "
        "the Freedom of Information Act, 5 U.S.C. § 552, or otherwise. If any person asks for access "
        "to it, the "
        "Company asks to be told at once, to be given a copy of that person’s request, and to be given the "
        "opportunity to substantiate this request as Rule 83 provides.",
    )
    numbered = (n for n in public.re if "File No" in n or "CIK" in n)
    request = "Request for Confidential Treatment under 17 C.F.R. § 200.83"
    subject = (speaker.name, request, f"Letter dated {public.date}", *numbered)
    return replace(
        public,
        legend=(f"FOIA CONFIDENTIAL TREATMENT REQUEST BY {speaker.name.upper()}",),
        running_legend="",
        control="",
        delivery="[●: how this request is sent]",
        addressee=OFFICE,
        attention=(),
        re=tuple(map(one_line, subject)),
        salutation="Ladies and Gentlemen:",
        introduction=tuple(map(one_line, paragraphs)),
        defined=tuple(t for text in paragraphs for t in DEFINED.findall(text)),
        convention="",
        unstyled_convention="",
        items=(),
        contact=one_line(_notices(draft)),
        copies=("Division of Corporation Finance (with the unredacted Letter)",),
        findings=(),
    )


def _notices(draft: Draft) -> str:
    """To whom notices about the request go: name, address and telephone, as Rule 83 wants."""
    matter = draft.matter
    name = matter.signatory.name or "[●: name of the one to be told]"
    address = ", ".join(matter.address) or "[●: address]"
    whom = f"{name}, {opening.voice(draft).name}, {address}, telephone {opening.reach(matter)}"
    return f"Please send every notice about this request to {whom}."


def _and(numbers: Sequence[str]) -> str:
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
