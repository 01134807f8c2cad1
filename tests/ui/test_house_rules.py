"""Rules of the app's own house, read from its source."""

import ast
from pathlib import Path

import reader.ui

SOURCES = list(Path(reader.ui.__file__).parent.rglob("*.py"))
#: Calls whose text Textual would read as markup unless it is Content.
TAKERS = {"Static", "Label", "update", "notify", "add_option", "Option", "border_title", "border_subtitle"}
FINE = {"Content", "assemble"}


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_only_content_and_literals_are_handed_to_textual():
    wrong = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or _name(node) not in TAKERS or not node.args:
                continue
            first = node.args[0]
            text_like = isinstance(first, ast.JoinedStr | ast.BinOp)
            is_widget_text = _name(node) in {"Static", "Label", "notify", "Option"}
            made = isinstance(first, ast.Call) and _name(first) in FINE
            if text_like or (is_widget_text and not made and not isinstance(first, ast.Constant)):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def test_the_dear_widgets_and_private_names_stay_out():
    forbidden = (
        "import Footer",
        "import Header",
        "ListView",
        "import Markdown",
        "_compositor",
        "_render_cache",
    )
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert not [name for name in forbidden if name in text], path


async def test_every_action_of_the_table_is_done_by_somebody(folder, open_app):
    from reader.ui.actions import TABLE
    from reader.ui.palette import available
    from reader.ui.widgets.line_list import LineList
    from reader.ui.widgets.reading.pane import ReadingPane

    async with open_app(folder, size=(170, 40)) as pilot:
        main = pilot.app.main
        for action in TABLE:
            if action.of_screen:
                found = [desk for desk in main.desks if hasattr(desk, action.method)]
                assert len(found) == 1, action.id
            elif not action.action.startswith("app."):
                for pane in action.panes:
                    widget = ReadingPane if pane == "text" else LineList
                    assert hasattr(widget, f"action_{action.method}"), (action.id, pane)
        shown = {action.id for action in available(main)}
        hidden = {a.id for a in TABLE} - shown - {"palette"}
        assert all(set(a.panes) <= {"people", "figures", "results"} for a in TABLE if a.id in hidden), hidden
        # the palette does what it says
        await pilot.press("colon", *"star", "enter")
        await pilot.pause()
        from tests.ui.conftest import settle

        await settle(pilot, lambda: main.session.rows[0].starred)
