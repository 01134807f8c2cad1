"""Mark people and figures.

With --json: reads JSON lines {"id", "text", "ref"?} from FILE or stdin and answers each at once with a line
{"id", "people": [...], "figures": [...]}; offsets are Unicode code points, ends are exclusive.

Without: reads plain text and prints it with [people] and {figures} marked, or lists them with --explain.

  reader detect --explain story.txt
  reader detect --json < texts.jsonl > marks.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from reader.cli.console import all_of, complain, each_input, emit, lines_of, say
from reader.cli.detections import detection_record
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, USAGE, Ended
from reader.model import Detection
from reader.text import one_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reader detect`."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="what to read; -, the default, is the standard input"
    )
    parser.add_argument("--json", action="store_true", help="JSON lines in, JSON lines out")
    parser.add_argument(
        "--explain", action="store_true", help="list every mark with its confidence and reason"
    )
    parser.add_argument(
        "--backend", choices=("builtin", "spacy"), help="who finds the people (default: settings)"
    )


def run(options: argparse.Namespace) -> int:
    """Detect; 0 something marked or all lines answered, 1 nothing found, 2 no such backend, 3 bad input."""
    _choose_backend(options.backend)
    if options.json:
        codes = each_input(options.files, _answer_lines)
    else:
        show = _list_marks if options.explain else _print_marked
        codes = each_input(options.files, lambda stream, _: _answer_text(all_of(stream), show))
    return UNREADABLE if UNREADABLE in codes else min(codes)


def _choose_backend(wanted: str | None) -> None:
    """Use the backend asked for, else the one in the settings. Raises: Ended after saying why it cannot be used."""
    from reader.cli.openings import user_settings

    settings = user_settings() if wanted != "builtin" else None
    if (wanted or (settings and settings.backend)) != "spacy":
        return
    from reader.detect.people.backend import BackendError, use_backend

    try:
        use_backend("spacy", *([settings.spacy_model] if settings else []))
    except BackendError as error:
        complain(error)
        raise Ended(USAGE) from None


def _answer_lines(stream: BinaryIO, name: str) -> int:
    """Answer every JSON line; a bad one is named and skipped."""
    from reader.detect import detect

    status = DONE
    for number, line in enumerate(lines_of(stream), 1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError("it is no object")
            text, reference = request["text"], request.get("ref")
            if not isinstance(text, str) or not (reference is None or isinstance(reference, str)):
                raise ValueError('"text" and "ref" must be strings')
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = f"no {error} in it" if isinstance(error, KeyError) else error
            complain(f'{"stdin" if name == "-" else name}:{number}: not a line {{"id", "text"}}: {what}')
            status = UNREADABLE
            continue
        emit({"id": request.get("id"), **detection_record(detect(text, published=reference))})
        sys.stdout.buffer.flush()
    return status


def _answer_text(data: bytes, show: Callable[[str, Detection], None]) -> int:
    """Show the marks of a plain text; 1 when it has none, 3 when it is no text."""
    from reader.detect import detect
    from reader.parsing.decode import decode, is_binary

    if is_binary(data):
        complain("this is not text; `reader parse` tells what is wrong with a file")
        return UNREADABLE
    text = decode(data).text
    found = detect(text)
    show(text, found)
    return DONE if found.people or found.figures else NOTHING


def _list_marks(text: str, found: Detection) -> None:
    """Every mark on a line, with its place, how sure it is, and why."""
    for person in found.people:
        titles = f", {', '.join(person.titles)}" if person.titles else ""
        say(
            f"{person.start:>8}  person    {person.confidence:4.2f}  {one_line(person.text)} = "
            f"{one_line(person.name)}{one_line(titles)}: {one_line(person.reason)}"
        )
    for figure in found.figures:
        value = figure.value if figure.value is not None else "open"
        say(
            f"{figure.start:>8}  {figure.kind:<8}  {figure.confidence:4.2f}  {one_line(figure.text)} = "
            f"{figure.approx + ' ' if figure.approx else ''}{value}{' ' + figure.unit if figure.unit else ''}"
            f"{': ' + one_line(figure.reason) if figure.reason else ''}"
        )


def _print_marked(text: str, found: Detection) -> None:
    """The text with [people] and {figures} in it."""
    say("".join(_marked(text, found)).rstrip("\n"))


def _marked(text: str, found: Detection) -> Iterator[str]:
    marks = [(p.start, p.end, "[", "]") for p in found.people]
    marks += [(f.start, f.end, "{", "}") for f in found.figures]
    last = 0
    for start, end, opening, closing in sorted(marks):
        if start < last:
            continue
        yield from (text[last:start], opening, text[start:end], closing)
        last = end
    yield text[last:]
