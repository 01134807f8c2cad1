"""What a line of a header zone is, judged by its words and the lines around it."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.credit import is_outlet, is_person
from reader.parsing.head import Zone
from reader.parsing.page import Page


def may_be_label(page: Page, j: int) -> bool:
    """Whether a line is a label of its own (`---BODY---`), or an unknown one before known ones."""
    text, kinds = page.plain[j], page.kinds
    if text[0] in "-=*#_[" and cues.section_mark(text):
        return True
    if j + 2 >= len(kinds) or kinds[j + 1] != "label" or kinds[j + 2] != "label":
        return False
    return cues.label_like(text) is not None


def can_be_title(page: Page, j: int) -> bool:
    """Whether a headline may stand on a line; some end as sentences do."""
    text = page.plain[j]
    if cues.is_title(text):
        return True
    return 8 <= len(text) <= 160 and text[-1] in '.”"' and text.count(" ") <= 22


def is_kicker(page: Page, j: int) -> bool:
    """Whether a line of one to three words is a section's name: a longer headline follows, perhaps behind another."""
    lines, plain, kinds = page.lines, page.plain, page.kinds
    head = j + 1
    if head < len(lines) and not kinds[head] and plain[head].count(" ") < 3 and plain[head][-1].isalnum():
        head += 1  # the paper's name, then the section's
    k = head + 1
    if k >= len(lines) or kinds[head] or lines[j].key == lines[head].key:
        return False
    text = plain[head]
    if text.count(" ") < 4 or cues.is_long(text) or not cues.is_title(text):
        return False
    if lines[j].text[-1] in '.!?"”':
        return False
    if any(lines[n].key == lines[j].key for n in range(k, min(j + 14, len(lines)))):
        return False
    if lines[k].key == lines[head].key or is_caption(page, head):
        return False
    # Date or byline may stand under another line on the matter.
    return cues.is_long(plain[k]) or not {"date", "byline"}.isdisjoint(kinds[k : k + 3])


def is_deck(page: Page, j: int) -> bool:
    """Whether a sentence stands between the headline and who wrote it; a date alone may be one of a timeline."""
    after = page.kinds[j + 1 : j + 3]
    return len(page.plain[j]) <= 240 and (after[:1] == ["byline"] or after == ["date", "byline"])


def is_banner(page: Page, j: int) -> bool:
    """Whether the real headline follows a banner and its button: title-like, with more of a head under it."""
    return (
        j + 2 < len(page.lines)
        and not page.kinds[j + 1]
        and cues.is_title(page.plain[j + 1])
        and page.plain[j + 1].count(" ") >= 4
        and not cues.is_long(page.plain[j + 1])
        and goes_on(page, j + 2, "")
    )


def names_of(page: Page, j: int, zone: Zone) -> list[tuple[str, str]]:
    """(field, value) of a line of names: an outlet under a byline, or who wrote it, and where, above the date."""
    text = page.plain[j]
    if len(text) > 80 or j + 1 >= len(page.lines) or text.count(" ") > 8:
        return []
    if zone.roles.get(j - 1, ("",))[0] == "byline":
        ends = page.kinds[j + 1] in ("date", "site") or cues.is_long(page.plain[j + 1])
        outlet, _, place = text.partition(", ")
        return [("source", outlet)] if ends and is_outlet(outlet) and place.count(" ") < 3 else []
    if page.kinds[j + 1] != "date":
        return []
    if is_outlet(text):
        return [("source", text)]
    name, _, outlet = text.partition(", ")
    if not is_person(name) or (outlet and not is_outlet(outlet)):
        return []
    return [("author", name), *([("source", outlet)] if outlet else [])]


def goes_on(page: Page, j: int, title_key: str) -> bool:
    """Whether the head goes on within the next lines: a date, a byline, a control or the title again."""
    for k in range(j, min(j + 4, len(page.lines))):
        kind = page.kinds[k]
        if kind in ("date", "byline", "control") or (title_key and page.lines[k].key == title_key):
            return True
        if (
            kind == ""
            and cues.is_long(page.plain[k])
            and not (k + 1 < len(page.lines) and page.lines[k + 1].key == page.lines[k].key)
        ):
            return False
    return False


def is_caption(page: Page, j: int) -> bool:
    """Whether a line is a picture's caption: it ends in a credit."""
    text = page.plain[j]
    if len(text) > 600 or page.lines[j].text[0] in "*•":
        return False
    if text[-1] == ")" and cues.pattern(cues.CREDIT).search(text[-90:]):
        return True
    return bool(
        cues.pattern(
            r"[.?!] (?:Photo(?:graph)?|Image|Picture|Credit|Foto|Bild)s?(?: credit| by)?: ?[^.]{2,50}$"
        ).search(text[-80:])
    )


def glue_end(text: str, title_key: str) -> int:
    """Where the headline ends that `text` starts with and runs on without a space, or 0.

    The end is in code points of `text`; the words of the headline are compared without case and marks.
    """
    words = title_key.split()
    at = 0
    low = text.casefold()
    if len(low) != len(text):
        low = text.lower() if len(text.lower()) == len(text) else text
    for n, word in enumerate(words):
        at = low.find(word, at, at + len(word) + 12)
        if at < 0:
            return 0
        at += len(word)
        if (
            n < len(words) - 1
            and at < len(low)
            and low[at].isalnum()
            and not words[n + 1].startswith(low[at])
        ):
            return 0
    while at < len(text) and text[at] in "”\"'’?!.)":
        at += 1
    if at < len(text) and (text[at].isupper() or text[at].isdigit() or text[at] in '“"‘('):
        return at
    return 0
