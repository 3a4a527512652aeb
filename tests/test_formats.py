from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter import trials
from drafter.domain import Draft, Filing, MatterFile, Person
from drafter.errors import BadTemplate, WouldOverwrite
from drafter.formats import Format, applied, from_toml, keep, kept, learn, names, parts, to_toml
from drafter.formats.endings import CLOSING, COPIES, REACHES, TAIL
from drafter.formats.learning import DELIVERY, LABEL, PARTING
from drafter.formats.number import about, on_filings
from drafter.formats.sentences import MEANS, RECITES, straight
from drafter.formats.slots import ADDRESSED, OFFICE, TANDY, general, masked, slotted
from drafter.parsing import Parsed, parse
from drafter.reading import read
from drafter.rendering import RENDERERS, dressed, render
from drafter.settings import Settings
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
    order="date first",
    attention="Attn:",
    subject="RE:",
    salutation="named",
    introduction="This letter sets forth the response of {company} ({definition}) to the comments of the "
    "staff (the “Staff”) of the Securities and Exchange Commission (the “Commission”) in the Staff’s letter "
    "dated {letter_date}, on {term}’s {filings}.",
    convention="For ease of reference, each of the comments appears in italics and is followed by "
    "{term}’s response.",
    contact="If you have any questions, please call the undersigned at {reach}{counsel}. "
    "Thank you for your help.",
    parting="* * *",
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
    later = later.replace("cc: Edda Nyqvist, General Counsel", "")
    learnt = learn([parsed(later), parsed(EARLIER)])
    assert (learnt.closing, learnt.copies_label) == ("Sincerely,", "cc:")


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
        (TAIL, "call me at 1 if you have questions", "if called, call me"),
        (PARTING, "* * *", "--"),
        (MEANS, "the “Company” means Acme", "by no means Acme"),
        (OFFICE, "Office of Trade & Services of the Division", "Office of the Treasurer"),
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
        "please call the undersigned at (585) 555-0142 or Tobias Strand",
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


@pytest.mark.parametrize(
    ("asks", "counsel"),
    [
        ("please contact me at {reach}{counsel}.", "or Ada Roe of Penhallow Strand LLP"),
        (
            "please direct them to the undersigned at {reach}{counsel}.",
            "or to Ada Roe of Penhallow Strand LLP",
        ),
    ],
)
def test_counsel_is_named_with_the_preposition_of_the_companys_own_verb(asks: str, counsel: str) -> None:
    letter = dressed(
        drafted(attorneys=("Ada Roe",), counsel=Person(firm="Penhallow Strand LLP")),
        replace(LEARNT, contact=f"If you have questions, {asks}"),
    )
    assert f" {counsel}, counsel to the Company." in letter.contact


# Who writes


@pytest.mark.parametrize(
    ("speaker", "matter", "letterhead"),
    [
        ("counsel", {"counsel": Person(firm="Penhallow Strand LLP")}, "counsel"),
        ("counsel", {"signatory": Person("Bo Lim", "Partner", firm="Penhallow Strand LLP")}, "counsel"),
        (
            "counsel",
            {"counsel": Person(firm="Penhallow Strand LLP"), "signatory": Person("Odile Roe", "Treasurer")},
            "company",
        ),
        ("counsel", {}, "company"),
        ("counsel", {"letterhead": "company", "counsel": Person(firm="Penhallow Strand LLP")}, "company"),
        ("company", {"counsel": Person(firm="Penhallow Strand LLP")}, "company"),
        ("", {"signatory": Person("Bo Lim", "Partner"), "attorneys": ("Ada Roe", "Bo Lim")}, "counsel"),
        ("", {"signatory": Person("Odile Roe", "Treasurer"), "attorneys": ("Bo Lim",)}, "company"),
        ("", {"signatory": Person(), "counsel": Person(firm="Penhallow Strand LLP")}, "company"),
    ],
)
def test_counsel_writes_where_it_wrote_before_and_no_officer_signs(
    speaker: str, matter: dict[str, Any], letterhead: str
) -> None:
    assert applied(Format(speaker=speaker), MatterFile(**matter)).letterhead == letterhead


@pytest.mark.parametrize(
    ("opens", "signs", "speaker"),
    [
        ("On behalf of our client, ", "Bo Lim", "counsel"),
        ("On behalf of ", "Bo Lim", "counsel"),
        ("On behalf of ", "Hollis Varga\nChief Financial Officer", "company"),
        ("", "Hollis Varga", "company"),
    ],
)
def test_a_letter_on_behalf_of_the_company_is_counsels_unless_an_officer_signs(
    opens: str, signs: str, speaker: str
) -> None:
    said = EARLIER.replace(
        "This letter sets forth the response of ", f"{opens}Brackenridge: the response of "
    )
    said = said.replace("Name: Hollis Varga\nTitle: Chief Financial Officer", signs)
    assert learn([parsed(said)]).speaker == speaker


def test_letters_in_which_another_wrote_teach_nothing() -> None:
    later = EARLIER.replace("2015", "2019").replace(
        "This letter sets forth", "On behalf of our client, Ms. Ordway sets forth"
    )
    assert learn([parsed(EARLIER), parsed(later)]).introduction == ""


# What is left out, and where it stands


@pytest.mark.parametrize(
    ("gone", "part"),
    [("VIA EDGAR AND EMAIL\n", "delivery"), ("Attn: Gervase Pell\n", "attention"), ("* * *\n", "parting")],
)
def test_a_line_that_the_company_leaves_out_is_left_out(gone: str, part: str) -> None:
    form = learn([parsed(EARLIER.replace(gone, ""))])
    letter = dressed(drafted(), form)
    assert (getattr(form, part), getattr(letter, part)) == ("none", () if part == "attention" else "")


def test_contacts_without_a_label_head_the_address() -> None:
    letter = dressed(drafted(), learn([parsed(EARLIER.replace("Attn: Gervase Pell\n", ""))]))
    assert letter.addressee[:3] == (
        "Perpetua Lang",
        "Casimir Holloway",
        "U.S. Securities and Exchange Commission",
    )


@pytest.mark.parametrize("suffix", list(RENDERERS))
def test_the_delivery_line_stands_above_the_date_where_the_company_sets_it_there(suffix: str) -> None:
    earlier = EARLIER.replace("May 12, 2015\nVIA EDGAR AND EMAIL\n", "VIA EDGAR\nMay 12, 2015\n")
    lines = read(render(drafted(sent=date(2026, 6, 15)), suffix, form=learn([parsed(earlier)])), f"l{suffix}")
    texts = [line.text for line in lines]
    assert texts.index("VIA EDGAR") + 1 == texts.index("June 15, 2026")


def test_terms_that_the_companys_introduction_leaves_open_are_defined_after_it() -> None:
    form = replace(
        LEARNT, introduction="This letter responds to your letter dated {letter_date} on the above filing."
    )
    letter = dressed(drafted(), form)
    assert (
        letter.introduction[0]
        == "This letter responds to your letter dated June 9, 2026 on the above filings."
    )
    assert letter.introduction[-1].startswith(
        "In this letter, the “Company” means Brackenridge Instruments, Inc."
    )


def test_the_commission_is_defined_where_the_companys_introduction_first_names_it() -> None:
    words = (
        "This letter answers the staff (the “Staff”) of the Securities and Exchange Commission on {filings}."
    )
    letter = dressed(drafted(), replace(LEARNT, introduction=words))
    assert "of the Securities and Exchange Commission (the “Commission”) on" in letter.introduction[0]
    assert not any("Commission” means" in text for text in letter.introduction)


# One comment or many


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("the text of the Staff’s comment is set forth", "the text of the Staff’s comments is set forth"),
        ("the Staff’s comment is shown and is followed by", "the Staff’s comments are shown and are followed by"),
        ("The following is the response to the comment", "The following are the responses to the comments"),
        ("set forth below is our response to the comment", "set forth below are our responses to the comments"),
        ("your comment letter (the “Comment Letter”)", "your comment letter (the “Comment Letter”)"),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_one_comment_or_of_many(one: str, many: str) -> None:
    assert (about(one, many=True), about(many, many=False)) == (many, one)


@pytest.mark.parametrize("many", [False, True])
def test_a_sentence_points_to_one_filing_or_to_many(many: bool) -> None:
    one, several = "on the above-referenced filing.", "on the above-referenced filings."
    assert {on_filings(one, many), on_filings(several, many)} == {several if many else one}


@pytest.mark.parametrize(
    ("many", "one"),
    [
        (
            "each of the Staff’s numbered comments has been set forth",
            "the Staff’s numbered comment has been set forth",
        ),
        ("followed in each case by our response to each comment", "followed by our response to the comment"),
    ],
)
def test_what_is_said_of_each_comment_is_said_of_the_only_one(many: str, one: str) -> None:
    assert (about(many, many=False), about(many, many=True)) == (one, many)


# Facts out of sentences


@pytest.mark.parametrize(
    ("sentence", "slots"),
    [
        (
            "This is our response on the Form 10-K for the year ended June 30, 2020 in your letter dated May 1, 2021.",
            "This is our response on the {filings} in your letter dated {letter_date}.",
        ),
        (
            "your letter dated May 1, 2021 to Mr. Ivo Roe of Harrow Tools, Inc. (“Harrow”), regarding the above filing",
            "your letter dated {letter_date} to {company} ({definition}), regarding the above filing",
        ),
        (
            "the Office of Trade & Services of the Division wrote on the above Registration Statement.",
            "the Division wrote on the above {filings}.",
        ),
        ("HARROW TOOLS INCORPORATED, a Delaware corporation, answers", "{company}, answers"),
        ("Harrow Toolsmiths, Inc. answers", "Harrow Toolsmiths, Inc. answers"),
    ],
)
def test_dates_filings_and_names_become_slots(sentence: str, slots: str) -> None:
    assert slotted(sentence, "Harrow Tools, Inc.") == slots


def test_the_companys_own_short_name_is_its_term() -> None:
    said = general("Harrow’s response to the Staff, and what Harrow says (“Harrow”)", "Harrow")
    assert said == "{term}’s response to the Staff, and what {term} says (“Harrow”)"


def test_a_name_that_no_slot_takes_is_masked() -> None:
    said = "In the comment by Ada Roe and Bo Lim on page 3, the Staff asks"
    assert masked(said) == "In the comment by … on page …, the Staff asks"


# What a reader sees


def test_the_parts_of_a_letter_are_told_without_its_facts() -> None:
    shown = parts(parsed(EARLIER))
    assert {
        n: shown[n] for n in ("order", "parting", "courtesy", "contact", "convention", "term filing")
    } == {
        "order": "date delivery addressee attention subject salutation",
        "parting": "*",
        "courtesy": "Thank you for your help.",
        "contact": "If you have any questions, please call the undersigned at {reach}{counsel}.",
        "convention": "For ease of reference, the comment appears in italics and is followed by {term}’s response.",
        "term filing": "the {year} Form {form}",
    }


def test_acknowledgements_no_longer_asked_for_are_no_part_to_reproduce() -> None:
    tandy = EARLIER[EARLIER.index("The Company acknowledges that it") : EARLIER.index("If you have any")]
    assert "acknowledgements" not in parts(parsed(EARLIER))
    assert parts(parsed(EARLIER.replace(tandy, "")))["acknowledgements"] == "none"


def test_the_drafted_letter_shows_the_parts_of_the_letter_it_learnt_from() -> None:
    made = parsed_again(LEARNT)
    same = {n: p for n, p in parts(parsed(EARLIER)).items() if made.get(n) == p}
    assert set(parts(parsed(EARLIER))) - set(same) == set()


def parsed_again(form: Format) -> dict[str, str]:
    return parts(parse(read(render(drafted(sent=date(2026, 6, 15)), ".docx", form=form), "letter.docx")))


# Against real letters


@pytest.mark.real
def test_the_format_learnt_from_a_letter_makes_the_parts_of_a_later_one(letters: Path) -> None:
    report = trials.drafts(letters / "seeds", "format", Settings())
    assert (report.metrics["parts"] or 0) >= 0.95, [
        i.id for c in report.cases for i in c.items if not i.marks["same"]
    ]
    assert report.metrics["parts_kept"] == 1.0


@pytest.mark.real
@pytest.mark.slow
def test_learnt_formats_make_most_parts_of_later_letters(letters: Path) -> None:
    report = trials.drafts(letters / "open", "format", Settings())
    assert trials.missed(report, None) == ()
    assert (report.metrics["parts"] or 0) >= 0.85
