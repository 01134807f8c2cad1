"""Clicks and drags, through the terminal's eyes."""

from reader.model import Span
from reader.ui.widgets.reading.pane import ReadingPane
from tests.ui.reading.stage import NEWS, reading

_MIXED = (
    "The coalition’s “mission” ended; al-Khafaji stressed that 99% of it was about the border guards"
    " and their towers.\n\n"
    "伊拉克与国际联盟扩大合作，国防部发言人周六宣布第三轮安全讨论已经结束。伊拉克与国际联盟扩大合作，国防部发言人周六宣布。\n\n"
    "Plain end with e\u0301 accents."
)


def _cell(pane, offset, extra=0):
    """Where on the screen the character at `offset` is."""
    from reader.ui.widgets.reading.cells import cells

    row = pane.flow.row_of(offset)
    line = pane.flow.line(row)
    x = pane.painter.text_x(line) + cells(pane.document.text[line.start : offset])
    return x + extra, row - pane.top


async def _drag(pilot, start, end):
    await pilot.mouse_down("#text", offset=start)
    await pilot.hover("#text", offset=end)
    await pilot.mouse_up("#text", offset=end)
    await pilot.pause()


async def test_dragging_selects_exactly_what_was_dragged_over():
    async with reading(_MIXED, (90, 24)) as (pane, pilot, app):
        text = pane.document.text
        for first, last in (
            ("coalition’s", "coalition’s"), ("mission", "border"), ("伊拉克与国", "联盟扩大"), ("扩大合作", "Plain"),
            ("towers.", "伊拉克"), ("e\u0301 acc", "accents"),
        ):  # fmt: skip
            a, b = text.index(first), text.index(last) + len(last) - 1
            await _drag(pilot, _cell(pane, a), _cell(pane, b))
            assert pane.selected_text == text[a : b + 1], (first, last)
            assert app.screen.get_selected_text() == text[a : b + 1]
            await _drag(pilot, _cell(pane, b), _cell(pane, a))
            assert pane.selected_text == text[a : b + 1]
            assert app.last(ReadingPane.Selecting).on


async def test_dragging_from_the_margin_and_past_the_end_stays_in_the_row():
    async with reading(_MIXED, (90, 24)) as (pane, pilot, _):
        await _drag(pilot, (1, _cell(pane, 0)[1]), _cell(pane, 12))
        assert pane.selected_text == pane.document.text[:13]
        end = len(pane.document.text) - 1
        x, y = _cell(pane, end - 7)
        await _drag(pilot, (x, y), (x + 30, y))
        assert pane.selected_text == "accents."


async def test_a_selection_made_by_keys_is_copied_by_the_terminal_too_and_cleared_by_a_click():
    async with reading() as (pane, pilot, app):
        await pilot.press("V")
        await pilot.pause()
        assert app.screen.get_selected_text() == "Paragraph 1 opens here."
        await pilot.click("#text", offset=_cell(pane, NEWS.index("minister")))
        await pilot.pause()
        assert pane.selection is None
        assert pane.caret == NEWS.index("minister")
        assert not app.screen.get_selected_text()


async def test_two_clicks_select_a_word_and_three_a_sentence():
    async with reading() as (pane, pilot, _):
        where = _cell(pane, NEWS.index("minister"), 2)
        await pilot.click("#text", offset=where, times=2)
        await pilot.pause()
        assert pane.selected_text == "minister"
        await pilot.click("#text", offset=where, times=3)
        await pilot.pause()
        assert pane.selected_text.startswith("The minister") and pane.selected_text.endswith("again.")


async def test_a_click_on_a_mark_opens_it_unless_another_click_follows():
    async with reading() as (pane, pilot, app):
        at = NEWS.index("minister")
        pane.set_layer("person", [Span(at, at + 8, "person", 5)])
        await pilot.click("#text", offset=_cell(pane, at, 3), times=2)
        await pilot.pause(0.5)
        assert pane.selected_text == "minister"
        assert not any(isinstance(m, ReadingPane.MarkOpened) for m in app.seen)
        await pilot.click("#text", offset=_cell(pane, at, 3))
        await pilot.pause(0.5)
        assert app.last(ReadingPane.MarkOpened).ref == 5
        assert pane.caret == at


async def test_a_click_on_the_bar_opens_the_note():
    async with reading() as (pane, pilot, app):
        pane.set_layer("note", [Span(0, 30, "note:1", 2)])
        await pilot.click("#text", offset=(0, _cell(pane, 0)[1]))
        await pilot.pause(0.5)
        message = app.last(ReadingPane.MarkOpened)
        assert (message.kind, message.ref) == ("note", 2)


async def test_a_click_on_the_rail_scrolls():
    async with reading() as (pane, pilot, _):
        await pilot.click("#text", offset=(79, 23))
        await pilot.pause()
        assert pane.top == pane.max_scroll_y
        assert "▐" in pane.render_line(23).text
        await pilot.click("#text", offset=(79, 0))
        await pilot.pause()
        assert pane.top == 0


async def test_the_wheel_scrolls_and_the_sentence_follows():
    from textual import events

    async with reading() as (pane, pilot, _):
        for _ in range(8):
            pane.post_message(events.MouseScrollDown(pane, 10, 10, 0, 1, 0, False, False, False, 10, 10))
        await pilot.pause(0.6)
        assert pane.top > 4
        assert pane.top <= pane.flow.row_of(pane.caret) < pane.top + pane.rows
