"""W3C Web Annotations as JSON-LD (Web Annotation Data Model, W3C Recommendation of 23 February 2017).

A note becomes an annotation with a TextQuoteSelector and, when its passage was found, a TextPositionSelector.
Positions count Unicode code points of the article's clean text. A source is `file#index`, percent-encoded.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from reader.export.json import dump
from reader.export.material import Material
from reader.library.wording import amount_text
from reader.model import Located

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def _name(*parts: object) -> str:
    """An IRI that is the same each time the same thing is exported (UUID version 5, RFC 4122)."""
    text = "reader:" + "\0".join(map(ascii, parts))
    return uuid.uuid5(uuid.NAMESPACE_URL, text).urn


def source(article_id: str) -> str:
    """The relative IRI of an article."""
    file, mark, index = article_id.rpartition("#")
    path = file or index
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    encoded = quote(data)
    return encoded + (f"#{index}" if mark else "")


def render(material: Material) -> str:
    """The notes, figures and passages of the material as an AnnotationCollection with one page."""
    items = list(_annotations(material))
    name = _name("collection", material.title, *(item["id"] for item in items))
    page = {"id": _name("page", name), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return dump(
        {
            "@context": CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": material.title,
            "total": len(items),
            "first": page,
        }
    )


def _annotations(material: Material) -> Iterator[dict[str, Any]]:
    known = {
        located.note.id: _name("note", located.note.file, located.note.id) for _, located in material.notes()
    }
    for entry, located in material.notes():
        yield _note(entry.article.id, located, material, known)
    for row in material.figures:
        figure = row.figure
        yield _annotation(
            _name("figure", row.article, figure.start, figure.end),
            "classifying",
            [_body(f"{figure.kind}: {amount_text(figure)}".rstrip(": "), "classifying")],
            _target(row.article, figure.text, figure.start, figure.end),
        )
    for hit in material.passages:
        passage = hit.passage
        offset = passage.start - passage.sentence_start
        exact = passage.sentence[offset : offset + passage.end - passage.start]
        yield _annotation(
            _name("passage", hit.article, passage.start, passage.end),
            "highlighting",
            [],
            _target(hit.article, exact, passage.start, passage.end),
        )


def _note(article: str, located: Located, material: Material, known: dict[str, str]) -> dict[str, Any]:
    note, anchor = located.note, located.note.anchor
    words = [*note.tags, *([material.category(note.category)] if note.category else [])]
    bodies = [_body(note.body, "commenting")] if note.body else []
    bodies += [_body(word, "tagging") for word in words]
    bodies += [_body(name, "identifying") for name in note.people]
    bodies += [
        {"type": "SpecificResource", "source": known[link], "purpose": "linking"}
        if link in known
        else _body(link, "linking")  # the id of a note that is not among these
        for link in note.links
    ]
    target = _target(article, anchor.exact, located.start, located.end, anchor.prefix, anchor.suffix)
    made = _annotation(
        _name("note", note.file, note.id), "commenting" if note.body else "highlighting", bodies, target
    )
    made |= {"created": note.created} if note.created else {}
    made |= {"modified": note.modified} if note.modified else {}
    return made


def _annotation(name: str, motivation: str, bodies: list[dict[str, str]], target: Any) -> dict[str, Any]:
    body = {"body": bodies} if bodies else {}
    return {"id": name, "type": "Annotation", "motivation": motivation, **body, "target": target}


def _body(text: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _target(
    article: str, exact: str, start: int, end: int, prefix: str = "", suffix: str = ""
) -> dict[str, Any]:
    """The passage; a note on the whole article targets its source alone."""
    if not exact:
        return {"source": source(article)}
    quoted = {"type": "TextQuoteSelector", "exact": exact}
    quoted |= {"prefix": prefix} if prefix else {}
    quoted |= {"suffix": suffix} if suffix else {}
    selectors: list[dict[str, Any]] = [quoted]
    if start >= 0:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return {"source": source(article), "selector": selectors}
