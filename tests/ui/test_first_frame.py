"""What is sent to the terminal at the start: one frame, with the article in it."""

import pytest

from reader import parsing
from reader.library import Library
from reader.model import Anchor, Correction, Note
from reader.settings import Settings
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.reading.pane import ReadingPane
from tests.ui.conftest import STORIES, settle


@pytest.fixture
def painted(monkeypatch):
    """How often each widget painted its lines, by name; and the article that the text showed each time."""
    seen = {"list": 0, "text": []}
    list_lines, text_lines = ArticleList.render_lines, ReadingPane.render_lines

    def of_list(self, crop):
        seen["list"] += 1
        return list_lines(self, crop)

    def of_text(self, crop):
        seen["text"].append(self.document.text)
        return text_lines(self, crop)

    monkeypatch.setattr(ArticleList, "render_lines", of_list)
    monkeypatch.setattr(ReadingPane, "render_lines", of_text)
    return seen


def index(folder):
    library = Library.open([folder], Settings())
    library.scan()
    library.close()


async def test_list_and_article_are_painted_once_and_together(folder, open_app, painted):
    index(folder)
    async with open_app(folder) as pilot:
        await pilot.pause()
        assert painted["list"] == 1
        assert len(painted["text"]) == 1 and "The river rose 3 metres" in painted["text"][0]
        assert pilot.app.main.text.has_focus


async def test_the_list_is_at_its_place_in_the_first_frame(folder, open_app, painted):
    for number in range(60):
        gauges = " ".join(f"Gauge {number * 1000 + k} rose." for k in range(40))
        text = f"River {number} rises\n\n2024-04-07 08:00\n\n{gauges}\n"
        (folder / f"r{number:02}.txt").write_text(text, "utf-8")
    index(folder)
    library = Library.open([folder], Settings())
    shown = [row.id for row in library.rows("")]
    library.state.mark_read(shown[:40])
    library.close()
    async with open_app(folder) as pilot:
        await pilot.pause()
        main = pilot.app.main
        assert main.list.cursor == main.session.index() > 0 and main.list.scroll_offset.y > 0
        assert painted["list"] == 1


async def test_the_list_does_not_wait_for_a_large_first_article(folder, open_app, painted):
    long = (
        STORIES["c-river.txt"].replace("07", "09") + "\n\n" + "The water rose again on that day.\n\n" * 3000
    )
    (folder / "d-long.txt").write_text(long, "utf-8")
    index(folder)
    async with open_app(folder) as pilot:
        assert painted["text"][0] == ""
        assert pilot.app.main.session.article.file == "d-long.txt"
        assert len(painted["text"][-1]) > 90_000


async def test_the_keys_go_to_the_list_without_the_text_being_painted(folder, open_app, painted):
    index(folder)
    async with open_app(folder) as pilot:
        await pilot.pause()
        painted["text"].clear()
        await pilot.press("h")
        await pilot.pause()
        assert pilot.app.main.list.has_focus
        assert painted["text"] == []


async def test_the_article_that_comes_next_is_kept_for_the_next_start(folder, open_app, monkeypatch):
    index(folder)
    async with open_app(folder) as pilot:
        await pilot.press("n")
        await settle(pilot, lambda: pilot.app.main.session.article.file == "b-bridge.txt")
        await settle(pilot, lambda: pilot.app.main.session.unread_count == 2)
    library = Library.open([folder], Settings())
    monkeypatch.setattr(parsing, "parse_bytes", None)
    assert library.article("b-bridge.txt#0").title == "Bridge closed for a year"
    library.close()


@pytest.mark.parametrize("known", [True, False])
async def test_notes_are_in_the_first_frame_if_known_else_right_after_it(
    folder, open_app, painted, monkeypatch, known
):
    library = Library.open([folder], Settings())
    library.scan()
    anchor = Anchor("Some 200 families", start=library.article("c-river.txt#0").text.index("Some 200"))
    library.notes.add("c-river.txt", Note("", "c-river.txt", anchor, "where to?"))
    if known:
        library.refresh_notes()
    library.close()
    shown, lines = [], ReadingPane.render_lines

    def noted(self, crop):
        shown.append(len(self.screen.session.located))
        return lines(self, crop)

    monkeypatch.setattr(ReadingPane, "render_lines", noted)
    async with open_app(folder) as pilot:
        await settle(pilot, lambda: pilot.app.main.session.located)
        assert shown[0] == known and shown[-1] == 1
        assert (len(shown) == 1) == known


async def test_a_hidden_line_is_hidden_in_the_first_frame(folder, open_app, painted):
    index(folder)
    library = Library.open([folder], Settings())
    line = library.article("c-river.txt#0").blocks[-1].text
    library.apply(Correction("", "hide", line))
    library.close()
    async with open_app(folder) as pilot:
        await pilot.pause()
        assert painted["text"] and not any(line in text for text in painted["text"])


async def test_the_first_frame_does_not_wait_for_marks_that_are_not_known(
    folder, open_app, monkeypatch, painted
):
    library = Library.open([folder], Settings())
    library.scan(marks=False)
    library.close()
    detection, before = Library.detection, []

    def found(self, article):
        before.append(len(painted["text"]))
        return detection(self, article)

    monkeypatch.setattr(Library, "detection", found)
    async with open_app(folder) as pilot:
        await settle(pilot, lambda: pilot.app.main.session.detection.people)
        assert before[0] > 0
