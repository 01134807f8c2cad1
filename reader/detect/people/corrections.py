"""What readers said about people, applied before and after the backend.

Before: a stretch that is no person is dropped, a person that was missed is marked, a wrong span is put right;
all of this then counts as knowledge for the rest of the text. After: people said to be one share a name,
people said to be two do not. Surface forms are compared folded (case, accents, quotes, dashes).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from reader.detect.people.mention import Mention
from reader.detect.people.tokens import Tokens, tokenise
from reader.folding import fold_text
from reader.model import Correction

_REASON = "you said so"


def _key(text: str) -> str:
    return fold_text(text).strip()


def said_same(corrections: Iterable[Correction], key: Callable[[str], str]) -> list[Correction]:
    """The corrections of two names to one person that still hold, in order; `key` is equal for equal names.

    Two names that are said to be two people later are parted: the second is no longer joined with what led to the
    first.
    """
    links: dict[frozenset[str], Correction] = {}
    near: dict[str, set[str]] = {}

    def part(one: str, other: str) -> None:
        if links.pop(frozenset((one, other)), None) is not None:
            near[one].discard(other)
            near[other].discard(one)

    for correction in corrections:
        one, other = key(correction.text), key(correction.target)
        if correction.action not in ("same", "different") or not (one and other) or one == other:
            continue
        part(one, other)
        if correction.action == "same":
            links[frozenset((one, other))] = correction
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
        else:
            while (step := _first_step(near, other, one)) is not None:
                part(other, step)
    return list(links.values())


def _first_step(near: Mapping[str, set[str]], start: str, goal: str) -> str | None:
    """The neighbour of `start` over which `goal` is reached, None when it is not."""
    for first in near.get(start, ()):
        seen, ahead = {start, first}, [first]
        while ahead:
            here = ahead.pop()
            if here == goal:
                return first
            more = near[here] - seen
            seen |= more
            ahead += more
    return None


class Corrections:
    """The corrections on people that concern one text, ready to be looked up."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self.banned: set[str] = set()
        self.spans: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._different: set[tuple[str, str]] = set()
        self._wanted: dict[str, set[tuple[str, ...]]] = {}
        for correction in corrections:
            self._take(correction)
        for correction in said_same(corrections, _key):
            self._same[_key(correction.text)] = correction.target.strip()

    def _take(self, correction: Correction) -> None:
        key, target = _key(correction.text), _key(correction.target)
        if not key:
            return
        if correction.action == "not_person":
            self.banned.add(key)
            self._forget(key)
        elif correction.action == "person":
            self.banned.discard(key)
            self._want(correction.text)
            if target and target != key:
                self._names[key] = correction.target.strip()
        elif correction.action == "span" and target:
            self.spans.setdefault(key, []).append(correction.target.strip())
            self._want(correction.target)
        elif correction.action == "same" and target:
            self._different -= {(key, target), (target, key)}
        elif correction.action == "different" and target:
            self._different |= {(key, target), (target, key)}

    def _want(self, text: str) -> None:
        words = tuple(_key(w) for w in tokenise(text).words)
        if words:
            self._wanted.setdefault(words[0], set()).add(words)

    def _forget(self, key: str) -> None:
        words = tuple(_key(w) for w in tokenise(key).words)
        if words:
            self._wanted.get(words[0], set()).discard(words)

    def before(self, text: str, tokens: Tokens, mentions: Iterable[Mention]) -> list[Mention]:
        """The mentions of a stretch with those banned dropped, missed ones added, spans put right."""
        kept = [m for m in mentions if _key(m.text) not in self.banned and not self._is_wrong_span(m)]
        if not self._wanted:
            return kept
        added: list[Mention] = []
        folded = [_key(w) if w[0].isalnum() else w for w in tokens.words]
        at = 0
        while at < len(folded):
            best = max(
                (w for w in self._wanted.get(folded[at], ()) if tuple(folded[at : at + len(w)]) == w),
                key=len, default=None,
            )  # fmt: skip
            if best is None:
                at += 1
                continue
            start, end = tokens.starts[at], tokens.ends[at + len(best) - 1]
            added.append(Mention(start, end, text[start:end], at, at + len(best), 1.0, _REASON))
            at += len(best)
        return _merged(kept, added)

    def _is_wrong_span(self, mention: Mention) -> bool:
        return _key(mention.text) in self.spans

    def after(self, mentions: Sequence[Mention], article: str = "") -> list[Mention]:
        """The named mentions with names joined and parted as readers said, banned ones gone.

        With a full name its last word goes wherever it stands alone in the same `article` and is nobody else's.
        """
        lone = set[str]()
        full = [key for key in self.banned if " " in key]
        if article and {key.rpartition(" ")[2] for key in full} & {_key(m.text) for m in mentions}:
            folded = fold_text(article)
            lone = {key.rpartition(" ")[2] for key in full if key in folded}
        kept = [
            m
            for m in mentions
            if (key := _key(m.text)) not in self.banned and not (key in lone and _key(m.name) in (key, *full))
        ]
        for mention in kept:
            text, name = _key(mention.text), _key(mention.name)
            wish = self._names.get(text) or self._names.get(name)
            if wish:
                mention.name = wish
            elif (text, name) in self._different:
                mention.name = mention.text
            for _ in range(8):  # "same" may be chained; a ring must end
                joined = self._same.get(_key(mention.name)) or self._same.get(_key(mention.text))
                if not joined or joined == mention.name or (text, _key(joined)) in self._different:
                    break
                mention.name = joined
        return kept


def _merged(kept: list[Mention], added: list[Mention]) -> list[Mention]:
    """Both lists in order; an added mention replaces those it overlaps."""
    result: list[Mention] = []
    at = 0
    for mention in kept:
        while at < len(added) and added[at].end <= mention.start:
            result.append(added[at])
            at += 1
        if at < len(added) and added[at].start < mention.end:
            continue
        result.append(mention)
    return result + added[at:]


@lru_cache(maxsize=8)
def _prepared(corrections: tuple[Correction, ...]) -> Corrections:
    return Corrections(corrections)


def prepared(corrections: Sequence[Correction]) -> Corrections:
    """The corrections ready for use; the same ones are prepared once."""
    return _prepared(tuple(corrections))
