"""The first key of a chord shows all that may follow; a key that means nothing says so."""

import pytest

from reader.ui.actions import chords
from reader.ui.widgets.chord_panel import ChordPanel


def shown(panel):
    return ["".join(segment.text for segment in panel.render_line(y)) for y in range(panel.size.height)]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)])
async def test_every_choice_is_on_the_screen(folder, open_app, size):
    async with open_app(folder, size=size) as pilot:
        for prefix in ("E", "g"):
            await pilot.press("escape", prefix)
            await pilot.pause()
            panel = pilot.app.screen.query_one(ChordPanel)
            lines = shown(panel)
            for chord, action in chords("text").items():
                wanted = f" {chord.partition(' ')[2]} {action.label}"
                assert chord[0] != prefix or any(wanted in line for line in lines), (wanted, lines)
            assert all(len(line) == size[0] for line in lines)
            assert panel.region.bottom == size[1] and panel.region.height < size[1] // 2
            assert (
                pilot.app.main.text.region.height == size[1] - 1
            )  # it lies over the text, which stays as it is
        await pilot.press("l")
        await pilot.pause()
        assert not panel.display and pilot.app.main.pane == "list"


async def test_a_click_takes_a_choice_and_one_beside_them_lets_go(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        main = pilot.app.main
        await pilot.press("g")
        await pilot.pause()
        panel = pilot.app.screen.query_one(ChordPanel)
        lines = shown(panel)
        y = next(y for y, line in enumerate(lines) if " l List" in line)
        await pilot.click(panel, offset=(lines[y].index(" l List") + 3, y))
        await pilot.pause()
        assert main.pane == "list" and not panel.display
        await pilot.press("g")
        await pilot.pause()
        await pilot.click(panel, offset=(10, 0))
        await pilot.pause()
        assert not panel.display and main.pane == "list"
        assert main.bar.text == ""


async def test_keys_that_mean_nothing_say_so(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("S")
        assert main.bar.text == "S does nothing here; ? lists the keys."
        await pilot.press("Z")  # as in vim
        assert main.bar.text == "Z does nothing here; Quit is on Q, ctrl+q."
        await pilot.press("i", "h", "i")  # in the text a note is written, in the list none
        assert main.bar.text == "i does nothing here; ? lists the keys."
        await pilot.press("g", "y")
        assert main.bar.text.startswith("g y does nothing here")
        await pilot.press("g", "escape")
        assert main.bar.text == ""
        await pilot.press("j")
        assert main.bar.text == ""


async def test_no_line_of_the_help_is_cut_at_80_columns(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        rows = pilot.app.screen._list
        for index, row in enumerate(rows.rows):
            for line in rows.draw(row, index, rows.room):
                told = "".join(text for text, _ in line).rstrip()
                assert len(told) <= rows.room, told
