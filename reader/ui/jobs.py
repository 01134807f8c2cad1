"""Work off the UI thread: threads run it, a message brings the result back.

Writes go through one thread in the order they were asked for, and `drain` waits for them, so that quitting
cannot lose one. Everything else runs beside it; of a named group only the newest result is delivered.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

T = TypeVar("T")


class Finished(Message):
    """A job has ended: `result`, or the `error` it ended with. The receiver calls `deliver`."""

    def __init__(self, jobs: Jobs, ticket: tuple[str, int], deliver: Callable[[], None]) -> None:
        super().__init__()
        self._jobs, self._ticket, self._deliver = jobs, ticket, deliver

    def deliver(self) -> None:
        """Hand the result over, unless a newer job of the same group was started meanwhile."""
        group, number = self._ticket
        if not group or self._jobs.newest.get(group) == number:
            self._deliver()


class Jobs:
    """The threads of the app. `target` receives the `Finished` messages."""

    def __init__(self, target: MessagePump) -> None:
        self._target = target
        self._writer = ThreadPoolExecutor(1, "reader-writer")
        # A scan and the marks of a long article may each hold one for minutes: what is asked for meanwhile has others.
        self._workers = ThreadPoolExecutor(4, "reader-worker")
        self._written: set[Future[None]] = set()
        self.newest: dict[str, int] = {}
        self._stopping: set[str] = set()
        self._closed = False

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        group: str = "",
    ) -> None:
        """Run `work` in a thread, then call `then` with its result or `failed` with its error in the app."""
        self._start(self._workers, work, then, failed, group)

    def write(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Like `run`, for what must be durable: one after the other, waited for when quitting."""
        future = self._start(self._writer, work, then, failed, "")
        self._written.add(future)
        future.add_done_callback(self._written.discard)

    def _start(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
        group: str,
    ) -> Future[None]:
        task = self._task(work, then, failed, group)
        if self._closed and pool is self._workers:  # the app is going: nobody waits for an answer
            done: Future[None] = Future()
            done.set_result(None)
            return done
        return pool.submit(task)

    def _task(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
        group: str,
    ) -> Callable[[], None]:
        number = self.newest.get(group, 0) + 1
        if group:
            self.newest[group] = number
            self._stopping.discard(group)

        def task() -> None:
            try:
                result = work()
            except Exception as error:  # whatever it was, it is told in the app and the thread lives on
                caught = error
                self._target.post_message(Finished(self, (group, number), lambda: failed(caught)))
            else:
                self._target.post_message(Finished(self, (group, number), lambda: then(result)))

        return task

    def watch(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Like `run`, for work that waits most of the time: it has a thread of its own, which nobody waits for."""
        task = self._task(work, then, failed, "watch")
        threading.Thread(target=task, name="reader-watcher", daemon=True).start()

    def stop(self, group: str) -> bool:
        """Ask the work of `group` to stop; whether there was any."""
        if group in self.newest and group not in self._stopping:
            self._stopping.add(group)
            return True
        return False

    def stopped(self, group: str) -> bool:
        """Whether `group` was asked to stop; long work looks here."""
        return group in self._stopping

    def tell(self, deliver: Callable[[], None]) -> None:
        """From a thread: have `deliver` called in the app, in order with results."""
        self._target.post_message(Finished(self, ("", 0), deliver))

    def close(self) -> None:
        """Ask everything that can stop to stop; what is being written goes on."""
        self._closed = True
        self._stopping.update(self.newest, ("watch", "scan"))
        self._workers.shutdown(wait=False, cancel_futures=True)

    @property
    def writing(self) -> bool:
        """Whether something asked for is not durable yet."""
        return bool(self._written)

    def drain(self, seconds: float = 20) -> bool:
        """Wait until everything written is durable; whether it is."""
        durable = not wait(set(self._written), timeout=seconds).not_done
        self._writer.shutdown(wait=False)
        return durable
