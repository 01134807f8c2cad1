"""Repairs to silver annotation of people before training: what a title, the rest of the text and the rest of
the corpus make plain, and what models trained on the other half of the corpus see with certainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from reader.detect.lexicon import NOT_NAMES, ORG_ENDS, PARTICLES, ROLES, TITLE_PARTS, TITLES, entries
from reader.detect.people.rules import is_capitalised, plain
from reader.detect.people.tokens import Tokens, tokenise

# Before a capital, these leave no doubt that a person follows.
_SURE = frozenset(
    "mr mrs ms miss dr sen rep gov gen lt maj col capt sgt prof president premier senator chancellor".split()
)
# Also family names, so they do not cut a name in its middle.
_NAME_TOO = frozenset(
    """king prince major judge general marshal don bey shah agha khan father pope bishop abbott dean
    duke earl count lord sister mother brother state field home late chief leader coach singer cook
    baker farmer driver hunter fisher sheikh haji imam police oil air crown lance justice trade
    staff constable page knight sultan emir amir engineer minister for and of the""".split()
)
_CERTAIN = 0.85  # score from which what a model of the other half sees is taken over


def tidy(
    text: str, people: list[tuple[int, int]], others: list[tuple[int, int, str]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
    """Titles cut off, cut names made whole, people after sure titles added; offsets as given."""
    tokens = tokenise(text)
    words = tokens.words
    spans = dict(span for span in (_fit(tokens, s, e) for s, e in people) if span)
    covered = {k for first, last in spans.items() for k in range(first, last)}
    _cut_titles(words, spans, covered)
    _take_in_given_names(words, spans, covered)
    _add_after_titles(words, spans, covered)
    _add_lone_surnames(words, spans, covered)
    return _offsets(tokens, spans, others)


# Each of these changes `spans` (first word of a person to the word after its last) and the words `covered` by them.


def _cut_titles(words: Sequence[str], spans: dict[int, int], covered: set[int]) -> None:
    for first, last in list(spans.items()):
        start = _after_titles(words, first, last)
        if start != first:
            del spans[first]
            covered -= set(range(first, start))
            spans[start] = last


def _take_in_given_names(words: Sequence[str], spans: dict[int, int], covered: set[int]) -> None:
    for first, last in sorted(spans.items()):
        start = first
        while start > 0 and start - 1 not in covered and _is_given_name(words[start - 1]):
            start -= 1
        if start != first:
            del spans[first]
            spans[start] = last
            covered |= set(range(start, last))


def _is_given_name(word: str) -> bool:
    if not is_capitalised(word) or len(word) < 2:
        return False
    known = plain(word)
    if known in TITLES or known in entries("demonyms") or known in NOT_NAMES or known in TITLE_PARTS:
        return False
    return known in entries("forenames") or known in ("abu", "sheik", "umm")


def _add_after_titles(words: Sequence[str], spans: dict[int, int], covered: set[int]) -> None:
    for at in range(1, len(words)):
        if at in covered or plain(words[at - 1]) not in _SURE or not words[at - 1][0].isupper():
            continue
        end = at
        while end < len(words) and end not in covered and end - at < 6 and _is_of_a_name(words, end):
            end += 1
        if end > at and (end >= len(words) or plain(words[end]) not in ORG_ENDS):
            spans[at] = end
            covered |= set(range(at, end))


def _is_of_a_name(words: Sequence[str], at: int) -> bool:
    word = plain(words[at])
    if is_capitalised(words[at]) and not any(
        word in known for known in (NOT_NAMES, ORG_ENDS, TITLES, entries("demonyms"), ROLES, TITLE_PARTS)
    ):
        return True
    return word in PARTICLES and word != "y" and at + 1 < len(words) and is_capitalised(words[at + 1])


def _add_lone_surnames(words: Sequence[str], spans: dict[int, int], covered: set[int]) -> None:
    surnames = {words[last - 1] for first, last in spans.items() if last - first > 1}
    for at, word in enumerate(words):
        if at in covered or word not in surnames:
            continue
        left = at > 0 and is_capitalised(words[at - 1]) and plain(words[at - 1]) not in TITLES
        right = at + 1 < len(words) and is_capitalised(words[at + 1])
        if not left and not right:
            spans[at] = at + 1
            covered.add(at)


def _offsets(
    tokens: Tokens, spans: dict[int, int], others: list[tuple[int, int, str]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
    fixed = sorted((tokens.starts[a], tokens.ends[b - 1]) for a, b in spans.items())
    kept = [o for o in others if not any(s < o[1] and o[0] < e for s, e in fixed)]
    return fixed, kept


def _fit(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    inside = [k for k in range(len(tokens.starts)) if tokens.starts[k] < end and tokens.ends[k] > start]
    return (inside[0], inside[-1] + 1) if inside else None


def _after_titles(words: Sequence[str], first: int, last: int) -> int:
    start = first
    for k in range(first, last - 1):
        word = plain(words[k])
        if (
            k == start
            and (
                word in TITLES
                or word in TITLE_PARTS
                or word in ROLES
                or word in entries("demonyms")
                or word in ("u.s", "u.n")
            )
            and not (word in entries("forenames") and word not in TITLES)
        ) or (
            (word in TITLES or word in ROLES) and word not in _NAME_TOO and word not in entries("surnames")
        ):
            start = k + 1
    return start


class Corpus:
    """How often each name of several words is annotated as a person in the whole corpus, and how often not."""

    def __init__(self) -> None:
        self.as_person: Counter[str] = Counter()
        self.texts: list[str] = []
        self.sure: list[str] = []

    def learn(self, text: str, people: list[tuple[int, int]]) -> None:
        """Count the people of one text."""
        self.texts.append(text)
        for s, e in people:
            if " " in text[s:e]:
                self.as_person[text[s:e]] += 1

    def settle(self) -> None:
        """Keep the names that are people in most of their places."""
        whole = "\n".join(self.texts)
        sure = []
        for name, n in self.as_person.items():
            total = whole.count(name)
            if (n >= 3 and n >= 0.6 * total) or (total > 2 and n >= 0.1 * total and _is_plainly_a_name(name)):
                sure.append(name)
        self.sure = sorted(sure, key=lambda name: (-len(name), name))  # in one order, whatever the run
        self.texts = []

    def complete(
        self, text: str, people: list[tuple[int, int]], others: list[tuple[int, int, str]]
    ) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
        """Add the sure names that are not annotated in `text`."""
        added = list(people)
        for name in self.sure:
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if not any(s < end and at < e for s, e in added) and not text[end : end + 1].isalnum():
                    added.append((at, end))
                at = text.find(name, end)
        if len(added) == len(people):
            return people, others
        return sorted(added), [o for o in others if not any(s < o[1] and o[0] < e for s, e in added)]


def _is_plainly_a_name(name: str) -> bool:
    """Whether the lists know the first word as a name and nothing speaks against the whole."""
    words = [plain(w) for w in name.split()]
    if name.lower() in entries("places") | entries("bodies") | entries("outlets"):
        return False
    if (
        words[-1] in ORG_ENDS
        or words[-1] in entries("demonyms")
        or not all(map(is_capitalised, name.split()))
    ):
        return False
    return words[0] in entries("forenames") or words[0] in entries("surnames")


def revise(
    text: str,
    people: list[tuple[int, int]],
    others: list[tuple[int, int, str]],
    seen: list[tuple[int, int, float]],
    doubt: Callable[[int, int], float],
    hopeless: float,
) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
    """Take what a model of the other half is sure of, drop what it thinks hopeless.

    `seen` are its people with their scores, `doubt(start, end)` its belief that a stretch is a person.
    """
    kept = [p for p in people if doubt(*p) > hopeless]
    for s, e, score in seen:
        if score >= _CERTAIN and (s, e) not in kept:
            kept = [p for p in kept if p[1] <= s or e <= p[0]]
            kept.append((s, e))
    kept.sort()
    return kept, [o for o in others if not any(s < o[1] and o[0] < e for s, e in kept)]
