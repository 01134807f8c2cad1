"""The pictures of a dumped page: their captions and credits, and the numbers of a gallery."""

from __future__ import annotations

from reader.parsing.patterns import has_digit, pattern


def is_picture(text: str) -> bool:
    """Whether a block is a picture's caption: short, with a credit."""
    if text.count(" ") > 60:
        return False
    if pattern(r"\((?:Photo|Image|Picture|AP Photo|Credit|Getty)[^()]{0,80}\)\.?$").search(text[-100:]):
        return True
    if pattern(_LEGEND, 2).match(text):
        return True
    return text[-1] not in ".!?”" and bool(pattern(_CREDIT, 2).search(text))


def gallery(texts: list[str]) -> dict[int, bool]:
    """The blocks that belong to numbered pictures (`2 of 4 The new quay`): whether each says anything."""
    numbers: dict[str, set[str]] = {}
    found = []
    for i, text in enumerate(texts):
        match = pattern(_NUMBERED, 2).match(text) if has_digit(text[:16]) else None
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
