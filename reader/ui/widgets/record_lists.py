"""Lists over the whole library: passages, people, figures, notes. All lazy, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.content import Content

from reader.library.records import Companion, Hit, LedgerRow, PersonEntry
from reader.library.wording import figure_text
from reader.model import Note
from reader.text import in_quotes, one_line, printable
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece, titled
from reader.ui.widgets.notes_list import OTHER_VERSION, category_word, other_tags
from reader.ui.wording import fit


class PassageList(LineList):
    """Rows are `Hit`, a line each: the sentence cut around what is found in it first, with what else is found lit too.

    The title of its article stands beside the first hit, or above it where the screen is narrow.
    """

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")
    _narrow = False

    def __init__(self, *, empty: str) -> None:
        super().__init__(empty=empty)
        self._found: dict[tuple[str, int], list[tuple[int, int]]] = {}  # sentence → what is found in it

    def by_sentence(self, hits: Sequence[Hit]) -> list[Hit]:
        """The first hit of each sentence, for `set_rows`; the others are lit with it."""
        self._found = {}
        rows = []
        for hit in hits:
            if (found := self._found.get(hit.sentence_place)) is None:
                found = self._found[hit.sentence_place] = []
                rows.append(hit)
            found.append((hit.passage.start, hit.passage.end))
        return rows

    def on_resize(self) -> None:
        """Titles stand beside the passages or above them."""
        if self._narrow != (self.size.width < _WIDE):
            self._narrow = not self._narrow
            self.set_rows(self.rows, self.cursor, quiet=True)
        super().on_resize()

    def headings(self) -> Sequence[tuple[int, str]]:
        """The titles, where there is no room beside the passages."""
        if not self._narrow:
            return ()
        found: list[tuple[int, str]] = []
        before = ""
        for at, row in enumerate(self.rows):
            if row.article != before:
                before = row.article
                title, day = one_line(row.title or row.article), wording.day(row.published)
                room = max(self.size.width - cell_len(day) - 5, 10)
                found.append((at, f"{fit(title, room)} {day}"))
        return found

    def draw(self, row: Hit, index: int, width: int) -> Sequence[Line]:
        """Day, title and the sentence around the hit."""
        if self._narrow:
            return [[Piece("   "), *self._around(row, width - 4)]]
        day = wording.day(row.published)
        again = index > 0 and self.rows[index - 1].article == row.article
        title = "" if again else one_line(row.title or row.article)
        side = min(max(width // 4, 24), 44)
        return [
            [
                Piece(f" {'' if again else day:>11}  ", "meta"),
                Piece(fit(title, side), "title"),
                Piece("  "),
                *self._around(row, width - side - 17),
            ]
        ]

    def _lit(self, row: Hit) -> list[tuple[int, int]]:
        """What is found in the sentence of a row, the hit of the row first; places in the sentence."""
        start, length = row.passage.sentence_start, len(row.passage.sentence)
        every = [(row.passage.start, row.passage.end), *self._found.get(row.sentence_place, ())]
        places: list[tuple[int, int]] = []
        reached = 0
        for first, last in ((max(first - start, 0), min(last - start, length)) for first, last in every):
            if first >= reached or not places:
                places.append((first, max(last, first)))
                reached = last
        return places

    def _around(self, row: Hit, width: int) -> Line:
        """The sentence of a row in `width` cells."""
        said, ((start, end), *others) = row.passage.sentence, self._lit(row)
        before, mark, after = wording.clip_around(said, start, end, width)
        whole = len(after) - (len(after) < len(said) - end)  # of what comes after, without the ellipsis
        line = [Piece(before, "meta"), Piece(mark, "hit")]
        at = 0
        for first, last in others:
            if last - end <= whole:
                line += [
                    Piece(after[at : first - end], "meta"),
                    Piece(after[first - end : last - end], "hit"),
                ]
                at = last - end
        return [*line, Piece(after[at:], "meta")]

    def detail(self, row: Hit, width: int) -> Content:
        """Title, day, source and the whole sentence of a row, for `width` columns."""
        said = row.passage.sentence
        pieces: list[Any] = []
        at = 0
        for start, end in self._lit(row):
            pieces += [flat(said[at:start]), (flat(said[start:end]), "$hit bold")]
            at = end
        facts = (wording.day(row.published), row.source, row.article)
        return Content.assemble(
            *detail_head(row.title or row.article, facts, width), *pieces, flat(said[at:])
        )


_WIDE = 100  # columns from which title and passage stand side by side
_WITH_SOURCE, _SOURCE = (
    130,
    16,
)  # columns from which a figure has its source beside it, and those of the source


def detail_head(title: str, facts: Sequence[str], width: int) -> list[tuple[str, str]]:
    """The first line of a detail: the title, and of the facts what has room beside it."""
    about = ""
    for fact in filter(None, map(one_line, facts)):
        if cell_len(about) + cell_len(fact) + 3 < width // 2:
            about += f"   {fact}"
    title = one_line(title)
    room = max(width - cell_len(about) - 3, 10)
    return [(fit(title, room) if cell_len(title) > room else title, "bold"), (f"{about}\n", "$dim")]


def flat(text: str) -> str:
    """`text` harmless and on one line, with the spaces at its ends."""
    return printable(text).replace("\n", " ").replace("\t", " ")


class PeopleIndex(LineList):
    """Rows are `PersonEntry`: name, titles, spellings, counts, dates."""

    PANE = "people"
    BINDINGS: ClassVar = bindings("people")
    row_height = 2

    def draw(self, row: PersonEntry, index: int, width: int) -> Sequence[Line]:
        """Name and counts; titles and other spellings."""
        counts = f"{wording.count(row.articles, 'article')}, {wording.count(row.mentions, 'mention')}"
        return _person_lines(row, counts, wording.days(row.first, row.last), width)


class CompanyList(LineList):
    """Rows are `Companion`: name, titles, spellings, articles in common, their dates."""

    PANE = "people"
    BINDINGS: ClassVar = bindings("people")
    row_height = 2

    def draw(self, row: Companion, index: int, width: int) -> Sequence[Line]:
        """Name and counts; titles and other spellings."""
        counts = f"{row.articles:,} of {wording.count(row.person.articles, 'article')}"
        return _person_lines(row.person, counts, wording.days(row.first, row.last), width)


def _person_lines(person: PersonEntry, counts: str, days: str, width: int) -> Sequence[Line]:
    """Name and counts; titles and other spellings and days."""
    others = [name for name in person.spellings if name != person.name]
    about = one_line(" · ".join((*person.titles[:2], *others[:4])))
    return [
        titled(person.name, counts, width, "person"),
        [Piece(fit(f"   {about}", max(width - cell_len(days) - 2, 1)), "meta"), Piece(f" {days} ", "meta")],
    ]


class LedgerList(LineList):
    """Rows are `LedgerRow`: the value, then its sentence, side by side where the screen is wide."""

    PANE = "figures"
    BINDINGS: ClassVar = bindings("figures")
    row_height = 2

    def on_resize(self) -> None:
        """One line each where all has room side by side."""
        self.row_height = 1 if self.size.width >= _WIDE else 2
        super().on_resize()

    def draw(self, row: LedgerRow, index: int, width: int) -> Sequence[Line]:
        """Value, kind, date and who has it; the sentence around the figure."""
        day, source = wording.day(row.published), one_line(row.source)
        value = figure_text(row.figure)
        start, end = row.place
        side = min(max(width // 4, 24), 40)
        if narrow := width < _WITH_SOURCE:
            day, source = day or source, ""
        room = width - 5 if self.row_height > 1 else width - side - 28 - (0 if narrow else _SOURCE + 2)
        before, mark, after = wording.clip_around(row.sentence, start, end, room)
        said = [Piece(before, "meta"), Piece(mark, "title"), Piece(after, "meta")]
        if self.row_height > 1:
            return [
                titled(value, " · ".join(filter(None, (row.figure.kind, day))), width, "figure"),
                [Piece("   "), *said],
            ]
        gap = max(side - cell_len(value), 0)
        return [
            [
                Piece(" "),
                Piece(value if gap else fit(value, side), "figure"),
                Piece(f"{' ' * gap}  {row.figure.kind:<9} {fit(day, 11)}  ", "meta"),
                Piece("" if narrow else f"{fit(source, _SOURCE)}  ", "meta"),
                *said,
            ]
        ]


class NoteIndex(LineList):
    """Rows are (note, title of its article): every note of the library."""

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")
    row_height = 3

    def __init__(self, categories: Sequence[str], *, empty: str) -> None:
        super().__init__(empty=empty)
        self._categories = categories

    def draw(self, row: tuple[Note, str], index: int, width: int) -> Sequence[Line]:
        """The article; category and note; the quote."""
        note, title = row
        bar = f"category-{note.category}" if note.category else "note"
        tags = other_tags(note)
        category = category_word(note, self._categories)
        body = one_line(note.body) or ("" if category else "(mark)")
        version = f"{'  ' if tags else ''}{OTHER_VERSION}" if note.conflict_of else ""
        return [
            titled(title or note.file, wording.day(note.created), width),
            [
                Piece(" ▎ ", bar),
                Piece(category + "  " if category else "", bar),
                Piece(body + "  " if body else "", "title"),
                Piece(tags, "person"),
                Piece(version, "bad"),
            ],
            [
                Piece(" ▎ ", bar),
                Piece(in_quotes(note.anchor.exact) if note.anchor.exact else "the whole article", "meta"),
            ],
        ]


class PlainList(LineList):
    """Rows are lines of (text, style) pieces already drawn: for comparisons. There is nothing to select."""

    PANE = "results"
    BINDINGS: ClassVar = [
        key for key in bindings("results") if not str(getattr(key, "id", "")).startswith("select.")
    ]

    def draw(self, row: Sequence[tuple[str, str]], index: int, width: int) -> Sequence[Line]:
        """The line as it is."""
        return [[Piece(text, style) for text, style in row]]


def lines_of(text: str, width: int, style: str, indent: str = " ") -> list[list[tuple[str, str]]]:
    """`text` wrapped into rows for a `PlainList`."""
    flat: Any = one_line(text)
    return [[(indent + line, style)] for line in wording.wrap_words(flat, width - len(indent), 12)]
