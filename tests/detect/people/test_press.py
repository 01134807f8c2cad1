"""What reading the world's press brought to light: who is nobody, where names begin, who is the same person."""

from __future__ import annotations

import pytest

from reader.detect.people.finder import find_people


def names(text: str) -> list[tuple[str, str]]:
    return [(p.text, p.name) for p in find_people(text)]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Fighters loyal to the interim government seized Surt, his last stronghold, in the night.", "Surt"),
        ("The Bill now faces opposition in the Lords, where peers want it changed.", "Bill"),
        ("Ban on hunting comes into force\n\nHunting with dogs is now against the law.", "Ban"),
        ("This Bill will pass, the minister said on Tuesday.", "Bill"),
        (
            "France: Julien Bonnard (Bourgoin), Yann Niang (Bourgoin), Serge Bertin (Biarritz), Jerome Tillon "
            "(Biarritz), Fabien Pellet (Toulouse), Nicolas Massot (Perpignan), Sebastien Brunel (Sale).",
            "Perpignan",
        ),
    ],
)  # fmt: skip
def test_places_clubs_and_bills_are_nobody(text: str, nobody: str) -> None:
    assert nobody not in [p.text for p in find_people(text)]


def test_a_given_name_behind_an_article_can_be_one_of_a_couple() -> None:
    assert "Bill" in [
        p.text for p in find_people("Children are helped by the Bill and Melinda Gates Foundation.")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was signed in the presence of H.E. Shri Narendra Mehta, who came by train.", "Narendra Mehta"),
        ("The Minister of Interior and Municipalities Bassam Mawlawi welcomed it.", "Bassam Mawlawi"),
        ("Mr. Collins I believe was there. Mr. Collins said so.", "Collins"),
    ],
)
def test_offices_and_pronouns_are_no_part_of_a_name(text: str, name: str) -> None:
    assert names(text)[0][0] == name


def test_father_and_son_are_two() -> None:
    text = (
        "August Bendt III ran the brewery until 2002. His son August Bendt IV followed him, and August Bendt IV said "
        "that nothing would change. James Bird Jr. was killed in June. James Bird Sr. spoke at the funeral."
    )
    assert {name for _, name in names(text)} == {
        "August Bendt III", "August Bendt IV", "James Bird Jr.", "James Bird Sr.",
    }  # fmt: skip


def test_a_given_name_with_a_mark_is_not_the_other_of_that_name() -> None:
    people = names(
        "Cal Ribken Jr. hit two home runs. Ribken thanked Cal Sr., who taught him, and Cal smiled."
    )
    assert [name for _, name in people] == ["Cal Ribken Jr.", "Cal Ribken Jr.", "Cal Sr.", "Cal Ribken Jr."]


def test_half_of_a_double_barrelled_name_is_its_bearer() -> None:
    people = dict(
        names("Mirriam Banda-Tembo won the seat. Mrs Tembo thanked the voters. Ban Ki-moon sent his best.")
    )
    assert people["Tembo"] == "Mirriam Banda-Tembo"


@pytest.mark.parametrize(
    "text",
    [
        "The army killed Sami Jaburi (“Haji Hamid”) on Monday.",
        "The army killed Sami Jaburi, also known as Haji Hamid, on Monday.",
        "The army killed Sami Jaburi, whose name was really Hamid, on Monday.",
        "The army killed Sami Jaburi -- the finance chief, nickname Hamid -- on Monday.",
        "The army killed Sami Jaburi, who signs himself Hamid, on Monday.",
    ],
)
def test_other_names_of_one_person(text: str) -> None:
    people = names(text)
    assert len(people) == 2 and {name for _, name in people} == {"Sami Jaburi"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The model was drawn by Robert House, who wrote it down in 1971.", "Robert House"),
        ("Stephen Toulouse, a security manager of the firm, said that it was known.", "Stephen Toulouse"),
        ("It was the assessment of Graham Lane, leader of the county group.", "Graham Lane"),
    ],
)
def test_what_somebody_is_makes_an_ordinary_word_a_family_name(text: str, name: str) -> None:
    assert name in [p.text for p in find_people(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Park, which lies in the east, was closed on Monday.",
        "The horse was called Devon Loch, not Devon Lock, and the jockey wept.",
        "A trench caved in near Jaber Al-Ahmad, the embassy said.",
    ],
)
def test_what_is_no_description_makes_nobody(text: str) -> None:
    assert names(text) == []


def test_a_thing_that_bears_a_full_name_is_not_who_bears_it() -> None:
    text = "Emanuel Cleaver II presided. There's a Emanuel Cleaver II Boulevard now, and the Emanuel Cleaver II Garden."
    assert [p.text for p in find_people(text)] == ["Emanuel Cleaver II"]


def test_the_democratic_republic_of_the_congo_is_no_doctor() -> None:
    text = (
        "Rebels in DR Congo took Goma. DR Congo's army said no. DR Congo President Joseph Kabila met envoys."
    )
    assert [p.text for p in find_people(text)] == ["Joseph Kabila"]
    assert [p.text for p in find_people("The patient was seen by Dr. Congo, he said.")] == ["Congo"]


def test_a_known_given_name_is_taken_in_behind_a_small_word() -> None:
    found = names(
        "The National Party of Frederik Willem de Klerk, which had ruled since 1948, came second with 20.4 percent."
    )
    assert found == [("Frederik Willem de Klerk", "Frederik Willem de Klerk")]
    assert names("He prayed to Saint Peter in the church of Saint Vincent.") == [
        ("Peter", "Peter"),
        ("Vincent", "Vincent"),
    ]
