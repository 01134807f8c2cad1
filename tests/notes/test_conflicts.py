"""Notes under version control: what is not to be in it, and merge conflicts of which both sides are kept."""

from __future__ import annotations

import errno
import subprocess

import pytest

from reader.model import Correction
from reader.notes import NoteStore
from reader.notes.conflicts import sides
from reader.notes.corrections import CorrectionStore
from tests.notes.conftest import Shelf


def test_the_sides_of_a_conflict_are_told_apart() -> None:
    text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n"
    assert sides(text) == ("a\nb\nd\n", "a\nc\nd\n")
    assert sides(text.replace("=======", "||||||| 12ab\nx\n=======")) == ("a\nb\nd\n", "a\nc\nd\n")
    assert sides(text + text.rstrip("\n")) == ("a\nb\nd\na\nb\nd", "a\nc\nd\na\nc\nd")
    for broken in ("a\n", "=======\n", text.replace(">>>>>>> other\n", ""), text.replace("=======\n", "")):
        assert sides(broken) is None


def _git(shelf: Shelf, *words: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=")
    return subprocess.run(["git", *who, *words], cwd=shelf.root, capture_output=True, text=True, check=False)


@pytest.fixture
def conflict(shelf: Shelf) -> Shelf:
    """A merge of two branches in which one note was changed twice, and one added on each side."""
    one = shelf.add("harbour", "one")
    try:
        assert _git(shelf, "init", "-q", "-b", "main").returncode == 0
    except FileNotFoundError:
        pytest.skip("no git here")
    _git(shelf, "add", "-A")
    _git(shelf, "commit", "-qm", "one")
    _git(shelf, "checkout", "-qb", "other")
    shelf.store.edit("a.txt", one.id, body="theirs")
    shelf.add("mayor", "new there")
    _git(shelf, "commit", "-qam", "theirs")
    _git(shelf, "checkout", "-q", "main")
    shelf.store = NoteStore.open(shelf.root)  # one that has not seen the other branch
    shelf.store.edit("a.txt", one.id, body="ours")
    shelf.add("crane", "new here")
    _git(shelf, "commit", "-qam", "ours")
    assert "CONFLICT" in _git(shelf, "merge", "other").stdout
    return shelf


def test_only_notes_are_under_version_control_and_conflict(conflict: Shelf) -> None:
    known = _git(conflict, "ls-files", "notes").stdout
    assert not {".journal", ".history"} & {line.split("/")[1] for line in known.splitlines()}
    assert _git(conflict, "diff", "--name-only", "--diff-filter=U").stdout == f"notes/{conflict.path.name}\n"


def test_a_merge_conflict_is_called_one_and_both_sides_are_kept(conflict: Shelf) -> None:
    (problem,) = conflict.store.read("a.txt").problems
    assert problem.line == conflict.yaml[: conflict.yaml.index("<<<<<<<")].count("\n") + 1
    assert "merge conflict" in problem.message and "--repair" in problem.message
    before = conflict.yaml
    store = NoteStore.open(conflict.root)
    assert store.settle_conflicts() == ()
    notes = store.read("a.txt").notes
    assert sorted(note.body for note in notes) == ["new here", "new there", "ours", "theirs"]
    ours, theirs = (next(n for n in notes if n.body == body) for body in ("ours", "theirs"))
    assert theirs.conflict_of == ours.id and not ours.conflict_of
    assert before in [
        path.read_text("utf-8") for path in (store.folder / ".history").iterdir() if path.suffix
    ]
    assert store.settle_conflicts() == () and len(store.read("a.txt").notes) == 4


def test_the_list_says_which_note_is_another_version_of_which(conflict: Shelf, capfd) -> None:
    from reader.__main__ import main

    assert main(["doctor", "notes", str(conflict.root), "--repair"]) == 3
    assert main(["notes", str(conflict.root)]) == 0
    out, _ = capfd.readouterr()
    (line,) = [line for line in out.splitlines() if "(another version of n" in line]
    assert line.endswith(": keep one)")


def test_a_full_disk_leaves_the_conflict_as_it_is(conflict: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    before = conflict.yaml
    store = NoteStore.open(conflict.root)
    with monkeypatch.context() as patch:
        patch.setattr("reader.notes.versions.write_temporary", full)
        (problem,) = store.settle_conflicts()
    assert "full" in problem.message and conflict.yaml == before
    assert "merge conflict" in store.read("a.txt").problems[0].message  # not taken for one side
    assert store.settle_conflicts() == () and len(store.read("a.txt").notes) == 4


def test_a_side_that_is_no_notes_file_is_left_alone(shelf: Shelf) -> None:
    shelf.add("harbour", "one")
    torn = shelf.yaml + "<<<<<<< HEAD\n- id: [\n=======\n- id: nx\n>>>>>>> other\n"
    shelf.path.write_text(torn, "utf-8")
    assert len(NoteStore.open(shelf.root).settle_conflicts()) == 1
    assert shelf.yaml == torn


def test_corrections_of_both_sides_are_kept(shelf: Shelf) -> None:
    store = CorrectionStore(shelf.store.folder)
    store.add(Correction("", "different", "Ana Ruiz", "Ana Ruis"))
    path = shelf.store.folder / "corrections.yaml"
    first = path.read_text("utf-8")
    head, entry = first.split("- id", 1)
    other = "- id" + entry.replace("Ana Ruis", "A. Ruiz").replace("id: n", "id: nz")
    path.write_text(f"{head}<<<<<<< HEAD\n- id{entry}=======\n{other}>>>>>>> other\n", "utf-8")
    assert shelf.store.settle_conflicts() == ()
    assert {c.target for c in CorrectionStore(shelf.store.folder).read()} == {"Ana Ruis", "A. Ruiz"}
