"""People in a text of another language than English.

The tagger knows English. What it makes of another language is mostly capitals: German nouns, first words of sentences.
There a name is read by the lists instead: a given name with what follows it, a name behind a title of that language,
and then every family name that was found so. The tagger is heard where no list knows a given name.
"""

from __future__ import annotations

from reader.detect.languages import Language
from reader.detect.lexicon import PLACE_HEADS
from reader.detect.people.foreign_words import (
    is_common,
    is_family,
    is_forename,
    is_listed,
    lean_of,
    runs_in,
    stem_of,
)
from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.rules import plain
from reader.detect.people.tokens import Tokens
from reader.detect.people.word_lists import shipped_lists
from reader.folding import fold_text

#: How sure a name is by what speaks for it: a given name, a title, a name found elsewhere in the text.
_FULL, _TITLED, _SHORT = 0.95, 0.85, 0.9
#: How sure the tagger must be of a name without either, of one by a rarer given name, of a short form.
_ALONE, _RARE, _GIVEN = 0.9, 0.5, 0.3
_LONGEST = 6
_CAPITAL_PARTICLES = frozenset("Le La Les Du Des Van Von Der Den De Di Da Del Della El Al Ben Bin".split())


def names_in(language: Language, text: str, tokens: Tokens, proposal: Proposal) -> list[Mention]:
    """The people of a text in `language`, with their titles, in place of those that the tagger proposed."""
    return _Reader(language, text, tokens, proposal).read()


class _Reader:
    def __init__(self, language: Language, text: str, tokens: Tokens, proposal: Proposal) -> None:
        self._language, self._text, self._tokens = language, text, tokens
        self._words = tokens.words
        self._tagged = {
            k: max(m.score, proposal.belief.get(k, 0.0))
            for m in proposal.mentions
            for k in range(m.first, m.last)
        }
        self._all = set(tokens.words)
        self._small = {word for word in tokens.words if word[0].islower()}
        self._found: dict[int, Mention] = {}
        self._covered: set[int] = set()
        #: Last words of the full names, folded, with the particles before them; and all their other words.
        self._families: dict[str, list[str]] = {}
        self._givens: set[str] = set()

    def read(self) -> list[Mention]:
        runs = list(runs_in(self._words, self._language))
        for first, last in runs:
            self._full_name(first, last)
        for first, last in runs:
            for at in range(first, last):
                if at not in self._covered:
                    self._short_name(at, first, last)
        return [self._found[at] for at in sorted(self._found)]

    def _full_name(self, first: int, last: int) -> None:
        """Mark the name in a run of capitals, if it has a known given name, a title, or the shape of one."""
        words, language = self._words, self._language
        first, office, last = self._bounds(first, last)
        if self._is_opener(last - 1) and not self._is_particle(last - 1):
            return
        whole = [at for at in range(first, last) if not self._is_particle(at)]
        if not whole or len(whole) > _LONGEST or self._is_a_thing(first, last):
            return
        heads = [at for at in whole[:-1] if self._is_given(at, last, at > first)]
        if heads:
            at = next((at for at in heads if plain(self._form(at)) in shipped_lists().given), heads[0])
            if language.code == "de" and last - at > 2 and is_family(words[last - 2]):
                last -= not is_listed(words[last - 1])  # "gab Olaf Scholz Entwarnung"
            self._take(at, last, _FULL, "known given name", self._genitive(last - 1), office)
            return
        score = max(self._tagged.get(at, 0.0) for at in whole)
        if office > 0 and (self._is_title(office - 1) or (len(whole) > 2 and self._is_office(office))):
            self._titled_name(first, whole, last, office, score)
        elif score >= _ALONE and self._is_told_apart(first, whole, last):
            self._take(first, last, score, "described after a comma")
        elif score >= _ALONE and self._has_shape_of_name(first, whole):
            bearer = next(
                (k for k in whole[1:-1] if words[k - 1] in language.particles and is_forename(words[k])),
                first,
            )  # "L'Inter di Simone Inzaghi"
            self._take(bearer, last, score, "shape of a name")

    def _bounds(self, first: int, last: int) -> tuple[int, int, int]:
        """Where the name in a run begins, where what may be an office before it ends, and where the name ends."""
        words, language = self._words, self._language
        while last - first > 2 and (self._is_title(last - 1) or self._is_opener(last - 1)):
            last -= 1
        for at in range(last - 2, first - 1, -1):  # "Dormagens Geschäftsführer Björn Barthel"
            inner = at > first and self._is_particle(at)  # "Bruno Le Maire"
            if not inner and words[at][0].isupper() and (self._is_title(at) or self._is_opener(at)):
                first = at + 1
                break
        office = first
        while first < last - 1 and (words[first] in language.particles or self._is_acronym(first, last)):
            if words[first] in language.particles:
                office = first + 1  # "der Anwalt von Thomas M."
            first += 1
        last = next((at for at in range(first + 2, last) if self._is_acronym(at, first + 1)), last)
        return first, office, self._without_origin(first, self._without_place(first, last))

    def _titled_name(self, first: int, whole: list[int], last: int, office: int, score: float) -> None:
        """Mark the words `whole` from `first` up to `last`, which stand behind a title, unless they may be anything
        else; `score` is that of the tagger."""
        words, german = self._words, self._language.code == "de"
        listed = any(is_listed(words[at]) for at in whole)
        while len(whole) > 2 and self._is_office(office) and not is_forename(words[first]):
            whole = whole[1:]  # "Gubernur Jawa Barat Ridwan Kamil"
            first = whole[0]
        alone, unsure = len(whole) == 1, score < _GIVEN
        if german:  # "Leiter Digitale Medien"
            adjective = unsure and words[first].endswith(("e", "en", "er", "es"))
            doubtful = not listed and (alone or adjective)
        else:
            doubtful = alone and not listed and unsure
        common = german and any(is_common(words[at]) for at in whole)
        if not (doubtful or common or self._is_opener(first)):
            self._take(first, last, _TITLED, "after a title", 0, office)

    def _is_told_apart(self, first: int, whole: list[int], last: int) -> bool:
        """Whether two or three words that open a sentence have a comma behind them and an article that begins what
        somebody is: "Suhrob Zafar, der Führer der Gruppe 24,"."""
        words = self._words
        opens = not first or not words[first - 1][0].isalnum()
        described = (
            words[last : last + 1] == [","]
            and words[last + 1 : last + 2] != []
            and (plain(words[last + 1]) in self._language.articles)
        )
        return opens and described and 1 < len(whole) < 4 and not any(is_common(words[at]) for at in whole)

    def _has_shape_of_name(self, first: int, whole: list[int]) -> bool:
        """Whether the words `whole` from `first` on stand in no other use; not told in German."""
        words, language = self._words, self._language
        return (
            language.code != "de"
            and len(whole) > 1
            and any(is_listed(words[at]) for at in whole)
            and plain(words[first]) not in PLACE_HEADS
            and not any(words[at].lower() in self._small for at in whole)
            and not (first and plain(words[first - 1]) in language.articles)
            and not any(plain(words[at]) in shipped_lists().common for at in whole)
        )

    def _short_name(self, at: int, first: int, last: int) -> None:
        """Mark a word that is the family or the given name of somebody named in full."""
        words, language = self._words, self._language
        form = fold_text(self._form(at))
        before, after = words[at - 1] if at else "\n", words[at + 1] if at + 1 < len(words) else "\n"
        if self._is_opener(at) or plain(before) in language.bodies or plain(after) in language.bodies:
            return
        if at > first and f"{before} {words[at]}".lower() in shipped_lists().places:
            return  # "La Paz"
        if language.code == "de" and plain(before) in language.articles:
            return  # "der Koch"
        cut = 0
        if language.code == "de" and form not in self._families and form.endswith("s"):
            form, cut = form[:-1], 1
        if form in self._families:
            start = at - len(self._families[form])
            if [w.lower() for w in words[start:at]] != self._families[form] or at - 1 in self._covered:
                start = at  # no "Le" before the "Pen"
            if start <= first or start - 1 in self._covered or self._may_stand_before(start - 1, first):
                self._take(start, at + 1, _SHORT, "short for a name in full", cut)
        elif form in self._givens and not cut:
            end, most = at + 1, min(last, at + _LONGEST)
            while (
                end < most
                and end not in self._covered
                and fold_text(self._form(end - 1)) not in self._families
            ):
                end += 1
            if fold_text(self._form(end - 1)) in self._families:
                self._take(at, end, _SHORT, "the same name as one elsewhere")
            elif self._tagged.get(at, 0.0) >= _GIVEN:
                self._take(at, at + 1, _SHORT, "short for a name in full")

    def _may_stand_before(self, at: int, first: int) -> bool:
        """Whether the capitalised word `at` can be no part of the name behind it."""
        opens = at == first and (not at or not self._words[at - 1][0].isalnum())
        return opens or self._language.code == "de" or self._is_title(at) or self._is_opener(at)

    def _genitive(self, at: int) -> int:
        """1 where a German name has an "s" that is no part of it: "Angela Merkels Rede"."""
        word = self._words[at]
        genitive = self._language.code == "de" and word[-1] == "s" and not is_listed(word)
        return int(genitive and (is_listed(word[:-1]) or word[:-1] in self._all))

    def _take(self, first: int, last: int, score: float, reason: str, cut: int = 0, office: int = 0) -> None:
        start = self._tokens.starts[first] + lean_of(self._words[first])
        end = self._tokens.starts[last - 1] + lean_of(self._words[last - 1]) + len(self._form(last - 1)) - cut
        titles = self._titles(first, office or first)
        if titles and score == _TITLED:
            reason = f"after the title “{titles[0]}”"
        mention = Mention(start, end, self._text[start:end], first, last, score, reason, titles)
        self._found[first] = mention
        self._covered.update(range(first, last))
        if score == _SHORT:
            return
        head = last - 1
        while head > first + 1 and self._is_particle(head - 1):
            head -= 1
        family = self._form(last - 1)
        self._families.setdefault(
            fold_text(family[: len(family) - cut]), [w.lower() for w in self._words[head : last - 1]]
        )
        self._givens.update(fold_text(self._form(at)) for at in range(first, head))

    def _titles(self, first: int, office: int) -> tuple[str, ...]:
        """The titles before a name at `first`, from those before `office`: "Ministro dell'Economia"."""
        start = office - 1 if self._is_office(office) else office
        while start > 0 and office - start < 4 and self._is_title(start - 1):
            start -= 1
        if start == first or not self._is_title(start):
            return ()
        return (self._text[self._tokens.starts[start] : self._tokens.ends[first - 1]],)

    def _form(self, at: int) -> str:
        """The word without what leans on it: "d'Emmanuel", "Erdoğan'ın"."""
        word = self._words[at]
        return word[lean_of(word) : stem_of(word, self._language)]

    def _is_opener(self, at: int) -> bool:
        return plain(self._words[at]) in self._language.openers

    def _is_particle(self, at: int) -> bool:
        return self._words[at].lower() in self._language.particles or self._words[at] in _CAPITAL_PARTICLES

    def _is_acronym(self, at: int, last: int) -> bool:
        """Whether a word is all capitals where the last of a name is not: "DPR Puan Maharani", but "Felipe VI"."""
        word = self._words[at]
        shouted = len(word) > 1 and word.isalpha() and word.isupper() and not set(word) <= set("IVX")
        return shouted and not self._words[last - 1].isupper()

    def _is_title(self, at: int) -> bool:
        word = plain(self._words[at])
        if not word or not word[0].isalpha():
            return False
        bare = word.removeprefix("ex-")
        return bare in self._language.titles or (
            bool(self._language.title_ends) and word.endswith(self._language.title_ends)
        )

    def _is_given(self, at: int, last: int, inside: bool) -> bool:
        """Whether a given name that may open one stands at `at`; `inside`: behind other capitals."""
        word, lists = plain(self._form(at)), shipped_lists()
        if word in self._language.particles or word in self._language.openers or word in PLACE_HEADS:
            return False
        if len(word) == 1:  # "J. K. Rowling"
            return not inside and self._words[at][-1] == "." and is_listed(self._words[last - 1])
        forms = {word, fold_text(word), word.partition("-")[0]}
        if any(form in lists.given for form in forms):
            return word not in lists.places or is_listed(self._words[last - 1])
        tail = plain(self._words[last - 1])
        if inside or word in lists.common or (tail in lists.common and not is_listed(tail)):
            return False
        score = self._tagged.get(at, 0.0)
        if self._language.code == "de":  # no noun behind an article: "die Lage"
            seen = score >= _ALONE and not (at and plain(self._words[at - 1]) in self._language.openers)
        else:
            seen = score >= _RARE
        backed = is_listed(tail) or seen
        return backed and any(form in lists.rarer_given for form in forms)

    def _is_a_thing(self, first: int, last: int) -> bool:
        """Whether a run is the name of a place or a body."""
        lists, words = shipped_lists(), self._words
        name = " ".join(words[first:last]).lower()
        if name in lists.bodies or name in lists.places:
            return True
        if any(
            plain(word).rpartition("-")[2] in self._language.bodies
            for word in (words[last - 1], words[first])
        ):
            return plain(words[last - 1]) in self._language.bodies or not self._is_office(first)
        family = last - first == 1 and is_listed(name)
        town = name in lists.towns or name in lists.demonyms
        genitive = (
            self._language.code == "de" and last - first == 1 and name.removesuffix("s") in lists.places
        )
        return (town and not family) or genitive

    def _without_origin(self, first: int, last: int) -> int:
        """The same without what a person is from or of: "Geert Wilders van de PVV", but "Ursula von der Leyen"."""
        if self._language.code in ("de", "nl"):
            for at in range(first + 2, last):
                if self._words[at] in self._language.particles and not is_forename(self._words[at - 1]):
                    return at if not self._is_particle(at - 1) else last
        return last

    def _is_office(self, first: int) -> bool:
        """Whether a title stands before "of" and the run: "la presidente del Consiglio Giorgia Meloni"."""
        before = first - 1
        if self._language.code == "de":
            return False  # nouns have capitals themselves: "Vorsitzende der IG Metall"
        if before > 0 and self._words[before].islower() and not self._is_title(before):
            return self._is_title(before - 1)
        return lean_of(self._words[first]) > 0 and before >= 0 and self._is_title(before)

    def _without_place(self, first: int, last: int) -> int:
        """Where a run ends without the place its bearer is of: "Carlos III de Inglaterra"."""
        lists = shipped_lists()
        if last - first > 2 and self._words[last - 2] in self._language.particles:
            tail = plain(self._form(last - 1))
            if tail in lists.places and tail not in lists.family:
                last -= 1
                while last - first > 1 and self._words[last - 1] in self._language.particles:
                    last -= 1
        return last
