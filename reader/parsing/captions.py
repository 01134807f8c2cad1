"""Captions of pictures: lines that say whose picture it is, or open as captions do."""

from __future__ import annotations

from reader.parsing.page import Page
from reader.parsing.patterns import pattern

_LEGENDS = (
    "Image caption", "Media caption", "In this photo", "In this image", "FILE - ", "FILE – ", "FILE — ", "File photo",
)  # fmt: skip


def opens_caption(text: str) -> bool:
    """Whether a line opens as captions do, and no text does."""
    return text[0] in "IMF" and text.startswith(_LEGENDS) and text.count(" ") <= 60


def is_credited(text: str) -> bool:
    """Whether a line says whose picture it tells of, as no text does: `… on Monday. Photo: Harbour Post`."""
    if not 8 < len(text) <= 500:
        return False
    end = text[-80:]
    if end[-1] == "O" and end[-5:] == "PHOTO" and pattern(_CAPITALS).search(end):
        return True
    if not (":" in end or "/" in end):
        return len(text) <= 60 and text[0] in "PpIi" and bool(pattern(_TAKEN_BY).fullmatch(text))
    return bool(pattern(_CREDITED).search(end) or (len(text) <= 80 and pattern(_CREDIT).match(text)))


def is_bracketed(text: str) -> bool:
    """Whether a line ends in a photo credit in brackets that says what it is: `The new quay. (Photo: Ann Ruiz)`."""
    return text[-1] == ")" and bool(pattern(_PICTURE).search(text[-90:]))


def is_caption(page: Page, j: int) -> bool:
    """Whether a line in or near a head is a picture's caption: it ends in a credit, be it a name in brackets alone."""
    text = page.plain[j]
    if len(text) > 600 or page.lines[j].text[0] in "*•" or page.kinds[j] in ("byline", "date"):
        return False
    if text[-1] in ")]" and pattern(_BRACKETED).search(text[-90:]):
        return True
    return is_credited(text) or bool(pattern(_CREDIT_DOTS).search(text[-80:]))


_WHOSE = (
    r"(?i:(?:file |archive )?photo(?:graph)?|image|picture|pic|credits?|foto(?:s|grafía|grafia)?|bild(?:er)?|"
    r"crédito|crédit|zdjęcie|fot\.|фото)(?: credit| courtesy(?: of)?| by)?"
)
_TAKEN_BY = (
    r"(?i:photo(?:graph)?s?|pictures?|images?)(?: (?:credit|courtesy))? (?:by|of|BY) [A-ZÀ-Þ][^.!?:,]{2,40}"
)
_CREDIT = rf"{_WHOSE}: ?[A-ZÀ-ÞА-ЯЁІЇЄ][^.!?:]{{2,60}}$"
_CREDITED = (
    rf"(?:[.!?”\"’)] [(\[]?| [—–] ){_WHOSE}(?:: ?| ?/ ?)[^\W\d][^.!?:]{{1,58}}$"
    r"|[.!?”\"’)] (?:[A-ZÀ-ÞА-ЯЁІЇЄ]{2,12}(?:\.com)?|Reuters|Xinhua|Getty Images)(?: Photo| PHOTO| FOTO)? ?/ ?"
    r"[A-ZÀ-ÞА-ЯЁІЇЄ][^.!?:]{2,50}$"
)
# `Rescuers dig on Thursday. —CONTRIBUTED PHOTO`
_CAPITALS = r"[.!?”\"’)] ?[-–—] ?[A-ZÀ-Þ][A-ZÀ-Þ .'’/&-]{2,40} PHOTO$"
_CREDIT_DOTS = r"Credit ?(?:\.\.\.|…) ?[^.]{2,60}$"
_PICTURE = (
    r"\((?i:(?:file |stock )?(?:photo|image|picture)s?(?: by| credits?| courtesy(?: of)?)?: ?)[^()]{2,50}\)$"
)
_BRACKETED = (
    r"[(\[](?:(?i:photo|image|picture|file|reuters|afp|ap\b|epa|getty|xinhua|courtesy|via|handout|supplied|anadolu)|"
    r"[A-Z][\w.&’'-]*(?: [A-Z&/][\w.&’'/-]*){0,4}(?: via [A-Z][\w ]{2,30})?)[^()\[\]]{0,60}[)\]]$"
)
