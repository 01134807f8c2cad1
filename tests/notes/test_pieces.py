"""A large file read and changed piece by piece says exactly what the reader of events says of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Anchor, Note
from reader.notes import NoteStore, keeper, piecemeal, pieces, reading, scalars, schema, sheet, stretches
from reader.notes.anchor import describe
from reader.notes.merge import Operation
from reader.notes.plain import Plain
from reader.notes.rewrite import apply
from reader.notes.sheet import NOTES, header, parse_sheet
from reader.yamlio import YamlError, parse_yaml

_CHARS = "ab Zé漢\n\n  \t:#-|>\"'\\[]{},&*!%@`~?.0123456789“”’–\xa0\x85\u2028\xad\ufeff\x07\U0001f600\ue000"
_TEXTS = (
    st.text(alphabet=_CHARS, max_size=40) | st.text(max_size=20) | st.sampled_from(["null", "a\n", "a\n\nb"])
)
_NOTES = st.builds(
    Note,
    id=st.just("n0c8x1v7tqe"),
    file=st.just("a.txt"),
    anchor=st.builds(
        Anchor, _TEXTS, _TEXTS, _TEXTS, st.integers(-1, 9999), st.integers(0, 9999), st.integers(0, 9999)
    ),
    body=_TEXTS,
    tags=st.lists(_TEXTS, max_size=3).map(tuple),
    category=st.integers(0, 5),
    people=st.lists(_TEXTS, max_size=2).map(tuple),
    links=st.just(("n1234567890",)) | st.just(()),
    created=st.just("2026-01-05T09:31:10Z") | _TEXTS,
    modified=st.just("") | _TEXTS,
)


def piece_of(note: Note) -> str:
    return schema.render_entry(schema.to_fields(note))[2:-1]


def fields_of(piece: str):
    found = Plain.read(piece)
    return found.fields() if found is not None else None


def by_events(piece: str):
    root = parse_yaml(f"- {piece}\n", "")
    assert root is not None and isinstance(root.value, list)
    return [item.plain() for item in root.value]


@given(_NOTES)
@example(Note("n1", "a.txt", Anchor("x"), "one\n\n  two\n"))
def test_what_reader_writes_is_read_alike_by_both(note: Note) -> None:
    piece = piece_of(note)
    found, fields = Plain.read(piece), fields_of(piece)
    if found is not None:
        assert found.note("a.txt", note.id) == schema.to_note(fields, "a.txt", note.id)
    assert fields is None or ([fields] == by_events(piece) and list(fields) == list(by_events(piece)[0]))


def test_ordinary_notes_are_read_the_quick_way(shelf) -> None:
    for body in ("plain", "with: colon, “quotes” and #1", "two\nlines", "three\n\n  lines\n", "", "1990"):
        note = shelf.add(
            "“Nobody was hurt,” the mayor said.\n\nOfficials", body, tags=("1990s", "a b"), category=2
        )
        assert Plain.read(piece_of(note)) is not None


@given(
    _NOTES,
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3), st.text(_CHARS, max_size=6)), max_size=3),
)
def test_a_damaged_piece_is_read_alike_or_left_to_the_other(note: Note, cuts) -> None:
    piece = piece_of(note)
    for at, length, put in cuts:
        at %= len(piece)
        piece = piece[:at] + put + piece[at + length :]
    fields = fields_of(piece)
    if fields is not None:
        assert [fields] == by_events(piece)


@pytest.mark.parametrize(
    "rest",
    ["body: Null", "body: a: b", "body: a #b", "color: a:", 'exact: "a"b"', "body: |\n    a\n     "],
)
def test_what_only_seems_written_by_reader_is_left_to_the_other(rest: str) -> None:
    assert Plain.read(f"id: n1\n  {rest}") is None


def both(text: str, monkeypatch):
    made = []
    for large in (0, 1 << 30):
        monkeypatch.setattr(sheet, "LARGE", large)
        monkeypatch.setattr(stretches, "LENGTH", 2)
        try:
            read = parse_sheet(text, "f", NOTES)
        except YamlError as error:
            made.append(str(error))
        else:
            rows = [(e.id, e.fields, e.line, e.given) for e in read.entries]
            made.append((rows, [str(p) for p in read.problems], read.source, read.others, read.readonly))
    return made


@given(
    st.lists(_NOTES, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 3), st.text(_CHARS, max_size=6)), max_size=2),
    st.sampled_from(
        ["", "\n", "extra: 1\n", "# end\n", "- a string\n", "...\n", "---\n", "- {id: n9}\n", "-\n  id: n8\n"]
    ),
)
def test_a_whole_file_is_read_alike(notes: list[Note], cuts, tail: str) -> None:
    text = (
        header({"file": "a.txt"})
        + "".join("\n" + schema.render_entry(schema.to_fields(n)) for n in notes)
        + tail
    )
    for at, length, put in cuts:
        at %= len(text)
        text = text[:at] + put + text[at + length :]
    with pytest.MonkeyPatch.context() as patch:
        quick, slow = both(text, patch)
    assert quick == slow


@pytest.mark.parametrize(
    "text",
    [
        'notes:\n- id: a\n  body: "x\n- id: b\n  body: y"\n',
        "notes:\n- id: a\n  body: |+\n    x\n\n\n- id: b\n",
        "notes:\n- id: a\n  body: x\n# between\n\n- id: b  # tail\n  body: y\n",
        "notes: # here\n- id: a\n  body: x\n   y\n- id: b\n",
        "# head\n---\nnotes:\n- id: a\n",
        "more:\n- id: a\nnotes:\n- id: b\n",
        "notes: x\n- id: b\n",
        "a: {notes: 1}\nnotes:\n- id: b\n- id: b\n",
    ],
)
def test_odd_layouts_are_read_alike(text: str, monkeypatch) -> None:
    quick, slow = both(text, monkeypatch)
    assert quick == slow


def fill(shelf, count: int = 200) -> list[Note]:
    made = [
        Note("", "", describe(shelf.text, n, n + 9), f"note {n}\nmore", tags=("a",)) for n in range(count)
    ]
    return shelf.store.add_many("a.txt", made)


def test_changing_a_large_file_reads_only_what_changes(shelf, monkeypatch) -> None:
    notes = fill(shelf)
    before = shelf.yaml
    read: list[int] = []
    original = pieces.parse_yaml
    for module in (pieces, sheet):
        monkeypatch.setattr(module, "parse_yaml", lambda t, n: (read.append(len(t)), original(t, n))[1])
    store = NoteStore.open(shelf.root)
    store.add("a.txt", Note("", "", describe(shelf.text, 3, 9), "new"))
    store.edit("a.txt", notes[50].id, body="edited: yes", tags=["b"])
    store.remove("a.txt", notes[60].id)
    store.remove("a.txt", notes[-1].id)
    assert max(read) < 2000
    found = NoteStore.open(shelf.root).read("a.txt")
    assert not found.problems and len(found.notes) == 199
    assert found.notes[50].body == "edited: yes" and found.notes[50].tags == ("b",)
    assert notes[60].id not in shelf.yaml and found.notes[-1].body == "new"
    assert store.read("a.txt").notes == found.notes
    # Nothing else has changed.
    untouched = re.split(r"\n(?=- )", before)
    assert sum(piece not in shelf.yaml for piece in untouched) == 3


def test_what_is_known_of_a_large_file_after_adding_is_what_a_fresh_look_finds(shelf, monkeypatch) -> None:
    fill(shelf)
    monkeypatch.setattr(keeper, "apply", None)  # the way that reads all of it is not gone
    store = NoteStore.open(shelf.root)
    name = store.read("a.txt").path.name
    for body in ("one", "two\nlines\n", "- three: #3\n\n", ""):
        store.add_many("a.txt", [Note("", "", describe(shelf.text, 3, 9), body)] * 2)
        known = store.keeper._cache[name].sheet
        fresh = parse_sheet(shelf.yaml, known.name)
        assert known.text == fresh.text and known.is_sound
        assert [(e.id, e.fields, e.line, e.given) for e in known.entries] == [
            (e.id, e.fields, e.line, e.given) for e in fresh.entries
        ]
        assert (known.source, known.others, known.problems) == (fresh.source, fresh.others, fresh.problems)


def test_many_edits_of_a_file_are_one_change_and_keep_what_others_did(shelf, monkeypatch) -> None:
    notes = fill(shelf)
    shelf.store.read("a.txt")
    shelf.path.write_text(
        shelf.yaml.replace("  body: |-\n    note 70\n", "  # why\n  body: |-\n    note 70\n")
    )
    assert "# why" in shelf.yaml
    NoteStore.open(shelf.root).edit("a.txt", notes[5].id, body="theirs")
    writes: list[int] = []
    change = shelf.store.keeper.change
    monkeypatch.setattr(shelf.store.keeper, "change", lambda *a, **k: (writes.append(1), change(*a, **k))[1])
    pairs = [(note, note._replace(tags=("b",), file="a.txt")) for note in notes]
    made = shelf.store.edit_many("a.txt", [*pairs[:150], (notes[150], notes[150])])
    assert writes == [1] and [note.tags for note in made] == [("b",)] * 150 + [("a",)]
    found = NoteStore.open(shelf.root).read("a.txt").notes
    assert [note.tags for note in found] == [("b",)] * 150 + [("a",)] * 50
    assert found[5].body == "theirs" and "# why" in shelf.yaml
    assert shelf.store.rename_tag("b", "c") == 150 and len(writes) == 2


def test_a_conflict_in_a_large_file_keeps_both(shelf) -> None:
    notes = fill(shelf)
    other = NoteStore.open(shelf.root)
    other.read("a.txt")
    shelf.store.edit("a.txt", notes[5].id, body="ours")
    other.edit("a.txt", notes[5].id, body="theirs", base=notes[5])
    held = {n.body: n.conflict_of for n in NoteStore.open(shelf.root).read("a.txt").notes}
    assert held["theirs"] == "" and held["ours"] == notes[5].id


def test_removing_the_last_notes_leaves_no_trace(shelf) -> None:
    notes = fill(shelf)
    before = shelf.yaml
    for _ in range(3):
        shelf.add("harbour", "more")
    for note in shelf.store.read("a.txt").notes[-3:]:
        NoteStore.open(shelf.root).remove("a.txt", note.id)
    assert shelf.yaml == before and len(notes) == 200


def test_a_last_note_that_keeps_its_blank_lines_does_not_grow(shelf) -> None:
    fill(shelf)
    shelf.path.write_text(shelf.yaml + "\n- id: kept\n  body: |+\n    text\n\n")
    shelf.add("harbour", "after")
    bodies = shelf.bodies()
    assert bodies[-2:] == ["text\n\n", "after"]


def test_the_journal_vouches_only_for_the_bytes_it_knows(shelf) -> None:
    notes = fill(shelf)
    shelf.path.write_text(shelf.yaml.replace("note 7\n", "note 7, by hand\n"))
    NoteStore.open(shelf.root).edit("a.txt", notes[8].id, body="x")
    assert "note 7, by hand\nmore" in shelf.bodies() and len(shelf.yaml) > keeper.LARGE


_BY_HAND = (
    "- id: {id}\n  exact: x\n  body: |+\n    kept\n\n",
    "# a comment\n- id: {id}\n  body: by hand # why\n  mine: [1, 2]\n",
    "- exact: no id {id}\n  body: by hand\n",
    "- {{id: {id}, body: flow}}\n",
    "- id: {id}\n  body: >\n    folded\n    text\n  # inside\n  tags: [a]\n\n\n",
    "- body: the id comes last\n  id: {id}\n",
    '- id: "{id}"\n  body: quoted\n',
    "- id: {id}\n  body: |\n    looks like\n    - id: n0000000001\n",
    "- id: {id}\n  body: x\n# a comment behind\n\n",
)


def entry_of(number: int, item: str) -> str:
    """One of those, or a piece that Reader has written, as an entry with an id of its own."""
    given = f"n{number:010}"
    return item.format(id=given) if item in _BY_HAND else f"- {item}\n".replace("n0c8x1v7tqe", given)


_NUMBERS = st.integers(0, 4)
_FILES = st.lists(st.sampled_from(_BY_HAND) | _NOTES.map(piece_of), min_size=2, max_size=5)
_STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "edit", "remove")), _NUMBERS, _TEXTS, st.booleans()),
    min_size=1,
    max_size=3,
    unique_by=lambda step: step[1],
)


@given(
    _FILES,
    _FILES,
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 9), st.text(_CHARS, max_size=6)), max_size=3),
)
def test_a_file_is_read_alike_whatever_is_known_of_an_earlier_state(items, others, cuts) -> None:
    before = header({"file": "a.txt"}) + "\n" + "\n".join(map(entry_of, range(9), [*items, *others]))
    now = header({"file": "a.txt"}) + "\n" + "\n".join(map(entry_of, range(4, 13), [*others, *items]))
    for at, length, put in cuts:
        at %= len(now)
        now = now[:at] + put + now[at + length :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "LENGTH", 2)
        like = sheet._read_in_stretches(before.encode(), "f", NOTES)
        for text in (now, before, before + "\n- id: n1\n", before.replace("kept", "kept\n    more")):
            data = text.encode("utf-8", "replace")
            again, fresh = (sheet._read_in_stretches(data, "f", NOTES, known) for known in (like, None))
            assert (again is None) == (fresh is None)
            if again is not None and fresh is not None:
                assert again.text.encode() == data and told(again) == told(fresh)


def told(read):
    rows = [(e.id, e.fields, e.line, e.given) for e in read.entries]
    found = [read.find(e.id) for e in read.entries]
    assert [(e.id, e.fields, e.line, e.given) for e in found] == rows
    return rows, read.problems, read.source, read.others


@given(_FILES, _STEPS, st.booleans(), st.sampled_from((0, 99)))
@example([_BY_HAND[6], _BY_HAND[0]], [("add", 0, "twice", True)], False, 99)
def test_a_change_of_pieces_says_what_a_change_of_the_whole_says(
    items, steps, known: bool, many: int
) -> None:
    text = header({"file": "a.txt"}) + "\n" + "\n".join(map(entry_of, range(9), items))
    pieces_of = sheet._read_in_stretches(text.encode(), "f", NOTES)
    if pieces_of is None:
        return
    operations = []
    for kind, number, body, right in steps:
        fields = {"id": f"n000000000{number}", "body": scalars.whole(body)}
        base = (
            next((e.fields for e in pieces_of.entries if e.id == fields["id"]), {})
            if right
            else {"body": "-"}
        )
        operations.append(Operation(kind, fields["id"], {} if kind == "remove" else fields, base))
    found = reading.Snapshot(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(piecemeal, "_MANY", many)
        made = piecemeal.change(found, pieces_of if known else None, operations, NOTES, None)
    if made is None:  # for the whole one to do
        return
    now = parse_sheet(made.data.decode(), "f")
    whole = apply(parse_sheet(text, "f"), operations)[0]
    said, wanted = (
        sorted(repr(f | {"id": "" if "conflict-of" in f else f.get("id")}) for f in one.models())
        for one in (now, whole)
    )
    assert said == wanted and now.others == whole.others
    if made.made is not None:
        assert made.made.text == now.text and made.made.models() == now.models()
