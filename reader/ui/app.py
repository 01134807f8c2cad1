"""The app: themes, the wall, the first screen. What it does is in the screens and their desks."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from textual import events
from textual.actions import ActionParseResult
from textual.app import App, SuspendNotSupported
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from reader.garbage import set_apart
from reader.library.contents import ArticleMissing
from reader.ui.actions import BY_ID, key_label, keys_of
from reader.ui.habits import SAME
from reader.ui.jobs import Finished, Jobs
from reader.ui.screens.frame import Frame
from reader.ui.screens.main import Main
from reader.ui.session import Session
from reader.ui.signals import heed_signals
from reader.ui.theming import VARIABLES
from reader.ui.thrift import ask_terminal, thrifty_driver
from reader.ui.type_ahead import Settled, TypeAhead
from reader.ui.wall import Wall

#: What neither opens anything nor moves the focus: the next key need not wait for it.
_IN_PLACE = frozenset(
    BY_ID[name].bound for name in ("article.next", "article.previous", "read.on", "read.back")
)

_SETTLED = 0.4  # seconds after the first frame


class ReaderApp(App[int], inherit_css=False):
    """Reader on an open `session`, in `theme`.

    Textual's own style sheet for apps is for what this one has not: its palette, header and key panel.
    """

    CSS_PATH = "app.tcss"
    TITLE = "Reader"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-medium"),
        (160, "-wide"),
        (190, "-vast"),
    ]

    def __init__(self, session: Session, theme: Theme) -> None:
        self._themed = False
        self.unkept = ""  # a note that was being typed when the app ended, and could be kept nowhere
        self._acted = False  # whether the key that is being dealt with does anything
        super().__init__()
        self.session = session
        self.jobs = Jobs(self)
        self._walls: list[LineFilter] = [Wall()]
        if self.console.color_system == "256":
            from reader.ui.few_colors import FewColors

            self._walls.append(FewColors())
        self.type_ahead = TypeAhead(self, super().on_event)
        self.register_theme(theme)
        self._themed = True
        self.theme = theme.name
        self.animation_level = "none"
        self.set_keymap(session.keymap.for_textual())
        self.main = Main(session, self.jobs)

    def get_default_screen(self) -> Screen[Any]:
        """The main screen."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that leave some out."""
        return VARIABLES

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables. Before there is ours nothing is shown: Textual's own are not worked out."""
        return super().get_css_variables() if self._themed else {}

    def get_driver_class(self) -> type[Driver]:
        """The terminal's driver, sparing with what it sends and how often it looks for keys."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":  # not that of Windows, nor one that the user has set
            from reader.ui.listening import Listening as driver
        return thrifty_driver(driver)

    def refresh_css(self, animate: bool = True) -> None:
        """Another theme. Until the first screen is there no style is read twice: parsing them is half a frame."""
        if self.main.is_attached:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the wall against outside text; where there are 256 colours, the nearest of them."""
        return [*super().get_line_filters(), *self._walls]

    async def on_event(self, event: events.Event) -> None:
        """Keys go through one at a time, see `type_ahead`."""
        if isinstance(event, events.MouseEvent) and not event.is_forwarded and self._divides(event):
            return
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif event.is_forwarded:
            self._acted = False
            await super().on_event(event)
            self.type_ahead.returned(event)
            if not self._acted and isinstance(self.screen, Frame):
                self.screen.no_key(
                    (event.is_printable and "+" not in event.key and event.character) or event.key
                )
        else:
            await self.type_ahead.typed(self._taken(event))

    def _taken(self, event: events.Key) -> events.Key:
        """The key, or the one that it is taken for."""
        if event.key not in SAME or self.session.keymap.binds(event.key):
            return event
        return events.Key(SAME[event.key], None)

    def _divides(self, event: events.MouseEvent) -> bool:
        """Whether the mouse moves the edge of a pane."""
        return self.screen is self.main and self.main.dividing.takes(event)

    async def run_action(self, action: str | ActionParseResult, *arguments: Any, **named: Any) -> bool:
        """Run an action; what a screen does may open something, so the next key waits for it."""
        self._acted = True
        if isinstance(action, str) and action.startswith("screen.") and action not in _IN_PLACE:
            self.type_ahead.opening()
        with self._telling():
            return await super().run_action(action, *arguments, **named)
        return True

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """A file may go at any moment and a disk fail: what is missed then is told, and the app stays."""
        try:
            yield
        except (ArticleMissing, OSError) as error:
            self._teller.trouble(error)

    @property
    def _teller(self) -> Frame:
        """The screen that says things: the one shown, or the main one below a dialog."""
        return self.screen if isinstance(self.screen, Frame) else self.main

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.screen.refresh(layout=True)

    def action_help_quit(self) -> None:
        """ctrl+c, where there is nothing to copy: what quits."""
        key = next(iter(keys_of(BY_ID["quit"], self.session.keymap.changed)), "")
        self._teller.say(f"{key_label(key)} quits; everything is saved already.")

    async def on_settled(self, message: Settled) -> None:
        """A key has been dealt with."""
        await self.type_ahead.settled(message)

    def on_ready(self) -> None:
        """The first frame is there."""
        if not self.is_headless:
            heed_signals(self)
            self.app_resume_signal.subscribe(self, self._come_back)
        self.set_timer(_SETTLED, self._collect_garbage)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """The terminal is another program's meanwhile. Raises: OutsideError where it cannot be given away."""
        try:
            with super().suspend():
                yield
        except SuspendNotSupported:
            from reader.ui.outside import OutsideError

            raise OutsideError(
                "No other program can have this terminal; open the file beside Reader."
            ) from None

    def _come_back(self, _: object) -> None:
        """Back from the shell (ctrl+z, fg), which has written over the screen."""
        self.refresh(layout=True)

    def _collect_garbage(self) -> None:
        """Begin to, when the start left it off; what is there by now stays and need not be gone through again."""
        if not gc.isenabled():
            set_apart()
            ask_terminal()

    def exit(self, *arguments: Any, **named: Any) -> None:
        """End the app; a note that is being typed is kept as a draft."""
        if self.main.is_attached and self.main.query("#note-editor"):
            self.unkept = self.main.noting.keep_typed()
        super().exit(*arguments, **named)

    def on_unmount(self) -> None:
        """No thread outlives the app but the one that writes."""
        self.jobs.close()

    def on_finished(self, message: Finished) -> None:
        """Hand over what a job brought."""
        with self._telling():
            message.deliver()
