"""What readers said about people, figures, hidden lines and articles: `corrections.yaml`, under the protocol of
notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from reader.annotation import OF_ARTICLES, OF_HEADS
from reader.model import Correction, CorrectionAction, Problem
from reader.notes import reading, schema
from reader.notes.keeper import Keeper
from reader.notes.merge import Operation
from reader.notes.refusals import NoteMissing, NotesRefused, refusal
from reader.notes.scalars import whole
from reader.notes.sheet import CORRECTIONS
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import YamlError

_ACTIONS = frozenset(get_args(CorrectionAction))


class CorrectionStore:
    """The corrections of one library, kept in its notes folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.keeper = Keeper(self.folder)
        self._problems: tuple[Problem, ...] = ()
        #: Whether the file could be made out at the last `read`, single corrections apart.
        self.readable = True

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / CORRECTIONS_FILE

    def stamp(self) -> tuple[int, int, int]:
        """Changes whenever the corrections may have changed."""
        return reading.stamp_of(self.path)

    def read(self) -> tuple[Correction, ...]:
        """The corrections as they are on disk now, in file order; what is wrong is in `problems`."""
        problems: list[Problem] = []
        made: list[Correction] = []
        self.readable = True
        try:
            sheet = self.keeper.sheet(CORRECTIONS_FILE, CORRECTIONS, patience=0.3)
        except YamlError as error:
            sheet, self.readable = None, False
            problems.append(error.problem)
        except OSError as error:
            sheet, self.readable = None, False
            problems.append(Problem(str(self.path), 0, f"cannot be read: {error.strerror or error}"))
        if sheet is not None:
            problems.extend(sheet.problems)
            for entry in sheet.entries:
                correction = _correction(entry.id, entry.fields)
                if isinstance(correction, str):
                    text = f"not a correction: {correction}; it is left as it is"
                    problems.append(Problem(str(self.path), entry.line, text))
                else:
                    made.append(correction)
        self._problems = tuple(problems)
        return tuple(made)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong at the last `read`."""
        return self._problems

    def add(self, correction: Correction) -> Correction:
        """Save a correction; returns it with its id and date. Raises: NotesError."""
        return self.add_all([correction])[0]

    def add_all(self, corrections: Iterable[Correction]) -> list[Correction]:
        """The same with several: all of them are saved or none."""
        return self.exchange((), corrections)

    def exchange(self, gone: Sequence[str], corrections: Iterable[Correction]) -> list[Correction]:
        """Withdraw those with the ids `gone`, as far as they are there, and save `corrections`, in one step; returns
        what was saved. Raises: NotesError."""
        made = [
            replace(each, id=each.id or schema.new_id(), created=each.created or schema.now())
            for each in corrections
        ]
        self._change([*self._removals(gone), *(Operation("add", each.id, _fields(each)) for each in made)])
        return made

    def place(self, articles: Mapping[str, str]) -> None:
        """Corrections, by their ids, are on these articles now. Raises: NotesError."""
        sheet = self.keeper.sheet(CORRECTIONS_FILE, CORRECTIONS) if articles else None
        entries = [entry for entry in sheet.entries if entry.id in articles] if sheet else []
        steps = [Operation("edit", e.id, {"article": whole(articles[e.id])}, e.fields) for e in entries]
        if steps:
            self._change(steps)

    def _removals(self, ids: Sequence[str]) -> list[Operation]:
        sheet = self.keeper.sheet(CORRECTIONS_FILE, CORRECTIONS) if ids else None
        entries = [sheet.find(each) for each in ids] if sheet else []
        return [Operation("remove", entry.id, base=entry.fields) for entry in entries if entry]

    def remove(self, correction_id: str) -> Correction:
        """Withdraw a correction; returns it. Raises: NoteMissing, NotesError."""
        return self.remove_all([correction_id])[0]

    def remove_all(self, ids: Sequence[str]) -> list[Correction]:
        """The same with several; those that are gone already are passed over, but for when all are."""
        known = {correction.id: correction for correction in self.read()}
        gone = [known[each] for each in ids if each in known]
        if not gone:
            raise NoteMissing(Problem(str(self.path), 0, f"no correction {', '.join(ids)}"))
        self._change(self._removals([each.id for each in gone]))
        return gone

    def _change(self, operations: Sequence[Operation]) -> None:
        try:
            self.keeper.change(CORRECTIONS_FILE, operations, layout=CORRECTIONS)
        except YamlError as error:
            text = f"{error.problem.message}; repair the file first"
            raise NotesRefused(replace(error.problem, message=text)) from error
        except OSError as error:
            raise refusal(self.path, error) from error


def _fields(correction: Correction) -> dict[str, Any]:
    values = {
        "id": correction.id,
        "action": correction.action,
        "text": whole(correction.text),
        "target": whole(correction.target),
        "article": whole(correction.article),
        "opening": whole(correction.opening),
        "prefix": whole(correction.prefix),
        "suffix": whole(correction.suffix),
        "created": correction.created,
    }
    needed = ("text", "target") if correction.action in OF_HEADS else ("text",)
    return {key: value for key, value in values.items() if value or key in needed}


def _correction(entry_id: str, fields: Mapping[str, Any]) -> Correction | str:
    """What an entry means, or in words why it means nothing."""
    action, article = schema.text_of(fields.get("action")), schema.text_of(fields.get("article"))
    text = schema.text_of(fields.get("text"))
    if action in OF_ARTICLES and not article.strip():
        return f"`article`, the article or its file, is needed for `{action}`"
    if action in OF_HEADS and "target" not in fields:
        return '`target`, what is right, is needed; "" for none'
    if action not in _ACTIONS or not (text or action in OF_HEADS):
        return "`action` and `text` are needed"
    return Correction(
        entry_id,
        action,  # type: ignore[arg-type]
        text,
        schema.text_of(fields.get("target")),
        article,
        schema.text_of(fields.get("created")),
        *(schema.text_of(fields.get(key)) for key in ("opening", "prefix", "suffix")),
    )
