"""People who go by their initials: "Pedro Pablo Kuczynski, known as PPK", and PPK from there on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.lexicon import SPEECH
from reader.detect.people.knowledge import Knowledge
from reader.detect.people.mention import Mention
from reader.detect.people.spelling import letters_of
from reader.detect.people.tokens import Tokens

#: How sure a full name must be to lend its initials.
_SURE = 0.8
_DOES = frozenset("will would has had is was then also did went came met wrote wants wanted".split())


def called_by_letters(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of two mentions of which the second is the first's initials."""
    full: dict[str, int] = {}
    for at, mention in enumerate(mentions):
        if letters := letters_of(mention.text):
            full.setdefault(letters, at)
    for at, mention in enumerate(mentions):
        if mention.text in full:
            yield full[mention.text], at


def _acts(words: Sequence[str], at: int) -> bool:
    """Whether a word opens a sentence and does something: "MBS will go"."""
    before, after = words[at - 1] if at else "\n", words[at + 1] if at + 1 < len(words) else ""
    return before in ("\n", ".", ";", "“", "”", '"') and (after in SPEECH or after in _DOES)


def by_letters(text: str, tokens: Tokens, first: int, last: int, known: Knowledge) -> Mention | None:
    """A mention by initials, of somebody named in full whom the text says to be called so."""
    word = tokens.words[first]
    full = known.letters.get(word) if last - first == 1 else None
    if full is None or full.score < _SURE or not (word in known.called or _acts(tokens.words, first)):
        return None
    start, end = tokens.starts[first], tokens.ends[first]
    return Mention(start, end, word, first, last, 0.8, f"the initials of “{full.text}”")
