"""Selected rows: chosen together, kept while the list changes, and acted on as what they are."""

from tests.ui.conftest import settle


async def test_a_range_is_added_to_what_was_selected(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "home", "v", "V", "j")
        assert main.list.picked == {0, 1, 2}
        assert "3 selected" in main.filter_bar.render_line(0).text
        assert "t Tags" in main.bar.render_line(0).text and "Enter" not in main.bar.render_line(0).text
        await pilot.press("escape")
        await pilot.pause()
        assert not main.list.picked and "selected" not in main.filter_bar.render_line(0).text
        assert "Enter" in main.bar.render_line(0).text


async def test_selected_rows_stay_selected_when_files_arrive(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "home", "j", "v")
        chosen = main.list.picked_ids()
        (folder / "d-later.txt").write_text("Mill sold\n\n2024-03-30 08:00\n\nThe mill was sold.\n", "utf-8")
        await pilot.press("g", "r")
        await settle(pilot, lambda: len(main.list.rows) == 4)
        assert main.list.picked_ids() == chosen and main.list.picked == {2}


async def test_tags_of_several_articles_add_to_those_they_have(folder, open_app):
    async with open_app(folder) as pilot:
        main, state = pilot.app.main, pilot.app.main.session.library.state
        ids = [row.id for row in main.list.rows]
        await pilot.press("h", "home", "t", *"old", "enter")
        await settle(pilot, lambda: state.tags(ids[0]) == ("old",))
        await pilot.press("V", "j", "t", *"both", "enter")
        await settle(pilot, lambda: state.tags(ids[1]) == ("both",))
        assert set(state.tags(ids[0])) == {"old", "both"}
        assert main.bar.text == "Tags: both (2 articles)"
        await pilot.press("t")
        await pilot.pause()
        assert pilot.app.screen.query_one("Input").value == "both"
        await pilot.press("backspace", "backspace", "backspace", "backspace", "enter")
        await settle(pilot, lambda: state.tags(ids[1]) == ())
        assert state.tags(ids[0]) == ("old",)
        await pilot.press("u", "u")
        await settle(pilot, lambda: state.tags(ids[1]) == () and state.tags(ids[0]) == ("old",))


async def test_tags_are_completed_where_they_are_typed(folder, open_app):
    async with open_app(folder) as pilot:
        main, state = pilot.app.main, pilot.app.main.session.library.state
        ids = [row.id for row in main.list.rows]
        await pilot.press("h", "home", "t", *"waterways", "enter")
        await settle(pilot, lambda: state.tags(ids[0]) == ("waterways",))
        await pilot.press("j", "t", *"#wat")
        await pilot.pause()
        assert "waterways" in str(pilot.app.screen.query_one(".said").content)
        await pilot.press("tab", *"x", "enter")
        await settle(pilot, lambda: state.tags(ids[1]) == ("waterways", "x"))
        await pilot.press("enter", "a", *"see #wa", "tab", *"now", "enter")
        await settle(pilot, lambda: not main.query("#note-editor"))
        assert main.session.located[0].note.body == "see #waterways now"


async def test_a_filter_that_finds_nothing_in_the_text_stays_in_the_list(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "/", *"after:2024-03-04", "enter")
        await settle(pilot, lambda: len(main.list.rows) == 2)
        assert main.pane == "list"
        await pilot.press("/", "end", *" source:none")  # what stands there is gone on with
        await settle(pilot, lambda: not len(main.list.rows))
        await pilot.press("escape", "/", *"heron", "enter")  # or typed over
        await settle(pilot, lambda: main.pane == "text")
