"""A change touches the lines of the change; all other bytes stay as they were."""

from __future__ import annotations

import os
import stat
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Anchor, Note
from reader.notes import NoteStore, schema
from reader.notes.merge import Operation
from reader.notes.names import notes_name
from reader.notes.rewrite import apply
from reader.notes.sheet import parse_sheet

BY_HAND = """\
# My own words at the top
reader-notes: 1   # the version
my-key: [1, 2, {a: b}]
source: {file: a.txt, mine: yes}

notes:
# before the first
- id: nfirst00001   # an id of mine
  exact: 'The harbour was closed'
  tags:
    - one
    - two   # the second
  body: >-
    folded
    text
  priority: 010
  # about the anchor
  anchor: {start: 27, end: 49, extra: ~}

# between

- {id: nsecond0001, exact: "Nobody was hurt", body: short}  # in braces
-
  id: nthird00001
  body: |
    one

    # not a comment
    two
# the last line
"""


@pytest.fixture
def by_hand(shelf):
    path = shelf.store.folder / shelf.store.read("a.txt").path.name
    path.parent.mkdir()
    path.write_bytes(BY_HAND.encode())
    return shelf


def test_a_session_that_changes_nothing_leaves_every_byte(by_hand) -> None:
    before = by_hand.path.read_bytes(), by_hand.path.stat().st_mtime_ns
    store = NoteStore.open(by_hand.root)
    store.start()
    note = store.read("a.txt").notes[0]
    store.edit("a.txt", note.id, body=note.body)
    assert store.read("a.txt").notes and store.missing() == ()
    assert (by_hand.path.read_bytes(), by_hand.path.stat().st_mtime_ns) == before


def test_what_a_hand_wrote_is_understood(by_hand) -> None:
    first, second, third = by_hand.store.read("a.txt").notes
    assert first.tags == ("one", "two") and first.body == "folded text" and first.anchor.start == 27
    assert second.body == "short"
    assert third.body == "one\n\n# not a comment\ntwo\n"


def _without(text: str, *lines: str) -> list[str]:
    return [line for line in text.splitlines() if line not in lines]


def test_editing_one_field_changes_its_lines_only(by_hand) -> None:
    by_hand.store.edit("a.txt", "nfirst00001", body="new words")
    made = by_hand.yaml
    assert "  body: new words\n" in made
    stamp = next(line for line in made.splitlines() if line.startswith("  modified:"))
    assert _without(made, "  body: new words", stamp) == _without(
        BY_HAND, "  body: >-", "    folded", "    text"
    )


def test_a_comment_on_the_changed_line_stays(by_hand) -> None:
    by_hand.store.edit("a.txt", "nsecond0001", body="longer")
    assert "# in braces" in by_hand.yaml
    assert by_hand.bodies()[1] == "longer"
    by_hand.store.edit("a.txt", "nsecond0001", tags=["t"])
    assert "  tags: [t]\n" in by_hand.yaml


def test_adding_goes_after_the_last_note_and_changes_nothing_else(by_hand) -> None:
    by_hand.add("harbour", "mine")
    assert by_hand.yaml.startswith(BY_HAND[: BY_HAND.index("# the last line")])
    assert by_hand.yaml.endswith("# the last line\n")
    assert by_hand.bodies()[-1] == "mine"


def test_removing_takes_the_note_and_leaves_the_comments_around_it(by_hand) -> None:
    by_hand.store.remove("a.txt", "nsecond0001")
    assert by_hand.yaml == BY_HAND.replace(
        '- {id: nsecond0001, exact: "Nobody was hurt", body: short}  # in braces\n', ""
    )
    by_hand.store.remove("a.txt", "nthird00001")
    assert by_hand.yaml.endswith("# between\n\n# the last line\n")


def test_unknown_keys_survive_removing_and_restoring(by_hand) -> None:
    by_hand.store.remove("a.txt", "nfirst00001")
    by_hand.store.restore("nfirst00001")
    made = by_hand.yaml
    for line in ("- id: nfirst00001   # an id of mine", "    - two   # the second", "  priority: 010",
                 "  # about the anchor", "  anchor: {start: 27, end: 49, extra: ~}"):  # fmt: skip
        assert f"{line}\n" in made


@pytest.mark.parametrize(
    "text",
    [
        "notes: []\n",
        "notes:\n",
        "notes: ~\n# end\n",
        "notes: [{id: nabcdefghjk, body: x}]\n",
        "reader-notes: 1\n",
        "reader-notes: 1",
        "notes:\r\n- id: nabcdefghjk\r\n  body: x\r\n",
        "notes:\n  - id: nabcdefghjk\n    body: x\n  - body: y\nafter: 1\n",
        "notes:\n- id: nabcdefghjk\n  body: |+\n    x\n\n\n",
        "notes:\n- id: nabcdefghjk\n  body: x",
        "\ufeffnotes:\n- id: nabcdefghjk\n  body: x\n",
        "notes:\n- just text\n- 5\n-\n- [a]\n",
        "# nothing but a comment\n",
        "{notes: [{body: x}]}\n",
        "---\nnotes:\n- body: x\n...\n",
    ],
)
def test_notes_are_added_edited_and_removed_in_any_layout(shelf, text: str) -> None:
    path = shelf.store.folder / shelf.store.read("a.txt").path.name
    path.parent.mkdir()
    path.write_bytes(text.encode())
    before = shelf.bodies()
    note = shelf.add("harbour", "mine")
    other = shelf.add("mayor", "two\nlines")
    assert shelf.bodies() == [*before, "mine", "two\nlines"]
    shelf.store.edit("a.txt", note.id, body="more\nlines\n")
    shelf.store.edit("a.txt", other.id, body="one")
    assert shelf.bodies() == [*before, "more\nlines\n", "one"]
    shelf.store.remove("a.txt", note.id)
    shelf.store.remove("a.txt", other.id)
    assert shelf.bodies() == before
    assert not shelf.store.missing()


def test_entries_that_are_no_notes_stay_and_are_mentioned(shelf) -> None:
    path = shelf.store.folder / shelf.store.read("a.txt").path.name
    path.parent.mkdir()
    path.write_text("notes:\n- just text\n- body: real\n")
    found = shelf.store.read("a.txt")
    assert [n.body for n in found.notes] == ["real"]
    assert [p.line for p in found.problems] == [2]
    shelf.add("harbour", "mine")
    assert "- just text\n" in shelf.yaml


def test_a_note_without_an_id_gets_one_at_its_first_change_and_keeps_it(shelf) -> None:
    path = shelf.store.folder / shelf.store.read("a.txt").path.name
    path.parent.mkdir()
    path.write_text("notes:\n- exact: Nobody was hurt\n  body: by hand\n")
    note = shelf.store.read("a.txt").notes[0]
    assert shelf.store.read("a.txt").notes[0].id == note.id
    shelf.store.edit("a.txt", note.id, body="changed")
    assert f"id: {note.id}" in shelf.yaml and shelf.bodies() == ["changed"]


def test_mode_bits_and_symbolic_links_stay(shelf, tmp_path) -> None:
    note = shelf.add("harbour", "one")
    real = tmp_path / "elsewhere.yaml"
    os.rename(shelf.path, real)
    os.chmod(real, 0o640)
    shelf.path.symlink_to(real)
    shelf.store.edit("a.txt", note.id, body="two")
    assert shelf.path.is_symlink() and "body: two" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_the_mode_is_that_of_the_file_as_it_is_now(shelf) -> None:
    before = os.umask(0o077)
    try:
        shelf.add("harbour", "one")
        time.sleep(0.06)  # by then it is known without being read again
        shelf.add("harbour", "two")
        assert stat.S_IMODE(shelf.path.stat().st_mode) == 0o600
        time.sleep(0.06)
        os.chmod(shelf.path, 0o644)
        shelf.add("harbour", "three")
        assert stat.S_IMODE(shelf.path.stat().st_mode) == 0o644
    finally:
        os.umask(before)


_LINE = st.sampled_from(
    [
        "# comment",
        "",
        "  # inner",
        "  mine: 5",
        "  mine2: [a, b]",
        "  deep:\n    er: {x: y}",
        "  text: |\n    # a\n    b",
    ]
)


@given(st.lists(st.lists(_LINE, max_size=3, unique=True), min_size=1, max_size=5), st.data())
def test_any_hand_made_lines_survive_any_change(extras: list[list[str]], data: st.DataObject) -> None:
    text = "# top\nother: 1\nnotes:\n"
    for number, lines in enumerate(extras):
        text += f"- id: n{number:010d}\n  body: b{number}\n" + "".join(f"{line}\n" for line in lines)
    sheet = parse_sheet(text, "f")
    entry = data.draw(st.sampled_from(sheet.entries))
    kind = data.draw(st.sampled_from(["edit", "remove", "add", "tag"]))
    if kind == "add":
        fields = {"id": "nnew", "body": "x\ny"}
        step = Operation("add", "nnew", fields)
    elif kind == "remove":
        step = Operation("remove", entry.id, base=entry.fields)
    else:
        changes = {"body": "new"} if kind == "edit" else {"tags": ["a"]}
        step = Operation("edit", entry.id, changes, entry.fields)
    made, done = apply(sheet, [step])
    assert done
    own = schema.render_entry({"id": "nnew", "body": "x\ny"}).splitlines()
    gone = f"b{entry.id[1:].lstrip('0') or '0'}"
    for other in sheet.entries:
        if other.id != entry.id or kind == "add":
            assert made.find(other.id).fields == other.fields
    kept = [line for line in made.text.splitlines() if line not in own and line.strip()]
    if kind == "add":
        assert kept == [line for line in text.splitlines() if line.strip()]
    elif kind == "edit":
        before = [line for line in text.splitlines() if line.strip()]
        assert kept == ["  body: new" if line == f"  body: {gone}" else line for line in before]
    if kind != "remove":  # a comment inside a note goes with it
        assert made.text.count("# comment") == text.count("# comment")


def test_a_newer_schema_is_shown_and_never_written(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.path.write_text(shelf.yaml.replace("reader-notes: 1", "reader-notes: 7"))
    before = shelf.path.read_bytes()
    found = shelf.store.read("a.txt")
    assert found.readonly and [n.body for n in found.notes] == ["one"]
    from reader.notes import NotesRefused

    for change in (
        lambda: shelf.store.edit("a.txt", note.id, body="two"),
        lambda: shelf.store.remove("a.txt", note.id),
        lambda: shelf.store.add("a.txt", note._replace(id="")),
    ):
        with pytest.raises(NotesRefused, match="newer"):
            change()
    assert shelf.path.read_bytes() == before


def test_what_a_hand_wrote_in_other_words_is_no_other_version(shelf) -> None:
    shelf.store.add("a.txt", Note("", "a.txt", Anchor("quote")))
    path = shelf.store.read("a.txt").path
    path.write_text(path.read_text() + "\n- exact: word\n  body: by hand\n  tags: one, two\n  color: Red\n")
    note = shelf.store.read("a.txt").notes[1]
    assert shelf.store.rename_tag("two", "three") == 1
    shelf.store.edit("a.txt", note.id, category=3)
    assert [(n.tags, n.conflict_of) for n in shelf.store.read("a.txt").notes] == [
        ((), ""),
        (("one", "three"), ""),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_without_an_end_of_its_last_line_takes_new_fields(tmp_path, newline) -> None:
    (tmp_path / "a.txt").write_text("The harbour was closed.")
    path = tmp_path / "notes" / notes_name("a.txt")
    path.parent.mkdir()
    path.write_bytes(
        "source: {file: a.txt}\nnotes:\n- id: nfirst00001\n  body: one".replace("\n", newline).encode()
    )
    store = NoteStore.open(tmp_path)
    (file,) = store.files()
    store.edit(file, "nfirst00001", tags=["quay"], people=["Ann"])
    (note,) = NoteStore.open(tmp_path).read(file).notes
    assert (note.body, note.tags, note.people) == ("one", ("quay",), ("Ann",))
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(newline.encode()) > 4


@pytest.mark.parametrize(
    ("color", "category"),
    [("red", 2), (" Green ", 5), ("1", 1), ("5", 5), ("6", 0), ("0", 0), ("55", 0), ("pink", 0), ("", 0)],
)
def test_a_category_is_a_colour_or_its_number(color, category) -> None:
    assert schema.category_of(color, schema.COLORS) == category


def test_a_list_in_brackets_is_written_anew_when_a_note_is_added(shelf) -> None:
    note = shelf.add("harbour", "two")
    shelf.path.write_text(
        "# mine\nsource: {file: a.txt}\nnotes: [{exact: crane, body: one}, {exact: basin}] # by hand\nlast: x\n"
    )
    shelf.store.add("a.txt", note._replace(id="", body="three"))
    assert shelf.bodies() == ["one", "", "three"]
    assert shelf.yaml.startswith("# mine\nsource: {file: a.txt}\n") and "\n# by hand\nlast: x\n" in shelf.yaml


def test_a_comment_behind_a_value_stays_when_the_value_changes(shelf) -> None:
    note = shelf.add("harbour", "one")
    shelf.path.write_text(shelf.yaml.replace("  body: one\n", "  body: one  # to be checked\n"))
    shelf.store.edit("a.txt", note.id, body="two\nlines")
    assert shelf.bodies() == ["two\nlines"] and "# to be checked\n" in shelf.yaml
