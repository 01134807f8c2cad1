"""Articles of one file that are parted by no more than their paragraphs are, and what looks like it but is one text."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from tests.parsing.samples import BODY, OTHER, OTHER_TITLE, TITLE

PAIR = ((TITLE, BODY, "Ines Holt", "3 May 2021"), (OTHER_TITLE, OTHER, "Tomas Ruiz", "4 May 2021"))
HEADS = {
    "date under": lambda title, name, day: [title, day],
    "date above": lambda title, name, day: [day, title],
    "name and date in one line": lambda title, name, day: [title, f"By {name}, {day}"],
    "paper and date above": lambda title, name, day: [f"Harbour Post | {day}", title],
    "paper and date in brackets": lambda title, name, day: [title, f"(Harbour Post, {day})"],
    "address above": lambda title, name, day: [f"https://harbourpost.example/2021/{name[:3]}", title],
    "address under": lambda title, name, day: [title, f"https://harbourpost.example/2021/{name[:3]}"],
}


@pytest.mark.parametrize("joint", ["\n", "\n\n"], ids=["no empty line", "one"])
@pytest.mark.parametrize("head", HEADS)
def test_a_head_like_the_first_one_begins_an_article(head: str, joint: str) -> None:
    parts = [joint.join([*HEADS[head](title, name, day), *body]) for title, body, name, day in PAIR]
    found = parse_text(joint.join(parts))
    assert [article.title for article in found] == [TITLE, OTHER_TITLE]
    assert all(text in article.text for article, (_, body, *_) in zip(found, PAIR) for text in body)


def test_the_writer_is_read_where_name_and_date_share_a_line() -> None:
    (article,) = parse_text(f"{TITLE}\n\nBy Ines Holt, 3 May 2021\n\n" + "\n\n".join(BODY))
    assert (article.author, article.published) == ("Ines Holt", "2021-05-03")


@pytest.mark.parametrize("opening", ["VELMORA, May 3 - ", "Velmora (AFP) - "])
def test_headlines_over_datelines_begin_articles(opening: str) -> None:
    text = "\n\n".join(f"{title}\n\n{opening}" + "\n\n".join(body) for title, body, *_ in PAIR)
    assert [article.title for article in parse_text(text)] == [TITLE, OTHER_TITLE]


def test_a_digest_counts_its_articles_and_a_list_its_points() -> None:
    digest = "\n\n\n".join(
        f"{n}. {title}\n\n" + "\n\n".join(body) for n, (title, body, *_) in enumerate(PAIR, 1)
    )
    assert [article.title for article in parse_text(digest)] == [TITLE, OTHER_TITLE]
    points = "\n\n\n".join(f"{n}. {title}\n\n{body[0]}" for n, (title, body, *_) in enumerate(PAIR, 1))
    (article,) = parse_text(f"Two things to know this week\n\n{BODY[1]}\n\n\n{points}")
    assert article.title == "Two things to know this week"


def test_a_label_at_each_foot_parts_articles() -> None:
    text = "\n\n".join(
        f"{title}\n\n" + "\n\n".join(body) + f"\n\nSource: {paper}"
        for (title, body, *_), paper in zip(PAIR, ("Harbour Post", "Tarn Radio"))
    )
    assert [article.title for article in parse_text(text)] == [TITLE, OTHER_TITLE]


def test_rules_part_articles_whose_paragraphs_nothing_parts() -> None:
    text = "\n***\n".join("\n".join((title, *body)) for title, body, *_ in PAIR)
    assert [article.title for article in parse_text(text)] == [TITLE, OTHER_TITLE]


def test_the_day_in_the_line_of_a_headline() -> None:
    (article,) = parse_text(f"2021-05-03 {TITLE}\n\n" + "\n\n".join(BODY))
    assert (article.title, article.published) == (TITLE, "2021-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            ["Old mill to close", "3 May 2021", BODY[0], "What next", BODY[1], "Tomas Lindqvist", BODY[2]]
        ),
        "\n\n".join([TITLE, "3 May 2021", BODY[0], "A quay of sand", BODY[1], "No money for stone", BODY[2]]),
        "\n\n".join(
            ["A week at the quay", "3 May 2021", BODY[0], "4 May 2021", BODY[1], "5 May 2021", BODY[2]]
        ),
    ],
)
def test_subheads_and_days_inside_an_article_part_nothing(text: str) -> None:
    assert len(parse_text(text)) == 1


@pytest.mark.parametrize(
    "top",
    [
        ["Ministry of Works", "Office of the Director", "Osterby", "Velmora"],
        ["The tide clerk", "He writes the hours", "down in a book", "with a red spine", "high and low"],
    ],
)
def test_a_letterhead_and_a_verse_above_a_dated_line_are_no_menus(top: list[str]) -> None:
    (article,) = parse_text("\n".join([*top, "Repair of the quay delayed again", "3 May 2010", *BODY]))
    assert all(line in article.text for line in top)


def test_a_chronology_that_opens_with_a_day_is_one_text() -> None:
    days = (("3 May 2021", "The strike began at noon."), ("4 May 2021", "The gates were locked."))
    text = "\n\n".join(f"{day}\n{line}\n{BODY[0]}" for day, line in days)
    assert len(parse_text(text)) == 1
