"""Notes that are kept in the cache folder are those of the YAML, or are not looked at."""

from __future__ import annotations

import pytest

from reader.model import Note
from reader.notes import NoteStore, kept, known, sheet, stretches
from reader.notes.anchor import describe


@pytest.fixture
def many(shelf, tmp_path, monkeypatch):
    """A file of 60 notes, kept; how many pieces are read from the YAML from now on; the folder."""
    for module in (kept, known):
        monkeypatch.setattr(module, "WORTH", 1)
    monkeypatch.setattr(sheet, "LARGE", 1)
    monkeypatch.setattr(stretches, "LENGTH", 5)
    made = [
        Note("", "", describe(shelf.text, n, n + 9), f"note {n}", ("a, b",), n % 6, links=("n1",))
        for n in range(60)
    ]
    store = NoteStore.open(shelf.root, None, tmp_path / "cache")
    store.add_many("a.txt", made)
    store.read("a.txt")
    store.keep("a.txt")
    read: list[str] = []
    original = stretches.read_pieces
    monkeypatch.setattr(
        stretches, "read_pieces", lambda pieces: original([read.append(p) or p for p in pieces])
    )
    return shelf, read, tmp_path / "cache"


def both(shelf, cache) -> tuple[Note, ...]:
    """The notes as they are read with what is kept, which are those that are read without."""
    found = NoteStore.open(shelf.root, None, cache).read("a.txt")
    assert found == NoteStore.open(shelf.root).read("a.txt")
    return found.notes


def test_nothing_is_read_that_is_kept(many) -> None:
    shelf, read, cache = many
    notes = NoteStore.open(shelf.root, None, cache).read("a.txt").notes
    assert not read and len(notes) == 60 and notes[7].tags == ("a, b",)
    both(shelf, cache)


def test_of_a_change_by_hand_the_notes_around_it_are_read(many) -> None:
    shelf, read, cache = many
    shelf.path.write_text(shelf.yaml.replace("body: note 31\n", "body: by hand\n"))
    read.clear()
    notes = NoteStore.open(shelf.root, None, cache).read("a.txt").notes
    assert notes[31].body == "by hand" and 0 < len(read) <= 10
    both(shelf, cache)


def test_a_note_that_is_added_is_not_kept_at_once(many) -> None:
    shelf, _, cache = many
    before = [path.stat().st_mtime_ns for path in cache.iterdir()]
    store = NoteStore.open(shelf.root, None, cache)
    earlier = store.read("a.txt").notes
    store.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "new"))
    store.keep("a.txt")
    assert [path.stat().st_mtime_ns for path in cache.iterdir()] == before
    now = store.read("a.txt").notes
    assert all(one is other for one, other in zip(earlier, now)) and now[-1].body == "new"
    both(shelf, cache)


def test_what_is_damaged_foreign_or_gone_is_not_looked_at(many) -> None:
    shelf, _, cache = many
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    for data in (b"", whole[:-9], whole[:60] + b"X" + whole[61:], b"\0" * 99):
        path.write_bytes(data)
        assert len(both(shelf, cache)) == 60
    path.write_bytes(whole)
    other = NoteStore(
        shelf.path.parent, library=shelf.root, cache=cache, colors=("a", "b", "c", "d", "yellow")
    )
    assert other.read("a.txt").notes[1].category == 5
    path.unlink()
    both(shelf, cache)
