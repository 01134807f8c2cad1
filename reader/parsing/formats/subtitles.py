"""Subtitles (SubRip, WebVTT) and transcripts with clocks: times are hidden, what is said is joined to paragraphs."""

from __future__ import annotations

from reader.parsing.cues import is_long, is_title
from reader.parsing.draft import Draft, Piece
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

_TIME = r"(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3} ?--> ?(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3}(?: .*)?"
_HEADER = r"WEBVTT.*|(?:Kind|Language|Region|Style)\b ?:.*|NOTE\b.*|\d{1,5}|(?:Show )?[Tt]ranscript"
_SPEAKS = r"[-–—>\[(♪]|<v |[A-Z][A-Z .'-]{1,30}:"  # how another voice begins
_LONG = 280  # characters after which the end of a sentence ends a paragraph
_ABOVE = 12  # lines that may stand above the first time


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The one text of subtitles, or None if it has none."""
    times = _times(lines)
    if len(times) < 2 or times[0] > _ABOVE:
        return None
    hidden = set(times)
    hidden.update(i - 1 for i in times if i and lines[i - 1].text.isdigit() and lines[i].gap == 0)
    draft = Draft()
    for line in lines[: min(hidden)]:
        _head(draft, line)
    spoken: list[Line] = []
    for i, line in enumerate(lines[min(hidden) :], min(hidden)):
        if i in hidden:
            if spoken and _ends(spoken):
                _say(draft, spoken)
            if not spoken:
                draft.add(line, "furniture", "number or time of a subtitle")
        elif spoken and line.text == spoken[-1].text:
            continue  # it rolls up the screen
        else:
            if spoken and pattern(_SPEAKS).match(line.text):
                _say(draft, spoken)
            spoken.append(line)
    _say(draft, spoken)
    return [draft]


def _times(lines: list[Line]) -> list[int]:
    """The lines of times: of subtitles, or clocks that run from the start of a recording on, beside short lines."""
    times = [i for i, line in enumerate(lines) if "-->" in line.text and pattern(_TIME).fullmatch(line.text)]
    if times or len(lines) < 16:
        return times
    clocks: list[int] = []
    seconds = -1
    for i, line in enumerate(lines):
        if len(line.text) > 8 or not pattern(r"(?:\d{1,2}:)?\d{1,2}:\d\d").fullmatch(line.text):
            continue
        now = 0
        for part in line.text.split(":"):
            now = now * 60 + int(part)
        if now <= seconds or (seconds < 0 and now > 30):
            return []
        seconds = now
        clocks.append(i)
    at = set(clocks)
    said = [line.text for i, line in enumerate(lines) if i not in at]
    spoken = sum(text[0].islower() or text.count(" ") > 4 for text in said)  # a timetable has names
    return clocks if len(clocks) * 3 >= len(lines) and spoken * 3 >= len(said) else []


def _head(draft: Draft, line: Line) -> None:
    """Give the draft a line above the first time."""
    if pattern(_HEADER).fullmatch(line.text):
        draft.add(line, "furniture", "head of the subtitles")
    elif draft.title is None and not draft.pieces and is_title(line.text) and not is_long(line.text):
        draft.put("title", line.text, "line above the subtitles")
        draft.add(line, "headline", "line above the subtitles")
    else:
        draft.add(line, "para", "line above the subtitles")


def _ends(spoken: list[Line]) -> bool:
    """Whether what has been said is long enough for a paragraph and ends a sentence."""
    size = sum(len(line.text) for line in spoken)
    return size > _LONG * 4 or (size > _LONG and spoken[-1].text[-1] in '.!?…”"。')


def _say(draft: Draft, spoken: list[Line]) -> None:
    """Give the draft a paragraph of what was said, and start the next one."""
    if spoken:
        draft.pieces.append(Piece.of(join_lines(spoken), "para", "what is said in subtitles"))
        spoken.clear()
