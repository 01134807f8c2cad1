"""What is the same for a reader is found under each of its forms: transcribed names, dollars without a country."""

import pytest

from reader.library import Library
from reader.settings import Settings

STORY = "{title}\n\n2011-10-21\n\nPresident {name} spoke to reporters on Friday. {name} said that he would stay.\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muammar Gaddafi", "Muammar el-Qaddafi"),
        ("Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi"),
        ("Mustafa Abdul Jalil", "Mustafa Abdel-Jalil"),
    ],
)
def test_two_transcriptions_are_proposed(tmp_path, one, other):
    (tmp_path / "a.txt").write_text(STORY.format(title="The first report of the day", name=one))
    (tmp_path / "b.txt").write_text(STORY.format(title="Another paper on the news", name=other))
    (tmp_path / "c.txt").write_text(STORY.format(title="Something else altogether", name="Gerald Kramer"))
    library = Library.open([tmp_path], Settings())
    library.scan(None)
    assert [{p.name, p.other} for p in library.merge_proposals()] == [{one, other}]


def test_dollars_of_no_named_country_are_found_as_dollars(tmp_path):
    (tmp_path / "a.txt").write_text(
        "A bridge is built\n\n2024-05-05\n\nThe bridge costs $5 million, they said on Friday.\n"
    )
    (tmp_path / "b.txt").write_text(
        "A road is built\n\n2024-05-05\n\nThe road costs 5 million euros, they said on Friday.\n"
    )
    library = Library.open([tmp_path], Settings())
    library.scan(None)
    for query in ("figure:usd>1m", "figure:$>1m", "figure:money:1m..9m source:none or figure:usd:5m"):
        assert [hit.article for hit in library.search(query)] == ["a.txt#0"], query
    assert [row.article for row in library.figures("figure:usd>1m")] == ["a.txt#0"]
