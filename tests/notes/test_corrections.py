"""Corrections live beside the notes under the same protocol."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation import CorrectionAction
from reader.model import Correction
from reader.notes import NoteMissing, NotesRefused
from reader.notes.corrections import CorrectionStore
from reader.notes.scalars import whole


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


@given(
    st.sampled_from(get_args(CorrectionAction)),
    st.text(min_size=1),
    st.lists(st.text(), min_size=4, max_size=4),
)
def test_what_was_said_of_an_article_is_read_back_as_it_was(action, text, more) -> None:
    target, *around = more
    said = Correction("n1", action, text, target, "sub/a: b #1.txt#0", "2026-01-05T09:14:03Z", *around)
    with TemporaryDirectory() as folder:
        CorrectionStore(Path(folder)).add(said)
        kept = [whole(getattr(said, field.name)) for field in fields(said)]
        (read,) = CorrectionStore(Path(folder)).read()
        assert [getattr(read, field.name) for field in fields(read)] == kept


def test_corrections_are_exchanged_and_put_on_other_articles_with_what_others_wrote_kept(tmp_path) -> None:
    store = CorrectionStore(tmp_path)
    one = store.add(Correction("", "date", "2021-05-04", "2021-05-05", "a.txt#0", opening="Some words"))
    text = store.path.read_text().replace("  created", "  mine: a remark # and another\n  created")
    store.path.write_text(text)
    (other,) = store.exchange(["n0", one.id], [Correction("", "date", "", "2021-05-06", "a.txt#1")])
    assert store.read() == (other,) and 'text: ""\n  target: "2021-05-06"' in store.path.read_text()
    store.path.write_text(text)
    store.place({one.id: "b.txt#2"})
    assert store.path.read_text() == text.replace("a.txt#0", "b.txt#2")


def test_a_correction_of_an_article_needs_one_and_what_is_right(tmp_path) -> None:
    store = CorrectionStore(tmp_path)
    store.path.write_text(
        "reader-corrections: 1\ncorrections:\n- {action: date, target: 2021-05-04}\n- {action: split, text: A line}\n"
        "- {action: author, article: a.txt}\n- {action: source, article: a.txt, target: Wire}\n"
    )
    assert [(each.action, each.file) for each in store.read()] == [("source", "a.txt")]
    assert [problem.line for problem in store.problems] == [3, 4, 5]
    assert "`article`" in str(store.problems[1]) and "`target`" in str(store.problems[2])


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
