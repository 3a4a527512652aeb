"""What a letter is for, in many wordings."""

from __future__ import annotations

import pytest

from drafter.domain import Kind, Line, Side
from drafter.parsing import parse

COMPANY = """March 4, 2021
VIA EDGAR
U.S. Securities and Exchange Commission
Division of Corporation Finance
100 F Street, N.E.
Washington, D.C. 20549
Attention: Ada Ashdown
Re: Harrowgate Tools, Inc.
{form}
Ladies and Gentlemen:
{body}
Very truly yours,
HARROWGATE TOOLS, INC.
By: /s/ Edwin Marl
Edwin Marl
Chief Financial Officer"""

STAFF = """March 4, 2021
Edwin Marl
Chief Financial Officer
Harrowgate Tools, Inc.
40 Quarry Road
Harrowgate, IL 60601
Re: Harrowgate Tools, Inc.
{form}
Dear Mr. Marl:
{body}
Sincerely,
Division of Corporation Finance
Office of Manufacturing"""

LETTERS = {Side.COMPANY: COMPANY, Side.STAFF: STAFF}

ANNUAL = "Form 10-K for the Fiscal Year Ended December 31, 2019\nFile No. 001-98001"
OFFERING = "Registration Statement on Form S-1\nFile No. 333-298001"
EXCHANGE = "Registration Statement on Form 10-12B\nFile No. 001-98001"
DRAFT = "Draft Registration Statement on Form F-1 Submitted January 5, 2021\nCIK No. 0009800001"

COMPANY_ACCELERATION = (
    (
        OFFERING,
        "Pursuant to Rule 461 under the Securities Act of 1933, Harrowgate Tools, Inc. hereby requests "
        "acceleration of the effective date of the above-referenced Registration Statement so that it "
        "may become effective at 4:00 p.m., Eastern Time, on March 8, 2021, or as soon thereafter as "
        "practicable.\n"
        "The Company hereby authorizes Ash & Marlowe LLP to orally modify or withdraw this request.",
    ),
    (
        OFFERING,
        "In accordance with Rule 461 promulgated under the Securities Act of 1933, as amended, we "
        "respectfully request that the effectiveness of the above-captioned Registration Statement be "
        "accelerated to 4:30 P.M. on Monday, March 8, 2021.\n"
        "Please call Rowan Ash of Ash & Marlowe LLP at (312) 555-0142 once it has been declared "
        "effective.",
    ),
    (
        OFFERING,
        "As representatives of the several underwriters, we hereby join in the request of Harrowgate "
        "Tools, Inc. for acceleration of the effective date of the Registration Statement so that it "
        "becomes effective as of 4:00 p.m. on March 8, 2021.\n"
        "Pursuant to Rule 460, we advise you that approximately 1,200 copies of the preliminary "
        "prospectus were distributed.",
    ),
    (
        OFFERING,
        "We request that the Registration Statement be declared effective on March 8, 2021 at 9:00 a.m. "
        "or as soon as practicable thereafter.\n"
        "The Company acknowledges that:\n"
        "• should the Commission or the staff declare the filing effective, it does not foreclose the "
        "Commission from taking any action;\n"
        "• the Company may not assert staff comments as a defense.",
    ),
    (
        OFFERING,
        "Harrowgate Tools, Inc. (the “Registrant”) would like to have the registration statement on "
        "Form S-1 become effective at 3:00 p.m. on March 8, 2021. It therefore asks that the Commission "
        "take appropriate action under Rule 461 to accelerate effectiveness.",
    ),
    (
        EXCHANGE,
        "Pursuant to Section 12(d) of the Securities Exchange Act of 1934, Harrowgate Tools, Inc. "
        "respectfully requests that the effective date of its Registration Statement on Form 10 be "
        "accelerated to March 8, 2021 at 5:00 p.m.\n"
        "We would appreciate a telephone call when the order is signed.",
    ),
)
COMPANY_EXTENSION = (
    (
        ANNUAL,
        "We have received your letter dated February 18, 2021. As discussed with Ms. Ashdown by "
        "telephone, the Company requests an extension of ten business days and expects to respond by "
        "March 18, 2021.",
    ),
    (
        ANNUAL,
        "This will confirm our telephone conversation of today, in which you agreed that the Company "
        "may respond to the Staff’s comment letter dated February 18, 2021 no later than March 19, "
        "2021.",
    ),
    (
        ANNUAL,
        "Harrowgate Tools, Inc. is in receipt of the comment letter of February 18, 2021. Because our "
        "team is busy with the annual report, we need additional time. We intend to file our response "
        "on or before March 26, 2021.",
    ),
    (
        ANNUAL,
        "On behalf of Harrowgate Tools, Inc. we write about the Staff’s letter of February 18, 2021. "
        "The Company plans to submit its response during the week of March 22, 2021. Thank you for your "
        "courtesy.",
    ),
    (
        ANNUAL,
        "As we discussed, the Company respectfully asks for more time to answer the comments in your "
        "letter dated February 18, 2021. We anticipate providing our reply within fifteen business days "
        "from the date of this letter.",
    ),
    (
        ANNUAL,
        "We acknowledge receipt of your February 18, 2021 letter. The Company is working on its "
        "responses and will provide them by Friday, March 26, 2021. Please call me at (312) 555-0142 "
        "with any question.",
    ),
    (
        ANNUAL,
        "Per your conversation with our counsel, the due date of our response to your letter dated "
        "February 18, 2021 is extended to March 26, 2021.",
    ),
)
COMPANY_SUPPLEMENTAL = (
    (
        OFFERING,
        "In connection with the Registration Statement, we supplementally furnish to the Staff under "
        "separate cover the materials asked for in comment 4 of its letter dated February 18, 2021, and "
        "ask that they be returned under Rule 418(b).",
    ),
    (
        OFFERING,
        "This supplemental letter adds to our letter of February 26, 2021. Enclosed is the graphic that "
        "the Company expects to use on the inside cover of the prospectus.",
    ),
    (
        OFFERING,
        "To supplement our response letter dated February 26, 2021, the Company advises the Staff that "
        "it now estimates a price range of $[***] to $[***] per share.",
    ),
    (
        OFFERING,
        "On behalf of Harrowgate Tools, Inc., we are providing this supplemental information in "
        "connection with comment 12 of the Staff’s letter dated February 18, 2021, to assist the Staff "
        "in its review of share-based compensation.",
    ),
)
COMPANY_RESPONSE = (
    (
        ANNUAL,
        "We are writing in response to the comment in your letter dated February 18, 2021.\n"
        "1. Please tell us why gross margin fell.\n"
        "Response: It fell on volume. Should the Staff agree, the Company would ask for acceleration by "
        "March 9, 2021.\n"
        "In due course the Company will request acceleration of the effective date of its registration "
        "statement.",
    ),
    (
        ANNUAL,
        "This letter responds to your letter of February 18, 2021. The Company will file an amendment "
        "no later than March 19, 2021 that revises Item 9A as you ask, and has attached a draft of the "
        "revised disclosure as Annex A.",
    ),
    (
        ANNUAL,
        "The Company confirms, in answer to your letter dated February 18, 2021, that it will in future "
        "filings state the conclusion of its principal officers on disclosure controls at the end of "
        "the period, beginning with its Form 10-Q for the quarter ending March 31, 2021.",
    ),
    (
        ANNUAL,
        "Set out below are the Company’s responses to the oral comments of the Staff given on March 1, "
        "2021.\n"
        "Comment: Why was the table left out?\n"
        "Response: It was left out by mistake and has been added.",
    ),
    (
        ANNUAL,
        "Reference is made to your comment letter dated February 18, 2021.\n"
        "1. Please file the agreement.\n"
        "The agreement is filed as Exhibit 10.4 to Amendment No. 2, which we submit today. We request "
        "acceleration of effectiveness to March 8, 2021.",
    ),
)
COMPANY_OTHER = (
    (
        OFFERING,
        "Pursuant to Rule 477 under the Securities Act of 1933, Harrowgate Tools, Inc. hereby requests "
        "the withdrawal of its Registration Statement on Form S-1, which has not been declared "
        "effective. No securities were sold.",
    ),
    (
        OFFERING,
        "Harrowgate Tools, Inc. hereby withdraws its request of March 1, 2021 for acceleration of the "
        "effective date of the above Registration Statement.",
    ),
    (
        OFFERING,
        "Please be advised that the Company’s counsel has changed. All further letters should be sent "
        "to Ash & Marlowe LLP at 2 Mill Lane, Chicago, Illinois.",
    ),
)
STAFF_NO_REVIEW = (
    (
        OFFERING,
        "This is to advise you that we have not reviewed and will not review your registration "
        "statement.\n"
        "Please refer to Rules 460 and 461 regarding requests for acceleration. We remind you that the "
        "company and its management are responsible for the accuracy and adequacy of their disclosures.\n"
        "Please contact Ada Ashdown at (202) 551-0100 with any questions.",
    ),
    (
        OFFERING,
        "We do not intend to review your registration statement. We will consider a written request for "
        "acceleration as confirmation that those requesting it are aware of their responsibilities.\n"
        "Please contact Ada Ashdown at 202-551-0100.",
    ),
    (
        OFFERING,
        "Our preliminary review shows that we will not conduct a review of your filing. You may request "
        "acceleration of effectiveness under Rule 461.",
    ),
    (
        DRAFT,
        "We will not review your draft registration statement. Please note that you must publicly file "
        "it at least 15 days before any road show.\n"
        "Please contact Ada Ashdown at 202-551-0100 with any questions.",
    ),
)
STAFF_REVIEW_COMPLETED = (
    (
        ANNUAL,
        "We have completed our review of your filing. We remind you that the company and its management "
        "are responsible for the accuracy and adequacy of their disclosures, notwithstanding any "
        "review, comments, action or absence of action by the staff.",
    ),
    (
        ANNUAL,
        "We have completed our review of your filings and do not have any further comments at this time.",
    ),
    (
        ANNUAL,
        "We issued comments to you on the above captioned filing on January 11, 2021. As of the date of "
        "this letter, you have satisfied them and our review is now complete.",
    ),
    (
        ANNUAL,
        "We have completed our review of your response dated February 26, 2021 and have no further "
        "comments. All persons who are responsible for the filing are urged to be certain that it "
        "includes the information required.",
    ),
    (ANNUAL, "We have concluded our review of the preliminary proxy statement referenced above."),
)
STAFF_COMMENTS = (
    (
        ANNUAL,
        "We have reviewed your filing and have the following comment. Please respond within ten "
        "business days.\n"
        "Form 10-K for the Fiscal Year Ended December 31, 2019\n"
        "Liquidity, page 31\n"
        "1. Please tell us why cash fell.\n"
        "You may contact Ada Ashdown at (202) 551-0100.",
    ),
    (
        ANNUAL,
        "We have limited our review of your filing to the financial statements and related disclosures "
        "and have the following comments.\n"
        "General\n"
        "1. You do not disclose the rate. Please revise.\n"
        "2. Explain the change in method.\n"
        "We have no further comments until you amend. Please contact Ada Ashdown at (202) 551-0100.",
    ),
    (
        ANNUAL,
        "We have reviewed your response letter dated February 26, 2021 and have the following comments. "
        "Unless we note otherwise, our references to prior comments are to comments in our February 18, "
        "2021 letter.\n"
        "1. We note your response to prior comment 3. Please tell us the rate.\n"
        "Please contact Ada Ashdown.",
    ),
    (
        DRAFT,
        "We have reviewed your draft registration statement and have the following comments.\n"
        "Please respond to this letter by providing the requested information and either submitting an "
        "amended draft registration statement or publicly filing your registration statement on EDGAR.\n"
        "Cover Page\n"
        "1. State the price range.\n"
        "2. Name the underwriters.\n"
        "Please contact Ada Ashdown at 202-551-0100.",
    ),
    (
        DRAFT,
        "We have conducted a limited review of your registration statement and have the following "
        "comment.\n"
        "Please respond to this letter by amending your registration statement.\n"
        "General\n"
        "1. We note that your annual report for 2020 is not on file. Please file it before "
        "effectiveness.\n"
        "We remind you that the company is responsible. Refer to Rules 460 and 461 regarding requests "
        "for acceleration. Please allow adequate time for us to review any amendment prior to the "
        "requested effective date.",
    ),
)

CASES = [
    *((Side.COMPANY, Kind.ACCELERATION, *one) for one in COMPANY_ACCELERATION),
    *((Side.COMPANY, Kind.EXTENSION, *one) for one in COMPANY_EXTENSION),
    *((Side.COMPANY, Kind.SUPPLEMENTAL, *one) for one in COMPANY_SUPPLEMENTAL),
    *((Side.COMPANY, Kind.RESPONSE, *one) for one in COMPANY_RESPONSE),
    *((Side.COMPANY, Kind.OTHER, *one) for one in COMPANY_OTHER),
    *((Side.STAFF, Kind.NO_REVIEW, *one) for one in STAFF_NO_REVIEW),
    *((Side.STAFF, Kind.REVIEW_COMPLETED, *one) for one in STAFF_REVIEW_COMPLETED),
    *((Side.STAFF, Kind.COMMENTS, *one) for one in STAFF_COMMENTS),
]


@pytest.mark.parametrize(
    ("side", "kind", "form", "body"), CASES, ids=lambda v: v[:40] if isinstance(v, str) else None
)
def test_a_letter_tells_who_wrote_it_and_what_for(side: Side, kind: Kind, form: str, body: str) -> None:
    text = LETTERS[side].format(form=form, body=body)
    letter = parse([Line(row) for row in text.splitlines()], "letter").letter
    assert (letter.side, letter.kind) == (side, kind)
