"""How the screens word days and refusals."""

from __future__ import annotations

from reader.library.wording import figure_text
from reader.model import Figure, Problem
from reader.notes.refusals import NotesRefused
from reader.ui import wording
from reader.ui.widgets.reading.cells import cells
from reader.ui.wording import clip_around, days


def test_one_day_is_said_once() -> None:
    assert days("2024-03-30", "2024-03-30T04:53") == "30 Mar 2024"
    assert days("2011-10-21", "2024-03-30") == "21 Oct 2011 – 30 Mar 2024"
    assert days(None, None) == ""


def test_what_was_not_done_is_said_in_its_own_words() -> None:
    """A refusal to save says the same of deleting, without saying twice that it failed."""
    problem = Problem("/lib/notes/a.yaml", 0, "NOT an ordinary disk; make room")
    refused = NotesRefused(problem)
    assert str(refused) == "/lib/notes/a.yaml: NOT saved: NOT an ordinary disk; make room"
    assert wording.not_done(refused) == "NOT saved: NOT an ordinary disk; make room (a.yaml)"
    assert wording.not_done(refused, "deleted") == "NOT deleted: NOT an ordinary disk; make room (a.yaml)"
    assert wording.not_done(OSError("disk gone")) == "NOT saved: disk gone"
    full = OSError(28, "No space left on device", "/state/undo.jsonl")
    assert wording.told(full) == "No space left on device; make room there (undo.jsonl)"


def test_a_passage_is_cut_between_words() -> None:
    """No part of a word stands before the figure, also where only a part of one would have had room."""
    text = "Chandrayaan-3 cost about 6.15 billion rupees, or $75 million."
    start = text.index("6.15")
    before, mark, after = clip_around(text, start, start + 12, 30)
    assert mark == "6.15 billion" and after.endswith("…")
    assert before.removeprefix("…") in ("", "about ", "cost about ")


def test_a_figure_is_told_with_what_it_counts():
    known = Figure(0, 5, "5,000", "number", 5000, approx="about", subject="people")
    assert figure_text(known) == "about 5,000 people"
    open_one = Figure(0, 16, "several thousand", "number", None, approx="about", subject="firms")
    assert figure_text(open_one) == "several thousand firms"


def test_words_are_wrapped_and_cut_by_the_cells_they_take():
    """Wide characters, clusters of several, marks over one: no line is wider than there is room, nothing is lost."""
    for text in (
        "这是一个注释 看看 " + "很长" * 30,
        "👩‍👩‍👧‍👦 voted " * 12,
        "e\u0301\u0301\u0301 " * 60,
        "plain words " * 9,
    ):
        for width in (9, 20, 33):
            lines = wording.wrap_words(text, width, 99)
            assert all(cells(line) <= width for line in lines)
            assert "".join(lines).replace(" ", "") == text.replace(" ", "")
            assert cells(wording.wrap_words(text, width, 1)[0]) <= width
    before, found, after = clip_around("国" * 60 + "答案" + "家" * 60, 60, 62, 40)
    assert found == "答案" and 30 <= cells(before + found + after) <= 44
