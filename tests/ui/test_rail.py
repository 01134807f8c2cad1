"""The rail at the right edge of lists: where the view is, and a handle for the mouse."""

from textual.app import App
from textual.geometry import Offset

from reader.ui.widgets.line_list import LineList


class Numbers(LineList):
    """Rows are numbers."""

    def draw(self, row, index, width):
        from reader.ui.widgets.lines import Piece

        return [[Piece(f"row {row}", "title")]]


class Stage(App[None]):
    """One list of `count` rows."""

    def __init__(self, count):
        super().__init__()
        self.numbers = Numbers(range(count))

    def get_theme_variable_defaults(self):
        from reader.ui.theming import VARIABLES

        return VARIABLES

    def compose(self):
        yield self.numbers

    def on_mount(self):
        self.numbers.set_rows(self.numbers.rows)


def thumb(numbers):
    return [y for y in range(numbers.size.height) if numbers.render_line(y).text.endswith("▐")]


async def test_the_rail_shows_where_the_view_is():
    async with Stage(100).run_test(size=(30, 20)) as pilot:
        numbers = pilot.app.numbers
        await pilot.pause()
        assert thumb(numbers) == [0, 1, 2, 3]
        numbers.cursor = 99
        await pilot.pause()
        assert thumb(numbers) == [16, 17, 18, 19] and numbers.render_line(19).text.startswith("row 99")
        numbers.set_rows(range(5))  # fewer rows than there is room for: no thumb, and the view is at its top
        await pilot.pause()
        assert thumb(numbers) == [] and numbers.scroll_offset.y == 0
        assert all(len(numbers.render_line(y).text) == 30 for y in range(20))


async def test_the_rail_is_dragged_and_no_row_is_chosen_by_it():
    async with Stage(100).run_test(size=(30, 20)) as pilot:
        numbers = pilot.app.numbers
        await pilot.pause()
        await pilot.mouse_down(numbers, offset=Offset(29, 0))
        await pilot.hover(numbers, offset=Offset(29, 19))
        assert numbers.scroll_offset.y == 80
        await pilot.hover(numbers, offset=Offset(10, 10))  # the hand may leave the rail
        assert 30 < numbers.scroll_offset.y < 50
        await pilot.mouse_up(numbers, offset=Offset(10, 10))
        before = numbers.scroll_offset.y
        await pilot.hover(numbers, offset=Offset(29, 19))
        assert numbers.scroll_offset.y == before and numbers.cursor == 0
        await pilot.click(numbers, offset=Offset(29, 19))
        assert numbers.cursor == 0 and numbers.scroll_offset.y == 80
        await pilot.click(numbers, offset=Offset(3, 19))
        assert numbers.cursor == 99
