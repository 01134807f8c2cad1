"""Changes as operations that can be made on any version of a file: the three-way merge by entry.

`base` in an operation is what its author had seen. Added on either side stays; deleted on one side and
unchanged on the other goes; deleted on one and edited on the other stays, edited; edited on both is merged
field by field, and where the same field changed twice ours stays and theirs becomes an entry of its own
with `conflict-of`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from reader.notes.journal import Journal
from reader.notes.schema import Fields, new_id
from reader.notes.sheet import Entry, Sheet
from reader.notes.splice import entry_block, merged_fields

# Changing these alone is no conflict: the later writer's value stands.
_QUIET = frozenset({"modified", "anchor", "exact"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of one entry.

    add: `fields` is the whole entry, `block` its own lines if they are to be kept. edit: `fields` are the
    changed fields (None takes one away), `base` the whole entry before. remove: `base` is the whole entry.
    """

    kind: Literal["add", "edit", "remove"]
    id: str
    fields: Fields = field(default_factory=dict)
    base: Fields = field(default_factory=dict)
    block: str = ""


def rebase(operation: Operation, sheet: Sheet) -> tuple[Operation, ...]:
    """What `operation` means on the version in `sheet`: nothing, itself, or itself and a kept conflict."""
    current = sheet.find(operation.id)
    if operation.kind == "add":
        if current is None:
            return (operation,)
        return () if same(current.fields, operation.fields) else _both(operation, current)
    if operation.kind == "remove":
        # Deleted here, edited there: the edit stays.
        gone = current is not None and same(current.fields, operation.base)
        return (operation,) if gone else ()
    if current is None:  # edited here, deleted there: the edit stays
        fields = merged_fields(operation.base, operation.fields)
        return (Operation("add", operation.id, {"id": operation.id} | fields),)
    return _edit(operation, current)


def _edit(operation: Operation, current: Entry) -> tuple[Operation, ...]:
    changes: Fields = {}
    clash = False
    for key, value in operation.fields.items():
        theirs = current.fields.get(key)
        if theirs == value:
            continue
        changes[key] = value
        if theirs != operation.base.get(key) and key not in _QUIET and theirs is not None:
            clash = True
    if set(changes) <= {"modified"}:
        changes = {}
    made: list[Operation] = []
    if changes or not current.given:
        made.append(Operation("edit", operation.id, changes, current.fields))
    if clash:
        made.append(conflict_note(current.fields, operation.id))
    return tuple(made)


def _both(operation: Operation, current: Entry) -> tuple[Operation, ...]:
    """An entry that is to be added is there with other content: keep both, the newcomer under its own id."""
    if all(current.fields.get(k) == v for k, v in operation.fields.items() if k not in _QUIET):
        return ()
    return (conflict_note(operation.fields, operation.id),)


def conflict_note(fields: Mapping[str, Any], of: str) -> Operation:
    """A copy of an entry under its own id that says with which one it is in conflict."""
    made = dict(fields) | {"id": new_id(), "conflict-of": of}
    return Operation("add", made["id"], made)


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries say the same, ids aside and empty fields ignored."""
    return {k: v for k, v in one.items() if v and k != "id"} == {
        k: v for k, v in other.items() if v and k != "id"
    }


def outcome(entries: Sequence[Entry], operation: Operation) -> list[tuple[str, Fields]]:
    """Ids and fields of the entries after a rebased `operation`: what the new text must read back as."""
    made = []
    for entry in entries:
        if entry.id != operation.id or operation.kind == "add":
            made.append((entry.id, entry.fields))
        elif operation.kind == "edit":
            fields = merged_fields(entry.fields, operation.fields)
            made.append((entry.id, fields if entry.given else {"id": entry.id} | fields))
    if operation.kind == "add":
        made.append((operation.id, operation.fields))
    return made


def additions(journal: Journal, main: Sheet | None, copy: Sheet) -> list[Operation]:
    """What a copy of a file has that the file has not. The journal tells what is old on either side."""
    here = main.by_id() if main else {}
    states, removed = _past(journal)
    made = []
    for entry in copy.entries:
        current = here.get(entry.id)
        if current is None:
            if not any(same(entry.fields, fields) for fields in removed.get(entry.id, ())):
                fields = entry.fields if entry.given else {"id": entry.id} | entry.fields
                block = entry_block(copy, entry) if entry.given else ""
                made.append(Operation("add", entry.id, fields, block=block))
        elif not same(current.fields, entry.fields):
            made += _difference(entry.id, current.fields, entry.fields, states.get(entry.id, []))
    return made


def _difference(entry_id: str, ours: Fields, theirs: Fields, states: Sequence[Fields]) -> list[Operation]:
    """Field by field: what the journal knows gives way to what it does not know, and what it knew earlier to what
    it knew later. Where it knows neither, both stay."""
    changes: Fields = {}
    for key in [*theirs, *(k for k in ours if k not in theirs)]:
        mine, other = ours.get(key), theirs.get(key)
        if mine == other or key == "id" or (not states and other is None):
            continue
        mine_at, other_at = _last(states, key, mine), _last(states, key, other)
        if mine_at < 0 and other_at < 0:
            if key in _QUIET:
                continue
            return [conflict_note(theirs, entry_id)]
        if other_at < 0 or (mine_at >= 0 and other_at > mine_at):
            changes[key] = other
    return [Operation("edit", entry_id, changes, ours)] if changes else []


def _last(states: Sequence[Fields], key: str, value: Any) -> int:
    return max((n for n, fields in enumerate(states) if fields.get(key) == value), default=-1)


def _past(journal: Journal) -> tuple[dict[str, list[Fields]], dict[str, list[Fields]]]:
    """All that entries have said as the journal knows it, in order, and what they said when they were removed."""
    states: dict[str, list[Fields]] = {}
    removed: dict[str, list[Fields]] = {}
    for record in journal.records():
        entry_id, fields, base = str(record.get("id")), record.get("fields"), record.get("base")
        known = states.setdefault(entry_id, [])
        if isinstance(base, dict) and record.get("op") in ("edit", "remove"):
            if not known or known[-1] != base:
                known.append(base)
            if record["op"] == "remove":
                removed.setdefault(entry_id, []).append(base)
        if isinstance(fields, dict) and record.get("op") in ("add", "edit"):
            known.append(merged_fields(base if isinstance(base, dict) else {}, fields))
    return states, removed
