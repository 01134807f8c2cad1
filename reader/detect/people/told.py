"""What the text itself says a name is: "Siwu, a Kwa language", "Ninu is a marsupial", "speakers of Kujireray"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import ANIMALS, BODY_TAILS, ROLES, THINGS
from reader.detect.people.knowledge import TONGUES
from reader.detect.people.mention import Mention

#: The words between "is a" and the noun are at most so many.
_REACH = 6
#: From this on a name of several words is believed to be a person's, whatever stands behind it.
_CERTAIN = 0.97
_IS = frozenset("is was are were remains became".split())
_A = frozenset(("a", "an"))
_NOUNS = (
    (
        THINGS
        | ANIMALS
        | frozenset(
            """language dialect district asteroid planet moon comet crater marsupial species subspecies genus breed fish
            bird plant flower tree theatre theater hotel restaurant pub bar street road lane mountain hill valley
            glacier beach bridge building castle fort fortress temple shrine mosque cathedral monastery bank agency
            charity software app operating-system virus bacterium protein enzyme hormone molecule vaccine hurricane
            typhoon cyclone dish soup sauce stew cheese wine dance genre alphabet religion philosophy ideology festival
            holiday reservoir dam canal railway mine oilfield gasfield supermarket pharmacy
            university college area township barangay sub-district""".split()
        )
    )
    - frozenset(
        "group network party clan search game team club band church port opera play mukhtar codenamed".split()
    )
    - BODY_TAILS
)
# What may stand behind the noun; another noun makes it a part of a role: "a company director".
_BEHIND = frozenset(
    """that which in of from near on spoken for with and by to named at whose where between based called run owned about
    off outside within inside along known made used found""".split()
) | frozenset('.,;:)?!–—"”\n')


def is_told_to_be_a_thing(words: Sequence[str], mention: Mention) -> bool:
    """Whether what follows says that the mention is a place, a body, a work or a beast."""
    if mention.last - mention.first > 1 and mention.score >= _CERTAIN:
        return False
    at = mention.last + (words[mention.last : mention.last + 1] == [")"])
    if at + 2 >= len(words) or not (words[at] in _IS or words[at] == ","):
        return False
    if words[at] != "," and words[at + 1] in ("also", "now", "still"):
        at += 1
    if words[at + 1] not in _A:
        return False
    for k in range(at + 2, min(at + 2 + _REACH, len(words) - 1)):
        word = words[k]
        if not word[0].isalpha() or word in _BEHIND or word in ROLES:
            return False
        if word in _NOUNS and words[k + 1] in _BEHIND:
            return True
    return False


def is_a_tongue(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is a language's or a people's: "Jóola Fogny speakers", "speakers of Kujireray and Gubëeher"."""
    if words[last : last + 1] and words[last] in TONGUES:
        return True
    if first > 1 and words[first - 1] == "of" and words[first - 2] in ("speakers", "dialect", "dialects"):
        return True
    if last + 1 < len(words) and words[last] in ("and", "or") and words[last + 1][0].isupper():
        end = last + 1
        while end < len(words) and end - last < 4 and words[end][0].isupper():
            end += 1
        return end < len(words) and words[end] in TONGUES
    return False


def is_a_gloss(words: Sequence[str], mention: Mention, before: Mention | None) -> bool:
    """Whether a name in letters that are not Latin stands for no person beside it: "Athens (Greek: Αθήνα)"."""
    if all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2C00 for letter in mention.text[:2]):
        return False
    return before is None or before.last + 1 != mention.first or words[before.last] != "("
