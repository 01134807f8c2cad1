"""What `reader search` prints."""

import json


def test_who_asks_for_notes_is_shown_their_passages_and_what_they_say(reader, library):
    dam, bridge = library / "dam.txt", library / "bridge.txt"
    reader(
        "note", "add", dam, "--quote", "12% more", "--body", "check this\nat the ministry", "--tag", "cost"
    )
    reader("note", "add", dam, "--quote", "Tom Okoye", "--body", "his real name?", "--category", "2")
    reader("note", "add", bridge, "--body", "check the year", "--tag", "cost")
    lines = [
        "bridge.txt#0:0: Second bridge closed for repair",
        "bridge.txt#0:0: ✎ check the year #cost",
        "dam.txt#0:109: It cost $4.5 million, about 12% more than planned.",
        "dam.txt#0:109: ✎ check this at the ministry #cost",
    ]
    for query in ("note:check", "Note:CHECK", "tag:cost"):
        assert reader("search", query, library).out.decode().splitlines() == lines, query
    found = reader("search", "note:check", library, "--json").out.decode().splitlines()
    (note,) = json.loads(found[-1])["notes"]
    assert (note["body"], note["tags"]) == ("check this\nat the ministry", ["cost"])
    assert (
        reader("search", "category:2", library).out.decode().startswith("dam.txt#0:142: Engineer Tom Okoye")
    )
    assert len(reader("search", "is:noted", library).out.splitlines()) == 6
    assert b"ministry" not in reader("search", "note:real or 300", library).out


def test_who_looks_is_told_why_nothing_is_found(reader, library, monkeypatch):
    assert reader("search", "dam bridge", library).lines == []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for query, why in (
        ("dam bridge", "no article has it all. Alone: dam 1 article, bridge 1 article."),
        ("mony>10m", "no article answers mony>10m (did you mean money>10m?)."),
        ("dam tram", "no article answers tram."),
    ):
        done = reader("search", query, library)
        assert (done.code, done.out, done.lines) == (1, b"", [f"reader: Nothing found: {why}"])
    for words in (
        ("list", "-q", "dam tram"), ("list", "-q", "dam tram", "--json"), ("figures", "dam tram"),
        ("mark", "--read", "dam tram"),
    ):  # fmt: skip
        done = reader(*words, library)
        assert (done.code, done.lines) == (1, [f"reader: Nothing found: {why}"]), words
    for words in (("people", "-q", "is:starred"), ("people", "--merges"), ("notes", "--tag", "none")):
        assert reader(*words, library).lines == ["reader: Nothing found."], words
