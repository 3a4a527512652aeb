"""Company letters: responses, extensions and requests for acceleration, in blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from letterpress.blocks import Block, Run, Sheet, lines, long_date, para
from letterpress.layouts import LAYOUTS, Layout
from letterpress.source import Item, Sheaf, filing_title, re_lines
from letterpress.staff import look

INTRODUCTIONS = (
    "{name} (the “Company”) submits this letter in answer to the comments of the staff (the “Staff”) of the "
    "Securities and Exchange Commission (the “Commission”) in its letter of {day} on the {filing}. {recital}",
    "This letter answers the Staff's letter dated {day} about the {filing} of {name} (the “Company”). "
    "“Staff” means the staff of the Division of Corporation Finance of the Securities and Exchange "
    "Commission (the “Commission”). {recital}",
    "Set out below are the answers of {name} (the “Company”) to the letter of the staff (the “Staff”) of the "
    "Securities and Exchange Commission (the “Commission”) dated {day}, which concerns the {filing}. "
    "{recital}",
)
FOR_CLIENT = (
    "We write for our client, {name} (the “Company”), in answer to the letter of the staff (the “Staff”) of "
    "the Securities and Exchange Commission (the “Commission”) dated {day} on the {filing}. {recital}"
)
RECITALS = {
    "pairs": "Each comment is repeated before the Company's answer to it.",
    "bullets": "Each comment is repeated; where it has several points, the answer follows each point.",
    "comments_first": "The comments are repeated first, and the answers follow in the same order.",
    "answers_only": "The numbers below are those of the comments, which are not repeated here.",
    "annex": "The comments and the Company's answers are in Annex A to this letter.",
}
TANDY = (
    "In making these answers, the Company states that it is responsible for the adequacy and accuracy of "
    "what its filing discloses; that neither a comment of the Staff nor a change made because of one keeps "
    "the Commission from acting on the filing; and that the Company may not put forward the Staff's comments "
    "in its defense where the Commission, or anyone else, proceeds against it under the federal "
    "securities laws."
)
RULE_83_LEGEND = "FOIA Confidential Treatment Requested by {name} under 17 C.F.R. § 200.83"
RULE_83 = (
    "Because some of the information in this letter is commercially sensitive, the version filed on EDGAR "
    "omits it and shows “[***]” in its place. The complete version is being delivered to the Staff with a "
    "request for confidential treatment under Rule 83, 17 C.F.R. § 200.83, and a copy of that request, "
    "without the omitted information, to the Office of FOIA Services."
)
EXTENSION = (
    "{name} has the Staff's letter dated {day} on the {filing}. To allow time for its auditor and its audit "
    "committee to read the answers, the Company asks to reply by {until}, as discussed with {who} by "
    "telephone."
)
ACCELERATION = (
    "Under Rule 461 of the Securities Act of 1933, {name} hereby requests that the effective date of the "
    "registration statement named above be accelerated to {effective}, or as soon after that as can be. "
    "Please call {who} when it has become effective."
)


def short_name(sheaf: Sheaf) -> str:
    """The company's name as its people say it."""
    company = sheaf.matter["company"]
    return str(company.get("short") or company["name"].split()[0])


def letterhead(sheaf: Sheaf) -> list[Block]:
    """The sender's name and address: the company's, or counsel's where counsel signs."""
    company = sheaf.matter["company"]
    if sheaf.letter.get("by") == "counsel":
        counsel = company["counsel"]
        return lines(
            [counsel["firm"], counsel.get("phone", "202-555-0190"), mail(counsel)], "b", place="center"
        )
    return [
        para(company["name"], "b", place="center", tight=True),
        *lines([*company["address"], company["phone"]], place="center"),
    ]


def mail(counsel: dict[str, str]) -> str:
    """An address that cannot exist, in the firm's name."""
    firm = "".join(c for c in counsel["firm"].removesuffix("LLP").lower() if c.isalpha())
    return f"{counsel['attorney'].split()[-1].lower()}@{firm}.example"


def addressee(sheaf: Sheaf) -> list[Block]:
    """Date, delivery, the Commission's address, attention lines, Re: block and salutation."""
    to = [
        "U.S. Securities and Exchange Commission",
        "Division of Corporation Finance",
        sheaf.matter["office"],
        "100 F Street, N.E.",
        "Washington, D.C. 20549",
    ]
    names = [p["name"] for p in sheaf.matter["staff"]]
    first, *rest = re_lines(sheaf)
    return [
        para(long_date(sheaf.sent)),
        para("VIA EDGAR", "b"),
        *lines(to),
        *lines([f"Attention: {names[0]}", *names[1:]]),
        Block((Run(first, "b"),), number="Re:", indent=1, tight=True),
        *lines(rest, "b", indent=1),
        para("Ladies and Gentlemen:"),
    ]


def introduction(sheaf: Sheaf, order: str) -> list[Block]:
    """Who answers which letter, how the comments are shown, and what the company says first."""
    form = sheaf.letter.get("intro") or (
        FOR_CLIENT if sheaf.letter.get("by") == "counsel" else sheaf.choice(INTRODUCTIONS)
    )
    words = form.replace("{name}", sheaf.matter["company"]["name"]).replace("{recital}", RECITALS[order])
    words = words.replace("{day}", long_date(sheaf.answered["date"]))
    words = words.replace("{filing}", filing_title(sheaf.filings[0]))
    return [para(words), *(para(t) for t in sheaf.letter.get("preamble", []))]


def recital(item: Item, layout: Layout) -> list[Block]:
    """The comment as the response letter repeats it."""
    first, *rest = item.paragraphs
    number = layout.opens.format(n=item.number)
    tail = [para(t, layout.comment, indent=1 if t.startswith("•") else 0, still=False) for t in rest]
    if layout.opens_apart:
        return [para(number, "bu", tight=True), para(first, layout.comment, still=False), *tail]
    return [
        Block((Run(first, layout.comment),), number=number, cell=layout.cell, indent=1, still=False),
        *tail,
    ]


def passage(part: Any, layout: Layout, inside: bool) -> Block:
    """A paragraph, bullet, piece of proposed disclosure, or table of an answer."""
    if isinstance(part, dict):
        return Block(rows=tuple(tuple(str(c) for c in row) for row in part["table"]), indent=int(inside))
    if part.startswith(">"):
        return para(part[1:].strip(), indent=1, still=False)
    return para(part, layout.answer, indent=1 if part.startswith("•") else 0, still=False)


def answer(parts: list[Any], layout: Layout, label: str) -> list[Block]:
    """The answer under its label, if the layout has one."""
    blocks: list[Block] = []
    for part in parts:
        inside = bool(blocks) and blocks[-1].indent == 1 and not blocks[-1].text.startswith("•")
        blocks.append(passage(part, layout, inside))
    if not label:
        return blocks
    if layout.label_apart or not blocks or not blocks[0].runs:
        return [para(label, layout.label_look, tight=True), *blocks]
    head = replace(blocks[0], runs=(Run(label, layout.label_look), Run(" "), *blocks[0].runs))
    return [head, *blocks[1:]]


def label_of(sheaf: Sheaf, layout: Layout, numbers: list[str]) -> str:
    """The answer's label with its number or the company's name in it."""
    joint = len(numbers) > 1 and layout.label == "Response:"
    form = f"Response to Comments {' and '.join(numbers)}:" if joint else layout.label
    return form.replace("{n}", " and ".join(numbers)).replace("{short}", short_name(sheaf))


def in_pairs(sheaf: Sheaf, layout: Layout) -> list[Block]:
    """Headings and comments in order, each answer behind the last comment it answers."""
    last = {str(r["to"][-1]): r for r in sheaf.letter["responses"]}
    asked = {str(n) for r in sheaf.letter["responses"] for n in r["to"]}
    blocks: list[Block] = []
    for item in sheaf.items:
        if not item.number:
            blocks.append(para(item.text, "u"))
        elif item.number in asked:
            blocks += recital(item, layout)
        if item.number in last:
            reply = last[item.number]
            blocks += answer(reply["text"], layout, label_of(sheaf, layout, [str(n) for n in reply["to"]]))
    return blocks


def in_bullets(sheaf: Sheaf, layout: Layout) -> list[Block]:
    """As pairs, but a comment with bullets has an answer behind each."""
    replies = {str(r["to"][-1]): r for r in sheaf.letter["responses"]}
    blocks: list[Block] = []
    for item in sheaf.items:
        if not item.number:
            blocks.append(para(item.text, "u"))
            continue
        reply = replies[item.number]
        parts = list(reply.get("bullets", []))
        for block in recital(item, layout):
            blocks.append(block)
            if block.text.startswith("•") and parts:
                blocks += answer(parts.pop(0), layout, layout.label)
        blocks += answer(reply["text"], layout, "" if reply.get("bullets") else layout.label)
    return blocks


def comments_first(sheaf: Sheaf, layout: Layout) -> list[Block]:
    """All comments with their headings, then all answers."""
    blocks = [b for i in sheaf.items for b in (recital(i, layout) if i.number else [para(i.text, "u")])]
    blocks.append(para("The Company's Answers", "b", place="center"))
    for reply in sheaf.letter["responses"]:
        blocks += answer(reply["text"], layout, label_of(sheaf, layout, [str(n) for n in reply["to"]]))
    return blocks


def answers_only(sheaf: Sheaf, layout: Layout) -> list[Block]:
    """Headings and numbered answers."""
    replies = {str(r["to"][0]): r for r in sheaf.letter["responses"]}
    blocks: list[Block] = []
    for item in sheaf.items:
        if not item.number:
            blocks.append(para(item.text, "u"))
            continue
        first, *rest = answer(replies[item.number]["text"], layout, "")
        blocks += [replace(first, number=f"{item.number}.", indent=1), *rest]
    return blocks


ORDERS = {"pairs": in_pairs, "annex": in_pairs, "bullets": in_bullets, "comments_first": comments_first,
          "answers_only": answers_only}  # fmt: skip


def ending(sheaf: Sheaf) -> list[Block]:
    """The break, closing statements, contact sentence, signature and copies."""
    letter, company = sheaf.letter, sheaf.matter["company"]
    said = [para(t) for t in letter.get("closing", [])]
    said += [para(TANDY)] if letter.get("tandy") else []
    said += [para(RULE_83)] if letter.get("rule_83") else []
    signer, phone = letter["signatory"], company["phone"]
    who = [f"/s/ {signer['name']}", signer["name"], signer["title"]]
    if letter.get("by") == "counsel":
        counsel = company["counsel"]
        who, phone = (
            [f"/s/ {counsel['attorney']}", counsel["attorney"], counsel["firm"]],
            counsel.get("phone", "202-555-0190"),
        )
    return [
        para("* * *", place="center"),
        *said,
        para(f"Please call the undersigned at {phone} with any question about this letter."),
        *lines(["Very truly yours,", *who], place="right" if letter.get("by") == "counsel" else "left"),
        para(f"cc:    {copy_to(sheaf)}"),
    ]


def copy_to(sheaf: Sheaf) -> str:
    """Counsel where the company signs, the company's signatory where counsel signs."""
    counsel, signer = sheaf.matter["company"].get("counsel"), sheaf.letter["signatory"]
    if counsel and sheaf.letter.get("by") != "counsel":
        return f"{counsel['attorney']}, {counsel['firm']}"
    return f"{signer['name']}, {signer['title']}, {sheaf.matter['company']['name']}"


def response_body(sheaf: Sheaf) -> list[Block]:
    """Introduction, comments and answers, and the ending, in the letter's layout."""
    layout = LAYOUTS[sheaf.letter["layout"]]
    pairs = ORDERS[layout.order](sheaf, layout)
    opening = introduction(sheaf, layout.order)
    if layout.order == "annex":
        return [*opening, *ending(sheaf), para("Annex A", "b", place="center", page=True), *pairs]
    return [*opening, *pairs, *ending(sheaf)]


def request_body(sheaf: Sheaf) -> list[Block]:
    """A request for more time, or for acceleration."""
    letter = sheaf.letter
    form = EXTENSION if letter["kind"] == "extension" else ACCELERATION
    words = form.format(
        name=sheaf.matter["company"]["name"],
        day=long_date(sheaf.answered["date"]) if sheaf.answered else "",
        filing=filing_title(sheaf.filings[0]),
        until=long_date(letter["until"]) if "until" in letter else "",
        effective=letter.get("effective", ""),
        who=sheaf.matter["staff"][0]["name"]
        if letter["kind"] == "extension"
        else letter["signatory"]["name"],
    )
    return [para(words), *ending(sheaf)[1:]]


def company_letter(sheaf: Sheaf) -> Sheet:
    """The letter as composed."""
    letter, name = sheaf.letter, sheaf.matter["company"]["name"]
    banner = RULE_83_LEGEND.format(name=name) if letter.get("rule_83") else ""
    body = response_body(sheaf) if letter["kind"] == "response" else request_body(sheaf)
    legend = [para(banner, "b", place="center")] if banner else []
    running = ("U.S. Securities and Exchange Commission", long_date(sheaf.sent), "Page {page}")
    blocks = (*legend, *letterhead(sheaf), *addressee(sheaf), *body)
    shown = running if letter.get("furniture", True) else ()
    return Sheet(f"{name}, company letter", "CORRESP", look(sheaf), sheaf.sent, blocks, shown, banner)
