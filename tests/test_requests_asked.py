"""Sixty comments in the staff's many manners, with what each asks for set in double brackets."""

from __future__ import annotations

import re

import pytest

from drafter.evaluation.requests import one_to_one
from drafter.requests import requests

MARKED = re.compile(r"\[\[(.*?)\]\]", re.S)

COMMENTS = (
    # Registration statements
    "Prior to seeking effectiveness, [[please file the form of your underwriting agreement]].",
    "[[Please expand the disclosure on your cover page to state that your founder will hold most of the votes]] and "
    "[[explain what that means for other holders]].",
    "Your summary stresses your strengths. [[Balance it with an equally prominent discussion of your losses]].",
    "[[Please tell us the status of the leases]] and, to the extent that a lapse affects output, sales or costs, "
    "[[discuss it here]].",
    "We note the phrase “market-leading” on page 4. [[Provide us with support for this claim]], [[or delete it]].",
    "[[Add a risk factor about your single supplier]], [[or tell us why none is needed]].",
    "You refer to “synergies” on page 8 without saying what they are. [[Revise to identify them]] and, "
    "if you are able, "
    "[[quantify them]].",
    "[[Tell us, with a view toward disclosure, how you will fund operations over the next twelve months]].",
    "[[Include a statement of how long you can operate with the cash you now have]]. [[Also state the "
    "least amount you "
    "need for your plan]].",
    "[[Please revise your filing to include audited statements of the business that you bought]], [[or "
    "tell us how you "
    "concluded that Rule 3-05 of Regulation S-X does not require them]].",
    "[[Name the natural persons who hold voting or investment power over the shares held by Vale Partners]].",
    "You should [[identify the exemption you relied on for each sale]] and [[state the facts that made "
    "it available]].",
    "[[In an appropriate place in the prospectus, disclose the number of holders of record]].",
    "[[Please limit your summary to the key points]] and [[avoid repeating whole paragraphs from the body]].",
    "It appears that counsel’s opinion assumes that the shares were validly issued. [[Please have "
    "counsel remove this "
    "assumption]], [[or explain to us why it is appropriate]]. Refer to Staff Legal Bulletin No. 19.",
    "Please refer to Item 101(h)(4)(iv) of Regulation S-K. [[Describe the competitive conditions of your industry]].",
    "We note that your charter has an exclusive forum provision. [[Disclose whether it applies to actions under the "
    "Securities Act]]. If so, [[state that there is uncertainty whether a court would enforce it]].",
    "[[Please supplementally provide us with copies of all written communications that you have shown to "
    "investors in "
    "reliance on Section 5(d) of the Securities Act]].",
    "[[Revise the fee table to show the shares being registered for resale]]. [[Please also update your "
    "legal opinion]].",
    # Periodic reports
    "[[Supplementally explain to us why you believe that the two plants are not separate reporting units]]. In your "
    "response, [[tell us who reviews their results]].",
    "[[Advise us whether the notes were sold to affiliates]]. If so, [[disclose the amount that each of "
    "them bought]].",
    "It is not clear how you arrived at the 12% figure. [[Please show us your calculation]].",
    "[[Please have your auditor include its city and state in the signed report]].",
    "With regard to the change in estimate, [[please disclose its effect on net income and on earnings "
    "per share]], as "
    "ASC 250-10-50-4 requires.",
    "In future filings, [[separately present revenue from products and from services on the face of your income "
    "statement]], [[or explain to us why you do not think that Rule 5-03 of Regulation S-X calls for it]].",
    "[[Please clarify whether the distributor may return unsold goods]]. To the extent that it may, "
    "[[explain how you "
    "estimate returns]] and [[quantify them for each period]].",
    "We see that inventories doubled while sales fell. [[Describe for us the reasons]]; [[tell us how you determined "
    "that no write-down was needed]].",
    "[[Please confirm that you will include similar disclosure in your next annual report]].",
    "[[Quantify the impact of foreign exchange on cost of sales]]. In addition, [[discuss whether you expect it to "
    "recur]].",
    "You do not consolidate the trust. [[Tell us how you considered ASC 810-10-25-38A]] [[and what consideration you "
    "gave to the power that you hold over its servicing]].",
    "[[Please remove the measure]], [[or tell us why it does not substitute an individually tailored "
    "method]]. Refer to "
    "Question 100.04 of the Non-GAAP C&DIs.",
    "Your exhibit index lists the lease but the lease is not attached. [[Please file it]].",
    "[[Please amend your Form 10-K to include the report of management on internal control over financial "
    "reporting]]. Also [[consider whether its omission changes your conclusion on disclosure controls]].",
    "[[Tell us what percentage of your deposits came through brokers]] and [[explain how that share has changed]].",
    "[[Please discuss any known trends in net interest margin]], including what you expect if rates fall.",
    "We reissue comment 4. [[Please provide the disclosure that Item 404(a) of Regulation S-K calls for]].",
    "Where you describe the earn-out, [[please state the range of possible payments]]. Similarly, [[revise Note 7 to "
    "disclose it]].",
    "If the backlog figure includes unfunded orders, [[please say so]] and [[give the amount]].",
    "[[Please explain why the effective tax rate fell to 9%]], given that your statutory rate is 21%.",
    "Item 303(b)(2)(ii) of Regulation S-K asks for known uncertainties. [[Tell us how you considered it]].",
    "We note your response to prior comment 6. [[Please revise your proposed disclosure to use the words "
    "of the rule]]. "
    "[[Provide us with a draft of it]].",
    "[[Please tell us how you account for the rebates]] [[and the basis for your accounting]].",
    "We note that two customers owe most of your receivables. [[Please tell us how much they have paid "
    "since year end]], "
    "and, if they have paid little, [[explain why no further allowance is needed]].",
    "Your auditor’s report refers to the wrong year. [[Please obtain and file a corrected report]].",
    "[[Explain to us the business purpose of the sale to your chairman]]. [[Tell us who approved it]]. "
    "[[Disclose its "
    "terms in future filings]].",
    "It appears from your call of May 4, 2021 that you track same-store sales. [[Tell us why you do not "
    "discuss them]], "
    "[[or revise to do so]].",
    "[[Please disaggregate revenue into categories that depict how its nature and timing are affected by economic "
    "factors]]. Refer to ASC 606-10-50-5 and 55-89 through 55-91.",
    "We are unable to agree with your analysis. [[Please restate your statements of cash flows]], and "
    "[[label them as "
    "restated]].",
    "[[Please reconcile the 4,100 employees on page 6 to the 4,650 on page 31]].",
    "[[To the extent material, discuss the physical effects of a change in climate on your plants]]. We "
    "note that you "
    "said much of them elsewhere.",
    "[[Please present the most directly comparable GAAP measure first]], as Item 10(e)(1)(i)(A) of "
    "Regulation S-K asks.",
    "Your licence and your service are sold together. [[How did you decide that the licence is distinct?]]",
    "[[Please tell us when the plant will open again, what it will cost, and who will pay for it]].",
    # Points
    "Please tell us:\n• [[the date on which the contract was signed]];\n• [[the parties to it]]; and\n• "
    "[[any right to "
    "end it early]].",
    "With respect to your goodwill test, please address the following:\n• [[Tell us the date and results "
    "of your last "
    "test]].\n• [[Explain how you chose the discount rate]].\n• If a unit was at risk, [[disclose by how "
    "much its fair "
    "value exceeded its carrying value]].",
    "We note that you changed the life of your kilns.\n• [[Tell us why]].\n• [[Quantify the effect on "
    "depreciation]].",
    "For each reportable segment, please revise to disclose:\n(a) [[the measure of profit or "
    "loss]];\n(b) [[who uses it]]; "
    "and\n(c) [[how it is used]].",
    "The lease runs until May. [[Tell us who owns the kiln]]. To the extent that the works depend upon it, [[say so "
    "plainly]].",
    "[[Tell us how you concluded that the notes are equity]]. [[Address ASC 480-10-25-14 in your response, including "
    "who may call them]].",
    # What asks for nothing
    "We note your disclosure on page 12. We may have further comments when you have answered the others.",
    "You may redact the price. Please refer to Item 601(b)(10)(iv) of Regulation S-K.",
    "Please be advised that you are responsible for the accuracy of your disclosure.",
    "[[Please revise your discussion of liquidity so that it analyzes the drivers of cash flow and does not merely "
    "repeat the statement of cash flows]].",
)  # fmt: skip


def plain(comment: str) -> str:
    return comment.replace("[[", "").replace("]]", "")


def wanted(comment: str) -> list[tuple[int, int]]:
    """Where the marked requests stand, in words."""
    starts = ((part, len(plain(comment[: part.start()]).split())) for part in MARKED.finditer(comment))
    return [(start, start + len(part[1].split())) for part, start in starts]


@pytest.mark.parametrize("comment", COMMENTS, ids=lambda c: plain(c)[:50])
def test_what_a_comment_asks_for_is_found(comment: str) -> None:
    found = [(r.start, r.end) for r in requests(plain(comment))]
    spans = wanted(comment)
    assert len(one_to_one(spans, found)) == len(spans) == len(found), [
        r.text for r in requests(plain(comment))
    ]


def test_there_are_sixty_three_comments() -> None:
    assert len(COMMENTS) == 63
