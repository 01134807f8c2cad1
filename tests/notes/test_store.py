"""The store as the app and the commands use it: fields, conflicts, removed outside, restore, tags, folders."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from reader.model import Note
from reader.notes import NoteMissing, NotesRefused, NoteStore, journal
from reader.notes.anchor import describe
from reader.notes.names import notes_name, original_of
from reader.settings import Settings


def test_every_field_comes_back(shelf) -> None:
    note = shelf.add(
        "3 million crowns", "body", tags=("money", "two words"), category=4, people=("Mayor",), links=("nx",)
    )
    again = NoteStore.open(shelf.root).read("a.txt").notes[0]
    assert again == note
    assert again.anchor.prefix.endswith("to cost ") and again.anchor.length == len(shelf.text)
    assert "color: magenta" in shelf.yaml and note.created.endswith("Z")
    changed = shelf.store.edit("a.txt", note.id, category=0, tags=())
    assert NoteStore.open(shelf.root).read("a.txt").notes[0] == changed
    assert "color:" not in shelf.yaml and "tags:" not in shelf.yaml


def test_a_note_on_the_whole_article_has_no_quote(shelf) -> None:
    shelf.store.add("a.txt", Note("", "", describe(shelf.text, 0, 0), "on all of it"))
    assert "exact" not in shelf.yaml and "start" not in shelf.yaml
    assert shelf.store.read("a.txt").notes[0].anchor.exact == ""


def test_what_others_changed_since_is_kept(shelf) -> None:
    note = shelf.add("harbour", "one")
    other = NoteStore.open(shelf.root)
    other.edit("a.txt", note.id, tags=["theirs"])
    shelf.store.edit("a.txt", note.id, body="mine", base=note)
    found = NoteStore.open(shelf.root).read("a.txt").notes
    assert [(n.body, n.tags) for n in found] == [("mine", ("theirs",))]


def test_the_same_field_changed_twice_keeps_both(shelf) -> None:
    note = shelf.add("harbour", "one")
    NoteStore.open(shelf.root).edit("a.txt", note.id, body="theirs")
    shelf.store.edit("a.txt", note.id, body="mine", base=note)
    found = NoteStore.open(shelf.root).read("a.txt").notes
    assert [(n.body, n.conflict_of) for n in found] == [("mine", ""), ("theirs", note.id)]


def test_notes_in_a_second_file_are_edited_together_while_the_first_one_is_broken(shelf) -> None:
    shelf.add("harbour", "one")
    main = shelf.path
    good = main.read_text("utf-8")
    main.write_text(good + "\n- [\n", "utf-8")
    here = [shelf.add("mayor", "two"), shelf.add("ferry", "three"), shelf.add("pier", "four")]
    pairs = [(note, note._replace(tags=("quay",))) for note in here[:2]] + [(here[2], here[2])]
    made = shelf.store.edit_many("a.txt", pairs)
    assert [note.tags for note in made] == [("quay",), ("quay",), ()] and made[2] == here[2]
    main.write_text(good, "utf-8")
    assert {n.body: n.tags for n in NoteStore.open(shelf.root).read("a.txt").notes} == {
        "one": (), "two": ("quay",), "three": ("quay",), "four": (),
    }  # fmt: skip


def test_edited_here_and_deleted_there_stays_edited(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.add("mayor", "other")
    NoteStore.open(shelf.root).remove("a.txt", note.id)
    shelf.store.edit("a.txt", note.id, body="mine", base=note)
    assert sorted(shelf.bodies()) == ["mine", "other"]


def test_deleted_here_and_edited_there_stays_and_says_so(shelf) -> None:
    note = shelf.add("harbour", "one")
    NoteStore.open(shelf.root).edit("a.txt", note.id, body="theirs")
    with pytest.raises(NotesRefused, match="changed by another program"):
        shelf.store.remove("a.txt", note.id)
    assert shelf.bodies() == ["theirs"]


def test_a_note_removed_outside_is_missing_until_restored_or_forgotten(shelf) -> None:
    one, two = shelf.add("harbour", "one"), shelf.add("mayor", "two")
    shelf.path.write_text(shelf.yaml[: shelf.yaml.index("- id")])
    store = NoteStore.open(shelf.root)
    assert {n.id: n.body for n in store.missing()} == {one.id: "one", two.id: "two"}
    assert store.restore(one.id).body == "one"
    store.forget(two.id)
    assert store.missing() == () and shelf.bodies() == ["one"]
    assert store.restore(two.id).body == "two"


def test_a_note_removed_here_is_not_missing_and_comes_back(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.store.edit("a.txt", note.id, body="newer")
    assert shelf.store.remove("a.txt", note.id).body == "newer"
    assert shelf.store.missing() == ()
    assert NoteStore.open(shelf.root).restore(note.id).body == "newer"
    assert shelf.bodies() == ["newer"]
    with pytest.raises(NoteMissing):
        shelf.store.restore("nunknown000")


def test_an_edit_that_an_old_copy_overwrote_is_found_and_restored(shelf) -> None:
    note = shelf.add("harbour", "one")
    old = shelf.yaml
    shelf.store.edit("a.txt", note.id, body="two")
    shelf.path.write_text(old)
    store = NoteStore.open(shelf.root)
    assert [n.body for n in store.set_back()] == ["two"]
    store.restore(note.id)
    assert shelf.bodies() == ["two"] and store.set_back() == ()


def test_an_edit_that_was_refused_is_not_taken_for_one_that_somebody_overwrote(shelf, monkeypatch) -> None:
    note = shelf.add("harbour", "one")
    shelf.store.edit("a.txt", note.id, body="two")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("reader.notes.versions.write_temporary", full)
        with pytest.raises(NotesRefused):
            shelf.store.edit("a.txt", note.id, body="three")
    assert shelf.bodies() == ["two"] and NoteStore.open(shelf.root).set_back() == ()


def test_the_stamp_changes_with_every_save_of_anyone(shelf) -> None:
    stamps = [shelf.store.stamp("a.txt")]
    note = shelf.add("harbour", "one")
    stamps.append(shelf.store.stamp("a.txt"))
    shelf.path.write_text(shelf.yaml + "# x\n")
    stamps.append(shelf.store.stamp("a.txt"))
    NoteStore.open(shelf.root).remove("a.txt", note.id)
    stamps.append(shelf.store.stamp("a.txt"))
    copy = shelf.path.with_name(f"{shelf.path.stem} (1).yaml")
    copy.write_text("notes:\n- body: x\n")
    stamps.append(shelf.store.stamp("a.txt"))
    assert len(set(stamps)) == len(stamps)


def test_tags_are_renamed_and_merged_over_the_library(shelf) -> None:
    (shelf.root / "b.txt").write_text("Other text here.")
    shelf.add("harbour", "1", tags=("old", "x"))
    shelf.add("mayor", "2", tags=("new", "old"))
    shelf.store.add("b.txt", Note("", "", describe("Other text here.", 0, 5), "3", tags=("old",)))
    assert shelf.store.rename_tag("old", "new") == 3
    found = [note.tags for notes in NoteStore.open(shelf.root).every() for note in notes.notes]
    assert sorted(found) == [("new",), ("new",), ("new", "x")]


def test_a_file_of_a_newer_reader_keeps_its_tags_and_stops_no_other(shelf) -> None:
    newer = shelf.store.folder / notes_name("0.txt")
    shelf.add("harbour", "1", tags=("old",))
    text = "reader-notes: 99\nnotes:\n- id: nabcdefghjk\n  body: theirs\n  tags: [old]\n"
    newer.write_text(text)
    assert shelf.store.rename_tag("old", "new") == 1
    assert newer.read_text() == text and shelf.store.read("a.txt").notes[0].tags == ("new",)


def test_what_was_begun_and_not_finished_is_told_by_the_journal(shelf) -> None:
    noted = shelf.add("harbour", "saved")
    steps = shelf.store.keeper.journal
    steps.begin(
        [{"op": "add", "id": "ncut0000001", "file": "a.txt", "fields": {"id": "ncut0000001", "body": "cut"}}]
    )
    assert [record["id"] for record in steps.unfinished()] == ["ncut0000001"]
    assert [(key, file) for key, file, _ in shelf.store.lost.unfinished({noted.id})] == [
        ("ncut0000001", "a.txt")
    ]
    assert shelf.store.lost.unfinished({noted.id, "ncut0000001"}) == []


def test_the_source_of_a_note_is_in_the_library_or_where_its_whole_path_says(shelf, tmp_path) -> None:
    outside = tmp_path / "other.txt"
    outside.write_text("Other text here.")
    assert shelf.store.source_path("a.txt") == shelf.root / "a.txt"
    assert shelf.store.source_path(shelf.store.key(outside)) == outside
    assert shelf.store.source_path("gone.txt") == shelf.root / "gone.txt"
    assert {shelf.store.source_of(shelf.store.key(path))["sha256"] for path in (outside, "a.txt")} == {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in (outside, shelf.root / "a.txt")
    }


def test_orphans_are_listed_never_dropped(shelf) -> None:
    shelf.add("harbour", "one")
    assert shelf.store.orphans(["a.txt"]) == ()
    (found,) = shelf.store.orphans(["b.txt"])
    assert found.file == "a.txt" and [n.body for n in found.notes] == ["one"]
    assert shelf.store.files() == ("a.txt",)


def test_drafts_stay_until_dropped_and_survive_a_folder_that_cannot_be_written(shelf, monkeypatch) -> None:
    shelf.store.save_draft("a.txt", "new:27", "half a th\ud83dought")
    assert NoteStore.open(shelf.root).draft("a.txt", "new:27") == "half a th\ufffdought"
    assert shelf.store.draft("a.txt", "other") is None
    shelf.store.drop_draft("a.txt", "new:27")
    assert shelf.store.draft("a.txt", "new:27") is None
    home = shelf.store.folder / ".drafts"
    for path in home.iterdir():
        path.unlink()
    home.rmdir()
    home.write_text("in the way")
    shelf.store.save_draft("a.txt", "k", "kept elsewhere")
    assert shelf.store.draft("a.txt", "k") == "kept elsewhere"


def test_the_notes_folder_is_in_the_library_or_the_users_own(tmp_path: Path, monkeypatch) -> None:
    library = tmp_path / "lib"
    library.mkdir()
    assert NoteStore.open(library).folder == library / "notes"
    file = library / "a.txt"
    file.write_text("x")
    assert NoteStore.open(file).folder == library / "notes"
    assert NoteStore.open(library, Settings(notes="deep/er")).folder == library / "deep" / "er"
    monkeypatch.setattr(os, "access", lambda *a, **k: False)
    store = NoteStore.open(library)
    assert store.fallback and str(store.folder).startswith(os.environ["XDG_DATA_HOME"])
    assert not (library / "notes").exists()


def test_notes_in_a_folder_that_cannot_be_written_are_read_and_changed_in_the_users_own(
    shelf, monkeypatch
) -> None:
    one, two = shelf.add("harbour was closed", "one"), shelf.add("the mayor said", "two")
    before = {path.name: path.read_bytes() for path in shelf.store.folder.glob("*.yaml")}
    monkeypatch.setattr(os, "access", lambda path, *a, **k: not str(path).startswith(str(shelf.root)))
    for bodies in (["one", "two"], ["one, changed"]):
        store = NoteStore.open(shelf.root)
        assert store.fallback and [note.body for note in store.read("a.txt").notes] == bodies
        if len(bodies) == 2:
            store.edit("a.txt", one.id, body="one, changed")
            store.remove("a.txt", two.id)
    assert {path.name: path.read_bytes() for path in shelf.store.folder.glob("*.yaml")} == before


@pytest.mark.parametrize(
    "file", ["CON.txt", "a/b/c.txt", "ü" * 200 + ".txt", "tab\there", "🙂.txt", "..", "a b"]
)
def test_names_of_notes_files_are_safe_everywhere(file: str) -> None:
    name = notes_name(file)
    assert name.isascii() and len(name) < 90 and not set(name) & set('/\\:*?"<>|\t ')
    assert notes_name(file.swapcase()) != name or file.swapcase() == file


def test_copies_are_known_by_their_names() -> None:
    name = notes_name("a.txt")
    stem = name.removesuffix(".yaml")
    copies = [
        f"{stem} (desk's conflicted copy 2026-01-05).yaml", f"{stem}.sync-conflict-20260105-101112-ABCDEFG.yaml",
        f"{stem} (1).yaml", f"{stem} (conflict 3).yaml", f"{stem}_conf(2).yaml", f"{stem}--recovered-20260105.yaml",
    ]  # fmt: skip
    others = [f"{stem}.yaml~", f".#{name}", f"{stem}.yaml.tmp", "b.yaml", f"{stem}x.yaml"]
    assert [found for found in [name, *copies, *others] if original_of(found) == name] == copies


def test_the_same_id_twice_in_a_file_keeps_both(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.path.write_text(shelf.yaml + f"\n- id: {note.id}\n  body: twin\n")
    found = shelf.store.read("a.txt")
    assert [n.body for n in found.notes] == ["one", "twin"] and len({n.id for n in found.notes}) == 2
    assert any("twice" in str(p) for p in found.problems)
    shelf.store.edit("a.txt", note.id, body="changed")
    assert shelf.bodies() == ["changed", "twin"]


def test_two_notes_may_be_added_with_ids_of_the_caller_once(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.store.remove("a.txt", note.id)
    shelf.store.add("a.txt", note)
    shelf.store.add("a.txt", note)
    assert shelf.bodies() == ["one"]
    shelf.store.add("a.txt", note._replace(body="another"))
    assert shelf.bodies() == ["one", "another"]


def test_articles_are_never_written(shelf) -> None:
    before = (shelf.root / "a.txt").stat()
    note = shelf.add("harbour", "one")
    shelf.store.remove("a.txt", note.id)
    after = (shelf.root / "a.txt").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_the_journal_is_cut_into_files_that_are_read_in_the_order_they_were_written(
    tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(journal, "ROTATE", 1)
    kept = journal.Journal(tmp_path)
    for number in range(journal.KEEP):
        kept.begin([{"op": "add", "id": f"n{number}"}])
    assert [record["id"] for record in kept.records()] == [f"n{number}" for number in range(journal.KEEP)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".journal", *(f".journal.{number}" for number in range(1, journal.KEEP)),
    ]  # fmt: skip


def test_that_a_note_was_removed_long_ago_is_forgotten_what_a_note_says_never(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(journal, "ROTATE", 1)
    kept = journal.Journal(tmp_path)
    monkeypatch.setattr(journal, "now", lambda: "2001-01-01T00:00:00Z")
    for op, note_id in (("add", "nstays"), ("add", "ngoes"), ("remove", "ngoes")):
        kept.finish(kept.begin([{"op": op, "id": note_id}]))
    monkeypatch.undo()
    monkeypatch.setattr(journal, "ROTATE", 1)
    for number in range(journal.KEEP + 2):
        kept.finish(kept.begin([{"op": "add", "id": f"n{number}"}]))
    told = [record["id"] for record in kept.records() if "id" in record]
    assert told == ["nstays", *(f"n{number}" for number in range(journal.KEEP + 2))]


def test_a_removal_that_came_to_nothing_leaves_what_the_note_says_in_the_journal(
    tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(journal, "ROTATE", 1)
    kept = journal.Journal(tmp_path)
    kept.finish(kept.begin([{"op": "add", "id": "nstays"}]))
    kept.finish(kept.begin([{"op": "remove", "id": "nstays"}]), undone=["nstays"])
    for number in range(journal.KEEP + 2):
        kept.finish(kept.begin([{"op": "add", "id": f"n{number}"}]))
    told = [(record["op"], record["id"]) for record in kept.records() if "id" in record]
    assert told == [("add", "nstays"), *(("add", f"n{number}") for number in range(journal.KEEP + 2))]


def test_a_note_is_known_for_longer_than_the_journal_is(shelf, monkeypatch) -> None:
    monkeypatch.setattr(journal, "ROTATE", 2000)
    lost, old = shelf.add("harbour", "will be overwritten"), shelf.add("crane", "first")
    before = shelf.yaml
    gone = shelf.add("ferry", "removed here")
    shelf.store.edit("a.txt", old.id, body="second")
    shelf.store.remove("a.txt", gone.id)
    shelf.path.write_text(before.replace("will be overwritten", "x").split("- id: " + lost.id)[0] + "- id: "
                          + old.id + before.split("- id: " + old.id)[1])  # fmt: skip
    for n in range(60):
        shelf.add("mayor", f"note {n} " + "with many words " * 9)
    assert not any(lost.id in path.read_text() for path in shelf.store.folder.glob(".journal.[0-9]"))
    store = NoteStore.open(shelf.root)
    assert [note.body for note in store.missing()] == ["will be overwritten"]
    assert [note.body for note in store.set_back()] == ["second"]
    assert store.restore(lost.id).body == "will be overwritten"
    assert store.restore(gone.id).body == "removed here"


def test_notes_of_a_file_that_cannot_be_read_are_not_called_missing(shelf) -> None:
    shelf.add("harbour", "still there")
    whole = shelf.yaml
    shelf.path.write_text(whole + "bad: [\n")
    os.utime(shelf.path, (1_700_000_000, 1_700_000_000))
    store = NoteStore.open(shelf.root)
    assert store.missing() == () and list(store.unreadable()) == [shelf.path.name]
    shelf.path.write_text(whole)
    assert NoteStore.open(shelf.root).unreadable() == {}


def test_a_path_with_dots_in_it_is_the_same_file(shelf) -> None:
    assert shelf.store.key(shelf.root / ".." / shelf.root.name / "a.txt") == "a.txt"


def test_of_two_versions_the_one_that_is_kept_is_a_note_like_any_other(shelf) -> None:
    first = shelf.add("harbour", "first")
    other = NoteStore.open(shelf.root)
    for text in ("ours", "theirs", "both"):
        other.edit("a.txt", first.id, body=text, base=first)
    marks = {note.body: note.conflict_of for note in shelf.store.read("a.txt").notes}
    assert marks == {"both": "", "ours": first.id, "theirs": first.id}
    shelf.store.remove("a.txt", first.id)
    kept, last = shelf.store.read("a.txt").notes
    assert (kept.body, kept.conflict_of, last.conflict_of) == ("ours", "", kept.id)
    NoteStore.open(shelf.root).remove("a.txt", kept.id)
    assert "conflict-of" not in shelf.yaml and shelf.bodies() == ["theirs"]


def test_several_notes_go_and_come_back_in_one_write(shelf, monkeypatch) -> None:
    notes = [shelf.add(quote, quote) for quote in ("harbour", "Monday", "crane", "mayor")]
    shelf.path.write_text(shelf.yaml.replace("  body: crane\n", "  # see the map\n  body: crane\n"))
    before = shelf.yaml
    shelf.store.read("a.txt")
    NoteStore.open(shelf.root).edit("a.txt", notes[1].id, body="changed meanwhile")
    writes: list[int] = []
    change = shelf.store.keeper.change
    monkeypatch.setattr(shelf.store.keeper, "change", lambda *a, **k: (writes.append(1), change(*a, **k))[1])
    gone = shelf.store.remove_many("a.txt", [*(note.id for note in notes[:3]), "nunknown000"])
    assert [note.body for note in gone] == ["harbour", "crane"] and writes == [1]
    assert sorted(shelf.bodies()) == ["changed meanwhile", "mayor"]
    back = shelf.store.restore_many([note.id for note in gone])
    assert [note.body for note in back] == ["harbour", "crane"] and writes == [1, 1]
    assert sorted(shelf.bodies()) == ["changed meanwhile", "crane", "harbour", "mayor"]
    assert "  # see the map\n  body: crane\n" in before and "  # see the map\n  body: crane\n" in shelf.yaml
