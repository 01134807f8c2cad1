"""What stands around and between the paragraphs of a whole page: comments, pictures, links to other pages."""

from __future__ import annotations

import pytest

from reader.model import Article
from reader.parsing import analyse, parse_text
from reader.parsing.dumps.cues import is_dated
from reader.parsing.dumps.pictures import is_picture
from tests.parsing.samples import FOOT, MENU, TITLE, paragraphs

WIDGET = [
    "Recent Comments",
    "Ola on Fog in the bay",
    "Per on Ferry fares",
    "Ola on Ferry fares",
    "Comments feed",
]
TALK = [
    "Ola Brandt on 4 November 2021 at 9:12 am said:",
    "I have rowed there for thirty years and have never had to pay for a berth, so why should I begin with it now?",
    "Per Holm on 4 November 2021 at 11:40 am said:",
    "Nobody asks the small boats for money, it says so in the second paragraph of the piece, if one reads that far.",
]
BODY = paragraphs()
LAST = BODY.rsplit("\n\n", 1)[-1]


def read(middle: str, *, top: str = "", title: str = TITLE) -> Article:
    """The article of a page with `middle` under its date, and `top` between menu and headline."""
    menu = "\n".join(f"  * {word}" for word in MENU)
    foot = "\n".join(f"  * {word}" for word in FOOT)
    text = f"{menu}\n\n{top}\n\n{title}\n\n3 November 2021\n\n{middle}\n\n{foot}\n"
    assert analyse(text).form == "page dump"
    (article,) = parse_text(text)
    return article


def test_recent_comments_in_the_menu_head_no_comments() -> None:
    top = "The Coast Wire is made by nine people who live by the sea, and is paid for by all who read it.\n\n"
    article = read(BODY, top=top + "\n\n".join(WIDGET))
    assert article.title == TITLE and BODY in article.text and WIDGET[1] not in article.text


def test_what_people_said_under_the_text_is_hidden() -> None:
    article = read(BODY + "\n\n" + "\n\n".join(TALK))
    assert LAST in article.text
    assert all(line not in article.text for line in TALK)


def test_links_behind_the_text_end_it() -> None:
    article = read(
        f"{BODY}\n\nMore from the harbour:\n\nThe fleet that never sailed\n\nSubscribe to our newsletter"
    )
    assert LAST in article.text
    assert "More from" not in article.text and "newsletter" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        "Abbildung 3: Die alte Mole nach dem Sturm",
        "Foto: Die alte Mole nach dem Sturm",
        "Boats at the quay © Holt / Coast Wire",
        "In this photo issued by the harbour office, boats lie at the quay.",
        "FILE - Boats lie at the quay on the morning after the storm.",
    ],
)
def test_captions_are_told_by_how_they_start_or_end(text: str) -> None:
    assert is_picture(text)


@pytest.mark.parametrize(
    "text",
    ["Photos of the quay were shown in court on Monday.", "The image: nobody had seen a thing like it."],
)
def test_sentences_about_pictures_are_none(text: str) -> None:
    assert not is_picture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Posted on 21. Juli 2019 by Holt",
        "27 декабря 2020",
        "2020年1月28日 10:15",
        "3 de mayo de 2022",
        "5 min read",
    ],
)
def test_dated_lines_of_many_languages(text: str) -> None:
    assert is_dated(text)
