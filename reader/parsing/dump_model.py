"""Which blocks of a dumped page are article: features of a block and its neighbours, summed with weights.

Method: shallow text features in the manner of Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using
shallow text features" (2010): length, sentence ends, what stands around; plus the column a block is printed in
and stock phrases of pages.
"""

from __future__ import annotations

from collections import Counter
from math import log1p

from reader.parsing.cues import kind_of, pattern
from reader.parsing.lines import Line, key_of

_END = frozenset('.!?”"’…。！？؟')
_BULLET = ("* ", "• ", "+ ", "- ", "o ", "# ", "· ", "▪ ", "» ", "› ", "◦ ", "□ ", "■ ")


class _Basic:
    __slots__ = ("bullet", "kind", "link", "lower", "sentence", "size", "stop", "words")

    def __init__(self, line: Line) -> None:
        text = line.text
        self.bullet = text.startswith(_BULLET)
        if self.bullet:
            text = text[2:].strip() or text
        words = text.split()
        self.words = len(words)
        spaceless = (
            len(text) > 12
            and len(text) > 11 * self.words
            and any("\u0e00" <= c <= "\u0e7f" or c > "\u2e80" for c in text)
        )
        if spaceless:
            self.words = max(self.words, len(text) * 2 // 5)
        self.size = log1p(self.words)
        self.stop = text[-1] in _END or text[-1:] == ")" and text[-2:-1] in _END
        alpha = [w for w in words if w[0].isalpha()]
        self.lower = (
            0.8 if spaceless else sum(not w[0].isupper() for w in alpha) / len(alpha) if alpha else 0.0
        )
        self.sentence = self.words >= 8 and self.lower > 0.35 and (self.stop or self.words >= 20)
        self.kind = kind_of(line.text if not self.bullet else text)
        self.link = any(c in text for c in "|»›→▸") or "..." in text[-4:] or "[…]" in text


def features(lines: list[Line]) -> list[list[float]]:
    """The features of every block, each a list of the same length."""
    basics = [_Basic(line) for line in lines]
    total = len(lines)
    columns: Counter[int] = Counter()
    for line, basic in zip(lines, basics):
        if basic.sentence and not basic.bullet:
            columns[line.indent] += min(basic.words, 60)
    main = columns.most_common(1)[0][0] if columns else 0
    spread = len({line.indent for line in lines}) > 2
    keys = Counter(line.key for line in lines)
    dense = [0.0] * (total + 1)
    for i, basic in enumerate(basics):
        dense[i + 1] = dense[i] + (1.0 if basic.sentence else 0.0)
    rows = []
    comments = 0.0
    void = _VOID
    mass = [0.0] * (total + 1)
    talk = [0.0] * (total + 1)
    for i, (line, basic) in enumerate(zip(lines, basics)):
        mass[i + 1] = mass[i] + (basic.words if basic.stop or basic.words >= 20 else 0)
        talk[i + 1] = talk[i] + (1.0 if basic.words <= 8 and pattern(_TALK, 2).search(line.text) else 0.0)
    whole = mass[total] or 1.0
    start = head_line(lines)
    headed = -99
    for i, (line, basic) in enumerate(zip(lines, basics)):
        if basic.kind in ("date", "byline"):
            headed = i
        if basic.words <= 6 and pattern(_COMMENTS, 2).match(line.text):
            comments = 1.0
        before = basics[i - 1] if i else void
        after = basics[i + 1] if i + 1 < total else void
        low, high = max(0, i - 4), min(total, i + 5)
        near = (dense[high] - dense[low]) / (high - low)
        wide = (dense[min(total, i + 13)] - dense[max(0, i - 12)]) / 25
        aligned = 1.0 if spread and line.indent == main else 0.0
        rows.append(
            [
                1.0,
                basic.size,
                1.0 if basic.sentence else 0.0,
                1.0 if basic.stop else 0.0,
                1.0 if basic.stop and basic.words >= 5 else 0.0,
                basic.lower,
                1.0 if basic.bullet else 0.0,
                1.0 if basic.kind in ("site", "copyright", "hint") else 0.0,
                1.0 if basic.kind in ("date", "byline", "domain", "url", "label", "control") else 0.0,
                1.0 if basic.link else 0.0,
                1.0 if keys[line.key] > 1 else 0.0,
                min(before.size, 4.0),
                min(after.size, 4.0),
                1.0 if before.sentence else 0.0,
                1.0 if after.sentence else 0.0,
                near,
                wide,
                aligned,
                1.0 if spread and line.indent > main else 0.0,
                comments,
                1.0 if pattern(_SITE_TALK, 2).search(line.text) and basic.words < 60 else 0.0,
                1.0 if basic.words <= 3 else 0.0,
                i / total,
                1.0 if before.kind in ("site", "copyright", "hint") else 0.0,
                1.0 if line.text[0] in "“\"'‘" else 0.0,
                1.0 if before.bullet else 0.0,
                1.0 if "," in line.text else 0.0,
                1.0 if any(c.isdigit() for c in line.text) and basic.words < 8 else 0.0,
                1.0 if line.gap else 0.0,
                1.0 if basic.words >= 3 and line.text.isupper() else 0.0,
                *_SIZES[_bin(basic.words)][1 if basic.stop else 0],
                log1p(mass[min(total, i + 11)] - mass[max(0, i - 10)]),
                log1p(mass[min(total, i + 4)] - mass[max(0, i - 3)]),
                (mass[min(total, i + 30)] - mass[max(0, i - 30)]) / whole,
                mass[i] / whole,
                1.0 if i - headed <= 10 else 0.0,
                min(talk[min(total, i + 5)] - talk[max(0, i - 4)], 3.0),
                1.0 if start and i > start else 0.0,
                1.0 if start and 0 < i - start <= 25 else 0.0,
                1.0 if start and i < start else 0.0,
                1.0 if basic.words <= 45 and pattern(_PICTURE, 2).search(line.text) else 0.0,
            ]
        )
    return rows


def head_line(lines: list[Line]) -> int:
    """The number of the line on which the page's title, that of the first line, stands again; 0 if nowhere.

    Page titles carry the site's name behind the headline, or in front of it.
    """
    first = lines[0].key
    parts = {key_of(part) for part in pattern(r"\s[-–—|•·:»«/]{1,2}\s|[|»«]").split(lines[0].text)} | {first}
    parts = {part for part in parts if part.count(" ") >= 2}
    best = 0
    for i in range(1, len(lines)):
        if len(lines[i].text) > 260:
            continue
        key = lines[i].key
        prefix = (
            len(key) * 2 >= len(first)
            and key.count(" ") >= 3
            and (first.startswith(key) or first.endswith(key))
        )
        if prefix or key in parts:
            if best and i - best > 60:
                break
            best = i
            if i > 4:
                break
    return best


def _bin(words: int) -> int:
    return (
        0
        if words <= 2
        else 1
        if words <= 4
        else 2
        if words <= 8
        else 3
        if words <= 14
        else 4
        if words <= 24
        else 5
        if words <= 45
        else 6
    )


_SIZES = [[[1.0 if k == n * 2 + stop else 0.0 for k in range(14)] for stop in (0, 1)] for n in range(7)]
_TALK = r"\b(?:reply|replies|votes?|rating|ago|report|flag|likes?|upvote|permalink|antworten|r.pondre|responder)\b"
_PICTURE = r"\b(?:photo|image|picture|foto|bild|getty|reuters|shutterstock|ap photo|afp|illustration|credit|courtesy of|istock)\b|\((?:[A-Z][\w.]+/){1,3}[\w. ]+\)$"
_COMMENTS = r"(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios|commenti|reacties|responses?|leave a (?:reply|comment)|join the (?:conversation|discussion)|what do you think|discussion)\b"
_SITE_TALK = (
    r"\b(?:cookies?|newsletters?|subscri(?:be|bers?|ption)|sign(?:ed)? up|log ?in|password|inbox|e-?mail address|"
    r"privacy policy|terms of (?:use|service)|all rights reserved|copyright|©|javascript|browser|advertis|unsubscribe|"
    r"follow us|facebook|twitter|instagram|whatsapp|app store|datenschutz|anmelden|abonnieren|registrieren|impressum)"
)
_VOID = _Basic(Line("-", 0, 1))

#: Weights of the features, by logistic regression over 345 dumped news pages (five renderers), blocks weighted
#: by the root of their words, ridge penalty 3; rounded.
WEIGHTS: tuple[float, ...] = (
    -4.85,
    0.48,
    -0.09,
    0.94,
    0.23,
    -0.19,
    -0.19,
    -2.72,
    -1.71,
    -1.49,
    -1.55,
    0.39,
    0.41,
    -0.15,
    -0.39,
    2.62,
    1.59,
    0.18,
    -0.9,
    -2.25,
    -1.09,
    -0.56,
    -0.73,
    -0.76,
    1.16,
    -0.59,
    0.07,
    0.44,
    -0.5,
    0.18,
    0.03,
    0.01,
    -0.03,
    0.7,
    0.91,
    -0.08,
    -0.07,
    -0.22,
    -0.06,
    -0.04,
    -0.18,
    0.24,
    -1.54,
    0.34,
    0.05,
    -0.1,
    1.89,
    -0.23,
    0.15,
    -1.5,
    -0.22,
    0.32,
    -2.06,
    -1.71,
)
