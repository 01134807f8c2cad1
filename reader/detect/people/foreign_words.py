"""Words and runs of capitals in languages other than English: what leans on a name, and what the lists know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.languages import Language
from reader.detect.people.rules import is_capitalised, plain
from reader.detect.people.word_lists import shipped_lists
from reader.folding import fold_text

# Small words that lean on the next one: "d'Emmanuel Macron", "l'Élysée", "dell'Italia".
_LEANING = frozenset("d l s n j c m t qu lorsqu puisqu jusqu dell all dall nell sull un quest".split())
_MARKS = ("'", "’")


def is_listed(word: str) -> bool:
    """Whether a list knows a word as the name of a person, of either sort."""
    lists = shipped_lists()
    return any(
        form in names
        for form in {plain(word), fold_text(word)}
        for names in (lists.family, lists.rarer_family, lists.given, lists.rarer_given)
    )


def is_common(word: str) -> bool:
    """Whether a word is an ordinary English one rather than a name: "Journalist The Guardian"."""
    lists, form = shipped_lists(), plain(word)
    return form in lists.common and form not in lists.family and form not in lists.given


def is_family(word: str) -> bool:
    """Whether the lists know a word as a family name and not as a given one."""
    lists, forms = shipped_lists(), {plain(word), fold_text(word)}
    return any(form in lists.family or form in lists.rarer_family for form in forms) and not is_forename(word)


def is_forename(word: str) -> bool:
    """Whether the lists know a word as a given name, in its own letters or without their marks."""
    lists = shipped_lists()
    return any(form in lists.given or form in lists.rarer_given for form in (plain(word), fold_text(word)))


def lean_of(word: str) -> int:
    """How many characters of a word are a small one that leans on a name: 2 in "d'Emmanuel"."""
    for mark in _MARKS:
        head, found, rest = word.partition(mark)
        if found and head in _LEANING and rest[:1].isupper():
            return len(head) + 1
    return 0


def stem_of(word: str, language: Language) -> int:
    """The length of a word without the suffix that Turkish puts behind a name's apostrophe: "Erdoğan'ın"."""
    if language.code == "tr":
        for mark in _MARKS:
            head, found, rest = word.rpartition(mark)
            if found and rest.islower():
                return len(head)
    return len(word)


def runs_in(words: Sequence[str], language: Language) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words, with the particles of the language between them."""
    particles = language.particles | {"y", "e"} if language.code in ("es", "pt") else language.particles
    at, count = 0, len(words)
    while at < count:
        if not is_capitalised(words[at]) and not lean_of(words[at]):
            at += 1
            continue
        end = at + 1
        while end < count and stem_of(words[end - 1], language) == len(words[end - 1]):
            if is_capitalised(words[end]) and lean_of(words[end]) in (0, 2):
                end += 1
                continue
            ahead = end
            while ahead < count and ahead - end < 3 and words[ahead] in particles:
                ahead += 1
            if words[end] in ("y", "e") and (end - at < 2 or not _joins(words, end + 1)):
                break
            if ahead == end or ahead >= count or not is_capitalised(words[ahead]):
                break
            end = ahead + 1
        yield at, end
        at = end


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether the word behind "y" is a second family name and nobody else's name: "Ortega y Gasset"."""
    if at + 1 >= len(words) or not is_capitalised(words[at]) or is_forename(words[at]):
        return False
    return not is_capitalised(words[at + 1])
