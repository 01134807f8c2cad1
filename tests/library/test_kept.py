"""The article of the next start, kept parsed: what is shown is what parsing the file of now would give."""

import json
import os

import pytest

from reader import parsing
from reader.__main__ import main
from reader.library import ArticleMissing, Library, kept
from reader.model import Correction
from reader.settings import Settings

ARTICLE = "harbour.txt#0"


@pytest.fixture
def started(folder, monkeypatch):
    """Start anew: the article as the app gets it then, and whether it was parsed for it."""
    parse = parsing.parse_bytes
    parsed = []
    monkeypatch.setattr(parsing, "parse_bytes", lambda data, **more: parsed.append(1) or parse(data, **more))

    def start():
        parsed.clear()
        library = Library.open([folder], Settings())
        try:
            return library.article(ARTICLE), bool(parsed)
        finally:
            library.close()

    library = Library.open([folder], Settings())
    library.keep(ARTICLE)
    library.close()
    return start


def test_the_kept_article_is_what_parsing_gives(folder, started):
    article, was_parsed = started()
    assert not was_parsed
    assert (article,) == parsing.parse_file(folder / "harbour.txt", file="harbour.txt")


def test_a_changed_file_is_parsed_even_if_time_and_size_are_the_same(folder, started):
    path = folder / "harbour.txt"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("Tuesday", "tuesdaY"), "utf-8")
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    article, was_parsed = started()
    assert was_parsed and "tuesdaY" in article.text
    path.unlink()
    with pytest.raises(ArticleMissing):
        started()


def test_another_parser_parses_again(started, monkeypatch):
    monkeypatch.setattr(kept, "PARSER_VERSION", "0")
    assert started()[1]


def test_indexing_keeps_what_the_app_opens_first(folder):
    library = Library.open([folder], Settings())
    for first in ("harbour-copy.txt", "deep/flood.txt"):
        main(["index", str(folder), "--rebuild"])
        kept = json.loads((library.database.folder / "next.json").read_bytes())
        assert [article["file"] for article in kept["articles"]] == [first]
        library.state.mark_read(["harbour-copy.txt#0", "harbour.txt#0"])
    library.close()


def test_lines_hidden_since_are_hidden(folder, started):
    library = Library.open([folder], Settings())
    hidden = library.article(ARTICLE).blocks[-1].text
    library.apply(Correction("", "hide", hidden))
    library.close()
    article, was_parsed = started()
    assert was_parsed and hidden not in article.text


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"stamp": 1, "articles": 2}'])
def test_a_damaged_file_costs_nothing(folder, started, damage):
    library = Library.open([folder], Settings())
    file = library.database.folder / "next.json"
    whole = json.loads(file.read_bytes())
    file.write_bytes(damage)
    assert started()[1]
    whole["articles"][0].pop("digest")
    file.write_text(json.dumps(whole))
    assert started()[1]
    library.close()


def test_an_article_that_was_put_right_is_kept_so(folder, started):
    library = Library.open([folder], Settings())
    mark = library.proofs.head(ARTICLE, "headline", "Harbour works cost less")
    library.exchange((), mark.made)
    assert started()[1]
    library.keep(ARTICLE)
    article, was_parsed = started()
    assert not was_parsed and (article.title, article.corrected) == ("Harbour works cost less", ("headline",))
    assert article == library.article(ARTICLE)
    library.close()
