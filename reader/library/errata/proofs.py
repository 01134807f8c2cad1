"""Articles proofread: corrections of their heads and of where they begin made, listed, and taken back.

Nothing is saved here: a `Mark` says which corrections go and which come, for `Library.exchange`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.annotation import OF_ARTICLES, OF_BORDERS, OF_HEADS
from reader.library.contents import ArticleMissing, Contents
from reader.library.errata.applying import FIELDS, day_of, meant, opening_of, value_of
from reader.library.errata.borders import begin, holder, place_of, quote
from reader.model import SHOWN, Article, Correction

if TYPE_CHECKING:
    from reader.annotation import CorrectionAction


class Mark(NamedTuple):
    """What a change of corrections is: those that go, and those that come."""

    gone: tuple[Correction, ...] = ()
    made: tuple[Correction, ...] = ()


class Unclear(ValueError):
    """A correction that makes no sense; says why in words for the reader."""


class Proofs:
    """The corrections of the articles of one library."""

    def __init__(self, contents: Contents, corrections: Callable[[], tuple[Correction, ...]]) -> None:
        self._contents, self._corrections = contents, corrections

    def every(self) -> list[Correction]:
        """All corrections of articles, in the order in which they count."""
        return [each for each in self._corrections() if each.action in OF_ARTICLES]

    def of(self, article: str) -> list[Correction]:
        """Those that are in force on an article: of its head, of where it begins, of what was joined to it. Raises:
        ArticleMissing."""
        here = self._contents.article(article)
        said = [each for each in self.every() if each.file == here.file]
        if not said:
            return []
        every, text = self._contents.articles(here.file), self._contents.raw(here.file)
        end = begin(every[here.index + 1]) if here.index + 1 < len(every) else len(text)
        return [each for each in said if _is_on(each, here, every, text, begin(here), end)]

    # ------------------------------------------------------------------ made

    def head(self, article: str, action: CorrectionAction, value: str) -> Mark:
        """That the headline, date, author or source of an article is `value`, "" for none. Raises: Unclear for a date
        that is none, ArticleMissing."""
        here = self._contents.article(article)
        value = " ".join(value.split())
        if action == "date" and value:
            try:
                value = day_of(value)
            except ValueError as error:
                raise Unclear(str(error)) from None
        before = self._alone(article, action)
        read = before[-1].text if before else getattr(here, FIELDS[action]) or ""
        if value == read:
            return Mark(tuple(before))
        opening = opening_of(here)
        return Mark(tuple(before), (Correction("", action, read, value, article, "", opening),))

    def _alone(self, article: str, action: str) -> list[Correction]:
        """The corrections of one field of an article that are not of others too."""
        every = self._contents.articles(self._contents.article(article).file)
        return [each for each in self.of(article) if each.action == action and len(meant(each, every)) == 1]

    def begins(self, article: str, at: int) -> Mark:
        """That an article begins in the line at `at`, an offset in the file of `article`. Raises: Unclear where one
        does or nothing stands before, ArticleMissing."""
        file = self._contents.article(article).file
        every, text = self._contents.articles(file), self._contents.raw(file)
        start = _line(text, at, every)
        if start >= len(text):
            raise Unclear("Nothing stands there that an article could begin with.")
        here = every[holder(every, start)]
        joins = [
            each
            for each in self.every()
            if each.action == "join" and each.file == file and place_of(each, every, text) == start
        ]
        if joins:
            return Mark(tuple(joins))
        if not any(block.role in SHOWN and block.raw_start < start for block in here.blocks):
            raise Unclear("An article begins here already.")
        return Mark((), (_border("split", every, text, start, here),))

    def joins(self, article: str) -> Mark:
        """That an article belongs to the one above. Raises: Unclear for the first of a file, ArticleMissing."""
        here = self._contents.article(article)
        if not here.index:
            raise Unclear("This is the first article of its file.")
        splits = [each for each in self.of(article) if each.action == "split"]
        if splits:
            return Mark(tuple(splits))
        every, text = self._contents.articles(here.file), self._contents.raw(here.file)
        first = next((b.raw_start for b in here.blocks if b.role != "furniture"), begin(here))
        return Mark((), (_border("join", every, text, first, here),))

    def as_read(self, article: str, actions: Sequence[str] = (*OF_HEADS, *OF_BORDERS)) -> Mark:
        """That an article is as it was read, in these matters. Raises: ArticleMissing."""
        return Mark(tuple(each for each in self.of(article) if each.action in actions))

    # ------------------------------------------------------------------ looked over

    def unfound(self) -> Iterator[tuple[Correction, str]]:
        """The corrections that have no effect, each with the reason."""
        return ((said, why) for said, _, why in self.looked_over() if why)

    def looked_over(self) -> Iterator[tuple[Correction, list[str], str]]:
        """Each correction, the articles that it is in force on, and why on none."""
        said: dict[str, list[Correction]] = {}
        for each in self.every():
            said.setdefault(each.file, []).append(each)
        for file, of_file in said.items():
            try:
                every, text = self._contents.articles(file), self._contents.raw(file)
            except ArticleMissing as error:
                yield from ((each, [], str(error)) for each in of_file)
                continue
            last: dict[tuple[str, int], str] = {}  # which correction counts for a field of an article
            effects = [(each, *_effect(each, every, text)) for each in of_file]
            for each, numbers, _ in effects:
                last |= {(each.action, number): each.id for number in numbers}
            for each, numbers, why in effects:
                counts = [n for n in numbers if each.action in OF_BORDERS or last[each.action, n] == each.id]
                if numbers and not counts:
                    why = (
                        f"correction {last[each.action, numbers[0]]} of the same {each.action} comes after it"
                    )
                yield each, [every[number].id for number in counts], f"{file}: {why}" if why else ""


def _is_on(
    said: Correction, here: Article, every: Sequence[Article], text: str, start: int, end: int
) -> bool:
    if said.action in OF_HEADS:
        return here.index in meant(said, every)
    place = place_of(said, every, text)
    if place is None or said.action not in here.corrected:
        return False
    return place == start if said.action == "split" else start < place < end


def _line(text: str, at: int, articles: Sequence[Article]) -> int:
    """Where the line, or a block in it, begins that holds `at`, white space aside."""
    at = min(max(at, 0), len(text))
    start = text.rfind("\n", 0, at) + 1
    inner = [b.raw_start for each in articles for b in each.blocks if start < b.raw_start <= at]
    start = max(inner, default=start)
    return len(text) - len(text[start:].lstrip())


def _border(
    action: CorrectionAction, every: Sequence[Article], text: str, start: int, article: Article
) -> Correction:
    """The correction at a line. Raises: Unclear where another line has the same words and neighbours."""
    line, before, behind = quote(text, start)
    made = Correction("", action, line, "", article.id, "", "", before, behind)
    if place_of(made, every, text) != start:
        raise Unclear("Another line of the file says just the same, and nothing around it tells them apart.")
    return made


def _effect(said: Correction, every: Sequence[Article], text: str) -> tuple[list[int], str]:
    """The numbers of the articles that a correction is in force on; where there are none, why."""
    if said.action in OF_HEADS:
        try:
            value_of(said)
        except ValueError as error:
            return [], f"the date is put right to {error}"
        numbers = meant(said, every)
        return (
            numbers,
            "" if numbers else f"the article whose {said.action} was put right is not in it any more",
        )
    place = place_of(said, every, text)
    if place is None:
        line = said.text if len(said.text) <= 60 else f"{said.text[:59]}…"
        return [], f"the line “{line}”, where {_MEANT[said.action]}, is not in it any more, or more than once"
    return [holder(every, place)], ""


_MEANT = {"split": "an article was to begin", "join": "none was to begin"}
