"""Any text survives the way through the file, read by us and by other YAML readers."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reader.notes import scalars, schema
from reader.notes.merge import Operation
from reader.notes.rewrite import apply
from reader.notes.sheet import Sheet, parse_sheet
from tests.bench import notes_unicode

# Every code point but lone surrogates, with what YAML finds special far more often than chance would give it.
_ANY = st.characters(exclude_categories=("Cs",))
_BAIT = st.sampled_from(
    list("\n\n  \t:#-?[]{},&*!|>'\"%@`~=\r\x85\u2028\u2029\ufeff\x00\x1b\xa0\u200b\u202e\U000e0041")
)
_WORDS = st.sampled_from(
    ["no", "Yes", "null", "~", "1_000", "0x1f", "1e3", "12:34:56", "2024-01-01", "---", "...", "- a", "a: b",
     "# c", " #", ": ", "<<", "=", ".inf", "key:", "|", "> ", "\n\n", "  x", "x  ", "\t", "%TAG"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.text(_ANY, max_size=8), _BAIT, _WORDS), max_size=8).map("".join)


@given(TEXTS, TEXTS, st.lists(TEXTS.filter(str.strip), max_size=3), TEXTS)
@example("a\n b", "  a\nb", [], "\ta\nb")
def test_any_note_reads_back_by_us_and_by_safe_load(
    exact: str, body: str, tags: list[str], prefix: str
) -> None:
    fields = {"id": "nabc0123456", "exact": exact, "body": body, "tags": tags, "my key": body}
    fields["anchor"] = {"prefix": prefix, "suffix": exact, "start": "5", "end": "9", "article": "0"}
    text = "notes:\n" + schema.render_entry(fields)
    ours = parse_sheet(text, "f")
    assert ours.entries[0].fields == fields
    theirs = yaml.safe_load(text)["notes"][0]
    assert theirs["body"] == body and theirs["exact"] == exact and theirs["my key"] == body
    assert list(theirs["tags"]) == tags and theirs["anchor"]["prefix"] == prefix


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_entries_added_and_edited_one_after_the_other_stay_apart(bodies: list[str]) -> None:
    sheet = Sheet("f", "")
    for number, body in enumerate(bodies):
        fields = {"id": f"n{number:010d}", "exact": "x", "body": body}
        sheet, _ = apply(sheet, [Operation("add", fields["id"], fields)], {"file": "a.txt"})
    first = sheet.entries[0]
    sheet, _ = apply(sheet, [Operation("edit", first.id, {"body": bodies[-1]}, first.fields)])
    said = [entry.fields["body"] for entry in parse_sheet(sheet.text, "f").entries]
    assert said == [bodies[-1], *bodies[1:]]
    assert [row["body"] for row in yaml.safe_load(sheet.text)["notes"]] == said
    assert "|+" not in sheet.text.split("body:")[-1][:4]


@given(
    st.recursive(TEXTS | st.none(), lambda c: st.lists(c, max_size=3) | st.dictionaries(TEXTS, c, max_size=3))
)
def test_unknown_values_of_any_shape_read_back(value: object) -> None:
    text = f"x:{scalars.anything(value, 0)}\n"
    root = parse_sheet(text, "f").root
    assert root is not None
    assert _folded(root.plain()["x"]) == _folded(value)


def _folded(value: object) -> object:
    """Null and the empty text are one in a file that is read as text."""
    if isinstance(value, dict):
        return {k: _folded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_folded(v) for v in value]
    return value or ""


def test_lone_surrogates_become_replacement_characters(shelf) -> None:
    note = shelf.add("harbour", "half \ud83d an emoji")
    assert shelf.bodies() == ["half \ufffd an emoji"]
    assert shelf.store.find(note.id) is not None


def test_prose_is_written_as_one_would_by_hand(shelf) -> None:
    shelf.add("harbour was closed", "Compare with May, the figure is 3 percent lower.")
    shelf.add("the mayor said", "First line.\nSecond: line #2.\n")
    assert "  body: Compare with May, the figure is 3 percent lower.\n" in shelf.yaml
    assert "  body: |\n    First line.\n    Second: line #2.\n" in shelf.yaml
    assert "  exact: harbour was closed\n" in shelf.yaml


def test_the_journal_line_is_one_line_of_ascii(shelf, tmp_path: Path) -> None:
    shelf.add("harbour", "a\u2028b\nc\x85 “d”")
    lines = (shelf.store.folder / ".journal").read_bytes().splitlines()
    assert all(line.isascii() and json.loads(line) for line in lines)


def test_generated_notes_of_all_scripts_read_back_exactly() -> None:
    assert notes_unicode.run(200, 3) == 0


def test_a_tag_that_ends_in_a_question_mark_is_read_by_every_reader() -> None:
    assert scalars.flow(["so?", "a"]) == '["so?", a]'
    assert scalars.sentence("Is it so?") == "Is it so?"
