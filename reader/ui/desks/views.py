"""Other views of the text: the raw file, fewer marks, another width, another theme."""

from __future__ import annotations

from reader.model import Article
from reader.text import one_line
from reader.ui.chosen import write_view
from reader.ui.screens.desk import MainDesk
from reader.ui.session import MARK_SETS
from reader.ui.widgets.reading.document import Document, clean_place, raw_place


class ViewsDesk(MainDesk):
    """Views."""

    def toggle_raw(self) -> None:
        """The raw file with what was hidden and why, or the clean text again, at the same place."""
        frame, session = self.frame, self.frame.session
        article = session.article
        if article is None:
            return
        siblings: tuple[Article, ...] = ()
        try:
            raw = session.library.raw(article.file)
            siblings = session.library.articles(article.file)
        except (OSError, ValueError, LookupError) as error:
            if not session.raw:
                frame.trouble(error)
                return
            raw = ""  # back to the clean text all the same
        caret = frame.text.caret
        if session.raw:
            article = self._newest(article)
            session.raw = False
            frame.text.open(
                frame.reading.document(article),
                position=clean_place(article, raw, caret),
            )
            frame.reading.paint()
        else:
            frame.reading.save_place()
            session.raw = True
            document = Document.from_raw(raw, siblings, (one_line(article.file), "raw"))
            frame.text.open(document, position=raw_place(article, raw, caret))
            frame.looking.show_state()
        frame.show_keys()

    def follow_raw(self) -> bool:
        """The raw file that is shown as it is now, at the same passage; whether it is another text."""
        from reader.notes.anchor import carried

        frame, session = self.frame, self.frame.session
        article = session.article
        if article is None:
            return False
        try:
            raw, siblings = session.library.raw(article.file), session.library.articles(article.file)
        except (OSError, ValueError, LookupError):
            return False
        before, caret, (start, end) = frame.text.document.text, frame.text.caret, frame.text.sentence
        document = Document.from_raw(raw, siblings, (one_line(article.file), "raw"))
        if document.text == before:
            return False
        if place := carried(before, start, end, document.text):
            caret += place[0] - start
        self._newest(article)
        session.raw = True
        frame.text.open(document, position=min(caret, len(document.text)))
        return True

    def _newest(self, article: Article) -> Article:
        """The open article as it is now: corrections made in the raw view, or a new file, may have changed it."""
        session = self.frame.session
        if not self.frame.reading.is_outdated(article):
            return article
        try:
            article = session.open(article.id)
        except (OSError, ValueError, LookupError):
            return article
        if session.needs_marking:
            self.frame.reading.marking.start(article)
        return article

    def cycle_marks(self) -> None:
        """Draw other marks."""
        session = self.frame.session
        session.marks = (session.marks + 1) % len(MARK_SETS)
        name, layers = MARK_SETS[session.marks]
        self.frame.text.show_layers(layers)
        self.frame.say(f"Marks: {name}")

    def widen(self, step: int) -> None:
        """Wider or narrower text; 0 is the width of the settings, and that of the other panes as at first."""
        session = self.frame.session
        session.widen(step)
        self.frame.text.set_width(session.width)
        if not step:
            self.frame.dividing.divide(0)
        self.frame.say(f"{session.width} columns")
        self.keep()

    def keep(self) -> None:
        """Have the order of the list and the width of the text at the next start too."""
        view = dict(self.frame.session.view)
        self.frame.jobs.write(lambda: write_view(view), lambda _: None, self.frame.trouble)

    def pick_theme(self) -> None:
        """Choose a theme; each is shown while it is under the cursor."""
        frame = self.frame
        from reader.ui.screens.themes import theme_picker
        from reader.ui.theming import remember

        def chosen(name: str | None) -> None:
            if name is None:
                return
            try:
                remember(name)
                frame.say(f"{name} from now on", "good")
            except OSError as error:
                frame.say(f"{name} for this time only: {error.strerror or error}")

        frame.app.push_screen(theme_picker(frame.app, frame.trouble), chosen)
