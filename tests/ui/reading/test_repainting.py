"""Only changed rows are repainted: whatever happened before, the screen shows what a fresh paint would."""

import random

from textual.geometry import Region

from reader.model import Span
from tests.ui.reading.stage import NEWS, reading


def _deeds(rng):
    """One random thing a reader does, as (name, arguments)."""
    by = rng.choice((-1, 1))
    return rng.choice(
        [
            ("action_line", by), ("action_page", by), ("action_half_page", by), ("action_top",), ("action_bottom",),
            ("action_sentence", by), ("action_paragraph", by), ("action_word", by), ("action_char", by),
            ("action_select", rng.choice(("char", "word", "sentence"))), ("action_drop",), ("action_digit", 3),
            ("action_next_mark", rng.choice(("figure", "note")), by), ("find", rng.choice(("minister", "bridge on"))),
            ("go_to", rng.randrange(len(NEWS))), ("select", rng.randrange(50), rng.randrange(60, len(NEWS))),
            ("set_layer", "person", [Span(at, at + 8, "person") for at in rng.sample(range(len(NEWS)), 5)]),
            ("set_width", rng.randrange(30, 90)), ("clear_find",),
        ]
    )  # fmt: skip


def _screen(pane):
    """What the terminal was last told about each row, as Textual remembers it."""
    return [
        [(segment.text, segment.style) for segment in strip.simplify()]
        for strip in pane.render_lines(Region(0, 0, pane.size.width, pane.size.height))
    ]


async def test_after_anything_the_screen_shows_what_a_fresh_paint_shows():
    rng = random.Random(7)
    async with reading(NEWS + "\n\n伊拉克与国际联盟扩大合作。" * 20, (70, 18)) as (pane, pilot, _):
        pane.set_categories({1: "key"})
        pane.set_layer("figure", [Span(m, m + 9, "figure") for m in range(100, len(NEWS), 400)])
        pane.set_layer("note", [Span(m, m + 90, "note:1") for m in range(150, len(NEWS), 900)])
        for _ in range(40):
            done = [_deeds(rng) for _ in range(rng.randrange(1, 5))]
            for name, *arguments in done:
                getattr(pane, name)(*arguments)
            await pilot.pause()
            shown = _screen(pane)
            pane.repaint()
            assert shown == _screen(pane), done
            if rng.random() < 0.1:
                await pilot.resize_terminal(rng.randrange(40, 100), rng.randrange(8, 30))
                await pilot.pause()


async def test_a_selection_that_grows_paints_the_rows_it_grows_by(monkeypatch):
    async with reading() as (pane, pilot, _):
        await pilot.press("V")
        painted, paint = [], pane.painter._paint
        monkeypatch.setattr(
            pane.painter, "_paint", lambda line, *rest: painted.append(line.start) or paint(line, *rest)
        )
        for _ in range(5):  # into the next paragraph
            left = pane.caret
            painted.clear()
            await pilot.press(")")
            first, last = (pane.flow.row_of(at) for at in (pane.caret, pane.sentence[1] - 1))
            rows = {pane.flow.row_of(left), *range(first, last + 1)}
            assert sorted(painted) == sorted(pane.flow.line(row).start for row in rows)
