"""The same story elsewhere: near-duplicates and what they change, and several articles side by side."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from reader.export.material import heading
from reader.export.scope import Scope
from reader.library.records import ComparedFigure, Comparison, Copy
from reader.library.stories import RIVALS
from reader.library.wording import figure_text, letter
from reader.sentences import sentence_at
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.browse import Browse
from reader.ui.trail import Goal
from reader.ui.widgets.record_lists import PlainList, flat, lines_of

if TYPE_CHECKING:
    from reader.ui.room import Room

_Line = list[tuple[str, str]]  # pieces of text, each with its look
_Row = tuple[_Line, "Goal | None"]  # and where Enter leads
_MOST_PEOPLE, _NAMES = 60, 60  # people, and the cells at most that their names take


class _Report(Browse):
    """Lines, some of which lead to an article."""

    def __init__(self, main: Room, empty: str) -> None:
        super().__init__(main, PlainList(empty=empty))
        self._goals: list[Goal | None] = []
        self._articles: Sequence[str] = ()
        self._title = ""

    def write(self) -> list[_Row]:
        """The lines and where each leads; runs in a worker."""
        raise NotImplementedError

    def load(self, query: str) -> tuple[Sequence[_Line], str]:
        """The lines."""
        lines = self.write()
        self._goals = [goal for _, goal in lines]
        return [line for line, _ in lines], self._title

    def show_summary(self, said: str) -> None:
        """The title."""
        self.head(Content.assemble((said, "bold $accent")))

    def goal(self, row: _Line) -> Goal | None:
        """Where the line under the cursor leads."""
        at = self.list.cursor
        return self._goals[at] if at < len(self._goals) else None

    def exported(self) -> Scope:
        """The articles shown, with their figures, people and notes."""
        title = wording.count(len(self._articles), "article")
        return Scope(parts=("figures", "people", "notes"), articles=self._articles, title=title)

    def exported_of(self, rows: Sequence[_Line]) -> Scope:
        """The same: single lines are not exported."""
        return self.exported()

    @property
    def wide(self) -> int:
        """Columns for text."""
        return max(30, self.app.size.width - 4)


class Duplicates(_Report):
    """The near-duplicates of an article: what each adds, lacks and words otherwise."""

    def __init__(self, main: Room, article: str) -> None:
        super().__init__(main, "No near-duplicate of this article is known.")
        self._article = article

    def write(self) -> list[_Row]:
        """One block a copy."""
        lines: list[_Row] = []
        copies: tuple[Copy, ...] = self.session.library.duplicates(self._article)
        self._articles = [self._article, *(copy.article for copy in copies)]
        known = wording.count(len(copies), "near-duplicate")
        self._title = f"{known} of this article; Enter opens one" if copies else "Near-duplicates"
        for copy in copies:
            goal = Goal(copy.article, 0, 0)
            facts = (*_whence(copy.source, copy.published, copy.article), f"{copy.share:.0%} the same text")
            about = f"   {' · '.join(facts)}"
            lines += [([(f" {one_line(copy.title)}", "unread")], goal), ([(about, "meta")], goal)]
            for sentence in copy.adds:
                lines += self._marked("+ ", "hit", sentence, copy.article)
            for sentence in copy.lacks:
                lines += self._marked("− ", "bad", sentence, self._article)
            for ours, theirs in copy.changes:
                here, there = _told_apart(one_line(ours).split(), one_line(theirs).split())
                here_rows, there_rows = _wrapped(here, self.wide - 12), _wrapped(there, self.wide - 12)
                lines += self._lead("here  ", "meta", here_rows, _goal_of(self._article, ours))
                lines += self._lead("there ", "meta", there_rows, _goal_of(copy.article, theirs))
            lines.append(([("", "")], None))
        return lines

    def _marked(self, mark: str, style: str, text: str, article: str) -> list[_Row]:
        rows = lines_of(text, self.wide - 10, "title", "")
        return self._lead(mark, style, rows, _goal_of(article, text))

    def _lead(self, mark: str, style: str, rows: Sequence[_Line], goal: Goal) -> list[_Row]:
        """`rows` behind a mark on the first of them."""
        return [
            ([(f"     {mark if number == 0 else ' ' * len(mark)}", style), *row], goal)
            for number, row in enumerate(rows)
        ]


def _goal_of(article: str, sentence: str) -> Goal:
    """The sentence, wherever it stands in the article."""
    return Goal(article, 0, len(sentence), sentence)


def _is_alone(row: ComparedFigure) -> bool:
    """Whether one article alone gives the figures of a row."""
    return sum(map(bool, row.cells)) < 2


def _headed(title: str) -> list[_Row]:
    """A heading with an empty line above it."""
    return [([("", "")], None), ([(f" {title}", "heading")], None)]


def _people_lines(found: Comparison) -> list[_Row]:
    """Each person under all names, and behind them, below one another, in how many sentences of each article."""
    people = [
        (person, one_line(person.name), "".join(f" / {one_line(other)}" for other in person.also))
        for person in islice(found.people, _MOST_PEOPLE)
    ]
    column = min(max((cell_len(name + also) for _, name, also in people), default=0) + 2, _NAMES)
    lines: list[_Row] = []
    for person, name, also in people:
        marks = "  ".join(f"{letter(n)} {count or '–':>2}" for n, count in enumerate(person.mentions))
        gap = " " * max(column - cell_len(name + also), 1)
        lines.append(([(f"   {name}", "person"), (f"{also}{gap}", "meta"), (marks, "meta")], None))
    return lines


def _whence(source: str | None, published: str | None, article: str) -> list[str]:
    """Where an article is from and of which day; its file where that is all there is to tell it from others."""
    return [one_line(part) for part in (source or article, wording.day(published)) if part]


def _told_apart(ours: Sequence[str], theirs: Sequence[str]) -> tuple[_Line, _Line]:
    """The words of two sentences, those that only one has marked."""
    here: _Line = []
    there: _Line = []
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        style = "title" if what == "equal" else "hit"
        here += [(word, style) for word in ours[a:b]]
        there += [(word, style) for word in theirs[c:d]]
    return here, there


def _wrapped(words: _Line, width: int) -> list[_Line]:
    """Styled words over lines of at most `width` cells."""
    lines: list[_Line] = [[]]
    used = 0
    for word, style in words:
        cells = cell_len(word)
        if used and used + cells > width:
            lines.append([])
            used = 0
        lines[-1].append((f"{word} ", style))
        used += cells + 1
    return lines


class Compared(_Report):
    """Whom each of several articles names, and where their figures for one thing differ."""

    def __init__(self, main: Room, ids: Sequence[str]) -> None:
        super().__init__(main, "There is nothing to compare.")
        self._ids = list(ids)

    def write(self) -> list[_Row]:
        """Articles, figures that differ, people, other figures."""
        library, ids = self.session.library, self._ids
        more = 0
        if len(ids) == 1:
            others = library.accounts(ids[0])
            more = max(0, len(others) - RIVALS)
            ids = [*ids, *others[:RIVALS]]
        found: Comparison = library.compare(ids)
        self._articles = [article.id for article in found.articles]
        count = len(found.articles)
        self._title = f"{count} articles side by side; Enter opens one" if count > 1 else "Compare"
        if more:
            self._title += f". {more} more tell{'s' if more == 1 else ''} this story: v in the list chooses"
        lines: list[_Row] = []
        for number, article in enumerate(found.articles):
            about = " · ".join(_whence(article.source, article.published, article.id))
            head = f" {letter(number)}  {one_line(heading(article))}"
            lines.append(([(head, "unread"), (f"   {about}", "meta")], Goal(article.id, 0, 0)))
        if count < 2:
            said = " No other article tells this story. In the list, v selects what to compare."
            return [*lines, ([(said, "meta")], None)]
        lines += self._figures(found)
        if found.people:
            lines += _headed("People, and in how many sentences") + _people_lines(found)
        return lines

    def _figures(self, found: Comparison) -> list[_Row]:
        """The figures under three headings: where articles differ, where they agree, and what one alone gives."""
        lines: list[_Row] = []
        for title, rows in (
            ("Figures that differ", [row for row in found.figures if row.differs]),
            ("Figures that agree", [row for row in found.figures if not (row.differs or _is_alone(row))]),
            ("Figures that one article gives", [row for row in found.figures if _is_alone(row)]),
        ):
            if rows:
                lines += _headed(title)
            for row in rows:
                lines += self._figure_lines(row, found)
        return lines

    def _figure_lines(self, row: ComparedFigure, found: Comparison) -> list[_Row]:
        """What a quantity is, then each article's figures for it, each in its sentence; one that is the name of
        the quantity is not said again."""
        lines: list[_Row] = []
        alone = _is_alone(row)
        if not alone:
            lines.append(([(f"   {one_line(row.label)}", "title")], None))
        for number, cell in enumerate(row.cells):
            for figure, sentence in cell[:2]:
                article = found.articles[number]
                begin, _ = sentence_at(article.text, figure.start)
                goal = Goal(article.id, figure.start, figure.end, sentence, begin)
                lead = f"{'   ' if alone else '      '}{letter(number)}  "
                value = figure_text(figure)
                line = [(lead, "title"), (value, "figure")]
                if alone or sentence != row.label:
                    at = figure.start - begin
                    room = self.wide - cell_len(lead + value) - 3
                    parts = wording.clip_around(sentence, at, at + figure.end - figure.start, room)
                    before, mark, after = map(flat, parts)
                    line += [(f"   {before}", "meta"), (mark, "title"), (after, "meta")]
                lines.append((line, goal))
        return lines
