"""Passes over the document: what one place makes plain helps to judge all others.

A name given in full marks its later short forms; a word that is a place or a body everywhere else is no
person here; titles come off the name. All is linear in the number of words: every lookup is a dictionary's.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import PARTICLES
from reader.detect.people.beside import handles
from reader.detect.people.edges import from_kunya, moved, trim
from reader.detect.people.firms import without_firms
from reader.detect.people.honorifics import is_at_home
from reader.detect.people.households import governs, household
from reader.detect.people.initials import by_letters
from reader.detect.people.inside_runs import inside_run
from reader.detect.people.joins import (
    join_inverted,
    join_lines,
    join_nicknames,
    join_small_words,
    join_syllables,
)
from reader.detect.people.knowledge import Knowledge, Stretch
from reader.detect.people.mention import IN_A_LIST, Mention
from reader.detect.people.namesakes import bears_a_name
from reader.detect.people.pronouns import meant_by_pronoun
from reader.detect.people.reach import reach_left, reach_right
from reader.detect.people.relatives import mark_relatives
from reader.detect.people.rows import LIKE_ITS_ROW, fill_rows, rows_of
from reader.detect.people.rules import plain, strip_titles, weigh
from reader.detect.people.short_forms import (
    called_also,
    described,
    full_form,
    is_of_listed_names,
    rescue,
    short_form,
)
from reader.detect.people.spelling import parts_of
from reader.detect.people.tokens import Tokens
from reader.detect.people.told import is_a_gloss, is_a_tongue, is_told_to_be_a_thing
from reader.detect.people.vetoes import heads_a_column, is_something_else
from reader.detect.people.word_lists import shipped_lists

#: Below this a mention without support is not shown.
FLOOR = 0.4
#: The same for a full name and for a single word that nothing around speaks for.
BARE_FULL, BARE_WORD = 0.45, 0.55
#: How sure the tagger must be of a person in a list of other things, and how likely one in a list of people is.
UNLIKE_ITS_ROW = 0.95
_OPENERS = frozenset(("\n", ".", "?", "!", "“", '"', ":", "–", "—"))


def prepare(text: str, stretch: Stretch) -> None:
    """Trim what the backend proposed and drop what a list knows to be no person."""
    tokens, rows = stretch.tokens, rows_of(stretch)
    stretch.vetoed.update(handles(tokens))
    for proposed in stretch.proposal.mentions:
        proposed_first = proposed.first
        if proposed_first in stretch.vetoed:
            continue
        mention = trim(text, tokens, proposed)
        if mention is None:
            continue
        if (
            bears_a_name(tokens.words, mention)
            or heads_a_column(tokens.words, mention)
            or is_a_gloss(tokens.words, mention, stretch.mentions[-1] if stretch.mentions else None)
        ):
            stretch.vetoed.update(range(mention.first, mention.last))
            continue
        entry = mention.first, mention.last
        if (
            entry in rows.places
            or (entry in rows.others and mention.score < UNLIKE_ITS_ROW)
            or (
                entry not in rows.people
                and (
                    is_something_else(tokens, mention, mention.first - proposed_first > 1)
                    or _is_told(stretch, mention)
                )
            )
        ):
            stretch.things.update(tokens.words[mention.first : mention.last])
            stretch.vetoed.update(range(mention.first, mention.last))
            continue
        if entry in rows.people:
            mention.score, mention.reason = max(mention.score, LIKE_ITS_ROW), mention.reason or IN_A_LIST
        if stretch.mentions and stretch.mentions[-1].last > mention.first:
            continue
        low = stretch.mentions[-1].last if stretch.mentions else 0
        if mention.first == proposed_first:  # nothing was cut off
            mention = reach_left(text, stretch, mention, low)
        mention = reach_right(text, stretch, mention)
        stretch.mentions.append(mention)
    for join in (join_small_words, join_lines, join_nicknames, join_inverted, join_syllables):
        stretch.mentions = join(text, tokens, stretch.mentions)
    fill_rows(text, stretch, rows)
    mark_relatives(text, stretch)


def vouch(text: str, stretch: Stretch, known: Knowledge) -> None:
    """Have full names that plain evidence speaks for, though the tagger missed them, vouch for their short forms."""
    covered = stretch.vetoed | {k for m in stretch.mentions for k in range(m.first, m.last)}
    for first, last in stretch.runs:
        start = _start(stretch.tokens.words, first, last)
        if 1 < last - start <= 4 and covered.isdisjoint(range(start, last)):
            found = rescue(text, stretch.tokens, start, last, stretch.proposal.belief)
            if found is not None and found.text not in known.firms:
                known.hear_of(found)


def _start(words: Sequence[str], first: int, last: int) -> int:
    """Where the name in a run of capitals begins."""
    return from_kunya(words, strip_titles(words, first, last), last)


def _is_told(stretch: Stretch, mention: Mention) -> bool:
    """Whether the text says that the mention is no person, which then holds for all of the text."""
    words = stretch.tokens.words
    told = is_told_to_be_a_thing(words, mention) or is_a_tongue(words, mention.first, mention.last)
    if told:
        stretch.told.add(mention.text)
    return told


def decide(text: str, stretch: Stretch, known: Knowledge) -> list[Mention]:
    """The mentions of a stretch in the light of the whole text, with reasons."""
    tokens, belief = stretch.tokens, stretch.proposal.belief
    words = tokens.words
    kept: dict[int, Mention] = {}
    covered = set(stretch.vetoed)
    for mention in stretch.mentions:
        if _stands(tokens, mention, known):
            kept[mention.first] = mention
            covered.update(range(mention.first, mention.last))
    for first, last in stretch.runs:
        start = _start(words, first, last)
        free = [k for k in range(start, last) if k not in covered]
        found = None
        if len(free) == last - start <= 5 and words[start - 1 : start] != ["pronounced"]:
            found = (
                short_form(text, tokens, start, last, belief, known)
                or household(text, tokens, start, last, belief, known)
                or rescue(text, tokens, start, last, belief)
                or full_form(text, tokens, start, last, known)
                or described(text, tokens, start, last, known)
                or by_letters(text, tokens, start, last, known)
                or called_also(text, tokens, start, last, belief)
                or meant_by_pronoun(text, tokens, start, last, belief)
            )
        if found is not None and (
            found.text in known.firms
            or bears_a_name(words, found)
            or is_told_to_be_a_thing(words, found)
            or _is_known_thing(tokens, found, known)
            or _opens_a_headline(tokens, found, known)
        ):
            continue
        if found is not None:
            kept[start] = found
        elif free and last - first > 1:
            inside = inside_run(text, tokens, (first, last), free, belief, known)
            kept.update((m.first, m) for m in inside if m.text not in known.firms)
    result = without_firms(words, [kept[first] for first in sorted(kept)], known)
    for mention in result:
        _take_particles(text, tokens, mention, known)
        _drop_opening_word(text, tokens, mention, known)
        if not mention.reason:
            _points, reason = weigh(tokens, mention.first, mention.last)
            mention.reason = reason or _support(mention, known)
    return result


def _take_particles(text: str, tokens: Tokens, mention: Mention, known: Knowledge) -> None:
    """Take in the small words before a family name where the full name has them, and initials that look like a
    title: "asked [von Braun]"."""
    words, first = tokens.words, mention.first
    if first and words[first - 1] == "MK" and not is_at_home("mk", words, first):
        moved(text, tokens, mention, first - 1, mention.last)  # "MK Stalin"
        mention.reason = ""
        return
    if mention.last - first > 1 or not first:
        return
    whole = known.family.get(parts_of(mention.text)[-1])
    if whole is not None and words[first - 1].isupper() and len(words[first - 1]) > 2:
        given = [w for w in whole.text.split()[:-1] if w[0].isupper()]
        if "".join(w.rstrip(".").replace(".", "") for w in given) == words[first - 1]:
            moved(text, tokens, mention, first - 1, mention.last)  # "J. R. R. Tolkien", "JRR Tolkien"
            return
    small_word = words[first - 1].lower() in PARTICLES
    if words[first - 1].isalpha() and words[first - 1].istitle() and not small_word:
        syllable = text[tokens.starts[first - 1] : mention.end]
        if parts_of(syllable) in known.whole:
            moved(
                text, tokens, mention, first - 1, mention.last
            )  # "General Secretary To Lam", then "said [To] Lam"
        return
    if not small_word:
        return
    full = known.family.get(parts_of(mention.text)[-1])
    if full is None:
        return
    small = full.text.split()[:-1]
    while first and small and words[first - 1].lower() == small[-1] and small[-1] in PARTICLES:
        first -= 1
        small.pop()
    moved(text, tokens, mention, first, mention.last)


def _drop_opening_word(text: str, tokens: Tokens, mention: Mention, known: Knowledge) -> None:
    """Leave out the ordinary word that opens a sentence before a name known from elsewhere: "Viva Falcone"."""
    words, first, lists = tokens.words, mention.first, shipped_lists()
    if mention.last - first != 2 or (first and words[first - 1] not in _OPENERS):
        return
    word, whole = plain(words[first]), parts_of(mention.text)
    full = known.family.get(whole[-1])
    if (
        full is not None
        and len(whole) > 1
        and parts_of(full.text) != whole
        and word in lists.common
        and word not in lists.given
        and word not in lists.rarer_given
    ):
        moved(text, tokens, mention, first + 1, mention.last)


def _support(mention: Mention, known: Knowledge) -> str:
    parts = parts_of(mention.text)
    full = known.family.get(parts[-1])
    if full is not None and full.text != mention.text and len(parts) == 1:
        return f"short for “{full.text}”"
    return "stands like a person's name"


def _is_known_thing(tokens: Tokens, mention: Mention, known: Knowledge) -> bool:
    """Whether a word is the name of a thing elsewhere in the text and, as far as one sees, not a person's here."""
    if mention.text not in known.things:
        return False
    if parts_of(mention.text)[-1] not in known.family:
        return True
    more = known.things[mention.text] >= max(1, known.bearers[mention.text])
    return more and weigh(tokens, mention.first, mention.last)[1] in ("", "known family name")


def _opens_a_headline(tokens: Tokens, mention: Mention, known: Knowledge) -> bool:
    """Whether an ordinary word opens a line before a small word and is nobody's name elsewhere: "Ban on hunting"."""
    words, word = tokens.words, plain(tokens.words[mention.first])
    opens = mention.first == 0 or words[mention.first - 1] == "\n"
    if (
        not opens
        or mention.last >= len(words)
        or words[mention.last] not in ("on", "of", "for", "in", "at", "from")
    ):
        return False
    votes = known.votes.get(mention.text)
    alone = votes is None or votes.count == 1
    return alone and word in shipped_lists().common and parts_of(mention.text)[-1] not in known.family


def _stands(tokens: Tokens, mention: Mention, known: Knowledge) -> bool:
    """Whether a proposed mention holds against the rest of the text."""
    score = mention.score
    points, reason = weigh(tokens, mention.first, mention.last)
    if mention.reason:  # a list or a relative speaks for it
        points = max(points, 1.0)
    elif points >= 0.5:
        mention.reason = mention.reason or reason
    if points < 2 and mention.text in known.firms:
        return False
    after_the = mention.first > 0 and tokens.words[mention.first - 1] in ("the", "The")
    if (
        after_the
        and not (score >= FLOOR and governs(tokens.words, mention.last))
        and points < 0.5
        and parts_of(mention.text)[-1] not in known.family
    ):
        return False
    if mention.last - mention.first > 1:
        if score >= 0.5 * FLOOR and known.is_mostly_a_person(tokens.words[mention.last - 1]):
            return True  # "Kamchybek Tashiev", where "Tashiev's son" stands too
        return score >= (
            FLOOR if points >= 0.5 or is_of_listed_names(tokens, mention.first, mention.last) else BARE_FULL
        )
    if _opens_a_headline(tokens, mention, known):
        return False
    if parts_of(mention.text)[-1] in known.family:
        # James E. Webb and the Webb telescope: which of them is "Webb" without a word about people beside it?
        thing = known.things[mention.text] >= max(1, known.bearers[mention.text])
        if thing and score < 0.99 and reason in ("", "known family name"):
            return False
        return not known.is_rarely_a_person(mention.text)
    if mention.text in known.things and points < 2:
        return False
    mean = known.mean(mention.text)
    if mean < 0.35 and score < 0.8 and points < 3:
        return False
    return 0.7 * score + 0.3 * mean >= (FLOOR if points >= 0.5 else BARE_WORD)
