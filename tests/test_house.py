"""The rules of the house, read from the source and from fresh interpreters: what loads what, and what is private."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
from dataclasses import fields
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import reader
from reader.cli.parsers import build_parser
from reader.cli.tree import COMMANDS
from reader.library import Library
from reader.model import Anchor, Note
from reader.settings import Settings
from reader.ui.theming import DEFAULT, starting_theme

PACKAGE = Path(reader.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
BELOW_UI = [path for path in FILES if "ui" not in path.relative_to(PACKAGE).parts]
LONGEST = 400


def _module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def _nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(_tree(path)))


MODULES = {_module(path): path for path in FILES}


def _imports(path: Path) -> set[str]:
    """Every module of ours or others that `path` imports anywhere: at load, deferred, for types only."""
    found = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found.add(full if full in MODULES else str(node.module))
    return found


# ------------------------------------------------------------------ what loads what


def _loaded(code: str) -> set[str]:
    """The modules loaded by `code` in a fresh interpreter."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_parsing_a_file_loads_no_heavy_library(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("A headline\n\nA sentence of a story. Another one.\n")
    loaded = _loaded(
        "import io, contextlib\nfrom reader.__main__ import main\nclass Out(io.StringIO):\n    buffer = io.BytesIO()\n"
        f"with contextlib.redirect_stdout(Out()):\n    assert main(['parse', '--json', {str(file)!r}]) == 0"
    )
    assert "reader.parsing" in loaded
    assert not loaded & {
        "yaml",
        "sqlite3",
        "watchfiles",
        "textual",
        "rich",
        "jinja2",
        "pycrfsuite",
        "asyncio",
    }


def test_nothing_below_the_app_loads_textual():
    names = [name for name, path in MODULES.items() if path in BELOW_UI and name != "reader.commands.read"]
    loaded = _loaded("\n".join(f"import {name}" for name in names))
    assert set(names) <= loaded
    assert not {name.partition(".")[0] for name in loaded} & {"textual", "rich", "jinja2", "spacy"}


_FIRST_FRAME = """
import os
from pathlib import Path
from reader.commands.read import without_the_unused
with without_the_unused():
    from reader.ui.opening import ReaderApp, make_app
def ready(app):
    assert app.main.text.document.text
    os.write(1, "\\n".join(sys.modules).encode())
    os._exit(0)
ReaderApp.on_ready = ready
make_app([Path({folder!r})]).run(headless=True)
"""


def test_the_first_frame_needs_no_notes_nor_finders_nor_parser_nor_textuals_palette(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    story = "The harbour opens\n\nA sentence of a story. Another one, said Ann Ruiz of Lisbon on Monday.\n"
    (folder / "a.txt").write_text(story)
    library = Library.open([folder])
    library.scan()
    library.keep("a.txt#0")
    library.notes.add("b.txt", Note("", "b.txt", Anchor("elsewhere"), "of another article"))
    library.close()
    starting_theme(DEFAULT)  # is kept as well
    loaded = _loaded(_FIRST_FRAME.format(folder=str(folder)))
    assert "reader.ui.desks.reading" in loaded
    assert not {name for name in loaded if name.startswith(("reader.notes", "reader.detect"))}
    assert not loaded & {
        "yaml", "pycrfsuite", "watchfiles", "hashlib", "textual.command", "textual.widgets._input",
        "reader.annotation", "reader.parsing.cues", "reader.ui.widgets.notes_list",
    }  # fmt: skip


def test_a_folder_without_notes_is_indexed_without_loading_any(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour opens\n\nA sentence of a story, said Ann Ruiz on Monday.\n")
    code = f"from pathlib import Path\nfrom reader.library import Library\nLibrary.open([Path({str(tmp_path)!r})])"
    loaded = _loaded(f"{code}.scan(apart=False)")
    assert "reader.library.errata.revision" in loaded
    assert not {name for name in loaded if name.startswith(("reader.notes", "yaml"))}


def test_a_look_at_files_that_finds_nothing_new_loads_neither_notes_nor_people_nor_what_is_handed_out(
    tmp_path,
):
    (tmp_path / "a.txt").write_text("The harbour opens\n\nA sentence of a story, said Ann Ruiz on Monday.\n")
    library = Library.open([tmp_path])
    library.scan()
    library.close()
    loaded = _loaded(
        "from pathlib import Path\nfrom reader.library import Library\n"
        f"library = Library.open([Path({str(tmp_path)!r})])\n"
        "assert not library.scan(apart=False).altered and library.notes_to_tidy() is None"
    )
    assert "reader.library.scanning.scan" in loaded
    assert not loaded & {"reader.library.records", "reader.library.people.entries", "reader.notes", "yaml"}
    assert not {name for name in loaded if name.startswith("reader.detect.")}


def test_what_the_start_does_without_is_there_when_asked_for():
    _loaded(
        "from reader.commands.read import without_the_unused\n"
        "with without_the_unused():\n    import textual.app\n"
        "import hashlib, ssl, textual.command\n"
        "assert hashlib.sha256(b'').hexdigest()[:6] == 'e3b0c4' and ssl.SSLContext\n"
        "assert textual.command.CommandPalette.is_open and textual.command.Provider.__doc__"
    )


def test_the_package_itself_loads_nothing():
    assert {name for name in _loaded("import reader") if name.startswith("reader")} == {"reader"}


def test_the_public_names_resolve():
    assert {
        "parse_text",
        "parse_file",
        "detect",
        "Article",
        "Person",
        "Figure",
        "Note",
        "Library",
        "NoteStore",
    } <= set(reader.__all__)
    for name in reader.__all__:
        assert callable(getattr(reader, name)), name
    with pytest.raises(AttributeError):
        reader.nothing  # noqa: B018
    typed = ast.parse(PACKAGE.joinpath("__init__.pyi").read_text("utf-8"))
    told = {node.names[0].name for node in typed.body if isinstance(node, ast.ImportFrom)}
    assert told == set(reader.__all__)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_parser_with_help(command):
    parser = build_parser(command)
    assert parser.description
    for action in parser._actions:
        assert action.help, f"reader {command} {action.option_strings or action.dest} has no help"


def test_no_module_needs_another_in_a_circle():
    graph = {name: _imports(path) & set(MODULES) - {name} for name, path in MODULES.items()}
    # A package and what is in it: a module imports its package's __init__ implicitly, that is no circle.
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


# ------------------------------------------------------------------ the shape of the source


def test_files_stay_small():
    long = {
        _module(path): lines
        for path in FILES
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long


def test_every_module_says_what_it_is_for():
    silent = [_module(path) for path in FILES if path.stat().st_size and not ast.get_docstring(_tree(path))]
    assert not silent


def test_modules_have_names_of_the_trade():
    vague = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc", "tools"}
    assert not vague & {path.stem for path in FILES}


def test_a_command_is_one_module_and_a_row_of_the_tree():
    assert {path.stem for path in PACKAGE.glob("commands/*.py")} - {"__init__"} == set(COMMANDS)


def test_no_path_of_a_machine_is_written_down():
    places = re.compile(r"/(?:home|root|Users|work)/")
    assert [str(path) for path in FILES if places.search(path.read_text("utf-8"))] == []


def test_every_setting_is_used():
    read = {
        node.attr
        for path in FILES
        for node in _nodes(path)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    assert not {item.name for item in fields(Settings)} - read


# ------------------------------------------------------------------ Textual's private names


def _ui_classes() -> list[type]:
    from textual.message_pump import MessagePump

    found = []
    for name in MODULES:
        if name.startswith("reader.ui"):
            for item in vars(importlib.import_module(name)).values():
                if isinstance(item, type) and item.__module__ == name and issubclass(item, MessagePump):
                    found.append(item)
    return found


def _private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


@cache
def _own_privates(base: type) -> frozenset[str]:
    """Private names that a class of Textual defines, on itself or on its instances."""
    assigned = re.findall(r"\bself\.(_\w+)\s*(?::[^=\n]+)?=[^=]", inspect.getsource(base))
    return frozenset(filter(_private, {*vars(base), *assigned}))


def test_no_private_name_of_textual_is_taken_over():
    taken = set()
    for item in _ui_classes():
        source = inspect.getsource(item)
        ours = {*vars(item), *re.findall(r"\bself\.(_\w+)\s*(?::[^=\n]+)?=[^=]", source)}
        for base in item.__mro__:
            if base.__module__.startswith("textual"):
                # Handlers `_on_…` of both run; those are Textual's public way to have two.
                names = {name for name in ours & _own_privates(base) if not name.startswith("_on_")}
                # What Textual's metaclass and the descriptors put on every class is not ours.
                taken |= {f"{item.__qualname__}.{name}" for name in names if name in source}
    assert not taken


def test_no_private_name_of_another_library_is_used():
    ours = set()
    for path in FILES:
        for node in _nodes(path):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                ours.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                ours.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                ours.add(node.id)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                ours.add(node.value)  # __slots__
    used = set()
    for path in FILES:
        if "ui" not in path.relative_to(PACKAGE).parts:
            continue
        for node in _nodes(path):
            if isinstance(node, ast.Attribute) and _private(node.attr) and node.attr not in ours:
                used.add(f"{_module(path)}: .{node.attr}")
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")):
                names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                used |= {f"{_module(path)}: {name}" for name in names if _private(name)}
    public = ("._replace", "._asdict", "._fields", "._exit")  # of named tuples and the os module
    assert not {name for name in used if not name.endswith(public)}
