"""Articles side by side in a pipe, as C and D show them in the app."""

import csv
import json

import pytest

A = """Ferry sinks off the coast

2024-03-04

CALLAO (Harbour Wire) - A ferry sank off Callao on Monday. Some 40 passengers drowned, Mayor Ana Ruiz said.
"""
B = """Dozens die as boat goes down

2024-03-05

CALLAO (Meridian Post) - A ferry sank near the port on Monday. At least 52 passengers drowned, Captain Tom Okoye said.
"""


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(A)
    (folder / "b.txt").write_text(B)
    return folder


def test_figures_that_differ_and_people_are_told(reader, library):
    done = reader("compare", "a.txt#0", "b.txt#0", library)
    said = done.out.decode().splitlines()
    assert done.code == 0
    assert said[0].startswith("A  Ferry sinks") and said[1].endswith("Meridian Post · 2024-03-05 · b.txt#0")
    assert any(line.startswith("≠ ") for line in said)
    assert "@ Ana Ruiz  │ A 1  B -" in said
    rows = [
        json.loads(line)
        for line in reader("compare", "--json", "a.txt#0", "b.txt#0", library).out.splitlines()
    ]
    (row,) = [row for row in rows if row["what"] == "figure" and row["differs"]]
    assert [(cell["article"], cell["value"]) for cell in row["figures"]] == [("a.txt#0", 40), ("b.txt#0", 52)]
    told = {"what": "person", "name": "Tom Okoye", "also": [], "mentions": {"a.txt#0": 0, "b.txt#0": 1}}
    assert told in rows
    table = reader("compare", "--csv", "a.txt#0", "b.txt#0", library).out.decode()
    differing = [row for row in csv.DictReader(table.splitlines()) if row["differs"]]
    assert [(row["article"], row["low"], row["approx"]) for row in differing] == [
        ("a.txt#0", "40", "about"),
        ("b.txt#0", "52", "at least"),
    ]
    assert reader("compare", "--csv", "--copies", "a.txt#0", library).code == 2


def test_copies_say_what_they_change(reader, library):
    (library / "c.txt").write_text(A.replace("40 passengers", "44 passengers") + "\nThe search went on.\n")
    done = reader("compare", "--copies", "a.txt#0", library)
    said = done.out.decode()
    assert (
        done.code == 0
        and "c.txt#0" in said
        and "+ The search went on." in said
        and "> Some 44 passengers" in said
    )


def test_what_cannot_be_compared_is_named(reader, library):
    assert reader("compare", "a.txt#9", library).code == 3
    assert reader("compare", library).code == 2
    done = reader("compare", "nowhere.txt", library)
    assert done.code == 2 and done.lines[0].startswith("reader: nowhere.txt: no such file or folder")
    (library / "d.txt").write_text(
        "Prize for a poet\n\n2020-01-01\n\nThe poet Lia Moss won a prize on Friday.\n"
    )
    done = reader("compare", "d.txt#0", library)
    assert done.code == 1 and "no other article tells this story" in done.err
    listed = reader("list", library, "--query", "ferry").out
    assert reader("compare", "-", library, stdin=listed).out.startswith(b"A  Dozens die")


def test_files_alone_stand_for_their_articles(reader, library):
    done = reader("compare", library / "a.txt", library / "b.txt")
    assert done.code == 0
    assert [line[:1] for line in done.out.decode().splitlines()[:2]] == ["A", "B"]
