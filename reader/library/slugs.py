"""The headline in an address: `…/2012/07/04/physicists-at-cern-find-a-particle.html`."""

from __future__ import annotations

import re
from urllib.parse import unquote

from reader.model import Article
from reader.text import one_line

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|story|cms|ece|amp)$", re.I)
_NUMBERED = re.compile(r"^[\d.]+$|^(?=.*\d)[0-9a-f]{6,}$", re.I)
_LONGEST = 120


def slug_title(address: str) -> str | None:
    """The words of the longest part of an address that reads like a headline (three words or more), or None."""
    path = unquote(address.partition("://")[2] or address).partition("?")[0].partition("#")[0]
    best: list[str] = []
    for part in path.split("/")[1:]:
        words = [word for word in re.split(r"[-_+ ]+", _ENDING.sub("", part)) if word]
        while words and _NUMBERED.match(words[-1]):
            words.pop()
        while words and _NUMBERED.match(words[0]):
            words.pop(0)
        if sum(word.isalpha() for word in words) >= max(3, len(best)):
            best = words
    text = one_line(" ".join(best))[:_LONGEST].strip()
    return text[:1].upper() + text[1:] if text else None


def title_from_address(article: Article) -> str | None:
    """A title for an article without a headline, from the address in its head, or None."""
    for block in article.blocks[:4]:
        if block.role == "furniture" and (found := _ADDRESS.match(block.text)):
            return slug_title(found[0])
    return None
