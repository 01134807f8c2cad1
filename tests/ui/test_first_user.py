"""What a first user runs into: odd keys at odd times, and files that are not what they should be."""

import os

import pytest
from textual.pilot import Pilot

from reader import paths
from reader.ui import opening
from reader.ui.app import ReaderApp


@pytest.fixture
def ended(monkeypatch):
    """The app started as the command starts it, on a terminal in memory; returns its exit code."""

    class Ended(Exception):
        pass

    def end(code):
        raise Ended(code)

    def start(folder, work):
        run = ReaderApp.run
        monkeypatch.setattr(os, "_exit", end)
        monkeypatch.setattr(ReaderApp, "run", lambda app: run(app, headless=True, auto_pilot=work))
        with pytest.raises(Ended) as caught:
            opening.open_app([folder])
        return caught.value.args[0]

    return start


def test_an_error_of_our_own_is_one_line_and_a_log(folder, ended, capsys):
    written = []

    async def work(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        app.jobs.write(lambda: written.append("note"), lambda _: None, lambda _: None)
        app.call_later(lambda: [].pop())

    assert ended(folder, work) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    log = next(paths.state_dir().glob("crash-*.log"))
    assert str(log) in told[0]
    assert "IndexError" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0
    assert written == ["note"]


def test_an_app_that_ends_well_leaves_no_log(folder, ended, capsys):
    async def work(pilot: Pilot[int]) -> None:
        await pilot.press("Q")

    assert ended(folder, work) == 0
    assert capsys.readouterr().err == ""
    assert not list(paths.state_dir().glob("crash-*.log"))
