"""What is a sentence: lines of notes told from fragments by their subject and their finite verb."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.domain import Fact, MatterFile
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import begins_aside, heads_many, shorthand, words
from drafter.drafting.language.turning import Voice, turn_own, voice_of
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.ready import Use, proposed, tell
from drafter.drafting.notes.shaping import sentence
from drafter.drafting.notes.soundness import flawed, sound
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.resolving import with_noun
from drafter.matters import read_facts

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")

_ROWS = [
    tuple(row.split("\t"))
    for row in (Path(__file__).parent.parent / "evals" / "clauses.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize("half", ["tried", "aside"])
def test_sentences_are_told_from_fragments(half: str) -> None:
    found = {
        yes: [sound(line) for of, clause, line in _ROWS if of == half and clause == yes]
        for yes in ("yes", "no")
    }
    right, wrong = sum(found["yes"]), sum(found["no"])
    assert right / (right + wrong) >= 0.95
    assert right / len(found["yes"]) >= 0.82


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("All kilns run around the clock", True),
        ("Liquidity as defined was $71.5 million at March 31, 2026", True),
        ("Our tugs escort tankers", True),
        ("The three GMs report to the board", True),
        ("Kiln idling saves fuel", True),
        ("They go to the yard at night", True),
        ("We own 49% of it", True),
        ("The Company's own engineers estimated the rest", True),
        ("One mine, Brackwater, held 22 percent of the reserves", True),
        ("Being a small issuer, the Company needs no attestation", True),
        ("Hobb Freight Co. carries most of the grain", True),
        ("Several landlords deferred rent", True),
        ("Charterers direct where and when", True),
        ("Sales fell by 4%", True),
        ("Cash flows from leases", False),
        ("Milk collected daily", False),
        ("Order cancelled by the customer", False),
        ("Six months' notice to terminate", False),
        ("The report the board receives", False),
        ("A report that covers all kilns", False),
        ("Keep the table that we filed", False),
        ("Although prices rose", False),
        ("Sales overstated $7.6 million", False),
        ("Sales growth of 4%", False),
        ("Small issuer, so there is no attestation", False),
        ("The agency vacated 2021 findings in May", True),
        ("", False),
    ],
)
def test_a_line_stands_only_with_a_subject_and_a_finite_verb(line: str, stands: bool) -> None:
    assert sound(line) is stands


_SETTING = Setting(
    voice_of(MatterFile()), "Tell us how the kiln is tested.", "Tell us how the kiln is tested."
)


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Someone at the plant reads the meter.", "Someone at the plant reads the meter."),
        (
            "Net revenue retention rate has been reported since 2023.",
            "The net revenue retention rate has been reported since 2023.",
        ),
        ("Net revenue has grown since 2023.", "Net revenue has grown since 2023."),
        ("Hobb & Sayle, P.C. will reissue the report.", "Hobb & Sayle, P.C. will reissue the report."),
        (
            "Net book value was $11.20 per share at May 31, 2025, below the price of $17.75 per share.",
            "Net book value was $11.20 per share at May 31, 2025, below the price of $17.75 per share.",
        ),
        (
            "Fees paid by the trusts to the mills were RMB 96.4 million in 2025.",
            "Fees paid by the trusts to the mills were RMB 96.4 million in 2025.",
        ),
        (
            "The board approved a budget on May 12, 2026 under which all kilns will be relined.",
            "The board approved a budget on May 12, 2026 under which all kilns will be relined.",
        ),
        (
            "Its report dated May 20, 2024 was in the annual report and covers one year.",
            "Its report dated May 20, 2024 was in the annual report and covers one year.",
        ),
        (
            "Sales at company-operated kilns and at those of any registrant were flat.",
            "Sales at company-operated kilns and at those of any registrant were flat.",
        ),
        ("We're not taking it out.", "The Company is not taking it out."),
        (
            "Awards for the chief executive officer: $412,600 for fiscal 2025.",
            "Awards for the chief executive officer were $412,600 for fiscal 2025.",
        ),
        (
            "For the treasurer: $190,300 for fiscal 2025.",
            "The amount for the treasurer was $190,300 for fiscal 2025.",
        ),
        (
            "Lease terms: 41 net leases, average remaining term 8.6 years, no option.",
            "The lease terms are as follows: 41 net leases; average remaining term 8.6 years; and no option.",
        ),
    ],
)
def test_a_sentence_that_counsel_wrote_is_left_as_it_is(note: str, written: str) -> None:
    assert sentence(note, _SETTING) == written


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        (
            "The same figures for 2024 have not been computed yet.",
            "[●: the same figures for 2024].",
        ),
        (
            "The 2023 amounts for fees are with finance and not yet in hand.",
            "[●: the 2023 amounts for fees (finance)].",
        ),
    ],
)
def test_what_is_still_to_come_is_named_without_its_verb(note: str, blank: str) -> None:
    (told,) = tell((Fact("fact:1", "1", note),), _SETTING)
    assert proposed(told) == blank


def test_lines_without_a_stop_are_notes_of_their_own() -> None:
    typed = "## 1\nKiln 4 was relined in May after the flood and the strike (closed June 3)\n"
    typed += "Pits drained in July\n"
    typed += "Ore moved by rail\nNo claims made\nBoard told\n"
    assert len(read_facts(typed)) == 5


def test_a_pronoun_for_what_comes_stays() -> None:
    likely = "whether it is reasonably likely that the kiln fails"
    assert with_noun(likely, "the amount of the reserve") == likely
    assert with_noun("how it was determined", "the kiln reserve") == "how the kiln reserve was determined"


def test_a_text_tells_what_it_begins_with_and_its_number() -> None:
    assert begins_aside("for each year presented")
    assert not begins_aside("each year presented")
    assert heads_many("assumptions underlying the value")
    assert not heads_many("value underlying the assumptions")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bd approved it", True),
        ("Gains/losses are ours", True),
        ("The plant moved -> Ohio", True),
        ("The plant was closed and/or sold", False),
        ("We booked burn of 3 at YE25", True),
        ("The board approved it", False),
        ("Bd approved it", True),
        ("Mr. Hobb approved it", False),
        ("All plants are in use", False),
    ],
)
def test_shorthand_is_told_by_words_that_nobody_else_uses(text: str, left: bool) -> None:
    assert shorthand(text, "") is left


def test_a_whole_sentence_is_shorthand_only_with_words_without_vowels() -> None:
    assert not shorthand("The kiln's vat is full.", "", whole=True)
    assert shorthand("It is a chg in method.", "", whole=True)


@pytest.mark.parametrize(
    ("said", "inside"),
    [
        ("Rule 144 is not available.", "Rule 144 is not available."),
        ("Court of Chancery hears it.", "Court of Chancery hears it."),
        ("Rules are not available.", "rules are not available."),
    ],
)
def test_a_name_keeps_its_capital_inside_a_sentence(said: str, inside: str) -> None:
    assert lowered(said) == inside


def test_nothing_is_listed_behind_a_name_of_its_own() -> None:
    told = tell((Fact("fact:1", "1", "Grants of 400 units"),), _SETTING)
    assert running(told, name="Orla Hobb") == "Grants of 400 units."


def test_a_whole_sentence_stands_without_its_stop() -> None:
    (told,) = tell(
        (Fact("fact:1", "1", "All vats run day and night"),), Setting(voice_of(MatterFile()), "", "")
    )
    assert running((told,)) == "All vats run day and night."


def test_a_command_is_no_thing_of_a_list() -> None:
    told = tell(
        (Fact("fact:1", "1", "Fix in the next proxy"), Fact("fact:2", "1", "Grants of 400 units")), _SETTING
    )
    said = running(told, name="the grants of the year")
    assert said.startswith("Grants of 400 units.")
    assert said.endswith("[●: to be put into words: Fix in the next proxy].")


def test_what_is_left_in_shorthand_is_proposed_in_a_blank() -> None:
    facts = (Fact("fact:1", "1", "The kiln was tested by the bd in May"),)
    (told,) = tell(facts, _SETTING)
    assert told.rough
    assert running((told,)) == "[●: to be put into words: The kiln was tested by the bd in May]."


def test_a_word_is_told_by_its_place() -> None:
    assert [(w.said, w.kind) for w in words("The hosts host hosts.")][1:3] == [("hosts", "S"), ("host", "N")]
    assert words("") == ()
    assert [w.kind for w in words("May the plant’s output rise")][0:3] == ["A", "D", "O"]
    verb = finite("The lender that holds the note waived the test")
    assert verb is not None
    assert (verb.said, verb.start, verb.low) == ("waived", 31, "waived")


def test_the_tagger_is_loaded_only_when_a_note_is_read() -> None:
    code = "import sys, drafter.cli, drafter.drafting; print('HanTa' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("The Company is an emerging growth company.", "the Company is an emerging growth company."),
        ("It fell and company will pay.", "It fell and the Company will pay."),
        ('It says "better than our peers".', 'It says "better than our peers".'),
        ("It makes the client whole.", "It makes the client whole."),
    ],
)
def test_only_what_means_the_company_is_its_name(note: str, said: str) -> None:
    assert turn_own(note, COMPANY, "How do you hold assets of clients?") == said


def test_the_client_is_the_company_where_it_has_none_itself() -> None:
    assert turn_own("The client will revise it.", COMPANY, "Please revise.") == "the Company will revise it."


@pytest.mark.parametrize(
    "note",
    [
        "Note 5 on page 22 gives the right date.",
        "The closing was on December 2, 2024.",
        "The support for that sentence is a printout.",
        "In each year since fiscal 2023 the Company had income; before that it had losses.",
    ],
)
def test_names_of_parts_and_of_what_is_done_are_subjects(note: str) -> None:
    assert sound(note)


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "Both kilns fired; that part paid at 112 percent.",
            "Both kilns were fired; that part was paid at 112 percent.",
        ),
        (
            "Permit filed with the county May 15, 2026; accepted May 21; nothing heard since.",
            "The permit was filed with the county on May 15, 2026; it was accepted on May 21; "
            "nothing has been heard since.",
        ),
        ("No glazes or similar since 2021.", "There have been no glazes or similar since 2021."),
        ("None in 2026 so far.", "There have been none in 2026 so far."),
        ("Not filing it.", "The Company does not propose to file it."),
        ("$3.2 million accrued at May 31, 2026.", "$3.2 million was accrued at May 31, 2026."),
        ("All but 6 percent of it secured by ore.", "All but 6 percent of it is secured by ore."),
        ("Discovery not begun.", "The discovery has not begun."),
        ("Never tested for wear.", "The kiln has never been tested for wear."),
        ("Heading not a good one.", "The heading is not a good one."),
        ("Wear costs up because of the heat.", "Wear costs are up because of the heat."),
        ("2025 quarters recast.", "2025 quarters were recast."),
        (
            "We buy milk from farmers and sell the cheese.",
            "The Company buys milk from farmers and sells the cheese.",
        ),
        ("We sell wine and cut flowers.", "The Company sells wine and cut flowers."),
        (
            "Orders are placed one by one, no minimums, no returns; either side may end it.",
            "Orders are placed one by one, with no minimums and no returns; either side may end it.",
        ),
        ("It has no debt, no leases, and no guarantees.", "It has no debt, no leases, and no guarantees."),
        (
            "Table by kiln type from the 10-Q for June 30, 2026.",
            "The Company will provide a table by kiln type, beginning with the Form 10-Q for the quarter ending "
            "June 30, 2026.",
        ),
        ("$1 million (under 1 percent of assets).", "The amount was $1 million (under 1 percent of assets)."),
        (
            "Deposit paid June 3; nothing since.",
            "The deposit was paid on June 3; there has been nothing since.",
        ),
        ("Used 2024 as the base year.", "The Company used 2024 as the base year."),
        ("Permit renewed twice.", "The permit was renewed twice."),
        ("Audit committee told in May.", "The audit committee was told in May."),
        ("Both directors independent under the rules.", "Both directors are independent under the rules."),
        ("Only the lower kiln affected.", "Only the lower kiln was affected."),
        ("Change made to match how the kiln runs.", "The change was made to match how the kiln runs."),
        ("Consent in hand, dated May 2.", "Consent is in hand, dated May 2."),
        ("Approval of the county pending.", "Approval of the county is pending."),
        ("None withheld.", "None were withheld."),
        ("Using a binomial model.", "The Company uses a binomial model."),
        ("Exhibit 10.22 to the next report.", "It will be filed as Exhibit 10.22 to the next report."),
        (
            "Correction: $2.1 million moved to fuel in the 2023 cash flow statement.",
            "$2.1 million was moved to fuel in the 2023 cash flow statement.",
        ),
        (
            "At May 31, 2026, in millions: clay $4.8, coal $3.1.",
            "At May 31, 2026, the clay was $4.8 million and the coal was $3.1 million.",
        ),
        (
            "The heading is not a good one; will call it Controls.",
            "The heading is not a good one; the Company will call it Controls.",
        ),
    ],
)
def test_a_clause_without_verb_or_subject_is_completed_by_its_kind(note: str, written: str) -> None:
    assert sentence(note, _SETTING) == written


@pytest.mark.parametrize(
    "line",
    [
        "Attrition runs at 19%.",
        "Ore traded below cost for two months.",
        "The kiln margin compressed by 22 basis points.",
        "Refunds spiked in May.",
        "The tenant moved out in March.",
        "Collections trail billings by about 50 days.",
        "Two customers make up 41% of sales.",
        "Volumes held up better than price.",
    ],
)
def test_what_a_thing_does_is_not_turned_into_what_there_is_or_was_done(line: str) -> None:
    assert sentence(line, _SETTING) == line


def test_what_tells_how_stands_behind_what_the_comment_asks_it_of() -> None:
    asked = "Please tell us how you measure progress toward completion."
    assert sentence("Cost-to-cost.", Setting(COMPANY, asked, asked)) == (
        "Progress toward completion is measured as follows: cost-to-cost."
    )
    which = "Please tell us which number is correct."
    assert sentence("218.", Setting(COMPANY, which, which)) == "The correct number is 218."


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ("There is a both met.", True),
        ("There is warranty costs.", True),
        ("In the 2023 the cash flow statement.", True),
        ("At December 31, 2025 was as follows: clay.", True),
        ("We will disclose give the ratio.", True),
        ("It was filed as Exhibit 8.1 as Exhibit 8.1.", True),
        ("There is a sales growth target.", False),
        ("The Company had had that that day.", False),
        ("In 2025 the board met.", False),
    ],
)
def test_a_completion_that_went_wrong_is_told(text: str, faulty: bool) -> None:
    assert flawed(text) is faulty


def test_amounts_are_told_by_what_they_are_split_by() -> None:
    (told,) = tell((Fact("fact:1", "1", "By vintage: 2023 $2 million, 2024 $3 million."),), _SETTING)
    assert told.text == "By vintage, the amounts were as follows: 2023, $2 million; 2024, $3 million."


@pytest.mark.parametrize(
    "note", ["Yield: the lab is still running it.", "Two-year figure: operations is checking."]
)
def test_what_a_department_is_still_at_is_a_blank(note: str) -> None:
    (told,) = tell((Fact("fact:1", "1", note),), _SETTING)
    assert told.use is Use.OPEN


def test_a_label_that_only_qualifies_belongs_to_its_amount() -> None:
    (told,) = tell((Fact("fact:1", "1", "Qualitative: $2 million of the $9 million allowance."),), _SETTING)
    assert told.text == "The qualitative amount was $2 million of the $9 million allowance."


def test_a_unit_of_a_label_is_put_to_whole_figures() -> None:
    (told,) = tell(
        (Fact("fact:1", "1", "By line, in millions: kilns 26.1, glazes 3.4 favorable."),), _SETTING
    )
    assert told.text == (
        "By line, the amounts were as follows: kilns, $26.1 million; glazes, $3.4 million favorable."
    )


def test_a_sentence_with_an_amount_that_its_note_has_not_is_left_as_the_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drafter.drafting.notes.ready.sentence", lambda *_: "Fees were $3 million.4.")
    (told,) = tell((Fact("fact:1", "1", "Fees were $3.4 million."),), _SETTING)
    assert told.text == "Fees were $3.4 million."


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ('"Fully tested" stays in the text.', '"Fully tested" remains in the text.'),
        ('"The kiln was tested."', "The kiln was tested."),
        (
            "No cover for loss by the customer's own fault.",
            "There is no cover for loss by the customer's own fault.",
        ),
    ],
)
def test_words_in_quotation_marks_keep_them_and_what_is_not_there_has_no_method(note: str, said: str) -> None:
    (told,) = tell((Fact("fact:1", "1", note),), _SETTING)
    assert told.text == said
