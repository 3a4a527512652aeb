"""Door 1: the command line. stdout is what was asked for, stderr is progress; --json gives one JSON document.

Exit: 0 well, 1 findings of severity error, 2 usage, 3 an error that says what to do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter import measuring
from drafter.asking import agree
from drafter.errors import DrafterError
from drafter.measuring import AsJson, print_json
from drafter.progress import progress

if TYPE_CHECKING:
    from drafter.domain import Finding
    from drafter.providers.chat import Ask
    from drafter.settings import Settings
    from drafter.workbench import Workbench

app = typer.Typer(
    name="drafter",
    help="First drafts of response letters to SEC staff comments, every unknown fact a visible blank.",
    epilog="Start with: drafter demo. Nothing leaves this machine unless you name a chat elsewhere.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

LibraryFolder = Annotated[Path | None, typer.Option("--library", help="Folder of the library.")]
Yes = Annotated[bool, typer.Option("--yes", help="Agree to what is sent to a chat or embedder elsewhere.")]
Letters = Annotated[list[Path], typer.Argument(help="Letters, or folders of letters.")]
StaffLetter = Annotated[Path, typer.Argument(help="The staff's comment letter.")]
MatterPath = Annotated[
    Path | None, typer.Option("--matter", help="Matter file: company, filing, dates, signatory.")
]
FilingPath = Annotated[
    Path | None, typer.Option("--filing", help="The filing under review: .htm, .pdf, .txt or .docx.")
]
Notes = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts", help="Counsel's notes, a heading a comment: .md, .txt or .docx, or a folder of them."
    ),
]
MoreNotes = Annotated[list[Path] | None, typer.Argument(help="Further files of notes, after --facts FILE.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]


ALL_CORES = 0


def main() -> None:
    """Run the command line; an error meant for the user is printed without a traceback (--debug shows it)."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console that is not UTF-8 must not stop a letter
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        app()
    except DrafterError as error:
        if debug:
            raise
        typer.secho(f"drafter: {error}", err=True, fg=typer.colors.RED)
        sys.exit(3)


@app.callback()
def every_command() -> None:
    """Add --debug to any command to see where an error comes from."""


@app.command(epilog="Example: drafter show staff-letter.pdf --with response.htm")
def show(
    paths: Letters,
    response: Annotated[
        Path | None, typer.Option("--with", help="The response letter to read with this staff letter.")
    ] = None,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show what is read from a letter: header, comments, answers, requests, topics. No library is needed."""
    from drafter.intake import show as read

    with progress("Reading letters") as tick:
        shown = read(paths, response, tick, ALL_CORES)
    if as_json:
        print_json(shown if len(paths) > 1 or paths[0].is_dir() else shown[0])
        return
    from drafter import report

    if not shown:
        typer.echo("No letters are there: give PDF, HTML, Word or text files, or a folder of them.", err=True)
    for shape in shown:
        report.letter(shape)


@app.command(epilog="Example: drafter add SEC-letters/")
def add(paths: Letters, yes: Yes = False, library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Keep letters in the library; adding the same file again changes nothing."""
    bench = _bench(agree(_settings(library), "ADD", yes))
    with progress("Adding letters") as tick:
        counts = bench.add(paths, tick, ALL_CORES)
    _print_counts(counts, as_json)


@app.command(epilog='Example: drafter search "how you determined your operating segments" --since 2018-01-01')
def search(
    text: Annotated[str, typer.Argument(help="A staff comment, a phrase, an authority or a question.")] = "",
    count: Annotated[int, typer.Option(min=1, max=1000, help="How many precedents.")] = 10,
    heading: Annotated[str, typer.Option(help="The heading that the comment stands under.")] = "",
    company: Annotated[str, typer.Option(help="Only this company (name or CIK).")] = "",
    not_company: Annotated[str, typer.Option(help="Not this company (name or CIK).")] = "",
    form: Annotated[str, typer.Option(help="Only reviews of this form, as 10-K.")] = "",
    topic: Annotated[str, typer.Option(help="Only this topic, as segments or mdna.metrics.")] = "",
    authority: Annotated[str, typer.Option(help='Only comments that cite this, as "ASC 280".')] = "",
    since: Day = None,
    before: Day = None,
    industry: Annotated[str, typer.Option(help="Only this SIC code.")] = "",
    section: Annotated[str, typer.Option(help="Only this part of the filing, as mdna or risk_factors.")] = "",
    stance: Annotated[str, typer.Option(help="Only answers that do this, as explain or push_back.")] = "",
    round_: Annotated[int, typer.Option("--round", min=0, help="Only this round of a review.")] = 0,
    outcome: Annotated[
        str, typer.Option(help="Only what stands so with the staff, as settled or followed_up.")
    ] = "",
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only what can have been public that day."),
    ] = None,
    collapse: Annotated[
        bool | None,
        typer.Option(help="One hit for a comment sent to many; usual but with --queries."),
    ] = None,
    queries: Annotated[
        Path | None, typer.Option(help="Many queries: JSON lines of id, text, heading.")
    ] = None,
    yes: Yes = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Find precedents: what others were asked, and what they answered."""
    if not text.strip() and queries is None:
        raise typer.BadParameter("say what to search for, or give --queries FILE")
    bench = _bench(agree(_settings(library), "SEARCH", yes))
    filters = {
        "company": company,
        "not_company": not_company,
        "form": form,
        "topic": topic,
        "authority": authority,
        "since": since.date() if since else None,
        "before": before.date() if before else None,
        "industry": industry,
        "section": section,
        "stance": stance,
        "round": round_,
        "outcome": outcome,
        "as_of": as_of.date() if as_of else None,
    }
    if queries is not None:
        for row in bench.answer_queries(queries, count, filters, bool(collapse)):
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    found = bench.precedents(text, heading, count, collapse is not False, **filters)
    promised = bench.promised(company, text, heading) if company else ()
    if as_json:
        from drafter.contract import found_shape

        print_json(found_shape(found.precedents, found.close, promised, found.note))
    else:
        from drafter import report

        report.precedents(found.precedents, found.close, found.note)
        report.undertakings(promised)


@app.command(epilog="Example: drafter draft staff.pdf --matter matter.toml --facts facts.md -o response.docx")
def draft(
    staff_letter: StaffLetter,
    more: MoreNotes = None,
    matter: MatterPath = None,
    facts: Notes = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Where to write: .docx, .html, .md or .txt.")
    ] = Path("response.docx"),
    chat: Annotated[
        str | None, typer.Option(help="offline, openai:MODEL or langchain:PROVIDER:MODEL.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="A learnt format, by name.")] = "",
    template: Annotated[Path | None, typer.Option(help="A letter template of your own.")] = None,
    edited: Annotated[
        Path | None, typer.Option("--redraft", help="Your edited .docx: what you edited is kept.")
    ] = None,
    filing: FilingPath = None,
    stance: Annotated[
        list[str] | None, typer.Option(help="A comment's stance as you set it: 3=explain. Again for more.")
    ] = None,
    preview: Annotated[
        bool,
        typer.Option(
            "--preview", help="Print what the chat would be sent; nothing is sent to it or written."
        ),
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask a chat again also what it has answered before.")
    ] = False,
    force: Force = False,
    yes: Yes = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Draft the response letter, every unknown fact left as a visible blank."""
    from drafter.agreements import chat_of
    from drafter.outgoing import check_free
    from drafter.workbench import matter_file

    told = _all_notes(facts, more)
    settings = _settings(library, chat=chat, remember=False if fresh else None)
    file = matter_file(matter, stance or (), filing)
    bench = _bench(agree(settings, "SEARCH" if preview else "DRAFT", yes))
    form = bench.form_of(file, format_)
    if preview:
        _print_asks(bench.asks(staff_letter, file, told, form))
        return
    check_free(out, force)
    with progress("Drafting") as bar:
        made = bench.draft(staff_letter, file, told, chat_of(settings, bar.heard), form, bar)
    shape = (
        bench.redraft(edited, made, out, form, force)
        if edited
        else bench.write(made, out, template, form, force)
    )
    if as_json:
        print_json(shape)
    else:
        from drafter import report

        report.drafted(made, [Path(p) for p in shape["versions"]])
    _exit_on_errors(made.findings)


@app.command(epilog="Example: drafter review response.docx --letter staff.pdf -o findings.html")
def review(
    letter: Annotated[Path, typer.Argument(help="The draft: .docx, .htm, .pdf or .txt, ours or anyone's.")],
    more: MoreNotes = None,
    staff: Annotated[
        Path | None, typer.Option("--letter", help="The staff's letter that it answers.")
    ] = None,
    matter: MatterPath = None,
    facts: Notes = None,
    filing: FilingPath = None,
    out: Annotated[
        list[Path] | None,
        typer.Option("--out", "-o", help="Findings as .html, or as comments in a copy of the .docx."),
    ] = None,
    force: Force = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Mark in a draft letter what a careful associate would mark; the file itself is left as it is."""
    from drafter.outgoing import check_reviews_free, write_reviews
    from drafter.workbench import matter_file

    check_reviews_free(letter, out or (), force)
    file = matter_file(matter, filing=filing)
    made = _bench(_settings(library)).review(letter, staff, file, _all_notes(facts, more))
    write_reviews(letter, staff, made, out or (), force)
    if as_json:
        from drafter.contract import review_shape

        print_json(review_shape(made))
    else:
        from drafter import report

        report.review(made, out or ())
    _exit_on_errors(made.findings)


@app.command(epilog="Example: drafter clean response.docx -o filed.docx")
def clean(
    letter: Annotated[Path, typer.Argument(help="The letter as counsel finished it: .docx or .html.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write the clean letter.")],
    force: Force = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Write the letter without comments, tracked changes and metadata; refused while blanks remain."""
    from drafter.outgoing import write_clean

    write_clean(letter, out, force)
    _print_path(out, as_json)


@app.command(
    epilog='Example: drafter undertakings --company "Our Client, Inc." --open --filing 10-k-2022.htm'
)
def undertakings(
    company: Annotated[str, typer.Option(help="Only this company (name or CIK).")] = "",
    only_open: Annotated[bool, typer.Option("--open", help="Only those that are not kept.")] = False,
    filing: Annotated[
        list[Path] | None, typer.Option(help="A later filing: which promises it keeps, with the passage.")
    ] = None,
    mark: Annotated[
        tuple[str, str], typer.Option(metavar="ID STANDING", help="Keep your word: kept, not_found or open.")
    ] = ("", ""),
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """List what companies promised the staff: what, in which filing, from when, and whether it was kept."""
    bench = _bench(_settings(library))
    if mark[0]:
        bench.mark_undertaking(*mark)
    found = [e for e in bench.undertakings(company, filing or ()) if e.open or not only_open]
    if as_json:
        from drafter.contract import undertaking_shape

        print_json({"undertakings": [undertaking_shape(e) for e in found]})
    else:
        from drafter import report

        report.undertakings(found)


formats = typer.Typer(help="The formats of companies' own letters.", no_args_is_help=True)
app.add_typer(formats, name="format")
app.add_typer(measuring.app, name="eval")


@formats.command("learn", epilog="Example: drafter format learn harrowgate harrowgate-2022.htm")
def learn(
    name: Annotated[str, typer.Argument(help="What to call the format.")],
    letters: Annotated[list[Path], typer.Argument(help="Earlier response letters of one company.")],
    force: Force = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Learn a company's format from its earlier response letters, for draft --format NAME."""
    _print_path(_bench(_settings(library)).learn_format(name, letters, force), as_json)


@app.command(epilog="Example: drafter demo --out out")
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the library and the letters.")] = Path("out"),
    force: Force = False,
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Draft the sample matter of invented companies, from an empty library to a letter in Word."""
    from drafter import demonstration

    with progress("Preparing the sample library") as tick:
        made, written = demonstration.run(out, library or out / "library", force, tick)
    if as_json:
        from drafter.contract import draft_shape

        print_json(draft_shape(str(written[0]), made))
    else:
        from drafter import report

        report.drafted(made, written)


@app.command(epilog="Example: drafter rebuild --library SEC-library")
def rebuild(yes: Yes = False, library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Read every kept letter again and make the indexes anew, with the embedder now set."""
    from drafter.workbench import Workbench

    settings = agree(_settings(library), "ADD", yes)
    with progress("Rebuilding") as tick:
        counts = Workbench.rebuild(settings, tick)
    _print_counts(counts, as_json)


@app.command(epilog="Example: drafter status --json")
def status(library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Say where the library is and what it holds."""
    shape = _bench(_settings(library)).status()
    if as_json:
        print_json(shape)
    else:
        from drafter import report

        report.status(shape)


def _all_notes(facts: Sequence[Path] | None, more: Sequence[Path] | None) -> tuple[Path, ...]:
    """The files of notes: those that --facts names, and those that follow it."""
    if more and not facts:
        raise typer.BadParameter(f"what is {more[0]}? One letter is given; notes come after --facts")
    return (*(facts or ()), *(more or ()))


def _settings(library: Path | None, **flags: object) -> Settings:
    from drafter.settings import read_settings

    return read_settings({"library": library, **flags})


def _bench(settings: Settings) -> Workbench:
    """The workbench, for work that sends nothing."""
    from drafter.workbench import Workbench

    return Workbench.open(settings.library, settings)


def _print_asks(asks: Mapping[str, Ask]) -> None:
    print_json([{"comment": number, "system": a.system, "text": a.text} for number, a in asks.items()])


def _print_counts(counts: dict[str, object], as_json: bool) -> None:
    if as_json:
        print_json(counts)
        return
    from drafter import report

    report.added(counts)


def _print_path(written: Path, as_json: bool) -> None:
    if as_json:
        print_json({"written": str(written)})
    else:
        typer.echo(str(written))


def _exit_on_errors(findings: Sequence[Finding]) -> None:
    if any(f.severity == "error" for f in findings):
        raise typer.Exit(1)
