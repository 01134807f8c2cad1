"""People who go by their initials: "Pedro Pablo Kuczynski, known as PPK", and PPK from there on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.knowledge import Knowledge
from reader.detect.mention import Mention
from reader.detect.spelling import letters_of
from reader.detect.tokens import Tokens


def called_by_letters(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of two mentions of which the second is the first's initials."""
    full: dict[str, int] = {}
    for at, mention in enumerate(mentions):
        if letters := letters_of(mention.text):
            full.setdefault(letters, at)
    for at, mention in enumerate(mentions):
        if mention.text in full:
            yield full[mention.text], at


def by_letters(text: str, tokens: Tokens, first: int, last: int, known: Knowledge) -> Mention | None:
    """A mention by initials, of somebody named in full whom the text says to be called so."""
    word = tokens.words[first]
    full = known.letters.get(word) if last - first == 1 and word in known.called else None
    if full is None:
        return None
    start, end = tokens.starts[first], tokens.ends[first]
    return Mention(start, end, word, first, last, 0.8, f"the initials of “{full.text}”")
