"""Made-up stories in the manner of news agencies and security reports, from the templates in `lists/stories.txt`.

What the public-domain radio news lacks: datelines, bylines and headlines in capitals, results and box scores, firms
and buildings named after people, noms de guerre, militias and villages that sound like people.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from name_maker import LISTS, Culture, make_name, read_cultures
from new_texts import Doc, lines_of

from reader.detect.lexicon import entries, long_list

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_MARKED = re.compile(r"(?<![\w{}])_(?=\S)(.+?)(?<=\S)_(?!\w)|\^([^^]+)\^|=([^=]+)=")
_SLOT = re.compile(r"\{([A-Za-z]\d?|n{2,4})(?:\.(\w+))?\}")
_WESTERN = ("western",)


@dataclass(slots=True)
class Named:
    """A person of a story: the whole name, the one used later, and the first name."""

    full: str
    family: str
    given: str


class Wire:
    """Writes stories; `named_after` makes a place or body that bears a person's name."""

    def __init__(
        self, seed: int, cities: Sequence[str], bodies: Sequence[str], named_after: Callable[[str], str]
    ) -> None:
        self._random = random.Random(seed)
        self._cultures = {c.name: c for c in read_cultures()}
        self._cities, self._bodies, self._named_after = cities, bodies, named_after
        self._towns = sorted(t.title() for t in long_list("towns") if t.isascii() and t.isalpha())
        self._given = sorted(
            n.capitalize() for n in long_list("forenames_more") if n.isascii() and n.isalpha()
        )
        self._family = sorted(
            n.capitalize() for n in long_list("surnames_more") if n.isascii() and n.isalpha()
        )
        self._words = sorted(w.capitalize() for w in entries("common") if len(w) > 4)
        self._groups = _sections()
        self._stories = _stories()

    def stories(self, each: int) -> list[Doc]:
        """Every template told `each` times."""
        return [self._tell(head, lines) for head, lines in self._stories for _ in range(each)]

    def _tell(self, cultures: Sequence[str], lines: Sequence[str]) -> Doc:
        pick = self._random
        cast: dict[str, Named] = {}
        chosen = [x.lstrip("?") for x in lines if x[0] != "?" or pick.random() < 0.5]
        text = "\n".join(chosen).replace(" / ", "\n")
        while "|" in text and (found := _CHOICE.search(text)):
            text = text[: found.start()] + pick.choice(found[1].split("|")) + text[found.end() :]
        gap = pick.choice(("\n", "\n", "\n\n"))
        text = text.replace("\n", gap)
        style = pick.random()
        if style < 0.5:
            opening, closing = ("“", "”") if style < 0.25 else ('"', '"')
            text = text.replace("``", opening).replace("''", closing)
            text = text.replace(") _ ", pick.choice((") — ", ") -- ", ") – ")))
        parts: list[str] = []
        doc = Doc("", [], [], "wire")
        length = last = 0
        for found in _MARKED.finditer(text):
            length = self._write(text[last : found.start()], parts, doc, length, cast, cultures, True)
            start, label = length, "G" if found[1] else "L" if found[2] else "M"
            length = self._write(found[1] or found[2] or found[3], parts, doc, length, cast, cultures, False)
            doc.others.append((start, length, label))
            last = found.end()
        self._write(text[last:], parts, doc, length, cast, cultures, True)
        doc.text = "".join(parts)
        return doc

    def _write(
        self,
        piece: str,
        parts: list[str],
        doc: Doc,
        length: int,
        cast: dict[str, Named],
        cultures: Sequence[str],
        marked: bool,
    ) -> int:
        """Append a piece with its slots filled; people and places are marked unless they stand in a body's name."""
        last = 0
        for slot in _SLOT.finditer(piece):
            parts.append(piece[last : slot.start()])
            length += slot.start() - last
            last = slot.end()
            key, form = slot[1], slot[2] or ""
            word, label = self._fill(key, form, cast, cultures)
            if label and marked:
                span = length, length + len(word)
                if label == "P":
                    doc.people.append(span)
                else:
                    doc.others.append((*span, label))
            parts.append(word)
            length += len(word)
        parts.append(piece[last:])
        return length + len(piece) - last

    def _fill(self, key: str, form: str, cast: dict[str, Named], cultures: Sequence[str]) -> tuple[str, str]:
        pick = self._random
        if key in ("n", "nn", "nnn", "nnnn"):
            return str(pick.randint(10 ** (len(key) - 1), 10 ** len(key) - 1)), ""
        if key == "L":
            city = pick.choice(self._cities)
            return (city.upper() if pick.random() < 0.3 else city), "L"
        if key == "T":
            return pick.choice(self._towns), "L"
        if key == "G":
            return pick.choice(self._bodies), "G"
        if key == "N":
            label = pick.choice("GGL")
            return self._named_after(label), label
        if key == "M":
            return pick.choice(self._words), ""
        if key in ("K", "Z", "Q"):
            return self._of_group(
                {"K": "groups", "Z": "tribes", "Q": "places"}[key]
            ), "L" if key == "Q" else "G"
        if key not in cast:
            cast[key] = self.person(pick.choice(cultures))
        person = cast[key]
        word = {
            "s": person.family,
            "su": person.family.upper(),
            "f": person.given,
            "u": person.full.upper(),
        }.get(form, person.full)
        return word, "P"

    def _of_group(self, section: str) -> str:
        pick, arabic = self._random, self._cultures["arabic"]
        name = pick.choice(self._groups[section])
        while "{" in name:
            name = name.replace("{g}", pick.choice(arabic.given), 1).replace(
                "{f}", pick.choice(arabic.family), 1
            )
            name = name.replace("{p}", pick.choice(self._groups["places"][-40:]), 1)
        return name

    def person(self, culture: str) -> Named:
        """Somebody of a culture, "any" for one of all."""
        pick = self._random
        if culture == "any":
            culture = pick.choice(sorted(self._cultures))
        if culture in _WESTERN:
            return self._westerner(self._cultures[culture])
        full, family = make_name(self._cultures[culture], pick)
        words = full.split()
        given = " ".join(words[:2]) if words[0] in ("Abu", "Umm", "Abdul", "Abdel") else words[0]
        return Named(full, family, given)

    def _westerner(self, culture: Culture) -> Named:
        pick = self._random
        given = pick.choice(self._given if pick.random() < 0.25 else culture.given)
        family = pick.choice(self._family if pick.random() < 0.6 else culture.family)
        form = pick.random()
        if form < 0.04:
            family = pick.choice(("Mc", "Mac", "O'", "De", "Van ", "Di", "St. ", "Fitz", "La")) + family
        elif form < 0.09:
            family += "-" + pick.choice(culture.family)
        middle = pick.random()
        if middle < 0.2:
            full = f"{given} {pick.choice('ABCDEFGHJKLMNPRSTVW')}. {family}"
        elif middle < 0.26:
            full = f"{given} {pick.choice(culture.middle or culture.given)} {family}"
        elif middle < 0.3:
            nick = pick.choice((*culture.given, *self._words))
            full = f'{given} "{nick}" {family}'
        elif middle < 0.33:
            full = f"{pick.choice('ABCDEFGHJKLMNPRSTVW')}.{pick.choice('ABCDEGHJKLMPRTW')}. {family}"
        elif middle < 0.36:
            full = f"{pick.choice('ABCDEFGHJKLMNPRSTVW')}. {given} {family}"
        else:
            full = f"{given} {family}"
        if pick.random() < 0.05:
            full += pick.choice((" Jr.", " Jr.", " III", " Sr.", " II"))
        return Named(full, family, given)


def _stories() -> list[tuple[list[str], list[str]]]:
    stories: list[tuple[list[str], list[str]]] = []
    for line in lines_of(LISTS / "stories.txt"):
        if line[0] == "[":
            stories.append((line.strip("[]").split(), []))
        else:
            stories[-1][1].append(line)
    return stories


def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in lines_of(LISTS / "groups.txt"):
        if line[0] == "[":
            name = line.strip("[]")
        else:
            sections[name] = [x.strip() for x in line.split(";")]
    return sections
