"""Short forms of the long safety runs in tests/bench: kills, many writers, large files."""

from __future__ import annotations

import pytest

from reader.model import Note
from reader.notes import NoteStore, keeper
from reader.notes.anchor import describe
from tests.bench import notes_kill, notes_writers


def test_nothing_acknowledged_is_lost_when_killed() -> None:
    tally = notes_kill.run(60, seed=5, count=3)
    assert tally["kills"] >= 60
    assert not any(tally[k] for k in ("lost", "unreadable", "half", "leftovers", "falsely missing"))


def test_writers_an_editor_and_an_app_at_once_lose_nothing() -> None:
    tally = notes_writers.run(60, writers=4)
    assert tally["add"] and not any(tally[k] for k in ("lost notes", "lost by hand", "unreadable", "crash"))


@pytest.mark.slow
def test_ten_thousand_kills() -> None:
    tally = notes_kill.run(10_000)
    assert not any(tally[k] for k in ("lost", "unreadable", "half", "leftovers", "falsely missing"))


@pytest.mark.slow
def test_ten_thousand_operations_of_many_writers() -> None:
    tally = notes_writers.run(10_000)
    assert not any(tally[k] for k in ("lost notes", "lost by hand", "unreadable", "crash"))


def test_adding_to_a_large_file_does_not_parse_it_and_is_the_same(shelf, monkeypatch) -> None:
    notes = [Note("", "", describe(shelf.text, n, n + 9), f"note {n}\nmore", tags=("a",)) for n in range(150)]
    shelf.store.add_many("a.txt", notes)
    parsed = []
    original = keeper.parse_sheet
    monkeypatch.setattr(keeper, "parse_sheet", lambda *a: (parsed.append(1), original(*a))[1])
    first, second = NoteStore.open(shelf.root), NoteStore.open(shelf.root)
    first.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "quick: one"))
    second.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "quick two\nlines\n"))
    second.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "quick three"))
    assert not parsed
    assert shelf.bodies()[-3:] == ["quick: one", "quick two\nlines\n", "quick three"]
    # What the store knows without parsing is what parsing gives.
    warm = shelf.store.read("a.txt")
    note = warm.notes[0]
    shelf.store.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "warm"))
    shelf.store.edit("a.txt", shelf.store.read("a.txt").notes[-1].id, body="edited")
    shelf.store.remove("a.txt", note.id)
    fresh = NoteStore.open(shelf.root).read("a.txt")
    assert shelf.store.read("a.txt").notes == fresh.notes
    assert len(fresh.notes) == 153 and fresh.notes[-1].body == "edited"


def test_a_hand_edit_of_a_large_file_is_seen_before_adding(shelf) -> None:
    notes = [Note("", "", describe(shelf.text, n, n + 9), f"note {n}") for n in range(150)]
    shelf.store.add_many("a.txt", notes)
    shelf.path.write_text(shelf.yaml + "extra: 1\n")
    shelf.add("harbour", "after")
    assert shelf.yaml.endswith("extra: 1\n") and shelf.bodies()[-1] == "after"
