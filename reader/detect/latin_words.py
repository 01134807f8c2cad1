"""Months, units and lengths of time in the other languages of the press that write Latin letters, folded."""

from __future__ import annotations

#: language → its twelve months, "/" between forms of one.
MONTHS: dict[str, tuple[str, ...]] = {
    code: tuple(names.split())
    for code, names in (
        line.split("|")
        for line in """
de|januar/janner februar marz april mai juni juli august september oktober november dezember
nl|januari februari maart april mei juni juli augustus september oktober november december
sv|januari februari mars april maj juni juli augusti september oktober november december
no|januar februar mars/marts april mai/maj juni juli august september oktober november desember/december
fr|janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
es|enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
pt|janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
it|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
tr|ocak subat mart nisan mayis/mayıs haziran temmuz agustos/ağustos eylul ekim kasim/kasım aralik/aralık
id|januari februari maret april mei juni juli agustus september oktober november desember
pl|stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
sw|januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba""".strip().splitlines()
    )
}
#: Days of the week, which may stand before a date.
WEEKDAYS: frozenset[str] = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag mandag tirsdag onsdag torsdag fredag lordag sondag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miercoles jueves viernes sabado domingo segunda-feira terca-feira quarta-feira quinta-feira
    sexta-feira lunedi martedi mercoledi giovedi venerdi sabato domenica senin selasa rabu kamis jumat sabtu minggu
    poniedzialek wtorek sroda czwartek piatek sobota niedziela""".split()
)
# language | unit = its forms, ...
UNITS = """
de|t=tonnen;km=kilometern;m=metern;m²=quadratmeter quadratmetern;km²=quadratkilometer quadratkilometern;ha=hektar;
 km/h=stundenkilometer stundenkilometern;kg=kilogramm;g=gramm;°=grad
nl|ha=hectaren;kg=kilogram;°=graden
sv|ha=hektar;kg=kilogram;°=grader
no|ha=hektar dekar;kg=kilogram;°=grader
fr|°=degres
es|t=toneladas;km=kilometros;m=metros;cm=centimetros;mm=milimetros;ha=hectareas;
 kg=kilogramos;g=gramos;L=litros;°=grados;barrel=barriles
pt|t=toneladas;km=quilometros;m=metros;cm=centimetros;mm=milimetros;ha=hectares;
 kg=quilos quilogramas;g=gramas;L=litros;°=graus;barrel=barris
it|t=tonnellate;km=chilometri;m=metri;cm=centimetri;mm=millimetri;
 ha=ettari;kg=chili chilogrammi;g=grammi;L=litri;°=gradi;barrel=barili
pl|t=ton tony;km=kilometrow kilometry;m=metrow metry;cm=centymetrow;mm=milimetrow;
 ha=hektarow hektary;kg=kilogramow;L=litrow litry;°=stopni
id|ha=hektare hektar;cm=sentimeter;mm=milimeter;°=derajat
tr|ha=hektar;m=metre;km=kilometre kilometrelik;cm=santimetre;mm=milimetre;kg=kilogram;°=derece
"""
DURATIONS = """
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
#: What ends an age behind its number and a hyphen, or behind a space: "45-jährige", "23 yaşındaki".
AGES: frozenset[str] = frozenset(
    """jahrige jahriger jahrigen jahriges jahrigem jarige letni letnia letniego letniej letnim letnie letnią arige
    arig aring aringen arigen yasindaki yasinda yasındaki yasında yaşında yaşındaki""".split()
)
#: Percentage points: single words, and pairs.
POINTS: frozenset[str] = frozenset(
    """prozentpunkte prozentpunkten prozentpunkt procentpunt procentpunten procentenhet procentenheter
    prosentpoeng""".split()
)
POINT_PAIRS: frozenset[tuple[str, str]] = frozenset(
    (("ponto", "percentual"), ("pontos", "percentuais"), ("punto", "porcentual"), ("puntos", "porcentuales"),
     ("punto", "percentuale"), ("punti", "percentuali"), ("punkt", "procentowy"), ("punktu", "procentowego"),
     ("punkty", "procentowe"), ("punktow", "procentowych"), ("poin", "persentase"))
)  # fmt: skip
