"""The disk says no: refused loudly, the old file whole, nothing left behind, and the next save works."""

from __future__ import annotations

import errno
import os

import pytest

from reader.notes import NotesBusy, NotesError, NotesRefused, NoteStore, lock, reading, versions
from reader.yamlio import parse_yaml

CALLS = ("open", "write", "fsync", "close", "link", "replace", "unlink")


class Trouble:
    """Makes the n-th call of one system function fail, once or from then on."""

    def __init__(self, monkeypatch, name: str, at: int, error: int, only_once: bool) -> None:
        self.left, self.hit = at, False
        original = getattr(os, name)

        def failing(*args, **kwargs):
            self.left -= 1
            if self.left == 0 or (self.left < 0 and not only_once):
                self.hit = True
                if name == "close":
                    original(*args, **kwargs)
                raise OSError(error, os.strerror(error))
            return original(*args, **kwargs)

        monkeypatch.setattr(os, name, failing)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_every_failing_call_refuses_or_saves_and_loses_nothing(
    shelf, monkeypatch, name: str, error: int
) -> None:
    first = shelf.add("harbour", "first")
    held = {first.id: "first"}
    for at in range(1, 40):
        store = NoteStore.open(shelf.root)
        with monkeypatch.context() as patch:
            trouble = Trouble(patch, name, at, error, only_once=bool(at % 2))
            try:
                note = store.add("a.txt", first.__class__("", "a.txt", first.anchor, f"note {at}"))
                held[note.id] = f"note {at}"
            except NotesError as refused:
                assert refused.problem.message
                assert "NOT saved" in refused.problem.message
        after = NoteStore.open(shelf.root).read("a.txt", patience=0)
        said = {note.id: note.body for note in after.notes}
        assert not after.problems
        assert all(said.get(key) == body for key, body in held.items())
        held = said  # one more may be there: refused after it had been put in place
        if not trouble.hit:
            break
    else:
        pytest.fail("never got through")
    assert not [n for n in os.listdir(shelf.store.folder) if n.endswith(".tmp")] or name == "unlink"
    shelf.store.start()
    assert parse_yaml(shelf.yaml, "f") is not None


def test_writes_that_are_cut_short_are_continued(shelf, monkeypatch) -> None:
    original = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: original(fd, bytes(data[: max(1, len(data) // 3)])))
    shelf.add("harbour", "whole all the same")
    assert shelf.bodies() == ["whole all the same"]


def test_without_exchange_and_without_links_it_works_all_the_same(shelf, monkeypatch) -> None:
    def no_links(*args, **kwargs):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(versions, "exchange", lambda one, other: False)
    note = shelf.add("harbour", "one")
    shelf.store.edit("a.txt", note.id, body="two")
    monkeypatch.setattr(os, "link", no_links)
    shelf.store.edit("a.txt", note.id, body="three")
    shelf.add("mayor", "four")
    assert shelf.bodies() == ["three", "four"]
    kept = [path.read_text() for path in versions.versions(shelf.store.folder, shelf.path.name)]
    assert [text.count("- id") for text in kept] == [1, 1, 1] and "body: two" in kept[1]


@pytest.mark.parametrize("with_exchange", [True, False])
def test_a_save_between_reading_and_replacing_is_merged(shelf, monkeypatch, with_exchange: bool) -> None:
    note = shelf.add("harbour", "one")
    path = shelf.path
    original, times = versions.put_in_place, []

    def just_before(*args, **kwargs):
        times.append(1)
        if len(times) <= 2:  # two editors in a row
            path.write_text(
                path.read_text() + f"\n- id: nhand{len(times):06d}\n  body: by hand {len(times)}\n"
            )
        return original(*args, **kwargs)

    monkeypatch.setattr(versions, "put_in_place", just_before)
    if not with_exchange:
        monkeypatch.setattr(versions, "exchange", lambda one, other: False)
    shelf.store.edit("a.txt", note.id, body="two")
    assert shelf.bodies() == ["two", "by hand 1", "by hand 2"]
    assert not [n for n in os.listdir(shelf.store.folder) if n.endswith(".tmp")]


@pytest.mark.parametrize("in_place", [True, False])
def test_a_save_while_another_is_given_its_place_back_is_kept(shelf, monkeypatch, in_place: bool) -> None:
    note = shelf.add("harbour", "one")
    path, original, turns = shelf.path, versions.exchange, []

    def by_hand(number: int, text: str) -> None:
        target = path if in_place else path.with_suffix(".new")
        target.write_text(f"{text}\n- id: nhand{number:06d}\n  body: by hand {number}\n")
        os.replace(target, path)

    def exchanged(one, other):
        turns.append(1)
        if len(turns) == 1:
            by_hand(1, path.read_text())
            edited = path.read_text()
            swapped = original(one, other)
            by_hand(2, edited)  # the editor saves again: on what was about to be put in place
            return swapped
        return original(one, other)

    monkeypatch.setattr(versions, "exchange", exchanged)
    shelf.store.edit("a.txt", note.id, body="two")
    assert shelf.bodies() == ["two", "by hand 1", "by hand 2"]
    assert not [n for n in os.listdir(shelf.store.folder) if n.endswith(".tmp")]


def test_an_editor_that_finishes_its_save_late_is_heard(shelf) -> None:
    shelf.add("harbour", "one")
    shelf.store.folder.joinpath("x").write_text("")
    with shelf.path.open("a") as editor:
        shelf.add("mayor", "two")  # replaces the file that the editor has open
        editor.write("\n- id: nhand000001\n  body: late\n")
    shelf.add("ferry", "three")
    assert sorted(shelf.bodies()) == ["late", "one", "three", "two"]


def test_a_read_only_file_means_hands_off(shelf, monkeypatch) -> None:
    note = shelf.add("harbour", "one")
    before = shelf.path.read_bytes()
    path = str(shelf.path)
    original = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: str(p) != path and original(p, mode))
    with pytest.raises(NotesRefused, match="read-only"):
        shelf.store.edit("a.txt", note.id, body="two")
    assert shelf.path.read_bytes() == before


def test_a_lock_that_is_held_is_waited_for_and_then_reported(shelf) -> None:
    shelf.add("harbour", "one")
    held = lock.locked(shelf.store.folder)
    with held, pytest.raises(NotesBusy, match="another reader"), lock.locked(shelf.store.folder, 0.05):
        pytest.fail("two writers at once")


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"a: [", b"notes: 5\n", b"\xff\xfe", b"notes:\n- a: 1\n  a: 2\n", b"\0"]
)
def test_a_broken_file_is_left_alone_and_new_notes_go_beside_it(shelf, monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.05)
    shelf.store.folder.mkdir()
    path = shelf.path
    path.write_bytes(data)
    os.utime(path, (1, 1))
    found = shelf.store.read("a.txt", patience=0)
    assert len(found.problems) == 1 and found.problems[0].file == str(path)
    note = shelf.add("harbour", "kept")
    assert path.read_bytes() == data
    assert [n.body for n in shelf.store.read("a.txt", patience=0).notes] == ["kept"]
    shelf.store.edit("a.txt", note.id, body="kept and edited")
    path.write_text("reader-notes: 1\nnotes:\n- id: nold0000001\n  body: old\n")  # repaired by hand
    shelf.add("mayor", "later")
    assert sorted(shelf.bodies()) == ["kept and edited", "later", "old"]
    assert [p.name for p in shelf.store.folder.glob("*.yaml")] == [path.name]


def test_what_is_no_regular_file_or_too_large_is_named(shelf, monkeypatch) -> None:
    shelf.store.folder.mkdir()
    path = shelf.path
    os.mkfifo(path)
    assert "regular file" in str(shelf.store.read("a.txt", patience=0).problems[0])
    path.unlink()
    path.mkdir()
    assert "regular file" in str(shelf.store.read("a.txt", patience=0).problems[0])
    path.rmdir()
    monkeypatch.setattr(reading, "MAX_SIZE", 1000)
    path.write_text("notes:\n- body: " + "x" * 2000)
    assert "larger than" in str(shelf.store.read("a.txt", patience=0).problems[0])


def test_a_file_that_is_being_saved_in_place_is_given_time(shelf) -> None:
    import threading
    import time

    shelf.add("harbour", "one")
    text, path = shelf.yaml, shelf.path
    path.write_text("")

    def finish() -> None:
        time.sleep(0.1)
        path.write_text(text)

    job = threading.Thread(target=finish)
    job.start()
    assert [n.body for n in NoteStore.open(shelf.root).read("a.txt", patience=1).notes] == ["one"]
    job.join()


def test_leftovers_of_a_crash_are_cleared_at_the_next_start(shelf) -> None:
    shelf.add("harbour", "one")
    dead = 4_000_000
    mark = versions.mark_of(reading.Snapshot(shelf.path.read_bytes()))
    left = shelf.store.folder / f".{shelf.path.name}.{dead}.{mark}.tmp"
    torn = shelf.store.folder / f".{shelf.path.name}.{dead}.0123abcd.tmp"
    torn.write_text(shelf.yaml + "\n- id: ntorn000001\n  bo")
    left.write_text(shelf.yaml + "\n- id: nhand000001\n  body: saved by an editor in the last moment\n")
    alive, earlier = (
        shelf.store.folder / f".{shelf.path.name}.{pid}.0123abcd.tmp" for pid in (os.getppid(), os.getpid())
    )
    other = shelf.store.folder / f".format.{dead}.0123abcd.tmp"
    alive.write_text("")
    other.write_text("of no notes file")
    earlier.write_text("")  # of a process that had our number in another life of the container
    NoteStore.open(shelf.root).start()
    assert not any(path.exists() for path in (left, torn, earlier, other)) and alive.exists()
    assert shelf.bodies() == ["one", "saved by an editor in the last moment"]


def test_the_folder_of_the_first_note_is_made_for_good(shelf, monkeypatch) -> None:
    synced, original = set(), os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (synced.add(os.fstat(fd).st_ino), original(fd))[1])
    shelf.add("harbour", "first")
    assert {(shelf.root / name).stat().st_ino for name in (".", "notes")} <= synced
