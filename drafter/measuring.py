"""The door to evaluation: `drafter eval SUITE ...`, comparing two results, and the page for all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.asking import agree
from drafter.progress import progress

if TYPE_CHECKING:
    from drafter.evaluation.report import Metric, Report
    from drafter.settings import Settings

app = typer.Typer(
    help="Measure against gold, cases and what was filed; compare two results.",
    epilog="Example: drafter eval backtest letters/ --run out/backtest --report out/backtest.html",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Gold = Annotated[Path, typer.Argument(help="Folder with letters and gold; see evals/README.md.")]
LibraryFolder = Annotated[
    Path | None, typer.Option("--library", help="Not used: a suite makes a library of its own.")
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Record figures and marks here, no sentences.")]
Page = Annotated[Path | None, typer.Option("--report", help="Write one HTML page with everything here.")]
Gate = Annotated[bool, typer.Option("--gate", help="Exit 1 where a figure misses its threshold.")]
GateFile = Annotated[
    Path | None, typer.Option("--thresholds", help="A file of thresholds other than our own.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


@app.command(epilog="Example: drafter eval parsing letters/ --json")
def parsing(
    folder: Gold, out: Out = None, page: Page = None, gate: Gate = False, thresholds: GateFile = None,
    library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How right letters are read: comments, pairs, heads and threads."""
    _measured("parsing", folder, _Wanted(out, page, gate, thresholds, as_json))


@app.command(epilog="Example: drafter eval requests requests_gold.jsonl --json")
def requests(
    folder: Gold, out: Out = None, page: Page = None, gate: Gate = False, thresholds: GateFile = None,
    library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How right the things that comments ask for are found."""
    _measured("requests", folder, _Wanted(out, page, gate, thresholds, as_json))


@app.command(epilog="Example: drafter eval retrieval letters/ --json")
def retrieval(
    folder: Gold, out: Out = None, page: Page = None, gate: Gate = False, thresholds: GateFile = None,
    library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How good the precedents are that are found, beside plain rankings."""
    _measured("retrieval", folder, _Wanted(out, page, gate, thresholds, as_json))


@app.command(epilog="Example: drafter eval drafts cases --gate")
def drafts(
    suite: Annotated[str, typer.Argument(help="A folder of cases or letters, or its name under evals/.")],
    kind: Annotated[
        str, typer.Option("--as", help="cases, letters or format; what the folder looks like otherwise.")
    ] = "",
    take: Annotated[int, typer.Option(min=0, help="How many letters to draft, 0 for all.")] = 0,
    out: Out = None, page: Page = None, gate: Gate = False, thresholds: GateFile = None,
    library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Drafts against what cases expect, of letters without facts, and in companies' own formats."""
    from drafter import trials

    with progress("Drafting") as tick:
        report = trials.drafts(trials.place(suite), kind, _settings(), take, tick)
    _told(report, trials.METRICS[report.suite], _Wanted(out, page, gate, thresholds, as_json))


@app.command(epilog="Example: drafter eval backtest letters/ --run out/backtest --report out/backtest.html")
def backtest(
    letters: Annotated[Path, typer.Argument(help="Letters as EDGAR has them: the staff's and the answers.")],
    run: Annotated[Path, typer.Option(help="Where the run is kept, so that it can be resumed.")] = Path("out/backtest"),
    out: Out = None, page: Page = None, gate: Gate = False, thresholds: GateFile = None,
    library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Every answered staff letter, drafted from what was public before it, against what was filed."""
    from drafter import trials

    with progress("Drafting") as tick:
        report = trials.backtest(letters, run, _settings(), tick)
    _told(report, trials.METRICS[report.suite], _Wanted(out, page, gate, thresholds, as_json))


@app.command(
    epilog="Example: drafter eval judge out/backtest --chat openai:gpt-5 --take 40 --grades grades.jsonl"
)
def judge(
    run: Annotated[Path, typer.Argument(help="The folder of a backtest.")],
    chat: Annotated[str, typer.Option(help="Who marks: openai:MODEL or langchain:PROVIDER:MODEL.")],
    grades: Annotated[
        Path | None, typer.Option(help="People's marks: JSON lines of id, side, mark.")
    ] = None,
    take: Annotated[int, typer.Option(min=0, help="How many answers to mark, 0 for all.")] = 20,
    yes: Annotated[bool, typer.Option("--yes", help="Agree to what is sent to a chat elsewhere.")] = False,
    out: Out = None, page: Page = None, library: LibraryFolder = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Drafts and filed answers marked by a chat, in both orders; it gates nothing."""
    from drafter import agreements, trials

    settings = agree(_settings(chat=chat), "JUDGE", yes)
    talker = agreements.chat_of(settings)
    if talker is None:
        raise typer.BadParameter("name a chat; offline there is none to mark")
    with progress("Marking") as tick:
        report = trials.judge(run, talker, grades, take, tick)
    _told(report, trials.METRICS[report.suite], _Wanted(out, page, False, None, as_json))


@app.command(epilog="Example: drafter eval compare before.json now.json")
def compare(
    before: Annotated[Path, typer.Argument(help="A result that eval --out recorded.")],
    now: Annotated[Path, typer.Argument(help="A later one.")],
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Which cases became better or worse between two results, and how surely."""
    from drafter.evaluation import results

    (_, old), (_, new) = results.read_result(before), results.read_result(now)
    changes, apart = results.compare(old, new), list(results.lost_and_found(old, new))
    if as_json:
        print_json({"changes": [results.change_shape(c) for c in changes], "apart": apart})
        return
    from drafter import report

    report.changes(changes, apart)


@app.command(epilog="Example: drafter eval page parsing.json drafts.json out/backtest --out evaluation.html")
def page(
    found: Annotated[list[Path], typer.Argument(help="Recorded results, and folders of backtests.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write the page.")] = Path("evaluation.html"),
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """One page for several results; the letters themselves are shown where a backtest's folder is given."""
    from drafter import trials

    trials.write_page([trials.shown(path) for path in found], out)
    if as_json:
        print_json({"written": str(out)})
    else:
        typer.echo(str(out))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be done with a report."""

    out: Path | None
    page: Path | None
    gate: bool
    thresholds: Path | None
    as_json: bool


def _measured(suite: str, folder: Path, wanted: _Wanted) -> None:
    from drafter import evaluation

    _told(evaluation.run(suite, folder), evaluation.METRICS[suite], wanted)


def _told(report: Report, table: Mapping[str, Metric], wanted: _Wanted) -> None:
    """Print the report, write what is wanted of it, and hold it to its gates."""
    from drafter import trials

    shape: dict[str, Any] = trials.finished(report, table, wanted.out, wanted.page)
    missed = trials.missed(report, wanted.thresholds) if wanted.gate else ()
    if wanted.as_json:
        print_json({**shape, "missed": list(missed)} if wanted.gate else shape)
    else:
        from drafter import report as people

        people.evaluation(shape)
    for line in missed:
        typer.secho(f"missed: {line}", err=True, fg=typer.colors.RED)
    if missed:
        raise typer.Exit(1)


def print_json(value: object) -> None:
    """Print the value as one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _settings(**flags: object) -> Settings:
    from drafter.settings import read_settings

    return read_settings(flags)
