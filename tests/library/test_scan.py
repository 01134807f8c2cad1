"""Scanning: what is found, what is done again, and what keeps its state."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.__main__ import main
from reader.library import Library
from reader.library.query import QueryError
from reader.model import Anchor, Note
from reader.notes.names import notes_name
from tests.library.conftest import titles, touch_later, write


def test_the_first_scan_finds_all_and_the_second_does_nothing(folder):
    library = Library.open([folder])
    first = library.scan(processes=0)
    assert (first.added, first.changed, first.removed, first.problems) == (4, 0, 0, ())
    again = library.scan(processes=0)
    assert not again.altered
    assert titles(library.rows(fold=False))[0] == "Harbour Works Cost More"


def test_changed_new_and_deleted_files_are_seen(library, folder):
    write(folder, "harbour.txt", "Harbour Works Stop")
    touch_later(folder / "harbour.txt")
    write(folder, "new.txt", "A New Bridge")
    (folder / "strike.txt").unlink()
    result = library.scan(processes=0)
    assert (result.added, result.changed, result.removed) == (1, 1, 1)
    found = titles(library.rows(fold=False))
    assert "Harbour Works Stop" in found and "A New Bridge" in found
    assert "Teachers Strike In The Capital" not in found
    assert not library.rows("teachers")


def test_a_moved_file_keeps_state_and_marks(library, folder):
    old = "strike.txt#0"
    library.state.mark_read(old)
    library.state.star(old)
    library.state.set_tags(old, ["pay", "#schools"])
    library.state.set_position(old, 42)
    (folder / "old").mkdir()
    (folder / "strike.txt").rename(folder / "old" / "renamed.txt")
    result = library.scan(processes=0)
    assert (result.moved, result.added, result.removed) == (1, 0, 0)
    new = "old/renamed.txt#0"
    state = library.state
    assert state.is_read(new) and state.is_starred(new) and state.position(new)[0] == 42
    assert state.tags(new) == ("pay", "schools")
    row = library.rows("tag:pay")[0]
    assert [found.id for found in library.rows("tag:pa*")] == [row.id] and not library.rows("tag:pa")
    assert [found.id for found in library.rows("tag:pa", typing=True)] == [row.id]
    assert not library.rows("tag:pa ", typing=True) and not library.rows("tag:ay", typing=True)
    assert row.id == new and row.starred and not row.unread


def test_a_moved_folder_takes_equal_files_along_each_with_its_own_state(library, folder):
    (folder / "deep" / "same.txt").write_bytes((folder / "strike.txt").read_bytes())
    (folder / "deep" / "again.txt").write_bytes((folder / "strike.txt").read_bytes())
    library.scan(processes=0)
    library.state.star("deep/same.txt#0")
    library.state.mark_read("deep/again.txt#0")
    numbers = [library.index.number(f"deep/{name}.txt#0") for name in ("again", "flood", "same")]
    (folder / "deep").rename(folder / "elsewhere")
    result = library.scan(processes=0)
    assert (result.moved, result.added, result.removed) == (3, 0, 0)
    assert [library.index.number(f"elsewhere/{name}.txt#0") for name in ("again", "flood", "same")] == numbers
    assert library.state.is_starred("elsewhere/same.txt#0") and library.state.is_read("elsewhere/again.txt#0")
    assert not library.state.is_starred("elsewhere/again.txt#0")
    assert dict(result.renamed)["deep/flood.txt"] == "elsewhere/flood.txt"


def test_a_file_touched_while_it_waits_to_be_marked_is_marked_by_the_next_scan(folder):
    library = Library.open([folder])

    def touch(progress) -> None:
        if progress.phase == "marks" and not progress.done:
            touch_later(folder / "strike.txt")

    library.scan(touch, processes=0)
    assert library.index.unmarked_count() == 1
    library.scan(processes=0)
    assert not library.index.unmarked_count()
    number = library.index.number("strike.txt#0")
    assert library.index.packed_marks(number, library.index.place(number)) and "3.5 percent" in {
        row.figure.text for row in library.figures()
    }


def test_state_outlives_the_index_even_when_the_file_moved_meanwhile(library, folder):
    library.state.star("strike.txt#0")
    library.database.rebuild()
    (folder / "strike.txt").rename(folder / "elsewhere.txt")
    library.scan(processes=0)
    assert titles(library.rows("is:starred")) == ["Teachers Strike In The Capital"]
    assert library.rows("is:starred")[0].id == "elsewhere.txt#0"


def test_a_copied_file_does_not_take_the_state_away(library, folder):
    library.state.star("strike.txt#0")
    (folder / "second.txt").write_bytes((folder / "strike.txt").read_bytes())
    library.scan(processes=0)
    assert library.state.is_starred("strike.txt#0") and not library.state.is_starred("second.txt#0")


def test_an_article_put_in_front_of_others_does_not_shift_their_state(tmp_path):
    place = tmp_path / "several"
    one = write(place, "one.txt", "First Things First").read_text()
    two = write(place, "two.txt", "Second Thoughts Follow", town="Orla", mayor="Ben Ode").read_text()
    rule = "\n" + "=" * 60 + "\n\n"
    (place / "both.txt").write_text(two)
    (place / "one.txt").unlink(), (place / "two.txt").unlink()
    library = Library.open([place])
    library.scan(processes=0)
    library.state.star("both.txt#0")
    (place / "both.txt").write_text(one + rule + two)
    touch_later(place / "both.txt")
    library.scan(processes=0)
    assert len(library.articles("both.txt")) == 2
    assert titles(library.rows("is:starred")) == ["Second Thoughts Follow"]


@pytest.mark.parametrize("seen_before", [False, True])
def test_marks_of_the_indexed_text_are_never_put_on_another(library, folder, seen_before):
    path = folder / "strike.txt"
    number = library.index.number("strike.txt#0")
    old = library.index.place(number)
    if seen_before:
        library.contents.marks(number, old)
    path.write_text("A Short Notice\n\nMarch 3, 2024\n\nMinister Anna Kessler gave 7 percent of it away.\n")
    touch_later(path)

    def check(text, found):
        for mark in (*found.people, *found.figures):
            assert text[mark.start : mark.end] == mark.text

    now = library.detection("strike.txt#0")
    assert [person.name for person in now.people] == ["Anna Kessler"]
    check(library.article("strike.txt#0").text, now)
    check(library.contents.text(old), library.contents.marks(number, old))
    assert list(library.figures()) and list(library.search("kind:percent"))
    library.scan(processes=0)
    check(library.contents.text(old), library.contents.marks(number, old))


def test_a_file_changed_without_a_trace_is_marked_anew(library, folder):
    path = folder / "strike.txt"
    status = path.stat()
    text = path.read_text()
    path.write_text("x" * 40 + " " + text[41:200].replace(" ", "y") + text[200:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    library = Library.open([folder])
    for row in library.figures():
        assert row.article
    assert library.detection("strike.txt#0") is not None


def test_a_touched_file_keeps_its_articles(library, folder):
    number = library.index.number("strike.txt#0")
    touch_later(folder / "strike.txt")
    library.scan(processes=0)
    assert library.index.number("strike.txt#0") == number
    assert library.index.packed_marks(number, library.index.place(number)) is not None


def test_single_files_and_several_folders_open(folder, tmp_path):
    alone = Library.open([folder / "strike.txt"])
    alone.scan(processes=0)
    assert titles(alone.rows()) == ["Teachers Strike In The Capital"]
    write(tmp_path / "other", "x.txt", "Another Place")
    both = Library.open([folder / "deep", tmp_path / "other"])
    both.scan(processes=0)
    assert sorted(titles(both.rows())) == ["Another Place", "Flood Reaches Old Town"]
    missing = Library.open([tmp_path / "gone"])
    assert missing.problems and not missing.rows()


def test_state_is_shared_between_a_file_and_its_folder(library, folder):
    alone = Library.open([folder / "strike.txt"])
    alone.scan(processes=0)
    alone.state.star("strike.txt#0")
    assert library.state.is_starred("strike.txt#0")


def test_notes_follow_a_moved_file(library, folder):
    from reader.model import Note
    from reader.notes.anchor import describe

    text = library.article("strike.txt#0").text
    start = text.index("an insult")
    library.notes.add(
        "strike.txt", Note("", "strike.txt", describe(text, start, start + 9), body="whose words?")
    )
    library.refresh_notes("strike.txt")
    assert titles(library.rows("note:words is:noted")) == ["Teachers Strike In The Capital"]
    (folder / "strike.txt").rename(folder / "walkout.txt")
    library.scan(processes=0)
    assert [row.id for row in library.rows("note:words")] == ["walkout.txt#0"]
    assert [note.body for note in library.notes.read("walkout.txt").notes] == ["whose words?"]
    assert library.rows("is:noted")[0].notes == 1
    library.notes.remove("walkout.txt", library.notes.read("walkout.txt").notes[0].id)
    library.scan(processes=0)
    assert not library.rows("is:noted")


def test_a_scan_reads_only_the_notes_that_have_changed(library, folder, monkeypatch):
    files = ["harbour.txt", "strike.txt"]
    for file in files:
        library.notes.add(file, Note("", file, Anchor(""), body="to be checked"))
    library.scan(processes=0)
    library.close()
    again = Library.open([folder])
    keeper, read = again.notes.keeper, set()
    sheet = keeper.sheet
    monkeypatch.setattr(keeper, "sheet", lambda name, *a, **k: (read.add(name), sheet(name, *a, **k))[1])
    again.scan(processes=0)
    assert not read and len(again.rows("note:checked")) == 2
    path = again.notes.folder / notes_name(files[0])
    path.write_text(path.read_text().replace("to be checked", "done"))
    again.scan(processes=0)
    assert read == {notes_name(files[0])} and len(again.rows("note:checked")) == 1
    path.unlink()
    again.scan(processes=0)
    assert not again.rows("note:done") and len(again.rows("note:checked")) == 1
    again.close()


def test_categories_of_notes_are_asked_for_by_name_beginning_and_number(library, folder):
    from reader.model import Note
    from reader.notes.anchor import describe

    anchor = describe(library.article("strike.txt#0").text, 0, 4)
    note = library.notes.add("strike.txt", Note("", "strike.txt", anchor, category=4))
    library.refresh_notes()
    for query in ("category:check", "Category:CHECK", "category:ch*", "category:4", "category:*"):
        assert [row.id for row in library.rows(query)] == ["strike.txt#0"], query
    assert library.rows("category:c", typing=True) and library.rows("category:4", typing=True)
    assert (
        not library.rows("category:idea") and len(library.rows("-category:check")) == len(library.rows()) - 1
    )
    assert library.complete("category", "q") == ["question", "quote"]
    with pytest.raises(QueryError, match="did you mean 'check'") as wrong:
        library.rows("strike category:chek")
    assert (wrong.value.start, wrong.value.end) == (16, 20)
    library.notes.edit("strike.txt", note.id, category=5)
    library.refresh_notes("strike.txt")
    assert library.rows("category:idea") and not library.rows("category:check")


def test_notes_that_cannot_be_read_are_named_by_each_scan_and_still_found(library, folder):
    from reader.model import Note
    from reader.notes.anchor import describe

    for file in ("strike.txt", "harbour.txt"):
        text = library.article(f"{file}#0").text
        library.notes.add(file, Note("", file, describe(text, 0, 4), body="whose words?"))
    assert not library.scan(processes=0).problems
    path = library.notes.read("strike.txt").path
    whole = path.read_bytes()
    path.write_bytes(b"notes: [\n")
    for _ in range(2):
        (problem,) = library.scan(processes=0).problems
        assert problem.file == str(path) and len(library.rows("note:words")) == 2
    path.write_bytes(whole.replace(b"words", b"deeds"))
    assert not library.scan(processes=0).problems and len(library.rows("note:deeds")) == 1
    path.unlink()
    assert not library.scan(processes=0).problems and len(library.rows("is:noted")) == 1


def test_what_others_write_into_the_state_is_told_from_what_we_write(library, folder):
    with_others = Library.open([folder])
    state, other = library.state, with_others.state
    before = state.version
    for change in (lambda: state.star("strike.txt#0"), lambda: state.set_position("harbour.txt#0", 7)):
        change()
        with ThreadPoolExecutor(1) as thread:
            thread.submit(change).result()
        assert state.version == before
    other.star("harbour.txt#0")
    state.mark_read("harbour.txt#0")  # ours right behind it hides nothing
    assert state.version != before and state.version == state.version
    assert state.is_starred("harbour.txt#0")
    with_others.close()


def test_the_index_knows_of_notes_what_their_file_says_however_they_were_changed(library, folder):
    from reader.model import Note
    from reader.notes.anchor import describe

    store, text = library.notes, library.article("strike.txt#0").text
    words: list[str] = []

    def check(*now: str) -> None:
        words[:] = dict.fromkeys([*words, *now])
        library.refresh_notes("strike.txt")
        assert [word for word in words if len(library.rows(f"note:{word}"))] == [*now]

    def add(word: str) -> Note:
        return store.add("strike.txt", Note("", "strike.txt", describe(text, 0, 0), word))

    one, two = add("oneword"), add("twoword")
    check("oneword", "twoword")
    three = add("threeword")
    check("oneword", "twoword", "threeword")
    store.edit("strike.txt", two.id, body="fourword")
    store.remove("strike.txt", one.id)
    check("threeword", "fourword")
    path = store.read("strike.txt").path
    path.write_text(path.read_text().replace("fourword", "fiveword"))
    check("threeword", "fiveword")
    store.read("harbour.txt")  # another file in between
    store.remove("strike.txt", three.id)
    check("fiveword")
    store.read("strike.txt")
    path.write_text(path.read_text().replace("fiveword", "sixword"))
    store.read("strike.txt")  # read, but not by the index
    check("sixword")


def test_what_cannot_be_read_is_told_once_for_each_state_of_the_file(folder):
    bad = folder / "photo.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    told = []
    for later in (False, False, True):
        if later:
            touch_later(bad)
        library = Library.open([folder])
        problems = library.scan(processes=0).problems
        assert [problem.file for problem in problems] == ["photo.txt"]
        told.append(len(library.untold(problems)))
        library.close()
    assert told == [1, 0, 1]


def test_the_doctor_names_every_file_that_cannot_be_read(folder, capfd):
    for number in range(5):
        (folder / f"photo{number}.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    assert main(["doctor", "files", str(folder)]) == 0
    assert "not opened yet" in capfd.readouterr()[0]
    main(["index", "--text", str(folder)])
    capfd.readouterr()
    assert main(["doctor", "files", str(folder)]) == 3
    assert capfd.readouterr()[0].count("\nfiles: photo") == 4
    for number in range(5):
        (folder / f"photo{number}.txt").unlink()
    assert main(["doctor", "files", str(folder)]) == 0
    assert "4 articles in" in capfd.readouterr()[0]
