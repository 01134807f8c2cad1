"""A small library on disk and a way to run the command line, in this process or as one of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from reader.__main__ import main

STORY = """Dam opens in the north

2024-03-04

Mayor Ana Ruiz opened the dam on Monday, two years late. It cost $4.5 million, about 12% more than planned.

Engineer Tom Okoye said that 300 people had worked on it. He thanked Ana Ruiz for her patience.
"""
OTHER = """Second bridge closed for repair

2024-05-06

The old bridge over the Lena was closed on Tuesday for three weeks. Director Olga Petrova expects \
costs of 2 million euros.

Petrova said that 40 percent of the bolts were loose.
"""


@dataclass
class Done:
    code: int
    out: bytes
    err: str

    @property
    def lines(self):
        return [line for line in self.err.split("\n") if line]


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dam.txt").write_text(STORY, encoding="utf-8")
    (folder / "bridge.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def reader(capfdbinary, monkeypatch):
    """Run the command line in this process."""

    def run(*words, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:  # argparse
            code = stop.code
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out, err.decode("utf-8", "surrogateescape"))

    return run


@pytest.fixture
def process():
    """Run the command line as a process of its own."""

    def run(*words, stdin=b"", **more):
        done = subprocess.run(
            [sys.executable, "-m", "reader", *map(os.fspath, words)],
            input=stdin, capture_output=True, timeout=60, **more,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape"))

    return run
