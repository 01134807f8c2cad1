"""A long article is marked where the reader is at once, and everywhere when all of it has been gone through."""

import threading

import pytest

from reader.library import Library
from reader.settings import Settings
from reader.ui.keymap import Keymap
from reader.ui.session import Session
from tests.ui.conftest import settle


@pytest.fixture
def long_article(folder):
    body = "\n\n".join(
        f"On Monday Karin Holm of village {n} said that the bridge would cost {n + 5} million euros to repair."
        for n in range(620)
    )
    (folder / "long.txt").write_text(f"A very long story\n\n2020-01-01 08:00\n\n{body}\n", "utf-8")
    return folder


async def test_what_is_on_screen_is_marked_first(long_article, open_app, monkeypatch):
    async with open_app(long_article) as pilot:
        main = pilot.app.main
        session = main.session
        await settle(pilot, lambda: len(session.rows) == 4)
        whole, going = session.library.detection, threading.Event()

        def slowly(article_id):
            if article_id.startswith("long"):
                going.wait(30)
            return whole(article_id)

        monkeypatch.setattr(session.library, "detection", slowly)
        try:
            await pilot.press("h", "G", "enter")
            await settle(pilot, lambda: session.article.id == "long.txt#0" and session.detection.figures)
            shown = main.text.on_screen

            def marked(low, high):
                return [p for p in session.detection.people if low <= p.start < high]

            assert len(marked(*shown)) == session.article.text[slice(*shown)].count("Karin Holm") > 2
            assert len(session.detection.people) < 200
            assert main.text.marks_at(marked(*shown)[0].start)[0][0] == "person"
            assert not marked(len(session.article.text) // 2, len(session.article.text))
            await pilot.press("G")
            await settle(pilot, lambda: main.text.on_screen[1] == len(session.article.text))
            end = main.text.on_screen
            await settle(pilot, lambda: marked(*end))
            assert marked(*shown)  # and what was there stays
            starts = [p.start for p in session.detection.people]
            assert starts == sorted(set(starts))
        finally:
            going.set()
        await settle(pilot, lambda: len(session.detection.people) == 620)


async def test_a_correction_in_a_long_article_does_not_stop_the_keys(long_article, open_app, monkeypatch):
    async with open_app(long_article) as pilot:
        main = pilot.app.main
        session = main.session
        await settle(pilot, lambda: len(session.rows) == 4)
        await pilot.press("h", "G", "enter")
        await settle(pilot, lambda: len(session.detection.people) == 620)
        whole, asked = session.library.detection, []

        def watched(article_id):
            asked.append(threading.current_thread() is threading.main_thread())
            return whole(article_id)

        monkeypatch.setattr(session.library, "detection", watched)
        await pilot.press("p", "c", "n")
        await settle(pilot, lambda: asked and not session.detection.people)
        assert not any(asked)
        await pilot.press("u")
        await settle(pilot, lambda: len(session.detection.people) == 620)
        assert not any(asked)


def test_an_article_without_marks_in_the_index_is_shown_before_they_are_found(folder):
    library = Library.open([folder])
    library.scan(processes=0, marks=False)
    session = Session(library, Settings(), Keymap())
    first = session.rows[0].id
    session.open(first)
    assert session.needs_marking and not session.detection.people
    session.open(first)  # after a correction, say: the marks on the screen give way to the new ones at once
    assert not session.needs_marking and session.detection.people


async def test_a_key_that_asks_for_marks_has_them_found_before_it_is_answered(folder, open_app, monkeypatch):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.session.detection.figures)
        library, going = main.session.library, threading.Event()
        whole = library.detection

        def slowly(article_id):
            if threading.current_thread() is not threading.main_thread():
                going.wait(30)
            return whole(article_id)

        monkeypatch.setattr(library, "detection", slowly)
        monkeypatch.setattr(library, "is_marked", lambda _: False)
        try:
            await pilot.press("J")
            assert not main.session.detection.figures
            await pilot.press("f")
            caret, figures = main.text.caret, main.session.detection.figures
            assert caret in [figure.start for figure in figures]
        finally:
            going.set()
        await settle(pilot)
        assert main.text.caret == caret and main.session.detection.figures == figures
