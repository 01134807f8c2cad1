"""A small library in the raw style, and the app on it."""

import asyncio
import gc
from contextlib import asynccontextmanager
from functools import cache

import pytest

from reader.settings import Settings

STORIES = {
    "a-harbour.txt": (
        "Harbour reopens after storm\n\n2024-03-03 08:00\n\nLISBON (Coastal Press) - The harbour of Lisbon "
        "reopened on Sunday, harbour master Maria Kabral said. Repairs cost 5 million euros and took 12 days.\n\n"
        "Mayor Carlos Moedas thanked the crews. “The cranes work again,” Kabral told reporters.\n\n"
        "About 40 ships had waited outside the port. The blue heron pact was signed later.\n"
    ),
    "b-bridge.txt": (
        "Bridge closed for a year\n\n2024-03-05 08:00\n\nPORTO (Coastal Press) - The old bridge of Porto "
        "will be closed for one year, engineer Rui Santos said on Tuesday.\n\nThe work costs 7 million "
        "euros, Santos said. Maria Kabral, who inspected the piers, called the damage "
        "serious.\n\nThe blue heron pact pays for a third of it.\n"
    ),
    "c-river.txt": (
        "River rises above the mark\n\n2024-03-07 08:00\n\nCOIMBRA (Coastal Press) - The river rose 3 metres in "
        "two days, minister Ana Lopes said on Thursday.\n\nSome 200 families left their homes. "
        "Lopes promised 2 million euros.\n\n"
        "Nobody mentioned the blue heron pact, although Maria Kabral had asked for it.\n"
    ),
}


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "news"
    home.mkdir()
    for name, text in STORIES.items():
        (home / name).write_text(text, "utf-8")
    return home


async def settle(pilot, condition=None, seconds=12.0):
    """Wait until nothing is being done any more, and until `condition()` holds if one is given."""
    main = pilot.app.main
    for _ in range(int(seconds / 0.02)):
        await pilot.pause(0.02)
        if not main.files.scanning and not pilot.app.jobs.writing and (condition is None or condition()):
            await pilot.pause()
            return
    bars = [getattr(screen, "bar", main.bar).text for screen in pilot.app.screen_stack]
    raise AssertionError(f"still busy; {bars} {pilot.app.screen}")


@cache
def _set_aside():
    """Once: what the first app has loaded stays, and need not be gone through again."""
    gc.freeze()


@pytest.fixture
def open_app(monkeypatch):
    @asynccontextmanager
    async def opened(*paths, size=(120, 40), **options):
        from reader.ui.opening import make_app

        app = make_app(list(paths), **options)
        session = app.main.session
        if session.settings == Settings():  # else how slow the machine is would decide what has been read
            session.settings = Settings(mark_read_after=3600)
        async with app.run_test(size=size) as pilot:
            some = any(list(path.glob("*.txt")) for path in paths)
            await settle(pilot, lambda: app.main.session.article is not None or not some)
            yield pilot
            app.jobs.close()
        await asyncio.to_thread(app.jobs.drain)

    yield opened
    gc.collect()  # the files that an app holds are let go with it
    _set_aside()
