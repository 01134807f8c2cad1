"""What a near-duplicate adds, lacks and words otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.folding import fold_text
from reader.library.duplicates import common_share
from reader.library.index.records import PlaceRecord
from reader.library.records import Copy
from reader.library.sketches import shingles
from reader.sentences import sentences


def describe_copy(shown: str, copy: str, place: PlaceRecord) -> Copy:
    """What the text `copy` of the article at `place` has that the text `shown` has not, and the other way round."""
    ours, theirs = _sentences(shown), _sentences(copy)
    adds = [text for key, text in theirs.items() if key not in ours]
    lacks = [text for key, text in ours.items() if key not in theirs]
    changes: list[tuple[str, str]] = []
    for text in adds[:200]:
        near = _nearest(text, lacks)
        if near is not None:
            changes.append((near, text))
            lacks.remove(near)
    changed = {theirs_text for _, theirs_text in changes}
    share = common_share(shingles(shown), shingles(copy))
    return Copy(
        place.article, place.title, place.source, place.published, share,
        tuple(text for text in adds if text not in changed), tuple(lacks), tuple(changes),
    )  # fmt: skip


def _sentences(text: str) -> dict[str, str]:
    return {fold_text(text[a:b]).strip(" .\"'"): " ".join(text[a:b].split()) for a, b in sentences(text)}


def _nearest(text: str, among: Sequence[str]) -> str | None:
    """The sentence that `text` is a variant of, None when there is none."""
    words = set(fold_text(text).split())
    best, found = 0.0, None
    for other in among[:200]:
        theirs = set(fold_text(other).split())
        if not words or not theirs or len(words & theirs) / max(len(words), len(theirs)) < 0.4:
            continue
        score = SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio()
        if score > max(best, 0.5):
            best, found = score, other
    return found
