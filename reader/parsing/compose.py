"""Roles and fields: the lines of one article become pieces, each with the reason for its role."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.dateline import read_dateline
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_source, put_date, settle, split_prefix
from reader.parsing.foot import contacts_start, foot_fields, foot_piece, foot_start, links_start
from reader.parsing.head import Zone
from reader.parsing.lines import key_of
from reader.parsing.page import Page, heads_with_colon, same
from reader.parsing.zone_lines import glue_end, is_caption

if TYPE_CHECKING:
    from reader.model import Role

_PARAGRAPH, _BODY = 70, 250  # characters of a paragraph, and of several that are a body
_COPIES = 3  # what stands more often is a form or a refrain
_QUOTES = "“\"‘'«"
_HIDDEN = frozenset(
    ("rule", "site", "copyright", "control", "mark", "slug")
)  # kinds that the text may not need
_MARKS = "-•*–·‣▪●■>o#_"  # what a line of another role than running text may start with
_BULLETS = ("- ", "• ", "* ", "– ", "· ", "‣ ", "▪ ", "● ", "■ ", "> ", "o ")


def compose(page: Page, start: int, end: int, zone: Zone, day_first: bool | None) -> Draft:
    """The article on the lines `[start, end)` whose head is `zone`."""
    draft = Draft()
    title_key = key_of(zone.title) if zone.title else ""
    if zone.title is not None:
        draft.put("title", zone.title, zone.roles[zone.title_at][1])
    seen: dict[str, int] = {}
    lines, kinds, pieces = page.lines, page.kinds, draft.pieces
    for i in range(start, min(zone.end, end)):
        line = lines[i]
        role, reason = zone.roles.get(i, ("para", "text in the head"))
        piece = Piece.of(line, role, reason)
        if i == zone.title_at and zone.title is not None:
            piece.text = zone.title
        elif i in zone.values:
            piece.text = zone.values[i]
        pieces.append(piece)
        if role == "caption":
            seen[line.key] = i
    settle(draft, zone.fields, day_first)
    tail = foot_start(page, max(start, zone.end), end)
    links = links_start(page, max(start, zone.end), end)
    contacts = contacts_start(page, max(start, zone.end), end)
    labelled = zone.lead >= 0 or kinds[tail:end].count("label") >= 3
    pasted = _pasted(page, max(start, zone.end), end)
    first = True
    again = len(title_key) * 2 + 20 if " " in title_key else 0  # the longest line that may be the headline
    after = max(start, zone.end)
    for i in range(after, end):
        if i < after:
            continue
        line = lines[i]
        kind, text = kinds[i], line.text
        size = len(text)
        if i == zone.lead:
            middle = line.end - (size - zone.label)
            if line.end - line.start == size:
                pieces.append(
                    Piece("furniture", text[: zone.label].strip(), line.start, middle, "label of the body")
                )
                pieces.append(Piece("para", text[zone.label :], middle, line.end, "running text"))
            else:
                draft.add(line, "para", "running text")
        elif i in pasted:
            draft.add(line, "furniture", "the same paragraphs again")
        elif i >= contacts:
            draft.add(line, "furniture", "whom to ask")
        elif kind == "label" and i >= tail and labelled:
            draft.add(line, "furniture", "label of a field")
        elif kind and i >= tail:
            foot_piece(draft, page, i)
        elif kind in _HIDDEN:
            _meta_piece(draft, page, i)
        elif kind:
            pieces.append(Piece("para", text, line.start, line.end, "a line of the text"))
        elif first and title_key and line.opens(title_key) and (cut := glue_end(text, title_key)):
            _split_glued(draft, page, i, cut)
            first = False
        elif size <= again and line.opens(title_key) and line.key == title_key:
            draft.add(line, "furniture", "the headline again")
        elif (
            size > 15
            and i + 1 < end
            and abs(size - len(lines[i + 1].text)) <= 12
            and _doubled(page, i)
            and not _often(page, i, start, end)
        ):
            after = _double_piece(draft, page, i, seen) + 1
        elif seen and 30 < size < 900 and line.key in seen:
            draft.add(line, "furniture", "the caption again")
        elif size > 110 and text[0] not in _MARKS:
            pieces.append(Piece("para", text, line.start, line.end, "running text"))
            first = False
        elif (
            i and size <= 160 and page.plain[i - 1].startswith("list ") and cues.is_counter(page.plain[i - 1])
        ):
            draft.add(line, "furniture", "link of a list")
        elif i >= links:
            draft.add(line, "furniture", "link below the text")
        elif i < zone.end + 4 and text.count(" ") >= 5 and is_caption(page, i):
            draft.add(line, "caption", "ends in a photo credit, above the text")
        else:
            found, why = role_of(page, i, start, end)
            shown = text.strip("# ") if found == "subhead" and text[0] == "#" else text
            pieces.append(Piece(found, shown or text, line.start, line.end, why))
            first = first and found != "para"
    foot_fields(draft, page, tail, end, labelled)
    _dateline_fields(draft)
    _hide_source_line(draft)
    return draft


def role_of(page: Page, i: int, start: int, end: int) -> tuple[Role, str]:
    """The role of an ordinary body line, and why."""
    text = page.plain[i]
    raw = page.lines[i].text
    if raw[0] in _MARKS and raw.startswith(_BULLETS) and len(raw) > 3:
        return "list", "starts with a bullet"
    size = len(text)
    if raw.startswith(("Image caption", "Media caption")):
        return "caption", "a caption's label"
    if cues.is_counter(text):
        return "furniture", "a counter of the site"
    if size <= 110 and text.count(" ") < 16:
        if raw[0] == "#":
            return "subhead", "a Markdown heading"
        if i + 1 >= end or page.kinds[i + 1]:
            return "para", "a line of the text"
        if cues.is_clock(text):
            return "subhead", "the time of what follows"
        if not cues.is_long(page.plain[i + 1]):
            return "para", "a line of the text"
        last = text[-1]
        quoted = text[0] in _QUOTES and last in "”\"’'»"
        if not quoted:
            last = text.rstrip("”\"’'»」")[-1:] or last  # a sentence may end in a quotation
        heads = (
            (last not in ".!,;:)。！，；：、।" or quoted)
            and text[0] not in "-•*([{"
            and not text[0].islower()
        )
        heads = heads and (quoted or not cues.pattern(r"[^\W\d_]{4}[.!?] [A-Z@]").search(text))
        if heads and not cues.is_figures(text) and cues.kind_of(text) != "hint":
            if quoted and last in '”"' and text[-2:-1] in ".!?,":
                return "pull_quote", "a quotation on its own line"
            return "subhead", "a short line without a full stop before running text"
        if last == ":" and heads_with_colon(text) and page.colons >= 3:
            return "subhead", "a short line with a colon before running text, one of several"
    return "para", "running text" if size > 110 else "a line of the text"


def _pasted(page: Page, start: int, end: int) -> set[int]:
    """The lines of paragraphs that stand a second time in the same order, as a body that was pasted twice."""
    plain = page.plain
    # A line that ends in a comma is one of a song.
    long = [i for i in range(start, end) if len(plain[i]) >= _PARAGRAPH and plain[i][-1] not in ",;:"]
    times = Counter(plain[i] for i in long)
    if len(times) == len(long):
        return set()
    firsts: dict[str, int] = {}
    found: set[int] = set()
    for i in long:
        if times[plain[i]] > _COPIES:
            continue
        first = firsts.setdefault(plain[i], i)
        if first == i or i in found:
            continue
        run = 1
        while first + run < i and i + run < end and plain[first + run] == plain[i + run]:
            run += 1
        if run > 1 and sum(len(text) for text in plain[i : i + run]) >= _BODY:
            found.update(range(i, i + run))
    return found


def _doubled(page: Page, i: int) -> bool:
    """Whether line `i` comes again at once, as captions and their alternative texts do."""
    line, after = page.lines[i], page.lines[i + 1]
    if "|" in line.text or line.text[0].islower():
        return False
    return len(line.text) > 15 and same(line, after) and line.text.count(" ") >= 3 and not page.kinds[i]


def _often(page: Page, i: int, start: int, end: int) -> bool:
    """Whether a doubled line keeps coming, as rows of tables and lists rightly do."""
    return page.plain[max(start, i - 60) : min(end, i + 60)].count(page.plain[i]) > 4


def _double_piece(draft: Draft, page: Page, i: int, seen: dict[str, int]) -> int:
    """A line that stands twice in a row: the first is kept. Returns the number of the last line taken."""
    line = page.lines[i]
    body = len(line.text) > 250 or (cues.is_long(line.text) and line.text.count(" ") > 25)
    if body:
        draft.add(line, "para", "running text")
    else:
        draft.add(line, "caption", "a line that stands twice")
        seen[line.key] = i
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
        page.kinds[k] == "site" or cues.is_counter(page.plain[k])
        for k in (i - 1, i + 1)
        if k < len(page.lines)
    ):
        draft.add(line, "furniture", "a counter beside site furniture")
    elif kind == "mark" and line.text.startswith(("#", "*", "-")):
        draft.add(line, "furniture", "end mark")
    else:
        draft.add(line, "para", "a line of the text")


def _dateline_fields(draft: Draft) -> None:
    """Date and agency from the dateline of the first paragraph, where nothing better told them."""
    if draft.published and draft.source:
        return
    for text in islice((piece.text for piece in draft.pieces if piece.role == "para"), 3):
        date, agency = read_dateline(text)
        put_date(draft, date, "dateline of the first paragraph")
        if agency:
            draft.put("source", clean_source(agency), "agency in the dateline of the first paragraph")
            return


def _hide_source_line(draft: Draft) -> None:
    """A line above the story that only says which outlet it is from is told by the source already."""
    if draft.source is None:
        return
    for piece in draft.pieces:
        if piece.role == "para" and len(piece.text) > 110:
            return
        if piece.role in ("para", "subhead") and piece.text.strip().casefold() == draft.source.casefold():
            piece.role, piece.reason = "furniture", "the name of the source"
            return
