"""How often a note finds its passage again, beside the Hypothesis method in the same run.

    python -m tests.bench.anchor_bench                          our own generated articles
    python -m tests.bench.anchor_bench FOLDER [GLOB]            articles from a folder of text files
    python -m tests.bench.anchor_bench --pairs FOLDER           files NAME.TOOL.txt: one page, several extractors
    python -m tests.bench.anchor_bench --rescrapes [FOLDER]     one kind of change at a time, or only `--kind`

right: overlap of at least 70 % of the union with the true place. wrong: attached anywhere else. missed: lost
though it is there. Of deleted quotes: how many are attached to something (`unsure` counts as attached).
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

from reader.folding import fold_text
from reader.notes.anchor import Ground, describe, resolve
from tests.bench import anchor_baseline, anchor_mutations
from tests.bench.anchor_rescrapes import CLASSES

ENOUGH = 0.7


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union of two spans."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


@dataclass
class Tally:
    """Outcomes by method."""

    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {"ours": Counter(), "hypothesis": Counter()}
    )
    seconds: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)

    def add(
        self, method: str, truth: tuple[int, int] | None, found: tuple[int, int] | None, status: str
    ) -> str:
        """Count one note."""
        if truth is None:
            outcome = "attached" if found else "refused"
        elif found is None:
            outcome = "missed"
        else:
            outcome = "right" if overlap(truth, found) >= ENOUGH else "wrong"
        self.counts[method][outcome] += 1
        self.counts[method][f"{status}:{outcome}"] += 1
        return outcome

    def show(self, statuses: bool = True) -> None:
        """Print the table; how sure ours were only with `statuses`."""
        for method, counts in self.counts.items():
            if not counts:
                continue
            kept = counts["right"] + counts["wrong"] + counts["missed"]
            gone = counts["attached"] + counts["refused"]
            print(
                f"{method:11} kept {kept:6}: right {100 * counts['right'] / max(1, kept):6.2f} %  "
                f"wrong {100 * counts['wrong'] / max(1, kept):5.2f} %  missed "
                f"{100 * counts['missed'] / max(1, kept):5.2f} %   deleted {gone:5}: attached "
                f"{100 * counts['attached'] / max(1, gone):5.2f} %   {self.seconds[method]:.1f} s"
            )
        if not statuses:
            return
        print("\nours by status   right  wrong  missed | deleted: attached  refused")
        counts = self.counts["ours"]
        for status in ("ok", "moved", "unsure", "lost"):
            row = [counts[f"{status}:{o}"] for o in ("right", "wrong", "missed", "attached", "refused")]
            print(f"  {status:10} {row[0]:9} {row[1]:6} {row[2]:7} | {row[3]:17} {row[4]:8}")


def judge(tally: Tally, first: str, ground: Ground, span: tuple[int, int], truth: tuple[int, int] | None,
          note: str, baseline: bool) -> None:  # fmt: skip
    """Resolve one quote with both methods and count the outcomes."""
    anchor = describe(first, *span)
    begun = time.process_time()
    found = resolve(anchor, ground)
    tally.seconds["ours"] += time.process_time() - begun
    where = None if found.status == "lost" else (found.start, found.end)
    outcome = tally.add("ours", truth, where, found.status)
    if outcome in ("wrong", "attached", "missed"):
        now = ground.text[truth[0] : truth[1]] if truth else None
        got = ground.text[where[0] : where[1]] if where else None
        tally.bad.append(
            f"{outcome} {found.status} {found.score:.2f} {note}\n   {anchor.exact!r}\n   {now!r}\n   {got!r}"
        )
    if baseline:
        begun = time.process_time()
        theirs = anchor_baseline.resolve(
            ground.text, anchor.exact, anchor.prefix, anchor.suffix, anchor.start
        )
        tally.seconds["hypothesis"] += time.process_time() - begun
        tally.add("hypothesis", truth, theirs, "ok")


def load(folder: Path, pattern: str) -> list[str]:
    """The texts of a folder, paragraphs set apart by blank lines."""
    texts = []
    for path in sorted(folder.glob(pattern)):
        raw = path.read_text("utf-8", "replace")
        parts = [" ".join(p.split()) for p in re.split(r"\n\s*\n", raw)]
        text = "\n\n".join(p for p in parts if p)
        if len(text) > 600:
            texts.append(text)
    return texts


def run_mutations(texts: list[str], per_article: int, seed: int, steps: int, baseline: bool = True,
                  rounds: int = 1) -> Tally:  # fmt: skip
    """Mutate every text and look for quotes of it. One article in three gets twins of some of its sentences,
    and one quote in eight is taken out."""
    tally = Tally()
    for number, text in enumerate(texts):
        other = anchor_mutations.paragraphs_of_others(texts, number)
        for turn in range(rounds):
            rng = random.Random(f"{seed}:{number}:{turn}")
            if rng.random() < 0.33:
                text = anchor_mutations.with_twins(rng, texts[number], 0.3)
            spans = anchor_mutations.pick_quotes(rng, text, per_article)
            doomed = [span for span in spans if rng.random() < 0.125]
            mutated = anchor_mutations.mutate(rng, text, other, steps, doomed)
            ground = Ground(mutated.text)
            for span in spans:
                truth = mutated.truth(*span)
                if not isinstance(truth, str):
                    judge(tally, text, ground, span, truth, " ".join(mutated.steps), baseline)
    return tally


def run_rescrapes(texts: list[str], kind: str, per_article: int, seed: int, baseline: bool = True) -> Tally:
    """Change every text in one way and look for quotes of it; one quote in eight is taken out."""
    tally = Tally()
    how = CLASSES[kind]
    for number, text in enumerate(texts):
        rng = random.Random(f"{seed}:{kind}:{number}")
        text = how.prepare(rng, text)
        spans = [(0, text.find("\n\n")), *anchor_mutations.pick_quotes(rng, text, per_article)]
        second = how.second(rng, text, [span for span in spans if rng.random() < 0.125])
        ground = Ground(second.text)
        for span in spans:
            truth = second.truth(*span)
            if not isinstance(truth, str):
                judge(tally, text, ground, span, truth, kind, baseline)
    return tally


def _letters(text: str) -> tuple[str, list[int]]:
    kept = [
        (char, n) for n, c in enumerate(text) for char in fold_text(c) if char.isalpha()
    ]  # lynx numbers its links
    return "".join(c for c, _ in kept), [n for _, n in kept]


def run_pairs(folder: Path, per_pair: int, seed: int, baseline: bool = True) -> Tally:
    """Quotes of a page as one extractor gives it, sought in what another one gives."""
    pages: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.*.txt")):
        name, tool = path.name.split(".")[:2]
        pages.setdefault(name, {})[tool] = path.read_text("utf-8", "replace")
    tally = Tally()
    rng = random.Random(seed)
    for name, tools in pages.items():
        if len(tools) < 2:
            continue
        one, two = rng.choice(list(permutations(sorted(tools), 2)))
        letters, places = _letters(tools[two])
        ground = Ground(tools[two])
        for span in _sentences_of(rng, tools[one], per_pair):
            quote = _letters(tools[one][span[0] : span[1]])[0]
            times = letters.count(quote)
            if len(quote) < 12 or times > 1:
                continue
            at = letters.find(quote)
            if at < 0 and _half_there(quote, letters):
                continue  # neither there nor gone
            truth = (places[at], places[at + len(quote) - 1] + 1) if at >= 0 else None
            judge(tally, tools[one], ground, span, truth, f"{name} {one}>{two}", baseline)
    return tally


def _half_there(quote: str, letters: str) -> bool:
    """Whether many pieces of a quote stand there, or a third of it in one piece."""
    pieces = [quote[n : n + 10] for n in range(0, len(quote) - 9, 5)]
    if sum(piece in letters for piece in pieces) > 0.1 * len(pieces):
        return True
    third = max(8, -(-len(quote) // 3))
    return any(quote[n : n + third] in letters for n in range(len(quote) - third + 1))


def _sentences_of(rng: random.Random, text: str, count: int) -> list[tuple[int, int]]:
    """Sentences of prose: no addresses, no numbered links, no tables."""
    found = re.finditer(r"[A-Z“\"](?:[^.!?\n]|\n(?!\s*\n)){30,300}[.!?]”?", text)
    spans = [
        m.span() for m in found if len(m[0].split()) > 5 and not re.search(r"https?:|\[\d+\]|[|+•]", m[0])
    ]
    return rng.sample(spans, min(count, len(spans)))


def main() -> None:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("glob", nargs="?", default="*.txt")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--rescrapes", action="store_true")
    parser.add_argument("--kind", choices=CLASSES, help="of the rescrapes only this one")
    parser.add_argument("--notes", type=int, default=12, help="notes an article")
    parser.add_argument("--articles", type=int, default=250, help="generated articles")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--show", type=int, default=0, help="print so many failures")
    parser.add_argument("--only", default="", help="print only failures that start so")
    options = parser.parse_args()
    if options.pairs:
        tally = run_pairs(options.folder, options.notes, options.seed, not options.no_baseline)
    else:
        rng = random.Random(options.seed)
        texts = (
            load(options.folder, options.glob)
            if options.folder
            else [anchor_mutations.make_article(rng) for _ in range(options.articles)]
        )
        if options.rescrapes:
            for kind in [options.kind] if options.kind else CLASSES:
                print(f"--- {kind}")
                tally = run_rescrapes(texts, kind, options.notes, options.seed, not options.no_baseline)
                tally.show(statuses=False)
                _print_failures(tally, options.only, options.show)
            return
        tally = run_mutations(
            texts, options.notes, options.seed, options.steps, not options.no_baseline, options.rounds
        )
    tally.show()
    _print_failures(tally, options.only, options.show)


def _print_failures(tally: Tally, only: str, most: int) -> None:
    for line in [b for b in tally.bad if b.startswith(only)][:most]:
        print(line)


if __name__ == "__main__":
    main()
