"""Every form of raw text gives its articles, with headline, date and whole body."""

from __future__ import annotations

import pytest

from reader.model import READABLE, Article
from reader.parsing import analyse, decode, parse_bytes, parse_text
from tests.parsing import samples
from tests.parsing.samples import BODY, FORMS, LAST, LEDE, OTHER, OTHER_TITLE, SECOND, TITLE


def readable(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.role in READABLE]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_form_loses_text(name: str) -> None:
    shown = flat(" ".join(flat(p) for a in parse_bytes(FORMS[name].encode()) for p in readable(a)))
    for part in (LEDE, LAST):
        assert flat(part) in shown


PAIRS = (
    "proquest", "nexis", "nexis uni", "factiva", "factiva codes", "factiva columns", "mail", "warc", "press list",
    "mailbox", "references",
)  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_database_layouts_give_both_documents(name: str) -> None:
    first, second = parse_bytes(FORMS[name].encode())
    assert (first.title, second.title) == (TITLE, OTHER_TITLE)
    assert [flat(p) for p in readable(first)] == [flat(p) for p in BODY]
    assert [flat(p) for p in readable(second)] == [flat(p) for p in OTHER]


@pytest.mark.parametrize("name", [n for n in PAIRS if n != "warc"])
def test_database_layouts_give_dates(name: str) -> None:
    dates = [(a.published or "")[:10] for a in parse_bytes(FORMS[name].encode())]
    assert dates == ["2021-11-03", "2021-12-11"]


@pytest.mark.parametrize(
    "name", ["proquest", "nexis", "nexis uni", "factiva", "factiva codes", "factiva columns"]
)
def test_database_layouts_give_outlet_and_author(name: str) -> None:
    article = parse_bytes(FORMS[name].encode())[0]
    assert article.source == "Coast Wire"
    assert article.author in ("Maren Holt", "Lindqvist, Tomas")


@pytest.mark.parametrize(
    "name",
    [
        "repeated blocks",
        "glued headline",
        "newspaper",
        "labels",
        "sections",
        "front matter",
        "markdown",
        "page",
    ],
)
def test_single_articles_have_their_headline(name: str) -> None:
    (article,) = parse_text(FORMS[name])
    assert article.title == TITLE
    assert TITLE not in readable(article)


@pytest.mark.parametrize(
    "name",
    [
        "glued headline",
        "labels",
        "sections",
        "front matter",
        "markdown",
        "page",
        "broken page",
        "address on top",
    ],
)
def test_single_articles_have_their_date(name: str) -> None:
    (article,) = parse_text(FORMS[name])
    assert (article.published or "")[:10] == "2021-11-03"


@pytest.mark.parametrize("name", ["page", "broken page", "lynx page"])
def test_pages_show_the_article_alone(name: str) -> None:
    (article,) = parse_text(FORMS[name])
    assert article.title == TITLE
    text = flat(" ".join(readable(article)))
    assert flat(SECOND) in text
    for word in ("Podcasts", "Ferry timetable", "Privacy policy", "Crossword"):
        assert word not in text
    assert any("Podcasts" in b.text and b.role == "furniture" and b.reason for b in article.blocks)


def test_an_address_on_top_is_not_followed_by_a_headline() -> None:
    (article,) = parse_text(FORMS["address on top"])
    assert article.title is None
    assert readable(article)[0] == LEDE


def test_hard_wraps_are_joined() -> None:
    (article,) = parse_text(FORMS["hard wrapped"])
    assert [flat(p) for p in readable(article)] == [flat(p) for p in BODY]


def test_highlights_are_hidden_with_a_reason() -> None:
    (article,) = parse_text(FORMS["story"])
    hidden = [b for b in article.blocks if b.role == "furniture"]
    assert any("Council votes" in b.text for b in hidden)
    assert all(b.reason for b in hidden)


def test_the_form_is_named() -> None:
    assert analyse(decode(samples.proquest().encode()).text).form == "ProQuest text export"
    assert analyse(decode(samples.nexis().encode()).text).form == "LexisNexis text export"
    assert analyse(samples.page("lynx")).form == "page dump"


def test_a_list_of_addresses_alone_is_shown() -> None:
    text = "References\n" + "\n".join(f"   {n}. https://coastwire.net/[{n}]" for n in range(1, 60))
    (article,) = parse_text(text)
    assert article.text


FRONT = """---
layout: post
title: "Storm: harbour closed for a third day"
date: 2024-03-08
tags:
  - storm
  - harbour
author: Maren Holt
draft: false
---
# {heading}

The harbour of Lemburg stayed closed on Friday for a third day, port officials said.

## What happens next

The council meets on Monday, said Tom Bell, a spokesman for the port.

| party | seats |
|---|---|
| Labour | 20 |
"""


@pytest.mark.parametrize("heading", ["Storm: harbour closed for a third day", "A town waits for its ships"])
def test_front_matter_heads_the_markdown_under_it(heading):
    text = FRONT.format(heading=heading)
    (article,) = parse_text(text)
    assert article.title == "Storm: harbour closed for a third day" and article.published == "2024-03-08"
    assert article.author == "Maren Holt" and "- storm" not in article.text and "draft" not in article.text
    assert [block.text for block in article.blocks if block.role == "subhead"][-1] == "What happens next"
    assert "## What" not in article.text and "party" in article.text
    two = parse_text(text + "\n" + text.replace("harbour closed", "airport closed"))
    assert [a.title for a in two] == [
        "Storm: harbour closed for a third day",
        "Storm: airport closed for a third day",
    ]
    assert all(a.author == "Maren Holt" and "council" in a.text for a in two)


def test_counters_of_buttons_are_hidden_and_counts_of_the_news_are_not():
    counted = ["20", "854 shares", "Comments (14)", "1.2k likes", "• Read more: Old pier falls"]
    kept = [
        "20",
        "He bought 854 shares.",
        "Comments on the storm",
        "1,200 shares of the port company were sold",
    ]
    body = "The port was shut on Friday and nothing moved until the evening, officials said on the radio."
    text = "Storm shuts port\n\n12 March 2024\n\n" + "\n\n".join(
        (body, *counted, body + " Again.", *kept, body + " So.")
    )
    (article,) = parse_text(text)
    shown = readable(article)
    assert [line for line in kept if line not in shown] == []
    assert [line for line in counted[1:] if line in shown] == [] and shown.count("20") == 1
