"""Passages as they are printed: JSON lines, lines with a place, and on a terminal pages to read, with figures too."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING

from reader.cli.console import complain
from reader.cli.ink import Ink
from reader.cli.options import limit_of
from reader.cli.wrapping import columns, wrapped
from reader.text import one_line, printable_json

if TYPE_CHECKING:
    from reader.library.index.records import PlaceRecord
    from reader.library.search import Hits, Plain
    from reader.model import Located, Note

    Render = Callable[[PlaceRecord, list[Plain]], bytes]
    #: The notes on an article that are asked for.
    NotesOn = Callable[[PlaceRecord], Sequence[Located]]

_WIDEST = 100  # columns of a sentence that is to be read
_INDENT = "  "


def print_passages(hits: Hits, options: argparse.Namespace) -> None:
    """Print the passages up to --limit, as --json, --color and standard output ask for."""
    if options.json:
        render = _as_json(hits.notes_on)
    elif sys.stdout.isatty():
        render = Page(Ink(options.color), hits.notes_on).article
    else:
        render = _as_lines(Ink(options.color), hits.notes_on)
    if limit := limit_of(options):
        _print_first(hits, render, limit)
    else:
        for part in hits.rendered(render):
            sys.stdout.buffer.write(part)
    if hits.outdated:
        complain(f"{hits.outdated:,} of these files changed since they were indexed; --fresh takes them in")


def _print_first(hits: Hits, render: Render, limit: int) -> None:
    """Print `limit` passages at most, and say so when there are more."""
    from reader.library.wording import count

    left = limit
    for number, (place, found) in enumerate(hits.plain(), 1):
        sys.stdout.buffer.write(render(place, found[:left]))
        left -= len(found)
        if left < 0 or (not left and number < hits.articles):
            sys.stdout.flush()
            shown = "the first passage" if limit == 1 else f"the first {limit:,} passages"
            matching = f"{count(hits.articles, 'article')} match{'es' * (hits.articles == 1)}"
            complain(f"{shown}; {matching}. --limit 0 shows all")
        if left <= 0:
            return


def _said(note: Note) -> str:
    """What a note says, on one line; "" where it only marks its passage."""
    return one_line(" ".join([note.body, *(f"#{tag}" for tag in note.tags)])).strip()


def _as_json(notes_on: NotesOn) -> Render:
    """One object a passage; where notes are asked for, with those that stand there."""
    quoted = encode_basestring_ascii if sys.stdout.isatty() else encode_basestring

    def render(place: PlaceRecord, found: list[Plain]) -> bytes:
        # What all lines of an article have in common is written out once.
        head = (
            f'{{"article":{quoted(place.article)},"title":{quoted(place.title)},'
            f'"published":{quoted(place.published) if place.published else "null"},'
            f'"source":{quoted(place.source) if place.source else "null"},"start":'
        )
        lines = [
            f'{head}{start},"end":{end},"sentence":{quoted(sentence)},"sentence_start":{low}}}\n'
            for start, end, sentence, low in found
        ]
        if notes := notes_on(place):
            lines = [_with_notes(line, notes, start, end) for line, (start, end, *_) in zip(lines, found)]
        text = "".join(lines)
        if not text.isascii() or "\x7f" in text:
            text = "".join(printable_json(line[:-1]) + "\n" for line in lines)
        return text.encode("utf-8", "replace")

    return render


def _with_notes(line: str, notes: Sequence[Located], start: int, end: int) -> str:
    """The JSON object of a passage with the notes on it, or on all of its article."""
    import json

    here = [on.note for on in notes if (on.start, on.end) == (start, end) or on.start >= on.end]
    told = [{"id": note.id, "body": note.body, "tags": note.tags} for note in here]
    return (
        f'{line[:-2]},"notes":{json.dumps(told, ensure_ascii=sys.stdout.isatty(), separators=(",", ":"))}}}\n'
    )


def _as_lines(ink: Ink, notes_on: NotesOn) -> Render:
    """Each passage in its sentence, on a line with its place; below them the notes that are asked for."""

    def render(place: PlaceRecord, found: list[Plain]) -> bytes:
        article = one_line(place.article)
        if not ink.on:
            lines = [f"{article}:{start}: {sentence}" for start, _, sentence, _ in found]
            # The usual case, at once.
            if "".join(lines).isprintable() and (text := "\n".join(lines)).isascii():
                return f"{text}\n".encode()
        return b"".join(
            ink.sentence(f"{article}:{start}", sentence, start - low, end - low)
            for start, end, sentence, low in found
        )

    def with_notes(place: PlaceRecord, found: list[Plain]) -> bytes:
        said = [(max(on.start, 0), _said(on.note)) for on in notes_on(place)]
        article = one_line(place.article)
        lines = [
            ink.encoded([(f"{article}:{start}: ", "quiet"), (f"✎ {text}", "")])
            for start, text in said
            if text
        ]
        return b"".join([render(place, found), *lines])

    return with_notes


class Page:
    """Passages below one another, those of an article under its title, source, day and id; figures with theirs."""

    def __init__(self, ink: Ink, notes_on: NotesOn = lambda _: ()) -> None:
        self._ink, self._notes_on = ink, notes_on
        self._width = min(columns(), _WIDEST)

    def article(self, place: PlaceRecord, found: Iterable[Plain]) -> bytes:
        """An article with what was `found` in it."""
        known = (place.source, place.published[:10], place.article)
        facts = " · ".join(map(one_line, filter(None, known)))
        lines = [self._ink.encoded([(one_line(place.title), "head")])] if place.title else []
        lines.append(self._ink.encoded([(facts, "quiet")]))
        for (low, sentence), hits in groupby(found, lambda hit: (hit[3], hit[2])):
            spans = [(max(start - low, 0), end - low) for start, end, _, _ in hits]
            lines += self._sentence(sentence, spans)
        for text in filter(None, [_said(on.note) for on in self._notes_on(place)]):
            lines += self._sentence(f"✎ {text}", [])
        return b"".join([*lines, b"\n"])

    def figure(self, told: str, facts: Iterable[str], sentence: str, place: tuple[int, int]) -> bytes:
        """A figure as it is `told`, what is known of it, and its sentence with it marked at `place`."""
        known = " · ".join(map(one_line, filter(None, facts)))
        head = self._ink.encoded([(f"{one_line(told)}  ", "head"), (known, "quiet")])
        return b"".join([head, *self._sentence(sentence, [place])])

    def _sentence(self, sentence: str, spans: list[tuple[int, int]]) -> Iterator[bytes]:
        """The sentence in lines, its `spans` marked. White space is one space for each, so that places stay."""
        text = "".join(" " if sign.isspace() else sign for sign in sentence)
        for start, end in wrapped(text, self._width - len(_INDENT)):
            pieces = [(_INDENT, "")]
            at = start
            for low, high in spans:
                low, high = max(low, at), min(high, end)
                if low < high:
                    pieces += [(text[at:low], ""), (text[low:high], "hit")]
                    at = high
            yield self._ink.encoded([*pieces, (text[at:end], "")])
