"""The keys of a dialog can be clicked."""

from textual.app import App

from reader.ui.widgets.key_line import KeyLine


class Asking(App):
    CSS = "KeyLine { width: auto; }"

    def __init__(self):
        super().__init__()
        self.pressed = []

    def compose(self):
        yield KeyLine((("y", "the same"), ("n", "different"), ("Esc", "enough")))

    def on_key(self, event):
        self.pressed.append(event.key)


async def test_a_click_on_a_key_or_on_what_it_does_is_that_key():
    app = Asking()
    async with app.run_test() as pilot:
        for x in (1, 10, 13, 24, 30):
            await pilot.click(KeyLine, offset=(x, 0))
        await pilot.pause()
        assert app.pressed == ["y", "y", "n", "n", "escape"]
        app.query_one(KeyLine).show((("h", "later"),))
        await pilot.pause()
        await pilot.click(KeyLine, offset=(3, 0))
        await pilot.pause()
        assert app.pressed[-1] == "h" and len(app.pressed) == 6


class AskingInABox(Asking):
    CSS = "KeyLine { width: 100%; }"


async def test_keys_on_a_second_line_are_clicked_there():
    app = AskingInABox()
    async with app.run_test(size=(26, 5)) as pilot:
        keys = app.query_one(KeyLine)
        assert [keys.render_line(y).text.split()[-1] for y in (0, 1)] == ["different", "enough"]
        for x, y in ((3, 1), (3, 0), (20, 1)):  # Esc, y above it, nothing
            await pilot.click(KeyLine, offset=(x, y))
        await pilot.pause()
        assert app.pressed == ["escape", "y"]
