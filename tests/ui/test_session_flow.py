"""Whole ways through the app: read, note, mark, undo, search, export."""

import yaml

from tests.ui.conftest import settle


def notes_of(folder):
    found = []
    for path in sorted((folder / "notes").glob("*.yaml")):
        found += (yaml.safe_load(path.read_text("utf-8")) or {}).get("notes") or []
    return found


async def test_first_unread_is_open_and_space_reads_on(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert main.session.article.title == "River rises above the mark"
        assert main.pane == "text"
        await pilot.press("space")  # the short article is read to its end: the next unread opens
        await settle(pilot, lambda: main.session.article.title == "Bridge closed for a year")
        assert not main.session.rows[0].unread
        await pilot.press("K")
        assert main.session.article.title == "River rises above the mark"
        await pilot.press("ctrl+o")
        await pilot.press("J", "J", "J")
        assert main.session.article.title == "Harbour reopens after storm"
        assert main.bar.text == "The last article."


async def test_note_on_the_sentence_with_the_next_figure(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("f", "a")
        await pilot.press(*"check #water this", "enter")
        await settle(pilot, lambda: notes_of(folder))
        note = notes_of(folder)[0]
        assert note["body"] == "check #water this" and note["tags"] == ["water"]
        assert note["exact"] in main.session.article.text
        assert main.bar.text == "Saved" and main.pane == "text"
        assert len(main.session.located) == 1
        # Enter on it opens it too, where it covers no figure or person
        await pilot.press("^", "enter")
        await settle(pilot, lambda: main.noting.writing)
        await pilot.press("escape")
        # a again edits it, Esc keeps a draft, a brings the draft back
        await pilot.press("a")
        await pilot.press(*" more")
        await pilot.press("escape")
        await pilot.pause()
        assert main.pane == "text" and notes_of(folder)[0]["body"] == "check #water this"
        await pilot.press("a")
        editor = main.query_one("#note-editor")
        assert editor.text == "check #water this\n more"
        await pilot.press("alt+enter", "x", "enter")
        await settle(pilot, lambda: notes_of(folder)[0]["body"].endswith("x"))
        assert notes_of(folder)[0]["body"] == "check #water this\n more\nx"
        # undo twice, redo
        await pilot.press("u")
        await settle(pilot, lambda: notes_of(folder)[0]["body"] == "check #water this")
        await pilot.press("u")
        await settle(pilot, lambda: not notes_of(folder))
        assert main.session.located == ()
        await pilot.press("ctrl+r")
        await settle(pilot, lambda: notes_of(folder))
        assert notes_of(folder)[0]["id"] == note["id"]


async def test_marks_and_deleting(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press(")", "2")
        await settle(pilot, lambda: len(notes_of(folder)) == 1)
        await pilot.press("3")
        await settle(pilot, lambda: main.session.located[0].note.category == 3)
        assert len(notes_of(folder)) == 1
        await pilot.press("d")
        await settle(pilot, lambda: not notes_of(folder))
        await pilot.press("u")
        await settle(pilot, lambda: notes_of(folder))
        await pilot.press("v", "w", "w", "m")
        await settle(pilot, lambda: len(notes_of(folder)) == 2)
        assert main.text.selection is None
        # the sidebar shows them and leads back
        await pilot.press("g", "n")
        assert main.pane == "notes" and len(main.side.shown.rows) == 2
        await pilot.press("j", "enter")
        assert main.pane == "text"


async def test_undo_outlives_the_app(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("s", "h", "s")
        await settle(pilot, lambda: not pilot.app.main.session.rows[0].starred)
        await pilot.press("s")
        await settle(pilot, lambda: pilot.app.main.session.rows[0].starred)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "g", "g")
        assert main.session.rows[0].starred
        await pilot.press("u")
        await settle(pilot, lambda: not main.session.rows[0].starred)


async def test_tags_filter_and_unread(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("t")
        await pilot.press(*"flood, #water", "enter")
        await settle(pilot, lambda: main.session.rows[0].tags == ("flood", "water"))
        await pilot.press("h", "/")
        await pilot.press(*"tag:flood")
        await pilot.pause()
        assert len(main.list.rows) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert len(main.list.rows) == 3
        await pilot.press("r")
        await settle(pilot, lambda: main.bar.text in ("Read", "Unread again"))


async def test_third_hit_of_a_phrase_in_the_library(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h")
        await pilot.press("/", *'"blue heron pact"', "enter", "n", "n")
        await settle(pilot)
        assert main.session.article.title == "Harbour reopens after storm"
        at = main.text.caret
        assert main.session.article.text[at:].startswith("blue heron pact")
        assert main.finding.where == "3/3"
        await pilot.press("N")
        assert main.session.article.title == "Bridge closed for a year"
        await pilot.press("escape")
        assert main.finding.where == ""


async def test_article_search_goes_on_in_other_articles(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("/")
        await pilot.press(*"kabral", "enter")
        await pilot.pause()
        assert main.text.found == "1/1" and main.bar.state.endswith("1/1")
        await pilot.press("n")
        assert main.session.article.title == "Bridge closed for a year" and main.text.found == "1/1"
        await pilot.press("escape")
        assert main.text.found == ""


async def test_wrong_query_is_shown_under_the_wrong_word(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "/")
        await pilot.press(*"after:notaday")
        await pilot.pause()
        below = str(main.query_one("#filter .below").render())
        assert "▔" in below and below.index("▔") > 5
        lines = below.split("\n")  # the list is narrow: the whole of it is told, line after line
        assert "write 2024" in " ".join(lines) and " ".join(lines).endswith("ago")
        field = main.query_one("#filter")
        assert field.size.height == 1 + len(lines) and all(
            len(line) <= field.size.width - 2 for line in lines
        )
        await pilot.press("ctrl+u", *"boat")
        await pilot.pause()
        assert field.size.height == 2


async def test_enter_opens_a_row_though_the_rest_from_typing_is_noticed_late(folder, open_app, monkeypatch):
    async with open_app(folder) as pilot:
        main, app = pilot.app.main, pilot.app
        await settle(pilot, lambda: len(main.session.library.people("kab")))
        await pilot.press("@", *"kab")
        people = app.screen
        load = people._open_when_loaded

        def then_rested(text):
            load(text)
            people._rested()  # the timer had gone off before Enter was dealt with

        monkeypatch.setattr(people, "_open_when_loaded", then_rested)
        await pilot.press("enter")
        await settle(pilot, lambda: type(app.screen).__name__ == "PersonCard")


async def test_passages_on_people(folder, open_app):
    async with open_app(folder) as pilot:
        main, app = pilot.app.main, pilot.app
        await pilot.press("p", "enter")  # two keys: the next person's passages
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows))
        assert type(app.screen).__name__ == "PersonCard"
        await pilot.press("q")
        await pilot.press("@", *"kab", "enter")  # any person: two keys and three letters
        await settle(pilot, lambda: type(app.screen).__name__ == "PersonCard" and len(app.screen.list.rows))
        assert app.screen.name_shown == "Maria Kabral"
        assert {row.article for row in app.screen.list.rows} == {
            "a-harbour.txt#0",
            "b-bridge.txt#0",
            "c-river.txt#0",
        }
        await pilot.press("j", "enter")  # a passage leads to its article, through both screens
        await settle(pilot, lambda: app.screen is main)
        assert main.session.article.title == "Bridge closed for a year"
        await pilot.press("ctrl+o")
        assert main.session.article.title == "River rises above the mark"


async def test_nothing_is_exported_where_there_are_no_notes_but_references_are(
    folder, open_app, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("x", "enter")
        await settle(pilot, lambda: main.bar.text.startswith("There are no notes here"))
        assert not list(tmp_path.rglob("*.md"))
        await pilot.press("x", *"bibtex", "enter")
        await settle(pilot, lambda: main.bar.text.startswith("Exported 1 reference to River"))
        (made,) = tmp_path.glob("out/*-references.bib")
        assert main.bar.text.endswith(f" to {made.name} in ~/out")
        assert "River rises above the mark" in made.read_text("utf-8")


async def test_export_of_a_persons_notes(folder, open_app, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with open_app(folder) as pilot:
        app = pilot.app
        await pilot.press("p", "a")
        await pilot.press(*"who", "enter")
        await settle(pilot, lambda: notes_of(folder) and app.main.pane == "text")
        await pilot.press("enter")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows))
        await pilot.press("x", "enter")  # two keys from the card
        await settle(pilot, lambda: list(tmp_path.glob("*.md")))
        assert "who" in next(tmp_path.glob("*.md")).read_text("utf-8-sig")


async def test_an_index_exports_what_it_shows(folder, open_app, tmp_path, monkeypatch):
    import csv

    monkeypatch.chdir(tmp_path)

    def exported(name):
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            return [(row["what"], row["text"], row["value"]) for row in csv.DictReader(file)]

    async with open_app(folder) as pilot:
        app = pilot.app
        for index, typed, name in (
            ("#", "money>4m", "money-4m-figures.csv"),
            ("@", "kabral", "kabral-people.csv"),
        ):
            await pilot.press(index)
            await settle(pilot, lambda: app.screen is not app.main)
            await pilot.press(*typed)
            await settle(pilot, lambda: 0 < len(app.screen.list.rows) < 3)
            await pilot.press("tab", "x", *"csv", "enter")
            await settle(pilot, lambda wanted=name: (tmp_path / wanted).exists())
            await pilot.press("escape")
            await settle(pilot, lambda: app.screen is app.main)
    assert exported("money-4m-figures.csv") == [
        ("figure", "7 million euros", "7000000"), ("figure", "5 million euros", "5000000"),
    ]  # fmt: skip
    assert exported("kabral-people.csv") == [("person", "Maria Kabral", "4")]


async def test_n_goes_on_through_the_passages_of_a_card_and_the_figures_of_the_ledger(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("@", *"kabral")
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows) == 1)
        await pilot.press("enter")
        await settle(
            pilot, lambda: type(app.screen).__name__ == "PersonCard" and len(app.screen.list.rows) == 4
        )
        await pilot.press("enter")
        await settle(pilot, lambda: app.screen is main)
        seen = [(main.session.article.id, main.bar.state.split()[-1])]
        for key in "nnnnN":
            await pilot.press(key)
            await pilot.pause()
            seen.append((main.session.article.id, main.bar.state.split()[-1]))
        assert [place for _, place in seen] == ["1/4", "2/4", "3/4", "4/4", "4/4", "3/4"]
        assert len({article for article, _ in seen}) == 3
        await pilot.press("#", *"money>4m")
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows) == 2)
        await pilot.press("enter", "n")
        await settle(pilot, lambda: main.bar.state.endswith("2/2"))
        start = main.text.caret
        assert main.session.article.text[start:].startswith("5 million euros")
        await pilot.press("escape", "n")
        assert "/" not in main.bar.state


async def test_d_leaves_near_duplicates_out_of_a_card_and_of_results(tmp_path, open_app):
    lines = " ".join(f"House number {n} of Tarnby stood in the water of the Linna." for n in range(30))
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(
            f"Dam breaks\n\n2024-03-0{ord(name) - 96}\n\nMinister Ruth Adeyemi came on Tuesday. {lines}\n",
            "utf-8",
        )
    async with open_app(tmp_path) as pilot:
        app, main = pilot.app, pilot.app.main
        await settle(pilot, lambda: len(main.session.rows) == 1)  # folded
        await pilot.press("@", *"adey", "enter")
        await settle(
            pilot, lambda: type(app.screen).__name__ == "PersonCard" and len(app.screen.list.rows) == 3
        )
        await pilot.press("D")
        await settle(pilot, lambda: len(app.screen.list.rows) == 1)
        await pilot.press("D")
        await settle(pilot, lambda: len(app.screen.list.rows) == 3)
        await pilot.press("g", "/", *"minister or zebra", "tab")
        await settle(
            pilot, lambda: type(app.screen).__name__ == "SearchResults" and len(app.screen.list.rows) == 3
        )
        await pilot.press("D")
        await settle(pilot, lambda: len(app.screen.list.rows) == 1)
        await pilot.press("enter")
        await settle(pilot, lambda: app.screen is main and main.bar.state.endswith("1/1"))


async def test_c_on_a_card_goes_to_the_passage_and_opens_the_menu_there(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("@", *"santos", "enter")
        await settle(pilot, lambda: type(app.screen).__name__ == "PersonCard" and len(app.screen.list.rows))
        await pilot.press("c")
        await settle(pilot, lambda: type(app.screen).__name__ == "Picker")
        assert main.session.article.title == "Bridge closed for a year"
        await pilot.press("n")
        await settle(pilot, lambda: "Santos" in main.bar.text)
        assert "Rui Santos" not in {person.name for person in main.session.detection.people}


async def test_a_key_for_a_mark_that_is_not_there_says_so(folder, open_app):
    async with open_app(folder) as pilot:
        bar = pilot.app.main.bar
        await pilot.press("]")
        await settle(pilot, lambda: bar.text == "There is no note after this place in the article.")
        await pilot.press("g", "g", "P")
        await settle(pilot, lambda: bar.text == "There is no person before this place in the article.")
        await pilot.press("p")
        await settle(pilot, lambda: bar.text == "")


async def test_the_list_of_notes_exports_the_notes_that_it_shows(folder, open_app, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with open_app(folder) as pilot:
        app = pilot.app
        for keys in (["a", *"first #money"], ["A", *"second"]):
            await pilot.press(*keys, "enter")
            await settle(pilot, lambda: app.main.pane == "text")
        await pilot.press("g", "a", *"first", "tab")
        await settle(pilot, lambda: app.screen is not app.main and len(app.screen.list.rows) == 1)
        await pilot.press("x", "enter")
        await settle(pilot, lambda: (tmp_path / "first-notes.md").exists())
    told = (tmp_path / "first-notes.md").read_text("utf-8")
    assert told.startswith("# first\n") and "Passages" not in told and "second" not in told
    assert told.count("money") == 1


async def test_a_span_that_does_not_stand_there_is_not_taken_and_the_text_stays_to_be_put_right(
    folder, open_app
):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("p", "c", "f", *" Nobody", "enter")
        await settle(pilot, lambda: app.screen is not main)
        field = app.screen.query_one("Input")
        assert field.value == "Ana Lopes Nobody"
        assert "not what stands there" in str(app.screen.query_one(".said").render())
        field.value = "minister Ana Lopes"
        await pilot.press("enter")
        await settle(pilot, lambda: any(p.text == field.value for p in main.session.detection.people))


async def test_corrections_from_the_text(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        names = lambda: {person.name for person in main.session.detection.people}  # noqa: E731
        assert "Ana Lopes" in names()
        await pilot.press("p", "c", "n")
        await settle(pilot, lambda: "Ana Lopes" not in names())
        await pilot.press("u")
        await settle(pilot, lambda: "Ana Lopes" in names())


async def test_every_screen_opens_and_closes(folder, open_app):
    async with open_app(folder, size=(170, 45)) as pilot:
        app, main = pilot.app, pilot.app.main
        for keys in (["#"], ["@"], ["g", "slash"], ["g", "a"], ["question_mark"], ["colon"], ["C"], ["g", "t"], ["x"],
                     ["*"], ["D"], ["g", "s"]):  # fmt: skip
            await pilot.press(*keys)
            await settle(pilot, lambda: app.screen is not main)
            await pilot.press("escape")
            await settle(pilot, lambda: app.screen is main)
        await pilot.press("R")
        assert main.session.raw
        await pilot.press("R", "L", "z")
        assert not main.session.raw and main.has_class("zen") and main.session.marks == 1
        await pilot.press("escape")
        assert not main.has_class("zen")
        await pilot.press("plus")
        assert main.session.width == 76
        await pilot.press("equals_sign")
        assert main.session.width == 72


async def test_people_and_figures_in_the_sidebar(folder, open_app):
    async with open_app(folder, size=(170, 45)) as pilot:
        main = pilot.app.main
        await pilot.press("g", "p")
        assert main.pane == "people" and main.side.shown.rows[0].name == "Ana Lopes"
        await pilot.press("S", "S", "j")
        await pilot.press("g", "f")
        assert main.pane == "figures"
        main.text.go_to(main.session.article.text.index("Some 200 families"))
        await pilot.pause()
        assert main.side.shown.current.figure.text.endswith("200"), (
            "the sentence's own figure, none before it"
        )
        first = main.side.shown.rows[1].figure
        main.side.shown.set_cursor(0)
        await pilot.press("j")
        assert main.text.caret == first.start
        await pilot.press("d")
        await settle(pilot, lambda: first.text not in {f.text for f in main.session.detection.figures})
        await pilot.press("h")
        assert main.pane == "text"
