"""The commands on a library, as pipes see them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from reader.__main__ import main
from reader.library import Library
from reader.library.index.reading import Reader
from tests.library.conftest import write


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


def test_people_explains_every_mark(run):
    code, out, _ = run("people", "--explain", "--name", "Anna Kessler", "--json")
    assert code == 0
    marks = lines(out)
    assert {mark["article"] for mark in marks} == {"harbour.txt#0", "harbour-copy.txt#0"}
    assert all(
        mark["name"] == "Anna Kessler" and 0 < mark["confidence"] <= 1 and mark["reason"] for mark in marks
    )
    code, out, _ = run("people", "--explain", "-q", "flood", "--limit", "1")
    assert code == 0 and out.startswith("deep/flood.txt#0:") and "%, " in out
    assert run("people", "--explain", "-q", "nothingofthekind")[:2] == (1, "")


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
    assert "  9,000 houses  │ " in run("figures", "houses>1000")[1]
    code, out, _ = run("figures", "--csv", "--query", "kind:percent")
    assert out.splitlines()[0].startswith("published,kind") and len(out.splitlines()) == 3
    assert main(["show", str(folder / "strike.txt")]) == 0
    assert "Teachers Strike" in capfdbinary.readouterr()[0].decode()
    assert main(["show", str(folder / "strike.txt#7")]) == 2
    capfdbinary.readouterr()
    assert main(["show", "--json", str(folder / "strike.txt#0")]) == 0
    (shown,) = lines(capfdbinary.readouterr()[0].decode())
    assert "3.5 percent" in [figure["text"] for figure in shown["figures"]] and shown["people"] == []


def test_who_else_is_called_so_is_told_with_the_passages_on_one(run, folder):
    (folder / "kesslers.txt").write_text(
        "Two of one name meet\n\n2024-05-01\n\nMayor Petra Kessler spoke first. Minister Anna Kessler thanked her.\n"
    )
    code, _, said = run("people", "Kessler")
    assert (
        code == 0
        and said == "reader: these are of Anna Kessler (3); others of that name: Petra Kessler (1)\n"
    )
    assert run("people", "Petra Kessler")[2] == ""


def test_a_query_may_begin_with_a_minus(run, folder):
    others = run("search", "NOT lemburg", "--files")[1]
    assert others and run("search", "-lemburg", "--files")[:2] == (0, others)
    assert run("search", "--files", "--", "-lemburg")[:2] == (0, others)
    assert run("list", "-q", "-lemburg", "--json")[1] == run("list", "--query", "NOT lemburg", "--json")[1]
    assert run("figures", "-q", "-kind:money")[1] == run("figures", "NOT kind:money")[1] != ""
    assert run("export", "-fcsv", "-wpeople")[1].startswith(
        "what,"
    )  # options with their values are as they were
    with pytest.raises(SystemExit):
        run("search", "lemburg", "--cuont")


def test_what_a_query_needs_is_found_before_it_is_answered(run, folder):
    assert run("search", "is:copy", "--count")[1] == "1\n"
    run(
        "note", "add", str(folder / "harbour.txt"), "--quote", "Lemburg", "--body", "check #port", "--library"
    )
    assert run("search", "tag:*", "--count")[1] == "1\n"


def test_an_export_for_a_person_finds_people_first(run, folder, capfdbinary):
    assert main(["note", "add", str(folder / "harbour.txt"), "--quote", "Lemburg", "--body", "check"]) == 0
    code, out, _ = run("export", "-q", 'person:"Anna Kessler"')
    assert code == 0 and "check" in out


def test_bad_files_are_counted_before_an_answer_and_named_by_index(run, folder):
    for number in range(9):
        (folder / f"image{number}.txt").write_bytes(bytes(range(256)) * 8)
    code, out, said = run("search", "lemburg", "--count")
    assert (code, out) == (3, "2\n")
    assert said.count("image") == 3 and "6 more files" in said.splitlines()[-1]
    code, _, said = run("index")
    assert code == 3 and said.count("image") == 9


def test_index_tells_what_is_no_text_and_an_empty_folder_is_called_so(run, folder, tmp_path, capfdbinary):
    (folder / "deep" / "page.html").write_text("<p>Words</p>")
    (folder / "table.csv").write_text("a,b\n")
    (folder / "other.csv").write_text("a,b\n")
    (folder / "plain").write_text("A story without an ending\n\nIt is told all the same.\n")
    assert "not read, by their endings: 2 .csv, 1 .html;" in run("index")[2]
    empty = tmp_path / "nothing here"
    empty.mkdir()
    for command in (["list"], ["search", "dam"], ["people"], ["figures"]):
        assert main([*command, str(empty)]) == 1
        said = capfdbinary.readouterr()[1].decode()
        assert said.count("\n") == 1 and "nothing here: no articles" in said


def test_what_arrived_last_comes_first_and_of_one_delivery_the_newest(tmp_path):
    for name, day, minutes in (("a", 3, 0), ("b", 1, 9), ("c", 2, 9)):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Dam opens\n\n2024-03-0{day}\n\nThe dam of {name * 9} was opened on Sunday.\n")
        os.utime(path, (1e9 + 60 * minutes, 1e9 + 60 * minutes))
    library = Library.open([tmp_path])
    library.scan(processes=0)
    for query in ("", "dam"):
        assert [row.id[0] for row in library.rows(query, sort="arrived")] == ["c", "b", "a"]


def test_articles_without_a_date_stand_in_the_order_of_their_names(run, folder):
    for name in ("n9", "n10", "n1"):
        (folder / f"{name}.txt").write_text(
            f"Story {name} without a day\n\nNobody knows when quorvane came.\n"
        )
    for sort in ("newest", "oldest"):
        rows = lines(run("list", "--json", "--query", "quorvane", "--sort", sort)[1])
        assert [row["id"] for row in rows] == ["n1.txt#0", "n10.txt#0", "n9.txt#0"]


def test_merges_are_decided_on_the_command_line(run, folder, capfdbinary):
    assert main(["people", "--same", "Anna Kessler", "A. Kessler", str(folder)]) == 0
    capfdbinary.readouterr()
    _code, out, _ = run("people", "--json", "--query", "kessler")
    assert [row["name"] for row in lines(out)] == ["A. Kessler"]


def test_a_decision_on_somebody_unknown_is_refused(run, folder, capfdbinary):
    def decide(*words):
        code = main(["people", *words, str(folder)])
        return code, capfdbinary.readouterr()[1].decode()

    for words, hint in (
        (("--same", "Nobody Atall", "Anna Kessler"), "nobody called 'Nobody Atall'"),
        (("--same", "Kessler", "Anna Kessler"), "did you mean 'Anna Kessler'"),
        (("--different", "Anna Kessler", "Nobody Atall"), "nobody called 'Nobody Atall'"),
        (("--name", '" "'), "nobody called '\" \"'"),
    ):
        code, said = decide(*words)
        assert code == 1 and hint in said and len(said.splitlines()) == 1
    assert decide("--same", "Anna Kessler", "Anna Kessler")[0] == 2
    for other in (".", str(folder)):
        code, said = decide("--same", "Anna Kessler", other)
        assert code == 2 and "is no name" in said
    assert not (folder / "notes").exists()


def test_the_name_or_query_may_stand_after_the_folder(folder, capfdbinary):
    for words in (["people", str(folder), "kessler"], ["people", "kessler", str(folder)]):
        assert main(words) == 0
        assert "Anna Kessler" in capfdbinary.readouterr()[0].decode()
    assert main(["figures", str(folder), "money>10m"]) == 0
    assert "75,000,000" in capfdbinary.readouterr()[0].decode()
    assert main(["people", str(folder / "gone"), str(folder)]) == 1
    assert "nor is it a file or folder" in capfdbinary.readouterr()[1].decode()


def test_what_can_be_read_is_printed_though_a_file_is_no_text(run, folder):
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    write(folder, "other.txt", "Harbour Works Go On", mayor="Ana Kessler")
    for words in (
        ["people"], ["people", "kessler"], ["people", "kessler", "--explain"], ["people", "--merges"],
        ["figures", "--explain"], ["search", "Kessler"], ["export", "--what", "people"], ["list"],
    ):  # fmt: skip
        code, out, err = run(*words)
        assert code == 3 and out.strip() and "photo.txt" in err, words


def test_names_that_may_be_one_are_told_in_lines_and_as_json(run, folder):
    for number, name in enumerate(("Mohammed Haddad", "Mohammed Haddad", "Muhammad Haddad")):
        write(folder, f"report{number}.txt", f"Report Number {number}", mayor=name, town=f"Ort{number}")
    code, out, _ = run("people", "--merges")
    assert code == 0
    assert out.splitlines() == [
        "0.95\tMohammed Haddad (2)\tMuhammad Haddad (1)\tthe same name in another spelling"
    ]
    assert lines(run("people", "--merges", "--json")[1]) == [
        {
            "name": "Mohammed Haddad", "other": "Muhammad Haddad", "score": 0.95, "articles": [2, 1],
            "reason": "the same name in another spelling",
        }
    ]  # fmt: skip


def test_many_merges_are_decided_at_once(run, folder, monkeypatch):
    names = ("Mohammed Haddad", "Muhammad Haddad", "Yusuf Saleh", "Yousef Saleh", "Anna Kesler")
    for number, name in enumerate(names):
        write(folder, f"report{number}.txt", f"Report Number {number}", mayor=name, town=f"Ort{number}")
    every = run("people", "--merges")[1].splitlines()
    code, _, err = run("people", "--accept", "a hunch")
    assert code == 1 and "the same name in another spelling (2);" in err and not (folder / "notes").exists()
    code, out, err = run("people", "--accept", "the same name in another spelling")
    assert code == 0 and len(out.splitlines()) == 2 and "2 pairs: one person each" in err
    left = run("people", "--merges")[1]
    assert left.splitlines() == [line for line in every if "Saleh" in line]
    monkeypatch.setattr("sys.stdin", io.StringIO(left + "Nobody\n"))
    code, out, err = run("people", "--reject", "-")
    assert (code, out) == (3, left) and "Nobody: no pair" in err
    assert run("people", "--merges")[0] == 1
    assert (folder / "notes" / "corrections.yaml").read_text().count("action:") == 3


def test_a_figure_is_told_in_one_line(run):
    code, out, _ = run("figures", "money>10m")
    (line,) = out.splitlines()
    assert code == 0
    assert line.split("  │ ")[::2] == ["2023-04-12  money     75,000,000 $", "deep/flood.txt#0"]
    (explained,) = run("figures", "money>10m", "--explain")[1].splitlines()
    assert explained.split("  │ ")[1].startswith("$75 million: ")


def test_index_says_what_it_did(run):
    code, out, _ = run("index", "--json")
    assert code == 0 and lines(out)[0]["added"] == 4 and lines(out)[0]["marked"] == 4
    assert lines(run("index", "--json")[1])[0]["added"] == 0
    run("mark", "zanbaratine", "--star")
    assert lines(run("index", "--rebuild", "--json")[1])[0]["added"] == 4
    assert run("list", "--query", "is:starred")[1].count("\n") == 1  # the state stays


def test_an_article_is_shown_by_what_a_list_of_its_folder_calls_it(run, folder, capfdbinary):
    _, out, _ = run("search", "zanbaratine", "--files")
    name = out.strip()
    assert main(["show", "--plain", name, str(folder)]) == 0
    assert "zanbaratine" in capfdbinary.readouterr()[0].decode()
    assert main(["show", name]) == 3
    assert "name that folder after it" in capfdbinary.readouterr()[1].decode()


def test_troubles_name_their_file_as_it_is_called_from_here(run, folder, monkeypatch):
    (folder / "deep" / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    assert f"reader: {folder}/deep/photo.txt: " in run("list")[2]
    monkeypatch.chdir(folder.parent)
    assert "reader: news/deep/photo.txt: " in run("list", "--fresh")[2]


def test_wrong_limits_and_a_query_behind_its_folder_are_said(run, folder, capfdbinary):
    for command in (["list"], ["people"], ["figures"], ["search", "dam"]):
        with pytest.raises(SystemExit) as stop:
            main([*command, "--limit=-3", str(folder)])
        assert stop.value.code == 2 and "0 up" in capfdbinary.readouterr()[1].decode()
    assert main(["search", str(folder), "dam"]) == 2
    assert "query comes first" in capfdbinary.readouterr()[1].decode()
    with pytest.raises(SystemExit):
        main(["search"])
    assert "PATH" not in capfdbinary.readouterr()[1].decode().splitlines()[-1]


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


def test_a_changed_file_among_the_hits_is_read_as_it_is_now(run, folder, monkeypatch):
    monkeypatch.setattr("reader.cli.openings._SMALL", 1)
    monkeypatch.setattr("reader.library.scanning.freshness._SETTLED", -(1 << 62))
    run("search", "lemburg")
    file = folder / "harbour.txt"
    file.write_text(file.read_text().replace("Lemburg", "Kornau"))
    code, out, err = run("search", "lemburg", "--json")
    assert code == 0 and [hit["article"] for hit in lines(out)][:1] == ["harbour-copy.txt#0"]
    assert "Kornau" not in out and "1 of these files changed" in err
    assert run("search", "kornau", "--count")[:2] == (1, "0\n")
    assert run("search", "kornau", "--count", "--fresh")[:2] == (0, "1\n")


def test_an_index_that_was_not_checked_for_days_answers_and_says_so(run, folder, monkeypatch):
    monkeypatch.setattr("reader.cli.openings._SMALL", 1)
    monkeypatch.setattr("reader.library.scanning.freshness._SETTLED", -(1 << 62))
    run("search", "lemburg")
    monkeypatch.setattr("reader.cli.openings._OLD", 1e-9)
    code, out, err = run("search", "lemburg", "--count")
    assert (code, out) == (0, "2\n") and "ago" in err and "--fresh" in err
    (folder / "late.txt").write_text(
        "Late News Comes In\n\nThe quidnuncle was seen in Lemburg today, again.\n"
    )
    assert run("search", "quidnuncle", "--count")[1] == "1\n"


def test_the_command_writes_all_of_a_long_answer_into_a_pipe(run, folder):
    for number in range(150):
        (folder / f"more{number:03}.txt").write_text(
            f"Report Number {number} Is Out\n\nThe old quidnuncle was seen. {'All went on as before. ' * 20}\n"
        )
    run("search", "quidnuncle", "--count")

    def command(*words):
        return subprocess.run([sys.executable, "-m", "reader", *words, str(folder)], capture_output=True)

    found = command("search", "quidnuncle old", "--json")
    assert found.returncode == 0 and len(lines(found.stdout)) == 300 and not found.stderr
    assert command("search", "no-such-word").returncode == 1
    wrong = command("search", "is:unred")
    assert wrong.returncode == 2 and b"unread" in wrong.stderr
    assert len(command("list", "--json").stdout.splitlines()) >= 150


def test_limit_says_what_was_left_out(run):
    code, out, err = run("search", "the", "--limit", "2")
    assert code == 0 and len(out.splitlines()) == 2 and "4 articles match" in err
    assert run("search", "zanbaratine", "--limit", "1")[2] == ""
    assert len(run("search", "the", "--limit", "0")[1].splitlines()) > 2


@pytest.mark.parametrize("helper", ["whole", "none", "dies"])
def test_two_processes_write_what_one_writes(run, folder, monkeypatch, helper):
    for number in range(90):
        (folder / f"more{number:02}.txt").write_text(
            f"Report Number {number} Is Out\n\nThe old quidnuncle “{number}” was seen again in the harbour.\n"
        )
    monkeypatch.setattr("reader.cli.openings._SMALL", 1)
    monkeypatch.setattr("reader.library.scanning.freshness._SETTLED", -1 << 62)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    run("search", "quidnuncle")
    for number in (50, 70, 80):
        path = folder / f"more{number}.txt"
        path.write_text(path.read_text().replace("harbour", "bay"))
    alone = run("search", "quidnuncle", "--json")
    assert len(alone[1].splitlines()) == 90 and "3 of these files changed" in alone[2]
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("reader.library.halving._MANY", 1)
    monkeypatch.setattr("reader.library.halving._PIECE", 7)
    if helper == "none":

        def no_process():
            raise OSError

        monkeypatch.setattr("os.fork", no_process)
    if helper == "dies":
        here, places = os.getpid(), Reader.places

        def dying(self, numbers):
            for found in places(self, numbers):
                if os.getpid() != here and found[1].path.endswith("50.txt"):
                    os._exit(1)
                yield found

        monkeypatch.setattr(Reader, "places", dying)
    assert run("search", "quidnuncle", "--json") == alone


def test_a_search_starts_without_what_it_does_not_need(run, folder):
    run("search", "lemburg")
    script = (
        "import sys; from reader.cli import openings; openings._SMALL = 1;"
        "from reader.library.scanning import freshness; freshness._SETTLED = -1 << 62;"
        "from reader.__main__ import main; main(sys.argv[1:]);"
        "print(*sorted({'dataclasses', 'yaml', 'reader.parsing', 'reader.model', 'difflib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "search", "zanbaratine", str(folder), "--limit", "1"],
        capture_output=True, check=True,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 2 and not done.stdout.splitlines()[1]


def test_queries_are_followed_from_the_command_line(run):
    assert run("list", "--watches")[0] == 1
    code, out, err = run("search", "zanbaratine", "--watch")
    assert (code, out) == (0, "") and "'zanbaratine' is followed: 1 article now" in err
    assert run("list", "--watches")[:2] == (0, "zanbaratine\n")
    run("index")
    assert run("search", "is:watched", "--files")[1] == "deep/flood.txt#0\n"
    assert run("search", "fuel is:unred", "--watch")[0] == 2
    assert run("search", "zanbaratin", "--unwatch")[0] == 1
    assert run("search", "zanbaratine", "--unwatch")[0] == 0
    assert run("search", "is:watched", "--count")[:2] == (1, "0\n")
    code, _, said = run("search", "--watch", " ")
    assert code == 2 and "is not followed" in said
    code, out, _ = run("list", "--json", "--limit", "9" * 30)
    assert code == 0 and lines(out)


def test_what_is_followed_has_a_name(run, folder, tmp_path, monkeypatch):
    assert run("search", "zanbaratine", "--name", "Flood")[0] == 2
    assert "as 'Flood'" in run("search", "zanbaratine", "--watch", "--name", "Flood")[2]
    assert run("list", "--watches")[1] == "zanbaratine\tFlood\n"
    assert run("search", "zanbaratine", "--watch")[0] == 0  # once more: the name stays
    told = {"query": "zanbaratine", "name": "Flood", "articles": 1, "unread": 1}
    assert lines(run("list", "--watches", "--json")[1]) == [told]
    assert run("search", "Flood", "--unwatch")[0] == 0 and run("list", "--watches")[0] == 1
    home = tmp_path / "settings" / "reader"
    home.mkdir(parents=True)
    (home / "config.yaml").write_text("watch:\n  - Flood: zanbaratine\n  - person: kessler\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home.parent))
    assert run("list", "--watches")[1] == "zanbaratine\tFlood\nkessler\tperson\n"
    assert "settings" in run("search", "Flood", "--unwatch")[2]
    assert main(["config", "--check"]) == 2
    assert 'a field of queries; write "person:kessler"' in run("index")[2]


def test_what_may_not_be_read_is_named(run, folder, monkeypatch):
    monkeypatch.setattr("reader.cli.openings.is_readable", lambda path: False)
    assert run("search", "lemburg") == (3, "", f"reader: {folder}: may not be read; check its permissions\n")


def test_a_name_with_a_tab_stays_one_column(run, folder):
    (folder / "two\twords.txt").write_text((folder / "strike.txt").read_text())
    rows = run("list")[1].splitlines()
    assert all(row.count("\t") == 3 for row in rows)
    assert any(row.endswith("\ttwo words.txt#0") for row in rows)


def test_a_name_that_nobody_has_is_answered_with_those_like_it(run, folder, capfdbinary):
    assert main(["people", "Kesler", str(folder)]) == 1
    assert "did you mean 'Anna Kessler'" in capfdbinary.readouterr()[1].decode()
