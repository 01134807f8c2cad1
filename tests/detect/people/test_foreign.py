"""People in texts of other languages: names by the lists and the titles of the language, no nouns and no openers."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.detect.language import language_of
from reader.detect.people.finder import find_people

GERMAN = """Der Rechnungshof rügt die Ausgaben

Bundeskanzler Bernd Althaus hat am Montag in Berlin vor neuen Schulden gewarnt. Der Rechnungshof \
kritisierte auf Seite 12 seines Berichts die Ausgaben der Ministerien. „Das ist nicht hinnehmbar“, sagte \
der Sprecher der Opposition, Karl von Ahlen. Althaus blieb gelassen. Die Rede von Präsident Wolodar \
Krassnyj wurde im Saal mit Beifall aufgenommen, Finanzministerin Petra Lindholm (Grüne) verließ die \
Sitzung. Ahlens Kritik und die von Frau Weber sei berechtigt, so Heinz Brandt vom Robert Koch-Institut. \
Das MacBook Pro wird teurer.
"""
FRENCH = """La présidente du conseil, Hélène Marchand, a reçu mardi à l'hôtel de ville le ministre de l'Économie \
Gérard Le Goff. Selon M. Le Goff, la politique d'Hélène Marchand est un échec. La Cour des comptes et le \
Conseil d'État ont rendu leur avis. Après Marchand, qui ?
"""
SPANISH = """El presidente Gustavo Arango se reunió el lunes con la alcaldesa Claudia Rincón y Pedro Salas en la sede \
del Pacto Regional. Según Arango, la reforma avanzará. La Procuraduría abrió una investigación. Aunque \
Rincón no es funcionaria, dijo que el Gobierno de Arango debe escuchar.
"""
ITALIAN = """La presidente del Consiglio Giorgia Ferri ha incontrato il leader della Lega Matteo Conti. Secondo \
Ferri, l'accordo è vicino. Nella notte la Procura di Milano ha aperto un fascicolo, ma non si sa contro \
chi.
"""
TURKISH = """Cumhurbaşkanı Mehmet Yıldız, pazartesi günü Ankara'da bir açıklama yaptı. Yıldız'ın sözleri üzerine \
muhalefet lideri Kemal Aydın tepki gösterdi. Merkez Bankası ise bu karar için daha sonra bir toplantı \
yapacak.
"""
INDONESIAN = """Menurut Gubernur Joko Santoso, pertemuan itu tidak membahas anggaran. Menteri Keuangan Sri Lestari \
juga hadir di Jakarta untuk acara tersebut. Santoso mengatakan bahwa defisit akan turun pada hari itu.
"""
PORTUGUESE = """O presidente Luiz Carlos da Silva reuniu-se na segunda-feira com o ministro Fernando Moraes. Segundo \
Silva, a reforma não será votada. O Supremo Tribunal Federal não comentou.
"""
DUTCH = """Minister-president Mark Dekker heeft maandag met Jan de Boer van de PVV gesproken. Volgens Dekker is het \
een goed gesprek. De Tweede Kamer wil meer weten over de uitgaven.
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            GERMAN,
            "Bernd Althaus|Karl von Ahlen|Bernd Althaus|Wolodar Krassnyj|Petra Lindholm|Karl von Ahlen|Weber"
            "|Heinz Brandt",
        ),
        (FRENCH, "Hélène Marchand|Gérard Le Goff|Gérard Le Goff|Hélène Marchand|Hélène Marchand"),
        (SPANISH, "Gustavo Arango|Claudia Rincón|Pedro Salas|Gustavo Arango|Claudia Rincón|Gustavo Arango"),
        (ITALIAN, "Giorgia Ferri|Matteo Conti|Giorgia Ferri"),
        (TURKISH, "Mehmet Yıldız|Mehmet Yıldız|Kemal Aydın"),
        (INDONESIAN, "Joko Santoso|Sri Lestari|Joko Santoso"),
        (PORTUGUESE, "Luiz Carlos da Silva|Fernando Moraes|Luiz Carlos da Silva"),
        (DUTCH, "Mark Dekker|Jan de Boer|Mark Dekker"),
    ],
)
def test_names_in_other_languages(text: str, names: str) -> None:
    assert [p.name for p in find_people(text)] == names.split("|")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Suhrob Zafarov, der Führer der Gruppe, wurde von einem Gericht in der Türkei zu 16 Jahren Haft verurteilt.",
         "Suhrob Zafarov"),
        ("Władze nie podały wyroków dla aktywisty Munavvara Shanbieva, który był w kraju, ale nie dla byłego szefa.",
         "Munavvara Shanbieva"),
        ("Luis Arcos è stato posto in detenzione a La Paz dal governo di Rodrigo Paz, che non è il suo amico.",
         "Luis Arcos|Rodrigo Paz"),
        ("Das sagte Bundeskanzler Karl Ahlen nach dem Treffen mit der Ministerin in Berlin.", "Karl Ahlen"),
        ("L'Inter di Simone Ferri ha vinto e non si ferma più, ma per Ferri la sesta vittoria non è una festa.",
         "Simone Ferri|Simone Ferri"),
        ("Ketua KPK Setyo Lestari mengatakan bahwa penyidik telah memeriksa Sekjen PDIP Hasto Santoso pada hari itu.",
         "Setyo Lestari|Hasto Santoso"),
        ("Der Anwalt von Thomas Bergmann ist mit der Sache nicht zufrieden, sagte er auf der Straße.",
         "Thomas Bergmann"),
        ("El equipo de la ciudad no es como los que se ven en la zona, y Juan Salas y Pedro Ruiz lo saben.",
         "Juan Salas|Pedro Ruiz"),
    ],
)  # fmt: skip
def test_what_stands_before_and_between_names(text: str, names: str) -> None:
    assert [p.name for p in find_people(text)] == names.split("|")


def test_names_end_before_what_leans_on_them() -> None:
    assert [p.text for p in find_people(TURKISH)][1] == "Yıldız"  # "Yıldız'ın"
    assert "Ahlen" in [p.text for p in find_people(GERMAN)]  # "Ahlens Kritik"
    assert [p.text for p in find_people(FRENCH)].count("Hélène Marchand") == 2  # "d'Hélène Marchand"


def test_titles_of_other_languages_are_kept() -> None:
    titles = {p.text: p.titles for text in (GERMAN, FRENCH, ITALIAN) for p in find_people(text) if p.titles}
    assert titles["Bernd Althaus"] == ("Bundeskanzler",)
    assert titles["Le Goff"] == ("M.",)
    assert titles["Giorgia Ferri"] == ("presidente del Consiglio",)


@pytest.mark.parametrize(
    ("text", "code"),
    [(GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es"), (TURKISH, "tr"), (INDONESIAN, "id"), (DUTCH, "nl")],
)
def test_a_language_is_told_by_its_small_words(text: str, code: str) -> None:
    language = language_of(text)
    assert language is not None and language.code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Juan de la Cruz, Maria de los Santos and Ana de la Rosa went home, the police said on Monday.",
        "No. 4 Ahmed al-Taher\nNo. 5 Omar al-Sahli\nNo. 6 Ali al-Amri\nNo. 7 Said al-Zawi\nNo. 8 Nuri al-Misrati\n",
    ],
)
def test_english_and_lists_of_names_are_no_other_language(text: str) -> None:
    assert language_of(text) is None


PIECES = """Karl Ahlen von der Kanzler Präsident Frau Jean-Luc Le Goff Althaus Bernd ist II KPK , . ( „ d'Hélène Hélène
Marchand y de El Ahlens""".split()
SMALL_WORDS = (
    "Der Rat ist nicht mit der Frau auf dem Weg, und das wird auch nach dem Tag nicht für ihn sein. "
)


@given(st.lists(st.sampled_from(PIECES), max_size=24))
@example(["Ahlen", "Kanzler", "Ahlen", "Karl"])
def test_marks_in_other_languages_never_overlap(pieces: list[str]) -> None:
    text = SMALL_WORDS + " ".join(pieces)
    assert language_of(text) is not None
    last = 0
    for person in find_people(text):
        assert last <= person.start < person.end and text[person.start : person.end] == person.text
        last = person.end
