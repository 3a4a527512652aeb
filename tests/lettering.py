"""Response letters of an invented company in any numbers, labels and looks, with what must be read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.domain import Line
from drafter.parsing import Parsed

LOOKS = {"": (False, False, False), "B": (True, False, False), "I": (False, True, False)}
LOOKS |= {"BI": (True, True, False), "U": (False, False, True)}

HEAD = (
    ("March 4, 2021", ""),
    ("VIA EDGAR", ""),
    ("U.S. Securities and Exchange Commission", ""),
    ("Division of Corporation Finance", ""),
    ("100 F Street, N.E.", ""),
    ("Washington, D.C. 20549", ""),
    ("Re: Harrowgate Tools, Inc.", "B"),
    ("Form 10-K for the Fiscal Year Ended December 31, 2019", "B"),
    ("File No. 001-98001", "B"),
    ("Ladies and Gentlemen:", ""),
    (
        "This letter responds to the comments in the letter of the staff of the Division of Corporation Finance "
        "(the “Staff”) dated February 18, 2021. For convenience each comment is set out before the answer of "
        "Harrowgate Tools, Inc. (the “Company”).",
        "",
    ),
)
TAIL = (
    ("* * *", ""),
    ("If you have any questions, please call me at (312) 555-0142.", ""),
    ("Sincerely,", ""),
    ("/s/ Edwin Marl", ""),
    ("Edwin Marl", ""),
    ("Chief Financial Officer", ""),
    ("cc: Ash & Marlowe LLP", ""),
)


@dataclass(frozen=True)
class Asked:
    """A comment under its heading ("" for the one before) and its answer, by paragraphs; "T|" opens a row."""

    heading: str
    comment: tuple[str, ...]
    answer: tuple[str, ...]


ASKED = (
    Asked(
        "Management’s Discussion and Analysis, page 31",
        (
            "We note that net sales rose by 14% and that you name price and volume as causes. Please quantify each "
            "of them. Refer to Item 303(b) of Regulation S-K.",
        ),
        (
            "Of the increase of $4.2 million, $3.0 million came from volume and $1.2 million from price. Volume rose "
            "mainly in the garden tools line, which we launched in May 2019.",
        ),
    ),
    Asked(
        "",
        (
            "Your gross margin fell from 41% to 36%. Tell us what drove the decline, whether you expect it to go on, "
            "and what consideration you gave to disclosing it as a known trend.",
        ),
        (
            "The decline came from steel prices. The following steps have been taken since:",
            "1. The plant in Quarry Road was closed.",
            "2. Contracts with two mills were signed.",
            "3. List prices were raised by 5% on July 1, 2020.",
            "Management expects margins to recover in 2021 and will say so in its next quarterly report.",
        ),
    ),
    Asked(
        "Liquidity and Capital Resources, page 35",
        (
            "Please revise to discuss:",
            "• the covenants of your revolving credit facility;",
            "• how near you are to breaching them; and",
            "• the consequences of a breach.",
            "To the extent that a waiver was obtained, file it as an exhibit.",
        ),
        (
            "In response to the Staff’s comment, the Company will add the following disclosure to its Form 10-Q for "
            "the quarter ending March 31, 2021:",
            "“Our revolving credit facility requires a leverage ratio of no more than 3.50 to 1.00. At December 31, "
            "2019 the ratio was 2.10 to 1.00.”",
            "T|Covenant | Required | Actual",
            "T|Leverage | 3.50 | 2.10",
            "T|Coverage | 2.00 | 4.75",
            "No waiver was sought or obtained.",
        ),
    ),
    Asked(
        "Note 2. Revenue Recognition, page F-9",
        (
            "You state on page F-10 that some customers may return tools within ninety days. Please explain how you "
            "estimate the refund liability under ASC 606-10-55-22 and provide us with a rollforward for each period "
            "presented.",
        ),
        (
            "Returns are estimated by product line from the rates of the last eight quarters. A rollforward is as "
            "follows (in thousands):",
            "T|Balance at January 1 | $ 410 | $ 388",
            "T|Additions | 1,204 | 1,150",
            "T|Balance at December 31 | $ 402 | $ 410",
        ),
    ),
    Asked(
        "Exhibits 31.1 and 31.2",
        (
            "The certifications omit the introductory language of paragraph 4 on internal control over financial "
            "reporting. Please amend your filing.",
        ),
        (
            "The Company acknowledges the comment and is filing Amendment No. 1 to its Form 10-K today, with "
            "certifications in the form of Item 601(b)(31) of Regulation S-K.",
        ),
    ),
    Asked(
        "General",
        (
            "We have read your response to comment 2 of our letter dated January 5, 2021 and reissue it in part. It "
            "remains unclear why the segment measure excludes freight. Explain.",
        ),
        (
            "Freight is managed centrally, and the chief operating decision maker does not see it by segment. As a "
            "result it is not part of the measure. See also our letter of January 19, 2021.",
        ),
    ),
)


@dataclass(frozen=True)
class Style:
    """How a letter sets its comments and answers apart.

    `number` and `label` open a comment and an answer, "{n}" being the number; with "\\n" at the end they stand on a
    line of their own. `comment`, `answer`, `mark` and `heading` are looks.
    """

    number: str = "{n}. "
    label: str = "Response: "
    comment: str = ""
    answer: str = ""
    mark: str = ""
    heading: str = "U"
    first: int = 1
    roman: bool = False


def laid(text: str, looks: str = "", lead: int = 0) -> Line:
    """A line of these looks; "T|" before its text makes it a row of a table."""
    if text.startswith("T|"):
        return Line(text[2:], table=1)
    bold, italic, underlined = LOOKS[looks]
    return Line(text, bold, italic, underlined=underlined, lead=len(text) if looks else lead)


def opened(mark: str, texts: Sequence[str], looks: str, mark_looks: str) -> list[Line]:
    """Paragraphs behind a mark, which stands on a line of its own where it ends one."""
    if mark.endswith("\n"):
        return [laid(mark[:-1], mark_looks), *(laid(t, looks) for t in texts)]
    lead = len(mark) if mark_looks and not looks else 0
    return [laid(mark + texts[0], looks, lead), *(laid(t, looks) for t in texts[1:])]


ROMAN = ("", "I", "II", "III", "IV", "V", "VI")


def letter(style: Style, asked: Sequence[Asked] = ASKED) -> list[Line]:
    """The lines of a response letter in that style."""
    lines = [laid(*row) for row in HEAD]
    for n, one in enumerate(asked, style.first):
        shown = ROMAN[n] if style.roman else n
        lines += [laid(one.heading, style.heading)] if one.heading else []
        lines += opened(style.number.format(n=shown), one.comment, style.comment, style.comment)
        lines += opened(style.label.format(n=n), one.answer, style.answer, style.mark)
    return lines + [laid(*row) for row in TAIL]


def expected(style: Style, asked: Sequence[Asked] = ASKED) -> list[tuple[str, str, str]]:
    """Number, comment and answer of every pair of such a letter."""
    return [
        (str(n), "\n".join(one.comment), "\n".join(t.removeprefix("T|") for t in one.answer))
        for n, one in enumerate(asked, style.first)
    ]


def found(read_so: Parsed) -> list[tuple[str, str, str]]:
    """Number, comment and answer of every comment read from a letter; "" for no answer."""
    answers = ((c, read_so.response_to(c.number)) for c in read_so.comments)
    return [(c.number, c.text, answer.text if answer else "") for c, answer in answers]
