"""Every format as a whole, byte for byte. `python -m tests.export.test_golden` writes the files anew: read the diff."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.export import FORMATS, export
from tests.export.samples import material

GOLDEN = Path(__file__).parent / "golden"
_URL = "https://www.wire.example/2024/dam-opens"


def made(name: str) -> bytes:
    """The sample material in a format, without the style sheet and its hash."""
    first = replace(material().entries[0], url=_URL)
    text = export(name, material(entries=(first,)))
    return re.sub(r"(<style>|'sha256-).*?(</style>|')", r"\1\2", text, flags=re.S).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_is_what_it_was(name):
    assert made(name) == (GOLDEN / f"{name}{FORMATS[name].suffix}").read_bytes()


if __name__ == "__main__":
    for item in FORMATS.values():
        (GOLDEN / f"{item.name}{item.suffix}").write_bytes(made(item.name))
