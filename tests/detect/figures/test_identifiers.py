"""Numbers that name something are not figures."""

import pytest

from reader.detect.figures.finder import find_figures


@pytest.mark.parametrize(
    "text",
    [
        "an F-16 fighter",
        "the H5N1 strain",
        "the 3rd Battalion",
        "the 101st Airborne",
        "the Seventh Fleet",
        "Resolution 2254 was passed",
        "UN resolutions 1701 and 1559",
        "Task Force 50",
        "Flight 447 was lost",
        "Boeing 747 jets",
        "the Apollo 11 mission",
        "an AK-47 rifle",
        "COVID-19 cases",
        "Tel: +86 138-2010-2015",
        "call 555-1234 now",
        "at 192.168.10.1 again",
        "see section 1.2.3 there",
        "as shown [3] and [12].",
        "www.example.com/users/12345",
        "user@host42.example",
        "No. 7 in the list",
        "a 3D film",
        "see page 3½ there",
        "the houses in Calle 81A and on Highway 1A",
        "the S&P 500 index",
        "Article 5 was invoked",
        "the code 24703m212",
        "a B-52 raid",
        "the second-in-command",
        "on one of them",
        "no one came",
        "this one is good",
        "the Six-Day War",
        "account 12345678901234567890123",
        "191119052250266",
        "1. The nature of the thing",
    ],
)
def test_names_with_numbers_are_left_alone(text):
    assert [f.text for f in find_figures(text)] == []


def test_counts_beside_names_are_kept():
    found = find_figures(
        "Police in Baghdad said Saturday 13 guerrillas of the 3rd Battalion had two F-16 jets."
    )
    assert [f.text for f in found] == ["Saturday", "13", "two"]


def test_a_count_in_a_headline_is_kept():
    assert [f.text for f in find_figures("Kabul Blast Kills 15")] == ["15"]
