"""How text is cut into the words that are searched: the same for the index, the query and the marking of hits.

The index tokenizer is SQLite's `unicode61`, which keeps letters and digits and cuts at everything else
(https://www.sqlite.org/fts5.html, 4.3.1). What it would see differently is made equal before: folding comes
from `reader.folding`, and scripts written without spaces are cut into single characters.
"""

from __future__ import annotations

import re
from functools import cache

from reader.folding import fold_text

_WORD = re.compile(r"[^\W_]+")
# Han, kana, Hangul syllables stay whole words only between spaces; Han and kana, Thai, Lao, Khmer have none.
UNSPACED_RANGES = (
    "\u0e00-\u0eff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)


@cache
def unspaced() -> re.Pattern[str]:
    """A character of a script without spaces; compiled when a text first needs it, which takes a while."""
    return re.compile(f"[{UNSPACED_RANGES}]")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED_RANGES}]|[^\\W_{UNSPACED_RANGES}]+")


def tokens(text: str) -> tuple[str, ...]:
    """The searchable words of `text`, folded."""
    folded = fold_text(text)
    if not folded.isascii() and unspaced().search(folded):
        return tuple(piece for piece in _pieces().findall(folded) if piece.isalnum())
    return tuple(_WORD.findall(folded))


def takes_endings(words: tuple[str, ...]) -> bool:
    """Whether the last of some folded words is Korean, which particles are written on to: a search finds it with
    any. Folded, a syllable is its letters."""
    return bool(words) and "\u1100" <= words[-1][-1] <= "\u11ff"


# What the tokenizer folds, or cuts at, just as `fold_text` does: most texts hold nothing else.
_PLAIN = re.compile("[\x00-\x7f\xa0À-ÖØ-Þà-öø-ÿ“”‘’–—…•«»€£]*")


def indexable(text: str) -> str:
    """`text` as it goes into the index; plain texts need nothing, since the tokenizer folds them itself."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return text
    text = fold_text(text)
    if text.isascii() or not unspaced().search(text):
        return text
    return unspaced().sub(lambda m: f" {m[0]} ", text)
