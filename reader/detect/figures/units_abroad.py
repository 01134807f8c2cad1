"""Units, lengths of time and clocks in the other languages of the press: "50 Tonnen", "tres años", "14.30 Uhr"."""

from __future__ import annotations

from reader.detect import latin_words
from reader.detect.figures.lexemes import Tape

#: Words before a time with a full stop in it: "um 14.30", "saat 14.30", "kl. 14.30".
BEFORE_CLOCK: frozenset[str] = frozenset("um om alle dalle ore saat godz pukul jam kl klo klokken".split())
#: Those that are nothing else anywhere.
CLEAR_CLOCK: frozenset[str] = frozenset("godz pukul saat klokken".split())
#: Words behind one: "14.30 Uhr".
BEHIND_CLOCK: frozenset[str] = frozenset("uhr uur wib wita wit".split())


def _forms(table: str) -> dict[str, dict[str, str]]:
    """word -> language -> unit."""
    known: dict[str, dict[str, str]] = {}
    for line in table.strip().replace("\n ", "").splitlines():
        code, _, row = line.partition("|")
        for one in row.split(";"):
            unit, _, words = one.partition("=")
            for word in words.split():
                known.setdefault(word, {})[code] = unit
    return known


# Words that are nothing else anywhere.
_CLEAR = frozenset(
    """tonnen kilometern metern quadratmeter quadratmetern quadratkilometer quadratkilometern stundenkilometer kilogramm
    jahre jahren monate monaten wochen stunden minuten sekunden hectaren maanden manader veckor timmar maneder uker
    toneladas kilometros metros centimetros milimetros hectareas kilogramos quilometros quilos quilogramas tonnellate
    chilometri metri centimetri ettari chilogrammi litri semanas segundos minutos annees semaines settimane secondi
    kilometrow metrow hektarow kilogramow miesiecy tygodni godzin hektare kilometre yıl dakika sentimeter milimeter
    tahun menit detik jours heures dagen weken""".split()
)
UNITS = _forms(latin_words.UNITS)
DURATIONS = _forms(latin_words.DURATIONS)


def unit_at(tape: Tape, i: int, known: dict[str, dict[str, str]]) -> str:
    """The unit in `known` that the word at `i` is in the language of the text; "" for none."""
    told = known.get(tape.word(i))
    if not told:
        return ""
    if tape.language:
        return told.get(tape.language, "")
    alike = set(told.values())
    return alike.pop() if len(alike) == 1 and tape.word(i) in _CLEAR else ""
