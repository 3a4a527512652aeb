"""The writer that asks a chat: the plan stands before, the firewall judges after, one repair is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.domain import Passage, Precedent
from drafter.drafting.answers.offline import compose
from drafter.drafting.checks.grounding import Admitted, judge
from drafter.drafting.language.scene import Scene
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import Plan, Treat
from drafter.errors import BadReply
from drafter.providers.chat import Ask, Chat, Reply
from drafter.templates import fenced, load

ORDERS, ANSWER, REPAIR = "chat/orders.md", "chat/answer.md", "chat/repair.md"
MOST_PASSAGES = 24
MOST_CHARACTERS = 6000  # of one passage
SHOWN_PRECEDENTS = 3
SHOWN_CHARACTERS = 2500  # of one place of the filing, one precedent's or earlier answer

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "passages": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "answers": {"type": "array", "items": {"type": "integer"}},
                    "sources": {"type": "array", "items": {"type": "string"}},
                    "block": {"type": "boolean"},
                },
                "required": ["text", "answers", "sources", "block"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["passages"],
    "additionalProperties": False,
}
"""The shape of a reply: passages in order, each with the requests it answers and the ids of its sources."""


@dataclass(frozen=True, slots=True)
class ChatWriter:
    """Asks `chat` for each answer, and once more where the first reply does not hold.

    `at_once` answers are asked for at the same time.
    """

    chat: Chat
    at_once: int = 1

    @property
    def name(self) -> str:
        """The chat's name."""
        return self.chat.name

    @property
    def digest(self) -> str:
        """Digest of the prompts it writes with."""
        return hashlib.sha256("".join(load(p).digest for p in (ORDERS, ANSWER, REPAIR)).encode()).hexdigest()

    def write(self, plan: Plan, scene: Scene, firewall: Admitted) -> tuple[Passage, ...]:
        """The passages of the chat's reply; where it fails twice, the offline composer's.

        Requests that the reply leaves out, and notes that it does not use, are answered by the offline
        composer's passages for them. Raises Unreachable or NotConfigured.
        """
        first = ask_for(plan, scene)
        try:
            passages = read_reply(self.chat.write(first), plan)
            failures = tuple(shortcomings(passages, plan, firewall))
            if failures:
                passages = self._repaired(first, failures, plan, firewall) or passages
        except BadReply:
            return self._second(first, plan, scene)
        return completed(passages, plan, scene)

    def _repaired(
        self, first: Ask, failures: Sequence[str], plan: Plan, firewall: Admitted
    ) -> tuple[Passage, ...]:
        """The passages of the second reply, () where it is no better than the first."""
        try:
            again = read_reply(self.chat.write(repair(first, failures)), plan)
        except BadReply:
            return ()
        return again if len(tuple(shortcomings(again, plan, firewall))) <= len(failures) else ()

    def _second(self, first: Ask, plan: Plan, scene: Scene) -> tuple[Passage, ...]:
        try:
            said = ["It was not JSON of the schema."]
            return completed(read_reply(self.chat.write(repair(first, said)), plan), plan, scene)
        except BadReply:
            return compose(plan, scene)


def ask_for(plan: Plan, scene: Scene) -> Ask:
    """What the chat is asked for that plan. Held-back and redacted notes are not among it."""
    comment = plan.comment
    text = load(ANSWER).render(
        number=comment.number,
        heading=fenced(" / ".join(comment.heading)),
        comment=fenced(comment.text),
        requests=[_request(t.index, t.treat, t.request.text, t.condition) for t in plan.tasks],
        stance=plan.stance.value.replace("_", " "),
        due=plan.place.due,
        amendment=plan.place.amendment,
        notes=[{"fact": t.fact, "text": fenced(t.text)} for t in usable(plan)],
        own=[_shown(p) for p in plan.own],
        filing=[
            {"source": e.source, "name": fenced(e.name), "text": fenced(e.text[:SHOWN_CHARACTERS])}
            for e in plan.filing
        ],
        precedents=[_shown(p) for p in plan.precedents[:SHOWN_PRECEDENTS]],
    )
    orders = load(ORDERS).render(
        company=scene.voice.noun,
        staff=scene.staff,
        person=scene.voice.noun,
    )
    return Ask(orders, text, SCHEMA)


def repair(first: Ask, failures: Sequence[str]) -> Ask:
    """The first ask again, with what failed."""
    return Ask(first.system, load(REPAIR).render(ask=first.text, failures=list(failures)), first.schema)


def read_reply(reply: Reply, plan: Plan) -> tuple[Passage, ...]:
    """The passages of a reply, held to their bounds; raises BadReply where the shape is another."""
    said = reply.value.get("passages")
    if not isinstance(said, list) or not said:
        raise BadReply("The reply holds no passages.")
    known = {"comment", "matter", "law", *(t.fact for t in usable(plan))}
    known |= {e.source for e in plan.filing}
    known |= {f"own:{p.pair.id}" for p in plan.own} | {f"precedent:{p.pair.id}" for p in plan.precedents}
    return tuple(p for one in said[:MOST_PASSAGES] if (p := _passage(one, plan, known)).text)


def shortcomings(passages: Sequence[Passage], plan: Plan, firewall: Admitted) -> Iterator[str]:
    """What fails in a reply, a sentence each: unanswered requests, unused notes, what no source holds."""
    for task in unanswered(passages, plan):
        yield f"No passage answers request {task}."
    for fact in unused(passages, plan):
        yield f"The note {fact} is not used."
    yield from (f.message for f in judge(plan.comment.number, passages, firewall)[1])


def completed(passages: Sequence[Passage], plan: Plan, scene: Scene) -> tuple[Passage, ...]:
    """The chat's passages, and the offline composer's for what they leave out."""
    missing, notes = set(unanswered(passages, plan)), set(unused(passages, plan))
    if not missing and not notes:
        return tuple(passages)
    ours = [p for p in compose(plan, scene) if missing & set(p.answers) or notes & set(p.sources)]
    return (*passages, *ours)


def unanswered(passages: Sequence[Passage], plan: Plan) -> list[int]:
    """Indices of the requests that the plan answers and no passage does."""
    answered = {i for p in passages for i in p.answers}
    return [t.index for t in plan.tasks if t.treat is not Treat.NOT_TAKEN and t.index not in answered]


def unused(passages: Sequence[Passage], plan: Plan) -> list[str]:
    """Ids of the notes to be stated that no passage names as its source."""
    used = {s for p in passages for s in p.sources}
    wanted = dict.fromkeys(t.fact for t in usable(plan) if t.use is Use.STATE)
    return [fact for fact in wanted if fact not in used]


def usable(plan: Plan) -> list[Told]:
    """The sentences of the notes that a chat may see."""
    return [t for t in plan.told if t.use in {Use.STATE, Use.OPEN, Use.CONFIRM} and not t.redacted]


def _passage(said: object, plan: Plan, known: set[str]) -> Passage:
    if not isinstance(said, dict) or not isinstance(said.get("text"), str):
        raise BadReply("A passage of the reply has no text.")
    answers = sorted({i for i in _list(said, "answers") if isinstance(i, int) and 0 <= i < len(plan.tasks)})
    sources = tuple(dict.fromkeys(s for s in _list(said, "sources") if isinstance(s, str) and s in known))
    return Passage(said["text"].strip()[:MOST_CHARACTERS], sources, tuple(answers), bool(said.get("block")))


def _list(said: Mapping[str, object], name: str) -> list[object]:
    value = said.get(name)
    return value if isinstance(value, list) else []


def _request(index: int, treat: Treat, text: str, condition: str) -> dict[str, object]:
    does = treat.value.replace("_", " ")
    return {"index": index, "treat": does, "text": fenced(text), "condition": fenced(condition)}


def _shown(precedent: Precedent) -> dict[str, str]:
    pair = precedent.pair
    return {
        "id": pair.id,
        "sent": str(pair.sent or "undated"),
        "comment": fenced(pair.comment.text[:SHOWN_CHARACTERS]),
        "response": fenced(pair.response.text[:SHOWN_CHARACTERS]),
    }
