"""Groups of words that are used alike, after word vectors: "Mosul" is with "Kirkuk", "Lufthansa" with "Qantas".

The table `data/clusters.txt` is written by tools/word_clusters.py. Its first line is the wide group of each narrow
one, two characters each; every other line is a word in lower case, a tab, the two characters of its narrow group, one
for how much it is used like names of people and of places, and one for those of bodies; in the order of their bytes.
"""

from __future__ import annotations

from functools import cache

from reader.detect.lexicon import DATA
from reader.detect.sorted_lines import SortedLines

#: The characters that two of write a number below 4,096.
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-"


#: Likenesses are written as one of so many steps.
STEPS = 8


class Clusters:
    """Looks up what the table says of words."""

    def __init__(self, table: bytes) -> None:
        head = table.index(b"\n")
        self._wide = table[:head].decode()
        self._lines = SortedLines(table, head + 1)

    def of(self, word: str) -> tuple[str, ...]:
        """The features of a word in lower case, its wide group first; none for one that is not in the table."""
        at = self._lines.behind(word, b"\t")
        if at < 0:
            return ()
        code = self._lines.table[at : at + 4].decode()
        number = 2 * (DIGITS.index(code[0]) * len(DIGITS) + DIGITS.index(code[1]))
        person, place = divmod(DIGITS.index(code[2]), STEPS)
        return self._wide[number : number + 2], "n" + code[:2], f"p{person}", f"l{place}", "g" + code[3]


@cache
def word_clusters() -> Clusters:
    """The shipped table."""
    return Clusters((DATA / "clusters.txt").read_bytes())
