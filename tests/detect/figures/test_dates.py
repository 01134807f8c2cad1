"""Dates, times and what they are resolved against."""

import pytest

from reader.detect.figures.finder import find_figures


def marked(text, published=None):
    return [(f.text, f.kind, f.value) for f in find_figures(text, published=published)]


DATES = [
    ("a pullout on March 26, 2020.", "March 26, 2020", "2020-03-26"),
    ("on 26 March 2020 they left", "26 March 2020", "2020-03-26"),
    ("the 4th of July 1999", "4th of July 1999", "1999-07-04"),
    ("Saturday, March 26, 2022", "Saturday, March 26, 2022", "2022-03-26"),
    ("in January 2011", "January 2011", "2011-01"),
    ("on Sept. 11, 2001", "Sept. 11, 2001", "2001-09-11"),
    ("at the 2020-03-26 meeting", "2020-03-26", "2020-03-26"),
    ("on 26/3/2020", "26/3/2020", "2020-03-26"),
    ("on 3/26/2020", "3/26/2020", "2020-03-26"),
    ("on 16.11.2016", "16.11.2016", "2016-11-16"),
    ("since 1989", "1989", "1989"),
    ("a 2004 ruling", "2004", "2004"),
    ("the War of 1932 - 35 ended", "1932 - 35", ("1932", "1935")),
    ("the 2011-12 term", "2011-12", ("2011", "2012")),
    ("the early 1990s", "1990s", ("1990", "1999")),
    ("in the '80s", "'80s", ("1980", "1989")),
    ("in the 19th century", "19th century", ("1801", "1900")),
    ("in Q3 2019", "Q3 2019", "2019-Q3"),
    ("June 3-5, 2004", "June 3-5, 2004", ("2004-06-03", "2004-06-05")),
    ("from June-August 1992", "June-August 1992", ("1992-06", "1992-08")),
    ("by November 2016", "November 2016", "2016-11"),
    ("they met on June 24 there", "June 24", "--06-24"),
    ("in October they met", "October", "--10"),
    ("on Monday they met", "Monday", None),
    ("on Thursday evening", "Thursday evening", None),
    ("in nineteen ninety six", "nineteen ninety six", "1996"),
    ("in 44 BC", "44 BC", "-0043"),
    ("until at least 2009", "2009", "2009"),
]


@pytest.mark.parametrize(("text", "span", "value"), DATES)
def test_dates(text, span, value):
    assert marked(text) == [(span, "date", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said on Saturday that it had ended", "2024-03-30"),
        ("He said on Friday that it had ended", "2024-03-29"),
        ("They will meet on Friday", "2024-04-05"),
        ("The winner will be announced on Friday", "2024-04-05"),
        ("He is expected to appear in court Thursday", "2024-04-04"),
        ("He said Thursday that they will meet", "2024-03-28"),
        ("On Tuesday, Mr. Brown will meet the minister in London", "2024-04-02"),
        ("It will end by April of next year, they say", "2025-04"),
        ("It happened last month, he said", "2024-02"),
        ("He was elected last year, it said", "2023"),
        ("They met yesterday, he said", "2024-03-29"),
        ("It was signed on December 16 and failed", "2023-12-16"),
        ("He was released in February, they said", "2024-02"),
    ],
)
def test_relative_dates_are_resolved_against_the_publication_date_only(text, value):
    (_, _, resolved) = marked(text, "2024-03-30T04:53:00")[0]
    assert resolved == value
    (_, _, open_) = marked(text)[0]
    assert open_ is None or str(open_).startswith("--")


@pytest.mark.parametrize("published", ["", "yesterday", "2020-13-40", "0001-01-01", "9999-12-31"])
def test_an_odd_publication_date_is_harmless(published):
    assert find_figures("He left on Friday and will be back next week, in May.", published=published)


def test_the_order_of_day_and_month_follows_the_article():
    american = find_figures("First on 3/25/2020, then on 4/5/2020.")
    british = find_figures("First on 25/3/2020, then on 4/5/2020.")
    assert american[-1].value == "2020-04-05"
    assert british[-1].value == "2020-05-04"
    untold = find_figures("It was on 4/5/2020.")[0]
    assert untold.confidence < 0.7


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("at 4:30 p.m. on the day", "4:30 p.m.", "16:30"),
        ("at 16:05 they met", "16:05", "16:05"),
        ("at 0930 GMT", "0930 GMT", "09:30"),
        ("by 7pm", "7pm", "19:00"),
        ("about seven o'clock", "seven o'clock", "07:00"),
        ("half past eight", "half past eight", "08:30"),
        ("a quarter to seven", "a quarter to seven", "06:45"),
        ("at noon", "noon", "12:00"),
        ("12 noon", "12 noon", "12:00"),
        ("at twelve noon", "twelve noon", "12:00"),
        ("12:30 a.m.", "12:30 a.m.", "00:30"),
        ("from 5 to 6pm", "5 to 6pm", ("17:00", "18:00")),
        ("9:30 - 11:00", "9:30 - 11:00", ("09:30", "11:00")),
        ("at 8-30 p.m. sharp", "8-30 p.m.", "20:30"),
        ("from 8-10 p.m.", "8-10 p.m.", ("20:00", "22:00")),
    ],
)
def test_times(text, span, value):
    assert marked(text) == [(span, "time", value)]


@pytest.mark.parametrize(
    "text",
    [
        "It may be over.",
        "They march on the capital.",
        "He sat in the sun.",
        "It ends at once.",
        "A man named August Wilson spoke.",
        "the minute details",
    ],
)
def test_words_that_look_like_dates(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "date", "counted"),
    [
        ("In March 15 people were killed.", "March", ["15"]),
        ("In May 30 children drowned.", "May", ["30"]),
        ("In March 15 were killed.", "March", ["15"]),
        ("They met in March 15 and parted.", "March 15", []),
        ("The vote, on March 15 people say, was fair.", "March 15", []),
    ],
)
def test_a_month_after_in_has_no_day_but_what_is_counted(text, date, counted):
    assert [span for span, _, _ in marked(text)] == [date, *counted]


LOOKING_BACK = (
    "On October 4, 1957, a satellite rose over the steppe. But on November 3 a second one followed. The answer "
    "failed on December 6, 1957. In January the Americans were ready, and from February 20 to 22 they celebrated. "
    "On April 12, 1961, a man flew."
)


def test_a_date_without_a_year_belongs_to_the_story_that_an_article_looks_back_on():
    told = {text: value for text, _, value in marked(LOOKING_BACK, "2019-07-16")}
    assert told["November 3"] == "1957-11-03"
    assert told["January"] == "1958-01"
    assert told["February 20 to 22"] == ("1958-02-20", "1958-02-22")
    assert ("November 3", "date", "--11-03") in marked(LOOKING_BACK)


@pytest.mark.parametrize(
    "text",
    [
        "On July 3 the court ruled. " + LOOKING_BACK + " On May 2 she filed the suit. She was heard on June 5, 2019.",
        LOOKING_BACK + " On Monday a crowd came, as it had on Sunday and on Saturday. On July 3 the court ruled.",
        "In March 2012 he left. On July 3 the court ruled.",
        "On June 4, 2019, June 5, 2019, and June 6, 2019, they met. On July 3 the court ruled.",
    ],
)  # fmt: skip
def test_the_news_leaves_out_this_year(text):
    assert ("July 3", "date", "2019-07-03") in marked(text, "2019-07-16")


def test_the_29th_of_february_stays_in_a_year_that_has_one():
    text = LOOKING_BACK + " A capsule came down on February 29."
    assert ("February 29", "date", "2016-02-29") in marked(text, "2016-07-16")
