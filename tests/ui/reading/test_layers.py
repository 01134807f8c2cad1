"""Spans that touch a stretch of text, found without looking at the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.columns import Table
from reader.model import Span
from reader.ui.widgets.reading.layers import LAYERS, Layer, Layers

_SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 20), st.integers(0, 9)).map(
        lambda t: Span(t[0], t[0] + t[1], "person", t[2])
    ),
    max_size=30,
)


@given(_SPANS, st.integers(0, 80), st.integers(1, 30))
def test_a_query_finds_exactly_the_spans_that_overlap(spans, start, length):
    found = list(Layer(spans).between(start, start + length))
    wanted = [s for s in spans if s.end > s.start and s.start < start + length and s.end > start]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
    assert [s.start for s in found] == sorted(s.start for s in found)


@given(_SPANS, st.integers(-1, 90))
def test_neighbours_of_an_offset(spans, offset):
    layer = Layer(spans)
    starts = sorted(s.start for s in spans if s.end > s.start)
    after, before = layer.after(offset), layer.before(offset)
    assert (after.start if after else None) == next((s for s in starts if s > offset), None)
    assert (before.start if before else None) == next((s for s in reversed(starts) if s < offset), None)
    assert layer.index_at(offset) == sum(s <= offset for s in starts)


@given(_SPANS, _SPANS)
def test_a_layer_grows_to_what_it_would_have_been(spans, more):
    for later in (more, [Span(s.start + 80, s.end + 80, s.kind, s.ref) for s in more]):
        grown = Layer(spans)
        grown.extend(later)
        whole = Layer([*spans, *later])
        assert [grown[i] for i in range(len(grown))] == [whole[i] for i in range(len(whole))]
        assert list(grown.between(20, 90)) == list(whole.between(20, 90))


def test_layers_are_given_in_the_order_of_painting_and_hidden_ones_not_at_all():
    layers = Layers()
    layers.put("note", [Span(0, 10, "note:2", 7)])
    layers.put("person", [Span(2, 5, "person", 1)])
    assert [kind for kind, _ in layers.touching(0, 10)] == ["person", "note"]
    assert [kind for kind, _ in layers.at(3)] == ["note", "person"]
    layers.shown = frozenset(LAYERS) - {"note"}
    assert layers.at(3) == (("person", Span(2, 5, "person", 1)),)


def test_an_unknown_layer_is_refused():
    with pytest.raises(KeyError):
        Layers().put("weather", [])


@given(_SPANS)
def test_a_layer_of_a_table_is_that_of_its_spans(found: list[Span]):
    columns = [list(column) for column in zip(*found)] or [[], [], [], []]
    assert list(Layer(Table(Span, *columns))) == list(Layer(found))


@given(_SPANS, _SPANS, _SPANS)
def test_what_lies_outside_of_a_change_is_as_it_was(before, after, both):
    old, new = Layer([*before, *both]), Layer([*after, *both])
    where = new.change_from(old)
    assert where is not None
    for offset in range(90):
        if not where[0] <= offset <= where[1]:
            there = [[span[:3] for span in each.between(offset, offset + 1)] for each in (old, new)]
            assert there[0] == there[1]


def test_one_more_note_changes_no_more_than_its_own_place():
    spans = [Span(n, n + 5, "note", n) for n in range(0, 900, 10)]
    more = sorted([*spans, Span(403, 408, "category", 0)])
    assert Layer(more).change_from(Layer(spans)) == (403, 408)
    assert Layer(spans).change_from(Layer(more)) == (403, 408)
    assert Layer(spans).change_from(Layer(spans)) == (0, 0)
