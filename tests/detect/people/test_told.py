"""Titles and syllables of all countries, and what the text itself says is nobody."""

from __future__ import annotations

import pytest

from reader.detect.people.finder import find_people


def names(text: str) -> list[str]:
    return [p.text for p in find_people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Woizero Adanech Abiebie, the mayor, met Abune Mathias.", ["Adanech Abiebie", "Mathias"]),
        ("Tan Sri Muhyiddin Yassin and Datin Paduka Rosni Sohar left.", ["Muhyiddin Yassin", "Rosni Sohar"]),
        ("Dasho Kinley Dorji wrote to Lyonpo Chandra Gurung.", ["Kinley Dorji", "Chandra Gurung"]),
        ("Kgosi Mosadi Seboko met Ntate Sam Matekane.", ["Mosadi Seboko", "Sam Matekane"]),
        ("Senadora Damares Alves met Prefeito Ricardo Nunes.", ["Damares Alves", "Ricardo Nunes"]),
        ("Lok Chumteav Bun Rany gave rice to Khunying Porntip Rojanasunan.", ["Bun Rany", "Porntip Rojanasunan"]),
        # Names elsewhere, or where one word alone follows.
        ("In Addis Ababa, Ato Getachew Reda said no.", ["Getachew Reda"]),
        ("Sprinter Ato Boldon said no.", ["Ato Boldon"]),
        ("Habib Bourguiba met Begum Rokeya.", ["Habib Bourguiba", "Begum Rokeya"]),
        ("Speaker Puan Maharani told Jakarta reporters so.", ["Puan Maharani"]),
    ],
)  # fmt: skip
def test_titles_of_all_countries_are_no_part_of_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_such_a_title_is_an_attribute_of_the_person() -> None:
    assert find_people("Kgosi Mosadi Seboko met the press.")[0].titles[0] == "Kgosi"


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("It passed Donaldjohanson, an asteroid, in April.", "Donaldjohanson"),
        ("Gielgud is a theatre, and so is Olivier.", "Gielgud"),
        ("Sequences in two others: Siwu, a Kwa language spoken in Ghana, and Lao.", "Siwu"),
        ("Athens (Greek: Αθήνα) is the capital city of Greece.", "Αθήνα"),
        ("It lies between the Jóola Búluf and the sea, said Jóola Búluf and Jóola Fogny speakers.", "Jóola Búluf"),
    ],
)  # fmt: skip
def test_what_the_text_says_is_a_thing_is_nobody(text: str, nobody: str) -> None:
    assert nobody not in names(text)


def test_a_role_that_begins_with_a_thing_is_a_persons() -> None:
    assert names("Tendai Moyo, a school director, and Ali, a company driver in Harare, agreed.") == [
        "Tendai Moyo",
        "Ali",
    ]


def test_cited_authors_are_people_and_publishers_are_not() -> None:
    cited = "It had viewers in every state (Shepherd, 2016), as others found (Boot, Kramer, & Gratton, 2008)."
    assert names(cited)[:3] == ["Boot", "Kramer", "Gratton"]
    assert not names('Her last book, "Tides" (Simon & Schuster, 1998), sold well.')


def test_a_syllable_that_looks_like_an_english_word_stays_in_the_name() -> None:
    text = (
        "General Secretary To Lam received guests. Reporters asked To Lam about Ms. Truong My Lan's appeal."
    )
    assert names(text) == ["To Lam", "To Lam", "Truong My Lan"]
    headline = "Obama To Biden: Stay\n\nBarack Obama asked Joe Biden on Tuesday to stay in the race until the summer."
    assert "Obama To Biden" not in names(headline)


def test_what_a_maker_made_is_nobody() -> None:
    assert "Gasparo da Salo" not in names(
        "His viola, a Gasparo da Salo, goes to Li-Kuo Chang of the orchestra."
    )


@pytest.mark.parametrize(
    "name",
    ["Iyad ag Ghali", "Bato dela Rosa", "Fatimetou mint Abdel Malick", "Ravi a/l Muthu", "Thembi kaMagogo",
     "Gwenllian ferch Llywelyn", "Pieter van 't Hoff", "'Aisake Eke"],
)  # fmt: skip
def test_small_words_of_all_countries_are_inside_names(name: str) -> None:
    text = f"The police of the harbour said on Tuesday that they had arrested {name} and two other drivers."
    assert names(text) == [name]


def test_a_listed_given_and_family_name_together_are_a_person() -> None:
    assert names("Burhanuddin Rabbani fled, but in 1994 they switched sides and allied with Gulbuddin Hekmatyar.") == [
        "Burhanuddin Rabbani", "Gulbuddin Hekmatyar",
    ]  # fmt: skip
