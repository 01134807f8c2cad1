"""The user's own layouts: a Jinja template that gets the material. Jinja is loaded only here and may be absent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.export.material import Material
from reader.library.wording import amount_text
from reader.model import Problem
from reader.text import one_line, printable

LIMIT = 1 << 20


class TemplateError(ValueError):
    """A template that cannot be used; carries the `Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _escapes() -> dict[str, Any]:
    """The escapes of the built-in formats by name, for `{{ text | markdown }}`."""
    import html

    from reader.export import bibtex, csv, markdown, org

    return {
        "markdown": markdown.escape,
        "org": org.escape,
        "tex": bibtex.escape,
        "html": lambda text: html.escape(printable(text)),
        "cell": csv.guard,
        "line": one_line,
        "amount": amount_text,
    }


def render_template(path: Path, material: Material) -> str:
    """The document that the template `path` makes of `material`; unsafe characters are replaced.

    It sees `title`, `entries`, `people`, `figures`, `passages` and `category(number)`, and cannot reach
    anything else. Raises: TemplateError, which names file and line.
    """
    name = str(path)
    try:
        from jinja2 import TemplateError as JinjaError
        from jinja2 import TemplateSyntaxError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError:
        raise TemplateError(
            Problem(name, 0, "templates need Jinja; install it with `pip install jinja2`")
        ) from None
    try:
        with path.open("rb") as file:
            source = file.read(LIMIT + 1)
        if len(source) > LIMIT:
            raise TemplateError(Problem(name, 0, "larger than 1 MB; this is no template"))
        room = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
        room.filters.update(_escapes())
        made = room.from_string(source.decode("utf-8-sig")).render(
            title=material.title,
            entries=material.entries,
            people=material.people,
            figures=material.figures,
            passages=material.passages,
            category=material.category,
        )
    except OSError as error:
        raise TemplateError(Problem(name, 0, error.strerror or str(error))) from None
    except UnicodeDecodeError:
        raise TemplateError(Problem(name, 0, "not UTF-8 text; save it as UTF-8")) from None
    except TemplateSyntaxError as error:
        raise TemplateError(Problem(name, error.lineno, str(error.message))) from None
    except (JinjaError, ArithmeticError, TypeError, ValueError, LookupError, RecursionError) as error:
        if isinstance(error, TemplateError):
            raise
        raise TemplateError(Problem(name, 0, str(error))) from None
    return printable(made)
