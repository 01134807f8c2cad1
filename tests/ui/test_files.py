"""Files come, change and go while the app is open; nothing breaks, nothing is lost."""

import asyncio
import shutil
import sqlite3
import threading

import pytest
import yaml

from reader.library import Library
from reader.library.index.database import Database
from reader.notes.names import notes_name
from reader.settings import Settings
from reader.ui.desks.beginning import Beginning
from reader.ui.desks.files import FilesDesk
from tests.ui.conftest import settle


async def test_new_changed_and_deleted_files(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        caret = main.text.caret
        (folder / "d.txt").write_text(
            "Fourth story about boats\n\n2024-03-09 08:00\n\nBoats came by the dozen.\n", "utf-8"
        )
        await pilot.press("g", "r")
        await settle(pilot, lambda: len(main.session.rows) == 4)
        assert main.session.article.title == "River rises above the mark" and main.text.caret == caret
        assert main.list.current.id == "c-river.txt#0"
        text = (folder / "c-river.txt").read_text("utf-8")
        (folder / "c-river.txt").write_text(text + "\nOne more line came later.\n", "utf-8")
        await pilot.press("g", "r")
        await settle(pilot, lambda: "One more line" in main.session.article.text)
        (folder / "c-river.txt").unlink()
        await pilot.press("g", "r")
        await settle(pilot, lambda: len(main.session.rows) == 3)
        assert "River rises" in main.text.document.text
        await pilot.press("J")
        await pilot.pause()


async def test_a_renamed_file_stays_open_at_its_place(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("j", "j", "j")
        await pilot.press("1")
        await settle(pilot, lambda: main.session.located)
        open_id, caret = main.session.article.id, main.text.caret
        assert open_id == "c-river.txt#0" and caret
        (folder / "later").mkdir()
        (folder / "c-river.txt").rename(folder / "later" / "river.txt")
        await pilot.press("g", "r")
        await settle(pilot, lambda: main.session.article.id == "later/river.txt#0")
        assert main.text.caret == caret and main.list.current.id == "later/river.txt#0"
        await settle(pilot, lambda: main.session.located)
        await pilot.press("J", "K")
        assert main.session.article.id == "later/river.txt#0"


async def test_a_note_being_written_stays_on_its_passage_whatever_becomes_of_the_file(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        file, store = folder / "c-river.txt", main.session.library.notes
        await pilot.press("right_curly_bracket", "right_curly_bracket", "a", *"why")
        quote = main.query_one("#note-editor").draft.quote
        assert quote == "Some 200 families left their homes."
        file.write_text(file.read_text("utf-8").replace("COIMBRA", "Late in the day.\n\nCOIMBRA"), "utf-8")
        main.files.rescan()
        await settle(pilot, lambda: "Late in the day" in main.session.article.text)
        start, end = main.text.cursor.selection
        assert main.text.document.text[start:end] == quote
        file.rename(folder / "river.txt")
        main.files.rescan()
        await settle(pilot, lambda: main.session.article.file == "river.txt")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("a")
        assert main.query_one("#note-editor").text == "why"
        (folder / "river.txt").unlink()
        main.files.rescan()
        await settle(pilot, lambda: len(main.session.rows) == 2)
        await pilot.press("enter")
        await settle(pilot, lambda: not main.noting.writing)
        (note,) = store.read("river.txt").notes
        assert (note.anchor.exact, note.body) == (quote, "why")
        assert not store.drafts.all()


async def test_a_passage_that_was_found_is_gone_to_where_it_is_by_now(folder, open_app):
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("g", "slash", *"families", "tab")
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows) == 1)
        file = folder / "c-river.txt"
        file.write_text(file.read_text("utf-8").replace("COIMBRA", "Late in the day.\n\nCOIMBRA"), "utf-8")
        main.files.rescan()
        await settle(pilot, lambda: "Late in the day" in main.session.article.text)
        await pilot.press("y", "enter")
        await settle(pilot, lambda: app.screen is main)
        assert "“Some 200 families left their homes.”" in app.clipboard
        text = main.session.article.text
        assert text[main.text.caret :].startswith("families left")
        (hit,) = main.text.marks.layer("hit").between(0, len(text))
        assert text[hit.start : hit.end] == "families"


async def test_back_leads_to_the_sentence_that_was_read_wherever_it_and_its_file_are_by_now(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        here = lambda: main.session.article.text[main.text.caret :]  # noqa: E731
        await pilot.press("}", "}", "R", "J")  # left from the raw file
        file = folder / "c-river.txt"
        text = file.read_text("utf-8").replace("COIMBRA", "Late in the day, it was said.\n\nCOIMBRA")
        file.write_text(text, "utf-8")
        main.files.rescan()
        await settle(pilot)
        file.rename(folder / "d-river.txt")
        main.files.rescan()
        await settle(pilot, lambda: "d-river.txt#0" in [row.id for row in main.session.rows])
        await pilot.press("ctrl+o")
        assert main.session.article.id == "d-river.txt#0" and here().startswith("Some 200 families")
        await pilot.press("Q")
    file = folder / "d-river.txt"
    file.write_text(file.read_text("utf-8").replace("Late in the day, ", ""), "utf-8")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("J", ")", "ctrl+o", "ctrl+o")
        assert main.session.article.id == "d-river.txt#0" and here().startswith("Some 200 families")


@pytest.mark.parametrize(
    ("key", "sought", "there"), [("D", "Cornu", "A dike broke"), ("C", "9 villages", "9 villages")]
)
async def test_rows_of_a_comparison_lead_to_what_they_show_wherever_it_is_by_now(
    tmp_path, open_app, key, sought, there
):
    folder = tmp_path / "wires"
    folder.mkdir()
    lines = " ".join(
        f"Line {'abcdefghijklmnop'[n]} tells of the flood along the river Siret." for n in range(16)
    )
    head = (
        "Flood in the east\n\n2024-03-01\n\nSUCEAVA - Water rose on Friday. {}\n\nThe army sent 40 boats.\n"
    )
    (folder / "a.txt").write_text(head.format(lines), "utf-8")
    more = "\nA dike broke at Cornu at noon and 9 villages were left.\n"
    (folder / "b.txt").write_text(head.format(lines) + more, "utf-8")
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        await settle(pilot, lambda: len(main.session.rows) == 1)  # folded
        main.reading.open("a.txt#0")
        await pilot.press(key)
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows))
        said = ["".join(piece for piece, _ in row) for row in app.screen.list.rows]
        file = folder / "b.txt"
        file.write_text(file.read_text("utf-8").replace("SUCEAVA", "Corrected at ten.\n\nSUCEAVA"), "utf-8")
        main.files.rescan()
        await settle(pilot)
        app.screen.list.set_cursor(next(n for n, line in enumerate(said) if sought in line))
        await pilot.press("enter")
        assert main.session.article.id == "b.txt#0"
        assert main.session.article.text[main.text.caret :].startswith(there)


async def test_the_open_article_stays_open_when_another_comes_before_it_in_its_file(tmp_path, open_app):
    folder = tmp_path / "digests"
    folder.mkdir()
    river, bridge, dam = (
        f"{head}\n\n2024-03-0{day} 08:00\n\nCOIMBRA (Coastal Press) - {text}\n\nNothing more was told of it.\n\n\n"
        for day, head, text in (
            (
                7,
                "River rises above the mark",
                "The river rose 3 metres in two days, minister Ana Lopes said.",
            ),
            (5, "Bridge closed for a year", "The old bridge will be closed for a year, Rui Santos said."),
            (9, "Dam opens its gates at night", "The dam let out 40 tonnes of water, Carlos Moedas said."),
        )
    )
    (folder / "day.txt").write_text(river + bridge, "utf-8")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert len(main.session.rows) == 2
        main.reading.open("day.txt#0", 0)
        main.looking.focus_text()
        await pilot.press("right_curly_bracket", "right_curly_bracket", "a", *"why")
        caret = main.text.caret
        (folder / "day.txt").write_text(dam + river + bridge, "utf-8")
        main.files.rescan()
        await settle(pilot, lambda: len(main.session.rows) == 3)
        assert main.session.article.id == "day.txt#1" and main.text.caret == caret
        await pilot.press("enter")
        await settle(pilot, lambda: main.session.located)
        assert main.session.located[0].status == "ok"
        (folder / "day.txt").write_text(river, "utf-8")
        main.files.rescan()
        await settle(pilot, lambda: main.session.article.id == "day.txt#0")
        assert main.text.caret == caret


async def test_the_raw_view_shows_the_file_as_it_is_now_at_the_same_line(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        file = folder / "c-river.txt"
        await pilot.press("right_curly_bracket", "right_curly_bracket", "R")
        assert main.text.document.text[main.text.caret :].startswith("Some 200 families")
        file.write_text("\n" * 9 + file.read_text("utf-8") + "\nLate news.\n", "utf-8")
        main.files.rescan()
        await settle(pilot, lambda: "Late news" in main.text.document.text)
        assert main.session.raw
        assert main.text.document.text[main.text.caret :].startswith("Some 200 families")
        await pilot.press("R")
        assert "Late news" in main.text.document.text and not main.session.raw


async def test_changes_are_noticed_without_asking(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._GRACE", 0.05)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        caret = main.text.caret
        await settle(pilot)
        before = (folder / "b-bridge.txt").read_text("utf-8")
        (folder / "b-bridge.txt").write_text(before.replace("Bridge closed", "Bridge reopened"), "utf-8")
        await settle(pilot, lambda: "Bridge reopened for a year" in [row.title for row in main.session.rows])
        for number in range(3):
            words = " ".join(f"word{number}x{i}" for i in range(80))
            (folder / f"late{number}.txt").write_text(
                f"Ferry {number}\n\n2024-03-01\n\nThe {words}.\n", "utf-8"
            )
            await settle(pilot, lambda: len(main.session.rows) == 4 + number)  # noqa: B023
        (folder / "late0.txt").unlink()
        await settle(pilot, lambda: len(main.session.rows) == 5)
        assert main.session.article.id == "c-river.txt#0" and main.text.caret == caret


async def test_the_first_articles_are_shown_while_the_others_are_read(tmp_path, open_app, monkeypatch):
    (tmp_path / "news").mkdir()
    for number in range(30):
        text = f"Ferry {number}\n\n2024-03-{number + 1:02}\n\nFerry {number} sails on Monday at {number % 24}:00.\n"
        (tmp_path / "news" / f"{number:02}.txt").write_text(text, "utf-8")
    said, seen, brought = [], [], threading.Event()
    scan, start, arrived = Library.scan, Beginning.start, FilesDesk._arrived

    def in_steps(self, report, stop, **more):
        def reported(step):
            report(step)
            if (step.phase, step.done) == ("text", 8):
                brought.wait(5)

        return scan(self, reported, stop, **more)

    def started(self):
        start(self)
        said.append((self.frame.list.empty, self.frame.text.document.text))

    def shown(self):
        arrived(self)
        seen.append(len(self.frame.list.rows))
        brought.set()

    monkeypatch.setattr("reader.ui.desks.files._FEW", 20)
    monkeypatch.setattr("reader.ui.desks.beginning._GLANCE", 60)
    monkeypatch.setattr(Library, "scan", in_steps)
    monkeypatch.setattr(Beginning, "start", started)
    monkeypatch.setattr(FilesDesk, "_arrived", shown)
    async with open_app(tmp_path) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.list.rows) == 30)
        assert (main.session.article.title, main.list.cursor) == ("Ferry 29", 0)
    assert said[0][0] == "Reading the folder…" and said[0][1].startswith(f"Reading {tmp_path}")
    assert seen[0] == 8


async def test_an_article_that_is_being_read_does_not_give_way_to_a_newer_one(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.beginning._GLANCE", 60)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert not main.beginning.gives_way()  # the folder has been read
        main.files.looked = False
        assert main.beginning.gives_way()
        await pilot.press("w")
        assert not main.beginning.gives_way()
        main.text.go_to(0)
        assert main.beginning.gives_way()
        await pilot.press("h")
        assert not main.beginning.gives_way()


async def test_empty_folder_then_a_file(tmp_path, open_app):
    async with open_app(tmp_path) as pilot:
        main = pilot.app.main
        for key in ("f", "p", "a", "1", "space", "n", "x", "c", "e", "y", "R", "J", "s", "r", "t"):
            await pilot.press(key)
            await pilot.press("escape")
        assert "No articles yet" in main.text.document.text and main.list.empty == "No articles yet."
        (tmp_path / "x.txt").write_text("A first story\n\nText of it, long enough to be read.\n", "utf-8")
        await pilot.press("g", "r")
        await settle(pilot, lambda: main.session.article is not None)


async def test_notes_written_by_others_appear(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("1")
        await settle(pilot, lambda: main.session.located)
        path = next((folder / "notes").glob("*.yaml"))
        text = path.read_text("utf-8")
        path.write_text(text + "\n- exact: Some 200 families\n  body: by hand\n", "utf-8")
        await settle(pilot, lambda: len(main.session.located) == 2)
        path.write_text("reader-notes: 1\nnotes: []\n", "utf-8")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Confirm")
        await pilot.press("r")
        await settle(pilot, lambda: main.session.located)
        assert yaml.safe_load(path.read_text("utf-8"))["notes"]


async def test_files_are_watched_after_a_scan_that_failed(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._GRACE", 0.05)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        with monkeypatch.context() as patch:
            patch.setattr(main.session.library, "scan", lambda *_, **__: 1 / 0)
            await pilot.press("g", "r")
            await settle(pilot, lambda: "division" in main.bar.text)
        await settle(pilot, lambda: main.files._calm)
        (folder / "d-later.txt").write_text("Mill sold\n\n2024-03-30 08:00\n\nThe mill was sold.\n", "utf-8")
        await settle(pilot, lambda: len(main.list.rows) == 4)


async def test_looking_out_goes_on_after_a_fault(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._RARELY", 0.3)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        looks = []

        def faulty():
            looks.append(1)
            if len(looks) < 3:
                raise OSError("the disk was away")
            return False

        monkeypatch.setattr(main.session, "notes_changed", faulty)
        await settle(pilot, lambda: len(looks) > 3)
        assert "the disk was away" in main.bar.text


async def test_what_another_window_stars_and_reads_appears(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._RARELY", 0.3)
    async with open_app(folder) as pilot:
        rows = pilot.app.main.session.rows
        await settle(pilot, lambda: len(rows) > 1)
        other = Library.open([folder], Settings())
        ids = [row.id for row in other.rows()]
        other.state.star(ids[-1])
        other.state.mark_read(ids)
        await settle(pilot, lambda: rows[len(rows) - 1].starred and not any(row.unread for row in rows))
        other.close()


async def test_an_index_that_is_deleted_is_made_again(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._RARELY", 0.3)
    monkeypatch.setattr("reader.ui.desks.files._GRACE", 0.05)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.files._calm and len(main.session.rows) > 1)
        titles = [row.title for row in main.session.rows]
        shutil.rmtree(main.session.library.database.folder)
        await pilot.press("s")
        await settle(pilot, main.session.library.database.path.exists)
        await settle(pilot, lambda: [row.title for row in main.session.rows] == titles)
        await settle(pilot, lambda: any(row.starred for row in main.session.rows))


async def test_the_first_notes_and_corrections_by_hand_take_effect(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._GRACE", 0.05)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot)
        assert not main.session.located
        notes = folder / "notes"
        notes.mkdir()
        head = "reader-notes: 1\nsource: {file: c-river.txt}\nnotes:\n"
        (notes / notes_name("c-river.txt")).write_text(
            f"{head}- exact: Some 200 families\n  body: by hand\n", "utf-8"
        )
        await settle(pilot, lambda: [item.note.body for item in main.session.located] == ["by hand"])
        await main.noting.edit(main.session.located[0])  # edited here it gets what it needs to be found again
        await pilot.press(*" too", "enter")
        await settle(pilot, lambda: [item.note.body for item in main.session.located] == ["by hand too"])
        anchor = main.session.located[0].note.anchor
        assert anchor.exact == "Some 200 families" and anchor.start >= 0 and anchor.prefix
        names = {person.name for person in main.session.people()}
        assert "Ana Lopes" in names
        await settle(pilot, lambda: main.session.library.corrections.read() == ())
        rule = "- {action: not_person, text: Ana Lopes}\n- {action: not_person, text: Lopes}\n"
        (notes / "corrections.yaml").write_text(f"reader-corrections: 1\ncorrections:\n{rule}", "utf-8")
        await settle(pilot, lambda: "Ana Lopes" not in {p.name for p in main.session.people()})


async def test_the_app_rests_while_nothing_happens(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.files._GRACE", 0.02)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("1")
        await settle(pilot, lambda: main.session.located)
        await pilot.pause(2)
        posted = []
        monkeypatch.setattr(pilot.app, "post_message", posted.append)
        await asyncio.sleep(2)
        monkeypatch.undo()
        assert not posted


async def test_a_place_is_remembered_soon_and_when_the_app_ends(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        position = main.session.library.state.position
        await pilot.press("j", "j")
        place = main.text.caret
        assert place
        await settle(pilot, lambda: position("c-river.txt#0")[0] == place)
        await pilot.press("j")
        last = main.text.caret
        assert last > place
    assert position("c-river.txt#0")[0] == last


async def test_failing_save_keeps_the_text(folder, open_app, monkeypatch):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        store = main.session.library.notes

        def refuse(*args, **more):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(store, "add", refuse)
        await pilot.press("a", *"precious", "enter")
        await settle(pilot, lambda: "NOT saved" in main.bar.text)
        assert main.query_one("#note-editor").text == "precious"
        monkeypatch.undo()
        await pilot.press("enter")
        await settle(pilot, lambda: main.session.located)
        assert main.session.located[0].note.body == "precious"


async def test_copies_of_a_sync_tool_are_merged_at_the_start(open_app, folder):
    notes = folder / "notes"
    async with open_app(folder) as pilot:
        await pilot.press("f", "a", *"first", "enter")
        await settle(pilot, lambda: any(notes.glob("*.yaml")))
    (file,) = notes.glob("*.yaml")
    copy = file.with_name(file.stem + ".sync-conflict-20260105-101112-ABCDEFG.yaml")
    text = file.read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("- id: "))
    copy.write_text(text.replace(old, "- id: nzzzzzzzzzz").replace("first", "second"), "utf-8")
    async with open_app(folder) as pilot:
        await settle(pilot, lambda: not copy.exists())
        merged = file.read_text("utf-8")
        assert "first" in merged and "second" in merged


async def test_an_unreadable_file_is_told_once_by_its_place_in_the_library(folder, open_app):
    (folder / "image.txt").write_bytes(bytes(range(256)) * 8)
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.bar.text.startswith("image.txt: "))
        await pilot.press("f", "a", *"Checked", "enter")
        await settle(pilot, lambda: main.bar.text == "Saved")
        await pilot.press("g", "r")  # as the folder of notes that has come in is noticed
        await settle(pilot)
        assert "image.txt" not in main.bar.text
        (folder / "image.txt").unlink()
        (folder / "other.txt").write_bytes(bytes(range(256)) * 8)
        await pilot.press("g", "r")
        await settle(pilot, lambda: main.bar.text.startswith("other.txt: "))
        await pilot.press("g", "!")
        await pilot.pause()
        rows = [choice.label for choice in pilot.app.screen._choices]
        assert len(rows) == 1 and rows[0].startswith("other.txt: ")
    async with open_app(folder) as pilot:  # nor at the next start
        main = pilot.app.main
        main.files.rescan()
        await settle(pilot, lambda: bool(main.files.problems))
        assert "other.txt" not in main.bar.text


async def test_a_long_mistake_is_cut_with_the_way_to_all_of_it(folder, open_app, tmp_path):
    config = tmp_path / ("a" * 60) / "config.yaml"
    config.parent.mkdir()
    config.write_text("keys:\n  note.add: n\nwidth: from wall to wall and back again\n", "utf-8")
    async with open_app(folder, size=(80, 24), config=str(config)) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.bar.text.startswith("config.yaml:3: width: expected"))
        assert main.bar.text.endswith("…  (+1: g !)") and len(main.bar.text) <= 78
        await pilot.press("g", "!")
        await pilot.pause()
        assert any(str(config) in choice.label for choice in pilot.app.screen._choices)


async def test_what_is_wrong_is_told_in_full(folder, open_app):
    name = "a-file-with-a-rather-long-name-that-holds-nothing-that-anybody-could-read.txt"
    (folder / name).write_bytes(bytes(range(256)) * 20)
    async with open_app(folder, size=(80, 24)) as pilot:
        await settle(pilot, lambda: name in pilot.app.main.bar.text or "g !" in pilot.app.main.bar.text)
        await pilot.press("g", "!")
        shown = pilot.app.screen._list
        await settle(pilot, lambda: shown.places.total > len(shown.rows))
        lines = [shown.render_line(y).text.strip("▐ ") for y in range(shown.places.total)]
        told = f"{name}: is not a text file; convert it to text first"
        assert "".join(lines).replace(" ", "").startswith(told.replace(" ", ""))


async def test_marks_that_could_not_be_read_are_told_when_the_app_opens(folder, open_app):
    library = Library.open([folder])
    library.scan()
    library.close()
    library.database.state_path.write_bytes(b"garbage" * 1000)
    async with open_app(folder, size=(160, 40)) as pilot:
        await settle(pilot, lambda: "read marks and stars could not be read" in pilot.app.main.bar.text)


async def test_a_disk_that_fills_up_keeps_nobody_from_reading_on(folder, open_app, monkeypatch):
    def full(self, of="index"):
        raise sqlite3.OperationalError("database or disk is full")

    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot)
        monkeypatch.setattr(Database, "transaction", full)
        await pilot.press("j", "j")
        await settle(pilot, lambda: "disk is full (state.db)" in main.bar.text)
        before = main.session.article.id
        await pilot.press("n")
        await settle(pilot, lambda: main.session.article.id != before)
        await pilot.press("s")
        await settle(pilot, lambda: "disk is full (state.db)" in main.bar.text)
        monkeypatch.undo()
        await pilot.press("s")
        await settle(pilot, lambda: main.session.library.state.is_starred(main.session.article.id))


async def test_keys_that_need_a_file_that_has_gone_say_so(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot)
        await pilot.press("R")
        assert main.session.raw
        (folder / "c-river.txt").unlink()
        await pilot.press("c")
        assert "No such file" in main.bar.text
        await pilot.press("R")
        assert not main.session.raw and "River rises" in main.text.document.text
        await pilot.press("R")
        assert not main.session.raw and "No such file" in main.bar.text
        await pilot.press("y")
        await settle(pilot, lambda: "River rises" in pilot.app.clipboard)
        library = main.session.library
        pilot.app.jobs.run(lambda: None, lambda _: library.article("x.txt#0"), main.trouble)
        await settle(pilot, lambda: "x.txt: No such file" in main.bar.text)
