"""The wrap index: rows and offsets find each other at any size and width."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.widgets.reading import flow as flow_module
from reader.ui.widgets.reading.flow import Flow, Shape

_TEXT = st.text(st.sampled_from("abc de.\n\n\n伊。é\u0301א "), max_size=400)


def _long(paragraphs=4000):
    return "\n\n".join(
        f"Paragraph {i}: " + "the quick brown fox jumps. " * (1 + i * 7 % 11) for i in range(paragraphs)
    )


def _rows(flow):
    return [flow.line(y) for y in range(flow.height)]


@given(_TEXT, st.integers(8, 40), st.data())
def test_the_rows_of_a_text_are_the_text(text, width, data):
    paragraph_starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    shapes = {
        at: Shape(
            *data.draw(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 3), st.integers(0, 2)))
        )
        for at in data.draw(st.lists(st.sampled_from(paragraph_starts), max_size=4))
    }
    flow = Flow(text, width, shapes)
    rows = _rows(flow)
    shown = [row for row in rows if not row.part]
    assert "".join(text[row.start : row.end] for row in shown) == text.replace("\n", "")
    assert len(rows) - len(shown) == sum(shape.before + shape.after for shape in shapes.values())
    for offset in range(len(text) + 1):
        row = rows[flow.row_of(offset)]
        assert not row.part
        assert row.start <= offset <= row.end


@given(_TEXT, st.integers(8, 30), st.integers(8, 30))
def test_small_chunks_show_what_one_big_chunk_shows(text, width, other):
    whole = Flow(text, width)
    old = flow_module._CHUNK, flow_module._LONGEST
    flow_module._CHUNK, flow_module._LONGEST = 16, 1 << 20
    try:
        parts = Flow(text, other)
        parts.set_width(width)
        while not parts.refine(1):
            pass
        assert parts.height == whole.height
        assert _rows(parts) == _rows(whole)
    finally:
        flow_module._CHUNK, flow_module._LONGEST = old


def test_a_long_text_is_opened_by_measuring_almost_nothing_and_refined_to_the_truth():
    text = _long()
    flow = Flow(text, 72)
    assert not flow.exact
    estimate = flow.height
    while not flow.refine(0.002):
        pass
    assert flow.exact
    assert abs(estimate - flow.height) < 0.2 * flow.height
    assert flow.height == sum(1 for _ in _rows(flow))


def test_settling_keeps_the_row_that_is_looked_at():
    text = _long()
    flow = Flow(text, 72)
    offset = len(text) * 2 // 3
    row = flow.row_of(offset)
    while True:
        before = flow.line(row)
        moved = flow.settle(row, 60)
        assert flow.line(moved) == before
        if moved == row:
            break
        row = moved
    assert flow.line(flow.row_of(offset)).start <= offset


def test_a_paragraph_longer_than_any_chunk_is_shown_in_full():
    text = "word " * 30_000 + "\n" + "x" * 120_000 + "e\u0301" * 40_000
    flow = Flow(text, 72)
    while not flow.refine(1):
        pass
    assert "".join(text[row.start : row.end] for row in _rows(flow)) == text.replace("\n", "")
    assert all(text[row.start] != "\u0301" for row in _rows(flow) if row.start < row.end)


def test_an_empty_text_has_one_row():
    flow = Flow("", 72)
    assert flow.height == 1
    assert flow.row_of(0) == 0
    assert flow.line(5).end == 0
