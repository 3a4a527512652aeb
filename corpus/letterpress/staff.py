"""Staff letters: comments and completion notices, in blocks."""

from __future__ import annotations

from datetime import date

from letterpress.blocks import Block, Run, Sheet, lines, long_date, para
from letterpress.source import Item, Sheaf, re_lines

TANDY_ENDED = date(2016, 10, 5)
HIDDEN_TEXT_BEGAN = date(2019, 6, 1)

OPENINGS = (
    "We have reviewed your filing and have the comments below. Our review was limited to their subjects. "
    "Some of them ask for information, so that we may follow your disclosure better.",
    "We have limited our review of your filing to the matters raised in this letter. Our comments are set "
    "out below; a comment may ask you for an explanation only.",
    "We have conducted a limited review of your filing, confined to the subjects of these comments. Where we "
    "ask for information, it is to understand better what you have disclosed.",
)
CLOCKS = (
    "Please respond to this letter within ten business days, or tell us within that time when we may expect "
    "your answers. Should you think that a comment does not fit your circumstances, say why in your "
    "response.",
    "Please respond to these comments within ten business days by giving the information, by amending the "
    "filing, or by telling us the date on which you will reply. If a comment does not apply to you, "
    "please explain why not.",
)
DRAFT_CLOCK = (
    "Please respond to this letter by amending the registration statement and by giving us the information "
    "we ask for. If a comment does not apply to your facts, or an amendment is not called for, tell us why."
)
LATER = (
    "We have reviewed your letter of {day} and have the comments below. Numbers of prior comments are those "
    "of our letter of {prior}."
)
MORE = "After reviewing your response we may have additional comments."
REMINDER = (
    "We remind you that the company and its management are responsible for accurate and adequate disclosure, "
    "whatever the staff reviews, says, does or leaves undone."
)
TANDY_ASK = (
    "In responding to our comments, please provide a written statement in which the company acknowledges "
    "that it is responsible for the adequacy and accuracy of its disclosure, that staff comments, or changes "
    "made because of them, leave the Commission free to act on the filing, and that the company may not set "
    "up staff comments as a defense in a proceeding under the federal securities laws of the United States."
)
DONE = "We have completed our review of the filing named above."
MATTERS = {"accounting": "with questions on the accounting", "legal": "with any other question"}


def is_registration(sheaf: Sheaf) -> bool:
    """Whether the main filing is a registration statement, draft or filed."""
    form = str(sheaf.filings[0]["form"])
    return form.startswith(("S-", "F-", "Draft"))


def caption() -> list[Block]:
    """The head of every staff letter."""
    words = ["UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "WASHINGTON, D.C. 20549"]
    return lines(words, "b", place="center") + lines(["DIVISION OF", "CORPORATION FINANCE"])


def addressee(sheaf: Sheaf) -> list[Block]:
    """Date, delivery, addressee, Re: block and salutation."""
    to, company = sheaf.letter["addressee"], sheaf.matter["company"]
    delivery = [para("Via E-mail", "", tight=True)] if sheaf.sent < date(2019, 1, 1) else []
    who = lines([to["name"], to["title"], company["name"], *company["address"]])
    first, *rest = re_lines(sheaf)
    subject = [Block((Run(first),), number="Re:", indent=1, tight=True), *lines(rest, indent=1)]
    dated = para(long_date(sheaf.sent), place="center")
    return [dated, *delivery, *who, *subject, para(f"Dear {to['name']}:")]


def introduction(sheaf: Sheaf) -> list[Block]:
    """What was read, by when to answer, and that more may come."""
    replies = [x for x in sheaf.earlier if x["side"] == "company" and x["kind"] == "response"]
    if replies:
        prior = long_date(sheaf.answered["date"])
        opening = LATER.format(day=long_date(replies[-1]["date"]), prior=prior)
    else:
        opening = sheaf.choice(OPENINGS)
    clock = DRAFT_CLOCK if is_registration(sheaf) else sheaf.choice(CLOCKS)
    return [para(opening, indent=0), para(clock), para(MORE)]


def item_blocks(item: Item) -> list[Block]:
    """A heading, or a comment with its number in the margin."""
    if not item.number:
        return [para(item.text, "u", tight=False)]
    first, *rest = item.paragraphs
    return [
        Block((Run(first),), number=f"{item.number}.", indent=1, still=False),
        *(para(t, indent=2 if t.startswith("•") else 1, still=False) for t in rest),
    ]


def closing(sheaf: Sheaf) -> list[Block]:
    """Responsibility, contacts, and the office."""
    modern = sheaf.sent >= TANDY_ENDED
    said = [para(REMINDER if modern else TANDY_ASK)] if sheaf.letter["kind"] == "comments" or modern else []
    office = sheaf.matter["office"]
    signed = ["Sincerely,", "Division of Corporation Finance", office]
    if sheaf.sent < date(2019, 1, 1):
        who = sheaf.matter["staff"][0]["name"]
        signed = ["Sincerely,", f"/s/ {who}", who, "Accounting Branch Chief", office]
    return [*said, contacts(sheaf), *lines(signed, place="right"), *copied(sheaf)]


def contacts(sheaf: Sheaf) -> Block:
    """Whom to call on what."""
    calls = []
    for role, subject in MATTERS.items():
        people = [f"{p['name']} at {p['phone']}" for p in sheaf.matter["staff"] if p["role"] == role]
        calls += [f"{' or '.join(people)} {subject}"] if people else []
    return para(f"You may contact {', and '.join(calls)}.")


def copied(sheaf: Sheaf) -> list[Block]:
    """The cc line, where counsel is known."""
    counsel = sheaf.matter["company"].get("counsel")
    return [para(f"cc:    {counsel['attorney']}, {counsel['firm']}")] if counsel else []


def hidden(sheaf: Sheaf) -> str:
    """The merge words that newer staff letters carry in white, with their own slip of the pen."""
    to, company = sheaf.letter["addressee"]["name"], sheaf.matter["company"]["name"]
    return f"FirstName LastName{to} Comapany Name{company}" if sheaf.sent >= HIDDEN_TEXT_BEGAN else ""


def staff_letter(sheaf: Sheaf) -> Sheet:
    """The letter as composed."""
    if sheaf.letter["kind"] == "review_completed":
        body = [para(DONE)]
    else:
        body = [*introduction(sheaf), *(b for i in sheaf.items for b in item_blocks(i))]
    to, company = sheaf.letter["addressee"], sheaf.matter["company"]["name"]
    blocks = (*caption(), *addressee(sheaf), *body, *closing(sheaf))
    running = (to["name"], company, long_date(sheaf.sent), "Page {page}")
    return Sheet(
        f"{company}, staff letter", "UPLOAD", look(sheaf), sheaf.sent, blocks, running, "", hidden(sheaf)
    )


def look(sheaf: Sheaf) -> str:
    """Which generator's HTML the letter shows."""
    return str(sheaf.letter.get("look") or sheaf.choice(("classic", "soup", "modern")))
