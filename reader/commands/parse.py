"""Split raw files into clean articles.

What you have put right in the articles of a library (`reader correct`) is right here too, but with --as-read and
--explain. With --json every article is one JSON object on a line; with --explain the encoding, the form and the reason
for every block are told in words. `-` reads the standard input.

  reader parse --explain scraped.txt
  reader parse --json *.txt | jq -r .title
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE

if TYPE_CHECKING:
    from reader.model import Article


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="raw text files; - is the standard input")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object a line for every article")
    parser.add_argument("--as-read", action="store_true", help="without what you have put right")
    shape.add_argument("--explain", action="store_true", help="what was found, and why, block by block")


def run(options: argparse.Namespace) -> int:
    """Parse every file; 3 if some could not be read, 1 if there was nothing in any of them."""
    from reader.cli.put_right import choices_of
    from reader.parsing import ParseError, check_text, parse_bytes, parse_records, read_bytes

    bad = found = 0
    for name in options.files:
        try:
            data = check_text(sys.stdin.buffer.read(), name) if name == "-" else read_bytes(name)
        except ParseError as error:
            complain(error)
            bad += 1
            continue
        choices = None if options.as_read or options.explain or name == "-" else choices_of(name)
        if options.explain:
            found += _explain(data, name)
        elif choices is not None:
            from reader.library.errata.parsed import articles_of
            from reader.parsing.build import record

            for article in articles_of(data, name, choices):
                emit(record(article)) if options.json else say(_plain(article))
                found += 1
        elif options.json:
            for made in parse_records(data, file=name):
                emit(made)
                found += 1
        else:
            for article in parse_bytes(data, file=name):
                say(_plain(article))
                found += 1
    return UNREADABLE if bad else DONE if found or options.json else NOTHING


def _plain(article: Article) -> str:
    from reader.model import READABLE

    head = [x for x in (article.source, article.published, article.author) if x]
    lines = [article.title or "(no headline)"]
    if head:
        lines.append(" · ".join(head))
    lines += [b.text for b in article.blocks if b.role in READABLE or b.role == "caption"]
    return "\n\n".join(lines) + "\n"


def _explain(data: bytes, name: str) -> int:
    from reader.parsing import PARSER_VERSION, analyse, decode
    from reader.parsing.build import build

    decoded = decode(data)
    say(f"{name}: {decoded.encoding}" + "".join(f"; {repair}" for repair in decoded.repairs))
    parsed = analyse(decoded.text)
    say(f"  parser {PARSER_VERSION}; form: {parsed.form} ({parsed.why})")
    articles = build(decoded.text, parsed.drafts, name)
    for article, draft in zip(articles, parsed.drafts):
        say(f"  article {article.index}: border: {draft.why.get('border') or 'start of the file'}")
        for field in ("title", "published", "source", "author"):
            value = getattr(article, field)
            say(f"    {field}: {value or '-'}" + (f"  ({draft.why[field]})" if field in draft.why else ""))
        for block in article.blocks:
            text = block.text if len(block.text) <= 60 else block.text[:57] + "..."
            say(f"    {block.raw_start:>7}-{block.raw_end:<7} {block.role:<10} {text}  ({block.reason})")
    return len(articles)
