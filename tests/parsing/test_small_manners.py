"""Heads of small pages, printed pages and posts; short texts that are no news; each as short as its manner allows."""

from __future__ import annotations

import random

import pytest

from reader.parsing import parse_text
from reader.parsing.lines import cut_words, read_lines
from tests.parsing.samples import only

TITLE = "Port charges to rise as quay crumbles"
LEDE = "The harbour authority of Velmora will raise its fees by 12 percent next spring, officials said on Wednesday."
NEXT = "Boat owners met in the old customs hall to protest."


def column(text: str, width: int) -> str:
    """`text` printed in a column, long words cut where they end a line."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif len(word) > 6 and word.isalpha() and 3 <= room <= len(word) - 3:
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


@pytest.mark.parametrize(
    ("head", "day", "source", "author"),
    [
        ("Harbour Post    Friday, October 14, 2011    Page 3\n{}", "2011-10-14", "Harbour Post", None),
        ("12 THE HARBOUR EXAMINER\nSUNDAY 3 FEBRUARY 2002\n{}", "2002-02-03", None, None),
        ("{}\nHarbour Post; Northgate [Northgate]. 17 Sep 2014: B.1.", "2014-09-17", "Harbour Post", None),
        ("{}\nHarbour Post (MN) - January 27, 2010", "2010-01-27", "Harbour Post", None),
        ("{}\nPosted on 21 September 2018 by Callum Nixon", "2018-09-21", None, "Callum Nixon"),
        ("{}\nDoor Sanne de Wit\n6 mei 2021", "2021-05-06", None, "Sanne de Wit"),
        ("{}\ndi Giulia Parodi\n27 novembre 2019", "2019-11-27", None, "Giulia Parodi"),
        ("{}\nPosted by Ewa Brandt on February 14, 2020", "2020-02-14", None, "Ewa Brandt"),
        (
            "{}\nVon Anna Roth, Northgate 14.03.2020, 15.07 Uhr",
            "2020-03-14T15:07",
            None,
            "Anna Roth, Northgate",
        ),
        ("{}\nVon Anna Roth 14. März 2020, 15:07 Uhr", "2020-03-14T15:07", None, "Anna Roth"),
        ("{}\nMarch 14, 2020 Ewa Brandt", "2020-03-14", None, "Ewa Brandt"),
        ("{}\nEwa Brandt March 14, 2020 1 Min Read", "2020-03-14", None, "Ewa Brandt"),
        ("{}\nEwa Brandt | Mar 14, 2020 | Comments 0", "2020-03-14", None, "Ewa Brandt"),
        ("{}\nPosted by: Admin in Politics March 14, 2020 0 112 Views", "2020-03-14", None, "Admin"),
        ("{}\nAll News 10:31 March 14, 2020", "2020-03-14T10:31", None, None),
        ("BC-Quay-Fees,2nd Ld-Writethru\n^{}<\nBy EWA BRANDT", None, None, "EWA BRANDT"),
        ("{}\nStockholm, 14 July 2011 (Northwire)", "2011-07-14", "Northwire", None),
        (
            "{}\n8 April 2023\nShare\nSave\nRhodri Talfan\nHarbour News",
            "2023-04-08",
            "Harbour News",
            "Rhodri Talfan",
        ),
        ("{}\nBy PIPPA HOLROYD FOR THE DAILY COAST\n27 shares\n14", None, None, "PIPPA HOLROYD"),
        ("{}\nAda Tunç\n|\n11.05.2022 - Güncelleme : 12.05.2022", "2022-05-11", None, "Ada Tunç"),
        (
            "Süddeutscher Kurier\nMontag 12. März 2018\n{}\nAUTOR: Petra Lang",
            "2018-03-12",
            "Süddeutscher Kurier",
            "Petra Lang",
        ),
        ("a0567\nAM-Ferry Sinking, 2nd Ld-Writethru,0312\n{}\nBy JUMA MSUYA", None, None, "JUMA MSUYA"),
        ("JPRS-NEA-91-022\n3 APRIL 1991\n{}", "1991-04-03", None, None),
        ("SU/1812 A2/3\n6 October 1993\n{}", "1993-10-06", None, None),
        ("From Wikipedia, the free encyclopedia\n{}\nJump to search", None, None, None),
        ("Harbour Post\nNews | Sport | Farming | Classified\n\n{}\n3 May 2021", "2021-05-03", None, None),
        ("FOR IMMEDIATE RELEASE\nContact: Dana Fowler, 555-0142\n{}", None, None, None),
    ],
)
def test_heads_of_small_pages(head: str, day: str | None, source: str | None, author: str | None) -> None:
    article = only(f"{head.format(TITLE)}\n{LEDE}\n\n{NEXT}")
    assert (article.title, article.author) == (TITLE, author)
    assert article.published == day and (source is None or article.source == source)
    assert article.text == f"{TITLE}\n\n{LEDE}\n\n{NEXT}"


def test_what_a_writer_is_called_where_they_post_tells_the_author() -> None:
    article = only(
        f"Hala Barakat\n@halabarakat_\n·\nMar 3, 2022\n{LEDE}\n1.2K\n\n5:41 PM · Mar 3, 2022\n12 reposts 3 quotes"
    )
    assert (article.author, article.published, article.title) == ("Hala Barakat", "2022-03-03", None)
    assert article.text == LEDE


def test_a_name_beside_what_its_bearer_is_called_is_no_headline() -> None:
    article = only(f"Jens Falk @jensfalk\n12 Nov 2021\n{LEDE}")
    assert (article.author, article.published, article.title) == ("Jens Falk", "2021-11-12", None)


def test_a_picture_that_ends_in_its_credit_stands_above_the_byline() -> None:
    article = only(
        f"{TITLE}\nBoats queue at the quay. Credit...Mara Voss for The Post\nBy Ann Ruiz\nAug. 4, 2019\n{LEDE}"
    )
    assert (article.author, article.published) == ("Ann Ruiz", "2019-08-04")
    assert [block.role for block in article.blocks][:2] == ["headline", "caption"]


def test_what_a_site_is_about_stands_in_its_menu() -> None:
    menu = "Skip to content\nThe Estuary Log\nTides, mud and local politics\nAbout\nArchive"
    article = only(f"{menu}\n{TITLE}\nPosted by Ewa Brandt on February 14, 2020\n{LEDE}\n{NEXT}")
    assert (article.title, article.author) == (TITLE, "Ewa Brandt")
    assert "Tides" not in article.text


def test_a_headline_in_capitals_that_holds_the_word_of_a_paper_stays_one() -> None:
    article = only(
        f"Record Rainfall Hits Coast\nMay 3, 2021\nRoads closed and schools shut in three towns\n\n{LEDE}"
    )
    assert article.title == "Record Rainfall Hits Coast"


def test_a_heading_of_markdown_is_the_title_of_notes() -> None:
    assert (
        only("# Notes on the flood\n## Timeline\n- 2 June: the river reaches 7 m\n- 4 June: all leave").title
        == "Notes on the flood"
    )


def test_words_of_networks_in_a_sentence_are_text() -> None:
    assert (
        "Auf Facebook schrieb er: Nein."
        in only(f"{TITLE}\n\n{LEDE}\n\nAuf Facebook schrieb er: Nein.\n\n{NEXT}").text
    )


def test_labels_with_a_headline_begin_an_article_without_an_empty_line() -> None:
    items = (
        f"Title: {name}\nLink: https://a.example/{name[:4]}\nDate: 2021-06-0{n}\n{LEDE}"
        for n, name in ((1, TITLE), (2, "Fees fall again"))
    )
    first, second = parse_text("\n".join(items))
    assert (first.title, second.title, second.published) == (TITLE, "Fees fall again", "2021-06-02")


def test_a_small_page_of_lynx_is_one() -> None:
    menu = "   #[1]alternate [2]Harbour RSS\n\n   [3]Harbour Post\n     * [4]News\n     * [5]Shipping\n"
    foot = "\nReferences\n\n   Visible links:\n   1. https://a.example/rss\n   4. https://a.example/news"
    text = (
        f"{menu}\n                 {TITLE}\n   12 August 2019\n\n   {column(LEDE, 68)}\n\n   {NEXT}\n{foot}"
    )
    article = only(text)
    assert (article.title, article.published) == (TITLE, "2019-08-12")
    assert NEXT in article.text and "References" not in article.text and "Shipping" not in article.text


def test_a_column_of_a_paper_and_the_words_that_it_cuts_are_joined() -> None:
    rng = random.Random(5)
    words = "harbour authority fishermen officials declared permanent closure eastern embankment during of".split()
    body = " ".join(rng.choice(words) for _ in range(120)).capitalize() + "."
    assert only(f"{TITLE}\n\n{column(body, 38)}\n\n{column(LEDE, 38)}").text.split("\n\n") == [
        TITLE,
        body,
        LEDE,
    ]


def test_hyphens_of_compounds_stay() -> None:
    text = "a short-\nterm plan of re-\nelected men in the har-\nbour of well-\nknown towns"
    lines = read_lines(text)
    from reader.parsing.lines import join_lines

    joined = join_lines(lines, cut_words(lines, text + " short term"))
    assert joined.text == "a short-term plan of re-elected men in the harbour of well-known towns"


POEM = """The Weir

All night the weir had something to say
about the hills and what they lose;
it said it loudly, and by day
it said it to the grazing ewes."""
LETTER = "14 Mill Lane\nWexford\n3 June 2010\n\nDear Ms Doyle,\n\n" + LEDE
SPEECH = "Thank you. Thank you very much. Please sit down.\n\n" + LEDE
MINUTES = (
    "Minutes of the Parish Council, 4 April 2022\n\nPresent: J. Hobbs (chair), P. Lowe\n1. Hall roof\nAgreed."
)


@pytest.mark.parametrize(
    ("text", "title"), [(POEM, "The Weir"), (LETTER, None), (SPEECH, None), (MINUTES, MINUTES.split("\n")[0])]
)
def test_what_heads_texts_that_are_no_news(text: str, title: str | None) -> None:
    article = only(text)
    assert article.title == title
    kept = [line for line in text.split("\n") if line and line not in ("3 June 2010",)]
    assert [line for line in kept if line not in article.text.split("\n\n")] == []


def test_arrows_of_pages_are_hidden_and_others_stay() -> None:
    text = f"{TITLE}\n\n{LEDE}\n\nStir → serve →\n\n← Back to the quay\n\n{NEXT}\n\n← Previous post   Next post →"
    article = only(text)
    assert "serve →" in article.text and "← Back" in article.text and "Next post" not in article.text
