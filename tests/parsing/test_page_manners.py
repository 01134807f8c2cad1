"""What pages, pasted copies and printed papers put around a story; all of it is made up."""

from __future__ import annotations

import pytest

from reader.model import Article
from tests.parsing.samples import only

TITLE = "Why we stopped selling plastic combs"
FIRST = (
    "For eleven years the plastic comb was our best product, and for eleven years it was the first thing that our "
    "customers threw away."
)
SECOND = (
    "Last winter we asked a comb maker in the next town whether he could make one from horn that would cost less than "
    "a good lunch. He could not, but he made one from pear wood."
)
DAY = "2021-05-03"
MENU = "Home\nSoap\nCombs\nBrushes\nGift sets\nJournal\nContact"
FOOT = "Shipping & returns\nWholesale\nGift cards\nNewsletter\nFollow us on Instagram\nPrivacy\nTerms\nJobs\nHelp"


def hidden(article: Article) -> set[str]:
    """The texts of an article that are not shown."""
    return {block.text for block in article.blocks if block.role == "furniture"}


def test_the_name_of_the_site_on_top_of_a_page_is_no_headline() -> None:
    shop = "You may also like\nPear wood comb, small\n$9.00\nAdd to cart\nBeard brush\n$18.00\nSold out"
    article = only(
        f"Tarn Valley Soap Company\n{MENU}\n{TITLE}\nMarch 3, 2018\n{FIRST}\n{SECOND}\n{shop}\n{FOOT}\n"
    )
    assert (article.title, article.published) == (TITLE, "2018-03-03")
    assert {"Tarn Valley Soap Company", "$9.00", "Add to cart"} <= hidden(article)


def test_a_short_post_goes_before_the_long_comments_that_are_counted_under_it() -> None:
    post = "The road above the sawmill is closed again because of rocks. The council says it will open. We shall see."
    talk = "".join(f"Ted says:\nMarch {n}, 2018 at 6:12 pm\n{SECOND}\nReply\n" for n in (4, 5, 6))
    head = f"Residents of the Upper Tarn\n{MENU}\nRoad closed again\nMarch 3, 2018\n{post}\nPosted in Roads\n"
    article = only(f"{head}3 Responses to Road closed again\n{talk}Leave a Reply\nName\nWebsite\n{FOOT}\n")
    assert (article.title, article.published) == ("Road closed again", "2018-03-03")
    assert [block.text for block in article.blocks if block.role == "para"] == [post]


def test_a_row_of_a_table_with_goals_is_no_time_of_day() -> None:
    rows = [f"{n}. Team{n} 9 {9 - n} 1 {n} 1{n}:1{n} {30 - n}" for n in range(1, 9)]
    page = (
        f"Valley Sports\n{MENU}\n{TITLE}\n12 October 2014\n{FIRST}\n{SECOND}\nHow they stand\n"
        + "\n".join(rows)
    )
    shown = only(f"{page}\nThe next round is played on Wednesday, weather permitting.\n{FOOT}\n").text
    assert all(row in shown for row in rows)


def test_markdown_of_a_whole_page_starts_at_its_first_heading() -> None:
    links = "[Skip to content](#main)\n\n[ ![Soap](/logo.png) ](/)\n\n  * [News](/news)\n  * [Combs](/combs)"
    text = f"{links}\n\n# {TITLE}\n\nBy [Ilka Weber](/authors/ilka) on March 2, 2022\n\n{FIRST}\n\n{SECOND}\n"
    article = only(text)
    assert (article.title, article.author, article.published) == (TITLE, "Ilka Weber", "2022-03-02")
    assert "* [News](/news)" in hidden(article)


def test_a_headline_that_runs_into_the_only_line() -> None:
    article = only(f"Soap company gives up plastic combs The pear wood comb costs more. {FIRST} {SECOND}")
    assert article.title == "Soap company gives up plastic combs"
    assert article.blocks[1].text.startswith("The pear wood comb")
    dated = only(f"Soap company gives up plastic combs OSTERBY (Reuters) - It was late. {FIRST} {SECOND}")
    assert (dated.title, dated.source) == ("Soap company gives up plastic combs", "Reuters")
    for lede in (
        "A comb that nobody wants is still a comb, they said.",
        "Who needs The last comb again? They said so.",
    ):
        assert only(f"{lede} {FIRST} {SECOND}").title is None


def test_whom_to_ask_and_the_number_of_the_page_are_hidden() -> None:
    contacts = "Media contacts\nVelmora Robotics\nJoel Kim, 555-010-4455\njoel.kim@robotics.example"
    article = only(f"{TITLE}\n\n{FIRST}\n\nPage 3 of 4\n\n{SECOND}\n\n{contacts}\n")
    assert {"Page 3 of 4", *contacts.split("\n")} <= hidden(article)
    assert FIRST in article.text and SECOND in article.text


def test_lists_of_links_that_a_screen_reader_counts() -> None:
    box = "Keep reading\nlist of 2 items\nlist 1 of 2\nA fishing town waits\nlist 2 of 2\nWhy boats sink\nend of list"
    assert set(box.split("\n")) <= hidden(only(f"{TITLE}\n\n{FIRST}\n\n{box}\n\n{SECOND}\n"))


def test_an_invitation_is_hidden_beside_other_furniture_alone() -> None:
    invitation = "Sign up to our Society Weekly briefing"
    story = f"{TITLE}\n\n{FIRST}\n\n{{}}{invitation}\n\n{SECOND}\n"
    assert invitation in hidden(only(story.format("Advertisement\n\nShare this article\n\n")))
    assert invitation in only(story.format("")).text


def test_posts_give_no_headline() -> None:
    post = "Coast Wire @coastwire · Nov 3, 2021\n{}\n12 replies 340 retweets 512 likes\n"
    article = only(post.format(FIRST) + post.format(SECOND))
    assert article.title is None and FIRST in article.text and SECOND in article.text
    assert "12 replies 340 retweets 512 likes" in hidden(article)


def test_the_place_behind_a_name_is_no_author() -> None:
    assert only(f"{TITLE}\n\nVon Petra Kolb, Essen\n\n{FIRST}\n\n{SECOND}\n").author == "Petra Kolb"
    assert only(f"{TITLE}\n\nBy Ann Ruiz, Tom Reed\n\n{FIRST}\n\n{SECOND}\n").author == "Ann Ruiz, Tom Reed"


def test_paragraphs_pasted_twice_are_shown_once_and_refrains_stay() -> None:
    article = only(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nIt breaks.\n\n{FIRST}\n\n{SECOND}\n\nIt breaks.\n")
    assert [block.text for block in article.blocks if block.role == "para"] == [FIRST, SECOND, "It breaks."]
    chorus = f"{FIRST}\n\n{SECOND}\n\n"
    assert only(f"{TITLE}\n\n{chorus * 5}").text.count(SECOND) == 5
    votes = "Ames: yes\n\nBoyd: no\n\nCole: yes"
    article = only(f"{TITLE}\n\n{FIRST}\n\n{votes}\n\n{SECOND}\n\n{votes}\n\n{FIRST}\n")
    assert article.text.count("Boyd: no") == 2 and article.text.count(FIRST) == 2


@pytest.mark.parametrize(
    ("head", "author", "source", "day"),
    [
        (f"City\n{TITLE}\n- Few signed up\n- Firms cite costs\nIvy Lam\n+ FOLLOW\n3 May 2021", "Ivy Lam", None, DAY),
        (f"{TITLE}\nMay 3, 2021\nMaeve Nolan\n\nA comb. (Photo: Al Betts)", "Maeve Nolan", None, DAY),
        (f"{TITLE}\nPTI | Chennai | Updated: May 3, 2021", None, "PTI", DAY),
        (f"{TITLE}\nChurch & Village. 12.3 (May 3, 2021): p14.", None, "Church & Village", DAY),

        (f"--- Mail ---\nFrom: Cal Finch\nSent: May 3, 2021\nTo: Desk\nSubject: {TITLE}", "Cal Finch", None, DAY),
        (f"Von: Clara Finch\nGesendet: Montag, 3. Mai 2021\nAn: Desk\nBetreff: {TITLE}", "Clara Finch", None, DAY),
    ],
)  # fmt: skip
def test_more_heads(head: str, author: str | None, source: str | None, day: str) -> None:
    article = only(f"{head}\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, article.author, article.source, article.published) == (TITLE, author, source, day)


def test_a_company_above_its_headline_is_who_issues_the_release() -> None:
    head = f"Northern Combs Ltd.\n\nMay 3, 2021\n\n{TITLE}\n\n"
    assert only(f"{head}Northern Combs Ltd. is pleased to say so. {FIRST}\n\n{SECOND}\n").title == TITLE
    assert only(f"{head}{FIRST}\n\n{SECOND}\n").title == "Northern Combs Ltd."


@pytest.mark.parametrize(
    "lines",
    [
        "Early Warnings",
        "Contacts\n\nThe two sides met again.\n\nThey did not shake hands.",
        "20 border points",
        "Day 3",
    ],
)
def test_subheads_that_look_like_names_and_headings_of_contacts_stay(lines: str) -> None:
    article = only(f"{TITLE}\n\nMay 3, 2021\n\n{lines}\n\n{FIRST}\n\n{lines}\n\n{SECOND}\n\n{lines}\n")
    assert all(article.text.count(line) == 3 for line in lines.split("\n\n"))


@pytest.mark.parametrize(
    "head",
    [
        "World News\nAugust 20, 2018 / 6:12 AM / 3 years ago\n{}\nAnn Ruiz\n3 Min Read",
        "A4 | MONDAY, AUGUST 20, 2018 | THE VALLEY ECHO\n\n{}\n\nBy Ann Ruiz",
        "Valley Echo | A12 | Local | Final\n{}\nAugust 20, 2018\nBy Ann Ruiz",
    ],
)
def test_a_section_or_the_line_of_a_printed_page_above_the_headline_is_none(head: str) -> None:
    article = only(f"{head.format(TITLE)}\n\n{FIRST}\n\nSee COMBS, Page A6\n\n{SECOND}\n")
    assert (article.title, article.author) == (TITLE, "Ann Ruiz")
    assert (article.published or "")[:10] == "2018-08-20"
    assert "See COMBS, Page A6" in hidden(article)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ines Holt", "Ines Holt"),
        ("Ines Holt Published May 3, 2021", "Ines Holt"),
        ("Ines Holt , Monday 3 May 2021", "Ines Holt"),
        ("By: Ines Holt - Correspondent / @inesh", "Ines Holt"),
        ("By Ines Holt For Tarnpost", "Ines Holt"),
        ("BY INES HOLT [holt@tarnpost.example]", "INES HOLT"),
        ("Tel Aviv", None),
        ("World News", None),
    ],
)
def test_names_of_writers_as_sites_print_them(line: str, author: str | None) -> None:
    day = "" if "2021" in line else "May 3, 2021\n"
    article = only(f"{TITLE}\n{day}{line}\n{FIRST}\n{SECOND}\n")
    assert (article.title, article.author, article.published) == (TITLE, author, DAY)


@pytest.mark.parametrize("line", ["Born in Northgate, May 3, 1921", "Held at the Village Hall, 3 May 1921"])
def test_a_sentence_that_holds_a_day_is_text(line: str) -> None:
    article = only(f"{TITLE}\n\n{line}\n\n{FIRST}\n\n{SECOND}\n")
    assert article.published is None
    assert line in article.text


def test_a_menu_of_any_language_above_a_small_page_is_hidden() -> None:
    menu = "Etusivu\nMatkailu\nRuoka\nMökit\nArkisto"
    article = only(f"{menu}\n{TITLE}\nMay 3, 2021\n{FIRST}\n{SECOND}\n")
    assert (article.title, article.published) == (TITLE, DAY)
    assert set(menu.split("\n")) <= hidden(article)
    list_of_things = "Soap\nCombs\nBrushes\nTowels"
    assert list_of_things.replace("\n", "\n\n") in only(f"{list_of_things}\n{FIRST}\n{SECOND}\n").text


def test_words_of_buttons_that_end_in_a_full_stop_are_text() -> None:
    article = only(f"The tide clerk\n\n{FIRST}\n\nHome.\n\nMore.\n\nHome.\n\n{SECOND}\n")
    assert article.text.count("Home.") == 2
    assert "More." in article.text


def test_marks_of_markdown_inside_a_text_are_not_the_writers() -> None:
    bold = FIRST.replace("plastic comb", "**plastic comb**").replace(
        "best", "[best](https://tarn.example/best)"
    )
    picture = "![Combs](/img/1.jpg) A comb maker holds two combs of pear wood in his shop."
    article = only(
        f"# {TITLE}\n\nMay 3, 2021\n\n{picture}\n\n{bold}\n\n{SECOND} Two ** of them are [sic] here.\n"
    )
    assert FIRST in article.text
    assert "\n\nA comb maker holds two combs of pear wood in his shop.\n\n" in article.text
    assert "Two ** of them are [sic] here." in article.text


def test_what_a_browser_prints_around_its_pages() -> None:
    head, foot = "6/16/23, 9:41 AM", "https://www.post.example/news/ferry"
    rest = SECOND.partition(" would ")
    pages = (
        f"{head}   {TITLE} | Post\n\n{TITLE}\n\n15 June 2023\n\n{FIRST}\n\n{rest[0]}\n\n{foot}     1/2\n",
        f"{head}   {TITLE} | Post\n\nwould {rest[2]}\n\n{foot}    2/2\n",
    )
    article = only("".join(pages))
    assert (article.title, article.published) == (TITLE, "2023-06-15")
    assert [block.text for block in article.blocks if block.role == "para"] == [FIRST, SECOND]


def test_what_asks_for_leave_stands_above_the_headline() -> None:
    wall = "We value your privacy\n\nWe and our 812 partners store and access information on a device.\n\n"
    article = only(f"{wall}{TITLE}\n\n15 June 2023\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, article.published) == (TITLE, "2023-06-15")
    assert article.text.endswith(f"{FIRST}\n\n{SECOND}")
    shown = "We and our partners have lost a hundred jobs since the ferry went, said the head of the union."
    assert shown in only(f"{TITLE}\n\n{FIRST}\n\n{shown}\n\n{SECOND}\n").text
