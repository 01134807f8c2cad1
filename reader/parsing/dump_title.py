"""The headline of a dumped page, and the lines around it: who put it up and when, its pictures."""

from __future__ import annotations

from collections import Counter

from reader.parsing import cues
from reader.parsing.dump_cues import commented, is_dated
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.page_title import head_line, split_title, title_parts


def is_picture(text: str) -> bool:
    """Whether a block is a picture's caption: short, with a credit."""
    if text.count(" ") > 60:
        return False
    if cues.pattern(r"\((?:Photo|Image|Picture|AP Photo|Credit|Getty)[^()]{0,80}\)\.?$").search(text[-100:]):
        return True
    if cues.pattern(_LEGEND, 2).match(text):
        return True
    return text[-1] not in ".!?”" and bool(cues.pattern(_CREDIT, 2).search(text))


def gallery(texts: list[str]) -> dict[int, bool]:
    """The blocks that belong to numbered pictures (`2 of 4 The new quay`): whether each says anything."""
    numbers: dict[str, set[str]] = {}
    found = []
    for i, text in enumerate(texts):
        match = cues.pattern(_NUMBERED, 2).match(text) if cues.has_digit(text[:16]) else None
        if match:
            numbers.setdefault(match[2], set()).add(match[1])
            found.append((i, match[2], match.end()))
    shown: dict[int, bool] = {}
    for i, total, end in found:
        if len(numbers[total]) < 2:
            continue
        shown[i] = end < len(texts[i])
        if not shown[i] and i + 1 < len(texts) and texts[i + 1].count(" ") < 60:
            shown[i + 1] = True  # the text of the picture stands under its number
    return shown


_NUMBERED = (
    r"(?:(?:image|photo|picture|slide|bild|foto|imagen|immagine) )?(\d{1,3}) ?(?:of|/|von|sur|de|di|van) ?(\d{1,3})"
    r"(?:[:.)]? *(?=[A-Z])|[:.)]?$)"
)
_CREDIT = (
    r"\((?:photo|image|picture|ap photo|credit)[^()]{0,80}\)$|\((?:reuters|ap|afp)\)$|ap photo"
    r"|\b(?:photo|image|picture)s?(?: credit| courtesy)?(?: by)?: ?\S|getty images|shutterstock|istock"
    r"|/(?:reuters|afp|ap)\b|© ?\w"
)
_LEGEND = (
    r"in this (?:\w+ ){0,3}(?:photo|image|picture|frame grab)\b|file ?[-–—] |"
    r"(?:abbildung|abb\.|figure|fig\.|bild|foto|photo|image|picture|grafik|illustration|imagen|gráfico|figura|immagine|"
    r"afbeelding|zdjęcie|рис\.|фото|图|図|圖)(?: ?\d{1,3})? ?[:：]"
)


def find_title(page: Page, scores: list[float], start: int, end: int) -> tuple[int, str] | None:
    """The block that is the page's headline, and its words; None if there is none with enough evidence.

    A headline stands above the text `[start, end)` and shares words with it; it is the page's own title, comes
    again, has a date or a byline under it, stands free, or is set in another column.
    """
    lines = page.lines
    search = _Search(page, start, end, _first_paragraph(page, scores, start, end))
    best: tuple[float, int] = (0.0, -1)
    away = 0.0
    part = max(split_title(lines[0].text), key=len, default="")  # of the page's own title
    part = part if _count(part) >= 4 else ""
    for i in range(min(len(lines), search.limit + 3, start + 30, end) - 1, max(-1, start - 60), -1):
        if i < search.limit:
            size = len(page.plain[i])
            away += 0.14 if size > 30 else 0.05 if size > 5 else 0.01
        text = cues.pattern(_POINT).sub("", page.plain[i])
        if search.may_be(i, text):
            score = search.place(i, text) + search.shape(i, text) + search.surroundings(i) - away
            if score > best[0] + 1e-9:
                best = (score, i)
    if best[1] >= 0 and best[0] >= 1.2:
        i = best[1]
        text = cues.pattern(_POINT).sub("", page.plain[i])
        # The page's own title carries the name of the site; the headline may carry a counter or an icon's name.
        if part and (i == 0 or (text.startswith(part) and text.count(" ", len(part)) == 1)):
            text = part
        return i, text
    named = start > 2 and part and not page.kinds[0] and cues.is_title(lines[0].text)
    if named and len(_words(part) & search.body) * 2 >= len(_words(part)):
        return 0, part
    return None


_POINT = r"^(?:[*•+»›-]|\d{1,2}\.) "


def _first_paragraph(page: Page, scores: list[float], start: int, end: int) -> int:
    """The first block of the text that is a paragraph of the article."""
    for k in range(start, end):
        if scores[k] > 0.3 and cues.is_long(page.plain[k]) and page.plain[k][0] not in "*•+-":
            return k
    return start


class _Search:
    """What a page says of its headline, and how well a block fits that: points for and against."""

    __slots__ = ("body", "counts", "first", "known", "limit", "main", "page", "parts")

    def __init__(self, page: Page, start: int, end: int, limit: int) -> None:
        lines = page.lines
        self.page, self.limit = page, limit
        self.known = head_line(lines)  # where the page's title stands again
        self.parts = title_parts(lines[0].text) | {key_of(commented(line.text)) for line in lines} - {""}
        long = [line.text for line in lines[start : min(end, start + 30)] if cues.is_long(line.text)]
        self.body = _words(" ".join(long))
        # A page title on the first line tells the headline's words even where the headline is another one.
        titled = not page.kinds[0] and lines[0].text.count(" ") >= 3
        self.first = _words(lines[0].text) if titled else set()
        self.main = lines[start].indent if start < len(lines) else 0
        self.counts = Counter(line.key for line in lines if len(line.text) < 260)

    def may_be(self, i: int, text: str) -> bool:
        """Whether block `i` could be a headline at all."""
        if self.page.kinds[i] or not 2 <= _count(text) <= 34 or len(text) > 240 or text[0] in "+-[|@©»":
            return False
        if "://" in text or text[-1] in ",;:" or not any(map(str.isalpha, text)):
            return False
        return not cues.pattern(_NO_TITLE, 2).search(text) and not is_dated(text)

    def place(self, i: int, text: str) -> float:
        """Points for what the page says elsewhere: its text, its title, the same line again."""
        own = _words(text)
        score = 0.0
        if own:
            score += 3.0 * len(own & self.body) / len(own) - 1.0
            if i and len(self.first & own) >= 2:
                score += 2.0 * len(self.first & own) / len(own)
        if i >= self.limit:
            score -= 2.5 + 0.2 * (i - self.limit)
        if i and i == self.known:
            score += 3.0
        elif i and self.page.lines[i].key in self.parts:
            score += 2.5
        if self.counts[self.page.lines[i].key] > 1 and _count(text) >= 4:
            score += 0.5
        return score

    def shape(self, i: int, text: str) -> float:
        """Points for the words and marks of a block: a headline is a few words without a full stop."""
        words = _count(text)
        known = i == self.known
        score = min(words, 8) * 0.3 - (1.6 if words < 3 else 1.2 if words < 4 else 0)
        if text[-1] in ".。।" and not text.endswith(".."):
            score -= 1.5 if known else 2.2 if words <= 16 else 4.0
        if words > 22 or (text[-1] != "." and cues.pattern(r"[a-z]{2}[.!?] [A-Z]").search(text)):
            score -= 1.5
        if sum(w.lstrip("+-−$€£(")[:1].isdigit() for w in text.split()) * 3 > words:
            score -= 3.0
        if text[0].islower():
            score -= 1.0
        if ("|" in text and not known) or "»" in text or " > " in text or " / " in text or is_picture(text):
            score -= 1.2
        raw = self.page.lines[i].text
        if raw.startswith("#"):
            score += 1.5
        if raw is not text and raw[0] in "*•+":
            score -= 0.7
        return score

    def surroundings(self, i: int) -> float:
        """Points for the blocks around: date or byline under it, empty lines, another column than the text's."""
        page, lines = self.page, self.page.lines
        score = 0.0
        under = range(i + 1, min(i + 5, len(lines)))
        if any(page.kinds[k] in ("date", "byline") or is_dated(page.plain[k]) for k in under):
            score += 1.0
        if lines[i].gap and i + 1 < len(lines) and lines[i + 1].gap:
            score += 0.5
        if lines[i].indent != self.main:
            score += 0.3
        if i + 1 < len(lines) and page.kinds[i + 1] == "site":
            score -= 0.4
        if _count(page.plain[i]) > 12 and i and _heads(page, i - 1) and i != self.known:
            score -= 1.0  # the line under a headline says more of the text than the headline does
        return score


def _count(text: str) -> int:
    """How many words a text has; three letters of a script without spaces make one."""
    words = text.count(" ") + 1
    return len(text) // 3 if words == 1 and text > "\u2e80" else words


def _heads(page: Page, i: int) -> bool:
    """Whether line `i` may be the headline above a longer line."""
    text = page.plain[i]
    return not page.kinds[i] and 2 <= text.count(" ") <= 13 and cues.is_title(text) and not is_dated(text)


def _words(text: str) -> set[str]:
    """The words of a text that say something: those of four letters and more, shorter ones without case."""
    return {w[:7] for w in key_of(text).split() if len(w) > 3 or w[0] > "\u0590"}


_NO_TITLE = (
    r"^(?:image|photo|video|share|follow|read|related|posted|published|updated|by|in|tags?|comments?|search|menu|more|"
    r"skip|sign|log|subscribe|get|download|watch|listen|home|advertis\w+|\d+ (?:comments?|shares?|min))\b.{0,30}$"
    r"|\bcredit(?:\.\.\.|:)|\b(?:cookies?|external links|new window|photo library|newsletter|subscribe|javascript|"
    r"sign up|log in|getty|©|copyright)\b"
)
