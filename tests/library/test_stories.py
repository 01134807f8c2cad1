"""Two accounts of one event are found in each other's words; the same people on another day are another story."""

from __future__ import annotations

from pathlib import Path

from reader.library import Library

_ONE = (
    "Dam At Oskarvale Breaks\nMay 4, 2021\n\nThe dam above Oskarvale broke before dawn on Tuesday, and the river Linna "
    "took the bridge at Tarnby. The minister, Ruth Adeyemi, flew to Oskarvale with General Piet Hals. In the evening "
    "the mayor of Tarnby said that Ruth Adeyemi had promised help.\n"
)
_OTHER = (
    "Flood Drives Hundreds From Homes\nMay 5, 2021\n\nHundreds of people left their homes below the Oskarvale dam. "
    "Soldiers of General Piet Hals carried children out of Tarnby, and the water of the Linna stood high. On the "
    "spot, minister Adeyemi spoke of a disaster.\n"
)
_LATER = (
    "Minister Opens School\nOctober 19, 2021\n\nThe minister, Ruth Adeyemi, opened a school in Oskarvale on Tuesday. "
    "In Tarnby, General Piet Hals gave her a picture of the river Linna. The children sang.\n"
)
_ELSE = (
    "Bakers Raise Prices\nMay 5, 2021\n\nBread costs more from Monday. In Tarnby the bakers blamed flour.\n"
)


def test_a_story_is_known_by_its_names_and_its_days(tmp_path: Path) -> None:
    for name, text in (("one", _ONE), ("other", _OTHER), ("later", _LATER), ("else", _ELSE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library.open([tmp_path])
    library.scan(marks=False)
    assert library.accounts("one.txt#0") == ["other.txt#0"]
    assert library.accounts("other.txt#0") == ["one.txt#0"]
    assert library.accounts("later.txt#0") == []
    assert library.accounts("else.txt#0") == []


def test_other_sources_come_before_a_second_account_of_one(tmp_path: Path) -> None:
    for name, source in (
        ("one", "Linna Post"),
        ("b", "Wire"),
        ("c", "Wire"),
        ("d", "Linna Post"),
        ("e", "Echo"),
    ):
        text = f"TITLE: Dam Breaks {name}\nSOURCE: {source}\nDATE: 2021-05-04\nTEXT:\n" + (
            _ONE if name < "c" else _OTHER + "The end of it.\n" * (name > "c")
        ).split("\n", 3)[3].replace("dawn", f"the {name} hour").replace("stood high", f"stood {name} high")  # fmt: skip
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library.open([tmp_path])
    library.scan(marks=False, copies=False)
    sources = [library.article(found).source for found in library.accounts("one.txt#0")]
    assert sorted(sources[:2]) == ["Echo", "Wire"] and sorted(sources[2:]) == ["Linna Post", "Wire"]


def test_of_near_duplicates_one_is_compared_and_the_own_ones_only_when_there_is_nothing_else(
    tmp_path: Path,
) -> None:
    body = " ".join(
        f"Line {n} of the flood at Tarnby tells of the Linna and of house number {n}." for n in range(30)
    )
    for name, text in (("one", _ONE), ("other", _OTHER)):
        for copy in range(3):
            (tmp_path / f"{name}{copy}.txt").write_text(f"{text}\n{body if name == 'one' else body[::-1]}\n")
    library = Library.open([tmp_path])
    library.scan(marks=False)
    assert [found[:5] for found in library.accounts("one0.txt#0")] == ["other"]
    for copy in range(3):
        (tmp_path / f"other{copy}.txt").unlink()
    library.scan(marks=False)
    assert library.accounts("one0.txt#0") == ["one1.txt#0", "one2.txt#0"]
