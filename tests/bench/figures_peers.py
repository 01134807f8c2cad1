"""Reader's figures beside recognizers-text and quantulum3, scored by one scorer in one run.

    python tests/bench/figures_peers.py --scorer score_detect.py [--python OTHER/bin/python] GOLD.jsonl.gz ...

The scorer is a module with `load` and `score_figures`; GOLD files are JSON lines with "id", "text", "figures".
The peers are not dependencies of Reader: `--python` names an interpreter of an environment that has them
(`pip install recognizers-text-suite quantulum3`). Speeds are characters a second of processor time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any


def reader_figures() -> Any:
    from reader.detect.figures.finder import find_figures

    def find(doc: dict[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                "start": f.start,
                "end": f.end,
                "kind": f.kind,
                "value": list(f.value) if isinstance(f.value, tuple) else f.value,
                "unit": f.unit,
            }
            for f in find_figures(doc["text"], published=doc.get("ref"))
        ]

    return find


def recognizers_figures() -> Any:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = [
        (recognize_datetime, None),
        (recognize_currency, "money"),
        (recognize_percentage, "percent"),
        (recognize_age, "duration"),
        (recognize_dimension, "quantity"),
        (recognize_temperature, "quantity"),
        (recognize_ordinal, "ordinal"),
        (recognize_number, "number"),
    ]

    def find(doc: dict[str, Any]) -> list[dict[str, Any]]:
        taken: list[dict[str, Any]] = []
        for recognize, kind in models:
            for r in recognize(doc["text"], "en-us"):
                start, end = r.start, r.end + 1
                if any(t["start"] < end and start < t["end"] for t in taken):
                    continue
                resolution = r.resolution or {}
                value, unit = resolution.get("value"), resolution.get("unit")
                name = kind
                if name is None:
                    sort = r.type_name.rsplit(".", 1)[-1]
                    name = "duration" if sort == "duration" else "time" if sort.startswith("time") else "date"
                    first = (resolution.get("values") or [{}])[0]
                    value = first.get("value") or first.get("timex")
                    if name == "duration" and value is not None:
                        value, unit = float(value), "second"
                elif value is not None:
                    value = str(value).rstrip("%")
                taken.append({"start": start, "end": end, "kind": name, "value": value, "unit": unit})
        return taken

    return find


def quantulum_figures() -> Any:
    from quantulum3 import parser

    kinds = {"currency": "money", "time": "duration", "dimensionless": "number"}

    def find(doc: dict[str, Any]) -> list[dict[str, Any]]:
        found = []
        for q in parser.parse(doc["text"]):
            entity = q.unit.entity.name
            kind = "percent" if q.unit.name == "percentage" else kinds.get(entity, "quantity")
            start, end = q.span
            found.append({"start": start, "end": end, "kind": kind, "value": q.value, "unit": q.unit.name})
        return found

    return find


ENGINES = {"reader": reader_figures, "recognizers-text": recognizers_figures, "quantulum3": quantulum_figures}


def serve(name: str) -> None:
    """Answer JSON lines on stdin with figures on stdout; the last line is the processor time."""
    find = ENGINES[name]()
    find({"text": "warm up 5 km on May 3"})
    spent = 0.0
    for line in sys.stdin:
        doc = json.loads(line)
        start = time.process_time()
        try:
            figures = find(doc)
        except Exception as problem:  # a peer's fault counts as nothing found
            print(f"{name}: {doc['id']}: {problem!r}", file=sys.stderr)
            figures = []
        spent += time.process_time() - start
        print(json.dumps({"id": doc["id"], "figures": figures}, default=str))
    print(json.dumps({"seconds": spent}))


def ask(python: str, name: str, docs: list[dict[str, Any]]) -> tuple[dict[str, Any], float]:
    lines = "\n".join(json.dumps({k: d[k] for k in ("id", "text", "ref") if d.get(k)}) for d in docs)
    done = subprocess.run(
        [python, __file__, "--serve", name], input=lines, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip().splitlines()[-1]}")
    *answers, last = done.stdout.strip().splitlines()
    return {a["id"]: a for a in map(json.loads, answers)}, json.loads(last)["seconds"]


def load_scorer(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("figure_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("gold", nargs="*")
    options.add_argument("--scorer")
    options.add_argument("--python", default=sys.executable, help="interpreter that has the peers")
    options.add_argument("--serve", choices=sorted(ENGINES))
    given = options.parse_args()
    if given.serve:
        serve(given.serve)
        return
    if not given.scorer or not given.gold:
        options.error("name the scorer and at least one gold file")
    scorer = load_scorer(given.scorer)
    print(
        f"{'set':22} {'engine':17} {'exact F':>8} {'overlap F':>9} {'values':>7} {'units':>7} {'chars/s':>9}"
    )
    for file in given.gold:
        docs = scorer.load(file)
        chars = sum(len(d["text"]) for d in docs)
        for name in ENGINES:
            python = sys.executable if name == "reader" else given.python
            found, seconds = ask(python, name, docs)
            r = scorer.score_figures(docs, found)
            cells = ["-" if r[k] is None else f"{r[k]:.3f}" for k in ("value", "unit")]
            print(
                f"{Path(file).name.split('.')[0]:22} {name:17} {r['exact'].f:8.3f} {r['overlap'].f:9.3f} "
                f"{cells[0]:>7} {cells[1]:>7} {chars / max(seconds, 1e-6):9.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
