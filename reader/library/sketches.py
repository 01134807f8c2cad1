"""What near-duplicates are found by: a small sketch of an article's shingles.

A one-permutation MinHash (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012): every run of four words
is hashed once, the hashes fall into bins, and each bin keeps its smallest. The share of equal bins estimates
the share of common runs. Empty bins are filled from their neighbour to the right, with a step added
(Shrivastava, Li: Densifying One Permutation Hashing, ICML 2014).
"""

from __future__ import annotations

import re
import zlib

BINS = 36
_WORD = re.compile(r"\w+")
_MASK = (1 << 61) - 1  # a Mersenne prime's worth of bits
_NONE = 1 << 64  # above all hashes


class _Hashes(dict[str, int]):
    """A stable number for every word, computed once."""

    def __missing__(self, word: str) -> int:
        number = zlib.crc32(word.encode("utf-8", "replace")) * 0x9E3779B97F4A7C15 & _MASK
        if len(self) > 200_000:
            self.clear()
        self[word] = number
        return number


_HASHES = _Hashes()


def shingles(text: str) -> set[int]:
    """The hashes of all runs of four words (of the words themselves in a very short text)."""
    numbers = list(map(_HASHES.__getitem__, _WORD.findall(text.lower())))
    if len(numbers) < 4:
        return set(numbers)
    # Python's hash of a tuple of numbers is the same in every process, unlike that of text.
    return set(map(hash, zip(numbers, numbers[1:], numbers[2:], numbers[3:])))


def sketch(text: str) -> bytes:
    """`BINS` times two bytes; b"" for a text too short to be anything's copy."""
    found = shingles(text)
    if len(found) < 8:
        return b""
    least = [_NONE] * BINS
    for number in found:  # many times quicker than to sort those of a long text
        place = number % BINS
        if number < least[place]:
            least[place] = number
    bins = [number // BINS % 65_535 + 1 if number < _NONE else 0 for number in least]
    if 0 in bins:
        filled = bins[:]
        for i in range(BINS):
            step = 0
            while not bins[(i + step) % BINS]:
                step += 1
            if step:
                filled[i] = (bins[(i + step) % BINS] + step * 7_919) % 65_535 + 1
        bins = filled
    return b"".join(number.to_bytes(2, "little") for number in bins)


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share (0 to 1) of runs that two sketched texts have in common."""
    if not one or not other:
        return 0.0
    return sum(one[i : i + 2] == other[i : i + 2] for i in range(0, BINS * 2, 2)) / BINS
