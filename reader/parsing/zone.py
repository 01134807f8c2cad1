"""Header zones: a title-like line and what sites print around it, with the evidence that it carries."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.credit import credit_fields, is_outlet, is_person
from reader.parsing.head import Zone
from reader.parsing.labels import names_title, read_byline, read_label, read_labels
from reader.parsing.lines import key_of
from reader.parsing.page import Page, same

_REACH = 22  # lines of a header zone that are looked at


def read_zone(page: Page, at: int) -> Zone:
    """Read the header zone that starts at line `at`, with its evidence and the roles of its lines."""
    lines, kinds, plain = page.lines, page.kinds, page.plain
    zone = Zone(at)
    total = len(lines)
    j = at
    others = dates = again = 0
    title_key = ""
    captions: set[str] = set()
    while j < total and j < at + _REACH:
        kind, text = kinds[j], plain[j]
        if kind == "rule":
            if j > at and zone.title is not None and lines[j].gap and not zone.fields:
                break
            zone.roles[j] = ("furniture", "rule line")
        elif kind == "url":
            if zone.title is None and others:
                break
            if zone.title is not None and zone.score < 1 and j + 1 < total and kinds[j + 1] != "date":
                break
            zone.roles[j] = ("furniture", "address of the page")
            zone.fields.append(("url", text, "address of the page"))
            zone.mark(2 if zone.title is None else 1, "the page's address")
        elif kind == "label" or (kind == "" and len(text) < 80 and _may_be_label(page, j)):
            step = j if zone.title is not None and names_title(page, j) else read_labels(page, j, zone)
            if step == j:
                step = read_label(page, j, zone)
            if step == j:
                break
            j = step
            title_key = key_of(zone.title) if zone.title else ""
            continue
        elif kind == "date":
            dates += 1
            if dates > 2 or (zone.title is None and others):
                break
            zone.roles[j] = ("dateline", "date on its own line")
            zone.fields += [
                (field, value, "credit line in the head") for field, value in credit_fields(text) if field
            ] or [("published", text, "date line in the head")]
            zone.mark(2 if dates == 1 else 0.5, "a date line")
        elif kind == "byline":
            j = read_byline(page, j, zone)
            continue
        elif kind == "control":
            zone.roles[j] = ("furniture", "text-size control of the site")
            zone.mark(0.75, "a text-size control")
        elif kind in ("site", "copyright", "domain", "mark", "credit", "slug"):
            zone.roles[j] = (
                "furniture",
                "the agency's note to editors" if kind == "slug" else "site furniture",
            )
            if kind == "site" and zone.title_at == j - 1 and zone.score == 0 and _banner(page, j):
                zone.roles[j - 1] = ("furniture", "banner above the headline")
                zone.title, zone.title_at, title_key = None, -1, ""
            if kind not in ("site", "slug"):  # the foot of the article before
                del zone.roles[j]
                break
        else:
            # A long line counts only where it starts with the headline or is a caption again.
            close = zone.title is None or captions or len(text) < 160 or lines[j].opens(title_key)
            key = "" if not close else lines[j].key if len(text) < 2000 else key_of(text[:2000])
            double = j + 1 < total and same(lines[j], lines[j + 1])
            if zone.title is None:
                if text.count(" ") < 3 and _is_kicker(page, j):
                    zone.roles[j] = ("furniture", "section name above the headline")
                    j += 1
                    continue
                if (cues.is_long(text) and not (double and len(text) < 200)) or not can_be_title(page, j):
                    break
                zone.title, zone.title_at, title_key = text, j, key
                zone.roles[j] = ("headline", "the first title-like line")
            elif key and key == title_key:
                zone.roles[j] = ("furniture", "the headline again")
                again += 1
                if again > 4:  # a line that keeps coming is no headline
                    zone.score, zone.body = 0.0, False
                    zone.end = j
                    return zone
                zone.mark(3 if again == 1 else 0.5, "the headline again")
            elif key in captions:
                zone.roles[j] = ("furniture", "the caption again")
            elif double and text.count(" ") >= 3:
                captions.add(key or lines[j].key)
                zone.roles[j] = ("caption", "a line that stands twice under the headline")
                zone.roles[j + 1] = ("furniture", "the caption again")
                zone.mark(1.5, "a doubled caption")
                j += 1
            elif title_key and key.startswith(title_key) and len(key) > len(title_key) + 20:
                glued = glue_end(lines[j].text, title_key)
                zone.mark(3 if glued else 1.5, "the headline glued to the first paragraph")
                zone.body = True
                break
            elif text.count(" ") >= 5 and is_caption(page, j):
                captions.add(key or lines[j].key)
                zone.roles[j] = ("caption", "ends in a photo credit, under the headline")
            elif cues.is_long(text):
                zone.body = True
                break
            elif zone.title is not None and (credits := _names(page, j, zone)):
                zone.roles[j] = ("byline", "names in the head")
                zone.fields += [(field, value, "names in the head") for field, value in credits]
            elif others < 2 and j + 1 < total and _more_head(page, j + 1, title_key):
                others += 1
                points = lines[j].text.startswith(("* ", "• ", "- "))
                zone.roles[j] = ("list" if points else "para", "short line in the head")
            else:
                break
        j += 1
    zone.end = j
    if not zone.body:
        zone.body = any(cues.is_long(plain[k]) for k in range(j, min(total, j + 8)))
    return zone


def _may_be_label(page: Page, j: int) -> bool:
    """Whether a line is a label of its own (`---BODY---`), or an unknown one before known ones."""
    if cues.section_mark(page.plain[j]):
        return True
    return page.kinds[j + 1 : j + 3] == ["label"] * 2 and cues.label_like(page.plain[j]) is not None


def can_be_title(page: Page, j: int) -> bool:
    text = page.plain[j]
    if cues.is_title(text):
        return True
    return 8 <= len(text) <= 160 and text[-1] in '.”"' and text.count(" ") <= 22


def _is_kicker(page: Page, j: int) -> bool:
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


def _banner(page: Page, j: int) -> bool:
    """Whether the real headline follows a banner and its button: title-like, with more of a head under it."""
    return (
        j + 2 < len(page.lines)
        and not page.kinds[j + 1]
        and cues.is_title(page.plain[j + 1])
        and page.plain[j + 1].count(" ") >= 4
        and not cues.is_long(page.plain[j + 1])
        and _more_head(page, j + 2, "")
    )


def _names(page: Page, j: int, zone: Zone) -> list[tuple[str, str]]:
    """(field, value) of a line of names: an outlet under a byline, or who wrote it, and where, above the date."""
    text = page.plain[j]
    if len(text) > 80 or j + 1 >= len(page.lines) or text.count(" ") > 8:
        return []
    if zone.roles.get(j - 1, ("",))[0] == "byline":
        ends = page.kinds[j + 1] == "date" or cues.is_long(page.plain[j + 1])
        return [("source", text)] if ends and is_outlet(text) else []
    if page.kinds[j + 1] != "date":
        return []
    if is_outlet(text):
        return [("source", text)]
    name, _, outlet = text.partition(", ")
    if not is_person(name) or (outlet and not is_outlet(outlet)):
        return []
    return [("author", name), *([("source", outlet)] if outlet else [])]


def _more_head(page: Page, j: int, title_key: str) -> bool:
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
