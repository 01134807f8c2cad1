"""Makes up names of many cultures from `lists/names.txt`, for training the tagger on names it has never seen."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

LISTS = Path(__file__).parent / "lists"


class Culture(NamedTuple):
    """Patterns and name parts of one group of `names.txt`."""

    name: str
    patterns: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    middle: tuple[str, ...]


def read_cultures(path: Path = LISTS / "names.txt") -> list[Culture]:
    """The groups of the name list."""
    cultures: list[Culture] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            head, _, rest = line[1:].partition("]")
            patterns = tuple(p for p in rest.split() if not p.endswith("_x"))
            cultures.append(Culture(head, patterns, (), (), ()))
        elif line[:2] in ("g:", "f:", "m:"):
            words = tuple(dict.fromkeys(w.replace("_", " ") for w in line[2:].split()))
            slot = {"g": "given", "f": "family", "m": "middle"}[line[0]]
            cultures[-1] = cultures[-1]._replace(**{slot: words})
    return cultures


def make_name(culture: Culture, random_: random.Random) -> tuple[str, str]:
    """A full name and the form used at second mention."""
    pattern = random_.choice(culture.patterns)
    out, surname = [], ""
    given_first = ""
    for piece in pattern.split("_"):
        text = ""
        for part in re.split(r"(\+|-)", piece):
            if part in ("", "+"):
                continue
            if part == "G":
                word = random_.choice(culture.given)
                given_first = given_first or word
            elif part == "g":
                word = random_.choice(culture.given).lower()
            elif part == "F":
                word = random_.choice(culture.family)
                surname = (text if text.endswith("-") else "") + word
            elif part == "M":
                word = random_.choice(culture.middle or culture.given)
            elif part == "I":
                word = random_.choice("ABCDEFGHJKLMNPRSTVW") + "."
            else:
                word = part
            text += word
        out.append(text)
    full = " ".join(out)
    if culture.name in ("vietnamese",) or not surname:
        surname = out[-1]
    if surname.startswith(("al-", "el-")) and random_.random() < 0.3:
        surname = surname[0].upper() + surname[1:] if random_.random() < 0.5 else surname[3:]
    return full, surname


class Caster:
    """Gives each person of a text a new name, the same one at every mention."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._cultures = read_cultures()
        # The more a corpus of American public radio lacks a culture, the more often it is drawn.
        weights = {"arabic": 8, "western": 4, "russian": 2, "chinese": 3, "latin": 2, "indian": 2, "westafrican": 3,
                   "eastafrican": 3, "somali": 2, "persian": 2, "afghan": 2}  # fmt: skip
        self._weights = [weights.get(c.name, 1.5) for c in self._cultures]

    def recast(self, names: list[str]) -> dict[str, str]:
        """New names for the names of one text; short forms follow their full names, capitals stay capitals."""
        culture = self._random.choices(self._cultures, self._weights)[0]
        made: dict[str, str] = {}
        by_last: dict[str, str] = {}
        by_first: dict[str, str] = {}
        for name in sorted({n.lower() for n in names}, key=lambda n: (-len(n.split()), n)):
            words = [w for w in name.split() if w not in _GENERATIONS] or [name]
            if len(words) == 1:
                known = by_last.get(name) or by_first.get(name)
                if known is None and name[-1] == "s" and name[:-1] in by_last:
                    known = by_last[name[:-1]] + "s"  # "the Clintons"
                if known is not None:
                    made[name] = known
                    continue
            if self._random.random() < 0.3:
                culture = self._random.choices(self._cultures, self._weights)[0]
            full, short = make_name(culture, self._random)
            if len(words) == 1:
                made[name] = short
            else:
                made[name] = full
                by_last.setdefault(words[-1], short)
                given = [w for w in full.split() if w != short and len(w) > 2]
                if given and given[0] not in _COMPOUND:
                    by_first.setdefault(words[0], given[0])
        return {n: made[n.lower()].upper() if n.isupper() and len(n) > 3 else made[n.lower()] for n in names}


_GENERATIONS = frozenset(("jr.", "jr", "sr.", "sr", "ii", "iii", "iv"))
#: First halves of names that never stand alone.
_COMPOUND = frozenset(("Abu", "Umm", "Abdul", "Abdel", "Abdul-"))
