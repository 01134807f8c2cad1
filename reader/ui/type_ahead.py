"""Keys typed faster than the screen answers wait until what the one before them opened is there.

Textual hands every key to the widget that has the focus when the key arrives, even while the key before it
is about to open a screen or a field: of a quick `@kab` the letters would act on the text behind the index.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

# A probe is lost with a widget that is removed meanwhile; keys then go on after this many seconds.
_PATIENCE = 2.0
_ROUNDS = 12


class Settled(Message):
    """A probe sent behind a key: when it is back at the app, the key has been dealt with on its way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class TypeAhead:
    """Lets one key through at a time. `forward` is the app's own way with a key."""

    def __init__(self, app: App[int], forward: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app, self._forward = app, forward
        self._waiting: deque[events.Key] = deque()
        self._flying: events.Key | None = None
        self._opening = False
        self._number = 0
        self._target: MessagePump | None = None
        self._calm = 0
        self._rounds = 0

    def opening(self) -> None:
        """The key that is being dealt with may open something: the next waits until the focus is at rest."""
        self._opening = True

    async def typed(self, key: events.Key) -> None:
        """A key from the keyboard: passed on, or kept while the one before is under way."""
        if self._flying is None and not self._opening:
            self._flying = key
            await self._forward(key)
            return
        self._waiting.append(key)
        if len(self._waiting) == 1:
            self._rounds = self._calm = 0
            self._probe()

    def returned(self, key: events.Key) -> None:
        """A key came back to the app and has been dealt with."""
        if key is self._flying:
            self._flying = None

    async def settled(self, probe: Settled) -> None:
        """A probe is back: let the next key go once the focus has stayed where it was."""
        if probe.number != self._number:
            return
        at_rest = self._target is self._focus()
        self._calm = self._calm + 1 if at_rest else 0
        self._rounds += 1
        if self._calm < (2 if self._opening else 1) and self._rounds < _ROUNDS:
            self._probe()
            return
        await self._go_on()

    def _focus(self) -> MessagePump:
        return self._app.focused or self._app.screen

    def _probe(self) -> None:
        self._number += 1
        number, self._target = self._number, self._focus()
        self._target.post_message(Settled(number))
        self._app.set_timer(_PATIENCE, lambda: self._app.call_later(self._give_up, number))

    async def _give_up(self, number: int) -> None:
        if number == self._number and self._waiting:
            await self._go_on()

    async def _go_on(self) -> None:
        self._number += 1
        self._opening = False
        self._flying = None
        if not self._waiting:
            return
        key = self._waiting.popleft()
        self._flying = key
        await self._forward(key)
        if self._waiting:
            self._rounds = self._calm = 0
            self._probe()
