"""People by a spaCy model that the user has installed (`pip install 'newsprint-reader[spacy]'`).

spaCy: https://spacy.io, MIT. Its entities of label PERSON or PER are taken as mentions; titles are cut off
like everywhere else.
"""

from __future__ import annotations

import importlib.util
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Any

from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.refusal import BackendError
from reader.detect.people.rules import strip_titles
from reader.detect.people.tokens import OWNER, Tokens

# spaCy refuses longer texts; a piece ends at a line break or a blank.
_PIECE = 200_000
_LABELS = frozenset(("PERSON", "PER"))
_SCORE = 0.8


_NO_SPACY = "the spacy backend needs spaCy: pip install 'newsprint-reader[spacy]', or set backend: builtin"
_NO_MODEL = "spaCy has no model {0!r}: python -m spacy download {0}, or set backend: builtin"
_NO_FOLDER = "there is no spaCy model in {0!r}: name a folder with a saved pipeline, or set backend: builtin"


def _missing(model: str) -> str:
    return (_NO_FOLDER if Path(model).name != model else _NO_MODEL).format(model)


def trouble_with(model: str) -> str:
    """What stands in the way of this backend, "" for nothing; nothing is loaded to find out."""
    if importlib.util.find_spec("spacy") is None:
        return _NO_SPACY
    packaged = model.isidentifier() and importlib.util.find_spec(model) is not None
    return "" if packaged or Path(model).exists() else _missing(model)


class SpacyBackend:
    """Mentions of people by the named spaCy model."""

    def __init__(self, model: str) -> None:
        try:
            import spacy
        except ImportError as error:
            raise BackendError(_NO_SPACY) from error
        try:
            self._pipeline: Any = spacy.load(model, exclude=["lemmatizer", "attribute_ruler"])
        except OSError as error:
            raise BackendError(_missing(model)) from error
        self.language = str(self._pipeline.lang)

    def propose(self, text: str, tokens: Tokens) -> Proposal:
        """The model's people, fitted to whole tokens and without titles."""
        if not tokens.starts:
            return Proposal([], {})
        found: list[Mention] = []
        low, high = tokens.starts[0], tokens.ends[-1]
        while low < high:
            stop = min(high, low + _PIECE)
            if stop < high:
                stop = max(text.rfind("\n", low, stop), text.rfind(" ", low, stop)) + 1 or stop
                stop = stop if stop > low else min(high, low + _PIECE)
            for entity in self._pipeline(text[low:stop]).ents:
                if entity.label_ not in _LABELS:
                    continue
                first = bisect_right(tokens.ends, low + entity.start_char)
                last = bisect_left(tokens.starts, low + entity.end_char)
                if last > first and tokens.words[last - 1] in OWNER:
                    last -= 1
                if first >= last:
                    continue
                first = strip_titles(tokens.words, first, last)
                begin, end = tokens.starts[first], tokens.ends[last - 1]
                if found and found[-1].last > first:
                    continue
                found.append(Mention(begin, end, text[begin:end], first, last, _SCORE, "found by spaCy"))
            low = stop
        return Proposal(found, {})
