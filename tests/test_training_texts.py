"""The annotated stories that the tagger is trained on, and how they are read."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent.parent / "tools"


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    for name in ("written_stories", "new_texts", "name_maker"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_marks_become_spans_of_the_plain_text() -> None:
    from written_stories import Story, parse

    doc, keys = parse(
        Story("x", False, "{l:OSLO} _ [[Ann Lee|ann]] of {o:Lee & Co.} read {m:Emma}. [[Lee|ann]]'s left.")
    )
    assert doc.text == "OSLO _ Ann Lee of Lee & Co. read Emma. Lee's left."
    assert [doc.text[s:e] for s, e in doc.people] == ["Ann Lee", "Lee"]
    assert [(doc.text[s:e], label) for s, e, label in doc.others] == [
        ("OSLO", "L"),
        ("Lee & Co.", "G"),
        ("Emma", "M"),
    ]
    assert keys == ["ann", "ann"]


def test_wrapping_and_other_marks_leave_the_names_where_they_are() -> None:
    from written_stories import Story, parse, restyled

    body = (
        "``It was a long day,'' said [[Ann \"Nan\" Lee|ann]] of {o:Lee's} -- and "
        + "on and on " * 20
        + "[[Lee|ann]] went."
    )
    plain, _ = parse(Story("x", False, body))
    wrapped, _ = parse(Story("x", True, body))
    assert wrapped.people == plain.people and wrapped.others == plain.others
    assert max(map(len, wrapped.text.split("\n"))) <= 70
    for seed in range(20):
        doc, _ = parse(restyled(Story("x", False, body), random.Random(seed)))
        names = [re.sub(r"``|''|[“”]", '"', doc.text[s:e]) for s, e in doc.people]
        assert names == ['Ann "Nan" Lee', "Lee"]


def test_stories_are_read_in_order_and_a_tenth_is_kept_back(tmp_path: Path) -> None:
    from written_stories import is_held_out, parse, read_stories

    (tmp_path / "b.txt").write_text("### last\nNobody came.\n")
    (tmp_path / "a.txt").write_text(
        "".join(f"### s{n}{' wrap' * (n == 1)}\n[[Ann Lee|ann]] won.\n\n" for n in range(400))
    )
    stories = list(read_stories(tmp_path))
    assert [s.id for s in stories] == [f"s{n}" for n in range(400)] + ["last"]
    assert [s.id for s in stories if s.wrapped] == ["s1"]
    assert parse(stories[0])[0].text == "Ann Lee won."
    assert 20 < sum(map(is_held_out, stories)) < 60


def test_a_mark_that_does_not_close_is_named(tmp_path: Path) -> None:
    from written_stories import read_stories

    (tmp_path / "a.txt").write_text("### fine\n[[Ann|ann]] won.\n### torn\n[[Ann|ann won.\n")
    with pytest.raises(ValueError, match=r"a\.txt: story torn"):
        list(read_stories(tmp_path))


def test_new_names_keep_short_forms_and_capitals() -> None:
    from name_maker import Caster

    for seed in range(30):
        new = Caster(seed).recast(["Bill Clinton", "CLINTON", "Clinton", "Clintons", "Bill"])
        assert new["CLINTON"] == new["Clinton"].upper()
        assert new["Clintons"] == new["Clinton"] + "s"
