"""Who scored, told by what stands around the names in results of matches.

"Derby 3 (Baiano 4, Eranio 38)", "Kent 108-3 (D. Fulton 53)", "2, St. Louis, Hull 11 (Pronger, MacInnis), 9:50",
"Scorers - Cibona: Mrsic 17, Marcelic 11", "Olerud, New York, .354; Bichette, Colorado, .338".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.lexicon import NOT_NAMES, ORG_ENDS, PARTICLES
from reader.detect.people.rules import plain
from reader.detect.people.word_lists import shipped_lists

#: A text with fewer entries than this is no report of a match.
_ENTRIES = 3
#: So many words at most a bracket holds, and a line of scorers.
_BRACKET, _LINE = 60, 150
#: What stands between a score and the bracket of those who scored: "270-9 declared (G. Gooch 107)".
_CLOSED = frozenset("declared dec".split())

Run = tuple[int, int]


def scorers(words: Sequence[str], runs: Sequence[Run]) -> set[Run]:
    """The runs of capitals that are names of people who scored."""
    found: set[Run] = set()
    listed = -1
    at = 0
    while at < len(runs):
        first, last = runs[at]
        if any(words[k] in ("scorers", "Scorers", "SCORERS") for k in range(max(0, first - 3), last)):
            listed = first + _LINE
        begin = _with_particle(words, first)
        inside = [] if begin < 1 or words[begin - 1] != "(" else list(_bracketed(words, runs, at))
        if inside and at and runs[at - 1][1] == begin - 2 and _is_timed(words, inside[-1][1]):
            found.update(((_with_particle(words, runs[at - 1][0]), runs[at - 1][1]), *inside))
        elif inside and _is_a_score(words, begin - 2):
            found.update(_entries(words, inside))
        elif (first < listed and _is_in_line(words, begin, last)) or (
            at + 1 < len(runs) and _leads(words, (begin, last), runs[at + 1])
        ):
            found.add((begin, last))
        at += max(1, len(inside))
    return {run for run in found if _may_be(words[run[0] : run[1]])} if len(found) >= _ENTRIES else set()


def _with_particle(words: Sequence[str], first: int) -> int:
    """Where a name begins with its small word: "von Heesen"."""
    return first - 1 if first and words[first - 1] in PARTICLES and words[first - 1] != "y" else first


def _bracketed(words: Sequence[str], runs: Sequence[Run], at: int) -> Iterator[Run]:
    """The runs from number `at` on up to the bracket's end."""
    first = runs[at][0]
    end = next((k for k in range(first, min(first + _BRACKET, len(words))) if words[k] in (")", "\n")), first)
    while at < len(runs) and runs[at][1] <= end:
        yield _with_particle(words, runs[at][0]), runs[at][1]
        at += 1


def _entries(words: Sequence[str], inside: Sequence[Run]) -> Sequence[Run]:
    """The runs in a bracket behind a score if each has its minute or its runs and not most are places."""
    places = shipped_lists().places
    if not all(last < len(words) and _is_small(words[last]) for _, last in inside):
        return ()
    known = sum(" ".join(words[first:last]).lower() in places for first, last in inside)
    return inside if 2 * known <= len(inside) and known < max(2, len(inside)) else ()


def _is_small(word: str) -> bool:
    """Whether a token is a number below a thousand, an ordinal too: "44th", "75,"."""
    digits = word.rstrip(".,").removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
    return digits.isdigit() and len(digits) < 4


def _is_a_score(words: Sequence[str], at: int) -> bool:
    return at > 0 and (
        words[at] in _CLOSED or (_is_small(words[at]) and words[at - 1] not in ("\n", ",", "."))
    )


def _is_timed(words: Sequence[str], end: int) -> bool:
    """Whether a bracket closes at token `end` with the time of a goal behind it: "), 4:12"."""
    after = words[end : end + 4]
    return len(after) == 4 and after[:2] == [")", ","] and _is_small(after[2]) and after[3] == ":"


def _is_in_line(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name in a line of scorers has its number: ": Mrsic 17, Marcelic 11."."""
    before = words[first - 1] if first else "\n"
    after, then = [*words[last : last + 2], "\n", "\n"][:2]
    opens = before in (":", ",", "-", "–", "and", ";") or before[0].isdigit()
    return opens and _is_small(after) and not then[0].isdigit() and then not in ("-", ":")


def _leads(words: Sequence[str], run: Run, team: Run) -> bool:
    """Whether a name, its team and its figure stand between marks: "Olerud, New York, .354; Glavine, Atlanta, 18-6"."""
    before = words[run[0] - 1] if run[0] else "\n"
    if before not in (":", ";", "-", "–", "\n") or words[run[1] : team[0]] != [","] or team[1] - team[0] > 3:
        return False
    behind = [*words[team[1] : team[1] + 4], "\n", "\n", "\n"]
    figure, then = behind[2:4] if behind[1] == "." else behind[1:3]
    return behind[0] == "," and figure[0].isdigit() and then in (";", ".", "-", "\n")


def _may_be(words: Sequence[str]) -> bool:
    peoples = shipped_lists().demonyms
    return len(words) < 5 and not any(
        plain(w) in NOT_NAMES or plain(w) in ORG_ENDS or plain(w) in peoples for w in without_initials(words)
    )


def without_initials(words: Sequence[str]) -> list[str]:
    """The words of a name but for its initials, which look like ordinary words: the "A." of "A. Flower"."""
    return [w for w in words if not (len(w) == 2 and w[0].isupper() and w[1] == ".")]
