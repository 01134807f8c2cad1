"""Every line of a list belongs to the row that is drawn there, with and without headings."""

import pytest
from textual.app import App

from reader.model import Anchor, Located, Note
from reader.ui.theming import VARIABLES
from reader.ui.widgets.notes_list import NotesList
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


def row(number: int) -> Located:
    quote = "quote " * number if number % 3 else f"“{'quote ' * number}so,”"
    note = Note(
        str(number), "a.txt", Anchor(quote), "word " * (7 * number), category=number % 3,
        tags=("word",) * (number % 2), conflict_of="0" * (number % 5 == 2),
    )  # fmt: skip
    return Located(note, number, number + 5, "moved" if number % 4 == 0 else "ok")


def test_the_lines_of_notes_are_counted_as_they_are_drawn_however_the_rows_change():
    rows = [row(number) for number in range(9)]
    shown = NotesList(("a", "b", "c", "d", "e"))
    orders = [
        rows[:6],
        rows,
        [*rows[:4], row(20), *rows[4:]],
        rows[3:],
        [],
        rows[::-1],
        [*rows[5:], *rows[:5]],
    ]
    for width in (40, 31):
        for order in orders:
            shown.rows = order
            drawn = [len(shown.draw(item, 0, width)) for item in order]
            assert list(shown.heights(width)) == drawn
    said = ["".join(piece.text for line in shown.draw(item, 0, 60) for piece in line) for item in rows]
    assert [number for number, text in enumerate(said) if "another version: keep one" in text] == [2, 7]


class Colored(App):
    def get_theme_variable_defaults(self):
        return VARIABLES


async def test_very_many_notes_are_counted_when_they_come_near_and_nothing_on_the_screen_jumps():
    rows = [row(number * 7 % 23) for number in range(900)]
    shown = NotesList(("a", "b", "c", "d", "e"))
    app = Colored()
    async with app.run_test(size=(50, 24)) as pilot:
        await app.mount(shown)
        shown.set_rows(rows)
        await pilot.pause()
        drawn = [len(shown.draw(item, 0, shown.room)) for item in rows]
        assert shown.places.total != sum(drawn)  # most are not counted yet

        def seen() -> list[tuple[int, int]]:
            top = int(shown.scroll_offset.y)
            found = [shown.places.at(top + y) for y in range(shown.size.height)]
            assert all(shown.places.lines_of(index) == drawn[index] for index, _ in found)
            return found

        for step, start in ((-5, 500), (4, 100), (-11, 800)):
            shown.set_cursor(start)
            await pilot.pause()
            before = seen()
            assert (start, 0) in before
            for _ in range(150):
                shown.scroll_relative(y=step, animate=False, force=True, immediate=True)
                now = seen()
                same = shown.size.height - abs(step)
                assert (now[-same:] == before[:same]) if step < 0 else (now[:same] == before[-same:])
                before = now
        for end in (899, 0):
            shown.cursor = end
            await pilot.pause()
            assert (end, 0) in seen()
