"""Lists and tables of people; families; datelines; names of war and of the father."""

from __future__ import annotations

from reader.detect.people.finder import find_people

ROLL_CALL = """The Senate voted 54-45 on Tuesday to kill the amendment.

Democrats Yes

Breaux, La.; Byrd, W.Va.; Cleland, Ga.; Ford, Ky.; Hollings, S.C.; Kerrey, Neb.; Landrieu, La.; Lieberman, Conn.; \
Robb, Va.; Boxer, Calif.; Bond, Mo.; Feinstein, Calif.; Kennedy, Mass.; Torricelli, N.J.; Graham, Fla.
"""
BOX = """KANSAS CITY
ab r h bi
Damon rf 4 0 0 0
Offerman 2b 3 0 1 0
King 1b 3 0 0 0
Palmer 3b 3 0 0 0
Conine lf 3 0 1 0
Dye cf 3 0 0 0
Morris dh 3 0 0 0
Sweeney c 3 0 0 0
Totals 30 1 4 1
"""
SANCTIONS = """The following individuals have been added to OFAC's SDN List:

AL-TAKRITI, Umar Talib Zayn (a.k.a. AL-RAWI, Umar); DOB 14 Mar 1979; POB Mosul, Iraq; Gender Male.
HALIL, Mehmet Ali; DOB 01 Jan 1985; POB Gaziantep, Turkey; Gender Male.
"""
CRICKET = """England first innings 326
Pakistan first innings
Saeed Anwar c Croft b Cork 176
Aamir Sohail c Cork b Croft 46
Ijaz Ahmed c Stewart b Mullally 61
Inzamam-ul-Haq c Hussain b Mullally 35
Extras 24
"""


def found(text: str) -> dict[str, str]:
    return {p.text: p.name for p in find_people(text)}


def test_in_a_list_of_people_ordinary_words_are_people_too() -> None:
    assert {"Byrd", "Ford", "Robb", "Boxer", "Bond", "Graham"} <= set(found(ROLL_CALL))
    assert not {"La", "Mo", "Calif"} & set(found(ROLL_CALL))


def test_in_a_box_score_too_but_not_its_sums() -> None:
    people = set(found(BOX))
    assert {"Damon", "King", "Dye"} <= people
    assert not any("Totals" in p for p in people)


def test_a_family_is_marked_by_its_name() -> None:
    text = (
        "Mary Shepard sewed the cloth, her husband, Alan Shepard, said on Monday. Mr. Shepard kept it. "
        "The Shepards moved to Virginia in 1950. Nobody wrote to the Shepard family after that."
    )
    starts = [p.start for p in find_people(text)]
    assert text.index("Shepards") in starts
    assert text.index("Shepard family") in starts


def test_a_town_in_a_dateline_is_nobody() -> None:
    assert not found("LE BOURGET, France – Ministers of 195 countries adopted the agreement on Saturday.")
    assert not found("SAINT DENIS, Reunion (AP) _ The rain stopped on Saturday after nine days.")


def test_a_name_of_war_in_brackets_is_the_same_person() -> None:
    people = found(
        "Faysal Saadoun (Abu Layla) fell near the river, his brigade said on Sunday. "
        "Abu Layla had led it since 2014."
    )
    assert people["Abu Layla"] == people["Faysal Saadoun"]


def test_an_actor_in_brackets_is_not_the_person_played() -> None:
    people = found("In the film Inspector Karen Walsh (Linda Hamilton) flees to Mexico with her son.")
    assert people["Karen Walsh"] != people["Linda Hamilton"]


def test_given_name_and_patronymic_are_the_one_person_of_that_given_name() -> None:
    people = found(
        "Prime Minister Viktor Chernomyrdin met the miners on Monday. “Viktor Stepanovich promised us wages,” "
        "said Ivan Petrov, a miner."
    )
    assert people["Viktor Stepanovich"] == "Viktor Chernomyrdin"


def test_a_courtesy_behind_a_name_is_no_part_of_it() -> None:
    assert "Hasan Usta" not in found(
        "“The river took it,” said Hasan Usta, 66, who repairs copper in the market."
    )


def test_names_as_registers_write_them_are_whole() -> None:
    people = found(SANCTIONS)
    assert "AL-TAKRITI, Umar Talib Zayn" in people


def test_somebodys_relative_is_a_person_though_the_name_is_a_towns() -> None:
    assert "Dallas" in found("The awning is new, Rose Bianchi says. Her husband, Dallas, tends bar here.")
    assert "Dallas" not in found(
        "Rose Bianchi says the awning is from Dallas, Texas, where her husband works."
    )


def test_an_office_is_a_title() -> None:
    people = {p.text: p.titles for p in find_people("He met US Secretary of State Antony Blinken on Monday.")}
    assert list(people) == ["Antony Blinken"]


def test_halls_lanes_and_partners_of_a_firm_are_no_people() -> None:
    assert not found("The quartet plays at Alice Tully Hall on Friday, then on Robin Lane.")
    assert not found("It was drawn up by the Des Moines firm of Baker, Strand & Hollis.")


def test_a_batting_table_is_full_of_people() -> None:
    people = found(CRICKET)
    assert {"Croft", "Cork", "Stewart", "Mullally", "Hussain", "Inzamam-ul-Haq"} <= set(people)
    assert not any("Extras" in name for name in people)


def test_those_who_are_counted_up_are_all_people() -> None:
    text = "His daughters Gwen, Jackie, Tina and Georgette survive him."
    assert list(found(text)) == ["Gwen", "Jackie", "Tina", "Georgette"]


def test_a_roll_call_by_party_is_one_list() -> None:
    text = (
        "ALABAMA\nDemocrats _ Cramer, Y; Hilliard, N.\nRepublicans _ Aderholt, Y; Bachus, Y; Callahan, Y.\nALASKA\n"
        "Republicans _ Young, Y.\nGEORGIA\nDemocrats _ Bishop, Y; Lewis, N; McKinney, N.\n"
        "Republicans _ Barr, Y; Deal, Y; Gingrich, X; Norwood, Y.\n"
    )
    assert {"Young", "Bishop", "Deal", "Norwood"} <= set(found(text))
    assert not {"Democrats", "Republicans", "ALASKA", "GEORGIA"} & set(found(text))


def test_who_scored_is_known_by_the_score() -> None:
    text = (
        "Hamburg 0 Karlsruhe 2 (Dundee 25, Haessler 77). 0-1.\nSt Pauli 3 (Driller 3, Springer 22, Pisarev 40) "
        "Stuttgart 1 (von Heesen 33).\nKent 108-3 (D. Fulton 53, Cowdrey 33).\n"
    )
    scored = ["Dundee", "Haessler", "Driller", "Springer", "Pisarev", "von Heesen", "D. Fulton", "Cowdrey"]
    assert list(found(text)) == scored
    line = (
        "Leading scorers - Olympiakos: Rivers 20, Nakic 13. Cibona: Mulaomerovic 20, Mrsic 17, Marcelic 11.\n"
    )
    assert list(found(line)) == ["Rivers", "Nakic", "Mulaomerovic", "Mrsic", "Marcelic"]
    hockey = (
        "First period - 1, Toronto, Sundin 16 (Gilmour, Muller), 4:12. 2, St. Louis, Hull 11 (Pronger), 9:50."
    )
    assert {"Sundin", "Gilmour", "Muller", "Hull", "Pronger"} == set(found(hockey))


def test_standings_medals_and_types_score_no_people() -> None:
    assert not found("Standings: Juventus 11 6 4 1, Vicenza 11 6 3 2, Parma 10 3 3 4.")
    assert not found(
        "Group 1 (Germany 12, France 10, Italy 8). They flew a Boeing 767 (Airbus 330) from Lot 12."
    )


def test_one_of_a_line_up_of_ordinary_words_is_a_player_like_the_others() -> None:
    text = "Zimbabwe - Grant Flower, Gavin Rennie, Murray Goodwin, Alistair Campbell, Andy Flower."
    assert next(iter(found(text))) == "Grant Flower"
    assert "A. Flower" in found(CRICKET + "Moin Khan c A. Flower b Streak 36\n")


def test_leaders_stand_before_their_teams_and_figures() -> None:
    text = (
        "Batting: Walker, Colorado, .362; Olerud, New York, .354; Bichette, Colorado, .338.\n"
        "Pitching: Glavine, Atlanta, 18-6; Reynolds, Houston, 18-7.\n"
    )
    assert list(found(text)) == ["Walker", "Olerud", "Bichette", "Glavine", "Reynolds"]
    bases = "Debden, England, 4 June 1943; Torrejon, Spain, 1 October 1957; Madrid, Spain, 8 April 1957.\n"
    assert not found(bases)
    assert {"O'Neill", "Brosius"} <= set(found("Knoblauch 2B, Jeter SS, O'Neill RF, Posada C, Brosius 3B.\n"))


def test_those_whom_a_paper_cites_are_people() -> None:
    text = (
        "Players perceive more objects at once (Dye & Bavelier, 2010), and their memory is better (Klingberg et al., "
        "2005). The map was adapted from Palmeri and Gazio (1995). In the case of Lottery Corporation, Inc. et al. "
        "the court differed.\n"
    )
    assert list(found(text)) == ["Dye", "Bavelier", "Klingberg", "Palmeri", "Gazio"]
    assert "Schuster" not in found("Her novel (Simon & Schuster, 2010) sold well.")


def test_towns_among_towns_are_nobody_whatever_they_sound_like() -> None:
    assert not found(
        "Storms hit Sidi Bel Abbes, Bordj Bou Arreridj, Ali Mendjeli and Oran on Friday, it was said."
    )
    assert not found("The provinces of Quang Ngai, Quang Nam, Thua Thien Hue and Quang Tri were hardest hit.")
    assert "Bill Cowley" in found(
        "Bill Cowley left Ottawa. Detroit, Boston and Cowley were far apart, he said."
    )


def test_sides_are_no_people_though_their_scorers_are() -> None:
    results = (
        "Liga results: Barcelona 3 (Rivaldo 12, Figo 40, Kluivert 80), Alaves 1 (Azkoitia 5); Valencia 2 (Lopez 9, "
        "Ilie 50), Betis 2 (Finidi 3, Denilson 77); Lille 1 (Boutoille 8), Metz 1 (Meyrieu 90)."
    )
    scorers = "Rivaldo Figo Kluivert Azkoitia Lopez Ilie Finidi Denilson Boutoille Meyrieu".split()
    assert list(found(results)) == scorers
