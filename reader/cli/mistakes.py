"""What is wrong with the settings beyond the form of each, for `reader config --check` and `reader doctor`."""

from __future__ import annotations

from importlib import import_module

from reader.model import Problem
from reader.settings import Settings, line_of


def find_mistakes(settings: Settings, file: str) -> tuple[Problem, ...]:
    """What is wrong with the keys, the theme, the watched queries and the backend: their own modules know."""
    from reader.detect.people.backend_spacy import trouble_with
    from reader.library.following import trouble_with as watch_trouble

    # By name: the app and the commands do not know each other.
    _, keys = import_module("reader.ui.keymap").check_keys(settings.keys, file)
    _, theme = import_module("reader.ui.theming").starting_theme(settings.theme)
    watch = []
    for followed in settings.watch:
        if wrong := watch_trouble(followed):
            line = line_of(file, "watch", followed.query)
            watch.append(Problem(file, line, f"watch: {followed.label}: {wrong}; it is not followed"))
    if line := line_of(file, "theme"):  # a theme that is there has mistakes in its own file
        theme = tuple(p if p.line else Problem(file, line, f"{p}; the default is used") for p in theme)
    trouble = trouble_with(settings.spacy_model) if settings.backend == "spacy" else ""
    backend = (
        (Problem(file, line_of(file, "spacy_model") or line_of(file, "backend"), trouble),) if trouble else ()
    )
    return (*keys, *theme, *watch, *backend)
