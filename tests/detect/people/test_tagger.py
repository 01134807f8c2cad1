"""Tokens, islands of capitals, lists, backends."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from reader.detect.lexicon import DATA
from reader.detect.people import backend, backend_spacy
from reader.detect.people.backend import BackendError, current_backend, follow_settings, use_backend
from reader.detect.people.clusters import Clusters, word_clusters
from reader.detect.people.features import Features
from reader.detect.people.finder import find_people
from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.tokens import Tokens, tokenise
from reader.detect.people.word_lists import Lists, shipped_lists
from reader.detect.people.word_types import shape_of
from reader.detect.sorted_lines import SortedLines


def words(text: str) -> list[str]:
    return tokenise(text).words


def test_tokens_keep_names_whole_and_owners_marks_apart() -> None:
    assert words("Shams al-Din Kabbashi’s aide") == ["Shams", "al-Din", "Kabbashi", "’s", "aide"]
    assert words("Lt. Gen. J.-P. O'Brien (U.S.)") == ["Lt.", "Gen.", "J.-P.", "O'Brien", "(", "U.S.", ")"]
    assert words("N'Djamena, James' dog") == ["N'Djamena", ",", "James", "'", "dog"]


def test_wires_write_dashes_and_quotes_with_a_typewriter() -> None:
    assert words("PARIS (AP) _ The Mets_Signed Ann")[3:] == [")", "–", "The", "Mets", "–", "Signed", "Ann"]
    assert words("Joe ``Mo'' Berg's") == ["Joe", "“", "Mo", "”", "Berg", "'s"]
    assert words("@Ann_Berg or ann_berg") == ["@", "Ann_Berg", "or", "ann_berg"]


def test_tokens_know_where_they_stand() -> None:
    text = "Ann\u0301a  Berg\n\nsaid 3,000 “no”."
    tokens = tokenise(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True) if text[s:e].strip()] == [
        w for w in tokens.words if w != "\n"
    ]
    shifted = tokenise(text, 7)
    assert shifted.words[0] == "Berg" and shifted.starts[0] == 7


def test_a_wrapped_line_does_not_cut_a_name_but_a_headline_does() -> None:
    wrapped = "The committee heard on Tuesday from the engineer Anna\nBerg, who had drawn the plans of the bridge.\n"
    assert any(p.text == "Anna\nBerg" for p in find_people(wrapped))
    headline = "Berg Wins Prize For New Bridge Plans\nAnna Lund, her partner, was not there."
    assert any(p.text == "Anna Lund" for p in find_people(headline))
    assert not any("\n" in p.text for p in find_people(headline))


@pytest.mark.parametrize(
    ("word", "shape"),
    [("al-Khafaji", "x-Xx"), ("U.S.", "X.X."), ("F-16s", "X-9x"), ("McDonald", "XxXx"), ("中", "x")],
)
def test_shapes(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_only_capitals_and_their_neighbours_are_looked_at() -> None:
    features = Features(shipped_lists())
    text = "on the far shore of the quiet lake a boat that Anna Berg had built was seen by nobody at all on a grey day"
    ((kept, rows),) = features.islands(words(text))
    assert [words(text)[i] for i in kept] == ["that", "Anna", "Berg", "had"]
    assert len(rows) == len(kept)
    assert list(features.islands([])) == []


def test_listed_phrases_are_seen_as_wholes() -> None:
    none: frozenset[str] = frozenset()
    lists = Lists(*(none for _ in Lists._fields))
    lists = lists._replace(
        places=frozenset(["port sudan"]), bodies=frozenset(["al mada press"]), groups=Clusters(b"\n")
    )
    rows = [
        row
        for _, part in Features(lists).islands(words("In Port Sudan the Al Mada Press wrote"))
        for row in part
    ]
    assert sum("gP" in row for row in rows) == 2
    assert sum("gB" in row for row in rows) == 3


def test_a_word_is_known_by_the_words_it_is_used_like() -> None:
    groups = word_clusters()
    mosul, kirkuk, airline = groups.of("mosul"), groups.of("kirkuk"), groups.of("lufthansa")
    assert mosul and mosul[:2] == kirkuk[:2] != airline[:2]
    assert groups.of("qzxqzx") == ()
    assert groups.of("thornton")[2] > mosul[2] and mosul[3] > groups.of("thornton")[3]
    word = Features(shipped_lists()).word
    assert set(word("Mosul").here) & set(word("Kirkuk").here) >= {f"C{mosul[0]}", f"C{mosul[1]}"}
    assert f"c{mosul[1]}" in word("mosul").here


def test_a_table_of_sorted_lines_finds_what_is_in_it_and_nothing_else() -> None:
    words = sorted({f"{stem}{n}" for n in range(900) for stem in ("ab", "a", "é", "z-")})
    lines = SortedLines("".join(f"{w}\t{w[::-1]}\n" for w in words).encode())
    for word in words:
        at = lines.behind(word, b"\t")
        assert lines.table[at:].decode().partition("\n")[0] == word[::-1]
    for word in ("", "a", "b", "ab9000", "zz", "é", "ab1\t1ba", "\ud800", "~"):
        assert lines.behind(word, b"\t") == -1
    assert SortedLines(b"").behind("a", b"\n") == -1


def test_the_model_is_shipped_small_enough() -> None:
    model = DATA / "people.crfsuite"
    assert model.stat().st_size <= 12_000_000
    assert (DATA / "clusters.txt").stat().st_size <= 2_000_000
    assert (DATA / "MODEL_CARD.md").exists()


def test_another_backend_can_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouter:
        language = "en"

        def propose(self, text: str, tokens: Tokens) -> Proposal:
            found = [
                Mention(s, e, w, i, i + 1, 0.9, "shouted")
                for i, (w, s, e) in enumerate(zip(*tokens, strict=True))
                if w.isupper() and len(w) > 2
            ]
            return Proposal(found, {})

    monkeypatch.setattr(backend, "_current", Shouter())
    assert [(p.text, p.reason) for p in find_people("the man KABBASHI spoke")] == [("KABBASHI", "shouted")]


def test_a_backend_that_knows_another_language_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Der Chef der Bank und die Frau des Hauses sind mit KABBASHI nach Bonn gefahren, sie wird auch dort sein."

    class German:
        language = "de"

        def propose(self, text: str, tokens: Tokens) -> Proposal:
            at = tokens.words.index("KABBASHI")
            start, end = tokens.starts[at], tokens.ends[at]
            return Proposal([Mention(start, end, text[start:end], at, at + 1, 0.9, "said so")], {})

    assert find_people(text) == ()
    monkeypatch.setattr(backend, "_current", German())
    assert [(p.text, p.reason) for p in find_people(text)] == [("KABBASHI", "said so")]


def test_choosing_a_backend() -> None:
    with pytest.raises(BackendError, match="choose one of"):
        use_backend("oracle")
    use_backend("builtin")
    assert current_backend() is current_backend()


def test_the_settings_backend_is_checked_at_once_and_loaded_by_the_first_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backend, "_current", None)
    assert follow_settings("builtin", "") == ""
    said = follow_settings("spacy", "no_such_model_here")
    assert "backend: builtin" in said and "\n" not in said
    monkeypatch.setattr(backend_spacy, "trouble_with", lambda _model: "")
    assert follow_settings("spacy", "no_such_model_here") == ""
    assert [p.text for p in find_people("Mr. Chidi Okwuosa said so.")] == ["Chidi Okwuosa"]  # falls back


def test_spacy_says_how_to_get_it() -> None:
    try:
        import spacy  # noqa: F401
    except ImportError:
        with pytest.raises(BackendError, match="pip install"):
            use_backend("spacy")
        use_backend("builtin")


def test_a_spacy_pipeline_on_disk_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    patterns = [("PERSON", "President Chidi Okwuosa"), ("PERSON", "Okwuosa"), ("GPE", "Lagos")]
    ruler.add_patterns([{"label": label, "pattern": pattern} for label, pattern in patterns])
    pipeline.to_disk(tmp_path / "model")
    monkeypatch.setattr(backend, "_current", None)
    assert follow_settings("spacy", str(tmp_path / "model")) == ""
    people = find_people("President Chidi Okwuosa's car left Lagos.\n\nOkwuosa was not in it.")
    assert [(p.text, p.name) for p in people] == [
        ("Chidi Okwuosa", "Chidi Okwuosa"),
        ("Okwuosa", "Chidi Okwuosa"),
    ]
    assert {p.reason for p in people} == {"found by spaCy"}


def test_spacy_people_are_fitted_to_words_and_named_like_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    class Entity:
        def __init__(self, start: int, end: int, label: str) -> None:
            self.start_char, self.end_char, self.label_ = start, end, label

    class Parsed:
        lang = "en"

        def __init__(self, text: str) -> None:
            spots = [("President Chidi Okwuosa's", "PERSON"), ("Lagos", "GPE"), ("Okwuosa", "PERSON")]
            at = [(text.find(words), len(words), label) for words, label in spots]
            self.ents = [Entity(s, s + n, label) for s, n, label in at if s >= 0]

    def load(model: str, exclude: list[str]) -> type[Parsed]:
        if model == "none":
            raise OSError(model)
        return Parsed

    fake = ModuleType("spacy")
    monkeypatch.setattr(fake, "load", load, raising=False)
    monkeypatch.setitem(sys.modules, "spacy", fake)
    monkeypatch.setattr(backend, "_current", None)
    use_backend("spacy", "small")
    people = find_people("President Chidi Okwuosa's car left Lagos.")
    assert [(p.text, p.titles) for p in people] == [("Chidi Okwuosa", ("President",))]
    with pytest.raises(BackendError, match="python -m spacy download none"):
        use_backend("spacy", "none")
