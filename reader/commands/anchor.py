"""Describe passages so that they are found again, and find them: JSON lines in, JSON lines out.

{"id", "op": "describe", "text", "start", "end"} is answered by {"id", "selector"}, and {"id", "op": "resolve",
"text", "selector"} by {"id", "start", "end", "status", "score"}; start and end are null when it is lost.
A selector has the names of the W3C Web Annotation data model; a list of W3C selectors is understood too.

  reader anchor requests.jsonl > answers.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, BinaryIO

from reader.cli.console import complain, each_input, emit, lines_of
from reader.cli.exit_codes import DONE, UNREADABLE
from reader.model import Anchor
from reader.notes.anchor import describe, resolve


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="JSON lines (default: standard input)")
    parser.add_argument(
        "--json", action="store_true", help="accepted for symmetry; the output always is JSON"
    )


def run(options: argparse.Namespace) -> int:
    """Answer every line; 3 when some could not be understood (they are answered with an error)."""
    return max(each_input(options.files, _answer_lines))


def _answer_lines(source: BinaryIO, name: str) -> int:
    """Answer every line; returns the exit code."""
    code = DONE
    for number, line in enumerate(lines_of(source), 1):
        if not line.strip():
            continue
        answer = _answer(line)
        if "error" in answer:
            complain(f"{name}:{number}: {answer['error']}")
            code = UNREADABLE
        emit(answer)
    sys.stdout.flush()
    return code


def _answer(line: bytes) -> dict[str, Any]:
    row: Any = None
    try:
        row = json.loads(line)
        text = row["text"]
        if not isinstance(text, str):
            raise TypeError("text")
        if row.get("op") == "describe":
            selector = describe(text, int(row["start"]), int(row["end"]))._asdict()
            return {"id": row.get("id"), "selector": selector}
        if row.get("op") != "resolve":
            return {"id": row.get("id"), "error": 'op must be "describe" or "resolve"'}
        found = resolve(anchor_from(row["selector"]), text)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        reason = f"missing {error}" if isinstance(error, KeyError) else "not a request of the documented form"
        return {"id": row.get("id") if isinstance(row, dict) else None, "error": reason}
    lost = found.status == "lost"
    answer: dict[str, Any] = {
        "id": row.get("id"),
        "start": None if lost else found.start,
        "end": None if lost else found.end,
        "status": found.status,
        "score": round(found.score, 3),
    }
    if lost and found.candidate:
        answer["candidate"] = list(found.candidate)
    return answer


def anchor_from(selector: Any) -> Anchor:
    """The anchor in a selector: our own flat form, or W3C selectors, one or a list of them."""
    if isinstance(selector, list):
        merged: dict[str, Any] = {}
        for part in selector:
            merged |= part
        selector = merged
    if not isinstance(selector.get("exact", ""), str):
        raise TypeError("exact")
    return Anchor(
        exact=selector.get("exact", ""),
        prefix=str(selector.get("prefix") or ""),
        suffix=str(selector.get("suffix") or ""),
        start=_whole(selector.get("start"), -1),
        end=_whole(selector.get("end"), -1),
        length=_whole(selector.get("length"), 0),
        article=_whole(selector.get("article"), 0),
        rival=_whole(selector.get("rival"), 0),
        copies=_whole(selector.get("copies"), 0),
    )


def _whole(value: Any, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else default
