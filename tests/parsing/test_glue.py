"""Paragraphs and headlines glued together without a space come apart; names that look glued do not."""

import pytest

from reader.parsing import parse_text

PARAGRAPHS = (
    "The new bridge over the river was opened on Monday by Mayor Tom Glazer, two years later than planned, and for "
    "about twice the price that the engineers of St. Mary had named at the beginning.",
    "About 300 people came to see it. The old bridge, a gift of the U.S. Army, will be taken down before the end of "
    "the year, she said, and nobody is going to miss it very much.",
    "The engineers measured the river again in the spring of 2018.",
    "Dr. Rio Okoye, who led them, found that the piers had to be sunk four metres deeper than in 1961, and that the "
    "YouTube films of the works had a million viewers.",
    "Trains of the PlayStation Express are to cross it from the summer on.",
)


def _paragraphs(text):
    (article,) = parse_text(text)
    return article.title, [block.text for block in article.blocks if block.role == "para"]


def test_glued_paragraphs_come_apart():
    assert _paragraphs("".join(PARAGRAPHS)) == (None, list(PARAGRAPHS))


def test_a_glued_headline_comes_off():
    title, paragraphs = _paragraphs("New bridge opened by GlazerThe" + "".join(PARAGRAPHS)[3:] + "The end.")
    assert title == "New bridge opened by Glazer"
    assert paragraphs[0] == PARAGRAPHS[0]


@pytest.mark.parametrize("glue", [" ", "\n\n"])
def test_proper_text_stays(glue):
    text = glue.join(PARAGRAPHS)
    assert _paragraphs(text)[1] == text.split("\n\n")


def test_one_misprint_is_left():
    text = (PARAGRAPHS[0] + PARAGRAPHS[1] + " " + " ".join(PARAGRAPHS[2:])) * 1
    assert _paragraphs(text)[1] == [text]
