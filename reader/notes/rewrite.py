"""From one version of a notes file to the next: splice, read back, and write whole only if that fails."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

from reader.notes import splice
from reader.notes.merge import Operation, outcome, rebase
from reader.notes.schema import Fields, render_entry
from reader.notes.sheet import Sheet, parse_sheet
from reader.yamlio import YamlError


def apply(
    sheet: Sheet, operations: Sequence[Operation], source: Mapping[str, str] | None = None
) -> tuple[Sheet, list[Operation]]:
    """`sheet` with `operations` made on it, each rebased first, and the operations as they were made.

    The result has been read back and says exactly what was wanted. Raises: YamlError when it cannot be made
    to (which leaves everything as it is).
    """
    done: list[Operation] = []
    together = _all_at_once(sheet, operations, source)
    if together is not None:
        sheet, done, operations = together, list(operations), ()
    for operation in operations:
        for step in rebase(operation, sheet):
            sheet = _apply_one(sheet, step, source)
            done.append(step)
    if source and any(step.kind == "add" for step in done):
        sheet = _with_fingerprint(sheet, source)
    return sheet, done


def _all_at_once(
    sheet: Sheet, operations: Sequence[Operation], source: Mapping[str, str] | None
) -> Sheet | None:
    """Many new entries in one cut, so that the file is read back once; None when that does not work out."""
    ids = {operation.id for operation in operations}
    if len(operations) < 2 or len(ids) < len(operations) or ids & set(sheet.by_id()):
        return None
    if any(operation.kind != "add" for operation in operations):
        return None
    block = "\n".join(operation.block or render_entry(operation.fields) for operation in operations)
    try:
        made = parse_sheet(splice.appended(sheet, {}, block, source), sheet.name, sheet.layout, sheet)
    except YamlError:
        return None
    wanted = [*sheet.models(), *(operation.fields for operation in operations)]
    if [_model(fields) for fields in made.models()] != [_model(fields) for fields in wanted]:
        return None
    return made if _outside(made) == _outside(sheet, source) else None


def _with_fingerprint(sheet: Sheet, source: Mapping[str, str]) -> Sheet:
    """The sheet with the sha256 of its source as it is today, for that is what the newest note is on."""
    digest = source.get("sha256", "")
    if not digest or sheet.source.get("sha256", digest) == digest:
        return sheet
    with contextlib.suppress(YamlError):
        made = parse_sheet(splice.with_source(sheet, {"sha256": digest}), sheet.name, sheet.layout, sheet)
        if made.models() == sheet.models() and made.source == {**sheet.source, "sha256": digest}:
            return made
    return sheet


def _apply_one(sheet: Sheet, step: Operation, source: Mapping[str, str] | None) -> Sheet:
    wanted = outcome(sheet.entries, step)
    for text in _attempts(sheet, step, source):
        if text is None:
            continue
        try:
            made = parse_sheet(text, sheet.name, sheet.layout, sheet)
        except YamlError:
            continue
        if [_model(e.fields) for e in made.entries] == [_model(f) for _, f in wanted] and _outside(
            made
        ) == _outside(sheet, source):
            return made
    text = splice.canonical(sheet, [fields for _, fields in wanted], source or {})
    made = parse_sheet(text, sheet.name, sheet.layout, sheet)
    if [_model(e.fields) for e in made.entries] != [_model(f) for _, f in wanted]:
        raise YamlError(_doubt(sheet))
    return made


def _attempts(sheet: Sheet, step: Operation, source: Mapping[str, str] | None) -> list[str | None]:
    if step.kind == "add":
        tries: list[str | None] = []
        if step.block:
            tries.append(splice.appended(sheet, step.fields, step.block, source))
        return [*tries, splice.appended(sheet, step.fields, "", source)]
    entry = sheet.find(step.id)
    if entry is None:
        return []
    if step.kind == "remove":
        return [splice.removed(sheet, entry)]
    changes = step.fields if entry.given else {"id": entry.id} | step.fields
    return [splice.edited(sheet, entry, changes)]


def _model(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def _outside(sheet: Sheet, source: Mapping[str, str] | None = None) -> Mapping[str, Any]:
    """What a change of entries must leave as it was: the other keys of the file."""
    if sheet.is_empty:
        return {"source": dict(source)} if source else {}
    return sheet.others


def _doubt(sheet: Sheet) -> Any:
    from reader.model import Problem

    return Problem(sheet.name, 0, "the change cannot be written here safely")
