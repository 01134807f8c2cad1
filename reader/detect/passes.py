"""Passes over the document: what one place makes plain helps to judge all others.

A name given in full marks its later short forms; a word that is a place or a body everywhere else is no
person here; titles come off the name. All is linear in the number of words: every lookup is a dictionary's.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.edges import join_nicknames, moved, trim
from reader.detect.features import shipped_lists
from reader.detect.knowledge import Knowledge, Stretch, stands_for_body
from reader.detect.lexicon import (
    ANIMALS,
    BODY_HEADS,
    BODY_TAILS,
    CRAFT,
    NAMED_AFTER,
    NAMED_THINGS,
    NAMESAKES,
    NOT_NAMES,
    ORG_ENDS,
    OWNED,
    PARTICLES,
    ROLES,
    SITES,
    THINGS,
    TITLE_PARTS,
    TITLES,
)
from reader.detect.mention import Mention
from reader.detect.rules import plain, strip_titles, title_before, weigh
from reader.detect.short_forms import full_form, inside_run, rescue, short_form
from reader.detect.spelling import parts_of
from reader.detect.tokens import Tokens

#: Below this a mention without support is not shown.
FLOOR = 0.4
#: The same for a full name and for a single word that nothing around speaks for.
BARE_FULL, BARE_WORD = 0.55, 0.65
#: How likely a word before a name must be to count as its given name where no list knows it.
LEFT = 0.2
_NO_GIVEN_NAME = TITLES | TITLE_PARTS | ROLES | NOT_NAMES | ORG_ENDS
# Places that follow the town in them: "Hawthorne, California".
_STATES = frozenset(
    """alabama alaska arizona arkansas california calif colorado colo connecticut conn delaware florida fla
    georgia hawaii idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana maine maryland md
    massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb
    nevada nev oregon ore ohio oklahoma okla pennsylvania pa tennessee tenn texas tex utah vermont vt virginia
    va washington wash wisconsin wis wyoming wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va england scotland
    wales ontario quebec alberta australia canada france germany italy spain japan china india iraq syria iran
    turkey russia ukraine mexico brazil""".split()
)


_OWNER = ("'s", "’s")
_STREETS = ("platz", "strasse", "straße", "gasse", "allee", "plein", "straat", "gatan", "gade")
_KUNYA = ("Abu", "Abou", "Umm")
_HOUSES = frozenset("court church cathedral hospital convent abbey".split())
_CRAFT_KINDS = frozenset("rocket probe lander orbiter rover spacecraft telescope".split())


def prepare(text: str, stretch: Stretch) -> None:
    """Trim what the backend proposed and drop what a list knows to be no person."""
    tokens = stretch.tokens
    for proposed in stretch.proposal.mentions:
        proposed_first = proposed.first
        mention = trim(text, tokens, proposed)
        if mention is None:
            continue
        if _bears_a_name(tokens.words, mention) or _heads_a_column(tokens.words, mention):
            stretch.vetoed.update(range(mention.first, mention.last))
            continue
        if _is_something_else(tokens, mention, mention.first - proposed_first > 1):
            stretch.things.update(tokens.words[mention.first : mention.last])
            stretch.vetoed.update(range(mention.first, mention.last))
            continue
        if stretch.mentions and stretch.mentions[-1].last > mention.first:
            continue
        low = stretch.mentions[-1].last if stretch.mentions else 0
        if mention.first == proposed_first:  # nothing was cut off
            mention = _reach_left(text, stretch, mention, low)
        stretch.mentions.append(mention)
    stretch.mentions = join_nicknames(text, tokens, stretch.mentions)


def _reach_left(text: str, stretch: Stretch, mention: Mention, low: int) -> Mention:
    """The mention with the given name before it that the tagger left out: "his wife Manju Sam"."""
    words, lists = stretch.tokens.words, shipped_lists()
    first = mention.first
    if first > low + 1 and words[first - 2] in _KUNYA and words[first - 1][0].isupper():
        return moved(text, stretch.tokens, mention, first - 2, mention.last)  # "Abu Musab al-Zarqawi"
    initial = len(words[first]) == 2 and words[first][1] == "." and words[first][0].isupper()
    while first > low and mention.first - first < 2:
        word = words[first - 1]
        plain_word = plain(word)
        if len(word) == 2 and word[1] == "." and word[0].isupper() and mention.last - mention.first == 1:
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
        if plain_word in _NO_GIVEN_NAME or plain_word in lists.demonyms or plain_word in lists.places:
            break
        first -= 1
    return moved(text, stretch.tokens, mention, first, mention.last)


def _bears_a_name(words: Sequence[str], mention: Mention) -> bool:
    """Whether the word behind a full name makes it a day's, a prize's or a building's: "Nelson Mandela Day"."""
    after = words[mention.last] if mention.last < len(words) else ""
    return mention.last - mention.first > 1 and after[:1].isupper() and plain(after) in NAMED_THINGS


def _heads_a_column(words: Sequence[str], mention: Mention) -> bool:
    """Whether an ordinary word stands alone between the bars of a table: "| Player |"."""
    if mention.last - mention.first > 1 or not mention.first or mention.last >= len(words):
        return False
    known = shipped_lists()
    low = plain(words[mention.first])
    return words[mention.first - 1] == "|" == words[mention.last] and (low in known.common or low in ROLES)


def _is_something_else(tokens: Tokens, mention: Mention, cut: bool) -> bool:
    """Whether lists or the words around say that a proposed mention is a place, a body, a work or a storm.

    `cut`: the tagger had it begin with several words before, that were cut off.
    """
    words, lists = tokens.words, shipped_lists()
    first, last = mention.first, mention.last
    if title_before(words, first) < first:
        return False
    low = mention.text.lower().replace("’", "'")
    single = last - first == 1
    if single and low in lists.bodies:
        return mention.score < 0.9 and low not in lists.family
    if low in lists.bodies:
        return mention.score < 0.98 or low.startswith(("al-", "al ", "asharq"))
    if single and low in NOT_NAMES and low not in lists.family and low not in lists.given:
        return True
    head, tail = plain(words[first]), plain(words[last - 1])
    before = plain(words[first - 1]) if first else ""
    if single and low.rstrip(".") in _STATES and before == ",":
        return True  # "HAYWARD, Calif."
    if (single and _is_shouted(words, mention)) or (
        before in ("called", "named", "dubbed") and _is_beast(words, first)
    ):
        return True
    if single and low.endswith(_STREETS) and low not in _STREETS:
        return True  # "Alexanderplatz"
    if single and mention.score < 0.99 and before not in ("@", "#") and _has_inner_capital(words[first]):
        return True  # "KPlus", "MacBook"
    if single and mention.score < 0.95 and stands_for_body(words, first, last):
        return True
    if (
        single
        and tail in ORG_ENDS
        and first
        and words[first - 1][0].isupper()
        and not words[first - 1].isupper()
    ):
        return before not in _NO_GIVEN_NAME  # "Volcano National Park", but "President Park"
    if (before in NAMESAKES and not (cut or _is_shortstop(words, first))) or (
        head in NAMESAKES and not single
    ):
        return True
    after = words[last] if last < len(words) else ""
    if tail in ORG_ENDS and (after == "of" or (not single and tail not in lists.family)):
        return True
    if not single and tail in BODY_TAILS and tail not in lists.family:
        return True
    if single and after in _CRAFT_KINDS:
        return True
    if single and mention.score < 0.97:
        named = low in CRAFT and low not in lists.family and low not in lists.given
        if named or _is_numbered(words, last, mention):
            return True
    owned = words[last + 1] if after in ("'s", "’s") and last + 1 < len(words) else ""
    if owned[:1].isupper() and ((single and plain(owned) in OWNED) or plain(owned) in _HOUSES):
        return True  # "Lloyd's List", "St. Joseph's Hospital"
    if not single and (head in BODY_HEADS or tail in ("s.a", "s.p.a", "l.p")):
        return True
    if not single and before == "the" and after[:1].isupper() and _closes_body(words, last):
        return True  # "the Robert C. Byrd Education Center"
    if before in ("“", '"') and first > 1 and plain(words[first - 2]) in THINGS:
        return True  # her novel "Florentin"
    if (
        last < len(words)
        and words[last] in NAMED_AFTER
        and (single or mention.score < 0.995 or words[last][:3] == "air")
    ):
        return mention.score < 0.97 or not single
    if (
        last + 1 < len(words)
        and words[last] == ","
        and plain(words[last + 1]) in _STATES
        and mention.score < 0.98
        and not (last + 2 < len(words) and words[last + 2] in _OWNER)  # "Jauzion, France's captain"
    ):
        return head not in lists.given  # "Hawthorne, California"
    if before == "state" and first > 2 and words[first - 2] == "of":
        return False  # "secretary of state Wendy Sherman"
    thing = before in THINGS or (before == "of" and first > 1 and plain(words[first - 2]) in SITES)
    return thing and words[first - 1][0].islower() and (before != "of" or mention.score < 0.99)


_NAME_HEADS = frozenset("mc mac de di da du la le lo van von fitz ab al el o ha ben".split())


def _has_inner_capital(word: str) -> bool:
    """Whether a capital follows a small letter as in a brand, unlike "McCain" and "DeWine"."""
    for k in range(1, len(word)):
        if word[k].isupper() and word[k - 1].islower():
            return word[:k].lower() not in _NAME_HEADS or len(word) - k < 3
        if not word[k].isalpha():
            return False
    return len(word) > 3 and word[0].isupper() and word[1].isupper() and word[-1].islower()  # "KPlus", "EVs"


def _is_shouted(words: Sequence[str], mention: Mention) -> bool:
    """Whether a doubtful word stands among others in capitals: "THE MORNING LEDGER"."""
    word, before = words[mention.first], words[mention.first - 1] if mention.first else ""
    return mention.score < 0.97 and len(word) > 3 and word.isupper() and len(before) > 2 and before.isupper()


def _is_beast(words: Sequence[str], first: int) -> bool:
    """Whether what is called so is an animal: "the lamb, called Dolly"."""
    return any(words[k] in ANIMALS for k in range(max(0, first - 4), first - 1))


def _is_shortstop(words: Sequence[str], first: int) -> bool:
    """Whether "SS" before token `first` is a place on the field behind a team's name: "Royals SS Mendy Lopez"."""
    return first > 1 and words[first - 1] == "SS" and words[first - 2][0].isupper()


def _is_numbered(words: Sequence[str], at: int, mention: Mention) -> bool:
    """Whether a short number at token `at` is a part of the name: "Luna 2", "Luna-25"."""
    if at < len(words) and words[at] == "-":
        at += 1
    elif (mention.score >= 0.9 and plain(mention.text) not in CRAFT) or (
        at + 1 < len(words) and words[at + 1] in ("-", "–", ":")
    ):
        return False  # "Federer 6-4"
    number = words[at].rstrip(".,") if at < len(words) else ""
    return number.isdigit() and len(number) < 4


def _closes_body(words: Sequence[str], at: int) -> bool:
    """Whether the capitals that go on at token `at` end in a word for a body or a building."""
    end = at
    while end < len(words) and end - at < 6 and words[end][0].isupper():
        end += 1
    return plain(words[end - 1]) in ORG_ENDS


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
        start = strip_titles(words, first, last)
        free = [k for k in range(start, last) if k not in covered]
        found = None
        if len(free) == last - start <= 5:
            found = (
                short_form(text, tokens, start, last, belief, known)
                or rescue(text, tokens, start, last, belief)
                or full_form(text, tokens, start, last, known)
            )
        if found is not None and (found.text in known.firms or _is_known_thing(tokens, found, known)):
            continue
        if found is not None:
            kept[start] = found
        elif free and last - first > 1:
            inside = inside_run(text, tokens, (first, last), free, belief, known)
            kept.update((m.first, m) for m in inside if m.text not in known.firms)
    result = [kept[first] for first in sorted(kept)]
    for mention in result:
        _take_particles(text, tokens, mention, known)
        if not mention.reason:
            _points, reason = weigh(tokens, mention.first, mention.last)
            mention.reason = reason or _support(mention, known)
    return result


def _take_particles(text: str, tokens: Tokens, mention: Mention, known: Knowledge) -> None:
    """Take in the small words before a family name where the full name has them: "asked [von Braun]"."""
    words, first = tokens.words, mention.first
    if mention.last - first > 1 or not first or words[first - 1] not in PARTICLES:
        return
    full = known.family.get(parts_of(mention.text)[-1])
    if full is None:
        return
    small = full.text.split()[:-1]
    while first and small and words[first - 1] == small[-1] and small[-1] in PARTICLES:
        first -= 1
        small.pop()
    moved(text, tokens, mention, first, mention.last)


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


def _is_of_listed_names(tokens: Tokens, mention: Mention) -> bool:
    """Whether the lists know the first word as a given name and the last as a name of either sort."""
    lists = shipped_lists()
    head, tail = plain(tokens.words[mention.first]), plain(tokens.words[mention.last - 1])
    return (head in lists.given or head in lists.rarer_given) and (
        tail in lists.family or tail in lists.rarer_family or tail in lists.given
    )


def _stands(tokens: Tokens, mention: Mention, known: Knowledge) -> bool:
    """Whether a proposed mention holds against the rest of the text."""
    score = mention.score
    points, reason = weigh(tokens, mention.first, mention.last)
    if points >= 0.5:
        mention.reason = mention.reason or reason
    if points < 2 and mention.text in known.firms:
        return False
    after_the = mention.first > 0 and tokens.words[mention.first - 1] in ("the", "The")
    if after_the and points < 0.5 and parts_of(mention.text)[-1] not in known.family:
        return False
    if mention.last - mention.first > 1:
        return score >= (FLOOR if points >= 0.5 or _is_of_listed_names(tokens, mention) else BARE_FULL)
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
