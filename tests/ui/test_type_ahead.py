"""Keys typed in one burst act as if they had been typed slowly."""

import pytest
from textual import events

from tests.ui.conftest import settle


def burst(app, text):
    """Post every key at once, as a quick typist or a paste does."""
    names = {"@": "at", ")": "right_parenthesis", " ": "space", "\n": "enter"}
    for char in text:
        key = names.get(char, char)
        app.post_message(events.Key(key, None if key == "enter" else char))


async def test_letters_behind_an_opening_key_go_into_the_field_it_opens(open_app, folder):
    async with open_app(folder) as pilot:
        burst(pilot.app, "@kabral")
        await settle(pilot, lambda: len(pilot.app.screen_stack) > 1 and pilot.app.focused is not None)
        await settle(pilot, lambda: getattr(pilot.app.focused, "value", "") == "kabral")


async def test_a_note_typed_in_one_burst_is_whole(open_app, folder):
    async with open_app(folder) as pilot:
        burst(pilot.app, "faCheck who paid\n")
        await settle(pilot, lambda: any((folder / "notes").glob("*.yaml")))
        (file,) = (folder / "notes").glob("*.yaml")
        assert "body: Check who paid" in file.read_text("utf-8")


@pytest.mark.parametrize(("chord", "tab"), [("gp", "people"), ("gf", "figures")])
async def test_a_chord_typed_at_once_is_a_chord(open_app, folder, chord, tab):
    async with open_app(folder) as pilot:
        burst(pilot.app, chord)
        await settle(pilot, lambda: pilot.app.main.pane == tab)


async def test_repeated_motions_all_count(open_app, folder):
    async with open_app(folder) as pilot:
        text = pilot.app.main.text
        await pilot.press("home")
        slow = []
        for _ in range(5):
            await pilot.press(")")
            slow.append(text.caret)
        await pilot.press("home")
        burst(pilot.app, ")" * 5)
        await settle(pilot, lambda: text.caret == slow[-1])
