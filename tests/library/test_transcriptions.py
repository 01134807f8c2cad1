"""One person under two transcriptions is proposed for merging, and no one else."""

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
