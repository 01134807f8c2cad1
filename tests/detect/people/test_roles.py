"""What a text says its people are: titles and roles, without the verbs and the things around them."""

from __future__ import annotations

import pytest

from reader.detect.people.finder import find_people


def roles(text: str, name: str) -> tuple[str, ...]:
    return next(p.titles for p in find_people(text) if p.text == name)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        # what the role is a part of stands before a preposition
        ("They spoke of the retirement of former captain Martin Johnson.", "Martin Johnson", ("former captain",)),
        ("He sang in support of suspended party secretary general Ace Nkosi.", "Ace Nkosi",
         ("suspended party secretary general",)),
        ("It is an unclear future for striker Milan Baros.", "Milan Baros", ("striker",)),
        ("He had a chance to impress Lions coach Clive Woodward.", "Clive Woodward", ("Lions coach",)),
        ("Germany was reported to be aligned to party president Peter Vance.", "Peter Vance", ("party president",)),
        # but not inside the name of a body or an office
        ("He met the deputy commander of the army, Hassan Karimi, there.", "Hassan Karimi",
         ("deputy commander of the army",)),
        ("A League of Cities official, Anna Berg, agreed.", "Anna Berg", ("League of Cities official",)),
        ("He did it for shoving Pittsburgh quarterback Mason Rudolph.", "Mason Rudolph", ("Pittsburgh quarterback",)),
        ("Several stars, including England captain Harry Kane, praised it.", "Harry Kane", ("England captain",)),
        ("He took care of his eldest son Omar Saleh.", "Omar Saleh", ("eldest son",)),
        ("He ousted the king's son Omar Saleh.", "Omar Saleh", ("king's son",)),
        ("He was met by former Prime Minister Anna Berg.", "Anna Berg", ("former Prime Minister",)),
        ("The 17-year-old soul singer Joss Stone sang.", "Joss Stone", ("17-year-old soul singer",)),
        ("It went to award-winning actor Omar Saleh.", "Omar Saleh", ("award-winning actor",)),
        ("He met South African leader Omar Saleh.", "Omar Saleh", ("South African leader",)),
        ("The men attacked TV journalist Anna Berg there.", "Anna Berg", ("TV journalist",)),
        ("They mourned Lieutenant-Colonel Omar Saleh on Monday.", "Omar Saleh", ("Lieutenant-Colonel",)),
        ("Minister of Education Omar Saleh said so.", "Omar Saleh", ("Minister of Education",)),
        # behind the name
        ("Anna Berg, and a former head of the bank, Omar Saleh, were there.", "Anna Berg", ()),
        ("Joss Stone, the 17-year-old soul singer, sang.", "Joss Stone", ("17-year-old soul singer",)),
        ("Omar Saleh, he can lean forward and drive, was out.", "Omar Saleh", ()),
        ("Anna Berg, also the director of the choir, sang.", "Anna Berg", ("director of the choir",)),
        ("Franklin Raines, head of the Office of Management and Budget under President Clinton, left.",
         "Franklin Raines", ("head of the Office of Management and Budget under President Clinton",)),
        ("Anna Berg, a farmer and president of the union, sang.", "Anna Berg", ("farmer", "president of the union")),
        ("Omar Saleh, counsel for the miners, spoke.", "Omar Saleh", ("counsel for the miners",)),
    ],
)  # fmt: skip
def test_roles_begin_and_end_where_their_phrase_does(text: str, name: str, found: tuple[str, ...]) -> None:
    assert roles(text, name) == found


def test_a_month_ends_no_role() -> None:
    text = "In a letter to the president in May, Anna Berg, the head of the union, asked for help."
    assert roles(text, "Anna Berg") == ("head of the union",)
