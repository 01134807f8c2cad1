"""What becomes of an article between two visits, one thing at a time: each class of change makes the first text and the
second one, on the paragraphs of `anchor_mutations`, so that the true place of every quote is known.

Where a passage is said twice in the second text, the one that came from the first is the right one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from tests.bench.anchor_mutations import (
    Char,
    Mutated,
    Paragraph,
    doom,
    fill,
    make_article,
    new,
    sentences,
    split,
    twin_of,
)

_AGENCIES = "Norrby Wire|Aldera Press|the archive|Brenna Pictures".split("|")
_BETWEEN = [
    "Advertisement", "Story continues below advertisement", "Read more: {t} in {p}", "Related: {t} as seen from {p}",
    "Sign up for our morning letter from {p}.", "Share", "Most read: {t} after {n} days", "Listen to this article",
    "This article is part of our series on {p}.", "Support our reporting from {p} with a subscription.",
]  # fmt: skip


class Rescrape:
    """One class of change: `prepare` makes the first text from an article, `change` the paragraphs of the second."""

    def __init__(
        self,
        change: Callable[[random.Random, list[Paragraph]], None],
        prepare: Callable[[random.Random, str], str] = lambda rng, text: text,
    ) -> None:
        self.change, self.prepare = change, prepare

    def second(self, rng: random.Random, text: str, doomed: Sequence[tuple[int, int]]) -> Mutated:
        """The second text, without the quotes that are `doomed`."""
        paragraphs = split(text)
        for span in doomed:
            doom(rng, paragraphs, span)
        self.change(rng, paragraphs)
        chars: list[Char] = []
        for number, paragraph in enumerate(paragraphs):
            chars += ([("\n", -1)] * 2 if number else []) + paragraph
        return Mutated("".join(c for c, _ in chars), [o for _, o in chars], ())


def _plain(paragraph: Paragraph) -> str:
    return "".join(char for char, _ in paragraph)


def _replaced(paragraph: Paragraph, pattern: str, other: Callable[[re.Match[str]], str]) -> Paragraph:
    """Each match gives way to another text, whose characters are spread over its place."""
    made: Paragraph = []
    at = 0
    for match in re.finditer(pattern, _plain(paragraph)):
        start, end = match.span()
        old, text = [o for _, o in paragraph[start:end]], other(match)
        made += paragraph[at:start]
        made += [(char, old[min(n * len(old) // len(text), len(old) - 1)]) for n, char in enumerate(text)]
        at = end
    return made + paragraph[at:]


# ------------------------------------------------------------------ captions
_CAPTION = "\u200a"  # the last character of a caption, so that it is known again


def with_captions(rng: random.Random, text: str) -> str:
    """An article with captions, which repeat names and words of its text."""
    parts = text.split("\n\n")
    for _ in range(rng.randint(3, 5)):
        about = rng.choice(parts[1:])[: rng.randint(30, 70)].rsplit(" ", 1)[0].strip("“”,. ")
        kind = rng.random()
        caption = (
            fill(rng, f"{about}, in {{p}} on {{d}}")
            if kind < 0.6
            else fill(rng, "People wait in {p} in {m}, after {t}")
        )
        parts.insert(rng.randint(1, len(parts)), f"{caption}. Photograph: {rng.choice(_AGENCIES)}{_CAPTION}")
    return "\n\n".join(parts)


def _captions(paragraphs: list[Paragraph]) -> list[int]:
    return [n for n, paragraph in enumerate(paragraphs) if paragraph and paragraph[-1][0] == _CAPTION]


def captions(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Two captions change their places, another one goes elsewhere, a third stands twice."""
    there = [paragraphs[n] for n in _captions(paragraphs)]
    rng.shuffle(there)
    if len(there) > 1:
        one, two = (next(n for n, p in enumerate(paragraphs) if p is caption) for caption in there[:2])
        paragraphs[one], paragraphs[two] = paragraphs[two], paragraphs[one]
    if len(there) > 2:
        paragraphs.insert(rng.randint(1, len(paragraphs)), new(_plain(there[2])))
    if len(there) > 3:
        at = next(n for n, p in enumerate(paragraphs) if p is there[3])
        paragraphs.insert(rng.randint(1, len(paragraphs) - 1), paragraphs.pop(at))


# ------------------------------------------------------------------ the top of an article
def headline(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Another headline, about the same."""
    words = [w for p in paragraphs[1:3] for w in _plain(p).split()][: rng.randint(6, 12)]
    paragraphs[0] = new(
        " ".join(words).strip(" ,.“”") if rng.random() < 0.5 else fill(rng, "In {p}, {t} once more")
    )


def _standfirst(rng: random.Random, parts: Sequence[str]) -> str:
    """What says in short what the text says: a sentence or two of it, hardly changed."""
    said = [part[s[0] : s[1]] for part in parts for s in sentences(new(part)) if s[1] - s[0] > 40]
    chosen = rng.sample(said, min(len(said), rng.randint(1, 2)))
    return " ".join(twin_of(rng, sentence) for sentence in chosen)


def with_standfirst(rng: random.Random, text: str) -> str:
    """An article with a standfirst."""
    parts = text.split("\n\n")
    return "\n\n".join([parts[0], _standfirst(rng, parts[1:]), *parts[1:]])


def standfirst_added(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """A standfirst comes in below the headline."""
    paragraphs.insert(1, new(_standfirst(rng, [_plain(p) for p in paragraphs[1:]])))


def standfirst_removed(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """The standfirst has gone."""
    del paragraphs[1]


# ------------------------------------------------------------------ scanners
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("e", "c"), ("h", "b"), ("O", "0"), ("o", "0"), ("cl", "d"),
    ("ri", "n"), ("u", "ii"), ("t", "f"), ("fi", "h"), ("w", "vv"), ("S", "5"), ("B", "8"), (".", ","), (",", "."),
)  # fmt: skip


def ocr(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Letters misread, spaces lost or put in, words cut at line ends, headers of pages between the lines."""
    rate = rng.choice((0.005, 0.01, 0.02, 0.04))
    for number, paragraph in enumerate(paragraphs):
        made: Paragraph = []
        at = width = 0
        while at < len(paragraph):
            char, origin = paragraph[at]
            width += 1
            pair = char + (paragraph[at + 1][0] if at + 1 < len(paragraph) else "")
            fitting = [(old, other) for old, other in _MISREAD if pair.startswith(old)]
            if rng.random() < rate * 3 and fitting:
                old, other = rng.choice(fitting)
                made += [(c, origin) for c in other]
                at += len(old)
                continue
            if char == " " and width > 64:
                made.append(("\n", origin))
                width = 0
            elif width > 62 and rng.random() < 0.2 and char.isalpha() and pair[1:].isalpha():
                made += [(char, origin), ("-", -1), ("\n", -1)]
                width = 0
            elif not (char == " " and rng.random() < rate):
                made.append((char, origin))
                if char.isalpha() and rng.random() < rate / 4:
                    made.append((" ", -1))
            at += 1
        paragraphs[number] = made
    for page in range(rng.randint(0, 2)):
        paragraphs.insert(rng.randint(1, len(paragraphs)), new(f"THE DAILY {page + 2}"))


# ------------------------------------------------------------------ live pages, pages, furniture
def live_text(rng: random.Random, text: str) -> str:
    """A live page: entries under the time of day, each of a few paragraphs."""
    parts = text.split("\n\n")
    made = [parts[0]]
    for number, part in enumerate(parts[1:]):
        if number % 2 == 0:
            made.append(f"{rng.randint(6, 23):02}.{rng.randint(0, 59):02}")
        made.append(part)
    return "\n\n".join(made)


def live(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """New entries on top, which speak of the same as the old ones; the oldest go."""
    own = [_plain(paragraph) for paragraph in paragraphs[1:] if len(paragraph) > 40]
    fresh: list[Paragraph] = []
    for _ in range(rng.randint(2, 8)):
        fresh.append(new(f"{rng.randint(6, 23):02}.{rng.randint(0, 59):02}"))
        said = rng.choice(own)
        spans = sentences(new(said))
        again = [twin_of(rng, said[a:b]) for a, b in rng.sample(spans, min(len(spans), 2))]
        fresh.append(
            new(" ".join(again) if rng.random() < 0.5 else rng.choice(make_article(rng).split("\n\n")[1:]))
        )
    paragraphs[1:1] = fresh
    if rng.random() < 0.5:
        del paragraphs[-rng.randint(1, 3) :]


def pages(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Cut into pages, each with the headline, a line of the author and what was said last once more."""
    title = _plain(paragraphs[0])
    count = rng.randint(2, 4)
    cuts = sorted(rng.sample(range(2, len(paragraphs)), min(count - 1, len(paragraphs) - 2)), reverse=True)
    for number, at in enumerate(cuts):
        furniture = [
            f"Page {len(cuts) - number} of {len(cuts) + 1}",
            "Continue reading",
            title,
            "By our own reporter",
        ]
        if rng.random() < 0.3:
            furniture.append("Continued: " + _plain(paragraphs[at - 1])[-80:].split(" ", 1)[-1])
        paragraphs[at:at] = [new(text) for text in furniture]


def furniture(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Boilerplate after every second paragraph, now and then in the middle of one."""
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        spaces = [n for n, (char, _) in enumerate(paragraph) if char == " "]
        if rng.random() < 0.15 and len(spaces) > 8:
            at = rng.choice(spaces[3:-3])
            made += [paragraph[:at], new(fill(rng, rng.choice(_BETWEEN))), paragraph[at + 1 :]]
        else:
            made.append(paragraph)
        if rng.random() < 0.5:
            made.append(new(fill(rng, rng.choice(_BETWEEN))))
    paragraphs[:] = made


# ------------------------------------------------------------------ sentences
def numbers(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Numbers brought up to date all over the text, names of days with them."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if rng.random() < 0.3:
            return word
        if word[0].isdigit():
            return str(int(re.sub(r"\D", "", word)[:6]) + rng.randint(1, 40))
        return rng.choice(("two", "three", "six", "nine", "eleven"))

    pattern = r"\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten)\b"
    for number, paragraph in enumerate(paragraphs):
        paragraphs[number] = _replaced(paragraph, pattern, other)


_MARKS = (
    {"“": "„", "”": "“", "’": "‚", "–": "-"}, {"“": "« ", "”": " »", "–": "—"}, {"“": "‘", "”": "’", "–": " -- "},
    {"“": "「", "”": "」", ",": "，"}, {"“": "<<", "”": ">>", ".": " ."}, {"“": "``", "”": "''", "–": ","},
)  # fmt: skip


def marks(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Quotation marks, dashes and units as another house or language writes them."""
    chosen = rng.choice(_MARKS)
    other_side = rng.random() < 0.5
    for number, paragraph in enumerate(paragraphs):
        if other_side:  # ,” → ”,
            paragraph = _replaced(paragraph, "[,.]”", lambda match: match[0][::-1])
        paragraph = _replaced(
            paragraph, "[" + re.escape("".join(chosen)) + "]", lambda match: chosen[match[0]]
        )
        paragraph = _replaced(paragraph, r"\bpercent\b", lambda match: "per cent" if other_side else "%")
        paragraphs[number] = _replaced(
            paragraph, r"(?<=\d),(?=\d{3})", lambda match: "." if other_side else "\u202f"
        )


def merged(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """All paragraphs in one, or each sentence by itself."""
    if rng.random() < 0.5:
        joined: Paragraph = []
        for paragraph in paragraphs[1:]:
            joined += ([(" ", -1)] if joined else []) + paragraph
        paragraphs[1:] = [joined]
    else:
        paragraphs[:] = [p[a:b] for p in paragraphs for a, b in sentences(p) or [(0, len(p))]]


CLASSES: dict[str, Rescrape] = {
    "captions": Rescrape(captions, with_captions),
    "headline": Rescrape(headline),
    "standfirst+": Rescrape(standfirst_added),
    "standfirst-": Rescrape(standfirst_removed, with_standfirst),
    "scanned": Rescrape(ocr),
    "live page": Rescrape(live, live_text),
    "pages": Rescrape(pages),
    "furniture": Rescrape(furniture),
    "numbers": Rescrape(numbers),
    "marks": Rescrape(marks),
    "merged": Rescrape(merged),
}
