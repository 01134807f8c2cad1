"""Every line of a list belongs to the row that is drawn there, with and without headings."""

import pytest

from reader.ui.widgets.row_places import RowPlaces, UnevenPlaces


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        (RowPlaces(3, 1), [(0, 0), (1, 0), (2, 0)]),
        (RowPlaces(2, 2), [(0, 0), (0, 1), (1, 0), (1, 1)]),
        (RowPlaces(3, 2, (0, 2)), [(0, -1), (0, 0), (0, 1), (1, 0), (1, 1), (2, -1), (2, 0), (2, 1)]),
        (RowPlaces(3, 1, (1, 2)), [(0, 0), (1, -1), (1, 0), (2, -1), (2, 0)]),
        (UnevenPlaces([2, 1, 3]), [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1), (2, 2)]),
    ],
)
def test_lines_and_rows_agree(places, lines):
    assert [places.at(y) for y in range(places.total)] == lines
    for row in {row for row, _ in lines}:
        assert lines[places.y_of(row)] == (row, 0)
        assert places.lines_of(row) == sum(line == (row, part) for line in lines for part in range(9))
        assert places.has_heading(row) == ((row, -1) in lines)
