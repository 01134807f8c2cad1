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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Der 45-jährige Fahrer starb am 3. März 2021.",
         [("45-jährige", 45, "year"), ("3. März 2021", "2021-03-03", None)]),
        ("El tren recorre 621 kilómetros en dos horas y media.",
         [("621 kilómetros", 621, "km"), ("dos horas y media", 2.5, "hour")]),
        ("Environ dix-sept soldats et quatre-vingt-douze civils ont été tués dans les combats.",
         [("dix-sept", 17, None), ("quatre-vingt-douze", 92, None)]),
        ("Il a versé 500 000 francs CFA à la victime.", [("500 000 francs CFA", 500000, "CFA franc")]),
        ("A taxa caiu 0,25 ponto percentual.", [("0,25 ponto percentual", 0.25, "pp")]),
        ("Wypadek wydarzył się 3 maja 2022 r. w Łodzi o godz. 15.30.",
         [("3 maja 2022 r.", "2022-05-03", None), ("15.30", "15:30", None)]),
        ("İhracat %12 arttı, bütçe açığı 150 milyar TL.", [("%12", 12, "%"), ("150 milyar TL", 150 * 10**9, "TRY")]),
        ("Bei imepanda kwa asilimia 12, hadi shilingi bilioni 2.5 kwa kilomita 30.",
         [("12", 12, "%"), ("shilingi bilioni 2.5", 2500000000, "shilling"), ("kilomita 30", 30, "km")]),
        ("Бюджет составит 2,5 млн рублей, двадцать два человека ранены 3 мая 2022 года.",
         [("2,5 млн рублей", 2500000, "RUB"), ("двадцать два", 22, None), ("3 мая 2022 года", "2022-05-03", None)]),
        ("ارتفعت الأسعار بنسبة ٣٫٥٪ في ٣ مارس ٢٠٢١، وكلف المشروع ١٢٠ مليون جنيه.",
         [("٣٫٥٪", 3.5, "%"), ("٣ مارس ٢٠٢١", "2021-03-03", None), ("١٢٠ مليون جنيه", 120000000, "EGP")]),
        ("बजट 1.2 लाख करोड़ रुपये का है।", [("1.2 लाख करोड़ रुपये", 1200000000000, "INR")]),
        ("2021年3月3日午後3時、予算は2億5000万円、45歳の男15人。",
         [("2021年3月3日", "2021-03-03", None), ("午後3時", "15:00", None), ("2億5000万円", 250000000, "JPY"),
          ("45歳", 45, "year"), ("15", 15, None)]),
        ("失业率降至百分之五，收入达120亿美元。", [("百分之五", 5, "%"), ("120亿美元", 12000000000, "USD")]),
        ("매출은 1조2000억원이다.", [("1조2000억원", 1200000000000, "KRW")]),
    ],
)  # fmt: skip
def test_a_sentence_is_enough(text, figures):
    assert [(found.text, found.value, found.unit) for found in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("第3条と第12章、2号機、西新宿2丁目8番1号、電話03-1234-5678、平成30年", [("平成30年", "2018")]),
        ("第19届亚运会，5G手机，3月15日", [("3月15日", "2024-03-15")]),
        ("2호선 3번 출구, 제3차 회의, 2024년 1분기", [("2024년", "2024")]),
        ("Статья 105, дом 5, 7-й корпус.", [("7-й", 7)]),
    ],
)
def test_what_is_numbered_is_no_figure(text, figures):
    assert [(found.text, found.value) for found in find_figures(text, published="2024-06-01")] == figures
