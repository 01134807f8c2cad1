"""Another headline in the blocks of an article: one of its lines, or what a reader typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.folding import fold_text
from reader.model import SHOWN, Block

_SAID = "the headline, as you said"


def with_headline(blocks: Sequence[Block], title: str | None, text: str) -> tuple[Block, ...]:
    """The blocks of an article of the file `text` with `title` for its headline, None for none.

    A line of the article that says just that becomes the headline. What was read as one is hidden where it stands
    above that line, else it is a heading in the text. No line says it: it takes the place of what was read.
    """
    made = list(blocks)
    olds = [at for at, block in enumerate(made) if block.role == "headline"]
    if title is None:
        for at in olds:
            made[at] = replace(made[at], role="para", reason="no headline, as you said")
        return tuple(made)
    chosen = _line(made, title)
    if chosen is None:
        chosen = _cut(made, title, text)
        olds = [at for at, block in enumerate(made) if block.role == "headline" and at != chosen]
    if chosen is not None:
        for at in olds:
            if at < chosen:
                made[at] = replace(made[at], role="furniture", reason="above the headline that you chose")
            elif at > chosen:
                made[at] = replace(made[at], role="subhead", reason="no headline, as you said")
        made[chosen] = replace(made[chosen], role="headline", reason=_SAID)
    elif olds:
        first, *others = olds
        was = " ".join(made[first].text.split())
        made[first] = replace(made[first], text=title, reason=f"{_SAID}; read as “{was}”")
        for at in others:
            made[at] = replace(made[at], role="furniture", reason="of the headline as it was read")
    else:
        at = next((at for at, block in enumerate(made) if block.role in SHOWN), len(made))
        place = made[at].raw_start if at < len(made) else made[-1].raw_end if made else 0
        made.insert(at, Block("headline", title, place, place, _SAID))
    return tuple(made)


def _line(blocks: Sequence[Block], title: str) -> int | None:
    """The block that says just `title`: the headline, else one that is shown, else one that is not."""
    wanted = fold_text(title).strip()
    here = [at for at, block in enumerate(blocks) if fold_text(block.text).strip() == wanted]
    rank = {"headline": 0, "furniture": 2, "byline": 3, "dateline": 3}
    return min(here, key=lambda at: (rank.get(blocks[at].role, 1), at), default=None)


def _cut(blocks: list[Block], title: str, text: str) -> int | None:
    """Cut the block that begins with a line that says just `title` behind it; its number, None where there is none."""
    words = r"\s*" + r"\s+".join(map(re.escape, title.split()))
    line, shape = re.compile(words + r"(?=[ \t]*\n)"), re.compile(words)
    for at, block in enumerate(blocks):
        if block.role not in SHOWN:
            continue
        shown, raw = shape.match(block.text), line.match(text, block.raw_start, block.raw_end)
        middle = raw.end() if raw is not None else block.raw_end
        rest = text[middle : block.raw_end]
        if shown is None or not rest.strip() or not block.text[shown.end() :].strip():
            continue
        blocks[at : at + 1] = [
            replace(block, role="headline", text=title, raw_end=middle),
            replace(
                block, text=block.text[shown.end() :].strip(), raw_start=block.raw_end - len(rest.lstrip())
            ),
        ]
        return at
    return None
