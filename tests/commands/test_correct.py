"""Articles are put right from the command line, and every command tells them so."""

import json

from reader.library import Library
from reader.ui.changes import Changes
from tests.commands.conftest import OTHER


def lines(done):
    return done.out.decode().splitlines()


def test_a_head_is_put_right_listed_and_taken_back(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    done = reader(
        "correct", "dam.txt#0", "--headline", "Dam opens late", "--date", "5 March 2024", "--source", "Wire"
    )
    assert done.code == 0 and [line.split("\t")[1] for line in lines(done)] == ["headline", "date", "source"]
    assert lines(reader("list", "."))[1] == "2024-03-05\tWire\tDam opens late\tdam.txt#0"
    for words in (
        ("parse", "--json", "dam.txt"),
        ("show", "--json", "dam.txt"),
        ("show", "--json", "dam.txt#0", "."),
    ):
        told = json.loads(reader(*words).out)
        assert (told["title"], told["published"], told["source"]) == ("Dam opens late", "2024-03-05", "Wire")
        assert told["text"].startswith("Dam opens late\n\nMayor")
    assert (
        json.loads(reader("parse", "--json", "--as-read", "dam.txt").out)["title"] == "Dam opens in the north"
    )
    listed = [json.loads(line) for line in lines(reader("correct", "--json"))]
    assert [(each["action"], each["articles"], each["text"]) for each in listed] == [
        ("headline", ["dam.txt#0"], "Dam opens in the north"),
        ("date", ["dam.txt#0"], "2024-03-04"),
        ("source", ["dam.txt#0"], ""),
    ]
    assert reader("correct", "dam.txt", "--as-read", "date,headline").code == 0
    assert [line.split("\t")[1] for line in lines(reader("correct"))] == ["source"]
    assert reader("correct", ".", "--withdraw", listed[2]["id"]).code == 0
    assert reader("correct").code == 1


def test_what_a_command_corrected_is_taken_back_in_the_app(reader, library):
    assert (
        reader("correct", "dam.txt#0", "--headline", "Dam opens late", "--source", "Wire", library).code == 0
    )
    opened = Library.open([library])
    changes = Changes(opened, opened.history)

    def head():
        article = opened.article("dam.txt#0")
        return article.title, article.source

    assert head() == ("Dam opens late", "Wire")
    assert changes.undo() == "Undone: 2 corrections from the command line"
    assert head() == ("Dam opens in the north", None)
    changes.redo()
    (said, _) = opened.corrections.read()
    assert reader("correct", library, "--withdraw", said.id).code == 0
    opened.forget_corrections()
    assert head() == ("Dam opens in the north", "Wire")
    changes.undo()
    assert head() == ("Dam opens late", "Wire") and said in opened.corrections.read()


def test_articles_are_divided_and_notes_are_put_on_them_as_they_are(reader, library):
    both = library / "both.txt"
    both.write_text(
        f"Ferry is late\n\nThe ferry came at noon, said Ana Ruiz.\n\n{OTHER}\nThe end of the second story.\n"
    )
    read = len(Library.open([library]).articles("both.txt"))
    done = reader("correct", both, "--split-at", "The end of the second story.")
    assert done.code == 0 and len(lines(reader("parse", "--json", both))) == read + 1
    done = reader("note", "add", both, "--quote", "The end", "--body", "so soon")
    assert done.code == 0 and json.loads(reader("notes", "--json", both).out)["article"] == read
    assert reader("correct", f"{both}#{read}", "--join").code == 0
    assert json.loads(reader("notes", "--json", both).out)["article"] == read - 1
    line = both.read_text().split("\n").index("The end of the second story.") + 1
    assert reader("correct", both, "--split-at", line).code == 0
    assert len(lines(reader("correct", "both.txt#0", library))) == 0
    assert reader("correct", both, "--split-at", "99").code == 2
    assert "no line “Nobody”" in reader("correct", both, "--split-at", "Nobody").err


def test_many_are_put_right_by_a_query(reader, library):
    assert reader("correct", "petrova", library, "--source", "Harbour Wire").code == 0
    assert lines(reader("list", "-q", "source:harbour", library)) == [
        "2024-05-06\tHarbour Wire\tSecond bridge closed for repair\tbridge.txt#0"
    ]
    done = reader("correct", library, "--source", "Harbour Wire")
    assert done.code == 2 and "which articles" in done.err
    assert reader("correct", "-", library, "--source", "Harbour Wire").code == 1
    assert reader("correct", "zeppelin", library, "--source", "Harbour Wire").code == 1
    done = reader("correct", "dam.txt#0", library, "--date", "3/4/2021")
    assert done.code == 2 and "day or the month first" in done.err
    assert reader("correct", "dam.txt#0", library, "--as-read", "time").code == 2


def test_the_doctor_names_what_has_no_effect(reader, library):
    assert reader("correct", "dam.txt#0", library, "--author", "Ana Ruiz").code == 0
    assert reader("doctor", "notes", library).code == 0
    (library / "dam.txt").write_text(OTHER)
    done = reader("doctor", "notes", library)
    assert (
        done.code == 3
        and b"has no effect: dam.txt: the article whose author was put right is not in it" in done.out
    )
    (library / "dam.txt").unlink()
    assert b"No such file" in reader("doctor", "notes", library).out
    assert "without effect" in reader("correct", library).out.decode()
