"""A thrifty frame shows what the whole one shows."""

import re
import unicodedata

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App

from reader.ui.looks import difference
from reader.ui.thrift import thrifty
from reader.ui.wording import fit

COLOURS = st.sampled_from([None, "red", "bright_blue", "color(120)", "#0a141e", "#c8d2dc"])
FLAGS = st.sampled_from([None, True])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=FLAGS,
    italic=FLAGS,
    underline=FLAGS,
    reverse=FLAGS,
    strike=FLAGS,
)
PIECES = st.one_of(
    st.tuples(st.sampled_from(["a", "bc ", "·"]), st.none() | STYLES),
    st.tuples(st.sampled_from(["\n", "\x1b[3;7H", "\x1b[9;1H"]), st.none()),
)


def shown(frame, width=30):
    screen = pyte.Screen(width, 12)
    pyte.Stream(screen).feed(frame + "end")
    return {
        (y, x): screen.buffer[y][x] for y in range(12) for x in range(width) if screen.buffer[y][x].data != " "
    } | {
        (y, x, "ground"): (screen.buffer[y][x].bg, screen.buffer[y][x].underscore)
        for y in range(12) for x in range(width)
    }  # fmt: skip


@given(st.lists(PIECES, max_size=12))
@example(
    [("\x1b[3;7H", None), ("a", None), ("a", Style(bgcolor="color(120)")), ("a", None), ("\x1b[3;7H", None)]
)
def test_the_same_is_shown(pieces):
    frame = "".join(style.render(text) if style else text for text, style in pieces)
    assert shown(thrifty(frame)) == shown(frame)
    assert len(thrifty(frame)) <= len(frame)


WORDS = st.tuples(st.sampled_from(["a", "bc ", "·", " " * 9, "far and wide", "漢字", "e\u0301"]), STYLES)
ROWS = st.tuples(st.integers(1, 9), st.lists(WORDS, min_size=1, max_size=5))


@given(st.lists(ROWS, max_size=8, unique_by=lambda row: row[0]), st.booleans())
def test_a_frame_of_rows_shows_the_same(rows, erasing):
    # Like Textual's: a move before each row, a line feed after it, a move at the end.
    frame = (
        "\n".join(
            f"\x1b[{y};{col}H" + "".join(style.render(text) for text, style in words)
            for col, (y, words) in enumerate(rows, 1)
        )
        + "\x1b[11;1H"
    )
    sent = thrifty(frame, erasing)
    assert shown(sent, 80) == shown(frame, 80)  # wider than any of the rows
    assert len(sent) <= len(frame)


def test_what_has_one_look_is_sent_together():
    plain, mark = (
        Style(color="#0a141e", bgcolor="#c8d2dc"),
        Style(color="#902010", bgcolor="#c8d2dc", bold=True),
    )
    frame = (
        "\n".join(
            f"\x1b[{y};1H{plain.render('words of ')}{mark.render('somebody')}{plain.render(' else' + ' ' * 20)}"
            for y in range(1, 20)
        )
        + "\x1b[1;1H"
    )
    sent = thrifty(frame)
    assert sent.count("38;2;10;20;30") == sent.count("38;2;144;32;16") == 1 and "\n" not in sent
    assert len(thrifty(frame, erasing=True)) < len(sent) - 19 * 14 and sent.endswith("\x1b[0m\x1b[1;1H")


def test_characters_that_terminals_disagree_on_stay_in_order():
    frame = f"\x1b[1;1H{Style(color='red').render('flag')}{Style(color='blue').render('🏴 flown')}\x1b[1;1H"
    assert thrifty(frame).index("flag") < thrifty(frame).index("🏴") < thrifty(frame).index("flown")


def test_rows_of_one_look_are_told_it_once():
    look = Style(color="#0a141e", bgcolor="#c8d2dc")
    frame = "".join(f"\x1b[{y};1H{look.render('words')}" for y in range(1, 20))
    assert thrifty(frame).count("\x1b[38;2;") == 1
    assert thrifty(frame).endswith("words\x1b[0m")


def test_a_look_in_a_row_costs_its_difference():
    assert difference("38;2;1;2;3;48;2;9;9;9", "1;38;2;1;2;3;48;2;9;9;9") == "\x1b[1m"
    assert difference("1;38;2;1;2;3;48;2;9;9;9", "38;2;1;2;3;48;2;9;9;9") == "\x1b[22m"
    assert difference("53;31", "32") == "\x1b[0;32m"


def test_the_app_writes_thriftily():
    from reader.ui.thrift import Thrift, thrifty_driver

    made = thrifty_driver(App().get_driver_class())
    assert issubclass(made, Thrift)
    assert made.__mro__[2] is App().get_driver_class()


def drawn(row, frame, beside):
    """What stands in the cells of a row after `frame`, which moves in no other, on a terminal that draws vowel signs
    beside their letter or on it."""
    at = 0
    for move, char in re.findall(r"\x1b\[\d+;(\d+)H|\x1b\[[\d;]*m|(.)", frame):
        if move:
            at = int(move) - 1
        elif char and unicodedata.category(char) not in (("Mn",) if beside else ("Mn", "Mc")):
            row[at] = char
            at += 1
    return "".join(row)


@pytest.mark.parametrize("beside", [False, True], ids=["vowel signs on their letters", "beside them"])
def test_what_stands_behind_disputed_characters_stands_in_its_column(beside):
    title, text = Style(bold=True, bgcolor="color(120)"), Style(color="red")
    cut = fit("योजना 11: प्रधानमंत्री ने राज्यों को दिया बड़ा तोहफा", 20) + " " * 4
    part = f"\x1b[2;1H{title.render(cut)}"
    whole = f"{part}{text.render('› योजना')}{title.render('   ')}{text.render('end')}"
    row = [" "] * 60
    for frame in (whole, part):  # the whole row, then its first part alone
        shown = drawn(row, thrifty(f"{frame}\x1b[1;1H"), beside)
        assert shown.index("›") == cell_len(cut) and shown[cell_len(cut) + 2] == "य"
        assert shown.index("end") == cell_len(cut + "› योजना   ") and "…" in shown[:20]
