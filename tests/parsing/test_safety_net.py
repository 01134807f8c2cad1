"""A fault in a reader, or a path that is no file, never costs the user the text."""

import os

import pytest

from reader.parsing import ParseError, analyse, generic, parse_file, parse_text

TEXT = "Harbour opens again\n\nThe harbour opened on Sunday.\n\nShips came back.\n"


def test_a_reader_that_stumbles_shows_the_text_whole(monkeypatch):
    def stumble(text, lines):
        raise IndexError("beyond the end")

    monkeypatch.setattr(generic, "parse_plain", stumble)
    assert analyse(TEXT).form == "unknown"
    (article,) = parse_text(TEXT)
    assert [block.text for block in article.blocks] == [line for line in TEXT.split("\n") if line]


def test_a_pipe_and_a_folder_are_named_and_do_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, words in ((tmp_path / "pipe", "pipe, socket or device"), (tmp_path, "is a folder")):
        with pytest.raises(ParseError, match=words):
            parse_file(path)
