"""One HTML page that loads nothing and runs nothing: text from outside is escaped, and only web addresses, which are
http(s), become an attribute."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator
from itertools import count

from reader.export.material import Entry, Material, heading, imprint
from reader.export.wording import (
    FIGURE_HEADS,
    NoteNames,
    elsewhere,
    figure_cells,
    note_names,
    person_facts,
    whence,
    whereabouts,
)
from reader.model import Located
from reader.notes.tags import unwritten
from reader.text import one_line, printable

_STYLE = """
body { font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem;
  color: #23211d; background: #faf8f3; overflow-wrap: break-word; }
h1, h2 { line-height: 1.25; } h2 { margin-top: 2.5rem; } .quiet { color: #625e55; font-size: .9rem; }
section { margin: 1.5rem 0; } section:target { outline: 2px solid #8a4b08; outline-offset: .5rem; }
a { color: inherit; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8a4b08;
  white-space: pre-line; }
.body { white-space: pre-line; } table { --room: min(64rem, 100vw - 2rem); border-collapse: collapse;
  font-size: .9rem; width: var(--room); margin-inline: calc(50% - var(--room) / 2); }
td:last-child { white-space: nowrap; }
td, th { border-bottom: 1px solid #d9d3c3; padding: .3rem .6rem; text-align: start; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { color: #d8d5cd; background: #1b1d23; }
  .quiet { color: #9b9da6; } td, th { border-color: #3a3f4a; } }
@media print { body { font-size: 11pt; max-width: none; margin: 0; padding: 0; color: #000; background: none; }
  table { --room: 100%; }
  .quiet { color: #444; } h1, h2 { break-after: avoid; } section, blockquote, tr { break-inside: avoid; } }
"""
# The one style sheet is let in by its hash (CSP level 2); everything else stays out.
_POLICY = (
    "default-src 'none'; style-src 'sha256-"
    + base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    + "'"
)

# Text in Arabic or Hebrew stands at the right, as it is read.
_DIR = ' dir="auto"'


def _text(text: str) -> str:
    return html.escape(printable(text).strip())


def _line(text: str) -> str:
    return html.escape(one_line(text))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]


def render(material: Material) -> str:
    """The material as an HTML document."""
    return "\n".join(_document(material)) + "\n"


def _document(material: Material) -> Iterator[str]:
    title = _line(material.title)
    yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield from (f"<title>{title}</title>", f"<style>{_STYLE}</style>", "</head>", "<body>", "<main>")
    yield f"<h1{_DIR}>{title}</h1>"
    names = note_names(material)
    numbers = count(1)
    for entry in material.entries:
        yield from _article(entry, material, names, numbers)
    if material.people:
        yield from ("<h2>People</h2>", "<ul>")
        for person in material.people:
            yield f"<li{_DIR}><strong>{_line(person.name)}</strong>: {_line(person_facts(person))}</li>"
        yield "</ul>"
    if material.figures:
        yield from ("<h2>Figures</h2>", "<table>")
        yield "<tr>" + "".join(f'<th scope="col">{head}</th>' for head in FIGURE_HEADS) + "</tr>"
        for row in material.figures:
            yield "<tr>" + "".join(f"<td{_DIR}>{_line(cell)}</td>" for cell in figure_cells(row)) + "</tr>"
        yield "</table>"
    if material.passages:
        yield "<h2>Passages</h2>"
        for hit in material.sentences:
            yield f"<blockquote{_DIR}>{_text(hit.passage.sentence)}</blockquote>"
            yield f'<p class="quiet">{_line(whence(hit))}</p>'
    yield from ("</main>", "</body>", "</html>")


def _article(entry: Entry, material: Material, names: NoteNames, numbers: Iterator[int]) -> Iterator[str]:
    yield f"<h2{_DIR}>{_line(heading(entry.article))}</h2>"
    facts = [imprint(entry.article), ", ".join(entry.tags)]
    said = [_line(fact) for fact in facts if fact]
    if entry.url:
        said.append(f'<a href="{_line(entry.url)}" rel="noreferrer">{_line(_host(entry.url))}</a>')
    if said:
        yield f'<p class="quiet">{" · ".join(said)}</p>'
    for located in entry.notes:
        yield from _note(next(numbers), located, material, names)


def _note(number: int, located: Located, material: Material, names: NoteNames) -> Iterator[str]:
    note = located.note
    yield f'<section id="note-{number}">'
    if note.anchor.exact:
        yield f"<blockquote{_DIR}>{_text(note.anchor.exact)}</blockquote>"
    if note.body:
        yield f'<p class="body"{_DIR}>{_text(note.body)}</p>'
    tags = ["#" + tag for tag in unwritten(note.tags, note.body)]
    facts = [material.category(note.category), *tags, *note.people, whereabouts(located)]
    said = [_line(fact) for fact in facts if fact]
    for link in note.links:
        if link in names:
            other, name = names[link]
            said.append(f'see <a href="#note-{other}">{_line(name)}</a>')
        else:
            said.append(f"see {_line(elsewhere(link))}")
    if said:
        yield f'<p class="quiet">{" · ".join(said)}</p>'
    yield "</section>"
