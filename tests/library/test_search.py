"""Passages: just the planted hits, at their places, whatever people do not see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folding import fold_text
from reader.library import Library, QueryError
from reader.library.matching import Finder
from reader.library.query import parse_query
from reader.settings import Settings
from tests.library.conftest import touch_later, write


def hits(library, query):
    return list(library.search(query))


def test_a_planted_word_and_phrase_are_found_once(library):
    for query in ("zanbaratine", '"northern saffron corridor"', "/zanbar\\w+/"):
        found = hits(library, query)
        assert len(found) == 1, query
        hit = found[0]
        text = library.article(hit.article).text
        assert fold_text(text[hit.passage.start : hit.passage.end]) in (
            "zanbaratine",
            "northern saffron corridor",
        )
        start = hit.passage.sentence_start
        assert text[start : start + len(hit.passage.sentence)] == hit.passage.sentence
        assert hit.title == "Flood Reaches Old Town" and hit.published == "2023-04-12"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ibanez", "Ibáñez"), ("IBÁÑEZ", "Ibáñez"), ("river's", "river’s"), ('"we are working"', "We are working"),
        ('"closed officials"', "closed. Officials"), ("zanbara*", "zanbaratine"),
    ],
)  # fmt: skip
def test_case_accents_quotes_and_breaks_are_folded(library, query, expected):
    found = hits(library, query)
    assert found
    text = library.article(found[0].article).text
    assert text[found[0].passage.start : found[0].passage.end] == expected


def test_words_are_whole_words(library):
    assert not hits(library, "zanbarati")
    assert hits(library, "zanbarati*")


def test_hits_come_newest_first_and_in_reading_order(library):
    found = hits(library, "lemburg")
    dates = [hit.published for hit in found]
    assert dates == sorted(dates, reverse=True) and len(set(dates)) == 2
    for one, other in zip(found, found[1:]):
        if one.article == other.article:
            assert one.passage.start < other.passage.start


def test_minus_or_and_brackets(library):
    def articles(query):
        return sorted({hit.article for hit in hits(library, query)})

    assert articles("lemburg -again") == ["harbour.txt#0"]
    assert articles("teachers or zanbaratine") == ["deep/flood.txt#0", "strike.txt#0"]
    assert articles("(teachers or council) -lemburg") == ["deep/flood.txt#0", "strike.txt#0"]
    assert articles("-council") == ["strike.txt#0"]


def test_fields(library):
    def articles(query):
        return sorted(row.id for row in library.rows(query, fold=False))

    assert articles("after:2023-12-31") == ["harbour-copy.txt#0", "harbour.txt#0"]
    assert articles("on:2024-03-03") == ["harbour.txt#0"]
    assert articles("before:2023") == ["strike.txt#0"]
    assert articles("file:deep/") == ["deep/flood.txt#0"]
    assert articles("title:flood") == ["deep/flood.txt#0"]
    assert articles("figure:money>10m") == ["deep/flood.txt#0"]
    assert articles("figure:money<=4m") == ["harbour-copy.txt#0", "harbour.txt#0"]
    assert articles("figure:percent>=90") == ["deep/flood.txt#0"]
    assert articles("figure:1%..5%") == ["strike.txt#0"]
    assert articles("kind:percent") == ["deep/flood.txt#0", "strike.txt#0"]
    assert articles("person:kessler") == ["harbour-copy.txt#0", "harbour.txt#0"]
    assert articles("person:ibanez") == ["deep/flood.txt#0"]
    assert articles("is:unread") == articles("")
    library.state.mark_read("strike.txt#0")
    assert "strike.txt#0" not in articles("is:unread") and articles("is:read") == ["strike.txt#0"]


def test_articles_are_found_and_offered_by_their_author(tmp_path):
    body = (
        "The council met on Tuesday to discuss the harbour works, which have cost a lot of money so far.\n"
        * 3
    )
    for name, byline in (
        ("a", "By Amina Odhiambo"),
        ("b", "By José Ibáñez"),
        ("c", "By Amina Kessler"),
        ("d", ""),
    ):
        head = f"Harbour Works Cost More\nMarch 3, 2024\n{byline}".rstrip()
        (tmp_path / f"{name}.txt").write_text(f"{head}\n\n{body}\n")
    (tmp_path / "e.txt").write_text((tmp_path / "a.txt").read_text())
    library = Library.open([tmp_path], Settings())
    library.scan(processes=0)

    def found(query):
        return sorted(row.id[0] for row in library.rows(query, fold=False))

    assert found("author:odhiambo") == ["a", "e"] and found("author:ibanez") == ["b"]
    assert found('author:"amina k"') == ["c"] and found("author:amina -author:kessler") == ["a", "e"]
    assert library.complete("author", "ami") == ["Amina Odhiambo", "Amina Kessler"]
    assert library.complete("author", "odh") == ["Amina Odhiambo"]
    assert library.complete("author", "iban") == ["José Ibáñez"]
    with pytest.raises(QueryError, match="needs letters"):
        library.rows("author:--")
    # A byline that changes while the text stays is followed.
    path = tmp_path / "a.txt"
    path.write_text(path.read_text().replace("Odhiambo", "Chandler"))
    touch_later(path)
    library.scan(processes=0)
    assert found("author:odhiambo") == ["e"] and found("author:chandler") == ["a"]
    library.close()


def test_hits_of_people_and_figures_stand_on_their_marks(library):
    person = hits(library, "person:ibanez")[0].passage
    assert library.article("deep/flood.txt#0").text[person.start : person.end] == "José Ibáñez"
    money = hits(library, "figure:money>10m")[0].passage
    assert "75 million" in library.article("deep/flood.txt#0").text[money.start : money.end]


def test_an_article_without_passage_gives_its_first_sentence(library):
    found = hits(library, "after:2023-12-31")
    assert len(found) == 2 and found[0].passage.sentence.startswith("Harbour Works")


def test_hits_are_lazy(library):
    found = library.search("lemburg")
    assert found.articles == 2 and not found.complete and found.found == 0
    assert found[0] and not found.complete
    assert found.found < len(found) and found.complete


def test_a_signs_only_query_searches_the_text_itself(library):
    with_dollars = {"harbour.txt#0", "harbour-copy.txt#0", "deep/flood.txt#0"}
    assert {hit.article for hit in hits(library, "$")} == with_dollars
    assert {hit.article for hit in hits(library, '"“"')} == {*with_dollars, "strike.txt#0"}


def test_a_file_changed_since_the_scan_is_read_as_it_is_now(library, folder):
    path = folder / "strike.txt"
    path.write_text(path.read_text().replace("walked out on Monday over pay", "calmly walked out over pay"))
    hit = hits(library, "teachers")[0]
    text = library.article(hit.article).text
    assert text[hit.passage.start : hit.passage.end].lower() == "teachers"


def test_a_wrong_query_is_an_error_with_a_place(library):
    with pytest.raises(QueryError) as caught:
        library.rows("fuel is:nothing")
    assert (caught.value.start, caught.value.end) == (8, 15)


_WORDS = st.sampled_from(
    "fuel Straße don’t ﬁre AL-Sudani naïve 東京 x 9,000 “so” İst Ñandú Œuvre m² ÆTHER q–a Işık ٤٥ ४५".split()
)
_GAPS = st.sampled_from([" ", "\n", "\n\n", ", ", " — ", "  ", ". ", "\u00ad", "\u00a0"])


@given(st.lists(st.tuples(_WORDS, _GAPS), min_size=1, max_size=12), st.data())
def test_the_finder_agrees_with_the_index(tmp_path_factory, pieces, data):
    import sqlite3

    from reader.library.query.tokens import indexable

    text = "".join(word + gap for word, gap in pieces).strip("\u00ad")
    at = data.draw(st.integers(0, len(pieces) - 1))
    typed = data.draw(st.sampled_from([pieces[at][0], " ".join(word for word, _ in pieces[at : at + 2])]))
    leaf = parse_query('"' + typed.replace("“", "").replace("”", "") + '"').wanted()
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    db.execute("INSERT INTO t VALUES(?)", (indexable(text),))
    phrase = '"' + " ".join(leaf[0].tokens) + '"'
    indexed = bool(db.execute("SELECT 1 FROM t WHERE t MATCH ?", (phrase,)).fetchone())
    found = Finder(leaf).spans(text)
    assert bool(found) == indexed
    for start, end in found:
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Işık DIŞ", ("ışık", "IŞIK", "isik", "dış", "dis")),
        ("١٢ ۴۵ ७", ("12", "45 7", "١٢")),
        ("삼성전자 회장은 대통령이", ("회장", "삼성전자 회장", '"회장은 대통령"', "title:대통령")),
    ],
    ids=["Turkish letters", "digits", "Korean endings"],
)
def test_words_are_found_however_their_language_writes_them(folder, written, typed):
    write(folder, "new.txt", written, lead=f"{written} — so it is written here.")
    library = Library.open([folder])
    library.scan()
    assert not library.search("x12 or xisik or 김회장").articles
    for query in typed:
        assert {hit.article for hit in library.search(query)} == {"new.txt#0"}, query
        assert library.search(query)[0].passage.end > 0 or query.startswith("title:"), query


def test_what_is_unread_is_in_the_shown_order(library):
    assert [r.id for r in library.rows("is:unread")] == [r.id for r in library.rows()]
    first = library.rows()[0].id
    library.state.mark_read(first)
    assert [r.id for r in library.rows("is:unread")] == [r.id for r in library.rows()][1:]
    for sort in ("oldest", "title", "unread", "file", "source"):
        unread = [r.id for r in library.rows("is:unread", sort=sort, fold=False)]
        assert unread == [r.id for r in library.rows(sort=sort, fold=False) if r.unread]


def test_each_part_of_a_query_is_counted_alone(library):
    assert library.parts("lemburg zanbaratine -harbour") == [("lemburg", 2), ("zanbaratine", 1)]
    assert library.parts('"old town" nothingofthekind') == [('"old town"', 1), ("nothingofthekind", 0)]
    assert library.parts("lemburg") == []
    assert library.parts("Lenburg") == [("Lenburg (did you mean lemburg?)", 0)]
    assert library.parts("Lenb", typing=True) == []
    assert library.parts("lembu harbour")[0] == ("lembu (did you mean lembu*?)", 0)


@given(
    st.text(alphabet="aA bB.-\n\t'1_", max_size=60),
    st.sampled_from(["a", "ab", '"a b"', "b*", "a or ab", '"a 1" b']),
)
def test_plain_text_is_searched_like_any_other(text, query):
    finder = Finder(parse_query(query).wanted())
    assert finder.spans(text) == finder.spans(text + ".\u2026")


def test_what_was_marked_in_a_file_that_has_gone_is_not_found(library, folder):
    query = 'person:"Anna Kessler"'
    assert len({hit.article for hit in hits(library, query)}) == 2
    (folder / "harbour.txt").unlink()
    assert {hit.article for hit in hits(library, query)} == {"harbour-copy.txt#0"}
    assert "harbour.txt#0" not in {hit.article for hit in hits(library, "after:2024")}
