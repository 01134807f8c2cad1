"""The samples show what they are meant to show: every raw form read right, people and figures marked in all."""

import pytest

from reader import paths
from reader.detect import detect
from reader.parsing import parse_file

FOLDER = paths.shipped("articles")
#: file → its articles as (title, published, source).
SAMPLES = {
    "01-ever-given-refloated": [
        ("Stranded Ship Floats Free after Six Days across the Suez Canal", "2021-03-29", "Harbour Wire")
    ],
    "02-ever-given-reprint": [("Giant ship freed from Suez Canal bank", "2021-03-30", "The Morning Ledger")],
    "03-mandela-elected-president": [
        ("Mandela becomes South Africa's first black president", "1994-05-10", None)
    ],
    "04-higgs-discovery": [(None, "2012-07-04", None)],
    "05-berlin-wall-opens": [
        ("Twenty-five years ago, East Germany opened the Berlin Wall", "2014-11-09", "Meridian Post")
    ],
    "06-paris-agreement": [("Nations agree on a climate pact in Paris", "2015-12-12", None)],
    "07-fukushima-level-seven": [("Japan Raises Fukushima Crisis to Highest Level", "2011-04-12", None)],
    "08-chernobyl-one-line": [
        ("Thirty-one years on, a steel arch covers Chernobyl", "2017-04-26", "Harbour Wire")
    ],
    "09-apollo-11-lands": [("TWO AMERICANS WALK ON THE MOON", "1969-07-21", "Atlas Dispatch")],
    "10-haiti-earthquake-proquest": [
        ("Haiti Fears Tens of Thousands Dead After Earthquake", "2010-01-14", "Meridian Post"),
        ("Five Years After Quake, Haiti Still Counts Its Dead", "2015-01-12", "Northlight News"),
    ],
    "11-gaddafi-killed-nexis": [(None, "2011-10-21", "Northlight News")],
    "12-qaddafi-death-factiva": [
        ("Qaddafi, Ruler of Libya for Four Decades, Dies at Rebels' Hands", "2011-10-21", "Atlas Dispatch")
    ],
    "13-webb-telescope-launch": [
        ("Webb telescope lifts off: a golden eye for the first galaxies", "2021-12-25", "Northlight News")
    ],
    "14-news-digest-1997": [
        ("Computer beats chess champion in New York", "1997-05-12", None),
        ("Scots scientists clone an adult sheep", "1997-02-24", None),
        ("Security Council names Annan to succeed Boutros-Ghali", "1996-12-14", None),
    ],
    "15-human-genome": [
        ("Scientists finish the map of human genes, two years early", "2003-04-14", "Atlas Dispatch")
    ],
    "16-euro-cash": [("Twelve countries change their money overnight", "2002-01-02", None)],
    "17-everest-first-ascent": [(None, "1953-06-02", None)],
    "18-long-read-race-to-the-moon": [("Fifteen years that put twelve men on the Moon", "2019-07-16", None)],
    "19-chandrayaan-lands-on-the-moon": [
        ("India Lands near the South Pole of the Moon", "2023-08-23", "Harbour Wire")
    ],
}
#: What must never be shown as text.
FURNITURE = (
    "TT", "Advertisement", "Story continues", "Cookie settings", "Terms of use", "Sign up for our newsletter",
    "https://", "All rights reserved", "Document 1 of", "LOAD-DATE", "Message-ID", "Full text:", "References",
    "Most read", "Read more:", "Also read:", "harbourwire.example", "Skip to content",
)  # fmt: skip
#: People who must be marked, by file.
PEOPLE = {
    "01-ever-given-refloated": ("Osama Rabie", "Peter Berdowski", "Abdel Fattah al-Sisi"),
    "03-mandela-elected-president": ("Nelson Mandela", "Thabo Mbeki", "Fidel Castro", "Yasser Arafat"),
    "04-higgs-discovery": ("Peter Higgs", "François Englert", "Robert Brout"),
    "05-berlin-wall-opens": ("Harald Jäger", "Helmut Kohl", "Hans Modrow"),
    "10-haiti-earthquake-proquest": ("Ban Ki-moon", "Barack Obama", "Bill Clinton"),
    "11-gaddafi-killed-nexis": ("Muammar Gaddafi", "Mahmoud Jibril", "Ban Ki-moon"),
    "14-news-digest-1997": ("Garry Kasparov", "Kofi Annan", "Boutros Boutros-Ghali"),
    "18-long-read-race-to-the-moon": ("Yuri Gagarin", "John F. Kennedy", "Neil Armstrong", "Sergei Korolev"),
    "19-chandrayaan-lands-on-the-moon": ("Narendra Modi", "Yuri Borisov"),
}
#: Figures that must be marked, by file: (text, kind, value, unit).
FIGURES = {
    "01-ever-given-refloated": [
        ("12%", "percent", 12, "%"),
        ("30,000 cubic meters", "quantity", 30000, "m³"),
    ],
    "05-berlin-wall-opens": [("100 marks", "money", 100, "DEM"), ("28 years", "duration", 28, "year")],
    "08-chernobyl-one-line": [("1.5 billion euros", "money", 1.5e9, "EUR")],
    "16-euro-cash": [("€500", "money", 500, "EUR")],
    "18-long-read-race-to-the-moon": [("$25.4 billion", "money", 25.4e9, "USD")],
    "19-chandrayaan-lands-on-the-moon": [("6.15 billion rupees", "money", 6.15e9, "INR")],
}


def test_every_sample_is_known_here():
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_right(name):
    articles = parse_file(FOLDER / f"{name}.txt")
    assert len(articles) == len(SAMPLES[name])
    for article, (title, published, source) in zip(articles, SAMPLES[name]):
        if title:
            assert article.title == title
        if published:
            assert (article.published or "")[:10] == published
        if source:
            assert article.source == source
            assert article.author != source
        shown = article.text.split("\n")
        for line in FURNITURE:
            assert not any(text.startswith(line) for text in shown), line


@pytest.mark.parametrize("name", SAMPLES)
def test_people_and_figures_are_marked_in_every_sample(name):
    people, figures = set(), set()
    for article in parse_file(FOLDER / f"{name}.txt"):
        found = detect(article.text, published=article.published)
        people |= {person.name for person in found.people}
        figures |= {(figure.text, figure.kind, figure.value, figure.unit) for figure in found.figures}
        assert found.figures
    assert people
    assert set(PEOPLE.get(name, ())) <= people
    assert set(FIGURES.get(name, ())) <= figures


def test_one_sample_is_a_long_read_and_several_hold_more_than_one_article():
    texts = {name: parse_file(FOLDER / f"{name}.txt") for name in SAMPLES}
    assert max(len(article.text.split()) for found in texts.values() for article in found) >= 1800
    assert sum(len(found) > 1 for found in texts.values()) >= 2
