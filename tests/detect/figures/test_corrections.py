"""What a reader says about a figure holds."""

from reader.detect.figures.finder import find_figures
from reader.model import Correction

TEXT = "The 20 men saw 20 cars and a troika on May 5 near Point 7."


def fix(action, text, target=""):
    return find_figures(TEXT, corrections=[Correction("c1", action, text, target)])


def test_not_figure_drops_every_mark_of_that_form():
    assert [f.text for f in find_figures(TEXT)] == ["20", "20", "May 5"]
    assert [f.text for f in fix("not_figure", "20")] == ["May 5"]


def test_not_figure_of_a_kind_leaves_other_kinds():
    assert "20" in [f.text for f in fix("not_figure", "20", "money")]


def test_figure_marks_a_form_and_reads_its_value():
    added = [f for f in fix("figure", "7", "number") if f.text == "7"]
    assert [(f.kind, f.value, f.confidence) for f in added] == [("number", 7, 1.0)]


def test_figure_marks_words_the_grammar_does_not_know():
    (added,) = [f for f in fix("figure", "troika", "number") if f.text == "troika"]
    assert (added.kind, added.value) == ("number", None)


def test_span_changes_the_extent():
    widened = fix("span", "May 5", "on May 5")
    assert [f.text for f in widened] == ["20", "20", "on May 5"]


def test_a_span_takes_the_place_of_what_it_covers():
    wide = "20 cars and a troika on May 5"
    assert [f.text for f in fix("span", "May 5", wide)] == ["20", wide]


def test_corrections_of_forms_that_do_not_occur_change_nothing():
    assert fix("not_figure", "99") == fix("span", "zebra", "the zebra") == find_figures(TEXT)


def test_corrections_with_odd_texts_are_harmless():
    for action in ("not_figure", "figure", "span"):
        for text in ("", " ", "(", "20 men\n"):
            left = fix(action, text, "[")
            assert all(TEXT[f.start : f.end] == f.text for f in left)
            if text.strip() in ("", "("):
                assert left == find_figures(TEXT)
