"""Who finds the people: the built-in tagger, or one that the user's settings name.

A backend is anything with a `propose` that gives mentions with offsets; document passes, names and
corrections are the same for all. `use_backend` or `follow_settings` is called once, at start, before anything
is detected.
"""

from __future__ import annotations

from typing import Protocol

from reader.detect.people.mention import Proposal
from reader.detect.people.refusal import BackendError
from reader.detect.people.tokens import Tokens

__all__ = ["BACKENDS", "Backend", "BackendError", "current_backend", "follow_settings", "use_backend"]

BACKENDS = ("builtin", "spacy")


class Backend(Protocol):
    """Proposes mentions of people in a text that is already cut into tokens.

    `language` is the code of the language that it knows. Where that is English, texts in others are left to rules.
    """

    language: str

    def propose(self, text: str, tokens: Tokens) -> Proposal:
        """The people of a stretch; indexes are those of `tokens`."""
        ...


_current: Backend | None = None


def use_backend(name: str, model: str = "en_core_web_sm") -> None:
    """Choose the backend by name ("builtin", "spacy"); `model` is spaCy's model.

    Raises BackendError where the name is unknown or what it needs is not installed.
    """
    global _current
    if name == "builtin":
        _current = None
    elif name == "spacy":
        from reader.detect.people.backend_spacy import SpacyBackend

        _current = SpacyBackend(model)
    else:
        raise BackendError(f"unknown backend {name!r}: choose one of {', '.join(BACKENDS)}")


class _Later:
    """spaCy's model, loaded when the first text comes; where that fails, the built-in tagger."""

    def __init__(self, model: str) -> None:
        self._model = model
        self.language = ""

    def propose(self, text: str, tokens: Tokens) -> Proposal:
        """What the loaded backend proposes."""
        global _current
        try:
            use_backend("spacy", self._model)
        except BackendError:
            _current = None
        return current_backend().propose(text, tokens)


def follow_settings(name: str, model: str) -> str:
    """Use the backend that the settings name from the first text on; nothing is loaded before.

    Gives what is wrong with it in one line, "" where nothing is; then the built-in tagger is used.
    """
    global _current
    if name != "spacy":
        if isinstance(_current, _Later):
            _current = None
        return ""
    from reader.detect.people.backend_spacy import trouble_with

    trouble = trouble_with(model)
    if not trouble:
        _current = _Later(model)
    return trouble


def current_backend() -> Backend:
    """The backend in use; the built-in one is loaded on first use."""
    global _current
    if _current is None:
        from reader.detect.people.tagger import builtin_tagger

        _current = builtin_tagger()
    return _current
