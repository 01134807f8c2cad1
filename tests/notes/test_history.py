"""Undo and redo across restarts and programs."""

from __future__ import annotations

from reader.notes import history
from reader.notes.history import Change, History


def change(n: int) -> Change:
    return Change(
        "note", f"edit {n}", {"body": f"{n} “ä”"}, {"body": str(n + 1), "tags": ["a"]}, f"a.txt#{n}"
    )


def test_steps_are_undone_and_redone_in_order_after_a_restart(tmp_path) -> None:
    path = tmp_path / "state" / "undo.jsonl"
    first = History(path)
    for n in range(3):
        first.record(change(n))
    assert first.undo() == change(2)
    again = History(path)
    assert again.undo() == change(1)
    assert again.redo() == change(1) and again.redo() == change(2) and again.redo() is None


def test_a_new_change_ends_what_could_be_redone(tmp_path) -> None:
    steps = History(tmp_path / "undo")
    steps.record(change(1))
    steps.undo()
    steps.record(change(2))
    assert steps.redo() is None and steps.undo() == change(2) and steps.undo() is None


def test_two_programs_share_one_history(tmp_path) -> None:
    one, two = History(tmp_path / "undo"), History(tmp_path / "undo")
    one.record(change(1))
    two.record(change(2))
    assert one.undo() == change(2) and two.undo() == change(1) and one.undo() is None


def test_a_torn_line_is_skipped_and_what_cannot_be_undone_is_dropped(tmp_path) -> None:
    path = tmp_path / "undo"
    History(path).record(change(1))
    with path.open("ab") as file:
        file.write(b'{"do": {"kind": "no')
    steps = History(path)
    steps.record(change(2))
    steps.drop(change(2))
    assert History(path).undo() == change(1)


def test_the_file_is_kept_small(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(history, "_COMPACT_AT", 5_000)
    monkeypatch.setattr(history, "DEPTH", 10)
    steps = History(tmp_path / "undo")
    for n in range(200):
        steps.record(change(n))
    steps.undo()
    assert (tmp_path / "undo").stat().st_size < 8_000
    again = History(tmp_path / "undo")
    assert again.redo() == change(199) and again.undo() == change(199) and again.undo() == change(198)
