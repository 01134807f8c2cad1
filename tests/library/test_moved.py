"""A library that is moved, renamed or brought to another machine keeps what the reader did with it."""

import shutil

from reader.library import Library
from reader.model import Watch
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
