"""One comment -> one answer: a plan, passages written to it, and the firewall that judges them.

Its rooms import downward only: `checks` and `answers` on `disclosure` and `sentences`, these on `planning`, and all on
`notes` and `language`.
"""

from __future__ import annotations

import hashlib
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

from drafter.domain import (
    Answer,
    Comment,
    Draft,
    Extract,
    Fact,
    Finding,
    Letter,
    MatterFile,
    Move,
    Passage,
    Precedent,
    Provenance,
    Severity,
)
from drafter.drafting.answers.branches import amended, take_branches
from drafter.drafting.answers.carrying import for_the_future, refers_to
from drafter.drafting.answers.fates import at_their_statements, by_fate, supplied
from drafter.drafting.answers.filing import with_their_exhibits
from drafter.drafting.answers.fulfilling import as_promised, in_those_filings
from drafter.drafting.answers.offline import compose
from drafter.drafting.answers.pointing import answered_by_the_filing, parted
from drafter.drafting.answers.reports import number_of
from drafter.drafting.answers.resisting import as_decided
from drafter.drafting.answers.stance import after_conditions, choose
from drafter.drafting.answers.treating import tasks_of
from drafter.drafting.checks.grounding import Admitted, judge, sources_of
from drafter.drafting.checks.positions import notes_on
from drafter.drafting.checks.tying import (
    cited,
    contradictions,
    on_the_file,
    references,
    texts_of,
    ties,
    undecided,
)
from drafter.drafting.disclosure.revising import marked
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.asides import unadorned
from drafter.drafting.language.casing import keeping
from drafter.drafting.language.currencies import sign_of
from drafter.drafting.language.heads import names_in
from drafter.drafting.language.kinds import FIGURE
from drafter.drafting.language.periods import named_before
from drafter.drafting.language.scene import Scene, analyses, frames
from drafter.drafting.language.turning import voice_of
from drafter.drafting.notes.declining import declined
from drafter.drafting.notes.footing import footed
from drafter.drafting.notes.opining import in_firms_voice
from drafter.drafting.notes.ready import Told, Use, tell
from drafter.drafting.notes.silences import beside_silences
from drafter.drafting.notes.withholding import secret_names, unnamed
from drafter.drafting.planning.conditions import (
    believed,
    decide,
    decided_by_fate,
    said_with_the_question,
    with_shared_conditions,
)
from drafter.drafting.planning.deciding import not_kept_to
from drafter.drafting.planning.disagreements import unsettled
from drafter.drafting.planning.dues import Place, Target, is_registration, place_of
from drafter.drafting.planning.enacting import enacted
from drafter.drafting.planning.givens import BLANK, amendment, meeting
from drafter.drafting.planning.intents import promises, refuses, takes_out
from drafter.drafting.planning.limbs import on_their_grounds, unable, with_grounds, with_inability
from drafter.drafting.planning.placing import place_notes
from drafter.drafting.planning.plan import Plan, Task, Treat
from drafter.drafting.planning.presuming import as_far_as_known, on_premises, unpresumed
from drafter.drafting.planning.provisos import as_meant
from drafter.drafting.planning.refusing import spoken, unrefused
from drafter.drafting.planning.resolving import resolved_requests
from drafter.drafting.planning.rounds import of_this_comment, promises_due
from drafter.drafting.planning.settling import but_the_rest
from drafter.drafting.sentences.awaiting import either_way
from drafter.drafting.sentences.filling import filled
from drafter.drafting.sentences.owing import in_their_words
from drafter.drafting.sentences.remarks import without_remarks
from drafter.filings import Filed, passages
from drafter.matters import sentences
from drafter.requests import requests

__all__ = ["Case", "Find", "Offline", "Plan", "Scene", "Writer", "draft", "plan", "plans"]

Find = Callable[[Comment], Sequence[Precedent]]
"""Precedents for a comment, the nearest first."""


Tick = Callable[[int, int], None]
"""Told how many answers are drafted, and of how many, as they come; not always by the same thread."""


def _nothing(_: Comment) -> Sequence[Precedent]:
    return ()


def _unwatched(_done: int, _of: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Case:
    """What a draft is made from: the staff letter, its comments, what counsel says, and the filing."""

    letter: Letter
    comments: tuple[Comment, ...]
    matter: MatterFile = field(default_factory=MatterFile)
    facts: tuple[Fact, ...] = ()
    filed: Filed | None = None

    @property
    def form(self) -> str:
        """The form of the filing under review, as "10-K"; "" where nothing names it."""
        filings = self.matter.filings or self.letter.matter.filings
        return filings[0].form if filings else ""


class Writer(Protocol):
    """Who turns a plan into passages: the offline composer, or a chat."""

    @property
    def name(self) -> str:
        """As the draft's provenance names it, such as "offline"."""
        ...

    @property
    def digest(self) -> str:
        """Hexadecimal digest of the prompts or frames it writes with."""
        ...

    @property
    def at_once(self) -> int:
        """How many answers it can write at the same time."""
        ...

    def write(self, plan: Plan, scene: Scene, firewall: Admitted) -> tuple[Passage, ...]:
        """The passages of one answer, in order; each names its sources and the requests it answers.

        `firewall` is what the passages will be judged by.
        """
        ...


class Offline:
    """The composer that needs no language model."""

    name = "offline"
    at_once = 1

    @property
    def digest(self) -> str:
        """Digest of the frames and the guidance it writes with."""
        return hashlib.sha256(repr((frames(), analyses())).encode("utf-8")).hexdigest()

    def write(self, plan: Plan, scene: Scene, firewall: Admitted) -> tuple[Passage, ...]:
        """The passages that the frames give for that plan."""
        return compose(plan, scene)


def draft(
    case: Case,
    find: Find = _nothing,
    own: Find = _nothing,
    writer: Writer | None = None,
    library: str = "",
    tick: Tick = _unwatched,
) -> Draft:
    """An answer to every comment of the case, in order, with findings for counsel.

    `find` gives precedents of other companies, `own` the company's earlier pairs; of these only the company's
    own words may lend a fact. `library` is the digest of the library they come from. Without a writer the
    offline composer writes.
    """
    given, case = case.matter, settled(case)
    hand: Writer = writer or Offline()
    answers: list[Answer] = []
    findings: list[Finding] = list(_general(case))
    made = plans(case, find, own)
    tick(0, len(made))
    done = count(1)

    names = names_in(_admitted(case))

    def answered(one: Plan) -> tuple[Answer, tuple[Finding, ...]]:
        with keeping(names):
            judged = _answered(one, case, hand)
        tick(next(done), len(made))
        return judged

    with ThreadPoolExecutor(hand.at_once) as hands:
        for answer, found in hands.map(answered, made):
            answers.append(answer)
            findings += found
    provenance = Provenance(hand.name, hand.digest, library, datetime.now(UTC))
    revised = any(a.stance is Move.COMPLY_NOW for a in answers)
    matter = case.matter if revised else replace(given, person=case.matter.person)
    return Draft(case.letter, matter, tuple(answers), tuple(findings), provenance, case.facts)


FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What only a fault of the program raises while an answer is drafted; one answer that has it costs no other."""


def _planned(case: Case, turn: int, own: tuple[Precedent, ...]) -> Plan:
    """The plan of that answer; where it cannot be made, one that leaves the whole answer to counsel."""
    try:
        return plan(case, turn, own)
    except FAULTS as fault:
        return Plan(case.comments[turn], Move.EXPLAIN, _told(fault), Place(Target.PERIODIC, BLANK, BLANK), ())


def _answered(one: Plan, case: Case, hand: Writer) -> tuple[Answer, tuple[Finding, ...]]:
    """The judged answer to one comment; one that cannot be written is a blank for the whole, with an error."""
    try:
        judged = answer_to(one, case, hand)
    except FAULTS as fault:
        one = replace(one, tasks=(), told=(), loose=(), reason=_told(fault))
        judged = answer_to(one, case, Offline())
    if not one.reason.startswith(_FAULT):
        return judged
    message = f"{one.reason} Write the answer by hand, or word the notes differently and draft again."
    return judged[0], (Finding("draft.not_written", Severity.ERROR, message, one.comment.number), *judged[1])


_FAULT = "This answer could not be drafted"


def _told(fault: Exception) -> str:
    """Which fault it was and where, without a word of the letter or of the notes."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{_FAULT} ({type(fault).__name__} in {Path(last.filename).name}, line {last.lineno})."


_OF_OTHERS = re.compile(r"(?:DFAN|DFRN|PREN|PRRN|DEFN)14A|SC 14N")
"""Papers that somebody else than the registrant files in a contest for votes: there “the Company” is another."""


def settled(case: Case) -> Case:
    """The case with the number of the amendment that its answers speak of, where notes or staff letter give it, and as
    a letter that says “we” where its filer is not the registrant and nothing names it otherwise.
    """
    forms = [f.form for f in case.matter.filings or case.letter.matter.filings]
    if any(map(_OF_OTHERS.match, forms)) and not case.matter.term("company", ""):
        case = replace(case, matter=replace(case.matter, person="we"))
    given = case.matter.amendment or case.matter.term("amendment", "")
    if given or not is_registration(case.letter, case.matter):
        return case
    name = amendment(case.letter, _usable(case))
    return case if name == BLANK else replace(case, matter=replace(case.matter, amendment=(("name", name),)))


def _usable(case: Case) -> list[str]:
    return [f.text for f in case.facts if not f.held]


def plans(case: Case, find: Find = _nothing, own: Find = _nothing) -> tuple[Plan, ...]:
    """The plan of every answer, in the order of the comments."""
    case = settled(case)
    mine = [tuple(own(c)) for c in case.comments]
    with keeping(names_in(_admitted(case))):
        return tuple(
            replace(_planned(case, turn, mine[turn]), precedents=tuple(find(c)))
            for turn, c in enumerate(case.comments)
        )


def _admitted(case: Case) -> str:
    """What the comments and the notes say, as one text."""
    return " . ".join([*(c.text for c in case.comments), *(f.text for f in case.facts)])


_PLACED = frozenset({Use.STATE, Use.OPEN, Use.CONFIRM, Use.ASSENT})
"""Uses of sentences that stand with a request."""


def _opened(case: Case, comment: Comment) -> tuple[Extract, ...]:
    return passages(case.filed, comment, case.form) if case.filed else ()


def plan(case: Case, turn: int, own: tuple[Precedent, ...] = ()) -> Plan:
    """What the answer to the comment at that place will do: requests, stance, facts, blanks that follow.

    `own` are the company's own earlier pairs near the comment.
    """
    comment, matter = case.comments[turn], case.matter
    voice = voice_of(matter)
    notes = [f for f in named_before(case.facts, matter, _day(case)) if f.comment == comment.number]
    notes = in_firms_voice(notes, comment.text, matter.counsel.firm)
    setting = Setting(voice, comment.text, _admitted(case), _named(case.letter.attention))
    opened = _opened(case, comment)
    told = _heard(case, notes, setting, opened)
    said = [f"{t.said} {t.text}" for t in told if t.use is not Use.HELD]
    said += promises_due(comment, own := of_this_comment(comment, case.comments, own), _day(case))
    place = place_of(comment, case.letter, matter, said, voice, meeting(matter, _usable(case)))
    set_by_counsel = dict(matter.stances).get(comment.number)
    declines = _declines(comment, notes, told)
    tasks = _requested(case, comment, place)
    told = spoken(on_premises(told, tasks, voice), tasks, voice)
    tasks, told = unable(tasks, by_fate(enacted(told, voice, place), comment.text, voice, place))
    if not set_by_counsel:
        staff = matter.term("staff", "the Staff")
        tasks, told = answered_by_the_filing(tasks, told, place.target, voice, staff)
    tasks = _chosen(tasks, told, comment, set_by_counsel, declines)
    stance, reason = choose(tasks, told, place.target, set_by_counsel, comment.text)
    tasks, loose = place_notes(tasks, [t for t in told if t.use in _PLACED])
    tasks = _completed(tasks, told, setting, Scene.of(matter))
    tasks, told = without_remarks(tasks, told, comment.text)
    tasks = in_their_words(as_far_as_known(unpresumed(tasks, told), voice), voice)
    chosen = after_conditions(tasks, stance, reason)
    tasks, stance, reason = as_decided(tasks, chosen, set_by_counsel, declines)
    carried = refers_to(comment, case.comments) if any(t.treat is Treat.REFER for t in tasks) else ""
    return as_promised(
        Plan(
            comment,
            stance,
            reason,
            place,
            tasks,
            told,
            loose,
            own=own,
            filing=opened,
            refer_to=carried,
            turn=turn,
            on=_day(case),
            sign=_sign(case, comment, told),
        )
    )


def _requested(case: Case, comment: Comment, place: Place) -> tuple[Task, ...]:
    """What the comment asks for, as the staff words it, each with what it is answered with by default."""
    asked = resolved_requests(as_meant(unadorned(requests(comment.text))), comment.text)
    tasks = for_the_future(case.letter, tasks_of(comment, asked, place.target))
    return said_with_the_question(with_shared_conditions(tasks))


def _chosen(
    tasks: Sequence[Task], told: Sequence[Told], comment: Comment, set_by_counsel: Move | None, declines: bool
) -> tuple[Task, ...]:
    """The tasks, one branch of each alternative taken, and what the notes refuse, deny or take out answered so."""
    wanted = set_by_counsel or (Move.PUSH_BACK_NOT_REQUIRED if declines else None)
    tasks = supplied(take_branches(tasks, told, wanted, comment.text), told, comment.text, set_by_counsel)
    tasks = unrefused(amended(on_their_grounds(tasks, told), told), told)
    return not_kept_to(decided_by_fate(tasks, told), told)


def _completed(
    tasks: Sequence[Task], told: Sequence[Told], setting: Setting, scene: Scene
) -> tuple[Task, ...]:
    """The tasks with the notes placed with them made whole, and the conditions that these decide."""
    tasks = with_grounds(with_inability(believed(parted(tasks), told)))
    tasks = with_their_exhibits(at_their_statements(tasks, told, setting.comment))
    whole = tuple(_in_the_letter(but_the_rest(t)) for t in filled(tasks, setting, scene))
    return decide(whole, promises([t for t in told if not takes_out(t.said)]))


def _sign(case: Case, comment: Comment, told: Sequence[Told]) -> str:
    """The currency of the answer: that of the comment and its notes, else of all texts, else dollars at home."""
    near = " ".join([comment.text, *(t.said for t in told)])
    abroad = any(f.form in {"20-F", "40-F"} for f in case.matter.filings)
    return sign_of(near, " ".join([_public(case), *_usable(case)]), "" if abroad else "$")


def _heard(
    case: Case, notes: Sequence[Fact], setting: Setting, opened: Sequence[Extract]
) -> tuple[Told, ...]:
    """What the notes on a comment say, sentence by sentence, beside what the filing says where the comment points."""
    told = tell(notes, setting)
    told = unsettled(in_those_filings(told, setting.voice, setting.comment), setting.comment)
    told = unnamed(told, secret_names(case.facts, _public(case)))
    return beside_silences(footed(undecided(case.filed, told, opened) if case.filed else told))


def _declines(comment: Comment, notes: Sequence[Fact], told: Sequence[Told]) -> bool:
    """Whether the notes, which neither promise nor refuse in so many words, decline the change all the same."""
    if promises(told) or refuses(told):
        return False
    return declined(comment.text, [said for n in notes if not n.held for said in sentences(n.text)])


def _public(case: Case) -> str:
    """What the Staff and the matter name in any case."""
    return " ".join([case.matter.company, *(c.text for c in case.comments)])


def _named(people: Sequence[str]) -> tuple[str, ...]:
    """Those people by each of their names: “Joel Pikford” is "Joel" and "Pikford"."""
    return tuple(name for person in people for name in person.split() if len(name) > SHORTEST_NAME)


SHORTEST_NAME = 2
"""Letters; what is shorter is an initial."""


def _day(case: Case) -> date | None:
    """The day on which the law that the letter cites must be in force."""
    return case.matter.sent or case.matter.staff_date or case.letter.sent


def _in_the_letter(task: Task) -> Task:
    """What is told to the staff alone under Rule 83 is an answer in the letter and not disclosure, unless figures that
    may be disclosed stand beside it.
    """
    open_ = any(FIGURE.search(s.text) for s in task.told if s.use is Use.STATE and not s.redacted)
    told = any(s.redacted for s in task.told) and not open_ and task.treat is not Treat.SUPPLY
    return replace(task, treat=Treat.TELL) if told else task


def answer_to(made: Plan, case: Case, writer: Writer) -> tuple[Answer, tuple[Finding, ...]]:
    """The judged answer to one planned comment, and its findings."""
    scene = Scene.of(case.matter)
    allowed = sources_of(case.letter, case.matter, case.facts, made.told, made.own)
    allowed += [f"{' '.join(c.heading)} {c.number} {c.text}" for c in case.comments]
    allowed += [made.place.due, made.place.amendment, *(t.request.object for t in made.tasks)]
    allowed += [f"Amendment No. {number_of(made, case.matter)}"]
    filed = texts_of(case.filed, made.filing) if case.filed else []
    today = _day(case)
    firewall = Admitted.of([*allowed, *filed], made.precedents, today)
    written = marked(writer.write(made, scene, firewall), made, scene)
    judged, struck = judge(made.comment.number, written, firewall)
    asked = tuple(t.request for t in made.tasks)
    answer = Answer(made.comment, made.stance, judged, asked, made.precedents, made.own, made.filing)
    if case.filed is None:
        return answer, (*struck, *notes_on(made, answer, scene), *either_way(made, scene))
    tied, found = _tied(made, answer, case.filed, Admitted.of(allowed, made.precedents, today))
    told = references(case.filed, made.comment, case.form)
    return tied, (*struck, *found, *told, *notes_on(made, tied, scene), *either_way(made, scene))


def _tied(
    made: Plan, answer: Answer, filed: Filed, else_admitted: Admitted
) -> tuple[Answer, tuple[Finding, ...]]:
    """The answer with what it has from the filing cited and its figures tied; where the notes contradict it."""
    answer = replace(answer, passages=cited(answer.passages, filed, made.filing, else_admitted))
    found = tuple(contradictions(filed, made.comment.number, made.told, made.filing))
    return replace(answer, ties=ties(filed, answer)), found


def _general(case: Case) -> Iterator[Finding]:
    if case.filed:
        yield from on_the_file(case.filed, next(iter(case.matter.filings), None), case.comments)
    numbers = {c.number for c in case.comments}
    for number in dict.fromkeys(n for n, _ in case.matter.stances if n not in numbers):
        told = f"A stance is set for comment {number}, which the letter does not have: check its number."
        yield Finding("draft.stance_elsewhere", Severity.WARNING, told)
    for fact in case.facts:
        if fact.comment not in numbers and not fact.held:
            where = (
                f"comment {fact.comment}, which the letter does not have" if fact.comment else "no comment"
            )
            yield Finding(
                "draft.note_elsewhere", Severity.NOTE, f"A note under {where} was not used: {fact.text}"
            )
