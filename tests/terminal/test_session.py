"""A whole working session on the installed command, with real key presses."""

import os
import signal

import pytest
import yaml

from tests.terminal.terminal import COMMAND, Terminal

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command is not installed beside this Python"
)

STORY = (
    "Harbour reopens after storm\n\n2024-03-03 08:00\n\nThe harbour of Lisbon reopened on Sunday, harbour master "
    "Maria Kabral said. Repairs cost 5 million euros.\n\nMayor Carlos Moedas thanked the crews.\n"
)


@pytest.fixture
def folder(tmp_path):
    """A library of one article."""
    home = tmp_path / "news"
    home.mkdir()
    (home / "a.txt").write_text(STORY, "utf-8")
    return home


def notes_in(folder):
    found = []
    for path in (folder / "notes").glob("*.yaml"):
        found += (yaml.safe_load(path.read_text("utf-8")) or {}).get("notes") or []
    return found


class Logged(Terminal):
    """The command with its stderr in a file."""

    def command(self, *arguments):
        return ["/bin/sh", "-c", 'exec "$0" "$@" 2>trouble.log', str(COMMAND), *arguments]


def test_a_session_from_opening_to_quitting(folder, tmp_path):
    (folder / "b.txt").write_text(STORY.replace("Harbour", "Bridge").replace("harbour", "bridge"), "utf-8")
    before = {path: path.read_bytes() for path in folder.glob("*.txt")}
    with Terminal(str(folder), cwd=tmp_path) as terminal:
        terminal.wait_for("Maria Kabral")
        terminal.press("f", "a")
        terminal.wait_for("Save")
        terminal.press("check this sum", "alt+enter", "#money", "enter")
        terminal.wait_for("Saved")
        note = notes_in(folder)[0]
        assert note["body"] == "check this sum\n#money" and note["tags"] == ["money"]
        assert note["exact"].startswith("The ") and "Sunday" in note["exact"]
        terminal.feed(b"\x1b[H\x1b[2J\x1b[5;9Hanother program wrote here\x1b[1;1H")
        assert "Kabral" not in terminal.text
        terminal.press("ctrl+l")
        terminal.wait_until(lambda: "Kabral" in terminal.text and "another program" not in terminal.text)
        terminal.press("p", "c", "n")
        terminal.wait_for("Not a person")
        terminal.press("u")
        terminal.wait_for("Undone")
        terminal.press("u")
        terminal.wait_for("Undone: note")
        assert not notes_in(folder)
        terminal.press("ctrl+r")
        terminal.wait_for("Done again")
        assert len(notes_in(folder)) == 1
        terminal.press("g", "/", "million")
        terminal.wait_for("2 passages")
        terminal.press("down", "enter")
        terminal.wait_for("2/2")
        terminal.press("ctrl+o")
        terminal.press("x", "enter")
        terminal.wait_for("Exported")
        assert "check this sum" in next(tmp_path.glob("*.md")).read_text("utf-8")
        terminal.resize(60, 15)
        terminal.press("?")
        terminal.wait_for("type to search")
        terminal.press("esc", "Q")
        assert terminal.end() == 0
        ended = bytes(terminal.raw)
    assert b"\x1b[?1049l" in ended and ended.rindex(b"\x1b[?25h") > ended.rindex(b"\x1b[?25l")
    for mode in (b"1000", b"1003", b"1006", b"2004"):
        assert ended.rfind(b"\x1b[?" + mode + b"h") < ended.rfind(b"\x1b[?" + mode + b"l")
    assert {path: path.read_bytes() for path in folder.glob("*.txt")} == before
    # After a restart the note is there, at its sentence; the app is seen though stderr is a file.
    with Logged(str(folder), cwd=tmp_path) as terminal:
        terminal.wait_for("Kabral")
        terminal.press("g", "a")
        terminal.wait_for("check this sum")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
    assert not (tmp_path / "trouble.log").read_bytes()


HOSTILE = (
    "Title with \x1b]0;stolen\x07 controls\n\n2024-03-03 08:00\n\nA person, Maria \x1b]52;c;c3RvbGVu\x07Kabral, "
    "said \x9b2J that 5 million \x1b[2J\x1b[31meuros\x1b[0m were \u202egnorw\u202c spent.\n\n"
    "[@click=app.bell]press[/] \x1b[6n \x1bP+q544e\x1b\\ "
    "and \x1b]8;;https://evil.example/\x1b\\link\x1b]8;;\x1b\\ ended.\n"
)


def test_the_app_goes_to_the_shell_and_comes_back(folder):
    with Terminal(str(folder)) as terminal:
        terminal.wait_for("Maria Kabral")
        terminal.press("\x1a")
        status = 0

        def stopped():
            nonlocal status
            _, status = os.waitpid(terminal.pid, os.WNOHANG | os.WUNTRACED)
            return status

        terminal.wait_until(stopped)
        assert os.WIFSTOPPED(status)
        assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("Maria Kabral")
        terminal.press("f", "a")
        terminal.wait_for("Save")


def test_a_note_that_is_being_typed_outlives_its_terminal_and_a_kill(folder):
    drafts, typed = folder / "notes" / ".drafts", ""
    for sent, word in ((signal.SIGHUP, "half"), (signal.SIGTERM, " a"), (signal.SIGKILL, " thought")):
        with Terminal(str(folder)) as terminal:
            terminal.wait_for("Maria Kabral")
            terminal.press("a")
            terminal.wait_for(typed or "Save")
            typed += word
            terminal.press(word)
            terminal.wait_for(typed)
            if sent == signal.SIGKILL:  # nothing can be done then any more: it is on the disk before
                terminal.wait_until(
                    lambda: "".join(path.read_text() for path in drafts.glob("*.txt")).endswith(" thought")
                )
            os.kill(terminal.pid, sent)
            assert terminal.end() == (-sent if sent == signal.SIGKILL else 128 + sent)
            assert sent == signal.SIGKILL or b"\x1b[?1049l" in terminal.raw
    with Terminal(str(folder)) as terminal:
        terminal.wait_for("Maria Kabral")
        terminal.press("a")
        terminal.wait_for("half a thought")
        terminal.press("!", "enter")
        terminal.wait_for("Saved")
    assert [note["body"] for note in notes_in(folder)] == ["half a thought!"]
    assert not list(drafts.glob("*.txt"))


def test_no_control_sequence_of_a_text_reaches_the_terminal(tmp_path):
    folder = tmp_path / "ne\x1b]0;x\x07ws"
    folder.mkdir()
    (folder / "bad\x1b]52;c;eA==\x07.txt").write_bytes(HOSTILE.encode("utf-8", "surrogateescape"))
    (folder / "untitled.txt").write_bytes(
        b"\x1b]52;c;YQ==\x07\x1b[2J\x9b31m" + os.urandom(64).replace(b"\0", b"x") + b"\n"
    )
    with Terminal(str(folder), cols=170, rows=40) as terminal:
        terminal.wait_for("Kabral")
        start = len(terminal.raw)
        for keys in (
            "R", "R", "@", "esc", "#", "esc", "g / euros", "esc esc", "g !", "esc", "p enter", "esc", "x", "esc",
            "g p", "h h", "n", "?",
        ):  # fmt: skip
            terminal.press(*keys.split())
            while terminal.read(0.1):
                pass
        shown = bytes(terminal.raw)
        terminal.press("esc", "Q")
        terminal.end()
    assert len(shown) > start
    for forbidden in (
        b"\x1b]52",
        b"\x1b]0;stolen",
        b"\x1b]8;",
        b"\x1b[2J\x1b[31m",
        b"\x1b[6n",
        b"\x1bP+q544e",
        b"\xc2\x9b",
    ):
        assert forbidden not in shown, forbidden
    assert "\u202e".encode() not in shown


def test_bad_paths_and_pipes_end_with_one_line(tmp_path):
    with Terminal(str(tmp_path / "nothing")) as terminal:
        assert terminal.end() == 2
        said = "".join(terminal.text.splitlines())  # a long path wraps at the edge of the screen
        assert said.count("reader:") == 1 and "no such file" in said
    (tmp_path / "config").mkdir()
    with Terminal("--config", str(tmp_path / "config"), str(tmp_path)) as terminal:
        terminal.wait_for("No articles yet")
        terminal.wait_for("config")
        terminal.press("Q")
        assert terminal.end() == 0


def test_editor_is_given_the_terminal_and_the_text(folder, tmp_path, monkeypatch):
    editor = tmp_path / "edit.sh"
    editor.write_text('#!/bin/sh\nprintf "from outside" > "$1"\n', "utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    with Terminal(str(folder)) as terminal:
        terminal.wait_for("Kabral")
        terminal.press("a")
        terminal.wait_for("Save")
        terminal.press("\x1bOS")
        terminal.wait_for("from outside")
        terminal.press("enter")
        terminal.wait_for("Saved")
        assert notes_in(folder)[0]["body"] == "from outside"
        terminal.press("Q")
        assert terminal.end() == 0
