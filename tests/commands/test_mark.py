"""The state of articles is changed in a pipe as in the app."""

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
    assert reader("mark", "zeppelin", library, "--read").code == 1
    assert reader("mark", "ruiz", library).code == 2
    assert reader("mark", "is:nothing", library, "--read").code == 2
    assert not any(any(marks) for marks in state_of(library).values())
