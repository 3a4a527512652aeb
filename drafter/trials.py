"""Suites that need the workbench: what it drafts, against what is expected and what was filed."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from drafter.agreements import embedder_of
from drafter.domain import Draft, Kind, MatterFile, Pair, Person, Side
from drafter.drafting import Case as DraftingCase
from drafter.drafting import draft
from drafter.errors import BadSettings, DrafterError, Unreadable
from drafter.evaluation import METRICS as ROOMS
from drafter.evaluation import backtest as scoring
from drafter.evaluation import casebook, format_parts, offline, results, thresholds
from drafter.evaluation import judge as judging
from drafter.evaluation.gold import rows
from drafter.evaluation.intervals import SEED, intervals
from drafter.evaluation.page import Run, page
from drafter.evaluation.records import Records, attempted, carried_out, kept, program
from drafter.evaluation.report import Case, Item, Metric, Report
from drafter.formats import Format, applied, learn, parts
from drafter.intake import Tick, letters_at, name_of, parsed
from drafter.names import plain_name
from drafter.packaged import folder
from drafter.parsing import Parsed, pair, parse
from drafter.providers.chat import Chat
from drafter.reading import read
from drafter.rendering import render, write
from drafter.settings import Settings
from drafter.workbench import Workbench, silent

OFFLINE = "offline"
EXPECTED = "expected.toml"
CASES = "cases"

SIGNATORY = Person("Robin Vale", "Chief Financial Officer", phone="(555) 555-0100")
FIRM = "Quill & Holt LLP"
COPIES = (f"Sasha Quill, {FIRM}", f"Imre Holt, {FIRM}")
"""Whoever signs and is copied: the format of a letter shows only where there is somebody."""


def backtest(letters: Path, run: Path, settings: Settings, tick: Tick = silent) -> Report:
    """Every answered staff letter of a folder, drafted offline as of its day and compared with what was filed.

    `run` keeps the library and a record a letter, so that an interrupted run goes on. Raises Unreadable where
    the folder holds no answered staff letter.
    """
    settings = _offline(settings)
    with closing(_bench(run, settings)) as bench:
        bench.add([letters], tick)
        paths = {name_of(path): path for path in letters_at([letters])}
        pairs = [p for p in bench.pairs() if p.comment.letter in paths]
        sent = {id_: parsed(paths[id_]).letter.sent for id_ in sorted({p.comment.letter for p in pairs})}
        cases = {one.id: one for one in scoring.answered(pairs, sent.get)}
        if not cases:
            raise Unreadable(f"{letters} holds no staff letter with its answer. Give a folder with both.")
        labels = {row["id"]: row["moves"] for row in rows(folder("evals") / "moves.jsonl")}
        near, others = nearness(settings), _others(bench.pairs())

        def work(id_: str) -> tuple[Item, ...]:
            one = cases[id_]
            made = bench.as_of(one.sent, one.opened).draft(paths[id_], chat=OFFLINE)
            return scoring.compared(one, made, others(made.letter.matter.company, one), near, labels)

        held = "\n".join(f"{p.id} {p.comment.text} {p.response.text}" for p in bench.pairs())
        mark = hashlib.sha256(f"{program()}\n{held}".encode()).hexdigest()
        done = list(carried_out(cases, work, Records(run / CASES, mark), tick))
    return Report.over("backtest", done, scoring.METRICS)


def _offline(settings: Settings) -> Settings:
    """The settings without anything that would send text elsewhere: suites are measured on this machine."""
    here = {"chat": OFFLINE, "embedder": "", "embedder_url": "", "vectors": "", "rerank": False}
    return settings.model_copy(update=here)


def nearness(settings: Settings) -> scoring.Near:
    """How near two texts are in meaning, by the embedder that is set."""
    embedder = embedder_of(settings)

    def near(one: str, other: str) -> float:
        a, b = embedder.embed([one, other])
        return float(a @ b)

    return near


def _others(pairs: tuple[Pair, ...]) -> Callable[[str, scoring.Answered], list[str]]:
    names = sorted({p.matter.company for p in pairs} - {""})

    def others(company: str, one: scoring.Answered) -> list[str]:
        own = {company, *(p.matter.company for p in one.filed.values())}
        return [n for n in names if n not in own]

    return others


def _bench(run: Path, settings: Settings) -> Workbench:
    """A workbench over a library of the run's own, made anew when the program has changed."""
    place = run / f"library-{program()[:16]}"
    for old in sorted(run.glob("library-*")):
        if old != place:
            shutil.rmtree(old)
    place.mkdir(parents=True, exist_ok=True)
    return Workbench.open(place, settings)


# -- drafts -----------------------------------------------------------------------------------------------


def drafts(place: Path, kind: str, settings: Settings, take: int = 0, tick: Tick = silent) -> Report:
    """The report of a suite of drafts: `kind` is one of KINDS, "" what the folder looks like.

    `take` is how many letters of a suite of letters are drafted, 0 for all. Raises Unreadable where there is
    no such suite, BadSettings for a kind that does not exist.
    """
    kind = kind or ("cases" if _cases_in(place) else "letters")
    if kind not in KINDS:
        raise BadSettings(f"There is no suite of {kind!r}. Give one of: {', '.join(KINDS)}.")
    if not place.exists():
        raise Unreadable(f"There is no {place}. Give a folder with cases or letters, or a name under evals/.")
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as made,
        closing(Workbench.open(Path(made) / "library", _offline(settings))) as bench,
    ):
        return KINDS[kind](bench, place, take, tick)


def _cases_in(place: Path) -> list[Path]:
    """The folders of cases in a folder, which may be one itself."""
    one = [place] * (place / EXPECTED).exists()
    return one or sorted(f.parent for f in place.glob(f"*/{EXPECTED}"))


def _cases(bench: Workbench, place: Path, take: int, tick: Tick) -> Report:
    """Cases: the letters of `library` and every case's `earlier.txt` are kept before any case is drafted."""
    folders = {f.name: f for f in _cases_in(place)}
    decoys = {f.parent / "library" for f in folders.values()}
    before = (*sorted(decoys), *(f / "earlier.txt" for f in folders.values()))
    bench.add([p for p in before if p.exists()])

    def work(id_: str) -> tuple[Item, ...]:
        folder_ = folders[id_]
        wanted = casebook.expected((folder_ / EXPECTED).read_text(encoding="utf-8"), f"{id_}/{EXPECTED}")
        facts = [p for p in (folder_ / "facts.md",) if p.exists()]
        matter = folder_ / "matter.toml"
        form = bench.form_of(matter)
        made = bench.draft(folder_ / "staff.txt", matter, facts, OFFLINE, form)
        return tuple(casebook.marked(made, _as_text(made, form), wanted))

    return _report("drafts.cases", folders, work, tick, casebook.METRICS)


def _letters(bench: Workbench, place: Path, take: int, tick: Tick) -> Report:
    """Staff letters drafted without facts, beside whatever else the folder holds."""
    bench.add([place])
    names = sorted({p.matter.company for p in bench.pairs()} - {""})
    home = place if place.is_dir() else place.parent
    found = {p.relative_to(home).as_posix(): p for p in letters_at([place]) if _asks(p)}
    chosen = random.Random(SEED).sample(sorted(found), min(take or len(found), len(found)))

    def work(id_: str) -> tuple[Item, ...]:
        made = bench.draft(found[id_], chat=OFFLINE)
        others = [n for n in names if plain_name(n) != plain_name(made.letter.matter.company)]
        return tuple(offline.marked(id_, made, _as_text(made, None), others))

    return _report("drafts.letters", sorted(chosen), work, tick, offline.METRICS)


def _formats(bench: Workbench, place: Path, take: int, tick: Tick) -> Report:
    """Companies with two or more response letters: the last is drafted in the format of those before it."""
    of_company: dict[str, list[Parsed]] = defaultdict(list)
    for path in letters_at([place]):
        with suppress(DrafterError):
            letter = parsed(path)
            if letter.letter.side is Side.COMPANY and letter.responses and letter.letter.sent:
                of_company[plain_name(letter.letter.matter.company)].append(letter)
    known = {c: sorted(of_company[c], key=_when) for c in sorted(of_company) if len(of_company[c]) > 1}

    def work(id_: str) -> tuple[Item, ...]:
        *before, last = known[id_]
        form = learn(before)
        made = draft(drafting_case(last, form))
        again = parse(read(render(made, ".docx", form=form), "letter.docx"), "again")
        shown: dict[str, str] = {}
        for letter in before:
            shown |= parts(letter)
        return tuple(format_parts.marked(id_, parts(last), parts(again), shown))

    return _report("drafts.format", known, work, tick, format_parts.METRICS)


def drafting_case(answer: Parsed, form: Format) -> DraftingCase:
    """The letter that a response letter answers, as far as the response letter tells it.

    Who writes, and whether others are copied, are facts of the matter that counsel knows.
    """
    said = answer.letter
    comments = tuple(p.comment for p in pair(answer).pairs)
    staff = replace(said, side=Side.STAFF, kind=Kind.COMMENTS, sent=next(iter(said.answers), None), lines=())
    shown = learn([answer])
    matter = MatterFile(
        said.matter.company, said.matter.cik, filings=said.matter.filings, sent=said.sent,
        letterhead=shown.speaker, counsel=Person(firm=FIRM), copies=COPIES if shown.copies else (),
        signatory=replace(SIGNATORY, title="" if shown.speaker == "counsel" else SIGNATORY.title),
    )  # fmt: skip
    return DraftingCase(staff, comments, applied(form, matter))


def _when(letter: Parsed) -> date:
    return letter.letter.sent or date.min


def _asks(path: Path) -> bool:
    try:
        letter = parsed(path)
    except DrafterError:
        return False
    return letter.letter.side is Side.STAFF and bool(letter.comments)


def _as_text(made: Draft, form: Format | None) -> str:
    return render(made, ".txt", form=form).decode("utf-8")


def _report(
    suite: str,
    ids: Iterable[str],
    work: Callable[[str], tuple[Item, ...]],
    tick: Tick,
    table: Mapping[str, Metric],
) -> Report:
    wanted, done = list(ids), list[Case]()
    for id_ in wanted:
        tick(len(done), len(wanted))
        done.append(attempted(id_, work))
    return Report.over(suite, done, table)


KINDS: Mapping[str, Callable[[Workbench, Path, int, Tick], Report]] = {
    "cases": _cases,
    "letters": _letters,
    "format": _formats,
}
"""Suites of drafts, by what their folder holds."""


def judge(run: Path, chat: Chat, grades: Path | None, take: int = 0, tick: Tick = silent) -> Report:
    """The drafts of a backtest and the filed answers, marked by a chat; `grades` are people's marks.

    `take` answers are marked, 0 for all. Raises Unreadable for a folder without cases.
    """
    items = {i.id: i for c in _kept(run) for i in c.items if i.shown.get("filed")}
    by_people = judging.grades_in(rows(grades)) if grades else {}
    chosen = random.Random(SEED).sample(sorted(items), min(take or len(items), len(items)))

    def work(id_: str) -> tuple[Item, ...]:
        return (judging.judged(items[id_], chat, by_people.get(id_, {})),)

    return _report("judge", sorted(chosen), work, tick, judging.METRICS)


def _kept(run: Path) -> list[Case]:
    cases = kept(run / CASES)
    if not cases:
        raise Unreadable(f"{run} holds no cases. Give the folder that drafter eval backtest --run made.")
    return cases


# -- what becomes of a report -----------------------------------------------------------------------------

METRICS: Mapping[str, Mapping[str, Metric]] = {
    **ROOMS,
    "drafts.cases": casebook.METRICS,
    "drafts.letters": offline.METRICS,
    "drafts.format": format_parts.METRICS,
    "backtest": scoring.METRICS,
    "judge": judging.METRICS,
}
"""The figures of every suite."""


def place(suite: str) -> Path:
    """The folder of a suite: that path, else the folder of that name under evals/."""
    path = Path(suite)
    ours = folder("evals") / suite
    return ours if not path.exists() and ours.is_dir() else path


def finished(
    report: Report, table: Mapping[str, Metric], out: Path | None, shown_at: Path | None
) -> dict[str, Any]:
    """The report as JSON; recorded at `out` with the marks of its items, and set as a page, where named."""
    shape = results.recorded(report, table, program())
    if out:
        write(out, results.as_file(shape), force=True)
    if shown_at:
        write_page([_run(report, shape, missed(report, None))], shown_at)
    return {name: value for name, value in shape.items() if name != "marks"}


def missed(report: Report, gates: Path | None) -> tuple[str, ...]:
    """The gates that the report misses, by those of `gates` or else by ours. Raises BadSettings for none.

    What a chat says gates nothing.
    """
    if report.suite == "judge":
        return ()
    return thresholds.missed(report.suite, report.metrics, thresholds.thresholds(gates or _our_gates()))


def _our_gates() -> Path:
    return folder("evals") / "thresholds.toml"


def shown(path: Path) -> Run:
    """What is recorded at that path: a result, or the folder of a backtest with its letters."""
    if path.is_dir():
        report = Report.over("backtest", kept(path / CASES), scoring.METRICS)
        if not report.cases:
            raise Unreadable(f"{path} holds no cases. Give the folder that drafter eval backtest --run made.")
        return _run(report, {"intervals": intervals(report.cases, scoring.METRICS)}, missed(report, None))
    row, cases = results.read_result(path)
    report = Report(row["suite"], row["metrics"], cases)
    return _run(report, row, missed(report, None))


def write_page(runs: Sequence[Run], out: Path) -> None:
    """Write one page for those runs."""
    write(out, page(runs), force=True)


def _run(report: Report, shape: Mapping[str, Any], misses: Sequence[str]) -> Run:
    return Run(report.suite, report.metrics, shape["intervals"], report.cases, misses)
