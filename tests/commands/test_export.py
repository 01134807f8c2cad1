"""`reader export` as a user meets it: formats, files, queries, templates, mistakes."""

import csv
import io
import json
import os

import pytest


@pytest.fixture
def noted(library, reader, monkeypatch):
    monkeypatch.chdir(library)
    assert (
        reader("note", "add", "dam.txt", "--quote", "two years late", "--body", "Why?", "--tag", "delay").code
        == 0
    )
    assert reader("note", "add", "bridge.txt", "--quote", "three weeks", "--body", "=cmd()").code == 0
    return library


def test_the_suffix_of_the_output_decides(reader, noted):
    for name, start in (
        ("a.md", b"# "), ("a.html", b"<!DOCTYPE html>"), ("a.org", b"#+TITLE"), ("a.csv", b"\xef\xbb\xbfwhat,"),
        ("a.json", b"{"), ("a.jsonld", b'{\n  "@context"'), ("a.bib", b"@article{"),
    ):  # fmt: skip
        done = reader("export", ".", "-o", name)
        assert (done.code, done.out, done.err) == (0, b"", ""), name
        assert (noted / name).read_bytes().startswith(start), name


def test_a_query_and_a_part_choose(reader, noted):
    out = reader("export", ".", "-f", "json", "-q", "bridge", "-w", "all").out
    made = json.loads(out)
    assert [article["file"] for article in made["articles"]] == ["bridge.txt"]
    assert {row["article"] for row in made["figures"]} == {"bridge.txt#0"}
    assert "Olga Petrova" in {person["name"] for person in made["people"]}
    assert made["passages"]


def test_tables_are_crlf_and_guarded(reader, noted):
    out = reader("export", ".", "-f", "csv").out
    # The mark of a file is for spreadsheets, not for a pipe.
    assert out.startswith(b"what,") and b"\r\n" in out
    rows = list(csv.DictReader(io.StringIO(out.decode(), newline="")))
    assert {row["note"] for row in rows} == {"Why?", "'=cmd()"}


def test_a_template_is_used(reader, noted):
    (noted / "mine.txt").write_text(
        "{% for e in entries %}{% for n in e.notes %}* {{ n.note.body }}\n{% endfor %}{% endfor %}"
    )
    assert set(reader("export", ".", "-t", "mine.txt").out.decode().split("\n")) == {"* Why?", "* =cmd()", ""}
    (noted / "bad.txt").write_text("one\n{% if %}")
    done = reader("export", ".", "-t", "bad.txt")
    assert done.code == 2
    assert "bad.txt:2: " in done.err


def test_another_notes_folder(reader, noted, tmp_path):
    os.rename(noted / "notes", tmp_path / "kept")
    assert reader("export", ".").code == 1
    assert b"Why?" in reader("export", ".", "--notes", tmp_path / "kept").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-f", "pdf"), 2, "no format 'pdf'; there are markdown"),
        (("-q", "nobody-here"), 1, "no article that matches has notes"),
        (("-q", "after:nonsense"), 2, "nonsense"),
        (("-w", "passages"), 2, "name them with --query"),
        (("-o", "no/such/folder/x.md"), 2, "no/such/folder/x.md"),
        (("-t", "gone.txt"), 2, "gone.txt"),
        (("gone",), 3, "gone: no such file or folder"),
    ],
)
def test_mistakes_are_named(reader, noted, words, code, said):
    done = reader("export", ".", *words)
    assert done.code == code, done.err
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_file_that_cannot_be_written_keeps_what_it_was(reader, noted):
    (noted / "out.md").mkdir()
    done = reader("export", ".", "-o", "out.md")
    assert done.code == 2
    assert (noted / "out.md").is_dir()
    assert [name for name in os.listdir(noted) if name.endswith(".tmp")] == []


def test_a_pipe_is_written_to_and_stays_one(reader, noted):
    os.mkfifo(noted / "pipe.md")
    fd = os.open(noted / "pipe.md", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert reader("export", ".", "-o", "pipe.md").code == 0
        assert os.read(fd, 100).startswith(b"# news")
    finally:
        os.close(fd)
    assert not (noted / "pipe.md").is_file()


def test_broken_notes_do_not_stop_the_others(reader, noted):
    path = next((noted / "notes").glob("bridge*.yaml"))
    path.write_text("notes: [\n")
    done = reader("export", ".")
    assert done.code == 3
    assert b"Why?" in done.out
    assert path.name in done.err
