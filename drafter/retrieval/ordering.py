"""A second look at the first precedents by a chat, where counsel has set it to: it orders, and adds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.domain import Precedent
from drafter.errors import BadReply, Unreachable
from drafter.providers.chat import Ask, Chat, Reply
from drafter.retrieval.finding import Found, Query
from drafter.templates import fenced, load

LOOKED_AT = 10
SHOWN_CHARACTERS = 1500  # of one comment
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"order": {"type": "array", "items": {"type": "string"}}},
    "required": ["order"],
    "additionalProperties": False,
}
"""The shape of a reply: the ids of the precedents, most useful first."""


def ordered(found: Found, query: Query, chat: Chat) -> Found:
    """The same precedents, the first ten in the chat's order; each keeps its score.

    One that the chat leaves out follows in our order. Where the chat cannot be reached, or its reply names
    none of them, our order stays and `note` says so. Raises NotConfigured.
    """
    first, rest = found.precedents[:LOOKED_AT], found.precedents[LOOKED_AT:]
    if len(first) < 2:
        return found
    try:
        order = _read(chat.write(_ask(first, query)), len(first))
    except (BadReply, Unreachable) as error:
        note = f"{chat.name} did not order the precedents ({error}) The usual order stands."
        return replace(found, note=" ".join(filter(None, (found.note, note))))
    chosen = [replace(first[at], found_by=(*first[at].found_by, "chat")) for at in order]
    left = [one for at, one in enumerate(first) if at not in order]
    return replace(found, precedents=(*chosen, *left, *rest))


def _ask(first: tuple[Precedent, ...], query: Query) -> Ask:
    text = load("chat/order.md").render(
        heading=fenced(" / ".join(query.heading)),
        comment=fenced(query.text[:SHOWN_CHARACTERS]),
        candidates=[
            {
                "id": f"p{at}",
                "heading": fenced(" / ".join(one.pair.comment.heading)),
                "comment": fenced(one.pair.comment.text[:SHOWN_CHARACTERS]),
            }
            for at, one in enumerate(first, 1)
        ],
    )
    return Ask(load("chat/orderer.md").render(), text, SCHEMA)


def _read(reply: Reply, count: int) -> list[int]:
    """Places in our order, in the chat's. Raises BadReply where it names no precedent."""
    said = reply.value.get("order")
    known = {f"p{at + 1}": at for at in range(count)}
    order = (
        [known[id_] for id_ in said if isinstance(id_, str) and id_ in known]
        if isinstance(said, list)
        else []
    )
    if not order:
        raise BadReply("It names none of them.")
    return list(dict.fromkeys(order))
