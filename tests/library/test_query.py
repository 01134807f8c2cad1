"""The query language: what is understood, what is refused and where the mark stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.detect import detect
from reader.library.bounds import figure_query, within
from reader.library.query import QueryError, parse_query, suggestions
from reader.library.query.tree import (
    All,
    Amount,
    Days,
    Either,
    Field,
    Not,
    Pattern,
    Words,
    all_leaves,
    split_leaves,
)

TODAY = date(2024, 3, 15)


def root(text, **more):
    return parse_query(text, today=TODAY, **more).root


def word(text):
    node = root(text)
    assert isinstance(node, Words)
    return node.tokens


PARTS = [
    "dam*", '"oil price"', '"oil pri"*', "/Dams?/c", "is:starred", "kind:money", "person:ruiz", 'person:="Ana Ruiz"',
    "tag:wa*", "note:*", "category:4", "source:wire", "author:odhiambo", "file:2024", "title:dam", "text:dam",
    "after:2024-03", "on:2023-05..2024", "since:7d", "figure:usd:1m..5m", "money>10m", ">=50%", "people>100",
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "marks", "copies"),
    [
        ("person:ruiz", True, False), ("money>10m", True, False), ("is:watched", True, False),
        ("-is:copy", False, True),
        ("dam is:unread tag:x", False, False), ("dam or (kind:money bridge)", True, False),
    ],
)  # fmt: skip
def test_a_query_says_what_must_be_known_before(typed, marks, copies):
    query = parse_query(typed)
    assert (query.needs_marks, query.needs_copies) == (marks, copies)


def test_a_comparison_with_no_number_is_marked_where_that_stands():
    text = "dam figure:money>12x34 bridge"
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert text[caught.value.start : caught.value.end] == "12x34"


def test_every_part_of_a_query_knows_where_it_stands():
    text = " ".join(PARTS)
    leaves = all_leaves(root(text))
    assert [text[leaf.start : leaf.end] for leaf in leaves] == PARTS


def test_words_phrases_not_or_and_brackets_nest():
    tree = root('fuel -"oil price" or (tax levy)')
    assert isinstance(tree, Either)
    first, second = tree.nodes
    assert isinstance(first, All) and first.nodes[0].tokens == ("fuel",)
    assert isinstance(first.nodes[1], Not) and first.nodes[1].node.tokens == ("oil", "price")
    assert [w.tokens for w in second.nodes] == [("tax",), ("levy",)]
    assert [w.tokens for w in root("dam | bridge").nodes] == [("dam",), ("bridge",)]
    assert isinstance(root("dam | bridge"), Either) and isinstance(root("dam OR bridge"), Either)
    pattern, fuel = root("/Dams?/c fuel").nodes
    assert (
        isinstance(pattern, Pattern) and fuel.tokens == ("fuel",) and isinstance(root("(/Dams?/c)"), Pattern)
    )


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("Don’t", ("don", "t")), ("CAFÉ", ("cafe",)), ("al-Sudani", ("al", "sudani")), ("10:30", ("10", "30")),
        ("https://x.example/a", ("https", "x", "example", "a")), ('"or"', ("or",)), ("Baghdad:", ("baghdad",)),
        ("9,000", ("9", "000")), ("東京", ("東", "京")), ("1/2", ("1", "2")), ("and/or", ("and", "or")),
    ],
)  # fmt: skip
def test_any_text_can_be_searched(typed, tokens):
    assert word(typed) == tokens


def test_a_lone_dash_is_a_word_like_any_other():
    assert [part.literal for part in root("x -").nodes] == ["x", "-"]


@pytest.mark.parametrize(
    "typed", ["money>10m", "percent>=50", ">=5%", "km<3", "$>1bn", "money=4m", "date>2024-03"]
)
def test_a_comparison_needs_no_field(typed):
    bare, field = root(typed), root(f"figure:{typed}")
    assert isinstance(bare, Amount)
    same = ("kind", "unit", "low", "high", "low_open", "high_open")
    assert [getattr(bare, name) for name in same] == [getattr(field, name) for name in same]
    assert isinstance(root(f"dam -{typed} ruiz").nodes[1], Not)


def test_a_kind_asks_of_figures_alone_so_that_a_ledger_need_not_ask_the_articles_too():
    query = parse_query("kind:Percents flood")
    (kind,), rest = split_leaves(query.root, Amount)
    assert (kind.kind, kind.unit, kind.low, kind.high) == ("percent", "", None, None) and query.needs_marks
    assert isinstance(rest, Words) and rest.tokens == ("flood",)


@pytest.mark.parametrize("typed", ["a>b", "x=5", "<b>", "https://x.example/?id=5", "money", '"money>10m"'])
def test_what_only_looks_like_a_comparison_is_text(typed):
    assert isinstance(root(typed), Words)


def test_an_amount_gone_wrong_is_shown_where_it_stands():
    with pytest.raises(QueryError) as wrong:
        root("dam money>lots")
    assert (wrong.value.start, wrong.value.end) == (10, 14) and "lots" in wrong.value.message


def test_what_stands_behind_an_amount_of_money_is_a_size_or_a_currency():
    assert root("money>10mio") == root("money>10mln") and root("money>10usd").unit == "USD"
    with pytest.raises(QueryError, match="'mm' is no currency"):
        root("money>10mm")


def test_empty_matches_everything():
    assert parse_query("  ").empty and not parse_query("x").empty


def test_a_star_or_typing_leaves_the_last_word_open():
    assert root("hous*").prefix and not root("hous").prefix
    assert root("old hous", typing=True).nodes[1].prefix
    assert not root("old hous ", typing=True).nodes[1].prefix
    shown = [root(text, typing=True) for text in ('"old hous', '"old ho', '"old ', 'dam or "old hous')]
    assert [(words.tokens, words.prefix) for words in (*shown[:3], shown[3].nodes[1])] == [
        (("old", "hous"), True), (("old",), False), (("old",), False), (("old", "hous"), True),
    ]  # fmt: skip
    assert not root('"old hous"', typing=True).prefix and parse_query('"', typing=True).empty


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("on:2024", "2024-01-01", "2024-12-31"), ("on:2024-02", "2024-02-01", "2024-02-29"),
        ("after:2024-02-28", "2024-02-29", ""), ("before:2024", "", "2023-12-31"), ("since:7d", "2024-03-08", ""),
        ("until:yesterday", "", "2024-03-14"), ("since:1m", "2024-02-15", ""), ("after:2023", "2024-01-01", ""),
        ('since:"7 days ago"', "2024-03-08", ""), ("since:2weeks", "2024-03-01", ""),
        ('on:"9 November 1989"', "1989-11-09", "1989-11-09"), ('on:"mai 2021"', "2021-05-01", "2021-05-31"),
        ("on:14.12.2015", "2015-12-14", "2015-12-14"), ("on:1990s", "1990-01-01", "1999-12-31"),
    ],
)  # fmt: skip
def test_days(typed, low, high):
    node = root(typed)
    assert isinstance(node, Days) and (node.low, node.high) == (low, high)


@pytest.mark.parametrize(
    ("typed", "kind", "unit", "low", "high"),
    [
        ("money>10m", "money", "", 10e6, None), ("percent>=50", "percent", "", 50, None),
        (">5%", "percent", "", 5, None),
        ("km<3", "", "km", None, 3), ("usd:1m..5m", "money", "USD", 1e6, 5e6), ("$2.5bn", "", "USD", 2.5e9, 2.5e9),
        ("money", "money", "", None, None),
        ("number=1,200", "number", "", 1200, 1200), ("<=45km", "", "km", None, 45),
        ("date>=2024", "date", "", date(2024, 1, 1).toordinal(), None),
        ("date>2024", "date", "", date(2024, 12, 31).toordinal(), None),
        ("date<2024", "date", "", None, date(2024, 1, 1).toordinal()),
        ("date<=2024", "date", "", None, date(2024, 12, 31).toordinal()),
    ],
)  # fmt: skip
def test_amounts(typed, kind, unit, low, high):
    node = root(f"figure:{typed}")
    assert isinstance(node, Amount)
    assert (node.kind, node.unit, node.low, node.high) == (kind, unit, low, high)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("fuel persn:x", "persn"), ("is:unred", "unred"), ("a or", "or"), ("or a", "or"), ("(a b", "("), ("a )", ")"),
        ('say "this', '"this'), ("after:soon fuel", "soon"), ("after:2024-13-40", "2024-13-40"),
        ("kind:mony", "mony"), ("figure:money>lots", "lots"), ("figure:money>", "money>"), ("person:", "person:"),
        ("()", "()"), ("/(a+)+b/ x", "(a+)+b"), ("/(a/", None), ("/(a|a)*c/", "(a|a)*c"),
        ("/a*x.*y.*z/", "a*x.*y.*z"), ("on:3/4/2024", "3/4/2024"), ("fuel money > 10m", "money > 10m"),
        ("fuel person: ruiz", "person: ruiz"), ("title=dam fuel", "title=dam"), ("dam &", "&"),
    ],
)  # fmt: skip
def test_mistakes_point_at_the_wrong_part(typed, marked):
    with pytest.raises(QueryError) as caught:
        parse_query(typed)
    error = caught.value
    assert error.message and 0 <= error.start < error.end <= len(typed)
    if marked is not None:
        assert typed[error.start : error.end] == marked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("by:ruiz", "author:"), ("date:1989", "on:"), ("who:ruiz", "person:"), ("headline:dam", "title:"),
        ("has:notes", r"note:\*"), ("usd:1m", "figure:usd:1m"), ("is:new", "'unread'"), ("is:edited", "'corrected'"),
        ("title=dam", "title:dam"),
    ],
)  # fmt: skip
def test_other_words_for_fields_and_states_are_understood(typed, meant):
    with pytest.raises(QueryError, match=f"did you mean {meant}"):
        parse_query(typed)


def test_signs_of_other_searches_mean_the_same():
    for sign in ("&", "&&"):
        assert [leaf.tokens for leaf in root(f"dam {sign} bridge").nodes] == [("dam",), ("bridge",)]
    assert isinstance(root("dam || bridge"), Either)


def test_mistakes_say_what_was_meant():
    with pytest.raises(QueryError, match="did you mean person:"):
        parse_query("persn:x")
    with pytest.raises(QueryError, match="did you mean 'unread'"):
        parse_query("is:unred")


def test_patterns_are_between_slashes_and_harmless():
    assert root(r"/fuel\s+tax/") == Pattern(r"fuel\s+tax", False, 0, 12)
    assert root("/A+b/c").exact
    for fine in (r"/(foo|bar)baz{2,3}/", r"/\w+\s+\w+\s+said/", r"/from .* to .*ton/", r"/^[^,]+,\d+/"):
        assert isinstance(root(fine), Pattern), fine
    for text, wrong in (("dam /ruiz(ab/", "("), ("/ab[c/ dam", "["), ("dam /a**/", "*/")):
        with pytest.raises(QueryError, match="the pattern is wrong") as caught:
            parse_query(text)
        assert caught.value.start == text.rindex(wrong), text


def test_fields_take_quotes():
    node = root('person:"Al Sudani" source:wire')
    assert [(n.name, n.value) for n in node.nodes if isinstance(n, Field)] == [
        ("person", "Al Sudani"),
        ("source", "wire"),
    ]


@given(st.text(max_size=60))
def test_no_text_does_more_than_raise_a_query_error(text):
    try:
        parse_query(text)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(text)


@given(st.text(alphabet='ab"()-|/:*. orpersonfigure><=$%0123456789', max_size=40), st.integers(0, 40))
def test_suggestions_replace_what_stands_there(text, cursor):
    for found in suggestions(text, min(cursor, len(text)), lambda field, typed: [f"{typed} x"]):
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize(
    "pattern",
    ["(aa?)+c", "(a?){30}a{30}c", "(?:a?){22}c", "a?" * 28 + "c", "a{0,9}" * 7 + "c", "(?=(a+)+)b", "(?>(a?)+)b",
     "(?!(a+)+)b", "(a)(?(1)(b+)+|c)", "(?i:(a|bc)+)c", ".*.*.*x", "[ab]*a*b?b+"],
)  # fmt: skip
def test_patterns_that_could_run_for_ever_are_refused(pattern):
    with pytest.raises(QueryError) as caught:
        root(f"dam /{pattern}/")
    assert (caught.value.start, caught.value.end) == (5, 5 + len(pattern))


def test_patterns_that_people_write_are_understood():
    for fine in (
        r"\bcolou?rs?\b", r"ministers? of (the )?(interior|justice)", r"(Mr|Mrs|Ms)\.? \w+",
        r"from .{0,80} to .{0,80}ton", r"\d{1,3}(,\d{3})? (dead|killed)", r"[A-Z]\w+ [A-Z]\w+,? who",
        r"(?<=the )dam\b", r"a{2}b{1,3}",
        "|".join(f"{word}s?" for word in "dam bridge road port quay ship crane ferry".split()),
    ):  # fmt: skip
        assert isinstance(root(f"/{fine}/"), Pattern), fine


@given(st.text(alphabet="ab+*?(|){2}[]\\d^$.", max_size=24))
def test_accepted_patterns_end(pattern):
    from reader.library.query.patterns import check_pattern, compile_pattern

    try:
        check_pattern(pattern, 0)
    except QueryError:
        return
    compile_pattern(pattern, False).search("a" * 120 + "c")


def test_completion_offers_fields_states_and_names():
    assert [s.text for s in suggestions("fuel per")] == ["person:"]
    assert [s.text for s in suggestions("is:un")] == ["unread"]
    found = suggestions("person:kes", None, lambda field, typed: ["Anna Kessler"])
    assert found[0].text == '"Anna Kessler"' and (found[0].start, found[0].end) == (7, 10)
    found = suggestions('person:="kes', None, lambda field, typed: ["Anna Kessler"] * (typed == "kes"))
    assert found[0].text == '="Anna Kessler"' and (found[0].start, found[0].end) == (7, 12)
    assert "figure:" in [s.text for s in suggestions("fi")]


def test_a_letter_or_two_being_typed_do_not_choose_yet():
    assert parse_query("ho", typing=True).empty and parse_query("-", typing=True).empty
    assert not parse_query("fuel or ho", typing=True).empty and root("fuel -ho", typing=True).nodes[1] == All(
        ()
    )
    assert root("fuel ho", typing=True).nodes[1] == All(())
    assert root("hou", typing=True).prefix and not parse_query("ho").empty


def test_and_and_not_in_capitals_are_signs_and_in_small_letters_words():
    plain = lambda text: [w.tokens[0] for w in root(text).nodes if isinstance(w, Words)]  # noqa: E731
    assert plain("fuel AND price") == ["fuel", "price"]
    assert plain("fuel and price") == ["fuel", "and", "price"]
    tree = root("fuel AND NOT price")
    assert isinstance(tree.nodes[1], Not) and tree.nodes[1].node.tokens == ("price",)
    assert isinstance(root("NOT fuel"), Not) and isinstance(root("a or NOT (b c)"), Either)
    for typed, at in (("AND fuel", 0), ("fuel AND", 5), ("fuel NOT", 5), ("fuel AND or x", 5)):
        with pytest.raises(QueryError) as caught:
            root(typed)
        assert (caught.value.start, caught.value.end) == (at, at + 3)
    assert root("fuel AND", typing=True).tokens == ("fuel",)
    assert root("fuel NOT", typing=True).nodes == (Words(("fuel",), "fuel", False, 0, 4), All(()))


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("on:2023-05..2024", "2023-05-01", "2024-12-31"), ("on:..2020", "", "2020-12-31"),
        ("on:7d..today", "2024-03-08", "2024-03-15"), ("on:2024-03-04..2024-03-04", "2024-03-04", "2024-03-04"),
    ],
)  # fmt: skip
def test_a_span_of_days(typed, low, high):
    node = root(typed)
    assert isinstance(node, Days) and (node.low, node.high) == (low, high)


@pytest.mark.parametrize(("typed", "start"), [("on:..", 3), ("on:2024..2023", 3), ("on:2024..x", 9)])
def test_a_span_of_days_gone_wrong(typed, start):
    with pytest.raises(QueryError) as caught:
        root(typed)
    assert caught.value.start == start


def test_a_title_that_is_being_typed_matches_as_a_beginning(library):
    count = lambda query, **more: len(library.rows(query, fold=False, **more))  # noqa: E731
    assert count("title:harb") == 0 and count("title:harb*") == count("title:harb", typing=True) == 2
    assert count('title:"works cost"') == 2 and count('title:"cost works"') == 0
    assert count("title:ha", typing=True) == 4 and count("title:arbour*") == 0


@pytest.mark.parametrize("sparse", [50, 0])
def test_many_matches_keep_the_order_of_the_list(library, monkeypatch, sparse):
    from reader.library.index import orders

    expected = [row.id for row in library.rows("the -zanbaratine", fold=False)]
    monkeypatch.setattr(orders, "_FEW", 0)
    monkeypatch.setattr(orders, "SPARSE", sparse)
    assert [row.id for row in library.rows("the -zanbaratine", fold=False)] == expected
    assert expected and len(expected) < len(library.rows(fold=False))


def test_a_figure_is_asked_for_by_what_it_says():
    text = "It was $25.4 billion, 100 marks, 12.5% or 10 to 12 percent of 30,000 cubic metres, 2 ships on 4 May 2021."
    found = detect(text, published="2022-01-01").figures
    amounts = [parse_query(figure_query(figure)).root for figure in found]
    assert len(found) == 7 and all(map(within, found, amounts))
    others = [(a, b) for a in range(7) for b in range(7) if a != b and within(found[a], amounts[b])]
    assert others == []
    assert figure_query(detect("It took 28 years.").figures[0]) == "kind:duration"


def test_a_range_without_its_field_is_guessed():
    with pytest.raises(QueryError, match=r"did you mean figure:usd:1m\.\.5m"):
        parse_query("usd:1m..5m")


@pytest.mark.parametrize(
    "pattern",
    [
        "vorti.*",
        "Dam|dyke",
        "dams?",
        "(?:the )?Dam",
        "(?i:THE) dam",
        "^Dam",
        "the\\s+dam",
        "d[ae]m",
        "(?x) d a m",
        "k",
        "ſ",
    ],
)
def test_a_pattern_fits_where_it_matches(pattern):
    from reader.library.query.patterns import compile_pattern, fits

    texts = (
        "The Dam",
        "the dam\nDam",
        "a dyke",
        "d a m",
        "vorticulate",
        "DAM",
        "damſ K",
        "",
        "the\n dams, dem",
    )
    for exact in (False, True):
        for text in texts:
            assert fits(pattern, exact, text) == bool(compile_pattern(pattern, exact).search(text)), text
