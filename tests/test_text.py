"""What may reach a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import in_quotes, one_line, printable, printable_json

ANY = st.text(alphabet=st.characters(), max_size=200)


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a harbour", "“a harbour”"),
        ("“We\n\nleave,”", "“We leave,”"),
        ('"We leave"', '"We leave"'),
        ("“A” and “B”", "““A” and “B””"),
        ("“We leave,” he said", "““We leave,” he said”"),
        ("”", "“””"),
    ],
)
def test_a_whole_quotation_keeps_its_own_marks(text: str, said: str) -> None:
    assert in_quotes(text) == said
