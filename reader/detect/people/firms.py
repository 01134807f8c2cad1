"""Firms that speak and own in a text and are taken for people: "Ualá said its profit rose", "shares of Copel"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import SPEECH, entries
from reader.detect.people.knowledge import Knowledge
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain, title_before
from reader.detect.people.spelling import parts_of
from reader.detect.people.tokens import OWNER

#: What only a firm has stands at most so many tokens behind it.
_REACH = 8
_HAS = frozenset(
    """profit profits revenue revenues sales earnings loss losses output production shareholders customers subscribers
    stores outlets fleet flights plant plants factory factories refinery mine mines subsidiary subsidiaries headquarters
    stake dividend bonds workforce employees turnover margins premiums deposits branches listing ipo""".split()
)
_STOCK = frozenset("shares stock bonds".split())
_KIND = frozenset(
    """carmaker automaker bank lender insurer airline carrier retailer miner brewer drugmaker chipmaker conglomerate
    operator steelmaker utility refiner producer startup company firm group grocer broker""".split()
)
# "the company Musk founded"
_DOES = frozenset(
    "founded co-founded runs ran owns owned leads led built created started heads headed sold bought has had".split()
)
_CLOSES = frozenset((",", ".", "that", "which", "based", "in", "with", "controlled", "owned", "listed"))


def without_firms(words: Sequence[str], mentions: Sequence[Mention], known: Knowledge) -> list[Mention]:
    """The mentions without words that are firms', papers' or parties' by a list or by what the text says of them.

    A word in a person's full name, or with a title before it, is that person's.
    """
    told: dict[str, bool] = {}
    for mention in mentions:
        if mention.last - mention.first == 1 and not told.get(mention.text):
            told[mention.text] = _may_be_firm(words, mention, known) and _is_firm(words, mention.first)
    return [m for m in mentions if m.last - m.first > 1 or not told[m.text]]


def _may_be_firm(words: Sequence[str], mention: Mention, known: Knowledge) -> bool:
    part = parts_of(mention.text)[0]
    named = part in known.family or part in known.first
    return not named and title_before(words, mention.first) == mention.first


def _is_firm(words: Sequence[str], at: int) -> bool:
    """Whether a list knows the word at `at` as a firm's, or it has what only firms have."""
    word = plain(words[at])
    if word in entries("press") or word in entries("firms"):
        return True
    before, above = (words[at - 1] if at else ""), (words[at - 2].lower() if at > 1 else "")
    after, then = [*words[at + 1 : at + 3], "", ""][:2]
    if before in ("of", "in") and above in ("shares", "stake", "stakes", "shareholders", "unit"):
        return True
    if before.lower() in _KIND and above in ("the", "a") and after not in _DOES:
        return True
    if after in _STOCK or (after in OWNER and then in ("shareholders", "subsidiary")):
        return True
    if after == "," and then in ("a", "the", "an"):
        return any(
            words[k] in _KIND and words[k + 1 : k + 2] != [] and words[k + 1] in _CLOSES
            for k in range(at + 3, min(at + 7, len(words)))
        )
    if after not in SPEECH and not after.endswith("ed"):
        return False
    reach = words[at + 2 : at + 2 + _REACH]
    its = next((k for k, w in enumerate(reach) if w == "its"), -1)
    return its >= 0 and not _HAS.isdisjoint(reach[its + 1 : its + 4])
