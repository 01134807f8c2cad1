"""Conflict copies of sync tools are merged by note; nothing of either side is lost."""

from __future__ import annotations

from reader.notes import NoteStore


def _copy(shelf, text: str, name: str = " (1)"):
    path = shelf.path.with_name(f"{shelf.path.stem}{name}.yaml")
    path.write_text(text)
    return path


def test_notes_of_a_copy_are_shown_at_once_and_merged_at_the_next_change(shelf) -> None:
    shelf.add("harbour", "one")
    copy = _copy(shelf, shelf.yaml + "\n# mine\n- id: nother00001\n  body: other  # keep\n  my: 1\n")
    assert [n.body for n in shelf.store.read("a.txt").notes] == ["one", "other"]
    assert copy.exists()
    shelf.add("mayor", "two")
    assert not copy.exists() and shelf.bodies() == ["one", "other", "two"]
    assert "  body: other  # keep\n  my: 1\n" in shelf.yaml
    assert any("nother00001" in p.read_text() for p in (shelf.store.folder / ".history").iterdir())


def test_an_old_copy_brings_nothing_back(shelf) -> None:
    one, two = shelf.add("harbour", "one"), shelf.add("mayor", "two")
    old = shelf.yaml
    shelf.store.edit("a.txt", one.id, body="newer")
    shelf.store.remove("a.txt", two.id)
    _copy(shelf, old, ".sync-conflict-20260105-101112-ABCDEFG")
    NoteStore.open(shelf.root).start()
    assert shelf.bodies() == ["newer"]


def test_a_copy_that_was_edited_elsewhere_wins_over_what_has_not_changed(shelf) -> None:
    one, two = shelf.add("harbour", "one"), shelf.add("mayor", "two")
    _copy(shelf, shelf.yaml.replace("body: one", "body: elsewhere"))
    shelf.store.edit("a.txt", two.id, tags=["here"])
    assert shelf.bodies() == ["elsewhere", "two"]
    assert [n.tags for n in shelf.store.read("a.txt").notes] == [(), ("here",)]
    assert not [n for n in shelf.store.read("a.txt").notes if n.conflict_of]
    assert one.id in shelf.yaml


def test_hand_edits_on_both_sides_of_one_field_both_stay(shelf) -> None:
    one = shelf.add("harbour", "one")
    text = shelf.yaml
    shelf.path.write_text(text.replace("body: one", "body: by hand here"))
    _copy(shelf, text.replace("body: one", "body: by hand there"))
    NoteStore.open(shelf.root).start()
    found = NoteStore.open(shelf.root).read("a.txt").notes
    assert [(n.body, n.conflict_of) for n in found] == [("by hand here", ""), ("by hand there", one.id)]


def test_a_broken_copy_stays_where_it_is(shelf) -> None:
    shelf.add("harbour", "one")
    copy = _copy(shelf, "notes: [\n")
    shelf.add("mayor", "two")
    assert copy.exists() and shelf.bodies() == ["one", "two"]
    assert any(str(copy) == p.file for p in shelf.store.problems())


def test_a_copy_whose_original_has_gone_becomes_the_file(shelf) -> None:
    shelf.add("harbour", "one")
    text = shelf.yaml
    _copy(shelf, text)
    shelf.path.unlink()
    NoteStore.open(shelf.root).start()
    assert shelf.bodies() == ["one"]
