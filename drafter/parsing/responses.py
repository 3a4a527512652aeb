"""Responses from lines with roles: which comments each one answers, and its text without its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.domain import Comment, Line, Response, Role
from drafter.parsing.comments import STRAY, prose
from drafter.parsing.cues import BREAK
from drafter.parsing.marks import comment_mark, number_mark, response_mark


def responses(
    lines: Sequence[Line], roles: Sequence[Role], found: Sequence[Comment], letter: str = ""
) -> tuple[Response, ...]:
    """The answers of a letter in order; several comments in a row share the answer that follows them."""
    answers: list[Response] = []
    waiting: list[str] = []
    for at, comment in enumerate(found):
        waiting.append(comment.number)
        stop = found[at + 1].lines[0] if at + 1 < len(found) else len(lines)
        taken = [i for i in range(comment.lines[0], stop) if roles[i] is Role.RESPONSE]
        if taken:
            answers += _answers(lines, taken, waiting, letter)
            waiting = []
    return tuple(answers)


def _answers(
    lines: Sequence[Line], taken: Sequence[int], waiting: Sequence[str], letter: str
) -> Iterator[Response]:
    """The answers in these lines: one a comment waiting where they are numbered alike, else one for all."""
    opened = _numbered(lines, taken, waiting)
    if len(waiting) > 1 and len(opened) == len(waiting):
        bounds = [*opened, len(taken)]
        for number, start, stop in zip(waiting, bounds, bounds[1:], strict=False):
            yield _response(lines, taken[start:stop], (number,), letter)
        return
    mark = response_mark(lines[taken[0]].text)
    named = mark[0] if mark else ()
    numbers = named if len(named) > 1 and set(waiting) <= set(named) else tuple(waiting)
    yield _response(lines, taken, numbers, letter)


def _numbered(lines: Sequence[Line], taken: Sequence[int], waiting: Sequence[str]) -> list[int]:
    """Where the answers open that bear the numbers of the comments waiting, in their order."""
    opened: list[int] = []
    for at, i in enumerate(taken):
        if len(opened) < len(waiting) and waiting[len(opened)] in _answer_numbers(lines[i].text):
            opened.append(at)
    titles = [at for at, i in enumerate(taken) if response_mark(lines[i].text) == ((), len(lines[i].text))]
    return opened if opened[:1] in ([0], [1]) and (opened[0] == 0 or titles[:1] == [0]) else []


def _answer_numbers(text: str) -> tuple[str, ...]:
    label = response_mark(text)
    if label and label[0]:
        return label[0]
    number = number_mark(text)
    return (number[0],) if number else ()


def _response(lines: Sequence[Line], taken: Sequence[int], numbers: tuple[str, ...], letter: str) -> Response:
    texts = [lines[i].text for i in taken]
    mark = comment_mark(texts[0])
    if mark and str(mark.number) in numbers:
        texts[0] = texts[0][mark.end :]
    return Response(letter, numbers, answer_text(texts), (taken[0], taken[-1] + 1))


def answer_text(texts: Sequence[str]) -> str:
    """The answer alone: labels gone, and breaks at its ends."""
    bare = []
    for text in texts:
        label = response_mark(text)
        bare.append(text[label[1] :] if label else text)
    while bare and (not bare[-1].strip() or BREAK.fullmatch(bare[-1])):
        bare.pop()
    return prose([t.strip() for t in bare if STRAY.sub("", t)])
