"""What notes say of the amendment filed with the letter is told as done, what waits for another as it is."""

import pytest

from tests.test_drafted_governing import drafted

PLEDGE = (
    "Please describe the pledge of the kilns and the interest rate of the loan. Please also state the amount that you "
    "expect to repay."
)
STUDY = "Please tell us whether you commissioned the kiln study. If so, name its author in the prospectus."


@pytest.mark.parametrize(
    ("comment", "note", "says"),
    [
        (STUDY, "The study was not commissioned. The prospectus says so on page iii.", "page iii of Amend"),
        (PLEDGE, "Loans carry 6 percent; the amendment will show it by year.", "Amendment No. 1 shows it by year."),
        (PLEDGE, "The rate is 6 percent. It will be shown in the summary, page 3.", "The rate is shown in the summary"),
        (PLEDGE, "The rate is 6 percent. Summary changed to match, page 4.", "summary to match on page 4"),
        (PLEDGE, "The rate is 6 percent. It will be given in the proxy statement.", "will be given in the pr"),
    ],
)  # fmt: skip
def test_an_act_in_the_amendment_is_told_as_done(comment: str, note: str, says: str) -> None:
    assert says in drafted(comment, note)


def test_what_waits_for_a_price_range_is_promised_and_not_said_to_be_stated() -> None:
    said = drafted(
        PLEDGE, "The rate is 6 percent.", "Amount to be repaid stays blank until there is a price range."
    )
    assert "include the amount to be repaid in a further amendment once there is a price range" in said
    assert "also states the amount" not in said


def test_the_page_of_a_cross_reference_is_not_the_page_of_the_revision() -> None:
    said = drafted(
        PLEDGE, "The rate was 6 percent in 2025. For 2024 and 2023, see the loan table on page F-38."
    )
    assert "on page [●: page number] of" in said
    assert "[●: the amounts for 2024 and 2023 (loan table on page F-38)]" in said


WINTER = "Please disclose how you treat kilns that stand idle over the winter."


@pytest.mark.parametrize(
    ("note", "revised", "left_out"),
    [
        ("They stay in. The risk factor now says so.", "has revised the risk factor on page", "now says so"),
        ("They stay in. Client will add that to the definition.", "has revised the definition on page", "will add"),
        ("They stay in. Kiln section now has all of this.", "has revised the Kiln section on page", "all of this"),
        ("They stay in. Summary and Business now say so.", "the disclosure in Summary and Business on", "now say so"),
        ("They stay in. Disclosure revised.", "has revised the disclosure on page", "has been revised"),
        ("They stay in. A note will say so, and that none is sold.", "a note also states that none is", "will say so"),
    ],
)  # fmt: skip
def test_that_the_words_are_revised_is_said_once_with_its_place(
    note: str, revised: str, left_out: str
) -> None:
    said = drafted(WINTER, note)
    assert revised in said
    assert left_out not in said
