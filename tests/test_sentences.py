"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sentences import sentence_at, sentences

NEWSY = st.text(alphabet="aB .!?\n“”'’—-éß\u0301\u00ad 1ｆ中。", max_size=120)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        (
            "Lt. Gen. Ali Kareem met U.S. envoys. They spoke.",
            ["Lt. Gen. Ali Kareem met U.S. envoys.", "They spoke."],
        ),
        ("“Go!” he said. “No.” Then rain.", ["“Go!” he said.", "“No.”", "Then rain."]),
        ("It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]),
        ("One\n\nTwo lines\nhere", ["One", "Two lines\nhere"]),
        ("J. K. Rowling wrote it. Fine.", ["J. K. Rowling wrote it.", "Fine."]),
        (
            "Apple Inc. The firm grew. Ford Motor Co. of Dearborn.",
            ["Apple Inc.", "The firm grew.", "Ford Motor Co. of Dearborn."],
        ),
        (
            "Talks in the U.S. The aim: peace. See No. 5.",
            ["Talks in the U.S.", "The aim: peace.", "See No. 5."],
        ),
        ("So did I. They came.", ["So did I.", "They came."]),
        ("It is in section 4.2. Ruiz left.", ["It is in section 4.2.", "Ruiz left."]),
        ("See www.wire.example. Ruiz left.", ["See www.wire.example.", "Ruiz left."]),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
        ("", []),
    ],
)
def test_sentences(text, found):
    assert [text[a:b] for a, b in sentences(text)] == found


@given(NEWSY)
def test_sentences_cover_every_visible_character_in_order(text):
    spans = list(sentences(text))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in zip(spans, spans[1:]))
    inside = set().union(*(range(a, b) for a, b in spans)) if spans else set()
    assert {i for i, c in enumerate(text) if not c.isspace()} <= inside


def test_sentence_at_finds_the_one_around_an_offset():
    text = "First one. Second one.\n\nThird."
    assert text[slice(*sentence_at(text, 0))] == "First one."
    assert text[slice(*sentence_at(text, 14))] == "Second one."
    assert text[slice(*sentence_at(text, len(text) - 1))] == "Third."
    assert sentence_at("", 0) == (0, 0)


_PIECES = (
    "Mr. Dr. approx. U.S. p.m. The he said Smith no. No. 5 3.5 “Go!” ‘x.’ Inc. J. K. e.g. wait… huh? yes! a.b.c"
    ' 他来了。 officials commander Lt. Sept. [1] .[2] ... .. ) " I. x.Y supercalifragilistic'
    " 3. 19. Mai Jahrhundert town. Went over many hills. Town"
).split()
_BREAKS = ["\n", "\n\n", "\t", " \n \n"]


@given(st.lists(st.sampled_from(_PIECES + _BREAKS), max_size=120).map(" ".join), st.data())
def test_sentence_at_gives_one_of_the_sentences(text, data):
    offset = data.draw(st.integers(0, len(text)))
    start = text.rfind("\n\n", 0, offset) + 2 if "\n\n" in text[:offset] else 0
    end = text.find("\n\n", offset)
    spans = list(sentences(text, start, len(text) if end < 0 else end))
    before = [span for span in spans if span[0] <= offset]
    assert sentence_at(text, offset) == (before[-1] if before else spans[0] if spans else (0, 0))


def test_a_german_day_or_century_ends_no_sentence():
    text = "DRESDEN, 3. Mai 2021 - Es war am 15. Januar. Im 19. Jahrhundert war es Platz 3. Er ging. Tor 12. Juli kam."
    told = [text[start:end] for start, end in sentences(text)]
    assert told[:2] == ["DRESDEN, 3. Mai 2021 - Es war am 15. Januar.", "Im 19. Jahrhundert war es Platz 3."]
    assert text[slice(*sentence_at(text, text.index("Es war")))] == told[0]
