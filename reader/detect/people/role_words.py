"""The words of roles, and what stands between and around them: "deputy commander of the army"."""

from __future__ import annotations

from reader.detect.lexicon import ROLES
from reader.detect.people.rules import is_title, plain

#: Words inside the phrase of a role.
LINKS = frozenset(("of", "for", "at", "the", "’s", "'s", "and", "in", "on", "to", "&"))
#: Articles, and words that stand in their place.
POINTERS = frozenset("a an the his her its their own my our".split())
#: Words between a role and what it is a role of; an article behind one of them does not open the phrase.
BONDS = frozenset(("of", "for", "at", "in", "on", "to", "under", "with", "by", "from", "’s", "'s"))
#: Those of them that are prepositions.
PREPOSITIONS = BONDS - frozenset(("’s", "'s"))
#: Words that say whose.
POSSESSIVES = frozenset("his her its their our my your whose".split())
# More of what a person is, for the reader alone: the tagger has not been told of them.
_CALLINGS = frozenset(
    """cameraman camerawoman photojournalist videographer newscaster parliamentarian legislator reservist conscript
    counsel co-counsel padre clerk counselor counsellor convener convenor organiser organizer coordinator
    co-ordinator investigator consultant commentator broadcaster presenter anchor host blogger influencer co-owner
    co-author co-director co-producer patron principal fellow intern apprentice carpenter baker butcher barber
    seamstress tailor weaver blacksmith miner docker shepherd beekeeper gardener guide porter cook cleaner nanny
    cyclist rower archer fencer judoka gymnast weightlifter jockey caddie keeper batter skip seamer spinner""".split()
)
# Written small these are no titles.
_ONLY_CAPITAL = frozenset("major private count".split())
#: No role reaches over these, ends or verbs.
PRONOUNS = frozenset("i he she it we you they me him us them this that these those".split())
STOP = frozenset('.;:!?\n"“”()—–-')
VERBS = frozenset(
    """was is are were has have had who which that whose whom will would could said says told as but when while
    where if with from by after before during since until than then because how why including include includes
    like unlike amid despite over against between among alongside besides except about into via within
    show shows remain remains consist consists become becomes became""".split()
)


def is_role(word: str) -> bool:
    """Whether a word says what somebody is: "commander", "midwife"."""
    low = plain(word)
    if low in _ONLY_CAPITAL and word[0].islower():
        return False
    return low in ROLES or low in _CALLINGS or (is_title(low) and len(low) > 3)
