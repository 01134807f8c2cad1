"""Nobody can change what is found and forget to raise DETECTOR_VERSION, by which old marks are known as old."""

from __future__ import annotations

import hashlib
from pathlib import Path

import reader.detect
from reader.detect import DETECTOR_VERSION

RECORD = Path(__file__).with_name("detector_version.txt")


def digest() -> str:
    """A digest of all that decides what is found: the modules, lists and model of detection, in order of name."""
    root = Path(reader.detect.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".txt", ".crfsuite"):
            content = (
                path.read_bytes().replace(b"\r\n", b"\n") if path.suffix != ".crfsuite" else path.read_bytes()
            )
            if path.name == "__init__.py":  # the version itself does not count
                content = content.replace(f'DETECTOR_VERSION = "{DETECTOR_VERSION}"'.encode(), b"")
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + content + b"\0")
    return whole.hexdigest()[:16]


def test_the_detectors_version_belongs_to_its_sources() -> None:
    version, known = RECORD.read_text(encoding="ascii").split()
    line = f"{DETECTOR_VERSION} {digest()}"
    advice = (
        "something in reader/detect changed. If any mark can differ, raise DETECTOR_VERSION in "
        f"reader/detect/__init__.py first; then write this line to {RECORD.name}: "
    )
    assert f"{version} {known}" == line, advice + line
