"""Deciding who is one person: two names, or many of those that are proposed."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import complain, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, UNSAVED, USAGE
from reader.cli.people_rows import merge_line
from reader.cli.undoing import remember
from reader.folding import fold_text
from reader.library.wording import count
from reader.model import Correction
from reader.notes import NotesError

if TYPE_CHECKING:
    from reader.annotation import CorrectionAction
    from reader.library import Library
    from reader.library.records import MergeProposal


def decide(library: Library, options: argparse.Namespace) -> int:
    """Keep that the two names of --same or --different are one person, or two; returns the exit code."""
    name, other = options.same or options.different
    if name == other:
        complain(f"{name!r} twice; name two people")
        return USAGE
    # The name under which a person is to go may be new.
    if not _is_known(library, name) or (options.different and not _is_known(library, other)):
        return NOTHING
    if Path(other).exists() or not any(map(str.isalpha, other)):
        complain(f"{other!r} is no name; --same takes two names, then folders. Nothing was changed")
        return USAGE
    if code := _keep(library, [Correction("", "same" if options.same else "different", name, other)]):
        return code
    complain(f"{name} is {other} from now on" if options.same else f"{name} and {other} are two people")
    return DONE


def decide_many(library: Library, options: argparse.Namespace) -> int:
    """Keep the same of all pairs that --accept or --reject mean, and list them; returns the exit code."""
    same = options.accept is not None
    meant = options.accept if same else options.reject
    proposals = library.merge_proposals()
    unknown = 0
    if meant == "-":
        chosen, unknown = _of_lines(proposals, sys.stdin)
    else:
        chosen = [pair for pair in proposals if fold_text(pair.reason) == fold_text(meant)]
    if not chosen:
        kinds = Counter(pair.reason for pair in proposals).most_common()
        told = "; ".join(f"{kind} ({number})" for kind, number in kinds)
        complain(f"no such pair is proposed. Reasons: {told}" if kinds else "no pair is proposed")
        return NOTHING
    what: CorrectionAction = "same" if same else "different"
    if code := _keep(library, [Correction("", what, pair.other, pair.name) for pair in chosen]):
        return code
    for pair in chosen:
        say(merge_line(pair))
    complain(
        f"{count(len(chosen), 'pair')}: "
        + ("one person each from now on" if same else "two people each")
        + f"; {library.corrections.path} has them"
    )
    return UNREADABLE if unknown else DONE


def _of_lines(proposals: Sequence[MergeProposal], lines: Iterable[str]) -> tuple[list[MergeProposal], int]:
    """The pairs that `lines` of --merges name, as text or JSON, and how many lines name none; each of those is
    told."""
    by_line = {merge_line(pair): pair for pair in proposals}
    by_names = {(pair.name, pair.other): pair for pair in proposals}
    chosen: list[MergeProposal] = []
    unknown = 0
    for line in filter(None, map(str.strip, lines)):
        found = by_line.get(line)
        if found is None and line.startswith("{"):
            try:
                told = json.loads(line)
                found = by_names.get((told["name"], told["other"]))
            except (ValueError, KeyError, TypeError):
                found = None
        if found is None:
            unknown += 1
            complain(
                f"{line[:80]}: no pair that is proposed; `reader people --merges` has them, --json a line each"
            )
        else:
            chosen.append(found)
    return list(dict.fromkeys(chosen)), unknown


def _keep(library: Library, corrections: Sequence[Correction]) -> int:
    """Keep corrections as one; returns the exit code."""
    try:
        remember(library, (), library.apply_all(corrections))
    except NotesError as error:
        complain(error)
        return UNSAVED
    return DONE


def _is_known(library: Library, name: str) -> bool:
    """Whether somebody goes by just this name; says so otherwise."""
    found = library.person(name)
    if found is None:
        complain(f"nobody called {name!r} in this library; nothing was changed")
        return False
    if fold_text(name) not in map(fold_text, (found[0].name, *found[0].spellings)):
        complain(f"nobody is called just {name!r}; did you mean {found[0].name!r}? Nothing was changed")
        return False
    return True
