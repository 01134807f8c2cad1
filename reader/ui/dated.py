"""A date that is being typed: how it is understood, or what is wrong with it."""

from __future__ import annotations

from datetime import datetime

from reader.library.errata.applying import day_of
from reader.ui.widgets.reading.document import date_label

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def wrong_date(text: str) -> str:
    """What is wrong with a date, "" where nothing is."""
    try:
        day_of(text)
    except ValueError as error:
        return str(error)
    return ""


def told_date(text: str) -> str:
    """A date as it is understood, or what is wrong with it; "" for nothing."""
    if not text.strip():
        return ""
    if wrong := wrong_date(text):
        return wrong
    iso = day_of(text)
    return f"{_WEEKDAYS[datetime.fromisoformat(iso).weekday()]}, {date_label(iso)} · Enter keeps it"
