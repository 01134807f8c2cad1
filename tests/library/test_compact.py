"""Large files: kept small, parsed by another process from a thread, and the same as small ones in all else."""

from __future__ import annotations

import threading

import pytest

from reader.columns import Table
from reader.detect import detect
from reader.library import Library, contents, packing
from reader.library.compact import compact_article, compact_marks, pickled_articles
from reader.library.errata.choices import NO_CHOICES, Choices
from reader.library.packing import pack, unpack
from reader.library.scanning import apart
from reader.model import Correction
from reader.parsing import parse_bytes
from reader.settings import Settings

HEAD = "The bridge will cost twelve million\n\nBy Anna Berg\n\n12 March 2024\n\n"
BODY = """Mayor Tom Lund said the bridge — closed since 2019 — will cost “about $12 million” and 14 percent more by May.

Anna Berg of the port authority counted 340 lorries an hour. “Nobody was hurt,” Ms. Berg said on Tuesday.

"""
STORY = HEAD + BODY + "Read more: ten bridges to see before you die\nShare this article\n"
LONG = HEAD + BODY * 80 + "Read more: ten bridges to see before you die\nShare this article\n"


@pytest.fixture(autouse=True)
def _large_from_here(monkeypatch):
    for module in (contents, packing):
        monkeypatch.setattr(module, "LARGE", 10_000)
    monkeypatch.setattr(apart, "_PAYS", 10_000)
    monkeypatch.setattr(packing, "_PIECE", 50)


def in_a_thread(work):
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def test_a_compact_article_is_the_same_article():
    (article,) = parse_bytes(STORY.encode(), file="bridge.txt")
    small = compact_article(article)
    assert small == article and isinstance(small.blocks, Table)
    assert [block.text for block in small.blocks] == [block.text for block in article.blocks]


def test_marks_of_a_long_text_are_those_that_were_packed():
    text = LONG
    found = detect(text, published="2024-03-12")
    small = compact_marks(text, "2024-03-12", (), "bridge.txt#0")
    assert small == found and found.people and found.figures
    again = unpack(pack(found, text), text)
    assert isinstance(again.people, Table) and again.people == unpack(pack(small, text), text).people
    assert [person.text for person in again.people] == [person.text for person in found.people]
    assert [figure.value for figure in again.figures] == [figure.value for figure in found.figures]


def test_a_large_file_is_parsed_and_marked_by_another_process_from_a_thread(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(LONG, encoding="utf-8")
    size = path.stat().st_size
    here = parse_bytes(path.read_bytes(), file="bridge.txt", hidden={"By Anna Berg"})
    there = in_a_thread(lambda: apart.parse_apart(str(path), "bridge.txt", size, Choices(("By Anna Berg",))))
    assert there == here
    correction = Correction("c1", "not_person", "Tom Lund")
    marks = in_a_thread(lambda: apart.detect_apart(here[0].text, None, (correction,), "bridge.txt#0"))
    assert marks == detect(here[0].text, corrections=(correction,), article="bridge.txt#0")
    assert (
        apart.parse_apart(str(path), "bridge.txt", size, NO_CHOICES) is None
    )  # the main thread waits for nobody
    missing = str(tmp_path / "gone.txt")
    assert in_a_thread(lambda: apart.parse_apart(missing, "gone.txt", size, NO_CHOICES)) is None


def test_a_library_reads_large_and_small_files_alike(tmp_path):
    (tmp_path / "large.txt").write_text(LONG, encoding="utf-8")
    library = Library.open([tmp_path], Settings())
    assert in_a_thread(lambda: library.scan().problems) == ()
    article = library.article("large.txt#0")
    assert article == parse_bytes((tmp_path / "large.txt").read_bytes(), file="large.txt")[0]
    assert isinstance(article.blocks, Table)
    found = library.detection("large.txt#0")
    assert isinstance(found.people, Table) and {person.name for person in found.people} >= {"Tom Lund"}
    assert library.articles("large.txt") is library.articles("large.txt")


def test_pickled_articles_refuse_what_is_no_text(tmp_path):
    (tmp_path / "odd.txt").write_bytes(b"%PDF-1.7 nothing to read")
    with pytest.raises(ValueError, match="not a text file"):
        pickled_articles(str(tmp_path / "odd.txt"), "odd.txt", NO_CHOICES)
