"""What the notes deny or leave open is not asserted, promised or reported as done."""

from __future__ import annotations

import pytest

from drafter.domain import MatterFile
from drafter.drafting.notes.pending import undecided
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered

INTEREST = (
    "Please tell us whether any director has an indirect interest in the Rowan contract. If so, please provide the "
    "disclosure required by Item 404(a) of Regulation S-K in future filings."
)
DEPOSITS = (
    "Please tell us the amount of deposits from related parties at year end. If material, disclose the amount in "
    "future filings."
)
TARGETS = (
    "Please tell us the performance targets for the 2025 bonus. If you believe that disclosure would result in "
    "competitive harm, please give us your analysis."
)


@pytest.mark.parametrize(
    ("comment", "notes", "has", "without"),
    [
        (
            INTEREST,
            "- Contract with Rowan: $860,000 in 2025.\n- Whether Ms. Teal has one is still with outside counsel.",
            ("[If so: The Company will in future filings",),
            ("\n\nThe Company will",),
        ),
        (  # facts beside the question, which answer it neither way
            "Please tell us whether the incident affected customer data. If it did, please disclose in future filings "
            "the number of customers affected.",
            "- Forensics still working on it. Systems were back up on October 19.",
            ("ystems were back up on October 19.", "[If so: The Company will in future filings"),
            ("\n\nThe Company will", "working on it"),
        ),
        (  # a denial that is no clause
            "Please disclose in future filings the nature of the material weakness. If the weakness has been "
            "remediated, please say so and describe how you tested it.",
            "- Weakness was in count controls at Dayton.\n- Not remediated, testing runs through third quarter.",
            ("Not remediated, testing runs through third quarter. Accordingly,",),
            ("As not",),
        ),
        (
            DEPOSITS,
            "- $12.6 million.\n- Whether that is material: controller is looking at it, let you know.",
            ("deposits from related parties at year end was $12.6 million", "[●: is or is not] material"),
            ("\n\nThe Company will disclose",),
        ),
        (
            TARGETS,
            "- Revenue target was $40.0 million. Client will not disclose the visit target. It shows "
            "where clinics open next.",
            ("It shows where clinics open next",),
            ("nothing to report", "does not believe that disclosure"),
        ),
    ],
)
def test_a_condition_that_the_notes_leave_open_stays_open_and_a_refusal_denies_none(
    comment: str, notes: str, has: tuple[str, ...], without: tuple[str, ...]
) -> None:
    text = answered(comment, f"## 1\n{notes}", PERIODIC).text
    assert all(words in text for words in has), text
    assert not any(words in text for words in without), text


def test_what_hangs_on_a_thing_that_nothing_was_done_of_is_not_reported_as_done() -> None:
    text = answered(
        "Tell us the source of the survey. If the survey was commissioned by you, file the consent of its author.",
        "## 1\n- Source is the 2024 Dairy Institute survey, free to all.\n- Nothing commissioned.",
        FILED_S1,
    ).text
    assert (
        "As nothing was commissioned, the Company has not filed the consent of the author of the survey."
        in text
    )
    assert "has filed" not in text


@pytest.mark.parametrize(
    ("comment", "notes", "matter", "has", "without"),
    [
        (  # the thing that is to be described is denied
            "Please disclose in future filings the terms of your interest rate swaps, including their maturities.",
            "- They have no swaps. The term loan is hedged with a cap of June 2024.",
            PERIODIC,
            (
                "The Company respectfully advises the Staff that it has no swaps.",
                "not propose to add that disclosure",
            ),
            ("will disclose", "expected to read"),
        ),
        (
            "Please revise future filings to describe the restrictions on cash held in Brazil and quantify the amount "
            "restricted.",
            "- No restrictions. Brazil holds $3 million, freely transferable.",
            PERIODIC,
            ("there are no restrictions", "does not propose to add that disclosure"),
            ("will",),
        ),
        (  # of an alternative the branch that the denial answers, whatever else is promised
            "Please disclose in future filings the number of franchised clinics, or tell us why you do not believe it "
            "is necessary.",
            "- No franchised clinics. All 212 are owned.\n- Client will change the word on page 6 in the next 10-K.",
            PERIODIC,
            ("no franchised clinics. All 212 are owned", "will change the word on page 6"),
            ("will disclose the number",),
        ),
        (  # a proposition that is denied
            "Please disclose that your founder controls the lessor of the plant. Also disclose the annual rent.",
            "- Founder sold his interest in March 2023; does not control the lessor.\n- Rent $1.4 million a year.",
            FILED_S1,
            ("the Company has not added that disclosure", "to state that rent was $1.4 million"),
            ("to disclose that its founder", "also discloses that"),
        ),
        (
            "Please disclose that your founder controls the lessor of the plant.",
            "- Yes, he controls the lessor through a trust. Page 88.",
            FILED_S1,
            ("has revised",),
            ("has not",),
        ),
        (
            "Please file your agreement with Halvor Logistics as an exhibit.",
            "- There is no agreement with Halvor, they ship on purchase orders.",
            FILED_S1,
            ("nothing to file in this respect",),
            ("has filed",),
        ),
        (
            "Please provide us with a copy of the lock-up agreement with Castell.",
            "- Castell never signed a lock-up.",
            FILED_S1,
            ("nothing to provide in this respect",),
            ("is providing",),
        ),
        (
            "Please discuss in future filings the reasons for the increase in warranty expense.",
            "- Warranty didn't increase, it went down: $8.1 million against $9.4 million.",
            PERIODIC,
            ("it went down", "does not propose to add that disclosure"),
            ("will discuss",),
        ),
        (
            "Please disclose that you will be a controlled company and describe the exemptions on which you will rely.",
            "- We won't be a controlled company. Largest holder goes to 31 percent.",
            FILED_S1,
            ("will not be a controlled company", "has not added that disclosure"),
            ("has revised",),
        ),
        (
            "Please state that your auditor is not registered and add a risk factor on the consequences.",
            "- Auditor is registered, firm ID 6011, since 2012.",
            FILED_S1,
            ("has not added that disclosure",),
            ("has revised", "has also added"),
        ),
        (
            "If your quarry is in the exploration stage, please revise future filings to say so.",
            "- It isn't. Reserves were declared in 2021.",
            PERIODIC,
            ("does not propose",),
            ("expected to read",),
        ),
        (
            "Please describe in future filings the earn-out arrangements with the sellers of Quill.",
            "- Deal has no earn-out. Purchase price was all cash at closing, $22 million.",
            PERIODIC,
            ("the deal has no earn-out", "does not propose to add that disclosure"),
            ("will describe",),
        ),
        (
            "Please disclose that your largest customer has given notice that it will not renew, and describe the "
            "effect on your revenue.",
            "- They haven't given notice. Contract renewed on February 1 for two years.",
            FILED_S1,
            ("renewed on February 1", "has not added that disclosure"),
            ("has revised",),
        ),
        (  # the other of two times
            "To the extent you entered into the hedges after year end, disclose their terms in future filings.",
            "- Entered into December 3, 2025, before year end.",
            PERIODIC,
            ("does not propose to disclose their terms",),
            ("will disclose",),
        ),
        (  # a reproach is no sentence of the letter
            "Please amend your filing to include an audit report that covers all periods.",
            "- Wrong on the report. It covers both years.",
            PERIODIC,
            ("does not propose to amend the filing",),
            ("rong on", "will file"),
        ),
        (  # what is promised all the same
            "Please disclose in future filings the terms of your swaps.",
            "- They have no swaps. Will say so in the next 10-K.",
            PERIODIC,
            ("have no swaps", "will"),
            ("does not propose",),
        ),
        (  # what the comment itself says was not done
            "Please revise to explain why the board did not accept the clay offer.",
            "- The board did not accept it because no bank stood behind it.",
            FILED_S1,
            ("to state that the board did not accept",),
            ("has not added",),
        ),
        (  # a part that is denied, or a wider or a narrower thing
            "Please disclose in future filings your impairment testing policy.",
            "- There was no impairment.",
            PERIODIC,
            ("will disclose",),
            ("does not propose",),
        ),
    ],
)
def test_what_the_notes_deny_is_not_promised_or_reported_as_done(
    comment: str, notes: str, matter: MatterFile, has: tuple[str, ...], without: tuple[str, ...]
) -> None:
    text = answered(comment, f"## 1\n{notes}", matter).text
    assert all(words in text for words in has), text
    assert not any(words in text for words in without), text


def test_changed_pages_state_only_what_is_known_and_an_open_question_takes_what_hangs_on_it() -> None:
    text = answered(
        "Please disclose the terms of your supply agreement with Norl, the amounts purchased in each period, and "
        "whether you expect to meet the minimum and, if not, the consequences.",
        "## 1\n- Agreement dated May 4, 2023, five years.\n- Amounts purchased: finance has not run that yet.\n"
        "- Whether they meet the minimum: procurement will know in August.",
        FILED_S1,
    ).text
    assert "to disclose the terms of its supply agreement with Norl." in text
    assert "[●: the amounts purchased in each period (finance)]" in text
    assert "the Company expects to meet the minimum and, if not, the consequences (procurement)]" in text


@pytest.mark.parametrize(
    ("said", "before", "thing"),
    [
        (
            "Whether he is independent: the board takes it up in May.",
            "",
            "whether he is independent (the board)",
        ),
        ("Whether the lease renews is not yet decided.", "", "whether the lease renews"),
        (
            "Whether it is renewed is still with outside counsel.",
            "",
            "whether it is renewed (outside counsel)",
        ),
        ("Transfer agent hasn't come back on holders.", "", "holders (transfer agent)"),
        ("Decision on the plant goes to the board in September.", "", "decision on the plant"),
        ("Yard quotes not in yet.", "", "yard quotes"),
        ("Holder hasn't told us who votes the shares.", "", "who votes the shares (Holder)"),
        ("Reasons for the second kiln: Marta owes us a page.", "", "reasons for the second kiln (Marta)"),
        ("FP&A has the monthly split.", "", "the monthly split (FP&A)"),
        ("Treasury has the right to call the notes.", "", ""),
        ("Nobody has answered for the subsidiaries.", "", "for the subsidiaries"),
        ("From us, Corwin has not answered yet.", "", "from us (Corwin)"),
        ("The agency has not answered the petition.", "", ""),
        (
            "Tenants and other regions still with asset management.",
            "",
            "tenants and other regions (asset management)",
        ),
        ("The controls stay open until the committee has met.", "", "the controls (the committee)"),
        (
            "Whether they met in between, the bankers are checking.",
            "",
            "whether they met in between (the bankers)",
        ),
        (
            "Form 8-K or the next report: not settled, ask Pia which she likes.",
            "",
            "Form 8-K or the next report, as the Company decides",
        ),
        ("Exhibit 10.4 or none at all: Ulla has not decided.", "", "Exhibit 10.4 or none at all (Ulla)"),
        (
            "Whether the mill is idle for good waits for the board in May.",
            "",
            "whether the mill is idle for good (the board)",
        ),
        ("Where the yields came from I cannot say; ask FP&A.", "", "where the yields came from (FP&A)"),
        ("How the fee was set is not something anybody has told us.", "", "how the fee was set"),
        ("No one at the depot could say why the count stops in June.", "", "why the count stops in June"),
        ("Nobody has asked them yet whether it changes their view.", "", "whether it changes their view"),
        ("Price cap: nobody remembers whether there is one.", "", "price cap"),
        ("2023 is with plant accounting, who are slow.", "", "2023 (plant accounting)"),
        ("Claims: we have not recorded any recovery.", "", ""),
        ("How each plan pays is set out in Note 9.", "", ""),
        ("What we said in 2021 held until March.", "", ""),
        ("We have not determined whether the leases will be renewed.", "", ""),
        ("Amount from treasury.", "", "amount (treasury)"),
        ("Ottilie, do we know why?", "", "why"),
        ("Do we know why, Ottilie?", "", "why"),
        ("Nobody has heard from Castor Rail.", "", "Castor Rail"),
        ("Open until then.", "whether it renews", "whether it renews"),
        ("Going concern memo same.", "whether it renews", "going concern memo"),
        ("By how many points finance has not worked out.", "", "by how many points (finance)"),
        ("The auditor is asking whether it was split.", "", "whether it was split (the auditor)"),
        ("The 2024 split has to be rebuilt, data team says May.", "", "the 2024 split (data team)"),
        ("Whether the swap qualifies: yes, since 2023.", "", ""),
        ("Whether any are affiliates: not one.", "", ""),
        ("Whether or not it renews, the fee is due.", "", ""),
        ("The rate is the same.", "whether it renews", ""),
    ],
)
def test_a_question_that_somebody_is_to_decide_is_open(said: str, before: str, thing: str) -> None:
    assert undecided(said, before) == thing


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        (
            "Nobody has answered for the kiln affiliates.",
            "[●: any compensation received from Norl, as to the kiln affiliates]",
        ),
        (
            "Compensation: Osric Vane has not told us.",
            "[●: any compensation received from Norl (Osric Vane)]",
        ),
    ],
)
def test_a_bare_word_for_what_is_open_takes_what_the_staff_asks_of_it(note: str, blank: str) -> None:
    asked = "Please disclose the fee payable to Vane & Co. and any compensation received from Norl."
    text = answered(
        asked, f"## 1\n- Vane's fee is $2.4 million, all of it due at closing.\n- {note}", FILED_S1
    ).text
    assert blank in text
    assert "to disclose the fee payable to Vane & Co." in text
    assert "disclose any compensation" not in text


@pytest.mark.parametrize(
    ("open_", "blank"),
    [
        ("Lisbon plan: to be confirmed.", "[●: how each plan meets the conditions, as to the Lisbon plan]"),
        (
            "Other plans: Dana is still looking.",
            "[●: how each plan meets the conditions, as to the other plans (Dana)]",
        ),
        ("Discount rate: to be confirmed.", "[●: the discount rate]"),
        ("Method (cost or market): ask Priscilla.", "[●: method, cost or market (Priscilla)]"),
        ("Turnover: leave open.", "[●: turnover]"),
    ],
)
def test_a_part_of_what_is_asked_is_open_with_what_is_asked_of_it(open_: str, blank: str) -> None:
    asked = "Please tell us how each plan meets the conditions, addressing funding and the discount rate."
    text = answered(
        asked, f"## 1\n- The Porto plan is funded each year from a trust.\n- {open_}", FILED_S1
    ).text
    assert blank in text


@pytest.mark.parametrize(
    ("asked", "notes", "said", "unsaid"),
    [
        (
            "It appears that your backlog includes unfunded orders. Please revise to exclude them. Also disclose how "
            "you treat cancelled orders.",
            "## 1\n- Unfunded orders have never been in backlog (page 47, first paragraph).\n"
            "- Cancelled orders come out in the month of the cancellation. Client will add that.",
            "unfunded orders have never been in backlog (page 47, first paragraph). Accordingly, the Company has made "
            "no change in this respect.",
            "on page 47 of",
        ),
        (
            "Please revise to remove the pro forma savings from net loss per share.",
            "## 1\n- Pro forma savings are not part of net loss per share.",
            "Accordingly, the Company has made no change in this respect.",
            "has revised",
        ),
        (
            "Please file the tax opinion as an exhibit. If counsel is unable to opine on any material tax consequence, "
            "explain why and disclose the risk to investors.",
            '## 1\n- The opinion is Exhibit 8.1. It is a "will" opinion on every tax consequence.',
            "Exhibit 8.1",
            "risk to investors",
        ),
        (
            "Please file the appraisal. If the appraiser cannot value the kiln, explain why and describe the range of "
            "doubt.",
            "## 1\n- The appraisal is Exhibit 99.2. It puts the kiln at $4.1 million. There is no doubt.",
            "Exhibit 99.2",
            "cannot value",
        ),
    ],
)
def test_what_the_notes_deny_is_neither_promised_nor_told_as_done(
    asked: str, notes: str, said: str, unsaid: str
) -> None:
    text = answered(asked, notes, FILED_S1).text
    assert said in text
    assert unsaid not in text
