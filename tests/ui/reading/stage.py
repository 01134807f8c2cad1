"""A bare app with a reading pane, and texts to read in it."""

from __future__ import annotations

from contextlib import asynccontextmanager

from textual.app import App, ComposeResult

from reader.model import Article, Block
from reader.ui.widgets.reading.pane import VARIABLES, Document, ReadingPane

NEWS = "\n\n".join(
    f"Paragraph {i} opens here. The minister said “costs rose by {i} percent” in the capital — again. "
    "Officials of the second ministry did not answer questions about the bridge on Tuesday."
    for i in range(1, 31)
)


class Stage(App[None]):
    """Shows one pane and keeps its messages."""

    def __init__(self, document: Document, position: int = 0) -> None:
        super().__init__()
        self._document, self._position = document, position
        self.seen: list[object] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield ReadingPane(id="text")

    def on_mount(self) -> None:
        pane = self.query_one(ReadingPane)
        pane.focus()
        pane.open(self._document, self._position)

    def _keep(self, message: object) -> None:
        self.seen.append(message)

    on_reading_pane_moved = on_reading_pane_selecting = on_reading_pane_mark_opened = on_reading_pane_read = (
        _keep
    )

    def last(self, kind: type) -> object:
        return next(m for m in reversed(self.seen) if isinstance(m, kind))


@asynccontextmanager
async def reading(text: str | Document = NEWS, size: tuple[int, int] = (80, 24), position: int = 0):
    """(pane, pilot, app) of a running app that reads `text`."""
    document = Document.plain(text) if isinstance(text, str) else text
    app = Stage(document, position)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app.query_one(ReadingPane), pilot, app


def rows_of(pane: ReadingPane) -> list[str]:
    """The rows on the screen as plain text."""
    return [pane.render_line(y).text for y in range(pane.size.height)]


def all_rows(pane: ReadingPane) -> list[tuple[str, object]]:
    """(plain text without the gutter, line) of every row of the whole text."""
    found = []
    for y in range(pane.flow.height):
        line = pane.flow.line(y)
        if line.part:
            continue
        strip = pane.painter.text_row(line, pane.cursor).strip
        found.append((strip.crop(pane.painter.text_x(line), strip.cell_length - 1).text, line))
    return found


def article(blocks: list[tuple[str, str]], **fields: str) -> tuple[Article, str]:
    """An article of (role, text) blocks and the raw file it is from."""
    made, at, raw = [], 0, "\n\n".join(text for _, text in blocks)
    for role, text in blocks:
        made.append(Block(role, text, at, min(len(raw), at + len(text) + 2), f"because {role}"))
        at += len(text) + 2
    shown = [text for role, text in blocks if role not in ("furniture", "byline", "dateline")]
    values = {"title": None, "published": None, "source": None, "author": None, **fields}
    return Article(
        "a.txt#0", "a.txt", 0, blocks=tuple(made), text="\n\n".join(shown), digest="", **values
    ), raw
