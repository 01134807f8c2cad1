"""People inside a run of capitals that is longer than a name: "Washington State University Simon Ličen", a headline's
words, a minister behind the office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.lexicon import NAMED_AFTER, NAMESAKES, NOT_NAMES, ORG_ENDS, TITLES
from reader.detect.people.beside import closes_firm, lends_its_name
from reader.detect.people.households import governs, may_govern
from reader.detect.people.knowledge import VOUCH, Knowledge
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain
from reader.detect.people.spelling import parts_of
from reader.detect.people.tokens import Tokens
from reader.detect.people.word_lists import shipped_lists

#: How likely the two last words of a long run must be to be somebody behind an office.
HALF = 0.25
_NO_OFFICES = NAMESAKES | NOT_NAMES


def inside_run(
    text: str,
    tokens: Tokens,
    run: tuple[int, int],
    free: Sequence[int],
    belief: dict[int, float],
    known: Knowledge,
) -> Iterator[Mention]:
    """Known people inside a run of capitals: "Washington State University Simon Ličen", words of a headline.

    `free` are the tokens of the run that are not marked yet.
    """
    words = tokens.words
    first, last = run
    at = last - 3
    if at in free and governs(words, at + 1) and may_govern(words[at], belief.get(at, 0.0), known):
        yield Mention(tokens.starts[at], tokens.ends[at], words[at], at, at + 1, 0.7, "before “White House”")
    if plain(words[last - 1]) in ORG_ENDS or (last < len(words) and words[last] in NAMED_AFTER):
        return
    if closes_firm(words, last - 1):
        return
    tail = last - 2
    if tail in free and tail + 1 in free and _ends_an_office(words, run, belief):
        start, end = tokens.starts[tail], tokens.ends[last - 1]
        yield Mention(start, end, text[start:end], tail, last, 0.6, "behind an office")
        return
    open_tokens, done = set(free), -1
    for at in free:
        if at < done:
            continue
        for size in range(min(4, last - at), 1, -1):
            if at + size - 1 not in open_tokens:
                continue
            name = text[tokens.starts[at] : tokens.ends[at + size - 1]]
            full = known.whole.get(parts_of(name))
            if full is not None and full.score >= VOUCH and not lends_its_name(words, run, at + size):
                score, done = max(0.6, min(0.9, full.score - 0.1)), at + size
                reason = f"the same name as “{full.text}”"
                yield Mention(tokens.starts[at], tokens.ends[done - 1], name, at, done, score, reason)
                break
        else:
            full = known.family.get(parts_of(words[at])[-1])
            if (
                full is not None
                and last - first > 2
                and _fits_headline(words[at], belief.get(at, 0.0), full, known)
            ):
                start = at - 1 if at - 1 in open_tokens and _opens_with_given(words, at - 1) else at
                reason = f"short for “{full.text}”" if start == at else f"of the family name of “{full.text}”"
                if start < at:
                    name = text[tokens.starts[start] : tokens.ends[at]]
                    yield Mention(tokens.starts[start], tokens.ends[at], name, start, at + 1, 0.65, reason)
                    continue
                yield Mention(tokens.starts[at], tokens.ends[at], words[at], at, at + 1, 0.65, reason)


def _ends_an_office(words: Sequence[str], run: tuple[int, int], belief: dict[int, float]) -> bool:
    """Whether a given name and another name end a run of ordinary words: "Minister of Water Development Allan Phiri",
    "Governor for Central Region David Kambalame"."""
    first, last = run
    lists, head, tail = shipped_lists(), plain(words[last - 2]), plain(words[last - 1])
    given = head in lists.given or head in lists.rarer_given
    if last - first < 3 or not given or head in lists.common or plain(words[last - 3]) in _NO_OFFICES:
        return False
    if any(tail in other for other in (lists.common, lists.places, lists.towns, lists.demonyms)):
        return False
    office = plain(words[last - 3]) in lists.common and words[last - 3].istitle()
    shouted = words[last - 1].isupper() or words[last - 2].isupper()
    named = plain(words[last - 3]) in (*TITLES, *lists.given)
    return (
        office and not shouted and not named and min(belief.get(k, 0.0) for k in (last - 2, last - 1)) >= HALF
    )


def _opens_with_given(words: Sequence[str], at: int) -> bool:
    """Whether a word that is no ordinary one opens a line before a family name: "Lamorne Morris Relates to"."""
    lists, word = shipped_lists(), plain(words[at])
    others = (lists.common, lists.places, lists.demonyms, TITLES, NOT_NAMES, ORG_ENDS)
    opens = at == 0 or words[at - 1] == "\n"
    return opens and words[at].istitle() and len(word) > 2 and not any(word in other for other in others)


def _fits_headline(word: str, seen: float, full: Mention, known: Knowledge) -> bool:
    """Whether a word of a headline may be the family name of a person named in full elsewhere."""
    if full.score < 0.8 or len(word) < 3 or plain(word) in TITLES or known.is_rarely_a_person(word):
        return False
    return seen >= (0.02 if word.isupper() else 0.1)
