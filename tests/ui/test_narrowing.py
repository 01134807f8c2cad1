"""In the sidebar / shows only the rows that have the words typed; Esc shows all again."""

from tests.ui.conftest import settle


async def test_people_of_the_article(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "p")
        names = [row.name for row in main.side.rows("people")]
        assert {"Ana Lopes", "Maria Kabral"} <= set(names)
        await pilot.press("/", *"kábr")
        await settle(pilot, lambda: [row.name for row in main.side.rows("people")] == ["Maria Kabral"])
        assert f"1/{len(names)}" in main.side._line.render_line(0).text
        assert not main.text.found  # the text is not searched
        await pilot.press("enter")
        assert main.pane == "people" and main.side.shown.current.name == "Maria Kabral"
        assert main.session.article.text[main.text.caret :].startswith("Maria Kabral")
        await pilot.press("escape")
        assert main.pane == "people" and [row.name for row in main.side.rows("people")] == names
        await pilot.press("/", *"nobody")
        await settle(pilot, lambda: not main.side.rows("people"))
        await pilot.press("escape")
        assert main.pane == "people" and [row.name for row in main.side.rows("people")] == names


async def test_a_correction_leaves_the_rest_narrowed(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "p", "/", *"a", "enter")
        before = [row.name for row in main.side.rows("people")]
        await pilot.press("d")
        await settle(pilot, lambda: len(main.side.rows("people")) == len(before) - 1)
        assert main.side.filter("people") == "a"


async def test_another_tab_ends_the_typing_and_keeps_what_is_narrowed(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "p", "/", *"kabral")
        await settle(pilot, lambda: len(main.side.rows("people")) == 1)
        line = main.side._line
        start = next(start for start, _, tab in line._zones if tab == "figures")
        await pilot.click(line, offset=(start + 1, 0))
        await settle(pilot, lambda: main.pane == "figures")
        assert not main.side.query("#narrow") and len(main.side.rows("figures")) == len(
            main.session.figures()
        )
        await main.looking.show_side("people")
        assert len(main.side.rows("people")) == 1
        await pilot.press("escape")
        assert len(main.side.rows("people")) == len(main.session.people())


async def test_notes_and_figures(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        for note in ("first #port", "second"):
            await pilot.press("}", "a", *(("space" if c == " " else c) for c in note), "enter")
            await settle(pilot, lambda said=note: said in [item.note.body for item in main.session.located])
        await pilot.press("g", "n", "/", *"port", "enter")
        await settle(pilot, lambda: len(main.side.rows("notes")) == 1)
        assert main.side.shown.current.note.body == "first #port"
        await pilot.press("d")  # the rest is shown, not what was deleted
        await settle(pilot, lambda: not main.side.rows("notes") and len(main.session.located) == 1)
        await pilot.press("u")
        await settle(pilot, lambda: len(main.side.rows("notes")) == 1)
        await pilot.press("g", "f", "/", *"money", "enter")
        assert {row.figure.kind for row in main.side.rows("figures")} == {"money"}
        await pilot.press("J")
        assert len(main.side.rows("figures")) == len(main.session.figures())
