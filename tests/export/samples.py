"""Material for the export tests: one article with every kind of note, and a maker for hostile ones."""

from reader.export import Entry, Material
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.model import Anchor, Article, Figure, Located, Note, Passage

TEXT = "Dam opens\n\nMayor Ana Ruiz opened the dam on Monday. It cost $4.5 million, she said."
QUOTE = "It cost $4.5 million, she said."
START = TEXT.index(QUOTE)
HOSTILE = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "* heading", "#+INCLUDE: /etc/passwd",
    "<script>alert(1)</script>", "[link](javascript:alert(1))", "![x](http://x.example)", "`code`", "~~~", "| cell |",
    "[[file:/etc/passwd]]", "src_sh{rm -rf ~}", "call_x()", "{{{macro}}}", ":PROPERTIES:", "%%(f)", "Local Variables:",
    "COMMENT x", "-*- mode: x -*-", "- item", "1. one",
    "===", "\x1b[31mred\x1b[0m", "\x9b31m", "a\u202eb", "\u2066x", "one\u2028two", "\x07", "    indented",
    "\\input{x} $x$ 5% a_b & c # ^ ~ }{", "&lt;b&gt;", "\ud800", "a\x00b", "\U000e0041", "--- \n# h\n> q", "",
)  # fmt: skip


def article(text: str = TEXT, title: str | None = "Dam opens", **more) -> Article:
    fields = {
        "id": "news/dam.txt#0", "file": "news/dam.txt", "index": 0, "title": title, "published": "2024-03-04",
        "source": "Harbour Wire", "author": "Lena Holm", "blocks": (), "text": text, "digest": "d1",
    }  # fmt: skip
    return Article(**{**fields, **more})


def note(body: str = "Check the sum.", exact: str = QUOTE, **more) -> Note:
    fields = {
        "id": "nabc", "file": "news/dam.txt",
        "anchor": Anchor(exact, TEXT[START - 10 : START], "", START, START + len(exact), len(TEXT)),
        "body": body, "tags": ("money", "to check"), "category": 4, "people": ("Ana Ruiz",),
        "created": "2024-03-05T08:00:00Z", "modified": "2024-03-05T09:00:00Z",
    }  # fmt: skip
    return Note(**{**fields, **more})


def material(**more) -> Material:
    figure = Figure(START + 8, START + 20, "$4.5 million", "money", 4500000.0, "USD", "about", 0.9, "", "dam")
    span = Figure(0, 3, "5 to 10%", "percent", (5, 10), "%")
    fields = {
        "title": "Notes on the dam",
        "entries": (
            Entry(
                article(),
                (
                    Located(note(), START, START + len(QUOTE), "ok"),
                    Located(note("", "Gone from here", id="ndef", category=0, tags=()), -1, -1, "lost"),
                    Located(
                        note("On the whole.", id="nghi", anchor=Anchor(""), links=("nabc",)), 0, 0, "ok"
                    ),
                ),
                ("water",),
            ),
        ),
        "people": (
            PersonEntry("Ana Ruiz", ("Ana Ruiz", "Ruiz"), ("Mayor",), 1, 2, "2024-03-04", "2024-03-04"),
        ),
        "figures": (
            LedgerRow(figure, QUOTE, "news/dam.txt#0", "Dam opens", "2024-03-04", "Harbour Wire"),
            LedgerRow(span, "Up 5 to 10%.", "news/dam.txt#0", "Dam opens", ""),
        ),
        "passages": (
            Hit(
                "news/dam.txt#0",
                "Dam opens",
                "2024-03-04",
                Passage("news/dam.txt#0", START + 3, START + 7, QUOTE, START),
                "Harbour Wire",
            ),
        ),
        "categories": ("important", "question", "quote", "check", "idea"),
    }  # fmt: skip
    return Material(**{**fields, **more})


def hostile(word: str) -> Material:
    """Material in which everything that can come from outside is `word`."""
    figure = Figure(0, 1, word, "money", word, word, "", 1.0, word, word)
    bad = note(word, word or "x", tags=(word,), people=(word,), links=(word,), id=word, created=word)
    return Material(
        word,
        (
            Entry(
                article(word, word, source=word, author=word, published=word, file=word, id=word + "#0"),
                (Located(bad, 0, len(word), "ok"), Located(bad, -1, -1, "lost")),
                (word,),
            ),
        ),
        (PersonEntry(word, (word, "x"), (word,), 1, 1, word, word),),
        (LedgerRow(figure, word, word + "#0", word, word, word),),
        (Hit(word + "#0", word, word, Passage(word + "#0", 0, len(word), word, 0)),),
        (word,) * 5,
    )
