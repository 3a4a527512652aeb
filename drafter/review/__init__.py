"""What a careful associate marks in a draft letter, each with its words and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.domain import Fact, Finding, MatterFile, Pair, Review, Severity, Unchecked
from drafter.parsing import Parsed
from drafter.review import (
    answers,
    authority,
    caption,
    departures,
    disclosure,
    figures,
    filing,
    leftovers,
    mechanics,
    names,
    periods,
    positions,
    recital,
    sums,
    terms,
    wording,
)
from drafter.review.reviewed import Check, Mark, Need, Reviewed

__all__ = ["BEYOND", "CHECKS", "Check", "Mark", "Need", "Reviewed", "judged", "review"]

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_STAFF, _MATTER, _FILING = (Need.STAFF,), (Need.MATTER,), (Need.FILING,)

CHECKS: tuple[Check, ...] = (
    Check(
        "recital.verbatim", "each comment is repeated word for word", _E, recital.verbatim, _STAFF, (14, 51)
    ),
    Check("recital.missing", "each comment is repeated and answered", _E, recital.missing, _STAFF, (6, 15)),
    Check(
        "recital.numbers", "comments keep their numbers and order", _W, recital.numbering, _STAFF, (14, 15)
    ),
    Check("recital.headings", "headings and pages are carried over", _N, recital.headings, _STAFF, (15, 38)),
    Check("recital.slips", "slips of the staff's are pointed out", _N, recital.slips, _STAFF, (51,)),
    Check("answers.requests", "each thing asked is taken up", _W, answers.covered, (), (6,)),
    Check(
        "answers.referrals", "references to other answers lead somewhere", _E, answers.referrals, (), (16,)
    ),
    Check("answers.future_only", "an amendment asked for is not put off", _W, answers.future_only, (), (11,)),
    Check("answers.shown", "disclosure asked for is shown", _W, answers.proposed_shown, (), (23,)),
    Check("answers.attachments", "what is said to be attached is there", _W, answers.attachments, (), (40,)),
    Check("answers.oral", "calls relied on are named and dated", _W, answers.oral, (), (43,)),
    Check("answers.supplemental", "supplemental material is asked back", _N, answers.supplemental, (), (41,)),
    Check("leftovers.blanks", "no blank is left", _E, leftovers.blanks, (), (26,)),
    Check("leftovers.notes", "no note to the draft is left", _E, leftovers.notes, (), (26, 27)),
    Check(
        "leftovers.names",
        "no other company's name is left",
        _E,
        names.foreign_names,
        (Need.OTHERS,),
        (7,),
    ),
    Check("leftovers.broken", "no reference is broken", _E, leftovers.broken, (), (16, 48)),
    Check("leftovers.stamps", "nothing stamps the letter a draft", _W, leftovers.stamps, (), (3, 27)),
    Check("leftovers.tandy", "no Tandy acknowledgements after 2016", _W, leftovers.tandy, (), (33,)),
    Check("leftovers.acceleration", "no request for acceleration", _W, leftovers.acceleration, (), (34,)),
    Check("leftovers.rule_83", "redactions and Rule 83 legend go together", _E, leftovers.rule_83, (), (2,)),
    Check("wording.privilege", "no words that waive privilege", _E, wording.privilege, (), (3,)),
    Check("wording.tone", "neither sharp nor grovelling words", _W, wording.tone, (), (49,)),
    Check("wording.concessions", "no law is conceded without need", _W, wording.concessions, (), (42,)),
    Check("wording.doubled", "no word stands twice", _N, wording.doubled, (), (51,)),
    Check("wording.pronouns", "the staff's “your” is turned", _W, wording.pronouns, (), (51,)),
    Check(
        "caption.file_number",
        "the file number is the staff letter's",
        _E,
        caption.file_numbers,
        _STAFF,
        (29,),
    ),
    Check(
        "caption.filings",
        "forms, periods and dates are the staff letter's",
        _E,
        caption.filings,
        _STAFF,
        (29,),
    ),
    Check("caption.company", "the company is the one written to", _E, caption.company, _STAFF, (30,)),
    Check(
        "caption.attention", "the addressees are the staff's contacts", _W, caption.attention, _STAFF, (35,)
    ),
    Check("caption.salutation", "those greeted are the staff's", _W, caption.salutation, _STAFF, (35,)),
    Check("caption.address", "the address is today's", _W, caption.address, (), (35,)),
    Check("caption.staff_date", "the staff letter's date is right", _E, caption.staff_date, _STAFF, (36,)),
    Check("caption.sequence", "the letter is dated, after the staff's", _E, caption.sequence, (), (36, 45)),
    Check("caption.weekday", "the letter is dated on a business day", _N, caption.weekday, (), (36,)),
    Check("caption.clock", "the ten business days are kept", _W, caption.clock, _STAFF, (28,)),
    Check("caption.signature", "the letter is signed, with title", _W, caption.signature, (), (45,)),
    Check("caption.signatory", "the signatory is the matter file's", _W, caption.signatory, _MATTER, (45,)),
    Check("caption.submission", "the EDGAR form type fits", _W, mechanics.submission, _MATTER, (47,)),
    Check("caption.unresolved", "Item 1B is thought of", _N, mechanics.unresolved, (), (28,)),
    Check(
        "caption.contacts", "the telephone number is the matter file's", _W, caption.contacts, _MATTER, (46,)
    ),
    Check("caption.copies", "copies go to whom the matter file names", _W, caption.copies, _MATTER, (50,)),
    Check("figures.words", "sums and percentages in sentences come out", _E, sums.in_words, (), (5,)),
    Check("figures.tables", "totals of tables come out", _W, figures.in_tables, (), (5, 48)),
    Check(
        "figures.tied", "each figure stands in a source at hand", _W, figures.tied, (Need.SOURCES,), (1, 4, 5)
    ),
    Check("filing.figures", "the filing gives no other figure", _W, filing.figures, _FILING, (4, 5)),
    Check("filing.references", "pages and Notes are the filing's", _W, filing.references, _FILING, (38,)),
    Check("filing.quoted", "quotations are the filing's words", _W, filing.quoted, _FILING, (51,)),
    Check("filing.offerings", "offerings are thought of", _N, filing.offerings, _FILING, (32,)),
    Check("answers.also", "other filings are taken up", _W, mechanics.also, (), (44,)),
    Check("answers.amendments", "the amendment goes with the letter", _W, mechanics.amendments, (), (39,)),
    Check("answers.record", "auditor and committee have seen it", _N, mechanics.record, (Need.FACTS,), (31,)),
    Check("periods.filed", "promises name reports still to come", _E, periods.already_filed, (), (8, 12)),
    Check("periods.calendar", "periods fit the fiscal calendar", _E, periods.calendar, (), (8,)),
    Check("periods.next", "promises start with the next report", _E, periods.next_reports, _MATTER, (8,)),
    Check("periods.to_come", "no period to come is told as past", _W, periods.to_come, (), (8,)),
    Check("authority.exists", "what is cited exists", _E, authority.nonexistent, (), (17,)),
    Check(
        "authority.superseded", "what is cited held for the period", _W, authority.superseded, (), (18, 19)
    ),
    Check("authority.unknown", "what is cited is in the register", _N, authority.unknown, (), (17,)),
    Check("positions.admission", "an error admitted is analysed", _E, positions.admissions, (), (10,)),
    Check("positions.immaterial", "“not material” comes with figures", _W, positions.immaterial, (), (20,)),
    Check("positions.not_used", "“not used by management” is looked up", _N, positions.not_used, (), (21,)),
    Check(
        "positions.earlier", "the company keeps to what it said", _W, positions.earlier, (Need.OWN,), (9, 21)
    ),
    Check(
        "positions.departed",
        "nothing contradicts an earlier letter",
        _W,
        departures.departed,
        (Need.OWN,),
        (9,),
    ),
    Check("positions.harm", "competitive harm is shown", _W, positions.harm, (), (22,)),
    Check("disclosure.elements", "proposed text has what was asked", _W, disclosure.elements, (), (24,)),
    Check(
        "disclosure.non_gaap", "proposed text keeps the non-GAAP rules", _W, disclosure.non_gaap, (), (25,)
    ),
    Check("disclosure.oversized", "proposed text adds no duty", _N, disclosure.oversized, (), (13,)),
    Check("promises.endless", "promises have a limit", _W, disclosure.endless, (), (13,)),
    Check("promises.unplaced", "promises name a filing", _W, disclosure.unplaced, (), (12, 13)),
    Check(
        "promises.touched", "earlier promises are kept in view", _W, disclosure.touched, (Need.OWN,), (9, 12)
    ),
    Check("promises.register", "promises are kept track of", _N, disclosure.register, (), (12,)),
    Check("terms.twice", "no term is defined twice", _W, terms.twice, (), (37,)),
    Check("terms.undefined", "terms used are defined", _W, terms.undefined, (), (37,)),
    Check("terms.person", "one person speaks throughout", _W, terms.person, (), (37,)),
)
"""Every check, by the part of the letter that it reads."""

BEYOND = (
    Unchecked(
        "person.meaning",
        "each answer means what was asked and every statement is true",
        "checks compare words and figures; a person has to read the answers",
    ),
    Unchecked(
        "person.record",
        "auditor, audit committee and disclosure committee have seen the letter, and the signatory may sign",
        "no file says so; ask before the letter is sent",
    ),
    Unchecked(
        "person.submission",
        "the letter goes out under the right EDGAR form type, with exhibits, marked copies and paper copies",
        "it is chosen when the letter is submitted",
    ),
)
"""What no check can see, in every review."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def review(
    draft: Parsed,
    staff: Parsed | None = None,
    matter: MatterFile | None = None,
    facts: Sequence[Fact] = (),
    others: Sequence[str] = (),
    own: Sequence[Pair] = (),
) -> tuple[Finding, ...]:
    """What counsel should see in the draft, errors first, else in the order of CHECKS.

    `others` are names of companies whose letters served as precedents; `own` the company's earlier pairs.
    What could not be checked is told by `judged`.
    """
    return judged(Reviewed(draft, staff, matter, tuple(facts), tuple(others), tuple(own))).findings


def judged(reviewed: Reviewed) -> Review:
    """The findings, errors first, else in the order of CHECKS, and the checks that lacked what they need."""
    made = [check for check in CHECKS if not _lacking(check, reviewed)]
    found = [finding for check in made for finding in _run(check, reviewed)]
    unchecked = tuple(
        Unchecked(check.id, check.title, f"not at hand: {' and '.join(lacking)}")
        for check in CHECKS
        if (lacking := _lacking(check, reviewed))
    )
    return Review(tuple(sorted(found, key=lambda f: _ORDER[f.severity])), (*unchecked, *BEYOND))


def _lacking(check: Check, reviewed: Reviewed) -> list[Need]:
    return [need for need in check.needs if not reviewed.has(need)]


def _run(check: Check, reviewed: Reviewed) -> Iterator[Finding]:
    for mark in check.find(reviewed):
        severity = mark.severity or check.severity
        yield Finding(check.id, severity, mark.message, mark.comment, mark.span, mark.evidence)
