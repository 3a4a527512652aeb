"""Heads of response letters in many wordings: dates, Re: blocks, forms and names."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.domain import Kind, Letter, Side
from drafter.parsing import parse
from tests.conftest import some_lines

COMMISSION = (
    "U.S. Securities and Exchange Commission\nDivision of Corporation Finance\n100 F Street, N.E.\n"
    "Washington, D.C. 20549"
)
NAME, SENT, FILE = "Harrowgate Tools, Inc.", date(2021, 3, 4), "001-98001"
ANNUAL = "Form 10-K for the Fiscal Year Ended December 31, 2019"
BLOCK = f"Re: {NAME}\n{ANNUAL}\nFiled February 1, 2021\nFile No. {FILE}"
BODY = (
    "This letter responds to the comments in the Staff’s letter dated February 18, 2021.\n"
    "1. Please tell us why gross margin fell.\nResponse: The margin fell on volume."
)
SIGNED = f"Sincerely,\n/s/ Edwin Marl\nEdwin Marl\nChief Financial Officer\n{NAME}"


def letter(*parts: str) -> Letter:
    found = parse(some_lines("\n".join(parts)), "letter").letter
    assert (found.side, found.kind) == (Side.COMPANY, Kind.RESPONSE)
    return found


def with_block(block: str, signed: str = SIGNED) -> Letter:
    return letter("March 4, 2021\nVIA EDGAR", COMMISSION, block, "Dear Ms. Ashdown:", BODY, signed)


@pytest.mark.parametrize(
    "written",
    [
        "4 March 2021", "March 4th, 2021", "2021-03-04", "2021/03/04", "03/04/2021", "3/4/21", "March 4,2021",
        "MARCH 4, 2021", "Thursday, March 4, 2021", "Date: March 4, 2021", "Dated: March 4, 2021", "Mar. 4, 2021",
        "March 04, 2021", "March 4 2021", "4th March 2021", "4th day of March 2021", "4-Mar-2021",
        "March 4, 2021 (via EDGAR)", "Chicago, March 4, 2021", "Chicago, Illinois, March 4, 2021",
        "March 4, 2021 | VIA EDGAR",
    ],
)  # fmt: skip
def test_a_letter_is_dated_in_any_writing(written: str) -> None:
    assert letter(written, COMMISSION, BLOCK, "Dear Ms. Ashdown:", BODY, SIGNED).sent == SENT


@pytest.mark.parametrize(
    "parts",
    [
        (COMMISSION, "March 4, 2021", BLOCK, "Dear Ms. Ashdown:", BODY, SIGNED),
        (COMMISSION, BLOCK, "March 4, 2021", "Dear Ms. Ashdown:", BODY, SIGNED),
        (COMMISSION, BLOCK, "Dear Ms. Ashdown:", BODY, SIGNED, "March 4, 2021"),
    ],
    ids=["after the address", "after the block", "at the end"],
)
def test_a_date_may_stand_anywhere(parts: tuple[str, ...]) -> None:
    assert letter(*parts).sent == SENT


@pytest.mark.parametrize(
    "block",
    [
        BLOCK,
        f"Re: Comment letter dated February 18, 2021\nRegarding {NAME}\n{ANNUAL}\nFile No. {FILE}",
        f"Re: Comment Letter dated February 18, 2021\n{ANNUAL}\nFile No. {FILE}",
        f"RE: {NAME} (the “Company”) - {ANNUAL} (File No. {FILE})",
        f"Subject: {NAME}\nAnnual Report on Form 10-K for Fiscal Year Ended December 31, 2019\nSEC File No. {FILE}",
        f"Re:\n{NAME}\n{ANNUAL}\nCommission File Number {FILE}",
        f"Re: | {NAME}\n| {ANNUAL}\n| File No. {FILE}",
        f"In re: {NAME}\nForm 10-K for FYE 12/31/19\nFile No. {FILE}",
        f"Re: {ANNUAL}\n{NAME}\nFile No. {FILE}",
        f"Re: File No. {FILE}\n{NAME}\n{ANNUAL}",
        f"Re: Response to Comment Letter dated February 18, 2021\n{NAME}\nForm 10-K for 2019\nFile No. {FILE}",
        f"Re: Response of {NAME} to Staff Comments\n{ANNUAL}\nFile No. {FILE}",
        f"Re: Your letter dated February 18, 2021\n{NAME}\n{ANNUAL}\nFile No. {FILE}",
        f"Company: {NAME}\nForm: {ANNUAL}\nFile No.: {FILE}",
        f"Re: Registrant: {NAME}\n{ANNUAL}\nFile No. {FILE}",
        f"{NAME}\n{ANNUAL}\nFile No. {FILE}",
        f"Re: {NAME} 10-K for year ended December 31, 2019, File {FILE}",
        f"RE: {NAME}’s {ANNUAL}\nFile No. {FILE}",
        f"Re: {NAME}/{ANNUAL}/File No. {FILE}",
    ],
)  # fmt: skip
def test_a_block_tells_company_form_and_file_in_any_order(block: str) -> None:
    matter = with_block(block).matter
    assert (matter.company, matter.file_numbers, [f.form for f in matter.filings]) == (
        NAME,
        (FILE,),
        ["10-K"],
    )


@pytest.mark.parametrize(
    ("said", "form", "files"),
    [
        ("Registration Statement on Form S-1, File No. 333-298001", "S-1", ("333-298001",)),
        ("Amendment No. 2 to Registration Statement on Form S-4\nFile No. 333-298001", "S-4", ("333-298001",)),
        ("Draft Registration Statement on Form F-1\nSubmitted January 5, 2021\nCIK No. 0009800001", "DRS", ()),
        ("Confidential Draft Registration Statement on Form S-1\nCIK 0009800001", "DRS", ()),
        ("Annual Report on Form 20-F for the Year Ended June 30, 2020\nFile No. 001-98001", "20-F", (FILE,)),
        ("Form 40-F for the Fiscal Year Ended December 31, 2019\nFile No. 001-98001", "40-F", (FILE,)),
        ("Form 10-12B\nFile No. 001-98001", "10-12B", (FILE,)),
        ("Registration Statement on Form 10\nFile No. 001-98001", "10", (FILE,)),
        ("Preliminary Proxy Statement on Schedule 14A\nFile No. 001-98001", "PRE 14A", (FILE,)),
        ("PREM14A filed January 5, 2021\nFile No. 001-98001", "PREM14A", (FILE,)),
        ("Schedule TO-I filed January 5, 2021\nFile No. 005-98001", "SC TO-I", ("005-98001",)),
        ("Schedule 13E-3 filed January 5, 2021\nFile No. 005-98001", "SC 13E-3", ("005-98001",)),
        ("Form 1-A\nFile No. 024-98001", "1-A", ("024-98001",)),
        ("Form N-2\nFile Nos. 333-298001 and 811-98001", "N-2", ("333-298001", "811-98001")),
        ("Form 8-K dated January 5, 2021\nFile No. 1-98001", "8-K", ("1-98001",)),
        ("Form 10-KT for the transition period ended December 31, 2019\nFile No. 0-98001", "10-KT", ("0-98001",)),
        ("Post-Effective Amendment No. 1 to Form S-3\nFile No. 333-298001", "S-3", ("333-298001",)),
        ("Form F-4\nFile No. 333-298001, 333-298001-01 and 333-298001-02", "F-4",
         ("333-298001", "333-298001-01", "333-298001-02")),
        ("Form 6-K furnished January 5, 2021\nFile No. 001-98001", "6-K", (FILE,)),
    ],
)  # fmt: skip
def test_a_block_tells_every_form(said: str, form: str, files: tuple[str, ...]) -> None:
    matter = with_block(f"Re: {NAME}\n{said}").matter
    assert (matter.company, matter.filings[0].form, matter.file_numbers) == (NAME, form, files)


@pytest.mark.parametrize(
    "name",
    [
        "Harrowgate Tools plc", "Harrowgate Tools N.V.", "HARROWGATE TOOLS CO., LTD.", "Harrowgate & Sons, L.P.",
        "Harrowgate Bancorp", "Harrowgate Acquisition Corp. II", "The Harrowgate Company", "Harrowgate Realty Trust",
        "Société Harrowgate S.A.", "Harrowgate Tools", "H.A. Harrowgate & Co.", "1st Harrowgate Bank",
        "Harrowgate.com, Inc.", "Harrowgate Holding AG", "8x Harrowgate, Inc.", "1-800-HARROWGATE, Inc.",
    ],
)  # fmt: skip
def test_a_company_may_bear_any_name(name: str) -> None:
    assert (
        with_block(f"Re: {name}\n{ANNUAL}\nFile No. {FILE}", "Sincerely,\nEdwin Marl").matter.company == name
    )


TOLD = "in your letter dated February 18, 2021 on its Form 10-K for the year 2019, File No. 001-98001."
FIRM = "Ash & Marlowe LLP\n2 Mill Lane\nChicago, IL 60601"


@pytest.mark.parametrize(
    ("introduction", "signed"),
    [
        (f"This letter is the response of {NAME} (the “Company”) to the comments {TOLD}", SIGNED),
        (f"{NAME} (“Harrowgate” or the “Company”) responds to the comments {TOLD}", "Sincerely,\nEdwin Marl"),
        (f"On behalf of our client, {NAME}, a Delaware corporation (the “Company”), we answer those {TOLD}", FIRM),
        (f"In this letter {NAME} (collectively with its subsidiaries, the “Company”) answers those {TOLD}", FIRM),
    ],
)  # fmt: skip
def test_a_letter_without_a_block_names_its_company_in_its_introduction(
    introduction: str, signed: str
) -> None:
    asked = "1. Please tell us why gross margin fell.\nResponse: It fell."
    matter = letter(
        FIRM, "March 4, 2021", COMMISSION, "Ladies and Gentlemen:", introduction, asked, signed
    ).matter
    assert (matter.company, matter.file_numbers, [f.form for f in matter.filings]) == (
        NAME,
        (FILE,),
        ["10-K"],
    )


def test_a_letter_that_names_its_company_nowhere_else_is_its_letterheads() -> None:
    head = "HARROWGATE TOOLS, INC.\n40 Quarry Road\nHarrowgate, IL 60601"
    found = letter(head, "March 4, 2021", COMMISSION, "Dear Ms. Ashdown:", BODY, "Sincerely,\nEdwin Marl")
    assert found.matter.company == "HARROWGATE TOOLS, INC."


def test_an_order_names_its_company() -> None:
    order = (
        "UNITED STATES OF AMERICA\nBEFORE THE\nSECURITIES AND EXCHANGE COMMISSION\nFebruary 5, 2021\n"
        "In the Matter of\nORDER DECLARING REGISTRATION EFFECTIVE\nHarrowgate Tools, Inc. | PURSUANT TO SECTION 12(d)\n"
        "File No. 001-98001\nHarrowgate Tools, Inc. has filed an application to register its common stock."
    )
    assert parse(some_lines(order), "order").letter.matter.company == NAME
