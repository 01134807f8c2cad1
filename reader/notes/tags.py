"""Tags that stand in the words of a note: "check this #budget"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A tag that can be written in the words of a note.
_WRITABLE = re.compile(r"\w[\w/-]*")
_TAG = re.compile(r"(?:^|\s)#(\w[\w/-]*)")


def tags_in(body: str, before: Sequence[str] = (), old_body: str = "") -> tuple[str, ...]:
    """The tags of a note: those of `before` that were not in `old_body`, then those written as `#tag` in `body`."""
    written = _TAG.findall(body)
    was = set(_TAG.findall(old_body))
    return tuple(dict.fromkeys([*(tag for tag in before if tag not in was), *written]))


def unwritten(tags: Sequence[str], body: str) -> tuple[str, ...]:
    """Those of `tags` that `body` does not say as `#tag`."""
    written = {tag.casefold() for tag in _TAG.findall(body)} if "#" in body else ()
    return tuple(tag for tag in tags if tag.casefold() not in written)


def renamed(tags: Sequence[str], old: str, new: str) -> tuple[str, ...]:
    """The tags with `new` in the place of `old`, each once; an empty one is none."""
    return tuple(dict.fromkeys(tag for each in tags if (tag := new if each == old else each)))


def with_tag_renamed(body: str, old: str, new: str) -> str:
    """The body of a note in which `#old` is written as `#new`; as a plain word when `new` cannot be written so."""
    mark = "#" + new if _WRITABLE.fullmatch(new) else new or old
    return re.sub(rf"(^|\s)#{re.escape(old)}(?![\w/-])", lambda match: match[1] + mark, body)
