"""Changes of the folder end the wait; none between two waits is missed."""

from __future__ import annotations

import threading
import time

import pytest

from reader.library import Library
from tests.library.conftest import touch_later, write


@pytest.fixture
def waiting(library, monkeypatch):
    """Starts a wait in a thread; gives a function that says what it returned, None while it waits."""
    monkeypatch.setattr("reader.library.watching._CHECK", 0.02)
    ended = threading.Event()

    def begin(patience: float = 10.0) -> bool | None:
        answers: list[bool] = []
        thread = threading.Thread(target=lambda: answers.append(library.wait_for_change(ended.is_set)))
        thread.start()
        thread.join(patience)
        return answers[0] if answers else None

    yield begin
    ended.set()


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


def test_notes_and_hidden_files_do_not_end_it_and_stopping_does(library, folder, monkeypatch):
    monkeypatch.setattr("reader.library.watching._CHECK", 0.02)
    (folder / "notes").mkdir()
    settled(library)
    deadline = time.monotonic() + 1.5
    threading.Timer(0.5, (folder / ".hidden.txt").write_text, ("hidden",)).start()
    threading.Timer(0.6, (folder / "notes" / "strike.yaml").write_text, ("notes: []",)).start()
    assert library.wait_for_change(lambda: time.monotonic() > deadline) is False


def test_where_nothing_can_be_watched_the_folder_is_looked_through(library, folder, waiting, monkeypatch):
    def refuse(*_, **__):
        raise OSError(28, "no space left on device: inotify watches")

    monkeypatch.setattr("watchfiles.watch", refuse)
    monkeypatch.setattr("reader.library.watching._LOOK", 0.05)
    settled(library)
    threading.Timer(0.3, touch_later, (folder / "strike.txt",)).start()
    assert waiting() is True
