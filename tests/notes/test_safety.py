"""Short forms of the long safety runs in tests/bench: kills, many writers, large files."""

from __future__ import annotations

import os

import pytest

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe
from reader.notes.names import notes_name
from tests.bench import notes_bombs, notes_kill, notes_writers


def test_nothing_acknowledged_is_lost_when_killed() -> None:
    tally = notes_kill.run(50, seed=5, count=3)
    assert tally["kills"] >= 50
    assert not any(tally[k] for k in ("lost", "unreadable", "half", "leftovers", "falsely missing"))


def test_writers_an_editor_and_an_app_at_once_lose_nothing() -> None:
    tally = notes_writers.run(60, writers=4)
    assert tally["add"] and not any(
        tally[k] for k in ("lost notes", "edits set back", "lost by hand", "unreadable", "crash")
    )


@pytest.mark.slow
def test_ten_thousand_kills() -> None:
    tally = notes_kill.run(10_000)
    assert not any(tally[k] for k in ("lost", "unreadable", "half", "leftovers", "falsely missing"))


@pytest.mark.slow
def test_ten_thousand_operations_of_many_writers() -> None:
    tally = notes_writers.run(10_000)
    assert not any(tally[k] for k in ("lost notes", "edits set back", "lost by hand", "unreadable", "crash"))


def test_a_hand_edit_of_a_large_file_is_seen_before_adding(shelf) -> None:
    notes = [Note("", "", describe(shelf.text, n, n + 9), f"note {n}") for n in range(150)]
    shelf.store.add_many("a.txt", notes)
    shelf.path.write_text(shelf.yaml + "extra: 1\n")
    shelf.add("harbour", "after")
    assert shelf.yaml.endswith("extra: 1\n") and shelf.bodies()[-1] == "after"


BOMBS = notes_bombs.bombs(1 << 16)


@pytest.mark.parametrize("kind", sorted(BOMBS))
def test_hostile_files_are_named_and_left_alone(shelf, kind: str) -> None:
    shelf.add("harbour", "sound")
    data = BOMBS[kind]
    other = shelf.store.folder / notes_name("b.txt")
    other.write_bytes(data)
    os.utime(other, (1_700_000_000, 1_700_000_000))
    found = NoteStore.open(shelf.root).read("b.txt")
    assert found.problems or data.strip().startswith((b"#", b"reader-notes"))
    assert shelf.bodies() == ["sound"] and other.read_bytes() == data
