"""Units, lengths of time and clocks in the other languages of the press: "50 Tonnen", "tres años", "14.30 Uhr"."""

from __future__ import annotations

from reader.detect.figures.lexemes import Tape

# language | unit = its forms (folded), ...
_UNITS = """
de|t=tonnen;km=kilometern;m=metern;m²=quadratmeter quadratmetern;km²=quadratkilometer quadratkilometern;ha=hektar;
 km/h=stundenkilometer stundenkilometern;kg=kilogramm;g=gramm;°=grad
nl|ha=hectaren;kg=kilogram;°=graden
sv|ha=hektar;kg=kilogram;°=grader
no|ha=hektar dekar;kg=kilogram;°=grader
fr|°=degres
es|t=toneladas;km=kilometros;m=metros;ha=hectareas;kg=kilogramos;g=gramos;L=litros;°=grados;barrel=barriles
pt|t=toneladas;km=quilometros;m=metros;ha=hectares;kg=quilos quilogramas;g=gramas;L=litros;°=graus;barrel=barris
it|t=tonnellate;km=chilometri;m=metri;ha=ettari;kg=chili chilogrammi;g=grammi;L=litri;°=gradi;barrel=barili
pl|t=ton tony;km=kilometrow kilometry;m=metrow metry;ha=hektarow hektary;kg=kilogramow;L=litrow litry;°=stopni
id|ha=hektare hektar;°=derajat
tr|ha=hektar;m=metre;kg=kilogram;°=derece
"""
_DURATIONS = """
de|year=jahr jahre jahren;month=monat monate monaten;week=woche wochen;day=tag tage tagen;hour=stunde stunden;
 minute=minuten;second=sekunden
nl|year=jaar;month=maanden maand;week=weken;day=dagen dag;hour=uur uren;minute=minuten;second=seconden
sv|year=ar;month=manader manad;week=veckor vecka;day=dagar dygn;hour=timmar timme;minute=minuter;second=sekunder
no|year=ar;month=maneder maned;week=uker uke;day=dager dogn;hour=timer time;minute=minutter;second=sekunder
fr|year=ans annees an;month=mois;week=semaines semaine;day=jours jour;hour=heures heure;second=secondes
es|year=anos ano;month=meses mes;week=semanas semana;day=dias dia;hour=horas hora;minute=minutos;second=segundos
pt|year=anos ano;month=meses mes;week=semanas semana;day=dias dia;hour=horas hora;minute=minutos;second=segundos
it|year=anni anno;month=mesi mese;week=settimane settimana;day=giorni giorno;hour=ore ora;minute=minuti;second=secondi
pl|year=lat lata rok;month=miesiecy miesiace;week=tygodni tygodnie;day=dni;hour=godzin godziny;minute=minut minuty;
 second=sekund
id|year=tahun;month=bulan;week=minggu;day=hari;hour=jam;minute=menit;second=detik
tr|year=yil yıl;month=ay;week=hafta;day=gun;hour=saat;minute=dakika;second=saniye
"""
#: Words before a time with a full stop in it: "um 14.30", "saat 14.30", "kl. 14.30".
BEFORE_CLOCK: frozenset[str] = frozenset("um om alle dalle ore saat godz pukul jam kl klo klokken".split())
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


UNITS = _forms(_UNITS)
DURATIONS = _forms(_DURATIONS)


def unit_at(tape: Tape, i: int, known: dict[str, dict[str, str]]) -> str:
    """The unit in `known` that the word at `i` is in the language of the text; "" for none."""
    told = known.get(tape.word(i))
    return told.get(tape.language, "") if told else ""
