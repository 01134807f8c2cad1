"""Columns of prose side by side, and what only looks like them."""

from __future__ import annotations

import textwrap

import pytest

from reader.parsing import analyse, parse_text
from tests.parsing.fuzz import check
from tests.parsing.test_wrapped import PARAGRAPHS

TITLE = "BRIDGE OVER THE RIVER OPENS AFTER TWO YEARS OF WORKS THAT NOBODY HAD PLANNED, SAYS MAYOR"


def columns(paragraphs: tuple[str, ...], number: int, indent: str, wide: int = 38) -> str:
    """The paragraphs in so many columns."""
    rows: list[str] = []
    for paragraph in paragraphs:
        rows += textwrap.wrap(paragraph, wide, initial_indent=indent) + ([] if indent else [""])
    height = -(-len(rows) // number)
    parts = [rows[n * height : (n + 1) * height] for n in range(number)]
    parts = [part + [""] * (height - len(part)) for part in parts]
    return "\n".join("".join(cell.ljust(wide + 4) for cell in row).rstrip() for row in zip(*parts))


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("indent", ["", "  "])
def test_one_column_is_read_after_the_other(number: int, indent: str) -> None:
    told = (*PARAGRAPHS, *(text.replace("The", "And the") for text in PARAGRAPHS))
    text = f"{TITLE}\n\n{'3 May 2021':>60}\n\n{columns(told, number, indent)}\n"
    (article,) = parse_text(text)
    assert (article.title, article.published) == (TITLE, "2021-05-03")
    assert [block.text for block in article.blocks if block.role == "para"] == list(told)
    assert check(text.encode()) == 1


CLAIM = "The mayor said that the quay\nhad never been safe, and that\nnobody had told him."
FOUND = "He was told of it in March by\nthe harbour board, and again\nin April."


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join("\n".join(f"{a:<36}{b}" for a, b in zip(CLAIM.split("\n"), FOUND.split("\n"))) for _ in range(6)),
        "\n".join(f"{'Harbour board of Tarn':<34}{n:>4}   a quay of stone" for n in range(20)),
        "\n".join(f"{'The clerk of the town':<30}He said that he knew nothing" for _ in range(20)),
        "\n".join(f"{'TOM:':<12}He said that it had been raining and\n{'':<12}that nobody came." for _ in range(12)),
    ],
)  # fmt: skip
def test_tables_and_talk_are_no_columns(text: str) -> None:
    assert analyse(text).form != "text in columns"
