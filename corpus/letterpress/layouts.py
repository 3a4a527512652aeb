"""The ways in which response letters set comments and answers, as a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How one comment and its answer look.

    `opens` numbers the comment, on a line of its own where `opens_apart`; `label` opens the answer, on its
    own line where `label_apart`. `order` is pairs, comments_first, answers_only, annex or bullets.
    """

    comment: str = ""
    opens: str = "{n}."
    opens_apart: bool = False
    cell: bool = False
    label: str = ""
    label_look: str = "b"
    label_apart: bool = False
    answer: str = ""
    order: str = "pairs"


LAYOUTS = {
    "labelled": Layout("b", label="Response:"),
    "label_caps": Layout("i", label="RESPONSE", label_apart=True),
    "company_response": Layout("b", label="Company Response:", label_look="u"),
    "response_to_comment": Layout("i", label="Response to Comment No. {n}:", label_apart=True),
    "named": Layout("i", label="{short}'s Response:", label_look="bi"),
    "bold": Layout("b"),
    "bold_italic": Layout("bi"),
    "italic": Layout("i"),
    "plain_comment_styled_answer": Layout("", answer="i"),
    "number_cell": Layout("b", cell=True),
    "comment_label": Layout(
        "", opens="Comment No. {n}:", opens_apart=True, label="Response:", label_apart=True
    ),
    "comments_first": Layout("i", label="Response to Comment {n}:", order="comments_first"),
    "answers_only": Layout("", order="answers_only"),
    "annex": Layout("b", label="Response:", order="annex"),
    "bullets": Layout("b", label="Response:", order="bullets"),
    "joint": Layout("bi", label="Response:"),
}
