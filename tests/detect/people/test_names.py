"""Mentions of one person under one name."""

from __future__ import annotations

import pytest

from reader.detect.people.aliases import aliases
from reader.detect.people.finder import find_people
from reader.detect.people.mention import IN_A_LIST, Mention
from reader.detect.people.names import name_people
from reader.detect.people.spelling import skeleton


def named(*texts: str, titles: dict[int, str] | None = None) -> list[str]:
    mentions = [
        Mention(i * 100, i * 100 + len(t), t, titles=(titles[i],) if titles and i in titles else ())
        for i, t in enumerate(texts)
    ]
    name_people(mentions)
    return [m.name for m in mentions]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Muhammadawi", "Al-Mohammadawi"), ("Hussein", "Husayn"), ("Mohammed", "Muhammad"), ("Gadhafi", "Gaddafi"),
        ("Zelensky", "Zelenskyy"), ("Yanukovych", "Yanukovich"), ("Erdogan", "Erdoğan"), ("el-Sisi", "Al-Sissi"),
        ("Ki-moon", "Kimoon"), ("KABBASHI", "Kabbashi"), ("Korolev", "Korolyov"),
        ("Kılıçdaroğlu", "Kilicdaroglu"), ("Đinđić", "Djindjic"), ("Đặng", "Dang"), ("Müller", "Mueller"),
        ("Søren", "Soeren"), ("Wałęsa", "Walesa"), ("MacDonald", "McDonald"), ("Christian", "Kristian"),
        ("Dzhaparov", "Japarov"), ("Aleksandr", "Alexandr"), ("Said", "Saeed"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mahmoud", "Mohammed"), ("Hamad", "Hamid"), ("Hansen", "Hanson"), ("Assad", "Essa")]
)
def test_different_names_differ(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jacques Louis David", "Jacques-Louis David"), ("Kim Jong Il", "Kim Jong-il"),
        ("Sun Yat-sen", "Sun Zhongshan"), ("Abdel Aziz Bouteflika", "Abdelaziz Bouteflika"),
    ],
)  # fmt: skip
def test_a_name_written_in_fewer_words_or_another_system_is_one(one: str, other: str) -> None:
    assert len(set(named(one, other))) == 1


def test_the_fullest_spelling_names_all() -> None:
    assert named("Kabbashi", "Shams al-Din Kabbashi", "al-Kabbashi") == ["Shams al-Din Kabbashi"] * 3
    assert named("J. Smith", "John Smith", "John A. Smith", "Smith") == ["John A. Smith"] * 4
    assert named("Ludwig van Beethoven", "Beethoven", "van Beethoven") == ["Ludwig van Beethoven"] * 3
    assert named("Kim Jong Il", "Kim", "KIM") == ["Kim Jong Il"] * 3
    assert named("William Clinton", "Bill Clinton")[0] == named("William Clinton", "Bill Clinton")[1]


def test_namesakes_are_kept_apart() -> None:
    names = named("Hillary Clinton", "Bill Clinton", "Clinton", "Clinton", titles={2: "Mrs.", 0: "Mrs."})
    assert names[:3] == ["Hillary Clinton", "Bill Clinton", "Hillary Clinton"]
    assert named("George W. Bush", "George H. W. Bush")[0] != named("George W. Bush", "George H. W. Bush")[1]
    assert named("Ben Chan", "Raymond Chan") == ["Ben Chan", "Raymond Chan"]
    assert named("Hassan Ahmed", "Hussein Ahmed") == ["Hassan Ahmed", "Hussein Ahmed"]


def test_a_family_name_alone_is_the_one_spoken_of_most() -> None:
    assert named("Jared Holm", "Jared Holm", "Sherri Holm", "Holm")[-1] == "Jared Holm"


def test_two_people_never_share_a_name() -> None:
    names = named("Ali Hassan Majid", "Ali Khalil Majid", "Majid")
    assert names[0] != names[1]


def test_mr_is_not_mrs() -> None:
    names = named("Hillary Clinton", "Clinton", "Clinton", titles={1: "Mrs.", 2: "Mr."})
    assert names[0] == names[1] != names[2]


def test_the_father_of_is_a_name_of_its_own() -> None:
    assert named("Abu Sayyaf", "Umm Sayyaf") == ["Abu Sayyaf", "Umm Sayyaf"]
    assert named("Fadel Abul Ragheef", "Abul Ragheef")[1] == "Fadel Abul Ragheef"


def test_two_names_that_the_text_says_are_one_persons_are_one() -> None:
    text = (
        "Anton Berg, also known as Karl Holm, met Lena Voss. Holm left; Berg stayed. Voss called Peter Lund. "
        "Peter Lund, whose real name is Jon Aas, slept."
    )
    names = {p.text: p.name for p in find_people(text)}
    assert names["Karl Holm"] == names["Anton Berg"] == names["Holm"] == names["Berg"]
    assert names["Jon Aas"] == names["Peter Lund"]
    assert len({names["Lena Voss"], names["Peter Lund"], names["Anton Berg"]}) == 3
    assert names["Voss"] == "Lena Voss"


@pytest.mark.parametrize(
    "between",
    [
        ", better known in the port as ", ", called ", " (call sign ", ", alias of ", ", a baker of 37 known as ",
        ", whom the papers call ", ", i.e. ", ", who fought as ", "'s real name is ", " (also spelled ",
    ],
)  # fmt: skip
def test_a_second_name_is_tied_to_the_first(between: str) -> None:
    text = f"Anton Berg{between}Karl Holm, slept."
    mentions = [Mention(0, 10, "Anton Berg"), Mention(10 + len(between), 19 + len(between), "Karl Holm")]
    assert list(aliases(text, mentions)) == [(0, 1)]


@pytest.mark.parametrize(
    "between",
    [", who called ", " and a friend called ", ", who knew ", ", held by a man known to all as ", " ("],
)
def test_two_people_are_not_tied_together(between: str) -> None:
    text = f"Anton Berg{between}Karl Holm), slept."
    mentions = [Mention(0, 10, "Anton Berg"), Mention(10 + len(between), 19 + len(between), "Karl Holm")]
    assert list(aliases(text, mentions)) == []


def test_a_bracket_with_a_part_of_the_name_is_the_same_person() -> None:
    text = "Eddie Wu (Wu Yongming) spoke. Mahsa Amini – Jina to her Kurdish family – died."
    spans = [(0, 8), (10, 21), (30, 41), (44, 48)]
    assert list(aliases(text, [Mention(s, e, text[s:e]) for s, e in spans])) == [(0, 1), (2, 3)]


def test_a_nickname_in_quotation_marks_is_a_part_of_the_name() -> None:
    assert named('Orville "Bigga" Thompson', "Bigga", "Thompson") == ['Orville "Bigga" Thompson'] * 3


def test_an_initial_d_is_no_particle() -> None:
    assert named("Derek Harper", "Ron Harper", "Ron Harper", "D. Harper")[-1] == "Derek Harper"


def test_a_child_is_not_its_father() -> None:
    assert named("Abu Layla", "Layla") == ["Abu Layla", "Layla"]
    assert named("Abu Bakr al-Baghdadi", "Bakr", "Baghdadi") == [
        "Abu Bakr al-Baghdadi",
        "Bakr",
        "Abu Bakr al-Baghdadi",
    ]


def test_namesakes_of_other_spelling_are_told_apart() -> None:
    assert named("John Kerry", "Bob Kerrey", "Bob Kerrey", "Kerry")[-1] == "John Kerry"
    mentions = [Mention(0, 6, "Kerrey", reason=IN_A_LIST), Mention(9, 14, "Kerry", reason=IN_A_LIST)]
    name_people(mentions)
    assert mentions[0].name != mentions[1].name


def test_mr_and_mrs_go_to_the_man_and_the_woman_by_their_given_names() -> None:
    text = (
        "Vera Tighe was the child of Jack Tighe. Vera Tighe was eight. Mr Tighe carved a stone. "
        "Ms. Tighe lies there."
    )
    people = [p for p in find_people(text) if p.text == "Tighe"]
    assert [p.name for p in people] == ["Jack Tighe", "Vera Tighe"]


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    text = "Nora Quist FRS and Alan Peel, PhD, met Zita Holm OBE. Quist spoke."
    assert {(p.text, p.name) for p in find_people(text)} == {
        ("Nora Quist", "Nora Quist"), ("Alan Peel", "Alan Peel"), ("Zita Holm", "Zita Holm"), ("Quist", "Nora Quist"),
    }  # fmt: skip


def test_servant_of_is_one_name_however_it_is_written() -> None:
    assert len(set(named("Adel Abdul Mahdi", "Adil Abdul-Mahdi", "Abdel Mahdi"))) == 1
    assert len(set(named("Abd al-Rahman Mustafa", "Abdul-Rahman Mustafa"))) == 1


def test_initials_do_not_hide_a_full_name() -> None:
    assert set(named("R.N. Filipov", "Roman Filipov", "Roman Nikolayevich")) == {"Roman Filipov"}
    assert set(named("Dragan Petrovich", "Dragan Ilich")) == {"Dragan Petrovich", "Dragan Ilich"}


def test_somebody_is_known_by_the_initials_the_text_gives() -> None:
    text = "Pedro Pablo Kuczynski, the president, known as PPK, spoke. Voters of the PPK list cheered when PPK left."
    assert {p.name for p in find_people(text)} == {"Pedro Pablo Kuczynski"}
    assert "PKK" not in {p.text for p in find_people("Paul Karl Kern fought the PKK. He was called a hero.")}


def test_two_capitals_are_the_initials_of_two_given_names() -> None:
    text = "KP Olo will take over. Khadga Prasad Olo spoke. Then Govinda KC's strike went on."
    names = [p.name for p in find_people(text)]
    assert names == ["Khadga Prasad Olo", "Khadga Prasad Olo", "Govinda KC"]


def test_a_namesake_that_opens_a_headline_is_somebody_else() -> None:
    for family in ("Morris", "Morriss"):
        text = f"Lamorne {family} Relates to Garrett {family}\nGarrett {family} appeared on the show."
        assert [p.name for p in find_people(text)] == [f"Lamorne {family}", *[f"Garrett {family}"] * 2]


def test_a_small_word_with_a_capital_that_opens_a_sentence_is_taken_in() -> None:
    text = "Wernher von Braune built it. Von Braune had no say. Braune was asked."
    assert [p.text for p in find_people(text)] == ["Wernher von Braune", "Von Braune", "Braune"]


def test_letters_inside_a_word_are_no_alias() -> None:
    listed = find_people(
        "They are Ben Phiri, Norman Chisale, Bright Msaka, Joseph Mwale and Charles Mchacha."
    )
    assert all(p.name == p.text for p in listed)


def test_the_name_that_somebody_was_born_with_is_his() -> None:
    text = (
        "Ira Gershman died. Born Isidore Gershman on the Lower East Side, Gershman studied with Stefan Wolpe."
    )
    assert len({p.name for p in find_people(text) if "Gershman" in p.text}) == 1


def test_an_initial_before_a_given_name_is_not_another_given_name() -> None:
    text = "The adviser M. Sakhawat Hossain spoke. Maqbul Hossain asked for justice. Sakhawat Hossain nodded."
    names = [p.name for p in find_people(text)]
    assert names[0] == names[2] != names[1]


def test_initials_that_act_are_those_of_somebody_named_in_full() -> None:
    text = "Crown Prince Mohammed bin Salman spoke. MBS will go to Hiroshima. The MBS bus was late."
    assert [p.text for p in find_people(text)] == ["Mohammed bin Salman", "MBS"]
    assert len({p.name for p in find_people(text)}) == 1


def test_a_couple_are_two_people() -> None:
    text = (
        "President Clinton and Hillary Rodham Clinton said they knew nothing. Mrs. Clinton left. "
        "President Clinton stayed."
    )
    assert [p.name for p in find_people(text)] == [
        "Clinton", "Hillary Rodham Clinton", "Hillary Rodham Clinton", "Clinton",
    ]  # fmt: skip
    text = "Biden spoke. His wife Jill Biden listened. Biden went to Delaware."
    assert [p.name for p in find_people(text)] == ["Biden", "Jill Biden", "Biden"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The one named before, though another of that name is named more often behind.
        ("Wang Yi met Ana Ruiz. Wang said no. Wang Wentao was absent, as Wang Wentao often is.", "Wang Yi"),
        ("Robert F. Kennedy Jr. left. Kennedy is a nephew of John F. Kennedy.", "Robert F. Kennedy Jr."),
        # A first name said before is not taken for the family's that stands in a headline before.
        ("Clinton Confidant Leaves\n\nClinton said so of his friend. Bill Clinton left.", "Bill Clinton"),
        ("Mahamat Idriss Déby Itno left. Déby is the son of Idriss Déby.", "Mahamat Idriss Déby Itno"),
        # One name in another order, the syllables written apart.
        ("Lee Jae Myung won. Jae-myung Lee thanked voters.", "Lee Jae Myung"),
        ("Oleksandr Syrskyi spoke. Alexander Syrsky studied in Moscow.", "Oleksandr Syrskyi"),
        ("Dmitri Anatolyevich Medvedev met Ana Ruiz. Dmitry Anatolyevich joked.", "Dmitri Anatolyevich Medvedev"),
        # Who is born under another name goes by the one that is used.
        ("Hillary Clinton, born Hillary Diane Rodham, wrote to her. Mrs. Clinton is 77.", "Hillary Clinton"),
        ("J. R. R. Tolkien wrote. JRR Tolkien taught at Oxford.", "J. R. R. Tolkien"),
    ],
)  # fmt: skip
def test_the_one_who_is_meant(text: str, expected: str) -> None:
    people = find_people(text)
    assert sum(p.name == expected for p in people) >= 2, [(p.text, p.name) for p in people]


@pytest.mark.parametrize(
    "text",
    [
        "Information Minister Salman Al-Dossary said that King Salman had thanked the pilgrims.",
        "Mohammed bin Salman chaired the cabinet. Salman, his father, was ill.",
        "Nguyen Van Phuong slept at the office. Nguyen Thi Phuong Thao bought planes.",
        "Nanang Saifur Rizal, whose son Rizal was in the hall, wept.",
    ],
)
def test_a_shared_name_is_not_always_one_person(text: str) -> None:
    assert len({p.name for p in find_people(text)}) == 2


def test_the_end_of_a_family_name_is_its_persons() -> None:
    text = "Ambassador André Corrêa do Lago let talks run on. Corrêa do Lago wore a necklace."
    assert [(p.text, p.name) for p in find_people(text)][1] == ("Corrêa do Lago", "André Corrêa do Lago")


def test_father_and_son_of_renown_are_two() -> None:
    text = "Ferdinand Marcos Jr. is the son of Ferdinand Marcos Sr. of Ilocos. Marcos Sr. was a soldier."
    assert {p.name for p in find_people(text)} == {"Ferdinand Marcos Jr.", "Ferdinand Marcos Sr."}
