"""Putting right what was read wrong in articles: their headlines, dates, authors and sources, and where they begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reader.annotation import OF_HEADS
from reader.library.errata.applying import FIELDS
from reader.library.errata.borders import holder
from reader.text import in_quotes, one_line
from reader.ui import wording
from reader.ui.dated import told_date, wrong_date
from reader.ui.screens.desk import MainDesk
from reader.ui.screens.picker import Choice, Picker
from reader.ui.widgets.reading.document import clean_place, date_label, raw_place, shown_blocks

if TYPE_CHECKING:
    from reader.library.errata.proofs import Mark
    from reader.model import Article, CorrectionAction
    from reader.ui.room import Room

_NAMES = {action: action for action in OF_HEADS} | {"split": "beginning", "join": "part joined"}
_FEW = 20  # articles that are looked at for what they have in common
_LONGEST = 300  # characters of a line that may be a headline


class ProofDesk(MainDesk):
    """Corrections of the open article, or of those selected in the list; each can be undone."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._generation = -1  # of the index, when the rows of the list were read last

    # ------------------------------------------------------------ the menu
    def choices(self) -> list[Choice]:
        """What the menu of corrections offers for these articles; `choose` does it."""
        ids = self._ids()
        if not ids:
            return []
        if len(ids) > 1:
            of = f"of {len(ids):,} articles"
            return [
                Choice("Date …", "put_date", of, "D"),
                Choice("Author …", "put_author", of, "A"),
                Choice("Source …", "put_source", of, "S"),
                Choice("As they were read", "read_again", of, "R"),
            ]
        now = {action: self._value(ids, action) for action in OF_HEADS}
        made = [
            Choice("Headline …", "put_headline", now["headline"], "H"),
            Choice("Date …", "put_date", now["date"] and date_label(now["date"]), "D"),
            Choice("Author …", "put_author", now["author"], "A"),
            Choice("Source …", "put_source", now["source"], "S"),
        ]
        line = self._line() if self.frame.pane == "text" else ""
        if line and line != now["headline"]:
            made += [
                Choice("This line is the headline", "choose_headline", wording.brief(line), "L"),
                Choice("An article begins here", "begin_article", wording.brief(line), "B"),
            ]
        if not ids[0].endswith("#0"):
            made.append(Choice("Part of the article above", "join_article", "", "J"))
        if said := self._said(ids[0]):
            made.append(
                Choice("As it was read …", "read_again", ", ".join(_NAMES[each] for each in said), "R")
            )
        return made

    def choose(self, value: str) -> bool:
        """Do what was chosen, if it is one of these; whether it is."""
        verbs = {verb.__name__: verb for verb in (
            self.put_headline, self.put_date, self.put_author, self.put_source, self.choose_headline,
            self.begin_article, self.join_article, self.read_again,
        )}  # fmt: skip
        if value in verbs:
            verbs[value]()
        return value in verbs

    def _said(self, article: str) -> dict[str, str]:
        """What is put right in an article, with what was read."""
        try:
            return {said.action: said.text for said in self.frame.session.library.proofs.of(article)}
        except LookupError:
            return {}

    # ------------------------------------------------------------ heads
    def put_headline(self) -> None:
        """Ask for the headline."""
        self._ask("headline", "The headline", "nothing: it has none")

    def put_date(self) -> None:
        """Ask for the date."""
        self._ask("date", "The date, and the time if it is known", "nothing: not known", tell=told_date)

    def put_author(self) -> None:
        """Ask for the author."""
        self._ask("author", "The author, or authors", "nothing: not known")

    def put_source(self) -> None:
        """Ask for the source."""
        self._ask("source", "The source: the paper, site or agency", "nothing: not known")

    def _ask(
        self, action: CorrectionAction, title: str, nothing: str, tell: Callable[[str], str] | None = None
    ) -> None:
        frame, ids = self.frame, self._ids()
        if not ids:
            frame.say("No article is open.")
            return
        several = len(ids) > 1
        if several and action == "headline":
            frame.say("A headline is put right in one article at a time.")
            return
        now = self._value(ids, action)
        read = "" if several else self._said(ids[0]).get(action)
        help = "Enter keeps it" if several else f"Enter keeps it · {nothing}"
        help += (
            f" · read as {in_quotes(wording.brief(read)) if read else 'nothing'}"
            if read is not None and not several
            else ""
        )

        def check(value: str) -> str:
            if several and not value.strip():
                return f"Type what is right for all {len(ids):,}."
            return wrong_date(value) if action == "date" and value.strip() else ""

        def kept(value: str) -> None:
            self._put(ids, action, value)

        values = frame.session.library.complete if action in ("author", "source") else None
        frame.house.ask(
            f"{title} of {len(ids):,} articles" if several else title,
            now.replace("T", " ") if action == "date" else now,
            kept,
            help,
            (lambda typed: values(action, typed.lower())) if values else None,
            check,
            tell=tell,
            whole=True,
        )

    def _value(self, ids: Sequence[str], action: str) -> str:
        """What the articles have there, "" when they differ or have nothing, or are many."""
        found: set[str] = set()
        for article in ids if len(ids) <= _FEW else ():
            try:
                found.add(
                    one_line(getattr(self.frame.session.library.article(article), FIELDS[action]) or "")
                )
            except LookupError:
                continue
            if len(found) > 1:
                return ""
        return found.pop() if found else ""

    def _put(self, ids: Sequence[str], action: CorrectionAction, value: str) -> None:
        proofs, value = self.frame.session.library.proofs, " ".join(value.split())
        what = action if len(ids) == 1 else f"{action}s of {len(ids):,} articles"
        said = f"{action.capitalize()} put right" if value else f"No {action} from now on"
        said = f"{said} in {len(ids):,} articles" if len(ids) > 1 else said
        self._record(
            lambda: [proofs.head(each, action, value) for each in ids], said, f"correction of the {what}"
        )

    def choose_headline(self) -> None:
        """The line or selection is the headline."""
        here, line = self._here(), self._line()
        if here is None or not line:
            self.frame.say("Go to the line that is the headline, or select it.")
        elif len(line) > _LONGEST:
            self.frame.say("That is too long for a headline; select the words that are (v), or type it: E h")
        else:
            self._put([here[0].id], "headline", line)

    # ------------------------------------------------------------ borders
    def begin_article(self) -> None:
        """An article begins in the line under the caret, or in that of the selection."""
        here = self._here()
        if here is None or self.frame.pane == "list":
            self.frame.say("Go to the line in which the article begins.")
            return
        (article, at), proofs = here, self.frame.session.library.proofs
        self._record(lambda: [proofs.begins(article.id, at)], "An article begins here", "the new beginning")

    def join_article(self) -> None:
        """The article belongs to the one above it in its file."""
        frame, ids = self.frame, self._ids()
        if len(ids) != 1:
            frame.say("One article at a time is joined to the one above it.")
            return
        proofs = frame.session.library.proofs
        self._record(lambda: [proofs.joins(ids[0])], "Part of the article above now", "the joining")

    # ------------------------------------------------------------ back
    def read_again(self) -> None:
        """As it was read: all that was put right, or what is chosen of it."""
        frame, ids = self.frame, self._ids()
        said = self._said(ids[0]) if len(ids) == 1 else {}
        if len(said) < 2:
            self._take_back(ids, ())
            return
        choices = [Choice("All of it", ())]
        choices += [
            Choice(_NAMES[each].capitalize(), (each,), one_line(read) or "nothing")
            for each, read in said.items()
        ]

        def chosen(actions: tuple[str, ...] | None) -> None:
            if actions is not None:
                self._take_back(ids, actions)

        frame.app.push_screen(Picker("As it was read", choices), chosen)

    def _take_back(self, ids: Sequence[str], actions: Sequence[str]) -> None:
        proofs = self.frame.session.library.proofs
        self._record(
            lambda: [proofs.as_read(each, actions) if actions else proofs.as_read(each) for each in ids],
            "As it was read",
            "what was put right",
            "Nothing was put right here.",
        )

    # ------------------------------------------------------------ what comes of it
    def _record(
        self,
        marks: Callable[[], Iterable[Mark]],
        said: str,
        label: str,
        nothing: str = "That is how it is already.",
    ) -> None:
        changes = self.frame.house.changes

        def work() -> str:
            done = changes.put_right(list(marks()), label)
            return f"{said} — u takes it back" if done else nothing

        self.frame.house.settle(work, self.catch_up)

    def catch_up(self) -> None:
        """Show the open article as it is now, where the caret is in its file, and the list."""
        frame, library = self.frame, self.frame.session.library
        generation, self._generation = self._generation, library.index.generation
        anew = generation != self._generation
        if anew:  # first: the list knows by which name an article without a headline goes
            frame.looking.reload_rows()
        self.same_place(anew)
        if not anew:
            frame.looking.rows_changed()

    def same_place(self, anew: bool = True) -> bool:
        """Show the article that is now where the caret is in the file; False when the file has gone. `anew`: the raw
        file too, of which other articles may have changed."""
        frame, session = self.frame, self.frame.session
        article, raw = session.article, session.raw
        if article is None:
            return False
        try:
            every = session.library.articles(article.file)
            if article in every and not (raw and anew):
                session.reload_notes()
                frame.reading.mark_anew()
                return True
            text = session.library.raw(article.file)
        except (OSError, ValueError, LookupError):
            return False
        at = frame.text.caret if raw else raw_place(article, text, frame.text.caret)
        here = _at(every, at)
        if here is None:
            return False
        frame.reading.reopen(here.id)
        frame.text.go_to(clean_place(here, text, at))
        if raw:
            frame.views.toggle_raw()
        return True

    # ------------------------------------------------------------ where
    def _ids(self) -> list[str]:
        """The articles that are meant: in the raw file the one under the caret."""
        here = self._here() if self.frame.session.raw and self.frame.pane != "list" else None
        return [here[0].id] if here else self.frame.filing.targets()

    def _here(self) -> tuple[Article, int] | None:
        """The article at the caret and the place of its line, or of the selection, in the file."""
        session, pane = self.frame.session, self.frame.text
        article = session.article
        if article is None:
            return None
        at = pane.selection[0] if pane.selection else pane.caret
        try:
            text = session.library.raw(article.file)
            if session.raw:
                found = _at(session.library.articles(article.file), at)
                return (found, at) if found else None
        except (OSError, ValueError, LookupError):
            return None
        if pane.selection:
            return article, raw_place(article, text, at)
        block = next((n for n, _, _, end in shown_blocks(article) if at <= end), None)
        return article, raw_place(article, text, at) if block is None else article.blocks[block].raw_start

    def _line(self) -> str:
        """The selection, or the line of the file under the caret, or the paragraph."""
        session, pane = self.frame.session, self.frame.text
        if session.article is None:
            return ""
        if pane.selection:
            return " ".join(pane.selected_text.split())
        if session.raw:
            text = pane.document.text
            return text[text.rfind("\n", 0, pane.caret) + 1 :].partition("\n")[0].strip()
        spans = shown_blocks(session.article)
        start, end = next(((start, end) for _, _, start, end in spans if pane.caret <= end), (0, 0))
        return " ".join(session.article.text[start:end].split())


def _at(articles: Sequence[Article], at: int) -> Article | None:
    """The article of a file that holds the place `at` of it."""
    return articles[holder(articles, at)] if articles else None
