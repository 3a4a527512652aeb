"""The sentences that an offline draft is made of: requests made whole, notes shaped, lines of a filing."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.domain import Fact, MatterFile, Passage, Precedent
from drafter.drafting.answers.treating import tasks_of
from drafter.drafting.checks.grounding import Admitted, judge
from drafter.drafting.disclosure.factors import factors
from drafter.drafting.disclosure.lines import line
from drafter.drafting.language.acronyms import in_words
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.days import spelled
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.turning import Voice
from drafter.drafting.language.undergoing import matter
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.footing import footed
from drafter.drafting.notes.ready import Told, Use, proposed, tell
from drafter.drafting.notes.shaping import sentence
from drafter.drafting.notes.soundness import sound
from drafter.drafting.planning.citing import current, lapsed
from drafter.drafting.planning.conditions import decide
from drafter.drafting.planning.disagreements import unsettled
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import Task, Treat
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.resolving import resolved_requests, whole_elements
from drafter.drafting.sentences.explaining import explanation
from drafter.requests import requests
from tests.conftest import a_comment, a_pair
from tests.test_drafted_branches import answered

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


@pytest.mark.parametrize(
    ("comment", "wanted"),
    [
        (
            "Please tell us whether kiln yield is a key metric. If so, disclose it for each period presented.",
            ["whether kiln yield is a key metric", "kiln yield for each period presented"],
        ),
        (
            "Please disclose your kiln yield and tell us how it is measured.",
            ["your kiln yield", "how your kiln yield is measured"],
        ),
        ("Please revise your disclosure on page 9 to describe the kilns.", ["the kilns"]),
        (
            "Please identify the bidder called Party A and state why talks with it ended.",
            ["the bidder called Party A", "why talks with the bidder called Party A ended"],
        ),
        ("Please disclose these kilns.", ["these kilns"]),
    ],
)
def test_a_pronoun_becomes_the_noun_it_stands_for(comment: str, wanted: list[str]) -> None:
    assert [r.object for r in resolved_requests(requests(comment))] == wanted


def test_each_element_has_its_own_noun() -> None:
    (request,) = requests("Please disclose the key assumptions used and how they were determined.")
    assert whole_elements(request) == ("the key assumptions used", "how the key assumptions were determined")


@pytest.mark.parametrize(
    ("element", "written"),
    [
        ("how the yield is measured", "The yield is measured as follows: [●]."),
        ("whether you use kilns", "We [●: do or do not] use kilns."),
        ("the amount of scrap", "The amount of scrap was [●]."),
        (
            "kiln utilization rate for each year",
            "The kiln utilization rate was [●] in [●: period], compared with [●] in [●: prior period].",
        ),
        (
            "a description of the material terms of your leases",
            "The material terms of our leases are as follows: [●].",
        ),
        ("this error", "[●: text of the revised disclosure]."),
        (
            "whether the Company offers rebates and the kind of rebate that is offered",
            "[●: whether we offer rebates and the kind of rebate that is offered].",
        ),
    ],
)
def test_a_line_of_the_filing_asserts_nothing_but_its_subject(element: str, written: str) -> None:
    (request,) = requests("Please disclose the matter in future filings.")
    task = Task(0, request, Treat.UNDERTAKE)
    assert line(task, element).replace("[●: the material terms of our leases]", "[●]") == written


@pytest.mark.parametrize(
    ("note", "shaped"),
    [
        (
            "Discount rate 11.5 percent; scrap growth of 3 percent a year.",
            "The discount rate was 11.5 percent and scrap growth was 3 percent a year.",
        ),
        ("Annual test date: October 1, 2024.", "The annual test date was October 1, 2024."),
        ("Largest kiln is in Duluth.", "The largest kiln is in Duluth."),
        ("Asked each year by the controller.", "This is asked each year by the controller."),
        ("Not an employee since 2016.", "This has not been an employee since 2016."),
        ("Kilns in operation since 2020.", "Kilns have been in operation since 2020."),
        ("Kiln expected to be ready by May 4, 2026.", "The kiln is expected to be ready by May 4, 2026."),
        ("Fair value of the kilns exceeded cost.", "The fair value of the kilns exceeded cost."),
        ("Page 48 text was shortened.", "The page 48 text was shortened."),
        ("Kiln costs: $4.1 million.", "Kiln costs were $4.1 million."),
    ],
)
def test_shorthand_becomes_a_sentence(note: str, shaped: str) -> None:
    assert sentence(note, Setting(COMPANY, "", "the kiln and its test")) == shaped


@pytest.mark.parametrize(
    ("shorthand", "written"),
    [
        ("at 12/31/25", "at December 31, 2025"),
        ("filed 11 Nov 2024", "filed November 11, 2024"),
        ("in Q3 2025 and 4Q24", "in the third quarter of 2025 and the fourth quarter of 2024"),
        ("113% FY25", "113% fiscal 2025"),
        ("in May we may", "in May we may"),
    ],
)
def test_days_and_periods_are_spelled_out(shorthand: str, written: str) -> None:
    assert spelled(shorthand) == written


@pytest.mark.parametrize(
    ("note", "comment", "written"),
    [
        ("KYR fell.", "your kiln yield ratio", "kiln yield ratio fell."),
        ("NKR fell.", "the net kiln retention rate", "net kiln retention rate fell."),
        ("KYR fell.", "your KYR, the kiln yield ratio", "KYR fell."),
        ("GAAP loss.", "a gross amount and a price", "GAAP loss."),
    ],
)
def test_an_acronym_is_said_in_the_words_of_the_comment(note: str, comment: str, written: str) -> None:
    assert in_words(note, comment) == written


@pytest.mark.parametrize(
    ("note", "sentence_"),
    [
        ("Permit granted 14 March 2025.", "The permit was granted on March 14, 2025."),
        ("No opinions relied on.", "No opinions were relied on."),
        ("Kiln 3 not tracked centrally.", "Kiln 3 is not tracked centrally."),
        ("1,140 kilns.", "There are 1,140 kilns."),
        ("Amended report to be filed in May.", "The amended report will be filed in May."),
        ("Fair value by discounted cash flow.", "Fair value is determined by discounted cash flow."),
        ("Yield: 8% FY26, 7% FY25.", "The yield was 8% for fiscal 2026 and 7% for fiscal 2025."),
        ("Kilns by state: Ohio 12%, Utah 9%.", "Kilns by state were as follows: Ohio, 12%; Utah, 9%."),
        (
            "Kiln permit, not the pit permit.",
            "There is a kiln permit, not the pit permit.",
        ),
        ("Kilns promised in 2016 were built by 2020.", "Kilns promised in 2016 were built by 2020."),
        ("The company and a holding company merged.", "The Company and a holding company merged."),
        ("No other kiln reached 5 percent.", "No other kiln reached 5 percent."),
        ("Orders doubled in 2024.", "Orders doubled in 2024."),
        ("The kilns closed early cooled in May.", "The kilns closed early cooled in May."),
    ],
)
def test_a_note_without_a_verb_becomes_a_sentence(note: str, sentence_: str) -> None:
    assert sentence(note, Setting(COMPANY, "", "the permit, the yield and the kiln")) == sentence_


@pytest.mark.parametrize(
    ("asked_", "answer"),
    [
        (
            "how it determined that kilns belong in inventory",
            "Kilns [●: do or do not] belong in inventory, because [●: each reason",
        ),
        (
            "how the kilns are tested",
            "The kilns are tested as follows: [●: steps for the kilns, by whom and how often",
        ),
        (
            "how it values its kilns",
            "It values its kilns as follows: [●: inputs and each step of the calculation of its kilns",
        ),
        (
            "whether the kilns are idle",
            "The kilns [●: are or are not] idle, because [●: each reason",
        ),
        (
            "whether it sells or leases kilns",
            "It [●: does or does not] sell or lease kilns, because [●: each reason",
        ),
        (
            "whether it has insured the kilns",
            "It [●: has or has not] insured the kilns: [●: when, how and",
        ),
        ("why the kilns are idle", "The kilns are idle because [●: each reason"),
        (
            "why it believes the kilns are assets",
            "It [●: believes or does not believe] that the kilns are assets, because [●: each reason",
        ),
        ("the number of kilns", "The number of kilns is [●: number of kilns"),
        (
            "the effects of idling on margins",
            "The effects of idling on margins are [●: each of the effects of idling",
        ),
        (
            "how it considered the kilns",
            "As to the kilns, [●: whether and how these were considered, by whom and when, on what facts ",
        ),
        ("how and why the kilns are idle", ""),
    ],
)
def test_a_question_becomes_the_statement_that_answers_it(asked_: str, answer: str) -> None:
    said = explanation(asked_, Scene.of(MatterFile()))
    assert said.startswith(answer)
    assert bool(said) == bool(answer)


@pytest.mark.parametrize(
    ("note", "figured"),
    [
        ("Kiln outages cost $3 million; weather $1 million.", []),
        ("Weather cost $1 million.", ["kiln outages"]),
    ],
)
def test_a_factor_with_its_figure_in_the_notes_needs_no_blank(note: str, figured: list[str]) -> None:
    comment = "You attribute the decrease in margin to kiln outages and weather. Please quantify each factor."
    (task,) = some_tasks(comment)
    said = " ".join(factors(comment, task, [note]) or [])
    assert [
        n for n in ("kiln outages", "weather") if f" percentage points were attributable to [{n}]" in said
    ] == figured


def test_superseded_law_is_cited_as_it_stands() -> None:
    assert current("ASC 840", date(2026, 5, 1)) == "ASC 842"
    assert current("ASC 840", date(2016, 5, 1)) == "ASC 840"
    assert [old for old, _ in lapsed("Refer to ASC 840 and ASC 842.", date(2026, 5, 1))] == ["ASC 840"]


def told(text: str) -> Told:
    return Told("fact:1", text, text, Use.STATE)


def some_tasks(comment: str) -> list[Task]:
    made = a_comment(comment)
    return list(tasks_of(made, resolved_requests(requests(comment)), Target.PERIODIC))


ASKED = "Please tell us whether any kiln is idle. If so, disclose the idle kilns in future filings."


def test_a_condition_that_the_notes_deny_closes_its_branch() -> None:
    question, change = some_tasks(ASKED)
    question = Task(question.index, question.request, question.treat, (told("No kiln is idle."),))
    assert decide([question, change], promised=False)[1].closed == "No kiln is idle."


def test_a_condition_that_the_notes_affirm_is_met() -> None:
    question, change = some_tasks(ASKED)
    question = Task(question.index, question.request, question.treat, (told("Kiln 3 is idle."),))
    assert decide([question, change], promised=False)[1].condition == ""


def test_a_condition_nobody_decides_stays() -> None:
    assert decide(some_tasks(ASKED), promised=False)[1].condition == "If so"


@pytest.mark.parametrize(
    ("note", "use"),
    [
        ("Kiln scrap rate of 12.1 percent for 2025.", Use.CONFIRM),
        ("Kiln scrap rate of 11.8 percent for 2025.", Use.STATE),
        ("Adjusted kiln scrap rate of 12.1 percent for 2025.", Use.STATE),
        ("Kiln scrap rate of 12.1 percent for 2024.", Use.STATE),
        ("The right kiln scrap rate is 12.1 percent.", Use.STATE),
        ("The table has the kiln scrap rate, less 2.4 percent for seconds.", Use.STATE),
    ],
)
def test_a_figure_other_than_the_comments_is_left_open(note: str, use: Use) -> None:
    (checked,) = unsettled([told(note)], "You present a kiln scrap rate of 11.8% for 2025.")
    assert checked.use is use


@pytest.mark.parametrize(
    ("note", "use"),
    [
        ("Idle kilns went from 12.3 to 19.2.", Use.CONFIRM),
        ("Idle kilns went from 12.3 to 21.9.", Use.STATE),
        ("Idle kilns went from 14.1 to 21.9.", Use.CONFIRM),
        ("Fired kilns went from 30.5 to 31.7.", Use.STATE),
        ("It should read from 12.3 to 19.2.", Use.STATE),
    ],
)
def test_a_movement_that_ends_or_starts_elsewhere_is_left_open(note: str, use: Use) -> None:
    (checked,) = unsettled([told(note)], "Idle kilns rose from $12.3 million to $21.9 million.")
    assert checked.use is use


def test_a_disputed_figure_stands_in_a_blank_beside_the_comments_own() -> None:
    (checked,) = unsettled(
        [told("Kiln scrap rate of 12.1 percent.")], "You present a kiln scrap rate of 11.8%."
    )
    assert proposed(checked) == (
        "[●: kiln scrap rate of 12.1 percent, where the comment says 11.8%, to be confirmed]."
    )


@pytest.mark.parametrize(
    ("notes", "text", "why"),
    [
        (
            [
                "The parent lent RMB 212.0 million, and RMB 40.5 million was repaid.",
                "The net amount is RMB 171.0 million.",
            ],
            "The net amount is [●: RMB 171.0 million, to be confirmed, as it does not foot].",
            "its parts come to RMB 171.5 million, not RMB 171.0 million",
        ),
        (
            ["Kilns in service: opening balance 80; retired (12); built 6; closing balance 75."],
            "Kilns in service: opening balance 80; retired (12); built 6; closing balance "
            "[●: 75, to be confirmed, as it does not foot].",
            "its parts come to 74, not 75",
        ),
        (
            ["Glaze cost $4.2 million and clay $3.1 million, in total $7.5 million."],
            "Glaze cost $4.2 million and clay $3.1 million, in total "
            "[●: $7.5 million, to be confirmed, as it does not foot].",
            "its parts come to $7.3 million, not $7.5 million",
        ),
    ],
)
def test_a_total_that_its_parts_do_not_come_to_is_left_open(notes: list[str], text: str, why: str) -> None:
    last = footed([told(note) for note in notes])[-1]
    assert (last.text, last.why) == (text, why)


@pytest.mark.parametrize(
    "notes",
    [
        [
            "The parent lent $212.0 million, and $40.5 million was repaid.",
            "The net amount is $171.5 million.",
        ],
        ["Glaze cost $4.2 million and clay $3.1 million, in total $7.3 million."],
        ["Glaze cost $4.24 million and clay $3.14 million, in total $7.4 million."],
        ["Of the total of $7.5 million, glaze was $4.2 million and clay $3.1 million."],
        ["Opening balance 80; retired (12); built 6; closing balance 74."],
        ["Glaze was $4.2 million in 2025 and $3.1 million in 2024.", "Total revenue was $90.4 million."],
        ["The sum of pages 12 and 14 is on page 27."],
    ],
)
def test_a_total_that_foots_or_has_no_parts_beside_it_stands(notes: list[str]) -> None:
    given = [told(note) for note in notes]
    assert footed(given) == tuple(given)


def test_a_set_formula_is_no_precedents_text() -> None:
    said = "The Company will remove it, beginning with its earnings release for the quarter ending June 30, 2025."
    admitted = Admitted.of(["it June 30, 2025"], [Precedent(a_pair(response=said), 0.9)])
    kept, found = judge("1", [Passage(said, ("comment",), (0,))], admitted)
    assert (kept[0].text, found) == (said, ())


def test_what_is_struck_leaves_no_blank_beside_a_full_answer() -> None:
    copied = "Our kilns are swept by a retired master sweep on alternate winter mornings."
    admitted = Admitted.of(["the kilns"], [Precedent(a_pair(response=copied), 0.9)])
    full = Passage("The kilns.", ("comment",), (0,))
    kept, found = judge("1", [Passage(copied, ("comment",), (0,)), full], admitted)
    assert kept == (full,)
    assert [f.check for f in found] == ["grounding.precedent_text"]


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("Reported scrap includes them", "includes"),
        ("Foundry agreed to reset the price", "agreed"),
        ("Kiln contracts run three years", "run"),
        ("Impairment of $3 million booked in May", ""),
        ("Net sales growth of 3 percent", ""),
        ("Glaze recognized over time because the buyer controls it", ""),
        ("Board concluded February 11, 2026", "concluded"),
        ("A report that covers all kilns", ""),
    ],
)
def test_a_verb_that_carries_a_sentence_is_told_from_plurals_and_participles(clause: str, verb: str) -> None:
    found = finite(clause)
    assert (found.said if found else "") == verb


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Lender agreed on May 3 to reset the price.", "The lender agreed on May 3 to reset the price."),
        (
            "Kiln closed in June 2025; 140 employees let go.",
            "The kiln was closed in June 2025; 140 employees were let go.",
        ),
        (
            "Backlog includes only signed orders; excludes options.",
            "Backlog includes only signed orders and excludes options.",
        ),
        (
            "We own 49% of Orland, partner has casting vote.",
            "The Company owns 49% of Orland and the partner has casting vote.",
        ),
        (
            "Policy adopted by board Feb 2024; reviewed annually.",
            "The policy was adopted by the board in February 2024 and is reviewed annually.",
        ),
        ("Reported scrap includes them.", "Reported scrap includes them."),
        ("CODM gets kiln yield every month.", "The CODM gets kiln yield every month."),
        (
            "$1.2 million in 2025, $0.9 million in 2024.",
            "The amounts were $1.2 million in 2025 and $0.9 million in 2024.",
        ),
        (
            "Write-downs FY26 $11.2m; FY25 $4.9m.",
            "Write-downs were $11.2 million for fiscal 2026 and $4.9 million for fiscal 2025.",
        ),
        (
            "Rate: SOFR plus 7.25%, matures March 14, 2029.",
            "The rate is SOFR plus 7.25%, with maturity on March 14, 2029.",
        ),
        (
            "Package: monthly income statement plus sales by kiln.",
            "The package consists of monthly income statement plus sales by kiln.",
        ),
        (
            "Kilns by state ($ millions): Ohio 4.1, Utah 2.0.",
            "Kilns by state were as follows: Ohio, $4.1 million; Utah, $2.0 million.",
        ),
        ("Not tracked by kiln.", "This is not tracked by kiln."),
        ("Pages 31 and 57 revised.", "Pages 31 and 57 have been revised."),
        ("None in Iran or Syria.", "There were none in Iran or Syria."),
        (
            "Range of loss $2-5 million; accrued $2 million.",
            "The range of loss was $2 million to $5 million and accrued $2 million.",
        ),
        (
            "Sales overstated $7.6 million in 2025, $2.2 million in 2024.",
            "Sales were overstated by $7.6 million in 2025 and $2.2 million in 2024.",
        ),
        ("Asked Holbrook for the letter on June 2.", "The Company asked Holbrook for the letter on June 2."),
        ("The board has NOT adopted anything.", "The board has not adopted anything."),
        (
            "Will disclose in the next 10-K.",
            "The Company will disclose this information in the next Form 10-K.",
        ),
        ("Adoption was left out.", "The adoption was omitted."),
        ("Kiln rents are left out because they recur.", "Kiln rents are omitted because they recur."),
        ("Oregon approved on May 3, 2025.", "Oregon approved on May 3, 2025."),
        (
            "Opening $9.0 million; additions $3.0 million; used $4.0 million; closing $8.0 million.",
            "The opening balance was $9.0 million; additions were $3.0 million; amounts used were $4.0 million; the "
            "closing balance was $8.0 million.",
        ),
        ("All drawn in May 2025.", "The full amount was drawn in May 2025."),
        ("True in 2022: no glazer was then above 8 percent.", "In 2022, no glazer was then above 8 percent."),
        (
            "Two tenants got rebates: rent cut from $40 to $25, May 1, 2025 to May 31, 2026.",
            "Two tenants received rebates: rent was cut from $40 to $25 from May 1, 2025 to May 31, 2026.",
        ),
        ("Rent forgone in fiscal 2025: $0.9 million.", "Rent forgone in fiscal 2025 was $0.9 million."),
        (
            "Kiln loan, Bank of Orme: SOFR plus 4.25 percent, matures June 30, 2028.",
            "The kiln loan with Bank of Orme bears interest at SOFR plus 4.25 percent and matures on June 30, 2028.",
        ),
        (
            "It is 12 percent since the purchase of Orland Clay, closed May 1, 2025.",
            "It is 12 percent since the purchase of Orland Clay, closed May 1, 2025.",
        ),
        (
            "Office at June 30, 2025: $9.1 million, 40 percent of it in Kent.",
            "The office at June 30, 2025 was $9.1 million, 40 percent of it in Kent.",
        ),
        ("Seven-member panel decides by majority vote.", "The seven-member panel decides by majority vote."),
        ("Three masters now, Dr. Orme and Dr. Pell.", "There are three masters now, Dr. Orme and Dr. Pell."),
    ],
)
def test_counsels_shorthand_reads_as_prose(note: str, written: str) -> None:
    assert sentence(note, Setting(COMPANY, "", "the kiln, the partner and the policy")) == written


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        (
            "Disclose the terms of your supply agreement.",
            "Three years, Canada and United States, either side may leave on 90 days' notice.",
            "The supply agreement has a term of three years and covers Canada and the United States, and either "
            "party may terminate it on 90 days' notice.",
        ),
        (
            "Disclose the terms of the credit facility.",
            "Revolver: $4.0 million outstanding at May 31, 2025, SOFR plus 3.50 percent, matures June 30, 2029.",
            "The revolver, of which $4.0 million was outstanding at May 31, 2025, bears interest at SOFR plus 3.50 "
            "percent and matures on June 30, 2029.",
        ),
        (
            "Disclose the terms of the notes payable to your founder.",
            "6 percent, due on demand, unsecured.",
            "The notes bear interest at 6 percent, are due on demand and are unsecured.",
        ),
        (
            "Describe the lease of the kiln.",
            "Ten years from May 1, 2023, two five-year options; rent $1.2 million a year, rising 3 percent every year.",
            "The lease has a term of ten years from May 1, 2023, provides for two five-year options and provides for "
            "rent of $1.2 million a year, rising 3 percent every year.",
        ),
        ("Describe the lease and the license.", "Ten years, exclusive.", "Ten years, exclusive."),
    ],
)
def test_terms_in_a_row_are_said_of_what_has_them(comment: str, note: str, written: str) -> None:
    assert sentence(note, Setting(COMPANY, comment, comment)) == written


def test_a_participle_goes_on_from_the_sentence_before_it() -> None:
    setting = Setting(COMPANY, "", "the kiln")
    assert sentence("Reviewed each year by the controller.", setting, "The policy is new.") == (
        "It is reviewed each year by the controller."
    )


@pytest.mark.parametrize(
    ("comment", "note", "written"),
    [
        (
            "Backlog of $231.9 million is not $212.4 million.",
            "Starts from 212.4. Add 14.1 for options.",
            "$14.1 million",
        ),
        ("Backlog rose.", "Add 14.1 for options.", "14.1 for options"),
    ],
)
def test_bare_amounts_have_the_unit_of_the_comment(comment: str, note: str, written: str) -> None:
    said = " ".join(t.text for t in tell([Fact("fact:1", "1", note)], Setting(COMPANY, comment, comment)))
    assert written in said
    assert ("million" in said) == ("$" in written)


def test_a_bare_list_follows_the_clause_before_it() -> None:
    notes = [Fact("fact:1", "1", "Method = variable costs only. Fuel, landing, crew travel.")]
    (one,) = tell(notes, Setting(COMPANY, "", "the method and fuel"))
    assert one.text == "The method is variable costs only: fuel, landing, crew travel."


def test_what_is_left_open_is_a_blank() -> None:
    notes = [Fact("fact:1", "1", "Kiln count by state. Leave open.")]
    assert [t.use for t in tell(notes, Setting(COMPANY, "", ""))] == [Use.OPEN]


def test_things_without_a_verb_stand_once_behind_the_name_of_what_they_are() -> None:
    notes = [told("Three-year term."), told("The kiln is idle."), told("Fixed rent.")]
    assert running(notes, "the terms of the lease") == (
        "The terms of the lease are as follows: three-year term. The kiln is idle. Fixed rent."
    )
    assert running([notes[0], notes[2]], "the terms of the lease") == (
        "The terms of the lease are as follows: (i) three-year term; and (ii) fixed rent."
    )
    assert running(notes[1:]) == "The kiln is idle. Fixed rent."
    assert (
        running([notes[1], told("So ASC 842.")]) == "The kiln is idle. [●: to be put into words: So ASC 842]."
    )


def test_a_figure_that_is_not_final_is_proposed() -> None:
    (one,) = tell(
        [Fact("fact:1", "1", "The kiln fee is about $9 million, number not final.")], Setting(COMPANY, "", "")
    )
    assert (one.use, proposed(one)) == (
        Use.CONFIRM,
        "[●: the kiln fee, proposed as about $9 million, to be confirmed].",
    )


@pytest.mark.parametrize(
    ("comment", "thing"),
    [
        ("The certifications omit the reference to kilns. Please confirm that you will include it.", "kilns"),
        ("You disclose kilns but not the kiln yields. Please disclose them.", "the kiln yields"),
        ("You disclose kilns. Please confirm that you will include it.", "include it"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_what_the_comment_says_is_missing(comment: str, thing: str) -> None:
    assert resolved_requests(requests(comment), comment)[-1].object.endswith(thing)


def test_please_advise_asks_for_what_the_sentence_before_it_does_not_understand() -> None:
    comment = "You present two columns. It is unclear how the yields tie to the kiln ledger. Please advise."
    assert resolved_requests(requests(comment), comment)[-1].object == "how the yields tie to the kiln ledger"


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The kiln yield is net output; scrap is not counted.", True),
        ("Cost overruns reduced fiscal 2025 gross profit by $14.2 million; weather by $3.9 million.", True),
        ("In May 2023 no yield was given to her; that began in July 2025.", True),
        ("All five current on interest.", False),
        ("The paid was $180,000 in 2025.", False),
        ("The kiln was not idle at year end; scrap: none.", False),
        ("The yield is $96.4 million is 15.8%.", False),
        ("+100 basis points => a loss.", False),
        ("Both!", False),
    ],
)
def test_only_what_has_a_true_subject_and_verb_stands_as_prose(text: str, stands: bool) -> None:
    assert sound(text) is stands


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Price list for both.", "There is a price list for both."),
        ("Bernadette: the statement was wrong.", "The statement was wrong."),
        ("Cause: scrap in the kiln, old glaze.", "The cause is scrap in the kiln, old glaze."),
        ("AY 2019: $9.6 million, AY 2020: $13.1 million", "The amount for accident year 2019 was $9.6 million "
            "and the amount for accident year 2020 was $13.1 million."),
        ("QP: Marit Oyelaran, employee.", "The qualified person is Marit Oyelaran, an employee."),
        ("+100bps WACC => impairment of $9m.", "An increase of 100 basis points in the weighted average "
            "cost of capital would result in an impairment of $9 million."),
        ("Paid: $180,000 in 2025.", "The Company paid $180,000 in 2025."),
    ],
)  # fmt: skip
def test_labels_and_arrows_become_sentences(note: str, written: str) -> None:
    assert sentence(note, Setting(COMPANY, "", "the kiln")) == written


def test_the_parts_of_an_amount_have_its_currency_and_unit() -> None:
    comment = "You attribute the €84 million increase in kiln costs to age."
    notes = [Fact("fact:1", "1", "Of the 84: repairs +61, labour +31, less 8 for returned kilns.")]
    (one,) = tell(notes, Setting(COMPANY, comment, comment))
    assert one.text == (
        "Of the €84 million, repairs accounted for €61 million, labour for €31 million "
        "and returned kilns for an offset of €8 million."
    )


@pytest.mark.parametrize(
    ("comment", "about"),
    [
        ("We note your lease with Orla Hobb. Please file the lease.", "the lease"),
        ("Please describe the kiln loan and tell us whether it was repaid.", "the kiln loan"),
        ("Please tell us whether the breach affected your customers.", "the breach"),
        ("Please tell us the nature of the $3.4 million charge in other expense.", "the charge"),
        ("Please tell us whether the audit committee approved it.", ""),
        ("Please name the kilns and describe the glazes.", ""),
    ],
)
def test_the_matter_of_a_comment_is_what_it_speaks_of_most_or_asks_about(comment: str, about: str) -> None:
    assert matter(comment) == about


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Three-year term to June 30, 2028.", "The lease has a three-year term to June 30, 2028."),
        ("Entered into in the ordinary course.", "This was entered into in the ordinary course."),
        ("Most that can be drawn is $4 million.", "The most that can be drawn is $4 million."),
        ("Proposals 2A (seats) and 2B, none conditioned on the other.", "The proposals are 2A (seats) and 2B, none "
            "conditioned on the other."),
    ],
)  # fmt: skip
def test_fragments_take_the_subject_that_they_lack(note: str, written: str) -> None:
    comment = "We note your lease with Orla Hobb. Please file the lease."
    assert sentence(note, Setting(COMPANY, comment, comment)) == written


@pytest.mark.parametrize(
    ("comment", "note", "said"),
    [
        ("Please tell us how kiln loans are rated.", "They have no kiln loans.", "it has no kiln loans."),
        ("Please tell us who holds the notes.", "They have no vote.", "they have no vote."),
        (
            "Please explain the suit.",
            "One suit, Dorne v. the Company, was filed in 2023.",
            "Dorne v. the Company, was",
        ),
        (
            "Please tell us who signs.",
            "Ostrow is redoing the report, and both geologists, T. Rund and C. Maple, will sign.",
            "T. Rund and C. Maple, will sign.",
        ),
    ],
)
def test_who_is_meant_and_who_is_named_between_commas_stay_as_they_are(
    comment: str, note: str, said: str
) -> None:
    assert said in answered(comment, f"## 1\n{note}").text


def test_a_week_or_a_part_of_a_month_is_proposed_as_the_day_of_an_amendment() -> None:
    comment = "Please amend your filing to include the signed report."
    week = answered(comment, "## 1\n10-K/A with full Item 8 will be filed the week of June 8.").text
    assert "[●: filing date of the amendment; proposed: the week of June 8, to be confirmed]" in week
    month = answered(comment, "## 1\nAuditor says end October, to be confirmed.").text
    assert "proposed: end October, to be confirmed]" in month
    assert month.count("end October") == 1


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Became probable on the order of January 14, 2026.", "became probable on the order"),
        ("June 2023 letter was right when written.", "the June 2023 letter was right when written."),
        (
            "Deal signed May 17, 2024, closed September 3, 2024 (Note 3).",
            "the deal was signed on May 17, 2024 and closed on September 3, 2024 (Note 3).",
        ),
        ("Deal closed in May.", "the deal closed in May."),
        ("First test after closing is June 30, 2025.", "the first test after closing is June 30, 2025."),
        ("Suits: 14 brought by water systems.", "there are 14 suits, brought by water systems."),
        (
            "Restricted net assets: $1,912 million, 61 percent of consolidated net assets.",
            "restricted net assets were $1,912 million, or 61 percent of consolidated net assets.",
        ),
        (
            "Management's reason: the cost falls unevenly over the years.",
            "is that the cost falls unevenly over the years.",
        ),
        (
            "Series C: $46.0 million gross, closed June 11, 2024.",
            "Series C was $46.0 million gross and closed on June",
        ),
        (
            "Tells readers, in words and in cents, how far rain moved earnings.",
            "in cents, how far rain moved earnings",
        ),
    ],
)
def test_shorthand_of_days_counts_and_sums_becomes_whole_sentences(note: str, said: str) -> None:
    assert said in answered("Please explain the kiln closure to us.", f"## 1\n{note}").text


def test_an_inference_is_drawn_in_a_sentence_and_a_sum_is_said_with_what_was_done() -> None:
    asked = "Please tell us how your contracts pass changes in cost on to customers."
    notes = "## 1\nPrice resets quarterly. So the pass-through is late by one quarter. So not hypothetical."
    text = answered(asked, notes).text
    assert "Accordingly, the pass-through is late by one quarter." in text
    assert "hypothetical" not in text
    paid = answered("Please tell us the terms of the license.", "## 1\nPaid to date $1.4 million.").text
    assert "$1.4 million has been paid to date." in paid


def test_what_has_to_be_looked_up_is_a_blank() -> None:
    notes = "## 1\n- Duration: ten years.\n- Termination: need to pull from section 11. Have not."
    text = answered("Please tell us the duration and the termination terms of the license.", notes).text
    assert "[●: termination" in text
    assert "ave not" not in text


def test_what_is_not_announced_stays_out_with_the_sentence_before_it() -> None:
    asked = (
        "Please tell us your capacity and how many kilns you run; we note the three kilns that you opened."
    )
    secret = "They have a fourth under construction. Board hasn't announced it."
    notes = f"## 1\n- Three kilns run, with 40 tonnes.\n- {secret}"
    text = answered(asked, notes).text
    assert "40 tonnes" in text
    assert "fourth" not in text
    assert "fourth" in answered(asked, "## 1\nFor the letter: a fourth kiln is under construction.").text


def test_that_neither_is_wrong_is_not_turned() -> None:
    text = answered("Please tell us which number is right.", "## 1\nNeither number is wrong.").text
    assert "not correct" not in text


@pytest.mark.parametrize(
    ("notes", "secret"),
    [
        (
            "- Rule 83: accrued at year end: $6.3 million.\n- Does the $6.3 include the kiln's own costs? Ask Rolf.",
            "6.3",
        ),
        ("- Confidential to us: the holder has asked for a buy-back. Nothing signed.", "igned"),
        ("- No one has yet concluded whether 2024 should have been split. The auditor is asking.", "asking"),
    ],
)
def test_what_is_kept_out_stays_out_in_each_of_its_pieces(notes: str, secret: str) -> None:
    text = answered(
        "Please tell us the amount accrued and whether segments were split.", f"## 1\n{notes}"
    ).text
    assert secret not in text
    assert "no one" not in text


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("No change to the cover page.", "does not propose any change to the cover page."),
        ("No minimum purchases.", "there are no minimum purchases."),
        ("Required 125 percent; actual at June 30, 2025, 118 percent.", "the required level is 125 percent"),
        ("Will drop the kiln from the next release. Prior periods recast.", "rior periods will be recast."),
        (
            "Client stops excluding kiln pay, beginning with the release for the quarter ending June 30, 2026. "
            "Prior periods recast.",
            "rior periods will be recast.",
        ),
        ("Kilns are fired twice. The comment does not ask.", "fired twice."),
        ("Kilns are fired twice. We are not conceding the 10-K was wrong.", "fired twice."),
        ("The old log does not show it; the kiln log of March 3, 2025 does.", "2025 does show it."),
    ],
)
def test_refusals_terms_and_promises_in_shorthand_keep_their_time(note: str, said: str) -> None:
    text = answered("Please explain the kiln closure to us.", f"## 1\n{note}").text
    assert said in text
    assert "not ask" not in text
    assert "conceding" not in text


def test_a_list_of_names_is_no_fact_to_come() -> None:
    text = answered(
        "Please tell us the states in which you fire kilns.", "## 1\nStates: Ohio, Texas, Utah."
    ).text
    assert "Ohio, Texas, Utah" in text
    assert "[●" not in text
