"""Web archive text (WET, ISO 28500): records with a head of `WARC-…` fields and the text of a whole page."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.draft import Draft
from reader.parsing.dumps.small import compose_page
from reader.parsing.fields import clean_source
from reader.parsing.lines import Line


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """One article for every record that holds text, or None if there is no record."""
    starts = [i for i, line in enumerate(lines) if line.text.startswith("WARC/") and len(line.text) < 12]
    if not starts or starts[0] > 3:
        return None
    drafts: list[Draft] = []
    waiting: list[Line] = lines[: starts[0]]
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        body = start + 1
        fields = {}
        while body < end and lines[body].gap == 0 and ":" in lines[body].text:
            name, _, value = lines[body].text.partition(":")
            fields[name.lower()] = value.strip()
            body += 1
        if fields.get("warc-type") == "warcinfo" or body >= end:
            waiting += lines[start:end]
            continue
        draft = Draft()
        for line in [*waiting, *lines[start:body]]:
            draft.add(line, "furniture", "head of the record")
        waiting = []
        page = compose_page(text, lines[body:end])
        draft.pieces += page.pieces
        for field in ("title", "published", "author"):
            draft.put(field, getattr(page, field), page.why.get(field, ""))
        address = fields.get("warc-target-uri", "")
        host = address.split("://")[-1].split("/")[0].removeprefix("www.")
        if cues.is_domain(host.lower()):
            draft.put("source", clean_source(host), "address of the record")
        drafts.append(draft)
    if drafts:
        for line in waiting:
            drafts[-1].add(line, "furniture", "head of the record")
    return drafts or None
