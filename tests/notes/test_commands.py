"""The note commands as scripts use them: contracts, exit codes, answers only when durable."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.cli import console
from reader.notes import NoteStore

ARTICLE = (
    "Harbour closed for a week\n\nThe harbour was closed on Monday after a crane fell into the basin, the mayor said "
    "on Tuesday.\n\nOfficials expect the work to cost 3 million crowns, and the mayor said that it will be paid.\n"
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(capfdbinary, *words: str, stdin: str | None = None, monkeypatch=None) -> tuple[int, list[str], str]:
    if stdin is not None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
    try:
        code = main(list(words))
    except SystemExit as stop:
        code = stop.code
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return code, out.decode().splitlines(), err.decode()


def test_a_note_is_added_listed_edited_removed_and_restored(library, capfdbinary) -> None:
    code, out, _ = call(capfdbinary, "note", "add", "a.txt", "--quote", "3 million crowns", "--body", "dear",
                        "--tag", "money", "--category", "2")  # fmt: skip
    assert code == 0 and len(out) == 1
    note_id = out[0]
    code, out, _ = call(capfdbinary, "notes", "--json", "a.txt")
    row = json.loads(out[0])
    assert code == 0 and row["id"] == note_id and row["status"] == "ok" and row["tags"] == ["money"]
    assert row["quote"] == row["text"] == "3 million crowns" and row["category"] == 2
    assert (
        call(capfdbinary, "notes", "--category", "Question")[1]
        and not call(capfdbinary, "notes", "--category", "1")[1]
    )
    code, out, err = call(capfdbinary, "notes", "--category", "chekc")
    assert code == 2 and not out and "choose from important, question" in err
    assert call(capfdbinary, "note", "edit", note_id, "--body", "cheap")[0] == 0
    assert call(capfdbinary, "note", "rm", note_id)[0] == 0
    assert call(capfdbinary, "notes", "--json")[0] == 1
    assert call(capfdbinary, "note", "restore", note_id)[0] == 0
    code, out, _ = call(capfdbinary, "notes")
    assert code == 0 and "cheap" in "\n".join(out) and note_id in out[0]


def test_a_file_without_text_takes_no_note(library, capfdbinary) -> None:
    (library / "empty.txt").write_text("")
    code, out, err = call(capfdbinary, "note", "add", "empty.txt", "--body", "x")
    assert (code, out) == (3, []) and "empty.txt: has no text" in err


def test_offsets_are_those_of_the_parsed_text(library, capfdbinary) -> None:
    call(
        capfdbinary, "note", "add", "a.txt", "--quote", "the mayor said", "--body", "second", "--start", "180"
    )
    _, out, _ = call(capfdbinary, "notes", "--json", "a.txt")
    _, parsed, _ = call(capfdbinary, "parse", "--json", "a.txt")
    row, text = json.loads(out[0]), json.loads(parsed[0])["text"]
    assert text[row["start"] : row["end"]] == "the mayor said"
    assert row["start"] == text.rindex("the mayor said")


def test_a_changed_article_moves_or_loses_its_notes(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--quote", "3 million crowns", "--body", "x")
    call(capfdbinary, "note", "add", "a.txt", "--quote", "crane fell into the basin", "--body", "y")
    Path("a.txt").write_text(
        ARTICLE.replace(ARTICLE.split("\n\n")[1] + "\n\n", "New words open this text today.\n\n")
    )
    code, out, _ = call(capfdbinary, "notes", "--json")
    rows = {row["body"]: row for row in map(json.loads, out)}
    assert code == 0 and rows["x"]["text"] == "3 million crowns"
    assert rows["y"]["status"] == "lost" and rows["y"]["start"] is None and rows["y"]["text"] is None
    code, out, _ = call(capfdbinary, "notes", "--json", "--doubtful")
    assert code == 0 and [json.loads(line)["body"] for line in out] == ["y"]
    Path("a.txt").unlink()
    code, out, _ = call(capfdbinary, "notes", "--json", "--orphans")
    assert code == 0 and all(json.loads(line)["orphan"] for line in out) and len(out) == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["note", "add", "a.txt", "--quote", "nowhere to be seen", "--body", "x"], 1, "NOT saved"),
        (["note", "add", "missing.txt", "--quote", "x", "--body", "x"], 3, "missing.txt"),
        (["note", "add", "a.txt"], 2, "--body"),
        (["note", "add", "a.txt", "--body", " "], 4, "the note is empty"),
        (["note", "add", "a.txt", "--article", "9", "--body", "x", "--quote", "a"], 4, "there is no 9"),
        (["note", "rm", "nothing"], 1, "there is no note"),
        (["note", "edit", "nothing", "--body", "x"], 1, "there is no note"),
        (["note", "restore", "nothing"], 1, "nothing is known"),
        (["note", "dance"], 2, "invalid choice"),
        (
            ["note", "add", "a.txt", "--body", "x", "--category", "chek"],
            2,
            "no category of notes; choose from important",
        ),
        (["note", "add", "--batch", "."], 2, ".: is a folder"),
        (["notes"], 1, ""),
        (["doctor", "notes", "missing"], 2, "no such file"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_code(library, capfdbinary, words, code, said) -> None:
    got, _, err = call(capfdbinary, *words)
    assert got == code and said in err and "Traceback" not in err


def test_a_file_whose_name_is_not_utf8_takes_no_note(library, capfdbinary) -> None:
    name = os.fsdecode(b"b\xff.txt")
    Path(name).write_text(ARTICLE)
    code, _, err = call(capfdbinary, "note", "add", name, "--body", "x")
    assert code == 3 and "its name is not UTF-8; rename it" in err and not Path("notes").exists()


def test_notes_can_be_kept_elsewhere(library, capfdbinary, tmp_path_factory) -> None:
    home = tmp_path_factory.mktemp("elsewhere") / "n"
    assert (
        call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "x", "--notes", str(home))[0]
        == 0
    )
    assert len(call(capfdbinary, "notes", "--json", "a.txt", "--notes", str(home))[1]) == 1
    assert not (library / "notes").exists() and len(list(home.glob("*.yaml"))) == 1


def test_a_library_is_found_from_a_file_inside_it(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "x")
    (library / "deep").mkdir()
    (library / "deep" / "b.txt").write_text(ARTICLE)
    call(capfdbinary, "note", "add", "deep/b.txt", "--quote", "basin", "--body", "y")
    assert not (library / "deep" / "notes").exists()
    assert NoteStore.open(library).files() == ("a.txt", "deep/b.txt")


def test_a_batch_answers_every_line(library, capfdbinary) -> None:
    rows = [
        json.dumps({"file": "a.txt", "quote": "basin", "body": "one", "tags": ["t"], "article": 0}),
        json.dumps({"file": "a.txt", "quote": "nowhere at all", "body": "two"}),
        "garbage",
        json.dumps({"file": "a.txt", "body": "on all of it"}),
        json.dumps({"file": "a.txt", "quote": "basin", "body": 5}),
        "[]",
        json.dumps({"file": "a.txt", "body": "x", "category": 6}),
        json.dumps({"file": "a.txt", "quote": "crane", "body": "", "category": "Check"}),
    ]
    Path("rows").write_text("\n".join(rows))
    code, out, _ = call(capfdbinary, "note", "add", "--batch", "rows")
    answers = [json.loads(line) for line in out]
    assert [a["ok"] for a in answers] == [True, False, False, True, False, False, False, True] and code == 3
    held = {n.id: n.body for n in NoteStore.open(library).read("a.txt").notes}
    assert held == {answers[0]["id"]: "one", answers[3]["id"]: "on all of it", answers[7]["id"]: ""}
    assert call(capfdbinary, "notes", "--category", "check")[1][1:] == ["    “crane”", "    check"]


def test_lines_of_a_batch_may_all_be_of_the_file_that_is_named(library, capfdbinary) -> None:
    Path("rows").write_text(json.dumps({"quote": "basin", "body": "one"}))
    assert call(capfdbinary, "note", "add", "a.txt", "--batch", "rows")[0] == 0
    code, out, _ = call(capfdbinary, "notes", "a.txt")
    assert code == 0 and out[1:] == ["    “basin”", "    one"]


def test_a_refused_batch_says_so_and_exits_with_four(library, capfdbinary, monkeypatch) -> None:
    Path("rows").write_text(json.dumps({"file": "a.txt", "quote": "basin", "body": "one"}))

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, out, _ = call(capfdbinary, "note", "add", "--batch", "rows")
    assert code == 4 and "disk is full" in json.loads(out[0])["error"]
    code, _, err = call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "x")
    assert code == 4 and "disk is full" in err and "NOT saved" in err


def test_anchors_are_described_and_resolved_by_line(library, capfdbinary, monkeypatch) -> None:
    text = ARTICLE
    start = text.index("crane")
    rows = [{"id": 1, "op": "describe", "text": text, "start": start, "end": start + 5}]
    _, out, _ = call(
        capfdbinary, "anchor", "--json", stdin=json.dumps(rows[0]) + "\n", monkeypatch=monkeypatch
    )
    selector = json.loads(out[0])["selector"]
    assert selector["exact"] == "crane" and selector["start"] == start
    w3c = [{"type": "TextQuoteSelector", "exact": "crane", "prefix": selector["prefix"], "suffix": selector["suffix"]},
           {"type": "TextPositionSelector", "start": start, "end": start + 5}]  # fmt: skip
    asked = [
        {"id": "a", "op": "resolve", "text": "New.\n\n" + text, "selector": selector},
        {"id": "b", "op": "resolve", "text": text, "selector": w3c},
        {"id": "c", "op": "resolve", "text": "Nothing of it here.", "selector": selector},
        {"id": "d", "op": "dance", "text": ""},
        {"id": "e"},
    ]
    lines = "\n".join(json.dumps(row) for row in asked) + "\nnot json\n"
    code, out, err = call(capfdbinary, "anchor", "--json", stdin=lines, monkeypatch=monkeypatch)
    got = [json.loads(line) for line in out]
    assert [g.get("status") for g in got] == ["ok", "ok", "lost", None, None, None] and code == 3
    assert got[0]["start"] == start + 6 and got[2]["start"] is None and "error" in got[3]
    assert "Traceback" not in err


def test_an_input_without_end_is_refused(library, capfdbinary, monkeypatch) -> None:
    monkeypatch.setattr(console, "_MOST", 3 << 20)
    for command in (["anchor"], ["detect"], ["detect", "--json"]):
        code, out, err = call(capfdbinary, *command, "/dev/zero")
        assert (code, out) == (3, []) and "/dev/zero" in err and "more than 3 MB" in err


def test_the_doctor_names_every_finding(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "x", "--link", "nowhere0000")
    assert call(capfdbinary, "doctor", "notes")[0] == 3
    store = NoteStore.open(library)
    note = store.read("a.txt").notes[0]
    store.edit("a.txt", note.id, links=[])
    code, out, _ = call(capfdbinary, "doctor", "notes", ".")
    assert code == 0 and "1 note on 1 file in" in out[0]
    (library / "b.txt").write_text(ARTICLE)
    call(capfdbinary, "note", "add", "b.txt", "--body", "old words")
    other = store.read("b.txt")
    old = other.path.read_text()
    store.edit("b.txt", other.notes[0].id, body="new words")
    other.path.write_text(old)
    path = store.read("a.txt").path
    text = path.read_text()
    path.with_name(f"{path.stem} (1).yaml").write_text(text.replace(note.id, "ncopy000001"))
    path.with_name(".x.yaml.4000000.0123abcd.tmp").write_text("")
    path.with_name("wrong-name.yaml").write_text(
        "source: {file: gone.txt}\nnotes:\n- id: nwrong00001\n  created: soon\n"
    )
    path.with_name("broken--0123abcd.yaml").write_text("notes: [")
    path.with_name("no-source.yaml").write_text("notes:\n- id: nwrong00001\n  body: the same id #again\n")
    path.with_name("backup.yaml~").write_text("")
    path.with_name("corrections.yaml").write_text("corrections: {")
    store.save_draft("a.txt", "k", "half")
    path.write_text(text[: text.index("- id")])
    code, out, _ = call(capfdbinary, "doctor", "notes")
    said = "\n".join(out)
    for words in ("a copy of", "left over from a crash", "wrong-name.yaml: should be called",
                  "gone.txt has gone", "created is no date",
                  "broken--0123abcd.yaml:", "a backup", "an unsaved draft", "removed outside Reader",
                  "corrections.yaml:", "does not say which file it is about", "the id nwrong00001 stands in",
                  "to YAML #again",
                  f"note {other.notes[0].id} on b.txt was set back to an older text"):  # fmt: skip
        assert words in said
    assert code == 3
    call(capfdbinary, "doctor", "notes", "--repair")
    left = os.listdir(store.folder)
    assert not [n for n in left if n.endswith(".tmp") or "(1)" in n]
    assert {n.id for n in store.read("a.txt").notes} == {"ncopy000001"}


def test_tags_searches_and_missing_notes_are_listed(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "Crânes fall", "--tag", "one")
    call(capfdbinary, "note", "add", "a.txt", "--quote", "crowns", "--body", "money", "--tag", "two")
    assert len(call(capfdbinary, "notes", "--json", "--tag", "two")[1]) == 1
    (found,) = call(capfdbinary, "notes", "--json", "--search", "CRANES")[1]
    assert json.loads(found)["body"] == "Crânes fall"
    assert call(capfdbinary, "notes", "--rename-tag", "two", "one")[1] == ["1 note changed"]
    assert len(call(capfdbinary, "notes", "--json", "--tag", "one")[1]) == 2
    store = NoteStore.open(library)
    assert call(capfdbinary, "notes", "--json", "--missing")[0] == 1
    store.read("a.txt").path.unlink()
    code, missing, _ = call(capfdbinary, "notes", "--json", "--missing")
    assert code == 0 and len(missing) == 2


def test_a_file_is_named_as_its_library_names_it_from_anywhere(
    library, capfdbinary, monkeypatch, tmp_path_factory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    told = ("--library", str(library))
    assert call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "one", *told)[0] == 0
    (found,) = call(capfdbinary, "notes", "--json", str(library))[1]
    assert (json.loads(found)["file"], json.loads(found)["status"]) == ("a.txt", "ok")


def test_what_cannot_be_found_stops_nothing_that_can(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--quote", "basin", "--body", "one")
    code, out, err = call(capfdbinary, "notes", "--json", "nowhere.txt", "a.txt")
    assert (
        code == 3 and [json.loads(line)["body"] for line in out] == ["one"] and "nowhere.txt: no such" in err
    )


def test_the_doctor_says_what_files_of_notes_lack(library, capfdbinary) -> None:
    folder = library / "notes"
    folder.mkdir()
    (folder / "no-file.yaml").write_text("notes:\n- body: one\n")
    (folder / "empty.yaml").write_text("notes: []\n")
    (folder / "gone.yaml").write_text("source: {file: gone.txt}\nnotes:\n- body: one\n- body: two\n")
    _, out, _ = call(capfdbinary, "doctor", "notes")
    (lacking,) = (line for line in out if "does not say which file" in line)
    assert "no-file.yaml" in lacking
    assert any("gone.txt has gone; its 2 notes are kept" in line for line in out)


def test_a_tag_in_the_words_of_a_note_is_a_tag(library: Path, capfdbinary) -> None:
    add = ("note", "add", "a.txt", "--quote", "3 million crowns", "--body", "check #budget", "--tag", "dam")
    code, (made,), _ = call(capfdbinary, *add)
    assert code == 0
    assert call(capfdbinary, "note", "edit", made, ".", "--body", "checked #done")[0] == 0
    _, (row,), _ = call(capfdbinary, "notes", "--json", ".")
    assert json.loads(row)["tags"] == ["dam", "done"]


def test_a_file_is_named_from_any_folder(library, capfdbinary, monkeypatch) -> None:
    monkeypatch.chdir(library.parent)
    name = f"{library.name}/a.txt"
    code, out, _ = call(
        capfdbinary, "note", "add", name, "--quote", "3 million crowns", "--body", "dear #money"
    )
    assert code == 0
    monkeypatch.chdir(library)
    row = json.loads(call(capfdbinary, "notes", "--json", "a.txt")[1][0])
    assert (row["id"], row["file"], row["status"], row["tags"]) == (out[0], "a.txt", "ok", ["money"])
    assert "orphan" not in row
    assert call(capfdbinary, "notes", "--tag", "#Money")[0] == 0
    assert call(capfdbinary, "note", "edit", out[0], "--body", "dear #later")[0] == 0
    assert json.loads(call(capfdbinary, "notes", "--json")[1][0])["tags"] == ["later"]


def test_a_note_in_a_broken_file_is_not_called_missing(library, capfdbinary) -> None:
    note_id = call(capfdbinary, "note", "add", "a.txt", "--quote", "harbour", "--body", "x")[1][0]
    path = next((library / "notes").glob("*.yaml"))
    path.write_text(path.read_text() + "bad: [\n")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    code, _, said = call(capfdbinary, "note", "edit", note_id, "--body", "y")
    assert code == 4 and "repair the file first" in said and ".yaml:" in said
    code, out, _ = call(capfdbinary, "doctor", "notes")
    assert code == 3 and not any("removed outside" in line for line in out)


def test_there_is_nothing_to_repair_where_there_are_no_notes(library, capfdbinary) -> None:
    code, out, err = call(capfdbinary, "doctor", "notes", "--repair", ".")
    assert code == 0 and not err and "0 notes" in out[0] and not (library / "notes").exists()


def test_a_note_written_by_hand_learns_where_it_stands_when_it_is_edited(library, capfdbinary) -> None:
    call(capfdbinary, "note", "add", "a.txt", "--body", "on all of it")
    store = NoteStore.open(library)
    path = store.read("a.txt").path
    path.write_text(
        path.read_text() + "\n- exact: basin\n  body: by hand\n- exact: not there\n  body: lost\n"
    )
    first, second = (note.id for note in store.read("a.txt").notes[1:])
    assert call(capfdbinary, "note", "edit", first, "--category", "1")[0] == 0
    assert call(capfdbinary, "note", "edit", second, "--category", "1")[0] == 0
    known, unknown = (note.anchor for note in NoteStore.open(library).read("a.txt").notes[1:])
    assert known.start >= 0 and known.exact == "basin" and known.prefix and unknown.start < 0


def test_a_note_without_a_quote_is_on_the_first_article_unless_another_is_named(library, capfdbinary) -> None:
    digest = (Path(__file__).parents[2] / "articles/14-news-digest-1997.txt").read_text("utf-8")
    (library / "digest.txt").write_text(digest, "utf-8")
    call(capfdbinary, "note", "add", "digest.txt", "--body", "on the first")
    call(capfdbinary, "note", "add", "digest.txt", "--body", "on the second", "--article", "1")
    title, other = (
        json.loads(line)["title"] for line in call(capfdbinary, "parse", "--json", "digest.txt")[1][:2]
    )
    rows = map(json.loads, call(capfdbinary, "notes", "--json", "digest.txt")[1])
    assert {row["body"]: row["article"] for row in rows} == {"on the first": 0, "on the second": 1}
    text = NoteStore.open(library).read("digest.txt").path.read_text("utf-8")
    assert f"title: {title}" in text and other not in text
