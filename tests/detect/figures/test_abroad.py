"""Figures in other languages: their own units, lengths of time and clocks."""

import pytest

from reader.detect.figures.finder import find_figures

TEXTS = [
    (
        "Um 14.30 Uhr wurde ein Mann, der 45 Jahre alt ist, von einem Stein getroffen, der nach Angaben der Polizei "
        "zwischen 50 und 60 Tonnen schwer und 2,5-Grad schief ist.",
        [
            ("14.30 Uhr", "14:30", None),
            ("45 Jahre", 45, "year"),
            ("50 und 60 Tonnen", (50, 60), "t"),
            ("2,5-Grad", 2.5, "°"),
        ],
    ),
    (
        "El hombre de 45 años dijo que los 3.200 kilómetros de la ruta se hacen en 12 horas, según las autoridades.",
        [("45 años", 45, "year"), ("3.200 kilómetros", 3200, "km"), ("12 horas", 12, "hour")],
    ),
    (
        "Alle 14.30 un uomo di 45 anni che era con la sua famiglia è stato ferito da una delle pietre, dice il capo.",
        [("14.30", "14:30", None), ("45 anni", 45, "year")],
    ),
    (
        "Bakan, bu yıl için yüzde 3,2 ve gelecek yıl için %49,3 olarak bekledikleri artışın daha da büyük olduğunu "
        "ve 2 yıl sürdüğünü söyledi.",
        [("3,2", 3.2, "%"), ("%49,3", 49.3, "%"), ("2 yıl", 2, "year")],
    ),
    (
        "The boss of 5 ans and 3 lata said at 8.30 on 14.30 GMT.",
        [("5", 5, None), ("3", 3, None), ("8.30", 8.3, None), ("14.30 GMT", "14:30", None)],
    ),
]


@pytest.mark.parametrize(("text", "figures"), TEXTS, ids=["de", "es", "it", "tr", "en"])
def test_figures_are_read_in_the_language_of_the_text(text, figures):
    assert [(found.text, found.value, found.unit) for found in find_figures(text)] == figures
