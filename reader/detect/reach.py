"""The given name before a mention that the tagger left out: "his wife [Manju] Sam", "[Abu Musab] al-Zarqawi"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.edges import KUNYA, OPENING, moved
from reader.detect.honorifics import honorific_before
from reader.detect.knowledge import Stretch
from reader.detect.lexicon import TITLES
from reader.detect.mention import Mention
from reader.detect.rules import LINEAGE, plain
from reader.detect.vetoes import NO_GIVEN_NAME
from reader.detect.word_lists import shipped_lists

#: How likely a word before a name must be to count as its given name where no list knows it.
LEFT = 0.2
# What looks like a title and is a part of the name where nothing but the name follows.
_MIRS = ("Mir", "Mirza", "Agha", "Syed", "Sayed")


def reach_left(text: str, stretch: Stretch, mention: Mention, low: int) -> Mention:
    """The mention with the given name before it that the tagger left out: "his wife Manju Sam"."""
    words, lists = stretch.tokens.words, shipped_lists()
    first = mention.first
    if first > low + 1 and words[first - 2] in KUNYA and words[first - 1][0].isupper():
        return moved(text, stretch.tokens, mention, first - 2, mention.last)  # "Abu Musab al-Zarqawi"
    if first > low and words[first - 1] in KUNYA:
        return moved(text, stretch.tokens, mention, first - 1, mention.last)  # "Um Sami"
    if first > low + 1 and words[first - 1] in LINEAGE and words[first - 2][0].isupper():
        head = plain(words[first - 2])
        if head not in NO_GIVEN_NAME and not honorific_before(words, first - 1, low) < first - 1:
            return moved(text, stretch.tokens, mention, first - 2, mention.last)  # "Iyad ag Ghali"
    while first > low and mention.first - first < 3 and words[first - 1] in _MIRS:
        first -= 1
    if first < mention.first:
        return moved(text, stretch.tokens, mention, first, mention.last)  # "Mir Hossein Mousavi"
    initial = len(words[first]) == 2 and words[first][1] == "." and words[first][0].isupper()
    while first > low and mention.first - first < 2:
        word = words[first - 1]
        plain_word = plain(word)
        if (
            len(word) == 2
            and word[1] == "."
            and word[0].isupper()
            and (mention.last - mention.first == 1 or stretch.proposal.belief.get(first - 1, 0.0) >= LEFT)
        ):
            first -= 1  # "S. Jaishankar"
            initial = True
            continue
        if not word[0].isupper() or len(word) < 3 or not word.isalpha():
            break
        if word.isupper() and not mention.text.isupper():
            break
        listed = plain_word in lists.given
        sure = listed and (
            initial or (first > 1 and plain(words[first - 2]) in TITLES)
        )  # "Judge Robert M. Levy"
        if not sure and stretch.proposal.belief.get(first - 1, 0.0) < (0.1 if listed else LEFT):
            break
        if plain_word in NO_GIVEN_NAME or plain_word in lists.demonyms or plain_word in lists.places:
            break
        if honorific_before(words, first, low) < first:
            break
        if plain_word in OPENING and not listed:
            break
        if _is_common(plain_word) and _has_a_given_name(words, mention):
            break  # "Cameraman James Miller"
        first -= 1
    return moved(text, stretch.tokens, mention, first, mention.last)


def _is_common(word: str) -> bool:
    lists = shipped_lists()
    common = word in lists.common or word.removesuffix("s") in lists.common
    return common and word not in lists.given and word not in lists.rarer_given


def _has_a_given_name(words: Sequence[str], mention: Mention) -> bool:
    lists, head = shipped_lists(), plain(words[mention.first])
    return mention.last - mention.first > 1 and (head in lists.given or head in lists.rarer_given)
