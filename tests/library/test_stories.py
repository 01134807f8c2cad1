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
    assert library.same_story("one.txt#0") == ["other.txt#0"]
    assert library.same_story("other.txt#0") == ["one.txt#0"]
    assert library.same_story("later.txt#0") == []
    assert library.same_story("else.txt#0") == []
