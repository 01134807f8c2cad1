"""A disk that answers late is asked for several files at once, any other for one after the other as they are needed."""

from __future__ import annotations

import threading
import time
from itertools import count, islice

from reader.library import Library
from reader.library.at_once import at_once
from reader.library.scanning import intake
from reader.settings import Settings


def test_what_answers_late_is_asked_for_at_once_and_comes_in_order():
    asked_by = set()

    def call(number):
        asked_by.add(threading.get_ident())
        time.sleep(0.003)
        return number

    assert list(at_once(call, range(40))) == list(range(40))
    assert len(asked_by) > 4


def test_what_answers_quickly_is_asked_for_one_by_one_as_it_is_needed():
    asked = []
    found = at_once(lambda number: asked.append(number) or threading.get_ident(), count())
    assert set(islice(found, 30)) == {threading.get_ident()}
    assert asked == list(range(30))


def test_a_library_on_a_slow_disk_is_read_whole(folder, monkeypatch):
    read = intake.read_bytes

    def late(*asked):
        time.sleep(0.003)
        return read(*asked)

    monkeypatch.setattr(intake, "read_bytes", late)
    for number in range(12):
        (folder / f"more-{number}.txt").write_text(
            f"Quay number {number} opens\nMarch {number + 1}, 2024\n\nIt opened.\n"
        )
    library = Library.open([folder], Settings())
    library.scan(apart=False, processes=0)
    for number in range(12):
        assert [row.id for row in library.rows(f'"quay number {number}"')] == [f"more-{number}.txt#0"]
    library.close()
