"""Search in one text, slice by slice."""

from reader.folding import fold_text
from reader.ui.widgets.reading import finder
from reader.ui.widgets.reading.finder import Finder, Folds


def hits(folds, query):
    found, spans = Finder(folds, query), []
    while not found.done:
        spans += found.step()
    assert [span.ref for span in spans] == [*range(found.count)]
    return [folds.text[span.start : span.end] for span in spans]


def test_a_text_is_folded_once_and_searched_for_every_letter_typed_wherever_its_slices_part(monkeypatch):
    folded, made = finder.Folded, []
    monkeypatch.setattr(finder, "Folded", lambda text: made.append(text) or folded(text))
    folds = Folds("“Crème\nbrûlée” – no, crema.  " * 6_000)
    for query, hit in (("creme b", "Crème\nb"), ("CRÈME BRÛLÉE", "Crème\nbrûlée"), ('" - NO', "” – no")):
        assert hits(folds, query) == [hit] * 6_000
    assert len(hits(folds, "e")) == fold_text(folds.text).count("e") == 30_000
    assert hits(folds, "zebra") == hits(folds, " ") == []
    assert len(made) == 3 and sum(map(len, made)) < len(folds.text) + 3 * finder._OVERLAP
