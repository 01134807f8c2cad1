"""Forms of figures that are seldom met: what is marked of each sentence, and its value."""

import pytest

from reader.detect.figures.finder import find_figures

NUMBERS = [
    (
        "It weighed 48½ kg and cost 2½ million euros.",
        [("48½ kg", 48.5, "kg"), ("2½ million euros", 2500000, "EUR")],
    ),
    (
        "A 5½-year-old ran for 6½-7½ hours.",
        [("5½-year-old", 5.5, "year"), ("6½-7½ hours", (6.5, 7.5), "hour")],
    ),
    ("A dose of 1e6 units and 6.02e23 molecules.", [("1e6", 1000000, None), ("6.02e23", 6.02e23, None)]),
    ("They raised $2.5M and 3B euros.", [("$2.5M", 2500000, "$"), ("3B euros", 3000000000, "EUR")]),
    (
        "After five-and-a-half years two-and-a-quarter million people had come, for two-and-a-half-million dollars.",
        [
            ("five-and-a-half years", 5.5, "year"),
            ("two-and-a-quarter million", 2250000, None),
            ("two-and-a-half-million dollars", 2500000, "$"),
        ],
    ),
    (
        "The odds are one over twenty, after 1 over 4, and 1 over 3 of them went on.",
        [("one over twenty", 0.05, None), ("1 over 4", 0.25, None), ("1", 1, None), ("3", 3, None)],
    ),
    (
        "They sold 10 dozen eggs, 2½ dozen geese and 3 gross of pens.",
        [("10 dozen", 120, None), ("2½ dozen", 30, None), ("3", 3, None)],
    ),
    ("She ran a 10 k and won 10k dollars.", [("10", 10, None), ("10k dollars", 10000, "$")]),
    (
        "On his thirty-second birthday a hundred and two dozen came, and rates rose two and two thirds percent.",
        [
            ("thirty-second", 32, None),
            ("a hundred and two dozen", 124, None),
            ("two and two thirds percent", 2.66666666666667, "%"),
        ],
    ),
    ("A loan of 1,250 M euros.", [("1,250 M euros", 1250000000, "EUR")]),
    ("The code 3e5f stands for 3e5.", [("3e5", 300000, None)]),
    ("He ate 5 and 3/4 pounds.", [("5 and 3/4 pounds", 5.75, "lb")]),
    (
        "One billion and three quarters million dollars.",
        [("One billion and three quarters million dollars", 1000750000, "$")],
    ),
    ("For four hundred and two dozen people.", [("four hundred and two dozen", 424, None)]),
    ("A hundred thousand million of them.", [("A hundred thousand million", 100000000000, None)]),
    ("One hundredth of it.", [("One hundredth", 0.01, None)]),
    ("It fell by minus 3.", [("minus 3", -3, None)]),
    (
        "أكثر من ١٢٫٥ أو ١٬٢٠٠ أو ٤٥٪ أو ۳",
        [("١٢٫٥", 12.5, None), ("١٬٢٠٠", 1200, None), ("٤٥٪", 45, "%"), ("۳", 3, None)],
    ),
    (
        "A rope of 10 1/2 miles, or 12 1/2 percent.",
        [("10 1/2 miles", 10.5, "mi"), ("12 1/2 percent", 12.5, "%")],
    ),
    (
        "It grew by 2-1/2 or 1-1/2, after a 3-1 win.",
        [("2-1/2", 2.5, None), ("1-1/2", 1.5, None), ("3-1", (3, 1), None)],
    ),
    ("A 1-in-5 chance, 1 in every 200.", [("1-in-5", 0.2, None), ("1 in every 200", 0.005, None)]),
    (
        "Some 2.5-3 percent, 5.25-5.50%, 1.2-1.5 million, not 1.2.3-4 or 192.168.1.1.",
        [
            ("2.5-3 percent", (2.5, 3), "%"),
            ("5.25-5.50%", (5.25, 5.5), "%"),
            ("1.2-1.5 million", (1200000, 1500000), None),
        ],
    ),
    (
        "A 25-basis-point cut, plus or minus 3 percentage points.",
        [("25-basis-point", 25, "bp"), ("3 percentage points", 3, "pp")],
    ),
    ("He eats nine a day at nine people's tables.", [("nine", 9, None), ("nine", 9, None)]),
]

MONEY = [
    (
        "It grew to 836m euros by a 3m-euro deal, over 800m of road.",
        [("836m euros", 836000000, "EUR"), ("3m-euro", 3000000, "EUR"), ("800m", 800, "m")],
    ),
    (
        "She won the 800m, and 5m pounds of rice for 2m Swiss francs.",
        [("800m", 800, "m"), ("5m pounds", 5000000, "lb"), ("2m Swiss francs", 2000000, "CHF")],
    ),
    ("Some U.S.$ 5 million and NZ$7 were paid.", [("U.S.$ 5 million", 5000000, "USD"), ("NZ$7", 7, "NZD")]),
    ("Es kostete 500 Millionen Schweizer Franken.", [("500 Millionen Schweizer Franken", 500000000, "CHF")]),
    ("It cost N500 million and R50m.", [("N500 million", 500000000, "NGN"), ("R50m", 50000000, "ZAR")]),
    (
        "It paid IR£200, E£300 and RMB 400.",
        [("IR£200", 200, "IEP"), ("E£300", 300, "EGP"), ("RMB 400", 400, "CNY")],
    ),
    (
        "He paid 3 U.S. dollars and 50 U.S. cents.",
        [("3 U.S. dollars", 3, "USD"), ("50 U.S. cents", 0.5, "USD")],
    ),
    ("It cost 30 Canadian cents, or 50¢.", [("30 Canadian cents", 0.3, "CAD"), ("50¢", 0.5, "$")]),
    ("It was between $3 and $5 million.", [("$3 and $5 million", (3000000, 5000000), "$")]),
    (
        "It asked Rs.75,000 crore, Rs.5.50 and Tk.500 of them.",
        [("Rs.75,000 crore", 750000000000, "INR"), ("Rs.5.50", 5.5, "INR"), ("Tk.500", 500, "BDT")],
    ),
    ("Lahore in Pakistan paid Rs40bn.", [("Rs40bn", 40000000000, "PKR")]),
    ("In Sri Lanka 300 million rupees were lost.", [("300 million rupees", 300000000, "LKR")]),
    (
        "He took N300,000 and P1.2-billion, not A320,000.",
        [("N300,000", 300000, "NGN"), ("P1.2-billion", 1200000000, "PHP")],
    ),
    (
        "Zambia paid K500 million, Botswana P3m.",
        [("K500 million", 500000000, "ZMW"), ("P3m", 3000000, "BWP")],
    ),
    ("The plane K500 of no country.", []),
    (
        "It gave birr 300m, VND500 billion, PhP 3 and GH¢20.",
        [
            ("birr 300m", 300000000, "ETB"),
            ("VND500 billion", 500000000000, "VND"),
            ("PhP 3", 3, "PHP"),
            ("GH¢20", 20, "GHS"),
        ],
    ),
    ("Senegal owes 500 million CFA francs.", [("500 million CFA francs", 500000000, "XOF")]),
    ("Chad owes FCFA 200 million.", [("FCFA 200 million", 200000000, "XAF")]),
]

MEASURES = [
    ("It rose 5 percentage points, 3‰ of all.", [("5 percentage points", 5, "pp"), ("3‰", 3, "‰")]),
    ("He is 5 ft 11 in tall.", [("5 ft 11 in", 5.91666666666667, "ft")]),
    ("Some 5 km2 and 7 m3 at 30 kmh.", [("5 km2", 5, "km²"), ("7 m3", 7, "m³"), ("30 kmh", 30, "km/h")]),
    ("At 60 miles an hour.", [("60 miles an hour", 60, "mph")]),
    ("It is 45 degrees north.", [("45 degrees", 45, "°")]),
    ("A year and a half passed.", [("A year and a half", 1.5, "year")]),
    ("For two and a half weeks.", [("two and a half weeks", 2.5, "week")]),
    ("He won in 3:43.13 that day.", [("3:43.13", "PT3M43.13S", None)]),
    (
        "She won in 2:03:59, he in 2h 3m 59s.",
        [("2:03:59", "PT2H3M59S", None), ("2h 3m 59s", "PT2H3M59S", None)],
    ),
    (
        "A magnitude-6.8 quake at 37.8C (100F).",
        [("6.8", 6.8, None), ("37.8C", 37.8, "°C"), ("100F", 100, "°F")],
    ),
    ("Some 3 bcm and 1.5 mb/d.", [("3 bcm", 3, "bcm"), ("1.5 mb/d", 1.5, "mb/d")]),
    ("It took 3min 12s or 1h 30m.", [("3min 12s", "PT3M12S", None), ("1h 30m", "PT1H30M", None)]),
    ("With 8+ years and 20-plus miles of it.", [("8+ years", 8, "year"), ("20-plus miles", 20, "mi")]),
    (
        "He is 5'11\" and 12st 7lb, she 6 ft. 2 in and the 12th.",
        [
            ("5'11\"", 5.91666666666667, "ft"),
            ("12st 7lb", 12.5, "st"),
            ("6 ft. 2 in", 6.16666666666667, "ft"),
            ("12th", 12, None),
        ],
    ),
    (
        "By half a percentage point, a tenth of a percent, 12 p.c. of it.",
        [("half a percentage point", 0.5, "pp"), ("a tenth of a percent", 0.1, "%"), ("12 p.c.", 12, "%")],
    ),
]

TIMES = [
    (
        "At five past noon, half past seven in the evening.",
        [("five past noon", "12:05"), ("half past seven", "19:30")],
    ),
    ("They met on Friday 13th.", [("Friday 13th", "---13")]),
    ("They met on Monday the twelfth.", [("Monday the twelfth", "---12")]),
    ("They met on Monday 2020-03-26.", [("Monday 2020-03-26", "2020-03-26")]),
    ("Made 20200701, sent 2019/aug/01.", [("20200701", "2020-07-01"), ("2019/aug/01", "2019-08-01")]),
    ("Sent 01-aug-2019, not 32-aug-2019.", [("01-aug-2019", "2019-08-01")]),
    (
        "On 2020-26-03 or 2020-03-26T10:20.",
        [("2020-26-03", "2020-03-26"), ("2020-03-26T10:20", "2020-03-26T10:20")],
    ),
    ("The Mail on Sunday came on Sunday.", [("Sunday", "2020-05-03")]),
    ("After Bloody Sunday, the Sunday Times said.", []),
    ("Sales of 1H21, 4Q10 and 3Q 2012.", [("1H21", "2021-H1"), ("4Q10", "2010-Q4"), ("3Q 2012", "2012-Q3")]),
    ("In the second half of 2023.", [("second half", "2023-H2"), ("2023", "2023")]),
    ("On the night of 14/15 February 1945.", [("14/15 February 1945", ("1945-02-14", "1945-02-15"))]),
    ("In FY22 and FY2022-23 it grew.", [("FY22", "2022"), ("FY2022-23", ("2022", "2023"))]),
    ("By end-2012, after the '08 campaign.", [("2012", "2012"), ("'08", "2008")]),
    ("One of the '10 most' it listed.", [("10", 10)]),
    ("In nineteen oh five it was over.", [("nineteen oh five", "1905")]),
    ("July 3rd to 5th they met.", [("July 3rd to 5th", ("2020-07-03", "2020-07-05"))]),
    ("In May 20 soldiers died.", [("May", "2020-05"), ("20", 20)]),
    ("It froze between Nov. and Dec. of late.", [("Nov", "2020-11"), ("Dec", "2020-12")]),
    (
        "On 4 May / 2016 people came, on 4 May/2016 none.",
        [("4 May", "2020-05-04"), ("2016", 2016), ("4 May/2016", "2016-05-04")],
    ),
]


def marked(text: str) -> list[tuple]:
    return [(found.text, found.value, found.unit) for found in find_figures(text, published="2020-05-06")]


@pytest.mark.parametrize(
    ("text", "figures"), [*NUMBERS, *MONEY, *MEASURES], ids=lambda it: it if isinstance(it, str) else ""
)
def test_a_number_and_its_unit(text, figures):
    assert marked(text) == figures


@pytest.mark.parametrize(("text", "figures"), TIMES, ids=lambda it: it if isinstance(it, str) else "")
def test_a_time(text, figures):
    assert [figure[:2] for figure in marked(text)] == figures
