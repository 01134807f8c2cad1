"""The commands on a library, as pipes see them."""

from __future__ import annotations

import json

import pytest

from reader.__main__ import main


@pytest.fixture
def run(capfdbinary, folder):
    def call(*words):
        code = main([*words, str(folder)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_search_gives_passages_as_json_lines(run):
    code, out, err = run("search", "zanbaratine", "--json")
    assert code == 0 and not err
    (hit,) = lines(out)
    assert hit["article"] == "deep/flood.txt#0" and "zanbaratine" in hit["sentence"]
    assert run("search", "no-such-word")[:2] == (1, "")
    assert run("search", "lemburg", "--count")[1] == "2\n"
    assert run("search", "lemburg", "--files")[1].splitlines() == ["harbour-copy.txt#0", "harbour.txt#0"]


def test_a_wrong_query_is_shown_with_a_mark(run):
    code, out, err = run("search", "fuel is:unred")
    assert code == 2 and not out
    said = err.splitlines()
    assert "unread" in said[0] and said[2].index("^") - said[1].index("fuel") == 8


def test_a_changed_file_is_found_at_once(run, folder):
    run("search", "lemburg")
    (folder / "late.txt").write_text(
        "Late News Comes In\n\nThe quidnuncle was seen again in the old harbour today.\n"
    )
    assert run("search", "quidnuncle", "--count")[1] == "1\n"


def test_list_show_people_and_figures(run, folder, capfdbinary):
    code, out, _ = run("list", "--json", "--sort", "oldest")
    assert code == 0 and next(row["id"] for row in lines(out)) == "strike.txt#0"
    assert run("list", "--query", "after:2030")[0] == 1
    code, out, _ = run("people", "--json")
    assert code == 0 and "Anna Kessler" in {row["name"] for row in lines(out)}
    code, out, _ = run("people", "Anna Kessler", "--json")
    assert len({row["article"] for row in lines(out)}) == 2
    assert run("people", "Nobody Atall")[0] == 1
    code, out, _ = run("figures", "money>10m", "--json")
    assert [row["value"] for row in lines(out)] == [75e6]
    code, out, _ = run("figures", "--csv", "--query", "kind:percent")
    assert out.splitlines()[0].startswith("published,kind") and len(out.splitlines()) == 3
    assert main(["show", str(folder / "strike.txt")]) == 0
    assert "Teachers Strike" in capfdbinary.readouterr()[0].decode()
    assert main(["show", str(folder / "strike.txt#7")]) == 2
    assert main(["show", "--json", str(folder / "strike.txt#0")]) == 0


def test_merges_are_decided_on_the_command_line(run, folder, capfdbinary):
    assert main(["people", "--same", "Anna Kessler", "A. Kessler", str(folder)]) == 0
    capfdbinary.readouterr()
    _code, out, _ = run("people", "--json", "--query", "kessler")
    assert [row["name"] for row in lines(out)] == ["A. Kessler"]


def test_index_says_what_it_did(run):
    code, out, _ = run("index", "--json")
    assert code == 0 and lines(out)[0]["added"] == 4 and lines(out)[0]["marked"] == 4


def test_missing_paths(capfdbinary, tmp_path):
    assert main(["search", "x", str(tmp_path / "gone")]) == 2
    assert "no such file" in capfdbinary.readouterr()[1].decode()


def test_only_what_is_needed_is_imported(folder):
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from reader.library import Library; "
        f"Library.open([Path({str(folder)!r})]); "
        "print([m for m in ('sqlite3', 'yaml', 'watchfiles', 'textual', 'pycrfsuite') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"
