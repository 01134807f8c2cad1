"""What every format says, and that text from outside stays text in all of them."""

import csv
import html.parser
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import FORMATS, FormatError, export, format_named
from reader.export import json as json_format
from reader.export.csv import COLUMNS, guard
from reader.export.material import Material, heading, imprint
from reader.library.scanning.slugs import address_of
from reader.model import Anchor, Block, Located
from reader.text import one_line, printable
from tests.export.samples import HOSTILE, QUOTE, START, TEXT, article, hostile, material, note

WORDS = st.text(max_size=60) | st.sampled_from(HOSTILE)


@pytest.mark.parametrize("name", FORMATS)
@given(word=WORDS)
def test_nothing_unsafe_is_written(name, word):
    text = export(name, hostile(word)).replace("\r\n", "\n")
    assert printable(text) == text
    text.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_note_or_the_article(name):
    text = export(name, material())
    assert "It cost $4.5" in text.replace("\\$", "$")
    assert text.endswith("\n")


def test_formats_go_by_several_names():
    assert format_named("md") is FORMATS["markdown"]
    assert format_named("JSONLD") is FORMATS["w3c"]
    with pytest.raises(FormatError, match="no format 'pdf'; there are markdown, html"):
        export("pdf", material())


# ------------------------------------------------------------------ Markdown


def test_it_is_told_where_everything_comes_from():
    assert imprint(article(source=None, published=None, author=None)) == "news/dam.txt"
    assert (
        imprint(article(source=None, published=None, author=None, title=None)) == ""
    )  # its file is its heading
    assert imprint(article(published="2024-03-04T08:30")) == "Harbour Wire · 2024-03-04 · Lena Holm"
    assert imprint(article(source=None)) == "2024-03-04 · Lena Holm · news/dam.txt"
    for name in ("markdown", "org"):
        (row,) = (line for line in export(name, material()).split("\n") if "about $4.5 million" in line)
        assert "Harbour Wire" in row and "2024-03-04" in row


def test_a_heading_is_the_title_else_the_words_of_the_address_else_the_file():
    url = Block("furniture", "https://wire.example/2024/port-reopens-after-strike", 0, 51, "address")
    assert heading(article(blocks=(url,))) == "Dam opens"
    assert heading(article(title=None, blocks=(url,))) == "Port reopens after strike"
    assert heading(article(title=None)) == "news/dam.txt"
    assert heading(article(title=None, file="")) == "news/dam.txt#0"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_days_are_told_without_the_hour(name):
    late, all_of_it = "2024-03-04T08:30", material()
    made = replace(
        all_of_it,
        entries=tuple(
            replace(entry, article=replace(entry.article, published=late)) for entry in all_of_it.entries
        ),
        people=tuple(replace(person, first=late, last=late) for person in all_of_it.people),
        figures=tuple(replace(row, published=late) for row in all_of_it.figures),
        passages=tuple(replace(hit, published=late) for hit in all_of_it.passages),
    )
    text = export(name, made)
    assert "2024-03-04T" not in text and ("2024-03-04" in text or name in ("w3c", "readwise"))


def test_material_of_any_kind_is_something():
    whole = material()
    for part in ("entries", "people", "figures", "passages"):
        assert not Material("", **{part: getattr(whole, part)}).empty, part
    assert Material("Notes on the dam").empty


def test_markdown_reads_well():
    text = export("markdown", material())
    assert text.startswith(
        "# Notes on the dam\n\n## Dam opens\n\nHarbour Wire · 2024-03-04 · Lena Holm\n\nTags: #water\n\n"
        "> It cost $4.5 million, she said.\n\nCheck the sum.\n\n*check · Ana Ruiz* · #money · \\#to check\n"
    )
    assert "> Gone from here\n\n" in text
    assert "passage not found in the article of today" in text
    assert "- **Ana Ruiz**: 1 article; 2 mentions; 2024-03-04; titles: Mayor; also: Ruiz" in text
    assert (
        "| $4.5 million | about $4.5 million of dam | money | It cost $4.5 million, she said. | Dam" in text
    )
    assert "5–10%" in text


def test_tags_are_tags_for_notes_programs_and_nothing_else_is():
    body = "#dam see #harbour-wall/north_side, #_x #y_ *a* a#b\n# no heading"
    entry = replace(material().entries[0], notes=(Located(note(body), 0, 1, "ok"),))
    text = export("markdown", material(entries=(entry,)))
    assert "\n#dam see #harbour-wall/north_side, \\#\\_x \\#y\\_ \\*a\\* a\\#b\\\n\\# no heading\n" in text


_KNOWN = {
    "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "blockquote_open",
    "blockquote_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open",
    "tr_close", "th_open", "th_close", "td_open", "td_close",
}  # fmt: skip


def test_lines_of_a_note_stay_lines_in_markdown():
    entry = replace(
        material().entries[0],
        notes=(material().entries[0].notes[0]._replace(note=note("one\ntwo\\\n\nthree")),),
    )
    text = export("markdown", replace(material(), entries=(entry,)))
    assert "\none\\\ntwo\\\\\n\nthree\n\n" in text
    inline = [child.type for token in MarkdownIt("commonmark").parse(text) for child in token.children or ()]
    assert inline.count("hardbreak") == 1


@given(word=WORDS)
def test_markdown_shows_outside_text_as_it_is(word):
    tokens = MarkdownIt("commonmark").enable("table").parse(export("markdown", hostile(word)))
    assert {token.type for token in tokens} <= _KNOWN
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        "text", "text_special", "softbreak", "hardbreak", "em_open", "em_close", "strong_open", "strong_close",
    }  # fmt: skip
    if one_line(word):
        title = next(token for token in tokens if token.type == "inline")
        shown = "".join(child.content for child in title.children)
        assert shown.split() == one_line(word).split()


# ------------------------------------------------------------------ where it is on the web

_PAGE = "https://www.wire.example/2024/dam-opens?a=1&b=2"


def _at(line, role="furniture"):
    return article(blocks=(Block(role, line, 0, 1),))


def test_the_address_of_an_article_is_that_of_its_head_or_one_that_is_named():
    assert address_of(_at(_PAGE)) == address_of(_at(f"x\nURL: {_PAGE}")) == _PAGE
    assert (
        address_of(_at(_PAGE, "para"))
        == address_of(_at(f"1. {_PAGE}"))
        == address_of(_at(f"{_PAGE} is it"))
        == ""
    )
    text = Block("para", "Text.", 0, 1)
    behind = [
        article(blocks=(text, Block("furniture", line, 0, 1))) for line in (f"Document URL: {_PAGE}", _PAGE)
    ]
    assert [address_of(each) for each in behind] == [_PAGE, ""]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("markdown", f"\n\n<{_PAGE}>\n\n"), ("org", f"\n{_PAGE}\n"), ("bibtex", f"  url = {{{_PAGE}}},\n"),
        ("html", f'<a href="{_PAGE.replace("&", "&amp;")}" rel="noreferrer">www.wire.example</a>'),
        ("readwise", f",Lena Holm,{_PAGE},"), ("csv", f",{_PAGE}\n"), ("json", f'"url": "{_PAGE}"'),
    ],
)  # fmt: skip
def test_the_address_of_an_article_is_exported(name, said):
    made = material(entries=(replace(material().entries[0], url=_PAGE),))
    assert said in export(name, made).replace("\r\n", "\n")
    if name == "json":
        assert json_format.read_back(export(name, made)) == made


@given(word=WORDS)
def test_an_address_cannot_break_out_of_its_place(word):
    url = address_of(_at("https://wire.example/" + word))
    made = material(entries=(replace(material().entries[0], url=url),))
    page = _read_page(export("html", made))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in _read_page(export("html", material())).tags}
    links = [dict(attrs) for tag, attrs in page.tags if tag == "a"]
    assert all(link["href"].startswith(("#", "https://wire.example/")) for link in links)
    assert all(set(link) <= {"href", "rel"} for link in links)
    inline = MarkdownIt("commonmark").parse(export("markdown", made))
    links = [child for token in inline for child in token.children or () if child.type == "link_open"]
    assert len(links) == bool(url) and all(link.info == "auto" for link in links)


def test_a_note_that_is_there_twice_says_so():
    notes = (Located(note(conflict_of="nabc"), 0, 1, "ok"),)
    made = material(entries=(replace(material().entries[0], notes=notes),))
    for name in ("markdown", "html", "org"):
        assert "another version of a note" in export(name, made).lower()


# ------------------------------------------------------------------ HTML


class _Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data):
        self.text += data


def _read_page(text):
    page = _Page()
    page.feed(text)
    return page


@given(word=WORDS)
def test_html_has_only_our_own_tags_and_attributes(word):
    page = _read_page(export("html", hostile(word)))
    plain = _read_page(export("html", hostile("plain")))
    assert set(page.tags) <= set(plain.tags)
    assert one_line(word) in page.text


def test_html_declares_its_encoding_and_lets_nothing_in():
    text = export("html", material())
    assert '<meta charset="utf-8">' in text[:120]
    assert "default-src 'none'" in text
    assert "unsafe-inline" not in text
    assert "<script" not in text


def test_html_lists_people_only_where_there_are_some():
    assert '<li dir="auto"><strong>Ana Ruiz</strong>: 1 article' in export("html", material())
    assert "<ul>" not in export("html", material(people=()))


def test_html_leaves_the_direction_to_the_text_and_has_a_main_part():
    page = _read_page(export("html", material()))
    from_outside = [dict(attrs) for tag, attrs in page.tags if tag in ("h1", "blockquote", "td", "li")]
    assert from_outside and all(attrs == {"dir": "auto"} for attrs in from_outside)
    assert [tag for tag, _ in page.tags].count("main") == 1
    assert all(dict(attrs) == {"scope": "col"} for tag, attrs in page.tags if tag == "th")


# ------------------------------------------------------------------ Org


@given(word=WORDS)
def test_org_structure_is_ours_alone(word):
    lines = export("org", hostile(word)).split("\n")
    plain = export("org", hostile("plain")).split("\n")

    def marks(rows):
        return [row.split(" ")[0] for row in rows if re.match(r"\*+ ", row)]

    assert marks(lines) == marks(plain)
    assert "-*-" not in lines[0]  # Emacs looks for settings there
    for line in lines:
        assert "[[" not in re.sub(r"^- see \[\[#note-\d+\]\[[^\[\]]*\]\]$", "", line)
        assert "{{{" not in line and "%%(" not in line and "local variables:" not in line.lower()
        assert not re.match(r"\*+ (TODO|DONE|COMMENT)\b", line)
        assert not re.search(r"\b(?:src|call)_[\w-]+[\[({]", line)
        if line.startswith(("#", ":")):
            ours = ("#+TITLE: ", "#+OPTIONS: ", "#+begin_quote", "#+end_quote", ":CUSTOM_ID: note-")
            assert line.startswith(ours) or line in (":PROPERTIES:", ":END:")
    assert [line for line in lines if line.startswith(":")] == [
        line for line in plain if line.startswith(":")
    ]


def test_org_takes_no_end_of_a_heading_for_tags():
    entry = material().entries[0]
    for title, shown in (
        ("Ships :noexport:", "Ships :noexport: ."),
        ("Ships:", "Ships:"),
        ("A: ships", "A: ships"),
    ):
        made = material(entries=(replace(entry, article=replace(entry.article, title=title)),))
        assert f"\n* {shown}\n" in export("org", made)


def test_org_keeps_tags_and_quotes():
    text = export("org", material())
    assert "** Note 1, check :money:to_check:\n:PROPERTIES:\n:CUSTOM_ID: note-1\n" in text
    assert ":CREATED: [2024-03-05 Tue 08:00]\n:END:\n#+begin_quote\nIt cost $4.5 million, she said.\n" in text


@pytest.mark.parametrize(
    ("created", "stamp"),
    [
        ("2024-03-05T08:00:00Z", "[2024-03-05 Tue 08:00]"),
        ("2024-03-05T00:30:00+02:00", "[2024-03-04 Mon 22:30]"),
        ("2024-03-05", "[2024-03-05 Tue]"),
        ("0001-01-01T00:00:00+02:00", ""),
        ("last spring", ""),
    ],
)
def test_org_says_when_a_note_was_made_as_far_as_that_is_known(created, stamp):
    entry = material().entries[0]
    notes = (entry.notes[0]._replace(note=note("x", created=created)),)
    text = export("org", material(entries=(replace(entry, notes=notes),)))
    assert re.findall(r"^:CREATED: (.*)$", text, re.MULTILINE) == [stamp] * bool(stamp)


def test_links_of_notes_lead_to_the_notes():
    long = "word " * 30
    entry = material().entries[0]
    linked = note("On the whole.", id="nghi", anchor=Anchor(""), links=("nabc", "nlong", "nzzz"))
    notes = (
        *entry.notes[:1],
        Located(note(exact=long, id="nlong"), -1, -1, "lost"),
        Located(linked, 0, 0, "ok"),
    )
    made = material(entries=(replace(entry, notes=notes),))
    assert "see “It cost $4.5 million, she said.” · see “word word" in export("markdown", made)
    assert "word…” · see note nzzz, not among these*" in export("markdown", made)
    page = export("html", made)
    assert '<section id="note-1">' in page
    assert 'see <a href="#note-1">It cost $4.5 million, she said.</a> · see <a href="#note-2">word' in page
    assert "- see [[#note-1][It cost $4.5 million, she said.]]\n" in export("org", made)
    assert _table(export("csv", made))[2]["links"] == "nabc; nlong; nzzz"
    first, second, third, *_ = json.loads(export("w3c", made))["first"]["items"]
    links = [body for body in third["body"] if body["purpose"] == "linking"]
    assert [body.get("source") or body["value"] for body in links] == [first["id"], second["id"], "nzzz"]
    assert [body["type"] for body in links] == ["SpecificResource", "SpecificResource", "TextualBody"]


# ------------------------------------------------------------------ CSV


def _table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(word=WORDS)
def test_no_csv_cell_is_a_formula(word):
    for name in ("csv", "readwise"):
        rows = list(csv.reader(io.StringIO(export(name, hostile(word)), newline="")))
        assert len(rows) > 1
        for row in rows:
            for cell in row:
                number = re.fullmatch(r"[-+]?[\d.,]*\d", cell)  # a spreadsheet takes it for what it is
                assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_guards_text_and_leaves_numbers():
    assert guard("=1+1") == "'=1+1"
    assert guard(-5) == -5
    assert guard("a-b") == "a-b"
    assert [guard(cell) for cell in (" =1+1", "\n@a", "＝1+1", " a")] == ["' =1+1", "'\n@a", "'＝1+1", " a"]


def test_csv_has_a_row_a_thing():
    rows = _table(export("csv", material()))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["what"] for row in rows] == [
        "note", "note", "note", "person", "figure", "figure", "passage",
    ]  # fmt: skip
    assert rows[0]["text"] == QUOTE
    assert (rows[0]["start"], rows[0]["category"], rows[0]["tags"]) == (
        str(START),
        "check",
        "money; to check",
    )
    assert (rows[1]["start"], rows[1]["status"]) == ("", "lost")
    assert (rows[4]["value"], rows[4]["unit"], rows[4]["approx"]) == ("4500000.0", "USD", "about")
    assert [row["subject"] for row in rows if row["what"] == "figure"] == ["dam", ""]
    assert all(row["text"] in row["sentence"] for row in rows if row["what"] == "passage")
    assert (rows[5]["value"], rows[5]["value_high"]) == ("5", "10")
    assert (rows[3]["value"], rows[3]["articles"]) == ("2", "1")  # whole numbers, to be added up
    places = [(row["file"], row["number"]) for row in rows if row["what"] != "person"]
    assert set(places) == {("news/dam.txt", "0")}


def test_a_passage_says_from_which_outlet_it_is():
    for name in ("markdown", "html", "org"):
        assert "Dam opens, Harbour Wire, 2024" in export(name, material()).replace("\\", "")
    assert _table(export("csv", material()))[-1]["source"] == "Harbour Wire"


def test_readwise_has_its_columns():
    text = export("readwise", material())
    assert text.startswith("Highlight,Title,Author,URL,Note,Location,Date\r\n")
    row = _table(text)[0]
    assert row["Note"] == "Check the sum. .money .to_check .check"
    assert (row["Date"], row["Location"]) == ("2024-03-05 08:00:00", str(START))
    assert _table(text)[1]["Location"] == ""  # its passage is lost
    assert _table(text)[2]["Highlight"] == "Dam opens"


# ------------------------------------------------------------------ JSON, W3C, BibTeX


def test_json_reads_back_to_the_same_material():
    assert json_format.read_back(export("json", material())) == material()
    entry, *others = material().entries
    right = replace(entry, article=replace(entry.article, corrected=("date",)))
    made = replace(material(), entries=(right, *others))
    assert json_format.read_back(export("json", made)) == made


@given(word=WORDS)
def test_json_loses_no_character(word):
    assert json_format.read_back(export("json", hostile(word))) == hostile(word)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"reader-export": 99}', '{"reader-export": 1}'])
def test_other_json_is_refused(text):
    with pytest.raises(ValueError):
        json_format.read_back(text)


def test_w3c_annotations_follow_the_model():
    made = json.loads(export("w3c", material()))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    assert made["total"] == len(made["first"]["items"]) == 6
    first, lost, whole, figure, *_, passage = made["first"]["items"]
    assert first["type"] == "Annotation"
    assert first["id"].startswith("urn:uuid:")
    assert first["motivation"] == "commenting"
    assert first["created"] == "2024-03-05T08:00:00Z"
    assert first["body"][0] == {
        "type": "TextualBody", "value": "Check the sum.", "format": "text/plain", "purpose": "commenting",
    }  # fmt: skip
    quote, position = first["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": QUOTE, "prefix": TEXT[START - 10 : START]}
    assert position == {"type": "TextPositionSelector", "start": START, "end": START + len(QUOTE)}
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert first["target"]["source"] == "news/dam.txt#0"
    assert [selector["type"] for selector in lost["target"]["selector"]] == ["TextQuoteSelector"]
    assert "selector" not in whole["target"]
    assert figure["body"][0]["value"] == "money: about 4,500,000 USD"
    assert passage["target"]["selector"][0]["exact"] == "cost"


def test_w3c_names_are_stable():
    assert export("w3c", material()) == export("w3c", material())


def test_bibtex_has_a_reference_an_article():
    (entry,) = material().entries
    unsigned = replace(entry, article=replace(entry.article, source=None, author="Ana Ruiz"))
    assert export("bibtex", replace(material(), entries=(unsigned,))).startswith("@article{ruiz2024opens,")
    text = export("bibtex", material())
    assert text.startswith("@article{harbourwire2024opens,\n  title = {{Dam opens}},\n")
    assert "  journal = {Harbour Wire},\n  year = {2024},\n  month = mar,\n" in text
    assert "annote = {``It cost \\$4.5 million, she said.''\nCheck the sum." in text


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Ana Ruiz and Tom Okoye", "Ana Ruiz and Tom Okoye"),
        ("Ana Ruiz, Tom Okoye, and Lena Holm", "Ana Ruiz and Tom Okoye and Lena Holm"),
        ("Ruiz, Ana; Okoye, Tom", "Ruiz, Ana and Okoye, Tom"),
        ("Ruiz, Ana", "Ruiz, Ana"),
    ],
)
def test_bibtex_has_every_author_by_himself(byline, authors):
    made = material(entries=(replace(material().entries[0], article=article(author=byline)),))
    assert f"  author = {{{authors}}},\n" in export("bibtex", made)


@given(word=WORDS)
def test_bibtex_braces_balance(word):
    text = export("bibtex", hostile(word))
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


def test_bibtex_keys_are_unique():
    twice = material(entries=material().entries * 3)
    keys = re.findall(r"@article\{([^,]+),", export("bibtex", twice))
    assert keys == [keys[0], f"{keys[0]}-2", f"{keys[0]}-3"]


@pytest.mark.parametrize("name", ["markdown", "org", "html"])
def test_a_sentence_in_which_more_is_found_is_quoted_once(name):
    made = material()
    hit = made.passages[0]
    twice = replace(hit, passage=replace(hit.passage, start=hit.passage.start + 4, end=hit.passage.end + 4))
    both = replace(made, passages=(hit, twice, *made.passages[1:]))
    assert export(name, both) == export(name, made)
    assert len(_table(export("csv", both))) == len(_table(export("csv", made))) + 1  # each is counted there
