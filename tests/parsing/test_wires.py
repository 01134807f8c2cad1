"""Copy of agencies and press offices as it is sent: slugs, codes, release heads, contacts, datelines. All made up."""

from __future__ import annotations

import pytest

from reader.model import Article
from reader.parsing import parse_text
from reader.parsing.cues import kind_of
from reader.parsing.dateline import read_dateline
from reader.parsing.slugs import slug_date
from tests.parsing.samples import only

TITLE = "Miners end strike after deal on bonuses"
LEDE = (
    "{}Copper miners in the south ended a strike of three weeks on Monday after a deal on bonuses was signed."
)
DAY = "2014-11-03"
NEXT = "The deal brings eight percent more from January, a spokesman for the union told reporters in the evening."


def story(head: str, foot: str = "", opening: str = "") -> Article:
    """A story under a head, its lede opened by a dateline."""
    return only(f"{head}\n\n{LEDE.format(opening)}\n\n{NEXT}\n\n{foot}\n")


@pytest.mark.parametrize(
    ("head", "foot", "opening", "source", "day"),
    [
        (
            f"a0471 --\nBC-Velmora-Strike, 2nd Ld-Writethru,0390\n{TITLE}\nEds: UPDATES with union quote.",
            "AP-NY-11-03-14 0412EST",
            "KARAD, Velmora (AP) -- ",
            "AP",
            "2014-11-03",
        ),
        (
            f"Velmora-strike-mines,lead\n///\n{TITLE}\nATTENTION - adds reaction ///",
            "ib/cla/mpd\nAFP 031412 GMT NOV 14",
            "Karad, 3 nov 2014 (AFP) - ",
            "AFP",
            "2014-11-03",
        ),
        (f"bdt0412 3 vm 318  dpa 0987\n\nWirtschaft/\n{TITLE}", "281456 Okt 13", "Karad (dpa) - ", "dpa", "2013-10-28"),
        (
            f"ZCZC1234/SXA\nXCI45120_SXA_QBXB\nR CRO S0A QBXB\n{TITLE}",
            "(ANSA).\n\n03-NOV-16 08:41 NNNN",
            "(ANSA) - KARAD, 3 NOV - ",
            "ANSA",
            "2016-11-03",
        ),
        (TITLE, "", "MOSCOW, November 3. /TASS/. ", "TASS", None),
        (TITLE, "", "MARLOW, Ohio, Nov. 20, 2019 /PRNewswire/ -- ", "PRNewswire", "2019-11-20"),
        (TITLE, "", "MARLOW, Ohio--(BUSINESS WIRE)--", "BUSINESS WIRE", None),
        (TITLE, "", "ESBJERG, Denmark, May 06, 2020 (GLOBE NEWSWIRE) -- ", "GLOBE NEWSWIRE", "2020-05-06"),
        (f"SG/SM/7034\nAFR/155\n15 June 1999\n\n{TITLE}", "", "", None, "1999-06-15"),
        (f"{TITLE}\n\nBrussels, 30 September 2015", "", "", None, "2015-09-30"),
    ],
)  # fmt: skip
def test_what_is_printed_for_editors_is_hidden_and_tells_agency_and_day(
    head: str, foot: str, opening: str, source: str | None, day: str | None
) -> None:
    article = story(head, foot, opening)
    assert (article.title, article.source, article.published) == (TITLE, source, day)
    assert [b.text for b in article.blocks if b.role in ("para", "subhead")] == [LEDE.format(opening), NEXT]


@pytest.mark.parametrize(
    "head",
    [
        "FOR IMMEDIATE RELEASE\n\nContact:\nDana Ortiz\nVelmora Mines\n(555) 010-2299\npress@mines.example",
        "NEWS RELEASE\nFor Immediate Release\nJuly 11, 2012\nMedia Contact: Ruth Ames, 555-010-7788",
        "Department of Mines\nOffice of Public Affairs\n\nFOR IMMEDIATE RELEASE\nTuesday, April 22, 2014",
        "European Mining Board - Press release",
        "Public Release: 14-Aug-2018",
        "FOR IMMEDIATE RELEASE: May 9, 2017",
        "PRESSEMITTEILUNG",
    ],
)
def test_the_head_of_a_press_release_is_no_headline(head: str) -> None:
    article = story(f"{head}\n\n{TITLE}", "###")
    assert article.title == TITLE
    assert [b.text for b in article.blocks if b.role == "para"] == [LEDE.format(""), NEXT]


def test_words_of_a_release_inside_a_headline_change_nothing() -> None:
    title = "White House press release misstates cost of bridge"
    assert story(title).title == title


@pytest.mark.parametrize(
    "text", ["and/or", "his/her", "AC/DC", "PM-designate Moyo speaks", "24/7", "9/11 in pictures"]
)
def test_what_looks_like_a_slug_stays(text: str) -> None:
    assert kind_of(text) == ""


def test_points_and_notes_of_an_agency_stand_above_its_byline() -> None:
    notes = "* Deal signed late on Sunday\n* Mines to reopen\n\n(Adds union comment)"
    article = story(f"{TITLE}\n\n{notes}\n\nBy Ann Ruiz")
    assert (article.title, article.author) == (TITLE, "Ann Ruiz")
    assert "Mines to reopen" in article.text and "Adds union comment" in article.text


def test_days_in_slugs() -> None:
    assert slug_date("AFP 031412 GMT NOV 14") == "03 NOV 2014"
    assert slug_date("BBC Mon AF1 AFEau 170509/hw") == "2009-05-17"
    assert slug_date("Enditem") == ""


def test_a_sentence_is_no_dateline() -> None:
    for text in (
        "IBM (NYSE: IBM) - its shares rose",
        "NATO said on May 3, 2010 - and again",
        "It was late. He slept",
    ):
        assert read_dateline(text) == ("", "")


@pytest.mark.parametrize(
    ("head", "title", "author", "source", "day"),
    [
        (f"{TITLE} - Coast Wire\nHome / News\n{TITLE}\n3 Nov 2014", TITLE, None, None, "2014-11-03"),
        (f"U.S.\n{TITLE}\nBy ANN RUIZ\tNOV. 3, 2014", TITLE, "ANN RUIZ", None, "2014-11-03"),
        (f"{TITLE}\nAnn Ruiz\n@annr\nMon 3 Nov 2014 06.00 GMT", TITLE, "Ann Ruiz", None, "2014-11-03T06:00"),
        (f"{TITLE}\nNov 3, 2014\nAnn Ruiz / Harbour Post Staff Writer", TITLE, "Ann Ruiz", "Harbour Post", DAY),
        (f"{TITLE}\nThe Strand Leader · 3 Nov 2014 · 4 · ANN RUIZ", TITLE, "ANN RUIZ", "The Strand Leader", DAY),
        (f"{TITLE}\nSource: Xinhua   2014-11-03 19:22:37      More", TITLE, None, "Xinhua", "2014-11-03T19:22:37"),
        (f"3 NOV, 10:15\n{TITLE}", TITLE, None, None, None),
        (f"{TITLE}\nFebruary 08, 2016 08:00 AM Eastern Standard Time", TITLE, None, None, "2016-02-08T08:00"),
        (f"{TITLE}\n12.fev.2019 às 9h41", TITLE, None, None, "2019-02-12T09:41"),
    ],
)  # fmt: skip
def test_heads_of_pages(
    head: str, title: str, author: str | None, source: str | None, day: str | None
) -> None:
    article = story(head)
    assert (article.title, article.author, article.source, article.published) == (title, author, source, day)


def test_a_feed_of_headline_address_day_and_line_is_cut_at_each_headline() -> None:
    entry = "{}\nhttps://news.example/{}\nThu, 04 Mar 2021 08:15:00 +0000\n{}\n"
    text = "\n".join(
        entry.format(f"{TITLE} {word}", n, NEXT) for n, word in enumerate(("today", "at last", "again"))
    )
    assert [article.title for article in parse_text(text)] == [
        f"{TITLE} today",
        f"{TITLE} at last",
        f"{TITLE} again",
    ]


def test_days_of_texts_that_are_not_english_come_first() -> None:
    lede = "Jembatan gantung yang menghubungkan dua dusun di desa putus diterjang banjir pada hari Selasa malam lalu."
    text = f"Jembatan gantung di desa putus\n\nHarian Pantai - 03/11/2021, 14:20 WIB\n\n{lede}\n\n{lede[:-1]} sekali.\n"
    assert only(text).published == "2021-11-03T14:20"
    assert story(f"{TITLE}\n03/11/2021").published is None


HEADS = (
    f"SG/SM/7034\n3 November 2014\n\n{TITLE}",
    "U.S.\nOrchards lose their blossom in one night of frost\nBy ANN RUIZ\tNOV. 3, 2014",
    "FOR IMMEDIATE RELEASE\nTuesday, April 22, 2014\n\nBank opens a training center for welders",
    "Bakers of the coast bake a loaf of ninety metres\nTom Reed\n@tomr\nMon 3 Nov 2014 06.00 GMT",
)


@pytest.mark.parametrize("separator", ["\n\n---\n\n", "\n\n* * *\n\n", "\n\n\n\n\n", f"\n{'=' * 40}\n"])
def test_separators_before_heads_of_any_manner_part_the_articles(separator: str) -> None:
    body = f"{LEDE.format('')}\n\n{NEXT}\n\nIt was late.\n\nNobody spoke.\n\nThe mayor left first."
    articles = parse_text(separator.join(f"{head}\n\n{body}" for head in HEADS))
    assert [article.title for article in articles] == [
        TITLE,
        "Orchards lose their blossom in one night of frost",
        "Bank opens a training center for welders",
        "Bakers of the coast bake a loaf of ninety metres",
    ]


@pytest.mark.parametrize("separator", ["\n\n* * *\n\n", "\n\n\n\n\n"])
def test_separators_inside_one_story_part_nothing(separator: str) -> None:
    parts = (
        f"{TITLE}\n\nBy Ann Ruiz\n\n{NEXT}",
        f"A vote in the barn\n\n{NEXT}",
        NEXT,
        f"What came of it\n\n{NEXT}",
    )
    assert len(parse_text(separator.join(parts))) == 1


def test_a_note_at_the_end_of_a_story_does_not_head_the_next_one() -> None:
    note = "(Reporting by Ann Ruiz; Editing by Tom Reed)"
    story_ = f"{{}}\n\nWed Sep 18, 2013 10:42am EDT\n\nBy Ann Ruiz\n\n{LEDE}\n\n{NEXT}\n\n{note}"
    titles = [TITLE, "Orchards lose their blossom in one night", "Bakers of the coast bake a long loaf"]
    articles = parse_text("\n\n\n\n\n".join(story_.format(title, "") for title in titles))
    assert [article.title for article in articles] == titles
