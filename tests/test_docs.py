"""The documentation names what exists, and its examples work."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.export import FORMATS
from reader.library import parse_query
from reader.library.query.grammar import FIELDS, STATES
from reader.model import FIGURE_KINDS
from reader.settings import load_settings
from reader.ui.actions import BY_ID

DOCS = Path(__file__).parent.parent / "docs"


def _read(name):
    return (DOCS / name).read_text("utf-8")


def _examples():
    rows = [line.split(" | ")[0] for line in _read("queries.md").splitlines() if line.startswith("| `")]
    return [example.replace("\\|", "|") for row in rows for example in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("example", [e for e in _examples() if "…" not in e and e != "name:value"])
def test_every_query_example_is_understood(example):
    assert not parse_query(example).empty


def test_every_field_state_and_kind_is_documented():
    text = _read("queries.md")
    for word in (*FIELDS, *STATES, *FIGURE_KINDS):
        assert re.search(rf"\b{word}\b", text), word


def test_every_format_is_documented():
    text = _read("exports.md")
    for item in FORMATS.values():
        assert f"`{item.name}`" in text
        for alias in item.aliases:
            assert f"`{alias}`" in text


def test_the_example_configuration_is_a_good_one(tmp_path):
    text = re.search(r"```yaml\n(.*?)```", _read("configuring.md"), re.S)[1]
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    settings, problems = load_settings(path)
    assert problems == ()
    assert set(settings.keys) <= set(BY_ID)
    for watch in settings.watch:
        parse_query(watch.query)


def test_the_example_notes_file_is_read(tmp_path):
    from reader.notes import NoteStore
    from reader.notes.names import notes_name

    text = re.search(r"```yaml\n(.*?)```", _read("notes.md"), re.S)[1]
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / notes_name("dam.txt")).write_text(text, encoding="utf-8")
    store = NoteStore(tmp_path / "notes", library=tmp_path)
    assert store.problems() == ()
    (file,) = store.files()
    (note,) = store.read(file).notes
    assert note.tags == ("money", "dam")
    assert note.category == 1


def test_links_lead_somewhere():
    for path in DOCS.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
            assert (DOCS / target).exists(), f"{path.name}: {target}"


def test_the_readme_links_lead_somewhere():
    text = (DOCS.parent / "README.md").read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (DOCS.parent / target).exists() or target.startswith("docs/pictures/"), target


def test_the_example_of_the_architecture_runs(capsys):
    exec(re.search(r"<!-- example -->\n```python\n(.*?)```", _read("architecture.md"), re.S)[1], {})
    said = capsys.readouterr().out
    assert "Port reopens after strike" in said and "Amina Odhiambo" in said and "12500" in said


def test_the_architecture_names_what_is_there():
    house = DOCS.parent
    for name in re.findall(r"`([a-z_/]+(?:\.py|/))`", _read("architecture.md")):
        assert any((house / root / name).exists() for root in ("", "reader")), name
    rooms = re.search(r"## The larger rooms.*?\n\n(.*?)\n\n## ", _read("architecture.md"), re.S)[1]
    modules = {path.stem for path in (house / "reader").rglob("*.py")} | {
        path.name for path in (house / "reader").rglob("*/")
    }
    for name in re.findall(r"`([a-z_/]+)`", rooms):
        assert set(filter(None, name.split("/"))) <= modules, name


def test_every_recipe_runs(tmp_path):
    """The shell scripts of the recipes do something on the samples; those with jq only where there is one."""
    shell, jq = shutil.which("bash"), shutil.which("jq")
    scripts = re.findall(r"```sh\n(.*?)```", _read("recipes.md"), re.S)
    assert len(scripts) > 5
    shutil.copytree(DOCS.parent / "articles", tmp_path / "articles", ignore=shutil.ignore_patterns("notes"))
    (tmp_path / "articles" / "queries.txt").write_text("moon\n-moon\n")
    command = tmp_path / "reader"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    env = os.environ | {"PATH": path, "PYTHONPATH": str(DOCS.parent)}
    subprocess.run(
        [str(command), "search", "moon", "--watch"], cwd=tmp_path / "articles", env=env, check=True
    )
    for script in scripts:
        if shell is None or ("jq" in script and jq is None):
            continue
        done = subprocess.run(
            [shell, "-o", "pipefail", "-c", script], cwd=tmp_path / "articles", env=env, capture_output=True, text=True
        )  # fmt: skip
        assert done.returncode == 0, (script, done.stderr)
        assert done.stdout or re.search(r"> \w+\.\w+$", script.strip())
    assert (tmp_path / "articles" / "texts.txt").stat().st_size > 1000


_WORDS = {
    "FILE": "03-mandela-elected-president.txt", "ARTICLE": "03-mandela-elected-president.txt#0",
    "QUERY": "moon", "NAME": "Gene Kranz",
}  # fmt: skip


def test_json_lines_hold_what_is_documented(tmp_path, monkeypatch, capfdbinary):
    rows = re.findall(r"^\| `(\w+ .*?)` \| (`.*`) \|$", _read("recipes.md"), re.M)
    assert len(rows) > 10
    shutil.copytree(DOCS.parent / "articles", tmp_path / "articles", ignore=shutil.ignore_patterns("notes"))
    monkeypatch.chdir(tmp_path / "articles")
    assert main(["note", "add", _WORDS["FILE"], "--quote", "Nelson Mandela took", "--body", "check"]) == 0
    for command, keys in rows:
        capfdbinary.readouterr()
        assert main([_WORDS.get(word, word) for word in command.split()]) == 0, command
        line = json.loads(capfdbinary.readouterr()[0].splitlines()[0])
        assert set(re.findall(r"`(\w+)`", keys)) == set(line), command
