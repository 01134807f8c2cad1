"""Scanning: what is found, what is done again, what keeps its state, and that nothing stops it."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time

import pytest

from reader.library import Library
from reader.library.scan import Scan
from reader.settings import Settings
from tests.library.conftest import titles, touch_later, write


def test_the_first_scan_finds_all_and_the_second_does_nothing(folder):
    library = Library.open([folder])
    first = library.scan(processes=0)
    assert (first.added, first.changed, first.removed, first.problems) == (4, 0, 0, ())
    again = library.scan(processes=0)
    assert not again.altered
    assert titles(library.rows(fold=False))[0] == "Harbour Works Cost More"


def test_changed_new_and_deleted_files_are_seen(library, folder):
    write(folder, "harbour.txt", "Harbour Works Stop")
    touch_later(folder / "harbour.txt")
    write(folder, "new.txt", "A New Bridge")
    (folder / "strike.txt").unlink()
    result = library.scan(processes=0)
    assert (result.added, result.changed, result.removed) == (1, 1, 1)
    found = titles(library.rows(fold=False))
    assert "Harbour Works Stop" in found and "A New Bridge" in found
    assert "Teachers Strike In The Capital" not in found
    assert not library.rows("teachers")


def test_a_moved_file_keeps_state_and_marks(library, folder):
    old = "strike.txt#0"
    library.state.mark_read(old)
    library.state.star(old)
    library.state.set_tags(old, ["pay", "#schools"])
    library.state.set_position(old, 42)
    (folder / "old").mkdir()
    (folder / "strike.txt").rename(folder / "old" / "renamed.txt")
    result = library.scan(processes=0)
    assert (result.moved, result.added, result.removed) == (1, 0, 0)
    new = "old/renamed.txt#0"
    state = library.state
    assert state.is_read(new) and state.is_starred(new) and state.position(new) == 42
    assert state.tags(new) == ("pay", "schools")
    row = library.rows("tag:pay")[0]
    assert row.id == new and row.starred and not row.unread


def test_state_outlives_the_index_even_when_the_file_moved_meanwhile(library, folder):
    library.state.star("strike.txt#0")
    library.database.rebuild()
    (folder / "strike.txt").rename(folder / "elsewhere.txt")
    library.scan(processes=0)
    assert titles(library.rows("is:starred")) == ["Teachers Strike In The Capital"]
    assert library.rows("is:starred")[0].id == "elsewhere.txt#0"


def test_a_copied_file_does_not_take_the_state_away(library, folder):
    library.state.star("strike.txt#0")
    (folder / "second.txt").write_bytes((folder / "strike.txt").read_bytes())
    library.scan(processes=0)
    assert library.state.is_starred("strike.txt#0") and not library.state.is_starred("second.txt#0")


def test_an_article_put_in_front_of_others_does_not_shift_their_state(tmp_path):
    place = tmp_path / "several"
    one = write(place, "one.txt", "First Things First").read_text()
    two = write(place, "two.txt", "Second Thoughts Follow", town="Orla", mayor="Ben Ode").read_text()
    rule = "\n" + "=" * 60 + "\n\n"
    (place / "both.txt").write_text(two)
    (place / "one.txt").unlink(), (place / "two.txt").unlink()
    library = Library.open([place])
    library.scan(processes=0)
    library.state.star("both.txt#0")
    (place / "both.txt").write_text(one + rule + two)
    touch_later(place / "both.txt")
    library.scan(processes=0)
    if len(library.articles("both.txt")) == 2:
        assert titles(library.rows("is:starred")) == ["Second Thoughts Follow"]


def test_a_touched_file_keeps_its_articles(library, folder):
    number = library.index.number("strike.txt#0")
    touch_later(folder / "strike.txt")
    library.scan(processes=0)
    assert library.index.number("strike.txt#0") == number
    assert library.index.packed_marks(number) is not None


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


def test_single_files_and_several_folders_open(folder, tmp_path):
    alone = Library.open([folder / "strike.txt"])
    alone.scan(processes=0)
    assert titles(alone.rows()) == ["Teachers Strike In The Capital"]
    write(tmp_path / "other", "x.txt", "Another Place")
    both = Library.open([folder / "deep", tmp_path / "other"])
    both.scan(processes=0)
    assert sorted(titles(both.rows())) == ["Another Place", "Flood Reaches Old Town"]
    missing = Library.open([tmp_path / "gone"])
    assert missing.problems and not missing.rows()


def test_state_is_shared_between_a_file_and_its_folder(library, folder):
    alone = Library.open([folder / "strike.txt"])
    alone.scan(processes=0)
    alone.state.star("strike.txt#0")
    assert library.state.is_starred("strike.txt#0")


def test_stopping_keeps_what_was_done_and_the_next_scan_goes_on(folder):
    for i in range(60):
        write(folder, f"n{i:02}.txt", f"Item Number {i}", count=i + 200, town=f"Town{i}")
    library = Library.open([folder])
    seen = []

    def stop() -> bool:
        return any(p.phase == "marks" and p.done >= 20 for p in seen)

    first = library.scan(seen.append, stop, processes=0)
    assert first.stopped and len(library.rows(fold=False)) == 64
    left = library.index.unmarked_count()
    assert 0 < left < 64
    second = library.scan(processes=0)
    assert second.marked == left and not library.index.unmarked_count()


def test_what_the_list_shows_first_is_marked_first(folder, monkeypatch):
    monkeypatch.setattr("reader.library.scan._FIRST", 2)
    monkeypatch.setattr(
        Scan, "_text_jobs", lambda self, ask, head, size: found.append(ask(1 << 40)) or iter(())
    )
    found: list[list[int]] = []
    library = Library.open([folder])
    library.scan(copies=False, processes=0)
    newest = list(library.rows(fold=False).numbers)
    assert found[0] == [*newest[:2], *sorted(newest[2:])]


def test_worker_processes_give_the_same_as_none(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.library.scan._FEW", 2)
    alone = Library.open([folder])
    alone.scan(processes=2)
    rows = list(alone.rows(fold=False))
    people = [entry.name for entry in alone.people()]
    alone.database.rebuild()
    alone.scan(processes=0)
    assert list(alone.rows(fold=False)) == rows
    assert [entry.name for entry in alone.people()] == people


def test_a_scan_in_a_process_of_its_own_reports_and_ends(folder):
    library = Library.open([folder])
    seen = []
    result = library.scan(seen.append, apart=True)
    assert result.added == 4 and result.marked == 4
    assert {p.phase for p in seen} >= {"walk", "text", "marks"}
    assert len(library.rows(fold=False)) == 4


def test_two_instances_do_not_scan_at_once(library):
    with library.database.alone() as mine:
        assert mine
        results = []
        thread = threading.Thread(target=lambda: results.append(library.scan(apart=False)))
        thread.start()
        thread.join(20)
        assert results[0].busy


def test_a_patient_scan_follows_another_and_does_what_that_one_left(folder, monkeypatch):
    monkeypatch.setattr("reader.library.upkeep._LOOK_AGAIN", 0.01)
    first, second = Library.open([folder]), Library.open([folder])
    results, seen = [], []
    with first.database.alone():
        thread = threading.Thread(
            target=lambda: results.append(second.scan(seen.append, apart=False, patient=True, processes=0))
        )
        thread.start()
        while not seen:
            time.sleep(0.01)
        assert not results
    thread.join(20)
    assert results[0].added == 4 and results[0].followed and results[0].altered
    stopped = []
    with first.database.alone():
        assert second.scan(lambda _: stopped.append(1), lambda: bool(stopped), apart=False, patient=True).busy
    assert not second.scan(apart=False, patient=True, processes=0).altered


def test_two_processes_on_one_library_leave_one_sound_index(folder):
    for i in range(80):
        write(folder, f"n{i:02}.txt", f"Item Number {i}", count=i + 200, town=f"Town{i}")
    command = [sys.executable, "-m", "reader", "index", "--processes", "0", str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=60)[1].decode() for process in both]
    assert {process.returncode for process in both} <= {0, 4} and "Traceback" not in "".join(said)
    library = Library.open([folder])
    assert not library.index.unmarked_count() and not library.problems
    ids = [row.id for row in library.rows(fold=False)]
    assert len(ids) == len(set(ids)) == 84
    assert library.database.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_marking_as_read_does_not_wait_for_a_scan_nor_a_scan_for_it(library, monkeypatch):
    monkeypatch.setattr("reader.library.index.database._PATIENCE", 0.01)
    other = Library.open([library.root])
    with library.database.transaction() as writing:
        writing.execute("UPDATE files SET parser = parser")
        other.state.star("strike.txt#0")
        with pytest.raises(sqlite3.OperationalError):
            other.writer.remember("x", 1)
    with other.database.transaction("state") as reading:
        reading.execute("UPDATE state.marks SET read = 1")
        library.writer.remember("x", 1)
    assert library.state.is_starred("strike.txt#0") and library.state.is_read("strike.txt#0")


def test_a_large_scan_is_merged_afterwards_even_when_it_was_broken_off(folder, monkeypatch):
    for i in range(60):
        write(folder, f"n{i:02}.txt", f"Item Number {i}", count=i + 200, town=f"Town{i}")
    monkeypatch.setattr("reader.library.scan._MANY", 5)
    monkeypatch.setattr("reader.library.scan._FIRST", 10)
    monkeypatch.setattr("reader.library.scan._COMMIT_EVERY", 0.0)
    library = Library.open([folder])
    library.scan(marks=False, copies=False, processes=0)
    pieces = "SELECT count(DISTINCT segid) FROM texts_idx"
    database = library.database
    assert database.connection.execute(pieces).fetchone()[0] == 3
    before = [row.id for row in library.rows("harbour")]
    assert len(before) == 63
    library.scan(marks=False, processes=0)
    assert database.connection.execute(pieces).fetchone()[0] == 1
    assert [row.id for row in library.rows("harbour", fold=False)] == before
    write(folder, "late.txt", "Late Harbour")
    library.scan(marks=False, processes=0)
    assert "late.txt#0" in [row.id for row in library.rows("harbour", fold=False)]


def test_helpers_that_die_are_replaced_by_doing_the_work_here(folder, monkeypatch):
    import reader.library.workers as workers

    real = workers.start_worker

    def doomed(*words):
        process = real(*words)
        process.kill()
        return process

    monkeypatch.setattr("reader.library.scan._FEW", 0)
    monkeypatch.setattr(workers, "start_worker", doomed)
    library = Library.open([folder])
    assert library.scan(processes=2).added == 4
    assert not library.index.unmarked_count()


@pytest.mark.parametrize("damage", [b"not a database at all" * 400, b"", None])
def test_a_damaged_or_foreign_index_is_built_again_and_state_stays(library, folder, damage):
    library.state.star("strike.txt#0")
    path = library.database.path
    library.close()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if damage is None:
        path.unlink()
        newer = sqlite3.connect(path)
        newer.execute("CREATE TABLE something(x)")
        newer.execute("PRAGMA user_version = 99")
        newer.commit()
        newer.close()
    else:
        path.write_bytes(damage)
    again = Library.open([folder])
    again.scan(processes=0)
    assert len(again.rows(fold=False)) == 4
    assert again.state.is_starred("strike.txt#0")
    if damage:
        assert any("built again" in str(problem) for problem in again.problems)


def test_damage_deep_inside_is_repaired_by_the_next_scan(library, folder):
    library.writer.settle()
    path = library.database.path
    library.close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) : 7] = b"\xff" * len(data[4096 : len(data) : 7])
    path.write_bytes(data)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    again = Library.open([folder])
    again.scan(processes=0)
    assert len(again.rows(fold=False)) == 4


def test_a_damaged_state_is_set_aside_not_deleted(library, folder):
    path = library.database.state_path
    library.close()
    path.write_bytes(b"garbage" * 1000)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    again = Library.open([folder])
    again.state.star("strike.txt#0")
    assert list(path.parent.glob("state-damaged-*.db"))
    assert any("read marks" in str(problem) for problem in again.problems)


def test_a_cache_that_cannot_be_written_still_gives_a_library(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    library = Library.open([folder])
    library.scan(processes=0)
    assert len(library.rows(fold=False)) == 4
    assert any("this session only" in str(problem) for problem in library.problems)


def test_kill_at_any_moment_leaves_a_library_that_repairs_itself(folder):
    for i in range(150):
        write(folder, f"n{i:03}.txt", f"Item Number {i}", count=i + 200, town=f"Town{i}")
    library = Library.open([folder])
    library.state.star("strike.txt#0")
    for delay in (0.3, 0.5, 0.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "index", "--processes", "0", str(folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
    again = Library.open([folder])
    result = again.scan(marks=False, processes=0)
    assert not result.problems
    assert len(again.rows(fold=False)) == 154
    assert len({row.id for row in again.rows(fold=False)}) == 154
    assert again.state.is_starred("strike.txt#0")
    assert again.database.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_files_that_vanish_or_change_during_the_scan_are_taken_as_they_are(folder, monkeypatch):
    library = Library.open([folder])
    from reader.library import scan

    real = scan.walk

    def walk(*arguments):
        yield from real(*arguments)
        (folder / "strike.txt").unlink()
        write(folder, "harbour.txt", "Changed In Between")

    monkeypatch.setattr(scan, "walk", walk)
    library.scan(processes=0)
    monkeypatch.undo()
    library.scan(processes=0)
    found = titles(library.rows(fold=False))
    assert "Changed In Between" in found and "Teachers Strike In The Capital" not in found


def test_notes_follow_a_moved_file(library, folder):
    from reader.model import Note
    from reader.notes.anchor import describe

    text = library.article("strike.txt#0").text
    start = text.index("an insult")
    library.notes.add(
        "strike.txt", Note("", "strike.txt", describe(text, start, start + 9), body="whose words?")
    )
    library.refresh_notes("strike.txt")
    assert titles(library.rows("note:words is:noted")) == ["Teachers Strike In The Capital"]
    (folder / "strike.txt").rename(folder / "walkout.txt")
    library.scan(processes=0)
    assert [row.id for row in library.rows("note:words")] == ["walkout.txt#0"]
    assert [note.body for note in library.notes.read("walkout.txt").notes] == ["whose words?"]
    assert library.rows("is:noted")[0].notes == 1
    library.notes.remove("walkout.txt", library.notes.read("walkout.txt").notes[0].id)
    library.scan(processes=0)
    assert not library.rows("is:noted")


def test_a_disk_that_fills_up_is_named_and_the_index_goes_on_when_there_is_room(folder):
    for i in range(60):
        words = " ".join(f"word{i}of{j}" for j in range(400))
        write(folder, f"n{i:02}.txt", f"Item Number {i}", lead=words)
    library = Library.open([folder])
    library.state.star("strike.txt#0")
    library.close()
    command = [sys.executable, "-m", "reader", "index", "--text", "--processes", "0", str(folder)]

    def little_room() -> None:  # as a full disk does: what is over the limit is refused
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=little_room, check=False)
        assert done.returncode in (2, 3) and "Traceback" not in done.stderr
        assert sum("index-" in line for line in done.stderr.splitlines()) == 1, done.stderr
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    again = Library.open([folder])
    assert not again.problems
    assert len(again.rows(fold=False)) == 64 and again.state.is_starred("strike.txt#0")


def test_a_sound_index_on_a_disk_that_fails_is_not_thrown_away(library, folder, monkeypatch):
    from reader.library.index.database import Database

    real = Database._connect

    def fail(self):
        raise self.trouble

    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | 18 << 8
    Database.trouble = error
    library.close()
    monkeypatch.setattr(Database, "_connect", fail)
    again = Library.open([folder])
    with pytest.raises(OSError, match=r"index-.*disk I/O error|disk I/O error"):
        again.rows()
    assert "disk I/O error" in str(again.scan(processes=0, apart=False).problems[0])
    monkeypatch.setattr(Database, "_connect", real)
    assert len(Library.open([folder]).rows(fold=False)) == 4


def test_the_state_of_a_newer_version_is_left_alone(library, folder):
    library.state.star("strike.txt#0")
    path = library.database.state_path
    library.close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    again = Library.open([folder])
    again.state.mark_read("harbour.txt#0")
    assert not again.state.is_starred("strike.txt#0") and again.state.is_read("harbour.txt#0")
    assert any("newer version" in str(problem) for problem in again.problems)
    again.close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 1")
    newer.close()
    assert Library.open([folder]).state.is_starred("strike.txt#0")


def test_a_full_disk_is_named_and_what_was_written_stays(folder, monkeypatch):
    from reader.library.index.writing import Writer

    library = Library.open([folder])
    library.scan(processes=0, marks=False)
    write(folder, "late.txt", "Late But Unlucky")

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Writer, "store", full)
    result = library.scan(processes=0)
    assert len(result.problems) == 1 and "disk is full" in str(result.problems[0])
    assert len(library.rows(fold=False)) == 4
    monkeypatch.undo()
    assert library.scan(processes=0).added == 1


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


@pytest.mark.slow
def test_many_kills_in_every_phase(folder):
    import random

    rng = random.Random(9)
    for i in range(400):
        write(
            folder, f"n{i:03}.txt", f"Item Number {i}", count=i + 200, town=f"Town{i}", mayor=f"Karl Ort{i}"
        )
    for turn in range(25):
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "index", str(folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(rng.uniform(0.2, 2.5))
        process.kill()
        process.wait()
        if turn % 5 == 4:
            (folder / f"n{turn:03}.txt").rename(folder / f"moved{turn}.txt")
    library = Library.open([folder])
    library.scan()
    rows = [row.id for row in library.rows(fold=False)]
    assert len(rows) == len(set(rows)) == 404 and not library.index.unmarked_count()
    assert library.database.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
