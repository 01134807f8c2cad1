"""The lines of a file with their kinds, and what is usual in it."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.bylines import DATED_BY
from reader.parsing.lines import Line
from reader.parsing.patterns import has_digit, has_year, pattern

_HEAD_KINDS = frozenset(("date", "byline", "control", "label", "url"))


class Page:
    """The lines of a file with their kinds, and what is usual in it."""

    __slots__ = (
        "_colons",
        "_sentences",
        "_starts",
        "alike",
        "gaps",
        "habit",
        "heads",
        "hints",
        "kinds",
        "lines",
        "menu",
        "numbered",
        "parted",
        "plain",
    )

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._colons = -1
        self.numbered: set[int] = set()  # the lines of headlines that had numbers
        self.alike: frozenset[int] = frozenset()  # the lines of headlines counted or made up as the first
        self.menu = 0  # the lines of a menu on top, once they are known
        plain = [
            text if (text := line.text)[0] not in "#*_^" and "](" not in text else unmark(text)
            for line in lines
        ]
        self.plain = [text.replace("\xa0", " ") if "\xa0" in text else text for text in plain]
        self._sentences: list[int] | None = None
        self._starts: list[str] | None = None
        self.hints = 0
        self.kinds = self._read_kinds()
        # The nearest line at or after each one that heads are made of.
        self.heads: list[int] = []
        for i in [i for i, kind in enumerate(self.kinds) if kind in _HEAD_KINDS]:
            self.heads += [i] * (i + 1 - len(self.heads))
        self.heads += [len(lines) + 99] * (len(lines) - len(self.heads))
        gaps = [gap if (gap := line.gap) < 4 else 4 for line in lines[1:]]
        self.gaps = any(gaps) or not gaps  # whether any line is empty
        self.habit = max(dict.fromkeys(gaps), key=gaps.count) if gaps else 1
        self.parted = (widest := max(gaps, default=0)) == 4 or 2 <= widest > self.habit  # may any be `wide`?
        openings = [text[:3] for text in self.plain[:40]]
        if "1. " in openings or "1) " in openings:
            self._unnumber()

    def _read_kinds(self) -> list[str]:
        """What each line is by its words, and by what the lines around it are."""
        kinds = self._kinds_by_words()
        if "site" in kinds and not any(map(cues.is_long, self.plain)):
            # Nothing but short lines: a poem, a song, a list; `Home` and `Sign in` are words of it.
            words = zip(kinds, self.plain)
            kinds = [
                "" if kind == "site" and len(text) <= 20 and text.replace(" ", "").isalpha() else kind
                for kind, text in words
            ]
        elif "site" in kinds and any(line.gap for line in self.lines):
            kinds = self._without_verses(kinds)
        if "site" in kinds:  # `Published` / `on` / the day
            for i in range(1, len(kinds)):
                if kinds[i - 1] == "site" and self.plain[i] in _DAY_FOLLOWS:
                    kinds[i] = "site"
        if self.plain and len(self.plain[0]) <= 40 and pattern(_COUNTED, 2).fullmatch(self.plain[0]):
            kinds = self._part_counted(kinds)
        self.hints = kinds.count("hint")
        if self.hints:
            kinds = self._settle_hints(kinds)
        return kinds

    def _kinds_by_words(self) -> list[str]:
        known: dict[str, str] = {"": "rule"}
        kinds = []
        for text in self.plain:
            kind = "" if len(text) > 320 else known.get(text)
            if kind is None:
                kind = cues.kind_of(text)
                if kind in ("", "label", "byline") and len(text) <= 140 and _may_be_credit(text):
                    from reader.parsing.credit import credit_fields

                    kind = "date" if credit_fields(text) else kind
                known[text] = kind
            kinds.append(kind)
        return kinds

    def _without_verses(self, kinds: list[str]) -> list[str]:
        """Kinds in which the words of buttons are a verse's among its lines: `Follow / the gull, / share / …`."""
        found = list(kinds)
        for i in range(1, len(kinds) - 1):
            if kinds[i] == "site" and not self.lines[i].text[-1:].isdigit():
                above = not self.lines[i].gap and not kinds[i - 1] and _is_verse(self.plain[i - 1])
                below = not self.lines[i + 1].gap and not kinds[i + 1] and _is_verse(self.plain[i + 1])
                if above or below:
                    found[i] = ""
        return found

    def _part_counted(self, kinds: list[str]) -> list[str]:
        """Kinds in which `Article 1`, `Article 2` part the articles of a file, as a drawn rule does."""
        found: list[int] = []
        for i, text in enumerate(self.plain):
            match = pattern(_COUNTED, 2).fullmatch(text) if len(text) <= 40 else None
            if match and int(match[1]) == len(found) + 1:
                found.append(i)
        under = ["", *self.plain[1:], "", ""]
        heads = [text for i in found if (text := under[i + 1])]
        if len(found) < 2 or not all(text.count(" ") > 2 and cues.is_title(text) for text in heads):
            return kinds  # those of a law have a word or two for a title, if any
        self.alike = frozenset(i + 1 for i in found[1:])
        return ["rule" if i in found else kind for i, kind in enumerate(kinds)]

    def _unnumber(self) -> None:
        """Take the numbers off headlines that are counted from the top of the file on: a digest's, not a list's."""
        found: list[tuple[int, int]] = []
        for i, line in enumerate(self.lines):
            if line.text[0] not in "123456789" or not (i == 0 or self.wide(i) or self.kinds[i - 1] == "rule"):
                if not found and cues.is_long(line.text):
                    return
                if not (found and found[0][0] == 0 and line.gap and line.text[0].isdigit()):
                    continue
            match = pattern(r"(\d{1,3})[.)] [^\W\d_]").match(line.text) if len(line.text) <= 160 else None
            if match and line.text[-1] != "." and i + 1 < len(self.lines):
                number = int(match[1])
                if number == 1:
                    found = []  # what came before was the table of contents
                elif number != len(found) + 1:
                    if self.wide(i) or self.kinds[i - 1] == "rule":
                        return
                    continue  # one of a list inside
                found.append((i, match.end() - 1))
        if len(found) > 1:
            for i, cut in found:
                self.plain[i] = self.plain[i][cut:]
                self.numbered.add(i)

    def _settle_hints(self, kinds: list[str]) -> list[str]:
        """Kinds without hints: beside sure furniture they are some too, but not above the text or a day or names."""
        first = next((i for i, line in enumerate(self.plain) if cues.is_long(line)), len(kinds))
        sure = kinds.count("site") >= 2
        settled = list(kinds)
        for i, kind in enumerate(kinds):
            if kind == "hint":
                heads = i <= first or kinds[i + 1 : i + 2] in (["date"], ["byline"])
                settled[i] = "site" if sure and not heads else ""
        return settled

    @property
    def sentences(self) -> list[int]:
        """The nearest line of running text at or after each one."""
        if self._sentences is None:
            found: list[int] = []
            for i, text in enumerate(self.plain):
                if len(text) >= 20 and cues.is_long(text):
                    found += [i] * (i + 1 - len(found))
            self._sentences = found + [len(self.lines) + 99] * (len(self.lines) - len(found))
        return self._sentences

    def may_head_text(self, i: int, reach: int) -> bool:
        """Whether a head of up to `reach` lines from line `i` on may have a text: labels, or running text is near."""
        return self.sentences[i] <= i + reach + 8 or "label" in self.kinds[i : i + reach]

    @property
    def starts(self) -> list[str]:
        """The first letters of each line without their case; few short lines need them."""
        if self._starts is None:
            self._starts = [text[:4].casefold() for text in self.plain]
        return self._starts

    @property
    def colons(self) -> int:
        """How many short lines end in a colon and stand before running text: so many may be subheads."""
        if self._colons < 0:
            self._colons = sum(
                heads_with_colon(text) and cues.is_long(after)
                for text, after in zip(self.plain, self.plain[1:])
            )
        return self._colons

    def wide(self, i: int) -> bool:
        """Whether more empty lines than usual stand before line `i`."""
        gap = self.lines[i].gap
        return gap >= 2 and gap > self.habit

    def doubles(self, i: int) -> bool:
        """Whether line `i` and the next one say the same but for case and marks; cheap for lines of unlike length."""
        if i + 1 >= len(self.lines):
            return False
        line, after = self.lines[i], self.lines[i + 1]
        a, b = line.text, after.text
        if abs(len(a) - len(b)) > 12:
            return False
        return a == b or (a[:3].casefold() == b[:3].casefold() and line.key == after.key != "")


_DAY_FOLLOWS = frozenset(("on", "en", "le", "am", "op"))


def _is_verse(text: str) -> bool:
    """Whether a short line goes on with the one above, or ends as one of a poem does."""
    if len(text) >= 60 or " " not in text or cues.is_counter(text):
        return False
    return text[0].islower() or text[-1] == ","


def _may_be_credit(text: str) -> bool:
    """Whether a line has the marks of credits with a date; few lines have."""
    if (
        "|" in text
        or "·" in text
        or "•" in text
        or " / " in text
        or "]. " in text
        or (text[:4].isdigit() and (":" in text or "：" in text))
        or (text[0].isdigit() and (" By" in text or " by " in text or " BY " in text))
    ):
        return True
    if text.startswith("Posted by") and has_year(text):
        return True
    return (
        len(text) <= 70
        and text.lstrip("(")[:1].isupper()
        and (
            " - " in text
            or " by " in text
            or "): " in text
            or text.rstrip(")")[-1:].isdigit()
            or text[-3:].isupper()
            or text[-5:].lower() == " read"
            or ("," in text and bool(pattern(_DAY_FIRST).match(text)))
            or text[-1] == ")"
        )
        and bool(has_year(text))
    ) or (text[:12].lower().startswith(DATED_BY) and bool(has_digit(text)))


_DAY_FIRST = r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"  # and then who wrote it
_COUNTED = (
    r"[\[(#*=-]{0,3} ?(?:article|story|news|item|text|artikel|artículo|articolo|artigo|noticia|статья) "
    r"?(?:no\.? ?|nr\.? ?|#)?(\d{1,3})(?: ?(?:of|/|von|de) ?\d{1,3})?[\])#*:.=-]{0,3}"
)


def heads_with_colon(text: str) -> bool:
    """Whether a line is short, ends in a colon and leads in no speech or list."""
    return (
        text[-1] == ":"
        and len(text) <= 90
        and text.count(" ") <= 12
        and not text[0].islower()
        and not pattern(_LEADS_IN, 2).search(text)
    )


_LEADS_IN = (
    r"\b(?:said|says?|told|tells|wrote|writes|added|asked|stated|announced|reads?|follows?|following|includ\w+|"
    r"are|is|was|were|that|by|and|below|here|statement|quoted|saying)\W*$"
)


def unmark(text: str) -> str:
    """A short line without the marks of Markdown: those around it, and the addresses of its links."""
    if text[:2] == "![" and (under := pattern(_PICTURE).sub("", text, count=1).strip()).count(" ") > 2:
        return under  # the words under a picture
    if len(text) < 300 and "](" in text and text[0] != "!":
        text = pattern(r"(?<!!)\[([^\]\[]{1,200})\]\([^)\s]*\)").sub(r"\1", text) or text
    if text[0] == "^":  # `^Port reopens<`, as agencies send a headline
        return text.strip("^<> ") or text if text[-1] == "<" else text
    if text[0] in "#*_" and len(text) < 300:
        bare = text.strip("#* ") if text[0] in "#*" else text.strip("_ ")
        return bare or text
    return text


def without_marks(text: str) -> str:
    """A text without the marks of Markdown inside it: those around bold words, and the addresses of links."""
    if "](" in text:
        text = pattern(_PICTURE).sub("", text).strip() or text
        text = pattern(_LINK).sub(r"\1", text) or text
    if "**" in text:
        text = pattern(_BOLD).sub(r"\1", text) or text
    return text


_PICTURE = r"!\[[^\[\]]{0,300}\]\([^()\s]{1,600}\)"
_LINK = (
    r"(?<!!)\[([^\[\]]{1,300})\]"
    r"\((?:https?:|mailto:|[/#.?])[^()\s]{0,600}(?:\([^()\s]{0,80}\)[^()\s]{0,80})?(?: \"[^\"]{0,200}\")?\)"
)
_BOLD = r"\*\*(?=[^\s*])([^*]{1,600})(?<=[^\s*])\*\*"
