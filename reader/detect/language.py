"""Whether a text is in a language that groups digits by points: "5.000 Euro" is five thousand there."""

from __future__ import annotations

import re

_LOOKED_AT = 20_000  # characters
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+")
# Small words that English has not, of German, Dutch, Danish, Norwegian, Swedish, Italian, Spanish, Portuguese, French,
# Indonesian and Turkish.
_THEIRS = frozenset(
    """der die das und von mit für den dem des ist nicht ein eine auf sich im zum zur bei wird
werden sie zu wie auch nach hat haben über aus als
het een van voor zijn niet met aan op og det som til med av ett och att på är för inte ikke
il che di della dei nel per gli una con del alla è el los las que y se por para un al
o os uma não da do na em ao le la les et du dans une est qui sur pour au aux
yang dengan untuk ini itu dari pada ve bir bu ile için""".split()
)
_ENGLISH = frozenset("the of and to for that was with is it on as by from at has were said".split())


def groups_by_points(text: str) -> bool:
    """Whether `text` is in such a language, by its small words."""
    words = [word.lower() for word in _WORD.findall(text, 0, _LOOKED_AT)]
    theirs = sum(word in _THEIRS for word in words)
    return theirs >= _FEWEST and theirs > 2 * sum(word in _ENGLISH for word in words)
