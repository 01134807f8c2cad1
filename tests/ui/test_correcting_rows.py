"""What is done to a row of an index or a card: corrected, renamed, deleted, copied, and taken back."""

import pytest
from textual import events

from reader.library import Library
from reader.model import Correction
from tests.ui.conftest import settle


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch):
    """Copies go through the terminal alone."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


async def asked(pilot, key, query, name, rows):
    """Open an index by its key and paste a query; its list has the keys. The screen, once it shows so many rows."""
    await pilot.press(*key)
    await settle(pilot, lambda: type(pilot.app.screen).__name__ == name)
    pilot.app.post_message(events.Paste(query))
    await shown(pilot, name, rows)
    await pilot.press("tab")
    return pilot.app.screen


async def shown(pilot, name, rows):
    """Wait until the screen `name` shows so many rows; the screen."""
    app = pilot.app
    await settle(pilot, lambda: type(app.screen).__name__ == name and len(app.screen.list.rows) == rows)
    return app.screen


async def test_a_figure_of_the_ledger_becomes_another_kind_or_none_and_is_taken_back(folder, open_app):
    async with open_app(folder) as pilot:
        ledger = await asked(pilot, "#", "money>4m", "LedgerScreen", 2)
        await pilot.press("d")
        await shown(pilot, "LedgerScreen", 1)
        assert ledger.list.rows[0].figure.text == "5 million euros"
        assert "u takes it back" in ledger.bar.text
        await pilot.press("u")
        await shown(pilot, "LedgerScreen", 2)
        await pilot.press("j", "c", "4")  # a number
        await shown(pilot, "LedgerScreen", 1)
        await pilot.press("u")
        await shown(pilot, "LedgerScreen", 2)


async def test_a_person_gets_the_right_name_and_is_told_from_another(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        people = await asked(pilot, "@", "santos", "PeopleScreen", 1)
        await pilot.press("e")
        await settle(pilot, lambda: type(app.screen).__name__ == "Ask")
        assert app.screen.query_one("Input").value == "Rui Santos"
        await pilot.press(*["left"] * 6, *"dos ", "enter")
        await settle(pilot, lambda: app.screen is people and people.list.current.name == "Rui dos Santos")
        assert "Rui Santos" in people.list.current.spellings
        await pilot.press("c", "d", *"rui", "enter")
        await settle(pilot, lambda: app.screen is people and people.list.current.name != "Rui dos Santos")
        await pilot.press("u", "u")
        await settle(
            pilot, lambda: people.list.current is not None and people.list.current.name == "Rui Santos"
        )


async def test_a_note_is_deleted_from_the_list_of_all_and_comes_back(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("2")
        await settle(pilot, lambda: main.session.located)
        await pilot.press("g", "a", "tab")
        notes = await shown(pilot, "NotesScreen", 1)
        await pilot.press("d")
        await shown(pilot, "NotesScreen", 0)
        assert "u brings it back" in notes.bar.text and not main.session.located
        await pilot.press("u")
        await shown(pilot, "NotesScreen", 1)
        assert len(main.session.located) == 1


async def test_y_copies_the_passage_of_a_row_and_where_it_is_from(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await asked(pilot, "g/", "cranes", "SearchResults", 1)
        await pilot.press("y")
        await settle(pilot, lambda: "cranes" in app.clipboard)
        assert app.clipboard.splitlines()[1].startswith("— “Harbour reopens after storm”")
        assert "copied through the terminal" in app.screen.bar.text
        await pilot.press("Y")
        await settle(pilot, lambda: app.clipboard.startswith("“Harbour reopens after storm”"))
        await pilot.press("F")
        await settle(pilot, lambda: app.screen is app.main and app.main.session.query == "cranes")
        assert [row.id for row in app.main.session.rows] == ["a-harbour.txt#0"]


async def test_without_a_query_nothing_is_followed_or_shown_in_the_list(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("#", "tab")
        await settle(pilot, lambda: type(app.screen).__name__ == "LedgerScreen" and len(app.screen.list.rows))
        for key, said in (("F", "F shows its articles"), ("W", "W follows it")):
            await pilot.press(key)
            assert said in app.screen.bar.text


async def test_a_correction_that_concerns_many_articles_is_shown_where_it_was_made(
    folder, open_app, monkeypatch
):
    monkeypatch.setattr("reader.library.errata.revision._AT_ONCE", 0)  # as if they were too many to wait for
    async with open_app(folder) as pilot:
        people = await asked(pilot, "@", "kab", "PeopleScreen", 1)
        await pilot.press("d")
        await shown(pilot, "PeopleScreen", 0)
        await pilot.press("u")
        await shown(pilot, "PeopleScreen", 1)
        assert (people.list.current.articles, people.list.current.mentions) == (3, 4)


async def test_people_who_are_selected_are_one_or_nobody_in_one_step(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        people = await asked(pilot, "@", "-zzz", "PeopleScreen", 4)
        await pilot.press("S", "v", "j", "v")  # by name: the first and the third
        assert [row.name for row in people.list.chosen] == ["Ana Lopes", "Maria Kabral"]
        await pilot.press("M")
        await settle(pilot, lambda: type(app.screen).__name__ == "Picker")
        assert "One person, called" in str(app.screen.query_one(".title").content)
        await pilot.press("enter")  # the one who is in most articles
        await shown(pilot, "PeopleScreen", 3)
        assert people.bar.text.startswith("Ana Lopes is Maria Kabral") and not people.list.picked
        assert not people.bar.state  # nothing is said to be selected
        await pilot.press("u")
        await shown(pilot, "PeopleScreen", 4)
        await pilot.press("g", "g", "V", "j", "d")
        await shown(pilot, "PeopleScreen", 2)
        assert people.bar.text.startswith("Not people, here and elsewhere: Ana Lopes and Carlos Moedas")
        await pilot.press("u")
        await shown(pilot, "PeopleScreen", 4)
        assert "correction of Ana Lopes and Carlos Moedas" in people.bar.text
        await pilot.press("v", "escape")
        assert app.screen is people and not people.list.picked


async def test_figures_and_people_of_the_sidebar_are_corrected_several_at_once(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "f")
        await settle(pilot, lambda: main.pane == "figures")
        before = [cited.figure.text for cited in main.side.rows("figures")]
        await pilot.press("V", "j")
        assert "d Not figures" in str(main.bar.render_line(0).text)
        await pilot.press("d")
        await settle(pilot, lambda: [c.figure.text for c in main.side.rows("figures")] == before[2:])
        await pilot.press("u")
        await settle(pilot, lambda: [c.figure.text for c in main.side.rows("figures")] == before)
        ledger = await asked(pilot, "#", "kind:money", "LedgerScreen", 3)
        await pilot.press("v", "v", "d")
        await shown(pilot, "LedgerScreen", 1)
        assert ledger.bar.text.startswith("Not figures, here and elsewhere: ")


async def test_of_a_person_all_other_spellings_are_taken_away_at_once(folder, open_app):
    library = Library.open([folder])
    for other in ("Rui Santos", "Ana Lopes"):
        library.corrections.add_all([Correction("", "same", other, "Maria Kabral")])
    async with open_app(folder) as pilot:
        app = pilot.app
        people = await asked(pilot, "@", "kab", "PeopleScreen", 1)
        assert {"Rui Santos", "Ana Lopes", "Kabral"} < {*people.list.current.spellings}
        await pilot.press("c", "d")
        await settle(pilot, lambda: type(app.screen).__name__ == "Picker")
        assert app.screen.query_one("ChoiceList").rows[0].label == "all other spellings"
        await pilot.press("enter")
        await settle(pilot, lambda: people.list.rows and people.list.rows[0].spellings == ("Maria Kabral",))
        assert people.bar.text.endswith(" are not Maria Kabral — u takes it back")
        await pilot.press("u")
        await settle(pilot, lambda: people.list.rows and "Ana Lopes" in people.list.rows[0].spellings)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (160, 50)])
async def test_the_keys_of_a_review_are_on_the_screen_whatever_its_size(folder, open_app, size):
    (folder / "d.txt").write_text(
        "Harbour\n\n2024-03-09\n\nThe harbour master Maria Cabral said on Friday that the piers would stand for many "
        "years to come, whatever the sea and the winter storms did to the rest of the coast of the country.\n"
    )
    async with open_app(folder, size=size) as pilot:
        app = pilot.app
        await asked(pilot, "@", "-zzz", "PeopleScreen", 5)
        await pilot.press("M")
        await settle(pilot, lambda: type(app.screen).__name__ == "Review")
        await settle(pilot, lambda: "mentions" not in str(app.screen.query_one(".said").content))
        await pilot.pause(0.2)
        for again in (size, (60, 15)):
            await pilot.resize_terminal(*again)
            await pilot.pause(0.1)
            keys, box = app.screen.query_one("KeyLine"), app.screen.query_one(".box")
            assert "y\u00a0" in keys.render_line(0).text and keys.region.height <= 2
            assert app.screen.region.contains_region(box.region)
            assert box.content_region.contains_region(keys.region)
            said = app.screen.query_one(".said")
            assert "% sure" in "".join(said.render_line(y).text for y in range(said.size.height)[-2:])


@pytest.mark.parametrize(
    ("key", "query", "name", "rows", "wanted", "other"),
    [
        ("#", "kind:money", "LedgerScreen", 3, "2 million euros", "7 million euros"),
        ("@", "-zzz", "PeopleScreen", 4, "Maria Kabral", "Rui Santos"),
        ("g /", "heron", "SearchResults", 3, "Nobody mentioned", "pays for a third"),
    ],
)
async def test_what_is_selected_is_exported_alone(
    folder, open_app, tmp_path, monkeypatch, key, query, name, rows, wanted, other
):
    monkeypatch.chdir(tmp_path)
    async with open_app(folder) as pilot:
        await asked(pilot, key.split(), query, name, rows)
        await pilot.press("v", "x", *"csv", "enter")
        await settle(pilot, lambda: pilot.app.screen.bar.text.startswith("Exported 1 "))
        table = next(tmp_path.glob("*.csv")).read_text("utf-8")
        assert table.count("\n") == 2 and wanted in table and other not in table


async def test_notes_that_are_selected_are_deleted_in_one_step(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("1", ")", "2", ")", "3")
        await settle(pilot, lambda: len(main.session.located) == 3)
        await pilot.press("g", "a")
        notes = await shown(pilot, "NotesScreen", 3)
        await pilot.press("tab", "v", "v", "d")  # the cursor is on the third by now
        await shown(pilot, "NotesScreen", 1)
        assert "2 notes deleted" in notes.bar.text and app.screen is notes
        await pilot.press("u")
        await shown(pilot, "NotesScreen", 3)
        assert "deletion of 2 notes" in notes.bar.text
