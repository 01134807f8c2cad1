"""Where articles begin, and where they do not."""

from __future__ import annotations

import pytest

from reader.model import READABLE, Article
from reader.parsing import parse_text
from tests.parsing.samples import BODY, LEDE, OTHER, OTHER_TITLE, TITLE, glued, labelled, paragraphs, repeated


def roles(article: Article, role: str) -> list[str]:
    return [b.text for b in article.blocks if b.role == role]


@pytest.mark.parametrize("make", [repeated, glued, labelled])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n", "\n\n* * *\n\n", "\n\n" + "-" * 40 + "\n\n"])
def test_two_articles_in_one_file(make, gap) -> None:
    first, second = parse_text(make() + gap + make(OTHER_TITLE, OTHER))
    assert (first.title, second.title) == (TITLE, OTHER_TITLE)
    assert first.blocks[-1].raw_end <= second.blocks[0].raw_start
    for article, body in ((first, BODY), (second, OTHER)):
        text = article.text
        assert all(part in text for part in body)


def test_different_templates_in_one_file() -> None:
    text = "\n\n\n".join(
        (repeated(), labelled(OTHER_TITLE, OTHER), glued("Museum ship sails again after ten years", BODY))
    )
    assert [a.title for a in parse_text(text)] == [
        TITLE,
        OTHER_TITLE,
        "Museum ship sails again after ten years",
    ]


def test_plain_articles_are_parted_where_every_separator_stands_before_a_headline() -> None:
    text = f"{TITLE}\n\n{paragraphs()}\n\n* * *\n\n{OTHER_TITLE}\n\n{paragraphs(OTHER)}"
    assert [a.title for a in parse_text(text)] == [TITLE, OTHER_TITLE]


def test_blank_lines_alone_are_no_border() -> None:
    text = f"{TITLE}\n\n{BODY[0]}\n\n\n\n\n{BODY[1]}\n\n{BODY[2]}\n\n\n\n{BODY[3]}"
    (article,) = parse_text(text)
    assert len(roles(article, "para")) == 4


def test_subheads_start_no_article() -> None:
    heads = ["A winter of repairs", "20 berths lost", "“No other way”"]
    text = "\n\n".join((TITLE, BODY[0], heads[0], BODY[1], heads[1], BODY[2], heads[2], BODY[3]))
    (article,) = parse_text(text)
    assert roles(article, "subhead") == heads
    assert article.title == TITLE


def test_headline_caption_and_control_are_shown_once() -> None:
    (article,) = parse_text(repeated())
    assert roles(article, "headline") == [TITLE]
    assert len(roles(article, "caption")) == 1
    hidden = {b.text: b.reason for b in article.blocks if b.role == "furniture"}
    assert "control" in hidden["TT"] and "control" in hidden["20"]
    assert article.source is None  # a photo credit is no outlet


def test_a_glued_headline_is_cut_off() -> None:
    (article,) = parse_text(glued())
    paras = [b.text for b in article.blocks if b.role in READABLE]
    assert paras[0] == "Coast Wire/ " + LEDE
    assert article.source == "Coast Wire"
    assert article.published == "2021-11-03T08:15"


def test_a_paragraph_that_starts_like_the_caption_stays() -> None:
    caption = "Director Ines Okafor speaks at the old quay of Velmora (Northern Press)"
    first = "Director Ines Okafor speaks at the old quay of Velmora on most days, but now she had news."
    head = f"{TITLE}\n\n{caption}\n{caption}\nTT\n18\n\n{TITLE}\n\n{caption}\n{caption}"
    text = f"{head}\n\n{first}\n{BODY[1]}\n{BODY[2]}"
    (article,) = parse_text(text)
    assert first in [b.text for b in article.blocks if b.role == "para"]


def test_rightly_repeated_lines_stay() -> None:
    rows = "\n\n".join(f"Round {n}\n\nNo points for either side." for n in range(1, 7))
    (article,) = parse_text(f"{TITLE}\n\n{BODY[0]}\n\n{rows}\n\n{BODY[1]}")
    assert sum(b.text == "No points for either side." and b.role in READABLE for b in article.blocks) == 6


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribe or leave, the old harbour master used to tell the crews who asked about the fees, and most paid.",
        "Copyright was never the point of the dispute, the court said, since neither side had printed a page.",
        "By noon the whole fleet had left the harbour, and the quay stood empty for the first time in living memory.",
        "The agency will open an inquiry, said the head of the food standards office (FSA).",
        "Share prices fell in early trading after the council put off its vote, dealers in the capital said.",
    ],
)
def test_sentences_with_words_of_furniture_stay(sentence: str) -> None:
    (article,) = parse_text(f"{TITLE}\n\n{BODY[0]}\n\n{sentence}\n\n{BODY[1]}")
    assert sentence in [b.text for b in article.blocks if b.role == "para"]
    assert article.author is None


@pytest.mark.parametrize(
    "line", ["Advertisement", "Read more: Ferry timetable changes", "© 2021 Coast Wire. All rights reserved."]
)
def test_furniture_between_paragraphs_is_hidden(line: str) -> None:
    (article,) = parse_text(f"{TITLE}\n\n{BODY[0]}\n\n{line}\n\n{BODY[1]}")
    (block,) = [b for b in article.blocks if b.text == line]
    assert block.role == "furniture" and block.reason


def test_a_byline_on_four_lines() -> None:
    (article,) = parse_text(
        f"{TITLE}\nBy \nMaren Holt\n and \nTomas Lindqvist\nNov. 3, 2021 11:32 am ET\n\n{paragraphs()}"
    )
    assert article.author == "Maren Holt and Tomas Lindqvist"
    assert article.published == "2021-11-03T11:32"


def test_corrections_show_and_hide_blocks() -> None:
    text = f"{TITLE}\n\n{BODY[0]}\n\nAdvertisement\n\n{BODY[1]}"
    (article,) = parse_text(text, shown={"Advertisement"}, hidden={BODY[1]})
    by_text = {b.text: b.role for b in article.blocks}
    assert by_text["Advertisement"] == "para" and by_text[BODY[1]] == "furniture"
    assert "Advertisement" in article.text and BODY[1] not in article.text


def test_several_short_lines_with_colons_are_subheads_and_one_that_leads_in_speech_is_none() -> None:
    paragraph = "The committee looked at the figures for a whole week before it said what it thought of them."
    heads = ("A careful decision:", "Calculations are the key:", "The longer road to market:")
    text = "\n\n".join(part for head in heads for part in (head, paragraph))
    roles = {
        block.text: block.role
        for block in parse_text(f"{text}\n\nThe minister said:\n\n{paragraph}")[0].blocks
    }
    assert [roles[head] for head in heads[1:]] == ["subhead", "subhead"]
    assert roles["The minister said:"] == "para"
    (alone,) = (
        b for b in parse_text(f"{paragraph}\n\n{heads[0]}\n\n{paragraph}")[0].blocks if b.text == heads[0]
    )
    assert alone.role == "para"


def test_the_paper_behind_the_authors_name_is_the_source_alone() -> None:
    head = (
        f"---\ntitle: {TITLE}\ndate: 2021-11-03\nauthor: Maren Holt, Harbour Wire\nsource: Harbour Wire\n---"
    )
    (article,) = parse_text(f"{head}\n\n{paragraphs()}")
    assert (article.author, article.source) == ("Maren Holt", "Harbour Wire")
