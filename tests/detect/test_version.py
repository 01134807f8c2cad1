"""Nobody can change what is found and forget DETECTOR_VERSION: it is a digest of all that decides what is found."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import reader.detect
from reader.detect import DETECTOR_VERSION

_LINE = re.compile(rb'^DETECTOR_VERSION = "[0-9a-f]*"$', re.MULTILINE)


def digest() -> str:
    """A digest of the modules, lists and model of detection, in order of their names, less the version itself."""
    root = Path(reader.detect.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*"), key=lambda p: p.relative_to(root).as_posix()):
        if path.suffix in (".py", ".txt", ".crfsuite"):
            content = path.read_bytes()
            if path.suffix != ".crfsuite":
                content = content.replace(b"\r\n", b"\n")
            if path == root / "__init__.py":
                content = _LINE.sub(b"", content)
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + content + b"\0")
    return whole.hexdigest()[:16]


def test_the_detectors_version_is_that_of_its_sources() -> None:
    assert digest() == DETECTOR_VERSION, (
        f'reader/detect changed: write DETECTOR_VERSION = "{digest()}" in reader/detect/__init__.py, '
        "so that libraries find their marks anew"
    )
