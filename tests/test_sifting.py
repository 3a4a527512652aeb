"""What of counsel's notes may stand in a letter: the cues with their examples, and a table of invented notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.domain import Severity
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.cues import Kind, Piece, cue_in, cues, found_in
from drafter.drafting.notes.pending import pending, speaker
from drafter.drafting.notes.ready import Told, Use, proposed, tell
from drafter.drafting.notes.sifting import secret, sift, waits
from drafter.drafting.notes.withholding import secret_names, unnamed
from drafter.matters import read_facts
from tests.test_drafting import drafted

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "evals" / "notes.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]
"""Invented notes: the kind, the note, and the words of it that may stand ("=" for all of them)."""
FACTS = [note for kind, note, stays in ROWS if stays == "="]
HELD = [(note, stays) for kind, note, stays in ROWS if stays != "="]
LIKE = [(cue.kind, text) for cue in cues() for text in cue.like]
UNLIKE = [text for cue in cues() for text in cue.unlike]

NO_SETTING = Setting(Voice("the Company", "the Company's", "it", "it", "its"), "", "")

FACTS_UNTOUCHED = 0.98
HELD_BACK = 0.95
"""Shares of the table that must come out right, whatever is done to the cues."""


def facts_of(note: str) -> str:
    return " ".join(p.text for p in sift(note) if p.kind is Kind.FACT)


def alike(one: str, other: str) -> bool:
    return " ".join(one.lower().split()).strip(" .") == " ".join(other.lower().split()).strip(" .")


@pytest.mark.parametrize(("kind", "text"), LIKE, ids=[t[:50] for _, t in LIKE])
def test_a_cue_is_known_by_its_example(kind: Kind, text: str) -> None:
    assert kind in {cue.kind for cue in found_in(text)}


@pytest.mark.parametrize("text", [text for kind, text in LIKE if kind is Kind.PRIVATE], ids=lambda t: t[:50])
def test_what_a_private_cue_knows_stays_out(text: str) -> None:
    assert Kind.PRIVATE in {p.kind for p in sift(text)}


@pytest.mark.parametrize("text", UNLIKE, ids=lambda t: t[:50])
def test_no_cue_knows_its_neighbour(text: str) -> None:
    assert cue_in(text, "", frozenset(Kind)) is None
    assert secret(text) == ""


def test_ordinary_facts_pass_untouched() -> None:
    changed = [note for note in FACTS if not alike(facts_of(note), note)]
    assert len(changed) <= (1 - FACTS_UNTOUCHED) * len(FACTS), changed


def test_what_colleagues_say_to_each_other_stays_out_and_the_fact_beside_it_stands() -> None:
    wrong = [(note, facts_of(note)) for note, stays in HELD if not alike(facts_of(note), stays)]
    assert len(wrong) <= (1 - HELD_BACK) * len(HELD), wrong


@pytest.mark.parametrize(
    ("note", "pieces"),
    [
        (
            "GC is nervous: talks with Ferro are going badly and they've asked for a rate cut",
            [(Kind.PRIVATE, "")],
        ),
        (
            "Deadhead flights are counted. (between us, the board wants to sell the plane)",
            [(Kind.PRIVATE, ""), (Kind.FACT, "Deadhead flights are counted.")],
        ),
        (
            "Ruth -- the board has NOT adopted it.",
            [(Kind.REMARK, ""), (Kind.FACT, "The board has not adopted it.")],
        ),
        (
            "Past dues rose to $4.1 million, per Joel's report (not our Joel at the SEC!)",
            [(Kind.REMARK, ""), (Kind.REMARK, ""), (Kind.FACT, "Past dues rose to $4.1 million.")],
        ),
        (
            "Fine with disclosing; the fee is 2 percent.",
            [(Kind.ASSENT, "agrees to comply"), (Kind.FACT, "the fee is 2 percent.")],
        ),
        ("Obviously the term is five years.", [(Kind.FACT, "The term is five years.")]),
    ],
)
def test_a_note_falls_into_what_stands_and_what_does_not(note: str, pieces: list[tuple[Kind, str]]) -> None:
    assert [(p.kind, p.text) for p in sift(note)] == pieces


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        (
            "Same policy as last year? -> check with controller",
            "same policy as last year, to be confirmed (controller)",
        ),
        ("Not sure if the earn-out is capped.", "whether the earn-out is capped"),
        ("Check with treasury whether the swap is designated.", "whether the swap is designated (treasury)"),
        ("Does it include Canada? Ask Rolf.", "whether it includes Canada (Rolf)"),
        ("Segment assets: finance is pulling it.", "segment assets (finance)"),
    ],
)
def test_a_question_becomes_a_blank_that_names_the_thing_and_who_knows(note: str, blank: str) -> None:
    assert [(p.kind, p.text) for p in sift(note)] == [(Kind.OPEN, blank)]


def test_a_fact_that_nobody_vouches_for_is_proposed_in_a_blank() -> None:
    (piece,) = sift("I think the rate was about 6 percent.")
    assert (piece.kind, piece.text) == (Kind.DOUBT, "The rate was about 6 percent")


def test_a_mark_of_confidence_holds_back_its_whole_note_but_not_what_it_contrasts_with() -> None:
    note = "A bridge of $5 million is agreed - confidential, not to be mentioned. It closes in May."
    assert [(p.kind, p.said) for p in sift(note)] == [(Kind.PRIVATE, note)]
    assert [p.kind for p in sift("The rent is $2 million, but between us it is unpaid.")] == [
        Kind.FACT,
        Kind.PRIVATE,
    ]
    paper = sift("The board approved it on May 4, 2025 (minutes, May 4, 2025).")
    assert [p.text for p in paper if p.kind is Kind.FACT] == ["The board approved it on May 4, 2025."]
    aside = "The rent is $2 million. (Board to discuss in March - keep out)"
    assert [p.kind for p in sift(aside)] == [Kind.FACT, Kind.PRIVATE]


def test_a_member_of_the_staff_is_not_spoken_of() -> None:
    note = "Odile Farr will want more on this."
    (piece,) = sift(note, "Describe your leases.", ("Odile", "Farr"))
    assert (piece.kind, piece.why) == (Kind.PRIVATE, "it names Odile of the Staff")


@pytest.mark.parametrize(
    "line",
    [
        "The landlord's agent has been dropping hints that he would sell.",
        "Nobody upstairs has the stomach for a fight over the lease.",
        "Someone in the Lyon office heard that the tenant is moving.",
        "Stay well clear of the sublease.",
        "Wilhelmina wants us to get ahead of the lease problem.",
        "The lease will be a sore point with whoever reads it.",
    ],
)
def test_talk_in_new_words_is_held_back_by_its_sound(line: str) -> None:
    asked = "Describe the term of your lease."
    assert [p.text for p in sift(line, asked) if p.kind is Kind.FACT] == []


@pytest.mark.parametrize(
    "line",
    [
        "The lease runs to 2031.",
        "Wilhelmina Stroud signed the lease for the landlord.",
        "The landlord is owned by the brother of our chief executive.",
        "Lease term: ten years, two renewals.",
        "We have no right to buy the building.",
        "Page 41 now says so.",
    ],
)
def test_a_plain_statement_is_not(line: str) -> None:
    assert [p.kind for p in sift(line, "Describe the term of your lease.")] == [Kind.FACT]


def test_what_counsel_marks_as_meant_for_the_letter_stands_however_it_sounds() -> None:
    line = "The landlord hates us and the lease is a bad one."
    assert [p.kind for p in sift(line)] == [Kind.PRIVATE]
    assert [(p.kind, p.text) for p in sift(f"For the letter: {line}", sure=True)][1:] != []


def test_a_clause_that_sounds_like_talk_leaves_the_fact_before_it() -> None:
    fact, talk = sift("The rent was $2.0 million in 2025, and the landlord is a nightmare to deal with.")
    assert (fact.kind, talk.kind) == (Kind.FACT, Kind.PRIVATE)


@pytest.mark.parametrize(
    ("denial", "kept_out"),
    [
        (
            "The Company has no plans to issue the additional shares.",
            "placement of the additional shares is signed",
        ),
        (
            "The Company is not aware of any inquiry into the Dover plant.",
            "Dover plant, the inquiry began in May",
        ),
    ],
)
def test_a_denial_beside_something_kept_out_is_left_to_counsel(denial: str, kept_out: str) -> None:
    made = drafted("Tell us your plans.", notes=f"## 1\n- {denial}\n- Not for the letter: {kept_out}.")
    said = {f.check: f.severity for f in made.findings}
    assert said["draft.denial_beside_silence"] is Severity.ERROR
    assert "to be confirmed]" in made.answers[0].text


def test_what_is_not_available_until_a_day_is_a_fact() -> None:
    (piece,) = sift("Form S-3 is not available until May 1, 2027, as one report was late.")
    assert piece.kind is Kind.FACT
    assert not waits(piece.text)


def test_a_denial_of_something_else_stands() -> None:
    notes = "## 1\n- The Company has no plans to issue shares.\n- Not for the letter: the lender is cross."
    made = drafted("Tell us your plans to issue shares.", notes=notes)
    assert "has no plans to issue shares" in made.answers[0].text


def test_an_assent_before_a_statement_is_no_part_of_it() -> None:
    yes, stated = sift("yes they did conclude that the controls were effective")
    assert (yes.kind, stated.text) == (Kind.REMARK, "They did conclude that the controls were effective")
    assert [p.text for p in sift("Right of use assets were $4.0 million.")] == [
        "Right of use assets were $4.0 million."
    ]


def test_a_numeral_behind_a_name_is_no_colleague() -> None:
    (piece,) = sift("Corp. I has the first call on any target above $750 million.")
    assert piece.kind is Kind.FACT


def test_what_goes_on_with_private_talk_is_private_too() -> None:
    kinds = [p.kind for p in sift("The lender is restless. They may pull out. The loan matures in 2029.")]
    assert kinds == [Kind.PRIVATE, Kind.PRIVATE, Kind.FACT]


def test_a_sentence_that_the_next_one_keeps_out_is_held_back_too() -> None:
    for mark in (
        "Nobody needs to know that.",
        "Stays w/ us.",
        "Keep it out; nothing to be said of it for now.",
    ):
        kinds = [p.kind for p in sift(f"The tenant pays on the fifth. {mark}")]
        assert kinds[0] is Kind.PRIVATE


def test_what_the_comment_asks_for_is_not_held_back() -> None:
    note = "Renewal discussions are ongoing."
    assert [p.kind for p in sift(note, "Disclose the status of renewal negotiations.")] == [Kind.FACT]
    assert [p.kind for p in sift(note)] == [Kind.PRIVATE]


def test_no_word_of_a_note_is_lost() -> None:
    lost = [(word, note) for _, note, _ in ROWS for word in lost_words(note)]
    assert lost == []


def lost_words(note: str) -> list[str]:
    said = " ".join(p.said for p in sift(note)).lower()
    return [w for w in note.lower().split() if w.strip(".,;:!?()“”\"'–—->") not in said]


def test_what_is_held_back_stands_in_the_findings() -> None:
    made = drafted(
        "Please describe your lease.",
        notes="## 1\nThe lease ends in 2031 (the landlord is furious, by the way). Client is fine with this.",
    )
    assert "2031" in made.answers[0].text
    assert "furious" not in made.answers[0].text
    said = {f.check: f.message for f in made.findings}
    assert "the landlord is furious" in said["draft.held_back"]
    assert "Client is fine with this" in said["draft.remark"]


def test_a_piece_says_why_it_does_not_stand() -> None:
    assert sift("Off the record, the plant closes.") == (
        Piece(
            "",
            Kind.PRIVATE,
            "Off the record, the plant closes.",
            "it is marked as something between colleagues",
        ),
    )


@pytest.mark.parametrize(
    ("note", "fact"),
    [
        (
            "In the Tarn matter the kilns were argued to be idle. That is another client, do not borrow from it.",
            "",
        ),
        (
            "We sell kilns. Another company makes the glaze.",
            "We sell kilns. Another company makes the glaze.",
        ),
        ("Glaze cost $4 million. They were told in March. Keep between us.", ""),
        (
            "Glaze cost $4 million. The effect was not yet known then.",
            "Glaze cost $4 million. The effect was not yet known then.",
        ),
    ],
)
def test_a_mark_behind_reaches_what_it_is_on(note: str, fact: str) -> None:
    assert facts_of(note) == fact


@pytest.mark.parametrize(
    "note",
    [
        "Reason is Corwell Foods. Not announced, so we need something else to say.",
        "The buyer is Corwell Foods; nobody outside the deal team knows.",
        "Sales to Corwell Foods were $4.1 million. Embargoed until the release.",
        "The launch slips to the fall. The street does not know yet.",
        "The number of stores is 14. Employees have not been informed.",
        "The seller is Corwell Foods. We haven't told the lenders yet.",
        "We signed with Corwell Foods on May 2. Press release to follow.",
        "The drug was refused on March 2; 8-K not filed yet.",
        "Reason is the Corwell purchase. Can't say that in a public letter.",
        "The largest customer is Corwell Foods. The contract bars us from naming it.",
        "Starts are, in thousands: north 4, south 5. Internal for now.",
    ],
)
def test_what_is_not_public_takes_the_whole_of_its_note_along(note: str) -> None:
    assert [(p.kind, p.said) for p in sift(note)] == [(Kind.PRIVATE, note)]


def test_a_name_that_one_note_keeps_out_stands_in_no_other() -> None:
    facts = read_facts(
        "## Comment 1\n- The plant in Olm was sold to Corwell Foods in May.\n- The plant in Varr was not sold.\n"
        "## Comment 2\n- Reason is Corwell Foods. Not announced."
    )
    names = secret_names(facts, "Describe the sale of the plant in Olm.")
    assert names == ("Corwell Foods", "Corwell")
    told = [Told(f.id, f.text, f.text, Use.STATE) for f in facts[:2]]
    assert [t.use for t in unnamed(told, names)] == [Use.HELD, Use.STATE]
    assert secret_names(facts, "Why was the plant sold to Corwell Foods?") == ()


@pytest.mark.parametrize(
    ("note", "facts"),
    [
        (
            "Orders come singly, no minimums, no exclusivity.",
            "Orders come singly, no minimums, no exclusivity.",
        ),
        ("Other carriers could do it but nobody has timed a changeover.", "Other carriers could do it."),
        ("Tin is $4.0 million. Rest is other.", "Tin is $4.0 million."),
    ],
)
def test_a_remark_on_the_file_falls_and_a_term_of_a_contract_stands(note: str, facts: str) -> None:
    assert facts_of(note).strip(" .") == facts.strip(" .")


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        ("Fiscal 2023 has not been pulled.", "[●: amounts for fiscal 2023]."),
        ("The rest has not been looked at.", "[●: the rest]."),
        ("Cut-off grade: asked the mine, no answer yet.", "[●: cut-off grade (the mine)]."),
        ("Surveyor to send the plan of the north pit.", "[●: the plan of the north pit (Surveyor)]."),
        ("Audit memo not started.", "[●: audit memo]."),
        ("Committee minutes will have the others, not in hand.", "[●: the others (Committee minutes)]."),
        (
            "Fiscal 2024: to be confirmed, Controller thinks net unfavorable $1.1 million.",
            "[●: amount for fiscal 2024, proposed as net unfavorable $1.1 million (Controller), to be confirmed].",
        ),
        ("The fee is 2 percent, CFO thinks.", "[●: the fee, proposed as 2 percent (CFO), to be confirmed]."),
        (
            "14 loans of $23.8 million were modified. Internal audit is checking the count.",
            "[●: 14 loans of $23.8 million were modified (Internal audit), to be confirmed].",
        ),
        (
            "Dividends in arrears: $6.1 million, subject to the agent's count.",
            "[●: dividends in arrears, proposed as $6.1 million, subject to the agent's count].",
        ),
    ],
)
def test_what_the_file_lacks_or_nobody_vouches_for_is_a_blank_with_its_owner(note: str, blank: str) -> None:
    (told,) = tell(read_facts(f"## Comment 1\n- {note}"), NO_SETTING)
    assert proposed(told) == blank


@pytest.mark.parametrize("label", ["Correction", "Error", "Slip"])
def test_a_label_that_something_went_wrong_gives_no_cause(label: str) -> None:
    (told,) = tell(read_facts(f"## Comment 1\n- {label}: the rate on page 4 is 6 percent."), NO_SETTING)
    assert told.text == "The rate on page 4 is 6 percent."


def test_a_note_under_rule_83_or_marked_for_the_letter_is_not_held_back_as_not_public() -> None:
    notes = "## 1\n- Rule 83: the tenant is Amber Stores. The leases forbid us to name it."
    assert {t.use for t in tell(read_facts(notes), NO_SETTING)} == {Use.STATE}
    notes = "## 1\n- For the letter: the sale has not been made public."
    assert Use.STATE in {t.use for t in tell(read_facts(notes), NO_SETTING)}


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        ("Dock fees at March 31, the controller has the figure.", "dock fees at March 31 (the controller)"),
        ("Rebates for 2024: Ottilie is pulling them.", "rebates for 2024 (Ottilie)"),
        ("Treasury has to send us the swap notional.", "the swap notional (Treasury)"),
    ],
)
def test_what_waits_is_named_with_who_has_it(note: str, blank: str) -> None:
    found = pending(note)
    assert f"{lowered(found.thing)} ({found.who})" == blank


def test_who_is_at_it_is_no_thing_that_a_blank_asks_for() -> None:
    assert pending("They promised it for Thursday.").thing == ""
    assert speaker("Payroll is looking.") == "Payroll"
    assert speaker("See the old letter.") == ""


def test_a_thing_that_somebody_has_is_a_blank_and_no_statement() -> None:
    (piece,) = sift("Revolver headroom at quarter end, treasurer has the figure.", "Quantify your headroom.")
    assert (piece.kind, piece.text) == (Kind.OPEN, "revolver headroom at quarter end (treasurer)")


def test_a_question_among_lawyers_asks_for_no_blank() -> None:
    comment = "Please describe the warranty and how you account for it."
    assert {p.kind for p in sift("Should we offer to delete the adjective? Cheap concession.", comment)} <= {
        Kind.REMARK,
        Kind.PRIVATE,
    }


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        (
            "Clay cost to be confirmed (controller thinks 80, offset by fuel).",
            "[●: clay cost, proposed as 80, offset by fuel (Controller), to be confirmed].",
        ),
        (
            "Effect of the change to be confirmed, $31 million is the number in the draft.",
            "[●: effect of the change, proposed as $31 million, to be confirmed].",
        ),
        (
            "Kiln yield: stoneware 61 percent. Treasury owes us the other three.",
            "[●: kiln yield for the other three (Treasury)].",
        ),
        (
            "Sales to Peru: 2025 $46.1 million, 2024 $58.8 million. 2023 - sales ops is still going through records.",
            "[●: sales to Peru for 2023 (sales ops)].",
        ),
        (
            "Discounts were 6.8 percent of sales in fiscal 2025. Fiscal 2023: not pulled yet, Tom in FP&A has it.",
            "[●: discounts for fiscal 2023 (Tom in FP&A)].",
        ),
        (
            "Rates used in fiscal 2025 were 15 to 19 percent - to be confirmed against the audit binder.",
            "[●: rates used in fiscal 2025, proposed as 15 to 19 percent, to be confirmed against the audit binder].",
        ),
        (
            "Cash interest paid fiscal 2025: $6.1 million, tax dept still tying out.",
            "[●: cash interest paid in fiscal 2025, proposed as $6.1 million (tax dept), to be confirmed].",
        ),
        (
            "Average rent: 2025 $1,240, 2024 $1,180. 2023 - asset management is pulling it.",
            "[●: average rent for 2023 (asset management)].",
        ),
        (
            "Glaze yield: works manager puts it at 64 percent, Osric has yet to agree.",
            "[●: glaze yield, proposed as 64 percent (Osric), to be confirmed].",
        ),
        (
            "Firing date: Velmar Works says May 9, 2026, although the permit office has not agreed.",
            "[●: firing date, proposed as May 9, 2026 (the permit office), to be confirmed].",
        ),
        ("To be confirmed: no figure for breakage so far.", "[●: no figure for breakage so far]."),
        (
            "Relining date: Tarn Refractories says June 3, 2026 but somebody must check.",
            "[●: relining date, proposed as June 3, 2026 (Tarn Refractories), to be confirmed].",
        ),
        (
            "How much of the clay goes to it the works council has still to decide.",
            "[●: how much of the clay goes to it the works council has still to decide].",
        ),
        ("The tonnages for 2023 are in the old ledger and have not been pulled.",
         "[●: the tonnages for 2023 are in the old ledger and have not been pulled]."),
        ("Excess draw to be confirmed by the kiln board on May 9.",
         "[●: excess draw, to be confirmed by the kiln board on May 9]."),
        ("2022: I have $4.1 million, to be confirmed.",
         "[●: amount for 2022, proposed as $4.1 million, to be confirmed]."),
        ("Glazing is the rest, she thinks; to be confirmed.", "[●: glazing is the rest, to be confirmed]."),
        ("The 2020 rate is, Torvald thinks, 12.5 percent; to be confirmed.",
         "[●: the 2020 rate is 12.5 percent (Torvald), to be confirmed]."),
        ("Runs go to the Staff under separate cover, ask for them back under Rule 418(b).", ""),
    ],
)  # fmt: skip
def test_a_blank_names_its_thing_proposes_its_value_and_says_who_has_it(note: str, blank: str) -> None:
    setting = Setting(Voice("the Company", "the Company's", "it", "it", "its"), "Tell us.", note)
    told = tell(read_facts(f"## 1\n- {note}"), setting)
    assert [proposed(t) for t in told if t.use in {Use.OPEN, Use.CONFIRM}] == [blank] * bool(blank)


def test_what_a_colleague_has_or_owes_is_no_fact_beside_one() -> None:
    note = "The kiln board met on May 4, 2025. Ottoline has the minutes. Bertil owes us a page."
    pieces = sift(note, "When did it meet?")
    assert [p.kind for p in pieces] == [Kind.FACT, Kind.REMARK, Kind.REMARK]
    assert facts_of("The lender holds the notes of the kiln.") == "The lender holds the notes of the kiln."


def test_what_a_board_thought_is_part_of_the_fact_and_nobody_concludes_for_the_company() -> None:
    thought = "The Vell board, which met on it on May 6, 2025, thought it the less certain bid."
    assert [p.text for p in sift(thought)] == [thought]
    kinds = [
        p.kind
        for p in sift("Whether kilns are a segment: the controller is still on it. We do not conclude yet.")
    ]
    assert kinds == [Kind.OPEN, Kind.REMARK]
    waits = sift("The kiln mix is before the board in June; leave it open.")
    assert [(p.kind, p.text) for p in waits] == [(Kind.OPEN, "the kiln mix (the board)"), (Kind.REMARK, "")]


def test_a_blank_for_why_takes_the_clause_before_it() -> None:
    setting = Setting(Voice("the Company", "the Company's", "it", "it", "its"), "Tell us.", "")
    note = "## 1\n- The kiln was shut in May, and the permit was not renewed. No one has told us why."
    assert tell(read_facts(note), setting)[1].text == "why the permit was not renewed"
    told = tell(read_facts("## 1\n- It was not split out. I have not heard why."), setting)
    assert told[1].text == "why it was not split out"


@pytest.mark.parametrize(
    "note",
    [
        "Why the board dropped it is for Tarn's counsel to tell us.",
        "Why the board dropped it: Tarn to give us.",
        "The price that Tarn bid: from Tarn's bankers, not yet in.",
        "Nothing from the auditors on the consent.",
        "Why the board dropped it: Tarn's counsel has still to tell us.",
        "The kiln figures are not yet with us.",
        "The firing study is not yet in our hands.",
    ],
)
def test_what_another_is_to_say_or_has_not_come_yet_is_open(note: str) -> None:
    assert [p.kind for p in sift(note)] == [Kind.OPEN]
