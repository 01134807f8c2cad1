"""YAML is read as text with places; everything that could surprise is refused, by name and line, quickly."""

from __future__ import annotations

import pytest
import yaml

from reader.yamlio import YamlError, parse_yaml, read_yaml


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: 2\nc: caf\xe9\n")
    with pytest.raises(YamlError) as caught:
        read_yaml(path)
    assert caught.value.problem.line == 3 and "save it as UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x 1\n", 1, "anchors"),
        ("a: 1\nb: *x\n", 2, "aliases"),
        ("a: !!python/object:os.system x\n", 1, "tags"),
        ("a: 1\nb: 2\na: 3\n", 3, "stands twice"),
        ("a: {<<: {b: 1}}\n", 1, "merge keys"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("? [a, b]\n: 1\n", 1, "key must be plain text"),
        ("a: " + "[" * 100_000, 1, "nested deeper"),
        ("- " * 5_000 + "x", 1, "nested deeper"),
        ("{a: " * 100_000, 1, "nested deeper"),
        ("a: b: c\n", 1, "put text with a colon in quotes"),
        ("a: [1, 2\nb: 3\n", 2, "the [ of line 1 is not closed"),
        ("a: {b: 1\nc: 3\n", 2, "the { of line 1 is not closed"),
        ("a: 1\nb: 'x\nc: 3\n", 2, "the quote that opens here is not closed"),
        ("a: 'b' c\n", 1, "expected `key: value`"),
        ('a: "c:\\dir"\n', 1, "backslash"),
        ("a: @b\n", 1, "put such text in quotes"),
        ("a: - b\n", 1, "check the indentation"),
        ("a: ? b\n", 1, "question mark"),
        ("a: |x\n  b\n", 1, "next line"),
        ("a: 1\nb: \x07\n", 2, "control character (U+0007)"),
        ("a:\n\t- b\n", 2, "use spaces"),
        ("a: [" + "b," * 200_000, 1, "tiny values"),
        ("a: [" + "a word of some length," * 210_000, 1, "split the file"),
    ],
)
def test_what_could_surprise_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse_yaml(text, "f.yaml")
    assert words in caught.value.problem.message
    assert caught.value.problem.line == line
    assert caught.value.problem.file == "f.yaml"


@pytest.mark.parametrize("text", ["a: \x07\n", "a: [1\n", "a: b: c\n", "[" * 5_000, "a: - b\n"])
def test_without_libyaml_the_same_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(YamlError) as fast:
        parse_yaml(text, "f")
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(YamlError) as slow:
        parse_yaml(text, "f")
    assert slow.value.problem == fast.value.problem


def test_every_scalar_is_text() -> None:
    root = parse_yaml("a: no\nb: 12:34:56\nc: 010\nd: 2024-13-45\ne: ~\nf: 1_000\n", "f")
    assert root is not None
    assert root.plain() == {
        "a": "no", "b": "12:34:56", "c": "010", "d": "2024-13-45", "e": None, "f": "1_000",
    }  # fmt: skip


def test_lines_of_a_node_leave_out_what_follows_it() -> None:
    text = "top: 1\nlist:\n\n- id: a\n  body: |\n    one\n    # not a comment\n\n# a comment\n- id: b  # tail\n\n"
    root = parse_yaml(text, "f")
    assert root is not None and isinstance(root.value, dict)
    first, second = root.value["list"].value
    lines = text.splitlines()
    assert lines[first.line - 1 : first.end_line][-1] == "    # not a comment"
    assert lines[second.line - 1 : second.end_line] == ["- id: b  # tail"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n"])
def test_an_empty_document_is_none(text: str) -> None:
    assert parse_yaml(text, "f") is None
