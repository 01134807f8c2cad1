"""The README tells the truth: its generated parts are those the code makes today."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_generated_parts_are_up_to_date():
    spec = importlib.util.spec_from_file_location("readme", ROOT / "tools/readme.py")
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    text = readme.README.read_text(encoding="utf-8")
    assert readme.render(text) == text, "run tools/readme.py"
    assert text.count("`reader parse`") == 1 and "`note.add`" in text


def test_linked_files_exist():
    import re

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
