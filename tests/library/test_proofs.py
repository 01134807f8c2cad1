"""Corrections of articles in a library: index, state and notes are at once as they say, and follow changes of files."""

from __future__ import annotations

import os

import pytest

from reader.library import Library
from reader.library.errata.proofs import Unclear
from reader.library.errata.revision import became
from reader.model import Correction, Note
from reader.notes.anchor import describe
from reader.notes.corrections import CorrectionStore
from reader.settings import Settings
from tests.library.conftest import touch_later
from tests.library.test_errata import DAM, FLOOD

STORM = (
    "Storm damages harbour\nMarch 8, 2024\n\nA storm damaged the harbour wall yesterday, and ferries stayed in port "
    "until the evening of the next day.\n"
)


@pytest.fixture
def library(tmp_path):
    """Two articles read as one, and a third in the same file."""
    root = tmp_path / "news"
    root.mkdir()
    (root / "digest.txt").write_text(f"{DAM}\n{FLOOD}\n* * *\n\n{STORM}")
    (root / "other.txt").write_text(STORM.replace("harbour", "quay").replace("ferries", "boats"))
    opened = Library.open([root], Settings())
    opened.scan(apart=False)
    assert len(opened.articles("digest.txt")) == 2
    yield opened
    opened.close()


def change(library, mark):
    return library.exchange([each.id for each in mark.gone], mark.made)


def split(library):
    change(
        library, library.proofs.begins("digest.txt#0", library.raw("digest.txt").index("Flood reaches") + 5)
    )


def titles(library, **more):
    return [row.title for row in library.rows("", **more)]


def test_a_date_and_a_headline_are_in_the_index_at_once(library):
    change(library, library.proofs.head("other.txt#0", "date", "4 May 2030"))
    change(library, library.proofs.head("other.txt#0", "headline", "Quay is damaged"))
    assert titles(library, sort="newest")[0] == "Quay is damaged"
    assert (
        [row.id for row in library.rows("after:2029")]
        == ["other.txt#0"]
        == [row.id for row in library.rows('title:"quay is damaged"')]
    )
    figures = library.detection("other.txt#0").figures
    assert [f.value for f in figures if f.text == "yesterday"] == ["2030-05-03"]
    assert [said.text for said in library.proofs.of("other.txt#0")] == ["2024-03-08", "Storm damages quay"]


def test_what_was_corrected_is_found_until_it_is_taken_back(library):
    def corrected():
        return sorted(row.id for row in library.rows("is:corrected"))

    assert corrected() == []
    head = library.proofs.head("digest.txt#1", "author", "Ann Ruiz")
    change(library, head)
    assert corrected() == ["digest.txt#1"]
    split(library)
    assert corrected() == ["digest.txt#1", "digest.txt#2"]
    made = library.apply(Correction("", "not_person", "Storm", article="other.txt#0"))
    library.apply(Correction("", "not_person", "Nobody Anywhere"))  # of no article
    assert corrected() == ["digest.txt#1", "digest.txt#2", "other.txt#0"]
    library.withdraw_all([made.id])
    assert [row.id for row in library.rows("is:corrected title:flood")] == ["digest.txt#1"]
    assert len(library.rows("-is:corrected")) == 2


def test_what_is_put_right_again_replaces_what_was_said_and_is_taken_back_as_it_was_read(library):
    for date in ("2030-05-04", "2031-05-04"):
        change(library, library.proofs.head("other.txt#0", "date", date))
    (said,) = library.corrections.read()
    assert (said.text, said.target) == ("2024-03-08", "2031-05-04")
    change(library, library.proofs.head("other.txt#0", "date", "8 March 2024"))
    assert library.corrections.read() == () and library.article("other.txt#0").corrected == ()
    with pytest.raises(Unclear, match="no date"):
        library.proofs.head("other.txt#0", "date", "soon")


def test_state_and_notes_follow_when_an_article_is_cut_and_when_that_is_taken_back(library):
    state, dam = library.state, library.article("digest.txt#0")
    for quote in ("warned of more rain", "discuss the harbour works"):
        at = dam.text.index(quote)
        library.notes.add("digest.txt", Note("", "", describe(dam.text, at, at + len(quote)), quote))
    storm = library.article("digest.txt#1")
    library.notes.add("digest.txt", Note("", "", describe(storm.text, 0, 0, 1), "on the storm"))
    library.refresh_notes()
    state.star("digest.txt#1")
    state.mark_read("digest.txt#0")

    def found():
        rows = {row.id: row for row in library.rows("", sort="file")}
        notes = {note.body: note.anchor.article for note in library.notes.read("digest.txt").notes}
        return [(r.starred, r.unread, r.notes) for i, r in rows.items() if "digest" in i], notes

    before = found()
    assert before[0] == [(False, False, 2), (True, True, 1)]
    split(library)
    rows, notes = found()
    assert rows == [(False, False, 1), (False, True, 1), (True, True, 1)]
    assert notes == {"warned of more rain": 1, "discuss the harbour works": 0, "on the storm": 2}
    state.set_tags("digest.txt#1", ["river"])
    change(library, library.proofs.joins("digest.txt#1"))
    assert library.corrections.read() == () and found() == before
    assert state.tagged() == ()
    split(library)
    assert state.tagged() == (("digest.txt#1", ("river",)),)  # what was said of it comes back with it


def test_what_was_said_of_one_article_alone_follows_when_its_file_is_cut(library):
    library.apply(Correction("", "not_figure", "yesterday", "", "digest.txt#1"))

    def told():
        dated = [
            article.id
            for article in library.articles("digest.txt")
            if "yesterday" in article.text
            and any(figure.text == "yesterday" for figure in library.detection(article.id).figures)
        ]
        return [each.article for each in library.corrections.read() if each.action == "not_figure"], dated

    before = told()
    assert before[0] == ["digest.txt#1"]
    split(library)
    assert told() == (["digest.txt#2"], before[1])
    change(library, library.proofs.joins("digest.txt#1"))
    assert told() == before
    os.rename(library.root / "digest.txt", library.root / "renamed.txt")
    library.scan(apart=False)
    assert [each.article for each in library.corrections.read()] == ["renamed.txt#1"]


def test_a_join_is_undone_where_an_article_begins_again(library):
    change(library, library.proofs.joins("digest.txt#1"))
    (whole,) = library.articles("digest.txt")
    assert "Storm damages harbour" in whole.text and titles(library) == ["Storm damages quay", whole.title]
    at = library.raw("digest.txt").index("Storm damages")
    change(library, library.proofs.begins(whole.id, at))
    assert library.corrections.read() == () and len(library.articles("digest.txt")) == 2
    with pytest.raises(Unclear, match="already"):
        library.proofs.begins("digest.txt#1", at)
    with pytest.raises(Unclear, match="first"):
        library.proofs.joins("digest.txt#0")


def test_a_line_that_could_be_another_is_refused(library):
    (library.root / "twice.txt").write_text(f"{STORM}\n" + "Read more\n\n" * 40)
    library.scan(apart=False)
    with pytest.raises(Unclear, match="just the same"):
        library.proofs.begins("twice.txt#0", library.raw("twice.txt").index("Read more") + 200)


def test_corrections_written_by_hand_are_in_the_index_after_the_next_scan(library):
    split(library)
    path = library.corrections.path
    text = path.read_text()
    path.write_text(f"{text}\n- {{action: source, article: digest.txt, target: Harbour Wire}}\n")
    library.scan(apart=False)
    assert len(library.rows('source:"Harbour Wire"')) == 3
    path.write_text(text.partition("- id")[0].replace("corrections:\n", "corrections: []\n"))
    library.scan(apart=False)
    assert len(library.rows("")) == 3 and not library.rows('source:"Harbour Wire"')


def test_what_is_put_right_while_a_scan_goes_on_is_not_undone_by_it(library):
    touch_later(library.root / "other.txt")
    done = []

    def report(progress):
        if progress.phase == "text" and not done:  # the scan knows the corrections there are by now
            done.append(change(library, library.proofs.head("other.txt#0", "source", "Harbour Wire")))

    assert library.scan(report, apart=False).changed == 1 and done
    assert [row.id for row in library.rows("source:harbour")] == ["other.txt#0"]


def test_corrections_follow_a_file_that_is_renamed_or_scraped_anew(library):
    split(library)
    change(library, library.proofs.head("digest.txt#1", "author", "Ann Ruiz"))
    root = library.root
    os.rename(root / "digest.txt", root / "renamed.txt")
    library.scan(apart=False)
    assert [said.article for said in library.corrections.read()] == ["renamed.txt#0", "renamed.txt#1"]
    assert [row.id for row in library.rows("author:ruiz")] == ["renamed.txt#1"]
    (root / "renamed.txt").unlink()
    (root / "again.txt").write_text(f"{FLOOD}\nShare this\n")
    library.scan(apart=False)
    assert [row.id for row in library.rows("author:ruiz")] == ["again.txt#0"]
    assert [why for _, why in library.proofs.unfound()] == []
    (root / "again.txt").write_text(STORM)
    touch_later(root / "again.txt")
    library.scan(apart=False)
    assert len([why for _, why in library.proofs.unfound() if "any more" in why]) == 2
    assert len(CorrectionStore(library.notes.folder).read()) == 2  # nothing is dropped


def test_copies_of_an_article_that_was_put_right_are_folded_anew(library):
    (library.root / "reprint.txt").write_text(
        (library.root / "other.txt").read_text() + "\nSo it was said.\n"
    )
    library.scan(apart=False)
    assert sorted(row.copies for row in library.rows("boats")) == [1]
    for article in ("other.txt#0", "reprint.txt#0"):
        change(library, library.proofs.head(article, "headline", "Quay is damaged"))
        assert library.is_behind()  # what was folded under it is looked for again
        library.scan(apart=False)
        assert not library.is_behind() and sorted(row.copies for row in library.rows("boats")) == [1]


def test_of_two_corrections_of_one_field_the_later_counts_and_the_other_is_named(library):
    change(library, library.proofs.head("other.txt#0", "source", "Wire"))
    path = library.corrections.path
    path.write_text(f"{path.read_text()}\n- {{id: n2, action: source, article: other.txt, target: Herald}}\n")
    assert library.article("other.txt#0").source == "Herald"
    ((said, why),) = library.proofs.unfound()
    assert said.target == "Wire" and "n2 of the same source comes after it" in why


def test_what_became_of_articles_is_told_by_their_texts():
    assert became([b"a", b"b"], [b"c", b"d", b"b"]) == {0: 0, 1: 2}
    assert became([b"a", b"b", b"c"], [b"d", b"c"]) == {0: 0, 1: 0, 2: 1}
    assert became([b"a", b"a"], [b"a", b"a"]) == {0: 0, 1: 1}
    assert became([b"a", b"b"], [b"x"]) == {0: 0, 1: 0}
