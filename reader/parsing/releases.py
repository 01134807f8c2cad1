"""What stands on top of a press release: the line that says so, and the address of who issues it."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.head import Zone
from reader.parsing.page import Page
from reader.parsing.patterns import pattern
from reader.parsing.zone_lines import headline_follows


def heads_release(page: Page, zone: Zone, j: int) -> bool:
    """Whether line `j` is what stands on top of a press release, in the head read so far."""
    kind = page.kinds[j]
    return (
        (zone.title is None or bool(kind and not zone.fields))
        and kind in ("", "site", "date", "label")
        and _is_release(page.plain[j], kind)
        and (bool(kind and zone.title is None) or headline_follows(page, j))
    )


def hide_issuer(zone: Zone, j: int) -> None:
    """Take all above line `j`, which heads a release, for who issues it."""
    for i in range(zone.at, j):
        if zone.roles.get(i, ("",))[0] not in ("furniture", "dateline"):
            zone.roles[i] = ("furniture", "who issues the release")
    zone.title, zone.title_at = None, -1
    zone.mark(1.5, "the head of a press release")


def take_head(page: Page, zone: Zone, j: int) -> int:
    """Hide line `j`, which heads a release, with the address that it opens; the number of the line after them."""
    zone.roles[j] = ("furniture", "head of a press release")
    if page.kinds[j] == "label":
        while j + 1 < len(page.lines) and _is_address(page, j + 1):
            j += 1
            zone.roles[j] = ("furniture", "whom to ask about the release")
    return j + 1


def _is_release(text: str, kind: str) -> bool:
    """Whether a line heads a press release: `For immediate release: 3 May 2021`, `News release`, `Media contact: …`."""
    if len(text) > 90 or not (kind or text[text.rfind(" ") + 1 :].casefold() in _LAST):
        return False
    match = pattern(_RELEASE, 2).search(text)
    if match is None or (kind == "label" and match.start()):  # `Source: press release` names where it is from
        return False
    return bool(kind) or (match.end() == len(text) and match.start() <= 40)


_LAST = frozenset(
    "release statement pressemitteilung medienmitteilung presse prensa imprensa stampa persbericht".split()
)
_RELEASE = (
    r"\b(?:for (?:immediate )?release|(?:news|press|media) (?:release|statement|contacts?)|public release)\b"
    r"|^contacts?:|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse"
    r"|comunicado de (?:prensa|imprensa)|nota de prensa|comunicato stampa|persbericht"
)


def _is_address(page: Page, j: int) -> bool:
    """Whether a line goes on with the name, telephone and address that the line above opens."""
    text = page.plain[j]
    if page.lines[j].gap or len(text) > 80 or cues.is_long(text):
        return False
    under = page.plain[j + 1] if j + 1 < len(page.lines) else ""
    heads = text.count(" ") >= 4 and "@" not in text and under and cues.is_long(under) and cues.is_title(text)
    return not heads
