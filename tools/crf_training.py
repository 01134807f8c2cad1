"""From annotated texts to a model: features and labels, the trainer, and the repair of silver annotation by models."""

from __future__ import annotations

import random
import sys
import time
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from new_texts import Augmenter, Doc  # noqa: E402
from tidy_people import Corpus, revise, tidy  # noqa: E402

from reader.detect.lexicon import long_list  # noqa: E402
from reader.detect.people.features import Features  # noqa: E402
from reader.detect.people.tokens import tokenise  # noqa: E402
from reader.detect.people.word_lists import Lists  # noqa: E402


def labels_of(doc: Doc, starts: list[int], ends: list[int]) -> list[str]:
    """One label a token: B and I for people, L, G, M for other names, O."""
    labels = ["O"] * len(starts)
    at = 0
    spans = sorted([(s, e, "P") for s, e in doc.people] + doc.others)
    for s, e, label in spans:
        while at < len(starts) and ends[at] <= s:
            at += 1
        k = at
        while k < len(starts) and starts[k] < e:
            labels[k] = ("B" if k == at else "I") if label == "P" else label
            k += 1
    return labels


def hidden_lists(full: Lists, seed: int, share: float = 0.4) -> Lists:
    """The lists with a share of the names left out, so that the tagger does not lean on them alone."""
    chance = random.Random(seed)

    def keep(words: frozenset[str], part: float) -> frozenset[str]:
        return frozenset(w for w in sorted(words) if chance.random() >= part)

    return full._replace(
        given=keep(full.given, share), family=keep(full.family, share),
        rarer_given=keep(frozenset(long_list("forenames_more")), share),
        rarer_family=keep(frozenset(long_list("surnames_more")), share),
        towns=keep(frozenset(long_list("towns")), share),
        places=keep(full.places, share / 2), bodies=keep(full.bodies, share),
        groups=SomeGroups(full, seed, share / 2),
    )  # fmt: skip


class SomeGroups:
    """The groups of words with a share of the listed names in none, since rare names are in none either."""

    def __init__(self, full: Lists, seed: int, share: float) -> None:
        self._full, self._seed, self._share = full, seed, share

    def of(self, word: str) -> tuple[str, ...]:
        """The features of a word's groups, none where it is in none or hidden."""
        full = self._full
        named = (
            word in full.given or word in full.family or word in full.rarer_given or word in full.rarer_family
        )
        if named and zlib.crc32(f"{self._seed} {word}".encode()) % 1000 < 1000 * self._share:
            return ()
        return full.groups.of(word)


#: The islands of a text: the features of their tokens, and the labels.
Islands = list[tuple[list[list[str]], list[str]]]


def islands_of(doc: Doc, features: Features) -> Islands:
    """The islands of a text with their labels; equal features are one object."""
    tokens = tokenise(doc.text)
    labels = labels_of(doc, tokens.starts, tokens.ends)
    return [
        ([[sys.intern(name) for name in row] for row in rows], [labels[i] for i in kept])
        for kept, rows in features.islands(tokens.words)
    ]


def seen_once(texts: list[tuple[int, Islands]]) -> set[str]:
    """The features that stand in one text only, however often that was shown or told with other names.

    A text comes with the number of the one that it was made from.
    """
    first: dict[str, int] = {}
    often: set[str] = set()
    for origin, islands in texts:
        for name in {name for rows, _labels in islands for row in rows for name in row} - often:
            if first.setdefault(name, origin) != origin:
                often.add(name)
                del first[name]
    return set(first)


def train(
    groups: list[tuple[list[Doc], Features]],
    path: Path,
    *,
    c1: float,
    c2: float,
    minfreq: int,
    rounds: int,
    spare: bool = False,
) -> None:
    """Fit the model on the texts and write it to `path`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": rounds,
            "feature.minfreq": minfreq,
            "feature.possible_transitions": True,
        }
    )
    every = [(doc, features) for docs, features in groups for doc in docs]
    texts = [(doc.origin or -at, islands_of(doc, features)) for at, (doc, features) in enumerate(every, 1)]
    rare = seen_once(texts) if spare else frozenset()
    count = 0
    for _origin, islands in texts:
        for rows, labels in islands:
            if rare:
                rows = [[name for name in row if name not in rare] for row in rows]
            trainer.append(pycrfsuite.ItemSequence(rows), labels)
            count += len(labels)
    del texts
    started = time.process_time()
    trainer.train(str(path))
    print(
        f"{count} tokens, {time.process_time() - started:.0f} s, {path.stat().st_size / 1e6:.1f} MB",
        flush=True,
    )


def fill_others(docs: list[Doc], path: Path, features: Features) -> None:
    """Add the other names of texts that have people only, as a model sees them."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    for doc in docs:
        tokens = tokenise(doc.text)
        labels = labels_of(doc, tokens.starts, tokens.ends)
        for kept, rows in features.islands(tokens.words):
            for i, label in zip(kept, tagger.tag(rows), strict=True):
                if label in "LGM" and labels[i] == "O":
                    doc.others.append((tokens.starts[i], tokens.ends[i], label))
    tagger.close()


class Judge:
    """What a model thinks of texts it was not trained on."""

    def __init__(self, path: Path, features: Features) -> None:
        import pycrfsuite

        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._features = features

    def revised(self, doc: Doc, hopeless: float = 0.04) -> Doc:
        """The text with the annotation the model is certain of."""
        tokens = tokenise(doc.text)
        belief = [0.0] * len(tokens.words)
        seen: list[tuple[int, int, float]] = []
        for kept, rows in self._features.islands(tokens.words):
            self._tagger.set(rows)
            labels = self._tagger.tag()
            for at, i in enumerate(kept):
                belief[i] = self._tagger.marginal("B", at) + self._tagger.marginal("I", at)
            at = 0
            while at < len(labels):
                if labels[at] not in "BI":
                    at += 1
                    continue
                end = at + 1
                while end < len(labels) and labels[end] == "I":
                    end += 1
                score = min(belief[kept[k]] for k in range(at, end)) * self._tagger.marginal("B", at)
                seen.append((tokens.starts[kept[at]], tokens.ends[kept[end - 1]], score))
                at = end

        def doubt(start: int, end: int) -> float:
            inside = [
                belief[k] for k in range(len(belief)) if tokens.starts[k] < end and tokens.ends[k] > start
            ]
            return sum(inside) / max(1, len(inside))

        people, others = revise(doc.text, doc.people, doc.others, seen, doubt, hopeless=hopeless)
        return Doc(doc.text, people, others, doc.source, doc.origin)


def tidied(doc: Doc) -> Doc:
    return Doc(doc.text, *tidy(doc.text, doc.people, doc.others), doc.source, doc.origin)


def clean(docs: list[Doc], extra: list[Doc], lists: Lists, path: Path, seed: int) -> list[Doc]:
    """Repair silver texts: by rules, by the corpus, then each half by a model of the other half."""
    corpus = Corpus()
    for doc in docs:
        doc.people, doc.others = tidy(doc.text, doc.people, doc.others)
        corpus.learn(doc.text, doc.people)
    corpus.settle()
    for doc in docs:
        doc.people, doc.others = corpus.complete(doc.text, doc.people, doc.others)
    chance = random.Random(seed)
    half = [chance.random() < 0.5 for _ in docs]
    features = Features(hidden_lists(lists, seed))
    revised: dict[int, Doc] = {}
    maker = Augmenter(seed)
    for side in (True, False):
        other = [d for d, h in zip(docs, half, strict=True) if h is not side]
        recast = [maker.recast(d) for d in other if d.people]
        train([(other + extra + recast, features)], path, c1=0.3, c2=0.05, minfreq=3, rounds=50)
        judge = Judge(path, features)
        for i, (doc, h) in enumerate(zip(docs, half, strict=True)):
            if h is side:
                revised[i] = judge.revised(doc)
    changed = sum(docs[i].people != revised[i].people for i in revised)
    print(f"{changed} of {len(docs)} silver texts revised", flush=True)
    return [revised[i] for i in range(len(docs))]
