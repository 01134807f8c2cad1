"""The given name before a mention that the tagger left out: "his wife [Manju] Sam", "[Abu Musab] al-Zarqawi"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import PLACE_HEADS, TITLES
from reader.detect.people.edges import OPENING, moved
from reader.detect.people.honorifics import honorific_before
from reader.detect.people.knowledge import Stretch
from reader.detect.people.mention import Mention
from reader.detect.people.rules import LINEAGE, plain
from reader.detect.people.spelling import OPENS_KUNYA
from reader.detect.people.tokens import Tokens
from reader.detect.people.vetoes import NO_GIVEN_NAME
from reader.detect.people.word_lists import shipped_lists

#: How likely a word before a name must be to count as its given name where no list knows it.
LEFT = 0.2
#: The same for one of two letters.
SYLLABLE = 0.35
# What looks like a title and is a part of the name where nothing but the name follows.
_MIRS = ("Mir", "Mirza", "Agha", "Syed", "Sayed")


def reach_left(text: str, stretch: Stretch, mention: Mention, low: int) -> Mention:
    """The mention with the given name before it that the tagger left out: "his wife Manju Sam"."""
    words = stretch.tokens.words
    if mention.first > low + 1 and _opens_with_a_stop(text, stretch.tokens, mention.first, mention.last):
        return moved(text, stretch.tokens, mention, mention.first - 1, mention.last)  # "defeated 'Aisake Eke"
    first = _start_by_form(words, mention, low)
    if first == mention.first:
        initial = _is_initial(words[first])
        while first > low and mention.first - first < 2:
            if _is_initial(words[first - 1]) and _takes_initials(stretch, mention, first):
                initial = True  # "S. Jaishankar"
            elif not _is_given_name(stretch, mention, first, low, initial):
                break
            first -= 1
    return moved(text, stretch.tokens, mention, first, mention.last)


def _start_by_form(words: Sequence[str], mention: Mention, low: int) -> int:
    """Where a name begins whose parts say by their form that they belong together; else where the mention does."""
    first = mention.first
    if first > low + 1 and words[first - 2] in OPENS_KUNYA and words[first - 1][0].isupper():
        return first - 2  # "Abu Musab al-Zarqawi"
    if first > low and words[first - 1] in OPENS_KUNYA:
        return first - 1  # "Um Sami"
    if first > low + 1 and words[first - 1] in LINEAGE and words[first - 2][0].isupper():
        head = plain(words[first - 2])
        if head not in NO_GIVEN_NAME and not honorific_before(words, first - 1, low) < first - 1:
            return first - 2  # "Iyad ag Ghali"
    while first > low and mention.first - first < 3 and words[first - 1] in _MIRS:
        first -= 1  # "Mir Hossein Mousavi"
    return first


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _takes_initials(stretch: Stretch, mention: Mention, first: int) -> bool:
    """Whether the initial before token `first` is the mention's: before a surname alone, or where the tagger half
    believes it."""
    return mention.last - mention.first == 1 or stretch.proposal.belief.get(first - 1, 0.0) >= LEFT


def _is_given_name(stretch: Stretch, mention: Mention, first: int, low: int, initial: bool) -> bool:
    """Whether the word before token `first` is the given name of a mention, which has an `initial` already or not."""
    words, lists = stretch.tokens.words, shipped_lists()
    word, plain_word = words[first - 1], plain(words[first - 1])
    least = 2 if stretch.proposal.belief.get(first - 1, 0.0) >= SYLLABLE else 3  # "Jo Chun Ryong"
    if not word[0].isupper() or len(word) < least or not word.isalpha():
        return False
    if word.isupper() and not mention.text.isupper():
        return False
    listed = plain_word in lists.given
    titled = first > 1 and plain(words[first - 2]) in TITLES
    opens = first - 1 > low and words[first - 2].islower() and not _is_common(plain_word)
    known = (listed or plain_word in lists.rarer_given) and plain_word not in PLACE_HEADS
    sure = (listed and (initial or titled)) or (
        known and opens
    )  # "Judge Robert M. Levy", "of Frederik Willem de Klerk"
    if not sure and stretch.proposal.belief.get(first - 1, 0.0) < (0.1 if listed else LEFT):
        return False
    if plain_word in NO_GIVEN_NAME or plain_word in lists.demonyms or plain_word in lists.places:
        bare = mention.last - mention.first == 1 and plain(mention.text) in lists.family
        return listed and bare and opens and plain_word in lists.demonyms  # "said Christian Schmidt"
    if honorific_before(words, first, low) < first or (plain_word in OPENING and not listed):
        return False
    return not (_is_common(plain_word) and _has_a_given_name(words, mention))  # "Cameraman James Miller"


def _is_common(word: str) -> bool:
    lists = shipped_lists()
    common = word in lists.common or word.removesuffix("s") in lists.common
    return common and word not in lists.given and word not in lists.rarer_given


def _has_a_given_name(words: Sequence[str], mention: Mention) -> bool:
    lists, head = shipped_lists(), plain(words[mention.first])
    return mention.last - mention.first > 1 and (head in lists.given or head in lists.rarer_given)


_MARKS = frozenset("'‘’")
_SAY = frozenset("said says told added adds asked asks wrote writes called calls named reads read".split())
#: So many tokens behind a name a quotation that began before it is closed.
_QUOTED = 60


def _opens_with_a_stop(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the apostrophe glued to a name is a letter of it, as in Tonga and Arabia, and opens no quotation."""
    words, starts, ends = tokens
    if words[first - 1] not in _MARKS or ends[first - 1] != starts[first] or not words[first - 2].isalpha():
        return False
    if text[ends[first - 2] : starts[first - 1]] != " " or words[first - 2] in _SAY:
        return False
    return _MARKS.isdisjoint(words[last : last + _QUOTED])


def reach_right(text: str, stretch: Stretch, mention: Mention) -> Mention:
    """The mention with the rest of the family name behind small words that only names have: "André Corrêa [do
    Lago]"."""
    words, end = stretch.tokens.words, mention.last
    while end < len(words) and end - mention.last < 3 and words[end] in _SMALL:
        end += 1
    if mention.last < end < len(words) and words[end].istitle() and plain(words[end]) not in NO_GIVEN_NAME:
        return moved(text, stretch.tokens, mention, mention.first, end + 1)
    return mention


_SMALL = frozenset("do dos das da bin ibn bint von dela delos".split())
