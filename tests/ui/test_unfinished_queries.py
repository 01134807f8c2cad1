"""Queries that are not finished or wrong: what stands before the mistake is answered, and nothing ends the app."""

import pytest
from textual import events

from reader.ui.trail import Goal
from tests.ui.conftest import settle


async def test_what_stands_before_a_mistake_is_answered(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "/")
        await settle(pilot, lambda: main.query("LineInput"))
        field = main.query_one("LineInput").field
        for typed, answered, rows in (
            ("source:", "", 3), ("cranes is:u", "cranes ", 1), ("money>", "", 3), ("(cranes", "", 3),
            ("cranes or (", "cranes or ", 1), ("cranes -", "cranes -", 1), ("source", "source", 0),
        ):  # fmt: skip
            field.value = typed
            await pilot.pause()
            assert (main.session.query, len(main.session.rows)) == (answered, rows)


async def test_the_list_says_which_word_no_article_has(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "/")
        await settle(pilot, lambda: main.query("LineInput"))
        main.query_one("LineInput").field.value = "heron crames"
        await settle(pilot, lambda: "answers crames (did you mean cranes?)" in main.list.empty)


@pytest.mark.parametrize("query", ['"blue heron', "heron is:foo"])
async def test_a_passage_of_an_unfinished_query_can_be_opened_and_walked_from(folder, open_app, query):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("g", "/")
        await settle(pilot, lambda: type(app.screen).__name__ == "SearchResults")
        app.post_message(events.Paste(query))
        await settle(pilot, lambda: len(app.screen.list.rows) == 3)
        await pilot.press("tab", "enter")
        await settle(pilot, lambda: app.screen is main and main.bar.state.startswith("1/"))
        await pilot.press("n")
        await settle(pilot, lambda: main.bar.state.startswith("2/"))


async def test_the_field_of_the_notes_takes_plain_words(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("a", *"why", "enter")
        await settle(pilot, lambda: main.session.located)
        await pilot.press("g", "a")
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows) == 1)
        app.post_message(events.Paste("(who: why"))
        await settle(pilot, lambda: len(app.screen.list.rows) == 0)
        assert "words of the note" in str(app.screen.query_one(".below").content)


async def test_a_walk_is_over_when_what_it_stands_on_is_gone(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        rows = ["a-harbour.txt#0", "b-bridge.txt#0"]
        main.finding.walk_rows(rows, lambda article: Goal(article, 0, 9), 1)
        rows.pop()
        main.visiting.go(Goal("b-bridge.txt#0", 5, 9))
        assert main.session.article.id == "b-bridge.txt#0" and not main.finding.where


async def test_what_was_found_while_typing_stays(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        for typed, kept in (("crane", "crane*"), ("cranes", "cranes"), ("is:unread", "is:unread")):
            await pilot.press("g", "l", "/")
            await settle(pilot, lambda: main.query("LineInput"))
            main.query_one("LineInput").field.value = typed
            await pilot.pause()
            found = len(main.session.rows)
            await pilot.press("enter")
            await settle(pilot, lambda: main.session.query == kept)  # noqa: B023
            assert len(main.session.rows) == found > 0
        await pilot.press("g", "/")
        await settle(pilot, lambda: type(app.screen).__name__ == "SearchResults")
        app.post_message(events.Paste("heron"))
        await settle(pilot, lambda: len(app.screen.list.rows) == 3)
        assert app.screen.exported().query == "heron"
        app.post_message(events.Paste(" or cran"))
        await settle(pilot, lambda: len(app.screen.list.rows) == 4)
        await pilot.press("tab", "D")
        assert app.screen.exported().query == "(heron or cran*) -is:copy"
