"""People in a text: the backend proposes, the passes over the document decide, names are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.detect.backend import current_backend
from reader.detect.mention import Mention
from reader.detect.names import name_people, parts_of
from reader.detect.rules import runs, titles_of
from reader.detect.tokens import Tokens, tokenise
from reader.model import Correction, Person


def find_people(text: str, *, corrections: Sequence[Correction] = ()) -> tuple[Person, ...]:
    """The people named in `text`, sorted by start; offsets in code points, no overlaps."""
    finder = PeopleFinder(text, corrections)
    finder.add(0, len(text))
    return finder.finish()


class PeopleFinder:
    """Finds the people of one text stretch by stretch, and gives names over all stretches seen."""

    def __init__(self, text: str, corrections: Sequence[Correction] = ()) -> None:
        self._text = text
        self._corrections = corrections
        self._pieces: dict[int, tuple[Tokens, list[Mention]]] = {}

    def add(self, start: int, end: int) -> tuple[Person, ...]:
        """The people of `text[start:end]`, named by what has been seen so far."""
        tokens = tokenise(self._text, start, end)
        mentions = current_backend().propose(self._text, tokens)
        mentions = spread(self._text, tokens, mentions)
        for mention in mentions:
            mention.titles = titles_of(self._text, tokens, mention)
        self._pieces[start] = tokens, mentions
        name_people([m for s in sorted(self._pieces) for m in self._pieces[s][1]])
        return _persons(mentions)

    def finish(self) -> tuple[Person, ...]:
        """The people of all stretches seen, under their final names."""
        mentions = [m for s in sorted(self._pieces) for m in self._pieces[s][1]]
        name_people(mentions)
        return _persons(mentions)


def _persons(mentions: Iterable[Mention]) -> tuple[Person, ...]:
    return tuple(
        Person(m.start, m.end, m.text, m.name, round(m.score, 3), m.reason, m.titles) for m in mentions
    )


def spread(text: str, tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Mark further mentions of people already found: by family name, or by the same words again."""
    full = [m for m in mentions if m.last - m.first > 1]
    known: dict[str, Mention] = {}
    for mention in full:
        known.setdefault(parts_of(mention.text)[-1], mention)
        known.setdefault(" ".join(parts_of(mention.text)), mention)
    taken = {m.first: m for m in mentions}
    for first, last in runs(tokens.words):
        for start in range(first, last):
            if start in taken:
                break
            if last - start > 4:
                continue
            name = text[tokens.starts[start] : tokens.ends[last - 1]]
            source = known.get(" ".join(parts_of(name)))
            if source is not None:
                taken[start] = Mention(
                    tokens.starts[start], tokens.ends[last - 1], name, start, last, 0.8,
                    f"named in full as {source.text}",
                )  # fmt: skip
                break
    return [taken[first] for first in sorted(taken)]
