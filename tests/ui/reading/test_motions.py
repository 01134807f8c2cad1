"""Motions over a text, caret and selection; no screen."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.widgets.reading import motions
from reader.ui.widgets.reading.caret import Caret

_TEXT = "A headline\n\nDr. Smith paid $1.5 million. “Why?” she asked.\n\nIt’s over. 伊拉克。"


def _walk(motion, text, at):
    places = []
    while (found := motion(text, at)) is not None and len(places) < 100:
        places.append(found)
        at = found
    return places


def test_sentences_forth_and_back():
    starts = [_TEXT.index(s) for s in ("Dr.", "“Why", "It’s", "伊")]
    assert _walk(motions.next_sentence, _TEXT, 0) == starts
    assert _walk(motions.previous_sentence, _TEXT, len(_TEXT) - 1) == [*starts[::-1], 0]


def test_the_sentence_of_a_blank_line_is_the_one_before():
    assert motions.sentence_at(_TEXT, 11) == (0, 10)
    assert motions.sentence_at("", 0) == (0, 0)
    assert motions.sentence_at("a.\n", 3) == (0, 2)
    assert motions.sentence_at("a.\n \n", 3) == (0, 2)
    assert motions.sentence_at(" \n", 0) == (0, 0)


def test_paragraphs_and_words():
    assert _walk(motions.next_paragraph, _TEXT, 0) == [12, _TEXT.index("It’s")]
    words = [_TEXT[at : motions.word_at(_TEXT, at)[1]] for at in [0, *_walk(motions.next_word, _TEXT, 0)]]
    assert words == [
        "A", "headline", "Dr", "Smith", "paid", "$1.5", "million", "Why", "she", "asked", "It’s", "over",
        "伊", "拉", "克",
    ]  # fmt: skip
    back = _walk(motions.previous_word, _TEXT, len(_TEXT))
    assert [_TEXT[at : motions.word_at(_TEXT, at)[1]] for at in back] == words[::-1]


def test_ends_are_the_last_character():
    end = motions.sentence_end(_TEXT, 12)
    assert _TEXT[end - 7 : end + 1] == "million."
    assert _TEXT[motions.sentence_end(_TEXT, end)] == "."
    assert motions.paragraph_end(_TEXT, 0) == 9


@given(st.text(st.sampled_from("ab .\n'’\u0301伊👩\u200d💻"), max_size=80), st.data())
def test_every_motion_goes_its_way_and_ends_in_the_text(text, data):
    offset = data.draw(st.integers(0, len(text)))
    for forth in (
        motions.next_character, motions.next_word, motions.next_sentence, motions.next_paragraph,
        motions.sentence_end, motions.paragraph_end,
    ):  # fmt: skip
        found = forth(text, offset)
        assert found is None or offset < found <= len(text), forth
    for back in (
        motions.previous_character, motions.previous_word, motions.previous_sentence,
        motions.previous_paragraph,
    ):  # fmt: skip
        found = back(text, offset)
        assert found is None or 0 <= found < offset, back


def test_one_huge_paragraph_costs_no_more_than_a_window():
    text = "word " * 400_000
    assert motions.sentence_at(text, 1_000_000)[1] <= 1_006_001
    assert motions.next_word(text, 1_000_000) == 1_000_005


def test_a_selection_covers_both_ends_by_its_unit():
    caret = Caret(_TEXT)
    caret.move(_TEXT.index("Smith") + 2)
    caret.begin("word")
    assert _TEXT[slice(*caret.selection)] == "Smith"
    caret.move(_TEXT.index("million"))
    assert _TEXT[slice(*caret.selection)] == "Smith paid $1.5 million"
    caret.move(_TEXT.index("Dr"))
    assert _TEXT[slice(*caret.selection)] == "Dr. Smith"
    caret.begin("sentence")
    assert _TEXT[slice(*caret.selection)] == "Dr. Smith paid $1.5 million."
    caret.drop()
    assert caret.selection is None


def test_a_held_selection_is_kept_to_the_character_and_extended_from_its_start():
    caret = Caret(_TEXT)
    caret.hold(14, 20)
    assert caret.selection == (14, 20)
    caret.move(25)
    assert caret.selection == (14, 26)
