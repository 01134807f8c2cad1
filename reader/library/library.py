"""The library: a folder of raw news text with all that is known about it. The one door for app and commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.contents import ArticleMissing
from reader.library.parts import Parts
from reader.library.query.tree import UNREAD, Query, asks_for_notes
from reader.library.rows import Rows

if TYPE_CHECKING:
    # What the first screen does not need is imported where it is first used: the app starts sooner.
    from reader.library.index.figures_reading import FigurePlaces, Place
    from reader.library.noted import Noted
    from reader.library.people.company import Company, Together
    from reader.library.people.entries import Families, People
    from reader.library.records import (
        Comparison,
        Copy,
        LedgerRow,
        MergeProposal,
        Pair,
        PersonEntry,
    )
    from reader.library.scanning.progress import Report, ScanResult, Stop
    from reader.library.scanning.watching import Watcher
    from reader.library.search import Hits
    from reader.model import Article, Correction, Detection, Problem, Watch

__all__ = ["ArticleMissing", "Library"]


class Library(Parts):
    """Open one with `Library.open`. Reading is quick and may be done in any thread; `scan` belongs in a worker.

    Articles are named by `id` (`file#index`, file relative to `root`).
    """

    # ------------------------------------------------------------------ articles

    def rows(
        self, query: str | Query = "", sort: str = "newest", group: str = "none", fold: bool = True,
        *, typing: bool = False,
    ) -> Rows:  # fmt: skip
        """The articles that match, in order. Sorts: newest, oldest, arrived, title, source, file, unread; groups: none,
        day, source, folder. With `fold`, one row for each set of near-duplicates. Raises QueryError."""
        meant = self.query(query, typing=typing)
        return Rows(self.index, self.index.order(meant, self.person_ids, sort, group, fold), group)

    def article(self, article: str) -> Article:
        """The article, parsed from its file as it is now; raises ArticleMissing."""
        return self.contents.article(article)

    def articles(self, file: str) -> tuple[Article, ...]:
        """All articles of a file, as it is now; raises ArticleMissing."""
        return self.contents.articles(file)

    def keep(self, article: str) -> None:
        """Keep an article, parsed, for the next start of the app, if it is short. Raises OSError or ValueError."""
        self.contents.keep(article)

    def keep_first(self) -> None:
        """Keep what the app opens when it is started now: the first unread article, or the first. Raises as `keep`."""
        order = (self.settings.sort, self.settings.group, self.settings.fold_duplicates)
        rows = self.rows(UNREAD, *order) or self.rows("", *order)
        if rows:
            self.keep(rows[0].id)

    def raw(self, file: str) -> str:
        """The decoded text of a file, as blocks count it; raises ArticleMissing."""
        return self.contents.raw(file)

    def detection(self, article: str) -> Detection:
        """People and figures of an article: from the index, or found now; raises ArticleMissing."""
        return self.contents.detection(article)

    def is_marked(self, article: str) -> bool:
        """Whether people and figures of an article are in the index: else it takes long to tell the first ones."""
        return self.contents.is_marked(article)

    def glimpse(self, article: str, start: int, end: int) -> tuple[int, int, Detection]:
        """What `detection` will say of a stretch of a long article, as far as can be told at once: bounds and marks."""
        return self.contents.glimpse(article, start, end)

    # ------------------------------------------------------------------ across the library

    def search(self, query: str | Query, sort: str = "newest", *, typing: bool = False) -> Hits:
        """The passages that match, in reading order; raises QueryError."""
        from reader.library.search import Hits

        meant, contents = self.query(query, typing=typing), self.contents
        numbers = self.index.order(meant, self.person_ids, sort)
        return Hits(
            meant, numbers, self.index.places, contents.read, contents.marks,
            lambda name: self.register.names(name),  # who is who is loaded for a name only
            self.database.close, self._noted(meant),
        )  # fmt: skip

    def _noted(self, query: Query) -> Noted | None:
        """What finds the notes that a query asks for, None where it asks for none."""
        leaves = list(filter(asks_for_notes, query.wanted()))
        if not leaves:
            return None
        from reader.library.noted import Noted

        return Noted(leaves, self.present_notes, lambda: self.settings.categories)

    def parts(self, query: str, *, typing: bool = False) -> list[tuple[str, int]]:
        """What tells why nothing is found: the parts of a query that must all match, as typed, and how many articles
        match each alone; none for a query of one part, unless that has a slip. Raises QueryError."""
        from reader.library.reasons import parts

        return parts(self.index, self.person_ids, query, self.query(query, typing=typing))

    def as_typed(self, query: str) -> str:
        """What is to be typed to find for good what `query` finds while it is being typed: `dam*` for `dam` where
        longer words begin so. Raises QueryError."""
        from reader.library.query.tree import all_leaves

        wholes, begun = (
            [leaf for leaf in all_leaves(self.query(query, typing=on).root) if leaf.end == len(query)]
            for on in (False, True)
        )
        if wholes == begun or not (wholes and begun):
            return query
        found = [len(self.index.order(Query("", leaf), self.person_ids)) for leaf in (wholes[-1], begun[-1])]
        return f"{query}*" if found[0] < found[1] else query

    def complete(self, field: str, typed: str) -> list[str]:
        """Values of a query field that begin with what is typed, for `suggestions`."""
        if field == "category":
            return [name for name in self.settings.categories if name.lower().startswith(typed)]
        return self.index.values(field, typed)

    @property
    def families(self) -> Families:
        """Which names are one person."""
        return self.register.families

    def people(self, query: str = "", sort: str = "articles") -> People:
        """Everyone. Words in `query` are looked for in the names, all else (`source:x after:2024`) chooses the
        articles. Sorts: articles (most first), name, last (met last first). Raises QueryError."""
        return self.register.people(query, sort)

    def people_alike(self, query: str) -> People:
        """For a name that nobody has: who has one that sounds like it or is a letter off. Raises QueryError."""
        return self.register.alike(query)

    def person(self, name: str) -> tuple[PersonEntry, Hits] | None:
        """The person called `name`, or the most frequent one whose name holds its words, and every passage that
        names them, newest first; None when there is nobody."""
        return self.register.person(name)

    def company(self, name: str, query: str = "", sort: str = "strength") -> Company | None:
        """Who is named in the same articles as the one `person` gives for `name`, None for nobody. Sorts: strength (how
        far above chance), articles (most in common first), name. `query` as for `people`. Raises QueryError."""
        return self.register.company(name, query, sort)

    def together(self, name: str, other: str, query: str | Query = "") -> Together | None:
        """Two persons and the passages on both in the articles that name both, newest first; None when one of them is
        nobody. What is no word in `query` chooses among the articles. Raises QueryError."""
        return self.register.together(name, other, query)

    def pairs(self, query: str = "") -> Iterator[Pair]:
        """All pairs of persons who are named in one article, those with most articles first. Words in `query` are
        looked for in the names of either, all else chooses the articles. Raises QueryError."""
        return self.register.pairs(query)

    def merge_proposals(self) -> tuple[MergeProposal, ...]:
        """Pairs of names that may be one person, surest first, without those decided or put off. Decide with
        `apply(Correction("", "same" | "different", other, name))`, put off with `state.set_unsure`."""
        from reader.library.scanning.apart import propose_apart

        made = propose_apart(self.upkeep.bases, self.settings, len(self.register.people()))
        return self.register.proposals() if made is None else made

    def figures(
        self, query: str | Query = "", sort: str = "newest", *, typing: bool = False, stop: Stop | None = None
    ) -> Sequence[LedgerRow]:
        """The figures of the matching articles; `figure:` and `kind:` choose among them, and words are looked for in
        their sentences, by `text:` in the whole article. Sorts: newest, oldest, value, kind, unit. Where `stop` becomes
        true, only some of them. Raises QueryError."""
        from reader.library.in_sentences import narrowed, of_articles, sentence_test
        from reader.library.ledger import Ledger

        meant = self.query(query, typing=typing)
        test = sentence_test(meant.root)
        places: Sequence[Place] | FigurePlaces = self.index.figures(of_articles(meant), self.person_ids, sort)
        if test is not None:
            places = narrowed(places, test, self.index.places, self.contents.read, stop)
        return Ledger(places, self.contents.look)

    def duplicates(self, article: str) -> tuple[Copy, ...]:
        """The near-duplicates of an article and what each adds, lacks or changes; raises ArticleMissing."""
        from reader.library.copies import describe_copy

        shown = self.article(article).text
        number = self.index.number(article)
        copies = () if number is None else self.index.places(self.index.copies(number))
        return tuple(describe_copy(shown, self.contents.text(place), place) for _, place in copies)

    def accounts(self, article: str) -> list[str]:
        """The articles that tell the story of `article` in their own words, of each source the surest first, then its
        near-duplicates; raises ArticleMissing."""
        from reader.library.stories import accounts

        return accounts(self.index, self.article(article))

    def compare(self, articles: Sequence[str]) -> Comparison:
        """Several articles side by side; raises ArticleMissing."""
        from reader.library.compare import compare

        found, marks = tuple(map(self.article, articles)), tuple(map(self.detection, articles))
        return compare(found, marks, self.families, self._corrections())

    # ------------------------------------------------------------------ upkeep

    def scan(
        self,
        progress: Report | None = None,
        stop: Stop | None = None,
        *,
        copies: bool = True,
        marks: bool = True,
        apart: bool | None = None,
        patient: bool = False,
        processes: int | None = None,
    ) -> ScanResult:
        """Bring the index up to date with the folder; to be run in a worker thread, may be stopped anywhere.

        Texts come first, then near-duplicates (`copies`), then people and figures (`marks`). `apart`: in a
        process of its own, by default when the app asks and there is much to do; `processes`: others that help.
        `patient`: while another instance scans this library, wait, and then see whether it has left anything to do.
        Never raises for what is wrong with files or disk: that is in the result's problems.
        """
        report, halt = progress or (lambda _: None), stop or (lambda: False)
        result = self.upkeep.scan(
            report, halt, copies=copies, marks=marks, apart=apart, patient=patient, processes=processes
        )
        if "register" in self.__dict__:
            self.register.catch_up()
        if self.present_notes() is None or not (wrong := self.in_force.problems()):
            return result
        from dataclasses import replace

        return replace(result, problems=tuple(dict.fromkeys((*result.problems, *wrong))))

    def untold(self, problems: Sequence[Problem]) -> list[Problem]:
        """Those of a scan's problems that were not told before, of files as they are now; from now on they are. To be
        asked in a worker thread."""
        from reader.library.scanning.telling import untold

        return untold(self.index, self.writer, self.root, problems)

    @property
    def watcher(self) -> Watcher:
        """Tells in a worker thread that files or notes of the library change."""
        return self.upkeep.watcher

    def folders_unchanged(self) -> bool:
        """Whether no folder gained or lost a name since the last scan; files changed in place are not seen."""
        from reader.library.scanning.freshness import folders_unchanged

        return folders_unchanged(self.index)

    def refresh_notes(self, file: str | None = None) -> None:
        """Take in what changed in the notes of one file, or of all."""
        self.upkeep.take_notes(file)

    def apply(self, correction: Correction) -> Correction:
        """Keep a correction and let it take effect in every article; returns it with its id. Raises NotesError."""
        return self.apply_all([correction])[0]

    def apply_all(self, corrections: Sequence[Correction]) -> list[Correction]:
        """The same with several, at once: all are kept or none."""
        return self.exchange((), corrections)

    def exchange(self, gone: Sequence[str], corrections: Sequence[Correction]) -> list[Correction]:
        """Keep corrections in the place of others (their ids), at once. Raises NotesError."""
        made = self.corrections.exchange(gone, corrections)
        self._corrections_changed()
        return made

    def withdraw_all(self, corrections: Sequence[str]) -> list[Correction]:
        """Take corrections (their ids) back everywhere, at once; those that are gone already are passed over. Returns
        those that were there. Raises NotesError."""
        gone = self.corrections.remove_all(corrections)
        self._corrections_changed()
        return gone

    def _corrections_changed(self) -> None:
        self.forget_corrections()
        self.upkeep.corrections_changed()

    def corrections_outdated(self) -> bool:
        """Whether somebody else wrote the corrections since they were read. Cheap enough to poll, from any thread."""
        known = self.__dict__.get("in_force")
        return self.has_corrections() if known is None or known.is_unread else known.is_outdated

    def is_behind(self) -> bool:
        """Whether articles wait for a scan, as after a correction that concerns many."""
        return self.index.is_behind()

    def forget_corrections(self) -> None:
        """Read the corrections anew with the next article; a scan brings them into the index."""
        self.in_force.forget()
        self.contents.forget()
        if "register" in self.__dict__:
            self.register.forget()

    def watches(self) -> tuple[Watch, ...]:
        """The queries that are followed: those in the settings, then the reader's own."""
        return self.upkeep.watches()

    def watch(self, query: str, name: str | None = None) -> None:
        """Follow a query; `name` is what it is to be called, None leaves that. Raises QueryError."""
        self.query(query)
        self.state.watch(query, name)
        self.upkeep.watches_changed()

    def unwatch(self, query: str) -> None:
        """Follow a query no longer."""
        self.state.unwatch(query)
        self.upkeep.watches_changed()
