"""People and figures as JSON objects, with the keys that `reader detect` and `reader show` promise."""

from __future__ import annotations

from typing import Any

from reader.model import Detection, Figure, Person


def detection_record(detection: Detection) -> dict[str, list[dict[str, Any]]]:
    """The marks of a text, in reading order, as JSON objects."""
    return {
        "people": [_person(p) for p in detection.people],
        "figures": [_figure(f) for f in detection.figures],
    }


def _person(person: Person) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": person.start, "end": person.end, "text": person.text, "name": person.name,
        "confidence": person.confidence, "reason": person.reason,
    }  # fmt: skip
    if person.titles:
        record["titles"] = list(person.titles)
    return record


def _figure(figure: Figure) -> dict[str, Any]:
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    record: dict[str, Any] = {
        "start": figure.start, "end": figure.end, "text": figure.text, "kind": figure.kind,
        "value": value, "unit": figure.unit, "confidence": figure.confidence,
    }  # fmt: skip
    if figure.approx:
        record["approx"] = figure.approx
    if figure.subject:
        record["subject"] = figure.subject
    return record
