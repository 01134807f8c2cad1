"""Every shipped theme is complete, parses, and can be read: WCAG 2 contrast of text and marks."""

from pathlib import Path

import pytest
from rich.color import EIGHT_BIT_PALETTE
from rich.segment import Segment
from rich.style import Style
from textual import constants
from textual.app import App
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Footer, Input, OptionList

from reader import paths
from reader.ui.few_colors import FewColors
from reader.ui.theming import read_theme
from reader.ui.widgets.looks import ROWS
from reader.yamlio import read_yaml

FILES = sorted(paths.shipped("themes").glob("*.yaml"))
MARKS = ["person", "figure", "note", "hit", "dim", *(f"category-{n}" for n in range(1, 6))]
COLOURS = ["primary", "secondary", "accent", "success", "warning", "error", "foreground"]


def load(path: Path) -> dict:
    return read_yaml(path).plain()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_promised_themes_are_there():
    names = {path.stem for path in FILES}
    assert {"dusk", "paper", "contrast", "terminal"} <= names
    assert len(names) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_is_complete_and_every_colour_parses(path):
    theme = load(path)
    assert theme["name"] == path.stem
    known = set(Theme.__dataclass_fields__)
    assert set(theme) <= known
    assert {*COLOURS, "background", "surface", "panel", "boost", "dark"} <= set(theme)
    assert {*MARKS, "sentence"} <= set(theme["variables"])
    for key, value in {**theme, **theme["variables"]}.items():
        if key in COLOURS or key in MARKS or key in ("background", "surface", "panel", "boost", "sentence"):
            Color.parse(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_text_and_marks_stand_out_from_every_background(path):
    theme = load(path)
    if theme.get("ansi") == "true":
        used = {value for key, value in theme.items() if key in COLOURS} | set(theme["variables"].values())
        assert all(value.startswith("ansi_") or value in ("bold", "reverse") for value in used)
        return
    floor = 7.0 if path.stem == "contrast" else 4.5
    grounds = [theme["background"], theme["surface"], theme["panel"], theme["variables"]["sentence"]]
    texts = {key: theme[key] for key in COLOURS} | {key: theme["variables"][key] for key in MARKS}
    low = {
        (key, ground): round(ratio, 2)
        for key, colour in texts.items()
        for ground in grounds
        if (ratio := contrast(colour, ground)) < floor
    }
    assert not low


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_marks_can_be_read_where_they_are_selected(path):
    theme = read_theme(path)
    if theme.ansi:
        return
    chosen = Color.parse(theme.background) + Color.parse(theme.variables["screen-selection-background"])
    texts = {"text": theme.foreground, **{key: theme.variables[key] for key in ("person", "figure")}}
    low = {key: ratio for key, ink in texts.items() if (ratio := contrast(ink, chosen.hex)) < 4}
    assert not low


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_selected_row_can_be_read_and_be_seen(path):
    theme = read_theme(path)
    if theme.ansi:
        return
    name, _, share = ROWS["picked"].ground.partition(" ")
    surface = Color.parse(theme.surface)
    chosen = surface + Color.parse(getattr(theme, name)).multiply_alpha(float(share.rstrip("%")) / 100)
    inks = [theme.foreground, *(theme.variables[key] for key in ("person", "figure", "dim"))]
    assert min(contrast(ink, chosen.hex) for ink in inks) > 4
    assert contrast(chosen.hex, surface.hex) > 1.2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_keeps_its_colours_where_there_are_256(path):
    """A grey page stays grey, and all that is written on it can be read, also on the sentence at the cursor."""
    theme = read_theme(path)
    if theme.ansi:
        return
    grounds = [theme.background, theme.surface, theme.panel, theme.variables["sentence"]]
    inks = [theme.foreground, *(theme.variables[key] for key in ("person", "figure", "dim"))]
    line = [Segment("x", Style(bold=True, color=ink, bgcolor=ground)) for ground in grounds for ink in inks]
    for wanted, (text, style, _) in zip(line, FewColors().apply(line, Color(0, 0, 0))):
        assert style.bold and text == "x"
        ink, ground = (EIGHT_BIT_PALETTE[color.number] for color in (style.color, style.bgcolor))
        paper = wanted.style.bgcolor.triplet
        assert max(abs(a - b) for a, b in zip(ground, paper)) <= 28
        assert max(ground) - min(ground) <= max(paper) - min(paper) + 4  # not more colourful
        assert contrast(*("#{:02x}{:02x}{:02x}".format(*color) for color in (ink, ground))) > 4


async def test_the_palette_is_used_where_the_terminal_has_no_more(tmp_path, monkeypatch):
    from reader.ui.opening import make_app

    for system, filtered in (("truecolor", False), ("256", True), ("standard", False)):
        monkeypatch.setattr(constants, "COLOR_SYSTEM", system)
        app = make_app([tmp_path])
        assert any(isinstance(each, FewColors) for each in app.get_line_filters()) == filtered
        app.jobs.close()


class _Few(App):
    def compose(self):
        yield Input()
        yield OptionList("one", "two")
        yield Footer()


async def test_all_can_be_switched_to_in_a_running_app():
    app = _Few()
    async with app.run_test() as pilot:
        for path in FILES:
            fields = load(path)
            theme = Theme(
                **{
                    **fields,
                    "dark": fields["dark"] == "true",
                    "ansi": fields.get("ansi") == "true",
                    "luminosity_spread": float(fields.get("luminosity_spread", 0.15)),
                    "text_alpha": float(fields.get("text_alpha", 0.95)),
                }
            )
            app.register_theme(theme)
            app.theme = theme.name
            await pilot.pause()
            assert app.theme_variables["person"] == fields["variables"]["person"]


async def test_a_short_theme_on_the_terminals_colours_is_enough(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("ansi: true\nprimary: ansi_blue\nbackground: ansi_default\n")
    theme = read_theme(path)
    assert isinstance(theme, Theme), theme
    app = _Few()
    async with app.run_test() as pilot:
        app.register_theme(theme)
        app.theme = theme.name
        await pilot.pause()
        assert app.theme == "mine"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_app_reads_every_shipped_theme(path):
    assert isinstance(read_theme(path), Theme)
