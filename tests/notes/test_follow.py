"""Notes go with their text to renamed, moved and split files, and stay where they are otherwise."""

from __future__ import annotations

import os

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe, resolve
from reader.notes.follow import follow


def run(shelf, *, lost: bool = True):
    files = [str(p.relative_to(shelf.root)) for p in shelf.root.rglob("*.txt") if "notes" not in p.parts]
    return follow(shelf.store, files, lambda file: [(shelf.root / file).read_text("utf-8")], lost=lost)


def test_a_renamed_file_keeps_its_notes_with_every_comment(shelf) -> None:
    note = shelf.add("harbour was closed", "one")
    shelf.path.write_text(shelf.yaml.replace("  body: one", "  body: one  # mine\n  own: 1"))
    old = shelf.yaml
    (shelf.root / "sub").mkdir()
    os.rename(shelf.root / "a.txt", shelf.root / "sub" / "b.txt")
    (move,) = run(shelf)
    assert (move.old, move.new, move.notes) == ("a.txt", "sub/b.txt", (note.id,))
    moved = shelf.store.read("sub/b.txt")
    assert moved.path.read_text() == old.replace("a.txt", "sub/b.txt")
    assert shelf.store.files() == ("sub/b.txt",) and shelf.store.missing() == ()
    assert run(shelf) == ()


def test_a_removed_note_is_restored_under_the_new_name(shelf) -> None:
    note = shelf.add("harbour was closed", "one")
    shelf.add("the mayor said", "two")
    shelf.store.remove("a.txt", note.id)
    os.rename(shelf.root / "a.txt", shelf.root / "b.txt")
    run(shelf)
    assert NoteStore.open(shelf.root).restore(note.id).file == "b.txt"


def test_a_split_file_hands_each_note_to_the_part_that_has_its_passage(shelf) -> None:
    shelf.add("The harbour was closed on Monday", "one")
    shelf.add("Officials expect the work", "two")
    parts = shelf.text.split("\n\n")
    (shelf.root / "a.txt").unlink()
    (shelf.root / "p.txt").write_text("\n\n".join(parts[:2]) + "\n\nSomething new follows here.")
    (shelf.root / "q.txt").write_text("Another headline\n\n" + parts[2])
    moves = run(shelf)
    assert {(m.new, len(m.notes)) for m in moves} == {("p.txt", 1), ("q.txt", 1)}
    assert [n.body for n in shelf.store.read("q.txt").notes] == ["two"]
    assert shelf.store.read("q.txt").notes[0].anchor.start == len("Another headline\n\n")
    assert shelf.store.files() == ("p.txt", "q.txt") and shelf.store.missing() == ()


def test_a_passage_that_left_a_file_that_is_still_there_is_followed(shelf) -> None:
    shelf.add("The harbour was closed on Monday", "one")
    shelf.add("Officials expect the work", "two")
    parts = shelf.text.split("\n\n")
    (shelf.root / "a.txt").write_text("\n\n".join(parts[:2]))
    (shelf.root / "q.txt").write_text(parts[2])
    assert run(shelf, lost=False) == ()
    (move,) = run(shelf)
    assert move.new == "q.txt" and [n.body for n in shelf.store.read("a.txt").notes] == ["one"]


def test_a_note_keeps_the_words_it_was_written_on_where_the_figure_in_them_is_another(shelf) -> None:
    said = "The storm on the coast killed 6 sheep of the farm near the old mill, the minister said on Monday."
    (shelf.root / "a.txt").write_text(f"Storm hits\n\n{said}\n\nNothing more was told.")
    shelf.store.add("a.txt", Note("", "a.txt", describe(f"Storm hits\n\n{said}", 12, 12 + len(said)), "six?"))
    text = f"Storm hits\n\n{said.replace('6', '14')}\n\nNothing more was told."
    (shelf.root / "a.txt").rename(shelf.root / "b.txt")
    (shelf.root / "b.txt").write_text(text)
    assert [move.new for move in run(shelf)] == ["b.txt"]
    (note,) = shelf.store.read("b.txt").notes
    assert note.anchor.exact == said
    assert resolve(note.anchor, text).start == 12


def test_what_fits_nowhere_stays_an_orphan(shelf) -> None:
    shelf.add("harbour was closed", "one")
    (shelf.root / "a.txt").unlink()
    (shelf.root / "z.txt").write_text("A text on something else altogether, with no harbour in it.")
    assert run(shelf) == ()
    assert [o.file for o in shelf.store.orphans(["z.txt"])] == ["a.txt"]


def test_of_two_equal_files_only_one_inherits(shelf) -> None:
    shelf.add("harbour was closed", "one")
    data = (shelf.root / "a.txt").read_bytes()
    (shelf.root / "a.txt").unlink()
    (shelf.root / "x.txt").write_bytes(data)
    (shelf.root / "y.txt").write_bytes(data)
    moves = run(shelf)
    assert len(moves) == 1 and len(shelf.store.files()) == 1


def test_a_note_on_the_whole_article_goes_with_the_file(shelf) -> None:
    shelf.store.add("a.txt", Note("", "", describe(shelf.text, 0, 0), "all of it"))
    os.rename(shelf.root / "a.txt", shelf.root / "b.txt")
    run(shelf)
    assert [n.body for n in shelf.store.read("b.txt").notes] == ["all of it"]


def test_notes_without_a_passage_go_to_the_article_of_the_others(shelf) -> None:
    from reader.model import Anchor

    shelf.add("The harbour was closed on Monday", "one")
    whole = shelf.store.add(
        "a.txt", Note("", "a.txt", Anchor("", "", "", length=len(shelf.text)), "all of it")
    )
    lost = Anchor("a sentence that nobody wrote, ever", "before it ", " behind it", 3, 37, len(shelf.text))
    gone = shelf.store.add("a.txt", Note("", "a.txt", lost, "lost"))
    os.rename(shelf.root / "a.txt", shelf.root / "all.txt")
    articles = ["Another story\n\nIt has nothing of this.", shelf.text + "\n\nThis sentence is new."]
    (shelf.root / "all.txt").write_text("\n\n".join(articles))
    (move,) = follow(shelf.store, ["all.txt"], lambda file: articles)
    assert len(move.notes) == 3
    found = {note.id: note.anchor.article for note in shelf.store.read("all.txt").notes}
    assert found[whole.id] == found[gone.id] == 1


def test_a_note_on_the_whole_article_stays_with_it_when_another_is_put_before_it(shelf) -> None:
    from reader.model import Anchor
    from reader.notes.anchor import place

    note = Note("n1", "a.txt", Anchor("", "", "", length=len(shelf.text)), "all of it")
    assert [number for number, _ in place([note], ["Another story\n\nIt is new.", shelf.text])] == [1]
    assert [number for number, _ in place([note], [shelf.text + " More.", "Another story"])] == [0]


def test_notes_wait_while_their_file_is_gone_for_a_moment_though_a_copy_has_their_passages(shelf) -> None:
    note = shelf.add("harbour was closed", "one")
    (shelf.root / "copy.txt").write_text("Another edition\n\n" + shelf.text)
    (shelf.root / "new").mkdir()
    os.rename(shelf.root / "a.txt", shelf.root / "new" / "a.txt")
    texts = {"copy.txt": [(shelf.root / "copy.txt").read_text()]}
    assert (
        follow(shelf.store, ["a.txt", "copy.txt"], lambda file: texts.get(file, [])) == ()
    )  # it is not missed yet
    (move,) = run(shelf)
    assert (move.new, move.notes) == ("new/a.txt", (note.id,))
