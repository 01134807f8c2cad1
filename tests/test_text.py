"""Harmless text, sentences and folding: offsets must always lead back to the original."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import Folded, fold_text, one_line, printable, printable_json, sentence_at, sentences

ANY = st.text(alphabet=st.characters(), max_size=200)
NEWSY = st.text(alphabet="aB .!?\n“”'’—-éß\u0301\u00ad 1ｆ中。", max_size=120)


@pytest.mark.parametrize(
    "bad", ["\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\r"]
)
def test_unsafe_characters_are_replaced_one_for_one(bad):
    assert printable(f"a{bad}b") == "a\ufffdb"


def test_line_separators_become_line_feeds_and_joiners_stay():
    assert printable("a\u2028b\u2029c") == "a\nb\nc"
    kept = "👩\u200d👩 می\u200cخواهم \u200e soft\u00adhyphen"
    assert printable(kept) is kept


def test_stacked_marks_are_capped_in_place():
    text = "e" + "\u0301" * 20 + "!"
    shown = printable(text)
    assert len(shown) == len(text)
    assert sum(map(bool, map(unicodedata.combining, shown))) == 8


@given(ANY)
def test_printable_keeps_length_and_is_stable(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown


def test_one_line_folds_white_space():
    assert one_line(" a\n\tb \x1b[2J") == "a b \ufffd[2J"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        (
            "Lt. Gen. Ali Kareem met U.S. envoys. They spoke.",
            ["Lt. Gen. Ali Kareem met U.S. envoys.", "They spoke."],
        ),
        ("“Go!” he said. “No.” Then rain.", ["“Go!” he said.", "“No.”", "Then rain."]),
        ("It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]),
        ("One\n\nTwo lines\nhere", ["One", "Two lines\nhere"]),
        ("J. K. Rowling wrote it. Fine.", ["J. K. Rowling wrote it.", "Fine."]),
        (
            "Apple Inc. The firm grew. Ford Motor Co. of Dearborn.",
            ["Apple Inc.", "The firm grew.", "Ford Motor Co. of Dearborn."],
        ),
        (
            "Talks in the U.S. The aim: peace. See No. 5.",
            ["Talks in the U.S.", "The aim: peace.", "See No. 5."],
        ),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
        ("", []),
    ],
)
def test_sentences(text, found):
    assert [text[a:b] for a, b in sentences(text)] == found


@given(NEWSY)
def test_sentences_cover_every_visible_character_in_order(text):
    spans = list(sentences(text))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in zip(spans, spans[1:]))
    inside = set().union(*(range(a, b) for a, b in spans)) if spans else set()
    assert {i for i, c in enumerate(text) if not c.isspace()} <= inside


def test_sentence_at_finds_the_one_around_an_offset():
    text = "First one. Second one.\n\nThird."
    assert text[slice(*sentence_at(text, 0))] == "First one."
    assert text[slice(*sentence_at(text, 14))] == "Second one."
    assert text[slice(*sentence_at(text, len(text) - 1))] == "Third."
    assert sentence_at("", 0) == (0, 0)


_PIECES = (
    "Mr. Dr. approx. U.S. p.m. The he said Smith no. No. 5 3.5 “Go!” ‘x.’ Inc. J. K. e.g. wait… huh? yes! a.b.c"
    ' 他来了。 officials commander Lt. Sept. [1] .[2] ... .. ) " I. x.Y supercalifragilistic'
).split()
_BREAKS = ["\n", "\n\n", "\t", " \n \n"]


@given(st.lists(st.sampled_from(_PIECES + _BREAKS), max_size=120).map(" ".join), st.data())
def test_sentence_at_gives_one_of_the_sentences(text, data):
    offset = data.draw(st.integers(0, len(text)))
    start = text.rfind("\n\n", 0, offset) + 2 if "\n\n" in text[:offset] else 0
    end = text.find("\n\n", offset)
    spans = list(sentences(text, start, len(text) if end < 0 else end))
    before = [span for span in spans if span[0] <= offset]
    assert sentence_at(text, offset) == (before[-1] if before else spans[0] if spans else (0, 0))


@pytest.mark.parametrize(
    ("seen", "same"),
    [
        ("“Don’t”", '"don\'t"'),
        ("Café — ÉCOLE", "cafe - ecole"),
        ("a\n  b\u00a0c", "a b c"),
        ("Straße", "strasse"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_folding_hides_what_people_do_not_see(seen, same):
    assert fold_text(seen) == same
    assert Folded(seen).text == same


@given(ANY)
def test_folded_offsets_lead_back(text):
    folded = Folded(text)
    assert folded.text == fold_text(text)
    last = 0
    for i in range(len(folded.text)):
        start, end = folded.raw_span(i, i + 1)
        assert last <= start < end <= len(text)
        within = fold_text(
            text[start:end]
        )  # of a run of spaces and vanished signs, the one that stands first
        assert folded.text[i] in within or (folded.text[i] == " " and not within.strip())
        last = start


@given(ANY | NEWSY | st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x530)))
def test_folding_goes_character_by_character(text):
    each = [fold_text(char) for char in text]
    assert fold_text(text) == re.sub(" +", " ", "".join(each))
    apart = Folded(text, joined=False)
    assert apart.text == "".join(each)
    assert apart.parallel == all(len(form) == 1 for form in each)
    at = 0
    for i, form in enumerate(each):
        if form:
            assert apart.raw_span(at, at + len(form)) == (i, i + 1)
        at += len(form)


@given(NEWSY, NEWSY)
def test_a_folded_hit_points_at_text_that_folds_to_the_query(left, right):
    needle = "“Naïve” Café"
    text = f"{left}{needle}{right}"
    folded = Folded(text)
    query = fold_text(needle)
    at = folded.text.find(query)
    assert at >= 0
    start, end = folded.raw_span(at, at + len(query))
    assert fold_text(text[start:end]) == query


@given(NEWSY)
def test_raw_and_folded_offsets_agree(text):
    folded = Folded(text)
    for i in range(len(folded.text)):
        assert folded.folded(folded.raw(i)) <= i


@pytest.mark.parametrize("at", [0, 16_383, 16_384, 40_000, 99_990])
def test_a_long_text_is_made_printable_wherever_the_bad_part_is(at):
    calm = "“Water,” said Zoë — and went on.\n" * 3_000
    for bad, shown in (("\x1b[2J", "\ufffd[2J"), ("e" + "\u0301" * 12, "e" + "\u0301" * 8 + "\ufffd" * 4)):
        text = calm[:at] + bad + calm[at:]
        assert printable(text) == calm[:at] + shown + calm[at:]
    assert printable(calm) is calm


@given(st.text())
def test_json_made_printable_says_the_same(text):
    made = printable_json(json.dumps([text], ensure_ascii=False))
    assert printable(made) == made
    assert json.loads(made) == [text]
