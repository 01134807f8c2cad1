"""What keys have set is so at the next start, until the settings are changed."""

import os

from reader.paths import config_file, state_dir
from tests.ui.conftest import settle


async def choose(pilot, *keys):
    """The order of the list, by what stands in the dialog."""
    await pilot.press("g", "l", "S", *keys, "enter")
    await settle(pilot, lambda: pilot.app.screen is pilot.app.main)


async def test_order_and_width_stay_as_keys_have_set_them(folder, open_app):
    async with open_app(folder) as pilot:
        await choose(pilot, *"title")
        await choose(pilot, *"grouped", "down")
        await pilot.press("D")
        assert pilot.app.main.bar.text == "Near-duplicates shown"
        await pilot.press("+", "+")
        await settle(pilot)
        assert pilot.app.main.text.wanted_width == 80
    async with open_app(folder) as pilot:
        main = pilot.app.main
        session = main.session
        assert (session.sort, session.group, session.fold) == ("title", "source", False)
        assert main.text.wanted_width == 80
        assert [row.title[0] for row in session.rows] == ["B", "H", "R"]
        await pilot.press("=")
        await settle(pilot)
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("width: 60\n")
    os.utime(config_file(), ns=(1, 1))
    async with open_app(folder) as pilot:
        assert (pilot.app.main.session.sort, pilot.app.main.text.wanted_width) == ("title", 60)
    os.utime(config_file())
    async with open_app(folder) as pilot:  # the settings were changed last
        assert (pilot.app.main.session.sort, pilot.app.main.text.wanted_width) == ("newest", 60)


async def test_what_was_chosen_may_be_damaged(folder, open_app):
    state_dir().mkdir(parents=True, exist_ok=True)
    for text in ('{"sort": "size", "width": true, "group": "day"}', '{"sort": []}', "[1]", "{", "\x00"):
        (state_dir() / "view.json").write_text(text)
        async with open_app(folder) as pilot:
            session = pilot.app.main.session
            assert (session.sort, session.width) == ("newest", 72)
            assert session.group == ("day" if "day" in text else "none")
