"""How much is unread stands over the list, and all of it can be marked read at once."""

from tests.ui.conftest import settle


def over_list(main):
    return "".join(segment.text for segment in main.filter_bar.render_line(0))


async def test_the_count_follows_what_is_read_and_shown(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: "3 articles, 3 unread" in over_list(main))
        await pilot.press("r")
        await settle(pilot, lambda: "3 articles, 2 unread" in over_list(main))
        await pilot.press("h", "slash", *"bridge", "enter", "h")
        await settle(pilot, lambda: "1 article, 1 unread" in over_list(main))
        await pilot.press("A")
        await settle(pilot, lambda: "1 article  " in over_list(main))
        await pilot.press("escape", "escape", "escape")  # the message, the hits, the query
        await settle(pilot, lambda: "3 articles, 1 unread" in over_list(main))


async def test_everything_shown_is_read_and_unread_again(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: "3 articles, 3 unread" in over_list(main))
        await pilot.press("h", "A")
        await settle(pilot, lambda: "3 articles" in over_list(main))
        assert main.bar.text.startswith("3 articles read")
        assert not any(row.unread for row in main.session.rows)
        await pilot.press("A")
        await settle(pilot, lambda: main.bar.text == "Everything here is read.")
        await pilot.press("u")
        await settle(pilot, lambda: "3 articles, 3 unread" in over_list(main))
        assert all(row.unread for row in main.session.rows)
