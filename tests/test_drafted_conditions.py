"""That a condition is answered first: decided where the notes decide it, else one blank and both ways for counsel."""

from __future__ import annotations

import pytest

from drafter.domain import Filing, Finding, MatterFile
from drafter.drafting.planning.intents import KEPT, takes_out
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered, drafted

S1 = MatterFile(company="Windrush Kilns, Inc.", filings=(Filing("S-1"),))


def condition_notes(text: str, notes: str = "", matter: MatterFile = PERIODIC) -> list[Finding]:
    return [f for f in drafted(text, notes, matter).findings if f.check == "draft.condition"]


@pytest.mark.parametrize(
    ("comment", "blank", "case", "done"),
    [
        (
            "To the extent material, discuss the effects of drought on your kilns.",
            "The effects of drought on the Company's kilns [●: are or are not] material, because [●: amounts of",
            "To the extent that",
            "discuss them",
        ),
        (
            "If you hold any kiln leases, disclose their terms.",
            "The Company [●: does or does not] hold any kiln leases. [If ",
            "If so,",
            "disclose their terms",
        ),
        (
            "Please tell us whether you sell kiln credits and, if so and if material, disclose how this affects "
            "your results.",
            "[●: whether that is material, with the quantitative and qualitative basis]",
            "If so, and to the extent material,",
            "disclose how this affects",
        ),
        (
            "If retained, provide the table required by Item 10(e)(1)(i).",
            "The presentation on which the Staff comments [●: is or is not] retained. [If ",
            "If so,",
            "provide the table required by Item 10(e)",
        ),
        (
            "Please disclose the kiln surplus if significant in relation to total kilns.",
            "The kiln surplus [●: is or is not] significant in relation to total kilns. [If ",
            "If so,",
            "disclose the kiln surplus",
        ),
        (
            "If you cannot sell the kilns, disclose the reasons.",
            "The Company [●: can or cannot] sell the kilns. [If ",
            "If not,",
            "disclose the reasons",
        ),
        (
            "If no kilns were sold, disclose the reasons.",
            "[●: whether any kilns were sold, with the basis]",
            "If not,",
            "disclose the reasons",
        ),
        (
            "Please disclose, if true, that you hold the kiln licenses.",
            "The Company [●: does or does not] hold the kiln licenses, because [●: each reason",
            "If so,",
            "state this",
        ),
    ],
)
@pytest.mark.parametrize("matter", [PERIODIC, S1])
def test_an_open_condition_is_a_blank_and_what_is_done_where_it_is_met(
    comment: str, blank: str, case: str, done: str, matter: MatterFile
) -> None:
    answer = answered(comment, matter=matter)
    assert blank in answer.text
    case = f"[{case[:-1]}:" if case in {"If so,", "If not,"} else case
    assert case in answer.text
    assert done in answer.text[answer.text.find(case) :]
    filed = "has revised the disclosure on" if matter is S1 else "in future filings, beginning with"
    assert filed in answer.text
    assert answer.unanswered_requests == ()
    lines = [line for p in answer.passages if p.block for line in p.text.split("\n")]
    assert all(line.startswith("[") and line.endswith("]") for line in lines)


@pytest.mark.parametrize(
    ("comment", "line"),
    [
        (
            "If you hold any kiln leases, disclose their terms.",
            "[If we hold any kiln leases: Their terms are as follows: [●].]",
        ),
        (
            "To the extent material, disclose your kiln costs.",
            "[To the extent material: Our kiln costs were $[●] in the quarter ended June 30, 2026, "
            "compared with $[●] in "
            "the same quarter of the preceding year.]",
        ),
        (
            "Please state, if true, that you lease kilns.",
            "[If true: We lease kilns [●: client to confirm this statement].]",
        ),
        (
            "Please disclose your kilns. If you lease any kilns, disclose that fact.",
            "[If so: We lease kilns.]",
        ),
        (  # a condition at the end of one request is none of the next
            "Please disclose the value of the pledged kilns, if it is material, and describe the lender's remedies.",
            "[To the extent material: The value of the pledged kilns was [●].]",
        ),
        (  # “that amount” is what was asked for before
            "Tell us the amount of rebates received in 2024. To the extent material, disclose that amount.",
            "[To the extent material: The amount of rebates received was [●].]",
        ),
        (  # “it” is what the condition is on
            "Please present the GAAP margin. If you regard Kiln EBITDA as a liquidity measure, reconcile it to cash "
            "flows from operating activities; if not, delete the description.",
            "[If we regard Kiln EBITDA as a liquidity measure: The following table reconciles Kiln EBITDA to cash "
            "flows from operating activities for the quarter ended June 30, 2026 and the same quarter of the preceding "
            "year: "
            "cash flows from operating activities, $[●] and $[●]; [●: each adjustment, by name], $[●] and $[●]; Kiln "
            "EBITDA, $[●] and $[●].]",
        ),
        (
            "Tell us the amount and, if you apply a threshold other than $300,000, disclose it in each annual report.",
            "[If we apply a threshold other than $300,000: The threshold is [●].]",
        ),
        (
            "Please describe for us the sites. To the extent material, address the related risks in your future risk "
            "factors.",
            "[To the extent material: The related risks are as follows: [●].]",
        ),
        (
            "To the extent tariffs have cut your margins, revise future filings to say so instead of warning of it.",
            "[To the extent tariffs have cut our margins: Tariffs have cut our margins [●: client to confirm this "
            "statement].]",
        ),
    ],
)
def test_what_hangs_on_an_open_condition_is_proposed_in_brackets_behind_it(comment: str, line: str) -> None:
    lines = [said for p in answered(comment).passages if p.block for said in p.text.split("\n")]
    assert [said for said in lines if said.startswith("[") and not said.startswith("[●")] == [line]


def test_the_points_of_a_list_are_weighed_one_by_one() -> None:
    answer = answered(
        "To the extent material, discuss how drought affects you, such as through: \u2022 lower demand for "
        "kilns; and \u2022 higher cost of clay."
    )
    assert [p.text for p in answer.passages if p.text.startswith("\u2022")] == [
        "\u2022 lower demand for kilns: [\u25cf: whether material, with the quantitative and qualitative basis];",
        "\u2022 higher cost of clay: [\u25cf: whether material, with the quantitative and qualitative basis].",
    ]
    assert "To the extent that it concludes that any of these matters is material" in answer.text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please tell us if these charters predate the spin-off and are reflected in the statements.",
            "[●: whether these charters predate the spin-off and are reflected in the statements, with the basis",
        ),
        (
            "Please tell us whether the permit is transferable and expires in 2030.",
            "[●: whether the permit is transferable and expires in 2030, with the basis",
        ),
        (
            "Please tell us whether the tugs are leased from a founder and operate under its flag.",
            "[●: whether the tugs are leased from a founder and operate under its flag, with the basis",
        ),
        (
            "Please tell us whether the fees are refundable and payable in cash, because",
            "The fees [●: are or are not] refundable and payable in cash, because",
        ),
    ],
)
def test_no_verb_of_a_question_is_said_as_a_fact(comment: str, said: str) -> None:
    assert said in answered(comment, "", PERIODIC).text


def test_a_condition_of_the_last_of_what_is_included_stays_with_it() -> None:
    text = answered(
        "Describe the outages, including their length and the cost to you, if material.", "", FILED_S1
    ).text
    assert "to describe the outages, including their length and the cost to it, if material." in text


def test_one_condition_of_several_requests_has_one_blank() -> None:
    text = (
        "If you offer units, list them as separate securities, describe their terms and file the unit agreement "
        "as an exhibit."
    )
    answer = answered(text, matter=S1)
    assert answer.text.count("The Company [●: does or does not] offer units.") == 1
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    "comment",
    [
        "Please discuss the taxes that may be due if the kilns are moved.",
        "Please clarify whether the forum applies only if a court has no jurisdiction.",
        "Please discuss the effect on your margins if the price of clay rose by a tenth.",
        "Please describe the fees payable to the adviser if the kilns are not sold by June.",
        "Please discuss the amounts that you could be required to repay to the extent that a kiln is not finished.",
        "Please expand the discussion to quantify the change from new kilns, old kilns, if material, and price.",
    ],
)
def test_a_supposition_inside_what_is_asked_is_no_condition(comment: str) -> None:
    answer = answered(comment, matter=S1)
    assert answer.blanks[:2] == ("page number", "amendment number")
    assert "If so" not in answer.text
    assert len(answer.blanks) == 2


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please discuss the kilns you have closed, and if you have changed the plan for the others.",
            "We [●: have or have not] changed the plan for the others",
        ),
        (
            "Please address in your response if the kiln leases contain a purchase option.",
            "The kiln leases [●: do or do not] contain a purchase option, because [●: each reason",
        ),
        (
            "Please explain to us why, if true, you cannot count the tiles that are returned.",
            "[●: whether the Company can count the tiles that are returned and, if not, why",
        ),
    ],
)
def test_an_if_that_asks_is_a_question_and_no_condition(comment: str, said: str) -> None:
    answer = answered(comment)
    assert said in answer.text
    assert "If so" not in answer.text


@pytest.mark.parametrize(
    ("comment", "blank"),
    [
        (
            "Please tell us whether the waiver binds buyers of kilns. If the waiver does not bind buyers of kilns, "
            "please confirm that you will say so in the bylaws.",
            "The waiver [●: does or does not] bind buyers of kilns, because [●: each reason",
        ),
        (
            "If all kilns of the group are not counted each month, please explain to us which are left out.",
            "[●: whether all kilns of the group are counted each month, with the basis",
        ),
        (
            "Please disclose, if true, that you include kiln rent in cost of sales. If such rent is not included, "
            "please tell us why not.",
            "The Company [●: does or does not] include kiln rent in cost of sales: [●: what is included",
        ),
    ],
)
def test_a_case_that_is_denied_is_the_other_branch_of_one_blank(comment: str, blank: str) -> None:
    answer = answered(comment)
    assert answer.text.count(blank) == 1
    assert "[If not: The Company" in answer.text


@pytest.mark.parametrize(
    ("comment", "blank"),
    [
        (
            "Please describe, if material, how you share kiln fees with brokers.",
            "whether the way in which the Company shares kiln fees with brokers is material",
        ),
        (
            "To the extent applicable and if material, provide disclosure about your use of peat in kilns.",
            "The Company's use of peat in kilns [●: is or is not] applicable and material, because [●: amounts",
        ),
        (
            "Please revise future filings to clarify that kiln rent is not tracked, if appropriate.",
            "whether kiln rent is not tracked",
        ),
        (
            "Please disclose the acreage. If leased kilns are assigned to sites that expire, disclose the steps.",
            "Leased kilns [●: are or are not] assigned to sites that expire. [If ",
        ),
        (
            "Please disclose the threshold you use for spill reports, if it is other than $300,000.",
            "The threshold [●: is or is not] other than $300,000. [If ",
        ),
        (
            "To the extent material, describe any concentration of kiln buyers and how it bears on your liquidity.",
            "whether any concentration of kiln buyers is material",
        ),
        (
            "We note reports that two of your kilns exploded in March. Please tell us whether this occurred and, if "
            "so, revise future filings so that the risk is not presented as hypothetical.",
            "whether two of the Company's kilns exploded in March, with the basis",
        ),
    ],
)
def test_a_condition_without_a_subject_names_what_is_asked_for(comment: str, blank: str) -> None:
    assert blank in answered(comment).text


def test_a_condition_goes_on_where_the_next_sentence_asks_of_the_same_thing() -> None:
    text = (
        "If you intend to offer units, please describe their terms. Please also have counsel revise its opinion to "
        "cover such units. Please also update the risk factors."
    )
    said = [p.text for p in answered(text, matter=S1).passages]
    assert "[If so: The Company has revised the disclosure" in said[0]
    assert said[1].startswith("[If so: Counsel has revised its opinion to cover such units.")
    assert not said[2].startswith("[If so")


def test_an_exhibit_under_a_condition_is_filed_where_it_is_met() -> None:
    text = "Please tell us whether you commissioned the kiln survey. If so, please file the consent of its author."
    last = answered(text, matter=S1).passages[-1].text
    assert last.startswith(
        "[If so: The Company has filed the consent of the author of the kiln survey as Exhibit"
    )
    assert last.endswith("Amendment No. [●: amendment number].]")


@pytest.mark.parametrize("matter", [PERIODIC, S1])
def test_counsel_is_told_what_the_answer_says_either_way(matter: MatterFile) -> None:
    (note,) = condition_notes("If you hold any kiln leases, disclose their terms.", matter=matter)
    where = "in future filings" if matter is PERIODIC else "on page [●: page number]"
    assert f"If it is met: “The Company will disclose their terms {where}" in note.message
    assert (
        "If it is not: “As [●: the fact by which it is not], the Company does not propose to" in note.message
    )


@pytest.mark.parametrize(
    "notes", ["## 1\nThe Company holds kiln leases in Ohio.", "## 1\nThe Company holds no kiln leases."]
)
def test_a_condition_that_the_notes_decide_is_no_question_for_counsel(notes: str) -> None:
    assert condition_notes("If you hold any kiln leases, disclose their terms.", notes) == []


RATIO = (
    "Your kiln ratio excludes scrap. Please revise to identify it as a non-GAAP measure, or remove it. "
    "If retained, provide the table required by Item 10(e)(1)(i)."
)


@pytest.mark.parametrize(
    "notes",
    [
        "We will keep the measure.",
        "keep it. will label & reconcile",
        "The Company will not remove the ratio.",
        "We're not taking it out.",
        "The ratio stays in.",
        "Retaining the measure, with a new label.",
        "The Company will continue to present the ratio.",
    ],
)
def test_what_is_kept_meets_the_condition_that_it_is_retained(notes: str) -> None:
    answer = answered(RATIO, f"## 1\n{notes}")
    assert "whether retained" not in answer.text
    assert "table required by Item 10(e)(1)(i)" in answer.text
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    "notes", ["Taking it out.", "The ratio was removed.", "We will drop it: the ratio comes out."]
)
def test_what_goes_out_closes_the_condition_that_it_is_retained(notes: str) -> None:
    answer = answered(RATIO, f"## 1\n{notes}")
    assert "retained" not in answer.text
    assert "table required" not in answer.text


@pytest.mark.parametrize(
    ("said", "kept", "out"),
    [
        ("We will keep the measure.", True, False),
        ("Keep this out of the letter.", False, False),
        ("Keep it between us.", False, False),
        ("The table has not been removed.", False, False),
        ("We are not removing it.", True, False),
        ("We removed it.", False, True),
        ("no longer keep the measure", False, False),
    ],
)
def test_keeping_and_taking_out_are_told_apart(said: str, kept: bool, out: bool) -> None:
    assert (bool(KEPT.search(said)), takes_out(said)) == (kept, out)


TRACKED = (
    "Please revise to disclose kiln costs by site. If you do not track costs by site, explain why and disclose "
    "costs by type."
)


def test_a_condition_that_something_is_not_so_is_met_by_a_sentence_that_denies_it() -> None:
    answer = answered(
        TRACKED, "## 1\nThe Company does not track costs by site because crews move between sites."
    )
    assert "does not propose" not in answer.text
    assert "because crews move between sites" in answer.text
    assert not any(b.startswith("whether") for b in answer.blanks)


# What answers beside conditions


def test_if_not_so_state_is_said_by_the_denial() -> None:
    text = "Please disclose whether you have any plans to sell kilns and, if not, so state."
    answer = answered(text, "## 1\nThe Company has no plans to sell kilns.", S1)
    assert "so state" not in answer.text
    assert "to disclose that the Company has no plans to sell kilns." in answer.text
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    ("notes", "taken"),
    [
        ("Mr. Alder has been added as a signatory.", True),
        ("The new kiln table is on page 19 of Amendment No. 1.", True),
        ("Mr. Alder is not a signatory because he holds no office.", False),
    ],
)
def test_a_note_with_the_verb_of_a_branch_takes_it(notes: str, taken: bool) -> None:
    text = "Please add Mr. Alder as a signatory, or explain why you believe that he need not sign."
    answer = answered(text, f"## 1\n{notes}", S1)
    assert ("has revised the disclosure" in answer.text) == taken
    assert "why the Company believes" not in answer.text


# Questions under a condition


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please tell us whether you test kilns each year. If not, please tell us why.",
            "[If not: The Company advises the Staff as follows: [●: each reason, with the facts that carry it].]",
        ),
        (
            "If you hold kiln leases, please tell us how you account for them.",
            "The Company [●: does or does not] hold kiln leases. [If so: The Company accounts",
        ),
        (
            "If you hold kiln leases, please tell us how you account for them.",
            "[If so: The Company accounts for the kiln leases as follows: [●: ",
        ),
        (
            "Tell us whether the lease is a finance lease. If so, tell us the basis for that conclusion; if not, tell "
            "us why not.",
            "[If not: The Company advises the Staff as follows: [●: each reason, with the facts that carry it].]",
        ),
    ],
)
def test_a_question_under_an_open_condition_is_answered_for_where_it_is_met(comment: str, said: str) -> None:
    answer = answered(comment)
    assert said in answer.text
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    ("comment", "notes", "matter", "says"),
    [
        (
            "Tell us whether you paid for the kiln survey. If you did, identify Ostlund Clay as an expert and file its "
            "consent. Refer to Rule 436.",
            "We did not pay for it.",
            S1,
            "Accordingly, the Company does not believe that it is required by Rule 436 to identify Ostlund Clay as an "
            "expert or to file the consent of Ostlund Clay, and it has not done so.",
        ),
        (
            "Please tell us whether any customer bought 10% or more of your kilns and, if so, name the customer in "
            "future filings and state the percentage.",
            "None did. Largest was 7%.",
            PERIODIC,
            "Accordingly, the Company does not propose to name the customer or to state the percentage.",
        ),
    ],
)
def test_all_that_hangs_on_a_condition_that_fails_falls_in_one_sentence(
    comment: str, notes: str, matter: MatterFile, says: str
) -> None:
    answer = answered(comment, f"## 1\n{notes}", matter)
    assert says in answer.text
    assert answer.text.count("Accordingly") == 1
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    ("comment", "notes", "says"),
    [
        (
            "Please disclose an estimate of the loss beyond the accrual or, if you cannot make one, state that fact "
            "and tell us what you have done to develop an estimate.",
            "No estimate can be made until sampling ends.\nClient will say so from the next Form 10-Q.",
            "state that it cannot make an estimate of the loss beyond the accrual.",
        ),
        (
            "Please disclose the status of the kiln claim and an estimate of the possible loss. If an estimate cannot "
            "be made, say so and tell us what you have done to develop an estimate.",
            "Discovery is open. No estimate can be made before it ends.",
            "state that an estimate cannot be made.",
        ),
    ],
)
def test_what_the_notes_say_cannot_be_done_is_stated_and_the_effort_left_open(
    comment: str, notes: str, says: str
) -> None:
    answer = answered(comment, f"## 1\n{notes}")
    assert says in answer.text
    assert "say so" not in answer.text
    assert any("done to" in blank for blank in answer.blanks)


@pytest.mark.parametrize(
    ("comment", "notes", "says"),
    [
        (
            "Please tell us why you left the kiln segment out. If the segment was discontinued, tell us how you "
            "considered ASC 205-20.",
            "The segment was not discontinued, only moved to tiles.",
            "Accordingly, the question of how it considered ASC 205-20 does not arise.",
        ),
        (
            "Tell us whether the kilns can be redeemed. To the extent that they can, disclose the price.",
            "The kilns are not redeemable.",
            "Accordingly, the Company does not propose to disclose the price.",
        ),
        (
            "Please confirm that all kilns passed the test. If any kiln did not, identify the kiln in future filings.",
            "",
            "[●: if true: the Company confirms that all kilns passed the test]",
        ),
    ],
)
def test_a_condition_is_decided_by_a_denial_under_any_request(comment: str, notes: str, says: str) -> None:
    text = answered(comment, f"## 1\n{notes}" if notes else "").text
    assert says in text
    assert "[●: whether" not in text


def test_a_promise_of_the_other_case_leaves_the_denied_one_closed() -> None:
    text = (
        "Please tell us whether your ferry leases are material. If they are, please amend your filing to provide the "
        "disclosure required by Item 101. If they are not, please remove the statement on fleet size."
    )
    notes = "## 1\n- Client's view: not material.\n- The fleet sentence comes out, beginning with the 10-K for 2026."
    said = answered(text, notes).text
    assert "ferry leases are not material" in said
    assert "Amendment" not in said
    assert "will remove the statement on fleet size in future filings" in said


def test_no_is_an_answer_and_the_sentence_behind_it_stands_by_itself() -> None:
    answer = answered(
        "Please tell us whether the agent consented.", "## 1\n- No. The deed asks for no consent."
    )
    assert "the agent did not consent. The deed asks for no consent." in answer.text


def test_what_is_asked_otherwise_is_done_where_the_condition_fails() -> None:
    text = answered("If you track kiln bookings, define kiln bookings; otherwise, remove the chart.").text
    assert "The Company [●: does or does not] track kiln bookings." in text
    assert "[If not: The Company will remove the chart in future filings" in text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please tell us, with reference to ASC 606, whether Ovenby is your customer, your agent or a buyer.",
            "Ovenby is [●: the Company's customer, its agent or a buyer], because [●: each reason",
        ),
        (
            "Please tell us whether the kiln contract is a lease or a service contract.",
            "The kiln contract is [●: a lease or a service contract",
        ),
        (
            "Please tell us whether kiln rebates are recorded as a cost or as a reduction of revenue.",
            "Kiln rebates are recorded [●: as a cost or as a reduction of revenue",
        ),
        (
            "Please tell us whether your kiln fees are cost-based or market-based.",
            "[●: whether the Company's kiln fees are cost-based or market-based",
        ),
        (
            "Please tell us whether any director is an officer or a partner of a supplier.",
            "[●: no director, or which, by name and title] is an officer or a partner of a supplier.",
        ),
        (
            "Please tell us whether there were any changes in law or market.",
            "There [●: were or were no] changes in law or market",
        ),
        (
            "In future filings, state whether you use outside assayers; page 9 refers to one but not by name.",
            "We [●: do or do not] use outside assayers.",
        ),
    ],
)
def test_a_question_which_of_several_takes_no_yes_or_no(comment: str, said: str) -> None:
    assert said in answered(comment).text


POINTS = (
    "Please address the following:\n• Your note uses 2% as the share of loss. Tell us how you chose that share.\n"
    "• The rollforward shows 71 kilns, but the text refers to 75. Please advise or revise.\n"
    "• Tell us the kiln rent."
)


@pytest.mark.parametrize(
    ("comment", "notes", "said", "never"),
    [
        (POINTS, "", "the Staff observes that the rollforward shows 71 kilns", "matter raised"),
        (
            "Counsel assumes that the kiln board was quorate. Please have counsel revise.",
            "",
            "Counsel has revised its opinion. The revised opinion is filed as Exhibit",
            "to have counsel revise",
        ),
        (
            "Please disclose the rate and amount of the kiln loan.",
            "Rate is 8 percent. Amount to be repaid waits for the price.",
            "[●: amount to be repaid",
            "[●: amount]",
        ),
    ],
)
def test_a_blank_asks_for_what_the_comment_or_the_note_names(
    comment: str, notes: str, said: str, never: str
) -> None:
    text = answered(comment, f"## 1\n- {notes}" if notes else "", S1).text
    assert said in text
    assert never not in text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please ensure that future filings contain a kiln table.",
            "will include a kiln table in future filings",
        ),
        (
            "Please ensure that your future filings include the table of kiln ages.",
            "will include the table of kiln",
        ),
        (
            "Please tell us why the kiln rent is netted and revise future filings accordingly.",
            "revise future filings",
        ),
    ],
)
def test_future_filings_are_no_thing_to_be_disclosed(comment: str, said: str) -> None:
    text = answered(comment).text
    assert said in text
    assert "Future filings" not in text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "If any kiln is idle, disclose its name. If none is, please say so in future filings.",
            "state that no kiln is idle.]",
        ),
        (
            "If you hold any idle kilns, disclose their number. If none are, state so.",
            "state that it holds no idle kilns.]",
        ),
        (
            "Once you have set the glaze price, please explain how it compares.",
            "once it has set the glaze price.",
        ),
        (
            "Disclose kiln rents, net of sublease income, or direct us to the note in which they appear.",
            "will disclose kiln rents, net of sublease income in future filings",
        ),
        (
            "Revise to discuss the ruling and, if you plan to appeal, the expected timing.",
            "will discuss the ruling in future filings",
        ),
        (
            "Please quantify for us, and disclose in future filings if material, the gain on kiln sales.",
            "The gain on kiln sales was [●:",
        ),
    ],
)
def test_the_case_a_request_is_for_is_told_apart_from_what_it_asks(asked: str, said: str) -> None:
    assert said in answered(asked, "").text


def test_a_table_asked_for_by_its_columns_stands_in_the_letter() -> None:
    asked = "Please provide us with a schedule of the kilns sold, showing the date and the price of each."
    text = answered(asked, "").text
    assert (
        "The schedule of the kilns sold is as follows: [●: schedule with the date and the price of each"
        in text
    )
    assert "under separate cover" not in text


def test_if_it_did_not_is_met_where_the_answer_denies_the_verb_that_was_asked() -> None:
    asked = (
        "Please tell us whether your assessment of control over kiln safety covered the Tarn works. If it did not, "
        "please revise management's report to say so."
    )
    assert "[If not" not in answered(asked, "## 1\nTarn was not covered.").text
    assert "[If not" in answered(asked, "## 1\nThe works were bought in May.").text
