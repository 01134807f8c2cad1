"""Changes that are taken back after what they are on has moved."""

from __future__ import annotations

from reader.notes.history import History
from reader.ui.changes import Changes
from tests.library.test_proofs import change, library, split

__all__ = ["library"]


def test_stars_and_tags_are_taken_back_from_the_article_that_they_were_given_to(library, tmp_path):
    state = library.state
    changes = Changes(library, History(tmp_path / "undo"))
    changes.star(["digest.txt#1", "other.txt#0"])
    changes.tag(["digest.txt#1"], ["storm"])
    changes.rename_tag("storm", "gale")
    split(library)
    state.star("digest.txt#1")  # another one by now
    state.set_tags("digest.txt#1", ["river"])
    later = Changes(library, History(tmp_path / "undo"))  # after a restart
    later.undo()
    assert state.tagged() == (("digest.txt#1", ("river",)), ("digest.txt#2", ("storm",)))
    later.undo()
    later.undo()
    assert [state.is_starred(f"digest.txt#{n}") for n in range(3)] == [False, True, False]
    assert state.tagged() == (("digest.txt#1", ("river",)),) and not state.is_starred("other.txt#0")
    change(library, library.proofs.joins("digest.txt#1"))
    later.redo()
    assert state.is_starred("digest.txt#1") and state.is_starred("other.txt#0")
