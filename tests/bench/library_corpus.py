"""Make a library of N made-up articles in raw scraped form, with planted hits; deterministic.

    python tests/bench/library_corpus.py FOLDER -n 5000

Article i is the same whatever N is. Planted: the word "vorticulate" in article 77 alone, "zanbaratine" in every
1,000th (i % 1000 == 7), the phrase "northern saffron corridor" in every 100th (i % 100 == 3); its words stand
apart in others. Every 20th article is a near copy of the one before it. Some 12 figures and 8 mentions of people an
article of about 4,200 bytes, of a cast that grows with the library. FOLDER.planted.json tells what to expect.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path

_SYLLABLES = (
    "ba be bo da de di ka ke ko la le li lo ma me mi na ne no ra re ri ro sa se si ta te ti to va ve".split()
)
_GIVEN = (
    "Anna Omar Lena Karim Maria Jonas Fatima Peter Nadia Viktor Leila Hassan Clara Ivan Sofia Daniel".split()
)
_TITLES = "Minister|President|Mayor|General|Professor|Governor|Senator|Judge".split("|")
_VERBS = "said announced denied confirmed warned promised noted argued added explained".split()
_COMMON = (
    "the a of in to and for on with that by from at as was were has had it its their after before during over "
    "government council report market border water school road prices company police workers region officials "
    "city harbour election budget agreement army court party plan project bank energy hospital"
).split()
_SOURCES = ("Northgate Post", "Harbour Wire", "Ledger Daily", "Riverland News", "")


def _lexicon() -> list[str]:
    rng = random.Random(11)
    words = {"".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(40_000)}
    return sorted(words)


_RARE = _lexicon()
_SURNAMES = ["".join(random.Random(i).choices(_SYLLABLES, k=3)).capitalize() + "n" for i in range(20_000)]


def _word(rng: random.Random) -> str:
    if rng.random() < 0.72:
        return rng.choice(_COMMON)
    return _RARE[int(len(_RARE) * rng.random() ** 3)]


def _sentence(rng: random.Random, cast: list[str]) -> str:
    words = [_word(rng) for _ in range(rng.randint(12, 26))]
    kind = rng.random()
    if kind < 0.12:
        words[3:3] = [
            f"{rng.randint(2, 900)} million dollars"
            if rng.random() < 0.5
            else f"{rng.randint(1, 99)} percent"
        ]
    elif kind < 0.24:
        words[4:4] = [str(rng.randint(13, 4000)), rng.choice(("people", "houses", "workers"))]
    elif kind < 0.32:
        words[2:2] = ["on", f"March {rng.randint(1, 28)}"]
    text = " ".join(words).capitalize()
    if rng.random() < 0.3:
        name = rng.choice(cast)
        who = f"{rng.choice(_TITLES)} {name}" if rng.random() < 0.6 else name.split()[-1]
        text += f", {who} {rng.choice(_VERBS)}"
    return text + "."


def article(number: int) -> str:
    """The raw text of article `number`."""
    if number % 20 == 19:
        return _near_copy(article(number - 1), number)
    rng = random.Random(number * 7919 + 1)
    cast = [f"{rng.choice(_GIVEN)} {_SURNAMES[int(20_000 * rng.random() ** 2)]}" for _ in range(4)]
    paragraphs = [" ".join(_sentence(rng, cast) for _ in range(rng.randint(2, 4))) for _ in range(9)]
    if number == 77:
        paragraphs[4] += " The word was vorticulate."
    if number % 1000 == 7:
        paragraphs[2] += " The word was zanbaratine."
    if number % 100 == 3:
        paragraphs[6] += " They spoke of the northern saffron corridor again."
    elif number % 50 == 9:
        paragraphs[6] += " The corridor in the northern hills was saffron."
    title = (
        " ".join(_RARE[rng.randrange(len(_RARE))] for _ in range(2)).title()
        + f" {rng.choice(('Talks', 'Report', 'Plan'))}"
    )
    day = date(2018, 1, 1) + timedelta(days=rng.randrange(2300))
    source = rng.choice(_SOURCES)
    head = [title, f"{day:%B} {day.day}, {day.year}", f"By {cast[0]}"] + ([source] if source else [])
    foot = ["", "Share this article", "Read more: " + title] if number % 3 == 0 else []
    return "\n".join([*head, "", "\n\n".join(paragraphs), *foot]) + "\n"


def _near_copy(text: str, number: int) -> str:
    lines = text.split("\n")
    for i in range(len(lines) - 1, 0, -1):
        if len(lines[i]) > 200:
            lines[i] = f"This paragraph was added to copy {number} alone."
            break
    for planted in ("vorticulate", "zanbaratine", "northern saffron corridor"):
        lines = [line.replace(planted, "nothing") for line in lines]
    return "\n".join(lines)


def plant(count: int) -> dict[str, list[int]]:
    """The numbers of the articles that hold each planted word, among `count`; copies hold none."""
    numbers = [i for i in range(count) if i % 20 != 19]
    return {
        "vorticulate": [i for i in numbers if i == 77],
        "zanbaratine": [i for i in numbers if i % 1000 == 7],
        '"northern saffron corridor"': [i for i in numbers if i % 100 == 3],
    }


def name_of(number: int) -> str:
    """The file of article `number`, relative to the folder: a thousand a folder."""
    return f"{number // 1000:03}/{number:06}.txt"


def make(folder: Path, count: int) -> int:
    """Write the articles that are not there yet; returns the bytes of all."""
    size = 0
    for number in range(count):
        path = folder / name_of(number)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(number), encoding="utf-8")
        size += path.stat().st_size
    planted = {word: [f"{name_of(i)}#0" for i in numbers] for word, numbers in plant(count).items()}
    Path(f"{folder}.planted.json").write_text(json.dumps(planted))
    return size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", type=int, default=1000)
    options = parser.parse_args()
    print(f"{make(options.folder, options.n):,} bytes")
