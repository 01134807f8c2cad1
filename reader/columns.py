"""Records by the ten thousand, kept as columns: a tenth of the memory, and made when they are asked for.

A large file has as many blocks and marks as a small library. A `Table` looks like a tuple of its records.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, count, repeat
from operator import attrgetter, is_not
from typing import Any, TypeVar, overload

#: Bytes of a file, or characters of a text, from which it pays.
LARGE = 100_000

T = TypeVar("T")


def changed(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many of the very same objects two sequences begin with, and with how many they end after those."""
    most = min(len(old), len(new))
    first = next(compress(count(), map(is_not, old, new)), most)
    last = next(compress(count(), map(is_not, reversed(old), reversed(new))), most)
    return first, min(last, most - first)


class Lazy(Sequence[T]):
    """A sequence that makes its items when they are asked for: `_at` has those from 0 to below its length."""

    __slots__ = ()

    def _at(self, index: int) -> T:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self._at(i) for i in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self._at(index % len(self))

    def __iter__(self) -> Iterator[T]:
        return map(self._at, range(len(self)))


class _Column(Lazy[T]):
    """Equal to any sequence of the same items."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class Table(_Column[T]):
    """`record(*values)` for each row of `columns`, which are equally long."""

    __slots__ = ("_columns", "_record")

    def __init__(self, record: Callable[..., T], *columns: Sequence[Any]) -> None:
        self._record, self._columns = record, columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[T]:
        return map(self._record, *self._columns)

    def _at(self, index: int) -> T:
        return self._record(*[column[index] for column in self._columns])

    def column(self, name: str) -> Sequence[Any]:
        """The values of one field, for a record with named fields."""
        return self._columns[self._record.__match_args__.index(name)]  # type: ignore[attr-defined]


def values_of(records: Iterable[Any], *names: str) -> Iterable[tuple[Any, ...]]:
    """These fields of each record, two or more; the records of a `Table` are not made for it."""
    if isinstance(records, Table):
        return zip(*map(records.column, names))
    return map(attrgetter(*names), records)


def columns_of(records: Iterable[Any], *names: str) -> Sequence[Sequence[Any]]:
    """The columns of these fields, two or more, of all records."""
    if isinstance(records, Table):
        return [records.column(name) for name in names]
    return [*zip(*values_of(records, *names))] or [()] * len(names)


def where(column: Sequence[T], test: Callable[[T], bool]) -> bytes:
    """For each value of a column 1 where `test` says yes, else 0; of a coded one each different value is asked once."""
    if isinstance(column, Coded):
        return column.where(test)
    return bytes(map(test, column))


class Coded(_Column[T]):
    """A column of few different values: each is kept once."""

    __slots__ = ("_codes", "_values")

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._values: list[T] = []
        self._codes = array("B")
        self.extend(values)

    def extend(self, values: Iterable[T]) -> None:
        """Add values; best by the thousand."""
        # By what they look like: 1 and 1.0 are equal but must not become one another.
        known = {repr(value): code for code, value in enumerate(self._values)}
        codes = array("i")
        for value in values:
            code = known.setdefault(repr(value), len(self._values))
            if code == len(self._values):
                self._values.append(value)
            codes.append(code)
        few = len(self._values)
        kind = "i" if few > 1 << 16 else "H" if few > 1 << 8 else "B"
        if kind != self._codes.typecode:
            self._codes = array(kind, self._codes)
        self._codes.extend(array(kind, codes))

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[T]:
        return map(self._values.__getitem__, self._codes)

    def where(self, test: Callable[[T], bool]) -> bytes:
        """See `where` above."""
        flags = bytes(map(test, self._values))
        if self._codes.typecode == "B":
            return self._codes.tobytes().translate(flags.ljust(256, b"\0"))
        return bytes(map(flags.__getitem__, self._codes))

    def _at(self, index: int) -> T:
        return self._values[self._codes[index]]


class Same(_Column[T]):
    """A column of one value, `length` times."""

    __slots__ = ("_length", "_value")

    def __init__(self, value: T, length: int) -> None:
        self._value, self._length = value, length

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return repeat(self._value, self._length)

    def _at(self, index: int) -> T:
        return self._value


class Slices(_Column[str]):
    """A column of strings that stand in `text`; those that do not are kept in `others`, their starts as ~start."""

    __slots__ = ("_ends", "_others", "_starts", "_text")

    def __init__(self, text: str, starts: array[int], ends: array[int], others: str = "") -> None:
        self._text, self._starts, self._ends, self._others = text, starts, ends, others

    @classmethod
    def of(cls, text: str, places: Iterable[tuple[int, str]]) -> Slices:
        """The strings of `places`, each with the offset at which it stands in `text` if it does, or -1."""
        starts, ends = array("i"), array("i")
        others: list[str] = []
        length = 0
        for start, string in places:
            if start >= 0 and text.startswith(string, start):
                end = start + len(string)
            else:
                others.append(string)
                start, end = ~length, length + len(string)
                length = end
            starts.append(start)
            ends.append(end)
        return cls(text, starts, ends, "".join(others))

    def __len__(self) -> int:
        return len(self._starts)

    def _at(self, index: int) -> str:
        start, end = self._starts[index], self._ends[index]
        return self._others[~start:end] if start < 0 else self._text[start:end]


class Picked(_Column[T]):
    """The items of `whole` with these numbers."""

    __slots__ = ("_numbers", "_whole")

    def __init__(self, whole: Sequence[T], numbers: Iterable[int]) -> None:
        self._whole, self._numbers = whole, array("i", numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _at(self, index: int) -> T:
        return self._whole[self._numbers[index]]

    def values(self, name: str) -> Iterator[Any]:
        """One field of each; the records of a `Table` are not made for it."""
        if isinstance(self._whole, Table):
            return map(self._whole.column(name).__getitem__, self._numbers)
        return (getattr(self._whole[number], name) for number in self._numbers)
