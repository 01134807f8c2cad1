"""Names in a notes folder: one YAML file per source file, and the copies that sync tools make of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from reader.paths import CORRECTIONS_FILE, slug

#: Notes written while the notes file itself could not be read; merged when it can.
RECOVERED = "--recovered-"
_STEM = re.compile(r"(?P<stem>.{1,80}--[0-9a-f]{8})(?P<rest>[^/]*)\.ya?ml")
# What sync tools and file managers put between the name and its ending.
_COPY = re.compile(
    r"(?: \([^()]*conflict[^()]*\)|\.sync-conflict-[0-9]+-[0-9]+-\w+|[ _]\([0-9]+\)|_conf\([^()]*\)"
    r"|[ _-](?:copy|conflict\w*)(?:[ _-]?[0-9]+)?|--recovered-[0-9]{8}(?:-[0-9]+)?){1,4}",
    re.IGNORECASE,
)


def normal_file(file: str) -> str:
    """The relative path under which a source file is known: NFC, forward slashes, no `./`."""
    parts = [part for part in file.replace("\\", "/").split("/") if part not in ("", ".")]
    joined = unicodedata.normalize("NFC", "/".join(parts))
    return joined.encode("utf-8", "replace").decode()


def notes_name(file: str) -> str:
    """The name of the notes file of source `file` (relative to the library): slug and 8 hex digits."""
    normal = normal_file(file)
    digest = hashlib.sha256(normal.encode()).hexdigest()[:8]
    return f"{slug(normal.rsplit('/', 1)[-1])}--{digest}.yaml"


def is_notes_name(name: str) -> bool:
    """Whether `name` may be a notes file: no hidden, backup or half-downloaded file, no corrections."""
    return (
        name.endswith((".yaml", ".yml"))
        and not name.startswith((".", "#", "~"))
        and not name.startswith(CORRECTIONS_FILE.removesuffix(".yaml"))
    )


def original_of(name: str) -> str | None:
    """The notes file of which `name` is a conflict copy or a recovery file, else None."""
    found = _STEM.fullmatch(name)
    if found and found["rest"] and _COPY.fullmatch(found["rest"]):
        return f"{found['stem']}.yaml"
    return None
