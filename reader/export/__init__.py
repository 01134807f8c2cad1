"""Notes, people, figures and passages in other formats.

`export(name, material)` gives the whole text of a document; `FORMATS` says which there are. A format is a
module with `render(material) -> str`, loaded when it is first used. Text from outside is made harmless for the
place it is written to: no format lets it become markup, a formula or a command.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from reader.export.material import Entry, Material

__all__ = ["FORMATS", "Entry", "Format", "FormatError", "Material", "export", "file_bytes", "format_named"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the `name` of its module, with its other names, file `suffix` and one line `about` it."""

    name: str
    aliases: tuple[str, ...]
    suffix: str
    about: str


# By it spreadsheets know that a file is UTF-8. What goes to a pipe has none.
_SPREADSHEET_MARK = "\ufeff"
_ALL = (
    Format("markdown", ("md",), ".md", "headings, quotations, lists: for notes programs"),
    Format("html", (), ".html", "one page that opens in a browser"),
    Format("org", (), ".org", "Emacs Org mode"),
    Format("csv", (), ".csv", "one table for a spreadsheet"),
    Format("json", (), ".json", "everything, can be read back"),
    Format("w3c", ("jsonld",), ".jsonld", "W3C Web Annotations (JSON-LD)"),
    Format("bibtex", ("bib",), ".bib", "the articles as references, notes as annotations"),
    Format("readwise", (), ".csv", "a table that Readwise imports"),
)
#: Every format by its name.
FORMATS: dict[str, Format] = {item.name: item for item in _ALL}
_BY_ALIAS = {alias: item for item in _ALL for alias in (item.name, *item.aliases)}


class FormatError(ValueError):
    """There is no such format."""


def format_named(name: str) -> Format:
    """The format called `name`, by any of its names. Raises: FormatError, which lists those there are."""
    found = _BY_ALIAS.get(name.lower())
    if found is None:
        raise FormatError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return found


def export(format: str, material: Material) -> str:
    """`material` as a document of `format` (a name or alias). Raises: FormatError."""
    module = import_module(f"reader.export.{format_named(format).name}")
    text: str = module.render(material)
    return text


def file_bytes(format: str, text: str) -> bytes:
    """A document of `format`, "" for another, as the bytes of a file."""
    mark = _SPREADSHEET_MARK if format == "csv" else ""
    return (mark + text).encode("utf-8", "replace")
