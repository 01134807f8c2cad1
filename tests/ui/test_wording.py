"""How the screens word days."""

from __future__ import annotations

from reader.ui.wording import days


def test_one_day_is_said_once() -> None:
    assert days("2024-03-30", "2024-03-30T04:53") == "30 Mar 2024"
    assert days("2011-10-21", "2024-03-30") == "21 Oct 2011 – 30 Mar 2024"
    assert days(None, None) == ""
