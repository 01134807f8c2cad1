"""A small library of made-up articles, and a way to change it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reader.library import Library
from reader.settings import Settings

_BODY = (
    "{lead}\n\nThe council of {town} met on Tuesday to discuss the harbour works, which have cost ${cost} million "
    "so far.\n\n“We are working on it,” Mayor {mayor} told reporters in {town}. The mayor said that {count} houses "
    "were without water.\n"
)


def write(folder: Path, name: str, title: str, *, day: str = "March 3, 2024", lead: str = "", **more) -> Path:
    """Write an article in a plain raw form; returns its path."""
    facts = {"town": "Lemburg", "cost": 4, "mayor": "Anna Kessler", "count": 120} | more
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"{title}\n{day}\n\n" + _BODY.format(lead=lead or f"Work in {facts['town']} goes on.", **facts)
    path.write_text(text, encoding="utf-8")
    return path


def touch_later(path: Path) -> None:
    """Make a change visible to clocks with coarse ticks."""
    now = time.time_ns() + 5_000_000
    os.utime(path, ns=(now, now))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four articles, two of them nearly the same."""
    place = tmp_path / "news"
    write(place, "harbour.txt", "Harbour Works Cost More", day="March 3, 2024")
    write(
        place,
        "harbour-copy.txt",
        "Harbour Works Cost More",
        day="March 4, 2024",
        lead="Work in Lemburg goes on. Again.",
    )
    write(
        place, "deep/flood.txt", "Flood Reaches Old Town", day="April 12, 2023", town="Sankt Orla", cost=75,
        mayor="José Ibáñez", count=9000,
        lead="The river’s level rose by 98 percent overnight, and the zanbaratine depot was closed. Officials of "
        "the northern saffron corridor warned of more rain.",
    )  # fmt: skip
    (place / "strike.txt").write_text(
        "Teachers Strike In The Capital\nJanuary 9, 2022\n\nThousands of teachers walked out on Monday over pay, and "
        "schools stayed shut in most districts.\n\nThe union said the offer of 3.5 percent was “an insult”.\n\nA "
        "spokesman for the ministry declined to comment on the strike, which is the third one in a year.\n"
    )
    return place


@pytest.fixture
def library(folder: Path):
    """The folder as a scanned library."""
    opened = Library.open([folder], Settings())
    opened.scan(processes=0)
    yield opened
    opened.close()


def titles(rows) -> list[str]:
    """The titles of rows or hits, in order."""
    return [row.title for row in rows]
