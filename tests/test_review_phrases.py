"""Review: faults in many wordings, and neighbours that only sound like them."""

from __future__ import annotations

import pytest

from drafter.domain import Severity
from drafter.review import CHECKS, Reviewed
from tests.reviewed_letters import COMPANY, OTHERS, STAFF, a_letter, changed, the_matter
from tests.test_review import said

FOUND = {
    "answers.attachments": (
        "A copy of the analysis is attached as Exhibit B.",
        "See Schedule 1 attached to this letter.",
        "The schedule is enclosed as Attachment 2.",
    ),
    "answers.oral": (
        "Per our telephone conversation with the Staff, the Company has not changed the table.",
        "As we discussed on our call with the Staff, the note stands.",
        "In a recent phone conversation the Staff agreed with this view.",
    ),
    "answers.referrals": (
        "Please refer to Response No. 9.",
        "See our response to Comments 2 and 9 above.",
        "As discussed in the response to Question 9 above, the tables agree.",
        "Please see Response 9.",
        "The Company refers the Staff to its response to comment 11.",
        "Please see the response to Comment #8 below.",
        "We refer you to our response to Comment No. 7 above.",
        "As noted in our answer to comment 6, the tables agree.",
        "Refer to our responses to comments 2, 3 and 8.",
    ),
    "answers.supplemental": (
        "We are supplementally providing the materials to the Staff under separate cover.",
        "The analysis has been furnished supplementally to the Staff in hard copy.",
    ),
    "authority.exists": (
        "The Company relied on SAB 199.",
        "The Company followed ASU 2031-05.",
        "See Item 999 of Regulation S-K.",
        "The Company follows ASC 999-10-25-1.",
        "See Rule 77-01 of Regulation S-X.",
        "The Company follows ASC 607-10-25.",
        "Item 350 of Regulation S-K asks for this.",
        "The Company applied FAS 201.",
    ),
    "authority.superseded": (
        "The Company applied ASC 605-10-25-1 to these sales.",
        "See FAS 131.",
        "The Company relies on EITF 00-21.",
        "The Company applies ASC 840-20-25-1 to its leases.",
        "Under FIN 48, no reserve is needed.",
    ),
    "figures.words": (
        "Sales increased $5.0 million, or 12.0%, from $50.0 million to $56.0 million.",
        "Gross margin rose from 40.0% to 43.0%, an increase of 200 basis points.",
        "Total costs of $30 million consisted of $10 million of labor, $12 million of steel and $9 million of freight.",
        "Labor of $10 million, steel of $12 million and freight of $9 million total $30 million.",
        "Costs rose by 10%, from $100 million to $115 million.",
        "The loss was $4 million, or 12% of revenue of $50 million.",
        "Net sales decreased by $4.0 million to $46.0 million from $55.0 million.",
        "The margin fell from 22.0% to 19.5%, or 4 percentage points.",
        "The total of $20.0 million comprises $9.0 million of goodwill and $8.0 million of brands.",
        "Revenue grew 25% to $120.0 million from $100.0 million.",
        "Freight of $3.0 million represented 10% of cost of sales of $60.0 million.",
        "$8.0 million plus $3.0 million less $1.0 million equals $12.0 million.",
    ),
    "leftovers.acceleration": (
        "The Company hereby requests that the Commission declare the registration statement effective on May 3, 2021.",
        "We respectfully request acceleration of effectiveness to May 3, 2021.",
    ),
    "leftovers.blanks": (
        "The balance is $[•] million.",
        "The balance is $X.X million.",
        "The lease ends in 20XX.",
        "The balance is [amount] at year end.",
        "The share was [X]% of sales.",
        "The share was ____ of sales.",
        "The Company paid [INSERT AMOUNT] in May.",
        "The Company paid [to be provided] in May.",
        "The charge was $___ in May.",
        "The amount was $[__] million.",
        "It ended on [month] [day], 2021.",
        "The ratio was [ ]%.",
        "The plant closed in [●] 2021.",
        "The amount was $[TBD].",
        "The increase was XX.X%.",
        "The agreement with [counterparty] ended.",
        "The agreement with [NAME OF LENDER] ended.",
    ),
    "leftovers.broken": ("Refer to Error! Bookmark not defined.",),
    "leftovers.names": (
        "In line with Calderon’s practice, the Company groups tools.",
        "Calderon Fixtures, Inc. respectfully submits that the tables agree.",
    ),
    "leftovers.notes": (
        "[Legal to review before filing]",
        "[Deloitte to confirm]",
        "[KPMG: please tie out]",
        "The balance was settled in May (TBU).",
        "<<insert table>>",
        "The Company was formed in {{ state }}.",
        "The balance is $5 million (confirm with client).",
        "Note to self: ask Jane about the table.",
        "[Bracketed language subject to auditor review.]",
        "[Company to provide figure]",
        "[TBC with Finance]",
        "NTD - check with auditors.",
        "*** OPEN ITEM ***",
        "[AM comment: do we want to say this?]",
        "PLEASE CONFIRM WITH CONTROLLER.",
        "[Discuss.]",
        "[Draft language; subject to Audit Committee sign-off]",
    ),
    "leftovers.tandy": (
        "The Company acknowledges that it is responsible for the adequacy and accuracy of the disclosure.",
        "Changes to disclosure in response to staff comments do not foreclose the Commission.",
        "The Company acknowledges that it may not assert staff comments as a defense in any proceeding.",
    ),
    "periods.filed": (
        "The Company will revise the disclosure in its Form 10-K for the fiscal year ended December 31, 2020.",
        "As requested, we will add the table to our Form 10-K for the year ended December 31, 2020.",
    ),
    "periods.to_come": (
        "Net sales were $50 million for the quarter ended June 30, 2021.",
        "Cash was $9 million as of December 31, 2021.",
    ),
    "positions.admission": (
        "The amount in the table was reported in error.",
        "Upon review, we determined that revenue was overstated by $4 million because of a mistake in the schedule.",
        "The classification of cash flows in the filing was not correct.",
        "Due to an oversight, the table omitted $3 million of revenue.",
        "The amount was incorrectly classified as operating cash flow.",
        "We discovered that the balance had been double counted.",
        "The revenue figure in the table is wrong.",
    ),
    "positions.harm": (
        "Disclosing the target would put the Company at a competitive disadvantage.",
        "Disclosure would be competitively harmful.",
    ),
    "positions.immaterial": (
        "The Company believes that the effect was de minimis.",
        "The Company does not believe these amounts are material.",
        "The amounts were deemed insignificant.",
        "The Company concluded the omission was not material to investors.",
        "The Company views the adjustment as quantitatively and qualitatively immaterial.",
        "The adjustment did not have a material effect on the statements.",
        "There was no material impact on the Company.",
        "The Company deemed the sum to be trivial.",
    ),
    "positions.not_used": (
        "Renewal rates are not a metric used by management.",
        "Management does not utilize renewal rates to run the business.",
        "We do not manage our business by reference to renewal rates.",
        "Renewal rate is not a key performance indicator for the Company.",
        "Renewal rates are not used by management in running the business.",
        "The Company does not track renewal rates.",
        "Management does not regularly monitor backlog.",
        "Backlog is not considered a key metric.",
        "Neither management nor the board uses backlog to assess performance.",
        "Management no longer uses backlog in running the business.",
    ),
    "promises.endless": ("The Company will disclose every factor in all future filings.",),
    "promises.unplaced": (
        "The Company will expand its disclosure on leases.",
        "We will revise our disclosure about segments.",
    ),
    "wording.concessions": (
        "Our disclosure was deficient in this respect.",
        "The presentation was not in compliance with Item 10(e).",
        "We recognize that the disclosure did not comply with Regulation G.",
        "We should have disclosed the terms of the lease.",
        "The Company admits that the note was incomplete.",
        "We were required to disclose the lease and did not.",
        "The filing violated Regulation G.",
        "We acknowledge that our disclosure was misleading to investors.",
    ),
    "wording.doubled": ("The Company has has two plants.",),
    "wording.privilege": (
        "As our attorneys at Ash & Marlowe explained in their memorandum, the classification is sound.",
        "We obtained legal advice that the disclosure is sufficient.",
        "Legal counsel has informed us that no amendment is needed.",
        "Based on discussions with our outside counsel, the Company concluded that no change is needed.",
        "The internal investigation conducted by counsel found no wrongdoing.",
        "This sentence is protected by the attorney-client privilege.",
        "Counsel to the Company has opined that the risk is remote.",
        "Our lawyers warned that restating the table could prompt claims.",
        "The memorandum prepared by counsel supports this view.",
        "Per our general counsel, no reserve is needed.",
        "We have been advised by counsel that the claim lacks merit.",
    ),
    "wording.pronouns": (
        "Your management reviews the table each month.",
        "This is how your auditors see it.",
    ),
    "wording.tone": (
        "The Staff is incorrect in its reading of the table.",
        "We fail to see why this is relevant.",
        "With all due respect, the comment makes no sense.",
        "It is self-evident that the tables agree.",
        "The comment is unreasonable and burdensome.",
        "The Staff has plainly misunderstood the note.",
        "This comment is without merit.",
        "We strongly object to the comment.",
        "It should be obvious to the Staff that the tables agree.",
        "We are deeply sorry for this inexcusable lapse.",
    ),
}
"""By check, sentences of an answer in which it finds its fault."""

NEIGHBOURS = {
    "wording.privilege": (
        "The opinion of counsel is filed as Exhibit 5.1.",
        "The general counsel reports to the chief executive officer.",
        "Tax counsel has opined as stated in Exhibit 8.1.",
    ),
    "leftovers.notes": (
        "The notes to the financial statements say so.",
        "The Company confirms (see page 4) that the tables agree.",
        "The word “[sic]” stands in the comment.",
    ),
    "leftovers.blanks": ("The agreement [sic] ended in 2020.", "It is held by Super Bowl XX fans.", "* * *"),
    "positions.admission": (
        "No error was found in the tables.",
        "The committee considers whether a balance was overstated.",
    ),
    "authority.exists": (
        "The Company follows ASU 2016-02.",
        "SAB 99 asks for this.",
        "FAS 131 asked for this.",
    ),
    "answers.referrals": (
        "See our response to comment 7 in our letter dated May 6, 2019.",
        "See our responses to comments 1, 2 and 3.",
    ),
    "figures.words": (
        "Sales increased $6.0 million, or 12.0%, from $50.0 million to $56.0 million.",
        "Gross margin rose from 40.0% to 43.0%, an increase of 300 basis points.",
        "Labor of $10 million, steel of $12 million and freight of $8 million total $30 million.",
        "Net sales decreased by $9.0 million to $46.0 million from $55.0 million.",
        "Of the $12.0 million, $5.0 million was severance and $4.0 million was rent.",
        "Freight of $3.0 million represented 5% of cost of sales of $60.0 million.",
    ),
    "leftovers.names": ("The Calderon river lies nearby.", "The fixtures are sold in Ohio."),
    "leftovers.broken": ("There was no error; the reference source is public.",),
    "periods.filed": (
        "The Company will add the table to its Form 10-K for the year ending December 31, 2021.",
    ),
    "wording.doubled": ("The Company notes that that table had had no total.",),
}
"""By check, sentences that only look like it."""


def found(check: str, sentence: str, grave: bool = False) -> list[str]:
    """What that check alone says of the clean letter with that sentence."""
    row = next(c for c in CHECKS if c.id == check)
    letter = a_letter(changed(COMPANY, said(sentence)))
    marks = row.find(Reviewed(letter, a_letter(STAFF, "staff.txt"), the_matter(), others=OTHERS))
    kept = [m for m in marks if not (grave and (m.severity or row.severity) is not Severity.ERROR)]
    return [m.message + m.evidence for m in kept if m.comment in ("", "3")]


@pytest.mark.parametrize(("check", "sentence"), [(c, s) for c, told in FOUND.items() for s in told])
def test_a_fault_is_found_in_other_words(check: str, sentence: str) -> None:
    assert found(check, sentence)


@pytest.mark.parametrize(("check", "sentence"), [(c, s) for c, told in NEIGHBOURS.items() for s in told])
def test_a_neighbour_is_no_error(check: str, sentence: str) -> None:
    assert found(check, sentence, grave=True) == []


def test_whole_millions_that_miss_by_one_may_be_rounded() -> None:
    (told,) = found(
        "figures.words", "Costs of $30 million consisted of $10 million, $12 million and $9 million."
    )
    assert "rounding" in told
