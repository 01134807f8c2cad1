"""A person of one text: the parts and spellings of the name so far, and which mentions can be the same person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.detect.lexicon import long_list
from reader.detect.people.mention import Mention
from reader.detect.people.spelling import is_slip, is_within, middle_initials, same_part, skeleton

_VIETNAMESE = frozenset(
    map(skeleton, "nguyen tran pham hoang huynh vo dang bui ngo duong truong dinh trinh luong".split())
)
_CHILD_OF = ("bin", "ibn", "bint")


@dataclass(slots=True)
class Someone:
    """A person of one text: the mentions found so far."""

    parts: tuple[str, ...]
    spellings: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    given: str = ""
    name: str = ""
    goes_by: str = ""  # of two names the one used more often
    generation: str = ""

    @property
    def sex(self) -> str:
        """ "f" or "m" by title or given name, "" where neither tells."""
        known = _sex(self.titles)
        if not known and self.given:
            known = "f" if self.given in long_list("women") else "m" if self.given in long_list("men") else ""
        return known

    def is_spelt(self, word: str) -> bool:
        """Whether `word` stands in one of its spellings as it is."""
        return any(word in s.split() for s in self.spellings)

    def is_child_of(self, word: str) -> bool:
        """Whether every spelling ends in "bin" and `word`, which is the father then."""
        behind = [s.split()[-2:] for s in self.spellings]
        return all(len(b) == 2 and b[0] in _CHILD_OF and b[1] == word for b in behind)

    def is_of(self, generation: str) -> bool:
        """Whether nothing says that a mention with this mark is somebody else: Jr. is not Sr."""
        return not (generation and self.generation) or generation == self.generation

    def takes(self, parts: Sequence[str]) -> bool:
        """Whether a mention of at least two `parts` can be this person."""
        mine = self.parts
        if len(mine) == 1:
            return mine[0] == parts[-1]
        if (
            middle_initials(parts) != middle_initials(mine)
            and middle_initials(parts)
            and middle_initials(mine)
        ):
            return False  # George W. Bush, George H. W. Bush
        if len(parts) == len(mine):
            alike = [same_part(one, other) for one, other in zip(parts, mine, strict=True)]
            if len(parts) > 2 and sum(alike) == len(parts) - 1:  # Adel Abdul Mahdi, Adil Abdul-Mahdi
                at = alike.index(False)
                return is_slip(parts[at], mine[at], 4)
            return all(alike) or (len(parts) == 2 and parts[0] == mine[1] and parts[1] == mine[0])
        whole = "".join(mine)
        if whole in ("".join(parts), "".join((*parts[1:], parts[0])), "".join((parts[-1], *parts[:-1]))):
            return True  # Jacques Louis David, Jacques-Louis David; Lee Jae Myung, Jae-myung Lee
        short, full = sorted((parts, mine), key=len)
        if full[0].endswith(".") and not short[0].endswith(".") and not full[1].endswith("."):
            return is_within(short, full[1:])  # M. Sakhawat Hossain is Sakhawat, not Maqbul Hossain
        if not is_within(short, full):
            return False
        # "Ali Hassan" is not "Ali Khalil Hassan Majid": the shorter keeps the first or the last part.
        # A Vietnamese given name comes last: Nguyen Van Phuong is not Nguyen Thi Phuong Thao.
        return short[-1] == full[-1] or (same_part(short[0], full[0]) and full[0] not in _VIETNAMESE)


_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "queen", "princess", "madam", "madame", "sister", "dame"))
_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "brother", "father"))


#: What a text calls people by others.
RELATIVES = frozenset(
    ("wife", "husband", "widow", "widower", "brother", "sister", "son", "daughter", "First lady", "first lady",
     "First Lady", "ex-wife", "ex-husband", "father", "mother")
)  # fmt: skip


def _sex(titles: Iterable[str]) -> str:
    words = {w.lower().rstrip(".") for title in titles for w in title.split()}
    return "f" if words & _FEMALE else "m" if words & _MALE else ""


def of_one_sex(people: Sequence[Someone], mention: Mention) -> list[Someone]:
    """Those whose titles and given names do not say the contrary: Mr. Clinton is not Hillary Clinton."""
    sex = _sex(mention.titles)
    known = [p for p in people if sex and p.sex == sex]
    return known or [p for p in people if not sex or not p.sex]


def pick(people: Sequence[Someone], mention: Mention) -> Someone:
    """The likeliest of several namesakes: the same title, else one who was named before, of those the one named most
    often, else the first."""
    if len(people) == 1:
        return people[0]
    fitting = of_one_sex(people, mention) or list(people)
    titles = set(mention.titles)
    if titles:
        fitting = [p for p in fitting if p.titles & titles] or fitting
    fitting = [p for p in fitting if p.is_spelt(mention.text)] or fitting  # Kerry, Kerrey
    fitting = [p for p in fitting if p.places[0] < mention.start] or fitting
    return min(fitting, key=lambda p: (-len(p.places), p.places[0]))
