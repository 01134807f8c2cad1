"""The thread that waits for keys, on a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
import tty
from collections.abc import Iterator
from queue import Queue
from threading import Thread

import pytest
from textual import events
from textual.message import Message

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such driver there")


class Ears:
    """A driver's thread with a terminal of its own; `heard()` is the next key."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from reader.ui import listening

        self.looks = 0

        def look(*arguments: object) -> object:
            self.looks += 1
            return select.select(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(listening, "select", look)
        self.keys: Queue[str] = Queue()
        keys = self.keys

        class Driver(listening.Listening):
            def process_message(self, message: Message) -> None:
                assert isinstance(message, events.Key)
                keys.put(message.key)

        self.hand, terminal = pty.openpty()
        tty.setraw(terminal)
        self.driver = Driver.__new__(Driver)
        self.driver.fileno, self.driver.exit_event = terminal, listening.Bell()
        self.thread = Thread(target=self.driver.run_input_thread, daemon=True)
        self.thread.start()

    def type(self, typed: bytes) -> None:
        os.write(self.hand, typed)

    def heard(self) -> str:
        return self.keys.get(timeout=5)

    def ended(self) -> bool:
        self.thread.join(5)
        return not self.thread.is_alive()


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ears]:
    ears = Ears(monkeypatch)
    yield ears
    ears.driver.exit_event.set()
    assert ears.ended()


def test_keys_are_heard_in_order(ears: Ears) -> None:
    ears.type(b"ab")
    ears.type(b"\x1b[A")
    assert [ears.heard() for _ in range(3)] == ["a", "b", "up"]


def test_a_lone_escape_is_a_key_without_another_key_behind_it(ears: Ears) -> None:
    ears.type(b"\x1b")
    assert ears.heard() == "escape"


def test_a_sequence_may_come_in_two_pieces(ears: Ears) -> None:
    ears.type(b"\x1b")
    ears.type(b"[A")
    assert ears.heard() == "up"
    ears.type(b"x")
    assert ears.heard() == "x"


def test_half_a_character_and_bytes_that_are_none_stop_nothing(ears: Ears) -> None:
    ears.type("é".encode()[:1])
    time.sleep(0.05)
    ears.type("é".encode()[1:])
    assert ears.heard() == "é"
    ears.type(b"\xff")
    assert ears.heard() == "replacement_character"
    ears.type(b"x")
    assert ears.heard() == "x"


def test_nobody_looks_while_nothing_is_typed(ears: Ears) -> None:
    ears.type(b"x")
    assert ears.heard() == "x"
    time.sleep(0.5)  # longer than an escape is waited for
    before = ears.looks
    time.sleep(0.5)
    assert ears.looks == before
    ears.type(b"y")
    assert ears.heard() == "y"
    time.sleep(0.2)
    assert ears.looks == before + 1  # a key that cannot be the beginning of another is not waited behind


def test_it_ends_when_told_and_can_begin_again(ears: Ears) -> None:
    for key in "xy":
        begun = time.monotonic()
        ears.driver.exit_event.set()
        ears.driver.exit_event.set()
        assert ears.ended()
        assert time.monotonic() - begun < 3
        ears.driver.exit_event.clear()
        ears.thread = Thread(target=ears.driver.run_input_thread, daemon=True)
        ears.thread.start()
        ears.type(key.encode())
        assert ears.heard() == key


def test_it_ends_when_the_terminal_is_gone(ears: Ears) -> None:
    os.close(ears.hand)
    assert ears.ended()
