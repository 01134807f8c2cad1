"""Hostile notes files: each must be named and left alone, and neither reading it nor starting with it may take long.

    python -m tests.bench.notes_bombs

Prints for every kind what reading it costs and what is said; exits with 1 when one takes a second of CPU or more,
is changed, or stops another file of the folder from being read.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe
from reader.notes.names import notes_name

MB = 1 << 20


def bombs(size: int = 15 * MB) -> dict[str, bytes]:
    """Names and bytes of the hostile files; `size` is that of the large ones."""

    def fill(unit: str) -> str:
        return unit * (size // len(unit.encode()))

    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    merges = "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30)
    )
    head = "reader-notes: 1\nnotes:\n"
    texts = {
        "billion laughs": laughs,
        "merge keys": merges,
        "100 kB of [": "notes: " + "[" * 100_000,
        "much of [": fill("["),
        "much of {a: ": fill("{a: "),
        "deep block list": "- " * 5_000 + "x",
        "much of '- '": fill("- "),
        "much of '? '": fill("? "),
        "indented ever deeper": "".join(" " * n + "a:\n" for n in range(5000)),
        "duplicate keys": "notes: []\nnotes: []\n",
        "second document": head + "- id: n1\n---\n- id: n2\n",
        "much of documents": fill("--- a\n"),
        "tags": "notes: !!python/object/apply:os.system [ls]\n",
        "much of tiny notes": head + fill("- id: n1\n"),
        "much of tiny notes in braces": head + fill("- {id: n1, body: x}\n"),
        "much of small notes": head + fill("- id: n1234567890\n  body: some words\n"),
        "much of numbered notes": head
        + "".join(f"- id: n{n}\n  exact: a quote\n  body: a note\n" for n in range(size // 44)),
        "much of hand-written notes": head
        + fill("- exact: a quote of some words\n  body: what it is about\n\n"),
        "much of notes over the limit": head
        + "".join(f"- id: n{n:09}\n  body: {'a note of some words' * 2}\n" for n in range(size // 63)),
        "much of such notes, CRLF": (
            head
            + "".join(f"- id: n{n:09}\n  body: {'a note of some words' * 2}\n" for n in range(size // 66))
        ).replace("\n", "\r\n"),
        "much of notes in quotes": head + fill('- "id": "n1"\n  "body": "x"\n'),
        "much of strings": head + fill("- a\n"),
        "much of nulls": head + fill("-\n"),
        "much in one list": "notes: [" + fill("a,") + "]\n",
        "much of keys": "".join(f"k{n}: 1\n" for n in range(size // 11)),
        "much of equal keys": fill("a: 1\n"),
        "much in one plain line": "notes: " + fill("word ") + "\n",
        "much in one word": "notes: " + fill("w") + "\n",
        "much key": fill("w") + ": x\n",
        "much in quotes": 'notes: "' + fill("x ") + '"\n',
        "much of escapes": 'notes: "' + fill("\\x41") + '"\n',
        "much of open quotes": fill('"'),
        "much of plain lines": "notes:\n" + fill("  word\n"),
        "much block": "notes: |\n" + fill("  line of text\n"),
        "much of blank lines in a block": "notes: |\n  a\n" + fill("\n"),
        "much of comments": fill("# nothing\n"),
        "much of line breaks": fill("\n"),
        "much of spaces": fill(" "),
        "much of colons": fill(":"),
        "much of ': '": fill(": "),
        "much of commas": "notes: [" + fill(","),
        "much of &": fill("&a "),
        "much of *": fill("*a "),
        "much of !": fill("! "),
        "much of %": fill("%a\n"),
        "much of emoji": "notes: " + fill("\U0001f600") + "\n",
        "much body": head + "- id: n1\n  body: |\n" + fill("    line of text\n"),
        "much of sound notes": head
        + "".join(
            f"\n- id: n{n:010}\n  exact: {'some words of the text ' * 3}end\n  body: a note on it\n  tags: [a]\n"
            f'  created: 2026-01-05T09:14:03Z\n  anchor:\n    prefix: "{"before it " * 8}"\n'
            f'    suffix: "{" after it" * 8}"\n    start: 100\n    end: 170\n    length: 4790\n    article: 0\n'
            for n in range(size // 420)
        ),
        "control characters": head + "- id: n1\n  body: \x07\n",
        "a list": "- a\n- b\n",
        "a word": "word\n",
    }
    made = {name: text.encode() for name, text in texts.items()}
    made |= {
        "17 MB": b"#" * (17 * MB),
        "not UTF-8": b"notes:\n- id: n1\n  body: \xff\xfe\n",
        "UTF-16": "notes: []\n".encode("utf-16"),
        "NUL": b"notes:\n- id: n1\n  body: \0\n",
        "much of NUL": b"\0" * size,
        "much of random bytes": bytes(range(256)) * (size // 256),
    }
    return made


def main() -> int:
    """Try every bomb; the number of kinds that were too much."""
    failed = 0
    for name, data in bombs().items():
        home = Path(tempfile.mkdtemp())
        text = "The harbour was closed on Monday."
        (home / "a.txt").write_text(text)
        (home / "b.txt").write_text(text)
        NoteStore.open(home).add("b.txt", Note("", "", describe(text, 4, 11), "sound"))
        path = home / "notes" / notes_name("a.txt")
        path.write_bytes(data)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        store = NoteStore.open(home)
        cpu = time.process_time()
        found = store.read("a.txt")
        cpu = time.process_time() - cpu
        start = time.process_time()
        NoteStore.open(home).start()
        start = time.process_time() - start
        fine = NoteStore.open(home).read("b.txt").notes[0].body == "sound" and path.read_bytes() == data
        said = found.problems[0].message if found.problems else f"{len(found.notes)} notes"
        bad = cpu >= 1 or start >= 1 or not fine
        failed += bad
        print(
            f"{'BAD' if bad else 'ok ':3} {name:32} {1000 * cpu:6.0f} ms  start {1000 * start:5.0f} ms  {said[:90]}"
        )
        shutil.rmtree(home)
    return failed


if __name__ == "__main__":
    sys.exit(bool(main()))
