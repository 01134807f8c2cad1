"""Where lines break, against rich's own wrapping and against the rules of each script."""

from hypothesis import given
from hypothesis import strategies as st
from rich._wrap import divide_line
from rich.cells import cell_len

from reader.ui.widgets.reading.cells import cells, cluster_start, graphemes, is_narrow, step
from reader.ui.widgets.reading.wrapping import rows, wrap

_WORDS = st.lists(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéñžжя’“”—,.$%0123456789"), min_size=1, max_size=14),
    min_size=1,
    max_size=60,
)
_ANY = st.text(
    st.one_of(
        st.sampled_from(
            "ab c d  é\u0301\u0327伊拉克（）。、「」한국어👩\u200d💻🇮🇶\ufe0f❤עבריתالعربية नमस्ते\t-—"
        ),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")),
    ),
    max_size=160,
)


def _lines(text, width, hang=0):
    cuts = [0, *wrap(text, width, hang), len(text)]
    return [text[a:b] for a, b in zip(cuts, cuts[1:])]


@given(_WORDS, st.integers(20, 90))
def test_plain_words_break_where_rich_breaks_them(words, width):
    text = " ".join(words)
    assert wrap(text, width) == divide_line(text, width)


@given(_ANY, st.integers(8, 40))
def test_lines_join_to_the_text_fit_the_width_and_never_cut_a_cluster(text, width):
    lines = _lines(text, width)
    assert "".join(lines) == text
    starts = set(graphemes(text)[0]) if text else {0}
    at = 0
    for line in lines:
        assert at in starts
        assert cells(line.rstrip(" \t")) <= width
        at += len(line)


def test_a_long_word_breaks_after_a_dash_and_else_anywhere():
    assert _lines("see https://example.org/a-very-long-path/of-things", 16) == [
        "see ", "https://", "example.org/a-", "very-long-path/", "of-things",
    ]  # fmt: skip
    assert _lines("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_lines_after_the_first_are_shorter_by_the_hang():
    lines = _lines("- " + "word " * 20, 22, hang=2)
    assert len(lines[0].rstrip()) <= 22
    assert all(len(line.rstrip()) <= 20 for line in lines[1:])


def test_chinese_breaks_between_characters_but_not_before_a_closing_mark():
    text = "伊拉克与国际联盟扩大合作，国防部发言人周六宣布第三轮安全讨论已经结束。"
    lines = _lines(text, 24)
    assert "".join(lines) == text
    assert all(cell_len(line) <= 24 for line in lines)
    assert not any(line[0] in "，。" for line in lines)
    assert _lines("一二三四五六「七八」", 14)[0] == "一二三四五六"


def test_korean_breaks_between_its_words():
    text = "부산 항만 노동자들이 화요일에 12,500명의 “복귀”라고 美대통령이 말했다."
    for width in range(14, 40):
        assert all(line.endswith(" ") for line in _lines(text, width)[:-1])
    assert [len(line) for line in _lines("가" * 25, 20)] == [10, 10, 5]


def test_thai_breaks_where_a_syllable_begins_and_never_takes_a_vowel_from_it():
    text = "เจ้าหน้าที่กล่าวว่ามีผู้เสียชีวิตและบาดเจ็บอีกจากเหตุแผ่นดินไหวเมื่อวันอังคารที่ผ่านมา"
    assert _lines(text, 20) == [
        "เจ้าหน้าที่กล่าวว่ามีผู้", "เสียชีวิตและบาดเจ็บอีกจาก", "เหตุแผ่นดินไหว", "เมื่อวันอังคารที่ผ่านมา",
    ]  # fmt: skip
    for width in range(4, 40):
        lines = _lines(text, width)
        assert not any(line[-1] in "เแโใไ" or line[0] in "ะาำ" for line in lines)


def test_emoji_sequences_and_stacked_marks_stay_whole():
    family = "👨\u200d👩\u200d👧"
    assert _lines(family * 4, 12) == [family * 2] * 2  # six cells each where nothing is joined
    assert _lines("👍🏽" * 4, 8) == ["👍🏽" * 2] * 2
    assert _lines("कि " * 6, 5) == ["कि कि "] * 3  # two cells where the vowel sign has one of its own
    for line in _lines("ne\u0301e\u0301 " * 12, 10):
        assert line[0] != "\u0301"


def test_scripts_with_one_cell_letters_take_the_quick_way():
    assert is_narrow("أعلنت الوزارة")
    assert is_narrow("Ελληνικά, Кириллица, עברית — “quoted” …")
    assert not is_narrow("伊")
    assert not is_narrow("e\u0301")


def test_a_step_goes_over_a_whole_cluster():
    text = "ae\u0301👩\u200d💻z"
    places = [0]
    while places[-1] < len(text):
        places.append(step(text, places[-1], 1))
    assert places == [0, 1, 3, 6, 7]
    back = [len(text)]
    while back[-1]:
        back.append(step(text, back[-1], -1))
    assert back == places[::-1]
    assert cluster_start(text, 2) == 1
    assert step("”\n\u0301x", 0, 1) == 1  # a line feed joins nothing
    assert step("”\n\u0301x", 1, 1) == 2
    assert step("e\n", 2, -1) == 1


def test_bait_is_wrapped_in_linear_time():
    for bait in (
        " " * 40_000,
        "-" * 40_000,
        "a" * 40_000,
        "e\u0301" * 20_000,
        "（" * 20_000,
        "伊 " * 20_000,
        "가" * 20_000,
    ):
        assert "".join(_lines(bait, 72)) == bait


@given(st.text(st.sampled_from("ab .-–—/…\t\n  伊"), max_size=120), st.integers(2, 20))
def test_lines_are_counted_as_they_are_wrapped(text, width):
    lines = sum(1 + len(wrap(paragraph, width)) for paragraph in text.split("\n"))
    assert rows(text, width) == (None if "伊" in text else lines)
