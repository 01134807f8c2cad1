"""Taking things out of the app: copying with a citation, a pipe, the browser, the editor."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual import events

from reader.paths import config_file
from reader.settings import Settings
from reader.ui import outside
from reader.ui.clipboard import copy_text
from tests.ui.conftest import settle


def program(folder: Path, name: str, body: str) -> Path:
    """A shell script called `name` in `folder`, which is put on the PATH."""
    folder.mkdir(exist_ok=True)
    script = folder / name
    script.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    script.chmod(0o755)
    return script


@pytest.fixture
def clipboard(tmp_path, monkeypatch):
    """The file in which a stand-in for xclip puts what it is given."""
    taken = tmp_path / "clipboard"
    program(tmp_path / "bin", "xclip", f'cat > "{taken}"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("reader.ui.clipboard.sys.platform", "linux")
    return taken


async def at_the_text(pilot, article):
    main = pilot.app.main
    main.reading.open(article)
    await settle(pilot, lambda: main.session.article is not None and main.session.article.id == article)
    main.text.focus()
    await pilot.pause()
    return main


async def test_y_copies_the_sentence_and_the_reference_through_the_terminal_and_the_desktop(
    folder, open_app, clipboard
):
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "a-harbour.txt#0")
        main.text.go_to(main.session.article.text.index("Repairs cost"))
        await pilot.press("y")
        await settle(pilot, lambda: "copied with xclip and through the terminal" in main.bar.text)
        said = "“Repairs cost 5 million euros and took 12 days.”\n— “Harbour reopens after storm”, "
        assert clipboard.read_text("utf-8").startswith(said)
        assert "3 Mar 2024" in clipboard.read_text("utf-8")
        assert pilot.app.clipboard == clipboard.read_text("utf-8")

        await pilot.press("v", "w", "y")
        await settle(pilot, lambda: clipboard.read_text("utf-8").startswith("“Repairs cost”"))
        assert not main.text.selection

        await pilot.press("Y")
        await settle(pilot, lambda: clipboard.read_text("utf-8").startswith("“Harbour reopens"))
        assert "Repairs" not in clipboard.read_text("utf-8")


async def test_y_in_the_list_copies_the_references_of_the_selected_rows(folder, open_app, clipboard):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        main.list.focus()
        await pilot.press("v", "j", "v", "y")
        await settle(pilot, clipboard.exists)
        lines = clipboard.read_text("utf-8").splitlines()
        assert len(lines) == 2 and all(line.startswith("“") for line in lines)


async def test_y_in_the_raw_file_copies_what_stands_there(folder, open_app, clipboard):
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "b-bridge.txt#0")
        await pilot.press("R", "g", "g", "y")
        await settle(pilot, clipboard.exists)
        assert clipboard.read_text("utf-8").strip() == "Bridge closed for a year"
        assert main.session.raw


def test_what_becomes_of_a_copy_is_told(tmp_path, monkeypatch, clipboard):
    sent = []
    program(tmp_path / "bin", "xclip", "exit 3")
    assert "xclip failed" in copy_text("words", sent.append)
    monkeypatch.delenv("DISPLAY")
    assert copy_text("words", sent.append) == "copied through the terminal (OSC 52)"
    assert sent == ["words", "words"]


async def test_the_text_is_piped_to_a_command_and_its_answer_shown(folder, open_app):
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "c-river.txt#0")

        async def pipe(command: str) -> None:
            await pilot.press("|")
            await settle(pilot, lambda: pilot.app.screen is not main)
            pilot.app.post_message(events.Paste(command))
            await pilot.press("enter")

        await pipe("wc -w; printf '\\033[31mred'")
        await settle(pilot, lambda: "Output" in type(pilot.app.screen).__name__)
        rows = [pilot.app.screen._list.render_line(y).text.strip() for y in range(2)]
        assert rows[0].isdigit() and int(rows[0]) == len(main.session.article.text.split())
        assert "\x1b" not in rows[1] and "red" in rows[1]
        await pilot.press("escape")
        await pipe("cat > /dev/null; exit 4")
        await settle(pilot, lambda: "ended with code 4" in main.bar.text)
        await pipe("cat > /dev/null")
        await settle(pilot, lambda: "done, nothing printed" in main.bar.text)


async def test_the_address_of_an_article_is_opened_in_the_browser(folder, open_app, tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "bin", "browser", f'printf %s "$1" > "{seen}"')))
    story = (folder / "a-harbour.txt").read_text("utf-8")
    (folder / "a-harbour.txt").write_text(story + "\nhttps://coastal.example/harbour?id=3.\n", "utf-8")
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "b-bridge.txt#0")
        await pilot.press("O")
        await settle(pilot, lambda: "no web address" in main.bar.text)
        await at_the_text(pilot, "a-harbour.txt#0")
        await pilot.press("O")
        await settle(pilot, lambda: seen.exists() and bool(seen.read_text()))
        assert seen.read_text() == "https://coastal.example/harbour?id=3"


async def test_a_browser_that_fails_leaves_the_address_copied(folder, open_app, tmp_path, monkeypatch):
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "bin", "browser", "exit 3")))
    story = (folder / "a-harbour.txt").read_text("utf-8")
    (folder / "a-harbour.txt").write_text(story + "\nhttps://coastal.example/harbour?id=3.\n", "utf-8")
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "a-harbour.txt#0")
        await pilot.press("O")
        await settle(pilot, lambda: "ended with code 3" in main.bar.text)
        assert pilot.app.clipboard == "https://coastal.example/harbour?id=3"


def test_the_address_goes_where_the_command_says(tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    browser = program(tmp_path / "bin", "browser", f'printf "%s|" "$@" > "{seen}"')
    monkeypatch.setenv("BROWSER", f"{browser} --new %s --quiet")
    outside.browse("https://coastal.example/a", Settings())
    assert seen.read_text() == "--new|https://coastal.example/a|--quiet|"


def test_a_browser_command_that_cannot_be_read_is_named():
    with pytest.raises(outside.OutsideError, match=r"the browser command .* check its quotes"):
        outside.browse("https://coastal.example/a", Settings(browser="fire'fox"))


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "javascript:alert(1)", "https://a b"])
def test_only_web_addresses_are_opened(address):
    with pytest.raises(outside.OutsideError, match="no web address"):
        outside.browse(address, Settings())


def test_the_editor_is_given_the_line_and_its_troubles_are_told(tmp_path, monkeypatch):
    seen, file = tmp_path / "seen", tmp_path / "a.txt"
    file.write_text("one\ntwo\n", "utf-8")
    vim = program(tmp_path / "bin", "vim", f'printf "%s|" "$@" > "{seen}"')
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{vim} -n")
    outside.edit_file(file, 2, Settings())
    assert seen.read_text() == f"-n|+2|{file}|"
    assert outside.edit_text("kept as it was", Settings()) == "kept as it was"
    monkeypatch.setenv("EDITOR", str(program(tmp_path / "bin", "more", 'echo more >> "$1"')))
    assert outside.edit_text("one line", Settings()) == "one line\nmore"
    assert outside.edit_text("", Settings()) == "more"
    for editor, said in (("no-such-editor", "No such file"), ("false", "ended with code 1"), ("'", "quotes")):
        monkeypatch.setenv("EDITOR", editor)
        with pytest.raises(outside.OutsideError, match=said):
            outside.edit_text("x", Settings())
    monkeypatch.delenv("EDITOR")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(outside.OutsideError, match="No editor found"):
        outside.edit_file(file, 1, Settings())


async def test_x_exports_what_is_shown_where_the_keys_are(folder, open_app, tmp_path, monkeypatch):
    """In the text its article, in the list what answers its query or what is selected, else everything."""
    monkeypatch.chdir(tmp_path)
    async with open_app(folder) as pilot:
        app, main = pilot.app, pilot.app.main
        for article in ("a-harbour.txt#0", "b-bridge.txt#0"):
            await at_the_text(pilot, article)
            await pilot.press("2")
            await settle(pilot, lambda: main.session.located)

        async def exported() -> str:
            before = set(tmp_path.glob("*.md"))

            def written():
                new = set(tmp_path.glob("*.md")) - before
                return [path for path in new if path.name in main.bar.text]  # told when it is whole

            await pilot.press("x")
            await settle(pilot, lambda: type(app.screen).__name__ == "Picker")
            await pilot.press("enter")
            await settle(pilot, lambda: written() or "no notes here" in main.bar.text)
            return "".join(path.read_text("utf-8") for path in written())

        text = await exported()
        assert "Bridge closed" in text and "Harbour reopens" not in text
        await pilot.press("h")
        text = await exported()
        assert "Bridge closed" in text and "Harbour reopens" in text
        await pilot.press("/")
        app.post_message(events.Paste("cranes"))
        await pilot.press("enter", "h")
        text = await exported()
        assert "Harbour reopens" in text and "Bridge closed" not in text
        await pilot.press("escape", "escape", "g", "g", "v", "v")  # river and bridge
        text = await exported()
        assert "Bridge closed" in text and "Harbour reopens" not in text
        await at_the_text(pilot, "c-river.txt#0")
        assert not await exported()


async def test_o_opens_the_file_at_the_line_of_the_cursor(folder, open_app, tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    monkeypatch.setattr(
        outside, "edit_file", lambda path, line, settings: seen.write_text(f"{path.name}:{line}")
    )
    monkeypatch.setattr("textual.app.App.suspend", lambda self: nullcontext())
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "a-harbour.txt#0")
        main.text.go_to(main.session.article.text.index("About 40 ships"))
        await pilot.press("o")
        assert seen.read_text() == "a-harbour.txt:9"
        await pilot.press("R", "g", "g", "o")
        assert seen.read_text() == "a-harbour.txt:1"
        (folder / "a-harbour.txt").unlink()
        await pilot.press("o")
        assert "not a file that can be opened" in main.bar.text


async def test_the_settings_are_made_edited_and_looked_at(folder, open_app, monkeypatch):
    written = iter(("width: 60\n", "width: wide\n"))
    monkeypatch.setattr(
        outside,
        "edit_file",
        lambda path, line, settings: path.write_text(path.read_text("utf-8") + next(written, ""), "utf-8"),
    )
    monkeypatch.setattr("textual.app.App.suspend", lambda self: nullcontext())
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("g", "c")
        await settle(pilot, lambda: "next start" in main.bar.text)
        assert "#theme: dusk" in config_file().read_text("utf-8")
        await pilot.press("g", "c")
        await settle(pilot, lambda: "width" in main.bar.text and "default" in main.bar.text)
    async with open_app(folder) as pilot:
        await pilot.press("g", "c")  # nothing is changed: nothing is said
        await settle(pilot)
        assert "next start" not in pilot.app.main.bar.text


async def test_settings_that_cannot_be_read_are_told_of(folder, open_app):
    async with open_app(folder) as pilot:
        config_file().mkdir(parents=True)
        await pilot.press("g", "c")
        await settle(pilot, lambda: "directory" in pilot.app.main.bar.text)


async def test_ctrl_c_copies_what_is_selected_as_it_is_and_else_says_what_quits(folder, open_app, clipboard):
    async with open_app(folder) as pilot:
        main = await at_the_text(pilot, "a-harbour.txt#0")
        await pilot.press("ctrl+c")
        assert main.bar.text.startswith("Q quits")
        main.text.go_to(main.session.article.text.index("Repairs cost"))
        await pilot.press("v", "w", "ctrl+c")
        await settle(pilot, lambda: clipboard.exists() and clipboard.read_text("utf-8") == "Repairs cost")
        assert "copied" in main.bar.text
        await pilot.press("@", "ctrl+c", "tab", "ctrl+c")
        await settle(pilot, lambda: pilot.app.screen is not main and "Q quits" in pilot.app.screen.bar.text)


async def test_where_the_terminal_cannot_be_given_away_that_is_said(folder, open_app):
    async with open_app(folder) as pilot:  # this is such a one
        main = await at_the_text(pilot, "a-harbour.txt#0")
        await pilot.press("o")
        assert main.bar.text.startswith("No other program can have this terminal")
        await pilot.press("a", "f4")
        await settle(pilot, lambda: main.query("#note-editor"))
        assert main.bar.text.startswith("No other program can have this terminal")
