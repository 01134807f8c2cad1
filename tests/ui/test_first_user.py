"""What a first user runs into: odd keys at odd times, and files that are not what they should be."""

import os

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from reader import paths
from reader.ui import opening
from reader.ui.app import ReaderApp
from tests.ui.conftest import settle


@pytest.fixture
def ended(monkeypatch):
    """The app started as the command starts it, on a terminal in memory; returns its exit code."""

    class Ended(Exception):
        pass

    def end(code):
        raise Ended(code)

    def start(folder, work):
        run = ReaderApp.run
        monkeypatch.setattr(os, "_exit", end)
        monkeypatch.setattr(ReaderApp, "run", lambda app: run(app, headless=True, auto_pilot=work))
        with pytest.raises(Ended) as caught:
            opening.open_app([folder])
        return caught.value.args[0]

    return start


def test_an_error_of_our_own_is_one_line_and_a_log(folder, ended, capsys):
    written = []

    async def work(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        app.jobs.write(lambda: written.append("note"), lambda _: None, lambda _: None)
        app.call_later(lambda: [].pop())

    assert ended(folder, work) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    log = next(paths.state_dir().glob("crash-*.log"))
    assert str(log) in told[0]
    assert "IndexError" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0
    assert written == ["note"]


def test_a_key_waits_for_no_long_turn_of_a_thread(folder, ended, monkeypatch):
    turns = []
    monkeypatch.setattr("sys.setswitchinterval", turns.append)

    async def work(pilot: Pilot[int]) -> None:
        await pilot.press("Q")

    ended(folder, work)
    assert turns and max(turns) <= 0.001


def test_an_app_that_ends_well_leaves_no_log(folder, ended, capsys):
    async def work(pilot: Pilot[int]) -> None:
        await pilot.press("Q")

    assert ended(folder, work) == 0
    assert capsys.readouterr().err == ""
    assert not list(paths.state_dir().glob("crash-*.log"))


async def test_a_line_hidden_in_the_raw_view_is_gone_from_the_clean_one(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert "Nobody mentioned" in main.text.document.text
        await pilot.press("R")
        await settle(pilot)
        main.text.go_to(main.text.document.text.index("Nobody mentioned"))
        await pilot.press("c")
        await settle(pilot, lambda: "own correction" in str(main.text.document.notices))
        await pilot.press("R")
        await settle(pilot, lambda: not main.session.raw)
        assert "Nobody mentioned" not in main.text.document.text
        assert main.session.article.text == main.text.document.text
        await pilot.press("u")
        await settle(pilot, lambda: "Nobody mentioned" in main.text.document.text)


async def test_an_empty_folder_says_so(tmp_path, open_app):
    async with open_app(tmp_path) as pilot:
        main = pilot.app.main
        assert main.list.empty == "No articles yet."
        assert str(tmp_path) in main.text.document.text
        assert not main.text.document.minutes


async def test_where_notes_are_kept_is_said_when_the_folder_refuses_them(folder, open_app):
    (folder / "notes").write_text("a file where the folder would be")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert main.bar.text.startswith("notes: cannot be written; notes are kept in ")
        await pilot.press("g", "!")
        await pilot.pause()
        kept = str(main.session.library.notes.folder)
        assert any(choice.label.endswith(kept) for choice in pilot.app.screen._choices)
        await pilot.press("escape", "a", "x", "enter")
        await settle(pilot)
        assert list(main.session.library.notes.folder.glob("*.yaml"))


async def test_problems_name_file_and_line(folder, open_app, tmp_path):
    config = tmp_path / "config.yaml"
    config.write_text("\n" * 9 + "theme: [")
    async with open_app(folder, config=str(config)) as pilot:
        await pilot.press("g", "!")
        await settle(pilot)
        labels = [choice.label for choice in pilot.app.screen._choices]
        assert labels
        assert labels[0].startswith(f"{config}:1")
        assert labels[0].split(":")[1] in ("10", "11")


async def test_tab_goes_on_from_the_pane_that_was_clicked(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert main.pane == "text"
        await pilot.click(main.list, offset=(5, 3))
        await settle(pilot)
        assert main.pane == "list"
        await pilot.press("tab")
        await settle(pilot)
        assert main.pane == "text"


async def test_the_caret_stays_in_sight_when_the_window_shrinks(folder, open_app):
    (folder / "d-long.txt").write_text(
        "A long day\n\n2024-04-01 08:00\n\n"
        + "\n\n".join(f"Sentence {n} of the day was long." for n in range(14))
    )
    async with open_app(folder) as pilot:
        text = pilot.app.main.text
        await pilot.press("G")
        await settle(pilot)
        for size in ((60, 15), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert text.top <= text.flow.row_of(text.caret) < text.top + text.rows


async def test_a_window_of_one_cell_takes_every_key_and_grows(folder, open_app):
    async with open_app(folder, size=(1, 1)) as pilot:
        await pilot.press("f", "a", "x", "escape", "g", "p", "escape", "question_mark", "escape", "j")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.main.text.on_screen[1] > pilot.app.main.text.caret


async def test_lines_pasted_into_a_field_are_joined_and_of_a_document_the_beginning_is_taken(
    folder, open_app
):
    async with open_app(folder) as pilot:
        await pilot.press("g", "slash")
        await settle(pilot, lambda: pilot.app.screen.query("LineInput"))
        field = pilot.app.screen.query_one(Input)
        pilot.app.post_message(events.Paste("\nthe harbour\r\n  was closed\n"))
        await settle(pilot, lambda: field.value == "the harbour was closed")
        pilot.app.post_message(events.Paste(" again"))
        await settle(pilot, lambda: field.value == "the harbour was closed again")
        field.select_all()
        pilot.app.post_message(events.Paste("word of a paste " * 70_000))
        await settle(pilot, lambda: field.value.startswith("word"))
        assert len(field.value) == 4000
