"""Evidence for and against a person around a run of capitalised words, by plain rules.

The rules give the tagger's marks a reason that a reader understands, rescue what it doubts, and find titles. They
look a bounded number of words to each side: linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.detect.lexicon import (
    ARTICLES,
    NOT_NAMES,
    ORG_ENDS,
    PARTICLES,
    ROLES,
    SPEECH,
    TITLE_PARTS,
    TITLES,
    entries,
)  # fmt: skip
from reader.detect.people.honorifics import honorific, honorific_before
from reader.detect.people.spelling import KUNYA
from reader.detect.people.tokens import OWNER, Tokens

# Between the parts of a name; the others are English words far more often: "Sarker at Chandsar".
_BRIDGES = PARTICLES - frozenset(("at", "as", "an"))


@lru_cache(maxsize=65536)
def is_capitalised(word: str) -> bool:
    """Whether a word looks like a part of a name: "Karim", "al-Khafaji", "J.", "d'Estaing"."""
    if word[0].isupper():
        return True
    if (len(word) > 3 and word[:3] in ARTICLES) or word[:4] in ARTICLES:
        return word.rpartition("-")[2][:1].isupper()
    if word[:2] in ("ka", "wa") and word[2:3].isupper():
        return True
    return word[:2] in ("d'", "d’", "l'", "l’") and word[2:3].isupper()


def runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words, with the particles between them."""
    at, count = 0, len(words)
    while at < count:
        if not is_capitalised(words[at]):
            at += 1
            continue
        end = at + 1
        while end < count:
            word = words[end]
            if is_capitalised(word):
                end += 1
                continue
            ahead = end
            while ahead < count and ahead - end < 3 and words[ahead].lower() in _BRIDGES:
                ahead += 1
            if (
                ahead == end
                or ahead >= count
                or not is_capitalised(words[ahead])
                or words[end] in ("y", "e", "and")
            ):
                break
            end = ahead + 1
        yield at, end
        at = end


def plain(word: str) -> str:
    """The form of a word in the lexicon: lower case, no full stop."""
    return word.lower().rstrip(".")


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a `plain` word is a title, or several joined by hyphens: "colonel-major"."""
    if "-" not in word:
        return word in TITLES
    parts = word.split("-")
    return word in TITLES or (
        len(set(parts)) == len(parts) and all(part in TITLES or part in TITLE_PARTS for part in parts)
    )


def title_before(words: Sequence[str], at: int, low: int = 0) -> int:
    """The index where the title that ends before word `at` starts; `at` where there is none.

    A title is a run of title words, the last of them a full title ("Deputy Prime Minister", "Lt. Gen."), or one
    with what it is a title of ("Secretary of State", "Minister of Finance").
    """
    if is_dr_congo(words, at):
        return at
    at = _before_office(words, at, low)
    start = honorific_before(words, at, low)
    if start == at and at > low and is_title(plain(words[at - 1])):
        start = at - 1
    if start == at and at > low + 1 and words[at - 1] == "." and "-" in words[at - 2]:
        start = at - 2 if is_title(plain(words[at - 2])) else at  # "Maj-Gen."
    if start < at:
        while start > low and at - start < 7:
            word = plain(words[start - 1])
            capital = words[start - 1][0].isupper()
            if (
                word in TITLES or (word in TITLE_PARTS and (capital or word in ("deputy", "prime", "former")))
            ) and (word not in ("and", "of", "the", "for")):
                start -= 1
            else:
                break
    return start


def is_dr_congo(words: Sequence[str], at: int) -> bool:
    """Whether word `at` is that of the Democratic Republic of the Congo, whose letters look like a doctor's."""
    return at > 0 and words[at : at + 1] == ["Congo"] and words[at - 1] in ("DR", "D.R.", "Dr")


def _before_office(words: Sequence[str], at: int, low: int) -> int:
    """The index of "of" where the words before `at` are an office of which somebody is a minister, else `at`."""
    start = at
    while (
        start > low
        and at - start < 5
        and (plain(words[start - 1]) in _OFFICES or words[start - 1] in ("and", "the", "&"))
    ):
        start -= 1
    office = start < at and words[at - 1][0].isupper() and start - 1 > low and words[start - 1] == "of"
    return start - 1 if office and plain(words[start - 2]) in TITLES else at


_OFFICES = TITLE_PARTS - frozenset("the of and for".split()) | frozenset(
    """affairs youth sports information communications tourism energy petroleum mines water lands housing women
    veterans war treasury intelligence religion culture works industry commerce budget refugees prisons naval
    operations protocol industries""".split()
)


def is_before_names(word: str) -> bool:
    """Whether a `plain` word stands before names and is no part of one: a title, a role, a people, "But"."""
    return (
        word in TITLES
        or word in TITLE_PARTS
        or word in NOT_NAMES
        or word in ROLES
        or word in entries("demonyms")
    )


def strip_titles(words: Sequence[str], first: int, last: int) -> int:
    """The index of the first word of a name in a run, behind titles and words that open sentences."""
    at = first
    while at < last - 1:
        if titles := honorific(words, at, last):
            at += titles
        elif is_before_names(plain(words[at])) or says(words, at, last):
            at += 1
        else:
            break
    return at


def says(words: Sequence[str], first: int, last: int) -> bool:
    """Whether "Said" opens a sentence before the one who says it: "Said Björk Åkesson: “No.”"."""
    opens = not first or words[first - 1] in ("\n", ".", "”", '"', "?", "!")
    return words[first] == "Said" and last - first > 2 and opens and words[last : last + 1] == [":"]


def weigh(tokens: Tokens, first: int, last: int) -> tuple[float, str]:
    """Points for a person at tokens `first` to `last` (titles stripped), and the best reason."""
    words = tokens.words
    name = [plain(w) for w in words[first:last]]
    tail = name[-1]
    if len(name) == 1 and (tail in NOT_NAMES or is_title(tail) or tail in TITLE_PARTS or tail in ROLES):
        return -5.0, ""
    title = title_before(words, first)
    clues = [
        *_signs_of_something_else(words[last - 1], name, titled=title < first),
        *_clues_before(words, first, title),
        *_clues_beside(words, first, last, name),
        *_clues_inside(words[first:last], name),
    ]
    return sum(points for points, _ in clues), next((reason for _, reason in clues if reason), "")


def _signs_of_something_else(last_word: str, name: list[str], *, titled: bool) -> Iterator[tuple[float, str]]:
    """Points against a person: the name ends like a body, is a place, holds words that no name holds."""
    tail, whole = name[-1], " ".join(name)
    if (
        tail in ORG_ENDS
        or (last_word.isupper() and len(tail) > 1)
        or (not titled and name[0] not in KUNYA and any(w in entries("demonyms") for w in name))
    ):
        yield -3, ""
    if whole in entries("places") or whole in entries("outlets") or whole in entries("bodies"):
        yield -4, ""
    elif tail in entries("places"):
        yield -1.5, ""
    if not titled and name[0] not in KUNYA and any(w in NOT_NAMES for w in name):
        yield -2, ""


def _clues_before(words: Sequence[str], first: int, title: int) -> Iterator[tuple[float, str]]:
    """Points for a title (which starts at `title`) or a role before the name."""
    before = plain(words[first - 1]) if first else ""
    if title < first:
        capital = next((k for k in range(title, first) if words[k][0].isupper()), title)
        yield 3, f"after the title “{' '.join(words[capital:first]).replace(' .', '.')}”"
    elif before in ROLES or (before == "," and first > 1 and plain(words[first - 2]) in ROLES):
        yield 1.5, f"after the role “{before if before in ROLES else words[first - 2]}”"


def _clues_beside(
    words: Sequence[str], first: int, last: int, name: list[str]
) -> Iterator[tuple[float, str]]:
    """Points for the one thing right behind the name, or a verb of saying before it."""
    several = len(name) > 1
    before = plain(words[first - 1]) if first else ""
    after = words[last] if last < len(words) else ""
    after_next = words[last + 1].lower() if last + 1 < len(words) else ""
    if after in SPEECH or before in ("said", "told", "says"):
        yield 1.5 if several else 1.2, f"beside “{after if after in SPEECH else before}”"
    elif after in _HUMAN or before in _DONE_TO_PEOPLE:
        yield 1.0 if several else 0.6, f"beside “{after if after in _HUMAN else before}”"
    elif before == "in" and words[first - 2] in ("swore", "sworn"):
        yield 1.0 if several else 0.6, f"beside “{words[first - 2]} in”"
    elif after == "," and (after_next in _DESCRIBES or after_next.isdigit()):
        yield 0.8 if several else 0.2, "described after a comma"
    elif after in OWNER and not several and name[0][:3] in ARTICLES:
        yield 2, "shape of a name"
    elif after == "(" and several and after_next in ("abu", "abou", "umm"):
        yield 1.5, "before a name of war"
    elif after == ":" and (first == 0 or before == "\n"):
        yield 1, "before a colon at the start of a line"


# What only people do, and what is done to people only; the tagger has not been told of them.
_HUMAN = frozenset(
    """spoke speaks wept weeps sang sings danced nodded grinned sighed whispered shouted yelled sobbed prayed preached
    graduated studied wed remarried divorced knelt frowned chuckled waved retired testifies phoned shrugs smiles laughs
    giggled winced blinked paused""".split()
)
_DONE_TO_PEOPLE = frozenset(
    """thanked praised congratulated hugged embraced kissed married wed interviewed befriended interrupted nicknamed
    named appointed hired sacked fired deposed ousted arrested jailed handcuffed questioned summoned pardoned
    freed extradited mourned buried quoted heckled greeted consoled coached phoned telephoned emailed""".split()
)
_DESCRIBES = frozenset("a an the who whose aged head chief".split())


def _clues_inside(inner: Sequence[str], name: list[str]) -> Iterator[tuple[float, str]]:
    """Points for known names, particles and initials among the words of the name."""
    several = len(name) > 1
    head, hyphen, _rest = name[0].partition("-")
    if name[0] in entries("forenames") or (hyphen and several and head in entries("forenames")):
        yield 2 if several else 0.8, "known given name"
    if name[-1] in entries("surnames"):
        yield 0.8, "known family name"
    if several:
        if any(w.lower()[:3] in ARTICLES or w.lower() in LINEAGE for w in inner):
            yield 1.6, "shape of a name"
        if any(len(w) == 2 and w[1] == "." for w in inner[1:-1]):
            yield 2, "initial inside"


#: Small words that stand inside names only.
LINEAGE = frozenset(
    "bin ibn abu abul bint binti van von ag ould mint walet ap ferch verch dela delos anak".split()
)


def is_lineage(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a small word that stands inside names only is between the words, or what only names begin and end with:
    "Iyad ag Ghali", "Abu Muslim al-Turkmani"."""
    if last - first > 2 and words[first].lower() in KUNYA and words[last - 1][:3].lower() in ARTICLES:
        return True
    return any(words[k] in LINEAGE for k in range(first + 1, last - 1))
