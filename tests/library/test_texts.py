"""Recipes give back just the text that was indexed, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.index.records import PlaceRecord
from reader.library.texts import make_recipe, read_text, utf8
from reader.parsing import parse_bytes

_PLAIN = "A Headline That Stands Alone\n\nA paragraph of some length, with “quotes” and 12 per cent.\n\nSecond one.\n"
_FORMS = {
    "plain": _PLAIN.encode(),
    "windows": _PLAIN.replace("\n", "\r\n").encode(),
    "marked": b"\xef\xbb\xbf" + _PLAIN.encode(),
    "latin": "Café Headline Here\n\nUne phrase assez longue pour être un paragraphe, à Paris.\n".encode(
        "cp1252"
    ),
    "wide": _PLAIN.encode("utf-16"),
    "wrapped": b"A Headline That Stands Alone\n\nA paragraph that was\nwrapped by hand at a narrow\nmeasure, twice.\n",
    "unsafe": b"A Headline That Stands Alone\n\nA paragraph with \x1b[31m codes and \x00 in it, of some length.\n",
}


def _indexed(folder, data):
    """Every article of a file `a.txt` of `data`, with its place as the index has it."""
    path = folder / "a.txt"
    path.write_bytes(data)
    status = path.stat()
    for article in parse_bytes(data, file="a.txt"):
        recipe = make_recipe(article, data, utf8(data))
        yield (
            article,
            PlaceRecord("a.txt", article.index, status.st_size, status.st_mtime_ns, recipe, "", "", ""),
        )


@pytest.mark.parametrize("form", _FORMS)
def test_every_form_of_file_gives_its_text_back(tmp_path, form):
    data = _FORMS[form]
    indexed = list(_indexed(tmp_path, data))
    assert indexed
    for article, place in indexed:
        assert read_text(str(tmp_path), place) == article.text
        if form in ("plain", "windows", "marked"):
            assert place.recipe[:1] in b"uw"
            assert read_text(str(tmp_path), place._replace(mtime=place.mtime + 1)) is None
            assert read_text(str(tmp_path), place._replace(size=place.size + 1)) is None
            assert read_text(str(tmp_path), place._replace(path="gone.txt")) is None


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]), st.booleans())
def test_any_text_comes_back(tmp_path_factory, text, encoding, windows):
    data = (text.replace("\n", "\r\n") if windows else text).encode(encoding, "replace")
    folder = tmp_path_factory.mktemp("t")
    for article, place in _indexed(folder, data):
        assert read_text(str(folder), place) == article.text
