"""Counsel's clauses without a subject or a verb, and what everyday verbs say of the papers."""

from __future__ import annotations

import pytest

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.turning import Voice
from drafter.drafting.language.undergoing import actor, undergoer
from drafter.drafting.notes.putting import put
from drafter.drafting.notes.shaping import sentence

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


def said(note: str, comment: str = "Tell us how the kiln works.") -> str:
    return sentence(note, Setting(COMPANY, comment, f"{comment} {note}"))


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        (
            "Tell us whether the kilns are leased from third parties.",
            "Leased from the county.",
            "The kilns are leased from the county.",
        ),
        (
            "Explain whether the mortgage on the mill was repaid.",
            "Repaid on May 4, 2025.",
            "The mortgage on the mill was repaid on May 4, 2025.",
        ),
        (
            "Tell us whether you commissioned the survey.",
            "Not commissioned.",
            "The survey was not commissioned.",
        ),
        (
            "Please tell us how you account for glaze deposits.",
            "Booked as a liability.",
            "Glaze deposits are recorded as a liability.",
        ),
        (
            "Disclose whether you accrued any penalty at year end.",
            "Not accrued.",
            "No penalty was accrued.",
        ),
        (
            "State when firing begins and ends.",
            "Begins when the doors are sealed.",
            "Firing begins when the doors are sealed.",
        ),
        (
            "If the kiln leaks, include risk factor disclosure on how that could affect output.",
            "Added on page 5.",
            "Risk factor disclosure has been added on page 5.",
        ),
        ("Describe the kiln.", "Not locked up, save for two.", "Not locked up, save for two."),
        ("Describe the kiln.", "Repaid on May 4, 2025.", "This was repaid on May 4, 2025."),
        (
            "Tell us whether the promoter purchased or may purchase any tiles.",
            "Bought none.",
            "The promoter bought none.",
        ),
        ("Describe the kiln.", "Applied June 2.", "The Company applied on June 2."),
        (
            "Who voted?",
            "Invited holders of 61 percent of the shares; holders of 40 percent came.",
            "The Company invited holders of 61 percent of the shares; holders of 40 percent came.",
        ),
    ],
)
def test_a_note_without_a_subject_takes_the_one_that_the_comment_has(
    comment: str, note: str, written: str
) -> None:
    assert said(note, comment) == written


@pytest.mark.parametrize(
    ("done", "comment", "thing"),
    [
        ("sold", "Tell us whether the tiles are priced and sold by the crate.", "the tiles"),
        ("presented", "If you present organic growth elsewhere, reconcile it.", "organic growth"),
        ("filed", "Tell us whether the parties have filed a Schedule 13D.", "the Schedule 13D"),
        ("bought", "Tell us whether you purchased the clay from a director.", "the clay"),
        ("deleted", "Describe how it was deleted.", ""),
        ("waived", "Describe the kiln.", ""),
    ],
)
def test_the_comment_tells_what_was_done_to_what(done: str, comment: str, thing: str) -> None:
    found = undergoer(done, comment)
    assert (found.named if found else "") == thing


def test_the_comment_tells_who_acts() -> None:
    assert actor("begins", "Tell us when amortization begins.") == "amortization"
    assert actor("begins", "Tell us when it begins.") == ""


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("No change of lender.", "There was no change of the lender."),
        ("No glaze committee.", "There is no glaze committee."),
        ("No fines, no penalties, no warnings.", "There were no fines, penalties or warnings."),
        ("No quorum, no proxies.", "There is no quorum and there are no proxies."),
        ("No amendment since and none due.", "There has been no amendment since, and none is due."),
        ("No part of it.", "No part of it."),
        ("No claim then, no claim now.", "No claim then, no claim now."),
        ("Nothing distinct.", "Nothing distinct."),
        ("No repairs between May 3 and the firing.", "There were no repairs between May 3 and the firing."),
        ("No cost split in the ledger.", "There is no cost split in the ledger."),
    ],
)
def test_a_denial_is_of_what_is_or_of_what_happened(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    "note",
    [
        "2027, one year on.",
        "Six years for kilns, three for vats.",
        "90 days after the firing.",
        "40% down, 60 on delivery.",
        "Take that out.",
        "One paragraph for each kiln, next year's proxy.",
        "300,000 not.",
    ],
)
def test_a_fragment_of_no_known_shape_gets_no_verb(note: str) -> None:
    assert not said(note).startswith(("There ", "This ", "It "))


def test_a_word_that_comes_out_is_written_as_the_comment_has_it() -> None:
    assert put('"Leading" is out.', 'You say that you are the "leading" mill.') == (
        'The word "leading" has been removed.'
    )


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "One sentence in Note 8 from the 10-Q for June 30, 2026.",
            "The Company will include one sentence in Note 8, beginning with the Form 10-Q for the quarter ending "
            "June 30, 2026.",
        ),
        (
            "Kiln table - will add, 10-K for 2026 onward.",
            "The Company will add a kiln table in the Form 10-K for 2026 onward.",
        ),
        ("Both into the lease note.", "Both will be included in the lease note."),
        ("Separate table, next proxy.", "The Company will include a separate table in the next proxy."),
        ("Correction of Note 3 in the next 10-K.", "The Company will correct Note 3 in the next Form 10-K."),
        ("10-K/A by May 4.", "The Company will file an amendment on Form 10-K/A by May 4."),
        ("Mentioned in the next 10-K.", "This will be mentioned in the next Form 10-K."),
    ],
)
def test_a_thing_and_a_filing_to_come_are_a_promise(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Title passed to the mill when it paid.", "Title passed to the mill when it paid."),
        ("They met twice, May 9 and May 23, in Reno.", "They met twice, May 9 and May 23, in Reno."),
        ("Order entered June 1, 2019.", "The order was entered on June 1, 2019."),
        ("Swiss kilns are idle.", "Swiss kilns are idle."),
        (
            "$3 million and $4 million outstanding at May 1.",
            "$3 million and $4 million were outstanding at May 1.",
        ),
        (
            "It happened once, tile quality unaffected.",
            "It happened once and the tile quality was unaffected.",
        ),
        ("It leaks now, map attached as Exhibit 9.", "It leaks now, map attached as Exhibit 9."),
        ("Found by the foreman during a walk.", "This was found by the foreman during a walk."),
        ("Glaze and clay recur.", "Glaze and clay recur."),
        ("Advisers left on March 3, 2026.", "Advisers left on March 3, 2026."),
        ("Corrected if over $2 million.", "This is corrected if over $2 million."),
        ("Granted to date $3 million present value.", "Granted to date $3 million present value."),
        ("Accrued $2 million.", "The Company accrued $2 million."),
        ("Marlow Partners advised on the kiln.", "Marlow Partners advised on the kiln."),
        ("Not a cent.", "Not a cent."),
        ("It looked at the vat.", "It reviewed the vat."),
        ("Holders of 41 percent accepted.", "Holders of 41 percent accepted."),
        ("Kilns stay, unless shut for a month.", "Kilns stay, unless shut for a month."),
        ("That rested on one survey.", "That rested on one survey."),
        (
            "Lender confirmed in writing on May 2 that it will wait.",
            "The lender confirmed in writing on May 2 that it will wait.",
        ),
        ("We applied in May and were turned down.", "The Company applied in May and was turned down."),
        ("All US mills use it.", "All U.S. mills use it."),
        ("All four named on page 9.", "All four are named on page 9."),
        ("Paragraph struck on page 4.", "The paragraph has been struck on page 4."),
    ],
)
def test_verbs_that_are_there_are_left_and_others_told_by_their_time(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Table goes in.", "Table will be included."),
        ("The two charts will also go into the note.", "The two charts will also be included in the note."),
        ("The opinion goes in as Exhibit 5.1.", "The opinion will be filed as Exhibit 5.1."),
        ("The deck goes in by courier.", "The deck will be furnished to the Staff by courier."),
        ("A map goes onto page 4.", "A map will be included on page 4."),
        ("Phrase comes out of the summary.", "Phrase will be removed from the summary."),
        ('"Leading" is gone.', 'The word "Leading" has been deleted.'),
        ('"Best ever" is out on page 3.', 'The words "Best ever" have been removed on page 3.'),
        ("The whole claim is out everywhere.", "The whole claim has been removed throughout."),
        ('"Best" deleted, both places.', 'The word "Best" has been deleted in both places.'),
        ('"Fast" in its place.', 'The word "Fast" has been put in its place.'),
        ("Page 4 says so now.", "Page 4 now says so."),
        ("Page ii says now that it leaks.", "Page ii now says that it leaks."),
        ("Terms are at page 8 now.", "Terms are now on page 8."),
        ("Exhibit 5.1 went in with Amendment No. 2.", "Exhibit 5.1 was filed with Amendment No. 2."),
        ("We will file it, 10-Q for May.", "We will file it in the 10-Q for May."),
        ("Overtime is out of the measure.", "Overtime is out of the measure."),
        ("Note 4 gets amended.", "Note 4 will be amended."),
        ("Scrap gets written down monthly.", "Scrap is written down monthly."),
        ("Take the total out of page 3.", "We will remove the total page 3."),
        ("The map comes with the next 10-Q.", "The map will be included in the next 10-Q."),
        ("Page 8 carries both.", "Page 8 includes both."),
        ("The whole chart comes out next turn.", "The whole chart will be removed in the next amendment."),
        ('Word "pure" stays.', 'The word "pure" stays.'),
        ("Ore goes into the kiln.", "Ore goes into the kiln."),
        ("The report comes out in March.", "The report comes out in March."),
    ],
)
def test_what_goes_into_the_papers_is_said_in_the_verbs_of_a_letter(note: str, written: str) -> None:
    assert put(note) == written


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        (
            "Disclose the effect of the recall on margins.",
            "The effect is there: Note 6, page 71, last table.",
            "The effect of the recall on margins is disclosed in Note 6 (page 71, last table).",
        ),
        (
            "Tell us where the split of losses is.",
            "The split is in Note 3, page F-9: $2.1 million, $0.04 a share.",
            "The split of losses is disclosed in Note 3 (page F-9): $2.1 million and $0.04 a share.",
        ),
        (
            "Describe the kiln.",
            "The kiln is there: two chambers, one flue.",
            "The kiln is there: two chambers, one flue.",
        ),
        (
            "Please remove Clay Yield from your releases.",
            "Clay Yield goes, from the release for the third quarter, prior periods recast.",
            "Clay Yield will be removed, from the release for the third quarter, with prior periods recast.",
        ),
        (
            "Please file the lease.",
            "The lease is Exhibit 10.4, rent schedule redacted under Item 601(b)(10)(iv).",
            "The lease is Exhibit 10.4, with the rent schedule redacted under Item 601(b)(10)(iv).",
        ),
        (
            "Tell us what the order book includes.",
            "Sample orders are out. Options are in, $3 million of the total.",
            "Sample orders are not included. Options are in, $3 million of the total.",
        ),
        ("Tell us what the order book includes.", "Options are in.", "Options are included."),
        (
            "Tell us what the order book includes.",
            "Options come out from the Form 10-K for fiscal 2026.",
            "Options will be removed, beginning with the Form 10-K for fiscal 2026.",
        ),
        (
            "Support the claim or remove it.",
            '"Finest glaze" goes.',
            'The words "Finest glaze" will be removed.',
        ),
        (
            "Support the claim.",
            'New wording: "one of five glazers".',
            'The new wording is "one of five glazers".',
        ),
        (
            "Describe backlog.",
            "Backlog is the value of orders, less deposits received.",
            "Backlog is the value of orders, less deposits received.",
        ),
        (
            "Tell us the rate of your kiln loan and when the loan matures.",
            "SOFR plus 2.5 percent, matures May 4, 2031.",
            "The kiln loan bears interest at SOFR plus 2.5 percent and matures on May 4, 2031.",
        ),
        (
            "Tell us the fee of the agent.",
            "Fee $3 million: $1 million was payable on signing, the rest only on closing.",
            "The fee was $3 million, of which $1 million was payable on signing and the rest only on closing.",
        ),
        (
            "Tell us how you value the brand.",
            "Brand: relief-from-royalty method.",
            "The brand was valued by the relief-from-royalty method.",
        ),
        (
            "Tell us how you value the marks.",
            "Marks: relief-from-royalty method, discount rate 9 percent.",
            "Marks were valued by the relief-from-royalty method, using a discount rate of 9 percent.",
        ),
        (
            "Disclose the rate of the kiln loan.",
            "Prime plus 2 percent, due May 4, 2031.",
            "The kiln loan bears interest at prime plus 2 percent and is due on May 4, 2031.",
        ),
        ("Quantify the grants.", "Net of levies: $2 million.", "The amount net of levies was $2 million."),
        ("Which agreed?", "Parties A and B signed standstills.", "Parties A and B signed standstills."),
        ("Describe the kiln.", "The kiln was shut, lease ended.", "The kiln was shut and the lease ended."),
    ],
)
def test_places_sums_and_words_of_the_desk_become_sentences(comment: str, note: str, written: str) -> None:
    assert said(note, comment) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "Under ten-year leases we hire the staff, approve the budgets, and bill and collect.",
            "hires the staff, approves the budgets, and bills and collects.",
        ),
        ("We expect to close and sell the kiln.", "expects to close and sell the kiln."),
        (
            "The board looked at two kilns and at their fuel.",
            "The board looked at two kilns and at their fuel.",
        ),
        (
            "No claim and no recovery: the kiln was not insured.",
            "There is no claim and no recovery, as the kiln was not insured.",
        ),
    ],
)
def test_a_clause_of_counsels_agrees_to_its_end(note: str, written: str) -> None:
    assert written in said(note)


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("All kilns accounted for by May 2, 2025.", "All kilns were accounted for by May 2, 2025."),
        (
            "All rated A or better, no allowance at May 31, 2025.",
            "All are rated A or better, with no allowance at May 31, 2025.",
        ),
        (
            "The insurer pays half; already shown as an asset.",
            "The insurer pays half; it is already shown as an asset.",
        ),
        (
            "The move slipped in May 2025; now expected done by June 30, 2026.",
            "The move slipped in May 2025; it is now expected to be done by June 30, 2026.",
        ),
        ("One kiln is idle; output lowest on Kiln 2.", "One kiln is idle; the output is lowest on Kiln 2."),
        (
            "The works were idled in 2023; since sold.",
            "The works were idled in 2023; they have since been sold.",
        ),
        ("No right to cash, and no practice of it.", "There is no right to cash and no practice of it."),
        ("No contact with Company D after May 4.", "There was no contact with Company D after May 4."),
        ("Nothing in there for new glazes.", "There is nothing in it for new glazes."),
        ("At May 31, 2025 none impaired.", "None were impaired at May 31, 2025."),
        ("Since wholly repaid.", "This has since wholly been repaid."),
        ("As of May 31, 2024 still all above.", "All were still above as of May 31, 2024."),
        ("No change proposed.", "The Company does not propose any change."),
        (
            "9 openings in fiscal 2025, 11 in fiscal 2024.",
            "There were 9 openings in fiscal 2025 and 11 in fiscal 2024.",
        ),
        (
            "The cap was $48 million, net assets $56 million.",
            "The cap was $48 million and net assets were $56 million.",
        ),
        (
            "Volume fell 6 percent, selling prices down 4 percent.",
            "Volume decreased 6 percent and selling prices decreased 4 percent.",
        ),
    ],
)
def test_a_clause_without_its_verb_takes_the_one_that_its_words_call_for(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "It ended in May 2025, so nothing to file there.",
            "It ended in May 2025, so there is nothing to file there.",
        ),
        (
            "It was $73 million against $67 million, so headroom of $6 million.",
            "It was $73 million against $67 million, leaving headroom of $6 million.",
        ),
        (
            "The report is there already, so no change to it.",
            "The report is there already, so there is no change to it.",
        ),
        (
            "Nobody commissioned the study, so no consent.",
            "Nobody commissioned the study, so no consent is required.",
        ),
        (
            "It was issued in October 2024, so inside a year.",
            "It was issued in October 2024, and therefore within one year.",
        ),
        (
            "The award is payable in shares, so classified in equity.",
            "The award is payable in shares and is therefore classified in equity.",
        ),
        (
            "We sold the works, so not consolidated since.",
            "The Company sold the works, so not consolidated since.",
        ),
    ],
)
def test_what_a_clause_draws_without_a_verb_is_joined_to_it(note: str, written: str) -> None:
    assert said(note) == written


@pytest.mark.parametrize(
    ("before", "note", "written"),
    [
        (
            "The policy is in Note 2.",
            "Inadvertently left out of Note 9 in 2024.",
            "It was inadvertently left out of Note 9 in 2024.",
        ),
        (
            "The test fell due in May.",
            "In compliance with every other covenant at that date.",
            "The Company was in compliance with every other covenant at that date.",
        ),
        (
            "The permit was sought in May.",
            "Under appeal since June 2025.",
            "It has been under appeal since June 2025.",
        ),
        ("We will file the lease.", "Lender consent not needed.", "Lender consent is not needed."),
        (
            "The ratio is 125 percent.",
            "Actual at May 31, 2025, 118 percent.",
            "Actual at May 31, 2025, 118 percent.",
        ),
    ],
)
def test_a_predicate_alone_goes_on_from_the_sentence_before_it(before: str, note: str, written: str) -> None:
    assert sentence(note, Setting(COMPANY, "Tell us of it.", f"{before} {note}"), before) == written


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        (
            "Tell us the status of the strike.",
            "Strike: ended August 9, 2025, 310 drivers, both depots.",
            "The strike ended on August 9, 2025 (310 drivers, both depots).",
        ),
        (
            "Tell us the status of the permit.",
            "Permit: expires June 30, 2027.",
            "The permit expires on June 30, 2027.",
        ),
        (
            "Disaggregate the table.",
            "Glaze table: agreed, will be split, same release.",
            "The glaze table will be split in the same release.",
        ),
        (
            "Present the adjustment separately.",
            "Clay adjustment: will present in a separate row.",
            "The Company will present the clay adjustment in a separate row.",
        ),
        (
            "Tell us why you no longer present active users.",
            "Why dropped: portals report no log-ins.",
            "The Company no longer presents active users because portals report no log-ins.",
        ),
        (
            'Explain why counsel cannot give a "will" opinion.',
            'Why not "will": the ratio floats until closing.',
            'Counsel cannot give a "will" opinion because the ratio floats until closing.',
        ),
        (
            "Tell us why you believe that the kiln is sound.",
            "Reason: the kiln was tested.",
            "The reason is that the kiln was tested.",
        ),
        (
            "Tell us whether banks may sell.",
            "All three programs: banks may sell freely.",
            "Under all three programs, banks may sell freely.",
        ),
        (
            "Quantify the changes in estimate.",
            "Page 51, first paragraph below the rollforward: changes were not material.",
            "Page 51 (first paragraph below the rollforward) states that changes were not material.",
        ),
        (
            "Describe the kiln.",
            "Kiln ceiling: the crew may not exceed it.",
            "With respect to the kiln ceiling, the crew may not exceed it.",
        ),
    ],
)
def test_a_label_is_a_part_of_what_stands_under_it(comment: str, note: str, written: str) -> None:
    assert said(note, comment) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        (
            "Dated May 3, 2022, as amended; initial term to May 3, 2027, then successive two-year terms unless either "
            "gives 90 days' notice.",
            "The supply agreement is dated May 3, 2022 (as amended), has an initial term to May 3, 2027 and then "
            "renews for successive two-year terms unless either party gives 90 days' notice.",
        ),
        (
            "Five years, so to August 3, 2028.",
            "The supply agreement has a term of five years to August 3, 2028.",
        ),
        (
            "One-year term with renewal; on change of control termination fee of six months' fees.",
            "The supply agreement has a one-year term with renewal and provides for a termination fee of six months' "
            "fees on a change of control.",
        ),
    ],
)
def test_terms_in_a_row_are_said_of_the_agreement(note: str, written: str) -> None:
    assert said(note, "Describe the material terms of your supply agreement.") == written
