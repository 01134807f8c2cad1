"""BibTeX: every article a reference, its notes in `annote`. Special characters of TeX are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from reader.export.material import Entry, Material, heading
from reader.text import one_line, printable

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_TABLE = str.maketrans(_SPECIAL)
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTHS = {f"{number:02}": name for number, name in enumerate(_NAMES, 1)}
_SEMICOLON, _LISTED = re.compile(r"\s*;\s*"), re.compile(r",?\s+and\s+|,\s*|\s+&\s+")
_IN_URL = "%/:=&?~#+!$,;'@()*[]"
_WORD = re.compile(r"[A-Za-z]{4,}")


def escape(text: str) -> str:
    """One line of outside text for a TeX field in braces."""
    return one_line(text).translate(_TABLE)


def render(material: Material) -> str:
    """The articles of the material as BibTeX entries."""
    taken: set[str] = set()
    return "\n".join(_reference(entry, material, taken) for entry in material.entries)


def _reference(entry: Entry, material: Material, taken: set[str]) -> str:
    body = "".join(f",\n  {name} = {value}" for name, value in _fields(entry, material))
    return f"@article{{{_key(entry, taken)}{body}\n}}\n"


def _key(entry: Entry, taken: set[str]) -> str:
    """source, or author, + year + first long word of the title, made unique by a number."""
    article = entry.article
    source = "".join(_WORD.findall(article.source or article.author or ""))[:16].lower()
    word = _WORD.search(article.title or "")
    key = (source or "article") + _year(article.published) + (word[0].lower() if word else "")
    unique, count = key, 1
    while unique in taken:
        count += 1
        unique = f"{key}-{count}"
    taken.add(unique)
    return unique


def _authors(byline: str) -> str:
    """Names as BibTeX parts them, by `and`; what may be one name in reverse (Ruiz, Ana) stays."""
    names = [name.strip() for name in (_SEMICOLON if ";" in byline else _LISTED).split(byline)]
    return " and ".join(names) if ";" in byline or all(" " in name for name in names) else byline


def _year(day: str | None) -> str:
    year = (day or "")[:4]
    return year if len(year) == 4 and year.isascii() and year.isdigit() else ""


def _fields(entry: Entry, material: Material) -> Iterator[tuple[str, str]]:
    article = entry.article
    # BibTeX counts braces even when escaped, so text has none of its own. Double braces keep the capitals of headlines.
    yield "title", f"{{{{{escape(heading(article))}}}}}"
    if article.author:
        yield "author", f"{{{escape(_authors(article.author))}}}"
    if article.source:
        yield "journal", f"{{{escape(article.source)}}}"
    day = article.published or ""
    if _year(day):
        yield "year", f"{{{day[:4]}}}"
        if day[5:7] in _MONTHS:
            yield "month", _MONTHS[day[5:7]]
        yield "date", f"{{{escape(day[:10])}}}"
    if entry.url:  # biblatex reads it as it is: what would end the field is percent-encoded
        yield "url", f"{{{quote(one_line(entry.url), safe=_IN_URL)}}}"
    words = sorted({tag for located in entry.notes for tag in located.note.tags} | set(entry.tags))
    if words:
        yield "keywords", f"{{{escape(', '.join(words))}}}"
    notes = [_note(located.note.anchor.exact, located.note.body) for located in entry.notes]
    if notes:
        yield "annote", "{" + "\n\n".join(notes) + "}"


def _note(exact: str, body: str) -> str:
    quoted = f"``{escape(exact)}''" if exact else ""
    return "\n".join(part for part in (quoted, printable(body).strip().translate(_TABLE)) if part)
