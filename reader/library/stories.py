"""Articles that tell one story: those of the days around that share its rarer names and words.

An article is known by the words it writes with a capital inside sentences. Each weighs the more the fewer
articles of the library hold it (inverse document frequency, K. Spärck Jones, "A statistical interpretation of
term specificity", 1972); two articles tell one story when the shared words are a good part of the whole weight.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from math import log

from reader.library.index.reading import Reader
from reader.library.query.tokens import tokens
from reader.library.query.tree import Days, Query, Words
from reader.model import Article

_NAME = re.compile(r"(?<=[a-z0-9,;:’'”\")] )[A-Z][\w’'-]{2,30}")  # not the first word of a sentence
#: Accounts that are put beside an article unasked.
RIVALS = 4
_TERMS = 16  # words that stand for the article
_DAYS = 4  # how far apart two accounts of one event appear
_MOST = 40  # stories that are looked at
_LEAST = 3  # shared words that make a story
_SHARE = 0.25  # of the weight that they have to make up; of undated articles twice as much


def accounts(index: Reader, article: Article) -> list[str]:
    """Ids of the other articles on the story of `article` that tell it in their own words; when there are none, of
    its near-duplicates."""
    number = index.number(article.id)
    told = same_story(index, article)
    if told or number is None:
        return told
    return sorted(place.article for _, place in index.places(index.copies(number)))


def same_story(index: Reader, article: Article) -> list[str]:
    """Ids of the articles that tell the story of `article` in their own words: the surest of each other source,
    then the next of each. Of near-duplicates there is the surest alone."""
    number = index.number(article.id)
    days = _days_around(article.published or "")
    around = _holding(index, Days(*days)) if days else None
    weights: defaultdict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    total, count = 0.0, index.count()
    for term in _terms(article.text):
        found = _holding(index, Words(term, " ".join(term)))
        weight = log((count + 1) / max(1, len(found))) + 0.1
        total += weight
        for other in found if around is None else around.intersection(found):
            weights[other] += weight
            shared[other] += 1
    least = total * (_SHARE if around is not None else 2 * _SHARE)
    apart = {number, *(index.copies(number) if number is not None else ())}
    sure = [
        n
        for n, weight in sorted(weights.items(), key=lambda item: -item[1])
        if weight >= least and shared[n] >= _LEAST
    ]
    met = Counter([article.source or ""])
    turns: list[tuple[int, str]] = []
    for n, at in index.places(sure[:_MOST]):
        if n not in apart:
            apart.update(index.copies(n))
            turns.append((met[at.source], at.article))
            met[at.source] += 1
    return [other for _, other in sorted(turns, key=lambda turn: turn[0])]


def _holding(index: Reader, leaf: Words | Days) -> set[int]:
    return index.matching(Query("", leaf), lambda name: ())


def _days_around(published: str) -> tuple[str, str] | None:
    """First and last ISO day on which other accounts of an event of `published` (ISO) appear; None without a day."""
    try:
        day = date.fromisoformat(published[:10])
        return (day - timedelta(_DAYS)).isoformat(), (day + timedelta(_DAYS)).isoformat()
    except (ValueError, OverflowError):
        return None


def _terms(text: str) -> list[tuple[str, ...]]:
    """The most frequent capitalised words of a text, folded, those of its beginning first among equals."""
    seen = Counter(tokens(match[0].removesuffix("’s").removesuffix("'s")) for match in _NAME.finditer(text))
    seen.pop((), None)
    return [term for term, _ in seen.most_common(_TERMS)]
