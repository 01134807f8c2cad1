"""What the reading pane shows: a text, how its blocks are set, and the quiet lines around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from reader.columns import columns_of, values_of
from reader.library.wording import MONTHS
from reader.model import SHOWN, Article, Role, Span
from reader.text import one_line, printable
from reader.ui.widgets.reading.flow import Shape

_WORDS_A_MINUTE = 230  # silent reading of English non-fiction: 238 wpm in Brysbaert's review (2019)
_GLYPHS_A_MINUTE = 500  # Chinese, in characters
_SAMPLE = 20_000
_BULLETS = "-–—•*·‣▪◦"
_SHAPES: dict[str, Shape] = {
    "subhead": Shape(before=1),
    "caption": Shape(indent=4),
    "pull_quote": Shape(indent=4),
    "list": Shape(indent=2),
}


class Document(NamedTuple):
    """A text to read. `text` is the coordinate system of everything set on it.

    `blocks` are spans whose kind is a role of the model, "aside" (raw view: lifted into the meta line) or
    "hidden" (raw view: left out). `shapes` are set by the offset of a paragraph's start. `notices` are the
    labels in extra rows, by paragraph start and part (see `flow.Line`). The meta line is drawn in the extra
    row `meta_at`; `meta` are its pieces, to which minutes and progress are added. A `title` that does not stand
    in the text is drawn over it, in the extra row (0, -3).
    """

    text: str
    blocks: tuple[Span, ...] = ()
    shapes: Mapping[int, Shape] = {}
    notices: Mapping[tuple[int, int], str] = {}
    meta: tuple[str, ...] = ()
    meta_at: tuple[int, int] | None = None
    raw: bool = False
    minutes: float = 0.0
    title: str = ""

    @classmethod
    def plain(cls, text: str, meta: Sequence[str] = ()) -> Document:
        """`text` alone, every line a paragraph, under a meta line."""
        text = printable(text)
        shapes = {0: Shape(before=3)}
        return cls(text, shapes=shapes, meta=tuple(meta), meta_at=(0, -2))

    @classmethod
    def from_article(cls, article: Article, *, name: str | None = None) -> Document:
        """The clean view. A text without a headline goes by its title, or by `name`."""
        text = article.text
        blocks: list[Span] = []
        shapes: dict[int, Shape] = {}
        for _, role, start, at in shown_blocks(article):
            if role != "para":
                blocks.append(Span(start, at, role))
                _set_lines(shapes, text, start, at, role)
        headline = next((span for span in blocks if span.kind == "headline"), None)
        meta_at = (0, -2)
        if headline is not None:
            # The meta line belongs right under the headline; its last line carries the row.
            last = max(text.rfind("\n", headline.start, headline.end) + 1, headline.start)
            meta_at = (last, 1)
            shapes[last] = _grown(shapes.get(last), after=1)
        title = one_line(article.title or name or "") if headline is None else ""
        shapes[0] = _grown(shapes.get(0), before=1 if headline is not None else 4 if title else 3)
        return cls(text, tuple(blocks), shapes, {}, meta_of(article), meta_at, False, minutes_of(text), title)

    @classmethod
    def from_raw(cls, raw: str, articles: Sequence[Article], meta: Sequence[str] = ()) -> Document:
        """The file as it is, `raw`, with what its `articles` leave out dimmed and labelled in place."""
        spans: list[Span] = []
        labels: dict[int, list[str]] = {}
        last, said = "", _put_right(articles)
        fields = "raw_start", "raw_end", "role", "reason"
        blocks = [values for article in articles for values in values_of(article.blocks, *fields)]
        for begin, stop, role, reason in sorted(blocks, key=itemgetter(0)):
            kind = "hidden" if role == "furniture" else "" if role in SHOWN else "aside"
            start, end = _trimmed(raw, begin, stop)
            if start == end:
                continue
            if kind or role in ("headline", "subhead", "caption"):
                spans.append(Span(start, end, kind or role))
            label = _label(role, reason, kind)
            told = [*said.pop(begin, ()), *([label] if label and label != last else ())]
            if told:
                labels.setdefault(raw.rfind("\n", 0, start) + 1, []).extend(told)
            last = label
        shapes = {at: Shape(before=len(texts)) for at, texts in labels.items()}
        notices = {(at, i - len(texts)): text for at, texts in labels.items() for i, text in enumerate(texts)}
        first = len(labels.get(0, ()))
        shapes[0] = Shape(before=first + (3 if meta else 1))
        meta_at = (0, -first - 2) if meta else None
        return cls(printable(raw), tuple(spans), shapes, notices, tuple(meta), meta_at, True, minutes_of(raw))


def shown_blocks(article: Article) -> Iterator[tuple[int, Role, int, int]]:
    """The numbers and roles of the blocks that are shown, each with where it starts and ends in the article's text."""
    at = 0
    for number, (role, text) in enumerate(values_of(article.blocks, "role", "text")):
        if role not in SHOWN or not text:
            continue
        start = article.text.find(text, at)
        if start >= 0:
            at = start + len(text)
            yield number, role, start, at


def _set_lines(shapes: dict[int, Shape], text: str, start: int, end: int, role: str) -> None:
    shape = _SHAPES.get(role)
    if shape is None:
        return
    at = start
    while at < end:
        bullet = role == "list" and text[at] in _BULLETS and text[at + 1 : at + 2].isspace()
        before = shape.before if at == start else 0
        shapes[at] = Shape(before, shape.after, shape.indent, 2 if bullet else 0)
        at = text.find("\n", at, end) + 1 or end


def _grown(shape: Shape | None, before: int = 0, after: int = 0) -> Shape:
    old = shape or Shape()
    return Shape(old.before + before, old.after + after, old.indent, old.hang)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _label(role: str, reason: str, kind: str) -> str:
    if not kind:
        return ""
    name, said = "hidden" if kind == "hidden" else role, one_line(reason)
    return f"{name}: {said}" if said else name


def _put_right(articles: Sequence[Article]) -> dict[int, list[str]]:
    """What readers have put right, to be told where it is: by places in the file."""
    made: dict[int, list[str]] = {}
    for article in articles:
        if "split" in article.corrected:
            made.setdefault(article.blocks[0].raw_start, []).append("an article begins here, as you said")
        if "headline" in article.corrected:
            for block in article.blocks:
                if block.role == "headline" and block.raw_start < block.raw_end:
                    made.setdefault(block.raw_start, []).append(one_line(block.reason))
    return made


def meta_of(article: Article) -> tuple[str, ...]:
    """Source, date and author of `article`, those that are known, and whether readers have put something right."""
    date = date_label(article.published) if article.published else None
    known = (article.source, date, article.author, "corrected" if article.corrected else None)
    return tuple(one_line(piece) for piece in known if piece)


def date_label(iso: str) -> str:
    """An ISO 8601 date, or date and time, as people write it: `26 Mar 2020, 14:30`; else as it is."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    return f"{day}, {when:%H:%M}" if "T" in iso or ":" in iso else day


def minutes_of(text: str) -> float:
    """How long a quiet reading of `text` takes, judged by its first 20,000 characters."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    glyphs = sum(map(sample.count, _glyphs(sample)))
    words = len(sample.split())
    return (words / _WORDS_A_MINUTE + glyphs / _GLYPHS_A_MINUTE) * len(text) / len(sample)


def _glyphs(text: str) -> Iterable[str]:
    return (char for char in set(text) if "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af")


# ------------------------------------------------------------ the same place in both views


def raw_place(article: Article, raw: str, offset: int) -> int:
    """The offset in `raw` of the character at `offset` of the article's text."""
    number = -1
    for number, _, start, at in shown_blocks(article):
        if offset <= at:
            block = article.blocks[number]
            marks = _marks(block.text[: max(0, offset - start)])
            return _after_marks(raw, block.raw_start, block.raw_end, marks)
    return article.blocks[number].raw_start if number >= 0 else 0


def clean_place(article: Article, raw: str, offset: int) -> int:
    """The offset in the article's text of the character at `offset` of `raw`, or of what follows it."""
    starts, ends = columns_of(article.blocks, "raw_start", "raw_end")
    for number, _, start, at in shown_blocks(article):
        if offset < ends[number]:
            marks = _marks(raw[starts[number] : max(offset, starts[number])])
            return _after_marks(article.text, start, at, marks)
    return len(article.text)


def _marks(text: str) -> int:
    """How many characters of `text` leave ink; white space may differ between the two views."""
    return sum(map(len, text.split()))


def _after_marks(text: str, start: int, end: int, count: int) -> int:
    for at in range(start, end):
        if not text[at].isspace():
            if not count:
                return at
            count -= 1
    return end
