"""What readers said of articles, applied to what the parser gave: pure, and nothing of the file is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation import OF_BORDERS, OF_HEADS
from reader.library.errata.applying import day_of, opening_of, put_right
from reader.library.errata.borders import quote
from reader.library.errata.choices import Choices, told
from reader.model import Article, Correction
from reader.parsing import decode, parse_bytes
from tests.parsing.fuzz import check_articles
from tests.parsing.samples import FORMS

DAM = (
    "Dam opens in the nrth\n4 May 2021\n\nThe council of Lemburg met on Tuesday to discuss the harbour works, which "
    "have cost $4 million so far.\n\n“We are working on it,” Mayor Anna Kessler told reporters in Lemburg.\n"
)
FLOOD = (
    "Flood reaches old town\n\nThe river’s level rose by 98 percent overnight, and the depot was closed. Officials "
    "warned of more rain.\n\nA second paragraph of the flood story goes on here for some length, to be one.\n"
)


def articles(text: str, *said: Correction) -> tuple[Article, ...]:
    read = parse_bytes(text.encode(), file="x")
    return (
        put_right(read, decode(text.encode()).text, Choices((), (), tuple(map(told, said)))) if said else read
    )


def of(article: Article, action: str, target: str) -> Correction:
    return Correction("", action, article.title or "", target, article.id, "", opening_of(article))


def border(action: str, text: str, line: str) -> Correction:
    words, before, behind = quote(text, text.index(line))
    return Correction("", action, words, "", "x#0", "", "", before, behind)


SPLIT = border("split", f"{DAM}\n{FLOOD}", "Flood reaches")


def test_the_fields_of_a_head_are_put_right_or_taken_away() -> None:
    (read,) = articles(DAM)
    said = [
        of(read, "date", "5 May 2021, 10:30"),
        of(read, "author", "Ann Ruiz"),
        of(read, "source", "Harbour Wire"),
    ]
    (made,) = articles(DAM, *said)
    assert (made.published, made.author, made.source) == ("2021-05-05T10:30", "Ann Ruiz", "Harbour Wire")
    assert made.corrected == ("date", "author", "source") and made.blocks == read.blocks
    assert articles(DAM, of(read, "date", ""))[0].published is None
    assert articles(DAM, of(read, "date", "some day"))[0].published == read.published  # that is no date


def test_a_date_is_read_as_people_write_it() -> None:
    assert {day_of(text) for text in ("4 May 2021", "2021-05-04", "Tuesday, May 4 2021")} == {"2021-05-04"}
    with pytest.raises(ValueError, match="day or the month first"):
        day_of("3/4/2021")
    with pytest.raises(ValueError, match="no date with day, month and year"):
        day_of("May 2021")


def test_a_headline_takes_the_place_of_what_was_read() -> None:
    (read,) = articles(DAM)
    (made,) = articles(DAM, of(read, "headline", "Dam opens in the north"))
    assert made.title == "Dam opens in the north" and made.text.startswith(
        "Dam opens in the north\n\nThe council"
    )
    assert "read as “Dam opens in the nrth”" in made.blocks[0].reason
    assert made.digest != read.digest and made.blocks[1:] == read.blocks[1:]
    (bare,) = articles(DAM, of(read, "headline", ""))
    assert bare.title is None and bare.blocks[0].role == "para" and bare.text == read.text


def test_a_line_of_the_article_becomes_its_headline() -> None:
    text = f"THE DAILY MIRROR OF THE COAST\n\n{DAM}"
    (read,) = articles(text)
    wrong = replace(read, title="THE DAILY MIRROR OF THE COAST")
    lead = "“We are working on it,” Mayor Anna Kessler told reporters in Lemburg."
    (made,) = articles(text, of(wrong, "headline", lead))
    roles = {block.text: block.role for block in made.blocks}
    assert roles[lead] == "headline" and list(roles.values()).count("headline") == 1
    assert made.text.count(lead) == 1
    check_articles(text, (made,))


def test_a_line_that_stands_in_a_paragraph_becomes_the_headline() -> None:
    text = "Notice\n\nRail link delayed again \nThe line to the coast will open a year late, it was said on Monday.\n"
    (read,) = articles(text)
    (made,) = articles(text, of(read, "headline", "Rail link delayed again"))
    assert made.title == "Rail link delayed again" in [b.text for b in made.blocks if b.role == "headline"]
    assert any(block.text.startswith("The line to the coast") for block in made.blocks)
    check_articles(text, (made,))


def test_an_article_begins_at_a_line_and_the_next_ones_are_numbered_on() -> None:
    text = f"{DAM}\n{FLOOD}"
    assert len(articles(text)) == 1
    first, second = articles(text, SPLIT)
    assert (first.title, second.title) == ("Dam opens in the nrth", "Flood reaches old town")
    assert (second.id, second.index, second.corrected) == (
        "x#1",
        1,
        ("split",),
    ) and first.published == "2021-05-04"
    check_articles(text, (first, second))
    assert articles(text, SPLIT, border("join", text, "Flood reaches"))[0].text.count("Flood reaches") == 1


def test_an_article_is_joined_to_the_one_above_and_its_head_is_text() -> None:
    text = "".join(
        f"{title}\nBy Ann Ruiz\n{day} May 2021\n\n{story}\n\n"
        for title, day, story in (
            ("Dam opens in the north", 4, DAM[34:]),
            ("Flood reaches old town", 5, FLOOD[24:]),
        )
    )
    one, other = articles(text)
    (made,) = articles(text, border("join", text, "Flood reaches"))
    assert made.title == one.title and made.corrected == ("join",)
    assert [b.role for b in made.blocks if b.text == "Flood reaches old town"] == ["subhead"]
    assert set(other.text.split("\n\n")) < set(made.text.split("\n\n")) and "5 May 2021" in made.text
    check_articles(text, (made,))


def test_a_split_finds_its_line_again_after_the_file_was_scraped_anew() -> None:
    again = f"Home | News\n\n{DAM}\nAdvertisement\n\n  Flood Reaches  Old Town\n{FLOOD[23:]}\nShare this"
    assert [a.title for a in articles(again, SPLIT)][1] == "Flood Reaches Old Town"
    assert len(articles(again.replace("Flood Reaches  Old Town", "Old town is flooded"), SPLIT)) == 1


def test_of_lines_that_say_the_same_the_one_with_the_same_neighbours_is_meant() -> None:
    text = (
        f"{DAM}\nBy Ann Ruiz\n\n{FLOOD[24:]}\nBy Ann Ruiz\n\nThe third story is of a ferry, late for a day.\n"
    )
    words, before, behind = quote(text, text.rindex("By Ann Ruiz"))
    said = Correction("", "split", words, "", "x#0", "", "", before, behind)
    assert articles(text, said)[-1].text.endswith("late for a day.")
    assert "second paragraph" in articles(text, said)[-2].text
    assert len(articles(text, replace(said, prefix="", suffix=""))) == len(
        articles(text)
    )  # which one is not said


def test_a_head_finds_its_article_under_another_number_and_after_an_edit() -> None:
    said = of(articles(DAM)[0], "author", "Ann Ruiz")
    moved = f"{FLOOD}\n{DAM}"
    split = border("split", moved, "Dam opens")
    assert [a.author for a in articles(moved, split, said)] == [None, "Ann Ruiz"]
    edited = DAM.replace("$4 million", "$5 million").replace("Tuesday", "Monday")
    assert articles(edited, said)[0].author == "Ann Ruiz"
    assert articles(FLOOD, said)[0].author is None


def test_a_correction_of_a_file_alone_is_of_all_its_articles() -> None:
    text = f"{DAM}\n{FLOOD}"
    said = Correction("", "source", "", "Harbour Wire", "x")
    assert [a.source for a in articles(text, SPLIT, said)] == ["Harbour Wire"] * 2
    assert [a.source for a in articles(text, SPLIT, replace(said, article="x#1"))] == [None, "Harbour Wire"]


LINES = sorted({line for text in FORMS.values() for line in text.split("\n") if line.strip()})


@given(st.sampled_from(sorted(FORMS)), st.data())
def test_whatever_is_said_the_blocks_cover_the_file(form: str, data: st.DataObject) -> None:
    text = decode(FORMS[form].encode()).text
    starts = [found.end() for found in re.finditer(r"(?m)^[ \t]*(?=\S)", text)]
    read = articles(text)
    said = []
    for action in data.draw(st.lists(st.sampled_from((*OF_BORDERS, *OF_HEADS)), max_size=4)):
        if action in OF_BORDERS:
            words, before, behind = quote(text, data.draw(st.sampled_from(starts)))
            said.append(Correction("", action, words, "", "x#0", "", "", before, behind))
        else:
            value = data.draw(st.one_of(st.sampled_from(LINES), st.text(max_size=20), st.just("4 May 2021")))
            said.append(of(data.draw(st.sampled_from(read)), action, value))
    made = articles(text, *said)
    check_articles(text, made)
    assert made == articles(text, *said)
