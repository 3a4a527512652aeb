"""A report that the auditor revises, as what the amendment includes; the company revises no such report itself."""

from __future__ import annotations

import re

from drafter.domain import Request
from drafter.drafting.language.turning import third_person, turn
from drafter.drafting.planning.plan import Task
from drafter.drafting.sentences.desk import Desk

_AUDITOR = (
    r"(?:(?:your|the|its|independent|prior|predecessor|former|registered) )*"
    r"(?:auditors?|accountants?|public accounting firm)"
)
_ASKED = re.compile(
    rf"\b(?:have|ask|request|arrange for|get) (?P<who>{_AUDITOR}) (?:to )?"
    r"(?:revise|amend|correct|update|reissue|provide|issue|furnish|include) (?:(?:a|an|its|their|the|your) )?"
    r"(?:(?:revised|amended|corrected|new|updated|signed|dated|audit) )*reports?\b"
    r"(?: (?:to|that|so that it) (?P<what>[^.;]+))?",
    re.I,
)


def is_of_auditor(request: Request) -> bool:
    """Whether the request is that the auditor revise its report: “have your auditor revise its report”."""
    return bool(_ASKED.search(request.text))


def report_included(desk: Desk, task: Task) -> str:
    """The sentence that the amendment includes the report, with what the request says it should do."""
    found = _ASKED.search(task.request.text)
    says = _wanted(found["what"] or "" if found else "", desk)
    text = desk.say("amend", "report_included", amendment=desk.plan.place.amendment)
    return f"{text} {says}".strip() + "."


def _wanted(what: str, desk: Desk) -> str:
    """What the request itself says of the report: “to refer to the standards of the PCAOB”."""
    verb, _, rest = what.strip(" ,").partition(" ")
    return f"that {third_person(verb)} {turn(rest, desk.scene.voice, known=True)}" if rest else ""
