"""What is open and what is shown, without a widget: the app's state, testable without a screen."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import compress
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.columns import Same, Table, changed, columns_of, where
from reader.garbage import uncollected
from reader.library import UNREAD, Library, Query
from reader.model import Article, Detection, Figure, Person, Problem, Row, Span
from reader.sentences import sentence_at
from reader.settings import Settings
from reader.ui.keymap import Keymap
from reader.ui.marked import Cited, Named, gather
from reader.ui.trail import Goal, Trail

if TYPE_CHECKING:
    from reader.model import Located, Note
    from reader.notes.anchor import Placer
    from reader.notes.store import FileNotes

#: Texts longer than this are marked in a worker, after they are shown.
LONG_TEXT = 60_000
_SENTENCE = 200  # characters by which a sentence is known again
#: What the layers key goes through: name → layers drawn.
MARK_SETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("all marks", ("person", "person_faint", "figure", "figure_faint", "note", "hit")),
    ("people and notes", ("person", "person_faint", "note", "hit")),
    ("figures and notes", ("figure", "figure_faint", "note", "hit")),
    ("notes", ("note", "hit")),
    ("no marks", ("hit",)),
)
#: The kinds of spans of notes, by category.
_NOTE_KINDS = ("note", *(f"note:{category}" for category in range(1, 6)))


class Session:
    """An open library, the order it is shown in and the article on the screen."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        keymap: Keymap,
        problems: Sequence[Problem] = (),
        view: Mapping[str, Any] | None = None,
    ) -> None:
        self.library = library
        self.settings = settings
        self.keymap = keymap
        #: Where the settings are from, or would be.
        self.settings_file = paths.config_file()
        self.query = ""
        #: What keys have set in place of the settings, by their names: for the next start too.
        self.view = dict(view or {})
        shown = replace(settings, **self.view)
        self.sort = shown.sort
        self.group = shown.group
        self.fold = shown.fold_duplicates
        self.rows = library.rows("", sort=self.sort, group=self.group, fold=self.fold)
        #: What was wrong with the user's files, and with the index now that it has been asked.
        self.problems: list[Problem] = [*problems, *library.problems]
        self.trail = Trail(paths.state_dir() / paths.library_key(library.root) / "place")
        self.article: Article | None = None
        self.detection = Detection()
        self.notes: FileNotes | None = None
        self.located: tuple[Located, ...] = ()
        #: Those whose passage is not surely where they stand, or nowhere.
        self.doubtful: tuple[Located, ...] = ()
        #: The ids of those that the reader has been asked about.
        self.asked: set[str] = set()
        #: The note that is being put on another passage.
        self.moving: Note | None = None
        #: Drafts of an earlier session that were not looked at yet.
        self.unsaved = 0
        #: The first frame is not out yet: notes are loaded only for an article that is known to have some, and
        #: marks are shown that are known.
        self.starting = False
        self._unmarked = False
        self._placer: Placer | None = None
        self._spans: tuple[Sequence[Located], Sequence[list[Any]]] = (), ([], [], [])
        self._unread: tuple[Sequence[Row], Sequence[Row]] = (self.rows, ())
        self.raw = False
        self.marks = 0
        self.category = 1
        self.width = shown.width
        #: Orders of the sidebar's lists: notes by place, newest or category; people by place, count or name.
        self.notes_by = "place"
        self.people_by = "place"

    # ------------------------------------------------------------ the shown order
    def show(self, query: str, *, typing: bool = False) -> None:
        """Show the articles that answer `query` (`typing`: not finished). Raises: QueryError; what was shown stays."""
        self.rows = self.library.rows(query, self.sort, self.group, self.fold, typing=typing)
        self.query = query

    def reorder(self, *, sort: str | None = None, group: str | None = None, fold: bool | None = None) -> None:
        """Change order, grouping or folding."""
        self.sort = sort or self.sort
        self.group = group or self.group
        self.fold = self.fold if fold is None else fold
        self.view |= {"sort": self.sort, "group": self.group, "fold_duplicates": self.fold}
        self.show(self.query)

    def widen(self, step: int) -> None:
        """Make the text wider or narrower; 0: as wide as the settings say."""
        self.view.pop("width", None)
        self.width = max(20, min(self.width + step, 400)) if step else self.settings.width
        if step:
            self.view["width"] = self.width

    def index(self, article_id: str | None = None) -> int | None:
        """Where an article (default: the open one) is in the shown order."""
        wanted = article_id or (self.article.id if self.article else None)
        return None if wanted is None else self.rows.index_of(wanted)

    def neighbour(self, step: int) -> str | None:
        """The id of the article `step` rows on in the shown order, or of the last that way; None at the end."""
        if not len(self.rows):
            return None
        here = self.index()
        at = 0 if here is None else max(0, min(here + step, len(self.rows) - 1))
        return self.rows[at].id if at != here else None

    def unread(self) -> Sequence[Row]:
        """The unread ones of the shown articles, in their order."""
        shown = self.rows
        query: str | Query = f"({self.query}) is:unread" if self.query.strip() else UNREAD
        rows = self.library.rows(query, sort=self.sort, group=self.group, fold=self.fold)
        self._unread = (shown, rows)
        return rows

    @property
    def unread_count(self) -> int:
        """How many of the shown articles were unread when somebody last asked for them; 0 if nobody has. More may
        have come in since they were shown."""
        shown, unread = self._unread
        return min(len(unread), len(shown)) if shown is self.rows else 0

    @property
    def coming(self) -> str | None:
        """The article that the next start will open, as far as that is known by now."""
        shown, unread = self._unread
        if shown is not self.rows or self.query.strip():
            return None
        return next((rows[0].id for rows in (unread, shown) if len(rows)), None)

    def next_unread(self, step: int = 1) -> str | None:
        """The next unread article in the shown order, going round once; None when all are read."""
        unread = self.unread()
        total = len(unread)
        if not total:
            return None
        here = self.index()
        if here is None:
            return unread[0 if step > 0 else total - 1].id
        # The unread rows are a part of the shown ones in the same order: find the first one past here.
        low, high = 0, total
        while low < high:
            mid = (low + high) // 2
            at = self.rows.index_of(unread[mid].id)
            if at is None or at <= (here if step > 0 else here - 1):
                low = mid + 1
            else:
                high = mid
        at = low % total if step > 0 else (low - 1) % total
        found = unread[at].id
        return found if self.article is None or found != self.article.id else None

    # ------------------------------------------------------------ the open article
    def open(self, article_id: str) -> Article:
        """Read an article with its notes; its marks too, unless that takes long (see `needs_marking`) and it is not
        the open one, whose marks stay on the screen."""
        article = self.library.article(article_id)
        again = self.article is not None and self.article.id == article_id
        self.article = article
        self.raw = False
        self._unmarked = not again and not self.library.is_marked(article_id)
        self.detection = Detection() if self.needs_marking else self.library.detection(article_id)
        if self.starting and not self._has_known_notes():
            self.notes, self.located, self.doubtful = None, (), ()
        else:
            self.reload_notes()
        return article

    def _has_known_notes(self) -> bool:
        row = self.index()
        return row is not None and self.rows[row].notes > 0

    @property
    def needs_marking(self) -> bool:
        """Whether the open text is too long to be marked at once, or its marks are not in the index: the finders may
        have to be loaded first."""
        return self.article is not None and (self._unmarked or len(self.article.text) > LONG_TEXT)

    @property
    def position(self) -> int:
        """Where the open article was left last time: at the same sentence, wherever that is by now."""
        if self.article is None:
            return 0
        offset, sentence, start = self.library.state.position(self.article.id)
        return Goal(self.article.id, offset, offset, sentence, start).within(self.article.text)[0]

    @uncollected()
    def reload_notes(self) -> None:
        """Read the notes of the open article again."""
        store = self.library.present_notes()
        if self.article is None or store is None:  # where there are none, nothing of them is loaded
            self.notes, self.located, self.doubtful = None, (), ()
            return
        self.notes = store.read(self.article.file)
        self.locate()

    def locate(self) -> None:
        """Find where the notes are in the text of now."""
        self._locate()
        self.doubtful = ()
        if self.located:
            from reader.annotation import DOUBTFUL

            wanted = map(DOUBTFUL.__contains__, map(itemgetter(3), self.located))
            self.doubtful = tuple(compress(self.located, wanted))

    @property
    def open_cases(self) -> list[Located]:
        """The doubtful ones that the reader has not been asked about."""
        return [item for item in self.doubtful if item.note.id not in self.asked]

    def _locate(self) -> None:
        if self.article is None or self.notes is None or not self.notes.notes:
            self.located = ()
            return
        from reader.notes.anchor import Placer

        if self._placer is None:
            self._placer = Placer()
        try:
            texts = [article.text for article in self.library.articles(self.article.file)]
        except LookupError:  # the file has gone: what is on the screen is all there is
            texts = [""] * self.article.index + [self.article.text]
        index = min(self.article.index, len(texts) - 1)
        found = self._placer.in_article(self.notes.notes, texts, index)
        if self.notes_by == "newest":
            found = sorted(found, key=attrgetter("note.created"), reverse=True)
        elif self.notes_by == "category":
            found = sorted(found, key=lambda item: item.note.category or 9)
        self.located = tuple(found)

    @property
    def refused(self) -> Problem | None:
        """Why the notes of the open article cannot be read, None when they can or there are none."""
        found = self.notes
        return found.problems[0] if found is not None and found.problems and not found.notes else None

    def notes_changed(self) -> bool:
        """Whether somebody wrote the notes file of the open article since it was read.

        Asked from a thread too, while an article opens: then it may be said of one that has just gone.
        """
        article, notes = self.article, self.notes
        if article is None:
            return False
        if notes is None:
            return self.library.has_notes()
        return self.library.notes.stamp(article.file) != notes.stamp

    # ------------------------------------------------------------ what is marked
    def layer(self, kind: str) -> Sequence[Span]:
        """The spans of a layer: person, person_faint, figure, figure_faint, note; refs count its records. Those of
        lost notes are empty."""
        if kind == "note":
            return self._note_spans()
        low = self.settings.confidence
        found: Sequence[Person | Figure]
        found = self.detection.people if kind.startswith("person") else self.detection.figures
        faint = kind.endswith("_faint")
        starts, ends, sure = columns_of(found, "start", "end", "confidence")
        wanted = where(sure, lambda value: (value < low) == faint)
        columns = [starts, ends, range(len(wanted))]
        if 0 in wanted:
            columns = [array("i", compress(column, wanted)) for column in columns]
        return Table(Span, *columns[:2], Same(kind, len(columns[0])), columns[2])

    def _note_spans(self) -> Sequence[Span]:
        """The spans of the notes; where few have changed since they were asked for, few are made."""
        before, columns = self._spans
        first, last = changed(before, self.located)
        new = self.located[first : len(self.located) - last]
        notes, begins, stops, _ = zip(*new) if new else ((), (), (), ())
        made = (begins, stops, [_NOTE_KINDS[note.category] for note in notes])
        end = len(before) - last
        columns = tuple([*column[:first], *part, *column[end:]] for column, part in zip(columns, made))
        self._spans = self.located, columns
        return Table(Span, *columns, range(len(self.located)))

    def note_at(self, start: int, end: int) -> Located | None:
        """The note on `[start, end)`: the one that lies in it or around it, the shortest first."""
        touching = [
            item
            for item in self.located
            if item.start >= 0 and item.start < max(end, start + 1) and item.end > start
        ]
        return min(touching, key=lambda item: item.end - item.start, default=None)

    def people(self) -> tuple[Named, ...]:
        """The people of the open article, in the chosen order."""
        people = gather(self.detection.people)
        if self.people_by == "count":
            return tuple(sorted(people, key=lambda item: -len(item.mentions)))
        if self.people_by == "name":
            return tuple(sorted(people, key=lambda item: item.name.casefold()))
        return people

    def person_at(self, offset: int) -> Person | None:
        """The mention at `offset`."""
        return next((item for item in self.detection.people if item.start <= offset < item.end), None)

    def figures(self) -> Sequence[Cited]:
        """The figures of the open article with their sentences."""
        figures, text = self.detection.figures, self.article.text if self.article else ""
        return Table(partial(Cited, text=text), figures)

    # ------------------------------------------------------------ going back
    def here(self, offset: int) -> Goal | None:
        """The place at `offset` of the open article, to come back to whatever becomes of its file."""
        if self.article is None:
            return None
        start, end = sentence_at(self.article.text, offset)
        sentence = self.article.text[start : min(end, start + _SENTENCE)]
        return Goal(self.article.id, offset, offset, sentence, start)
