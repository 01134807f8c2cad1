"""Lists and tables of whole pages: they belong to the article, menus and links to other pages do not."""

from __future__ import annotations

import pytest

from reader.parsing import analyse, parse_text
from reader.parsing.dumps.columns import join_cells
from reader.parsing.lines import read_lines
from tests.parsing.samples import FOOT, MENU, TITLE, paragraphs

DATES = [
    f"{month} {day} – {town} @ {hall}"
    for month, day, town, hall in (
        ("June", 9, "Northgate, ST", "Harbour Hall"),
        ("June", 11, "Eastport, ST", "Old Mill"),
        ("June", 14, "Lakeside, WV", "Riverbank Arena"),
        ("July", 2, "Millbrook, WV", "Corn Exchange"),
        ("July", 5, "Fairhaven, ST", "Union Theatre"),
        ("July", 8, "Ashford, NL", "Chapel Yard"),
        ("August", 1, "Southby, NL", "Granary"),
    )
]
NUMBERED = [f"{n}) Model {n} of the Fairhaven yard, painted by hand" for n in range(1, 9)]
GROUPS = [
    f"* {name} (Group {group}): tenth voyage"
    for name, group in zip("Ora Pel Quin Rua Sela Tiro".split(), "ABCDEF")
]
STANDINGS = [f"{n} Player Number{n} {90 - n} {30 - n} {n} {n * 2}" for n in range(1, 20)]
LINKS = [
    "Related stories",
    "Ferry fares to fall in spring",
    "Fog keeps fleet in port",
    "Mayor opens new market",
]


def page(rows: list[str], *, body: str = "", head: str = TITLE) -> str:
    """A whole page: menu, headline, text, rows, links to other pages, foot."""
    menu = "\n".join(f"  * {word}" for word in MENU)
    foot = "\n".join(f"  * {word}" for word in FOOT)
    table = "\n".join(rows)
    links = "\n\n".join(LINKS)
    return f"{menu}\n\n{head}\n\nBy Maren Holt\n3 November 2021\n\n{body}\n\n{table}\n\n{links}\n\n{foot}\n"


@pytest.mark.parametrize(
    "rows", [DATES, NUMBERED, GROUPS, STANDINGS], ids=["dates", "numbers", "groups", "table"]
)
def test_rows_behind_the_text_are_shown(rows: list[str]) -> None:
    text = page(rows, body=paragraphs())
    assert analyse(text).form == "page dump"
    (article,) = parse_text(text)
    for row in rows:
        assert row.removeprefix("* ") in article.text
    for link in LINKS:
        assert link not in article.text


def test_addresses_between_the_rows_do_not_end_them() -> None:
    rows = [
        line for n, row in enumerate(NUMBERED) for line in (row, f"http://shop.example/{n}", f"[{n}-300x200]")
    ]
    (article,) = parse_text(page(rows, body=paragraphs()))
    assert all(row in article.text for row in NUMBERED)


def test_cells_printed_one_a_line_are_shown_between_paragraphs() -> None:
    cells = [
        cell
        for n in range(1, 9)
        for cell in ("LB", f"Player Number{n}", str(70 - n), f"{90 - n}%", "No stats.")
    ]
    first, _, rest = paragraphs().partition("\n\n")
    text = page(["Pos", "Player", "Plays", "%", "Stats", *cells, "", rest], body=first)
    (article,) = parse_text(text)
    for n in range(1, 9):
        assert f"Player Number{n}\n\n{70 - n}\n\n{90 - n}%" in article.text
    assert "Ferry fares to fall" not in article.text


def test_a_page_that_is_a_table_shows_it() -> None:
    other = "Click on the picture above and see what our columnists say of the season and of all that goes on at sea."
    text = page(STANDINGS, head="Standings of the harbour league") + f"\n{other}\n\n{other}\n"
    (article,) = parse_text(text)
    assert all(row in article.text for row in STANDINGS)


def test_numbered_pictures_are_captions() -> None:
    first, _, rest = paragraphs().partition("\n\n")
    shots = [f"{n} of 3 Boats of the fleet lie in the harbour, seen from pier {n}." for n in (1, 2, 3)]
    (article,) = parse_text(page([*shots, "", rest], body=first))
    assert [block.text for block in article.blocks if block.role == "caption"] == shots


def test_a_sentence_that_counts_is_no_picture() -> None:
    told = "1 of 4 boats stays in port for the whole winter, the council said in its report on Tuesday."
    (article,) = parse_text(page([told], body=paragraphs()))
    assert told in [block.text for block in article.blocks if block.role == "para"]


def test_counters_and_dates_of_teasers_are_no_rows() -> None:
    teasers = [
        line for n in range(1, 9) for line in (f"Fog keeps boat number {n} in port", f"November {n}, 2021")
    ]
    (article,) = parse_text(page(["Latest news", "", *teasers], body=paragraphs()))
    assert "Fog keeps boat" not in article.text


COLUMNS = """\
Place   Skipper     Boats            Remarks
1     Orla         12     Two boats were lent by the yard
      Fennimore           at Eastport for the last leg.
2     Piet Vos     9      None.
3     Anna-Maria   7      One boat was late, and two more
      Kessler             were sent home by the umpire.
4     Ruiz         6      None.
"""


def test_cells_wrapped_in_their_columns_are_read_row_by_row() -> None:
    (article,) = parse_text(page(COLUMNS.split("\n"), body=paragraphs()))
    assert "1 Orla Fennimore 12 Two boats were lent by the yard at Eastport for the last leg." in article.text
    assert (
        "3 Anna-Maria Kessler 7 One boat was late, and two more were sent home by the umpire." in article.text
    )
    assert "2 Piet Vos 9 None." in article.text


def test_rows_that_leave_a_cell_empty_stay_rows() -> None:
    grouped = [
        "North   Ruiz    4   won",
        "        Vos     3   won",
        "South   Holt    2   lost",
        "        Orla    1   lost",
    ]
    lines = read_lines("\n".join(grouped))
    assert join_cells("\n".join(grouped), lines) is lines


def test_text_set_with_wide_gaps_is_no_table() -> None:
    text = "\n".join(f"The  boat of  crew {n} came   home late and wet" for n in range(6))
    lines = read_lines(text)
    assert join_cells(text, lines) is lines
