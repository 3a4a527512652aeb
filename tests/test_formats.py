import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from drafter.domain import Answer, Draft, Filing, MatterFile, Move, Passage, Person, Provenance, Side
from drafter.errors import BadTemplate, WouldOverwrite
from drafter.formats import Format, applied, from_toml, keep, kept, learn, names, to_toml
from drafter.formats.endings import CLOSING, COPIES, REACHES
from drafter.formats.learning import DELIVERY, LABEL
from drafter.formats.sentences import ADDRESSED, RECITES, TANDY, straight
from drafter.parsing import Parsed, parse
from drafter.reading import read
from drafter.rendering import dressed, render
from tests.conftest import some_lines
from tests.letter_draft import DRAFT

EARLIER = """May 12, 2015
VIA EDGAR AND EMAIL
United States Securities and Exchange Commission
Division of Corporation Finance
100 F Street, N.E.
Washington, D.C. 20549
Attn: Gervase Pell
RE: Brackenridge Instruments, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2014
Filed February 20, 2015
File No. 001-99231
Dear Mr. Pell:
This letter sets forth the response of Brackenridge Instruments, Inc. (the "Company") to the comments of \
the staff (the "Staff") of the Securities and Exchange Commission (the "Commission") in the Staff's letter \
dated April 29, 2015 to Hollis Varga, Chief Financial Officer of Brackenridge Instruments, Inc., on \
the Company's Annual Report on Form 10-K for the fiscal year ended December 31, 2014, filed with the \
Commission on February 20, 2015 (the "2014 Form 10-K"). For ease of reference, each of the comments appears in \
italics and is followed by the Company's response.
Form 10-K for the Fiscal Year Ended December 31, 2014
Results of Operations, page 31
1. Please tell us how changes in price affected net sales.
RESPONSE TO COMMENT NO. 1: The Company acknowledges the comment and will quantify the change in price.
2. Please disclose backlog.
RESPONSE TO COMMENT NO. 2: The Company respectfully advises the Staff that it does not use backlog.
* * *
The Company acknowledges that it is responsible for the adequacy and accuracy of what it files; that \
Staff comments do not foreclose the Commission from any action; and that it may not assert them as a \
defense in any proceeding.
If you have any questions, please call Hollis Varga at (585) 555-0100 or the undersigned. Thank you for \
your help.
Respectfully submitted,
/s/ Hollis Varga
Name: Hollis Varga
Title: Chief Financial Officer
cc: Edda Nyqvist, General Counsel"""

LEARNT = Format(
    recital="italic",
    label="RESPONSE TO COMMENT NO. {number}:",
    terms=(
        ("company", "the Company"),
        ("staff", "the Staff"),
        ("commission", "the Commission"),
        ("filing", "the {year} Form {form}"),
    ),
    person="company",
    speaker="company",
    delivery="VIA EDGAR",
    attention="Attn:",
    subject="RE:",
    salutation="named",
    introduction="This letter sets forth the response of {company} ({definition}) to the comments of the "
    "staff (the “Staff”) of the Securities and Exchange Commission (the “Commission”) in the Staff’s letter "
    "dated {letter_date}, on {possessive} {filings}.",
    convention="For ease of reference, each of the comments appears in italics and is followed by "
    "{possessive} response.",
    contact="If you have any questions, please call the undersigned at {reach}{counsel}. "
    "Thank you for your help.",
    closing="Respectfully submitted,",
    signature=("{line}", "Name: {name}", "Title: {title}"),
    copies="lines",
    copies_label="cc:",
)


def parsed(text: str) -> Parsed:
    return parse(some_lines(text))


def drafted(**matter: object) -> Draft:
    blank = replace(DRAFT.matter, recital="", label=None, delivery="", terms=(), **matter)  # type: ignore[arg-type]
    return replace(DRAFT, matter=blank)


def set_as(form: Format, **matter: object) -> str:
    return render(drafted(**matter), ".txt", form=form).decode()


def words(text: str) -> str:
    return " ".join(text.split())


# What is learnt


def test_a_letter_shows_its_whole_format() -> None:
    assert learn([parsed(EARLIER)]) == LEARNT


@pytest.mark.parametrize(
    "fact",
    [
        "Pell", "Varga", "Nyqvist", "2014", "2015", "April", "555", "001-99231", "Washington", "Brackenridge",
        "foreclose", "adequacy", "defense", "backlog",
    ],
)  # fmt: skip
def test_no_fact_and_no_acknowledgement_of_a_letter_is_learnt(fact: str) -> None:
    assert fact not in to_toml(learn([parsed(EARLIER)]))


def test_the_latest_letter_decides_and_the_earlier_fills_in() -> None:
    later = EARLIER.replace("2015", "2019").replace("Respectfully submitted,", "Sincerely,")
    later = later.replace("VIA EDGAR AND EMAIL\n", "")
    learnt = learn([parsed(later), parsed(EARLIER)])
    assert (learnt.closing, learnt.delivery) == ("Sincerely,", "VIA EDGAR")


def test_an_introduction_that_names_others_is_left_to_ours() -> None:
    named = EARLIER.replace(
        "This letter sets forth", "Further to a call with Ms. Ordway, this letter sets forth"
    )
    assert learn([parsed(named)]).introduction == ""


def test_a_staff_letter_teaches_no_format() -> None:
    with pytest.raises(BadTemplate, match="No response letter was found"):
        learn(
            [parsed("UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nMay 1, 2020\nDear Ms. Ruiz:\nHello.")]
        )


@pytest.mark.parametrize(
    ("pattern", "example", "near_miss"),
    [
        (DELIVERY, "Via EDGAR and E-mail", "Via courier, not by EDGAR"),
        (LABEL, "Company’s Response:", "In response to the comment, we"),
        (CLOSING, "Very truly yours,", "Sincerely held beliefs"),
        (COPIES, "cc (w/encl.): Edda Nyqvist", "Accounting"),
        (REACHES, "Please direct any questions to the undersigned.", "We remain at your disposal."),
        (RECITES, "we have reproduced each comment", "we have produced gears"),
        (TANDY, "may not assert staff comments as a defense", "a defense of the estimate"),
        (ADDRESSED, "letter to Jane Roe, Chief Officer of Acme, relating to it", "relating to its filing"),
    ],
)
def test_a_pattern_knows_its_example_from_its_neighbour(
    pattern: object, example: str, near_miss: str
) -> None:
    assert (bool(pattern.search(example)), bool(pattern.search(near_miss))) == (True, False)  # type: ignore[attr-defined]


def test_quotation_marks_become_one_kind() -> None:
    assert straight('the "Staff\'s" letter ("Form")') == "the “Staff’s” letter (“Form”)"


# The file


def test_a_format_survives_its_file() -> None:
    assert from_toml(to_toml(LEARNT)) == LEARNT


def test_no_label_is_kept_apart_from_no_word_on_labels() -> None:
    assert (from_toml('label = ""').label, from_toml("").label) == ("", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("recital = ", "not valid TOML"),
        ('recitals = "bold"', "Did you mean 'recital'"),
        ("closing = 3", "wants text in quotation marks"),
        ('signature = "By"', "wants a list of texts"),
        ("terms = { staff = 1 }", "wants a table of texts"),
    ],
)
def test_a_broken_file_says_what_to_mend(text: str, said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        from_toml(text)


def test_a_format_is_kept_by_name_and_not_replaced_unasked(tmp_path: Path) -> None:
    keep(tmp_path / "formats", "bracken ridge", LEARNT)
    with pytest.raises(WouldOverwrite, match="--force"):
        keep(tmp_path / "formats", "bracken ridge", Format())
    assert (kept(tmp_path / "formats", "bracken ridge"), names(tmp_path / "formats")) == (
        LEARNT,
        ("bracken ridge",),
    )


@pytest.mark.parametrize(
    ("name", "said"), [("brackenrige", "Did you mean 'brackenridge'"), ("../x", "cannot name")]
)
def test_a_wrong_name_is_answered_with_the_nearest(tmp_path: Path, name: str, said: str) -> None:
    keep(tmp_path, "brackenridge", LEARNT)
    with pytest.raises(BadTemplate, match=said):
        kept(tmp_path, name)


# How it is used


def test_the_matter_file_goes_before_the_format() -> None:
    matter = MatterFile(recital="bold", label="", terms=(("staff", "the SEC staff"),))
    made = applied(LEARNT, matter)
    assert (made.recital, made.label, made.term("staff", ""), made.delivery) == (
        "bold", "", "the SEC staff", "VIA EDGAR",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("filing", "term"),
    [
        (Filing("10-K", date(2025, 12, 31)), "the 2025 Form 10-K"),
        (Filing("20-F", date(2025, 12, 31)), "the 2025 Form 20-F"),
        (Filing("S-1"), ""),
        (Filing("10-K"), ""),
    ],
)
def test_a_filing_term_takes_the_form_and_year_at_hand(filing: Filing, term: str) -> None:
    assert applied(LEARNT, MatterFile(filings=(filing,))).term("filing", "") == term


def test_a_letter_is_set_as_the_format_has_it() -> None:
    said = words(set_as(LEARNT))
    for part in (
        "VIA EDGAR",
        "Attn: Perpetua Lang",
        "RE: Brackenridge",
        "Dear Perpetua Lang and Casimir Holloway:",
        "This letter sets forth the response of Brackenridge Instruments, Inc. (the “Company”) to the",
        "letter dated June 9, 2026, on the Company’s Annual Report on Form 10-K for the fiscal year ended "
        "December 31, 2025",
        "RESPONSE TO COMMENT NO. 1:",
        "please call the undersigned at (585) 555-0142 or to Tobias Strand",
        "Respectfully submitted, ______________________ Name: Odile Marchetti Title: Executive Vice",
    ):
        assert part in said


def test_a_letter_never_takes_an_acknowledgement_from_a_format() -> None:
    assert not TANDY.search(set_as(learn([parsed(EARLIER)])))


def test_the_convention_is_ours_where_the_matter_sets_comments_otherwise() -> None:
    assert (
        "in bold type"
        in dressed(replace(drafted(), matter=replace(drafted().matter, recital="bold")), LEARNT).convention
    )


def test_a_company_letter_format_is_not_laid_over_counsels_letter() -> None:
    letter = dressed(drafted(letterhead="counsel"), LEARNT)
    assert letter.introduction[0].startswith("On behalf of our client")
    assert letter.signature[0] == "Penhallow Strand LLP"


def test_copies_are_grouped_below_their_firm() -> None:
    letter = dressed(
        drafted(copies=("Ada Roe, Penhallow Strand LLP", "Bo Lim, Penhallow Strand LLP")),
        replace(LEARNT, copies="grouped"),
    )
    assert letter.copies == ("Ada Roe", "Bo Lim", "Penhallow Strand LLP")


# Against real letters

TEXTS = {"introduction": 0.75, "convention": 0.75, "contact": 0.6}
"""Set sentences, and how alike two of them must be in words to be one pattern."""


def same_parts(wanted: Format, got: Format) -> Iterator[tuple[str, bool]]:
    """Each part that the real letter shows, and whether the drafted letter shows it the same way."""
    for name in (f.name for f in fields(Format)):
        one, other = getattr(wanted, name), getattr(got, name)
        if name == "terms":
            for term, said in one:
                yield f"terms.{term}", dict(other).get(term) == said
        elif name in TEXTS and one:
            alike = SequenceMatcher(None, one.lower().split(), other.lower().split()).ratio()
            yield name, alike >= TEXTS[name]
        elif one or (name == "label" and one is not None):
            yield name, _plain(one) == _plain(other)


def _plain(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def redrafted(later: Parsed, form: Format) -> Draft:
    """A draft that answers the comments recited in that letter, with that letter's facts for its matter."""
    head = later.letter
    staff = replace(head, side=Side.STAFF, lines=(), sent=head.answers[0] if head.answers else None)
    said = f"{'We acknowledge' if form.person == 'we' else 'The Company acknowledges'} the Staff’s comment."
    answers = tuple(Answer(c, Move.EXPLAIN, (Passage(said),)) for c in later.comments)
    counsel = form.speaker == "counsel"
    matter = MatterFile(
        company=head.matter.company,
        filings=head.matter.filings,
        letterhead="counsel" if counsel else "company",
        sent=head.sent,
        signatory=Person(
            "Ilse Maron", "Partner" if counsel else "Chief Financial Officer", phone="(202) 555-0100"
        ),
        counsel=Person(firm="Penhallow Strand LLP"),
        copies=("Bo Lim, Penhallow Strand LLP",) if form.copies else (),
        person=form.person or "company",
    )
    now = datetime(2026, 6, 15, tzinfo=UTC)
    return Draft(staff, applied(form, matter), answers, (), Provenance("offline", "", "", now))


def reproduced(earlier: list[Parsed], later: Parsed) -> Mapping[str, bool]:
    form = learn(earlier)
    made = parse(read(render(redrafted(later, form), ".docx", form=form), "letter.docx"))
    parts = dict(same_parts(learn([later]), learn([made])))
    parts["acknowledgements"] = not acknowledges(made)
    return parts


def acknowledges(letter: Parsed) -> bool:
    """Whether the letter closes with the acknowledgements that were asked for until October 5, 2016."""
    return any(TANDY.search(straight(line.text)) for line in letter.letter.lines)


def at(path: Path) -> Parsed:
    return parse(read(path.read_bytes(), path.name))


@pytest.mark.real
def test_the_format_learnt_from_a_letter_makes_the_parts_of_a_later_one(letters: Path) -> None:
    first, second = sorted((letters / "seeds").glob("*response.txt"))
    parts = reproduced([at(first)], at(second))
    assert sum(parts.values()) / len(parts) >= 0.95, parts


@pytest.mark.real
@pytest.mark.slow
def test_learnt_formats_make_most_parts_of_later_letters(letters: Path) -> None:
    threads: dict[str, list[Path]] = defaultdict(list)
    for line in (letters / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "response":
            threads[row["ticker"]].append(letters / row["path"])
    missed: dict[str, list[str]] = defaultdict(list)
    many = 0
    for ticker, paths in threads.items():
        every = [p for p in map(at, sorted(paths, key=lambda p: p.name)) if p.responses]
        if len(every) < 2:
            continue
        parts = reproduced(every[:-1], every[-1])
        many += len(parts)
        for name in (n for n, good in parts.items() if not good):
            missed[name].append(ticker)
    share = 1 - sum(map(len, missed.values())) / many
    assert share >= 0.8, f"{share:.3f} of {many} parts; missed: {dict(missed)}"
