"""The state of articles is changed in a pipe as in the app."""

import sys

from reader.cli import openings
from reader.commands import mark
from reader.library import Library


def state_of(library):
    with_rows = Library.open([library])
    return {row.id: (not row.unread, row.starred, row.tags) for row in with_rows.rows("", fold=False)}


def test_a_query_an_article_or_a_list_of_them_is_marked(reader, library):
    assert reader("mark", "ruiz", library, "--read", "--tag", "#dam").code == 0
    assert state_of(library) == {"dam.txt#0": (True, False, ("dam",)), "bridge.txt#0": (False, False, ())}
    assert reader("mark", "bridge.txt#0", library, "--star").code == 0
    listed = reader("list", library).out
    done = reader("mark", "-", library, "--unread", "--tag", "both", "--untag", "#dam", stdin=listed)
    assert done.code == 0 and done.out.split() == [b"bridge.txt#0", b"dam.txt#0"]
    assert state_of(library) == {
        "dam.txt#0": (False, False, ("both",)),
        "bridge.txt#0": (False, True, ("both",)),
    }


def test_what_cannot_be_marked_is_named(reader, library):
    done = reader("mark", "dam.txt#7", library, "--read")
    assert done.code == 3 and "dam.txt#7: no such article" in done.err
    done = reader("mark", "-", library, "--read", stdin="dam.txt#²\ndam.txt#99999999999999999999\n".encode())
    assert done.code == 3 and done.err.count("no such article") == 2
    done = reader("mark", "-", library, "--unread", stdin=b"\xff\xfe.txt#0\ndam.txt#0\n")
    assert done.code == 3 and done.err.count("no such article") == 1 and done.out == b"dam.txt#0\n"
    assert reader("mark", "zeppelin", library, "--read").code == 1
    assert reader("mark", "ruiz", library).code == 2
    done = reader("mark", library, "--read")  # not every article with that word
    assert done.code == 2 and "is a folder; name first which articles" in done.err
    assert reader("mark", "ruiz", library, "--tag", " ").code == 2
    assert reader("mark", "is:nothing", library, "--read").code == 2
    assert not any(any(marks) for marks in state_of(library).values())


def test_a_name_that_lists_show_otherwise_leads_back_to_its_file(reader, library):
    for name in ("two  spaces.txt", "new\nline.txt", "esc\x1b[1m.txt"):
        (library / name).write_text("Weir mended\n\nThe weir was mended on Monday, said Ana Ruiz.\n", "utf-8")
    listed = reader("search", "weir", library, "--files").out
    assert reader("mark", "-", library, "--star", stdin=listed).code == 0
    assert sum(starred for _, starred, _ in state_of(library).values()) == 3
    for line in listed.decode().splitlines():
        assert b"Weir mended" in reader("show", line, library).out
    (library / "new line.txt").write_text("Another one\n\nThis is the file of that name.\n", "utf-8")
    assert b"Another one" in reader("show", "new line.txt#0", library).out


def test_what_stands_behind_two_dashes_is_no_option(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    (library / "-dash.txt").write_text("Weir mended\n\nThe weir was mended on Monday.\n", "utf-8")
    for words in (("show", "--"), ("parse", "--"), ("show", "--plain", "--")):
        done = reader(*words, "-dash.txt")
        assert done.code == 0 and b"Weir mended" in done.out


def test_who_names_the_articles_is_done_with_the_library_before_it_is_opened(reader, library, monkeypatch):
    def opening(paths):
        assert sys.stdin.read() == ""
        return openings.open_library(paths)

    monkeypatch.setattr(mark, "open_library", opening)
    assert reader("mark", "-", library, "--star", stdin=b"dam.txt#0\n").code == 0


def test_what_cannot_be_kept_is_no_success_but_an_answer_is(reader, library, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    for place in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(place, str(tmp_path / "file"))
    done = reader("search", "ruiz", library, "--count")
    assert (done.code, done.out) == (0, b"1\n") and "this session only" in done.err
    for words in (("mark", "ruiz", library, "--star"), ("search", "ruiz", library, "--watch")):
        done = reader(*words)
        assert done.code == 4 and "NOT saved" in done.err, words


def test_a_tag_that_only_articles_have_is_renamed(reader, library):
    reader("mark", "ruiz", library, "--tag", "watr")
    done = reader("notes", library, "--rename-tag", "watr", "water")
    assert (done.code, done.out) == (0, b"0 notes and 1 article changed\n")
    assert state_of(library)["dam.txt#0"][2] == ("water",)


def test_a_mark_that_cannot_be_written_is_said_to_be_lost(reader, library, monkeypatch):
    def full(*_):
        raise OSError(5, "database or disk is full", "state.db")

    assert reader("search", "weir", library, "--watch").code == 0
    for change in ("star", "watch", "unwatch"):
        monkeypatch.setattr(f"reader.library.index.marking.State.{change}", full)
    for words in (("mark", "ruiz", "--star"), ("search", "ruiz", "--watch"), ("search", "weir", "--unwatch")):
        done = reader(words[0], words[1], library, words[2])
        assert done.code == 4 and not done.out and "NOT saved: state.db: database or disk is full" in done.err


def test_what_is_followed_and_is_no_query_any_more_can_be_let_go(reader, library):
    opened = Library.open([library])
    opened.state.watch("person:(", name="Odd")
    opened.close()
    done = reader("search", "Odd", library, "--unwatch")
    assert done.code == 0 and "is no longer followed" in done.err
    assert reader("list", library, "--watches").code == 1
