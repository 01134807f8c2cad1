"""Which line of a page is its headline, among menus, captions, standfirsts and banners; all of it is made up."""

from __future__ import annotations

import pytest

from reader.parsing import cues
from reader.parsing.draft import Draft
from reader.parsing.dumps.title import WEIGHTS, candidates
from reader.parsing.fields import settle
from reader.parsing.lines import read_lines
from reader.parsing.page import Page
from tests.parsing.samples import only

TITLE = "Ferry to the outer islands sails again after three weeks"
MENU = "Home\nNews\nSport\nWeather\nHarbour\nLetters\nJobs\nShop\nObituaries\nPuzzles\nTides\nEvents"
TEXT = (
    "The ferry to the outer islands sailed again on Monday, three weeks after a storm had torn away the landing stage, "
    "and carried forty passengers and the first fresh bread.\n\n"
    "The harbour master said that the repair of the stage had cost more than the town earns from the ferry in a year, "
    "and that the islands would have to pay a part of it.\n\n"
    "Islanders had lived on what their own boats brought over from the market when the sea allowed it."
)
FOOT = "Contact us\nPrivacy policy\nTerms of use\nSubscribe\nFollow us on Facebook\nAdvertise\nAll rights reserved"


def page(*head: str) -> str:
    """A page that a text browser printed: its menu, these lines, the text and its foot."""
    return "\n\n".join([MENU, *head, TEXT, FOOT])


def test_the_headline_is_above_the_names_and_not_the_caption_under_them() -> None:
    caption = "The ferry at the landing stage of the outer islands"
    article = only(page(TITLE, "By Ada Holm", "Monday 3 May 2021 11:42", caption, f"Image: {caption}"))
    assert (article.title, article.author, article.published) == (TITLE, "Ada Holm", "2021-05-03T11:42")


def test_the_buttons_between_headline_and_names_do_not_part_them() -> None:
    buttons = "* Facebook\n\n* Twitter\n\n* Print\n\n* Email"
    film = "The ferry crew on three weeks ashore and the islands without bread"
    article = only(page("Harbour", TITLE, buttons, "By Ada Holm", "close", film))
    assert article.title == TITLE


def test_a_headline_may_open_with_brackets_or_in_quotation_marks_of_german() -> None:
    for title in (
        "[Islands] Ferry sails again after three weeks",
        "»Die Fähre fährt nach drei Wochen wieder«",
    ):
        assert only(page(title, "3 May 2021")).title == title


def test_the_banner_of_a_small_page_and_its_buttons_stand_above_the_headline() -> None:
    banner = "Welcome to the Harbour Network's European edition"
    head = f"{banner}\n\nLearn More\n[logo-small]\n\n{TITLE}\n\nPublished 10:02 AM EST Nov 19, 2019"
    article = only(f"{head}\n\n{TEXT}\n")
    assert (article.title, article.published) == (TITLE, "2019-11-19T10:02")
    assert banner not in article.text


def test_the_head_of_a_small_page_may_stand_below_its_own_title_and_its_buttons() -> None:
    top = "Ferry sails: the outer islands\nWelcome to the Harbour Network's European edition\nLearn More"
    article = only(f"{top}\n{TITLE}\nAda Holm\nHarbour Post\nPublished 2:16 AM EST Nov 20, 2019\n{TEXT}\n")
    assert (article.title, article.published) == (TITLE, "2019-11-20T02:16")
    assert "Learn More" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        *("[logo-small]", "[ferry_1280]", "[jKfgL7LHh4]", "[im-75811]", "[p07b8nx5]", "[Quay_No][Quay_So]"),
        *(
            "[05042_Quay_3-1200x800]",
            "harbour-week-2018-quay-north-side-01",
            "191119052250266",
            "image/svg+xml",
        ),
    ],
)
def test_names_of_picture_files_are_furniture(text: str) -> None:
    assert cues.kind_of(text) == "site"


@pytest.mark.parametrize(
    "text",
    ["[3]", "[12]", "[Applause]", "[SILENCE]", "[sic]", "[a-b c]", "[…]", "state-of-the-art", "2021-05-03"],
)
def test_other_words_in_brackets_or_with_hyphens_are_none(text: str) -> None:
    assert cues.kind_of(text) != "site"


def test_every_feature_of_a_headline_has_its_weight() -> None:
    lines = Page(read_lines(page(TITLE, "By Ada Holm")))
    found = list(candidates(lines, [0.5] * len(lines.lines), 14, len(lines.lines)))
    assert found and all(set(candidate.features) <= set(WEIGHTS) for candidate in found)


@pytest.mark.parametrize(
    ("line", "author", "source", "published"),
    [
        ("By Ada Holm - 11/19/19 06:56 AM EST", "Ada Holm", None, "2019-11-19T06:56"),
        (
            "By Ada Holm , Tom Reed on Monday, May 3rd, 2021 at 11:08 a.m.",
            "Ada Holm, Tom Reed",
            None,
            "2021-05-03T11:08",
        ),
        ("By Ada Holm 2021-05-03T20:51:19Z Science & Harbours", "Ada Holm", None, "2021-05-03T20:51"),
        ("By Ada Holm Updated 3 May 2021 10:15", "Ada Holm", None, "2021-05-03T10:15"),
        ("Monday May 3, 2021 7:45 am PST by Ada Holm", "Ada Holm", None, "2021-05-03T07:45"),
        ("Associated Press May 3, 2021, 9:02 AM", None, "Associated Press", "2021-05-03T09:02"),
    ],
)
def test_a_line_of_names_and_day_under_a_headline_tells_both(
    line: str, author: str | None, source: str | None, published: str
) -> None:
    article = only(page(TITLE, line))
    assert (article.title, article.author, article.source) == (TITLE, author, source)
    assert article.published == published


def test_a_year_that_runs_on_into_the_time_is_read() -> None:
    draft = Draft()
    settle(draft, [("published", "Published Mon, May 3 20214:29 AM ESTUpdated an hour ago", "")], None)
    assert draft.published == "2021-05-03T04:29"


@pytest.mark.parametrize("line", ["By\xa0Ada HolmStaff Writer", "By Ada HolmHARBOURNews"])
def test_what_is_glued_to_a_name_is_cut_off(line: str) -> None:
    assert only(page(TITLE, line, "May 3, 2021")).author == "Ada Holm"


def test_a_sentence_that_opens_with_by_and_a_day_is_no_byline() -> None:
    for line in ("By the end of May 3, 2021 all were home", "By Monday, May 3, 2021 the ferry sailed"):
        assert only(page(TITLE, line)).author is None


@pytest.mark.parametrize("opens", ["In this photo issued by the harbour, ", "FILE - In this May 3 photo, "])
def test_what_opens_as_captions_do_is_one_in_any_text(opens: str) -> None:
    caption = (
        f"{opens}the ferry lies at the landing stage of the outer islands, before the storm tore it away."
    )
    article = only(f"{TITLE}\n\nBy Ada Holm\n\n3 May 2021\n\n{TEXT}\n\n{caption}\n\n{TEXT[:140]}.\n")
    assert [block.role for block in article.blocks if block.text == caption] == ["caption"]
