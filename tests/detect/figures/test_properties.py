"""Whatever the text: offsets are right, marks never overlap, nothing is raised, the work is linear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.detect.figures import lexemes
from reader.detect.figures.finder import find_figures

PIECES = """1 2 15 2005 1990s 1,000 1.5 5th 3rd first second one two twenty hundred thousand million half a dozen dozens
quarter $ € £ US$ % percent per cent points km kg m ft miles pounds dollars cents March May Sat Monday Q1 p.m. am noon
o'clock to and or of the - – — / : . , ; ( ) [ ] ' ’ s old -year-old years hours in on at from between over ½ ² 元 ٣ ①
* + = # @ _ USD EUR Rs. BC AD 26/3/2020 2020-03-26 12:30 1.2.3 555-1234
next last week month today age point °C °""".split()
GLUE = st.sampled_from(["", " ", " ", "  ", "\n", "\n\n", "\u00a0"])
PHRASES = st.lists(st.tuples(st.sampled_from(PIECES), GLUE), max_size=24).map(
    lambda p: "".join(a + b for a, b in p)
)
PUBLISHED = st.sampled_from([None, "2020-03-29", "9999-12-31", "0001-01-01", "odd"])


def check(text: str, published: str | None = None) -> None:
    last = 0
    for figure in find_figures(text, published=published):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.text == figure.text.strip()
        last = figure.end


@given(PHRASES, PUBLISHED)
def test_phrases_of_figures_are_marked_soundly(text, published):
    check(text, published)


@given(st.text(max_size=60))
def test_any_text_is_marked_soundly(text):
    check(text)


BAIT = (
    "1", "1,", "1.", "1-", "1 ", "-", ",", "one hundred ", "a hundred and ", "twenty-", "$", "$1", "1 May ", "May 1 ",
    "1/", "1/2 ", "1:", "half ", " ", "\n", "1       ", "2005 - ", "5 to ", "5 feet ", "1 day ", "US$", "A1", ".1",
    "1 000 ", "Sat. 1 ", "hundreds of ", "point one ", "½", "(1) ", "million ", "no. 1 ",
)  # fmt: skip


@pytest.mark.parametrize("bait", BAIT)
def test_the_lexemes_read_grow_with_the_text_and_no_faster(bait, monkeypatch):
    reads = 0
    read = lexemes.Tape._read

    def count(tape):
        nonlocal reads
        reads += 1
        return read(tape)

    monkeypatch.setattr(lexemes.Tape, "_read", count)
    find_figures(bait * (1_000 // len(bait)))
    short, reads = reads, 0
    check(bait * (4_000 // len(bait)))
    assert reads <= 4.4 * short + 200


def test_a_very_long_number_is_no_figure():
    assert find_figures("9" * 100_000) == ()


def test_a_figure_never_spans_a_blank_line():
    assert [f.text for f in find_figures("in May\n\n2005 people came")] == ["May", "2005"]


def test_what_a_letter_stands_for_is_looked_up_nearby_so_that_long_texts_take_no_longer():
    far = " and so on" * 5_000
    assert find_figures(f"He ran 48m there.{far} The 48 million came.")[0].value == 48
    assert find_figures(f"{far} It was seen by 48m there. The 48 million came.{far}")[0].value == 48e6
