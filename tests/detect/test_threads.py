"""The app marks the open article while a scan marks others: one tagger, several threads."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from reader.detect import detect

TEXTS = [
    f"Mayor Tom Lund of {town} met Anna {name} on Monday. “We need {number} more,” said {name}, whom Lund thanked.\n\n"
    f"Deputy Minister Carla {name}-Ruiz, Peter van den Berg and Dr. {name} were there too. " * number
    for number, (town, name) in enumerate(
        [("Porto", "Kabral"), ("Lima", "Okafor"), ("Oslo", "Hansen"), ("Kyoto", "Tanaka"), ("Cork", "Byrne")],
        2,
    )
]


def test_texts_marked_at_once_have_the_marks_they_have_one_by_one():
    alone = [detect(text) for text in TEXTS]
    assert all(found.people for found in alone)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(detect, TEXTS * 8))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 8
