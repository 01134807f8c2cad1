"""The records of what readers say about articles: notes with their anchors, corrections. Asked for in `reader.model`.

Offsets are Unicode code points, ends are exclusive, as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Status = Literal["ok", "moved", "unsure", "lost"]


#: Of a passage that is not surely there, or nowhere.
DOUBTFUL: frozenset[str] = frozenset(("unsure", "lost"))


class Anchor(NamedTuple):
    """Where a note sits: W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) and TextPositionSelector.

    `start`, `end` are offsets in the text of article number `article` of the file when the note was made,
    `length` the length of that text. `rival` is how well the best other place of that text fitted the quote and its
    surroundings, 1-99, 0 when nobody has looked, `copies` in how many other places of it the quote stood word for word.
    A whole-article note has an empty `exact`.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1
    length: int = 0
    article: int = 0
    rival: int = 0
    copies: int = 0


class Note(NamedTuple):
    """A note on a passage. `category` is the number 1-5 of the user's categories, 0 for none.

    `file` is the source file relative to the library; `created`/`modified` are ISO 8601 UTC.
    """

    id: str
    file: str
    anchor: Anchor
    body: str = ""
    tags: tuple[str, ...] = ()
    category: int = 0
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""
    conflict_of: str = ""


class Located(NamedTuple):
    """A note together with where its passage is in the text of today; start = end = -1 when lost."""

    note: Note
    start: int
    end: int
    status: Status

    @property
    def is_doubtful(self) -> bool:
        """Whether the passage is not surely there, or nowhere."""
        return self.status in DOUBTFUL


CorrectionAction = Literal[
    "not_person", "person", "same", "different", "not_figure", "figure", "span", "show", "hide",
    "headline", "date", "author", "source", "split", "join",
]  # fmt: skip
#: What is said of an article's head, and of where one begins in its file.
OF_HEADS: tuple[CorrectionAction, ...] = ("headline", "date", "author", "source")
OF_BORDERS: tuple[CorrectionAction, ...] = ("split", "join")
OF_ARTICLES: frozenset[str] = frozenset((*OF_HEADS, *OF_BORDERS))


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said about a detection, a hidden block, or an article.

    `text` is the surface form it speaks of. `target` is the other name (same, different), the kind
    (figure, not_figure may leave it empty), or the right surface form (span, person as a display name).
    `article` limits it to one article id; empty means the whole library, all articles now and later.

    Of a head (headline, date, author, source) `text` is what was read, `target` what is right, "" for none. `article`
    is the article, or a file for all of its articles; `opening` are words of its text by which it is found again
    where that has another number or name now. Of a border (split: an article begins at this line; join: none does)
    `text` is the line, `prefix` and `suffix` what stands around it, `article` the article it was in.
    """

    id: str
    action: CorrectionAction
    text: str
    target: str = ""
    article: str = ""
    created: str = ""
    opening: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def file(self) -> str:
        """The file of the article that it is on, "" for none."""
        file, _, number = self.article.rpartition("#")
        return file if file and number.isdecimal() else self.article
