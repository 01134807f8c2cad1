"""Which names are offered as one person."""

import pytest

from reader.library.merging import _candidates
from reader.library.people import Family


def offered(one, other):
    people = [Family(name, (i,), 5 - i, 9, "", "") for i, name in enumerate((one, other, "Nobody Else"))]
    return [(score, reason) for score, reason, *_ in _candidates(people)]


@pytest.mark.parametrize(
    "pair",
    [
        "Muammar Gaddafi|Moammar Kadhafi", "Nouri al-Maliki|Nuri al-Maliki", "Bashar al-Assad|Bashar Assad",
        "John F. Kennedy|John Kennedy", "Bill Hart|William Hart", "J. Moreau|Jean Moreau", "Ban Ki-moon|Ki-moon Ban",
        "Carla Rossi|Rossi", "Ursula von der Leyen|Ursula Leyen", "Ngo Xuan Lich|Xuan Lich", "Kofi Annan|Kofi Anan",
    ],
)  # fmt: skip
def test_spellings_and_short_forms_are_offered(pair):
    assert offered(*pair.split("|"))


@pytest.mark.parametrize(
    "pair",
    [
        "George Bush|Laura Bush", "Ali Hassan|Ali Hussein", "Maria Santos|Mario Santos", "Karim Haddad|Karima Haddad",
        "Jane Mayer|Gregor J. Mayer", "Jon Stewart|Martha Stewart", "Rossi|Bianchi",
    ],
)  # fmt: skip
def test_different_people_are_not(pair):
    assert not offered(*pair.split("|"))


def test_a_lone_surname_goes_to_no_one_when_several_bear_it():
    people = [
        Family(name, (i,), 3, 3, "", "") for i, name in enumerate(("Carla Rossi", "Anna Rossi", "Rossi"))
    ]
    assert not [entry for entry in _candidates(people) if "Rossi" in (entry[2].name, entry[3].name)]
