"""Roles and fields: the lines of one article become pieces, each with the reason for its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.captions import is_caption, is_credited, opens_caption
from reader.parsing.closing import close
from reader.parsing.credit import fields_of_date, is_page_head
from reader.parsing.dates import find_date, is_labelled_day
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_source, settle, split_prefix
from reader.parsing.foot import (
    contacts_start,
    foot_fields,
    foot_piece,
    foot_start,
    labelled_day,
    links_start,
    rest_start,
)
from reader.parsing.head import HEADLINE_AGAIN, Zone
from reader.parsing.lines import Line, key_of
from reader.parsing.links import linked_lines
from reader.parsing.page import Page
from reader.parsing.repeats import comes_often, is_doubled, pasted_lines, said_below, said_twice
from reader.parsing.roles import MARKS, role_of
from reader.parsing.zone_lines import glue_end

if TYPE_CHECKING:
    from reader.model import Role

_STANDFIRST = 240  # characters of one
_HEAD_AGAIN: tuple[Role, str] = ("furniture", "a line of the head again")
_HIDDEN = frozenset(
    ("rule", "site", "copyright", "control", "mark", "slug")
)  # kinds that the text may not need


def compose(page: Page, start: int, end: int, zone: Zone, day_first: bool | None) -> Draft:
    """The article on the lines `[start, end)` whose head is `zone`."""
    draft = Draft()
    if zone.title is not None:
        draft.put("title", zone.title, zone.roles[zone.title_at][1])
    captions = _head_pieces(draft, page, start, min(zone.end, end), zone)
    days = _days_under(page, zone, max(start, zone.end), end)
    if days and not any(field == "published" for field, _, _ in zone.fields):
        zone.fields += fields_of_date(page.plain[days[0]], "under the standfirst")
    settle(draft, zone.fields, day_first)
    body = _Body(draft, page, start, end, zone, captions)
    body.days = days
    i = max(start, zone.end)
    while i < end:
        i = body.take(i)
    foot_fields(draft, page, body.tail, body.foot, body.labelled)
    above = any(role[0] == "dateline" and i < zone.title_at for i, role in zone.roles.items())
    labelled_day(draft, page, max(start, zone.end, min(body.foot - 12, body.rest)), body.foot, above)
    close(draft)
    return draft


def _head_pieces(draft: Draft, page: Page, start: int, end: int, zone: Zone) -> set[str]:
    """Give the draft the lines of its head; the keys of the captions among them."""
    captions: set[str] = set()
    for i in range(start, end):
        line = page.lines[i]
        role, reason = zone.roles.get(i, ("para", "text in the head"))
        piece = Piece.of(line, role, reason)
        if i == zone.title_at and zone.title is not None:
            piece.text = zone.title
        elif i in zone.values:
            piece.text = zone.values[i]
        draft.pieces.append(piece)
        if role == "caption":
            captions.add(line.key)
    return captions


def _days_under(page: Page, zone: Zone, below: int, end: int) -> list[int]:
    """The date lines under a standfirst on line `below`, if no more come: those of a timeline part its text."""
    if zone.title is None or below + 2 >= end or len(page.plain[below]) > _STANDFIRST:
        return []
    days = [i for i in range(below + 1, min(end, below + 3)) if page.kinds[i] == "date"]
    if not days or days[0] > below + 1 or page.kinds[days[-1] + 1 : end].count("date") > 1:
        return []
    if len(days) < 2 and "T" not in (find_date(page.plain[days[0]], True) or ""):
        return []  # a day alone, without the time, may be one of those
    return days if any(map(cues.is_long, page.plain[days[-1] + 1 : min(end, days[-1] + 6)])) else []


class _Body:
    """Gives a draft the lines below its head one by one."""

    __slots__ = (
        "again", "below", "captions", "contacts", "days", "draft", "end", "first", "foot", "labelled", "links",
        "longest", "page", "placed", "rest", "start", "tail", "title_key", "zone",
    )  # fmt: skip

    def __init__(
        self, draft: Draft, page: Page, start: int, end: int, zone: Zone, captions: set[str]
    ) -> None:
        self.draft, self.page, self.start, self.end, self.zone = draft, page, start, end, zone
        self.captions = captions
        self.days: list[int] = []  # lines that tell when it was printed
        self.title_key = key_of(zone.title) if zone.title else ""
        # The length of the longest line that may be the headline.
        self.longest = len(self.title_key) * 2 + 20 if " " in self.title_key else 0
        self.first = True  # no running text has come yet
        below = max(start, zone.end)
        # The last line that said the headline again.
        self.again = next((i for i in range(below - 1, start, -1) if zone.roles.get(i) == HEADLINE_AGAIN), -1)
        self.rest = rest_start(page, below, end)
        self.links = links_start(page, below, end)
        # Where the foot ends: above links, if there are any below what stands like their heading.
        self.foot = end if all(page.kinds[self.links : end]) else self.links
        self.tail = foot_start(page, below, self.foot)
        self.contacts = contacts_start(page, below, end)
        self.labelled = zone.lead >= 0 or page.kinds[self.tail : end].count("label") >= 3
        self.below = min(self.rest, self.contacts)  # the first line below the text
        # Lines that are told by where they stand, and why they are hidden.
        self.placed = dict.fromkeys(pasted_lines(page, below, end), "the same paragraphs again")
        self.placed.update(dict.fromkeys(linked_lines(page, below, end), "headline of another story"))
        if zone.lead >= 0:
            self.placed[zone.lead] = ""

    def take(self, i: int) -> int:
        """Give the draft line `i`, and the next one where both say the same; the number of the line after it."""
        page, draft = self.page, self.draft
        line, kind = page.lines[i], page.kinds[i]
        text = line.text
        if kind or i >= self.below or i in self.placed:
            self._placed(i, line, kind)
        elif (
            self.first
            and self.title_key
            and line.opens(self.title_key)
            and (cut := glue_end(text, self.title_key))
        ):
            _split_glued(draft, page, i, cut)
            self.first = False
        elif (len(text) > 15 or self.longest) and (following := self._repeated(i)):
            return following
        else:
            self._text(i, line, text)
        return i + 1

    def _placed(self, i: int, line: Line, kind: str) -> None:
        """A line that is told by its kind, or by where it stands."""
        draft = self.draft
        if i == self.zone.lead:
            self._lead(i)
        elif i in self.placed:
            draft.add(line, "furniture", self.placed[i])
        elif i == self.rest and kind == "date":
            draft.add(line, "dateline", "the day below the text")
        elif i >= self.rest and kind not in ("date", "label", "copyright", "byline"):
            draft.add(line, "furniture", "below the text: comments, other stories")
        elif i >= self.contacts:
            draft.add(line, "furniture", "whom to ask")
        elif kind:
            self._known(i, kind)

    def _lead(self, i: int) -> None:
        """The line that opens the body behind a label."""
        line, draft = self.page.lines[i], self.draft
        text, label = line.text, self.zone.label
        if line.end - line.start != len(text):
            draft.add(line, "para", "running text")
            return
        middle = line.start + label
        draft.pieces.append(Piece("furniture", text[:label].strip(), line.start, middle, "label of the body"))
        draft.pieces.append(Piece("para", text[label:], middle, line.end, "running text"))

    def _known(self, i: int, kind: str) -> None:
        """A line of a known kind."""
        if i >= self.tail:
            if kind == "label" and self.labelled:
                self.draft.add(self.page.lines[i], "furniture", "label of a field")
            else:
                foot_piece(self.draft, self.page, i)
        elif kind in _HIDDEN:
            _meta_piece(self.draft, self.page, i)
        elif kind == "date" and (i in self.days or is_labelled_day(self.page.plain[i])):
            self.draft.add(self.page.lines[i], "dateline", "when it was printed or changed")
        elif kind == "date" and is_page_head(self.page.plain[i]):
            self.draft.add(self.page.lines[i], "furniture", "head of a printed page")
        else:
            self.draft.add(self.page.lines[i], "para", "a line of the text")

    def _repeated(self, i: int) -> int:
        """Take a line that stands twice or says the headline or a caption again; the next line, 0 if it is none."""
        page, line = self.page, self.page.lines[i]
        size = len(line.text)
        if size <= self.longest and line.opens(self.title_key) and line.key == self.title_key:
            self.draft.add(line, *HEADLINE_AGAIN)
            self.again = i
        elif self.again >= 0 and self._says_head_again(i):
            self.draft.add(line, *_HEAD_AGAIN)
        elif why := said_below(page, i):
            self.draft.add(line, "furniture", why)
        elif (
            size > 15
            and i + 1 < self.end
            and is_doubled(page, i)
            and not comes_often(page, i, self.start, self.end)
        ):
            return _double_piece(self.draft, page, i, self.captions) + 1
        elif (
            self.captions
            and 30 < size < 900
            and any(map(line.opens, self.captions))
            and line.key in self.captions
        ):
            self.draft.add(line, "furniture", "the caption again")
        else:
            return 0
        return i + 1

    def _says_head_again(self, i: int) -> bool:
        """Whether line `i` goes on saying the head again: what stood under the headline stands under its copy."""
        steps = i - self.again
        above = self.zone.title_at + steps
        goes_on = steps == 1 or self.draft.pieces[-1].reason == _HEAD_AGAIN[1]
        return goes_on and above < self.again and self.page.lines[above].key == self.page.lines[i].key != ""

    def _text(self, i: int, line: Line, text: str) -> None:
        """A line of the text, or one of links and captions around it."""
        page, draft = self.page, self.draft
        size = len(text)
        if size > 8 and is_credited(text):
            draft.add(line, "caption", "ends in a photo credit")
            self._keep_caption(line)
        elif size >= 120 and line.end - line.start == size and (again := said_twice(text)):
            self._said_twice(line, again)
        elif size > 110 and text[0] not in MARKS and not opens_caption(text):
            draft.add(line, "para", "running text")
            self.first = False
        elif i >= self.links:
            draft.add(line, "furniture", "link below the text")
        elif (
            i
            and (above := page.plain[i - 1])[0] == "l"
            and above[:5] == "list "
            and size <= 160
            and cues.is_counter(above)
        ):
            draft.add(line, "furniture", "link of a list")
        elif i < self.zone.end + 4 and text.count(" ") >= 5 and is_caption(page, i):
            draft.add(line, "caption", "ends in a photo credit, above the text")
            self._keep_caption(line)
        else:
            found, why = role_of(page, i, self.end)
            shown = text.strip("# ") if found == "subhead" and text[0] == "#" else text
            draft.pieces.append(Piece(found, shown or text, line.start, line.end, why))
            if found == "para":
                self.first = False

    def _said_twice(self, line: Line, again: int) -> None:
        """A line that says all of itself again from offset `again` on."""
        middle = line.start + again
        self.draft.pieces.append(
            Piece("caption", line.text[:again].rstrip(), line.start, middle, "a line that says itself twice")
        )
        self.draft.pieces.append(Piece("furniture", line.text[again:], middle, line.end, "the caption again"))

    def _keep_caption(self, line: Line) -> None:
        """Keep what a caption says, also without its `Photo:`, to know it again."""
        self.captions.add(line.key)
        if ":" in line.text[:12]:
            self.captions.add(line.key.partition(" ")[2])


def _double_piece(draft: Draft, page: Page, i: int, seen: set[str]) -> int:
    """A line that stands twice in a row: the first is kept. Returns the number of the last line taken."""
    line = page.lines[i]
    body = len(line.text) > 250 or (cues.is_long(line.text) and line.text.count(" ") > 25)
    if body:
        draft.add(line, "para", "running text")
    else:
        draft.add(line, "caption", "a line that stands twice")
        seen.add(line.key)
    draft.add(page.lines[i + 1], "furniture", "the same line again")
    return i + 1


def _split_glued(draft: Draft, page: Page, i: int, cut: int) -> None:
    """Cut the headline off a first paragraph that it is glued to."""
    line = page.lines[i]
    head, rest = line.text[:cut], line.text[cut:]
    middle = min(line.start + cut, line.end)
    draft.pieces.append(
        Piece("furniture", head, line.start, middle, "the headline glued to the first paragraph")
    )
    name = split_prefix(rest)
    if name:
        draft.put("source", clean_source(name), "agency in front of the first paragraph")
    draft.pieces.append(Piece("para", rest.strip(), middle, line.end, "running text"))


def _meta_piece(draft: Draft, page: Page, i: int) -> None:
    """A line of a known kind in mid-article: hidden only where the text cannot need it."""
    kind, line = page.kinds[i], page.lines[i]
    if kind == "rule":
        draft.add(line, "furniture", "rule line")
    elif kind == "site":
        draft.add(line, "furniture", "site furniture")
    elif kind == "slug" and (" " in line.text or "/" not in line.text):  # a symbol may be a cell: GDP/2021
        draft.add(line, "furniture", "the agency's note to editors")
    elif kind == "copyright":
        draft.add(line, "furniture", "rights notice")
    elif kind == "control" and (line.text == "TT" or page.kinds[i - 1] == "control"):
        draft.add(line, "furniture", "text-size control of the site")
    elif kind == "control" and any(
        page.kinds[k] == "site" or cues.is_counter(page.plain[k]) or is_page_head(page.plain[k])
        for k in (i - 1, i + 1)
        if k < len(page.lines)
    ):
        draft.add(line, "furniture", "a counter beside site furniture")
    elif kind == "mark" and line.text.startswith(("#", "*", "-")):
        draft.add(line, "furniture", "end mark")
    else:
        draft.add(line, "para", "a line of the text")
