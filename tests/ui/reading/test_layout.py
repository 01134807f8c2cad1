"""Width, resizing, long texts, and the raw view."""

from textual.app import App
from textual.scroll_view import ScrollView

from reader.ui.widgets.reading import text_view
from reader.ui.widgets.reading.document import clean_place, date_label, minutes_of, raw_place
from reader.ui.widgets.reading.pane import VARIABLES, Document, ReadingPane
from tests.ui.reading.stage import NEWS, article, reading, rows_of


def _top_offset(pane):
    return pane.flow.line(pane.top).start


async def test_resizing_keeps_place_and_selection():
    async with reading() as (pane, pilot, _):
        place = NEWS.index("Paragraph 15")
        pane.select(place, place + 12)
        pane.scroll_to_row(pane.flow.row_of(place))
        await pilot.pause()
        for size in ((40, 20), (130, 40), (61, 15), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            line = pane.flow.line(pane.top)
            assert line.start <= place <= max(line.end, line.start + 40)
            assert pane.selected_text == "Paragraph 15"
        assert _top_offset(pane) == place  # no drift over several resizes


async def test_a_caret_on_the_screen_stays_on_it_when_the_screen_shrinks():
    async with reading(size=(80, 40)) as (pane, pilot, _):
        await pilot.press("}", "}", "}", "}", "}", "}")
        caret = pane.caret
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        assert pane.caret == caret
        assert pane.top <= pane.flow.row_of(caret) < pane.top + pane.rows


async def test_a_position_given_before_the_first_layout_is_shown():
    class Early(App[None]):
        def get_theme_variable_defaults(self):
            return VARIABLES

        def compose(self):
            pane = ReadingPane(id="text")
            pane.open(Document.plain(NEWS), NEWS.index("Paragraph 20"))
            yield pane

    app = Early()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        pane = app.query_one(ReadingPane)
        assert any("Paragraph 20" in row for row in rows_of(pane))
        assert pane.caret == NEWS.index("Paragraph 20")


async def test_the_measure_is_centred_and_live():
    async with reading(size=(120, 30)) as (pane, pilot, _):
        assert pane.page.measure == 72
        assert abs(pane.page.left - (pane.page.width - 1 - 72 - pane.page.left)) <= 1
        pane.scroll_to_row(pane.flow.row_of(NEWS.index("Paragraph 12")))
        top = _top_offset(pane)
        pane.set_width(50)
        await pilot.pause()
        assert pane.page.measure == 50
        assert pane.flow.line(pane.top).start <= top <= pane.flow.line(pane.top).end
        pane.set_width(300)
        await pilot.pause()
        assert pane.page.measure == pane.page.width - 5
        pane.set_width(1)
        assert pane.page.measure == 20


async def test_another_article_opens_at_its_top():
    async with reading() as (pane, pilot, _):
        await pilot.press("G")
        pane.find("minister")
        pane.open(Document.plain("Short and new."))
        await pilot.pause()
        assert (pane.top, pane.caret, pane.found) == (0, 0, "")
        assert "Short and new." in rows_of(pane)[3]
        assert pane.max_scroll_y == 0


async def test_a_long_text_keeps_its_place_while_it_is_measured(monkeypatch):
    monkeypatch.setattr(text_view, "_SLICE", 0.0)
    text = "\n\n".join(f"Part {i}. " + "some words here and there " * (i % 23) for i in range(6000))
    place = text.index("Part 5000.")
    async with reading(text, position=place) as (pane, pilot, _):
        assert not pane.flow.exact
        row = pane.flow.row_of(place) - pane.top
        monkeypatch.setattr(text_view, "_SLICE", 0.002)
        for _ in range(300):
            await pilot.pause(0.02)
            if pane.flow.exact:
                break
        assert pane.flow.exact
        assert pane.flow.row_of(place) - pane.top == row
        assert pane.virtual_size.height == pane.flow.height
        await pilot.press("G")
        assert pane.sentence[1] <= len(text)
        assert any("Part 5999." in row for row in rows_of(pane))


async def test_going_up_into_what_is_not_measured_yet_shows_row_after_row(monkeypatch):
    monkeypatch.setattr(text_view, "_SLICE", 0.0)
    text = "\n\n".join(f"Part {i}. " + "some words here and there " * (i % 23) for i in range(6000))
    async with reading(text) as (pane, pilot, _):
        assert not pane.flow.exact
        pane.action_bottom()
        await pilot.pause()
        for _ in range(80):
            above = [row[3:-1] for row in rows_of(pane)[:-5]]  # pointer and rail may move
            pane.action_line(-5)
            assert [row[3:-1] for row in rows_of(pane)[5:]] == above


async def test_the_raw_view_labels_what_is_hidden_in_place():
    made, raw = article(
        [
            ("headline", "Bridge reopens"), ("furniture", "Share this article"), ("dateline", "26 March 2020"),
            ("para", "It opened on Monday."), ("furniture", "Read more\nSubscribe now"), ("para", "The end."),
        ]
    )  # fmt: skip
    document = Document.from_raw(raw, [made], ("raw file", "a.txt"))
    assert document.text == raw
    async with reading(document, (80, 40)) as (pane, _, _):
        rows = [row.rstrip() for row in rows_of(pane)]
        assert "raw file · a.txt" in rows[1]
        share = next(i for i, row in enumerate(rows) if "Share this article" in row)
        assert "┄ hidden: because furniture" in rows[share - 1]
        assert "┊" in rows[share]
        more = next(i for i, row in enumerate(rows) if "Read more" in row)
        assert "hidden" in rows[more - 1]
        assert "┊" in rows[more + 1] and "hidden" not in rows[more]
        dated = next(i for i, row in enumerate(rows) if "26 March" in row)
        assert "dateline: because dateline" in rows[dated - 1]
        opened = next(row for row in rows if "It opened" in row)
        assert "┊" not in opened
        hidden, kept = raw.index("Share"), raw.index("It opened")
        styles = []
        for offset in (hidden, kept):
            line = pane.flow.line(pane.flow.row_of(offset))
            strip = pane.painter.text_row(line, pane.cursor).strip
            styles.append(next(s.style for s in strip.crop(pane.painter.text_x(line), 40) if s.text.strip()))
        assert styles[0].color != styles[1].color


def test_places_are_found_in_both_views():
    made, raw = article(
        [
            ("headline", "Bridge reopens"),
            ("furniture", "Share"),
            ("para", "It  opened on\nMonday."),
            ("para", "End."),
        ]
    )
    wrapped = raw.replace("on\nMonday", "on \nMonday")
    made = type(made)(**{f: getattr(made, f) for f in made.__slots__})
    for word in ("Bridge", "reopens", "opened", "Monday"):
        place = raw_place(made, raw, made.text.index(word))
        assert raw[place:].startswith(word)
        assert clean_place(made, raw, place) == made.text.index(word)
    assert raw[: raw_place(made, raw, len(made.text))].endswith("End.")
    assert clean_place(made, raw, raw.index("Share")) == made.text.index("It")
    assert wrapped != raw


def test_dates_and_minutes_read_well():
    assert date_label("2020-03-26") == "26 Mar 2020"
    assert date_label("2020-03-26T14:30:00") == "26 Mar 2020, 14:30"
    assert date_label("spring") == "spring"
    assert minutes_of("") == 0
    assert 0.9 < minutes_of("word " * 230) < 1.1
    assert 0.9 < minutes_of("字" * 500) < 1.1


def test_no_name_of_textual_is_taken_by_accident():
    ours = {name for c in ReadingPane.__mro__ if c.__module__.startswith("reader.") for name in vars(c)}
    taken = {name for name in ours if hasattr(ScrollView, name) and not name.startswith("_")}
    assert taken == {
        "BINDINGS", "DEFAULT_CSS", "allow_vertical_scroll", "can_focus", "can_focus_children", "get_selection",
        "notify_style_update", "refresh", "render_line", "render_lines", "selection_updated", "size", "virtual_size",
        "watch_has_focus", "watch_scroll_y",
    }  # fmt: skip
    assert not [
        name for name in set(vars(ReadingPane())) - set(vars(ScrollView())) if hasattr(ScrollView, name)
    ]
