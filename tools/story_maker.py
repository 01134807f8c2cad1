"""New training texts from the templates of `lists/templates.txt`: short news passages with made-up names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from name_maker import LISTS, Culture, make_name, read_cultures
from new_texts import Doc, lines_of

TEMPLATES = LISTS / "templates.txt"
#: Cultures of Europe and the Horn that `names.txt` folds into others; same form.
MORE_NAMES = LISTS / "more_names.txt"
#: Ways to make a name that no culture of the lists takes alone: culture, patterns.
SPECIAL = {
    "kunya": ("arabic", ("Abu_G", "Abu_G_al-+F", "Abu_G_al-+F", "Umm_G")),
    "patronym": ("russian", ("G_M_F",)),
    "single": ("southeast", ("G",)),
    "initials": ("indian", ("I_I_F", "I_F", "I._G")),
    "double": ("latin", ("G_F_F", "G_G_F_F", "G_F_y_F", "G_F-F")),
    "prince": ("arabic", ("G_bin_G", "G_bin_G_Al_F", "G_bin_G_bin_G", "G_bin_G_al-+F")),
    "mono": ("afghan", ("G",)),
    "sikh": ("indian", ("G_Singh", "G_Singh", "G_Singh_F", "G_Kaur", "G_Kaur_F")),
    "khan": ("afghan", ("G_Khan", "G_G_Khan", "G_Khan_F")),
    "middle": ("western", ("G_I_F", "G_M_F", "G_F_Jr.", "G_I_F_Jr.", "G_F_III", "I_G_F")),
}
#: The cultures of a slot without one; the press has more of some.
WEIGHTS = {"western": 8, "arabic": 5, "russian": 2, "chinese": 2, "latin": 2, "french": 2, "german": 2}
_SLOT = re.compile(r"(\^?)([A-Za-z#]+)(\d*)(?:\+(\d))?(?::(\w+))?")
_PIECE = re.compile(r"\{([^{}]*)\}|<([PLGMO]) |(>)")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_STARTS = ("\n", "\n\n", ". ", "? ", "! ", '."', ".'")


class Person(NamedTuple):
    """The forms of one made-up name: at first mention, at second, given alone, initials and surname."""

    full: str
    short: str
    given: str
    initials: str


class Template(NamedTuple):
    """One passage with slots, and the cultures its section draws from."""

    section: str
    cultures: tuple[str, ...]
    text: str


def read_templates() -> tuple[dict[str, tuple[str, list[str]]], list[Template]]:
    """The word lists of the file (slot → label and entries) and its templates."""
    lists: dict[str, tuple[str, list[str]]] = {}
    templates: list[Template] = []
    section = ""
    cultures: tuple[str, ...] = ()
    for line in lines_of(TEMPLATES):
        if line.startswith("== "):
            section, *rest = line[3:].split()
            cultures = tuple(rest)
        elif head := re.match(r"([A-Z]+)/([PLGMO]) = ", line):
            entries = [e.strip() for e in line[head.end() :].split(";") if e.strip()]
            lists.setdefault(head[1], (head[2], []))[1].extend(entries)
        else:
            templates.append(Template(section, cultures, line.replace("\\n", "\n")))
    return lists, templates


class StoryMaker:
    """Fills templates with made-up names; the same seed gives the same texts."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lists, self._templates = read_templates()
        cultures = read_cultures() + (read_cultures(MORE_NAMES) if MORE_NAMES.exists() else [])
        self._cultures = {c.name: c for c in cultures}
        for name, (base, patterns) in SPECIAL.items():
            self._cultures[name] = self._cultures[base]._replace(patterns=patterns)
        self._plain = [c.name for c in cultures]
        self._weights = [WEIGHTS.get(name, 1) for name in self._plain]
        cities = [p.strip() for line in lines_of(LISTS / "cities.txt") for p in line.split(";")]
        self._lists.setdefault("L", ("L", cities))

    @property
    def templates(self) -> list[Template]:
        """All templates, in file order."""
        return self._templates

    def stories(self, count: int) -> Iterator[Doc]:
        """`count` documents of one to three passages of a section; every passage comes equally often."""
        made = 0
        while made < count:
            sections: dict[str, list[Template]] = {}
            for template in self._templates:
                sections.setdefault(template.section, []).append(template)
            groups: list[list[Template]] = []
            for rest in sections.values():
                self._random.shuffle(rest)
                while rest:
                    size = self._random.choice((1, 1, 1, 2, 2, 3))
                    groups.append(rest[:size])
                    del rest[:size]
            self._random.shuffle(groups)
            for group in groups[: count - made]:
                yield self.document(group)
            made += len(groups)

    def document(self, group: list[Template]) -> Doc:
        """The passages filled and joined, in one style of quotes and dashes."""
        style = self._random.random()
        dash = self._random.choice(("--", "--", "—", "—", "_", "–"))
        text, people, others = "", [], []
        for template in group:
            passage = self.fill(template, "wire" if style < 0.25 else "straight", dash)
            text += "\n\n" if text else ""
            people += [(s + len(text), e + len(text)) for s, e in passage.people]
            others += [(s + len(text), e + len(text), label) for s, e, label in passage.others]
            text += passage.text
        if style > 0.6:
            text = re.sub(r'"(?=[\w$’\'(])', "“", text).replace('"', "”").replace("'", "’")
        return Doc(text, people, others, "made")

    def fill(self, template: Template, style: str = "straight", dash: str = "--") -> Doc:
        """One passage with its slots filled."""
        text = template.text
        while found := _CHOICE.search(text):
            text = text[: found.start()] + self._random.choice(found[1].split("|")) + text[found.end() :]
        text = text.replace(" -- ", f" {dash} ")
        if style == "wire":
            text = re.sub(r'"(?=[\w$<{\'])', "``", text).replace('"', "''")
        cast: dict[str, Person] = {}
        kept: dict[str, str] = {}
        out, length, last = [], 0, 0
        people: list[tuple[int, int]] = []
        others: list[tuple[int, int, str]] = []
        opened: tuple[int, str] | None = None
        for found in _PIECE.finditer(text):
            before = text[last : found.start()]
            out.append(before)
            length += len(before)
            last = found.end()
            if found[2]:
                opened = (length, found[2])
            elif found[3]:
                if opened is None:
                    raise ValueError(f"> without < in {template.text!r}")
                self._note(people, others, *opened, length)
                opened = None
            else:
                value, label = self._value(found[1], template, cast, kept)
                if value[0].islower() and label == "P" and (
                    not "".join(out) or "".join(out).rstrip('"“`').endswith(_STARTS)
                ):  # fmt: skip
                    value = value[0].upper() + value[1:]
                start = length
                length += self._write(out, value, label, start, people, others, inside=opened is not None)
        out.append(text[last:])
        if opened is not None:
            raise ValueError(f"< without > in {template.text!r}")
        return Doc("".join(out), people, others, "made")

    def _write(
        self,
        out: list[str],
        value: str,
        label: str,
        start: int,
        people: list[tuple[int, int]],
        others: list[tuple[int, int, str]],
        *,
        inside: bool,
    ) -> int:
        out.append(value)
        if label and not inside:
            self._note(people, others, start, label, start + len(value))
        return len(value)

    @staticmethod
    def _note(
        people: list[tuple[int, int]], others: list[tuple[int, int, str]], start: int, label: str, end: int
    ) -> None:
        if label == "P":
            people.append((start, end))
        elif label != "O":
            others.append((start, end, label))

    def _value(
        self, slot: str, template: Template, cast: dict[str, Person], kept: dict[str, str]
    ) -> tuple[str, str]:
        """What stands in a slot, and its label; "" for none."""
        match = _SLOT.fullmatch(slot)
        if not match:
            raise ValueError(f"no such slot: {{{slot}}} in {template.text!r}")
        caps, kind, number, kin, culture = match.groups()
        label = ""
        if kind in ("P", "p", "g", "I", "a", "s") and number and number not in cast:
            cast[number] = self._person(template, cast, kin, culture)
        if kind[0] == "#":
            value = str(self._random.randint(10 ** (len(kind) - 1), 10 ** len(kind) - 1))
        elif kind == "d":
            value = str(self._random.randint(1, 28))
        elif kind in ("P", "p", "g", "I", "a") and number:
            person = cast[number]
            initial = f"{person.given[0]}. {person.short}" if person.given != person.full else person.full
            value = {
                "P": person.full,
                "p": person.short,
                "g": person.given,
                "I": person.initials,
                "a": initial,
            }[kind]
            label = "P"
        elif kind == "s" and number:
            value = cast[number].short
        elif kind in ("s", "g", "n"):
            value = self._part(kind, culture or (None if template.cultures else "western"), template)
        else:
            label, entries = self._lists[kind]
            value = kept.get(kind + number, "") if number else ""
            while not value:
                value = self._random.choice(entries)
                if number and value in kept.values():
                    value = ""
            if number:
                kept[kind + number] = value
            while inner := re.search(r"\{([\w:]+)\}", value):
                value = value.replace(inner[0], self._value(inner[1], template, cast, kept)[0], 1)
            if number:
                kept[kind + number] = value
        return (value.upper() if caps else value), label

    def _part(self, kind: str, culture: str | None, template: Template) -> str:
        """A surname, a given name or a full name that stands inside another name."""
        chosen = self._cultures[culture or self._random.choice(template.cultures)]
        if kind == "n":
            return self._make(chosen).full
        if kind == "g":
            return self._random.choice(chosen.given)
        family = self._random.choice(chosen.family)
        return f"al-{family}" if chosen.name == "arabic" and self._random.random() < 0.5 else family

    def _person(
        self, template: Template, cast: dict[str, Person], kin: str | None, culture: str | None
    ) -> Person:
        name = culture or (self._random.choice(template.cultures) if template.cultures else "")
        if not name:
            name = self._random.choices(self._plain, self._weights)[0]
        for _ in range(8):
            person = self._make(self._cultures[name])
            if not any(person.short == p.short or person.given == p.given for p in cast.values()):
                break
        if kin and kin in cast:
            given, family = person.given, cast[kin].short
            return Person(f"{given} {family}", family, given, f"{given[0]}. {family}")
        return person

    def _make(self, culture: Culture) -> Person:
        full, short = make_name(culture, self._random)
        words = full.split()
        if short[:3] in ("Al-", "El-"):
            short = short[:3] + short[3:].capitalize()
        size = len(short.split())
        if culture.name == "arabic" and words[-size - 1 : -size] and words[-size - 1] in _COMPOUND:
            short = f"{words[-size - 1]} {short}"
        elif words[0] in ("Abu", "Umm") and len(words) == 3 and self._random.random() < 0.5:
            short = " ".join(words[:2])
        if culture.name in ("chinese", "korean", "vietnamese") and short != words[-1]:
            given = " ".join(w for w in words if w != short) or full
        elif culture.name == "arabic" and words[0] in _COMPOUND and len(words) > 1:
            given = " ".join(words[:2])
        else:
            heads = [w for w in words[:-size] if not w.endswith(".")]
            given = heads[0] if heads else full if len(words) == 1 else self._random.choice(culture.given)
        heads = [w for w in words[: len(words) - len(short.split())] if w[0].isupper()]
        letters = "".join(f"{w[0]}." for w in heads[:2])
        initials = f"{letters} {short}" if letters and culture.name in _INITIALS else full
        return Person(full, short, given, initials)


#: First halves of Arabic names that never stand alone.
_COMPOUND = frozenset("Abu Umm Abdul Abdel".split())
#: Where people are called by initials and surname.
_INITIALS = frozenset(
    "western indian russian french german dutch nordic persian eastafrican westafrican".split()
)
