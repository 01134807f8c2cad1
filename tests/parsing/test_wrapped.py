"""Text wrapped at a width, with nothing else about it: mail, agency copy, old books."""

import textwrap

import pytest

from reader.parsing import parse_text
from reader.parsing.lines import join_lines, read_lines

PARAGRAPHS = (
    "The new bridge over the river was opened on Monday by the mayor of the town, two years later than planned, and "
    "for about twice the price that the engineers had named at the beginning of the works.",
    "About 300 people came to see it. The old bridge will be taken down before the end of the year, she said, and "
    "nobody who has crossed it in a winter storm is going to miss it very much.",
    "The engineers measured the river again in the spring of last year, when the water stood higher than it had in "
    "living memory, and found that the piers had to be sunk four metres deeper.",
)


@pytest.mark.parametrize("width", [56, 64, 72, 80])
def test_paragraphs_are_whole_again(width):
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    (article,) = parse_text("BRIDGE OPENS AFTER TWO YEARS\n\n" + text + "\n")
    assert article.title == "BRIDGE OPENS AFTER TWO YEARS"
    assert [block.text for block in article.blocks if block.role == "para"] == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [56, 64, 72])
def test_the_line_under_a_heading_is_no_word_of_it_and_says_nothing_of_the_width(width):
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    title = "BRIDGE OVER THE RIVER OPENS AFTER TWO YEARS OF WORKS THAT NOBODY PLANNED"
    (article,) = parse_text(f"{title}\n{'=' * len(title)}\n\n{text}\n")
    assert article.title == title
    assert [block.text for block in article.blocks if block.role == "para"] == list(PARAGRAPHS)


def test_short_lines_of_a_poem_stay():
    verse = (
        "The river rose at night\nand no one heard it come\nbut the old ferryman\nwho never slept at all\n"
        * 4
    )
    (article,) = parse_text("A poem of the river\n\n" + verse)
    assert "rose at night and no one" not in article.text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the old", "ferryman", "the old ferryman"),
        ("大会は", "来月", "大会は来月"),
        ("駅前の", "Harbour店で", "駅前のHarbour店で"),
        ("新作 Harbour の", "Bridge を", "新作 Harbour の Bridge を"),
        ("서울에서", "열린", "서울에서 열린"),
        ("항구의", "Harbour", "항구의 Harbour"),
        ("well-", "known", "well-known"),
    ],
)
def test_wrapped_lines_are_joined_as_their_script_is_written(before, after, joined):
    lines = read_lines(f"{before}\n{after}")
    assert join_lines(lines).text == joined
