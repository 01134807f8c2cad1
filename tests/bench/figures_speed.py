"""How fast figures are found: news of 1 KB to 5 MB, with --bait also texts made to be slow, in characters a second.

    python tests/bench/figures_speed.py

Processor time of this process, best of three; the last column is seconds against those of a text a quarter as
long (4 is linear). The news text is made here from templates with a figure about every hundred characters.
"""

from __future__ import annotations

import argparse
import random
import time

from reader.detect.figures.finder import find_figures

SENTENCES = (
    "Police say at least {n} people were killed and {m} others wounded in the northern town on {day}.",
    "The company reported a profit of ${x} million in the third quarter, up {p} percent from a year earlier.",
    "He told reporters that the talks would continue and that no agreement had been reached so far.",
    "Officials said the road, about {k} kilometers north of the capital, was closed in {month} {y}.",
    "The ministry did not say when the delegation would travel, or who would lead it to the meeting.",
    "Residents described how the fighting had spread from the market to the hospital and the old port.",
    "A {a}-year-old woman was among the survivors, according to a doctor who asked not to be named.",
)
BAIT = (
    "1",
    "1,",
    "1 ",
    "1-",
    "one hundred ",
    "twenty-",
    "a hundred and ",
    "$",
    "5 to ",
    "1 May ",
    "2005 - ",
    "1/2 ",
)


def news(size: int) -> str:
    """About `size` characters of news."""
    draw = random.Random(7)
    parts: list[str] = []
    length = 0
    while length < size:
        text = draw.choice(SENTENCES).format(
            n=draw.choice(["three", "14", "25"]),
            m=draw.randint(2, 90),
            day=draw.choice(["Monday", "Friday", "Saturday"]),
            x=draw.randint(2, 900),
            p=draw.randint(2, 40),
            k=draw.randint(5, 300),
            month=draw.choice(["March", "July"]),
            y=draw.randint(1990, 2024),
            a=draw.randint(18, 80),
        )
        parts.append(text)
        length += len(text) + 1
    return " ".join(parts)[:size]


def seconds(text: str) -> float:
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        find_figures(text, published="2020-03-26")
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--most", type=int, default=5_000_000, help="the longest text of news, in characters")
    parser.add_argument("--bait", action="store_true", help="time the texts made to be slow too")
    options = parser.parse_args()
    print(f"{'text':24} {'characters':>11} {'figures':>8} {'seconds':>9} {'chars/s':>10}")
    for size in (n for n in (1_000, 10_000, 100_000, 1_000_000, 5_000_000) if n <= options.most):
        text = news(size)
        spent = seconds(text)
        count = len(find_figures(text))
        print(f"{'news':24} {size:11} {count:8} {spent:9.4f} {size / spent:10.0f}")
    for bait in BAIT if options.bait else ():
        short, long = (bait * (50_000 // len(bait)), bait * (200_000 // len(bait)))
        before, spent = seconds(short), seconds(long)
        print(
            f"{bait * 2!r:24} {len(long):11} {'':8} {spent:9.4f} {len(long) / spent:10.0f}  x{spent / before:.1f}"
        )


if __name__ == "__main__":
    main()
