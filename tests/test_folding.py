"""Folding hides what people do not see, and leads back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folding import Folded, fold_text

ANY = st.text(alphabet=st.characters(), max_size=200)
NEWSY = st.text(alphabet="aB .!?\n“”'’—-éß\u0301\u00ad 1ｆ中。", max_size=120)


@pytest.mark.parametrize(
    ("seen", "same"),
    [
        ("“Don’t”", '"don\'t"'),
        ("Café — ÉCOLE", "cafe - ecole"),
        ("a\n  b\u00a0c", "a b c"),
        ("Straße", "strasse"),
        ("co\u00adoperate", "cooperate"),
        ("Işık İĞDIR", "isik igdir"),
        ("جــهــة", "جهة"),
        ("٤٥٫۷ ४ ５", "45٫7 4 5"),
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
