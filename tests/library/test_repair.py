"""Damage, full disks, kills at any moment: the index is repaired, the state is never lost."""

from __future__ import annotations

import errno
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress

import pytest

from reader.__main__ import main
from reader.durable import replacing
from reader.library import Library
from reader.model import Correction, Note, Watch
from tests.library.conftest import titles, write


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


def test_an_index_deleted_or_built_anew_by_another_is_followed(library, folder):
    before = list(library.rows(fold=False))
    other = Library.open([folder])
    other.database.rebuild(asked=True)
    write(folder, "later.txt", "A Later Story")
    other.scan(processes=0)
    assert list(library.rows(fold=False)) == before
    library.scan(processes=0)
    assert "A Later Story" in titles(library.rows(fold=False))
    shutil.rmtree(library.database.folder)
    assert library.scan(apart=True).added == 5
    assert sorted(titles(library.rows(fold=False))) == sorted(
        [row.title for row in before] + ["A Later Story"]
    )


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


def test_what_can_be_read_of_a_damaged_state_is_kept(library, folder):
    state, path = library.state, library.database.state_path
    names = [f"{number:04}.txt#0" for number in range(900)]
    state.star(names)
    state.set_tags(names[-1], ["water"])
    state.watch("person:ruiz", name="Ruiz")
    library.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    at = data.index(b"0450.txt") // 4096 * 4096
    data[at : at + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with suppress(sqlite3.DatabaseError):  # who reads there ends, and mends
        Library.open([folder]).state.fingerprints()
    told = str(library.database.mend()[0])
    again = Library.open([folder]).state
    kept = [name for name in names if again.is_starred(name)]
    assert 700 < len(kept) < 900 and {names[0], names[-1]} <= set(kept) and names[450] not in kept
    assert again.tags(names[-1]) == ("water",) and again.watches() == (Watch("person:ruiz", "Ruiz"),)
    assert f"some read marks and stars could not be read, {len(kept) + 1} could" in told
    (aside,) = path.parent.glob("state-damaged-*.db")
    assert aside.read_bytes() == bytes(data)


def test_a_cache_that_cannot_be_written_still_gives_a_library(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    library = Library.open([folder])
    library.scan(processes=0)
    assert len(library.rows(fold=False)) == 4
    assert any("this session only" in str(problem) for problem in library.problems)


def test_an_index_of_this_session_only_is_made_by_this_process(folder, tmp_path, monkeypatch):
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "blocked"))
    library = Library.open([folder])
    assert library.scan(apart=True).added == len(library.rows(fold=False)) == 4


def half_a_copy(source, target):
    with open(source, "rb") as whole, open(target, "wb") as part:
        part.write(whole.read(5000))
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR | 19 << 8])
@pytest.mark.parametrize("room", [True, False])
def test_on_a_full_disk_the_session_goes_on_with_a_copy(library, folder, monkeypatch, code, room):
    from reader.library.index.database import Database

    library.state.star("strike.txt#0")
    library.writer.settle()
    home, real = library.database.folder, Database._connect
    library.close()
    held = {path: path.read_bytes() for path in home.glob("*.db")}
    if not room:
        monkeypatch.setattr(shutil, "copyfile", half_a_copy)

    def full(self):
        if self.folder == home:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = code
            raise error
        return real(self)

    monkeypatch.setattr(Database, "_connect", full)
    again = Library.open([folder])
    assert (
        len(again.rows(fold=False)) == (4 if room else 0) and again.state.is_starred("strike.txt#0") == room
    )
    (problem,) = again.problems
    assert "cannot be used (database or disk is full)" in str(problem)
    write(folder, "late.txt", "A Late Story")
    again.state.star("late.txt#0")
    assert again.scan(apart=True).added == (1 if room else 5)
    assert "A Late Story" in titles(again.rows(fold=False))
    monkeypatch.undo()
    assert held == {path: path.read_bytes() for path in home.glob("*.db")}
    assert not Library.open([folder]).state.is_starred("late.txt#0")


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
    with pytest.raises(OSError, match="disk I/O error"):
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
    with sqlite3.connect(path) as older:  # as the first version had it
        older.execute("ALTER TABLE watches DROP COLUMN name")
        older.execute("ALTER TABLE marks DROP COLUMN sentence")
        older.execute("ALTER TABLE marks DROP COLUMN sentence_start")
        older.execute("INSERT INTO watches VALUES('harbour')")
        older.execute("PRAGMA user_version = 1")
    older.close()
    again = Library.open([folder])
    assert again.state.is_starred("strike.txt#0") and again.watches() == (Watch("harbour"),)


def test_a_full_disk_is_named_and_what_was_written_stays(folder, monkeypatch):
    from reader.library.index.writing import Writer

    library = Library.open([folder])
    library.scan(processes=0, marks=False)
    write(folder, "late.txt", "Late But Unlucky")

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Writer, "store", full)
    result = library.scan(processes=0)
    assert len(result.problems) == 1 and "disk is full; make room there" in str(result.problems[0])
    assert len(library.rows(fold=False)) == 4
    monkeypatch.undo()
    assert library.scan(processes=0).added == 1


def test_an_error_of_writing_names_the_file(tmp_path):
    with pytest.raises(OSError) as caught, replacing(tmp_path / "a.yaml") as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.filename == str(tmp_path / "a.yaml") and not list(tmp_path.iterdir())


def test_what_came_in_before_the_disk_was_full_is_told(folder, monkeypatch):
    from reader.library.index.writing import Writer
    from reader.library.scanning import scan

    real, stored = Writer.store, list[int]()

    def store(self, records):
        if stored:
            raise sqlite3.OperationalError("database or disk is full")
        stored.append(len(records))
        return real(self, records)

    for i in range(20):
        write(folder, f"n{i:02}.txt", f"Item Number {i}")
    monkeypatch.setattr(Writer, "store", store)
    monkeypatch.setattr(scan, "_COMMIT_BYTES", 0)
    library = Library.open([folder])
    result = library.scan(processes=0, marks=False)
    assert len(result.problems) == 1 and 0 < result.added == stored[0] < 20
    assert len(library.rows(fold=False)) == stored[0]


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


@pytest.mark.parametrize(
    ("table", "question"),
    [("persons", ["people"]), ("texts_config", ["search", "strike"]), ("marks", ["search", "is:starred"])],
)
def test_damage_that_only_a_question_meets_is_told_and_mended(library, folder, capfdbinary, table, question):
    library.state.star("strike.txt#0")
    of_state = table == "marks"
    path = library.database.state_path if of_state else library.database.path
    library.writer.settle()
    library.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root, size = db.execute(
            f"SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = '{table}'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)
    assert main([*question, str(folder)]) == 2
    told = capfdbinary.readouterr().err.decode()
    assert "could not be read" in told if of_state else "the index was damaged" in told
    assert main(["people", str(folder)]) == 0
    assert main(["search", "is:starred", str(folder)]) == (1 if of_state else 0)


def test_a_schema_that_is_no_text_is_built_again(library, folder):
    path = library.database.path
    library.writer.settle()
    library.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    at = data.index(b"CREATE TABLE files(")
    path.write_bytes(data[:at] + b"CREATE \xb9\xdc\xff" + data[at + 10 :])
    again = Library.open([folder])
    assert "built again" in str(again.scan(processes=0).problems or again.problems)
    assert len(again.rows(fold=False)) == 4


def test_damage_that_no_question_meets_is_found_by_the_doctor_and_the_next_day(
    library, folder, capfdbinary, monkeypatch
):
    """Two pages that changed places: each is sound, and what stands in them is not found where it is looked for."""
    library.writer.settle()
    path = library.database.path
    library.close()
    assert main(["doctor", "files", str(folder)]) == 0
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = "SELECT rootpage FROM sqlite_master WHERE name IN ('mentions', 'figures') ORDER BY name"
        (one,), (other,) = db.execute(pages).fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    first, second = slice((one - 1) * size, one * size), slice((other - 1) * size, other * size)
    data[first], data[second] = data[second], data[first]
    path.write_bytes(data)
    assert main(["doctor", "files", str(folder)]) == 3
    assert "index --rebuild" in capfdbinary.readouterr().out.decode()
    again = Library.open([folder])
    assert not again.scan(processes=0).added
    monkeypatch.setattr("reader.library.scanning.refresh._DAY", 0)
    assert again.scan(processes=0).added == 4 and "built again" in str(again.problems)
    assert main(["doctor", "files", str(folder)]) == 0 == main(["index", "--rebuild", str(folder)])


def test_an_error_that_has_another_cause_costs_no_sound_index(library, folder, monkeypatch):
    def fails(*_):
        raise ValueError("a mistake of ours")

    monkeypatch.setattr(type(library.index), "order", fails)
    with pytest.raises(ValueError, match="a mistake of ours"):
        main(["search", "strike", str(folder)])
    assert library.database.path.exists()


def test_what_is_kept_elsewhere_waits_for_an_index_that_can_be_written(library, monkeypatch):
    from reader.notes.anchor import describe

    def full(*_, **__):
        raise sqlite3.OperationalError("database or disk is full")

    row = library.rows("strike")[0]
    note = Note("", "strike.txt", describe(library.article(row.id).text, 0, 4), body="fullness")
    with monkeypatch.context() as patch:
        for name in ("remember", "unmark", "store_watched", "store_notes", "change_notes"):
            patch.setattr(type(library.writer), name, full)
        library.notes.add("strike.txt", note)
        library.refresh_notes("strike.txt")
        library.watch("strike")
        library.apply(Correction("", "not_person", "Amina Odhiambo"))
        assert not library.rows("note:fullness")
    library.scan(processes=0)
    assert library.rows("note:fullness") and library.rows("is:watched")
