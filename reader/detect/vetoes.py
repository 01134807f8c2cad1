"""What looks like a person and is something else by lists or by the words around: places, bodies, works, storms."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.features import shipped_lists
from reader.detect.knowledge import stands_for_body
from reader.detect.lexicon import (
    AILMENTS,
    ANIMALS,
    BODY_HEADS,
    BODY_TAILS,
    CRAFT,
    CRAFT_KINDS,
    NAMED_AFTER,
    NAMED_THINGS,
    NAMESAKES,
    NOT_NAMES,
    ORG_ENDS,
    OWNED,
    ROLES,
    SITES,
    STATES,
    THINGS,
    TITLE_PARTS,
    TITLES,
)
from reader.detect.mention import Mention
from reader.detect.rules import plain, title_before
from reader.detect.tokens import Tokens

#: Words that are never a given name where they stand before a name.
NO_GIVEN_NAME = TITLES | TITLE_PARTS | ROLES | NOT_NAMES | ORG_ENDS
_DASHES = ("-", "–", "—", "--")
_OWNER = ("'s", "’s")
_STREETS = ("platz", "strasse", "straße", "gasse", "allee", "plein", "straat", "gatan", "gade")
_WHERE = frozenset("at on in near".split())
_HOUSES = frozenset("court church cathedral hospital convent abbey".split())


def bears_a_name(words: Sequence[str], mention: Mention) -> bool:
    """Whether the word behind a full name makes it a day's, a prize's or a building's: "Nelson Mandela Day"."""
    after = words[mention.last] if mention.last < len(words) else ""
    return mention.last - mention.first > 1 and after[:1].isupper() and plain(after) in NAMED_THINGS


def heads_a_column(words: Sequence[str], mention: Mention) -> bool:
    """Whether an ordinary word stands alone between the bars of a table: "| Player |"."""
    if mention.last - mention.first > 1 or not mention.first or mention.last >= len(words):
        return False
    known = shipped_lists()
    low = plain(words[mention.first])
    return words[mention.first - 1] == "|" == words[mention.last] and (low in known.common or low in ROLES)


def is_something_else(tokens: Tokens, mention: Mention, cut: bool) -> bool:
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
    if single and low.rstrip(".") in STATES and before == ",":
        return True  # "HAYWARD, Calif."
    if (single and _is_shouted(words, mention)) or (
        before in ("called", "named", "dubbed") and _is_beast(words, first)
    ):
        return True
    if _opens_a_dateline(words, first, last):
        return True  # "LE BOURGET, France – "
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
        return before not in NO_GIVEN_NAME  # "Volcano National Park", but "President Park"
    if (before in NAMESAKES and not (cut or _is_shortstop(words, first))) or (
        head in NAMESAKES and not single
    ):
        return True
    after = words[last] if last < len(words) else ""
    if tail in ORG_ENDS and (after == "of" or (not single and tail not in lists.family)):
        return True
    if not single and tail in BODY_TAILS and tail not in lists.family:
        return True
    if not single and before in _WHERE and tail in ORG_ENDS and after not in _OWNER:
        return True  # "at Alice Tully Hall", "on Robin Lane"
    if single and mention.score < 0.99 and (before == "&" or after == "&") and not _is_cited(words, last):
        return True  # "Baker, Strand & Hollis"
    if single and after in CRAFT_KINDS:
        return True
    if single and mention.score < 0.97:
        named = low in CRAFT and low not in lists.family and low not in lists.given
        if named or _is_numbered(words, last, mention):
            return True
    owned = words[last + 1] if after in ("'s", "’s") and last + 1 < len(words) else ""
    if owned[:1].isupper() and ((single and plain(owned) in OWNED) or plain(owned) in _HOUSES):
        return True  # "Lloyd's List", "St. Joseph's Hospital"
    if owned in AILMENTS:
        return True
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
        and plain(words[last + 1]) in STATES
        and mention.score < 0.98
        and not (last + 2 < len(words) and words[last + 2] in _OWNER)  # "Jauzion, France's captain"
    ):
        return head not in lists.given or before in _WHERE  # "Hawthorne, California", "in Marion, Ind."
    if before == "state" and first > 2 and words[first - 2] == "of":
        return False  # "secretary of state Wendy Sherman"
    thing = before in THINGS or (before == "of" and first > 1 and plain(words[first - 2]) in SITES)
    return thing and words[first - 1][0].islower() and (before != "of" or mention.score < 0.99)


def _is_cited(words: Sequence[str], at: int) -> bool:
    """Whether a year follows soon after token `at`, as behind the authors of a paper: "Hall & Lee (1999)"."""
    return any(len(w) >= 4 and w[:4].isdigit() for w in words[at : at + 5])


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


def _opens_a_dateline(words: Sequence[str], first: int, last: int) -> bool:
    """Whether words in capitals at the start of a line are followed by a country, or an agency, and a dash."""
    if (first and words[first - 1] != "\n") or not all(w.isupper() for w in words[first:last]):
        return False
    after = words[last : last + 9]
    if not after or after[0] not in (",", "(", "/"):
        return False
    for at, word in enumerate(after):
        if word in _DASHES:
            return at > 1
        if word == "\n" or not (word[0].isupper() or word[0].isdigit() or word in (",", ".", "(", ")", "/")):
            return False
    return False


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
