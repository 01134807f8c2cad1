"""What is marked in news sentences, and with what value: one table per sort of figure."""

import pytest

from reader.detect.figures.finder import find_figures
from reader.model import Figure


def marked(text: str, published: str | None = None) -> list[tuple[str, str, object, str | None]]:
    return [(f.text, f.kind, f.value, f.unit) for f in find_figures(text, published=published)]


def only(text: str, published: str | None = None) -> Figure:
    (figure,) = find_figures(text, published=published)
    return figure


MONEY = [
    ("The deal is worth $1.5 million, U.S. officials said.", "$1.5 million", 1500000, "USD"),
    ("a $20m American contract", "$20m", 20000000, "USD"),
    ("They paid 50 million dollars to the U.S. firm.", "50 million dollars", 50000000, "USD"),
    ("It costs €3.2bn.", "€3.2bn", 3200000000, "EUR"),
    ("Aid of 420 million Swiss francs came.", "420 million Swiss francs", 420000000, "CHF"),
    ("Der Konzern zahlt 4,5 Milliarden Dollar.", "4,5 Milliarden Dollar", 4500000000, "$"),
    ("Es kostet 2,3 Mrd. US-Dollar im Jahr.", "2,3 Mrd. US-Dollar", 2300000000, "USD"),
    ("Il a versé 3,2 millions de dollars.", "3,2 millions de dollars", 3200000, "$"),
    ("Le coût : 4,5 milliards d’euros.", "4,5 milliards d’euros", 4500000000, "EUR"),
    ("La empresa pagó 4.500 millones de euros.", "4.500 millones de euros", 4500000000, "EUR"),
    ("más de 12 mil millones de pesos", "12 mil millones de pesos", 12000000000, "peso"),
    ("deuda de 7 miles de millones de dólares", "7 miles de millones de dólares", 7000000000, "$"),
    ("L'azienda paga 3,7 miliardi di euro.", "3,7 miliardi di euro", 3700000000, "EUR"),
    ("worth 15 Kuwaiti dinars each", "15 Kuwaiti dinars", 15, "KWD"),
    ("a fine of 2,000 Egyptian pounds", "2,000 Egyptian pounds", 2000, "EGP"),
    ("Oil rose 87.5 cents in the U.S.", "87.5 cents", 0.875, "USD"),
    ("about A$40 billion", "A$40 billion", 40000000000, "AUD"),
    ("US$ 5", "US$ 5", 5, "USD"),
    ("some USD 200 million", "USD 200 million", 200000000, "USD"),
    ("Rs 500 crore was lost", "Rs 500 crore", 5000000000, "INR"),
    ("a bribe of 3,000 naira", "3,000 naira", 3000, "NGN"),
    ("half a million euros", "half a million euros", 500000, "EUR"),
    ("thirteen euros forty-five cents", "thirteen euros forty-five cents", 13.45, "EUR"),
    ("75 USD million", "75 USD million", 75000000, "USD"),
    ("He paid £4.50.", "£4.50", 4.5, "GBP"),
    ("a cost of 300 million yen", "300 million yen", 300000000, "JPY"),
    ("$5 to $10 million in American aid", "$5 to $10 million", (5000000, 10000000), "USD"),
    ("€5-10 million", "€5-10 million", (5000000, 10000000), "EUR"),
    ("it cost 100元", "100元", 100, "CNY"),
    ("Villages in Papua New Guinea were owed K32 million.", "K32 million", 32000000, "PGK"),
    ("Zambia fined the bank K500,000.", "K500,000", 500000, "ZMW"),
    ("They stole N500,000 in Kano.", "N500,000", 500000, "NGN"),
    ("Manila approved a P500-million fund for the Philippines.", "P500-million", 500000000, "PHP"),
    ("Guatemala spent Q2.5 million.", "Q2.5 million", 2500000, "GTQ"),
    ("Uganda paid Shs20bn.", "Shs20bn", 20000000000, "UGX"),
    ("a loan of 500 million FCFA in Senegal", "500 million FCFA", 500000000, "XOF"),
    ("a house of GH¢500,000", "GH¢500,000", 500000, "GHS"),
    ("exports of VND500 billion", "VND500 billion", 500000000000, "VND"),
]


def test_letters_before_a_number_are_money_only_where_the_article_names_the_country():
    assert not find_figures("The K9 unit took box X500,000 and lot K500,000 up K2, H1 sales said 24.kg.")


@pytest.mark.parametrize(("text", "span", "value", "unit"), MONEY)
def test_money(text, span, value, unit):
    assert marked(text) == [(span, "money", value, unit)]


MEASURES = [
    ("rose 5.5 percent", "5.5 percent", "percent", 5.5, "%"),
    ("fell by 99%", "99%", "percent", 99, "%"),
    ("forty per cent of them", "forty per cent", "percent", 40, "%"),
    ("up three percentage points", "three percentage points", "percent", 3, "pp"),
    ("cut by 25 basis points", "25 basis points", "percent", 25, "bp"),
    ("50% to 60% of it", "50% to 60%", "percent", (50, 60), "%"),
    ("nearly 170 kilometers north", "170 kilometers", "quantity", 170, "km"),
    ("a 45km road", "45km", "quantity", 45, "km"),
    ("a 4,410-kilogram bar", "4,410-kilogram", "quantity", 4410, "kg"),
    ("5.5 meters long", "5.5 meters", "quantity", 5.5, "m"),
    ("25 square kilometres of land", "25 square kilometres", "quantity", 25, "km²"),
    ("winds of 120 miles per hour", "120 miles per hour", "quantity", 120, "mph"),
    ("temperatures of 40 degrees Celsius", "40 degrees Celsius", "quantity", 40, "°C"),
    ("it was -2°C there", "-2°C", "quantity", -2, "°C"),
    ("a 500-pound bomb", "500-pound", "quantity", 500, "lb"),
    ("a plant of 600 megawatts", "600 megawatts", "quantity", 600, "MW"),
    ("12 ft 2 in", "12 ft 2 in", "quantity", 12 + 2 / 12, "ft"),
    ("500,000 barrels of oil", "500,000 barrels", "quantity", 500000, "barrel"),
    ("a 14-year-old boy", "14-year-old", "quantity", 14, "year"),
    ("he is 73 years old", "73 years old", "quantity", 73, "year"),
    ("a man in his 60s", "60s", "quantity", (60, 69), "year"),
    ("in two weeks", "two weeks", "duration", 2, "week"),
    ("a 35-year dictatorship", "35-year", "duration", 35, "year"),
    ("half an hour later", "half an hour", "duration", 0.5, "hour"),
    ("two and a half hours", "two and a half hours", "duration", 2.5, "hour"),
    ("a year and a half ago", "a year and a half", "duration", 1.5, "year"),
    ("1 year 2 months", "1 year 2 months", "duration", "P1Y2M", None),
    ("two or three days", "two or three days", "duration", (2, 3), "day"),
    ("a six- to nine-month delay", "six- to nine-month", "duration", (6, 9), "month"),
]


@pytest.mark.parametrize(("text", "span", "kind", "value", "unit"), MEASURES)
def test_measures(text, span, kind, value, unit):
    ((found, sort, got, symbol),) = marked(text)
    assert (found, sort, symbol) == (span, kind, unit)
    assert got == pytest.approx(value) if isinstance(value, float) else got == value


NUMBERS = [
    ("killed 15 people", "15", 15),
    ("some 300,000 people", "300,000", 300000),
    ("12,34,567 voters", "12,34,567", 1234567),
    ("40 000 people", "40 000", 40000),
    ("twenty-six people died", "twenty-six", 26),
    ("one hundred and sixty-one seats", "one hundred and sixty-one", 161),
    ("seven hundred twenty-one thousand twelve votes", "seven hundred twenty-one thousand twelve", 721012),
    ("two hundred and two thousand votes", "two hundred and two thousand", 202000),
    ("1.6 million people", "1.6 million", 1600000),
    ("three lakh crore of them", "three lakh crore", 3000000000000),
    ("half a dozen men", "half a dozen", 6),
    ("a hundred men", "a hundred", 100),
    ("five and a half million fish", "five and a half million", 5500000),
    ("two-thirds of all men", "two-thirds", 2 / 3),
    ("a third of the votes", "a third", 1 / 3),
    ("275 to 350 jobs", "275 to 350", (275, 350)),
    ("a vote of 59 to 40", "59 to 40", (59, 40)),
    ("beat them 2-1", "2-1", (2, 1)),
    ("between 10 and 20 people", "10 and 20", (10, 20)),
    ("nine out of 10 people", "nine out of 10", 0.9),
    ("more than 10 but fewer than 20 seats", "10 but fewer than 20", (10, 20)),
    ("the answer is minus 5", "minus 5", -5),
]


@pytest.mark.parametrize(("text", "span", "value"), NUMBERS)
def test_numbers(text, span, value):
    ((found, kind, got, unit),) = marked(text)
    assert (found, kind, unit) == (span, "number", None)
    assert got == pytest.approx(value) if isinstance(value, float) else got == value


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("the 44th case", "44th", 44),
        ("the country's eighth death", "eighth", 8),
        ("its one hundred twenty fifth day", "one hundred twenty fifth", 125),
    ],
)
def test_ordinals(text, span, value):
    assert marked(text) == [(span, "ordinal", value, None)]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("Nobody asked about the 749 pages of emails.", ""),  # "about" is no "nearly" here
        ("about 15 people", "about"),
        ("some 15 people", "about"),
        ("more than 15 people", "over"),
        ("over $15", "over"),
        ("nearly 15 people", "nearly"),
        ("at least 15 people", "at least"),
        ("up to 15 people", "at most"),
        ("fewer than 15 people", "under"),
        ("15 or more people", "at least"),
        ("15 people", ""),
        ("a dozen people", "about"),
    ],
)
def test_how_exact_a_figure_is(text, approx):
    assert only(text).approx == approx


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("arrested 15 ISIS terrorists in the north", "ISIS terrorists"),
        ("opened more than 20 border points.", "border points"),
        ("there are 3 security committees that work", "security committees"),
        ("over $1 million worth of equipment to aid", "equipment"),
        ("70 percent of the voters stayed home", "voters"),
        ("The 180 were freed", ""),
    ],
)
def test_what_is_counted(text, subject):
    assert only(text).subject == subject


def test_several_figures_keep_their_order_and_do_not_overlap():
    text = "On March 26, 2020, 15 men paid $3 each, 40% of it in 2 days at 4 p.m. near the 3rd bridge."
    figures = find_figures(text)
    assert [f.kind for f in figures] == ["date", "number", "money", "percent", "duration", "time", "ordinal"]
    assert all(a.end <= b.start for a, b in zip(figures, figures[1:]))
    assert all(text[f.start : f.end] == f.text for f in figures)


def test_every_figure_says_how_sure_it_is_and_why():
    figures = find_figures("The first 15 men paid $3 in 1998; dozens more left on 3/4/2020.")
    assert len(figures) >= 5
    for figure in figures:
        assert 0 < figure.confidence <= 1
        assert figure.reason


def test_vague_counts_are_marked_without_a_value():
    figure = only("tens of thousands of people fled")
    assert (figure.text, figure.value, figure.approx) == ("tens of thousands", None, "about")


def test_the_article_decides_whose_dollar_it_is():
    assert only("It cost $5, officials in Washington said.").unit == "USD"
    assert only("It cost $5.").unit == "$"
    aussie = find_figures("Canberra will pay A$5 now and $9 later.")
    assert [f.unit for f in aussie] == ["AUD", "AUD"]
    told = "Canberra said that Australia and France agreed. Australia pays 5 million dollars. France is glad, Paris."
    assert only(f"{told} The French came to Sydney, Australia. French ships left France.").unit == "AUD"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The flat in Hong Kong sold for HK$780 million ($100 million).", "USD"),
        ("Tencent rose to HK$420, Alibaba to HK$80, in Hong Kong. It will spend $3 billion.", "$"),
        ("Tencent rose to HK$420 in Hong Kong. Washington hopes for $3 billion.", "USD"),
        ("He has $3 million. The Hong Kong shares rose to HK$420.", "$"),
    ],
)
def test_a_bare_dollar_beside_one_with_letters_is_not_taken_for_it(text: str, unit: str):
    assert next(f.unit for f in find_figures(text) if f.text.startswith("$")) == unit


def test_the_article_decides_what_a_shared_money_word_means():
    assert only("The Philippines paid 500 million pesos.").unit == "PHP"
    assert only("They paid 500 million pesos.").unit == "peso"


def test_pounds_are_money_where_the_article_pays_in_pounds():
    assert find_figures("London pays £5 and 30 pounds.")[1].unit == "GBP"
    assert only("The bomb weighed 30 pounds.").unit == "lb"


def test_a_change_from_one_figure_to_another_is_not_a_range():
    assert [f.text for f in find_figures("shares rose 87.5 cents to $38.875")] == ["87.5 cents", "$38.875"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Stadt zahlt den Vereinen 5.000 Euro für das Fest im Mai.", 5000),
        ("Il costo della festa è di 12.500 euro per il comune.", 12500),
        ("El ayuntamiento pagó 1.200 euros a los vecinos de la zona.", 1200),
        ("De gemeente betaalt het museum 7.500 euro voor een feest van de stad.", 7500),
        ("The city will pay the club 5.000 euros for the feast in May.", 5),
        ("Der Preis stieg auf 3,50 Euro und wird sich nicht mehr ändern.", 3.5),
        ("Das Land zahlt der Stadt 0.500 Milliarden Euro für die Bahn und den Bus.", 5e8),
        ("Das Land zahlt der Stadt 2.500 Millionen Euro für die Bahn und den Bus.", 2.5e9),
    ],
)
def test_points_group_digits_where_the_language_of_the_text_does_so(text, value):
    assert [f.value for f in find_figures(text) if f.unit == "EUR"] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The cost is put at between 3 and 4.5 billion dollars.", (3e9, 4.5e9), "$"),
        ("Between 3 and 4.5 billion people use it.", (3e9, 4.5e9), None),
        ("Die Stadt rechnet mit zwischen 3 und 4,5 Milliarden Euro für die Bahn.", (3e9, 4.5e9), "EUR"),
        ("Der Bau kostet die Stadt 3 bis 4,5 Milliarden Euro und mehr.", (3e9, 4.5e9), "EUR"),
        ("Le coût est estimé entre 3 et 4,5 milliards d'euros par les communes.", (3e9, 4.5e9), "EUR"),
        ("El coste es de entre 3 y 4,5 millones de euros para los vecinos.", (3e6, 4.5e6), "EUR"),
        ("Il costo è tra 3 e 4,5 miliardi di euro per la città, che non li ha.", (3e9, 4.5e9), "EUR"),
        ("De kosten zijn tussen 3 en 4,5 miljard euro voor het land.", (3e9, 4.5e9), "EUR"),
        ("Biaya itu antara 3 dan 4,5 miliar rupiah untuk kota ini.", (3e9, 4.5e9), "IDR"),
    ],
)
def test_both_ends_of_a_range_have_its_magnitude_and_unit(text, value, unit):
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_turkish_shares_have_their_word_in_front():
    figure = only("Enflasyon yüzde 3,2 arttı ve bu daha çok bir karar için.")
    assert (figure.kind, figure.value) == ("percent", 3.2)


def test_a_change_in_another_language_is_not_a_range():
    text = "Le prix est passé de 3 à 4,5 millions d'euros pour les communes."
    assert [f.value for f in find_figures(text)] == [3, 4.5e6]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bu karar için 3 milyar lira ve daha fazlası gerek.", 3e9),
        ("Bu karar için 5 bin kişi geldi ve daha da var.", 5000),
        ("Rp 2,5 triliun untuk kota ini dan yang lain.", 2.5e12),
        ("La città non ha 50mila euro per il museo.", 50000),
        ("O museu não tem 20 mil euros para os vizinhos da cidade.", 20000),
        ("El museo no tiene 2 billones de pesos para los vecinos.", 2e12),
        ("The museum has 20 mil visitors and 5 bin bags.", 2e7),
    ],
)
def test_magnitudes_are_those_of_the_language(text, value):
    assert next(iter(find_figures(text))).value == value


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        (
            "Das Treffen war am 12. Januar 2024 in der Stadt, und nicht auf dem Land.",
            "12. Januar 2024",
            "2024-01-12",
        ),
        (
            "Le maire est venu le 1er mars 2023 à la mairie, et il n'est pas parti.",
            "1er mars 2023",
            "2023-03-01",
        ),
        ("La obra se hizo el 12 de enero de 2024 para los vecinos.", "12 de enero de 2024", "2024-01-12"),
        ("Bu karar 3 Mart 2024 günü için ve daha çok.", "3 Mart 2024", "2024-03-03"),
        ("Die Sitzung ist am 3. Mai in der Stadt, und das ist nicht weit.", "3. Mai", "--05-03"),
    ],
)
def test_days_with_their_month_in_other_languages(text, found, value):
    figure = only(text)
    assert (figure.text, figure.kind, figure.value) == (found, "date", value)


@pytest.mark.parametrize(
    "share", ["3,5 Prozent", "3,5 pour cent", "3,5 por ciento", "3,5 per cento", "3,5 %"]
)
def test_shares_in_other_languages(share):
    figure = only(f"+ {share} +")
    assert (figure.text, figure.kind, figure.value) == (share, "percent", 3.5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He won the 1500m and 5,000m titles in Athens.", [("1500m", 1500), ("5,000m", 5000)]),
        (
            "EastEnders seen by 14m\nMore than 14 million people saw it.",
            [("14m", 14e6), ("14 million", 14e6)],
        ),
        ("Some 48m people saw a 20m race.", [("48m", 48e6), ("20m", 20)]),
        ("Between 10 and 12 of the resorts are closed.", [("10 and 12", (10, 12))]),
        ("At last count I have 34—one for each of them.", [("34", 34)]),
        ("The party met at noon.", [("noon", "12:00")]),
    ],
)
def test_what_news_means_by_a_figure(text, found):
    assert [(f.text, f.value) for f in find_figures(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "according to the Sunday Times, which named no source",
        "he told the Mail on Sunday that it was so",
        "they gave Harry Ellis and Jamie Noon a chance",
        "her film, Million Dollar Baby, was praised",
        "at odds of 8/13 with bookmakers",
        "they lost in the Six Nations and in the Four Kings",
        "a show by people of the First Nations of the land",
        "3. “Not something”",
    ],
)
def test_names_odds_and_marks_of_lists_are_no_figures(text):
    assert find_figures(text) == ()


@pytest.mark.parametrize("some", ["several hundred", "a few thousand", "few dozen", "a couple hundred"])
def test_a_count_without_a_number_is_marked_whole(some):
    (figure,) = find_figures(f"They met {some} people there.")
    assert (figure.text, figure.value, figure.approx, figure.subject) == (some, None, "about", "people")
