"""Articles as they come back from a second scrape: every mutation keeps track of where each character went.

A text is a list of paragraphs, a paragraph a list of (character, origin) pairs; origin is the offset in the
first text, -1 for what is new. So the true place of a quote after any number of mutations is known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

Char = tuple[str, int]
Paragraph = list[Char]

_NAMES = """Amira Haddad|Jonas Weber|Lucía Fernández|Ngozi Okafor|Tomasz Nowak|Mei Lin|Rashid al-Karim|Ingrid Solberg
Pavel Dvořák|Sunita Rao|Owen Clarke|Fatou Diallo|Mehmet Yıldız|Anna Petrova|Carlos Mendes|Li Wei""".replace(
    "\n", "|"
).split("|")
_PLACES = (
    "Kharvan Lowport Aldera Tessin Marrow Brenna Oulu Kestrel Damar Santa-Rita Vell Norrby Ashkar".split()
)
_ROLES = "minister|mayor|spokeswoman|general|economist|judge|union leader|surgeon|governor|engineer".split(
    "|"
)
_THINGS = """the harbour|the new railway|the water supply|the border crossing|the hospital|the bread price|the dam
the election|the ceasefire|the school budget|the oil terminal|the fishing fleet|the power grid|the airport""".replace(
    "\n", "|"
).split("|")
_VERBS = """said|warned|announced|denied|confirmed|argued|conceded|insisted|explained|reported""".split("|")
_ACTIONS = """was closed after heavy rain|would cost {n} million dollars|is expected to reopen in {m}|
had been delayed {k} times since the agreement with {p}|served {n},000 people a year before the war|
fell by {n} percent since {m}|will be rebuilt with help from {p}|was handed to a private company in {m}|
drew {n} protesters on {d}|needs at least {k} more years and {n} million dollars|remained under guard all {d}|
has doubled in size while {p} waits|was blamed for {n} deaths|may never be finished, whatever {p} promises|
was built without a permit|had been inspected {k} times in {m}|is cheaper than the plan of {p}""".replace(
    "\n", ""
).split("|")
_OPENERS = """On {d}, |In {p}, |Meanwhile, |According to officials, |Despite the agreement, |Last {m}, |By evening, |
Two days later, |For the first time, ||||""".replace("\n", "").split("|")
_MONTHS = "January February March April May June July August September October November".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FURNITURE = [
    "Advertisement", "Read more: {t}", "Share this article", "Story continues below", "Related: {t}",
    "Sign up for our newsletter and get the day's news in your inbox.", "[Photo: {p}, archive]", "1 of 4",
]  # fmt: skip


def fill(rng: random.Random, template: str) -> str:
    return template.format(
        n=rng.randint(2, 990), k=rng.choice(["two", "three", "four", "five"]), m=rng.choice(_MONTHS),
        d=rng.choice(_DAYS), p=rng.choice(_PLACES), t=f"{rng.choice(_THINGS)} {rng.choice(_VERBS)}",
    )  # fmt: skip


def make_article(rng: random.Random) -> str:
    """A news text of our own words, with the repetitions that news has: names, phrases, pull quotes."""
    people = rng.sample(_NAMES, 4)
    themes = rng.sample(_THINGS, 4)
    place = rng.choice(_PLACES)
    paragraphs = [fill(rng, f"{place}: {themes[0]} {rng.choice(_ACTIONS)}").capitalize()]
    said: list[str] = []
    for _ in range(rng.randint(6, 22)):
        sentences = []
        for _ in range(rng.randint(1, 4)):
            who, thing = rng.choice(people), rng.choice(themes)
            shape = rng.random()
            what = fill(rng, rng.choice(_ACTIONS))
            opener = fill(rng, rng.choice(_OPENERS))
            if shape < 0.3:
                quote = f"“We know that {thing} {what}, and nobody in {place} will forget it,”"
                sentences.append(f"{quote} {who.split()[-1]} {rng.choice(_VERBS)}.")
                said.append(quote)
            elif shape < 0.6:
                sentences.append(
                    f"{opener}{rng.choice(_ROLES)} {who} {rng.choice(_VERBS)} that {thing} {what}."
                )
            elif shape < 0.9:
                sentences.append(f"{opener}{thing} {what} – a {rng.choice(_ROLES)} in {rng.choice(_PLACES)} "
                                 f"{rng.choice(_VERBS)} as much.")  # fmt: skip
            else:
                sentences.append("The government declined to comment.")
        paragraphs.append(" ".join(s[0].upper() + s[1:] for s in sentences))
    if said and rng.random() < 0.4:
        paragraphs.insert(rng.randint(1, len(paragraphs)), rng.choice(said))
    return "\n\n".join(paragraphs)


@dataclass(frozen=True)
class Mutated:
    """A text after mutations and where each of its characters came from."""

    text: str
    origin: list[int]
    steps: tuple[str, ...]

    def truth(self, start: int, end: int) -> tuple[int, int] | str | None:
        """Where `[start, end)` of the first text is now; None when deleted, "partly" when half is gone."""
        places = [n for n, o in enumerate(self.origin) if start <= o < end]
        if not places:
            return None
        kept = len({self.origin[n] for n in places})
        if kept < 0.5 * (end - start) or places[-1] - places[0] > 3 * (end - start) + 40:
            return "partly"
        return places[0], places[-1] + 1


def split(text: str) -> list[Paragraph]:
    """The paragraphs of a text with the offsets of their characters."""
    made, at = [], 0
    for part in text.split("\n\n"):
        made.append([(char, at + n) for n, char in enumerate(part)])
        at += len(part) + 2
    return made


_RETYPED = {
    "“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "é": "e\u0301",
}  # fmt: skip


def retype(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Quotes, dashes and accents in another encoding."""
    curly = rng.random() < 0.5
    for paragraph in paragraphs:
        made: Paragraph = []
        is_open = False
        for char, origin in paragraph:
            if curly and char == '"':
                is_open = not is_open
                made.append(("“" if is_open else "”", origin))
            elif curly and char == "'":
                made.append(("’", origin))
            elif not curly and char in _RETYPED:
                made += [(c, origin) for c in _RETYPED[char]]
            else:
                made.append((char, origin))
        paragraph[:] = made


def respace(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Other white space: doubled, hard, wrapped, tabs, spaces at line ends."""
    kind = rng.choice(["double", "wrap", "hard", "mixed"])
    for paragraph in paragraphs:
        made: Paragraph = []
        width = 0
        for char, origin in paragraph:
            width += 1
            if char != " ":
                made.append((char, origin))
            elif kind == "wrap" and width > 60:
                made.append(("\n", origin))
                width = 0
            elif kind == "hard" and rng.random() < 0.3:
                made.append(("\u00a0", origin))
            elif kind in ("double", "mixed") and rng.random() < 0.2:
                made += [(" ", origin), (" ", origin)]
            else:
                made.append((char, origin))
        paragraph[:] = made


def new(text: str) -> Paragraph:
    return [(char, -1) for char in text]


def insert(rng: random.Random, paragraphs: list[Paragraph], other: list[str]) -> None:
    """New paragraphs: furniture, or some of another article."""
    for _ in range(rng.randint(1, 5)):
        text = fill(rng, rng.choice(_FURNITURE)) if rng.random() < 0.5 or not other else rng.choice(other)
        paragraphs.insert(rng.randint(0, len(paragraphs)), new(text))


def remove(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Some paragraphs gone."""
    for _ in range(rng.randint(1, max(1, len(paragraphs) // 6))):
        if len(paragraphs) > 3:
            del paragraphs[rng.randrange(len(paragraphs))]


def move(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Some paragraphs elsewhere."""
    for _ in range(rng.randint(1, 3)):
        paragraph = paragraphs.pop(rng.randrange(len(paragraphs)))
        paragraphs.insert(rng.randint(0, len(paragraphs)), paragraph)


def join(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Paragraphs joined, or cut after a sentence."""
    for _ in range(rng.randint(1, 4)):
        if len(paragraphs) < 3:
            return
        at = rng.randrange(len(paragraphs) - 1)
        if rng.random() < 0.5:
            paragraphs[at : at + 2] = [paragraphs[at] + new(" ") + paragraphs[at + 1]]
        else:
            text = "".join(char for char, _ in paragraphs[at])
            ends = [m.end() for m in re.finditer(r"[.!?][”\"']? ", text)]
            if ends:
                cut = rng.choice(ends)
                paragraphs[at : at + 1] = [paragraphs[at][: cut - 1], paragraphs[at][cut:]]


def headline(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Another headline."""
    paragraphs[0] = new(fill(rng, f"{rng.choice(_NAMES)} on {rng.choice(_THINGS)} in {{p}}"))


def paragraphs_of_others(texts: Sequence[str], number: int) -> list[str]:
    """The paragraphs of the next text that has none in common with text `number`: the same story is no other one,
    and a paragraph of it that is put in would be the passage itself."""
    own = {_look(part) for part in texts[number].split("\n\n")}
    for step in range(1, len(texts)):
        parts = texts[(number + step) % len(texts)].split("\n\n")
        if own.isdisjoint(map(_look, parts)):
            return parts
    return []


def _look(paragraph: str) -> str:
    return "".join(char for char in paragraph.casefold() if char.isalnum())[:60]


def _words(paragraph: Paragraph) -> list[tuple[int, int]]:
    text = "".join(char for char, _ in paragraph)
    return [m.span() for m in re.finditer(r"\S+", text)]


def sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    text = "".join(char for char, _ in paragraph)
    return [m.span() for m in re.finditer(r"\S(?:[^.!?]|[.!?](?![”\"’']?\s))*[.!?]?[”\"’']?", text)]


_OTHER_WORDS = """officials government people report local today early national new several major former recent
about nearly after before against during public city leaders announced later decided agreed expected""".split()


def edit(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Some sentences edited: up to a third of the words replaced, left out, added or misspelt."""
    for _ in range(rng.randint(1, max(2, len(paragraphs) // 2))):
        paragraph = rng.choice(paragraphs)
        spans = sentences(paragraph)
        if not spans:
            continue
        low, high = rng.choice(spans)
        words = [w for w in _words(paragraph) if low <= w[0] and w[1] <= high]
        if len(words) < 4:
            continue
        most = max(1, len(words) // 3)
        count = most if rng.random() < 0.3 else rng.randint(1, most)
        for start, end in sorted(rng.sample(words, count), reverse=True):
            how = rng.random()
            word = "".join(char for char, _ in paragraph[start:end])
            if how < 0.4:  # another word, its characters spread over the place of the old one
                text = rng.choice(_OTHER_WORDS) + (word[-1] if word[-1] in ".,”" else "")
                old = [o for _, o in paragraph[start:end]]
                paragraph[start:end] = [
                    (char, old[min(n * len(old) // len(text), len(old) - 1)]) for n, char in enumerate(text)
                ]
            elif how < 0.6 and len(words) > 6:
                del paragraph[start : min(end + 1, len(paragraph))]
            elif how < 0.8:
                paragraph[start:start] = new(rng.choice(_OTHER_WORDS) + " ")
            elif len(word) > 4:
                at = rng.randrange(1, len(word) - 1)
                a, b = paragraph[start + at], paragraph[start + at + 1]
                paragraph[start + at], paragraph[start + at + 1] = (b[0], a[1]), (a[0], b[1])


def cut_sentences(rng: random.Random, paragraphs: list[Paragraph]) -> None:
    """Some sentences gone."""
    for _ in range(rng.randint(1, 3)):
        paragraph = rng.choice(paragraphs)
        spans = sentences(paragraph)
        if len(spans) > 1:
            low, high = rng.choice(spans)
            del paragraph[low : min(high + 1, len(paragraph))]


def doom(rng: random.Random, paragraphs: list[Paragraph], span: tuple[int, int]) -> None:
    """Take a quote out: its words alone, its sentence, or its paragraph."""
    for number, paragraph in enumerate(paragraphs):
        inside = [n for n, (_, origin) in enumerate(paragraph) if span[0] <= origin < span[1]]
        if not inside:
            continue
        how = rng.random()
        low, high = inside[0], inside[-1] + 1
        if how < 0.25 and len(paragraphs) > 4:
            del paragraphs[number]
            return
        if how < 0.75:
            around = [s for s in sentences(paragraph) if s[0] < high and s[1] > low]
            if around:
                low, high = min(around[0][0], low), max(around[-1][1], high)
        while high < len(paragraph) and paragraph[high][0] == " ":
            high += 1
        del paragraph[low:high]
        if not paragraph and len(paragraphs) > 1:
            del paragraphs[number]
        return


_TWISTS = (
    (r"\b[0-9][0-9,.]*\b", lambda rng, word: str(rng.randint(2, 990))),
    (
        r"\b(?:two|three|four|five|six|seven|eight|ten)\b",
        lambda rng, word: rng.choice(("two", "six", "nine", "ten")),
    ),
    (rf"\b(?:{'|'.join(_DAYS + _MONTHS)})\b", lambda rng, word: rng.choice(_DAYS)),
    (r"(?<=[a-z] )[A-Z][a-z]{3,}\b", lambda rng, word: rng.choice(_PLACES)),
    (r"\b(?:said|told|will|has|have|was|were|more|less)\b", lambda rng, word: rng.choice(_OTHER_WORDS)),
    (r"\b[a-z]{6,}\b", lambda rng, word: rng.choice(_OTHER_WORDS)),
)


def twin_of(rng: random.Random, sentence: str) -> str:
    """A sentence that says nearly the same: a number, a name, a day or a few words are others."""
    left = rng.randint(1, 3)
    for pattern, other in _TWISTS:
        found = list(re.finditer(pattern, sentence))
        if found and left:
            match = rng.choice(found)
            sentence = sentence[: match.start()] + other(rng, match[0]) + sentence[match.end() :]
            left -= 1
    return sentence


def with_twins(rng: random.Random, text: str, share: float) -> str:
    """The text with near-identical twins of some sentences, near them or anywhere; some are quite identical."""
    made = [" ".join(part.split("\n")) for part in text.split("\n\n")]
    for number in range(len(made)):
        spans = [s for s in sentences(new(made[number])) if 30 < s[1] - s[0] < 300]
        if not spans or rng.random() > share:
            continue
        low, high = rng.choice(spans)
        sentence = made[number][low:high]
        twin = sentence if rng.random() < 0.1 else twin_of(rng, sentence)
        at = min(len(made) - 1, max(0, number + rng.choice((0, 0, 1, 1, -1, 2, 5, -4))))
        made[at] = f"{twin} {made[at]}" if rng.random() < 0.3 else f"{made[at]} {twin}"
    return "\n\n".join(made)


STEPS = ("retype", "respace", "insert", "remove", "move", "join", "headline", "edit", "cut")


def mutate(
    rng: random.Random,
    text: str,
    other: list[str],
    steps: int = 3,
    doomed: Sequence[tuple[int, int]] = (),
) -> Mutated:
    """`text` after a few random mutations; `other` are paragraphs that may be inserted, `doomed` are quotes that
    are taken out."""
    paragraphs = split(text)
    for span in doomed:
        doom(rng, paragraphs, span)
    chosen = rng.sample(STEPS, rng.randint(1, steps))
    for step in sorted(chosen, key=STEPS.index, reverse=True):
        if step == "retype":
            retype(rng, paragraphs)
        elif step == "respace":
            respace(rng, paragraphs)
        elif step == "insert":
            insert(rng, paragraphs, other)
        elif step == "remove":
            remove(rng, paragraphs)
        elif step == "move":
            move(rng, paragraphs)
        elif step == "join":
            join(rng, paragraphs)
        elif step == "headline":
            headline(rng, paragraphs)
        elif step == "edit":
            edit(rng, paragraphs)
        else:
            cut_sentences(rng, paragraphs)
    chars: list[Char] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            chars += [("\n", -1), ("\n", -1)]
        chars += paragraph
    return Mutated("".join(c for c, _ in chars), [o for _, o in chars], tuple(chosen))


def _repeated(text: str) -> list[tuple[int, int]]:
    """Runs of two to six words that stand in the text more than once."""
    words = [m.span() for m in re.finditer(r"[^\s.,;:!?“”\"()]+", text)]
    places: dict[str, list[tuple[int, int]]] = {}
    for size in (2, 3, 4, 6):
        for one, last in zip(words, words[size - 1 :]):
            if "\n\n" not in text[one[0] : last[1]]:
                places.setdefault(text[one[0] : last[1]], []).append((one[0], last[1]))
    return [span for spans in places.values() if 1 < len(spans) < 9 for span in spans]


def pick_quotes(rng: random.Random, text: str, count: int) -> list[tuple[int, int]]:
    """Quotes as readers choose them: sentences, phrases, names and figures, whole paragraphs, things said twice."""
    made = []
    repeated = _repeated(text)
    paragraphs = [p for p in split(text) if len(p) > 30]
    for _ in range(count * 3):
        if len(made) == count or not paragraphs:
            break
        paragraph = rng.choice(paragraphs)
        kind = rng.random()
        if repeated and rng.random() < 0.12:
            span = rng.choice(repeated)
            if span not in made:
                made.append(span)
            continue
        if kind < 0.55:
            spans = [s for s in sentences(paragraph) if s[1] - s[0] > 15]
            if not spans:
                continue
            low, high = rng.choice(spans)
        elif kind < 0.62:
            low, high = 0, len(paragraph)
        else:
            words = _words(paragraph)
            size = rng.randint(3, 9) if kind < 0.87 else rng.randint(1, 2)
            if len(words) < size:
                continue
            at = rng.randrange(len(words) - size + 1)
            low, high = words[at][0], words[at + size - 1][1]
            while high > low and paragraph[high - 1][0] in '.,;:”"':
                high -= 1
            if high - low < 4:
                continue
        span = paragraph[low][1], paragraph[high - 1][1] + 1
        if span not in made:
            made.append(span)
    return made
