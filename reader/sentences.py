"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Words that end in a full stop without ending a sentence: titles, offices, addresses.
_ABBREVIATIONS = frozenset(
    """adm asst atty ave bldg blvd brig capt cf cmdr col comdr cpl dept det dist dr eds eg esp ex fr ft gen
    gov hon ie insp lt maj messrs mgr mlle mme mr mrs ms mt msgr mx pfc ph prof pt pvt rep reps res rev rs
    sen sens sgt ss st supt univ viz vs approx""".split()
)
# These do so before a number only.
_BEFORE_NUMBER = frozenset(
    """art ch fig figs no nos nr op p pp sec vol vols jan feb mar apr jun jul aug sept sep oct nov dec mon
    tue tues wed thu thur thurs fri sat sun""".split()
)
# After these (and after U.S., p.m.) a sentence ends if the next word is one that opens sentences.
_MAY_END = frozenset("assoc bros co corp est etc inc jr ltd mfg sr".split())
# Before these a number is written with a full stop in German: the day of a date, a century.
_AFTER_ORDINAL = frozenset(
    """Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
    Jahrhunderts Jahrhunderte Jahrhunderten Weltkrieg Weltkriegs Weltkrieges""".split()
)
_SHORTENED = _ABBREVIATIONS | _BEFORE_NUMBER | _MAY_END
_STARTERS = frozenset(
    """A After Also Although An And As At Because Before But By During Each Earlier Even For From Four He Her
    His However I If In Instead It Its Last Later Many Meanwhile More Most No Nor Now Of On One Once Only Or
    Other Our Police She Since So Some Still Such That The Their Then There These They This Those Three To
    Two Under Until We What When Where Which While Who With You""".split()
)
_END = r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»\)\]]*)(?=\s|$|\[\d)|(?P<cjk>[。！？]+[」』”’）]*)|(?P<para>\n[ \t]*\n\s*)"
# Where one may begin: a set of characters is found many times quicker than the pattern.
_END_MARK = re.compile("[.!?…。！？\n]")
_OPENERS = "\"'“‘«([¿¡—–-"


@cache
def _end() -> re.Pattern[str]:
    return re.compile(_END)  # with the first end that is not as usual: it takes as long as painting ten rows


def _starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence may start at `at`: an opening mark, a capital, a digit or a script without case."""
    end = min(len(text), at + 8)
    while at < end and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    return at >= len(text) or not text[at].islower()


_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[]?(\w+)")


def _next_word(text: str, stop: int) -> str:
    """The word behind the full stop at `stop`, "" when there is none."""
    following = _NEXT_WORD.match(text, stop + 1)
    return following[1] if following else ""


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` closes an abbreviation or an initial; `start` bounds the look back."""
    low = max(start, stop - 14)
    begin = text.rfind(" ", low, stop) + 1 or stop
    word = text[begin:stop]
    if not word.isalpha():  # a mark before it, or no space near
        begin = stop
        while begin > low and (text[begin - 1].isalnum() or text[begin - 1] == "."):
            begin -= 1
        word = text[begin:stop]
    elif len(word) > 1 and word.lower() not in _SHORTENED:
        return False
    if not word:
        return False
    if len(word) == 1:
        return (word.isupper() and word != "I") or (
            word.isdigit() and _next_word(text, stop) in _AFTER_ORDINAL
        )
    after = _next_word(text, stop)
    if word.isdigit():
        return len(word) == 2 and after in _AFTER_ORDINAL
    if "." in word:  # U.S. · p.m. · J.K.
        pairs = all(len(part) <= 2 for part in word.split(".")) and word[0].isalpha()
        return pairs and after not in _STARTERS
    word = word.lower()
    if word in _BEFORE_NUMBER:
        return after[:1].isdigit()
    return word in _ABBREVIATIONS or (word in _MAY_END and bool(after) and after not in _STARTERS)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of `text[start:end]`, without the white space around them.

    A paragraph break always ends a sentence; a full stop does unless it closes an abbreviation or an
    initial, or the next word is in lower case. Linear in the length.
    """
    end = len(text) if end is None else end
    begin = start
    for stop, following in _ends(text, start, start, end):
        yield from _trimmed(text, begin, stop)
        begin = following
    yield from _trimmed(text, begin, end)


def _ends(text: str, low: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(where a sentence ends, where the next may begin) in `text[start:end]`; only near text decides, from `low` on."""
    mark = _END_MARK.search(text, start, end)
    while mark:
        at = mark.start()
        if text.startswith(". ", at, end):  # the usual case first: this runs for every hit of a search
            stop = following = at + 1
            if not (text[stop + 1 : stop + 2].isupper() or _starts_sentence(text, stop)) or _is_abbreviation(
                text, low, at
            ):
                stop = -1
        elif (found := _end().match(text, at, end)) is None:
            stop, following = -1, at + 1
        else:
            stop = following = found.end()
            if (signs := found["stop"]) is not None:
                if (signs == "." and _is_abbreviation(text, low, at)) or (
                    stop < end and not _starts_sentence(text, stop)
                ):
                    stop = -1
            elif found["para"] is not None:
                stop = at
        if stop >= 0:
            yield stop, following
        mark = _END_MARK.search(text, following, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _usual_at(text: str, low: int, offset: int) -> tuple[int, int] | None:
    """What `sentence_at` says where all is as usual around `offset`, None elsewhere: plain full stops or the bounds of
    the paragraph at both ends, capitals behind them, no other sign between. This runs for every hit of a search."""
    stop = text.rfind(". ", low, offset)
    start = low if stop < 0 else stop + 2
    mark = _END_MARK.search(text, start)
    if mark is None or (at := mark.start()) < offset:
        return None
    following = at + 3 if text.startswith(".\n\n", at) else at + 2 if text.startswith(". ", at) else at
    if (
        text[following : following + 1].isupper()  # at a sign that is no full stop: never
        and text[start : start + 1].isupper()
        and _is_plain_word(text, low, at)
        and (stop < 0 or _is_plain_word(text, low, stop))
    ):
        return start, at + 1
    return None


def _is_plain_word(text: str, low: int, stop: int) -> bool:
    """Whether just a word that is never shortened stands before the full stop at `stop`."""
    word = text[text.rfind(" ", max(low, stop - 14), stop) + 1 or stop : stop]
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


_NEAR = 250  # characters before an offset that most sentences begin in


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The span of the sentence around `offset`, or of the nearest one before it; (0, 0) in an empty text."""
    low = text.rfind("\n\n", 0, offset)
    low = 0 if low < 0 else low + 2
    if usual := _usual_at(text, low, offset):
        return usual
    # Most often its beginning is near: behind the last full stop, else not far. Nothing before it matters then.
    for back in (text.rfind(". ", low, offset), offset - _NEAR):
        if found := _sentence_since(text, low, _behind_letter(text, low, back), offset):
            return found
    found = (0, 0)
    high = text.find("\n\n", offset)
    for span in sentences(text, low, len(text) if high < 0 else high):
        if span[0] > offset and found != (0, 0):
            break
        found = span
        if span[1] > offset:
            break
    return found


def _sentence_since(text: str, low: int, near: int, offset: int) -> tuple[int, int] | None:
    """The sentence around `offset` if it begins behind `near`, or at it where that is `low`; else None."""
    begin = near
    for stop, following in _ends(text, low, near, len(text)):
        if following > offset:
            span = next(_trimmed(text, begin, stop), None) if near < begin or near == low else None
            return span if span and span[0] <= offset else None
        begin = following
    return None


def _behind_letter(text: str, low: int, at: int) -> int:
    """A place from `at` back to `low` that is `low` or behind a letter: no end of a sentence reaches across it."""
    while at > low and not text[at - 1].isalnum():
        at -= 1
    return max(at, low)
