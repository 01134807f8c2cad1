"""Themes, sizes, the wall, and what goes wrong with the user's own files."""

import os

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from reader import paths
from reader.model import Problem
from reader.ui.theming import DEFAULT, VARIABLES, read_theme, starting_theme, theme_files
from reader.ui.wall import Wall
from reader.ui.widgets.looks import Looks
from reader.ui.widgets.reading.styles import LOOKS
from tests.test_themes import contrast
from tests.ui.conftest import settle


def write_config(text):
    paths.config_dir().mkdir(parents=True, exist_ok=True)
    (paths.config_dir() / "config.yaml").write_text(text, "utf-8")


def write_theme(name, text):
    folder = paths.config_dir() / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder / f"{name}.yaml"


def test_shipped_themes_are_sound():
    names = theme_files()
    assert {DEFAULT} < set(names) and len(names) >= 4
    for path in names.values():
        theme = read_theme(path)
        assert isinstance(theme, Theme), theme
        assert set(VARIABLES) >= {"person", "figure", "note", "hit"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("primary: '#12345'\n", 1, "not a colour"),
        ("dark: true\nprimary: red\nvariables:\n  person: nocolour\n", 4, "person"),
        ("primary: red\ncolour: blue\n", 2, "unknown field"),
        ("dark: true\n", 1, "`primary` is missing"),
        ("primary: red\ntext_alpha: 7\n", 2, "from 0 to 1"),
        ("primary: [red\n", 2, ""),
        ("primary: red\nvariables:\n  border-style: wavy\n", 3, "text style"),
        ("- red\n", 1, "expected `field: colour`"),
    ],
)
def test_broken_theme_is_named_with_its_line(text, line, said):
    path = write_theme("mine", text)
    found = read_theme(path)
    assert isinstance(found, Problem) and said in found.message and found.line == line
    theme, problems = starting_theme("mine")
    assert theme.name == DEFAULT and str(path) in str(problems[0])


def test_unknown_theme_names_those_there_are():
    theme, problems = starting_theme("nosuch")
    assert theme.name == DEFAULT and DEFAULT in problems[0].message
    assert starting_theme("../../etc/passwd")[0].name == DEFAULT


def test_kept_theme_follows_the_file():
    path = write_theme("mine", "primary: red\n")
    assert starting_theme("mine")[0].primary == "red"
    path.write_text("primary: '#00ff00'\n", "utf-8")
    assert starting_theme("mine")[0].primary == "#00ff00"


def test_wall_takes_control_characters_and_links():
    wall = Wall()
    safe = [Segment("plain ‘text’ — é"), Segment("x", Style(bold=True))]
    assert wall.apply(safe, Color(0, 0, 0)) is safe
    bad = [Segment("a\x1b]52;c;eA==\x07b\u202e\x9b2J\n"), Segment("l", Style(link="https://x"))]
    text = "".join(segment.text for segment in wall.apply(bad, Color(0, 0, 0)))
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in text)
    assert all(not s.style or not s.style.link for s in wall.apply(bad, Color(0, 0, 0)))


async def test_broken_settings_are_told_and_the_rest_works(folder, open_app):
    write_config("theme: nosuch\nwidth: wide\nkeys:\n  note.ad: A\n")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert "config.yaml:2" in main.bar.text and "+2" in main.bar.text
        await pilot.press("g", "exclamation_mark")
        assert len(pilot.app.screen._choices) == 3
        await pilot.press("escape")


async def test_own_keys_and_theme(folder, open_app):
    write_theme("mine", "primary: '#ff8800'\ndark: false\n")
    write_config("theme: mine\nkeys:\n  figure.next: p\n  person.next: f\n  go.list: g o\n")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        assert pilot.app.theme == "mine"
        await pilot.press("p")
        assert main.text.sentence[0] <= main.session.detection.figures[0].start
        assert main.text.caret == main.session.detection.figures[0].start
        await pilot.press("g", "o")
        assert main.pane == "list"


async def test_a_narrow_key_bar_keeps_what_everybody_needs(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        shown = pilot.app.main.bar.render_line(0).text
        for hint in ("a Note", "v Select", "f Figure", "p Person", "Space Read on", "? Help", "q Back"):
            assert hint in shown, shown


async def test_one_pane_at_a_time_when_narrow(folder, open_app):
    async with open_app(folder, size=(60, 15)) as pilot:
        main = pilot.app.main
        assert main.text.region.width == 60 and not main.list.region.width
        await pilot.press("h")
        assert main.list.region.width == 60 and not main.text.region.width
        await pilot.press("tab", "tab")
        assert main.side.region.width == 60 and main.pane == "notes"
        await pilot.press("q", "q")
        assert main.pane == "list"
        caret = main.text.caret
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        assert main.list.region.width and main.text.region.width > 72 and main.side.region.width
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert main.list.region.width and main.text.region.width and main.text.caret == caret


async def test_mouse_does_it_all(folder, open_app):
    async with open_app(folder, size=(170, 40)) as pilot:
        main = pilot.app.main
        await pilot.click(main.list, offset=(6, 3))
        await settle(pilot, lambda: main.session.article.title == "Bridge closed for a year")
        await pilot.click(main.side.query_one("TabLine"), offset=(11, 0))
        await pilot.pause()
        assert main.side.active == "people"
        await pilot.click(main.filter_bar)
        await pilot.pause()
        assert main.query_one("#filter")
        await pilot.press("escape")
        await pilot.click(main.filter_bar, offset=(main.filter_bar.size.width - 4, 0))  # "newest"
        await settle(pilot, lambda: getattr(pilot.app.screen, "_title", "") == "Order of the list")
        await pilot.press("escape")
        await pilot.click(main.bar, offset=(1, 0))
        await pilot.pause()


async def test_no_color_and_the_terminals_own_colours(folder, open_app, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(folder, theme="terminal") as pilot:
        assert pilot.app.theme == "terminal" and pilot.app.no_color
        await pilot.press("f", "v", "escape", "question_mark", "escape")


async def test_theme_picker_previews_and_goes_back(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        before = app.theme
        await pilot.press("g", "t")
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.theme != before
        await pilot.press("escape")
        assert app.theme == before


async def test_the_theme_chosen_last_holds(folder, open_app):
    write_config("theme: sepia\n")
    os.utime(paths.config_dir() / "config.yaml", (1, 1))
    async with open_app(folder) as pilot:
        assert pilot.app.theme == "sepia"
        await pilot.press("g", "t", *"paper", "enter")
        await pilot.pause()
        assert "paper" in pilot.app.main.bar.text
    async with open_app(folder) as pilot:
        assert pilot.app.theme == "paper"
    write_config("theme: moss\n")
    os.utime(paths.config_dir() / "config.yaml")
    async with open_app(folder) as pilot:
        assert pilot.app.theme == "moss"
    async with open_app(folder, theme="fjord") as pilot:
        assert pilot.app.theme == "fjord"


async def test_groups_have_headings_and_rows_keep_their_place(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "S", *"by day", "enter")
        await settle(pilot, lambda: main.session.group == "day")
        assert [text for _, text in main.list.headings()] == ["7 Mar 2024", "5 Mar 2024", "3 Mar 2024"]
        assert main.list.virtual_size.height == 3 * main.list.row_height + 3
        assert "7 Mar 2024" in main.list.render_line(0).text
        for index in range(3):
            y = main.list.places.y_of(index)
            assert main.list.places.at(y) == (index, 0) and main.list.places.at(y - 1) == (index, -1)
        await pilot.press("G")
        await settle(pilot, lambda: main.session.article.id == "a-harbour.txt#0")
        await pilot.press("S", *"no groups", "enter")
        await settle(pilot, lambda: main.list.headings() == [])


async def test_folders_are_groups_too(folder, open_app):
    (folder / "2024-03").mkdir()
    (folder / "2024-03" / "press").mkdir()
    (folder / "a-harbour.txt").rename(folder / "2024-03" / "press" / "a-harbour.txt")
    (folder / "b-bridge.txt").rename(folder / "2024-03" / "b-bridge.txt")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.list.rows) == 3)
        await pilot.press("h", "S", *"folder", "enter")
        await settle(pilot, lambda: main.session.group == "folder")
        assert main.list.headings() == [(0, "./"), (1, "2024-03/"), (2, "2024-03/press/")]


async def test_every_mark_of_every_theme_is_read_without_strain(folder, open_app):
    over = ("person", "person_faint", "figure", "figure_faint", "meta", "caption", "hidden", "note", "hit")
    async with open_app(folder) as pilot:
        app, poor = pilot.app, []
        for name in theme_files():
            theme = read_theme(theme_files()[name])
            app.register_theme(theme)
            app.theme = name
            await pilot.pause()
            looks = Looks(app.main.text, LOOKS)
            if theme.ansi:
                assert looks.of("person_faint").dim and looks.of("figure_faint").dim
                continue
            for below in ((), ("sentence",)):
                for mark in over:
                    style = looks.of(*below, mark)
                    ratio = contrast(style.color.triplet.hex, style.bgcolor.triplet.hex)
                    if style.dim or ratio < 4.5:
                        poor.append((name, below, mark, ratio))
        assert not poor
