"""A library that is moved, renamed or brought to another machine keeps what the reader did with it."""

import shutil

import pytest

from reader.library import Library
from reader.model import Note, Watch
from reader.notes import lock
from reader.notes.anchor import describe
from reader.paths import library_key, state_dir


def read_some(folder):
    library = Library.open([folder])
    library.scan(processes=0)
    library.state.mark_read(["strike.txt#0", "harbour.txt#0"])
    library.state.star("strike.txt#0")
    library.state.watch("person:ruiz", name="Ruiz")
    (state_dir() / library_key(folder) / "undo.jsonl").write_text("{}\n")
    library.close()


def test_read_marks_stars_and_undo_go_with_a_library(folder, tmp_path):
    read_some(folder)
    moved = tmp_path / "elsewhere" / "other name"
    moved.parent.mkdir()
    folder.rename(moved)
    again = Library.open([moved])
    again.scan(processes=0)
    assert again.state.is_read("harbour.txt#0") and again.state.is_starred("strike.txt#0")
    assert again.state.watches() == (Watch("person:ruiz", "Ruiz"),)
    assert (state_dir() / library_key(moved) / "undo.jsonl").read_text() == "{}\n"
    again.state.star("strike.txt#0", False)
    moved.rename(folder)  # back again: what was kept there is there still
    assert Library.open([folder]).state.is_starred("strike.txt#0")


def test_a_copy_and_other_files_begin_anew(folder, tmp_path):
    read_some(folder)
    shutil.copytree(folder, tmp_path / "copy")
    assert not Library.open([tmp_path / "copy"]).state.is_read("harbour.txt#0")  # the other is still there
    shutil.rmtree(tmp_path / "copy")
    for file in folder.glob("*.txt"):
        file.write_text("Something else\n\nNobody has read this text.\n")
    folder.rename(tmp_path / "after")
    assert not Library.open([tmp_path / "after"]).state.is_read("harbour.txt#0")


def test_notes_follow_their_text_though_the_scan_that_found_it_was_broken_off(folder, monkeypatch):
    library = Library.open([folder])
    library.scan()
    text = library.article("strike.txt#0").text
    anchor = describe(text, text.index("The union"), text.index("3.5 percent"), 0)
    library.notes.add("strike.txt", Note("", "strike.txt", anchor, body="who?"))
    library.close()
    (folder / "strike.txt").rename(folder / "walkout.txt")
    (folder / "walkout.txt").write_text(
        (folder / "walkout.txt").read_text("utf-8") + "\nMore to come.\n", "utf-8"
    )
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(
            "reader.library.scanning.scan.Scan.marks", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        Library.open([folder]).scan()
    again = Library.open([folder])
    assert [notes.file for notes in again.notes.every()] == ["strike.txt"]
    assert not again.scan().added  # there is nothing new
    assert [notes.file for notes in again.notes.every() if notes.notes] == ["walkout.txt"]
    monkeypatch.setattr("reader.notes.follow.follow", lambda *_: pytest.fail("sought again"))
    Library.open([folder]).scan()


def test_notes_follow_their_text_later_if_another_program_holds_their_lock(folder, monkeypatch):
    library = Library.open([folder])
    library.scan()
    text = library.article("strike.txt#0").text
    anchor = describe(text, text.index("The union"), text.index("3.5 percent"), 0)
    library.notes.add("strike.txt", Note("", "strike.txt", anchor, body="who?"))
    (folder / "strike.txt").rename(folder / "walkout.txt")
    take = lock._take
    with monkeypatch.context() as hurried, lock.locked(library.notes.folder):
        hurried.setattr(lock, "_take", lambda descriptor, _: take(descriptor, 0.05))
        (problem,) = library.scan().problems
    assert "another reader is writing" in str(problem)
    assert [notes.file for notes in library.notes.every()] == ["strike.txt"]
    assert not library.scan().problems  # nothing has changed since, and they are sought all the same
    assert [notes.file for notes in library.notes.every()] == ["walkout.txt"]
