"""What bears a person's name is no person; and what a text says of people the tagger half believes."""

import pytest

from reader.detect.people.finder import find_people


def found(text: str) -> list[str]:
    return [person.text for person in find_people(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The patrol ship BRP Teresa Magbanua turned back, Captain Noel Santos said.", ["Noel Santos"]),
        ("The King Jeongjo sailed at noon, and Admiral Kim Min-ho waved.", ["Kim Min-ho"]),
        ("The destroyer of the Choe Hyon class sank.", []),
        ("She was born in the Hospital Getúlio Vargas in Rio.", []),
        ("Students held the Mihajlo Pupin institute for a week.", []),
        ("He went to a Roman Catholic high school and won by two KOs.", []),
        ("The team was named by the Austin American-Statesman.", []),
        ("He greeted the emir of Kano Muhammadu Sanusi at the gate.", ["Muhammadu Sanusi"]),
        (
            "Six miners died, Chief Inspector of Mines Abdul Ghani Baloch said on Sunday.",
            ["Abdul Ghani Baloch"],
        ),
        ("Hybe's founder Bang Si-hyuk was questioned.", ["Bang Si-hyuk"]),
        ("The frigate Helge Ingstad sank, and the Lei Rouanet was passed.", []),
        ("Court prosecutor Yet Chakriya spoke. Yet Chakriya denied it.", ["Yet Chakriya", "Yet Chakriya"]),
        ("“Huh?” is a word in many languages, Ana Ruiz said.", ["Ana Ruiz"]),
        ("The men were hanged at dawn, Mizan said on Monday. Kompas wrote that Ana Ruiz left.", ["Ana Ruiz"]),
        ("Sonatrach said its profit rose. Shares of Gojek fell, Viettel said.", []),
        ("Ualá said on Monday that its profit rose. Copel shares fell, and Copel denied it.", []),
        ("Rahim Mizan left. Mizan said no.", ["Rahim Mizan", "Mizan"]),
        ("Finkelnburg invited five representatives to make arguments.", ["Finkelnburg"]),
    ],
)
def test_names_of_things_and_of_people(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_half_believed_name_lends_its_parts() -> None:
    text = (
        "President Prabowo Subianto swore in Purbaya Yudhi Sadewa as finance minister on Monday. Stocks fell after "
        "Purbaya, an engineer by training, promised growth of 8 percent."
    )
    assert found(text) == ["Prabowo Subianto", "Purbaya Yudhi Sadewa", "Purbaya"]


def test_the_name_beside_a_fuller_one_is_its_persons() -> None:
    text = "MILF chair Al Haj Murad Ebrahim left. Murad, known in the field as Kagi Murad, said he was glad."
    assert {p.name for p in find_people(text)} == {"Murad Ebrahim"}


def test_a_formal_name_told_behind_a_comma() -> None:
    text = "Gunmen of Abdi Iley came. Abdi Mohamoud Omar, as Iley is formally called, lives in the capital."
    assert len({p.name for p in find_people(text)}) == 1


def test_a_nickname_before_small_words_stays_inside() -> None:
    assert found('Senator Ronald "Bato" dela Rosa is in hiding.') == ['Ronald "Bato" dela Rosa']


def test_two_family_names_behind_a_nickname_stay_inside() -> None:
    assert found(
        "They planned an attack against Manuel “Mel” Zelaya Rosales. In Comayagua, two were held."
    ) == ["Manuel “Mel” Zelaya Rosales"]


def test_a_nickname_told_once_is_a_short_form() -> None:
    text = 'Ismael "El Mayo" Zambada was kidnapped. Nobody saw him. El Mayo blames an old friend.'
    assert {p.name for p in find_people(text)} == {'Ismael "El Mayo" Zambada'}


def test_two_letters_with_a_stop_are_a_name_in_between() -> None:
    assert found("President Guðni Th. Jóhannesson came, and met Kim Jong Un. Petra Lind left.") == [
        "Guðni Th. Jóhannesson", "Kim Jong Un", "Petra Lind",
    ]  # fmt: skip
