"""Links to other stories inside a text: the headlines that stand under `Related coverage` or `Lesen Sie auch`."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.phrases import SECTIONS

_MOST = 6  # headlines under one heading
_NAME = 4  # words of a headline; a shorter line may be a subhead of the text
_ITEMS = ("* ", "• ", "- ", "+ ")
# Headings of other stories and of nothing else, as words in small letters; they are known as furniture too.
_HEADINGS = frozenset(
    line.strip()
    for line in """
    related|related stories|related articles|related news|related coverage|related content|related posts|related links
    also read|read also|what to read next|recommended|recommended for you|recommended stories|recommended reading
    recommended reads|you may also like|you might also like|most read|most popular|top stories|trending|trending now
    latest news|latest stories|more stories|more news|more coverage|more on this story|more on this topic
    more in this section|in this section|editors picks|editor s picks|editor s choice|featured stories|popular stories
    in other news|lesen sie auch|mehr zum thema|mehr zu diesem thema|das könnte sie auch interessieren
    auch interessant|à lire aussi|lire aussi|à lire également|sur le même sujet|sur le même thème|articles similaires
    les plus lus|lea también|lee también|te puede interesar|te recomendamos|más información|más noticias
    noticias relacionadas|contenido relacionado|lo más leído|leia também|leia mais|veja também|notícias relacionadas
    conteúdo relacionado|mais lidas|leggi anche|potrebbe interessarti|articoli correlati|lees ook|zobacz także
    zobacz też|czytaj też|czytaj także|czytaj również|läs också|les også|læs også|baca juga|ilgili haber
    ilgili haberler|читайте также|читать также|по теме|новости по теме|читайте також|اقرأ أيضا|إقرأ أيضا
    مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|相关阅读|相关新闻|関連記事|관련기사
    """.replace("\n", "|").split("|")
    if line.strip()
)  # fmt: skip


def linked_lines(page: Page, start: int, end: int) -> set[int]:
    """The lines of headlines right under a heading of other stories, between paragraphs or below the last one."""
    found: set[int] = set()
    if "site" not in page.kinds[start:end]:
        return found
    for i in range(start, end):
        if page.kinds[i] == "site" and len(page.plain[i]) <= 48 and _heads(page.plain[i]):
            found.update(_headlines(page, i + 1, end))
    return found


def _heads(text: str) -> bool:
    low = text.lower().replace("\u0307", "") if "İ" in text else text.lower()
    key = key_of(low)
    return key in _HEADINGS or (key == "read more" and text[-1] == ":")


def _headlines(page: Page, start: int, end: int) -> range:
    """The run of headlines from line `start` on; empty if something else follows them than text or furniture."""
    k, told = start, 0
    while k < min(end, start + _MOST) and not page.kinds[k]:
        text = page.plain[k]
        text = text[2:] if text.startswith(_ITEMS) else text
        named = SECTIONS.issuperset(text.lower().split())
        if cues.is_long(text) or not (named or (cues.is_title(text) and text[0] not in '“"«„')):
            break
        short = cues.word_count(text) < _NAME and not named
        if short and (told or k + 1 >= end or cues.is_long(page.plain[k + 1])):
            break  # a subhead of the text
        told += not named
        k += 1
    ends = k >= end or bool(page.kinds[k]) or cues.is_long(page.plain[k])
    return range(start, k) if (told and ends) or (told and k > start + 1) else range(0)
