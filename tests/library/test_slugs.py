"""Articles without a headline are called by the words in their address."""

import pytest

from reader.library import Library
from reader.library.scanning.slugs import slug_title
from reader.settings import Settings


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://a.example/2012/07/04/physicists-find-a-new-particle/", "Physicists find a new particle"),
        (
            "https://a.example/india-news/amid-cases-stalin-urges-calm-101658837864352.html",
            "Amid cases stalin urges calm",
        ),
        ("www.a.example%2Fnews%2Fdam_opens_in_the_north.html", "Dam opens in the north"),
        ("https://a.example/news/33966-up-tough-for-modi/", "Up tough for modi"),
        ("https://a.example/articles/37236", None),
        ("https://a.example/life/2022/07/18/environment/underwater-archaeology/", None),
        ("https://a.example/x?one-two-three-four", None),
        ("https://a.example/\x1b[31m-red-dam-news", "\ufffd[31m red dam news"),
    ],
)
def test_the_words_of_an_address(address, title):
    assert slug_title(address) == title


def test_names_and_short_forms_are_written_as_in_the_text(tmp_path):
    (tmp_path / "a.txt").write_text(
        "https://a.example/2012/07/04/two-teams-at-cern-find-what-peter-higgs-told-of\n\nTwo teams at CERN found a "
        "particle on Wednesday. Finally, said Peter Higgs, it is there.\n\nThe two told of it in a full hall.\n"
    )
    library = Library.open([tmp_path], Settings())
    library.scan(None)
    assert [row.title for row in library.rows()] == ["Two teams at CERN find what Peter Higgs told of"]


def test_the_list_shows_them(tmp_path):
    (tmp_path / "000123.txt").write_text(
        "https://a.example/2024/05/06/dam-opens-in-the-north\n\nThe dam was opened on Monday, the mayor said. "
        "It is the first in the region.\n\nHundreds of people came to see the water rise for the first time.\n"
    )
    library = Library.open([tmp_path], Settings())
    library.scan(None)
    assert [row.title for row in library.rows()] == ["Dam opens in the north"]
