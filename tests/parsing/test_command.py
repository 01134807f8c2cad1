"""`reader parse` on the command line: JSON lines, explanations, bad files among good ones."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.commands import parse
from tests.parsing.samples import TITLE, labelled, repeated


def options(files: list[str], *, as_json: bool = False, explain: bool = False) -> SimpleNamespace:
    return SimpleNamespace(files=files, json=as_json, explain=explain, as_read=False)


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.txt"
    path.write_text(repeated(), encoding="utf-8")
    return str(path)


def test_json_lines(good: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert parse.run(options([good], as_json=True)) == 0
    (line,) = capfdbinary.readouterr().out.splitlines()
    record = json.loads(line)
    assert record["file"] == good and record["index"] == 0 and record["title"] == TITLE
    assert set(record) >= {
        "published", "source", "author", "captions", "paragraphs", "furniture", "blocks", "text",
    }  # fmt: skip
    assert {"role", "text", "raw_start", "raw_end", "reason"} == set(record["blocks"][0])


def test_a_bad_file_is_named_and_stops_nothing(
    good: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    code = parse.run(options([str(tmp_path / "gone.txt"), str(picture), good], as_json=True))
    captured = capfdbinary.readouterr()
    assert code == 3
    assert len(captured.out.splitlines()) == 1
    assert b"gone.txt" in captured.err and b"picture.txt" in captured.err
    assert b"Traceback" not in captured.err


def test_odd_but_readable_files_are_fine(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    empty, odd = tmp_path / "empty.txt", tmp_path / "odd.txt"
    empty.write_bytes(b"")
    odd.write_bytes(b"\xff\xfe\xfa caf\xe9 \x00\x01")
    assert parse.run(options([str(empty), str(odd)], as_json=True)) == 0


def test_explain_gives_reasons(good: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert parse.run(options([good], explain=True)) == 0
    told = capfdbinary.readouterr().out.decode()
    for words in (
        "utf-8",
        "parser ",
        "text-size control",
        "the headline again",
        "border",
        f"title: {TITLE}  (",
    ):
        assert words in told


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(labelled().encode())))
    assert parse.run(options(["-"], as_json=True)) == 0
    assert json.loads(capfdbinary.readouterr().out)["title"] == TITLE


def test_a_small_file_needs_few_modules(good: str) -> None:
    """Start-up is most of the cost of a small file: what only some inputs need is imported for them."""
    import subprocess
    import sys

    code = (
        "import sys; from reader.__main__ import main; main(['parse', '--json', sys.argv[1]]); "
        "late = {'reader.model', 'dataclasses', 'yaml', 'sqlite3', 'reader.parsing.charset'}; "
        "sys.exit(' '.join(sorted(late & set(sys.modules))))"
    )
    run = subprocess.run([sys.executable, "-c", code, good], capture_output=True, text=True, check=False)
    assert run.returncode == 0 or not run.stderr.strip(), run.stderr
