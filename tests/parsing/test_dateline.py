"""Date and agency from the dateline of a story, where nothing better tells them."""

import pytest

from reader.parsing import parse_text
from reader.parsing.dateline import read_dateline

STORY = (
    "Bridge opens after two years\n\n"
    "{}The new bridge over the river was opened by the mayor of the town, two years later than planned.\n\n"
    "About 300 people came to see it. The old bridge will be taken down before the end of the year.\n"
)


@pytest.mark.parametrize(
    ("opening", "date", "agency"),
    [
        ("PRETORIA, May 10, 1994 - ", "May 10, 1994", ""),
        ("KIEV, April 26, 2017 (Harbour Wire) - ", "April 26, 2017", "Harbour Wire"),
        ("LONDON, 3 March 2004 — ", "3 March 2004", ""),
        ("BEIRUT, Lebanon (Harbour Wire) -- ", "", "Harbour Wire"),
        ("MADRID, March 11 (Harbour Wire) - ", "", "Harbour Wire"),
        ("WASHINGTON — ", "", ""),
        ("Sabinas (México), 5 ago (EFE).- ", "", "EFE"),
        ("ОМСК, 17 января 2020. /ТАСС/. ", "17 января 2020", "ТАСС"),
        ("МОСКВА, 3 ноя 2021 — РИА Новости. ", "3 ноя 2021", "РИА Новости"),
        ("The town - ", "", ""),
        ("A-B - ", "", ""),
    ],
)
def test_a_dateline_is_read(opening, date, agency):
    assert read_dateline(opening + "The new bridge") == (date, agency)


def test_it_gives_date_and_source_and_stays_in_the_text():
    (article,) = parse_text(STORY.format("KIEV, April 26, 2017 (Harbour Wire) - "))
    assert (article.published, article.source) == ("2017-04-26", "Harbour Wire")
    assert "KIEV, April 26, 2017" in article.text


def test_a_date_line_goes_before_it():
    story = STORY.format("KIEV, April 26, 2017 - ").replace("\n\n", "\n\nApril 27, 2017\n\n", 1)
    (article,) = parse_text(story)
    assert article.published == "2017-04-27"


def test_a_date_stands_behind_a_full_stop_too():
    assert read_dateline("MOSCOW. March 3 (Interfax) - Grain") == ("", "Interfax")
