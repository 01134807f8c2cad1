"""Names in the head of an article that no By announces: who wrote it, and for which paper."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.captions import is_caption
from reader.parsing.credit import is_outlet, is_person, is_writer
from reader.parsing.dateline import opens_with_dateline
from reader.parsing.head import Zone
from reader.parsing.page import Page
from reader.parsing.patterns import pattern


def names_of(page: Page, j: int, zone: Zone) -> list[tuple[str, str]]:
    """(field, value) of a line of names: an outlet under a byline, or who wrote it, and where, above the date."""
    text = page.plain[j]
    if len(text) > 80 or j + 1 >= len(page.lines) or text.count(" ") > 8:
        return []
    k = j + 1
    while (
        k < j + 3
        and k + 1 < len(page.lines)
        and (page.plain[k][0] == "@" or page.kinds[k] == "site" or page.plain[k] in "|·•")
    ):
        k += 1  # how the writer is called elsewhere, and buttons
    if text.startswith(_BY) and (name := text.partition(" ")[2]) and is_person(name):
        beside = page.kinds[j - 1] == "date" or page.kinds[j + 1] == "date"
        if (beside or text[0].islower()) and is_writer(name):
            return [("author", name)]
    text, post = without_post(text)
    above = next((n for n in range(j - 1, zone.at - 1, -1) if page.kinds[n] != "site"), -1)
    named = above - (above > 0 and page.plain[above][0] == "@")  # above what the writer is called elsewhere
    before = page.kinds[above] if above >= 0 else ""
    ends = page.kinds[k] in ("date", "site") or cues.is_long(page.plain[k])
    if zone.roles.get(named, ("",))[0] == "byline":
        if post and ends and not text:
            return [("", page.plain[j])]
        outlet, _, place = text.partition(", ")
        ends = bool(outlet) and (ends or outlet.count(" ") < 3)
        return [("source", outlet)] if ends and is_outlet(outlet) and place.count(" ") < 3 else []
    placed = page.plain[k].isupper() and k + 1 < len(page.lines) and cues.is_long(page.plain[k + 1])
    # A short line above the text may be a subhead, but none stands right under the day, nor is it a name.
    under = before == "date" and (
        placed
        or is_caption(page, k)
        or (
            (ends or is_outlet(page.plain[j + 1]))
            and may_be_writer(page, j)
            and text not in page.plain[j + 1 : j + 60]
        )
    )
    dated = page.kinds[k] == "date" or cues.is_counter(page.plain[k])  # or how long it takes to read
    alone = j - 1 == zone.title_at and stands_alone(page, j)
    if not dated and not (ends and post) and not under and not alone:
        return []
    paper = pattern(r" \([A-Z][^()]{2,30}\)$").sub("", text)  # and where it is printed
    if is_outlet(paper):
        return [("source", paper)]
    name, _, outlet = text.replace(" / ", ", ").replace(" in ", ", ", dated).partition(", ")
    if not is_person(name):
        return []
    if outlet and not is_outlet(outlet):  # where they are
        placed = outlet[0].isupper() and outlet.count(" ") < 2 and is_writer(name)
        return [("author", name)] if placed and dated else []
    return [("author", name), *([("source", outlet)] if outlet else [])]


# By, as other languages open a byline with it.
_BY = tuple(word for by in ("di ", "door ", "av ", "af ") for word in (by, by.capitalize()))


def may_be_writer(page: Page, j: int) -> bool:
    """Whether a line between day and text is a writer's name: two or three words, no place or section among them."""
    text = page.plain[j]
    if not 1 <= text.count(" ") <= 2 or not is_writer(text):
        return False
    return j + 1 < len(page.lines) and page.lines[j].gap <= page.lines[j + 1].gap + 1


def stands_alone(page: Page, j: int) -> bool:
    """Whether a line right above the text is a writer's name: one of a person whom the text does not name."""
    if j + 1 >= len(page.lines) or not cues.is_long(page.plain[j + 1]) or not may_be_writer(page, j):
        return False
    last = page.plain[j].rpartition(" ")[2]
    return len(last) > 2 and not any(last in text for text in page.plain[:j] + page.plain[j + 1 : j + 60])


def writer_above(page: Page, at: int, j: int) -> tuple[str, str] | None:
    """(name, why) of line `j` above the headline or text of a head that starts at line `at`, if it is who wrote it."""
    if page.plain[j].count(" ") < 6 and (name := _called(page, j)):
        return name, "a name, and what its bearer is called elsewhere"
    if j == at == 0 and stands_alone(page, j) and _opens_placed(page.plain[j + 1]):
        return page.plain[j], "a name above the text"
    return None


def _called(page: Page, j: int) -> str:
    """The name on line `j`, if there or under it stands what its bearer is called on a network, `@annruiz`; else ""."""
    under = page.plain[j + 1] if j + 1 < len(page.lines) else ""
    if under[:1] == "@" and pattern(r"@[\w.-]{2,40}").fullmatch(under):
        return page.plain[j]
    text = page.plain[j]
    match = pattern(r"([^@]{2,40}) \(?@[\w.-]{2,40}\)?").fullmatch(text) if "@" in text else None
    return match[1] if match else ""


def _opens_placed(text: str) -> bool:
    """Whether a paragraph opens with the place in capitals where it was written."""
    return opens_with_dateline(text) or bool(pattern(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}: ").match(text))


def without_post(text: str) -> tuple[str, bool]:
    """A line of names without what the writer is at the paper, and whether that stood there: `…, Staff Writer`."""
    bare = pattern(_POST, 2).sub("", text) if text[-1] in "rstRST" else text
    return bare, bare != text


_POST = (
    r"(?:^|,? |, the )(?:(?:staff|senior|special|chief|political|business|sports?|associate|contributing|crime|"
    r"education|health|court|environment|data|local democracy|community|news|investigations?) )?"
    r"(?:writers?|reporters?|correspondents?|columnist|editor)$"
)
