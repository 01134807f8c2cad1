"""What is painted is the text, and every mark has a shape of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Span
from reader.text import printable
from reader.ui.widgets.reading.caret import Caret
from reader.ui.widgets.reading.cells import is_narrow
from reader.ui.widgets.reading.pane import LAYERS, Document
from tests.ui.reading.stage import all_rows, article, reading, rows_of

_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["The minister said ", "“no” — ", "伊拉克与国际联盟，", "e\u0301a\u0308 ", "👩\u200d💻", "\n", "\n\n",
             "עברית ", "\t", "\x1b]52;c;evil\x07", "\u202e", "x" * 50, "  "]
        ),
        st.text(max_size=20),
    ),
    max_size=30,
)  # fmt: skip


# A sign without a cell of its own that has no letter to stand on.
_STRAY = re.compile(
    "(?:^|[^\\w\u0300-\u036f])[\u0300-\u036f]|[^\\w\\s\u0300-\u036f\u201c\u201d\u2014\uff0c\ufffd\\[\\];]"
)


def with_cells(text):
    """`text` without signs that have no cell of their own: alone, they cannot be drawn."""
    return "".join(sign for sign in text if cell_len(sign))


async def test_what_is_painted_joined_is_the_text():
    async with reading(size=(64, 20)) as (pane, _, _):

        @given(
            _PIECES,
            st.lists(st.tuples(st.sampled_from(LAYERS), st.integers(0, 200), st.integers(1, 60))),
            st.data(),
        )
        def check(pieces, marks, data):
            text = "".join(pieces)
            pane.open(Document.plain(text))
            for kind in LAYERS:
                pane.set_layer(kind, [Span(a, a + n, kind) for k, a, n in marks if k == kind])
            caret = Caret(text)
            caret.move(data.draw(st.integers(0, len(text))), fine=True)
            if data.draw(st.booleans()):
                caret.begin("word")
            pane.cursor = caret.state()
            shown = printable(text)
            for painted, line in all_rows(pane):
                wanted = shown[line.start : line.end].replace("\t", " ").replace("\n", " ")
                assert with_cells(painted).rstrip() == with_cells(wanted).rstrip()
                if not marks and not _STRAY.search(wanted):
                    assert painted.rstrip() == wanted.rstrip()
                if is_narrow(wanted):
                    assert cell_len(painted) >= len(wanted.rstrip())

        check()


async def test_every_row_is_as_wide_as_the_pane():
    for size in ((30, 10), (60, 15), (81, 24), (140, 30)):
        async with reading("Plain text. " * 30 + "\n\n" + "伊拉克与国际联盟" * 20, size) as (pane, _, _):
            pane.set_layer("note", [Span(0, 200, "note:1")])
            pane.set_categories({1: "an uncommonly long word for a category"})
            assert {pane.render_line(y).cell_length for y in range(size[1])} == {
                pane.scrollable_content_region.width
            }


def _looks(pane, offset):
    """The style of the character at `offset`."""
    y = pane.flow.row_of(offset)
    line = pane.flow.line(y)
    strip = pane.painter.text_row(line, pane.cursor).strip
    x = pane.painter.text_x(line) + offset - line.start
    return next(segment.style for segment in strip.crop(x, x + 1))


def _shape(style):
    return (bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse), bool(style.dim))


@pytest.mark.parametrize("colors", [True, False])
async def test_marks_differ_by_shape_and_combine(colors, monkeypatch):
    if not colors:
        monkeypatch.setenv("NO_COLOR", "1")
    text = "Mayor Anna Berg paid 12 million, perhaps 9, to B. Lund."
    async with reading("Another sentence first.\n\n" + text) as (pane, _, _):
        at = {word: pane.document.text.index(word) for word in ("Anna", "12", "9", "Lund", "paid", "Mayor")}
        pane.set_layer("person", [Span(at["Anna"], at["Anna"] + 9, "person")])
        pane.set_layer("person_faint", [Span(at["Lund"], at["Lund"] + 4, "person_faint")])
        pane.set_layer("figure", [Span(at["12"], at["12"] + 10, "figure")])
        pane.set_layer("figure_faint", [Span(at["9"], at["9"] + 1, "figure_faint")])
        looks = {word: _looks(pane, offset) for word, offset in at.items()}
        shapes = {(_shape(looks[word]), colors and looks[word].color) for word in at if word != "Mayor"}
        assert len(shapes) == 5
        if not colors:
            return
        assert _looks(pane, at["Anna"]).bold
        assert _looks(pane, at["12"]).underline
        plain = _looks(pane, at["Mayor"])
        pane.set_layer("note", [Span(at["Mayor"], at["12"] + 4, "note:3")])
        noted = _looks(pane, at["Anna"])
        assert noted.bold and noted.bgcolor != plain.bgcolor
        pane.set_layer("hit", [Span(at["Anna"], at["Anna"] + 4, "hit")])
        both = _looks(pane, at["Anna"])
        assert both.bold and both.reverse
        pane.show_layers(set(LAYERS) - {"hit", "note"})
        again = _looks(pane, at["Anna"])
        assert again.bold and not again.reverse and again.bgcolor == plain.bgcolor


async def test_the_sentence_has_a_tint_and_a_pointer_and_the_selection_a_line():
    async with reading("One is here. Two is there.\n\nThree.") as (pane, pilot, _):
        assert "›" in rows_of(pane)[3]
        assert _looks(pane, 0).bgcolor != _looks(pane, 14).bgcolor
        await pilot.press("}")
        assert "›" not in rows_of(pane)[3]
        assert "›" in rows_of(pane)[5]
        await pilot.press("v")
        assert "│" in rows_of(pane)[5]
        assert _looks(pane, pane.caret).underline


async def test_all_that_is_selected_has_one_ground():
    text = "First sentence here. Second sentence, which goes on and on over the edge of the row. Third one."
    async with reading(text, (40, 12)) as (pane, _, _):
        pane.select(6, 60)  # the caret's sentence lies half in it
        inside = {_looks(pane, at).bgcolor for at in range(6, 59) if text[at] != " " and at != pane.caret}
        assert len(inside) == 1
        assert _looks(pane, 2).bgcolor not in inside and _looks(pane, 90).bgcolor not in inside


async def test_a_note_has_a_bar_and_the_word_of_its_category_or_its_number():
    text = "First line of the text.\n\nNoted here, and it goes on " + "and on " * 20 + "."
    spans = [Span(25, 130, "note:2", 0)]
    for width, expected in ((120, "context ▌"), (80, "2")):
        async with reading(text, (width, 20)) as (pane, _, _):
            pane.set_categories({2: "context"})
            pane.set_layer("note", spans)
            rows = rows_of(pane)
            assert "▌" not in rows[3]
            assert expected in rows[5]
            assert "▌" in rows[6]


async def test_blocks_are_set_apart_and_the_meta_line_stands_under_the_headline():
    made, _ = article(
        [
            ("headline", "Bridge reopens after two years of repair"), ("furniture", "Share this"),
            ("caption", "The bridge at dawn."), ("para", "It opened."), ("subhead", "Costs"),
            ("list", "- one thing that is long enough to wrap around the edge of the page, twice if need be\n- two"),
            ("pull_quote", "“At last.”"), ("para", "The end."),
        ],
        source="The Courier", published="2020-03-26T14:30", author="A. Writer",
    )  # fmt: skip
    async with reading(Document.from_article(made), (60, 40)) as (pane, _, _):
        rows = [row.rstrip() for row in rows_of(pane)]
        at = next(i for i, row in enumerate(rows) if "Bridge" in row)
        assert rows[at - 1] == ""
        assert rows[at + 1].strip() == "The Courier · 26 Mar 2020, 14:30 · A. Writer · 1 min"
        assert "Share this" not in "".join(rows)
        subhead = next(i for i, row in enumerate(rows) if row.strip() == "Costs")
        assert rows[subhead - 2 : subhead] == ["", ""]
        body = next(row for row in rows if "It opened." in row).index("It")
        assert next(row for row in rows if "dawn" in row).index("The") == body + 4
        assert next(row for row in rows if "- one" in row).index("-") == body + 2
        hanging = rows[next(i for i, row in enumerate(rows) if "- one" in row) + 1]
        assert len(hanging) - len(hanging.lstrip()) == body + 4
        text = made.text
        assert _looks(pane, 0).bold
        assert _looks(pane, text.index("The bridge at")).italic
        assert _looks(pane, text.index("Costs")).bold
        assert not _looks(pane, text.index("It opened")).bold


async def test_right_to_left_paragraphs_end_at_the_right_edge():
    async with reading("English first.\n\nقال الوزير إن الجسر مفتوح.\n\n“Quoted” עברית", (80, 12)) as (
        pane,
        _,
        _,
    ):
        page = pane.page
        painted = [row for row in rows_of(pane) if row.strip()]
        right = page.left + page.measure
        assert len(painted[0].rstrip()) < right
        arabic = next(row for row in painted if "الجسر" in row)
        assert len(arabic.rstrip()) == right
        assert len(painted[-1].rstrip()) < right  # its first letter is Latin


async def test_outside_text_cannot_drive_the_terminal():
    evil = "a\x1b]52;c;ZXZpbA==\x07b \x9b2Jc \u202edrow \x1b[31mred\x1b[0m"
    async with reading(evil) as (pane, _, _):
        pane.set_categories({1: "\x1b[31m"})
        pane.set_layer("note", [Span(0, 5, "note:1")])
        painted = "".join(rows_of(pane))
        assert not set(painted) & set("\x1b\x07\x9b\u202e")


async def test_a_theme_change_repaints():
    async with reading() as (pane, pilot, app):
        before = _looks(pane, 0)
        app.theme = "textual-light"
        await pilot.pause()
        assert _looks(pane, 0) != before


async def test_without_colour_every_mark_still_has_a_shape(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading("Mayor Anna Berg paid 12 million. More.\n\nEnd.") as (pane, pilot, _):
        pane.set_layer("note", [Span(0, 5, "note:1")])
        await pilot.press("}", "v")
        assert _looks(pane, 0).italic
        names = ("note", "person", "figure", "hit", "person_faint", "figure_faint", "caret")
        shapes = {_shape(pane.painter.looks.of(name)) for name in names}
        assert len(shapes) == len(names)
        assert pane.painter.looks.of("selection").reverse
        assert "›" in "".join(rows_of(pane)) or "│" in "".join(rows_of(pane))


async def test_a_row_on_whose_width_terminals_differ_is_cleared_to_its_end():
    async with reading(size=(100, 10)) as (pane, _, _):
        pane.open(Document.plain("An ordinary line\n\nउत्तर भारत में बारिश\n\nSmile 👩\u200d💻"))
        ends = [pane.painter.text_row(line, pane.cursor).end for _, line in all_rows(pane)]
        assert ends[0] < 40 and [end for end in ends if end >= 99] == [100, 100]
