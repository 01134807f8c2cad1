"""Reads a folder of annotated stories (`*.txt`): whole news texts written for training, with their names marked.

A story begins with a line "### ID" ("### ID wrap": to be wrapped at 70 columns). `[[Name|key]]` is a person, the
key the same for all mentions of one person in a story; `{o:…}` a body, `{l:…}` a place, `{m:…}` another name.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from new_texts import Doc

_MARK = re.compile(r"\[\[([^\[\]|{}\n]+)\|([\w.-]+)\]\]|\{([olm]):([^{}\[\]|\n]+)\}")
_STRAY = re.compile(r"[{}|]|\[\[|\]\]")
_LABEL = {"o": "G", "l": "L", "m": "M"}
_COLUMNS = 70
#: How dashes are written; a story keeps its own in the first showing.
_DASHES = ("--", "—", "–", "_", "-")


class Story(NamedTuple):
    """One annotated story. `marked` is its text with the marks."""

    id: str
    wrapped: bool
    marked: str


def read_stories(folder: Path) -> Iterator[Story]:
    """The stories of all files, in order of file name; ValueError names a story whose marks do not close."""
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("\n")
            name, *flags = head.split()
            story = Story(name, "wrap" in flags, body.strip("\n"))
            if _STRAY.search(parse(story)[0].text):
                raise ValueError(f"{path}: story {name} has a mark that does not close")
            yield story


def is_held_out(story: Story) -> bool:
    """Whether a story is one of the tenth that no model is trained on."""
    return hashlib.sha256(story.id.encode()).digest()[0] % 10 == 0


def parse(story: Story) -> tuple[Doc, list[str]]:
    """The text with its names, and the key of each person's mention."""
    parts: list[str] = []
    doc, keys = Doc("", [], [], "written"), []
    length = last = 0
    for found in _MARK.finditer(story.marked):
        before, name = story.marked[last : found.start()], found[1] or found[4]
        parts += (before, name)
        start = length + len(before)
        length = start + len(name)
        last = found.end()
        if found[1]:
            doc.people.append((start, length))
            keys.append(found[2])
        else:
            doc.others.append((start, length, _LABEL[found[3]]))
    doc.text = "".join([*parts, story.marked[last:]])
    if story.wrapped:
        doc.text = _wrap(doc.text)
    return doc, keys


def _wrap(text: str) -> str:
    """The text with blanks exchanged for line feeds, so that offsets stay."""
    lines = []
    for line in text.split("\n"):
        chars, start = list(line), 0
        while len(line) - start > _COLUMNS:
            at = line.rfind(" ", start + 1, start + _COLUMNS + 1)
            if at < 0:
                break
            chars[at] = "\n"
            start = at + 1
        lines.append("".join(chars))
    return "\n".join(lines)


def restyled(story: Story, chance: random.Random) -> Story:
    """The story with other quotation marks and dashes."""
    text = story.marked
    style = chance.random()
    straight = re.sub(r"``|''|[“”]", '"', text).replace("’", "'").replace("‘", "'")
    if style < 0.3:
        text = re.sub(r'"(?=[\w$’\'(\[{])', "``", straight).replace('"', "''")
    elif style < 0.6:
        text = re.sub(r'"(?=[\w$’\'(\[{])', "“", straight).replace('"', "”").replace("'", "’")
    elif style < 0.9:
        text = straight
    text = re.sub(r"(?<= )(?:--|—|–|_|-)(?= )", chance.choice(_DASHES), text)
    return Story(story.id, story.wrapped is not (chance.random() < 0.15), text)
