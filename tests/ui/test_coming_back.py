"""g s: back to what the text was opened from, as it was left."""

from tests.ui.conftest import settle


def shown(app):
    return type(app.screen).__name__


async def test_g_s_comes_back_to_the_ledger_as_it_was_left_at_the_figure_n_has_got_to(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("#", *"money>1m", "tab", "S", "S")
        await settle(pilot, lambda: shown(app) == "LedgerScreen" and len(app.screen.list.rows) == 3)
        ledger = app.screen
        order = [row.figure.text for row in ledger.list.rows]
        await pilot.press("enter", "n")
        await settle(pilot, lambda: app.screen is main and main.bar.state.endswith("2/3"))
        assert {"n", "N", "g s"} <= {key for key, _ in main.bar._hints}
        await pilot.press("g", "s")
        await settle(pilot, lambda: app.screen is ledger)
        assert (ledger.query_text, ledger.list.cursor, ledger.list.has_focus) == ("money>1m", 1, True)
        assert [row.figure.text for row in ledger.list.rows] == order
        await pilot.press("j", "enter")
        await settle(pilot, lambda: app.screen is main and main.bar.state.endswith("3/3"))
        await pilot.press("g", "s", "q")
        await settle(pilot, lambda: app.screen is main)
        await pilot.press("escape")
        assert "g s" not in {key for key, _ in main.bar._hints}


async def test_g_s_comes_back_to_an_index_that_was_left_with_nothing_opened(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("#", *"money>1m")
        await settle(pilot, lambda: shown(app) == "LedgerScreen" and len(app.screen.list.rows) == 3)
        ledger = app.screen
        await pilot.press("tab", "j", "q")
        await settle(pilot, lambda: app.screen is main)
        await pilot.press("g", "s")
        await settle(pilot, lambda: app.screen is ledger and len(ledger.list.rows) == 3)
        assert (ledger.query_text, ledger.list.cursor) == ("money>1m", 1)
        await pilot.press(
            "g", "l", "@", "escape", "g", "s"
        )  # of an index of everyone there is nothing to keep
        await settle(pilot, lambda: app.screen is ledger)
        await pilot.press("q", "g", "slash", *"heron", "escape", "q", "g", "s")
        await settle(pilot, lambda: shown(app) == "SearchResults" and not ledger.is_running)


async def test_escape_right_after_typing_leads_to_the_list_that_is_to_come(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("g", "slash")
        await settle(pilot, lambda: shown(pilot.app) == "SearchResults")
        results = pilot.app.screen
        assert not len(results.list.rows)
        results.restart = lambda: None  # the library takes its time
        await pilot.press(*"heron", "escape")
        assert pilot.app.screen is results and results.list.has_focus
        del results.restart
        results.restart()
        await settle(pilot, lambda: len(results.list.rows) > 0)
        await pilot.press("slash", *"zzz")
        await settle(pilot, lambda: results.answered == "zzz" and not len(results.list.rows))
        await pilot.press("escape")
        await settle(pilot, lambda: pilot.app.screen is pilot.app.main)


async def test_g_s_comes_back_to_a_card_and_to_the_index_below_it(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("@", *"kabral")
        await settle(pilot, lambda: shown(app) == "PeopleScreen" and len(app.screen.list.rows) == 1)
        await pilot.press("enter")
        await settle(pilot, lambda: shown(app) == "PersonCard" and len(app.screen.list.rows) == 4)
        await pilot.press("j", "c")  # goes there too, with the menu over the text
        await settle(pilot, lambda: shown(app) == "Picker")
        await pilot.press("escape", "g", "s")
        await settle(pilot, lambda: shown(app) == "PersonCard" and app.screen.list.cursor == 1)
        await pilot.press("q")
        await settle(pilot, lambda: shown(app) == "PeopleScreen")
        assert app.screen.query_text == "kabral"
        await pilot.press("escape", "escape")
        await settle(pilot, lambda: app.screen is main)


async def test_what_was_left_for_another_search_is_let_go(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("g", "a", "escape", "g", "/", *"bridge", "enter")
        await settle(pilot, lambda: app.screen is main and "1/" in main.bar.state)
        first = main.visiting._kept[0]
        await pilot.press("#", *"money>1m", "enter")
        await settle(pilot, lambda: app.screen is main and not first.is_running)
        ledger = main.visiting._kept[0]
        assert app.is_screen_installed(ledger)
        await pilot.press("h", "/", *"heron", "enter")
        await settle(pilot, lambda: not ledger.is_running)
        await pilot.press("g", "s")
        await settle(pilot, lambda: shown(app) == "SearchResults" and len(app.screen.list.rows) == 3)
        assert app.screen.query_text == "heron"


async def test_back_leads_to_where_the_session_before_ended(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("J", "J", ")", ")", "K", "J")  # where it was left, and not moved since
        left = main.session.here(main.text.caret)
        await pilot.press("Q")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        first = main.session.here(main.text.caret)
        assert first.article != left.article
        await pilot.press("J", ")", "ctrl+o", "ctrl+o")
        assert main.session.here(main.text.caret) == left
        await pilot.press("ctrl+o")
        assert main.bar.text.startswith("No place")
        await pilot.press("alt+right")
        assert main.session.here(main.text.caret) == first
