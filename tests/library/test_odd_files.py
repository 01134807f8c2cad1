"""What is odd in a folder is named once, in one line, and never stops a scan."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
import time

import pytest

from reader.library import Library
from reader.library.scanning.freshness import not_read
from reader.paths import config_file
from reader.settings import Settings, load_settings
from tests.library.conftest import titles, touch_later, write


def test_odd_things_in_a_folder_are_named_once_and_never_stop_the_scan(folder):
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.fifo")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(os.path.relpath(folder / "socket"))
    if os.geteuid() == 0:
        os.mknod(folder / "device.txt", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    os.symlink(folder, folder / "loop")
    os.symlink("/etc", folder / "away")
    os.symlink("nowhere", folder / "dangling.txt")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "odd\nname\x1b[31m.txt").write_text(
        "A Line Of Its Own\n\nSome text that is long enough to be read.\n"
    )
    with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"text")
    (folder / ".hidden.txt").write_text("hidden")
    library = Library.open([folder])
    result = library.scan(processes=0)
    named = [str(problem) for problem in result.problems]
    assert sum("away" in line for line in named) == 1
    assert sum("binary.txt" in line for line in named) == 1
    assert sum("not UTF-8" in line for line in named) == 1
    assert [line for line in named if "pipe" in line] == [
        f"{folder / 'pipe.txt'}: is a pipe, not a file of text"
    ]
    assert [line for line in named if "socket" in line] == [
        f"{folder / 'socket'}: is a socket, not a file of text"
    ]
    if os.geteuid() == 0:
        assert sum("device.txt: is a device" in line for line in named) == 1
    assert not any("loop" in line or "hidden" in line for line in named)
    assert len(library.rows(fold=False)) >= 5
    assert library.scan(processes=0).problems == result.problems
    assert "odd\nname\x1b[31m.txt#0" in [row.id for row in library.rows()]


def test_unreadable_folders_and_files_are_named(folder):
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (folder / "locked").mkdir(mode=0)
    os.chmod(folder / "strike.txt", 0)
    library = Library.open([folder])
    named = [str(problem) for problem in library.scan(processes=0).problems]
    assert any("locked" in line for line in named) and any("strike.txt" in line for line in named)


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are(folder, monkeypatch):
    real = os.scandir

    def refuse(path):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("os.scandir", refuse)
    library = Library.open([folder])
    problems = library.scan(processes=0).problems
    assert [str(p) for p in problems] == [f"{folder / 'deep'}: Permission denied; the folder is left out"]
    assert len(library.rows(fold=False)) == 3


def test_a_file_that_never_stops_growing_is_taken_as_it_is(folder):
    growing, ended = folder / "growing.txt", threading.Event()
    growing.write_text("A Live Report\n\n")

    def grow() -> None:
        with open(growing, "a") as file:
            while not ended.is_set():
                file.write("One more sentence comes in from the harbour. " * 50)
                file.flush()
                time.sleep(0.002)

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        library = Library.open([folder], Settings(max_file_mb=64))
        library.scan(processes=0, marks=False, copies=False)
    finally:
        ended.set()
        thread.join()
    assert len(library.rows(fold=False)) == 5
    with open(growing, "a") as file:
        file.write("\n\nThe zanbaratine is in.\n")
    touch_later(growing)
    library.scan(processes=0, marks=False, copies=False)
    assert "growing.txt#0" in [row.id for row in library.rows("zanbaratine", fold=False)]


def test_problems_with_odd_names_are_said_in_one_harmless_line(folder):
    (folder / "bad\nname\x1b]0;x\x07.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "index", "--text", str(folder)], capture_output=True, check=False
    )
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 3 and len([line for line in lines if "bad" in line]) == 1
    assert b"\x1b" not in done.stderr and b"\x07" not in done.stderr


def test_notes_and_hidden_folders_are_not_read(folder):
    write(folder, "notes/scribble.txt", "Not An Article")
    write(folder, ".git/description.txt", "Nor This")
    library = Library.open([folder])
    library.scan(processes=0)
    assert len(library.rows(fold=False)) == 4


def test_a_large_file_is_named_and_skipped(folder):
    (folder / "large.txt").write_text("A Title\n\n" + "words and more words. " * 60_000)
    library = Library.open([folder], Settings(max_file_mb=1))
    result = library.scan(processes=0)
    assert "max_file_mb" in str(result.problems[0])
    assert len(library.rows(fold=False)) == 4


def test_files_that_vanish_or_change_during_the_scan_are_taken_as_they_are(folder, monkeypatch):
    library = Library.open([folder])
    from reader.library.scanning import survey

    real = survey.walk

    def walk(*arguments):
        yield from real(*arguments)
        (folder / "strike.txt").unlink()
        write(folder, "harbour.txt", "Changed In Between")

    monkeypatch.setattr(survey, "walk", walk)
    library.scan(processes=0)
    monkeypatch.undo()
    library.scan(processes=0)
    found = titles(library.rows(fold=False))
    assert "Changed In Between" in found and "Teachers Strike In The Capital" not in found


def test_a_file_that_trips_the_parser_is_named_and_the_others_are_read(folder, monkeypatch):
    import reader.parsing

    real = reader.parsing.parse_bytes

    def trip(data, **more):
        if b"walked out" in data:
            raise IndexError("a mistake of ours")
        return real(data, **more)

    monkeypatch.setattr(reader.parsing, "parse_bytes", trip)
    library = Library.open([folder])
    result = library.scan(processes=0)
    assert [problem.file for problem in result.problems] == ["strike.txt"]
    assert len(library.rows(fold=False)) == 3


def test_a_folder_without_text_says_what_is_in_it_instead(tmp_path):
    for name in ("a.html", "sub/b.html", "c.pdf", ".hidden.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>Text</p>")
    library = Library.open([tmp_path])
    (problem,) = library.scan(processes=0).problems
    assert problem.file == str(tmp_path) and "2 .html, 1 .pdf" in problem.message
    (tmp_path / "d.txt").write_text("The Dam Opens\n\nThe dam was opened on Monday.\n")
    assert not library.scan(processes=0).problems


def test_subtitles_feeds_and_mails_of_a_folder_are_read(tmp_path):
    said = "1\n00:00:01,000 --> 00:00:02,000\nThe bridge\n\n2\n00:00:02,000 --> 00:00:03,000\nis shut.\n"
    (tmp_path / "news.srt").write_text(said)
    item = "<item><title>Bridge shut</title><description>The bridge is shut.</description></item>"
    (tmp_path / "post.rss").write_text(f"<rss><channel><title>Post</title>{item}</channel></rss>")
    (tmp_path / "mail.eml").write_text("Subject: Bridge\nFrom: a@b.example\n\nThe bridge is shut.\n")
    library = Library.open([tmp_path])
    library.scan(processes=0)
    assert {row.id for row in library.rows(fold=False)} == {"news.srt#0", "post.rss#0", "mail.eml#0"}


@pytest.mark.parametrize("year", [0, -20, 130, 400])  # after 1970; the last is beyond what SQLite can hold
def test_a_file_of_any_time_is_taken_in_once(folder, year):
    file = folder / "strike.txt"
    os.utime(file, (year * 31_556_952,) * 2)
    library = Library.open([folder])
    assert library.scan(processes=0).added == 4
    again = library.scan(processes=0)
    assert not again.changed and not again.added and not again.problems
    hits = library.search("teachers")
    assert len(hits) and not hits.outdated
    os.utime(file, (5, 5))
    assert library.scan(processes=0).changed == 1


def test_a_file_that_grows_while_it_is_read_is_taken_in_whole_by_the_next_scan(folder, monkeypatch):
    path, pread = folder / "growing.txt", os.pread
    path.write_text("The Log Goes On\n\nThe first words of it were written down in the morning.\n")

    def grown(descriptor, size, at):
        data = pread(descriptor, size, at)
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            with path.open("a") as file:
                file.write("Then came the zanbaratine words.\n")
        return data

    library = Library.open([folder])
    monkeypatch.setattr(os, "pread", grown)
    library.scan(processes=0)
    monkeypatch.undo()
    assert "The Log Goes On" in titles(library.rows())
    assert library.scan(processes=0).changed == 1
    assert library.search("zanbaratine file:growing").articles == 1
    assert library.scan(processes=0).changed == 0


def _age(folder):
    for place in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        os.utime(place, (time.time() - 60, time.time() - 60))


def test_files_with_other_endings_are_read_where_the_settings_say_so(folder):
    (folder / "saved.HTML").write_text(
        "<html><body><h1>Quay opens</h1><p>The quay opened on Monday.</p></body></html>"
    )
    (folder / "table.json").write_text("{}")
    library = Library.open([folder])
    library.scan(apart=False)
    assert len(library.rows(fold=False)) == 4
    told = not_read(library.index, ())
    assert "1 .html" in told and "1 .json" in told and "also_read" in told
    _age(folder)
    library.scan(apart=False)
    assert library.folders_unchanged()
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("also_read: [html, '*.csv']\n")
    assert not library.folders_unchanged()
    library = Library.open([folder], load_settings()[0])
    library.scan(apart=False)
    assert [row.title for row in library.rows("file:saved")] == ["Quay opens"]
    assert ".html" not in not_read(library.index, ("html",))
