"""The query language: words "exact phrases" -not or, ( ), /regex/ and name:value fields.

    query  = all { ("or" | "|") all }         all  = part { ["AND"] part }
    part   = ["-" | "NOT"] ( "(" query ")" | "phrase" | /regex/[c] | field:value | comparison | word[*] )

A comparison such as money>10m is short for figure:money>10m.

Everything else is a word, so that any text can be searched; only what looks like an operator gone wrong
is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.folding import fold_text
from reader.library.query.scanning import Token, scan_tokens
from reader.library.query.slips import field_meant, state_meant
from reader.library.query.tokens import takes_endings, tokens
from reader.library.query.tree import (
    All,
    Amount,
    Days,
    Either,
    Field,
    Node,
    Not,
    Pattern,
    Query,
    QueryError,
    Words,
)

if TYPE_CHECKING:
    # What a query of plain words does not need is imported where it is first used: a search starts sooner.
    from datetime import date

#: Field names with one line of help each, in the order they are offered.
FIELDS = {
    "person": 'a person, under any spelling; ="NAME": of just this name',
    "source": "name of the source",
    "author": "name in the byline",
    "tag": "tag of an article or note; it may end in *",
    "note": "words in notes; note:* for any",
    "category": "category of a note by name or number; category:* for any",
    "is": "unread, read, starred, noted, corrected, copy, watched",
    "after": "published later than a day",
    "before": "published earlier than a day",
    "on": "published on a day, in a month or year, or 2023..2024",
    "since": "published on a day or later",
    "until": "published on a day or earlier",
    "figure": "a figure, as in money>10m, percent>=50, km<3",
    "kind": "has a figure of this kind",
    "file": "part of the file name",
    "title": "words of the title; the last may end in *",
    "text": "words of the text, also where people are looked for",
}
#: Those of them whose value is a day.
DAY_FIELDS = ("after", "before", "on", "since", "until")
STATES = ("unread", "read", "starred", "noted", "corrected", "copy", "watched")
_DEPTH = 50
_SHORTEST = 3  # letters from which a word that is being typed counts


def parse_query(text: str, *, typing: bool = False, today: date | None = None) -> Query:
    """The meaning of `text`; raises QueryError that points at the wrong word.

    `typing`: the query is still being typed, so its last word matches as a beginning, in a phrase too.
    """
    reader = _Reader(text, list(scan_tokens(text)), typing, today)
    root = reader.either(0)
    if reader.at < len(reader.tokens):
        wrong = reader.tokens[reader.at]
        raise QueryError("this bracket closes nothing", wrong.start, wrong.end)
    return Query(text, root)


class _Reader:
    """Recursive descent over the tokens."""

    def __init__(self, text: str, found: list[Token], typing: bool, today: date | None) -> None:
        self.text, self.tokens, self.typing, self.today = text, found, typing, today
        self.at = 0

    def either(self, depth: int) -> Node:
        parts = [self.all(depth)]
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "or":
            sign = self.tokens[self.at]
            self.at += 1
            following = self.all(depth)
            if following == All(()) and self.typing:
                continue
            if following == All(()) or parts[-1] == All(()):
                raise QueryError(
                    f"{sign.value!r} stands between two things; quote it to search for the word",
                    sign.start,
                    sign.end,
                )
            parts.append(following)
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def all(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.at < len(self.tokens) and self.tokens[self.at].kind not in ("or", "close"):
            sign = self.tokens[self.at]
            if sign.kind == "and":
                self.at += 1
                if not self.typing and (not parts or self._ends()):
                    raise QueryError(
                        f"{sign.value!r} stands between two things; quote it to search for the word",
                        sign.start,
                        sign.end,
                    )
                continue
            parts.append(self.part(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _ends(self) -> bool:
        """Whether nothing that can be looked for comes next."""
        return self.at >= len(self.tokens) or self.tokens[self.at].kind in ("or", "and", "close")

    def part(self, depth: int) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        if depth > _DEPTH:
            raise QueryError("too many brackets inside each other", token.start, token.end)
        if token.kind == "not":
            return self.negation(token, depth)
        if token.kind == "open":
            return self.group(token, depth)
        if token.kind == "pattern":
            from reader.library.query.patterns import check_pattern

            check_pattern(token.value, token.start + 1)
            return Pattern(token.value, token.flag == "c", token.start, token.end)
        if token.flag == "unclosed" and not self.typing:
            raise QueryError("this quote is not closed", token.start, token.end)
        if token.field:
            return self.field(token)
        if token.kind == "word" and any(sign in token.value for sign in "<>="):
            from reader.library.query.amounts import is_comparison, parse_amount

            if is_comparison(token.value):
                return parse_amount(token.value, token.start)
            name, equals, value = token.value.partition("=")
            if equals and value and name.lower() in FIELDS:
                meant = f"did you mean {name.lower()}:{value}?"
                raise QueryError(f"{meant} Quote it to search for the text", token.start, token.end)
        self._refuse_gaps(token)
        return self.words(token, token.value)

    def _refuse_gaps(self, token: Token) -> None:
        """`money > 10m` is three words that no article has, and never meant so."""
        following = self.tokens[self.at : self.at + 2]
        if len(following) < 2 or {each.kind for each in (token, *following)} != {"word"}:
            return
        sign, amount = following[0].value, following[1].value
        if sign in ("<", ">", "<=", ">=") and amount.lstrip("$€£¥₹-")[:1].isdecimal():
            meant = f"{token.value}{sign}{amount}"
            raise QueryError(
                f"a comparison has no gaps: {meant}. Quote it to search for the text",
                token.start,
                following[1].end,
            )

    def negation(self, token: Token, depth: int) -> Node:
        if self._ends():
            if self.typing and token.value == "NOT":
                return All(())
            sign = "the minus" if token.end - token.start == 1 else repr(token.value)
            raise QueryError(f"nothing follows {sign}", token.start, token.end)
        inner = self.part(depth + 1)
        return inner if inner == All(()) else Not(inner)

    def group(self, token: Token, depth: int) -> Node:
        inner = self.either(depth + 1)
        if self.at >= len(self.tokens):
            raise QueryError("this bracket is not closed", token.start, token.end)
        closing = self.tokens[self.at]
        self.at += 1
        if inner == All(()):
            raise QueryError("nothing stands between the brackets", token.start, closing.end)
        return inner

    def words(self, token: Token, value: str) -> Node:
        begun = self._is_begun(token)
        before, _, last = value.rpartition(" ")
        if begun and len(last) < _SHORTEST and last.isascii() and (last.isalpha() or not last):
            if not before:
                return All(())  # nearly every text has words that begin like that
            begun, value = False, before
        if begun and not any(map(str.isalnum, value)):
            return All(())  # a sign that something is to follow
        starred = token.kind == "word" and len(value) > 1 and value.endswith("*")
        bare = value[:-1] if starred else value
        literal = fold_text(bare).strip()
        if not literal:
            raise QueryError("nothing stands between the quotes", token.start, token.end)
        words = tokens(bare)
        prefix = begun or starred or token.flag == "*" or takes_endings(words)
        return Words(words, literal, prefix, token.start, token.end)

    def _is_begun(self, token: Token) -> bool:
        """Whether the word or phrase taken last is still being typed."""
        last = self.typing and self.at == len(self.tokens) and token.end == len(self.text)
        return last and (token.kind == "word" or token.flag == "unclosed")

    def field(self, token: Token) -> Node:
        name, value, start, end = token.field, token.value.strip(), token.start, token.end
        at = start + len(name) + 1
        if name not in FIELDS:
            return self.no_field(token, value)
        if not value:
            following = self.tokens[self.at] if self.at < len(self.tokens) else None
            if following and following.kind in ("word", "phrase") and not following.field:
                typed = self.text[following.start : following.end]
                raise QueryError(f"no gap behind {name}: — write {name}:{typed}", start, following.end)
            raise QueryError(f"{name}: needs a value: {FIELDS[name]}", start, end)
        if name == "figure":
            from reader.library.query.amounts import parse_amount

            return parse_amount(value, at)._replace(start=start)
        if name == "text":  # an "or" of one: no word that an index of people takes for a name
            words = self.words(token, value)
            return Either((words,)) if isinstance(words, Words) else words
        if name == "kind":
            from reader.model import FIGURE_KINDS

            kind = value.lower() if value.lower() in FIGURE_KINDS else value.lower().rstrip("s")
            _among(kind, FIGURE_KINDS, "kind of figure", at, end)
            return Amount(kind, "", start=start, end=end)
        if name == "is":
            _among(value.lower(), STATES, "state", at, end)
            return Field(name, value.lower(), start, end)
        if name in DAY_FIELDS:
            return self.days(name, value, at, start, end)
        if name in ("person", "title", "source", "author") and not tokens(value):
            raise QueryError(f"{name}: needs letters or digits", at, end)
        begun = self._is_begun(token)
        if name == "title" and begun and len(value) < _SHORTEST and value.isascii():
            return All(())
        if (begun and name in ("title", "tag", "category")) or (
            name == "title" and takes_endings(tokens(value))
        ):
            value = value.rstrip("*") + "*"
        return Field(name, value, start, end)

    def no_field(self, token: Token, value: str) -> Node:
        """What stands before a colon and is no field: a word with nothing behind it, else a mistake."""
        name, start, end = token.field, token.start, token.end
        if not value and token.kind == "word":  # "Baghdad:" ends in a colon, no more
            return self.words(Token("word", self.text[start:end], start, end), self.text[start : end - 1])
        meant = field_meant(name, value, FIELDS)
        hint = f"did you mean {meant}?" if meant else f"the fields are {', '.join(FIELDS)}."
        message = f"there is no field {name!r}; {hint} Quote it to search for the text"
        raise QueryError(message, start, start + len(name))

    def days(self, name: str, value: str, at: int, start: int, end: int) -> Node:
        from datetime import date, timedelta

        from reader.library.query.days import span_of_days

        first, dots, last = value.partition("..")
        if dots and name == "on":  # from one day to another
            low = span_of_days(first, at, self.today)[0] if first else ""
            high = span_of_days(last, end - len(last), self.today)[1] if last else ""
            if not value.strip(".") or (low and high and low > high):
                raise QueryError("write on:2023-05..2024, the earlier day first", at, end)
            return Days(low, high, start, end)
        low, high = span_of_days(value, at, self.today)
        try:
            if name == "after":
                name, low = "since", (date.fromisoformat(high) + timedelta(days=1)).isoformat()
            elif name == "before":
                name, high = "until", (date.fromisoformat(low) - timedelta(days=1)).isoformat()
        except OverflowError:
            raise QueryError("no article can be that old or new", at, end) from None
        return Days("" if name == "until" else low, "" if name == "since" else high, start, end)


def _among(value: str, choices: tuple[str, ...], noun: str, start: int, end: int) -> None:
    if value in choices:
        return
    close = state_meant(value, choices)
    hint = f"did you mean {close!r}?" if close else "choose from " + ", ".join(choices)
    raise QueryError(f"{value!r} is no {noun}; {hint}", start, end)
