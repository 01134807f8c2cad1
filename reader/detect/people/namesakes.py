"""What bears a person's name and is no person: ships and their classes, days, prizes, buildings, streets."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import NAMED_AFTER, NAMED_THINGS, NAMESAKES, SHIP_LETTERS, SHIPS
from reader.detect.people.beside import is_shortstop
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain

# What stands before the one it is called after in Romance languages: "Hospital Getúlio Vargas".
_CALLED_AFTER = frozenset(
    """hospital avenida rua calle praça estadio estádio ginásio gimnasio teatro museo museu parque colegio colégio
    escola escuela liceo lycée collège école instituto institut fundación fundação fondation aeropuerto aeroporto
    universidad universidade puente ponte rue viale corso piazza stade biblioteca travessa rodovia lei
    ley loi""".split()
)
# What follows a full name behind "the": "the Choe Hyon class", "the Mihajlo Pupin institute".
_THE_SO_CALLED = frozenset(
    """class institute institut headquarters massacre doctrine act bill law prize award awards medal trophy fund
    lecture lectures chair scholarship fellowship theorem centre center foundation hall quarter shipyard base plant
    block tower square gate line mausoleum monument statue library bridge dam""".split()
)
_LAWS = frozenset("lei ley loi bonyad hizb jamaat harakat".split())
_SAILS = frozenset("sailed docked sank capsized berthed anchored moored listed".split())


def bears_a_name(words: Sequence[str], mention: Mention) -> bool:
    """Whether the words around a full name make it a day's, a prize's, a building's or a ship's: "Nelson Mandela Day",
    "Hospital Getúlio Vargas", "the Choe Hyon class"."""
    first, last = mention.first, mention.last
    before, after = words[first - 1] if first else "", words[last] if last < len(words) else ""
    if last - first < 2:
        return is_a_site(words, first, last)
    if after[:1].isupper() and plain(after) in NAMED_THINGS:
        return True
    if before in ("the", "The") and words[first].lower() in _LAWS:
        return True  # "the Lei Rouanet"
    if (before.istitle() and plain(before) in _CALLED_AFTER) or (
        last - first > 2 and plain(words[first]) in _CALLED_AFTER
    ):
        return True
    return before in ("the", "The") and (after in _THE_SO_CALLED or after in _SAILS)


def is_a_site(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is that of what happened or stands at a place: "the Ampatuan massacre", "Datu Saudi Ampatuan
    town"."""
    after = words[last] if last < len(words) else ""
    if not first or words[first - 1] not in ("the", "The"):
        return after == "town" and words[last + 1 : last + 2] != ["hall"] and words[first - 1][:1].isupper()
    return after in ("massacre", "headquarters", "institute", "class", "shipyard")


def is_named_with_a_title(words: Sequence[str], title: int, last: int) -> bool:
    """Whether a ship or a body is called after somebody, title and all: "the Admiral Nakhimov", "the King Jeongjo
    sailed".

    `title` is the index of the title's first word, `last` that behind the name.
    """
    before = words[title - 1].lower() if title else ""
    after = words[last].lower() if last < len(words) else ""
    if before == "the":
        called = after in SHIPS or after in NAMED_AFTER or after in NAMED_THINGS or after in _SAILS
        return words[title] == "Admiral" or called
    return before in SHIPS or (title > 0 and words[title - 1] in SHIP_LETTERS)


def is_behind_a_kind(words: Sequence[str], first: int) -> bool:
    """Whether what stands before token `first` makes it a storm's, an operation's or a ship's name: "Hurricane Ida",
    "BRP Teresa Magbanua"."""
    if not first or is_shortstop(words, first):
        return False
    ship = words[first - 1] in SHIP_LETTERS and not words[first].isupper()
    return ship or plain(words[first - 1]) in NAMESAKES
