"""Notes of a library that could not be written come back when it can; nothing of either side is lost."""

from __future__ import annotations

import os

import pytest

from reader.__main__ import main
from reader.model import Correction
from reader.notes import NoteStore
from reader.notes.corrections import CorrectionStore
from tests.notes.conftest import TEXT, Shelf


@pytest.fixture
def locked(shelf, monkeypatch):
    """A function that makes the library read-only, or writable again, and opens its store."""
    usual = os.access

    def opened(closed: bool) -> NoteStore:
        def access(path, *more, **named):
            return not (closed and str(path).startswith(str(shelf.root))) and usual(path, *more, **named)

        monkeypatch.setattr(os, "access", access)
        shelf.store = NoteStore.open(shelf.root)
        return shelf.store

    return opened


def test_what_was_changed_while_the_library_was_read_only_comes_back(shelf, locked) -> None:
    one, two, three = (shelf.add(q, q).id for q in ("harbour", "mayor", "basin"))
    shelf.path.write_text(shelf.yaml.replace("- id: " + three, "# by hand\n- id: " + three))
    store = locked(True)
    assert store.fallback
    store.edit("a.txt", one, body="changed")
    store.remove("a.txt", two)
    shelf.add("ferry", "new")
    CorrectionStore(store.folder).add(Correction("", "not_person", "Harbour"))
    store.save_draft("a.txt", "new:1", "half a thought")
    aside = store.folder

    store = locked(False)
    assert not store.fallback
    assert [note.body for note in store.read("a.txt").notes] == ["changed", "basin", "new"]
    assert "# by hand\n" in shelf.path.read_text()
    assert [c.text for c in CorrectionStore(store.folder).read()] == ["Harbour"]
    assert store.draft("a.txt", "new:1") == "half a thought"
    (told,) = store.tidings
    assert told.message.startswith("4 changes made while the library could not be written are here now")
    assert not list(aside.glob("*.yaml"))
    assert any("changed" in path.read_text() for path in (aside / ".history").iterdir())
    assert store.restore(two).body == "mayor"
    again = NoteStore.open(shelf.root)
    assert not again.tidings and len(again.read("a.txt").notes) == 4


def test_what_both_sides_changed_stays_on_both(shelf, locked) -> None:
    one, two, three = (shelf.add(q, q).id for q in ("harbour", "mayor", "basin"))
    text = shelf.yaml
    store = locked(True)
    store.edit("a.txt", one, body="aside")
    store.edit("a.txt", two, tags=["aside"])
    store.remove("a.txt", three)
    (shelf.root / "notes" / store.read("a.txt").path.name).write_text(
        text.replace("body: harbour", "body: library").replace("body: mayor", "body: of the library")
        .replace("body: basin", "body: edited there")
    )  # fmt: skip
    notes = locked(False).read("a.txt").notes
    assert [(note.body, note.conflict_of) for note in notes] == [
        ("aside", ""), ("of the library", ""), ("edited there", ""), ("library", one),
    ]  # fmt: skip
    assert notes[1].tags == ("aside",)


def test_what_the_owner_writes_meanwhile_is_seen(shelf, locked) -> None:
    one = shelf.add("harbour", "one").id
    store = locked(True)
    shelf.add("mayor", "mine")
    path = shelf.root / "notes" / store.read("a.txt").path.name
    path.write_text(path.read_text().replace("body: one", "body: one, by the owner"))
    store = locked(True)
    assert [note.body for note in store.read("a.txt").notes] == ["one, by the owner", "mine"]
    store.edit("a.txt", one, body="one, by me")
    store = locked(False)
    assert [(n.body, n.conflict_of) for n in store.read("a.txt").notes] == [("one, by me", ""), ("mine", "")]


def test_notes_that_cannot_be_brought_back_stay_and_are_named(shelf, locked) -> None:
    shelf.add("harbour", "one")
    name = shelf.path.name
    store = locked(True)
    shelf.add("mayor", "mine")
    aside = store.folder / name
    (shelf.root / "notes" / name).write_text("notes: [\n")
    store = locked(False)
    assert aside.exists() and "mine" in aside.read_text()
    assert any("not brought back" in p.message and name in p.file for p in store.tidings)
    (shelf.root / "notes" / name).unlink()
    store = locked(False)
    assert not aside.exists() and "mine" in [note.body for note in store.read("a.txt").notes]


def test_a_file_that_was_taken_along_broken_and_mended_there_comes_back(shelf, locked) -> None:
    shelf.add("harbour", "one")
    path, good = shelf.path, shelf.yaml
    path.write_text(good + "  broken: [unclosed\n")
    store = locked(True)
    (store.folder / path.name).write_text(good.replace("body: one", "body: mended"))
    path.write_text(good)
    assert [note.body for note in locked(False).read("a.txt").notes] == ["one", "mended"]


def test_a_copy_by_a_sync_tool_is_made_one_with_its_file_before_that_comes_back(shelf, locked) -> None:
    store = locked(True)
    shelf.add("harbour", "one")
    path = store.read("a.txt").path
    copied = path.read_text().replace("body: one", "body: two").replace("- id: n", "- id: nx")
    path.with_name(f"{path.stem} (1).yaml").write_text(copied)
    store = locked(False)
    assert {note.body for note in store.read("a.txt").notes} == {"one", "two"}
    assert [found.name for found in store.folder.glob("*.yaml")] == [path.name]


def test_notes_begun_aside_make_the_file_in_the_library(tmp_path, monkeypatch) -> None:
    root = tmp_path / "lib"
    root.mkdir()
    usual = os.access
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda p, *a, **k: not str(p).startswith(str(root)) and usual(p, *a, **k))
        shelf = Shelf(root)
        shelf.add("harbour", "one")
        shelf.add("mayor", "two")
    store = NoteStore.open(root)
    assert [note.body for note in store.read("a.txt").notes] == ["one", "two"]
    assert store.tidings[0].message.startswith("2 changes made while the library")
    assert (root / "a.txt").read_text() == TEXT


def test_the_way_back_may_be_gone_twice(shelf, locked) -> None:
    """A crash after the notes were written and before their file was put away."""
    one = shelf.add("harbour", "one").id
    store = locked(True)
    store.edit("a.txt", one, body="mine")
    shelf.add("mayor", "new")
    files = [store.read("a.txt").path, store.folder / ".taken" / store.read("a.txt").path.name]
    kept = [(path, path.read_bytes()) for path in files]
    locked(False)
    for path, data in kept:
        path.write_bytes(data)
    store = locked(False)
    assert [(n.body, n.conflict_of) for n in store.read("a.txt").notes] == [("mine", ""), ("new", "")]


@pytest.mark.parametrize("command", [["notes", "."], ["search", "harbour", "."]])
def test_commands_say_what_has_come_back(command, tmp_path, monkeypatch, capsys) -> None:
    root, usual = tmp_path / "lib", os.access
    root.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda p, *a, **k: not str(p).startswith(str(root)) and usual(p, *a, **k))
        Shelf(root).add("harbour", "one")
    monkeypatch.chdir(root)
    for said in (1, 0):
        assert main(command) == 0
        assert (
            capsys.readouterr().err.count(
                "1 change made while the library could not be written is here now; before in"
            )
            == said
        )
