"""Our precedents as a LangChain retriever, for someone else's chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from drafter.domain import Precedent

if TYPE_CHECKING:
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

__all__ = ["BaseRetriever", "langchain_retriever"]


def langchain_retriever(find: Callable[[str], Sequence[Precedent]]) -> BaseRetriever:
    """A retriever over `find`, which gives the precedents for a comment's text, best first.

    A document holds the company's response; its metadata the comment, company, date, score and reasons.
    """
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.retrievers import BaseRetriever

    class Precedents(BaseRetriever):
        def _get_relevant_documents(
            self, query: str, *, run_manager: CallbackManagerForRetrieverRun
        ) -> list[Document]:
            return [_document(precedent) for precedent in find(query)]

    return Precedents()


def _document(found: Precedent) -> Document:
    from langchain_core.documents import Document

    pair = found.pair
    return Document(
        id=pair.id,
        page_content=pair.response.text,
        metadata={
            "pair": pair.id,
            "company": pair.matter.company,
            "cik": pair.matter.cik,
            "sent": pair.sent.isoformat() if pair.sent else None,
            "source": pair.source,
            "heading": list(pair.comment.heading),
            "comment": pair.comment.text,
            "score": found.score,
            "close": found.close,
            "reasons": list(found.reasons),
            "round": pair.round,
            "outcome": pair.outcome.status.value,
            "duplicates": [p.id for p in found.duplicates],
        },
    )
