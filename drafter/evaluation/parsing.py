"""How right letters are read: staff comments, pairs, heads and threads against gold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import starmap
from pathlib import Path

from drafter.domain import Comment, Kind, Letter, Pair
from drafter.errors import DrafterError
from drafter.evaluation.gold import LeftOut, Row, by, left_out, rows
from drafter.evaluation.likeness import both_ends, heading_page, last_heading, same_company, same_number
from drafter.evaluation.report import Case, Item, Metric, Report, f1, mean
from drafter.intake import parsed
from drafter.parsing import Parsed, pair
from drafter.parsing.threads import threads

FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError, ValueError)
"""What a fault of ours raises: the letter is put down as failed, and the others are still read."""

METRICS: dict[str, Metric] = {
    "staff_comments_f1": f1("comment", "text"),
    "staff_heading": mean("comment", "heading"),
    "staff_page": mean("comment", "page"),
    "pairs_f1": f1("pair"),
    "pair_comment": mean("pair", "comment"),
    "pair_response": mean("pair", "response"),
    "pair_heading": mean("pair", "heading"),
    "pair_page": mean("pair", "page"),
    "alone_pairs_f1": f1("pair_alone"),
    "alone_comment": mean("pair_alone", "comment"),
    "alone_response": mean("pair_alone", "response"),
    "alone_heading": mean("pair_alone", "heading"),
    "alone_page": mean("pair_alone", "page"),
    "side": mean("head", "side"),
    "kind": mean("head", "kind"),
    "company": mean("head", "company"),
    "cik": mean("head", "cik"),
    "sent": mean("head", "sent"),
    "file_number": mean("head", "file_number"),
    "form": mean("head", "form"),
    "file_number_agrees": mean("answering", "file_number"),
    "form_agrees": mean("answering", "form"),
    "threads": mean("thread", "review"),
}
"""The figures of the suite, each over all letters; `alone_` reads response letters without the staff's."""

KINDS: dict[str, frozenset[Kind]] = {
    "timing": frozenset({Kind.EXTENSION}),
    "other_or_supplemental": frozenset({Kind.OTHER, Kind.SUPPLEMENTAL}),
    "sec_staff_action": frozenset({Kind.OTHER}),
}
"""What a kind of the manifest is called here, where it is called otherwise."""

DELAY = timedelta(days=10)
"""A letter is filed so many days after its date at most."""

SIDES = {"UPLOAD": "staff", "CORRESP": "company"}

Reading = Parsed | str
"""A letter read, or why it could not be."""


def parsing_suite(folder: Path, processes: int = 1, out: LeftOut | None = None) -> Report:
    """The figures over a folder of letters with manifest.jsonl, staff_comments.jsonl and pairs.jsonl.

    `out` names the gold rows not to be scored, by default those known to be wrong. Raises Unreadable where a
    file of gold is missing; a letter that cannot be read is a failed case.
    """
    manifest = {row["path"]: row for row in rows(folder / "manifest.jsonl")}
    read = read_letters(folder, list(manifest), processes)
    skipped = left_out() if out is None else out
    told = _told(folder, manifest, read)
    cases = (Case(path, tuple(_scored(told.get(path, []), skipped)), _why(read[path])) for path in manifest)
    return Report.over("parsing", list(cases), METRICS)


def read_letters(folder: Path, paths: Sequence[str], processes: int = 1) -> dict[str, Reading]:
    """Each letter read, or why it could not be, by its path in the folder."""
    read = partial(_read, folder)
    if processes < 2:
        return dict(zip(paths, map(read, paths), strict=True))
    with ProcessPoolExecutor(processes) as pool:
        return dict(zip(paths, pool.map(read, paths, chunksize=8), strict=True))


def _read(folder: Path, path: str) -> Reading:
    try:
        return parsed(folder / path)
    except DrafterError as error:
        return str(error)
    except FAULTS as fault:
        return f"{type(fault).__name__}: {fault}"


def _why(reading: Reading) -> str:
    return reading if isinstance(reading, str) else ""


def _told(folder: Path, manifest: Mapping[str, Row], read: Mapping[str, Reading]) -> dict[str, list[Item]]:
    """The items of each letter, by its path."""
    good = {path: letter for path, letter in read.items() if isinstance(letter, Parsed)}
    told = {path: [head_item(row, good[path].letter)] for path, row in named_then(manifest, good).items()}
    asked = by("path", rows(folder / "staff_comments.jsonl"))
    answered = by("response_path", rows(folder / "pairs.jsonl"))
    for path in good:
        told[path] += comment_items(path, asked[path], good[path].comments) if path in asked else []
        told[path] += _pair_items(path, answered[path], good) if path in answered else []
    for path, item in thread_items(manifest, good):
        told[path].append(item)
    return told


def _scored(items: Sequence[Item], skipped: LeftOut) -> Iterator[Item]:
    """The items but those to be left out; marks to be left out are unscored."""
    for item in items:
        if (item.id, "") not in skipped:
            kept = {name: None if (item.id, name) in skipped else m for name, m in item.marks.items()}
            yield replace(item, marks=kept)


def _mark(right: bool | None) -> float | None:
    return None if right is None else float(right)


def _best(judged: Iterable[bool | None]) -> float | None:
    """1 where one is right, 0 where none is, None where none can be judged."""
    known = [right for right in judged if right is not None]
    return float(any(known)) if known else None


def comment_items(path: str, gold: Sequence[Row], read: Sequence[Comment]) -> list[Item]:
    """The comments of a staff letter against its gold rows, by number; both ends decide on the text."""
    stem = Path(path).stem
    mine = {c.number: c for c in read}
    wanted = {str(row["number"]): row for row in gold}
    found = [_comment_item(f"{stem}#{n}", mine.get(n), row) for n, row in wanted.items()]
    return found + [Item("comment", f"{stem}#{n}", wanted=False) for n in mine if n not in wanted]


def _comment_item(id_: str, comment: Comment | None, row: Row) -> Item:
    if comment is None:
        return Item("comment", id_, found=False)
    marks = {"text": _mark(both_ends(comment.text, row["text"])), **_heading_marks(comment, row["heading"])}
    return Item("comment", id_, marks=marks)


def _heading_marks(comment: Comment, *golds: str | None) -> dict[str, float | None]:
    """Whether heading and page are those of one of the golds."""
    named = [g for g in golds if g]
    return {
        "heading": _best(last_heading(comment, g) for g in named),
        "page": _best(heading_page(comment, g) for g in named),
    }


def _pair_items(path: str, gold: Sequence[Row], good: Mapping[str, Parsed]) -> list[Item]:
    """The pairs of a response letter, along the staff letter and alone."""
    company, staff = good[path], good.get(gold[0].get("staff_path") or "")
    along = pair_items("pair", path, gold, pair(company, staff).pairs) if staff else []
    alone = pair_items("pair_alone", path, gold, pair(company).pairs)
    agreeing = [_agreeing(path, company.letter, staff.letter)] if staff else []
    return along + alone + agreeing


def pair_items(kind: str, path: str, gold: Sequence[Row], read: Sequence[Pair]) -> list[Item]:
    """The pairs of a response letter against its gold rows, by number.

    The comment may be the staff's or the company's wording; so may the heading of a letter read alone.
    """
    mine: dict[str, Pair] = {}
    for one in read:
        mine.setdefault(one.comment.number, one)
    wanted = {str(row["comment_no"]): row for row in gold}
    found = [_pair_item(kind, row, mine.get(n)) for n, row in wanted.items()]
    stem = Path(path).stem
    return found + [Item(kind, f"{stem}#{n}", wanted=False) for n in mine if n not in wanted]


def _pair_item(kind: str, row: Row, one: Pair | None) -> Item:
    if one is None:
        return Item(kind, row["id"], found=False)
    theirs = (row["heading"],) if kind == "pair_alone" else ()
    worded = (row["comment"], row["comment_as_restated"])
    marks = {
        "comment": _mark(any(both_ends(one.comment.text, w) for w in worded if w)),
        "response": _mark(both_ends(one.response.text, row["response"])),
        **_heading_marks(one.comment, row["staff_heading"], *theirs),
    }
    return Item(kind, row["id"], marks=marks)


Judge = Callable[[Row, Letter], bool | None]


def _kind(row: Row, letter: Letter) -> bool:
    accepted = KINDS.get(row["kind"]) or {row["kind"]}
    return letter.kind in accepted


def _side(row: Row, letter: Letter) -> bool | None:
    return SIDES[row["form_type"]] == letter.side.value if row.get("form_type") in SIDES else None


def named_then(manifest: Mapping[str, Row], good: Mapping[str, Parsed]) -> dict[str, Row]:
    """The manifest with the name that most letters of each thread bear: companies are renamed, and a list of
    companies gives today's names.
    """
    borne: dict[str, Counter[str]] = defaultdict(Counter)
    for path, read in good.items():
        borne[manifest[path].get("thread") or path][read.letter.matter.company] += 1
    return {
        path: {**row, "borne": borne[row.get("thread") or path].most_common(1)[0][0]}
        for path, row in manifest.items()
        if path in good
    }


def _company(row: Row, letter: Letter) -> bool:
    return any(same_company(letter.matter.company, n) for n in (row["company"], row.get("borne", "")))


def _sent(row: Row, letter: Letter) -> bool:
    """A manifest holds the day of filing: a letter is dated then, or up to DELAY before."""
    filed = date.fromisoformat(row["date"])
    return letter.sent is not None and filed - DELAY <= letter.sent <= filed


def _file_number(row: Row, letter: Letter) -> bool | None:
    wanted = row.get("file_numbers")
    return _share_one(wanted, letter.matter.file_numbers) if wanted else None


def _form(row: Row, letter: Letter) -> bool | None:
    wanted = row.get("forms")
    return any(f.form in wanted for f in letter.matter.filings) if wanted else None


HEAD: dict[str, Judge] = {
    "side": _side,
    "kind": _kind,
    "company": _company,
    "cik": lambda row, letter: letter.matter.cik == row["cik"] if letter.matter.cik else None,
    "sent": _sent,
    "file_number": _file_number,
    "form": _form,
}
"""What is judged of a letter's head; None where the manifest, or the letter, does not say."""


def head_item(row: Row, letter: Letter) -> Item:
    """The head of a letter against its row of the manifest."""
    return Item(
        "head",
        Path(row["path"]).stem,
        marks={name: _mark(judge(row, letter)) for name, judge in HEAD.items()},
    )


def _agreeing(path: str, company: Letter, staff: Letter) -> Item:
    """Whether a response letter and the staff letter it answers name one file number and one form."""

    def forms(letter: Letter) -> list[str]:
        return [f.form for f in letter.matter.filings]

    marks = {
        "file_number": _agree(_share_one, staff.matter.file_numbers, company.matter.file_numbers),
        "form": _agree(lambda a, b: bool(set(a) & set(b)), forms(staff), forms(company)),
    }
    return Item("answering", Path(path).stem, marks=marks)


def _agree(
    judge: Callable[[Sequence[str], Sequence[str]], bool], ones: Sequence[str], others: Sequence[str]
) -> float | None:
    """Whether two letters agree; None where one of them says nothing."""
    return _mark(judge(ones, others)) if ones and others else None


def _share_one(ones: Sequence[str], others: Sequence[str]) -> bool:
    return any(starmap(same_number, ((a, b) for a in ones for b in others)))


def thread_items(manifest: Mapping[str, Row], good: Mapping[str, Parsed]) -> Iterator[tuple[str, Item]]:
    """Whether each letter is in the right review: a thread stands for the review holding most of it, and no
    review stands for two.
    """
    found = threads([read.letter for read in good.values()])
    review = {letter.id: n for n, thread in enumerate(found) for letter in thread.letters}
    placed = {path: (manifest[path].get("thread"), review[read.letter.id]) for path, read in good.items()}
    right = _matched(place for place in placed.values() if place[0])
    for path, place in placed.items():
        yield (
            path,
            Item("thread", Path(path).stem, marks={"review": _mark(place in right) if place[0] else None}),
        )


def _matched(places: Iterable[tuple[str | None, int]]) -> frozenset[tuple[str | None, int]]:
    """Threads and reviews matched one to one, those that share most letters first."""
    threaded, reviewed, right = set(), set(), set()
    for (thread, review), _ in Counter(places).most_common():
        if thread not in threaded and review not in reviewed:
            threaded.add(thread)
            reviewed.add(review)
            right.add((thread, review))
    return frozenset(right)
