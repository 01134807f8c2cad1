"""Layouts of vendors and programs. Each reader is exact or declines; it is imported when its mark is seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from reader.parsing.draft import Draft, Parsed

# Module, name for people, a quick mark that must be in the text (the whole of it, its start).
_FORMS: tuple[tuple[str, str, Callable[[str, str], bool]], ...] = (
    (
        "proquest",
        "ProQuest text export",
        lambda t, h: "Full text:" in t or "Full Text:" in t or "ProQuest" in h,
    ),
    (
        "nexis",
        "LexisNexis text export",
        lambda t, h: any(m in t for m in ("LENGTH:", "LÄNGE:", "LENGTE:", "LONGUEUR:")),
    ),
    ("nexis_uni", "Nexis Uni export", lambda t, h: "\nBody" in t or "End of Document" in t),
    ("factiva_codes", "Factiva export with field codes", lambda t, h: "HD" in h and "PD" in h),
    ("factiva", "Factiva export", lambda t, h: any(m in t for m in ("Document ", "Dokument ", "Documento "))),
    ("warc", "web archive text", lambda t, h: "WARC/" in h),
    ("story", "story with highlights", lambda t, h: "@highlight" in t),
    ("mail", "mail digest", lambda t, h: "Subject: " in h and ("From: " in h or "Date: " in h)),
    ("press_list", "press list", lambda t, h: re.search(r"(?m)^\d{1,4}\. ", h) is not None),
    ("markup", "markup", lambda t, h: h.lstrip()[:1] in ("<", "{", "[")),
)


def recognise(text: str) -> Parsed | None:
    """What the first fitting reader makes of a text, or None if it is in no vendor's layout."""
    head = text[:6000]
    for module, name, seen in _FORMS:
        if seen(text, head):
            read: Callable[[str], list[Draft] | None] = import_module(f"reader.parsing.formats.{module}").read
            drafts = read(text)
            if drafts:
                return Parsed(name, f"{len(drafts)} documents", drafts)
    return None
