"""Records kept in columns are the records that went in."""

from __future__ import annotations

import pickle
from array import array
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.columns import Coded, Picked, Slices, Table, changed, values_of, where


class Thing(NamedTuple):
    start: int
    name: str
    value: object


VALUES = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False), st.text(max_size=3), st.booleans())


@given(st.lists(st.tuples(st.integers(0, 9999), st.text(max_size=4), VALUES), min_size=1))
def test_a_table_is_the_sequence_of_its_records(rows):
    things = tuple(Thing(*row) for row in rows)
    starts, names, values = zip(*rows)
    table = Table(Thing, array("i", starts), Coded(names), Coded(values))
    assert table == things and things == table and hash(table) == hash(things)
    assert tuple(table) == things and table[-1] == things[-1] and table[:2] == things[:2]
    assert [type(thing.value) for thing in table] == [type(value) for value in values]  # 1, 1.0 and True stay
    rare = [name < "b" for name in names]
    assert (
        list(where(table.column("name"), lambda name: name < "b"))
        == rare
        == [*where(names, lambda name: name < "b")]
    )
    assert list(values_of(table, "start", "name")) == list(values_of(things, "start", "name"))
    assert tuple(Picked(table, [len(rows) - 1, 0])) == (things[-1], things[0])
    picked = Picked(table, [len(rows) - 1, 0])
    assert list(picked.values("name")) == list(Picked(things, [len(rows) - 1, 0]).values("name"))
    assert list(picked.values("name")) == [things[-1].name, things[0].name]
    assert pickle.loads(pickle.dumps(table)) == things


@pytest.mark.parametrize("other", ["ab", None, 2, ("a",), ("b", "a")])
def test_a_column_is_no_text_and_nothing_else_either(other):
    assert Coded("ab") != other and Coded("ab") == ["a", "b"]


def test_a_table_ends():
    table = Table(Thing, array("i", [1]), ["a"], [None])
    with pytest.raises(IndexError):
        table[1]
    with pytest.raises(IndexError):
        table[-2]
    assert table != (Thing(1, "a", 1),) and table != "a"


@pytest.mark.parametrize("count", [200, 300, 70_000])
def test_many_different_values_are_told_apart(count):
    names = [str(number) for number in range(count)]
    assert list(Coded(names)) == names


def test_strings_that_do_not_stand_in_the_text_are_kept_beside_it():
    text = "One two three"
    column = Slices.of(text, [(0, "One"), (-1, "hidden"), (4, "two"), (4, "wrong"), (8, "three"), (-1, "")])
    assert list(column) == ["One", "hidden", "two", "wrong", "three", ""]


@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8))
def test_what_has_changed_in_a_sequence_is_told_by_what_stands_around_it(old: list[int], new: list[int]):
    things = [object() for _ in range(4)]
    before, now = [things[n] for n in old], [things[n] for n in new]
    first, last = changed(before, now)
    assert first + last <= min(len(old), len(new))
    assert old[:first] == new[:first] and old[len(old) - last :] == new[len(new) - last :]
    if old == new:
        assert first == len(new)
    elif first < len(old) - last and first < len(new) - last:
        assert old[first] != new[first] and old[-1 - last] != new[-1 - last]
