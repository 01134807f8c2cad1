"""Train the tagger of people: python tools/train_people.py DATA --stories STORIES [--out reader/detect/data]

DATA is a folder with `people/<set>.train.jsonl.gz` and `names/{forenames,surnames}.txt`; a line of a set is
{"text", "people": [[start, end], ...], "entities": [[start, end, "LOC|ORG|MISC|DATE"], ...], "src"?}. STORIES
is a folder of annotated stories as written_stories.py reads them. The same data and seed give the same model. Needs
`pip install babel` for the list of territories; see MODEL_CARD.md beside the model for the data, their licences and
the figures reached.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from crf_training import Judge, clean, fill_others, hidden_lists, tidied, train  # noqa: E402
from name_maker import LISTS, read_cultures  # noqa: E402
from new_texts import Augmenter, Doc, lines_of  # noqa: E402
from story_maker import StoryMaker  # noqa: E402
from wire_texts import Wire  # noqa: E402
from world_names import given_and_family_names, towns, women_and_men  # noqa: E402
from written_stories import Story, is_held_out, parse, read_stories, restyled  # noqa: E402

from reader.detect.people.features import Features  # noqa: E402
from reader.detect.people.tokens import tokenise  # noqa: E402
from reader.detect.people.word_lists import Lists, shipped_lists  # noqa: E402

#: Sets whose other names are annotated too; how often each is shown.
COMPLETE = {"gmb": 1, "wikigold": 3, "btc": 1, "wnut17": 1}
#: Sets with people only; their other names are filled in by a first model.
PARTIAL = {"litbank": 1, "gum": 2}
#: Sets whose texts are shown again with other names.
RECAST = ("gmb", "gum", "wikigold")
#: Documents under share-alike terms, left out.
SHARE_ALIKE = frozenset(("gum-bio", "gum-voyage"))
LETTER = {"LOC": "L", "ORG": "G", "MISC": "M", "DATE": "O"}


def read_set(folder: Path, name: str) -> list[Doc]:
    """The documents of one set, share-alike ones left out."""
    docs = []
    with gzip.open(folder / "people" / f"{name}.train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("src") in SHARE_ALIKE:
                continue
            others = [(s, e, LETTER[k]) for s, e, k in record.get("entities", [])]
            docs.append(Doc(record["text"], [tuple(p) for p in record["people"]], others, name))
    return docs


# ------------------------------------------------------------------ lists shipped beside the model


def write_lists(data: Path, docs: list[Doc], out: Path) -> None:
    """Write the places, demonyms, names and common words that the features look up."""
    cities = [p.strip() for line in lines_of(LISTS / "cities.txt") for p in line.split(";")]
    demonyms = [w for line in lines_of(LISTS / "demonyms.txt") for w in line.split()]
    given, family = (
        set(lines_of(data / "names" / "forenames.txt")),
        set(lines_of(data / "names" / "surnames.txt")),
    )
    for culture in read_cultures():
        given.update(w for name in culture.given for w in name.split() if len(w) > 2)
        family.update(w for name in culture.family for w in name.split() if len(w) > 2)
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for doc in docs:
        previous = "\n"
        for word in tokenise(doc.text).words:
            if word.isalpha() and len(word) > 1:
                if word.islower():
                    lower[word] += 1
                elif previous not in (".", "\n", "”", '"', "?", "!"):
                    upper[word.lower()] += 1
            previous = word
    common = [w for w, n in lower.items() if n >= 4 and n > 0.15 * upper[w]]
    places = {p.lower() for p in [*cities, *_territories()]}
    given, family = {w.lower() for w in given}, {w.lower() for w in family}
    more_given, more_family = given_and_family_names()
    _write(out / "places.txt", places)
    _write(out / "demonyms.txt", set(demonyms))
    _write(out / "forenames.txt", given)
    _write(out / "surnames.txt", family)
    _write(out / "common.txt", set(common))
    _write(out / "forenames_more.txt", more_given - given - set(common))
    _write(out / "surnames_more.txt", more_family - family - set(common))
    _write(out / "towns.txt", towns() - places - set(common))
    women, men = women_and_men()
    _write(out / "women.txt", women)
    _write(out / "men.txt", men)


def _territories() -> Iterator[str]:
    """Countries, continents and the cities of time zones, from the CLDR (Unicode licence) as Babel ships it."""
    from babel import Locale
    from babel.core import get_global

    for name in Locale("en").territories.values():
        if name not in ("world", "Unknown Region", "Pseudo-Accents", "Pseudo-Bidi"):
            yield name.partition(" (")[0].replace("’", "'").replace(" & ", " and ")
    for zone in get_global("zone_territories"):
        if "/" in zone and not zone.startswith("Etc"):
            yield zone.rpartition("/")[2].replace("_", " ")


def _write(path: Path, words: set[str]) -> None:
    path.write_text("\n".join(sorted(w for w in words if w)) + "\n", encoding="utf-8")


def _numbered(doc: Doc, number: int) -> Doc:
    doc.origin = number
    return doc


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=HERE.parent / "reader" / "detect" / "data")
    parser.add_argument(
        "--lists", action="store_true", help="write the lists of names and places anew and stop"
    )
    parser.add_argument("--share", type=float, default=1.0, help="the share of the documents to train on")
    parser.add_argument("--plain", action="store_true", help="no made-up names, places and headlines")
    parser.add_argument(
        "--wire", type=int, default=25, help="how often each story of lists/stories.txt is told"
    )
    parser.add_argument(
        "--passages", type=int, default=1840, help="how many texts are made of lists/templates.txt"
    )
    parser.add_argument("--stories", type=Path, help="a folder of annotated stories to train on too")
    parser.add_argument(
        "--written", type=int, default=1, help="how often each story of --stories is shown as it is"
    )
    parser.add_argument(
        "--retold", type=int, default=2, help="how often each is shown with other names and marks"
    )
    parser.add_argument("--all", action="store_true", help="train on the held-out tenth of them too")
    parser.add_argument("--every", action="store_true", help="keep the features of one text only")
    parser.add_argument("--c1", type=float, default=0.5)
    parser.add_argument("--c2", type=float, default=0.08)
    parser.add_argument("--minfreq", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=90)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--sets", default="", help="only these sets, with commas between")
    parser.add_argument("--raw", action="store_true", help="take the silver annotation as it is")
    parser.add_argument("--keep", help="write the cleaned silver set to this .jsonl.gz")
    parser.add_argument("--cleaned", help="read the cleaned silver set from this .jsonl.gz")
    return parser.parse_args()


def _clean_silver(sets: dict[str, list[Doc]], full: Lists, options: argparse.Namespace) -> None:
    """Have the silver set cleaned, or read as it was cleaned before; keep it if that is wanted."""
    if options.cleaned:
        with gzip.open(options.cleaned, "rt", encoding="utf-8") as lines:
            sets["gmb"] = [
                Doc(r["text"], [tuple(x) for x in r["people"]], [tuple(x) for x in r["others"]], "gmb")
                for r in map(json.loads, lines)
            ]
    elif "gmb" in sets and not options.raw:
        sets["gmb"] = clean(
            sets["gmb"], sets.get("wikigold", []), full, options.out / "people.half.crfsuite", options.seed
        )
        (options.out / "people.half.crfsuite").unlink()
    if options.keep:
        with gzip.open(options.keep, "wt", encoding="utf-8") as out:
            for doc in sets["gmb"]:
                out.write(json.dumps({"text": doc.text, "people": doc.people, "others": doc.others}) + "\n")


def _fill_in(sets: dict[str, list[Doc]], seen: Features, out: Path) -> None:
    """Have a first model find the names in the sets that are annotated in part."""
    first = out / "people.first.crfsuite"
    whole = [d for name in COMPLETE if name in sets for d in sets[name]]
    if any(name in sets for name in PARTIAL):
        train([(whole, seen)], first, c1=0.3, c2=0.02, minfreq=3, rounds=40)
        for name in PARTIAL:
            if name == "gum":  # its people are the proper nouns of every human being, peoples included
                judge = Judge(first, seen)
                sets[name] = [judge.revised(tidied(d), hopeless=0.1) for d in sets.get(name, [])]
            fill_others(sets.get(name, []), first, seen)
        first.unlink()


def _made_up(
    sets: dict[str, list[Doc]],
    docs: list[Doc],
    written: list[tuple[int, Story]],
    chance: random.Random,
    options: argparse.Namespace,
) -> list[Doc]:
    """Documents with other names, headlines and stories that are made of lists; `written` has the number of each
    story that is written out."""
    maker = Augmenter(options.seed)
    recast = [maker.recast(d) for name in RECAST if name in sets for d in sets[name] if d.people]
    recast += [maker.recast(d) for d in chance.sample(recast, len(recast) // 3)]
    heads = [maker.headline(d) for d in chance.sample(recast, len(recast) // 3)]
    heads += [maker.headline(d) for d in chance.sample(docs, len(docs) // 12)]
    wire = Wire(options.seed, maker.cities, maker.bodies, maker.named_after).stories(options.wire)
    wire += StoryMaker(options.seed).stories(options.passages)
    for _ in range(options.retold):
        wire += [maker.recast(_numbered(parse(restyled(s, chance))[0], number)) for number, s in written]
    return recast + [h for h in heads if h] + wire


def main() -> None:
    """Read the sets, write the lists, train."""
    options = _read_options()
    sets = {name: read_set(options.data, name) for name in (*COMPLETE, *PARTIAL)}
    if options.lists:
        write_lists(options.data, [d for docs in sets.values() for d in docs], options.out)
        return
    if options.sets:
        sets = {k: v for k, v in sets.items() if k in options.sets.split(",")}
    chance = random.Random(options.seed)
    for name, docs in sets.items():
        sets[name] = [d for d in docs if chance.random() < options.share]
    full = shipped_lists()
    _clean_silver(sets, full, options)
    number = 0
    for docs in sets.values():
        for doc in docs:
            number += 1
            doc.origin = number
    seen = Features(hidden_lists(full, options.seed))
    _fill_in(sets, seen, options.out)
    weights = COMPLETE | PARTIAL
    docs = [d for name in sets for d in sets[name] for _ in range(weights[name])]
    stories = read_stories(options.stories) if options.stories else ()
    told = [s for s in stories if options.all or not is_held_out(s)]
    written = list(enumerate(told, number + 1))
    docs += [_numbered(parse(s)[0], at) for at, s in written for _ in range(options.written)]
    groups = [(docs, seen)]
    if not options.plain:
        other = Features(hidden_lists(full, options.seed + 1, 0.5))
        groups.append((_made_up(sets, docs, written, chance, options), other))
    train(
        groups, options.out / "people.crfsuite", c1=options.c1, c2=options.c2, minfreq=options.minfreq,
        rounds=options.rounds, spare=not options.every,
    )  # fmt: skip


if __name__ == "__main__":
    main()
