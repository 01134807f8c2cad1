"""Layouts of vendors and programs. Each reader is exact or declines; it is imported when its mark is seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from operator import attrgetter, itemgetter

from reader.parsing.draft import READABLE, Draft, Parsed
from reader.parsing.lines import Line

Reader = Callable[[str, list[Line]], list[Draft] | None]


_YEAR = re.compile(r"(?:19|20)\d\d").search
_FIELD_OF_MAIL = re.compile(r"(?:From|Date|Von|De|Da|Van) ?: ").search


def _is_headed(head: str) -> bool:
    """Whether the first line may name the columns of a table."""
    top = head[:400].lstrip("\n").partition("\n")[0]
    return len(top) < 400 and top.count(" ") < 12 and max(map(top.count, ",;\t")) > 0


def _is_dated(head: str) -> bool:
    """Whether one of the first three lines that are not empty holds a year and is no paragraph."""
    top = [line for line in head[:600].split("\n", 6) if line.strip()][:3]
    return any(len(line) < 200 and _YEAR(line) for line in top)


# Module, name for people, one or three letters that a line must open with (empty: any), a quick mark that must be in
# the text (the whole of it, its start).
_FORMS: tuple[tuple[str, str, frozenset[str], Callable[[str, str], bool]], ...] = (
    (
        "proquest",
        "ProQuest text export",
        frozenset("Ful Pub FUL TEX Tex VOL Vol TES".split()),
        lambda t, h: "Full text:" in t or "Full Text:" in t or "ProQuest" in h,
    ),
    (
        "nexis",
        "LexisNexis text export",
        frozenset(("LEN", "LÄN", "LON")),
        lambda t, h: any(m in t for m in ("LENGTH:", "LÄNGE:", "LENGTE:", "LONGUEUR:")),
    ),
    (
        "nexis_uni",
        "Nexis Uni export",
        frozenset(("Bod", "End", "Fin")),
        lambda t, h: "\nBody" in t or "End of Document" in t or "Ende des Dok" in t or "Fin d" in t,
    ),
    (
        "factiva_codes",
        "Factiva export with field codes",
        frozenset(("HD", "HD ")),
        lambda t, h: "HD" in h and "PD" in h,
    ),
    (
        "factiva",
        "Factiva export",
        frozenset(("Doc", "Dok")),
        lambda t, h: any(m in t for m in ("Document ", "Dokument ", "Documento ")),
    ),
    (
        "newsbank",
        "NewsBank export",
        frozenset("Aut Edi Sec Pag Pap Rec Est Art Ope".split()),
        lambda t, h: any(
            m in t
            for m in (
                "Record Number:",
                "\nRecord: ",
                "printed pages:",
                "Article ID:",
                "OpenURL Link",
                "NewsBank",
            )
        ),
    ),
    ("warc", "web archive text", frozenset(("WAR",)), lambda t, h: "WARC/" in h),
    ("story", "story with highlights", frozenset(("@hi",)), lambda t, h: "@highlight" in t),
    ("alerts", "Google Alerts", frozenset(), lambda t, h: "Flag as irrelevant" in h),
    ("alerts", "Google Alerts", frozenset(("===",)), lambda t, h: " new result" in h),
    (
        "mime",
        "mail in parts",
        frozenset(("Con", "CON", "con")),
        lambda t, h: bool(re.search(r"(?mi)^(?:from|content-type|mime-version)[ :]", h)),
    ),
    (
        "mail",
        "mail digest",
        frozenset("Sub Bet Obj Asu Ogg Ass Ond".split()),
        lambda t, h: bool(_FIELD_OF_MAIL(h)),
    ),
    ("channel", "messages of a channel", frozenset(), lambda t, h: ", [" in h[:400]),
    (
        "channel",
        "messages of a channel",
        frozenset(["[", *"0123456789\u200e\u200f", *"Dat dat DAT Tim Pos Pub Fec Дат الت".split()]),
        lambda t, h: True,
    ),
    (
        "columns",
        "text in columns",
        frozenset(),
        lambda t, h: "   " in h and h.count("   ") > 8 and len(re.findall(r"\S {3,}\S", h)) >= 8,
    ),
    (
        "citations",
        "references",
        frozenset(("TY ", "%0 ")),
        lambda t, h: h.lstrip()[:2] in ("TY", "%0"),
    ),
    ("table", "table of articles", frozenset(), lambda t, h: _is_headed(h)),
    (
        "subtitles",
        "subtitles",
        frozenset([*"0123456789", "WEB"]),
        lambda t, h: (">" in h and "-->" in h) or bool(re.search(r"\n0:\d\d\n", h)),
    ),
    ("press_list", "press list", frozenset("0123456789"), lambda t, h: True),
    ("press_page", "page of a press database", frozenset(), lambda t, h: _is_dated(h) or " • " in h),
    ("records", "JSON records", frozenset(), lambda t, h: h.lstrip()[:1] in ("{", "[")),
    ("feed", "feed", frozenset(), lambda t, h: h.lstrip()[:1] == "<"),
    ("markup", "markup", frozenset(), lambda t, h: h.lstrip()[:1] in ("<", "{")),
)


_OPENINGS = frozenset().union(*(opening for _, _, opening, _ in _FORMS))
_TEXT, _OPENING = attrgetter("text"), itemgetter(slice(3))


def recognise(text: str, lines: list[Line]) -> Parsed | None:
    """What the first fitting reader makes of a text and its lines, or None if it is in no vendor's layout."""
    head = text[:6000]
    openings = set(map(_OPENING, map(_TEXT, lines)))
    openings |= {opening[0] for opening in openings}
    openings &= _OPENINGS
    for module, name, opening, seen in _FORMS:
        if (not opening or (openings and not opening.isdisjoint(openings))) and seen(text, head):
            read: Reader = import_module(f"reader.parsing.formats.{module}").read
            drafts = read(text, lines)
            if drafts and any(piece.role in READABLE for draft in drafts for piece in draft.pieces):
                return Parsed(name, f"{len(drafts)} documents", drafts)
    return None
