"""The first key of a chord shows all that may follow; a key that means nothing says so."""

import pytest

from reader.ui.actions import chords
from reader.ui.keymap import Keymap
from reader.ui.widgets.chord_panel import ChordPanel
from tests.ui.conftest import settle


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


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+s", "Everything is saved already. Find is on /."),
        ("alt+x", "alt+x does nothing here; Commands is on :, ctrl+p."),
        ("ctrl+w", "ctrl+w does nothing here; Next pane is on Tab."),
        ("ctrl+t", "ctrl+t does nothing here; ? lists the keys."),
        ("f5", "F5 does nothing here; Look again is on g r."),
        ("backspace", "Backspace does nothing here; Back is on ctrl+o, alt+←."),
        ("delete", "Delete does nothing here; Delete is on d."),
        ("ctrl+end", "ctrl+End does nothing here; Bottom is on End, G."),
    ],
)
async def test_keys_with_ctrl_and_alt_that_mean_nothing_say_so_too(folder, open_app, key, said):
    async with open_app(folder) as pilot:
        await pilot.press(key)
        assert pilot.app.main.bar.text == said


async def test_ctrl_g_is_esc_in_lists_fields_and_dialogs_unless_it_was_given_a_meaning(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("colon", "ctrl+g")
        assert app.screen is main
        await pilot.press("a", *"word", "ctrl+g")
        await settle(pilot, lambda: main.bar.text.startswith("Kept as a draft"))
        await pilot.press("a", "ctrl+s")
        await settle(pilot, lambda: main.bar.text == "Saved")
        await pilot.press("v", "ctrl+g")
        assert not main.text.selecting
    assert Keymap({"palette": ("ctrl+g",)}).binds("ctrl+g")


async def test_who_wants_to_save_or_leave_as_in_vim_is_answered(folder, open_app):
    async with open_app(folder) as pilot:
        for typed, first in (("w", "save"), ("q!", "quit"), ("wq", "quit"), ("q", "quit")):
            await pilot.press("colon", *typed)
            await settle(pilot, lambda typed=typed: pilot.app.screen.query_one("Input").value == typed)
            await pilot.pause()
            assert pilot.app.screen._list.current.value == first
            await pilot.press("escape")
        await pilot.press("colon", "w", "enter")
        await settle(pilot, lambda: pilot.app.main.bar.text.startswith("Everything is saved"))


async def test_no_line_of_the_help_is_cut_at_80_columns(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        rows = pilot.app.screen._list
        for index, row in enumerate(rows.rows):
            for line in rows.draw(row, index, rows.room):
                told = "".join(text for text, _ in line).rstrip()
                assert len(told) <= rows.room, told
