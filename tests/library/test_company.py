"""Who is named together with whom: counts, order, passages, corrections; in the library and from the command line."""

from __future__ import annotations

import csv
import json

import pytest

from reader.__main__ import main
from reader.library import Library
from reader.library.query import parse_query, without_words
from reader.model import Correction

_SAYS = (
    "{} told reporters that the harbour works go on.",
    "The plan was delayed again, {} said on Tuesday.",
    "The court heard {} for two hours in the morning.",
)
ANNA, OMAR, LENA, VIKTOR = "Anna Kessler", "Omar Haddad", "Lena Brandt", "Viktor Novak"
#: Viktor Novak is in everything, Omar Haddad only where Anna Kessler is.
CASTS = (
    (ANNA, OMAR, VIKTOR), (ANNA, OMAR, VIKTOR), (ANNA, LENA, VIKTOR), (VIKTOR, LENA), (VIKTOR, LENA), (VIKTOR,),
)  # fmt: skip


@pytest.fixture
def library(tmp_path):
    for day, cast in enumerate(CASTS, 1):
        said = [saying.format(name) for saying, name in zip(_SAYS, cast)]
        (tmp_path / f"{day}.txt").write_text(
            f"Harbour Report Number {day}\nMarch {day}, 2024\n\n" + "\n\n".join(said) + "\n", "utf-8"
        )
    (tmp_path / "2.txt").write_text(
        "Harbour Report Number 2\nMarch 2, 2024\n\nThe plan was delayed again, Omar Haddad said on Tuesday.\n\n"
        "Anna Kessler and Omar Haddad told reporters that Viktor Novak had left.\n\nKessler waited.\n"
    )
    opened = Library.open([tmp_path])
    opened.scan(processes=0)
    yield opened
    opened.close()


def company(library, name, query="", sort="strength"):
    return [(row.person.name, row.articles) for row in library.company(name, query, sort)]


def test_who_is_named_in_everything_does_not_lead(library):
    assert company(library, ANNA) == [(OMAR, 2), (VIKTOR, 3), (LENA, 1)]
    assert company(library, ANNA, sort="articles") == [(VIKTOR, 3), (OMAR, 2), (LENA, 1)]
    assert company(library, ANNA, sort="name") == [(LENA, 1), (OMAR, 2), (VIKTOR, 3)]
    omar, viktor, _ = library.company(ANNA)
    assert (omar.person.articles, omar.first, omar.last) == (2, "2024-03-01", "2024-03-02")
    assert (omar.chance, viktor.chance) == (1.0, 3.0)  # half of all articles are Anna Kessler's


def test_the_query_chooses_articles_and_names(library):
    assert company(library, ANNA, "after:2024-03-01") == [(OMAR, 1), (VIKTOR, 2), (LENA, 1)]
    assert library.company(ANNA, "after:2024-03-01")[0].first == "2024-03-02"
    assert company(library, ANNA, "lena") == [(LENA, 1)]
    assert library.company(ANNA, "after:2024-03-03") is None and library.company("Nobody Atall") is None


def test_passages_on_two_are_the_sentences_that_name_both(library):
    one, other, hits = library.together(ANNA, OMAR)
    assert (one.name, other.name) == (ANNA, OMAR)
    said = [
        (hit.article, hit.passage.sentence[hit.passage.start - hit.passage.sentence_start :]) for hit in hits
    ]
    assert [article for article, _ in said] == ["2.txt#0", "1.txt#0", "1.txt#0"]  # newest first
    assert said[0][1].startswith("Anna Kessler and Omar Haddad told")
    assert [hit.article for hit in library.together(ANNA, OMAR, "before:2024-03-02")[2]] == ["1.txt#0"] * 2
    assert library.together(ANNA, "Nobody Atall") is None


def test_corrections_take_effect(library):
    library.apply(Correction("", "same", LENA, OMAR))
    library.scan(processes=0)
    assert company(library, ANNA) == [(OMAR, 3), (VIKTOR, 3)]
    library.apply(Correction("", "same", VIKTOR, OMAR))  # two of his names in one article count once
    library.scan(processes=0)
    assert company(library, ANNA) == [(OMAR, 3)]
    assert [(pair.name, pair.other, pair.articles) for pair in library.pairs()] == [(OMAR, ANNA, 3)]
    library.apply(Correction("", "not_person", ANNA))
    library.scan(processes=0)
    assert library.company(ANNA) is None and list(library.pairs()) == []


def test_pairs_of_all_or_of_some(library, monkeypatch):
    pairs = [(pair.name, pair.other, pair.articles, pair.first, pair.last) for pair in library.pairs()]
    assert pairs[:2] == [
        (VIKTOR, ANNA, 3, "2024-03-01", "2024-03-03"), (VIKTOR, LENA, 3, "2024-03-03", "2024-03-05"),
    ]  # fmt: skip
    assert len(pairs) == 5
    assert [p.articles for p in library.pairs("omar after:2024-03-01")] == [1, 1]
    assert next(library.pairs()).articles == 3  # what was left off half-way is in nobody's way
    every, some = list(library.pairs()), list(library.pairs("omar"))
    assert some == [pair for pair in every if OMAR in (pair.name, pair.other)]
    for kept in range(5):  # however few are sorted at a time
        monkeypatch.setattr("reader.library.people.pairs._KEPT", kept)
        assert list(library.pairs()) == every


def run(library, capfdbinary, *words):
    code = main(["people", *words, str(library.root)])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_company_and_pairs_are_printed(library, capfdbinary):
    code, out, _ = run(library, capfdbinary, "--with", ANNA)
    assert (
        code == 0 and out.splitlines()[0] == "     2 of      2 articles  Omar Haddad  2024-03-01 … 2024-03-02"
    )
    code, out, _ = run(library, capfdbinary, "--with", "kessler", "--json", "--limit", "1")
    assert [json.loads(line) for line in out.splitlines()] == [
        {
            "name": OMAR, "articles": 2, "of": 2, "chance": 1.0, "titles": [],
            "first": "2024-03-01", "last": "2024-03-02",
        }
    ]  # fmt: skip
    code, out, _ = run(library, capfdbinary, "--pairs", "--csv")
    table = list(csv.DictReader(out.splitlines()))
    assert len(table) == 5 and table[0] == {
        "Source": VIKTOR, "Target": ANNA, "Type": "Undirected", "Weight": "3",
        "First": "2024-03-01", "Last": "2024-03-03",
    }  # fmt: skip
    assert run(library, capfdbinary, "--pairs", "-q", "before:2023")[:2] == (1, "")
    code, out, _ = run(library, capfdbinary, "lena", "--pairs")
    assert [line.split()[0] for line in out.splitlines()] == ["3", "1", "1"]
    code, out, _ = run(library, capfdbinary, OMAR, "--with", ANNA)
    assert code == 0 and len(out.splitlines()) == 3
    code, out, err = run(library, capfdbinary, "--with", "Anna Kesler")
    assert (code, out) == (1, "") and "did you mean 'Anna Kessler'?" in err
    for words, code, said in (
        ((ANNA, "--csv"), 2, "--csv is for lists"),
        ((ANNA, "--with", "kessler"), 2, "twice"),
        ((OMAR, "--with", LENA), 1, "no article names both"),
        (("Nobody Atall", "--pairs"), 1, "nor is it a file or folder"),
        (("--with", ANNA, "-q", "before:2023"), 1, "is not named in the articles"),
    ):
        got, out, err = run(library, capfdbinary, *words)
        assert (got, out) == (code, "") and said in err, words


def test_what_chooses_articles_is_told_from_the_names_in_a_query():
    for typed, chosen in (
        ("rui after:2024 'a", "after:2024"), ("-is:copy", "-is:copy"), ("", ""),
        ("source:post or on:2024", "(source:post or on:2024)"),
    ):  # fmt: skip
        assert without_words(parse_query(typed)) == chosen, typed
