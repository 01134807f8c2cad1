"""Keys in the pane: scrolling, motions, counts, selections, marks and search."""

from reader.model import Span
from reader.ui.widgets.reading import marked
from reader.ui.widgets.reading.pane import ReadingPane
from tests.ui.reading.stage import NEWS, reading, rows_of


def _starts(text, pane):
    return pane.document.text[pane.caret :].startswith(text)


async def test_scrolling_takes_the_sentence_cursor_along():
    async with reading() as (pane, pilot, app):
        await pilot.press("j", "j")
        assert pane.top == 2
        await pilot.press("pagedown")
        assert pane.top == 2 + pane.rows - 2
        row = pane.flow.row_of(pane.caret)
        assert pane.top <= row < pane.top + pane.rows
        assert pane.caret == pane.sentence[0]
        assert app.last(ReadingPane.Moved).offset == pane.caret
        await pilot.press("pageup")
        assert pane.flow.row_of(pane.caret) - pane.top < pane.rows // 2  # a page is read from its top
        await pilot.press("k", "k")
        assert pane.top == 0
        await pilot.press("G")
        assert pane.top == pane.max_scroll_y
        assert pane.sentence[1] == len(NEWS)
        assert pane.progress == 1.0
        assert app.last(ReadingPane.Read).progress == 1.0
        await pilot.press("home")
        assert (pane.top, pane.caret) == (0, 0)


async def test_where_nothing_scrolls_lines_go_by_sentences():
    async with reading("One is here. Two is there.\n\nThree.") as (pane, pilot, _):
        await pilot.press("j")
        assert _starts("Two", pane)
        await pilot.press("j", "j", "j")
        assert _starts("Three", pane)
        await pilot.press("k")
        assert _starts("Two", pane)


async def test_counts_multiply_the_next_motion_once():
    async with reading() as (pane, pilot, _):
        await pilot.press("alt+3", "j")
        assert (pane.top, pane.pending) == (3, 0)
        await pilot.press("alt+1", "alt+2", "j", "j")
        assert pane.top == 16
        await pilot.press("home", "alt+2", "}")
        assert _starts("Paragraph 3", pane)
        await pilot.press("alt+9")
        pane.action_drop()
        await pilot.press("}")
        assert _starts("Paragraph 4", pane)


async def test_sentences_paragraphs_and_words():
    async with reading() as (pane, pilot, _):
        await pilot.press(")")
        assert _starts("The minister", pane)
        await pilot.press(")", ")", ")")
        assert _starts("The minister said “costs rose by 2", pane)
        await pilot.press("(", "(")
        assert _starts("Officials", pane)
        await pilot.press("}", "w", "w")
        assert _starts("opens", pane)
        await pilot.press("W")
        assert _starts("2 opens", pane)
        await pilot.press("{")
        assert _starts("Paragraph 2", pane)
        await pilot.press("$")
        assert pane.flow.row_of(pane.caret) == pane.flow.row_of(NEWS.index("Paragraph 2"))
        await pilot.press("^")
        assert _starts("Paragraph 2", pane)


async def test_words_are_selected_and_extended_by_any_motion():
    async with reading() as (pane, pilot, app):
        await pilot.press("w", "v")
        assert pane.selected_text == "1"
        await pilot.press("w")
        assert pane.selected_text == "1 opens"
        await pilot.press(")")
        assert pane.selected_text == "1 opens here."
        await pilot.press(")")
        assert pane.selected_text.endswith("again.")
        assert [message.on for message in app.seen if isinstance(message, ReadingPane.Selecting)] == [
            False,
            True,
        ]
        await pilot.press("{")
        assert pane.selected_text == "Paragraph 1"
        await pilot.press("v")
        assert pane.selection is None
        assert not app.last(ReadingPane.Selecting).on


async def test_sentences_are_selected_whole():
    async with reading() as (pane, pilot, _):
        await pilot.press(")", "V")
        assert pane.selected_text.startswith("The minister") and pane.selected_text.endswith("again.")
        assert pane.target == pane.selection
        await pilot.press(")")
        assert pane.selected_text.endswith("on Tuesday.")
        await pilot.press("j", "j", "j")
        assert pane.selection[1] > len(NEWS.split("\n\n")[0])
        pane.action_drop()
        assert pane.selection is None
        assert pane.target == pane.sentence


async def test_rows_and_characters_extend_a_selection():
    async with reading() as (pane, pilot, _):
        pane.action_select("char")
        await pilot.press("shift+right", "shift+right")
        assert pane.selected_text == "Par"
        await pilot.press("shift+left")
        assert pane.selected_text == "Pa"
        await pilot.press("j")
        assert pane.flow.row_of(pane.caret) == pane.flow.row_of(0) + 1
        await pilot.press("pagedown")
        assert pane.flow.row_of(pane.caret) > pane.rows
        assert pane.selection[0] == 0
        await pilot.press("G")
        assert pane.selection[1] == len(NEWS)


async def test_next_marks_pass_faint_ones_and_open_with_enter():
    async with reading() as (pane, pilot, app):
        figures = [NEWS.index(f"{i} percent") for i in (2, 5, 20)]
        pane.set_layer("figure", [Span(at, at + 9, "figure", ref) for ref, at in enumerate(figures)])
        pane.set_layer(
            "figure_faint", [Span(NEWS.index("3 percent"), NEWS.index("3 percent") + 9, "figure_faint", 9)]
        )
        await pilot.press("f", "f")
        assert pane.caret == figures[1]
        assert pane.top <= pane.flow.row_of(pane.caret) < pane.top + pane.rows
        await pilot.press("enter")
        message = app.last(ReadingPane.MarkOpened)
        assert (message.kind, message.ref) == ("figure", 1)
        await pilot.press("f")
        assert pane.top <= pane.flow.row_of(figures[2]) < pane.top + pane.rows
        await pilot.press("f", "F", "F", "F")
        assert pane.caret == figures[0]
        await pilot.press("v", "f")
        assert pane.selected_text.startswith("2 percent") and pane.selected_text.endswith("5 percent")


async def test_enter_opens_the_first_mark_of_the_sentence_when_none_is_under_the_caret():
    async with reading("Nobody here.\n\nToday Anna Berg spoke.") as (pane, pilot, app):
        pane.set_layer("person", [Span(20, 29, "person", 4)])
        await pilot.press("enter")
        assert not any(isinstance(m, ReadingPane.MarkOpened) for m in app.seen)
        await pilot.press(")", "enter")
        assert app.last(ReadingPane.MarkOpened).ref == 4


async def test_search_folds_what_readers_do_not_see():
    text = (
        "The café owner’s plan — “bold”.\n\nCAFE OWNER'S plan - „bold‟\n\n"
        + "filler. " * 300
        + "Café owner`s"
    )
    async with reading(text) as (pane, _, _):
        assert pane.find("cafe owner's") == 3
        assert (pane.found, pane.caret) == ("1/3", 4)
        assert pane.find_next(1) and pane.found == "2/3"
        assert pane.find_next(1) and not pane.find_next(1)
        pane.action_find_next(1)
        assert pane.found == "1/3"
        pane.action_find_next(-1)
        assert pane.found == "3/3"
        assert pane.top <= pane.flow.row_of(pane.caret) < pane.top + pane.rows
        assert pane.find('plan - "bold"') == 2
        assert pane.find("bold”. café") == 1  # over a paragraph's end
        assert pane.find("nowhere") == 0 and pane.found == "no hits"
        pane.action_drop()
        assert pane.found == "" and not len(pane.marks.layer("hit"))
        assert pane.find("  ") == 0


async def test_a_hit_goes_on_over_the_end_of_a_row():
    async with reading("word " * 30 + "golden gate " + "word " * 30, (40, 12)) as (pane, _, _):
        assert pane.find("WORD golden  gate word") == 1
        hit = pane.marks.layer("hit")[0]
        assert pane.document.text[hit.start : hit.end] == "word golden gate word"


async def test_a_long_text_is_searched_while_it_is_read():
    text = ("needle. " + "hay " * 5000 + "\n\n") * 60
    async with reading(text) as (pane, pilot, _):
        pane.find("needle")
        assert pane.found.startswith("1/") and pane.found.endswith("+")
        for _ in range(200):
            await pilot.pause(0.02)
            if not pane.found.endswith("+"):
                break
        assert pane.found == "1/60"


async def test_a_far_hit_is_gone_to_when_it_is_found(monkeypatch):
    monkeypatch.setattr(marked, "_FIND_AT_ONCE", 0.0)
    text = "hay hay hay. " * 40_000 + "needle"
    async with reading(text) as (pane, pilot, _):
        assert pane.find("needle") == 0
        for _ in range(200):
            await pilot.pause(0.02)
            if pane.found == "1/1":
                break
        assert pane.caret == len(text) - 6
        assert any("needle" in row for row in rows_of(pane))


async def test_positions_are_opened_and_gone_to():
    place = NEWS.index("Paragraph 20")
    async with reading(position=place) as (pane, _, _):
        assert pane.caret == place
        assert pane.top <= pane.flow.row_of(place) < pane.top + pane.rows
        pane.go_to(0)
        assert pane.top <= pane.flow.row_of(0)
        pane.go_to(0, select=(place, place + 12))
        assert pane.selected_text == "Paragraph 20"
        assert any("Paragraph 20" in row for row in rows_of(pane))
        pane.go_to(10**9)
        assert pane.caret == len(NEWS)
        pane.go_to(-5)
        assert pane.caret == 0


async def test_an_empty_text_takes_every_key():
    async with reading("") as (pane, pilot, _):
        for key in "j k pagedown pageup ctrl+d ctrl+u home end ) ( } { w W $ ^ v ) w V j G f P enter".split():
            await pilot.press(key)
        assert pane.find("x") == 0
        assert pane.caret == 0
