"""What readers said about people, figures and hidden lines: `corrections.yaml`, under the protocol of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from reader.model import Correction, CorrectionAction, Problem
from reader.notes import reading, schema
from reader.notes.keeper import Keeper
from reader.notes.merge import Operation
from reader.notes.names import CORRECTIONS as NAME
from reader.notes.refusals import NoteMissing, NotesRefused, refusal
from reader.notes.scalars import whole
from reader.notes.sheet import CORRECTIONS
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
        return self.folder / NAME

    def stamp(self) -> tuple[int, int, int]:
        """Changes whenever the corrections may have changed."""
        return reading.stamp_of(self.path)

    def read(self) -> tuple[Correction, ...]:
        """The corrections as they are on disk now, in file order; what is wrong is in `problems`."""
        problems: list[Problem] = []
        made: list[Correction] = []
        self.readable = True
        try:
            sheet = self.keeper.sheet(NAME, CORRECTIONS, patience=0.3)
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
                if correction is None:
                    text = "not a correction: `action` and `text` are needed; it is left as it is"
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
        made = replace(
            correction, id=correction.id or schema.new_id(), created=correction.created or schema.now()
        )
        values = {
            "id": made.id,
            "action": made.action,
            "text": whole(made.text),
            "target": whole(made.target),
            "article": whole(made.article),
            "created": made.created,
        }
        fields = {key: value for key, value in values.items() if value or key == "text"}
        self._change(Operation("add", made.id, fields))
        return made

    def remove(self, correction_id: str) -> Correction:
        """Withdraw a correction; returns it. Raises: NoteMissing, NotesError."""
        for correction in self.read():
            if correction.id == correction_id:
                sheet = self.keeper.sheet(NAME, CORRECTIONS)
                entry = sheet.find(correction_id) if sheet else None
                base = entry.fields if entry else {}
                self._change(Operation("remove", correction_id, base=base))
                return correction
        raise NoteMissing(Problem(str(self.path), 0, f"no correction {correction_id}"))

    def _change(self, operation: Operation) -> None:
        try:
            self.keeper.change(NAME, [operation], layout=CORRECTIONS)
        except YamlError as error:
            text = f"{error.problem.message}; repair the file first"
            raise NotesRefused(replace(error.problem, message=text)) from error
        except OSError as error:
            raise refusal(self.path, error) from error


def _correction(entry_id: str, fields: Mapping[str, Any]) -> Correction | None:
    action, text = schema.text_of(fields.get("action")), schema.text_of(fields.get("text"))
    if action not in _ACTIONS or not text:
        return None
    return Correction(
        entry_id,
        action,  # type: ignore[arg-type]
        text,
        schema.text_of(fields.get("target")),
        schema.text_of(fields.get("article")),
        schema.text_of(fields.get("created")),
    )
