"""Choosing a theme: each is on the screen while it is under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.theme import Theme

from reader.ui.screens.picker import Choice, Picker
from reader.ui.theming import read_theme, theme_files


def theme_picker(app: App[Any], trouble: Callable[[object], None]) -> Picker:
    """A picker over all themes, shipped and the user's; a broken one is named with its line and not offered."""
    before = app.theme
    names = []
    for name, path in sorted(theme_files().items()):
        found = read_theme(path)
        if isinstance(found, Theme):
            app.register_theme(found)
            names.append(Choice(name, name, "dark" if found.dark else "light"))
        else:
            trouble(f"{found}; it is not offered")

    def preview(name: str | None) -> None:
        app.theme = name or before

    start = next((index for index, choice in enumerate(names) if choice.value == before), 0)
    return Picker("Theme", names, start=start, preview=preview)
