"""Messages copied or exported from Telegram and WhatsApp: a line that says who and when, then what was posted.

Idlib Media Watch, [11.02.2020 09:14]
[15/04/2023, 08:12:44] Khartoum Updates: Both bridges are closed.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.parsing.cues import is_long, is_title
from reader.parsing.date_order import day_order
from reader.parsing.date_reading import Found
from reader.parsing.dates import date_line
from reader.parsing.draft import Draft, Piece
from reader.parsing.label_lines import label_of
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_POSTED = r"(?P<name>\S.{0,58}), \[(?P<day>[^\[\]]{8,40})\]"
_SAID = (
    r"[\u200e\u200f]?\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[apAP]\.?[mM]\.?)?)"
    r"(?:\]| -) (?P<name>[^:]{1,60}): ."
)
# What stands for what is no text, and where a message is from.
_NO_TEXT = (
    r"\[ ?(?:Photo|Video|Album|File|Sticker|Poll|Voice message|Audio|GIF|Location|Contact|Video message)\b.{0,60}\]"
    r"|\[(?:In reply to|Forwarded from) .{1,60}\]|Forwarded from .{1,60}"
)
_DATED = r"(?:date|time|posted|published|datum|fecha|дата|التاريخ) ?: ?(?P<day>.{8,40})"
_OPENS = frozenset("[0123456789\u200e\u200f")
_COUNT = r"(?:Views|Forwards|Reactions|Replies|Likes|Shares|Retweets|Comments) ?: ?[\d.,]+ ?[KMkm]?"
_ENDS = '.!?…”"»)]0123456789。'
_SHORTEST = 12  # letters of a line that says who or when
_ABOVE = 3  # lines that may stand above the first message


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The posts of a channel one by one, or a talk of several as one article; None if the text is neither."""
    heads = [
        (i, found)
        for i, line in enumerate(lines)
        if len(line.text) >= _SHORTEST and (found := _head(line.text))
    ]
    name: str | None = None
    if len(heads) == 1 and heads[0][0] == 0 and lines[0].text[-1] != "]":
        return _forwarded(lines, heads[0][1])
    if len(heads) < 2 or heads[0][0] > _ABOVE:
        heads = _dated(lines)
        if not heads:
            return None
        name = next((value for field, value in _labels(lines[: heads[0][0]]) if field == "source"), None)
    days = [match["day"] for _, match in heads]
    order = day_order(days)
    if not _day(days[0], order) or not _day(days[-1], order):
        return None
    if any("name" in match.groupdict() for _, match in heads):
        name, posts = Counter(match["name"] for _, match in heads).most_common(1)[0]
        if posts * 10 < len(heads) * 9 or any(lines[i].text[-1] != "]" for i, _ in heads):
            return [_talk(lines, days[0], order)]
    drafts = []
    for n, (i, match) in enumerate(heads):
        end = heads[n + 1][0] if n + 1 < len(heads) else len(lines)
        drafts.append(_post(lines[i:end], name, match["day"], order))
    drafts[0].pieces[:0] = [Piece.of(line, "furniture", "above the posts") for line in lines[: heads[0][0]]]
    return drafts


def _dated(lines: list[Line]) -> list[tuple[int, re.Match[str]]]:
    """The `Date: …` lines that open posts without headlines, each behind the end of the one before; three and more."""
    heads: list[tuple[int, re.Match[str]]] = []
    dated = pattern(_DATED, 2).fullmatch
    for i, line in enumerate(lines):
        text = line.text
        found = dated(text) if _SHORTEST <= len(text) < 60 and ":" in text and text[0].isalpha() else None
        if not found or (i >= _ABOVE and not line.gap):
            continue
        before = lines[i - 1].text if heads else ""
        if before and before[-1] not in _ENDS and not (is_long(before) or label_of(before)):
            return []  # it may be a headline
        heads.append((i, found))
    titled = len(heads) < 3 or any(field == "title" for field, _ in _labels(lines))
    return [] if titled or heads[0][0] >= _ABOVE else heads


def _labels(lines: list[Line]) -> list[tuple[str, str]]:
    """The fields that lines are labels of, with their values."""
    short = (line.text for line in lines if len(line.text) <= 160 and ":" in line.text)
    return [pair for text in short if (pair := label_of(text))]


def _head(text: str) -> re.Match[str] | None:
    """The match of a line that says who posted and when."""
    if text[-1] == "]" and len(text) < 120:
        return pattern(_POSTED).fullmatch(text)
    return pattern(_SAID).match(text) if text[0] in _OPENS else None


def _day(text: str, day_first: bool | None) -> Found | None:
    """When a message was posted; `3/4/23` alone does not tell."""
    if match := pattern(r"(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?=\D)(.*)").match(text):
        text = f"{match[1]}{match[2]}{match[3]}{match[2]}20{match[4]}{match[5]}"
    return date_line(text, day_first)


def _forwarded(lines: list[Line], match: re.Match[str]) -> list[Draft] | None:
    """The one copied message of a talk, `[3/5/22, 07:12] Desk: *Forwarded*` above it; None if it is no post."""
    head, *body = lines
    told = head.text[match.end() - 1 :].strip("*_ ")
    sender = pattern(_FORWARDED, 2).fullmatch(match["name"])
    known = sender or pattern(_FORWARDED, 2).fullmatch(told)
    order = day_order([match["day"]])
    order = True if order is None and "." in match["day"] else order
    if not body or not known or not _day(match["day"], order):
        return None
    return [_post(lines, told if sender else match["name"], match["day"], order)]


_FORWARDED = (
    r"(?:message )?forwarded(?: message| many times| from)?|weitergeleitet(?: (?:aus|von))?|reenviado(?: de)?|"
    r"transféré(?: de)?|inoltrato(?: da)?|encaminhad[ao](?: de)?|переслано(?: (?:от|из))?|iletildi|diteruskan(?: dari)?"
)


def _talk(lines: list[Line], day: str, order: bool | None) -> Draft:
    """A talk of several as it stands."""
    draft = Draft()
    if found := _day(day, order):
        draft.put("published", found.iso, "the first message")
    for line in lines:
        draft.add(line, "para", "a message of a talk")
    return draft


def _post(lines: list[Line], name: str | None, day: str, order: bool | None) -> Draft:
    """One post of a channel; its first line is its headline, if it may be one and more follows."""
    draft = Draft()
    head, *body = lines
    draft.put("source", name, "who posted it")
    if found := _day(day, order):
        draft.put("published", found.iso, "when it was posted")
    other = [line for line in body if pattern(f"{_NO_TEXT}|{_COUNT}").fullmatch(line.text)]
    texts = [line for line in body if line not in other]
    first, why = head, "who posted it, and when"
    if len(texts) > 1 and may_head(texts[0].text):
        first, why = texts[0], "first line of the post"
    if first is not head or label_of(head.text) is None:  # `Date: …` is no headline
        draft.put("title", first.text, why)
    for line in lines:
        if line is first and draft.title:
            draft.add(line, "headline", why)
        elif line is head:
            draft.add(line, "dateline", "who posted it, and when")
        elif line in other:
            draft.add(line, "furniture", "a counter, or what stands for a picture or another post")
        else:
            draft.add(line, "para", "a line of the post")
    return draft


def may_head(text: str) -> bool:
    """Whether a line may be the headline of a post."""
    words = text.strip("*_ ")
    return text.count(" ") >= 3 and len(text) <= 160 and bool(words) and is_title(words)
