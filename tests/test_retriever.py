"""The LangChain retriever over precedents, used in a chain that is not ours."""

from __future__ import annotations

from pathlib import Path

from langchain_core.documents import Document

from drafter import Workbench
from drafter.domain import Precedent
from drafter.providers.retriever import langchain_retriever
from tests.conftest import ROOT, a_pair

CORPUS = ROOT / "corpus"


def find(text: str) -> list[Precedent]:
    return [Precedent(a_pair(text, "Because we say so."), 0.9, ("words",), ("cites ASC 280",))]


def test_precedents_come_as_documents_with_their_comment_and_reasons() -> None:
    (document,) = langchain_retriever(find).invoke("Why one segment?")
    assert document.page_content == "Because we say so."
    assert document.metadata["comment"] == "Why one segment?"
    assert document.metadata["sent"] == "2021-03-04"
    assert document.metadata["reasons"] == ["cites ASC 280"]
    assert (document.metadata["round"], document.metadata["outcome"]) == (1, "answered")
    assert document.metadata["duplicates"] == []


def test_the_workbench_gives_a_retriever_with_filters(tmp_path: Path) -> None:
    bench = Workbench.open(tmp_path / "library")
    bench.add([CORPUS / "letters" / "ironsedge-logistics", CORPUS / "letters" / "halvorine-systems"])
    documents = bench.retriever(count=3, not_company="Ironsedge Logistics").invoke(
        "goodwill of a reporting unit"
    )
    bench.close()
    assert {document.metadata["company"] for document in documents} == {"Halvorine Systems, Inc."}


def companies(found: list[Document]) -> list[str]:
    return [str(document.metadata["company"]) for document in found]


def test_the_retriever_takes_part_in_a_chain() -> None:
    assert langchain_retriever(find).pipe(companies).invoke("Why?") == ["Harrowgate Tools, Inc."]
