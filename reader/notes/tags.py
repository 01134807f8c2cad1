"""Tags that stand in the words of a note: "check this #budget"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAG = re.compile(r"(?:^|\s)#(\w[\w/-]*)")


def tags_in(body: str, before: Sequence[str] = (), old_body: str = "") -> tuple[str, ...]:
    """The tags of a note: those of `before` that were not in `old_body`, then those written as `#tag` in `body`."""
    written = _TAG.findall(body)
    was = set(_TAG.findall(old_body))
    return tuple(dict.fromkeys([*(tag for tag in before if tag not in was), *written]))
