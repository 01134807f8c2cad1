"""Heads made of labels (`Title: …`, `---DATE---`) and bylines, in one line or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.bylines import is_byline
from reader.parsing.head import Zone
from reader.parsing.label_lines import label_like, label_of, section_mark
from reader.parsing.page import Page
from reader.parsing.patterns import pattern

if TYPE_CHECKING:
    from reader.model import Role

_FRONT_MATTER = 60  # lines of it that are looked at


def names_title(page: Page, j: int) -> bool:
    """Whether a label run at line `j` brings its own title: the head of the next article."""
    for k in range(j, min(j + 6, len(page.lines))):
        pair = label_of(page.plain[k])
        if pair and pair[0] == "title":
            return True
    return False


def read_byline(page: Page, j: int, zone: Zone) -> int:
    """Take a byline, in one line or in several (`By` / name / and / name); the number of the next line."""
    text = page.plain[j]
    zone.mark(1.5, "a byline")
    if text.lower().rstrip(":") != "by":
        zone.roles[j] = ("byline", "names after By")
        zone.fields.append(("author", text, "byline in the head"))
        return j + 1
    zone.roles[j] = ("byline", "names after By")
    names: list[str] = []
    j += 1
    while j < len(page.lines) and page.lines[j].gap == 0 and len(names) < 8:
        word = page.plain[j]
        if page.kinds[j] == "date" or len(word) > 60:
            break
        if word.lower() not in ("and", "&", ",") and not is_byline("By " + word):
            break
        names.append(word)
        zone.roles[j] = ("byline", "names after By")
        j += 1
    zone.fields.append(("author", " ".join(names), "byline in the head"))
    return j


def _front_matter_end(page: Page, j: int) -> int:
    """The number of the rule line that ends the YAML front matter whose first line is `j`; `j` when there is none."""
    if not j or page.lines[j - 1].text != "---":
        return j
    for k in range(j, min(j + _FRONT_MATTER, len(page.lines))):
        line = page.lines[k]
        if line.gap:
            return j
        if line.text in ("---", "..."):
            return k
        if not line.indent and not pattern(r"[\w .-]{1,40}:(?: |$)|- |#").match(line.text):
            return j
    return j


def read_labels(page: Page, j: int, zone: Zone) -> int:
    """Take a run of `Label: value` lines and `---LABEL---` marks; the number of the line after it, or `j`."""
    run, k = _label_run(page, j, zone)
    fields = {field for _, field, _ in run}
    known = len([1 for _, field, _ in run if field != "other"])
    strong = ("title" in fields and known >= 2) or known >= 3
    if zone.title is not None and len(run) >= 3 and ("author" in fields or "source" in fields):
        strong = True  # a run of labels under a headline
    if not strong and not (j == zone.at and run and run[0][1] == "title" and run[0][2]):
        for i in [n for n in zone.roles if n >= j]:
            del zone.roles[i]
        zone.values = {n: value for n, value in zone.values.items() if n < j}
        if zone.lead > j:
            zone.lead = -1
        return j
    zone.mark(4 if strong else 2.5, "a run of labels with a title" if strong else "a title label")
    for number, field, value in run:
        if field == "title" and zone.title is None and value:
            zone.title, zone.title_at = value, number
        zone.roles[number] = _ROLES.get(field if value else "", ("furniture", "label of a field"))
        if zone.roles[number][0] == "headline" and number != zone.title_at:
            zone.roles[number] = ("furniture", "label of a field")
        if field in ("caption", "summary") and value:
            zone.values[number] = value
        zone.fields.append((field, value, "value of a label"))
    zone.body = True
    return k


def read_label(page: Page, j: int, zone: Zone) -> int:
    """Take a lone label at a headline that names author or paper; the number of the next line, or `j`."""
    pair = label_of(page.plain[j])
    heads = zone.title is not None or (j == zone.at and _is_headed(page, j + 1))
    if not heads or pair is None or pair[0] not in ("author", "source") or not 0 < len(pair[1]) <= 60:
        return j
    if zone.title is None:
        zone.mark(1.5, "a label above the headline")
    zone.roles[j] = _ROLES.get(pair[0], ("furniture", "label of a field"))
    zone.fields.append((*pair, "value of a label"))
    return j + 1


def _is_headed(page: Page, j: int) -> bool:
    """Whether a headline stands on line `j` right above its text."""
    if j + 1 >= len(page.lines) or page.kinds[j] or page.plain[j].count(" ") < 3:
        return False
    return (
        cues.is_title(page.plain[j]) and not cues.is_long(page.plain[j]) and cues.is_long(page.plain[j + 1])
    )


# Roles of lines that hold a label's value.
_ROLES: dict[str, tuple[Role, str]] = {
    "title": ("headline", "value of a title label"),
    "caption": ("caption", "value of a caption label"),
    "summary": ("para", "value of a summary label"),
    "author": ("byline", "value of an author label"),
    "published": ("dateline", "value of a date label"),
}


def _label_run(page: Page, j: int, zone: Zone) -> tuple[list[tuple[int, str, str]], int]:
    """The (line, field, value) of the labels from line `j` on, and the number of the line behind them.

    Gives `zone` the roles of lines that hold no value, and the line that opens the body behind its label.
    """
    plain, lines = page.plain, page.lines
    run: list[tuple[int, str, str]] = []
    k = j
    front = _front_matter_end(page, j)
    while k < len(lines) and k < max(j + 30, front):
        if page.kinds[k] == "rule" and run and lines[k].gap == 0:
            zone.roles[k] = ("furniture", "rule line")
            k += 1
            continue
        if mark := _section_mark(page, k):
            zone.roles[k] = ("furniture", "label of a field")
            k += 1
            if mark == "body":
                run.append((k - 1, "body", ""))
                break
            if k < len(lines) and not section_mark(plain[k]):
                run.append((k, mark, plain[k]))
                k += 1
            continue
        pair = label_of(plain[k]) or _further_label(page, k, run)
        if pair is None and k < front:
            zone.roles[k] = ("furniture", "front matter")
            k += 1
            continue
        if pair is None or (run and lines[k].gap > 1):
            break
        field, value = pair
        if field == "title" and any(known == "title" and told for _, known, told in run):
            break  # the next article's
        if field == "body":
            if not value:
                run.append((k, field, value))
                k += 1
            elif run and lines[k].text.endswith(value):
                zone.lead, zone.label = k, len(lines[k].text) - len(value)
            break
        if not value and (end := _values_end(page, k)) > k + 1:
            zone.roles.update((n, ("furniture", "label of a field")) for n in range(k, end))
            run.append((k + 1, field, plain[k + 1]))
            k = end
            continue
        run.append((k, field, value))
        k += 1
    return run, k


def _section_mark(page: Page, k: int) -> str | None:
    return section_mark(page.plain[k]) if len(page.plain[k]) < 40 else None


def _further_label(page: Page, k: int, run: list[tuple[int, str, str]]) -> tuple[str, str] | None:
    """A label that nobody knows, inside a run of known ones: `top_image: …`."""
    above = page.kinds[k - 1] if k else ""
    begins = (
        above in ("date", "byline")
        and ":" in page.plain[k - 1]
        and page.kinds[k + 1 : k + 3] == ["label"] * 2
    ) or (run and page.kinds[k + 1 : k + 2] == ["label"])
    if (len(run) < 2 and not begins) or page.lines[k].gap or len(page.plain[k]) > 400:
        return None
    pair = label_like(page.plain[k])
    if pair is None:
        return None
    return ("source" if pair[0] == "from" and "@" not in pair[1] else "other"), pair[1]


def _values_end(page: Page, k: int) -> int:
    """Behind which line the values end that stand under the label alone on line `k`, up to the next label."""
    end = k + 1
    while end < min(len(page.lines), k + 8) and page.lines[end].gap == 0 and page.plain[end][-1] not in ":：":
        if cues.is_long(page.plain[end]) or page.kinds[end] in ("rule", "label"):
            break
        end += 1
    return end
