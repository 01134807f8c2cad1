"""Every version of a notes file of the last month can be read again, and takes little room."""

from __future__ import annotations

import os
import random
import time

from hypothesis import given
from hypothesis import strategies as st

from reader.notes import NoteStore, packs, versions


def kept(shelf) -> list[str]:
    """The texts of all versions, oldest first."""
    home = versions.history_folder(shelf.store.folder)
    made = {}
    for path in packs.packs(home, os.listdir(home), shelf.path.name):
        made.update(packs.unpack(path))
    for path in versions.versions(shelf.store.folder, shelf.path.name):
        made[versions.version_time(path)] = path.read_bytes()
    return [made[stamp].decode() for stamp in sorted(made)]


def test_all_versions_are_kept_and_only_the_newest_as_files(shelf) -> None:
    note = shelf.add("harbour", "0")
    said = [shelf.yaml]
    for n in range(1, 60):
        shelf.store.edit("a.txt", note.id, body=f"text {n} – “ü” \U0001f600")
        said.append(shelf.yaml)
    assert kept(shelf) == said[:-1]
    assert len(versions.versions(shelf.store.folder, shelf.path.name)) == versions.KEEP + 1


def test_a_note_is_restored_from_a_pack_when_the_journal_has_forgotten_it(shelf) -> None:
    note = shelf.add("harbour", "keep it")
    shelf.path.write_text(
        shelf.yaml.replace("- id", "# with a comment\n- id").replace("keep it", "keep it well")
    )
    NoteStore.open(shelf.root).remove("a.txt", note.id)
    other = shelf.add("crane", "x")
    for n in range(40):
        shelf.store.edit("a.txt", other.id, body=str(n))
    (shelf.store.folder / ".journal").unlink()
    assert NoteStore.open(shelf.root).restore(note.id).body == "keep it well"


def test_a_torn_pack_is_read_as_far_as_it_goes_and_a_new_one_begun(shelf) -> None:
    note = shelf.add("harbour", "0")
    for n in range(1, 40):
        shelf.store.edit("a.txt", note.id, body=f"text {n}")
    home = versions.history_folder(shelf.store.folder)
    (first,) = packs.packs(home, os.listdir(home), shelf.path.name)
    first.write_bytes(first.read_bytes()[:-30])
    before = kept(shelf)
    for n in range(40, 50):
        shelf.store.edit("a.txt", note.id, body=f"text {n}")
    after = kept(shelf)
    assert len(packs.packs(home, os.listdir(home), shelf.path.name)) == 2
    assert [text for text in before if text not in after] == [] and len(after) == len(before) + 10


def test_what_is_older_than_a_month_goes(shelf) -> None:
    note = shelf.add("harbour", "0")
    for n in range(1, 40):
        shelf.store.edit("a.txt", note.id, body=f"text {n}")
    home = versions.history_folder(shelf.store.folder)
    (pack,) = packs.packs(home, os.listdir(home), shelf.path.name)
    old = time.time() - 40 * 86400
    gone = home / f"{shelf.path.name}.{int(old * 1e9)}.pack"
    gone.write_bytes(pack.read_bytes())
    os.utime(gone, (old, old))
    shelf.store.edit("a.txt", note.id, body="more")
    assert packs.packs(home, os.listdir(home), shelf.path.name) == [pack]
    assert len(versions.versions(shelf.store.folder, shelf.path.name)) == versions.KEEP + 1


def test_a_month_of_changes_takes_little_room(shelf) -> None:
    for n in range(30):
        shelf.add("harbour", f"note {n} " + "of many words " * 20)
    notes = shelf.store.read("a.txt").notes
    rng = random.Random(1)
    for n in range(50):
        shelf.store.edit("a.txt", rng.choice(notes).id, body=f"edit {n}")
    home = versions.history_folder(shelf.store.folder)
    size = sum(path.stat().st_size for path in packs.packs(home, os.listdir(home), shelf.path.name))
    assert size < 3 * len(shelf.yaml)


@given(
    st.lists(st.binary(max_size=60) | st.text("ab\n–", max_size=60).map(str.encode), min_size=2, max_size=8)
)
def test_any_bytes_come_back(tmp_path_factory, states: list[bytes]) -> None:
    home = tmp_path_factory.mktemp("history")
    path = None
    for number, (before, now) in enumerate(zip(states, states[1:])):
        path = packs.pack(path, "f.yaml", (10**18 + number, before), (10**18 + number + 1, now), home)
    assert path is not None and [data for _, data in packs.unpack(path)] == states


def test_a_full_pack_is_closed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(packs, "MOST", 3)
    path = None
    states = [b"x" * n for n in range(10)]
    made = []
    for number, (before, now) in enumerate(zip(states, states[1:])):
        path = packs.pack(path, "f.yaml", (10**18 + number, before), (10**18 + number + 1, now), tmp_path)
        made.append(path)
    assert len(set(made)) == 3
    found = {t: d for p in sorted(set(made)) for t, d in packs.unpack(p)}
    assert [found[t] for t in sorted(found)] == states
