#!/usr/bin/env python3
"""Draw docs/pictures/reader.svg: the app on a copy of the samples, with two notes, at 160 by 44."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORY = "18-long-read-race-to-the-moon.txt"
NOTES = (
    ("several thousand firms", "How many? The agency says 20,000. #check"),
    ("It took a team of former German engineers", "Compare with Korolev, who worked in secret. #space"),
)


async def draw(folder: Path) -> str:
    """The screen as SVG, without fonts from elsewhere."""
    from reader import parse_file
    from reader.model import Note
    from reader.notes import NoteStore
    from reader.notes.anchor import describe
    from reader.ui.opening import make_app

    (article,) = parse_file(folder / STORY, file=STORY)
    store = NoteStore(folder / "notes", library=folder)
    for quote, body in NOTES:
        start = article.text.index(quote)
        tag = body.rpartition("#")[2]
        anchor = describe(article.text, start, start + len(quote))
        store.add(STORY, Note("", STORY, anchor, body, (tag,)), source=article)
    app = make_app([folder])
    async with app.run_test(size=(160, 44)) as pilot:
        await pilot.pause(2)
        while app.main.session.article is None or STORY not in app.main.session.article.id:
            await pilot.press("J")
            await pilot.pause(0.3)
        for key in ("p", "p", "p", "f"):
            await pilot.press(key)
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="reader articles/")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    return re.sub(r"Fira Code", "ui-monospace, DejaVu Sans Mono, Menlo, Consolas", svg)


def main() -> None:
    """Draw the picture in a scratch folder, with settings of nobody."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:  # the app may still write there
        os.environ["HOME"] = scratch
        for name in ("CONFIG", "CACHE", "STATE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = f"{scratch}/{name.lower()}"
        folder = Path(scratch) / "articles"
        shutil.copytree(ROOT / "articles", folder, ignore=shutil.ignore_patterns("notes"))
        svg = asyncio.run(draw(folder))
    target = ROOT / "docs/pictures/reader.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
