"""Header zones: a title-like line and what sites print around it, with the evidence that it carries."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.above import (
    above_headline,
    headline_by_caption,
    is_banner,
    is_below_picture,
    is_known_better,
    section_or_issuer,
    stands_again,
)
from reader.parsing.captions import is_bracketed, is_caption
from reader.parsing.credit import fields_of_date, is_outlet
from reader.parsing.head import HEADLINE_AGAIN, Zone
from reader.parsing.labels import names_title, read_byline, read_label, read_labels
from reader.parsing.lines import key_of
from reader.parsing.menu import menu_end
from reader.parsing.page import Page
from reader.parsing.patterns import pattern
from reader.parsing.releases import heads_release, hide_issuer, take_head
from reader.parsing.slugs import slug_date
from reader.parsing.writers import names_of, without_post, writer_above
from reader.parsing.zone_lines import (
    can_be_title,
    dated_title,
    glue_end,
    goes_on,
    is_deck,
    leads_on,
    may_be_label,
)

#: Lines of a header zone that are looked at.
REACH = 22
_STOP = -1  # the zone ends in front of this line


def read_zone(page: Page, at: int) -> Zone:
    """Read the header zone that starts at line `at`, with its evidence and the roles of its lines."""
    return _Reader(page, at).read()


class _Reader:
    """Reads one zone line by line; what takes a line gives the number of the next one, or `_STOP`."""

    __slots__ = (
        "again",
        "captions",
        "dates",
        "early",
        "known",
        "others",
        "page",
        "released",
        "title_key",
        "zone",
    )

    def __init__(self, page: Page, at: int) -> None:
        self.page = page
        self.zone = Zone(at)
        self.again = self.dates = self.others = 0
        self.known = -1  # the line of the headline, where the page's title above has named it
        self.early: list[int] = []  # lines with dates above that line
        self.released = False
        self.title_key = ""
        self.captions: set[str] = set()

    def read(self) -> Zone:
        """The zone."""
        page, zone = self.page, self.zone
        total = len(page.lines)
        j = zone.at or menu_end(page)
        zone.roles.update((i, ("furniture", "menu above the headline")) for i in range(zone.at, j))
        page.menu = max(page.menu, j if zone.at == 0 else 0)
        self.early += [i for i in range(zone.at, j) if page.kinds[i] == "date"]
        last = min(total, j + REACH)
        while j < last:
            following = self._take(page.kinds[j], page.plain[j], j)
            if following == _STOP:
                break
            j = following
        zone.end = j
        if self.early and not self.dates:  # else it may be the day on which the page was looked at
            self._date(page.plain[self.early[0]], self.early[0])
        if self.again > 4:  # a line that keeps coming is no headline
            zone.score, zone.body = 0.0, False
        elif not zone.body:
            zone.body = j < total and page.sentences[j] < j + 8
        return zone

    def _take(self, kind: str, text: str, j: int) -> int:
        zone = self.zone
        if j < self.known and kind != "byline":
            if kind == "date":
                self.early.append(j)
            return self._hide(j, "between the page's title and its headline")
        if heads_release(self.page, zone, j):
            return self._release(kind, j)
        if kind == "label" or (kind == "" and len(text) < 80 and may_be_label(self.page, j)):
            return self._labels(j)
        if text[0] == "@" and " " not in text and (zone.title is not None or j - 1 in zone.roles):
            return self._hide(j, "how the writer is called elsewhere")
        if text in ("·", "•", "|") and j - 1 in zone.roles:
            return self._hide(j, "parts credits")
        take = _TAKES.get(kind)
        return take(self, text, j) if take else _STOP  # else it is the foot of the article before

    def _hide(self, j: int, why: str) -> int:
        self.zone.roles[j] = ("furniture", why)
        return j + 1

    def _rule(self, text: str, j: int) -> int:
        zone = self.zone
        if j > zone.at and zone.title is not None and self.page.lines[j].gap and not zone.fields:
            return _STOP
        return self._hide(j, "rule line")

    def _byline(self, text: str, j: int) -> int:
        return read_byline(self.page, j, self.zone)

    def _control(self, text: str, j: int) -> int:
        self.zone.mark(0.75, "a text-size control")
        return self._hide(j, "text-size control of the site")

    def _slug(self, text: str, j: int) -> int:
        self.zone.fields.append(("published", slug_date(text), "the agency's time of sending"))
        self.zone.mark(1, "an agency's slug")
        return self._hide(j, "the agency's note to editors")

    def _site(self, text: str, j: int) -> int:
        zone = self.zone
        if zone.title_at == j - 1 and zone.score == 0 and is_banner(self.page, j):
            zone.roles[j - 1] = ("furniture", "banner above the headline")
            zone.title, zone.title_at, self.title_key = None, -1, ""
        return self._hide(j, "site furniture")

    def _release(self, kind: str, j: int) -> int:
        """Take the line that heads a press release, and the address of who issues it above and below."""
        if self.released and self.zone.title is not None:
            return _STOP  # the next one's
        self.released = True
        self.title_key, self.others = "", 0
        hide_issuer(self.zone, j)
        return self._date(self.page.plain[j], j) if kind == "date" else take_head(self.page, self.zone, j)

    def _address(self, text: str, j: int) -> int:
        zone, kinds = self.zone, self.page.kinds
        if zone.title is None and self.others:
            return _STOP
        under = zone.title_at == j - 1 or kinds[j + 1 : j + 2] in ([], ["date"])
        if zone.title is not None and zone.score < 1 and not under:
            return _STOP
        zone.roles[j] = ("furniture", "address of the page")
        zone.fields.append(("url", text, "address of the page"))
        zone.mark(2 if zone.title is None else 1.5, "the page's address")
        return j + 1

    def _labels(self, j: int) -> int:
        page, zone = self.page, self.zone
        step = j if zone.title is not None and names_title(page, j) else read_labels(page, j, zone)
        if step == j:
            step = read_label(page, j, zone)
        if step == j:
            return _STOP
        self.title_key = key_of(zone.title) if zone.title else ""
        return step

    def _date(self, text: str, j: int) -> int:
        zone = self.zone
        self.dates += 1
        if self.dates > 2 or (zone.title is None and self.others):
            return _STOP
        found = fields_of_date(text, "in the head")
        above = zone.title is not None and any(
            i < zone.title_at for i, role in zone.roles.items() if role[0] == "dateline"
        )
        zone.roles[j] = ("dateline", "date on its own line")
        # The day above the headline may be that on which the page was looked at.
        zone.fields = found + zone.fields if above else zone.fields + found
        zone.mark(2 if self.dates == 1 else 0.5, "a date line")
        return j + 1

    def _words(self, text: str, j: int) -> int:
        """A line of no known kind: headline, caption, short line of the head, or the first of the text."""
        page, zone = self.page, self.zone
        line = page.lines[j]
        # A long line counts only where it starts with the headline or is a caption again.
        close = zone.title is None or self.captions or len(text) < 160 or line.opens(self.title_key)
        key = "" if not close else line.key if len(text) < 2000 else key_of(text[:2000])
        if zone.title is None:
            return self._title(text, j, key)
        if key and key == self.title_key and (k := headline_by_caption(page, zone, j)):
            return self._take_caption(j, k)
        if key and key == self.title_key:
            zone.roles[j] = HEADLINE_AGAIN
            self.again += 1
            if self.again > 4:
                return _STOP
            zone.mark(3 if self.again == 1 else 0.5, "the headline again")
            return j + 1
        if key and ":" in text[:20] and key.endswith(self.title_key) and " " in self.title_key:
            zone.roles[j] = HEADLINE_AGAIN  # `Image: …`
            return j + 1
        if text.count(" ") > 2 and (zone.title or "").casefold().endswith(f": {text.casefold()}"):
            return self._rename(text, j, key)
        if len(text) < 40 and (cues.is_counter(text) or pattern(r"\d{1,3} \d[\d,.]*[kK]?").fullmatch(text)):
            zone.roles[j] = ("furniture", "a counter of the site")
            return j + 1
        if key in self.captions:
            zone.roles[j] = ("furniture", "the caption again")
            return j + 1
        if text.count(" ") >= (2 if page.sentences[j] == j + 2 else 3) and page.doubles(j):
            if is_known_better(page, zone, text, j):
                return self._rename(text, j, key)
            self.captions.add(key or line.key)
            zone.roles[j] = ("caption", "a line that stands twice under the headline")
            zone.roles[j + 1] = ("furniture", "the caption again")
            zone.mark(1.5, "a doubled caption")
            return j + 2
        if self.title_key and key.startswith(self.title_key) and len(key) > len(self.title_key) + 20:
            glued = glue_end(line.text, self.title_key)
            zone.mark(3 if glued else 1.5, "the headline glued to the first paragraph")
            zone.body = True
            return _STOP
        return self._short(text, j, key)

    def _take_caption(self, j: int, k: int) -> int:
        """Take the headline so far, which line `j` says again, for a caption, and line `k` for the headline."""
        zone = self.zone
        zone.roles[zone.title_at] = ("caption", "a line that stands twice, above the headline")
        zone.roles[j] = ("furniture", "the caption again")
        self.captions.add(self.title_key)
        zone.title, zone.title_at, self.title_key = None, -1, ""
        if k < j:
            self._title(self.page.plain[k], k, key_of(self.page.plain[k]))
            self.others -= 1
        return j + 1

    def _rename(self, text: str, j: int, key: str) -> int:
        """Take line `j` for the headline, and all above it for the page's."""
        zone = self.zone
        for i in range(zone.at, j):
            if zone.roles.get(i, ("",))[0] not in ("caption", "dateline", "byline"):
                zone.roles[i] = ("furniture", "a line of the page above the headline")
        zone.title, zone.title_at, self.title_key = text, j, key
        zone.roles[j] = ("headline", "a line in which the title of the page ends")
        return j + 1

    def _title(self, text: str, j: int, key: str) -> int:
        """Take a line for the headline, or for a section's name above it."""
        page, zone = self.page, self.zone
        if j == zone.at and (known := stands_again(page, j)):
            zone.roles[j] = ("furniture", "the page's own title")
            zone.mark(2, "the page's title and the headline in it")
            self.known = known
            return j + 1
        if above := above_headline(page, zone.at, j):
            zone.roles.update((i, ("furniture", why)) for i, why in enumerate(above, j))
            return j + len(above)
        if zone.roles.get(j - 1, ("",))[0] == "byline" and text.count(" ") < 3 and without_post(text)[1]:
            zone.roles[j] = ("byline", "what the writer is at the paper")
            return j + 1
        if named := writer_above(page, zone.at, j):
            name, why = named
            zone.roles[j] = ("byline", why)
            zone.fields.append(("author", name, why))
            return j + 1
        if j == zone.at == 0 and is_bracketed(text):
            self.captions.add(key or page.lines[j].key)
            zone.roles[j] = ("caption", "ends in a photo credit, above the headline")
            return j + 1
        if not can_be_title(page, j):
            return _STOP
        if cues.is_long(text) and not (len(text) < 200 and page.doubles(j)):
            return _STOP
        zone.title, zone.title_at, self.title_key = text, j, key
        zone.roles[j] = ("headline", "the first title-like line")
        if day := dated_title(text):
            zone.fields.append(("published", day[0], "date in the line of the headline"))
            zone.title = day[1]
            self.title_key = key_of(day[1])
            zone.mark(2, "a date in the line of the headline")
            self.dates += 1
        return j + 1

    def _short(self, text: str, j: int, key: str) -> int:
        """Take a caption, names, or another short line under the headline; the text itself ends the zone."""
        page, zone = self.page, self.zone
        if text.count(" ") >= 5 and is_caption(page, j):
            self.captions.add(key or page.lines[j].key)
            zone.roles[j] = ("caption", "ends in a photo credit, under the headline")
        elif cues.is_long(text) and not (
            zone.at == 0 and not zone.fields and self.others < 2 and is_deck(page, j)
        ):
            zone.body = True
            return _STOP
        elif cues.is_long(text):
            self.others += 1
            zone.roles[j] = ("para", "the line between headline and byline")
        elif (
            zone.fields
            and text.count(" ") >= 3
            and can_be_title(page, j)
            and (why := section_or_issuer(page, zone.title_at, j))
        ):
            zone.roles[zone.title_at] = ("furniture", why)
            if is_outlet(zone.title or ""):
                zone.fields.append(("source", zone.title or "", why))
            zone.title, zone.title_at, self.title_key = text, j, key
            zone.roles[j] = ("headline", "the title-like line under the date")
        elif credits := names_of(page, j, zone):
            zone.roles[j] = ("byline", "names in the head")
            zone.fields += [(field, value, "names in the head") for field, value in credits]
        elif leads_on(page, j):
            points = page.lines[j].text[0] != "("
            zone.roles[j] = ("list" if points else "para", "a point or note above the byline")
        elif self.others < 2 and j + 1 < len(page.lines) and goes_on(page, j + 1, self.title_key):
            if is_below_picture(zone, text, j):
                return self._rename(text, j, key)
            self.others += 1
            points = page.lines[j].text.startswith(("* ", "• ", "- "))
            zone.roles[j] = ("list" if points else "para", "short line in the head")
        else:
            return _STOP
        return j + 1


# What takes a line of each kind that a head may have.
_TAKES = {
    "": _Reader._words,
    "rule": _Reader._rule,
    "url": _Reader._address,
    "date": _Reader._date,
    "byline": _Reader._byline,
    "control": _Reader._control,
    "slug": _Reader._slug,
    "site": _Reader._site,
}
