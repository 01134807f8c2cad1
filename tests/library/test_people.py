"""The people index, merges, and corrections that reach every article and can be taken back."""

from __future__ import annotations

import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.library.index.figures_reading import FigurePlaces
from reader.library.index.writing import Writer
from reader.library.ledger import Ledger
from reader.library.packing import pack_forms, unpack_forms
from reader.library.people.entries import Family, gather
from reader.library.people.everyone import everyone
from reader.library.query import person_query
from reader.library.scanning import apart
from reader.model import FIGURE_KINDS, Correction, Figure
from tests.library.conftest import write


def names(library, query=""):
    return [entry.name for entry in library.people(query)]


def test_everyone_with_counts_and_dates(library):
    kessler = library.people("kessler")[0]
    assert kessler.name == "Anna Kessler" and kessler.articles == 2 and kessler.mentions >= 2
    assert (kessler.first, kessler.last) == ("2024-03-03", "2024-03-04")
    assert "Mayor" in kessler.titles
    assert set(names(library)) >= {"Anna Kessler", "José Ibáñez"}


def test_everyone_in_a_large_library_is_kept_until_others_are_found_or_said_to_be_the_same(
    library, folder, monkeypatch
):
    def kept():
        return everyone(Library.open([folder]).index, library._corrections())

    gathered = library.people().families
    assert kept() is None  # few are gathered in no time
    monkeypatch.setattr("reader.library.people.everyone._MANY", 0)
    library.scan()
    assert [Family(*person) for person in kept()] == gathered
    assert Library.open([folder]).people().families == gathered
    library.apply(Correction("", "same", "José Ibáñez", "Anna Kessler"))
    assert kept() is None
    write(folder, "new.txt", "Bridge Opens At Last", mayor="Ruth Castellan")
    library.scan()
    assert kept() is None  # not anew with each file …
    monkeypatch.setattr("reader.library.people.everyone._PAUSE", 0)
    library.scan()
    assert [person[0] for person in kept()] == names(Library.open([folder]))  # … but soon
    assert "Ruth Castellan" in names(Library.open([folder]))
    library.writer.remember("people", b"damaged")
    assert kept() is None and "Ruth Castellan" in names(Library.open([folder]))


def test_people_who_take_long_to_gather_are_not_gathered_at_every_step_of_a_scan(
    library, folder, monkeypatch
):
    monkeypatch.setattr("reader.library.people.register._LONG", 0)
    monkeypatch.setattr("reader.library.people.register._LASTS", 10**9)
    before, catch_up = names(library), library.register.catch_up
    library.register.catch_up = lambda: None  # as if the scan went on
    write(folder, "new.txt", "Bridge Opens At Last", mayor="Amina Odhiambo")
    library.scan(processes=0)
    assert names(library) == before and names(library, "kessler") == ["Anna Kessler"]
    library.register.catch_up = catch_up
    library.scan(processes=0)
    assert "Amina Odhiambo" in names(library)
    library.database.rebuild()  # what is another index is not mistaken for a later one
    write(folder, "newer.txt", "Bridge Is Closed Again", mayor="Leyla Demir")
    library.scan(processes=0)
    assert "Leyla Demir" in names(library)


def test_the_query_chooses_articles_and_names(library):
    assert names(library, "after:2024-01-01") == ["Anna Kessler"]
    assert names(library, "ibanez") == ["José Ibáñez"]
    assert names(library, "ibanez after:2024-01-01") == []


def test_people_of_articles_with_words_in_their_text_are_asked_for_by_text(library):
    assert names(library, "anna text:harbour") == ["Anna Kessler"] and not names(library, "anna harbour")
    whole = names(library, 'text:"council of lemburg"')
    assert "Anna Kessler" in whole and "José Ibáñez" not in whole and names(library, "text:lemb*") == whole
    assert not names(library, "text:harbour text:nowhere") and names(library, "-text:lemburg") != whole
    found = library.search("text:lemburg")
    assert found.articles == library.search("lemburg").articles and len(found) == len(
        library.search("lemburg")
    )


def test_minus_or_and_brackets_choose_articles_of_people_and_figures(library):
    for query, chosen in (
        ("-file:deep/ -title:strike", {"harbour.txt#0", "harbour-copy.txt#0"}),
        ("on:2024-03-03 or (zanbaratine rain)", {"harbour.txt#0", "deep/flood.txt#0"}),
        ("/zanbar/ or '%", {"deep/flood.txt#0"}),
    ):
        assert {row.id for row in library.rows(query, fold=False)} == chosen, query
        assert {row.article for row in library.figures(query)} == chosen, query
    assert names(library, "-file:deep/ (on:2024-03-03 or on:2022)") == ["Anna Kessler"]


def test_a_sorted_ledger_is_the_same_whatever_chooses_the_articles(library, monkeypatch):
    monkeypatch.setattr("reader.library.index.figures_reading._PAGE", 2)
    for sort in ("newest", "oldest", "value", "kind", "unit"):
        for chosen in ("", "money>1m", "kind:percent or >1m"):
            every = list(library.figures(chosen, sort))
            assert every and every == list(library.figures(f"({chosen}) -absent".replace("() ", ""), sort)), (
                sort,
                chosen,
            )
    kinds = [row.figure.kind for row in library.figures("", "kind")]
    assert len(set(kinds)) > 1 and kinds == sorted(kinds, key=FIGURE_KINDS.index)
    money = [row.figure.value for row in library.figures("kind:money", "value")]
    assert money == sorted(money, reverse=True)


def test_values_of_fields_are_offered_as_they_begin(library):
    library.state.set_tags("strike.txt#0", ["pay", "schools"])
    assert library.complete("person", "kess") == ["Anna Kessler"]
    offered = {
        typed: library.complete("person", typed) for typed in ("", "k", "ke", "kes", "kx", "an", "anna k")
    }
    assert set(offered["ke"]) <= set(offered["k"]) and offered["kes"] == offered["anna k"] == ["Anna Kessler"]
    assert "Anna Kessler" in offered["an"] and not offered["kx"] and len(offered[""]) > 1
    assert library.complete("file", "deep") == ["deep/flood.txt"]
    assert library.complete("tag", "sch") == ["schools"]
    assert library.complete("after", "2") == []


def test_a_person_gives_every_passage_newest_first(library):
    entry, hits = library.person("Anna Kessler")
    assert entry.articles == 2
    found = [(hit.published, hit.article) for hit in hits]
    assert found[0][0] == "2024-03-04" and found[-1][0] == "2024-03-03"
    for hit in hits:
        text = library.article(hit.article).text
        assert "Kessler" in text[hit.passage.start : hit.passage.end]
    assert library.person("Nobody Atall") is None


def planted(folder, *people):
    """A library whose articles name `people`, each (name, number of articles)."""
    library = Library.open([folder])
    n = 0
    for name, articles in people:
        for _ in range(articles):
            write(folder, f"p{n:03}.txt", f"Report Number {n}", mayor=name, count=n + 50, town=f"Ort{n}")
            n += 1
    library.scan(processes=0)
    return library


def test_merges_are_proposed_decided_and_remembered(tmp_path):
    library = planted(
        tmp_path / "n", ("Mohammed Haddad", 3), ("Muhammad Haddad", 2), ("Karla Voss", 2), ("K. Voss", 1)
    )
    pairs = {frozenset((p.name, p.other)) for p in library.merge_proposals()}
    same, other = frozenset(("Mohammed Haddad", "Muhammad Haddad")), frozenset(("Karla Voss", "K. Voss"))
    assert {same, other} <= pairs
    made = library.apply(Correction("", "same", "Muhammad Haddad", "Mohammed Haddad"))
    entry = library.people("haddad")
    assert [e.name for e in entry] == ["Mohammed Haddad"] and entry[0].articles == 5
    assert len(library.person("Muhammad Haddad")[1].numbers) == 5
    assert same not in {frozenset((p.name, p.other)) for p in library.merge_proposals()}
    library.withdraw_all([made.id])
    assert sorted(names(library, "haddad")) == ["Mohammed Haddad", "Muhammad Haddad"]
    assert same in {frozenset((p.name, p.other)) for p in library.merge_proposals()}
    library.apply(Correction("", "different", "Muhammad Haddad", "Mohammed Haddad"))
    assert same not in {frozenset((p.name, p.other)) for p in library.merge_proposals()}
    library.state.set_unsure("K. Voss", "Karla Voss")
    assert other not in {frozenset((p.name, p.other)) for p in library.merge_proposals()}
    library.state.set_unsure("Karla Voss", "K. Voss", False)
    assert other in {frozenset((p.name, p.other)) for p in library.merge_proposals()}


def test_many_names_are_compared_in_a_process_of_their_own(tmp_path, monkeypatch):
    library = planted(tmp_path, ("Mohammed Haddad", 3), ("Muhammad Haddad", 2))
    here, there = library.merge_proposals(), []
    monkeypatch.setattr(apart, "_PAYS", 1)
    monkeypatch.setattr(library.register, "proposals", list)
    thread = threading.Thread(target=lambda: there.append(library.merge_proposals()))
    thread.start()
    thread.join()
    assert there == [here] and here


def test_not_a_person_holds_for_all_articles_now_and_later_and_can_be_undone(library, folder):
    made = library.apply(Correction("", "not_person", "Anna Kessler"))
    assert "Anna Kessler" not in names(library)
    assert not [p for p in library.detection("harbour.txt#0").people if p.text == "Anna Kessler"]
    write(folder, "later.txt", "Pier Opens Again", count=77)
    library.scan(processes=0)
    assert "Anna Kessler" not in names(library)
    library.withdraw_all([made.id])
    assert library.people("Anna Kessler")[0].articles == 3


def test_corrections_made_elsewhere_are_noticed_by_the_next_scan(library, folder):
    other = Library.open([folder])
    other.corrections.add(Correction("", "not_person", "Anna Kessler"))
    library.scan(processes=0)
    assert "Anna Kessler" not in names(library)


def test_a_correction_to_many_articles_is_finished_by_the_scan(tmp_path):
    library = planted(tmp_path / "n", ("Karla Voss", 60))
    library.apply(Correction("", "not_person", "Karla Voss"))
    assert library.index.unmarked_count() == 60
    library.scan(processes=0)
    assert names(library, "voss") == []


def test_corrections_that_cannot_be_read_stay_as_they_were_and_are_named(library, folder):
    library.apply(Correction("", "same", "Anna Kessler", "A. Kessler"))
    library.scan(processes=0)
    path = library.corrections.path
    whole = path.read_text()
    path.write_text(whole + "- action: nonsense\n  text: [\n")
    for again in (library, Library.open([folder])):
        (problem,) = again.scan(processes=0).problems
        assert problem.file == str(path) and problem.line and "until it is repaired" in problem.message
        assert names(again, "kessler") == ["A. Kessler"]
    path.write_text(whole.replace("A. Kessler", "Anni Kessler"))
    assert not library.scan(processes=0).problems and names(library, "kessler") == ["Anni Kessler"]
    path.write_text(whole + "- action: nonsense\n  text: x\n")
    (problem,) = library.scan(processes=0).problems
    assert "`action` and `text` are needed" in problem.message and names(library, "kessler") == ["A. Kessler"]


def test_the_ledger_lists_every_figure_with_its_sentence(library):
    ledger = library.figures("figure:money>1m", sort="value")
    assert [row.figure.value for row in ledger] == [75e6, 4e6, 4e6]
    row = ledger[0]
    text = library.article(row.article).text
    assert text[row.figure.start : row.figure.end] == row.figure.text
    assert row.figure.text in row.sentence and row.title == "Flood Reaches Old Town"
    everything = library.figures()
    shown = sum(len(library.detection(r.id).figures) for r in library.rows(fold=False))
    assert len(everything) == shown
    assert {r.figure.kind for r in library.figures("kind:percent")} == {"percent"}
    assert {r.article for r in library.figures("teachers")} == {"strike.txt#0"}


def test_a_figure_is_shown_where_it_stands_in_its_sentence(tmp_path):
    text = "Fire In The Mine\n\nMarch 3, 2024\n\nFire broke out 800 metres down and 8 men were hurt, 18 were not.\n"
    (tmp_path / "mine.txt").write_text(text)
    library = Library.open([tmp_path])
    library.scan(processes=0)
    rows = [row for row in library.figures() if row.figure.text == "8"]
    assert [row.sentence[: row.place[0]] for row in rows] == ["Fire broke out 800 metres down and "]
    assert [row.sentence[slice(*row.place)] for row in rows] == ["8"]


def test_a_row_of_the_ledger_is_found_without_a_look_at_all_figures():
    class Counted(tuple):
        looks = 0

        def __getitem__(self, at):
            Counted.looks += 1
            return super().__getitem__(at)

        def __iter__(self):
            Counted.looks += len(self)
            return super().__iter__()

    text = "7 " * 4000
    figures = Counted(Figure(at, at + 1, "7", "number", 7) for at in range(0, len(text), 2))
    place = SimpleNamespace(article="a.txt#0", title="", published="", source="")
    places = FigurePlaces([100], lambda index: (1, 2 * index))
    ledger = Ledger(places, lambda _: (place, text, SimpleNamespace(figures=figures)))
    assert [row.figure.start for row in ledger] == list(range(0, 200, 2))
    assert Counted.looks < 100 * 20


@pytest.mark.parametrize("sort", ["newest", "oldest", "value", "kind", "unit"])
def test_the_ledger_has_the_figures_of_its_articles_in_order(library, sort):
    for query in ("", "kind:money", "text:lemburg", "figure:money>4m"):
        rows = list(library.figures(query, sort))
        found = [(row.article, row.figure.start) for row in rows]
        articles = [row.id for row in library.rows(query, sort if sort == "oldest" else "newest", fold=False)]
        every = [(article, f) for article in articles for f in library.detection(article).figures]
        if query.startswith("kind"):
            every = [(article, f) for article, f in every if f.kind == "money"]
        if query.startswith("figure"):
            every = [(article, f) for article, f in every if f.kind == "money" and f.value > 4e6]
        wanted = [(article, f.start) for article, f in every]
        assert found == wanted if sort in ("newest", "oldest") else sorted(found) == sorted(wanted)
        if sort == "value":
            values = [row.figure.value for row in rows if row.figure.kind == "money"]
            assert values == sorted(values, reverse=True)


def test_people_in_every_order_and_by_any_of_their_words(library):
    names = [entry.name for entry in library.people()]
    assert len(names) > 1 and sorted(names, key=str.casefold) == [e.name for e in library.people(sort="name")]
    last = [entry.last for entry in library.people(sort="last")]
    assert last == sorted(last, reverse=True) and all(last)
    for entry in library.people():
        for word in entry.name.split():
            assert entry.name in [found.name for found in library.people(word[:3])]
        assert library.person(entry.name)[0].name == entry.name


def test_figures_of_one_kind_or_another(library):
    found = library.figures("kind:money or kind:percent")
    assert {row.figure.kind for row in found} == {"money", "percent"}
    assert {row.article for row in found} == {row.id for row in library.rows(fold=False)}
    assert [row.figure.value for row in library.figures("figure:money>10m or figure:percent<4")] == [
        75e6,
        3.5,
    ]
    assert [row.figure.value for row in library.figures("kind:money (flood or figure:percent<4)")] == [75e6]


def test_words_ask_for_the_sentence_of_a_figure_and_text_for_its_article(library, folder):
    (folder / "quake.txt").write_text(
        "Quake in the hills\nMay 4, 2024\n\nAt least 120 people were killed, the mayor said. More than 400 were "
        "injured and 30 killed elsewhere.\n\nThe town asked for 2 million dollars. Some 70 dead were found.\n"
    )
    library.scan(processes=0)
    for query, texts in (
        ("killed", ["120", "400", "30"]), ("killed -injured", ["120"]), ("people>100 killed", ["120"]),
        ("(killed or dead) -injured", ["120", "70"]), ("killed text:dollars money>1", []),
        ("text:killed money>1", ["2 million dollars"]), ('"were killed"', ["120"]), ("/k[i]lled,/", ["120"]),
        ("text:killed -killed -file:deep", ["2 million dollars", "70"]),
    ):  # fmt: skip
        for sort in ("newest", "value"):
            found = [row.figure.text.lower() for row in library.figures(f"{query} file:quake", sort)]
            wanted = [text.lower() for text in texts]
            plain = [next((w for w in wanted if w in text), text) for text in found]
            assert (plain if sort == "newest" else sorted(plain)) == (
                wanted if sort == "newest" else sorted(wanted)
            ), query
    assert not library.figures("killed", stop=lambda: True)
    assert len(library.figures("kill", typing=True)) == 3 and not library.figures("kill")


def test_figures_agree_between_index_and_hits(library):
    for query in ("figure:money", "figure:number>100", "figure:percent<50", "figure:date>2000", "houses>100"):
        ledger = {(row.article, row.figure.start) for row in library.figures(query)}
        hits = {(h.article, h.passage.start) for h in library.search(query)}
        assert ledger == hits, query


def test_figures_are_asked_for_by_what_they_count_and_by_every_name_of_their_unit(library, folder):
    (folder / "race.txt").write_text(
        "Race through the hills\nMay 4, 2024\n\nSome 3,400 runners ran 42 kilometres on Sunday, and 12 ambulances "
        "followed them for 6 hours.\n\nThe race cost 2 million dollars, the town said.\n"
    )
    library.scan(processes=0)
    for query, texts in (
        ("runners>1000", ["3,400"]), ("runner>1000", ["3,400"]), ("runners>5000", []), ("ambulances<50", ["12"]),
        ("kilometres>40", ["42 kilometres"]), ("km>40", ["42 kilometres"]), ("hours<7", ["6 hours"]),
        ("dollars<3m", ["2 million dollars"]), ("houses>1000", ["9000"]), ("houses>100", ["120", "120", "9000"]),
    ):  # fmt: skip
        assert [row.figure.text.removeprefix("Some ") for row in library.figures(query)] == texts, query


def test_the_watch_list_marks_what_matches(library, folder):
    library.watch("zanbaratine")
    assert [row.title for row in library.rows("is:watched", fold=False)] == ["Flood Reaches Old Town"]
    assert library.rows("zanbaratine")[0].watched
    write(folder, "more.txt", "Depot Reopens", lead="The zanbaratine depot opened again.")
    library.scan(processes=0)
    assert len(library.rows("is:watched", fold=False)) == 2
    library.unwatch("zanbaratine")
    assert not library.rows("is:watched", fold=False)


def test_detection_survives_packing(library):
    from reader.library.packing import pack, unpack

    every = []
    for row in library.rows(fold=False):
        text = library.article(row.id).text
        found = library.contents.detect(text, row.published or None)
        every += [*found.people, *found.figures]
        kept = unpack(pack(found, text), text)
        for marks, packed in ((found.people, kept.people), (found.figures, kept.figures)):
            assert packed == tuple(replace(mark, confidence=round(mark.confidence, 2)) for mark in marks)
    assert len(every) > 10


def test_removing_articles_leaves_nothing_behind(library, folder):
    for path in folder.rglob("*.txt"):
        path.unlink()
    library.scan(processes=0)
    db = library.database.connection
    for table in ("articles", "files", "marks", "mentions", "figures"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert isinstance(library.writer, Writer) and not library.people() and not library.figures()


def test_another_way_to_find_people_marks_all_anew(library, folder):
    from reader.settings import Settings

    assert not library.scan(processes=0).marked
    other = Library.open([folder], Settings(confidence=0.99))
    assert other.scan(processes=0).marked == 4


@given(
    st.text("ab -'", min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
    st.dictionaries(
        st.text("ab =0-\u00e9").map(lambda text: " ".join(text.split())).filter(bool),
        st.integers(1, 9),
        min_size=1,
    ),
    st.lists(st.sampled_from(["Mayor", "Prime Minister", "Dr"]), unique=True),
)
def test_spellings_and_titles_survive_packing(name, spellings, titles):
    packed = pack_forms(name, spellings, titles)
    if packed:
        assert unpack_forms(name, packed) == (spellings, titles)
    else:
        assert list(spellings) == [name] and not titles


def test_spellings_are_listed_most_frequent_first(tmp_path):
    (tmp_path / "one.txt").write_text(
        "The Mayor Speaks\n\nMayor Anna Kessler spoke on Monday. Kessler said no. Kessler said so twice.\n\n"
        "“Never,” said Kessler. Anna Kessler left.\n"
    )
    opened = Library.open([tmp_path])
    opened.scan(processes=0)
    entry = opened.people("kessler")[0]
    assert entry.spellings == ("Kessler", "Anna Kessler") and entry.titles == ("Mayor",)
    assert entry.mentions == 5


def test_a_correction_limited_to_one_article_leaves_all_others_alone(library, folder):
    rows = [row.id for row in library.rows(fold=False) if "Anna Kessler" in library.article(row.id).text]
    here, elsewhere = rows[0], rows[1:]
    made = library.apply(Correction("", "not_person", "Anna Kessler", article=here))

    def marked(article: str) -> bool:
        return any(p.text == "Anna Kessler" for p in library.detection(article).people)

    assert not marked(here) and elsewhere and all(map(marked, elsewhere))
    write(folder, "later.txt", "Anna Kessler Speaks", count=77)
    library.scan(processes=0)
    assert not marked(here) and marked("later.txt#0")
    library.withdraw_all([made.id])
    assert marked(here)


def test_people_of_unread_articles_follow_what_is_read(library):
    before = {entry.name for entry in library.people("is:unread")}
    assert "José Ibáñez" in before
    row = next(row for row in library.rows(fold=False) if "Flood" in row.title)
    library.state.mark_read(row.id)
    assert "José Ibáñez" not in {entry.name for entry in library.people("is:unread")}
    assert "José Ibáñez" in {entry.name for entry in library.people("ib")}
    assert [entry.name for entry in library.people("kess")] == ["Anna Kessler"]


@pytest.mark.parametrize("sort", ["articles", "name", "last"])
def test_people_are_gathered_once_while_a_name_is_typed_behind_a_field(library, monkeypatch, sort):
    gathered = []
    monkeypatch.setattr(
        "reader.library.people.register.gather", lambda *given: gathered.append(1) or gather(*given)
    )
    every = [entry.name for entry in library.people("is:unread", sort)]
    for typed in ("k", "ke", "kes"):
        people = library.people(f"is:unread {typed}", sort)
        assert [entry.name for entry in people] == [
            name for name in every if any(word.startswith(typed) for word in name.lower().split())
        ]
    assert len(gathered) == 1


def test_people_said_to_be_two_are_parted_again(tmp_path):
    library = planted(tmp_path / "n", ("Karla Voss", 3), ("Ida Berg", 2), ("Olga Brand", 1))
    library.apply(Correction("", "same", "Olga Brand", "Ida Berg"))
    library.apply(Correction("", "same", "Ida Berg", "Karla Voss"))
    assert [(entry.name, entry.articles) for entry in library.people()[:1]] == [("Karla Voss", 6)]
    library.apply(Correction("", "different", "Karla Voss", "Olga Brand"))
    assert {entry.name: entry.articles for entry in library.people()} == {"Karla Voss": 5, "Olga Brand": 1}
    library.apply(Correction("", "different", "Ida Berg", "Karla Voss"))
    assert {entry.name: entry.articles for entry in library.people()} == {
        "Karla Voss": 3, "Ida Berg": 2, "Olga Brand": 1,
    }  # fmt: skip


def test_a_name_that_nobody_has_leads_to_those_like_it(tmp_path):
    library = planted(
        tmp_path / "n", ("Muammar Gaddafi", 2), ("Aisha Gaddafi", 1), ("Karla Voss", 1), ("Anna S. Berg", 1)
    )
    assert not library.people("gadafi")
    assert [entry.name for entry in library.people_alike("vsos")] == ["Karla Voss"]
    assert [entry.name for entry in library.people_alike("gadafi")] == ["Muammar Gaddafi", "Aisha Gaddafi"]
    assert [entry.name for entry in library.people_alike("aischa gadafi")] == ["Aisha Gaddafi"]
    assert not library.people_alike("zzz") and not library.people_alike("after:2020")


def test_a_person_is_found_by_every_spelling(tmp_path):
    folder = tmp_path / "n"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Talks end in Baghdad\n\n2024-03-30\n\nLieutenant General Qais al-Muhammadawi said on Saturday that the talks "
        "had ended. Al-Mohammadawi spoke to reporters. Gerald Kramer left.\n"
    )
    library = Library.open([folder])
    library.scan(processes=0)
    (entry,) = library.people("muhammadawi")
    assert "Al-Mohammadawi" in entry.spellings
    for typed in ("mohammadawi", "Al-Mohammadawi", "al moham"):
        assert [found.name for found in library.people(typed)] == [entry.name], typed
        assert [hit.article for hit in library.search(f'person:"{typed}"')], typed
    assert library.person("Mohammadawi")[0].name == entry.name
    assert not library.people("mohammadawix") and not library.search("person:mohammadawix").articles


def test_of_people_whose_names_hold_the_same_words_just_one_is_found(tmp_path):
    folder = tmp_path / "n"
    folder.mkdir()
    for name, who in (("a", "Omar Ruiz"), ("b", "Omar Antonio Ruiz"), ("c", "Omar Ruis")):
        (folder / f"{name}.txt").write_text(
            f"Dam opens\n\n2024-03-30\n\nMinister {who} opened the dam on Saturday in front of a crowd.\n"
        )
    library = Library.open([folder])
    library.scan(processes=0)
    query = person_query("Omar Ruiz")
    assert query == 'person:="Omar Ruiz"'
    found = lambda query: {hit.article for hit in library.search(query)}  # noqa: E731
    assert found('person:"omar ruiz"') == {"a.txt#0", "b.txt#0"}
    assert found(query) == found("person:=omar person:ruiz or person:=“omar ruiz”") == {"a.txt#0"}
    library.apply(Correction("", "same", "Omar Ruis", "Omar Ruiz"))
    library.scan(processes=0)
    assert found(query) == {"a.txt#0", "c.txt#0"} == {hit.article for hit in library.person("omar ruiz")[1]}


def test_the_people_of_few_articles_are_those_of_many(library, monkeypatch):
    queries = [library.query(text) for text in ("after:2022", "harbour", "file:flood", "on:1999-01-01")]
    few = [sorted(library.index.persons(query, library.person_ids)) for query in queries]
    assert all(few[:3]) and not few[3]
    monkeypatch.setattr("reader.library.index.people_reading._FEW", -1)
    assert few == [sorted(library.index.persons(query, library.person_ids)) for query in queries]
