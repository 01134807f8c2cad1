"""Any text in a note reads back exactly, by us and by `yaml.safe_load`.

    python -m tests.bench.notes_unicode [--notes 100000] [--seed 1]

Every note has generated texts in all its fields. They are written as the store writes them, in files of a thousand,
then read by the quick reader of pieces, by the reader of events and by `yaml.safe_load`; all three must give what
was put in. Every tenth file is also written, edited and read through the store itself, on the disk.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import yaml

from reader.model import Anchor, Note
from reader.notes import NoteStore, schema, sheet
from reader.notes.sheet import header, parse_sheet

RANGES = (
    (0x20, 0x7E), (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x5FF), (0x600, 0x6FF), (0x900, 0xDFF), (0x2000, 0x206F),
    (0x2190, 0x2BFF), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xE000, 0xF8FF), (0xFE00, 0xFFFF), (0x1F300, 0x1FAFF),
    (0xE0000, 0xE01EF), (0x10FF00, 0x10FFFF), (0x0, 0x1F), (0x7F, 0x9F),
)  # fmt: skip
PIECES = (
    "\n", "\n\n", "\n  ", " \n", "\t", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\ufeff", "- ", ": ", " #", "'", '"',
    "\\", "|", ">", "%", "@", "`", "{", "}", "[", "]", ",", "&a", "*a", "!", "? ", "---", "\n---\n", "\n...\n", "~",
    "null", "yes", "1_000", "2024-13-45", "12:34:56", "0x1F", "\ud800", "\udfff", "e\u0301", "\u200d",
    "\U0001f468\u200d\U0001f4bb",
)  # fmt: skip


def text(rng: random.Random, most: int = 60) -> str:
    """A text of characters of all kinds and of what means something in YAML."""
    made = []
    low, high = rng.choice(RANGES)
    for _ in range(rng.randint(0, most)):
        kind = rng.random()
        if kind < 0.15:
            made.append(rng.choice(PIECES))
        elif kind < 0.9:
            made.append(chr(rng.randint(low, high)))
        else:
            low, high = rng.choice(RANGES)
    return "".join(made)


def make_note(rng: random.Random, number: int) -> Note:
    """A note with generated texts in all its fields."""
    start = rng.randint(0, 9999)
    anchor = Anchor(text(rng), text(rng, 80), text(rng, 80), start, start + 9, 99999, 0, rng.randint(0, 99))
    tags = tuple(t for t in (text(rng, 8) for _ in range(rng.randint(0, 3))) if t.strip())
    return Note(f"n{number:010}", "a.txt", anchor, text(rng, 200), tags, rng.randint(0, 5))


def run(count: int, seed: int, base: Path | None = None) -> int:
    """Try `count` notes; how many did not come back as they were."""
    rng = random.Random(seed)
    wrong = 0
    for first in range(0, count, 1000):
        notes = [make_note(rng, first + n) for n in range(min(1000, count - first))]
        wanted = [schema.to_fields(note) for note in notes]
        written = header({"file": "a.txt"}) + "".join("\n" + schema.render_entry(fields) for fields in wanted)
        by_pieces = parse_sheet(written, "a").models()
        usual, sheet.LARGE = sheet.LARGE, 1 << 40
        by_events = parse_sheet(written, "a").models()
        sheet.LARGE = usual
        loaded = yaml.safe_load(written)["notes"]
        for fields, one, two, three in zip(wanted, by_pieces, by_events, loaded, strict=True):
            texts = {key: three.get(key) for key in ("id", "exact", "body", "tags")}
            same = all((texts[key] or None) == (fields.get(key) or None) for key in texts)
            place = three.get("anchor", {})
            same &= all(place.get(k) == fields["anchor"].get(k) for k in ("prefix", "suffix"))
            wrong += not (same and one == fields and two == fields)
        if first % 10_000 == 0:
            wrong += _through_the_store(notes, base)
    return wrong


def _through_the_store(notes: list[Note], base: Path | None) -> int:
    home = Path(tempfile.mkdtemp(dir=base))
    (home / "a.txt").write_text("x")
    store = NoteStore.open(home)
    store.add_many("a.txt", notes)
    held = NoteStore.open(home).read("a.txt").notes
    wanted = [schema.to_note(schema.to_fields(note), "a.txt", note.id)[0] for note in notes]
    wrong = sum(one._replace(created="") != other for one, other in zip(held, wanted, strict=True))
    changed = store.edit("a.txt", notes[0].id, body=notes[1].body + "\n", tags=notes[2].tags)
    again = NoteStore.open(home).read("a.txt").notes
    wrong += again[0].body != schema.to_fields(changed)["body"] or again[1:] != held[1:]
    shutil.rmtree(home)
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.time()
    bad = run(options.notes, options.seed)
    print(f"{options.notes} notes, {bad} not as they were, {time.time() - begun:.0f} s")
    sys.exit(bool(bad))
