"""Articles that begin where a reader said, and no article where none does: the borders in a file drawn anew."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reader.folding import fold_text
from reader.model import SHOWN, Article, Block, Correction

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices

_LINE = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)
_WHOLE = 40  # characters of a line from which on its beginning is enough
_AROUND = 80  # characters kept of what stands before and behind
_LONGEST = 160  # characters kept of a line
_ALIKE = 0.75  # the share of words that a line still has where it has been edited
_JOINED = "of the article above, as you said"


def redrawn(
    articles: tuple[Article, ...], text: str, said: Sequence[Correction], choices: Choices
) -> tuple[Article, ...]:
    """The articles of the file `text` with borders drawn and taken away as was `said`; numbered anew."""
    places = [(each, place_of(each, articles, text)) for each in said]
    starts = {place for each, place in places if place is not None and each.action == "split"}
    found = _split(articles, text, sorted(starts), choices)
    for each, place in places:
        if place is not None and each.action == "join":
            found = _joined(found, place)
    return tuple(
        article if article.index == number else renumbered(article, number)
        for number, article in enumerate(found)
    )


def place_of(said: Correction, articles: Sequence[Article], text: str) -> int | None:
    """Where the line that a correction of a border speaks of begins in the file, None where that is not sure.

    Of lines that say it word for word, else in other letters and spaces, else much the same, the one whose neighbours
    are most like those it had.
    """
    wanted = fold_text(said.text).strip()
    if not wanted:
        return None
    same = _verbatim(said.text.strip(), articles, text) or _like(said.text, wanted, articles, text)
    if len(same) < 2:
        return same[0] if same else None
    scored = sorted((-_fit(said, text, start), start) for start in same)
    return scored[0][1] if scored[0][0] < scored[1][0] else None


def _verbatim(line: str, articles: Sequence[Article], text: str) -> list[int]:
    """Where a line, or the beginning of a long one, stands just so."""
    found, at, blocks = list[int](), text.find(line), set[int]()
    while at >= 0:
        is_all = len(line) >= _WHOLE or _line_at(text, at).rstrip() == line
        if (
            is_all and text[text.rfind("\n", 0, at) + 1 : at].strip()
        ):  # within a line, where a block may begin
            blocks = blocks or {block.raw_start for article in articles for block in article.blocks}
            is_all = at in blocks
        found += [at] * is_all
        at = text.find(line, at + 1)
    return found


def _like(said: str, wanted: str, articles: Sequence[Article], text: str) -> list[int]:
    starts = {found.end() for found in _LINE.finditer(text)}
    starts.update(block.raw_start for article in articles for block in article.blocks)
    size = len(said) * 2 + 40  # room for more white space than it had
    lines = [(at, fold_text(_line_at(text, at)[:size]).strip()) for at in sorted(starts) if at < len(text)]
    same = [at for at, line in lines if line == wanted or (len(wanted) >= _WHOLE and line.startswith(wanted))]
    mine = frozenset(wanted.split())
    return same or [at for at, line in lines if _likeness(mine, line) >= _ALIKE]


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)]


def _likeness(words: Collection[str], line: str) -> float:
    other = set(line.split())
    return 2 * len(other.intersection(words)) / max(1, len(other) + len(words))


def _fit(said: Correction, text: str, start: int) -> int:
    """How many characters before and behind a line are as they were."""
    end = start + len(_line_at(text, start))
    before = fold_text(text[max(0, start - 3 * _AROUND) : start]).strip()
    behind = fold_text(text[end : end + 3 * _AROUND]).strip()
    prefix, suffix = fold_text(said.prefix).strip(), fold_text(said.suffix).strip()
    return _common(prefix[::-1], before[::-1]) + _common(suffix, behind)


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def quote(text: str, start: int) -> tuple[str, str, str]:
    """The line that begins at `start`, or the beginning of a long one, and what stands before and behind it."""
    line = _line_at(text, start)
    short = line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]
    behind = start + len(line)
    before = " ".join(text[max(0, start - 3 * _AROUND) : start].split())[-_AROUND:]
    return short.strip(), before, " ".join(text[behind : behind + 3 * _AROUND].split())[:_AROUND]


# ------------------------------------------------------------------ drawing


def begin(article: Article) -> int:
    """Where an article begins in its file."""
    return article.blocks[0].raw_start if article.blocks else 0


def holder(articles: Sequence[Article], place: int) -> int:
    """The number of the article of a file, all of which are `articles`, that holds a place of it."""
    return max(0, bisect_right(articles, place, key=begin) - 1)


def _split(articles: Sequence[Article], text: str, starts: Sequence[int], choices: Choices) -> list[Article]:
    firsts = list(map(begin, articles))
    cuts = {
        number: list(places)
        for number, places in groupby(starts, lambda start: max(0, bisect_right(firsts, start) - 1))
    }
    made: list[Article] = []
    for number, article in enumerate(articles):
        last = firsts[number + 1] if number + 1 < len(firsts) else len(text)
        made += _parts(article, text, cuts.get(number, []), last, choices)
    return made


def _parts(article: Article, text: str, cuts: list[int], last: int, choices: Choices) -> list[Article]:
    """An article that ends at `last` cut at those places before which, and behind, there is something to read."""
    made, begun = [article], 0
    for start, end in zip(cuts, [*cuts[1:], last]):
        above = _until(made[-1].blocks, start, text)
        is_text = any(block.role in SHOWN for block in above)
        below = (
            _read(article.file, text, start if is_text else begun, end, choices) if is_text or begun else None
        )
        if below is None:
            continue
        if is_text:
            made[-1:] = [remade(made[-1], above), below]
            begun = start
        else:
            made[-1] = below
    return made


def _until(blocks: Iterable[Block], end: int, text: str) -> list[Block]:
    """The blocks before `end`; one that goes on there is cut."""
    made = [block for block in blocks if block.raw_start < end]
    if made and made[-1].raw_end > end:
        part = " ".join(text[made[-1].raw_start : end].split())
        made[-1:] = [replace(made[-1], text=part, raw_end=end)] if part else []
    return made


def _read(file: str, text: str, start: int, end: int, choices: Choices) -> Article | None:
    """The part of a file that is one article, as the parser reads it by itself; None for blanks."""
    from reader.parsing import parse_part

    hidden, shown = frozenset(choices.hidden), frozenset(choices.shown)
    found = parse_part(text, start, end, file=file, hidden=hidden, shown=shown)
    if not found:
        return None
    first, *others = found
    blocks = [*first.blocks, *(_below(block) for other in others for block in other.blocks)]
    return remade(first, blocks, corrected=("split",))


def _joined(articles: list[Article], place: int) -> list[Article]:
    """The article that begins at `place` made part of the one above."""
    number = holder(articles, place)
    if not number:
        return articles
    above, below = articles[number - 1], articles[number]
    if any(block.role in SHOWN and block.raw_end <= place for block in below.blocks):
        return articles  # none begins there any more
    blocks = [*above.blocks, *map(_below, below.blocks)]
    corrected = tuple(dict.fromkeys((*above.corrected, "join")))
    return [*articles[: number - 1], remade(above, blocks, corrected=corrected), *articles[number + 1 :]]


def _below(block: Block) -> Block:
    """A block of a head that is none: its line is one of the text."""
    if block.role == "headline":
        return replace(block, role="subhead", reason=_JOINED)
    return replace(block, role="para", reason=_JOINED) if block.role in ("byline", "dateline") else block


def remade(article: Article, blocks: Sequence[Block], **fields: Any) -> Article:
    """The article with other blocks, and other `fields`."""
    from reader.parsing.build import fingerprint

    text = "\n\n".join([block.text for block in blocks if block.role in SHOWN])
    return replace(article, blocks=tuple(blocks), text=text, digest=fingerprint(text), **fields)


def renumbered(article: Article, number: int) -> Article:
    """The article as the one of its file with that number."""
    return replace(article, id=f"{article.file}#{number}", index=number)
