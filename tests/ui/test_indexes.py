"""The indexes and cards: corrections, orders and notes from there."""

import threading
from typing import get_args

import pytest

from reader.annotation import OF_ARTICLES
from reader.library import Library, Progress
from reader.model import Correction, CorrectionAction, Figure, Watch
from reader.ui.screens.cards import FigureCard
from reader.ui.screens.query_screen import check_query
from reader.ui.widgets.line_list import LineList
from tests.ui.conftest import settle
from tests.ui.test_session_flow import notes_of


async def test_people_index_corrects_and_undoes(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) >= 4)
        index = app.screen
        names = lambda: [entry.name for entry in index.list.rows]  # noqa: E731
        assert names()[0] == "Maria Kabral"
        await pilot.press(*"kab")
        await settle(pilot, lambda: names() == ["Maria Kabral"])
        await pilot.press("escape", "c", "n")
        await settle(pilot, lambda: names() == [])
        await pilot.press("u")
        await settle(pilot, lambda: names() == ["Maria Kabral"])
        await pilot.press("v", "M")
        assert index.bar.text.startswith("One is selected")
        await pilot.press("escape", "S", "M")
        await settle(pilot)
        assert index.bar.text or app.screen is not index


async def test_a_search_that_finds_nothing_says_which_word_it_is(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("g", "/")
        await settle(pilot, lambda: app.screen is not app.main)
        await pilot.press(*"harbour zzznothing")
        await settle(pilot, lambda: app.screen.list.empty == "Nothing found: no article answers zzznothing.")


def test_a_category_that_nobody_named_is_told_while_it_is_typed(folder):
    library = Library.open([folder])
    assert check_query(library, "harbour category:che") is None
    message, start, end = check_query(library, "harbour category:chek")
    assert "did you mean 'check'" in message and (start, end) == (17, 21)


async def test_words_in_the_ledger_are_of_the_sentence_and_found_while_they_are_typed(folder, open_app):
    async with open_app(folder) as pilot:
        screen = await _opened(pilot, "#")
        await pilot.press(*"millio")
        await settle(pilot, lambda: screen.answered == "millio" and len(screen.list.rows))
        assert all("million" in row.sentence for row in screen.list.rows)
        assert screen.exported().query == "millio*"


@pytest.mark.parametrize("width", [80, 120])
async def test_the_help_below_a_field_ends_with_a_whole_part(folder, open_app, width):
    async with open_app(folder, size=(width, 30)) as pilot:
        screen = await _opened(pilot, "#")
        below = screen.query_one("LineInput .below").render_line(0).text.strip()
        assert screen.HELP.startswith(below) and (width < 110) is (below != screen.HELP)
        assert below == screen.HELP or screen.HELP[len(below)] == ";"


async def _opened(pilot, key):
    await pilot.press(key)
    await settle(pilot, lambda: pilot.app.screen is not pilot.app.main and len(pilot.app.screen.list.rows))
    return pilot.app.screen


@pytest.mark.parametrize("width", [110, 160])
async def test_the_source_of_a_figure_stands_beside_it_where_there_is_room(folder, open_app, width):
    async with open_app(folder, size=(width, 30)) as pilot:
        rows = (await _opened(pilot, "#")).list
        at = next(number for number, row in enumerate(rows.rows) if row.source and row.published)
        (line,) = rows.draw(rows.rows[at], at, rows.room)
        told = "".join(piece.text for piece in line)
        assert (rows.rows[at].source[:15] in told) is (width > 130) and len(told) <= rows.room + 1


async def test_the_ledger_takes_a_comparison_alone(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("#")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        every = len(app.screen.list.rows)
        await pilot.press(*"money>1m")
        await settle(pilot, lambda: 0 < len(app.screen.list.rows) < every)
        assert {row.figure.kind for row in app.screen.list.rows} == {"money"}


async def test_ledger_leads_to_a_note(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("#")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        await pilot.press(*"figure:money")
        await settle(pilot, lambda: len(app.screen.list.rows) == 3)
        await pilot.press("escape", "S", "e")
        await settle(pilot, lambda: app.screen is app.main and app.main.query("#note-editor"))
        await pilot.press(*"dear", "enter")
        await settle(pilot, lambda: notes_of(folder))
        assert "million" in notes_of(folder)[0]["exact"]
        await pilot.press("g", "a")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) == 1)
        await pilot.press("escape", "d")
        await settle(pilot, lambda: not notes_of(folder))


async def test_a_card_says_what_the_article_tells_while_the_index_is_busy(folder, open_app, monkeypatch):
    async with open_app(folder) as pilot:
        app = pilot.app
        library, free = app.main.session.library, threading.Event()
        person = library.person
        monkeypatch.setattr(library, "person", lambda name: free.wait(20) and person(name))
        await pilot.press("p", "enter")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        here = app.main.session.article.id
        assert {hit.article for hit in app.screen.list.rows} == {here}
        assert "looking for more" in str(app.screen._top.content)
        free.set()
        await settle(pilot, lambda: "mention" in str(app.screen._top.content) and len(app.screen.list.rows))


async def test_figure_card_finds_the_same_figure(folder, open_app):
    (folder / "d-again.txt").write_text(
        "Harbour bill paid in full\n\n2024-04-01 08:00\n\nThe repairs had cost €5 million, the port said.\n",
        "utf-8",
    )
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("f", "enter")
        await settle(pilot, lambda: app.screen is not app.main)
        assert type(app.screen).__name__ == "FigureCard"
        await settle(pilot, lambda: len(app.screen.list.rows) == 1)
        await pilot.press("enter")
        await settle(pilot, lambda: app.screen is app.main)
        assert app.main.session.article.id == "a-harbour.txt#0"


async def test_a_small_number_is_the_same_where_the_same_is_counted_however_old(
    folder, open_app, monkeypatch, tmp_path
):
    monkeypatch.setattr("reader.ui.screens.cards.MOST", 3)
    told = "2024-04-{:02} 08:00\n\nThere were {} here. Nobody said more of it.\n"
    for day in range(4, 24):
        (folder / f"n{day}.txt").write_text(f"Day {day}\n\n" + told.format(day, f"{day + 7} cranes"), "utf-8")
    for day, counts in ((1, "two harbours"), (2, "two ships"), (3, "two old harbours")):
        (folder / f"m{day}.txt").write_text(f"Harbours\n\n{told.format(day, counts)}", "utf-8")
    async with open_app(folder) as pilot:
        app = pilot.app
        await settle(pilot, lambda: len(app.main.session.library.figures("kind:number")) >= 23)
        rows = app.main.session.library.figures("figure:number=2")
        row = next(row for row in rows if row.article == "m3.txt#0")
        app.push_screen(FigureCard(app.main, row.figure, row.article, row.sentence))
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        assert [hit.article for hit in app.screen.list.rows] == ["m1.txt#0"]
        monkeypatch.chdir(tmp_path)
        await pilot.press("x", *"csv", "enter")
        await settle(pilot, lambda: list(tmp_path.glob("*.csv")))
        table = next(tmp_path.glob("*.csv")).read_text("utf-8-sig")
        assert table.count("\n") == 2 and "m1.txt" in table


async def test_a_card_says_its_day_once_and_the_list_alone_that_it_stands_nowhere_else(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        figure = Figure(3, 13, "5 May 1919", "date", "1919-05-05", confidence=0.9)
        app.push_screen(FigureCard(app.main, figure, "a-harbour.txt#0", "On 5 May 1919 it rained."))
        await settle(pilot, lambda: app.screen is not app.main and "nowhere else" in app.screen.list.empty)
        said = "5 May 1919   date · written “5 May 1919”\nOn 5 May 1919 it rained."
        assert str(app.screen._top.content) == said


async def test_live_search_shows_the_third_passage(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("g", "slash", *'"blue heron pact"')
        await settle(
            pilot,
            lambda: len(getattr(app.screen, "list", app.main.list).rows) == 3 and app.screen is not app.main,
        )
        await pilot.press("down", "down", "enter")
        await settle(pilot, lambda: app.screen is app.main)
        assert app.main.session.article.id == "a-harbour.txt#0"
        await pilot.press("N")
        assert app.main.session.article.id == "b-bridge.txt#0"


async def test_compare_lays_figures_side_by_side_and_exports_them(folder, open_app, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("h", "v", "v", "C")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) > 2)
        assert "Maria Kabral" in "".join(text for row in app.screen.list.rows for text, _ in row)
        cited = [row for row in app.screen.list.rows if len(row) == 5 and row[1][1] == "figure"]
        assert cited and all(mark.strip() and style == "title" for *_, (mark, style), _after in cited)
        compared = app.screen
        await pilot.press("v", "x")  # a line alone is no part of an export
        await settle(pilot, lambda: "Export 2 articles" in str(app.screen.query(".title").first().content))
        await pilot.press("enter")
        await settle(pilot, lambda: "to 2-articles-figures.md" in compared.bar.text)
        text = (tmp_path / "2-articles-figures.md").read_text("utf-8")
        assert all(compared.session.library.article(article).title in text for article in compared._articles)
        await pilot.press("escape", "g", "g")
        await pilot.press("j", "enter")
        await settle(pilot, lambda: app.screen is app.main)


async def test_tab_leads_from_the_field_to_the_keys_of_the_list(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("#")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        ledger = app.screen
        await pilot.press(*"is:unread", "tab")  # whole already: there is nothing to complete
        await settle(pilot, lambda: ledger.list.has_focus)
        await pilot.press("S", "S")
        await settle(pilot, lambda: ledger._by == "value")
        await settle(pilot, lambda: len({type(row.figure.value) for row in ledger.list.rows}))
        first = ledger.list.rows[0]
        assert first.figure.text in str(ledger._foot.content) and first.title in str(ledger._foot.content)


@pytest.mark.parametrize("width", [120, 80])
async def test_passages_take_a_line_each_with_the_title_beside_or_above(folder, open_app, width):
    async with open_app(folder, size=(width, 40)) as pilot:
        app = pilot.app
        await pilot.press("g", "/")
        await settle(pilot, lambda: app.screen is not app.main)
        results = app.screen
        await pilot.press(*"harbour")
        await settle(pilot, lambda: len(results.list.rows) > 1)
        row = results.list.rows[0]
        await settle(pilot, lambda: bool(results.list.headings()) == (width == 80))
        shown = [results.list.render_line(y).text for y in range(3)]
        assert row.title[:20] in shown[0]
        assert row.passage.sentence[:20] in shown[width == 80]
        assert row.passage.sentence in str(results._foot.content)


async def test_review_shows_what_is_known_of_both(folder, open_app):
    text = "{} town\n\n2024-04-0{} 08:00\n\nThe port of {} was closed on Monday, said {}, who runs it, to reporters.\n"
    for at, name in enumerate(("Khaled Mashaal", "Khalid Meshaal"), 1):
        (folder / f"e-{at}.txt").write_text(text.format("Old" * at, at, "Kabira", name), "utf-8")
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) > 4)
        await pilot.press("tab", "M")
        await settle(pilot, lambda: type(app.screen).__name__ == "Review")
        said = app.screen.query_one(".said")
        await settle(pilot, lambda: "Kabira" in str(said.content))
        shown = str(said.content)
        assert "Khaled Mashaal" in shown and "Khalid Meshaal" in shown and "1 Apr 2024" in shown
        corrections = folder / "notes" / "corrections.yaml"
        while "Khaled Mashaal" not in str(app.screen.query_one(".said").content):
            await pilot.press("h")
            await pilot.pause(0.05)
        await settle(pilot, lambda: "1 Apr 2024" in str(said.content))
        shown = str(said.content)
        await pilot.press("y", "u")  # taken back: each is told by what is known of that one again
        await settle(pilot, lambda: corrections.exists() and "same" not in corrections.read_text("utf-8"))
        if type(app.screen).__name__ == "Review":
            await settle(pilot, lambda: str(said.content) == shown)
            await pilot.press("y")
            await settle(pilot, lambda: "same" in corrections.read_text("utf-8"))


async def test_proposals_of_one_kind_are_answered_at_once_and_taken_back_at_once(folder, open_app):
    text = "{} town\n\n2024-04-0{} 08:00\n\nThe port of {} was closed on Monday, said {}, who runs it, to reporters.\n"
    names = (
        "Khaled Mashaal",
        "Khalid Meshaal",
        "Neil Armstrong",
        "Neil A. Armstrong",
        "James Webb",
        "James E. Webb",
    )
    for at, name in enumerate(names, 1):
        (folder / f"e-{at}.txt").write_text(text.format("Old" * at, at, "Kabira", name), "utf-8")
    corrections = folder / "notes" / "corrections.yaml"
    async with open_app(folder) as pilot:
        app = pilot.app
        proposals = app.main.session.library.merge_proposals

        def pairs():
            return [{proposal.name, proposal.other} for proposal in proposals()]

        await settle(pilot, lambda: len(proposals()) == 3)
        await pilot.press("@", "tab", "M")
        await settle(pilot, lambda: type(app.screen).__name__ == "Review")
        state, first = app.main.session.library.state, str(app.screen.query_one(".said").content)
        await pilot.press("h")
        await settle(pilot, lambda: len(state.unsure()) == 1)
        await pilot.press("u")  # asked again
        await settle(pilot, lambda: not state.unsure())
        assert str(app.screen.query_one(".said").content)[:40] == first[:40]
        while "shorter form" not in str(app.screen.query_one(".said").content):
            await pilot.press("h")
            await pilot.pause(0.05)
        assert "1 more like it" in str(app.screen.query_one(".said").content)
        await pilot.press("Y")
        await settle(
            pilot, lambda: corrections.exists() and corrections.read_text("utf-8").count("same") == 2
        )
        await settle(
            pilot, lambda: not app.jobs.writing and {"Neil Armstrong", "Neil A. Armstrong"} not in pairs()
        )
        if type(app.screen).__name__ == "Review":
            await pilot.press("escape")
        await pilot.press("u")
        await settle(pilot, lambda: corrections.read_text("utf-8").count("same") == 0)


async def test_a_query_and_a_person_are_followed_and_left(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        library = app.main.session.library
        await pilot.press("@")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) >= 4)
        await pilot.press(*"kab")
        await settle(pilot, lambda: len(app.screen.list.rows) == 1)
        await pilot.press("tab", "W")
        await settle(pilot, lambda: library.watches() == (Watch('person:="Maria Kabral"'),))
        await pilot.press("q")
        await settle(pilot, lambda: app.screen is app.main and any(row.watched for row in app.main.list.rows))
        await pilot.press("g", "l", "/", *"harbour", "enter", "g", "l", "W")
        await settle(pilot, lambda: Watch("harbour") in library.watches())
        await pilot.press("g", "W", "T", "h", "e", "space", *"port", "enter")
        await settle(pilot, lambda: Watch("harbour", "The port") in library.watches())
        await pilot.press("g", "w")
        await settle(pilot, lambda: type(app.screen).__name__ == "Picker")
        rows = lambda: {choice.value: choice.hint for choice in app.screen.query_one(LineList).rows}  # noqa: E731
        await settle(pilot, lambda: rows().get("harbour") == "1 article, 1 unread")
        assert rows()["is:watched"] == "3 articles, 3 unread"
        await pilot.press("enter")
        await settle(pilot, lambda: app.main.session.query == "is:watched" and len(app.main.list.rows))
        await pilot.press("g", "w", *"port", "enter")
        await settle(pilot, lambda: app.main.session.query == "harbour")
        await pilot.press("W")
        await settle(pilot, lambda: library.watches() == (Watch('person:="Maria Kabral"'),))


async def test_that_nothing_is_there_is_said_only_when_it_is_known(folder, open_app, monkeypatch):
    from threading import Event

    from reader.library import Library

    asked, answer = Event(), Event()
    whole = Library.person

    def slow(library, name):
        asked.set()
        answer.wait(10)
        return whole(library, name)

    monkeypatch.setattr(Library, "person", slow)
    monkeypatch.setattr("reader.ui.screens.cards._PATIENCE", 60)
    async with open_app(folder) as pilot:
        await pilot.press("p", "enter")
        await settle(pilot, asked.is_set)
        shown = pilot.app.screen.list
        assert "Looking" in shown.render_line(0).text
        answer.set()
        await settle(pilot, lambda: len(shown.rows) > 0)
        shown.set_rows([])
        assert "No passage" in shown.render_line(0).text


async def test_from_one_index_to_the_other_and_to_the_list(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("p", "enter")
        await settle(pilot, lambda: pilot.app.screen is not main)
        await pilot.press("#")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "LedgerScreen")
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("tab", "@")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "PeopleScreen")
        await pilot.press("tab", "g", "l")
        await settle(pilot, lambda: pilot.app.screen is main and main.pane == "list")
        await pilot.press("#")
        await settle(pilot, lambda: pilot.app.screen is not main)
        await pilot.press("tab", "g", "n")
        await settle(pilot, lambda: pilot.app.screen is main and main.pane == "notes")


async def test_the_cursor_stays_on_its_person_though_the_rows_change(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("@")
        screen = pilot.app.screen
        await settle(pilot, lambda: len(screen.list.rows) >= 4)
        await pilot.press("tab")
        names = [row.name for row in screen.list.rows]
        santos = names.index("Rui Santos")
        screen.list.cursor = santos
        await pilot.press("c", "s")
        await pilot.press(*"Moedas", "enter")  # the same as Carlos Moedas
        await settle(pilot, lambda: len(screen.list.rows) == len(names) - 1)
        row = screen.list.current
        assert "Rui Santos" in (row.name, *row.spellings) and "Carlos Moedas" in (row.name, *row.spellings)
        await pilot.press("u")
        await settle(pilot, lambda: len(screen.list.rows) == len(names))
        assert screen.list.current.name == row.name
        await pilot.press("S")
        await settle(pilot, lambda: [row.name for row in screen.list.rows] == sorted(names))
        assert screen.list.cursor == 0


async def test_without_notes_their_index_says_how_to_write_one(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("g", "a")
        await settle(pilot, lambda: app.screen is not app.main and "No notes yet" in app.screen.list.empty)
        await pilot.press("x")
        await settle(pilot, lambda: app.screen.list.empty == "No note answers that.")


async def test_a_name_that_nobody_has_finds_those_like_it(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@", *"kabrall")
        names = lambda: [entry.name for entry in app.screen.list.rows]  # noqa: E731
        await settle(pilot, lambda: app.screen is not app.main and names() == ["Maria Kabral"])


async def test_people_who_were_made_one_can_be_told_apart_again(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@", *"santos")
        names = lambda: [entry.name for entry in app.screen.list.rows]  # noqa: E731
        await settle(pilot, lambda: app.screen is not app.main and names() == ["Rui Santos"])
        await pilot.press("escape", "c", "s", *"ana lopes", "enter")
        await settle(pilot, lambda: names() == ["Ana Lopes"])
        await pilot.press("c", "d")
        await pilot.pause()
        await pilot.press(*"rui santos", "enter")
        await settle(pilot, lambda: names() == ["Rui Santos"])


async def test_every_correction_says_what_it_does(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "g", "v", "c", "P")
        await settle(pilot, lambda: main.bar.text.startswith("A person, here and elsewhere: River"))
        changes = main.house.changes
        for action in set(get_args(CorrectionAction)) - OF_ARTICLES:
            assert "tide" in changes.correct(Correction("", action, "tide", "ebb")), action


async def test_from_a_person_to_those_named_with_them_and_the_articles_on_both(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@", *"kab", "enter")
        await settle(pilot, lambda: "named with " in str(getattr(app.screen, "_top", "").content))
        await pilot.press("w")
        await settle(
            pilot, lambda: type(app.screen).__name__ == "CompanyScreen" and len(app.screen.list.rows)
        )
        screen = app.screen
        names = lambda: [row.person.name for row in screen.list.rows]  # noqa: E731
        assert sorted(names()) == ["Ana Lopes", "Carlos Moedas", "Rui Santos"]
        await pilot.press("d")
        await settle(pilot, lambda: len(names()) == 2)  # not a person
        await pilot.press("u")
        await settle(pilot, lambda: len(names()) == 3)
        await pilot.press("/", *"rui after:2024-03-04", "enter")
        await settle(pilot, lambda: type(app.screen).__name__ == "TogetherCard" and len(app.screen.list.rows))
        assert {hit.article for hit in app.screen.list.rows} == {"b-bridge.txt#0"}
        await pilot.press("D")
        await settle(pilot, lambda: app.screen.bar.text.startswith("Near-duplicates are left out"))
        assert {hit.article for hit in app.screen.list.rows} == {"b-bridge.txt#0"}
        await pilot.press("F")
        await settle(pilot, lambda: app.screen is app.main)
        assert app.main.session.query == 'person:="Maria Kabral" person:="Rui Santos" after:2024-03-04'


async def test_an_index_opened_while_a_scan_goes_on_says_how_far_it_is_and_fills_itself(
    folder, open_app, monkeypatch, tmp_path
):
    gate, scan = threading.Event(), Library.scan

    def slow(self, progress, *rest, **options):
        while not gate.wait(0.1):
            progress(Progress("marks", 1, 3))
        return scan(self, progress, *rest, **options)

    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        monkeypatch.setattr(Library, "scan", slow)
        (folder / "d.txt").write_text(
            "Dam opens\n\nMinister Ruth Adeyemi opened the dam on Tuesday.\n", "utf-8"
        )
        main.files.rescan()
        await pilot.press("@")
        for _ in range(200):
            await pilot.pause(0.02)
            if getattr(app.screen, "bar", main.bar).state == "marking 1/3" and len(app.screen.list.rows) == 4:
                break
        assert app.screen is not main and app.screen.bar.state == "marking 1/3"
        assert "Esc stops" in main.bar.state  # not here, where it closes the screen
        gate.set()
        await settle(pilot, lambda: "Ruth Adeyemi" in [row.name for row in app.screen.list.rows])
        await settle(pilot, lambda: not app.screen.bar.state)


async def test_who_comes_back_from_a_card_finds_the_keys_in_the_list(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("@", *"kab", "enter")
        await settle(pilot, lambda: type(app.screen).__name__ == "PersonCard")
        await pilot.press("q")
        await settle(pilot, lambda: type(app.screen).__name__ == "PeopleScreen" and app.screen.list.has_focus)
        await pilot.press("q")
        await settle(pilot, lambda: app.screen is app.main)


async def test_a_sentence_is_one_row_and_all_that_is_found_in_it_is_lit(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("g", "/", *"heron pact")
        await settle(pilot, lambda: len(getattr(app.screen, "list", main.list).rows) == 3)
        results = app.screen
        assert "3 passages in 3 articles" in str(results._top.content)
        lit = [
            piece.text for piece in results.list.draw(results.list.current, 0, 110)[0] if piece.style == "hit"
        ]
        assert lit == ["heron", "pact"]
        foot = results.detail(results.list.current)
        assert [foot.plain[span.start : span.end] for span in foot.spans if "$hit" in str(span.style)] == lit
        await pilot.press("enter")
        await settle(pilot, lambda: app.screen is main and main.bar.state.startswith("1/"))
        await pilot.press("n", "n", "n")  # every hit is walked: the second of the second sentence
        await settle(pilot, lambda: main.bar.state.startswith("4/"))
        await pilot.press("g", "s")
        await settle(pilot, lambda: app.screen is results and results.list.cursor == 1)
