"""The LangChain retriever over precedents, used in a chain that is not ours."""

from __future__ import annotations

from langchain_core.documents import Document

from drafter.domain import Precedent
from drafter.providers.retriever import langchain_retriever
from tests.conftest import a_pair


def find(text: str) -> list[Precedent]:
    return [Precedent(a_pair(text, "Because we say so."), 0.9, ("words",), ("cites ASC 280",))]


def test_precedents_come_as_documents_with_their_comment_and_reasons() -> None:
    (document,) = langchain_retriever(find).invoke("Why one segment?")
    assert document.page_content == "Because we say so."
    assert document.metadata["comment"] == "Why one segment?"
    assert document.metadata["sent"] == "2021-03-04"
    assert document.metadata["reasons"] == ["cites ASC 280"]


def companies(found: list[Document]) -> list[str]:
    return [str(document.metadata["company"]) for document in found]


def test_the_retriever_takes_part_in_a_chain() -> None:
    assert langchain_retriever(find).pipe(companies).invoke("Why?") == ["Harrowgate Tools, Inc."]
