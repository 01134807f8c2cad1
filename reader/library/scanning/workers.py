"""The heavy work of a scan, in this process or in others.

Other processes are our own command line (`reader index --worker`): a process made by `multiprocessing` cannot
be started while the app runs. They speak in frames: four bytes of length, then `marshal` data (both ends
are the same Python).
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import marshal
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO, Any

from reader.model import Correction, Detection

#: A job: its name and plain values (numbers, text, bytes, lists, tuples).
Job = tuple[Any, ...]
_PIPE = 1 << 20  # bytes a pipe holds: an answer fits, and its worker goes on at once
_LOOK = 1.0  # seconds between looks whether the process that is worked for is still there
_AHEAD = 24 << 20  # bytes of answers that may wait to be taken


def work(job: Job) -> Any:
    """Do one job: ("parse", root, limit, hidden, shown, files) gives file records, ("sketch", texts) and ("detect",
    corrections, floor, texts) give what `Writer` stores; files are (path, errata), texts (number, text, published,
    article).
    ("articles", …) and ("marks", …) are what `apart` asks and `compact` answers."""
    if job[0] == "parse":
        from reader.library.errata.choices import Choices
        from reader.library.scanning.intake import take_in

        _, root, limit, hidden, shown, files = job
        return [record.plain() for record in take_in(root, files, limit, Choices(hidden, shown))]
    if job[0] in ("articles", "marks"):
        from reader.library.compact import pickled_articles, pickled_marks
        from reader.library.errata.choices import Choices

        if job[0] == "marks":
            return pickled_marks(*job[1:])
        return pickled_articles(job[1], job[2], Choices(*job[3]))
    if job[0] == "sketch":
        from reader.library.sketches import sketch

        return [(number, sketch(text)) for number, text, *_ in job[1]]
    from reader.detect import detect
    from reader.library.packing import figure_rows, pack, people_rows
    from reader.library.scanning.intake import MISTAKES

    corrections = tuple(Correction(*fields) for fields in job[1])
    found = []
    for number, text, published, article in job[3]:
        try:
            detection = detect(text, published=published or None, corrections=corrections, article=article)
        except MISTAKES:
            detection = Detection()
        found.append((number, pack(detection, text), people_rows(detection, job[2]), figure_rows(detection)))
    return found


def write_frame(stream: IO[bytes], value: Any) -> None:
    """Send one value."""
    data = marshal.dumps(value)
    stream.write(struct.pack("<I", len(data)) + data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """The next value; raises EOFError when the other side is gone."""
    return marshal.loads(_read_packed(stream))


def _read_packed(stream: IO[bytes]) -> bytes:
    head = stream.read(4)
    if len(head) < 4:
        raise EOFError
    length = struct.unpack("<I", head)[0]
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Answer jobs until there are no more; the other side's end is ours."""
    collect_rarely()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            write_frame(answers, work(read_frame(jobs)))


def collect_rarely() -> None:
    """Look for cyclic garbage less often: what a scan makes by the million is freed without that."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def step_back() -> None:
    """Let others go first: by niceness, and where Linux shares out time by session, in that as well."""
    os.nice(5)
    with contextlib.suppress(OSError), open("/proc/self/autogroup", "w") as share:
        share.write("5")


def end_with_parent() -> None:
    """End this process soon after the one that started it: nobody waits for its answers any more."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def start_worker(*words: str) -> subprocess.Popen[bytes]:
    """A process of our own that serves, at low priority."""
    process = subprocess.Popen(
        # -P: what lies in the folder one is in is not taken for a part of the program.
        [sys.executable, "-P", "-m", "reader", "index", "--worker", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        start_new_session=True,
    )
    assert process.stdin and process.stdout
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError, AttributeError):  # a wish: not every system grants it
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    return process


def answers(
    jobs: Iterator[Job], processes: int, stop: Callable[[], bool], first_here: bool = False
) -> Iterator[Any]:
    """The answers to `jobs` in any order, worked on by `processes` others, or right here when 0.

    Ends early when `stop()` says so. A process that dies is replaced by doing its job here. `first_here`: the first
    job is a small one that is waited for; it is done here while the others start.
    """
    if processes < 1:
        for job in jobs:
            if stop():
                return
            yield work(job)
        return
    first = next(jobs, None) if first_here else None
    yield from _Pool(jobs, processes, stop, first)


class _Pool:
    """One thread for each worker process hands it jobs and collects the answers.

    Workers go on while answers are being written; these wait as they came over the pipe, `_AHEAD` bytes at most.
    """

    def __init__(
        self, jobs: Iterator[Job], processes: int, stop: Callable[[], bool], own: Job | None = None
    ) -> None:
        self._jobs, self._stop, self._own = jobs, stop, own
        self._taking = threading.Lock()
        self._results: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._room = threading.Condition()
        self._waiting = 0
        self._ended = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads = [threading.Thread(target=self._drive, daemon=True) for _ in range(processes)]

    def __iter__(self) -> Iterator[Any]:
        for thread in self._threads:
            thread.start()
        left = len(self._threads)
        try:
            if self._own is not None and not self._stop():
                yield work(self._own)
            while left and not self._stop():
                try:
                    kind, value = self._results.get(timeout=0.2)
                except queue.Empty:
                    continue
                if kind == "end":
                    left -= 1
                elif kind == "error":
                    raise value
                else:
                    with self._room:
                        self._waiting -= len(value)
                        self._room.notify_all()
                    yield marshal.loads(value)
        finally:
            with self._room:
                self._ended = True
                self._room.notify_all()
            for process in self._processes:
                process.kill()
            for process in self._processes:
                process.wait()

    def _drive(self) -> None:
        process: subprocess.Popen[bytes] | None = None
        try:
            while not self._ended:
                with self._taking:
                    job = next(self._jobs, None)
                if job is None:
                    break
                try:
                    if process is None:
                        process = start_worker()
                        self._processes.append(process)
                    assert process.stdin and process.stdout
                    write_frame(process.stdin, job)
                    answer = _read_packed(process.stdout)
                except (OSError, EOFError):
                    if self._ended:
                        break
                    process = None
                    answer = marshal.dumps(work(job))
                with self._room:
                    self._room.wait_for(lambda: self._waiting < _AHEAD or self._ended)
                    self._waiting += len(answer)
                self._results.put(("answer", answer))
        except BaseException as error:  # goes to the thread that asked
            self._results.put(("error", error))
        finally:
            if process is not None and process.stdin:
                with contextlib.suppress(OSError):
                    process.stdin.close()
            self._results.put(("end", None))
