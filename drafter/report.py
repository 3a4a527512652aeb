"""What the command line prints for people: tables and short texts, to stdout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from drafter.domain import Draft, Finding, Pair, Precedent, Review, Severity, Spent

if TYPE_CHECKING:
    from drafter.register import Entry

LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
STANDINGS = {"open": "yellow", "overdue": "bold red", "kept": "green", "not_found": "bold red"}
NOTHING = "Nothing found: no kept letter passes. drafter status tells what the library holds."
EXCERPT = 280  # characters of a comment or an answer that show which one it is


def console() -> Console:
    """Where people read. Nothing in a letter is taken as markup."""
    return Console(markup=False, highlight=False, soft_wrap=False)


def letter(shape: Mapping[str, Any]) -> None:
    """Print one letter as `show` reads it."""
    out = console()
    if "error" in shape:
        out.print(Text(f"{shape['path']}: {shape['error']}", style="red"))
        return
    out.print(Text(shape["path"], style="bold"))
    place = f", round {shape['round']}" if "review" in shape else ""
    sent = shape["sent"] or "on a day it does not say"
    out.print(f"{shape['side']} letter, {shape['kind']}{place}, sent {sent}")
    filings = ", ".join(f"{f['form']} {f['period'] or ''}".strip() for f in shape["filings"])
    out.print(" · ".join(filter(None, [shape["company"], shape["cik"], *shape["file_numbers"], filings])))
    for comment in shape["comments"]:
        _comment(out, comment)
    for label in ("unanswered", "unasked"):
        if shape.get(label):
            out.print(Text(f"{label}: {shape[label]}", style="bold red"))
    if shape["unread"]:
        out.print(Text(f"{len(shape['unread'])} lines found no place; see --json", style="yellow"))
    out.print()


def added(counts: Mapping[str, Any]) -> None:
    """Print what `add` or `rebuild` did."""
    out = console()
    out.print(
        f"{counts['added']} letters added, {counts['unchanged']} already there; "
        f"the library holds {counts['letters']} letters and {counts['pairs']} answered comments."
    )
    for item in counts["unreadable"]:
        out.print(Text(f"not read: {item['path']}: {item['why']}", style="yellow"))


def precedents(found: Sequence[Precedent], close: bool, note: str = "") -> None:
    """Print precedents, best first."""
    out = console()
    if note:
        out.print(Text(note, style="yellow"))
    if not close:
        out.print(Text("No close precedent. The nearest are:" if found else NOTHING, style="yellow"))
    for rank, hit in enumerate(found, 1):
        pair = hit.pair
        where = f"{pair.matter.company}, {pair.sent or 'undated'}, comment {pair.comment.number}"
        out.print(Text(f"{rank}. {where}  ({hit.score:.2f})", style="bold"))
        _inset(out, " / ".join(pair.comment.heading), "dim")
        _inset(out, f"Staff: {_excerpt(pair.comment.text)}")
        _inset(out, f"Company: {_excerpt(pair.response.text)}")
        _inset(out, "; ".join(hit.reasons), "cyan")
        _inset(out, _standing(pair), "cyan")
        _inset(out, _copies(hit), "cyan")
        _inset(out, pair.source, "dim")


def _standing(pair: Pair) -> str:
    """What became of the answer, in the words of its outcome, and what the staff came back with."""
    later = pair.outcome.follow_up
    came_back = f"the staff came back: {_excerpt(later.text)}" if later else ""
    return "; ".join(filter(None, [pair.outcome.basis, came_back]))


def _copies(hit: Precedent) -> str:
    """Who was sent the same comment too."""
    sent = [f"{p.matter.company} ({p.sent or 'undated'})" for p in hit.duplicates]
    return f"Asked in the same words {len(sent)} more times: {', '.join(sent)}" if sent else ""


def drafted(draft: Draft, written: Sequence[Path]) -> None:
    """Print a row a comment (precedents, blanks, findings), the findings, and where the letter lies."""
    out = console()
    table = Table("Comment", "Stance", "Precedents", "Own", "Blanks", "Findings")
    per_comment = Counter(f.comment for f in draft.findings)
    for answer in draft.answers:
        number = answer.comment.number
        cells = (len(answer.precedents), len(answer.own), len(answer.blanks), per_comment[number])
        table.add_row(number, answer.stance.value.replace("_", " "), *map(str, cells))
    out.print(table)
    findings(draft.findings)
    if draft.provenance.spent:
        out.print(_spent(draft.provenance.spent))
    for path in written:
        out.print(Text(str(path), style="bold"), soft_wrap=True)


def _spent(spent: Spent) -> str:
    cost = "" if spent.cost is None else f", {spent.cost:,.2f} at the prices set"
    return (
        f"asked {spent.asked} times, {spent.remembered} replies remembered: "
        f"{spent.tokens_in:,} tokens sent, {spent.tokens_out:,} received{cost}"
    )


def review(made: Review, written: Sequence[Path] = ()) -> None:
    """Print every finding, then what was not checked, how many there are, and where they were written."""
    out = console()
    for finding in made.findings:
        _finding(out, finding)
    for one in made.unchecked:
        out.print(Text(f"unchecked: whether {one.title} ({one.why})", style=LOOKS[Severity.NOTE]))
    counted = Counter(f.severity for f in made.findings)
    kinds = ", ".join(f"{counted[s]} {s.value}{'s' * (counted[s] != 1)}" for s in Severity)
    out.print(Text(f"{kinds}; {len(made.unchecked)} not checked.", style="bold"))
    for path in written:
        out.print(Text(str(path), style="bold"), soft_wrap=True)


def findings(found: Sequence[Finding]) -> None:
    """Print errors and warnings in full, and count the notes."""
    out = console()
    quiet = [f for f in found if f.severity is Severity.NOTE]
    for finding in found:
        if finding not in quiet:
            _finding(out, finding)
    if quiet:
        out.print(
            Text(f"{len(quiet)} notes for counsel stand beside the answers.", style=LOOKS[Severity.NOTE])
        )


def _finding(out: Console, finding: Finding) -> None:
    where = f"comment {finding.comment}" if finding.comment else "letter"
    text = f"{finding.severity.value}: {where}: {finding.message}"
    out.print(Text(text, style=LOOKS[finding.severity]))


def undertakings(found: Sequence[Entry]) -> None:
    """Print promises in the order given, each with its standing and the passage that shows it."""
    out = console()
    for entry in found:
        pair = entry.pair
        when = f"{pair.matter.company}, {pair.sent or 'undated'}, comment {pair.comment.number}"
        standing = entry.standing.value.replace("_", " ")
        out.print(Text(f"{entry.id}  {standing}: due in {entry.due.words}", style=STANDINGS[entry.standing]))
        _inset(out, when, "dim")
        _inset(out, _excerpt(entry.promise.text))
        if entry.filing:
            shown = "shows" if entry.standing == "kept" else "comes nearest with"
            _inset(out, f"{entry.filing} {shown}: {_excerpt(entry.evidence) or 'nothing'}", "cyan")


def status(shape: Mapping[str, Any]) -> None:
    """Print what the library holds."""
    out = console()
    for name, value in shape.items():
        out.print(f"{name.replace('_', ' ')}: {value}", soft_wrap=True)


def evaluation(shape: Mapping[str, Any]) -> None:
    """Print the figures of a suite with their intervals; what could not be scored is said to be so."""
    table = Table("Figure", "Value", "Interval")
    for name, value in shape["metrics"].items():
        interval = shape.get("intervals", {}).get(name)
        told = f"{interval[0]:.4f} to {interval[1]:.4f}" if interval else ""
        table.add_row(name, "not scored" if value is None else f"{value:.4f}", told)
    out = console()
    out.print(table)
    out.print(f"{shape['cases']} cases, {shape['failed']} failed")


def changes(found: Sequence[Any], apart: Sequence[str]) -> None:
    """Print how each mark changed between two results, what is sure in bold, and the cases that moved."""
    out = console()
    table = Table(Column("Mark", min_width=23), "Before", "Now", "Change", "Better", "Worse", "Odds")
    for one in found:
        cells = (f"{one.before:.4f}", f"{one.now:.4f}", f"{one.difference:+.4f}")
        counts = (str(len(one.better)), str(len(one.worse)), f"{one.chance:.3f}")
        table.add_row(f"{one.kind} {one.mark}", *cells, *counts, style="bold" if one.significant else "")
    out.print(table)
    for one in (c for c in found if c.significant):
        for name, cases in (("better", one.better), ("worse", one.worse)):
            out.print(Text(f"{one.kind} {one.mark} {name}: {', '.join(cases) or 'none'}"), soft_wrap=True)
    for line in apart:
        out.print(Text(line, style="yellow"))


def _comment(out: Console, comment: Mapping[str, Any]) -> None:
    page = f", page {comment['page']}" if comment["page"] else ""
    out.print(Text(f"{comment['number']}. {' / '.join(comment['heading'])}{page}", style="bold"))
    _inset(out, _excerpt(comment["text"]))
    if comment["response"] is not None:
        _inset(out, f"Answer: {_excerpt(comment['response'])}")
    if at := comment.get("standing"):
        _inset(out, f"{at['status'].replace('_', ' ')}: {at['basis']}", "magenta")
        later = at["follow_up"]
        _inset(out, f"the staff came back on it: {_excerpt(later['text'])}" if later else "", "magenta")
    asked = len(comment["requests"])
    tags = [f"{asked} request{'s' * (asked != 1)}", *comment["authorities"], *comment["topics"][:2]]
    _inset(out, " · ".join(tags), "cyan")


def _inset(out: Console, text: str, style: str = "") -> None:
    if text:
        out.print(Padding(Text(text, style=style), (0, 0, 0, 3)))


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT else flat[: EXCERPT - 1] + "…"
