"""What must hold for any input, ways to damage good input, and inputs made to be slow."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from typing import get_args

from reader.model import SHOWN, Article, Role
from reader.parsing import decode, parse_bytes
from reader.parsing.build import build
from reader.parsing.formats import recognise
from reader.parsing.generic import parse_plain
from reader.parsing.lines import read_lines
from reader.text import printable


def check(data: bytes) -> int:
    """Parse `data` and assert all that is promised of the result; the number of articles."""
    text = decode(data).text
    articles = _articles(text) if text.strip() else parse_bytes(data, file="x")
    check_articles(text, articles)
    return len(articles)


def check_articles(text: str, articles: tuple[Article, ...]) -> None:
    """Assert what is promised of the articles of a decoded file called x."""
    assert bool(articles) == bool(text.strip())
    assert [a.index for a in articles] == list(range(len(articles)))
    at = 0
    for article in articles:
        assert article.id == f"x#{article.index}"
        assert article.text == "\n\n".join(b.text for b in article.blocks if b.role in SHOWN)
        assert article.published is None or datetime.fromisoformat(article.published)
        assert article.title is None or article.title.strip()
        for block in article.blocks:
            assert block.role in get_args(Role)
            assert block.text and block.text == printable(block.text)
            assert block.role != "furniture" or block.reason
            assert at <= block.raw_start <= block.raw_end <= len(text)
            assert not text[at : block.raw_start].strip(), "text between blocks"
            at = block.raw_end
    assert not text[at:].strip(), "text behind the last block"


def _articles(text: str) -> tuple[Article, ...]:
    """What `parse_bytes` makes of a text, but that a reader which stumbles is heard."""
    lines = read_lines(text)
    parsed = recognise(text, lines) or parse_plain(text, lines)
    return build(text, parsed.drafts, "x")


def mutate(data: bytes, rng: random.Random) -> bytes:
    """`data` with a few of the accidents that files meet: cuts, doubled and lost lines, other bytes."""
    for _ in range(rng.randint(1, 4)):
        kind = rng.randrange(8)
        lines = data.split(b"\n")
        at = rng.randrange(len(data) + 1)
        if kind == 0:
            data = data[:at]
        elif kind == 1:
            data = data[at:]
        elif kind == 2:
            row = rng.randrange(len(lines))
            data = b"\n".join(lines[:row] + lines[row : row + 3] * 2 + lines[row + 1 :])
        elif kind == 3:
            rng.shuffle(lines)
            data = b"\n".join(lines)
        elif kind == 4:
            data = data[:at] + bytes(rng.randrange(256) for _ in range(rng.randint(1, 8))) + data[at:]
        elif kind == 5:
            data = data.replace(b"\n\n", b"\n") if rng.random() < 0.5 else data.replace(b"\n", b"\n\n")
        elif kind == 6:
            data = data.replace(b" ", rng.choice([b"\n", b"  ", b"\t", b"\xc2\xa0"]), rng.randint(1, 60))
        else:
            data = b"\n".join(line for line in lines if rng.random() > 0.2)
    return data


#: Inputs that are slow for a careless parser; each takes the number of units to build.
BAIT: dict[str, Callable[[int], str]] = {
    "one word": lambda n: "a" * n,
    "spaces": lambda n: " " * n + "x",
    "open brackets": lambda n: "(" * n,
    "brackets": lambda n: "(a" * n + ")",
    "rule": lambda n: "-" * n + "x",
    "short lines": lambda n: "Alpha beta\n" * n,
    "same sentence": lambda n: "This is a plain sentence of some words.\n\n" * n,
    "headline again": lambda n: "A headline of five words\n\n" * n,
    "labels": lambda n: "Title: x\nDate: y\n" * n,
    "colons": lambda n: "a:" * n,
    "dates": lambda n: "2021-11-03 08:15\n" * n,
    "date words": lambda n: "May " * n,
    "digits": lambda n: "1" * n + "\n",
    "addresses": lambda n: "http://a.example/" + "a-" * n,
    "bylines": lambda n: "By " + "Ann " * n,
    "byline lines": lambda n: "By\nAnn\n" * n,
    "entities": lambda n: "&amp" * n + ";",
    "tags": lambda n: "<p" * n,
    "tags and text": lambda n: "<html><p>" + "<b>x" * n,
    "braces": lambda n: '{"a":' * n,
    "feeds": lambda n: "<rss><item>" + "<title>a<link>" * n,
    "entries": lambda n: "<rss>" + "<item><title>a</title><description>b</description></item>" * n,
    "posts": lambda n: "A channel, [03.05.2021 10:15]\na\n" * n,
    "alerts": lambda n: "Google Alerts\nA headline of words\nA paper\nA text.\nFlag as irrelevant\n" * n,
    "table": lambda n: "title,text\n" + 'a,"b ""c"" d"\n' * n,
    "open cells": lambda n: "title,text\n" + 'a,"b\n' * n + "x",
    "subtitles": lambda n: "1\n00:00:01,000 --> 00:00:02,000\na\n\n" * n,
    "rtf": lambda n: "{\\rtf1" + "{\\b " * n,
    "quotes": lambda n: "“" * n,
    "mojibake": lambda n: "Ã©" * n,
    "bullets": lambda n: "* [1]a\n" * n,
    "lynx": lambda n: "   * [1]a link\n" * n + "References\n1. http://x.example\n",
    "wrapped": lambda n: ("word " * 13 + "word\n") * n,
    "indents": lambda n: "".join(" " * (k % 70) + "text of a line\n" for k in range(n)),
    "rules": lambda n: ("_" * 60 + "\nFull text: a\n") * n,
    "codes": lambda n: "HD\na\nPD\nb\nLP\nc\nTD\nd\nAN\ne\nLA\n" * n,
    "words": lambda n: "12 words\n3 May 2021\nDocument ABCD0000000001\n" * n,
    "mails": lambda n: "From: a\nSubject: b\nDate: c\n\nx\n\n" * n,
    "parts": lambda n: (
        "From: a\nContent-Type: multipart/mixed; boundary=a\n\n" + "--a\nContent-Type: text/html\n\nx\n" * n
    ),
    "parts in parts": lambda n: "Content-Type: multipart/mixed; boundary=a\n\n--a\n" * n,
    "references": lambda n: "TY  - NEWS\nTI  - a\nAB  - b\n" * n,
    "page lines": lambda n: (
        ("Harbour Post\n1 May 2020, p. 4\n\nA headline of words\n\n" + "By a road. " * 15 + "\n\n© b\n\n") * n
    ),
    "digests": lambda n: "Message: 1\nFrom: a\nSubject: b\nDate: c\n\nx\n\n" * n,
    "columns": lambda n: "* a\n* b\n" * 9 + "a  bb cc   dd\n   bb     dd\n" * n + "* a\n* b\n" * 9,
    "credits": lambda n: "A Town | 3 May 2021 | b\n" * n,
    "empty labels": lambda n: "Title:\na\nSource:\nb\nDate:\nc\n" * n,
    "topics": lambda n: "Topics\na\n" * n,
    "clocks": lambda n: "14:30\na\n" * n,
    "records": lambda n: "A line\nSection: a\nEdition: b\nRecord Number: 1\n" * n,
    "releases": lambda n: "FOR IMMEDIATE RELEASE\nContact:\na\n\nA headline of words\n\n" * n,
    "slugs": lambda n: "SG/SM/7034\nBC-Town, 1st Ld-Writethru,0390\n" * n,
    "pasted": lambda n: ("By a road in town. " * 5 + "\n\n" + "A man came by. " * 6 + "\n\n") * n,
    "points": lambda n: "A headline of five words\n\n" + "* a point of it\n" * n,
    "page titles": lambda n: "A headline of words | A site\nA headline of words\n\n" * n,
    "mail rules": lambda n: "From: a b\nDate: 3 May 2021\nSubject: x\n\na\n\n" + "-----\n" * n,
    "stops": lambda n: "." * n,
    "wide": lambda n: "大" * n,
    "wide lines": lambda n: "大会の日\n" * n,
    "combining": lambda n: "e" + "\u0301" * n,
    "escapes": lambda n: "\x1b[" * n,
    "blank lines": lambda n: "\n" * n + "x",
    "hyphens": lambda n: "a-" * n + "\n",
}
