"""Fit the weights that tell article from page: python tools/fit_pages.py BUNDLE VOTED [--check] [--folds 4]

BUNDLE is a folder with `cases.jsonl`: cases of the suites `aeb` (a dumped page and the article's body) and `traf`
(a dumped page and a few passages that belong to the article, or do not); VOTED is what page_votes.py wrote.
Writes the weights into reader/parsing/dumps/model.py, where data and licences are named; with --check it says
whether they are the ones that stand there. The same data give the same weights. Needs `pip install numpy`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from reader.parsing import decode  # noqa: E402
from reader.parsing.dumps import model as dump_model  # noqa: E402
from reader.parsing.dumps.lines import restore  # noqa: E402
from reader.parsing.dumps.rows import find_rows  # noqa: E402
from reader.parsing.dumps.whole import is_dump  # noqa: E402
from reader.parsing.lines import Line, key_of, read_lines  # noqa: E402
from reader.parsing.page import Page  # noqa: E402

MODEL = HERE.parent / "reader/parsing/dumps/model.py"
RIDGE = 5.0
#: How much the blocks of a set count: those of `traf` are few and certain, those of votes many and less so.
COUNT = {"aeb": 1.0, "traf": 2.0, "voted": 0.3}
#: Pages among the voted ones that are no articles, or on which two voters see little alike.
NO_NEWS = frozenset("twitter github1 wikipedia1 sec1 guardian1 tags_kexp marketplace".split())
AGREED = 0.85


class Sample(NamedTuple):
    """A dumped page: the features of its blocks, whether each is article, and how much it counts."""

    page: str
    features: Any
    article: Any
    count: Any


def blocks_of(data: bytes) -> list[Line]:
    """The blocks of a dumped page that are scored; none if it is not read as a dump."""
    text = decode(data).text
    lines = read_lines(text)
    if len(lines) < 25 or not is_dump(lines, Page(lines)):
        return []
    blocks, _ = restore(text, lines)
    return [block for block, row in zip(blocks, find_rows(blocks)) if row != "cell"]


def words_of(text: str) -> list[str]:
    """The words of a text for comparing it with another printing of it."""
    return key_of(text).split()


def fours(words: list[str]) -> list[tuple[str, ...]]:
    """Every four words in a row."""
    return [tuple(words[i : i + 4]) for i in range(len(words) - 3)]


def share_in(blocks: list[Line], body: str) -> list[float]:
    """For each block the share of its words in a row that stand in `body`; -1 if it has no words.

    A block of fewer than four words counts as in it if it stands there and a block close to it does too.
    """
    own = words_of(body)
    known, whole = set(fours(own)), f" {' '.join(own)} "
    shares: list[float] = []
    short = []
    for i, block in enumerate(blocks):
        words = words_of(block.text)
        rows = fours(words)
        if rows:
            shares.append(sum(row in known for row in rows) / len(rows))
        else:
            shares.append(0.0 if words else -1.0)
            if words and f" {' '.join(words)} " in whole:
                short.append(i)
    sure = [share > 0.5 for share in shares]
    for i in short:
        if any(sure[max(0, i - 2) : i + 3]):
            shares[i] = 1.0
    return shares


def sample(page: str, kind: str, blocks: list[Line], article: Any, count: Any) -> Sample:
    """The sample of a page: longer blocks count more, as the root of their words."""
    roots = np.sqrt([max(1, len(block.text.split())) for block in blocks])
    return Sample(
        page, np.array(dump_model.features(blocks)), np.array(article, float), roots * count * COUNT[kind]
    )


def read_bundle(bundle: Path) -> Iterator[Sample]:
    """The samples of the labelled pages."""
    for line in (bundle / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["suite"] not in ("aeb", "traf") or not (
            blocks := blocks_of((bundle / case["file"]).read_bytes())
        ):
            continue
        page, gold = case["id"].split(":")[1], case["gold"]
        if case["suite"] == "aeb":
            shares = np.array(share_in(blocks, gold["articles"][0]["body"]))
            yield sample(page, "aeb", blocks, np.maximum(shares, 0), shares >= 0)
        else:
            inside, outside = (
                [any(" ".join(x.split()) in block.text for x in gold[name]) for block in blocks]
                for name in ("with", "without")
            )
            yield sample(page, "traf", blocks, inside, np.not_equal(inside, outside))


def read_voted(path: Path) -> Iterator[Sample]:
    """The samples of pages labelled by what three extractors take for the article."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        votes = [vote for vote in row["votes"] if vote]
        if row["page"] in NO_NEWS or row["agreed"] < AGREED:
            continue
        if not (blocks := blocks_of(row["text"].encode("utf-8", "replace"))):
            continue
        seen = sum((np.array(share_in(blocks, vote)) >= 0.5).astype(int) for vote in votes)
        article = seen * 2 > len(votes) if len(votes) == 3 else seen == len(votes)
        yield sample(
            row["page"], "voted", blocks, article, np.where((seen > 0) & (seen < len(votes)), 0.5, 1.0)
        )


def fit(samples: list[Sample]) -> Any:
    """Weights by logistic regression with a ridge penalty, found by Newton's method."""
    x = np.vstack([s.features for s in samples])
    y = np.concatenate([s.article for s in samples])
    w = np.concatenate([s.count for s in samples])
    x, y, w = x[w > 0], y[w > 0], w[w > 0]
    constant = (np.ptp(x, axis=0) == 0) & (x[0] != 0)
    ridge = RIDGE * np.where(constant, 0.01, 1.0)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (w * (p - y)) + ridge * weights
        bend = (x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return np.round(weights, 2)


def unseen(samples: list[Sample], folds: int) -> float:
    """F1 of blocks of pages that the weights were not fitted on, each counted by its words."""
    pages = sorted({s.page for s in samples})
    random.Random(0).shuffle(pages)
    hit = found = wanted = 0.0
    for k in range(folds):
        held = set(pages[k::folds])
        weights = fit([s for s in samples if s.page not in held])
        for s in samples:
            if s.page in held:
                taken, true = s.features @ weights > 0, s.article > 0.5
                hit += s.count[taken & true].sum()
                found += s.count[taken].sum()
                wanted += s.count[true].sum()
    return 2 * hit / (found + wanted)


def told(name: str, values: list[float]) -> str:
    """Weights as a line of source."""
    rows = [values[i : i + 10] for i in range(0, len(values), 10)]
    body = "\n".join("    " + ", ".join(str(value + 0.0) for value in row) + "," for row in rows)
    return f"{name}: tuple[float, ...] = (\n{body}\n)  # fmt: skip\n"


def read_options(about: str | None, measure: str) -> argparse.Namespace:
    """The options of a fit: its data, whether to write, and whether to tell the `measure` on what is unseen."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("voted", type=Path)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say whether the weights are the same"
    )
    parser.add_argument(
        "--folds", type=int, default=0, help=f"also tell {measure} on pages not fitted on, in so many parts"
    )
    return parser.parse_args()


def main() -> int:
    """Fit, and write or compare."""
    options = read_options(__doc__, "F1")
    # What a block says of itself is summed up as soon as it is read: with the weights to be found, to nothing.
    own = len(dump_model.OWN)
    samples = [*read_bundle(options.bundle), *read_voted(options.voted)]
    print(f"{len(samples)} dumped pages, {sum(len(s.article) for s in samples)} blocks")
    weights = [float(value) for value in fit(samples)]
    if options.folds:
        print(f"F1 of blocks on pages not fitted on: {unseen(samples, options.folds):.4f}")
    if options.check:
        same = weights == [*dump_model.OWN, *dump_model.PLACE]
        print("the weights are the same" if same else "the weights differ")
        return 0 if same else 1
    source = MODEL.read_text(encoding="utf-8")
    head = re.split(r"^OWN: ", source, maxsplit=1, flags=re.MULTILINE)[0]
    MODEL.write_text(head + told("OWN", weights[:own]) + told("PLACE", weights[own:]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
