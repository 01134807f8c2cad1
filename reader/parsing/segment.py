"""Where articles begin: header zones and the evidence they carry.

A header zone is a title-like line with what sites print around it: the title again, a date, a byline, an
address, labels, doubled captions, text-size controls, the title glued to the first paragraph. Each mark adds
to a sum; a zone inside a file must reach `BORDER`. Blank lines alone never do. Every line is looked at a
bounded number of times, so the cost is linear.
"""

from __future__ import annotations

from collections import Counter

from reader.model import Role
from reader.parsing import cues
from reader.parsing.lines import Line, key_of

#: Evidence that a border inside a file needs.
BORDER = 3.5
_HEAD_KINDS = frozenset(("date", "byline", "control", "label", "url", "section"))
_REACH = 22  # lines of a header zone that are looked at


class Zone:
    """A header zone: `[at, end)` in line numbers, the roles of its lines, fields found, evidence and why."""

    __slots__ = ("at", "body", "end", "fields", "roles", "score", "sure", "title", "title_at", "why")

    def __init__(self, at: int) -> None:
        self.at = self.end = at
        self.roles: dict[int, tuple[Role, str]] = {}
        self.fields: list[tuple[str, str, str]] = []  # field, value, why
        self.title: str | None = None
        self.title_at = -1
        self.score = 0.0
        self.why: list[str] = []
        self.body = self.sure = False

    def mark(self, points: float, why: str) -> None:
        """Add evidence."""
        self.score += points
        self.why.append(why)


class Page:
    """The lines of a file with their kinds, and what is usual in it."""

    __slots__ = ("habit", "heads", "hints", "kinds", "lines", "plain")

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.plain = [unmark(line.text) for line in lines]
        known: dict[str, str] = {"": "rule"}
        kinds = []
        for text in self.plain:
            kind = "" if len(text) > 240 else known.get(text)
            if kind is None:
                kind = known[text] = cues.kind_of(text)
            kinds.append(kind)
        self.hints = kinds.count("hint")
        self.kinds = ["" if kind == "hint" else kind for kind in kinds] if self.hints else kinds
        # The nearest line at or after each one that heads are made of.
        ahead = len(lines) + 99
        self.heads = [0] * len(lines)
        for i in range(len(lines) - 1, -1, -1):
            if self.kinds[i] in _HEAD_KINDS:
                ahead = i
            self.heads[i] = ahead
        gaps = Counter(min(line.gap, 4) for line in lines[1:])
        self.habit = gaps.most_common(1)[0][0] if gaps else 1

    def wide(self, i: int) -> bool:
        """Whether more empty lines than usual stand before line `i`."""
        return self.lines[i].gap >= max(2, self.habit + 1)


def unmark(text: str) -> str:
    """A line without the marks of Markdown around it."""
    if text[0] in "#*_" and len(text) < 300:
        bare = text.strip("#* ") if text[0] in "#*" else text.strip("_ ")
        return bare or text
    return text


def find_zones(page: Page) -> list[Zone]:
    """The header zones of a file in order; the first starts at its first line and may be empty."""
    if not page.lines:
        return []
    first = read_zone(page, 0)
    steady = _steady(page, first)
    zones = _scan(page, first, steady)
    # What stands before the borders that are sure is a separator wherever it stands before a headline.
    rules = {page.lines[z.at - 1].text for z in zones[1:] if z.sure and page.kinds[z.at - 1] == "rule"}
    if rules:
        zones = _scan(page, first, steady, frozenset(rules))
    return zones


def _scan(page: Page, first: Zone, steady: frozenset[str], rules: frozenset[str] = frozenset()) -> list[Zone]:
    zones = [first]
    i = max(first.end, 1)
    while i < len(page.lines):
        zone = _border(page, i, steady, rules)
        if zone is None:
            i += 1
        else:
            zones.append(zone)
            i = max(zone.end, i + 1)
    return zones


def _border(page: Page, i: int, steady: frozenset[str], rules: frozenset[str]) -> Zone | None:
    """The zone of a border at line `i`, if there is enough evidence for one."""
    line, kind, before = page.lines[i], page.kinds[i], page.kinds[i - 1]
    if kind == "" and (len(line.text) > 240 or not (line.gap or before)):
        return None
    if kind not in ("", "url", "label", "section", "date", "byline"):
        return None
    open_before = line.gap > 0 or before in ("rule", "domain", "copyright", "mark", "url")
    if not open_before or (kind == "" and not _opens(page, i)):
        return None
    if (
        kind == ""
        and not before
        and not page.wide(i)
        and page.heads[i] > i + 14
        and not _comes_again(page, i)
    ):
        return None  # nothing around could add up to a border
    zone = read_zone(page, i)
    if zone.score < 1 and not ((before == "rule" or page.wide(i)) and zone.title_at == i):
        return None
    if not zone.body or (zone.title is None and kind != "url"):
        return None
    if before == "rule":
        zone.mark(1.5, "a rule line before it")
    elif before in ("domain", "copyright", "mark"):
        zone.mark(1.5, "the end of an article before it")
    if page.wide(i):
        zone.mark(1.5, "more empty lines than usual before it")
    if zone.title_at == i and page.lines[i].text.startswith("# "):
        zone.mark(2, "a Markdown heading of the first level")
    if kind == "url" and page.kinds[0] == "url" and (page.wide(i) or before == "rule"):
        zone.mark(1, "an address on top, as at the start of the file")
    if zone.title_at == i and _plain_title(page, i):
        if before == "rule" and "rule" in steady:
            zone.mark(2, "every rule line of the file is followed by a headline")
        elif page.wide(i) and "gap" in steady:
            zone.mark(2, "every wide gap of the file is followed by a headline")
    zone.sure = zone.score >= BORDER
    if not zone.sure and zone.title_at == i and _plain_title(page, i):
        if before == "rule" and page.lines[i - 1].text in rules:
            zone.mark(2, "the separator of the file's other articles before it")
        elif page.plain[i][-1] != "." and (before == "rule" or (page.wide(i) and not rules)):
            shared = shared_words(page, zone)
            if shared >= 2:
                zone.mark(2 if shared > 2 else 1.5, "words of the headline in the paragraph under it")
    return zone if zone.score >= BORDER else None


def _comes_again(page: Page, i: int) -> bool:
    """Whether one of the next lines starts as line `i` does, but for marks."""
    start = page.plain[i][:4].casefold()
    return any(page.plain[k][:4].casefold() == start for k in range(i + 1, min(i + 13, len(page.plain))))


def _opens(page: Page, i: int) -> bool:
    """Whether a headline may stand on line `i`; one that ends in a full stop must be set apart or come twice."""
    if cues.is_title(page.plain[i]):
        return True
    if not _can_be_title(page, i):
        return False
    return page.wide(i) or (i + 1 < len(page.lines) and page.lines[i].key == page.lines[i + 1].key)


def shared_words(page: Page, zone: Zone) -> int:
    """How many telling words of a zone's headline come in the first paragraph under it."""
    for k in range(zone.end, min(zone.end + 3, len(page.lines))):
        if cues.is_long(page.plain[k]):
            own = {w[:6] for w in key_of(zone.title or "").split() if len(w) > 3}
            return len(own & {w[:6] for w in page.lines[k].key.split()[:120]})
    return 0


def _plain_title(page: Page, i: int) -> bool:
    """A headline that stands free, long enough for one, before running text."""
    text = page.plain[i]
    if page.kinds[i] or text.count(" ") < 2 or len(text) > 200:
        return False
    if i + 1 >= len(page.lines) or not (page.lines[i + 1].gap or page.kinds[i + 1] in cues.META):
        return False
    return cues.is_title(text) or (len(text) < 120 and text[-1] in '.”"')


def _steady(page: Page, first: Zone) -> frozenset[str]:
    """Which separators ("rule", "gap") of the file always stand before a headline, as its own start does."""
    if first.title_at < 0 or not _plain_title(page, first.title_at):
        return frozenset()
    found = set()
    for name in ("rule", "gap"):
        good = bad = words = 0
        for i in range(max(1, first.title_at + 1), len(page.lines)):
            if name == "rule":
                hit = page.kinds[i - 1] == "rule" and page.kinds[i] not in ("rule", "copyright", "site")
            else:
                hit = page.wide(i) and page.kinds[i] not in ("rule", "copyright", "site", "domain", "mark")
            if not hit:
                continue
            if page.kinds[i] in ("url", "label", "section") or (
                _plain_title(page, i) and cues.is_long(page.plain[i + 1])
            ):
                good += 1
                words += page.plain[i].count(" ") + 1
            else:
                bad += 1
        if good and bad * 4 <= good and words >= 4 * good:
            found.add(name)
    return frozenset(found)


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
        elif kind == "label" or (kind == "" and len(text) < 40 and cues.section_mark(text)):
            step = j if zone.title is not None and _names_title(page, j) else _read_labels(page, j, zone)
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
            zone.fields.append(("published", text, "date line in the head"))
            zone.mark(2 if dates == 1 else 0.5, "a date line")
        elif kind == "byline":
            j = _read_byline(page, j, zone)
            continue
        elif kind == "control":
            zone.roles[j] = ("furniture", "text-size control of the site")
            zone.mark(0.75, "a text-size control")
        elif kind in ("site", "copyright", "domain", "mark", "credit"):
            zone.roles[j] = ("furniture", "site furniture")
            if kind == "site" and zone.title_at == j - 1 and zone.score == 0 and _banner(page, j):
                zone.roles[j - 1] = ("furniture", "banner above the headline")
                zone.title, zone.title_at, title_key = None, -1, ""
            if kind != "site":  # the foot of the article before
                del zone.roles[j]
                break
        else:
            key = lines[j].key if len(text) < 2000 else key_of(text[:2000])
            double = j + 1 < total and same(lines[j], lines[j + 1])
            if zone.title is None:
                if (cues.is_long(text) and not (double and len(text) < 200)) or not _can_be_title(page, j):
                    break
                if text.count(" ") < 3 and _is_kicker(page, j):
                    zone.roles[j] = ("furniture", "section name above the headline")
                    j += 1
                    continue
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
                captions.add(key)
                zone.roles[j] = ("caption", "a line that stands twice under the headline")
                zone.roles[j + 1] = ("furniture", "the caption again")
                zone.mark(1.5, "a doubled caption")
                j += 1
            elif title_key and key.startswith(title_key) and len(key) > len(title_key) + 20:
                glued = glue_end(lines[j].text, title_key)
                zone.mark(3 if glued else 1.5, "the headline glued to the first paragraph")
                zone.body = True
                break
            elif text.count(" ") >= 5 and _is_caption(page, j):
                captions.add(key)
                zone.roles[j] = ("caption", "ends in a photo credit, under the headline")
            elif cues.is_long(text):
                zone.body = True
                break
            elif others < 2 and j + 1 < total and _more_head(page, j + 1, title_key):
                others += 1
                zone.roles[j] = ("para", "short line in the head")
            else:
                break
        j += 1
    zone.end = j
    if not zone.body:
        zone.body = any(cues.is_long(plain[k]) for k in range(j, min(total, j + 8)))
    return zone


def _can_be_title(page: Page, j: int) -> bool:
    text = page.plain[j]
    if cues.is_title(text):
        return True
    return 8 <= len(text) <= 160 and text[-1] in '.”"' and text.count(" ") <= 22


def _is_kicker(page: Page, j: int) -> bool:
    """Whether a line of one to three words is a section's name: a longer headline follows at once."""
    if j + 2 >= len(page.lines) or page.kinds[j + 1] or page.lines[j].key == page.lines[j + 1].key:
        return False
    text = page.plain[j + 1]
    if text.count(" ") < 4 or cues.is_long(text) or not cues.is_title(text):
        return False
    if page.lines[j].text[-1] in '.!?"”':
        return False
    k = j + 2
    if any(page.lines[n].key == page.lines[j].key for n in range(k, min(j + 14, len(page.lines)))):
        return False
    if page.lines[k].key == page.lines[j + 1].key or _is_caption(page, j + 1):
        return False
    return (
        page.kinds[k] in ("date", "byline")
        or cues.is_long(page.plain[k])
        or page.lines[k].key == page.lines[j + 1].key
    )


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


def _is_caption(page: Page, j: int) -> bool:
    text = page.plain[j]
    if len(text) > 600:
        return False
    if cues.pattern(cues.CREDIT).search(text[-90:]) and text[-1] == ")":
        return True
    return bool(
        cues.pattern(r"[.?!] (?:Photo|Image|Picture|Credit)s?(?: credit| by)?: ?[^.]{2,50}$").search(
            text[-80:]
        )
    )


def _names_title(page: Page, j: int) -> bool:
    """Whether a label run at line `j` brings its own title: the head of the next article."""
    for k in range(j, min(j + 6, len(page.lines))):
        pair = cues.label_of(page.plain[k])
        if pair and pair[0] == "title":
            return True
    return False


def _read_byline(page: Page, j: int, zone: Zone) -> int:
    """Take a byline, in one line or in several (`By` / name / and / name); the number of the next line."""
    text = page.plain[j]
    zone.mark(1.5, "a byline")
    if text.lower().rstrip(":") != "by":
        zone.roles[j] = ("byline", "names after By")
        zone.fields.append(("author", text, "byline in the head"))
        return j + 1
    zone.roles[j] = ("byline", "names after By")
    names = []
    j += 1
    while j < len(page.lines) and page.lines[j].gap == 0 and len(names) < 8:
        word = page.plain[j]
        if page.kinds[j] == "date" or len(word) > 60:
            break
        if word.lower() not in ("and", "&", ",") and not cues.is_byline("By " + word):
            break
        names.append(word)
        zone.roles[j] = ("byline", "names after By")
        j += 1
    zone.fields.append(("author", " ".join(names), "byline in the head"))
    return j


def _read_labels(page: Page, j: int, zone: Zone) -> int:
    """Take a run of `Label: value` lines and `---LABEL---` marks; the number of the line after it, or `j`."""
    plain, lines = page.plain, page.lines
    run: list[tuple[int, str, str]] = []
    k = j
    marks = 0
    while k < len(lines) and k < j + 30:
        if page.kinds[k] == "rule" and run and lines[k].gap == 0:
            zone.roles[k] = ("furniture", "rule line")
            k += 1
            continue
        mark = cues.section_mark(plain[k]) if len(plain[k]) < 40 else None
        if mark:
            marks += 1
            zone.roles[k] = ("furniture", "label of a field")
            k += 1
            if mark == "body":
                run.append((k - 1, "body", ""))
                break
            if k < len(lines) and not cues.section_mark(plain[k]):
                run.append((k, mark, plain[k]))
                k += 1
            continue
        pair = cues.label_of(plain[k])
        if pair is None or (run and lines[k].gap > 1):
            if (
                run
                and page.kinds[k] == ""
                and lines[k].gap == 0
                and run[-1][1] in ("other", "summary")
                and k == run[-1][0] + 1
            ):
                pass
            break
        if pair[0] == "body" and len(pair[1]) > 0:
            break
        run.append((k, pair[0], pair[1]))
        k += 1
        if pair[0] == "body":
            break
    fields = {field for _, field, _ in run}
    known = len([1 for _, field, _ in run if field != "other"])
    strong = ("title" in fields and known >= 2) or known >= 3
    if not strong and not (j == zone.at and run and run[0][1] == "title" and run[0][2]):
        for i in [n for n in zone.roles if n >= j]:
            del zone.roles[i]
        return j
    zone.mark(4 if strong else 2.5, "a run of labels with a title" if strong else "a title label")
    for number, field, value in run:
        if field == "title" and zone.title is None and value:
            zone.title, zone.title_at = value, number
            zone.roles[number] = ("headline", "value of a title label")
        elif field == "body":
            zone.roles[number] = ("furniture", "label of the body")
        elif field == "caption" and value:
            zone.roles[number] = ("caption", "value of a caption label")
        elif field == "summary" and value:
            zone.roles[number] = ("para", "value of a summary label")
        elif field == "author":
            zone.roles[number] = ("byline", "value of an author label")
        elif field == "published":
            zone.roles[number] = ("dateline", "value of a date label")
        else:
            zone.roles[number] = ("furniture", "label of a field")
        zone.fields.append((field, value, "value of a label"))
    zone.body = True
    return k


def same(a: Line, b: Line) -> bool:
    """Whether two lines say the same but for case and marks; cheap for lines of unlike length."""
    x, y = a.text, b.text
    if abs(len(x) - len(y)) > 12:
        return False
    return x == y or (x[:3].casefold() == y[:3].casefold() and a.key == b.key and a.key != "")


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
