"""Corrections live beside the notes under the same protocol."""

from __future__ import annotations

import pytest

from reader.model import Correction
from reader.notes import NoteMissing, NotesRefused
from reader.notes.corrections import CorrectionStore


def test_corrections_are_added_read_and_withdrawn(tmp_path) -> None:
    store = CorrectionStore(tmp_path / "notes")
    assert store.read() == ()
    one = store.add(Correction("", "not_person", "Black Sea"))
    two = store.add(Correction("", "same", "Mr: Foo", "Joe Foo", "a.txt#0"))
    assert CorrectionStore(tmp_path / "notes").read() == (one, two)
    assert (
        '  action: same\n  text: "Mr: Foo"\n  target: Joe Foo\n  article: "a.txt#0"\n'
        in store.path.read_text()
    )
    assert store.remove(one.id) == one
    assert store.read() == (two,)
    with pytest.raises(NoteMissing):
        store.remove(one.id)


def test_what_is_no_correction_is_named_and_stays(tmp_path) -> None:
    store = CorrectionStore(tmp_path)
    store.add(Correction("", "person", "Ada"))
    store.path.write_text(store.path.read_text() + "\n- action: dance\n  text: x\n")
    assert [c.text for c in store.read()] == ["Ada"]
    assert "not a correction" in str(store.problems[0])
    store.add(Correction("", "person", "Bob"))
    assert "action: dance" in store.path.read_text()


def test_a_broken_file_is_refused_and_left_alone(tmp_path) -> None:
    store = CorrectionStore(tmp_path)
    store.path.write_text("corrections: [")
    import os

    os.utime(store.path, (1, 1))
    assert store.read() == () and store.problems
    with pytest.raises(NotesRefused, match="NOT saved"):
        store.add(Correction("", "person", "Ada"))
    assert store.path.read_text() == "corrections: ["
