"""How values of figures are written."""

import pytest

from reader.library.wording import amount_text, value_text, whole_text
from reader.model import Figure


@pytest.mark.parametrize(
    ("value", "unit", "full", "brief"),
    [
        (4_500_000.0, "USD", "4,500,000 USD", "$4.5 million"),
        (9.6e9, "$", "9,600,000,000 $", "$9.6 billion"),
        (1_000_000, "USD", "1,000,000 USD", "$1 million"),
        (5_610_123_000, "EUR", "5,610,123,000 EUR", "€5,610,123,000"),
        ((14e6, 15e6), "USD", "14,000,000–15,000,000 USD", "$14–15 million"),
        ((900_000, 1_100_000), "people", "900,000–1,100,000 people", "900,000–1.1 million people"),
        ((5, 10), "%", "5–10 %", "5–10%"),
        (3.2, "HKD", "3.20 HKD", "3.20 HKD"),
        ((0.5, 1.25), "USD", "0.50–1.25 USD", "$0.50–1.25"),
        (1.125, "EUR", "1.125 EUR", "€1.125"),
        (3.2, "km", "3.2 km", "3.2 km"),
        (1 / 3, None, "1/3", "1/3"),
        (2 + 2 / 3, "hour", "2 2/3 hour", "2 2/3 hours"),
        (-1 / 7, None, "-1/7", "-1/7"),
        (0.3333, None, "0.3333", "0.3333"),
        (3.14159265, None, "3.14159265", "3.14159265"),
        (3, "week", "3 week", "3 weeks"),
        (1, "week", "1 week", "1 week"),
        (-2.5, "°C", "-2.5 °C", "-2.5 °C"),
        ("2024-03-30", None, "2024-03-30", "30 Mar 2024"),
        ("2024-03", None, "2024-03", "Mar 2024"),
        ("--03-05", None, "5 Mar", "5 Mar"),
        ("--03", None, "Mar", "Mar"),
        ("---05", None, "day 5", "day 5"),
        ("2024", None, "2024", "2024"),
        ("06:40", None, "06:40", "06:40"),
        ("2024-03-30T08:00", None, "2024-03-30T08:00", "2024-03-30T08:00"),
        (1e300, None, "1e+300", "1e+300"),
        (float("inf"), None, "inf", "inf"),
        (None, "USD", "", ""),
    ],
)
def test_values_in_full_and_in_brief(value, unit, full, brief):
    assert value_text(value, unit) == full
    assert value_text(value, unit, brief=True) == brief


def test_amounts_say_what_they_leave_open():
    assert amount_text(Figure(0, 1, "x", "money", 2e6, "USD", "about")) == "about 2,000,000 USD"
    assert amount_text(Figure(0, 1, "x", "money", None, "USD", "about")) == ""


@pytest.mark.parametrize(
    ("kind", "value", "unit", "subject", "told"),
    [
        ("quantity", 1.6e6, "barrel", "oil", "1.6 million barrels of oil"),
        ("quantity", 1, "acre", "", "1 acre"),
        ("percent", 2, "%", "world's output", "2% of world's output"),
        ("duration", 4, "century", "rule", "4 centuries of rule"),
        ("number", 5000, None, "people", "5,000 people"),
    ],
)
def test_a_figure_is_told_with_what_it_counts_or_measures(kind, value, unit, subject, told):
    figure = Figure(0, 1, "x", kind, value, unit, subject=subject)
    assert whole_text(figure, value_text(value, unit, brief=True)) == told
