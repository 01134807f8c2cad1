"""People in whole texts: spans, names, titles, corrections, slices, and time that grows with the length."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.detect import detect, detect_around
from reader.detect.people.finder import find_people
from reader.detect.people.knowledge import Knowledge, Votes
from reader.model import Correction, Person

PORT = """Port Workers End Strike

Dockers in the harbour of Mombasa went back to work on Tuesday after a deal brokered by Labour Minister \
Wycliffe Otuoma, union officials said.

Hassan al-Rubaiti, the union's secretary general, told reporters that pay would rise by 9 percent. \
“We got most of what we wanted,” al-Rubaiti said. Otuoma called the deal fair.

Captain Nguyen Thi Hoa, whose ship had waited for eleven days, said she hoped to leave for Haiphong on Friday. \
Mrs. Nguyen thanked the crew. Al-Rubaiti's deputy, Chidi Okwuosa, was not there.
"""


def found(text: str, *corrections: Correction) -> dict[str, str]:
    """Surface form → name."""
    return {p.text: p.name for p in find_people(text, corrections=corrections)}


def by_text(text: str, surface: str) -> Person:
    return next(p for p in find_people(text) if p.text == surface)


def test_marks_names_without_titles_and_possessives_under_one_name() -> None:
    people = found(PORT)
    assert people["Wycliffe Otuoma"] == people["Otuoma"] == "Wycliffe Otuoma"
    assert people["Hassan al-Rubaiti"] == people["al-Rubaiti"] == people["Al-Rubaiti"] == "Hassan al-Rubaiti"
    assert people["Chidi Okwuosa"] == "Chidi Okwuosa"
    assert "Nguyen Thi Hoa" in people
    assert not {"Mombasa", "Haiphong", "Tuesday", "Dockers", "Port Workers"} & set(people)


def test_offsets_are_those_of_the_text_and_mentions_do_not_overlap() -> None:
    people = find_people(PORT)
    assert all(PORT[p.start : p.end] == p.text for p in people)
    assert all(a.end <= b.start for a, b in zip(people, people[1:], strict=False))
    assert all(0 < p.confidence <= 1 and p.reason for p in people)


def test_titles_and_roles_are_kept_as_attributes() -> None:
    assert by_text(PORT, "Wycliffe Otuoma").titles[0] == "Labour Minister"
    assert by_text(PORT, "Hassan al-Rubaiti").titles == ("union's secretary general",)
    assert by_text(PORT, "Nguyen Thi Hoa").titles[0] == "Captain"


def test_a_place_or_body_with_a_familys_name_is_not_swallowed() -> None:
    text = (
        "Mayor Joan Hartwell opened the new library in Hartwell on Monday. Shares of the Hartwell Company rose. "
        "Hartwell, 54, said the town had waited long enough. The Hartwell Bridge stays closed."
    )
    spans = [(p.text, p.start) for p in find_people(text)]
    assert ("Joan Hartwell", 6) in spans
    assert not any(text[start:].startswith(("Hartwell Company", "Hartwell Bridge")) for _, start in spans)


def test_newspapers_and_armed_groups_are_no_people() -> None:
    text = "She told Asharq Al-Awsat and Al-Arabiya that Hezbollah and Boko Haram had not replied to Jabhat al-Nusra."
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The tug was hired by Anton Kvist Salvage, which sent two boats.", "Anton Kvist Salvage"),
        ("The vessel was leased by Everhard Marine of Rotterdam and sank.", "Everhard Marine"),
        ("Bernhard Holt Shipmanagement, the manager, reported no injuries.", "Bernhard Holt Shipmanagement"),
        ("PARIS, July 3 (Martin Dispatch) -- Two climbers died.", "Martin Dispatch"),
        ("Lloyd's Register said that the hull was sound. Lloyd's List agreed.", "Lloyd"),
        ("At the old pier of Martin Strasse the officers waited.", "Martin Strasse"),
        ("The lander Arjun touched down at noon near the pole.", "Arjun"),
        ("In 1959 it sent Luna 2 against the Moon. A robot, Luna-15, never left.", "Luna"),
        ("Engineers cheered as the Juno rocket left its pad.", "Juno"),
        ("The Henry Webb Space Telescope left Earth on Saturday.", "Henry Webb Space Telescope"),
    ],
)
def test_firms_papers_streets_and_craft_are_no_people(text: str, thing: str) -> None:
    assert thing not in found(text)


def test_a_firm_named_as_one_anywhere_is_none_elsewhere() -> None:
    text = (
        "The plane of France's Aigle Azur airline landed. Aigle Azur is one of several that wait for leave."
    )
    assert "Aigle Azur" not in found(text)


def test_a_family_name_that_is_also_a_thing_is_a_person() -> None:
    assert "Eric Lander" in found("The project was led by Eric Lander of Boston.")


def test_a_name_keeps_its_small_words_where_the_full_name_has_them() -> None:
    people = found(
        "The team of Konrad von Estorf built the engine. Carter asked von Estorf about it, and Estorf agreed."
    )
    assert people == {
        "Konrad von Estorf": "Konrad von Estorf",
        "von Estorf": "Konrad von Estorf",
        "Estorf": "Konrad von Estorf",
        "Carter": "Carter",
    }


LIST = (
    "Guests came from everywhere, among them the Danish vice president, Al Brask, the first lady, Karen Holm, "
    "Prince Philip, the Peruvian leader Hugo Prado and Ahmed Nasser, the chairman of the Harbour Union. "
    "President Peter Vance asked his vice president, Lars Johnsen, to stay. French President Paul Morel and the "
    "League of Cities secretary general, Kim Ki-jung, embraced. Derek Moss, the finance minister under Mr. Vance, "
    "resigned. Omar Saleh, 69, the longest-serving judge in the country, was absent."
)


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Al Brask", ("Danish vice president",)), ("Karen Holm", ("first lady",)), ("Philip", ("Prince",)),
        ("Hugo Prado", ("Peruvian leader",)), ("Ahmed Nasser", ("chairman of the Harbour Union",)),
        ("Lars Johnsen", ("vice president",)), ("Kim Ki-jung", ("League of Cities secretary general",)),
        ("Derek Moss", ("finance minister under Mr. Vance",)), ("Vance", ("Mr.",)),
        ("Omar Saleh", ("longest-serving judge in the country",)),
    ],
)  # fmt: skip
def test_a_title_ends_at_a_verb_an_article_and_another_name(name: str, titles: tuple[str, ...]) -> None:
    assert by_text(LIST, name).titles == titles


def test_not_a_person_removes_every_mention() -> None:
    assert "Otuoma" in found(PORT)
    after = found(
        PORT, Correction("c1", "not_person", "Wycliffe Otuoma"), Correction("c2", "not_person", "Otuoma")
    )
    assert not {"Wycliffe Otuoma", "Otuoma"} & set(after)


def test_a_missed_person_is_marked_everywhere_with_its_name() -> None:
    text = "The boat belongs to the widow. At noon the widow came back."
    after = found(text, Correction("c1", "person", "the widow", "Anna Berg"))
    assert after == {"the widow": "Anna Berg"}
    assert len(find_people(text, corrections=[Correction("c1", "person", "the widow")])) == 2


def test_a_wrong_span_is_put_right() -> None:
    text = "Yesterday Little Maria Costa sang. Everyone loved Little Maria Costa."
    wrong = find_people(text)[0].text
    right = "Costa" if wrong != "Costa" else "Maria Costa"
    assert set(found(text, Correction("c1", "span", wrong, right))) == {right}


def test_same_and_different() -> None:
    text = "Anna Berg met Karl Lund. Berg left early. Lund stayed."
    joined = found(text, Correction("c1", "same", "Anna Berg", "Karl Lund"))
    assert joined["Anna Berg"] == joined["Lund"] == "Karl Lund"
    parted = found(text, Correction("c2", "different", "Berg", "Anna Berg"))
    assert parted["Berg"] == "Berg" and parted["Anna Berg"] == "Anna Berg"
    undone = found(
        text,
        Correction("c1", "same", "Berg", "Karl Lund"),
        Correction("c2", "different", "Berg", "Karl Lund"),
    )
    assert undone["Berg"] == "Anna Berg"


def test_a_ring_of_corrections_ends() -> None:
    ring = (
        Correction("a", "same", "Anna Berg", "Karl Lund"),
        Correction("b", "same", "Karl Lund", "Anna Berg"),
    )
    assert found("Anna Berg met Karl Lund.", *ring)


def test_a_stretch_of_a_long_text_is_marked_by_whole_lines() -> None:
    text = PORT * 400
    middle = len(text) // 2
    low, high, marks = detect_around(text, middle, middle + 2000)
    assert low <= middle < middle + 2000 <= high <= low + 7000
    assert text[low - 1] == "\n" and text[high] == "\n"
    assert marks.people and marks.figures
    for mark in (*marks.people, *marks.figures):
        assert low <= mark.start and mark.end <= high and text[mark.start : mark.end] == mark.text


def test_empty_and_odd_texts() -> None:
    for text in (
        "",
        " ",
        "\n\n",
        "\ufffd",
        "'s",
        "-",
        "A",
        "مرحبا بالعالم",
        "王小明说",
        "\u0301\u0301",
        "…" * 50,
    ):
        marks = detect(text)
        assert all(0 <= m.start < m.end <= len(text) for m in (*marks.people, *marks.figures))


@given(st.text(alphabet="ABab .,-'’“”\n\u0301éÉ中ع1$", max_size=200))
def test_any_text_gives_ordered_spans_of_the_text(text: str) -> None:
    last = 0
    for person in find_people(text):
        assert last <= person.start < person.end <= len(text)
        assert text[person.start : person.end] == person.text
        last = person.end


class _Steps:
    """Counts the Python lines run by a call: a measure of work that a busy machine does not change."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: object, event: str, arg: object) -> _Steps:
        self.count += 1
        return self

    def of(self, call: Callable[[], object]) -> int:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            call()
        finally:
            sys.settrace(before)
        return self.count


BAITS = (
    "Aa ", "al-", "Mr. ", "A. ", "’s ", "Anna Berg ", "Anna Berg, a ", "of ", "“Anna” ", "General ", "bin ",
    "Aa bin ", "Prime Minister of ", "-Aa", "A.B", "Aa\n", "chief, ", "U.S. ", "said Aa ", "aA",
    "Bob “Anna” ", "Bob ``Anna'' ", "Anna Berg, alias Carl Holm, ", "(Capac) ", "SS Ann ", "Abu ",
)  # fmt: skip


@pytest.mark.parametrize("bait", BAITS)
def test_work_grows_with_the_length_on_any_bait(bait: str) -> None:
    find_people("Anna Berg said.")  # lists and model are loaded
    size = 800 // len(bait)
    small = _Steps().of(lambda: find_people(bait * size))
    large = _Steps().of(lambda: find_people(bait * (4 * size)))
    assert large < 6 * small + 2000


@pytest.mark.parametrize("bait", ["“Anna” ", "Bob “Anna” ", "Bob ``Anna'' ", "Anna” ", "“Anna"])
def test_nicknames_are_not_joined_without_end(bait: str) -> None:
    assert max(len(p.text) for p in find_people(bait * 200)) < 80


def test_many_namesakes_stay_linear() -> None:
    def crowd(count: int) -> str:
        return " ".join(f"Mayor Anna{chr(97 + i % 26)}{chr(97 + i // 26)} Berg spoke." for i in range(count))

    find_people("Anna Berg said.")
    small = _Steps().of(lambda: find_people(crowd(60)))
    large = _Steps().of(lambda: find_people(crowd(240)))
    assert large < 6 * small + 2000


def test_a_surname_goes_with_the_full_name_that_is_no_person() -> None:
    wrong = [Correction("", "not_person", "Anna Kessler")]
    text = "Anna Kessler opened the fair. Kessler said the harbour would reopen. Maria Lindt agreed."
    assert [p.text for p in find_people(text, corrections=wrong)] == ["Maria Lindt"]
    elsewhere = "Paul Kessler opened the fair. Kessler said the harbour would reopen."
    assert [p.text for p in find_people(elsewhere, corrections=wrong)] == ["Paul Kessler", "Kessler"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The deputy secretary of state Wendy Orland visited Tianjin.", ["Wendy Orland"]),
        ("Judge Robert M. Levin told the court to wait.", ["Robert M. Levin"]),
        ('Gino "The Hammer" Varga, a stuntman, died in Trenton.', ['Gino "The Hammer" Varga']),
        ("Gov. Charles E. ``Buddy'' Roper said so on Monday.", ["Charles E. ``Buddy'' Roper"]),
        ("The return of Yannick Jolin was a plus. Jolin, France's captain, is back.", ["Yannick Jolin", "Jolin"]),
        ("Julia Bishop, the minister, came. Bishop confirmed it.", ["Julia Bishop", "Bishop"]),
        ("The president chose Tom Ridge as head of the department.", ["Tom Ridge"]),
        ("Cameraman James Miller was killed in the south on Friday.", ["James Miller"]),
        ("Photojournalist Danish Siddiqui had gone back to the border.", ["Danish Siddiqui"]),
        ("The ban came from King Gyanendra in Nepal, said Captain Miroslav Radic.", ["Gyanendra", "Miroslav Radic"]),
        ("Police in the Sheikh Jarrah neighborhood closed Queen Alia Street.", []),
        ("They can play Rui Costa and Kaka, the coach said on Friday.", ["Rui Costa", "Kaka"]),
        ("They met in the Queen Vic. Lib Dem and Tory members voted against it.", []),
    ],
)  # fmt: skip
def test_the_whole_name_and_nothing_but_the_name(text: str, names: list[str]) -> None:
    assert [p.text for p in find_people(text)] == names


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("HAYWARD, Calif. (AP) _ A man was stabbed on a train.", "Calif"),
        (
            "The Panamanian Chamber of Construction Companies (Capac) called on workers. Capac said so.",
            "Capac",
        ),
        ("Shares of KPlus rose and the MacBook was late.", "KPlus"),
        ("It was Halloween in Dover, and the children were out.", "Halloween"),
        ("Between an Apollo and a Soyuz there was a hatch.", "an Apollo"),
    ],
)
def test_states_short_names_of_bodies_brands_and_holidays_are_no_people(text: str, thing: str) -> None:
    assert thing not in found(text)


def test_a_given_name_rescues_a_family_name_that_is_a_town_too() -> None:
    text = "The engineer had been arrested in 1938 in the purges of Joseph Stalin and sent to a mine."
    assert "Joseph Stalin" in [person.text for person in find_people(text)]


def test_one_who_governs_is_a_person_behind_the() -> None:
    text = (
        "The Nixon administration denied it. The Reagan White House did not. The Food administration waited."
    )
    assert [p.text for p in find_people(text)] == ["Nixon", "Reagan"]


def test_a_ship_with_its_namesakes_title_is_a_ship() -> None:
    text = "The Admiral Nakhimov cruiser left; the carrier Admiral Kuznetsov stayed. Admiral Ivan Kuznetsov waved."
    assert [p.text for p in find_people(text)] == ["Ivan Kuznetsov"]


def test_a_town_behind_in_is_a_town() -> None:
    text = (
        "The train stopped in Přerov on Monday. Die Polizei said little. Caja Clara opened; Jan Novák paid."
    )
    assert [p.text for p in find_people(text)] == ["Jan Novák"]


def test_what_a_table_of_sport_puts_beside_a_name_is_no_part_of_it() -> None:
    text = "Placed G Charlie Ward on the injured list.\nPat Rapp L,4-6 pitched."
    assert [p.text for p in find_people(text)] == ["Charlie Ward", "Pat Rapp"]


def test_small_words_that_open_a_sentence_are_no_part_of_a_name() -> None:
    assert list(found("Bernice died in 1989. Besides Naomi, he is survived by two sons.")) == [
        "Bernice",
        "Naomi",
    ]
    assert list(found('The talks failed. Said Björk Åkesson: "We tried."')) == ["Björk Åkesson"]


def test_a_child_of_somebody_is_named_whole() -> None:
    assert "Makhabat Tajibek kyzy" in found(
        "The journalist Makhabat Tajibek kyzy was sentenced to six years."
    )


def test_initials_that_look_like_a_title_or_a_position_stay() -> None:
    assert find_people("Chief minister MK Stalin agreed.")[0].titles == ("Chief minister",)
    assert list(found("Chief minister MK Stalin agreed. Prime minister KP Sharma Oli did not.")) == [
        "MK Stalin", "KP Sharma Oli",
    ]  # fmt: skip
    assert list(found("Israel's MK Ahmad Tibi spoke in the Knesset.")) == ["Ahmad Tibi"]
    assert list(found("Green Bay signed DE Keith McKenzie.")) == ["Keith McKenzie"]


def test_oil_firms_and_quarters_named_after_people_are_nobody() -> None:
    assert not found("Traders in London said Brent at 70 dollars a barrel was fine.")
    assert "Tanabe" not in found("Hiroshi Tanabe, 66, was president of Tanabe Optical Co., Osaka.")
    assert not found("MK Stalin Nagar is a suburb of Madurai, near Sheikh Rashid Crossing.")


def test_a_label_on_the_next_line_is_no_part_of_a_name() -> None:
    text = "To bat: Azhar Mahmood, Wasim Akram, Mushtaq Ahmed, Waqar Younis, Aqib Javed\nBowling: Streak 18-5-41-1\n"
    assert "Aqib Javed" in found(text)


def test_sections_that_a_letter_numbers_are_nobody() -> None:
    assert list(found("C. SNA. Sayf Bulad resigned.\n\nD. SDF. Mazlum Abdi met Ilham Ahmad.\n")) == [
        "Sayf Bulad", "Mazlum Abdi", "Ilham Ahmad",
    ]  # fmt: skip


def test_what_somebody_is_emir_of_is_no_part_of_his_name() -> None:
    assert list(found("The wali of Ninewa Abu Sara al-Iraqi remains at large.")) == ["Abu Sara al-Iraqi"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In came the leader of Turan party Zhenish Moldobaev and Talas region head Aibek Osmonov.",
         "Zhenish Moldobaev|Aibek Osmonov"),
        ("They looted the house of Selim Sarker at Chandsar, of Shahidul Islam at Datra and a Jubo Dal office.",
         "Selim Sarker|Shahidul Islam"),
        ("The mob called Mokbul Sarker out. Relatives of Mokbul fled.", "Mokbul Sarker|Mokbul"),
        ("It went to the Minister of Irrigation and Water Development Allan Chiyembeka on Monday.",
         "Allan Chiyembeka"),
        ("It was signed by his Lithuanian counterpart Gabrielius Landsbergas in Vilnius.", "Gabrielius Landsbergas"),
        ("They fought near the villages of Hpa Yon Chaung and Myeik Wa, an aide to Colonel-Major Faguimba Kanse said.",
         "Faguimba Kanse"),
        ("Bandits seized the Emir of Kajuro, Adamu Kajuro. Kajuro is a local government area in the north.",
         "Adamu Kajuro"),
        ("In Datu Paglos town a man seized Supreme Tribal Chieftain Leticio Datuwota.", "Leticio Datuwota"),
        ("He had a deputy there, Abu Muslim al-Turkmani for Iraq.", "Abu Muslim al-Turkmani"),
        ("They hold a kidnapper, Musa Abdullahi a.k.a Gaugai, and Omar Sani (pronounced Oh-MAR).",
         "Musa Abdullahi|Gaugai|Omar Sani"),
        ("The editor-in-chief of Paik spoke. Since then Paik has not been published.", ""),
        ("They killed President Abdiwali Mohamed “Gaas” there. Gaas was old.", "Abdiwali Mohamed “Gaas”|Gaas"),
        ("The general praised Hun Sen. Then he saw Ken Griffey Jr.", "Hun Sen|Ken Griffey Jr."),
        ("They went to Sheetal Niwas with Security Forces chief Maj-Gen. Ashraf Rifai.", "Ashraf Rifai"),
        ("Mr. Marapo also gave 12 thousand Kina to the police.", "Marapo"),
    ],
)  # fmt: skip
def test_names_behind_bodies_and_places_and_bodies_that_are_nobody(text: str, names: str) -> None:
    assert "|".join(p.text for p in find_people(text)) == names


def test_relatives_are_marked_before_a_verb_too() -> None:
    assert "Saida" in found("President Shavkat Mirziyoyev's daughter Saida will visit Khujand on Monday.")


def test_towns_of_several_words_are_nobody_and_a_sir_is_somebody() -> None:
    assert list(found("The road had been closed near Manolo Fortich, said Anna Holm.")) == ["Anna Holm"]
    assert "Philip Sidney" in found("Lady Hollick was there, Sir Philip Sidney was not.")


def test_a_name_goes_on_behind_initials_at_the_end_of_a_wrapped_line() -> None:
    text = (
        "The press had accused the general of graft. The panel of Mario Soares and I.K.\n"
        "Gujral left in August, and with them went the aides of the chairman Geoffrey C.\n"
        "Bible of Philip Morris, who had come by train from the coast in the morning.\n"
    )
    assert [t.replace("\n", " ") for t in found(text)][:3] == [
        "Mario Soares",
        "I.K. Gujral",
        "Geoffrey C. Bible",
    ]
    assert "Robert Chisholm" in found("He met New Democrat Robert Chisholm and Tory John Hamm.")
    assert "John Hamm" in found("He met New Democrat Robert Chisholm and Tory John Hamm.")


def test_ranks_in_capitals_go_and_honours_that_are_names_stay() -> None:
    assert list(found("The brigade said AIG Shafqat Malik had met CW3 Lemasulani on Monday.")) == [
        "Shafqat Malik", "Lemasulani",
    ]  # fmt: skip
    assert "Mir Hossein Mousavi" in found(
        "Opposition leaders Mir Hossein Mousavi and Mehdi Karoubi called on them."
    )
    assert "Scott LeDoux" in found(
        "He met and defeated Larry Middleton and fellow Minnesotan Scott LeDoux in 1977."
    )


def test_towns_with_titles_and_buildings_abroad_are_nobody() -> None:
    assert not found("GENERAL SANTOS, Philippines - A bomb went off on Sunday.")
    assert not found(
        "The Presa Miguel Alemán is dry. Ferries left the Barbaros Hayrettin pier, and Koç Holding paid."
    )


def test_an_account_is_not_its_owner() -> None:
    assert found("RT @LaurenRedd36: Thanks @Bills_Ears and @KrisReyes, said Lauren Redd.") == {
        "Lauren Redd": "Lauren Redd"
    }
    assert "Lee" not in found("By Ann Lee (ann@Lee.com)")


def test_a_people_and_its_language_are_nobody() -> None:
    assert set(
        found("Eluwa speakers live on the coast. Eluwa was first written by Ann Lee. Eluwa is taught.")
    ) == {"Ann Lee"}
    assert not found("Aduwe met the farmers on Monday. The Aduwe community asked for water.")


def test_who_is_a_person_at_several_places_of_a_text_is_one_at_the_others() -> None:
    known = Knowledge()
    for score in (0.93, 0.6, 0.2, 0.1):
        known.votes.setdefault("Belo", Votes()).add(score)
    assert known.is_mostly_a_person("Belo")
    known.votes["Belo"].add(0.1)
    assert not known.is_mostly_a_person("Belo")


def test_numbered_parts_are_nobody_and_a_mother_is_named_by_her_child() -> None:
    assert not found("The secretary may waive any Title IV provision.")
    assert set(found("Abu Sami said Um Sami was ill.")) == {
        "Abu Sami",
        "Um Sami",
    }
