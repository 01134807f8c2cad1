"""What looks like a person and is something else by lists or by the words around: places, bodies, works, storms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.detect.lexicon import (
    AILMENTS,
    BODY_HEADS,
    BODY_TAILS,
    CRAFT,
    CRAFT_KINDS,
    LOCATIVE,
    NAMED_AFTER,
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
from reader.detect.people.beside import (
    RULERS,
    closes_body,
    closes_firm,
    has_inner_capital,
    is_a_cry,
    is_a_town_named_after,
    is_beast,
    is_cited,
    is_counted_with_sites,
    is_edited,
    is_named_already,
    is_numbered_part,
    is_ruled,
    numbers_a_section,
    opens_a_dateline,
    speaks_of_oil,
)
from reader.detect.people.knowledge import stands_for_body
from reader.detect.people.mention import Mention
from reader.detect.people.namesakes import is_behind_a_kind, is_named_with_a_title
from reader.detect.people.rules import is_dr_congo, plain, title_before
from reader.detect.people.tokens import OWNER, Tokens
from reader.detect.people.word_lists import shipped_lists

#: Words that are never a given name where they stand before a name.
NO_GIVEN_NAME = TITLES | TITLE_PARTS | ROLES | NOT_NAMES | ORG_ENDS
_STREETS = ("platz", "strasse", "straße", "gasse", "allee", "plein", "straat", "gatan", "gade")
_CREEDS = frozenset("catholic catholics orthodox lutheran anglican methodist baptist protestant".split())
_PAPERS = frozenset(
    """statesman herald tribune times news post sentinel journal gazette dispatch courier bulletin register telegram
    chronicle examiner leader record union press""".split()
)
_WHERE = frozenset("at on in near".split())
# What is done to towns in war: "seized Surt".
_TAKEN = frozenset(
    """seized retook retake recaptured overran overrun besieged encircled shelled bombed bombarded liberated stormed
    entered reached taken captured""".split()
)
_PARTIES = frozenset(("tory", "tories", "lib dem", "lib dems"))
_OF_FIRMS = frozenset("founder founders co-founder co-founders shareholders subsidiary subsidiaries".split())
_MAGNITUDES = frozenset("hundred thousand million billion trillion lakh crore".split())
_MODALS = frozenset("to can could will would may might must should not".split())
_HOUSES = frozenset("court church cathedral hospital convent abbey".split())


def heads_a_column(words: Sequence[str], mention: Mention) -> bool:
    """Whether an ordinary word stands alone between the bars of a table: "| Player |"."""
    if mention.last - mention.first > 1 or not mention.first or mention.last >= len(words):
        return False
    known = shipped_lists()
    low = plain(words[mention.first])
    return words[mention.first - 1] == "|" == words[mention.last] and (low in known.common or low in ROLES)


class _Sight(NamedTuple):
    """A proposed mention with what stands around it; `cut`: the tagger had it begin with words that were cut off."""

    words: Sequence[str]
    first: int
    last: int
    score: float
    cut: bool
    low: str
    single: bool
    head: str
    tail: str
    before: str
    after: str

    @classmethod
    def of(cls, words: Sequence[str], mention: Mention, cut: bool) -> _Sight:
        first, last = mention.first, mention.last
        return cls(
            words, first, last, mention.score, cut, mention.text.lower().replace("’", "'"), last - first == 1,
            plain(words[first]), plain(words[last - 1]), plain(words[first - 1]) if first else "",
            words[last] if last < len(words) else "",
        )  # fmt: skip

    def word(self, ahead: int) -> str:
        """The word `ahead` places behind the mention, "" past the end."""
        return self.words[self.last + ahead] if self.last + ahead < len(self.words) else ""


def is_something_else(tokens: Tokens, mention: Mention, cut: bool) -> bool:
    """Whether lists or the words around say that a proposed mention is a place, a body, a work or a storm.

    `cut`: the tagger had it begin with several words before, that were cut off.
    """
    title = title_before(tokens.words, mention.first)
    if title < mention.first:
        tail = plain(tokens.words[mention.last - 1])
        quarter = mention.last - mention.first > 1 and tail in BODY_TAILS
        dateline = opens_a_dateline(tokens.words, title, mention.last)  # "GENERAL SANTOS, Philippines - "
        town = is_a_town_named_after(tokens.words, mention.last)
        return quarter or dateline or town or is_named_with_a_title(tokens.words, title, mention.last)
    seen = _Sight.of(tokens.words, mention, cut)
    for look in (
        _by_lists,
        _by_form,
        _by_its_article,
        _by_namesake,
        _by_its_end,
        _by_what_follows,
        _by_what_it_is_called,
    ):
        if (verdict := look(seen)) is not None:
            return verdict
    return False


# Each of these says whether the mention is something else, or None where it cannot tell.


def _by_lists(seen: _Sight) -> bool | None:
    lists, low = shipped_lists(), seen.low
    if low in _PARTIES or (seen.single and is_dr_congo(seen.words, seen.first)):
        return True
    if seen.single and seen.before == "ruling":
        return True  # "the ruling Al-Sabah"
    if low in RULERS and seen.after == "of" and seen.word(1)[:1].isupper():
        return True  # "met Obi of Onitsha"
    if low in lists.bodies:
        if seen.single:
            return seen.score < 0.9 and low not in lists.family
        return seen.score < 0.98 or low.startswith(("al-", "al ", "asharq"))
    if seen.single and low in NOT_NAMES and low not in lists.family and low not in lists.given:
        return True
    if seen.single and low.rstrip(".") in STATES and seen.before == ",":
        return True  # "HAYWARD, Calif."
    where = seen.before in LOCATIVE or seen.before in _TAKEN
    if seen.low == "brent" and speaks_of_oil(seen.words, seen.first):
        return True
    if (
        not seen.single
        and seen.low in lists.towns
        and seen.head not in lists.given
        and (where or seen.score < 0.99 or seen.head not in lists.rarer_given)
    ):
        return True  # "near Manolo Fortich"
    town = seen.single and (low in lists.towns or low in lists.places) and where
    sure = 0.97 if seen.before in _TAKEN else 0.9
    return True if town and seen.score < sure and low not in lists.family and low not in lists.given else None


def _by_form(seen: _Sight) -> bool | None:
    words, first, single = seen.words, seen.first, seen.single
    return (
        (single and (_is_shouted(seen) or seen.before == "°" or is_a_cry(words, first)))
        or (seen.before in ("called", "named", "dubbed") and is_beast(words, first))
        or numbers_a_section(words, first, seen.last)  # "D. SDF."
        or is_numbered_part(words, first, seen.last)
        or (single and seen.score < 0.97 and seen.before in _MAGNITUDES)  # "12 thousand Kina"
        or seen.before == "pronounced"
        or opens_a_dateline(words, first, seen.last)  # "LE BOURGET, France – "
        or (single and seen.low.endswith(_STREETS) and seen.low not in _STREETS)  # "Alexanderplatz"
        or (
            single and seen.score < 0.99 and seen.before not in ("@", "#") and has_inner_capital(words[first])
        )
        or (single and seen.score < 0.95 and stands_for_body(words, first, seen.last))
        or None
    )


def _by_its_article(seen: _Sight) -> bool | None:
    """A given name that is an ordinary word too is that word behind an article: "the Bill", "this Grant"."""
    lists = shipped_lists()
    noun = (
        seen.single and seen.low in lists.common and seen.low in lists.given and seen.low not in lists.family
    )
    loose = (seen.after[:1].islower() and seen.after not in _HOUSEHOLD) or not seen.after[:1].isalpha()
    couple = seen.after in _AND and seen.word(1)[:1].isupper()  # "the Bill and Melinda foundation"
    if seen.before in ("a", "an") and seen.after in _ENDS and seen.low not in lists.family:
        return True  # "bids for a Gasparo da Salo."
    return True if noun and loose and not couple and seen.before in _ARTICLES else None


_ENDS = frozenset((",", ".", ";", ")", "?", "!", "\n", ""))
_ARTICLES = frozenset("the this these those a an each another any every its".split())
_AND = frozenset(("and", "&", "or"))
_HOUSEHOLD = frozenset(
    "administration presidency cabinet family families brothers sisters campaign era".split()
)


def _by_namesake(seen: _Sight) -> bool | None:
    words, first, single = seen.words, seen.first, seen.single
    if (
        single
        and seen.tail in ORG_ENDS
        and first
        and words[first - 1][0].isupper()
        and not words[first - 1].isupper()
    ):
        return seen.before not in NO_GIVEN_NAME  # "Volcano National Park", but "President Park"
    behind = not seen.cut and is_behind_a_kind(words, first)
    return True if behind or (seen.head in NAMESAKES and not single) else None


def _by_its_end(seen: _Sight) -> bool | None:
    single, family = seen.single, shipped_lists().family
    full = seen.last - seen.first == 2 and seen.head in shipped_lists().given and seen.score >= 0.9
    if full and seen.before not in _WHERE:
        return None  # "Tom Ridge", "Nathan Law of Demosisto"
    if seen.tail in ORG_ENDS and (seen.after == "of" or (not single and seen.tail not in family)):
        return True
    if not single and (
        (seen.tail in BODY_TAILS and seen.tail not in family)
        or seen.tail in _CREEDS  # "a Roman Catholic high school"
        or ("-" in seen.tail and seen.tail.rpartition("-")[2] in _PAPERS)  # "the Austin American-Statesman"
    ):
        return True
    if not single and seen.before in _WHERE and seen.tail in ORG_ENDS and seen.after not in OWNER:
        return True  # "at Alice Tully Hall", "on Robin Lane"
    heads_none = seen.head in BODY_HEADS or seen.head in ("die", "das")  # "Die Polizei"
    return True if not single and (heads_none or seen.tail in ("s.a", "s.p.a", "l.p")) else None


def _by_what_follows(seen: _Sight) -> bool | None:
    words, last, single, score = seen.words, seen.last, seen.single, seen.score
    lists = shipped_lists()
    if single and score < 0.99 and (seen.before == "&" or seen.after == "&") and not is_cited(words, last):
        return True  # "Baker, Strand & Hollis"
    if single and seen.after in CRAFT_KINDS:
        return True
    craft = seen.low in CRAFT
    if single and score < 0.97 and craft and seen.low not in lists.family and seen.low not in lists.given:
        return True
    if single and score < (0.99 if craft else 0.97) and _is_numbered(seen):
        return True
    owned = seen.word(1) if seen.after in OWNER else ""
    if single and score < 0.99 and owned in _OF_FIRMS:
        return True  # "Hybe's founder"
    if owned[:1].isupper() and ((single and plain(owned) in OWNED) or plain(owned) in _HOUSES):
        return True  # "Lloyd's List", "St. Joseph's Hospital"
    if owned in AILMENTS or (single and seen.after[:1].isupper() and closes_firm(words, last)):
        return True
    if not single and seen.before == "the" and seen.after[:1].isupper() and closes_body(words, last):
        return True  # "the Robert C. Byrd Education Center"
    return None


def _by_what_it_is_called(seen: _Sight) -> bool | None:
    words, first, score = seen.words, seen.first, seen.score
    above = plain(words[first - 2]) if first > 1 else ""
    if seen.before in ("“", '"') and above in THINGS:
        return True  # her novel "Florentin"
    if seen.after in NAMED_AFTER and (seen.single or score < 0.995 or seen.after[:3] == "air"):
        return score < 0.97 or not seen.single
    if score < 0.99 and is_counted_with_sites(words, first):
        return True
    if seen.single and score < 0.99 and (is_ruled(words, first) or is_edited(words, first)):
        return True
    in_state = seen.after == "," and plain(seen.word(1)) in STATES and seen.word(2) not in OWNER
    if in_state and seen.single and seen.word(2) == "." and seen.word(3) == ",":
        return True  # "Jackson, Miss., for"
    if (
        in_state and score < 0.98
    ):  # "Hawthorne, California", "in Marion, Ind.", but "Jauzion, France's captain"
        lists = shipped_lists()
        listed = seen.head in lists.given or (not seen.single and seen.head in lists.rarer_given)
        return not listed or seen.before in _WHERE
    if seen.before == "state" and first > 2 and above == "of":
        return False  # "secretary of state Wendy Sherman"
    verb = above in _MODALS  # "they can play Rui Costa"
    if not seen.single and score >= 0.7 and first > 1 and is_named_already(words, first - 2):
        return None  # "leader of Turan party Zhenish Moldokmatov"
    thing = (seen.before in THINGS and not verb) or (seen.before == "of" and above in SITES)
    return thing and words[first - 1][0].islower() and (seen.before != "of" or score < 0.99)


def _is_shouted(seen: _Sight) -> bool:
    """Whether a doubtful word stands among others in capitals: "THE MORNING LEDGER"."""
    word, before = seen.words[seen.first], seen.words[seen.first - 1] if seen.first else ""
    return seen.score < 0.97 and len(word) > 3 and word.isupper() and len(before) > 2 and before.isupper()


def _is_numbered(seen: _Sight) -> bool:
    """Whether a short number behind it is a part of the name: "Luna 2", "Luna-25"."""
    ahead = 0
    if seen.after == "-":
        ahead = 1
    elif (seen.score >= 0.9 and plain(seen.low) not in CRAFT) or seen.word(1) in ("-", "–", ":"):
        return False  # "Federer 6-4"
    number = seen.word(ahead).rstrip(".,")
    return number.isdigit() and len(number) < 4
