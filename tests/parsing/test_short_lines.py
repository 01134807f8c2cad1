"""Ordinary documents made of short lines: each of them is to be read, though pages of sites are made so too."""

from __future__ import annotations

from itertools import chain, cycle, islice

import pytest

from reader.model import SHOWN
from reader.parsing import parse_text

WORDS = (
    "tide clerk harbour lamp stone window river bread winter ladder basin rope gull wall door salt".split()
)
NAMES = "Ines Holt,Tomas Ruiz,Maren Okafor,Petra Lindqvist,Aino Boro,Carlos Abara,Rosa Kolb".split(",")


def verse(number: int) -> list[str]:
    """So many lines of a poem without a full stop."""
    words = cycle(WORDS)
    return [f"the {next(words)} and the {next(words)}, a {next(words)}" for _ in range(number)]


DOCUMENTS = {
    "poem": ["The tide clerk", *verse(48)],
    "song": [
        "Homeward",
        *chain.from_iterable(["Home", "Follow me home", "More", line] for line in verse(10)),
    ],
    "signs": ["On a door", *chain.from_iterable(["Sign in", "Log out", line] for line in verse(10))],
    "glossary": [
        "Words of the sea",
        "Log in",
        "To write in the book.",
        "About us",
        "A song.",
        "Menu",
        "Soup.",
    ],
    "names": ["The names of the dead", *islice(cycle(NAMES), 50)],
    "ages": ["The names of the dead", *(f"{name}, {20 + n}" for n, name in enumerate(NAMES * 6))],
    "programme": [
        "Tonight on television",
        *(f"{h:02}:{m} {w}" for h, w in enumerate(WORDS) for m in (10, 40)),
    ],
    "quantities": ["Fish stew", "Serves 6", *(f"{n * 50} g {word}" for n, word in enumerate(WORDS * 2, 1))],
    "cells": [
        "How they voted",
        "District",
        "Yes",
        "No",
        *chain.from_iterable((w, "54.1", "44.0") for w in WORDS),
    ],
    "play": ["Act one", *chain.from_iterable((n.split()[0].upper(), "Close the door") for n in NAMES * 4)],
    "contents": ["Contents", *(f"Chapter {n} The {word}" for n, word in enumerate(WORDS * 3, 1))],
    "answers": [
        "Five minutes with a keeper",
        *chain.from_iterable((f"What about {w}?", "Never") for w in WORDS),
    ],
    "shop": [
        "FOR SALE",
        *(f"{word.title()}, good condition" for word in WORDS * 2),
        "WANTED",
        "A bell, any colour",
    ],
    "members": [
        "Members",
        *chain.from_iterable((n, f"{k} Rope Street", "Osterby") for k, n in enumerate(NAMES * 3)),
    ],
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_every_line_is_shown(name: str, joint: str) -> None:
    (article,) = parse_text(joint.join(DOCUMENTS[name]))
    assert [block.text for block in article.blocks if block.role not in SHOWN] == []


def test_a_table_in_a_page_keeps_the_lines_above_its_rows() -> None:
    menu = "\n".join("Menu,Home,Scores,Roster,Podcast,Sign up,Log in,Subscribe".split(","))
    foot = "\n".join(
        "Comments,Terms of use,Privacy policy,Cookie policy,About us,Contact,Newsletter".split(",")
    )
    rows = [
        f"{word.upper()[:2]} {name.split()[1]} {60 - n} ({90 - n}%)"
        for n, (word, name) in enumerate(zip(WORDS, NAMES))
    ]
    text = "The coaches used five catchers in the game on Sunday, and none of them for more than half of the innings."
    page = [
        menu,
        "Who played against the gulls of Osterby",
        "May 3, 2021",
        text,
        "Offence",
        *rows,
        "Defence",
        *rows,
        foot,
    ]
    (article,) = parse_text("\n".join(page))
    assert {"Offence", "Defence", *rows} <= set(article.text.split("\n\n"))
    assert "Podcast" not in article.text
