"""When the terminal is closed under the app, or the system asks it to end: it ends well."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import Any

from textual.app import App

_PATIENCE = 5.0  # seconds to end by itself; a terminal that is gone may hold it up


def heed_signals(app: App[Any]) -> None:
    """Have `app` end when its terminal goes (SIGHUP) or somebody asks for it (SIGTERM)."""
    loop = asyncio.get_running_loop()
    for wanted in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(wanted) is signal.SIG_DFL:  # not what nohup has it ignore
            loop.add_signal_handler(wanted, _end, app, 128 + wanted)


def _end(app: App[Any], code: int) -> None:
    late = threading.Timer(_PATIENCE, os._exit, (code,))
    late.daemon = True
    late.start()
    app.exit(return_code=code)
