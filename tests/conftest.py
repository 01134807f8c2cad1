"""Tests never see the developer's own configuration, notes or cache."""

import gc
import os
import sys
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

from reader import garbage
from reader.library.index import database

# A busy machine is no reason to fail. What so few examples do not find, `--hypothesis-profile long` may.
settings.register_profile(
    "reader", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("reader"), max_examples=5_000)
settings.load_profile("reader")
# Many small apps are made and thrown away; scanning them all the time doubles the run.
gc.set_threshold(50_000, 20, 100)
# So many new objects that wait for it are usual here, and no sign of large work: their apps are to go some day.
garbage._OBJECTS = 100_000
# The command is started again and again: what Python compiles is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No power fails here: what is written is not waited for, a sixth of the run.
os.fsync = lambda file: None
_connect = database.Database._connect


def _connect_unsynced(self):
    connection = _connect(self)
    for part in ("main", "state"):
        connection.execute(f"PRAGMA {part}.synchronous=OFF")
    return connection


database.Database._connect = _connect_unsynced


def pytest_collection_finish():
    """What is loaded by now stays: it need not be gone through again."""
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """More than processors: half of what the test of an app does is to wait."""
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else (os.cpu_count() or 1) * 3 // 2


@pytest.fixture(scope="session")
def _homes(tmp_path_factory):
    """Places for the homes of all tests: numbered ones of pytest's are counted anew for each."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_places(_homes, monkeypatch):
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    yield
    for opened in database._opened.values():  # a process of its own would end here
        opened.close()
    database._opened.clear()
