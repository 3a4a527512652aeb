"""What a passage cites, and whether it is in force."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.authorities import Standing, authorities, in_force, known, parents, twins
from drafter.topics import topics
from tests.conftest import SHARED


def cited(text: str) -> list[str]:
    """The canonical citations of a text, in its order."""
    return [c.canonical for c in authorities(text)]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Refer to ASC 280-10-50-41.", ["ASC 280-10-50-41"]),
        ("under FASB ASC Topic 606", ["ASC 606"]),
        ("paragraph ASC 944-40- 50-4F here", ["ASC 944-40-50-4F"]),
        ("ASC 250-10-S99-6", ["ASC 250-10-S99-6"]),
        ("ASC 450-20-50-3 and 50-4", ["ASC 450-20-50-3", "ASC 450-20-50-4"]),
        ("ASC 606-10-50-12, 35-1 and 55-2", ["ASC 606-10-50-12", "ASC 606-10-35-1", "ASC 606-10-55-2"]),
        ("ASC 740-10-30-17 through 30-23", ["ASC 740-10-30-17", "ASC 740-10-30-23"]),
        ("ASC 606-10-25-19 through 22", ["ASC 606-10-25-19", "ASC 606-10-25-22"]),
        ("ASC 330-10-30-1 and 340-40-25-7", ["ASC 330-10-30-1", "ASC 340-40-25-7"]),
        ("ASC 280. We note 280-10-50-41 too.", ["ASC 280", "ASC 280-10-50-41"]),
        ("ASC 450-20 and S99", ["ASC 450-20", "ASC 450-20-S99"]),
        ("ASU No. 2016-02 and 2018-11", ["ASU 2016-02", "ASU 2018-11"]),
        ("SFAS No. 123R", ["FAS 123(R)"]),
        ("EITF Issue No. 00-21 and SOP 97-2", ["EITF 00-21", "SOP 97-2"]),
        ("FIN 46(R), APB Opinion No. 18 and ARB 51", ["FIN 46(R)", "APB 18", "ARB 51"]),
        ("Item 303(b) of Regulation S-K", ["Regulation S-K Item 303(b)"]),
        ("Regulation S-K Item 402(v)(5)", ["Regulation S-K Item 402(v)(5)"]),
        (
            "Items 303(a) and (b) of Regulation S-K",
            ["Regulation S-K Item 303(a)", "Regulation S-K Item 303(b)"],
        ),
        (
            "Item 303(b)(2)(i) and (iii) of Regulation S-K",
            ["Regulation S-K Item 303(b)(2)(i)", "Regulation S-K Item 303(b)(2)(iii)"],
        ),
        ("S-K 303(b)", ["Regulation S-K Item 303(b)"]),
        ("as provided for by Item 601(b)(31).", ["Regulation S-K Item 601(b)(31)"]),
        ("Item 303(A) of Regulation S-X", ["Regulation S-K Item 303(a)"]),
        ("Rule 303(a) of Regulation S-K", ["Regulation S-K Item 303(a)"]),
        (
            "Item 1010(c) of Regulation M-A; see Item 1010(a)",
            ["Regulation M-A Item 1010(c)", "Regulation M-A Item 1010(a)"],
        ),
        ("Item 2.02 of Form 8-K", ["Form 8-K Item 2.02"]),
        ("Item 5.B of Form 20-F", ["Form 20-F Item 5.B"]),
        ("Items 3.D and 4.A.5 of Form 20-F", ["Form 20-F Item 3.D", "Form 20-F Item 4.A.5"]),
        ("SAB Topics 1.M, 1.N and 11.B", ["SAB Topic 1.M", "SAB Topic 1.N", "SAB Topic 11.B"]),
        ("no Form 8-K was filed under Item 1.05", ["Form 8-K Item 1.05"]),
        ("Form 8-K Item 4.02", ["Form 8-K Item 4.02"]),
        ("Item 9A of your Form 10-K", ["Form 10-K Item 9A"]),
        ("Item 5 of Schedule 14A", ["Schedule 14A Item 5"]),
        (
            "Rule 3-05 and Article 11 of Regulation S-X",
            ["Regulation S-X Rule 3-05", "Regulation S-X Article 11"],
        ),
        ("Rule 11- 02(b)(6) of Regulation S-X", ["Regulation S-X Rule 11-02(b)(6)"]),
        ("Article 4-08(h) of Regulation S-X", ["Regulation S-X Rule 4-08(h)"]),
        ("Regulation S-X, Article 11", ["Regulation S-X Article 11"]),
        ("Section 4-08 of Regulation S-X", ["Regulation S-X Rule 4-08"]),
        ("S-X Rule 3-09", ["Regulation S-X Rule 3-09"]),
        ("Rule 405 of Regulation S-T", ["Regulation S-T Rule 405"]),
        ("Rule 100(b) of Regulation G", ["Regulation G Rule 100(b)", "Regulation G"]),
        ("Rule 251(d)(3)(i)(F)", ["Regulation A Rule 251(d)(3)(i)(F)"]),
        ("Exchange Act Rule 13e-3(g)(2)", ["Exchange Act Rule 13e-3(g)(2)"]),
        ("Rules 13a-15(e) and 15d-15(e)", ["Exchange Act Rule 13a-15(e)", "Exchange Act Rule 15d-15(e)"]),
        ("Rule 405 under the Securities Act", ["Securities Act Rule 405"]),
        ("Rule 83", ["17 CFR 200.83"]),
        (
            "Section 13(a) or 15(d) of the Securities Exchange Act",
            ["Exchange Act Section 13(a)", "Exchange Act Section 15(d)"],
        ),
        ("the Securities Act; in reliance on Section 5(d)", ["Securities Act Section 5(d)"]),
        (
            "Sections 302 and 906 of the Sarbanes-Oxley Act",
            ["Sarbanes-Oxley Act Section 302", "Sarbanes-Oxley Act Section 906"],
        ),
        ("SAB Topic 11:B and Topic 5.Y", ["SAB Topic 11.B", "SAB Topic 5.Y"]),
        ("SAB Topic 14.D.1", ["SAB Topic 14.D.1"]),
        ("Staff Accounting Bulletin Topic 13", ["SAB Topic 13"]),
        ("SAB Nos. 99 and 108", ["SAB 99", "SAB 108"]),
        ("Question 102.10 of the non-GAAP C&DIs", ["Non-GAAP C&DI Question 102.10"]),
        (
            "C&DI Questions 102.10(a) and 102.10(b)",
            ["Non-GAAP C&DI Question 102.10(a)", "Non-GAAP C&DI Question 102.10(b)"],
        ),
        ("Securities Act Forms C&DI 101.02", ["Securities Act Forms C&DI Question 101.02"]),
        ("Interpretation 128D.13", ["C&DI Question 128D.13"]),
        ("SEC Release No. 33-8810", ["Release 33-8810"]),
        ("Release Nos. 33-8350; 34-48960", ["Release 33-8350", "Release 34-48960"]),
        ("Exchange Act Release No. 58288", ["Release 34-58288"]),
        ("Section 501.12 of the Financial Reporting Codification", ["FRC 501.12"]),
        ("CF Disclosure Guidance: Topic No. 9A", ["CF Disclosure Guidance Topic 9A"]),
        ("paragraph 134(f) of IAS 36", ["IAS 36"]),
        ("Staff Legal Bulletin No.19", ["Staff Legal Bulletin 19"]),
        ("PCAOB AS 3101 and Auditing Standard No. 5", ["PCAOB AS 3101", "PCAOB Auditing Standard No. 5"]),
    ],
)
def test_a_citation_has_one_canonical_form(text: str, canonical: list[str]) -> None:
    assert cited(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "call (202) 551-3321 about File No. 001-35662",
        "280-10-50-41 is a part number",
        "Item 7 of your report and Item 3 of the agenda",
        "Section 6 of the cooperation agreement",
        "Article 9 of your charter",
        "Release the kiln on 33 days",
        "a rule of thumb, and Question 4",
        "“Guidance Under Section 13(a) of the Securities Exchange Act of 1934.”",
        "Section 4 of Regulation D",
    ],
)
def test_other_numbers_are_no_citations(text: str) -> None:
    assert cited(text) == []


def test_a_span_covers_what_cites() -> None:
    text = "Refer to ASC 450-20-50-3 and 50-4, please."
    assert [text[c.start : c.end] for c in authorities(text)] == ["ASC 450-20-50-3", "50-4"]


_WORDS = """ASC 280-10-50-41 50-4 and through , Item Items 303(a) (b) of Regulation S-K Rule 3-05 SAB Topic
    5.Y Question 102.10 Release 33-8350 Section 13(a) Exchange Act 8-K 1.05 Form “"""
_PIECES = _WORDS.split()


@given(
    st.one_of(
        st.text(max_size=150),
        st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    )
)
@settings(max_examples=200, deadline=None)
def test_spans_are_in_order_inside_the_text_and_disjoint(text: str) -> None:
    found = authorities(text)
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("canonical", "above"),
    [
        ("ASC 280-10-50-41", ("ASC 280-10-50", "ASC 280-10", "ASC 280")),
        (
            "Regulation S-K Item 303(b)(2)(ii)",
            ("Regulation S-K Item 303(b)(2)", "Regulation S-K Item 303(b)", "Regulation S-K Item 303"),
        ),
        ("Regulation S-K Item 1303(b)", ("Regulation S-K Item 1303", "Regulation S-K Item 1300")),
        ("Regulation S-X Rule 11-02(b)", ("Regulation S-X Rule 11-02", "Regulation S-X Article 11")),
        ("SAB Topic 14.D.1", ("SAB Topic 14.D", "SAB Topic 14")),
        ("Regulation G Rule 100(b)", ("Regulation G Rule 100", "Regulation G")),
        ("FAS 123(R)", ()),
        ("ASC 280", ()),
    ],
)
def test_what_a_citation_belongs_to(canonical: str, above: tuple[str, ...]) -> None:
    assert parents(canonical) == above


def test_an_unlisted_paragraph_is_known_by_what_it_belongs_to() -> None:
    found = known("Regulation S-K Item 402(v)(5)")
    assert found is not None
    assert (found.citation, found.exact) == ("Regulation S-K Item 402(v)", False)
    listed = known("ASC 606-10-55-36")
    assert listed is not None
    assert (listed.citation, listed.exact) == ("ASC 606-10-55-36", True)
    assert known("Rule of Thumb 7") is None


@pytest.mark.parametrize(
    ("canonical", "on", "standing"),
    [
        ("ASC 606-10-25-19", date(2022, 1, 1), Standing.IN_FORCE),
        ("ASC 985-605-15-3", date(2014, 12, 1), Standing.IN_FORCE),
        ("ASC 985-605-15-3", date(2022, 1, 1), Standing.SUPERSEDED),
        ("Regulation S-K Item 301", date(2020, 3, 1), Standing.IN_FORCE),
        ("Regulation S-K Item 301", date(2021, 3, 1), Standing.SUPERSEDED),
        ("Regulation S-K Item 305", date(2022, 1, 1), Standing.IN_FORCE),
        ("FAS 123(R)", date(2005, 1, 1), Standing.IN_FORCE),
        ("ASC 310-30", date(2023, 1, 1), Standing.POSSIBLY_SUPERSEDED),
        ("Regulation S-K Item 1500", date(2025, 1, 1), Standing.NOT_IN_FORCE),
        ("Rule of Thumb 7", date(2025, 1, 1), Standing.UNKNOWN),
    ],
)
def test_an_authority_is_judged_by_the_date_of_the_filing(
    canonical: str, on: date, standing: Standing
) -> None:
    assert in_force(canonical, on) == standing


def test_what_took_its_place_is_named() -> None:
    found = known("Regulation S-K Item 503(c)")
    assert found is not None
    assert found.superseded_by == "Item 105"


def test_a_bulletin_and_its_topic_are_twins() -> None:
    assert twins("SAB 99") == ("SAB Topic 1.M",)
    assert twins("Release 34-48960") == ("Release 33-8350", "Release FR-72")
    assert twins("ASC 280") == ()


@pytest.mark.real
def test_authorities_and_topics_agree_with_the_hand_made_ones() -> None:
    gold = SHARED / "domain" / "requests_gold.jsonl"
    if not gold.is_file():
        pytest.skip("the hand-made citations are not at hand here")
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    agreed = found = wanted = first = 0
    for row in rows:
        here = set(cited(f"{row['heading']}\n{row['comment']}"))
        agreed += len(here & set(row["authorities"]))
        found, wanted = found + len(here), wanted + len(row["authorities"])
        first += topics(row["comment"], [row["heading"]], cited(row["comment"]))[0] in row["topics"]
    assert 2 * agreed / (found + wanted) >= 0.97
    assert first / len(rows) >= 0.95


def test_the_loss_paragraphs_of_contract_accounting_are_in_force() -> None:
    held = [in_force(f"ASC 605-35-25-{n}", date(2025, 6, 30)) for n in range(45, 50)]
    assert {str(standing) for standing in held} == {"in force"}
    assert str(in_force("ASC 605-35", date(2025, 6, 30))) == "superseded"
