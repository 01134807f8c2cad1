"""Fit the weights that tell a dumped page's headline: python tools/fit_titles.py BUNDLE VOTED [--check] [--folds 6]

BUNDLE is a folder with `cases.jsonl`, of which the cases of the suites `aeb` and `traf` (dumped pages whose headlines
are known) are taken; VOTED is what page_votes.py wrote. Writes the weights into reader/parsing/dumps/title.py, where
data and licences are named; with --check it says whether they are the ones that stand there. The same data give the
same weights. Needs `pip install numpy`.
"""

from __future__ import annotations

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

from fit_pages import NO_NEWS, read_options  # noqa: E402

from reader.parsing import decode  # noqa: E402
from reader.parsing.dumps import title as dump_title  # noqa: E402
from reader.parsing.dumps.whole import find_rows, is_dump, restore, score_blocks, text_region  # noqa: E402
from reader.parsing.lines import key_of, read_lines  # noqa: E402
from reader.parsing.page import Page  # noqa: E402

MODULE = HERE.parent / "reader/parsing/dumps/title.py"
RIDGE = 2.0
NONE = "none"


class Sample(NamedTuple):
    """A dumped page: the features of its candidates and of none (a row each), and which of them are right."""

    page: str
    rows: list[dict[str, float]]
    right: list[bool]


def sample(page: str, text: str, titles: list[str]) -> Sample | None:
    """The candidates of a dumped page whose headline is one of `titles`; None if it is not read as a dump."""
    lines = read_lines(text)
    if len(lines) < 25 or not is_dump(lines, Page(lines)):
        return None
    blocks, _ = restore(text, lines)
    kinds = find_rows(blocks)
    scores = score_blocks(blocks, kinds)
    found = list(dump_title.candidates(Page(blocks), scores, *text_region(blocks, scores, kinds)))
    keys = {key_of(title) for title in titles}
    right = [key_of(candidate.text) in keys for candidate in found]
    return Sample(page, [*(c.features for c in found), {NONE: 1.0}], [*right, not any(right)])


def read_samples(bundle: Path, voted: Path) -> Iterator[Sample]:
    """The samples of both sets."""
    for line in (bundle / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        gold = next(iter(case["gold"].get("articles", ())), {})
        if case["suite"] in ("aeb", "traf") and gold.get("title"):
            text = decode((bundle / case["file"]).read_bytes()).text
            found = sample(case["id"].split(":")[1], text, [gold["title"], *gold.get("title_accept", ())])
            if found:
                yield found
    for line in voted.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["title"] and row["page"] not in NO_NEWS:
            text = decode(row["text"].encode("utf-8", "replace")).text
            found = sample(row["page"], text, [row["title"]])
            if found:
                yield found


def fit(samples: list[Sample], names: list[str]) -> dict[str, float]:
    """Weights by multinomial logistic regression with a ridge penalty.

    Which of several right candidates of a page is to be chosen is left open: they share the page in the parts in
    which the weights of the round before saw them (expectation and maximisation).
    """
    tables = [
        (np.array([[row.get(name, 0.0) for name in names] for row in s.rows]), np.array(s.right, float))
        for s in samples
    ]
    weights = np.zeros(len(names))
    for _ in range(8):
        shares = []
        for x, right in tables:
            part = chances(x, weights) * right
            shares.append((x, part / part.sum()))
        weights = settle(shares, weights)
    return {name: round(float(value), 2) + 0.0 for name, value in zip(names, weights)}


def settle(tables: list[tuple[Any, Any]], weights: Any) -> Any:
    """The weights under which the candidates are as likely as their shares, from `weights` on by Newton's method."""
    for _ in range(60):
        slope = RIDGE * weights
        bend = RIDGE * np.eye(len(weights))
        for x, y in tables:
            p = chances(x, weights)
            mean = x.T @ p
            slope += mean - x.T @ y
            bend += (x * p[:, None]).T @ x - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        size = 1.0
        while size > 1e-6 and cost(tables, weights - size * step) > cost(tables, weights):
            size /= 2
        weights = weights - size * step
        if np.abs(size * step).max() < 1e-6:
            break
    return weights


def chances(x: Any, weights: Any) -> Any:
    """How likely each candidate is the headline."""
    z = x @ weights
    p = np.exp(z - z.max())
    return p / p.sum()


def cost(tables: list[tuple[Any, Any]], weights: Any) -> float:
    """What the fit makes small."""
    missed = -sum(float(y @ np.log(chances(x, weights) + 1e-300)) for x, y in tables)
    return missed + RIDGE / 2 * float(weights @ weights)


def is_right(s: Sample, weights: dict[str, float]) -> bool:
    """Whether the best of a page's candidates is its headline."""
    points = [sum(weights[name] * value for name, value in row.items()) for row in s.rows]
    best = max(range(len(points)), key=points.__getitem__)
    return s.right[best] and best < len(points) - 1


def unseen(samples: list[Sample], names: list[str], folds: int) -> float:
    """The share of dumps whose headline is found by weights that were not fitted on their page."""
    pages = sorted({s.page for s in samples})
    random.Random(0).shuffle(pages)
    right = 0
    for k in range(folds):
        held = set(pages[k::folds])
        weights = fit([s for s in samples if s.page not in held], names)
        right += sum(is_right(s, weights) for s in samples if s.page in held)
    return right / len(samples)


def main() -> int:
    """Fit, and write or compare."""
    options = read_options(__doc__, "how many headlines are found")
    samples = list(read_samples(options.bundle, options.voted))
    names = list(dict.fromkeys(name for s in samples for row in s.rows for name in row))
    weights = fit(samples, names)
    print(f"{len(samples)} dumped pages, headlines found: {sum(is_right(s, weights) for s in samples)}")
    if options.folds:
        print(f"found on pages not fitted on: {unseen(samples, names, options.folds):.4f}")
    if options.check:
        same = weights == dump_title.WEIGHTS
        print("the weights are the same" if same else "the weights differ")
        return 0 if same else 1
    source = MODULE.read_text(encoding="utf-8")
    head = re.split(r"^WEIGHTS: ", source, maxsplit=1, flags=re.MULTILINE)[0]
    rows = "".join(f'    "{name}": {value},\n' for name, value in weights.items())
    MODULE.write_text(f"{head}WEIGHTS: dict[str, float] = {{\n{rows}}}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
