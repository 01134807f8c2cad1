"""The list and the sidebar become wider and narrower, by keys and by the mouse, and are so at the next start."""

from textual import events
from textual.geometry import Offset

from tests.ui.conftest import settle


async def drag(pilot, start, x):
    """Take hold of the screen at `start`, let go in column `x`: told to the app, as a terminal does."""
    for kind, at in ((events.MouseDown, start.x), (events.MouseMove, x), (events.MouseUp, x)):
        pilot.app.post_message(kind(None, at, start.y, 0, 0, 1, False, False, False, at, start.y))
    await pilot.pause()


async def test_the_edge_between_list_and_text_is_moved_and_stays_there(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        usual = main.left.region.width
        await pilot.press(">", ">", "<")
        assert main.left.region.width == usual + 4 and main.bar.text == f"List: {usual + 4} columns"
        caret = main.text.caret
        await drag(pilot, Offset(main.middle.region.x, 5), 60)
        assert main.left.region.width == 60 == main.middle.region.x
        assert main.text.caret == caret and not main.text.selection  # the text has seen none of it
        await drag(pilot, Offset(60, 5), 110)
        assert main.middle.region.width == 40  # of which it keeps some
        await drag(pilot, Offset(80, 5), 60)
        await settle(pilot)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert main.left.region.width == 60
        await pilot.press("g", "n")  # the sidebar lies over the list
        await settle(pilot, lambda: main.pane == "notes" and main.side.region.width == 60)
        await pilot.resize_terminal(80, 24)
        await settle(pilot, lambda: main.side.region.width == 80)  # one pane at a time, as wide as the screen
        await pilot.press(">")
        assert main.bar.text.startswith("Only one pane")
        await pilot.resize_terminal(120, 40)
        await settle(pilot, lambda: main.side.region.width == 60)
        await pilot.press("=")
        await settle(pilot, lambda: main.left.region.width == usual)


async def test_the_sidebar_has_an_edge_too(folder, open_app):
    async with open_app(folder, size=(200, 40)) as pilot:
        main = pilot.app.main
        usual, left = main.side.region.width, main.left.region.width
        await drag(pilot, Offset(main.side.region.x, 5), main.side.region.x - 10)
        assert (main.side.region.width, main.left.region.width) == (usual + 10, left)
        await pilot.press("g", "p")
        await settle(pilot, lambda: main.pane == "people")
        await pilot.press("<")
        assert (main.side.region.width, main.left.region.width) == (usual + 6, left)
        await pilot.press("h", ">")
        assert (main.side.region.width, main.left.region.width) == (usual + 6, left + 4)


async def test_an_edge_is_seen_while_the_mouse_rests_at_it_and_moved_by_its_grip(folder, open_app):
    def point(kind, x, y=5):
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))

    async with open_app(folder) as pilot:
        main = pilot.app.main
        edge, end = main.middle.region.x, main.filter_bar.render_line(0).text
        assert end.endswith("‹›") and not main.query("Edge")
        point(events.MouseMove, edge)
        await settle(pilot, lambda: [line.region.x for line in main.query("Edge")] == [edge])
        point(events.MouseMove, edge + 4)
        await settle(pilot, lambda: not any(line.display for line in main.query("Edge")))
        await drag(pilot, Offset(edge - 1, 0), 60)
        await settle(pilot, lambda: main.query_one("Edge").region.x == main.middle.region.x == 60)
        assert (
            not main.ordering.frame.app.screen.is_modal
        )  # the order that stands beside it was not asked for
        await pilot.resize_terminal(80, 24)
        await settle(pilot, lambda: not main.filter_bar.render_line(0).text.endswith("‹›"))
