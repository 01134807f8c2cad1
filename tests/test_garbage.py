"""What is made by the ten thousand costs the collector nothing, and is gone with what refers to it."""

from __future__ import annotations

import gc
import weakref

from reader.garbage import uncollected


class _Record:
    pass


def test_many_new_objects_are_not_gone_through_and_go_with_their_owner(monkeypatch):
    monkeypatch.setattr("reader.garbage._OBJECTS", 30_000)
    was = gc.isenabled()
    gc.enable()
    gc.freeze()  # as the app does when it has started
    try:
        with uncollected():
            made = [_Record() for _ in range(40_000)]
            assert not gc.isenabled()
        assert gc.isenabled() and gc.get_count()[0] < 10_000
        assert sum(type(thing) is _Record for thing in gc.get_objects()) == 0
        last = weakref.ref(made[-1])
        del made
        assert last() is None
    finally:
        gc.unfreeze()
        if not was:
            gc.disable()
