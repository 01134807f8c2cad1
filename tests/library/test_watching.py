"""Changes of the folder end the wait; none between two waits is missed."""

from __future__ import annotations

import threading
import time

import pytest

from reader.library import Library
from tests.library.conftest import touch_later, write


@pytest.fixture
def waiting(library):
    """Waits at most so long for a change; whether there was one."""
    yield lambda patience=10.0: library.watcher.wait(patience)
    library.watcher.end()


def settled(library: Library) -> None:
    """Scan once the clock of the files is past what was written."""
    time.sleep(0.1)
    library.scan(processes=0, apart=False)


def test_what_changed_between_the_scan_and_the_first_wait_counts(library, folder, waiting):
    write(folder, "new.txt", "A New Bridge")
    assert waiting() is True


def test_a_change_during_the_scan_that_follows_ends_the_next_wait(library, folder, waiting):
    settled(library)
    threading.Timer(0.5, write, (folder, "new.txt", "A New Bridge")).start()
    assert waiting() is True
    write(folder, "newer.txt", "A Newer Bridge")  # while the app scans
    library.scan(processes=0, apart=False)
    assert waiting() is True


def test_neither_notes_nor_hidden_files_are_files_of_the_library(library, folder, waiting):
    (folder / "notes").mkdir()
    settled(library)
    threading.Timer(0.5, (folder / ".hidden.txt").write_text, ("hidden",)).start()
    threading.Timer(0.6, (folder / "notes" / "strike.yaml").write_text, ("notes: []",)).start()
    assert waiting(1.5) is False


def test_a_change_of_a_note_ends_the_wait_and_is_no_change_of_a_file(library, folder, waiting):
    settled(library)
    assert waiting(0.1) is False and library.watcher.sees_notes
    (folder / "notes").mkdir()
    began = time.monotonic()
    threading.Timer(0.3, (folder / "notes" / "strike.yaml").write_text, ("notes: []",)).start()
    assert waiting(30) is False
    assert time.monotonic() - began < 20  # it was told


def test_after_its_end_the_watch_begins_anew(library, folder, waiting):
    settled(library)
    assert waiting(0.1) is False
    library.watcher.end()
    write(folder, "new.txt", "A New Bridge")  # nobody watches
    assert waiting() is True


def test_where_nothing_can_be_watched_the_folder_is_looked_through(library, folder, waiting, monkeypatch):
    def refuse(*_, **__):
        raise OSError(28, "no space left on device: inotify watches")

    monkeypatch.setattr("watchfiles.watch", refuse)
    monkeypatch.setattr("reader.library.scanning.watching._LOOK", 0.05)
    settled(library)
    threading.Timer(0.3, touch_later, (folder / "strike.txt",)).start()
    assert waiting() is True


def test_notes_of_a_library_behind_a_link_are_no_files_either(library, folder):
    (folder / "notes").mkdir()
    link = folder.parent / "link"
    link.symlink_to(folder)
    linked = Library.open([link])
    settled(linked)
    linked.watcher.wait(0.1)
    threading.Timer(0.3, (folder / "notes" / "strike.yaml").write_text, ("notes: []",)).start()
    assert linked.watcher.wait(30) is False
    threading.Timer(0.3, write, (folder, "new.txt", "A New Bridge")).start()
    assert any(linked.watcher.wait(5) for _ in range(4))
    linked.watcher.end()


def test_a_watch_that_was_ended_goes_though_the_next_one_begins_at_once(library, waiting):
    settled(library)
    before = threading.enumerate()
    waiting(0.1)
    (first,) = [t for t in threading.enumerate() if t.name == "reader-watching" and t not in before]
    library.watcher.end()
    waiting(0.1)
    first.join(20)
    assert not first.is_alive() and library.watcher.sees_notes
