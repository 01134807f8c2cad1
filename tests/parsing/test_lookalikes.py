"""Text that looks like what is hidden: headlines like slugs, tables, talk, songs, useful numbers. All made up."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from tests.parsing.samples import only

TITLE = "Ferry operator to cut winter sailings"
FIRST = (
    "The ferry company said on Monday that it would cut its winter sailings by a third, and that forty people would "
    "lose their work at the port before the end of the year."
)
SECOND = (
    "Union leaders who met the harbour board on Tuesday called the decision a betrayal of the island and said that "
    "they would ask their members for a vote on a strike in May."
)


@pytest.mark.parametrize(
    "title",
    [
        "Rebels Take 3 Towns in Northern Velmora",
        "USA Take Gold in Relay",
        "Giants Take 2-0 Lead in Final",
        "Councils Add 2 Charges for Bins",
        "US -- China talks collapse over ports",
        "PM-Moyo talks end",
        "Ed: the man who built the port",
        "ATTENTION - wild boars ahead",
        "Unsubscribe rates rise at shops",
        "Thanks for reading my letters, says poet",
        "Ferry strike | day two | live updates",
        "Ferry operator apologises for press release",
    ],
)
@pytest.mark.parametrize("under", ["", "By Ann Ruiz\n\n3 May 2021\n\n", "Share this\n\nPrint\n\n"])
def test_headlines(title: str, under: str) -> None:
    assert only(f"{title}\n\n{under}{FIRST}\n\n{SECOND}\n").title == title


@pytest.mark.parametrize(
    "lines",
    [
        "Host: How are you?\nEd: I am well, thank you for asking.\nHost: And the port?\nEd: It is half empty.",
        "US -- 12 gold, 3 silver\nEU -- 10 gold, 8 silver\nME -- 2 gold",
        "red/white/blue\nGDP/2021\nBerlin/",
        "Thanks for reading my column, wrote the editor on the last page.\nYou are receiving this prize for courage.",
        "\n".join(
            2 * [
                "O sing to me of Velmora, where the long ships lie at rest in harbour, and the gulls are crying,",
                "and the women of the quay are counting every light upon the water and the fires that are dying,",
                "till the morning finds us standing where the tide has left the timber of the boats it took:",
            ]
        ),
    ],
)  # fmt: skip
def test_lines_of_the_text(lines: str) -> None:
    paragraphs = lines.replace("\n", "\n\n")
    article = only(f"{TITLE}\n\n{FIRST}\n\n{paragraphs}\n\n{SECOND}\n")
    assert [block.text for block in article.blocks if block.role == "furniture"] == []


@pytest.mark.parametrize(
    "lines",
    [
        "Follow\nthe gull,\nshare\nthe bread.\nMore\nthan the sea I want,\nmore",
        "“Home?” he asked.\n\n“Home.”\n\n“More?”\n\n“No.”",
        "TOM\nHome?\n\nANN\nShare?\n\nTOM\nMore, more,\nAnn.",
    ],
)
def test_verses_and_talk_of_the_words_of_buttons(lines: str) -> None:
    article = only(f"{TITLE}\n\n{FIRST}\n\n{lines}\n\n{SECOND}\n")
    assert [block.text for block in article.blocks if block.role == "furniture"] == []


def test_who_issues_a_release_stands_above_its_short_headline() -> None:
    head = "Ministry of Transport\nPress Release\n3 May 2021\n\n"
    article = only(f"{head}Minister opens quay\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, article.published) == ("Minister opens quay", "2021-05-03")


def test_numbers_that_readers_may_call_stay_at_the_end() -> None:
    numbers = "Contacts\n\nThe Listeners: 116 123\n\nHelp for Children: 0800 1111"
    assert "The Listeners: 116 123" in only(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{numbers}\n").text


@pytest.mark.parametrize(
    "head",
    [
        "Source: Ministry press release\nDate: 3 May 2021",
        "Tags: press release, ferry",
        "Photo: Press Release\nBy Ann Ruiz",
        "Press release\n3 May 2021",
        "3 May 2021\nPress release",
    ],
)
def test_a_headline_above_the_word_release_stays_one(head: str) -> None:
    assert only(f"{TITLE}\n{head}\n\n{FIRST}\n\n{SECOND}\n").title == TITLE


def test_names_and_day_between_the_title_of_a_page_and_its_headline_are_read() -> None:
    head = f"{TITLE} in May - Harbour Post\nBy Ann Ruiz\n3 May 2021\n{TITLE} in May"
    article = only(f"{head}\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, article.author, article.published) == (f"{TITLE} in May", "Ann Ruiz", "2021-05-03")
    looked_at = f"{TITLE} in May - Harbour Post\n9 July 2022\nHome / News\n{TITLE} in May\n3 May 2021"
    assert only(f"{looked_at}\n\n{FIRST}\n\n{SECOND}\n").published == "2021-05-03"


@pytest.mark.parametrize(
    "above",
    [
        "Team | P | W\nVelmora | 3 | 2\nOrland | 3 | 1",
        "* Ferries will stop at noon on Friday\n* Forty people lose their work",
    ],
)
def test_tables_and_points_above_a_headline_are_shown(above: str) -> None:
    shown = only(f"{above}\n\n# {TITLE}\n\n{FIRST}\n\n{SECOND}\n")
    hidden = [block.text for block in shown.blocks if block.role == "furniture"]
    assert not any(line in hidden for line in above.split("\n"))


@pytest.mark.parametrize(
    "lede",
    [
        "A man has been arrested by Kent Police officers after a raid on a house on Friday.",
        "A gang has been jailed for supplying class A drugs in Velmora over three years.",
        "Juventus and other Serie A clubs said on Monday that they would not play.",
        "Migrants who cross the USA-Mexico border at night are turned back.",
        "The play by Sir Thomas More was found in an attic on Monday and will be sold.",
    ],
)
def test_no_headline_is_cut_from_a_sentence(lede: str) -> None:
    assert only(f"{lede} {FIRST} {SECOND}").title is None


@pytest.mark.parametrize(
    "comments", ["Three thoughts on the final", "One response to the crisis was to build."]
)
def test_a_subhead_that_counts_thoughts_does_not_end_the_text_of_a_page(comments: str) -> None:
    menu = "Home\nNews\nSport\nWeather\nBusiness\nContact us\nAbout\nSign in\nSubscribe\nSearch"
    foot = "Most read\nAbout us\nTerms of use\nPrivacy policy\n© 2021 Harbour Post\nCareers\nAdvertise\nHelp"
    body = f"{FIRST}\n\n{SECOND}\n\n{comments}\n\n{FIRST[:-1]} or so.\n\n{SECOND[:-1]} or June."
    article = only(f"{TITLE} - Harbour Post\n\n{menu}\n\n{TITLE}\n\n3 May 2021\n\n{body}\n\n{foot}\n")
    assert "or so." in article.text and "or June." in article.text


def test_an_outlet_and_an_author_are_read_where_they_are() -> None:
    story = f"{{}}\n\n{FIRST}\n\n{SECOND}\n"
    article = only(story.format(f"{TITLE}\nSenast uppdaterad 2017-09-12 10:15"))
    assert (article.source, article.published) == (None, "2017-09-12")
    article = only(story.format(f"{TITLE}\nAuthor: Garcia Marquez, Gabriel\nDate: 3 May 2021"))
    assert article.author == "Garcia Marquez, Gabriel"


@pytest.mark.parametrize(
    "last", ["Sources close to him said: “We will go on.”", "Type of boat: a cutter from Orland."]
)
def test_the_last_line_of_a_printed_page_is_text_though_it_has_a_colon(last: str) -> None:
    head = f"Harbour Post - March 12, 2014 - page A4\n\n{TITLE}\n\nAnn Ruiz"
    article = only(f"{head}\n\n{FIRST}\n\n{SECOND}\n\n{last}\n")
    assert (article.source, article.text.endswith(last)) == ("Harbour Post", True)


def test_a_later_headline_that_looks_like_a_hint() -> None:
    second = "Read: the minister's letter to the crews"
    story = "{}\n\n{} May 2021\n\nShare this\n\nPrint\n\n{}\n\n{}\n"
    text = story.format(TITLE, 3, FIRST, SECOND) + "\n\n\n" + story.format(second, 4, SECOND, FIRST)
    assert [article.title for article in parse_text(text)] == [TITLE, second]
