"""Text in lines of a terminal: nothing is lost, no line is too wide, no word is broken that fits."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.cli.wrapping import wrapped

WORDS = st.sampled_from(
    "the dam, “opened” on Monday. (late) for Über-Ämter 東京で 会議、 「開く」 e\u0301te\u0301".split()
)
WIDE = re.compile(r"[\u2e80-\uffef]")


def cells(text):
    return len(text) + len(WIDE.findall(text)) - text.count("\u0301")


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(10, 40))
def test_lines_hold_whole_words_and_fit(text, width):
    lines = [text[start:end] for start, end in wrapped(text, width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert cells(line) <= width
    for word in filter(None, text.split()):
        if not WIDE.search(word):
            assert any(word in line.split() for line in lines), (word, lines)
    for line, after in zip(lines, lines[1:]):  # as much stands on a line as finds room
        head = after if WIDE.search(after) else after.split()[0]
        assert WIDE.search(line + after) or cells(f"{line} {head}") > width


def test_a_narrow_place_wraps_nothing():
    assert wrapped("one two three", 9) == [(0, 13)]
    assert wrapped("", 40) == [(0, 0)]
