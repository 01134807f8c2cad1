"""What sites print below an article: forms for comments, other stories, the day; and what looks like it and is text."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from tests.parsing.samples import only
from tests.parsing.test_scraped_manners import DECK, LEDE, NEXT, TITLE, shown

MORE = "The council will hear them in May, the mayor said, and a report on the state of the quay is to be ready then."
BODY = f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{MORE}\n\n"


@pytest.mark.parametrize(
    "below",
    [
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "No comments yet\n\nBe the first to comment\n\nThis website uses cookies to improve your experience. Opt out.",
        "Latest posts\n\nFerry to Orland late again\n\nMaren Holt\n\nBridge closed until May\n\nIvo Brandt",
        "Published on: 13 September 2020 14:06\n\nNew cycle lanes for Orland\n\nORLAND: The city has begun to widen",
        "The mayor of Orland opened a bridge of three arches over the river on Sunday, and thanked those who..\n\n"
        "Farmers of the valley have sold more apples than in any year since the war, the ministry of farming..",
        "Be the first to comment\n\nMaren Holt wrote two books on ports and ferries.",
    ],
)
def test_what_follows_the_text_is_hidden(below: str) -> None:
    assert shown(BODY + below) == [LEDE, NEXT, MORE]


def test_stories_inside_a_text_do_not_end_it() -> None:
    last = [f"On the {day} of May, {MORE[0].lower()}{MORE[1:]}" for day in ("first", "third", "tenth")]
    inside = f"{BODY}Related news\n\nFerry to Orland late again\n\n" + "\n\n".join(last)
    assert shown(inside)[-3:] == last
    assert shown(f"{TITLE}\n\nLeave a comment\n\n{LEDE}\n\n{NEXT}")[-2:] == [LEDE, NEXT]


def test_the_day_below_counts_more_than_that_of_the_look_above() -> None:
    article = only(f"Wednesday, February 4, 2026\n\n{BODY}Publish date: 13 September 2020")
    assert (article.published or "")[:10] == "2020-09-13"
    article = only(f"Wednesday, February 4, 2020\n\n{BODY}Updated on 13 September 2020")
    assert (article.published or "")[:10] == "2020-02-04"


def test_days_below_the_texts_part_them() -> None:
    heads = [
        "Harbour opens early after a long wait",
        "Farmers sell their wheat to the state",
        "Bridge closed till May",
    ]
    text = "\n\n".join(f"{head}\n\n{LEDE}\n\nMarch {n}, 2023" for n, head in enumerate(heads, 11))
    found = parse_text(text)
    assert [article.title for article in found] == heads
    assert [(article.published or "")[:10] for article in found] == ["2023-03-11", "2023-03-12", "2023-03-13"]


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        (f"{TITLE}\n\nByMaren Holt/Ivo Brandt", "Maren Holt/Ivo Brandt", ""),
        (f"{TITLE}\n\nMaren Holt", "Maren Holt", ""),
        (f"{TITLE}\n\nMaren Holt in Orland\nApril 11, 2024", "Maren Holt", "2024-04-11"),
        (f"{TITLE}\n\n22 September 2019 - 00:00 By MAREN HOLT", "MAREN HOLT", "2019-09-22"),
        (f"{TITLE}\n\n13.05.2022 By: Maren Holt", "Maren Holt", "2022-05-13"),
        (f"{TITLE}\n\nBy Maren Holt Time of article published Dec 3, 2014", "Maren Holt", "2014-12-03"),
        (f"{TITLE}\n\nHarbour Post | August 2, 2014 | 11:51 am IST", None, "2014-08-02"),
        (f"{TITLE}\n\n27 March 2015 Author", None, "2015-03-27"),
        (f"News\n\n{TITLE}\n{DECK.rstrip('.')}", None, ""),
        (f"News / Ports and ferries\n\n{TITLE}", None, ""),
        (f"Home Blog Page 17\n\n{TITLE}", None, ""),
        (f"Harbour Time: 7:31 PM on Wednesday 21 June\n\n{TITLE}\n\nJune 21, 2017", None, "2017-06-21"),
        (f"{TITLE}\n\nPromo Image: {TITLE}\n\nBy Maren Holt", "Maren Holt", ""),
        (f"{TITLE}\n\n\nThe old quay of Velmora in May\n\n", None, ""),
        (f"The old quay at low tide.\nThe old quay at low tide.\n\n{TITLE}", None, ""),
        (
            f"The old quay at low tide\n\n{TITLE}\n\nThe old quay at low tide.\n\nBy Maren Holt",
            "Maren Holt",
            "",
        ),
        (f"The old quay at low tide. (Photo: Harbour Post)\n{TITLE}\n", None, ""),
        (
            f"Harbour Review: {TITLE}\n\nThe quay. (credit: Ivo Brandt)\n\n{TITLE}\n\nby Maren Holt",
            "Maren Holt",
            "",
        ),
        (
            f"Old quay\n\nThe quay in spring. (credit: Ivo Brandt)\n\n{TITLE}\n\nby Maren Holt",
            "Maren Holt",
            "",
        ),
    ],
)
def test_heads_as_sites_print_them(head: str, author: str | None, day: str) -> None:
    article = only(f"{head}\n\n{LEDE}\n\n{NEXT}")
    assert (article.title, article.author, (article.published or "")[:10]) == (TITLE, author, day)


def test_a_motto_of_the_site_is_no_headline() -> None:
    title = "Harbour authority to raise its fees by 12 percent"
    assert only(f"The valley at your fingertips\n\n{title}\n\n{LEDE}\n\n{NEXT}").title == title
    assert only(f"{TITLE}\n\n{DECK}\n\n{LEDE}\n\n{NEXT}").title == TITLE


def test_what_the_writer_is_stands_below_the_name() -> None:
    article = only(f"By Maren Holt\n\nHarbour Reporter\n\n{LEDE}\n\n{NEXT}")
    assert (article.title, article.author) == (None, "Maren Holt")
    assert "Harbour Reporter" not in shown(f"By Maren Holt\n\nHarbour Reporter\n\n{LEDE}\n\n{NEXT}")


def test_numbers_of_comments_under_headlines_part_a_file() -> None:
    heads = ["Harbour opens early after a long wait", "Farmers sell their wheat to the state"]
    text = "\n\n".join(f"{head}\n\n{n}\n\n{LEDE}\n\n{MORE}" for n, head in enumerate(heads, 39))
    assert [article.title for article in parse_text(text)] == heads


def test_names_above_a_text_that_tells_of_them_are_no_writers() -> None:
    assert (
        only(f"{TITLE}\n\nMaren Holt\n\nHolt has kept the harbour of Velmora for thirty years. {LEDE}").author
        is None
    )
    article = only(f"Maren Holt\n\nVELMORA: {LEDE}\n\n{NEXT}")
    assert (article.title, article.author) == (None, "Maren Holt")


@pytest.mark.parametrize(
    "heading", ["Related coverage", "LEIA TAMBÉM:", "İLGİLİ HABER", "Más información", "Recommended reading:"]
)
def test_headlines_of_other_stories_inside_a_text_are_hidden(heading: str) -> None:
    links = "Ferry to Orland late again\n\nBridge at Osterby closed until May"
    assert shown(f"{TITLE}\n\n{LEDE}\n\n{heading}\n\n{links}\n\n{NEXT}\n\n{MORE}") == [LEDE, NEXT, MORE]


def test_subheads_and_quotations_under_a_heading_of_links_are_text() -> None:
    for line in ("Two ferries", "“We will not give up this quay”"):
        assert line in shown(f"{TITLE}\n\n{LEDE}\n\nRelated\n\n{line}\n\n{NEXT}\n\n{MORE}")


@pytest.mark.parametrize(
    "below",
    [
        "Maren Holt\n\nMaren Holt is the paper's correspondent on the coast.",
        "Holt covers ports and ferries for the Harbour Post.",
        "mholt@harbourpost.example",
        "👉 @harbourpost",
        "bur-mh/tr",
        "Join our group for more: https://talk.example/quay",
        "The post Port charges rise appeared first on Harbour Post.",
        "Copyright Harbour Post.",
        "#ports #ferries",
        "— AFP",
        "RIPRODUZIONE RISERVATA © Copyright Harbour Post",
    ],
)
def test_short_lines_under_the_text_that_no_text_has_are_hidden(below: str) -> None:
    assert shown(f"{TITLE}\n\nBy Maren Holt\n\n{LEDE}\n\n{NEXT}\n\n{MORE}\n\n{below}") == [LEDE, NEXT, MORE]


def test_a_feed_tells_its_site_and_a_release_its_day() -> None:
    assert only(f"{BODY}The post {TITLE} appeared first on Harbour Post.").source == "Harbour Post"
    article = only(f"{TITLE}\n\nNORTHGATE, April 18, 2021 /Harbour Wire/ --\n\n{LEDE}\n\n{NEXT}\n\n{MORE}")
    assert (article.published, article.source) == ("2021-04-18", "Harbour Wire")
    assert article.text.startswith(f"{TITLE}\n\n{LEDE}")


def test_a_day_under_a_standfirst_is_that_of_the_article() -> None:
    deck = "Boats will pay more from spring on, and not all of them can."
    for days in ("21/11/2021 19:04", "21/11/2021 19:04\nActualizado al 21/11/2021 20:31"):
        article = only(f"{TITLE}\n{deck}\n{days}\n{LEDE}\n{NEXT}\n{MORE}")
        assert (article.published or "")[:10] == "2021-11-21"
        assert "21/11" not in article.text
    timeline = f"{TITLE}\n{deck}\n3 May 2021\n{LEDE}\n4 May 2021\n{NEXT}\n5 May 2021\n{MORE}"
    assert "4 May 2021" in only(timeline).text
