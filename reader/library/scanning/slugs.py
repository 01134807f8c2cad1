"""The web address of an article, and the headline in it: `…/2012/07/04/physicists-at-cern-find-a-particle.html`."""

from __future__ import annotations

import re
from urllib.parse import unquote

from reader.model import Article
from reader.text import one_line

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
# A line that is an address, or says that it is one; a page's other links stand in sentences and numbered lists.
_OWN = re.compile(r"((?:\w+ )?(?:url|link|address):\s*)?(https?://[^\s<>\"'“”‘’`{}|\\^]{4,2000})", re.I)
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|story|cms|ece|amp)$", re.I)
_NUMBERED = re.compile(r"^[\d.]+$|^(?=.*\d)[0-9a-f]{6,}$", re.I)
_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_READ = 20_000  # characters of a text that tell how its words are written
_OPENS = "\n.!?:“\"‘'"  # what stands before a first word, whose capital says nothing


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


def address_of(article: Article) -> str:
    """The web address of the article: on a line of its own in its head, or named as such behind its text; else ""."""
    in_head = True
    for block in article.blocks:
        if block.role == "furniture":
            for line in block.text.split("\n"):
                found = _OWN.fullmatch(line.strip())
                if found and (in_head or found[1]):
                    return found[2]
        in_head = in_head and block.role != "para"
    return ""


def title_from_address(article: Article) -> str | None:
    """A title for an article without a headline, from the address in its head, or None.

    An address is in small letters; names and short forms are written as the text writes them.
    """
    for block in article.blocks[:4]:
        if block.role == "furniture" and (found := _ADDRESS.match(block.text)):
            title = slug_title(found[0])
            return title and _as_written(title, article.text[:_READ])
    return None


def _as_written(title: str, text: str) -> str:
    """`title` with the capitals of the words that `text` never writes small."""
    wanted = set(_WORD.findall(title.lower()))
    forms: dict[str, str] = {}
    small: set[str] = set()
    for found in _WORD.finditer(text):
        form = found[0]
        word = form.lower()
        if word not in wanted:
            continue
        if form == word:
            small.add(word)
        elif form.isupper() or text[max(0, found.start() - 2) : found.start()].strip(" ")[-1:] not in _OPENS:
            forms.setdefault(word, form)

    def written(found: re.Match[str]) -> str:
        word = found[0].lower()
        return found[0] if word in small else forms.get(word, found[0])

    return _WORD.sub(written, title)
