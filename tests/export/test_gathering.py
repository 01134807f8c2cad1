"""Which articles and notes an export takes from a library, and in which order."""

from dataclasses import replace

import pytest

from reader.export.gathering import gather
from reader.export.scope import Scope
from reader.library import Library
from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe
from reader.settings import Settings

DAM = (
    "Dam opens in the north\n\n2024-03-04\n\nMayor Ana Ruiz opened the dam on Monday, two years late. "
    "It cost $4.5 million.\n\nEngineer Tom Okoye said that 300 people had worked on it.\n"
)
BRIDGE = (
    "Second bridge closed for repair\n\n2024-05-06\n\nThe old bridge was closed on Tuesday for three weeks. "
    "Director Olga Petrova expects costs of 2 million euros.\n\nIt was built in 1912 by a local firm.\n"
)


@pytest.fixture
def library(tmp_path):
    (tmp_path / "dam.txt").write_text(DAM)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    made = Library.open([tmp_path], Settings())
    _add(made, "dam.txt", "300 people", "Later in the text")
    _add(made, "dam.txt", "two years late", "Earlier in the text")
    _add(made, "bridge.txt", "three weeks", "On the bridge")
    return made


def _add(library, file, quote, body):
    text = library.article(f"{file}#0").text
    start = text.index(quote)
    anchor = describe(text, start, start + len(quote))
    return library.notes.add(file, Note("", file, anchor, body), source=library.article(f"{file}#0"))


def _bodies(material):
    return [located.note.body for _, located in material.notes()]


def test_every_note_in_text_order_without_an_index(library):
    material, problems = gather(library)
    assert problems == ()
    assert _bodies(material) == ["On the bridge", "Earlier in the text", "Later in the text"]
    assert [located.status for _, located in material.notes()] == ["ok", "ok", "ok"]
    assert material.categories == Settings().categories


def test_notes_need_no_index(library):
    gather(library)
    assert not library.database.path.exists() and not library.database.state_path.exists()


def test_the_tags_of_an_article_come_along_however_it_was_chosen(library):
    library.scan(marks=False, apart=False)
    library.state.set_tags(["dam.txt#0"], ["water"])
    for chosen in ({}, {"query": "dam"}, {"articles": ["dam.txt#0"]}):
        entries = {entry.article.id: entry.tags for entry in gather(library, Scope(**chosen))[0].entries}
        assert entries["dam.txt#0"] == ("water",), chosen


def test_only_the_files_asked_for(library, tmp_path):
    one = Library.open([tmp_path / "bridge.txt"], Settings())
    material, _ = gather(one)
    assert _bodies(material) == ["On the bridge"]
    assert material.title == "bridge.txt"


def test_notes_whose_article_is_gone_are_not_lost(library, tmp_path):
    (tmp_path / "bridge.txt").unlink()
    material, _ = gather(Library.open([tmp_path], Settings()))
    assert ("On the bridge", "lost") in [(item.note.body, item.status) for _, item in material.notes()]


def test_articles_in_the_order_given(library):
    material, _ = gather(library, Scope(articles=["dam.txt#0", "bridge.txt#0"]))
    assert [entry.article.file for entry in material.entries] == ["dam.txt", "bridge.txt"]
    material, problems = gather(library, Scope(articles=["gone.txt#0"]))
    assert material.entries == ()
    assert "gone.txt#0" in str(problems[0])


def test_a_query_chooses_articles_people_and_figures(library):
    library.scan(None)
    material, _ = gather(library, Scope(parts=("notes", "people", "figures", "passages"), query="bridge"))
    assert _bodies(material) == ["On the bridge"]
    assert {row.article for row in material.figures} == {"bridge.txt#0"}
    assert {hit.article for hit in material.passages} == {"bridge.txt#0"}
    assert any(row.figure.unit == "EUR" for row in material.figures)
    assert material.title.startswith("bridge")
    alone, _ = gather(library, Scope(parts=("figures",), query="bridge"))
    assert len(alone.figures) < len(material.figures) and all("bridge" in r.sentence for r in alone.figures)


def test_articles_without_notes_are_kept_when_asked(library, tmp_path):
    library.notes.remove("bridge.txt", library.notes.read("bridge.txt").notes[0].id)
    library.scan(None)
    assert {entry.article.file for entry in gather(library, bare=True)[0].entries} == {
        "dam.txt",
        "bridge.txt",
    }
    assert {entry.article.file for entry in gather(library)[0].entries} == {"dam.txt"}


def test_a_broken_notes_file_is_named(library, tmp_path):
    path = next((tmp_path / "notes").glob("bridge*"))
    path.write_text("notes: [\n")
    again = Library.open([tmp_path], Settings())
    again.notes = NoteStore(tmp_path / "notes", library=tmp_path)
    material, problems = gather(again)
    assert _bodies(material) == ["Earlier in the text", "Later in the text"]
    assert "bridge" in str(problems[0])


def test_notes_from_another_folder(library, tmp_path):
    other = Library.open([tmp_path], replace(Settings(), notes=str(tmp_path / "elsewhere")))
    assert gather(other)[0].empty


def test_passages_of_notes_are_not_given_beside_the_notes(library):
    library.scan()
    both = ("notes", "passages")
    for query in ("is:noted", "note:*"):
        material, _ = gather(library, Scope(parts=both, query=query))
        assert len(_bodies(material)) == 3 and not material.passages
    assert gather(library, Scope(parts=both, query="mayor"))[0].passages
    assert len(gather(library, Scope(parts=("passages",), query="is:noted"))[0].passages) == 3


def test_only_the_notes_asked_for(library):
    wanted = {note.id for note in library.notes.read("dam.txt").notes if note.body.startswith("Later")}
    material, _ = gather(library, Scope(notes=wanted))
    assert _bodies(material) == ["Later in the text"] and len(material.entries) == 1
