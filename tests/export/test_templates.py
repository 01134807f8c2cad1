"""The user's own templates: they see the material, and nothing else."""

import sys

import pytest

from reader.export.templates import TemplateError, render_template
from tests.export.samples import hostile, material


def _write(tmp_path, text):
    path = tmp_path / "mine.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_template_lays_out_the_material(tmp_path):
    path = _write(
        tmp_path,
        "{{ title }}\n{% for entry in entries %}{% for item in entry.notes %}\n"
        "{{ item.note.anchor.exact | markdown }} ({{ category(item.note.category) }})\n"
        "{% endfor %}{% endfor %}\n{% for row in figures %}{{ row.figure | amount }};{% endfor %}",
    )
    text = render_template(path, material())
    assert "Notes on the dam\nIt cost $4.5 million, she said. (check)\n" in text
    assert "about 4,500,000 USD;5–10 %;" in text


def test_what_it_writes_is_safe(tmp_path):
    text = render_template(_write(tmp_path, "{{ title }}"), hostile("\x1b]0;x\x07"))
    assert "\x1b" not in text
    assert "\x07" not in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one\n{% for %}", ":2: "),
        ("{{ nobody.there }}", "is undefined"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{% include 'other' %}", "no loader"),
        ("{{ 1 / 0 }}", "division"),
    ],
)
def test_a_bad_template_is_named(tmp_path, text, message):
    path = _write(tmp_path, text)
    with pytest.raises(TemplateError) as caught:
        render_template(path, material())
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_or_binary_template_is_named(tmp_path):
    with pytest.raises(TemplateError, match=r"none\.txt: No such file"):
        render_template(tmp_path / "none.txt", material())
    binary = tmp_path / "x.bin"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="UTF-8"):
        render_template(binary, material())


def test_without_jinja_it_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(TemplateError, match="pip install jinja2"):
        render_template(_write(tmp_path, "x"), material())
