"""Scans that are stopped and go on, helping processes, several Readers on one library."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from reader.library import Library
from reader.library.scanning import workers
from reader.library.scanning.scan import Scan
from tests.library.conftest import write


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
    monkeypatch.setattr("reader.library.scanning.scan._FIRST", 2)
    monkeypatch.setattr(
        Scan, "_text_jobs", lambda self, ask, head, size: found.append(ask(1 << 40)) or iter(())
    )
    found: list[list[int]] = []
    library = Library.open([folder])
    library.scan(copies=False, processes=0)
    newest = list(library.rows(fold=False).numbers)
    assert found[0] == [*newest[:2], *sorted(newest[2:])]


def test_worker_processes_give_the_same_as_none(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.library.scanning.scan._FEW", 2)
    alone = Library.open([folder])
    alone.scan(processes=2)
    rows = list(alone.rows(fold=False))
    people = [entry.name for entry in alone.people()]
    alone.database.rebuild()
    alone.scan(processes=0)
    assert list(alone.rows(fold=False)) == rows
    assert [entry.name for entry in alone.people()] == people


def test_the_first_texts_do_not_wait_for_another_process(folder, monkeypatch):
    started, go = threading.Event(), threading.Event()

    def start():
        started.set()
        assert go.wait(10)
        raise OSError("no process to be had")

    monkeypatch.setattr(workers, "start_worker", start)
    jobs = [("parse", str(folder), 1 << 20, (), (), [(name, ())]) for name in ("harbour.txt", "strike.txt")]
    found = workers.answers(iter(jobs), 1, lambda: False, first_here=True)
    assert [record[0] for record in next(found)] == ["harbour.txt"] and started.wait(10)
    go.set()
    assert [record[0] for answer in found for record in answer] == ["strike.txt"]


def test_a_scan_in_a_process_of_its_own_reports_and_ends(folder):
    library = Library.open([folder])
    seen = []
    result = library.scan(seen.append, apart=True)
    assert result.added == 4 and result.marked == 4
    assert {p.phase for p in seen} >= {"walk", "text", "marks"}
    assert len(library.rows(fold=False)) == 4


def test_what_takes_long_is_done_apart_from_the_keys_and_only_that(folder, monkeypatch):
    begun = []
    monkeypatch.setattr("reader.library.scanning.apart.scan_apart", lambda *_: begun.append(1))

    def scanned_apart() -> bool:
        begun.clear()
        thread = threading.Thread(target=library.scan, kwargs={"processes": 0})
        thread.start()
        thread.join(20)
        return bool(begun)

    library = Library.open([folder])
    assert not scanned_apart()
    monkeypatch.setattr("reader.library.scanning.upkeep._LONG", 400)
    assert not scanned_apart()  # it is all there already
    finder = library.index.recall("finder")
    library.upkeep.writer.remember("finder", "another version")
    assert scanned_apart()  # everything is marked anew
    library.upkeep.writer.remember("finder", finder)
    library.upkeep.writer.unmark(None)
    assert scanned_apart()
    write(folder, "long.txt", "A Long Story", lead="It goes on. " * 50)
    assert scanned_apart()


def test_what_lies_in_the_folder_one_is_in_is_no_part_of_a_worker(tmp_path, monkeypatch):
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("raise SystemExit('not the program')")
    (tmp_path / "json.py").write_text("raise SystemExit('not the library')")
    monkeypatch.chdir(tmp_path)
    with workers.start_worker() as process:
        workers.write_frame(process.stdin, ("parse", str(tmp_path), 1 << 20, (), (), []))
        process.stdin.close()
        assert workers.read_frame(process.stdout) == []


def test_a_worker_ends_when_nobody_waits_for_it(monkeypatch):
    parents, ended = iter([7, 7, 7, 1]), threading.Event()
    monkeypatch.setattr("reader.library.scanning.workers._LOOK", 0.001)
    monkeypatch.setattr("os.getppid", lambda: next(parents))
    monkeypatch.setattr("os._exit", lambda code: ended.set())
    workers.end_with_parent()
    assert ended.wait(5) and next(parents, None) is None


def test_two_instances_do_not_scan_at_once(library):
    with library.database.alone() as mine:
        assert mine
        results = []
        thread = threading.Thread(target=lambda: results.append(library.scan(apart=False)))
        thread.start()
        thread.join(20)
        assert results[0].busy


def test_a_patient_scan_follows_another_and_does_what_that_one_left(folder, monkeypatch):
    monkeypatch.setattr("reader.library.scanning.upkeep._LOOK_AGAIN", 0.01)
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
    monkeypatch.setattr("reader.library.scanning.scan._MANY", 5)
    monkeypatch.setattr("reader.library.scanning.scan._FIRST", 10)
    monkeypatch.setattr("reader.library.scanning.scan._COMMIT_SOON", 0.0)
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
    import reader.library.scanning.workers as workers

    real = workers.start_worker

    def doomed(*words):
        process = real(*words)
        process.kill()
        return process

    monkeypatch.setattr("reader.library.scanning.scan._FEW", 0)
    monkeypatch.setattr(workers, "start_worker", doomed)
    library = Library.open([folder])
    assert library.scan(processes=2).added == 4
    assert not library.index.unmarked_count()
