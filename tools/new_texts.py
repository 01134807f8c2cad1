"""New training texts from old ones: other people, places and bodies, and headlines made of sentences."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from name_maker import LISTS, Caster, read_cultures

from reader.detect.lexicon import entries
from reader.detect.people.tokens import tokenise

#: Shapes of places and bodies that bear the name of a person.
PLACES = (
    "Fort {f}", "Mount {f}", "Lake {g}", "{f} County", "{f} Street", "{g} {f} Airport", "{f} Park", "Port {f}",
    "St. {g}", "San {g}", "Camp {f}", "{f} River", "{f} Island", "{f} Avenue", "Cape {f}", "{g} {f} Square",
    "{f} Valley", "{f} Air Base", "Hotel {f}", "{f} Heights",
)  # fmt: skip
BODIES = (
    "{f} & {o}", "{f}, {o} & Co.", "{f} Inc.", "{f} Corp.", "{f} Brothers", "{g} {f} Foundation", "{f} University",
    "{g} {f} Hospital", "{f} Group", "{f} Institute", "{f} Holdings", "{f} Industries", "{f} {o}", "{f} Motors",
    "{f} College", "{g} {f} Center", "{f} Company", "{f} Bank", "{f} High School", "{f} Stores", "{f} Ltd.",
    "{f} Airlines",
    "{f} Studios", "{f} Records", "{f} Museum", "{f} Commission",
)  # fmt: skip


@dataclass(slots=True)
class Doc:
    """A text with its people and its other names, as (start, end) and (start, end, label)."""

    text: str
    people: list[tuple[int, int]]
    others: list[tuple[int, int, str]] = field(default_factory=list)
    source: str = ""
    #: The text that this one was made from, 0 for one of its own.
    origin: int = 0


def lines_of(path: Path) -> list[str]:
    """The lines of a list, comments left out."""
    return [x for x in path.read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]


class Augmenter:
    """Texts with other names, other places, other bodies; headlines made of sentences."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._caster = Caster(seed)
        self.cities = [p.strip() for line in lines_of(LISTS / "cities.txt") for p in line.split(";")]
        self._places = entries("places")
        self._western = next(c for c in read_cultures() if c.name == "western")
        bodies = sorted(entries("outlets") | entries("bodies"))
        self.bodies = [re.sub(r"(?<![\w'])[a-z](?=[a-z])", lambda m: m[0].upper(), b) for b in bodies]

    def recast(self, doc: Doc, chance: float = 1.0, other: float = 0.3) -> Doc:
        """The text with new people (with `chance`, all or none) and some other places and bodies."""
        new: dict[str, str] = {}
        if doc.people and self._random.random() < chance:
            new = self._caster.recast([doc.text[s:e] for s, e in doc.people])
        places: dict[str, str] = {}
        edits: list[tuple[int, int, str, str]] = []
        for s, e in doc.people:
            edits.append((s, e, new.get(doc.text[s:e], doc.text[s:e]), "P"))
        for s, e, label in doc.others:
            old = doc.text[s:e]
            if old not in places:
                places[old] = old
                if (
                    label == "L"
                    and self._random.random() < other
                    and old.lower() in self._places
                    and len(old) > 3
                ):
                    places[old] = self._random.choice(self.cities)
                    if self._random.random() < 0.2:
                        places[old] = self.named_after("L")
                elif label == "G" and self._random.random() < other / 2:
                    places[old] = self._random.choice(self.bodies)
                    if self._random.random() < 0.4:
                        places[old] = self.named_after("G")
            edits.append((s, e, places[old], label))
        return _rewrite(doc, edits)

    def named_after(self, label: str) -> str:
        """A place or a body that bears a person's name."""
        given, family = self._random.choice(self._western.given), self._random.choice(self._western.family)
        other = self._random.choice(self._western.family)
        return self._random.choice(PLACES if label == "L" else BODIES).format(g=given, f=family, o=other)

    def headline(self, doc: Doc) -> Doc | None:
        """A headline in title case made of the opening of a text, or None where it does not lend itself."""
        tokens = tokenise(doc.text[:400])
        size = self._random.randint(6, 14)
        if len(tokens.words) < size + 1:
            return None
        end = tokens.ends[size - 1]
        inside = any(s < end < e for s, e, *_ in [*doc.people, *doc.others])
        if inside or "\n" in tokens.words[:size]:
            return None
        small = (
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "to",
            "and",
            "for",
            "at",
            "by",
            "with",
            "from",
            "as",
            "s",
        )
        capitals = self._random.random() < 0.15
        chars = list(doc.text[:end])
        for i in range(size):
            word = tokens.words[i]
            if capitals or (word not in small and word[:3] not in ("al-", "el-")):
                at = tokens.starts[i]
                piece = word.upper() if capitals else word[0].upper() + word[1:]
                if len(piece) == len(word):
                    chars[at : at + len(word)] = piece
        return Doc(
            "".join(chars), [p for p in doc.people if p[1] <= end], [o for o in doc.others if o[1] <= end], doc.source,
            doc.origin,
        )  # fmt: skip


def _rewrite(doc: Doc, edits: list[tuple[int, int, str, str]]) -> Doc:
    parts, last, length = [], 0, 0
    people, others = [], []
    for s, e, new, label in sorted(edits):
        if s < last:
            continue
        parts += (doc.text[last:s], new)
        length += s - last
        if label == "P":
            people.append((length, length + len(new)))
        else:
            others.append((length, length + len(new), label))
        length += len(new)
        last = e
    parts.append(doc.text[last:])
    return Doc("".join(parts), people, others, doc.source, doc.origin)
