"""Mentions that the tagger missed: short forms of names given in full elsewhere, names inside long runs of
capitals, and runs that plain evidence speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.detect.lexicon import (
    BODY_TAILS,
    CRAFT_KINDS,
    HONOURS,
    KIN,
    LOCATIVE,
    NAMED_AFTER,
    NAMED_THINGS,
    NOT_NAMES,
    ORG_ENDS,
    PARTICLES,
    PLACE_HEADS,
    SPEECH,
    STATES,
    TITLES,
)
from reader.detect.people.appositions import roles_behind
from reader.detect.people.beside import is_ruled
from reader.detect.people.honorifics import honorific_before
from reader.detect.people.knowledge import Knowledge
from reader.detect.people.mention import Mention
from reader.detect.people.namesakes import is_a_site, is_named_with_a_title
from reader.detect.people.rules import is_lineage, plain, title_before, weigh
from reader.detect.people.spelling import parts_of
from reader.detect.people.tokens import OWNER, Tokens
from reader.detect.people.word_lists import shipped_lists

#: Points of evidence that mark what the tagger doubts.
RESCUE = 3.5
#: The same behind a title that only people have.
BORNE = 2.0
#: The points of a given name with a family name by the lists.
LISTED = 1.0
#: How sure the tagger must be of the one before "and" for a place's name behind it to be a person's.
PAIRED = 0.9
#: How likely the words of a name must be on the whole that no list knows.
HALF = 0.15
_SAY = frozenset(("said", "says", "told", "added"))
# What is of a person: "relatives of Mokbul".
_OF_PEOPLE = KIN | frozenset(
    """relatives family families friends supporters followers death arrest murder killing assassination body
    resignation parents children""".split()
)


def short_form(
    text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float], known: Knowledge
) -> Mention | None:
    """A mention that the tagger missed but a full name elsewhere vouches for."""
    words = tokens.words
    start, end = tokens.starts[first], tokens.ends[last - 1]
    name = text[start:end]
    if name in known.firms:
        return None
    parts = parts_of(name)
    full = known.whole.get(parts) or known.nicknames.get(name)
    if (
        full is None
        and last - first == 1
        and known.is_mostly_a_person(name)
        and belief.get(first, 0.0) >= 0.02
    ):
        if plain(words[first]) in NOT_NAMES or (first and words[first - 1].lower() == "the"):
            return None
        return Mention(start, end, name, first, last, 0.7, "a person elsewhere in this text")
    if full is None and len(parts) > 1:
        whole = known.family.get(parts[-1])  # "Corrêa do Lago" of André Corrêa do Lago
        full = whole if whole is not None and parts_of(whole.text)[-len(parts) :] == parts else None
    if full is None and len(parts) == 1:
        family = known.family.get(parts[0])
        full = family or known.first.get(parts[0])
        if full is None or _is_another_word(words, first, last, full, family is None, belief, known):
            return None
    if full is None or len(name) < 3:
        return None
    return Mention(
        start, end, name, first, last, max(0.6, min(0.9, full.score - 0.1)), f"short for “{full.text}”"
    )


def _is_another_word(
    words: Sequence[str], first: int, last: int, full: Mention, given: bool, belief: dict[int, float],
    known: Knowledge,
) -> bool:  # fmt: skip
    """Whether a word that is part of the name `full` (its first if `given`) stands here for something else."""
    if is_ruled(words, first) or is_a_site(words, first, last):
        return True
    word, lists = plain(words[first]), shipped_lists()
    seen = belief.get(first, 0.1)
    before = words[first - 1].lower() if first else "\n"
    acts = _acts(words, first, last, before)
    sure = acts and not given and full.score >= 0.8 and full.text.endswith(words[first])
    sure_title = sure and word in TITLES
    if word in NOT_NAMES or word in ORG_ENDS or (word in lists.demonyms | TITLES and not sure):
        return True
    if last < len(words) and words[last] in CRAFT_KINDS:
        return True
    if words[last : last + 1] == [","] and last + 1 < len(words) and plain(words[last + 1]) in STATES:
        return True  # "In Marion, Ind."
    paired = first > 1 and before in ("and", "or") and belief.get(first - 2, 0.0) >= PAIRED and not given
    if word in lists.places and (before in LOCATIVE or (seen < 0.1 and not paired)):
        return True
    doubt = 0.05 if before not in ("\n", ".", "“", '"') else 0.15
    if word in lists.common and seen < doubt and not acts and words[first][1:].islower():
        return True
    if (given and seen < 0.1 and not _is_of_a_person(words, first)) or before == "the":
        return True
    owner = sure and word not in lists.places and words[last : last + 1] in (["'s"], ["’s"])
    return not (sure_title or owner) and (
        seen < 0.01 or known.is_rarely_a_person(" ".join(words[first:last]))
    )


def _is_of_a_person(words: Sequence[str], first: int) -> bool:
    return first > 1 and words[first - 1] == "of" and words[first - 2].lower() in _OF_PEOPLE


def called_also(text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float]) -> Mention | None:
    """What a person named right before is called too: "Musa Abdullahi a.k.a Gaugai"."""
    words, starts, ends = tokens
    start, end = starts[first], ends[last - 1]
    found = _ALIAS.search(text, max(0, start - 14), start)
    if found is None or last - first > 2 or any(plain(w) in NOT_NAMES for w in words[first:last]):
        return None
    before = first - 1
    while before > 0 and (starts[before] >= found.start() or words[before] in (",", "(")):
        before -= 1
    if belief.get(before, 0.0) < PAIRED:
        return None
    return Mention(start, end, text[start:end], first, last, 0.7, f"after “{found[1] or found[2]}”")


_ALIAS = re.compile(
    r"\b(a\.?k\.?a|alias|a/k/a)\b[\s.“\"‘'`(,:]{1,4}$|\b(nicknamed|known as) [“\"‘]?$", re.IGNORECASE
)


def _acts(words: Sequence[str], first: int, last: int, before: str) -> bool:
    """Whether a verb of saying or doing stands beside the words, or what they own: "Rivers said", "King's 11th"."""
    after = words[last] if last < len(words) else ""
    if before in ("the", "a", "an"):
        return False
    return before in _SAY or (after[:1].islower() and after in SPEECH) or after in OWNER


def rescue(text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float]) -> Mention | None:
    """A run that the tagger was not sure of but plain evidence around it speaks for."""
    words = tokens.words
    seen = [belief.get(k, 0.0) for k in range(first, last)]
    mean = sum(seen) / len(seen)
    title = title_before(words, first)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if last - first == 2 and _is_plainly_named(words, first):
        return Mention(start, end, text[start:end], first, last, 0.6, "known given name")
    borne = (title < first and _is_borne(words, first, last)) or is_lineage(words, first, last)
    called = _is_of_a_calling(words, first, last)
    borne = borne or called
    if (mean < (0.05 if last - first > 1 else 0.08) and not borne) or last - first > 4:
        return None
    if last - first == 1 and first and words[first - 1] in ("the", "The"):
        return None
    if last - first > 1 and plain(words[last - 1]) in BODY_TAILS:
        return None
    points, reason = weigh(tokens, first, last)
    if called:
        points, reason = points + BORNE, reason or f"after the role “{words[first - 1]}”"
    if last - first > 1 and is_of_listed_names(tokens, first, last):
        points += LISTED
    clean = last - first > 1 and mean >= HALF and points >= 1 and are_unheard_of(words, first, last)
    if points + 5 * mean < (BORNE if borne or clean else RESCUE):
        return None
    if title < first and is_named_with_a_title(words, title, last):
        return None
    return Mention(
        start, end, text[start:end], first, last, min(0.75, (0.45 if borne else 0.3) + mean), reason
    )


def are_unheard_of(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words are those of no place, people or body and no ordinary ones: "swore in Purbaya Yudhi Sadewa"."""
    lists = shipped_lists()
    others = (lists.common, lists.places, lists.towns, lists.demonyms, _NO_NAMES, PLACE_HEADS)
    if last < len(words) and words[last] in _QUARTERS:
        return False
    return all(
        w.istitle() and w[-1].isalpha() and len(w) > 2 and not any(plain(w) in known for known in others)
        for w in words[first:last]
    )


def _is_of_a_calling(words: Sequence[str], first: int, last: int) -> bool:
    """Whether what only people are stands right before two words that are no ordinary ones: "counterpart Gabrielius
    Landsbergis"."""
    called = last - first == 2 and first > 0 and words[first - 1] in _CALLED
    return called and are_unheard_of(words, first, last)


def _is_plainly_named(words: Sequence[str], first: int) -> bool:
    """Whether two words are a listed given and family name and nothing else: "allied with Gulbuddin Hekmatyar"."""
    lists, head, tail = shipped_lists(), plain(words[first]), plain(words[first + 1])
    others = (lists.common, lists.places, lists.towns)
    named = head in lists.given and (tail in lists.family or tail in lists.rarer_family)
    named = named or (tail in _BEHIND_BENGALI and len(head) > 4 and head.endswith(("ul", "ur")))
    mixed = not (words[first].isupper() or words[first + 1].isupper())
    return named and mixed and not any(head in other or tail in other for other in others)


# What only people are, written small before the name.
_CALLED = KIN | frozenset(
    """counterpart spokesman spokeswoman spokesperson lawyer attorney journalist reporter correspondent activist
    lawmaker economist historian professor farmer student resident colleague aide adviser advisor cleric militant
    soldier policeman businessman businesswoman politician diplomat teenager lecturer cameraman photographer driver
    dissident blogger researcher scholar nurse surgeon refugee survivor suspect gunman fisherman teacher""".split()
)
# What Bengali given names that end in an article have behind them: "Shahidul Islam", "Habibur Rahman".
_BEHIND_BENGALI = frozenset(
    "islam rahman haque haq huq hoque alam huda kabir hasan karim ahsan amin bari mannan momen salam hossain".split()
)


# What only people are called.
_BORNE_BY_PEOPLE = frozenset(
    """king queen prince princess lord ayatollah mullah emperor empress senator congressman congresswoman archbishop
    cardinal mr mrs ms dr gen lt col maj capt sgt cpl gov sen rep prof lady sir dame baroness countess duchess viscount
    sheikha""".split()
)
# What bodies, ships, quarters and heroes are called too, by a word of their own: "Sheikh Maqsoud", "General Motors".
_BORNE_IN_FULL = frozenset(
    "general colonel captain major commander judge justice imam pope sheikh sheik sultan emir".split()
)
_NO_NAMES = NOT_NAMES | ORG_ENDS | NAMED_THINGS
_QUARTERS = NAMED_AFTER | frozenset("neighborhood neighbourhood quarter suburb area square".split())


def _is_borne(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a title that only people have stands before words that are no ordinary ones, and no name goes on:
    "King Gyanendra", but "Queen Alia Street", "the Queen Vic"."""
    lists, title = shipped_lists(), words[first - 1]
    after, owned = [*words[last : last + 2], "", ""][:2]
    known = plain(title) in _BORNE_BY_PEOPLE or honorific_before(words, first) < first
    known = known or (plain(title) in _BORNE_IN_FULL and last - first > 1)
    goes_on = after == "the" or after in _QUARTERS or (after in OWNER and owned[:1].isupper())
    pub = first > 1 and words[first - 2].lower() == "the"
    if not known or not title[0].isupper() or goes_on or pub:
        return False
    name = {plain(w) for w in words[first:last]}
    return not (
        name & _NO_NAMES or any(len(w) < 2 or (w in lists.common and w not in lists.given) for w in name)
    )


def described(text: str, tokens: Tokens, first: int, last: int, known: Knowledge) -> Mention | None:
    """A given name with an ordinary word that what follows says is a person: "Robert House, who", "Katrina Bull, a
    candidate for the seat", "Guy Mansfield QC"."""
    words, lists = tokens.words, shipped_lists()
    end = last
    while end - first > 2 and words[end - 1].isupper() and plain(words[end - 1]) in _LETTERS:
        end -= 1
    head, name = plain(words[first]), text[tokens.starts[first] : tokens.ends[end - 1]]
    if not 2 <= end - first <= 3 or head in lists.places or head in lists.common:
        return None
    before, opening = words[first - 1] if first else "", words[last + 1] if last + 1 < len(words) else ""
    place = before in ("near", "in", "at", "from") or (
        before == "of" and first > 1 and words[first - 2][0].isupper()
    )
    rare = head in lists.rarer_given and opening in ("who", "a", "an")
    if place or opening in ("and", "or", "but") or not (head in lists.given or rare):
        return None
    if any(not w[0].isupper() or w.isupper() or plain(w) in NOT_NAMES for w in words[first:end]):
        return None
    folded = name.lower()
    if folded in lists.bodies or folded in lists.places or folded in lists.towns or name in known.firms:
        return None
    who = words[last : last + 2] == [",", "who"]
    if end == last and not who and not roles_behind(words, last):
        return None
    return Mention(
        tokens.starts[first], tokens.ends[end - 1], name, first, end, 0.75, "described after a comma"
    )


# Letters behind the names of people only.
_LETTERS = HONOURS - frozenset("ma ba ra ret md rn dds jp cpa".split())


def is_of_listed_names(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the lists know the first word as a given name and the last as a name of either sort."""
    lists = shipped_lists()
    head, tail = plain(tokens.words[first]), plain(tokens.words[last - 1])
    return (head in lists.given or head in lists.rarer_given) and (
        tail in lists.family or tail in lists.rarer_family or tail in lists.given
    )


def full_form(text: str, tokens: Tokens, first: int, last: int, known: Knowledge) -> Mention | None:
    """A full name that the tagger missed but whose family name is a person's elsewhere in the text."""
    words, lists = tokens.words, shipped_lists()
    if not 2 <= last - first <= 5 or not any(plain(w) in lists.given for w in words[first : last - 1]):
        return None
    tail = last - 1
    while tail > first + 1 and words[tail - 1] in PARTICLES:
        tail -= 1
    start, end = tokens.starts[first], tokens.ends[last - 1]
    family = text[tokens.starts[tail] : end]
    if not known.is_mostly_a_person(family) or plain(words[last - 1]) in ORG_ENDS:
        return None
    return Mention(
        start, end, text[start:end], first, last, 0.75, f"“{family}” is a person elsewhere in this text"
    )
