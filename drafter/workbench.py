"""The one place where the parts are put together; every door calls it.

The rooms of drafting and reviewing are imported where they are used: a search waits for none of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from drafter.agreements import chat_of, check_confidential, embedder_of, server_of
from drafter.domain import Comment, Draft, Finding, MatterFile, Pair, Precedent, Review, Severity, Spent
from drafter.errors import BadSettings, Unreachable
from drafter.library import Filter, Library
from drafter.providers.chat import Chat
from drafter.retrieval import Found, Query, own_positions, precedents
from drafter.settings import Settings, read_settings

if TYPE_CHECKING:
    from drafter.drafting import Case, Find
    from drafter.filings import Filed
    from drafter.formats import Format
    from drafter.intake import Tick
    from drafter.providers.calls import CalledChat
    from drafter.providers.chat import Ask
    from drafter.providers.retriever import BaseRetriever
    from drafter.register import Entry

FORMATS = "formats"
PRIOR = "the prior comment that this one returns to"
OWN_POSITIONS = 3  # shown for one comment


def silent(done: int, total: int) -> None:
    """A tick for those who do not watch."""


@dataclass(frozen=True, slots=True)
class Then:
    """A day in the past, and the day on which the review opened in which counsel is then."""

    day: date | None
    opened: date | None


class Workbench:
    """A library with everything that works on it. Open one with `Workbench.open`."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._settings = settings
        self._elsewhere = (embedder_of(settings), server_of(settings))
        self._then: Then | None = None

    @classmethod
    def open(cls, folder: Path | str | None = None, settings: Settings | None = None) -> Self:
        """The library in that folder, made where there is none; without a folder, the one that is set."""
        settings = _placed(folder, settings)
        library = Library.open(settings.library, embedder_of(settings), server=settings.vectors)
        return cls(library, settings)

    @classmethod
    def rebuild(cls, settings: Settings, tick: Tick = silent) -> dict[str, object]:
        """Reads every kept letter again and makes the indexes anew; gives the counts that `add` gives."""
        total = 0

        def told(left: int) -> None:
            nonlocal total
            total = max(total, left)
            tick(total - left, total)

        library = Library.rebuild(settings.library, embedder_of(settings), told=told, server=settings.vectors)
        return cls(library, settings)._counts(0, library.status().letters, [])

    def close(self) -> None:
        """Lets go of the library's files."""
        self._library.close()

    def as_of(self, day: date | None, opened: date | None = None) -> Workbench:
        """The same workbench as if it were that day: it drafts from what was public before it.

        Of the company's own letters it takes those sent before `opened`, the day the review began (by default
        `day`), so that nothing of the review itself is used.
        """
        then = Workbench(self._library, self._settings)
        then._then = Then(day, opened or day)
        return then

    def pairs(self) -> tuple[Pair, ...]:
        """Every pair that the library holds, in order of id."""
        return tuple(sorted(self._library.pairs(), key=lambda p: p.id))

    def add(self, paths: Iterable[Path], tick: Tick = silent, processes: int = 1) -> dict[str, object]:
        """Keeps the letters at those paths; folders are walked. What cannot be read is named, never a stop.

        Many letters are read in that many processes, 0 for one on each core; more than one wants a program
        whose main module can be imported. Gives added, unchanged, unreadable (path and why), letters and pairs.
        """
        from drafter.intake import letters_at, readable

        files = list(letters_at(paths))
        unreadable: list[dict[str, str]] = []
        added = self._library.add(readable(files, unreadable, tick, self._library.knows, processes))
        return self._counts(added.added, added.unchanged, unreadable)

    def status(self) -> dict[str, object]:
        """What the library holds, and where it is."""
        held, stands = asdict(self._library.status()), self._library.standings()
        return {"library": str(self._settings.library), **held, **stands}

    def precedents(
        self,
        text: str,
        heading: str | Sequence[str] = (),
        count: int = 10,
        collapse: bool = False,
        **filters: Any,
    ) -> Found:
        """Precedents for a comment, best first. Filters are those of `library.Filter`.

        With `collapse`, comments sent to many companies in the same words are one precedent with its duplicates.
        With the setting `rerank` a chat orders the first ten; `Found.note` says where it could not.
        """
        query = Query(text, _path(heading), filter=Filter(**filters))
        found = precedents(self._library, query, count, collapse)
        chat = self._chat(None) if self._settings.rerank else None
        if chat is None:
            return found
        from drafter.retrieval.ordering import ordered

        return ordered(found, query, self._called(chat))

    def retriever(self, count: int = 10, **filters: Any) -> BaseRetriever:
        """The precedents as a LangChain retriever, for a chain of your own; filters as in `precedents`."""
        from drafter.providers.retriever import langchain_retriever

        return langchain_retriever(lambda text: self.precedents(text, count=count, **filters).precedents)

    def answer_queries(
        self, file: Path, count: int, filters: Mapping[str, Any], collapse: bool = False
    ) -> Iterator[dict[str, object]]:
        """The precedents of each query of a JSON lines file, as `search --queries` prints them."""
        from drafter import contract

        for row in _rows(file):
            said = {k: v for k, v in row.items() if k in Filter.__dataclass_fields__}
            found = self.precedents(
                row["text"], row.get("heading", ""), count, collapse, **{**filters, **said}
            )
            yield {
                "id": row.get("id", ""),
                **contract.found_shape(found.precedents, found.close, note=found.note),
            }

    # Drafting

    def draft(
        self,
        letter: Path,
        matter: Path | MatterFile | None = None,
        facts: Sequence[Path] = (),
        chat: str | Chat | None = None,
        form: Format | None = None,
        tick: Tick = silent,
    ) -> Draft:
        """A first draft of the answer to that letter.

        `chat` is a chat or its name, None the one that is set; `form` the company's format (see `form_of`).
        Raises Unreadable for a letter without comments, BadMatter, and Refused for a confidential matter and a
        chat that is not on this machine.
        """
        from drafter.drafting import draft
        from drafter.drafting.checks.chatting import ChatWriter

        case = self._case(letter, matter, facts, form)
        talker = self._chat(chat)
        check_confidential(case.matter, (talker, *self._elsewhere))
        called = self._called(talker) if talker else None
        writer = ChatWriter(called, self._settings.parallel) if called else None
        try:
            made = draft(case, *self._searches(case), writer, self._library.digest(), tick)
        except Unreachable as error:
            kept = " Replies that came are kept: the same command goes on from there."
            raise Unreachable(f"{error}{kept if self._settings.remember else ''}") from None
        spent = self._priced(called.spent) if called else None
        findings = (*_unknown_keys(case.matter), *made.findings, *self._reminders(case))
        return replace(made, findings=findings, provenance=replace(made.provenance, spent=spent))

    def asks(
        self,
        letter: Path,
        matter: Path | MatterFile | None = None,
        facts: Sequence[Path] = (),
        form: Format | None = None,
    ) -> dict[str, Ask]:
        """What a chat would be asked first for each comment, by its number; nothing is sent."""
        from drafter.drafting import plans
        from drafter.drafting.checks.chatting import ask_for
        from drafter.drafting.language.scene import Scene

        case = self._case(letter, matter, facts, form)
        check_confidential(case.matter, self._elsewhere)
        scene = Scene.of(case.matter)
        return {p.comment.number: ask_for(p, scene) for p in plans(case, *self._searches(case))}

    def form_of(self, matter: Path | MatterFile | None, name: str = "") -> Format | None:
        """The format by that name, else the one that the matter file names or points to; None for ours.

        Raises BadTemplate where there is none of that name, Unreadable where the letter to learn from is none.
        """
        from drafter.formats import kept, learn
        from drafter.intake import parsed

        file = matter_file(matter)
        if name or file.format:
            return kept(self._formats, name or file.format)
        return learn([parsed(Path(file.learn_from))]) if file.learn_from else None

    def learn_format(self, name: str, letters: Iterable[Path], force: bool = False) -> Path:
        """Keeps, under that name, the format of those response letters of one company; gives its file."""
        from drafter.formats import keep, learn
        from drafter.intake import letters_at, parsed

        return keep(self._formats, name, learn([parsed(p) for p in letters_at(letters)]), force)

    def write(
        self,
        made: Draft,
        out: Path,
        template: Path | None = None,
        form: Format | None = None,
        force: bool = False,
    ) -> dict[str, Any]:
        """Writes the letter and, beside it, its findings and sources as JSON; gives that JSON.

        Raises WouldOverwrite where either exists and `force` is not given.
        """
        from drafter.outgoing import write_draft

        return write_draft(made, out, template, form, force)

    def redraft(
        self, edited: Path, made: Draft, out: Path, form: Format | None = None, force: bool = False
    ) -> dict[str, Any]:
        """Writes counsel's edited letter with the new answers where nothing was edited; gives the JSON.

        Raises Unreadable where the record of the edited draft is not beside it, WouldOverwrite as `write`.
        """
        from drafter.intake import contents
        from drafter.outgoing import review_path, write_letters
        from drafter.rendering import redraft

        before = contents(review_path(edited))
        laid = redraft(contents(edited), json.loads(before), made, form)
        shape = write_letters({out: laid.letter}, laid.draft, out, force)
        return {**shape, "kept": list(laid.kept), "replaced": list(laid.replaced)}

    # Reviewing

    def review(
        self,
        letter: Path,
        staff: Path | None,
        matter: Path | MatterFile | None = None,
        facts: Sequence[Path] = (),
    ) -> Review:
        """What a careful associate would mark in that letter, errors first, and what could not be checked;
        nothing in the file is changed.
        """
        from drafter.intake import contents, notes, parsed, staff_letter
        from drafter.review import Reviewed, judged
        from drafter.review.file import review_file

        draft_letter = parsed(letter)
        asked = staff_letter(staff) if staff else None
        file = matter_file(matter)
        matter_of = (asked or draft_letter).letter.matter
        name = _names(file.company, file.cik, matter_of.company, matter_of.cik)
        before = (asked or draft_letter).letter.sent
        mine = self._library.passing(self._library.sieve(Filter(company=name, before=before))) if name else ()
        own = tuple(self._library.some(mine).values())
        mine_too = {p.matter.company for p in own} | {file.company, matter_of.company}
        others = tuple(n for n in self._library.company_names() if n not in mine_too)
        known = file if file != MatterFile(document=file.document) else None
        about = Reviewed(draft_letter, asked, known, notes(facts), others, own, _filed(file))
        made = judged(about)
        in_file = review_file(contents(letter)) if letter.suffix.lower() == ".docx" else ()
        return replace(made, findings=(*in_file, *_unknown_keys(file), *made.findings))

    def undertakings(
        self, company: str = "", filings: Sequence[Path] = (), today: date | None = None
    ) -> tuple[Entry, ...]:
        """What companies (or that one) promised the staff, in the order of the letters' dates, each with its
        due filing and its standing on that day; those that fall due in the filings given are kept or not
        found there.
        """
        from drafter.promises import held_against, marks
        from drafter.register import entries

        passing = self._library.passing(self._library.sieve(Filter(company=company)))
        kept = marks(self._settings.library)
        register = entries(self._library.some(passing).values(), today or date.today(), kept)
        return held_against(register, filings)

    def mark_undertaking(self, id_: str, said: str) -> None:
        """Keeps counsel's word on a promise: kept, not_found, or open again. Raises BadSettings."""
        from drafter.promises import mark

        mark(self._settings.library, self.undertakings(), id_, said)

    def _reminders(self, case: Case) -> Iterator[Finding]:
        """The company's earlier promises that the comments touch."""
        from drafter.register import Standing, reminder, touched

        matter, sent = case.letter.matter, case.letter.sent
        name = _names(case.matter.company, case.matter.cik, matter.company, matter.cik)
        known = self.undertakings(name, today=sent) if name else ()
        register = [e for e in known if _earlier(e.pair.sent, sent)]
        for comment in case.comments:
            for entry in touched(register, comment)[:OWN_POSITIONS]:
                grave = entry.standing in (Standing.OVERDUE, Standing.NOT_FOUND)
                severity = Severity.WARNING if grave else Severity.NOTE
                said = entry.promise.text
                yield Finding("promises.touched", severity, reminder(entry), comment.number, None, said)

    def promised(self, company: str, text: str, heading: str = "") -> tuple[Entry, ...]:
        """What that company promised the staff on the subject of a comment, nearest first; () for nothing."""
        from drafter.register import touched

        return touched(self.undertakings(company), Comment("", "", text, _path(heading)))

    # Parts

    @property
    def _formats(self) -> Path:
        return self._settings.library / FORMATS

    def _case(
        self, letter: Path, matter: Path | MatterFile | None, facts: Sequence[Path], form: Format | None
    ) -> Case:
        """What a draft is made from."""
        from drafter.drafting import Case
        from drafter.formats import applied
        from drafter.intake import notes, staff_letter
        from drafter.matters import placed

        staff = staff_letter(letter)
        file = matter_file(matter)
        file = applied(form, file) if form else file
        told = placed(notes(facts), [c.number for c in staff.comments])
        return Case(staff.letter, staff.comments, file, told, _filed(file))

    def _searches(self, case: Case) -> tuple[Find, Find]:
        """Precedents of others for a comment of that case, and the company's own earlier pairs."""
        file, said = case.matter, case.letter.matter
        known = self._library.names(case.letter)
        company = _names(file.company, file.cik, said.company, said.cik, *known)
        before = self._then.opened if self._then else case.letter.sent
        returned_to = self._returned_to(case, before)
        return self._find(company, returned_to), self._own(company, before, returned_to)

    def _returned_to(self, case: Case, before: date | None) -> dict[str, tuple[Precedent, ...]]:
        """The company's earlier pairs of the same review that comments of the letter return to, by number."""
        earlier = self._library.earlier(case.letter, case.comments)
        return {
            number: tuple(
                Precedent(p, 1.0, ("review",), (f"{PRIOR}, answered on {p.sent or 'an unknown day'}",))
                for p in pairs
                if _earlier(p.sent, before)
            )
            for number, pairs in earlier.items()
        }

    def _called(self, chat: Chat) -> CalledChat:
        from drafter.providers.calls import CalledChat

        settings = self._settings
        return CalledChat(chat, settings.library, settings.chat_url, settings.remember)

    def _priced(self, spent: Spent) -> Spent:
        """With what it cost, where the settings name a price."""
        a_million = spent.tokens_in * self._settings.price_in + spent.tokens_out * self._settings.price_out
        named = self._settings.price_in or self._settings.price_out
        return replace(spent, cost=round(a_million / 1_000_000, 4)) if named else spent

    def _chat(self, chat: str | Chat | None) -> Chat | None:
        if chat is None or isinstance(chat, str):
            return chat_of(self._settings.model_copy(update={"chat": chat or self._settings.chat}))
        return chat

    def _find(
        self, company: str, returned_to: Mapping[str, Sequence[Precedent]]
    ) -> Callable[[Comment], Sequence[Precedent]]:
        day = self._then.day if self._then else None

        def found(comment: Comment) -> Sequence[Precedent]:
            first = next((p.pair.comment for p in returned_to.get(comment.number, ())), None)
            query = Query(comment.text, comment.heading, company, Filter(before=day, as_of=day), first)
            return precedents(self._library, query, self._settings.precedents).precedents

        return found

    def _own(
        self, company: str, before: date | None, returned_to: Mapping[str, Sequence[Precedent]]
    ) -> Callable[[Comment], Sequence[Precedent]]:
        def found(comment: Comment) -> Sequence[Precedent]:
            query = Query(comment.text, comment.heading, company, Filter(before=before))
            first = returned_to.get(comment.number, ())
            ids = {p.pair.id for p in first}
            near = (p for p in own_positions(self._library, query, OWN_POSITIONS) if p.pair.id not in ids)
            return (*first, *near)[:OWN_POSITIONS]

        return found

    def _counts(self, added: int, unchanged: int, unreadable: list[dict[str, str]]) -> dict[str, object]:
        held = self._library.status()
        return {
            "added": added,
            "unchanged": unchanged,
            "unreadable": unreadable,
            "letters": held.letters,
            "pairs": held.pairs,
        }


def _earlier(sent: date | None, before: date | None) -> bool:
    """Whether a letter of that date lies before the day, where both are known."""
    return sent is None or before is None or sent < before


def _names(*said: str) -> str:
    """Every name and CIK by which the company is known, as a filter takes them."""
    return " | ".join(dict.fromkeys(filter(None, said)))


def matter_file(
    matter: Path | MatterFile | None, stances: Sequence[str] = (), filing: Path | None = None
) -> MatterFile:
    """The matter that counsel's file describes, its paths as seen from here; empty where there is none.

    `stances` are set by hand ("3=explain") and go before those of the file, as the path of the `filing` does.
    Raises BadMatter, Unreadable.
    """
    from drafter.matters import stance_set

    file = _read(matter) if isinstance(matter, Path) else matter or MatterFile()
    by_hand = tuple(stance_set(s) for s in stances)
    file = replace(file, stances=(*file.stances, *by_hand)) if by_hand else file
    return replace(file, document=str(filing)) if filing else file


def _filed(matter: MatterFile) -> Filed | None:
    """The filing under review, opened; None where the matter names no file of it. Raises Unreadable."""
    from drafter.intake import filing_at

    return filing_at(Path(matter.document)) if matter.document else None


def _read(matter: Path) -> MatterFile:
    from drafter.intake import text_at
    from drafter.matters import read_matter

    file = read_matter(text_at(matter), matter.name)
    learn_from = str(matter.parent / file.learn_from) if file.learn_from else ""
    document = str(matter.parent / file.document) if file.document else ""
    return replace(file, learn_from=learn_from, document=document)


def _unknown_keys(file: MatterFile) -> tuple[Finding, ...]:
    return tuple(Finding("matter.unknown_key", Severity.WARNING, told) for told in file.unknown)


DAYS = ("since", "before", "as_of")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    from drafter.intake import text_at

    for number, line in enumerate(text_at(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = {k: v for k, v in json.loads(line).items() if v is not None}
            yield {**row, "text": str(row["text"]), **_typed(row)}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadSettings(
                f'{file}, line {number} cannot be used ({error}): every line is an object with at least "text", '
                'its days are written as "2022-12-09" and its round as a number.'
            ) from None


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row's filters as a filter takes them."""
    days = {name: date.fromisoformat(row[name]) for name in DAYS if name in row}
    names = {
        k: str(v) for k, v in row.items() if k in Filter.__dataclass_fields__ and k not in (*DAYS, "round")
    }
    return {**names, **days, **({"round": int(row["round"])} if "round" in row else {})}


def _path(heading: str | Sequence[str]) -> tuple[str, ...]:
    parts = heading.split(" / ") if isinstance(heading, str) else heading
    return tuple(p.strip() for p in parts if p.strip())


def _placed(folder: Path | str | None, settings: Settings | None) -> Settings:
    settings = settings or read_settings()
    return settings.model_copy(update={"library": Path(folder)}) if folder is not None else settings
