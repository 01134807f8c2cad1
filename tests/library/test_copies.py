"""Near-duplicates are folded, with what each adds; coverage is compared."""

from __future__ import annotations

import random

from reader.library import Library
from reader.library.duplicates import common_share
from reader.library.sketches import likeness, shingles, sketch
from reader.model import Correction
from tests.library.conftest import write


def test_copies_fold_under_one_row_and_unfold(library):
    folded = library.rows()
    assert len(folded) == 3 and len(library.rows(fold=False)) == 4
    row = next(row for row in folded if "Harbour" in row.title)
    assert row.copies == 1
    assert len(library.rows("is:copy", fold=False)) == 1


def test_a_folded_copy_stands_where_its_row_does(library):
    folded, every = library.rows(), library.rows(fold=False)
    at = next(n for n, row in enumerate(folded) if "Harbour" in row.title)
    assert {folded.index_of("harbour.txt#0"), folded.index_of("harbour-copy.txt#0")} == {at}
    assert every.index_of("harbour.txt#0") != every.index_of("harbour-copy.txt#0")
    assert library.rows("strike").index_of("harbour-copy.txt#0") is None
    assert folded.index_of("gone.txt#0") is None


def test_a_copy_that_alone_matches_is_shown(library):
    assert len(library.rows("on:2024-03-03")) == 1 and len(library.rows("on:2024-03-04")) == 1
    assert len(library.rows("lemburg")) == 1


def test_what_a_copy_adds_is_named(library):
    shown = next(row.id for row in library.rows() if "Harbour" in row.title)
    copy = library.duplicates(shown)[0]
    assert copy.share > 0.7
    ours, theirs = (
        ("harbour-copy.txt#0", "harbour.txt#0")
        if "copy" in shown
        else ("harbour.txt#0", "harbour-copy.txt#0")
    )
    assert (shown, copy.article) == (ours, theirs)
    assert "Again." in (copy.lacks + copy.adds + tuple(s for pair in copy.changes for s in pair))
    assert library.duplicates("strike.txt#0") == ()


def test_changed_sentences_are_paired(tmp_path):
    place = tmp_path / "n"
    write(place, "a.txt", "Harbour Works Cost More", count=120)
    write(place, "b.txt", "Harbour Works Cost More", count=135)
    library = Library.open([place])
    library.scan(processes=0)
    copy = library.duplicates(library.rows()[0].id)[0]
    assert len(copy.changes) == 1 and not copy.adds and not copy.lacks
    assert {"120" in copy.changes[0][0], "135" in copy.changes[0][0]} == {True, False}


def test_a_removed_original_frees_its_copy(library, folder):
    (folder / "harbour-copy.txt").unlink()
    (folder / "harbour.txt").touch()
    library.scan(processes=0)
    assert [row.copies for row in library.rows()] == [0, 0, 0]


def test_sketches_estimate_the_common_share():
    rng = random.Random(3)
    words = [f"w{i}" for i in range(400)]
    for kept in (1.0, 0.97, 0.9, 0.7, 0.3):
        one = [rng.choice(words) for _ in range(600)]
        other = [w if rng.random() < kept else rng.choice(words) for w in one]
        a, b = " ".join(one), " ".join(other)
        true = len(shingles(a) & shingles(b)) / len(shingles(a) | shingles(b))
        assert abs(likeness(sketch(a), sketch(b)) - true) < 0.3
        assert common_share(shingles(a), shingles(b)) >= true


def test_most_near_duplicates_are_found_and_nothing_else(tmp_path):
    rng = random.Random(5)
    nouns = [f"noun{i}" for i in range(3000)]
    place = tmp_path / "n"
    place.mkdir()
    for i in range(40):
        sentences = [" ".join(rng.choices(nouns, k=14)).capitalize() + "." for _ in range(16)]
        (place / f"a{i:02}.txt").write_text(f"Story Number {i}\n\n" + "\n\n".join(sentences) + "\n")
        if i < 20:
            sentences[rng.randrange(16)] = " ".join(rng.choices(nouns, k=14)).capitalize() + "."
            (place / f"b{i:02}.txt").write_text(f"Story Number {i}\n\n" + "\n\n".join(sentences) + "\n")
    library = Library.open([place])
    library.scan(processes=0, marks=False)
    rows = {row.id: row.copies for row in library.rows()}
    assert sum(rows.values()) >= 19
    for row in library.rows():
        if row.copies:
            assert [c.article[1:3] for c in library.duplicates(row.id)] == [row.id[1:3]]


def test_coverage_side_by_side_flags_what_differs(tmp_path):
    place = tmp_path / "n"
    for name, dead, cost in (("a", 12, 40), ("b", 15, 40)):
        (place / f"{name}.txt").parent.mkdir(exist_ok=True)
        (place / f"{name}.txt").write_text(
            f"Ferry Accident Off The Coast {name}\n\nAt least {dead} people were killed when a ferry sank off Lemburg, "
            f"Minister Carla Rossi said.\n\nThe ferry had cost ${cost} million when it was built for the state line.\n"
        )
    library = Library.open([place])
    library.scan(processes=0)
    found = library.compare(["a.txt#0", "b.txt#0"])
    assert [article.file for article in found.articles] == ["a.txt", "b.txt"]
    assert any(p.name == "Carla Rossi" and all(p.mentions) for p in found.people)
    differing = [row for row in found.figures if row.differs]
    assert [[f.value for cell in row.cells for f, _ in cell] for row in differing] == [[12, 15]]
    money = next(row for row in found.figures if row.kind == "money")
    assert all(money.cells) and not money.differs


def test_one_person_in_two_spellings_stands_on_one_line_unless_told_apart(tmp_path):
    place = tmp_path / "n"
    place.mkdir()
    for name, chief, clerk in (
        ("a", "Abdel Fattah al-Sisi", "Omar Haddad"),
        ("b", "Abdel-Fattah el-Sissi", "Omar Haddad"),
    ):
        (place / f"{name}.txt").write_text(
            f"Ferry Accident Off The Coast {name}\n\nPresident {chief} flew to the port on Monday, the harbour master "
            f"{clerk} said.\n"
        )
    library = Library.open([place])
    library.scan(processes=0)
    people = library.compare(["a.txt#0", "b.txt#0"]).people
    assert [(p.mentions, len(p.also)) for p in people] == [((1, 1), 1), ((1, 1), 0)]
    assert {people[0].name, *people[0].also} == {"Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi"}
    library.apply(Correction("", "different", "Abdel-Fattah el-Sissi", "Abdel Fattah al-Sisi"))
    assert len(library.compare(["a.txt#0", "b.txt#0"]).people) == 3


def test_later_copies_join_without_a_new_comparison_of_all(library, folder, monkeypatch):
    from reader.library.scanning import scan

    compared = []
    real = scan.find_copies

    def find(index, threshold, text, fresh):
        def counted(number):
            compared.append(number)
            return text(number)

        return real(index, threshold, counted, fresh)

    monkeypatch.setattr(scan, "find_copies", find)
    write(
        folder,
        "third.txt",
        "Harbour Works Cost More",
        day="March 9, 2024",
        lead="Work in Lemburg goes on. Still.",
    )
    library.scan(processes=0)
    row = next(row for row in library.rows() if "Harbour" in row.title)
    assert row.copies == 2 and len(set(compared)) <= 3
    compared.clear()
    write(
        folder, "other.txt", "Something Else", town="Xanten", mayor="Ole Brandt", lead="An unlike text. " * 9
    )
    library.scan(processes=0)
    assert next(row for row in library.rows() if "Harbour" in row.title).copies == 2
    (folder / "third.txt").unlink()
    library.scan(processes=0)
    assert next(row for row in library.rows() if "Harbour" in row.title).copies == 1


def test_two_values_of_one_sentence_are_two_quantities(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"Ship {name} Runs Aground In The Canal\n\nThe ship is 400 meters long and 59 meters wide, its owner "
            "said on Monday in the port.\n"
        )
    library = Library.open([tmp_path])
    library.scan(processes=0)
    found = library.compare(["a.txt#0", "b.txt#0"])
    metres = [[f.value for cell in row.cells for f, _ in cell] for row in found.figures if row.unit == "m"]
    assert sorted(metres) == [[59, 59], [400, 400]] and not any(row.differs for row in found.figures)


def test_copies_are_looked_up_in_their_own_index(library):
    row = next(row for row in library.rows() if row.copies)
    database, asked = library.index.database.connection, list[str]()
    database.set_trace_callback(asked.append)
    assert len(library.duplicates(row.id)) == 1
    database.set_trace_callback(None)
    (question,) = [sql for sql in asked if "original =" in sql]
    plan = [step[3] for step in database.execute(f"EXPLAIN QUERY PLAN {question}")]
    assert any("articles_copies" in step for step in plan), plan
    assert not any(step.startswith("SCAN articles") for step in plan), plan
