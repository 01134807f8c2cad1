"""Long tables of words, kept as the bytes they were read as: they open at once and are searched by blocks."""

from __future__ import annotations

from bisect import bisect_right

#: Bytes of the table between two lines whose words are kept to find the others by.
_BLOCK = 1024


class SortedLines:
    """Lines in the order of their bytes; each is a word, or a word, a tab and what is said of it.

    `start` is the offset of the first line; the table ends with a line feed.
    """

    def __init__(self, table: bytes, start: int = 0) -> None:
        self.table = table
        self._starts: list[int] = []
        self._words: list[bytes] = []
        while 0 <= start < len(table):
            self._starts.append(start)
            self._words.append(table[start : table.index(b"\n", start)].partition(b"\t")[0])
            start = table.find(b"\n", start + _BLOCK) + 1 or -1
        self._starts.append(len(table))

    def behind(self, word: str, mark: bytes) -> int:
        """The offset behind the line's `word` and the tab or line feed `mark`, -1 where there is no such line."""
        key = word.encode("utf-8", "replace")
        block = bisect_right(self._words, key) - 1
        if block < 0:
            return -1
        start, key = self._starts[block], key + mark
        if self.table.startswith(key, start):
            return start + len(key)
        at = self.table.find(b"\n" + key, start, self._starts[block + 1])
        return at + 1 + len(key) if at >= 0 else -1
