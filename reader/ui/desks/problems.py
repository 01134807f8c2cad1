"""What is wrong with files, notes and settings: told in a line, listed when asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len

from reader.model import Problem
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.desk import MainDesk


class ProblemsDesk(MainDesk):
    """Problems."""

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say the first of `problems`, one at least, and how many more there are; `g !` shows what does not fit."""
        frame, more = self.frame, len(problems) - 1
        where = _where(problems[0], frame.session.library.root)
        said = one_line(
            f"{os.path.basename(where) if os.path.isabs(where) else where}: {problems[0].message}"
        )
        rest = f"  (+{more}: g !)" if more else ""
        room = frame.app.size.width - 2
        if cell_len(said + rest) > room:
            rest = rest or "  (g !)"
            said = wording.fit(said, room - cell_len(rest))
        frame.trouble(said + rest)

    def show_problems(self) -> None:
        """What is wrong with files, notes and settings; Enter opens the file at the line."""
        frame, session = self.frame, self.frame.session
        from reader.ui.screens.picker import Choice, Picker

        library = session.library
        found = [
            *dict.fromkeys(
                (*session.problems, *frame.files.problems, *library.problems, *library.notes.problems())
            )
        ]
        drafts = library.notes.drafts.all()
        session.unsaved = 0  # they are seen now
        frame.looking.show_state()
        if not found and not drafts:
            frame.say("Nothing is wrong.", "good")
            return
        choices = [
            Choice(f"{_where(problem, library.root)}: {problem.message}", problem) for problem in found
        ]
        choices += [Choice(_unsaved(draft), draft) for draft in drafts]

        def chosen(what: Problem | Path | None) -> None:
            if isinstance(what, Problem):
                frame.sharing.edit_at(what.file, what.line)
            elif what is not None:
                frame.call_next(self._take_up, what)

        frame.app.push_screen(
            Picker("What is wrong (Enter goes there)", choices, wide=True, long=True), chosen
        )

    async def _take_up(self, draft: Path) -> None:
        """Go on with a note that was not saved; where its passage or note is no longer there, the text alone."""
        from reader.ui.desks.drafting import take_up

        if not await take_up(self.frame, draft):
            self.frame.sharing.edit_at(str(draft), 0)


def _unsaved(draft: Path) -> str:
    """A draft as what is to be seen to: its file and how it begins."""
    try:
        said = wording.brief(draft.read_text("utf-8", "replace"))
    except OSError:
        said = "…"
    return f"{draft.name.partition('--')[0]}: a note not saved: {said} — Enter goes on with it"


def _where(problem: Problem, root: Path) -> str:
    """The file and the line of a problem, shortest first: inside the library by its path in there."""
    inside = os.path.join(str(root), "")
    name = problem.file[len(inside) :] if problem.file.startswith(inside) else problem.file
    return f"{name}:{problem.line}" if problem.line else name
