"""What extractors leave around a short article: sections, credits, copies of its head, buttons, names below it."""

from __future__ import annotations

import pytest

from tests.parsing.samples import only

TITLE = "Port charges to rise as the old quay crumbles"
LEDE = "The harbour authority of Velmora will raise its fees by 12 percent next spring, officials said on Wednesday."
NEXT = "Boat owners met in the old customs hall to protest, and asked the council for a hearing before the summer."
DECK = "Boat owners in Velmora want a hearing before the council decides on the new fees in May."


def shown(text: str) -> list[str]:
    """What of a text is shown but the headline."""
    hidden = ("furniture", "headline", "dateline", "byline")
    return [block.text for block in only(text).blocks if block.role not in hidden]


@pytest.mark.parametrize(
    ("head", "day", "author"),
    [
        (f"World\n\n{TITLE}\n\nThe quay at low tide. Photo: Harbour Post", None, None),
        (f"In The South\n\n{TITLE}\n\nMaren Holt February 23, 2017", "2017-02-23", "Maren Holt"),
        (f"Top story\n{TITLE}\n  1. Velmora\n\n{TITLE}", None, None),
        (f"Interview\nErscheinungsdatum: 03. Dezember 2023\n\n{TITLE}", "2023-12-03", None),
        (f"Nous rejoindre\n\nEconomie\n\n{TITLE}\n\nPublished\n\non", None, None),
        (
            "Don't miss\n\n"
            + "".join(f"Ferry {n} of the year is late\n\nRead more\n\n" for n in "ABCDE")
            + f"{TITLE}\n\nLatest update : 2008-01-28",
            "2008-01-28",
            None,
        ),
        (f"{TITLE}\n\nReading time 1 min.\nFlag of Velmora\nFlag of Velmora", None, None),
        (
            f"11.58 PM Friday, 26 April 2024\n  • City High Low\n  • Velmora 04:25 05:43\n26 April 2024\n\n{TITLE}\n\n"
            "Published\nBy Maren Holt",
            "2024-04-26",
            "Maren Holt",
        ),
    ],
)
def test_lines_above_the_headline_are_not_taken_for_it(
    head: str, day: str | None, author: str | None
) -> None:
    article = only(f"{head}\n\n{LEDE}\n\n{NEXT}")
    assert (article.title, article.author) == (TITLE, author)
    assert (article.published or "")[:10] == (day or "")


def test_a_place_before_a_day_is_no_writer() -> None:
    assert only(f"{TITLE}\n\nPort Velmora February 23, 2017\n\n{LEDE}\n\n{NEXT}").author is None


def test_a_head_said_twice_is_shown_once() -> None:
    assert shown(f"{TITLE}\n\n{DECK}\n\n{TITLE}\n\n{DECK}\n\n{LEDE}\n\n{NEXT}") == [DECK, LEDE, NEXT]
    assert shown(f"{TITLE}\n\n{DECK}\n\n{LEDE}\n\n{TITLE}\n\n{NEXT}\n\n{DECK}")[-1] == DECK


def test_a_teaser_cut_short_above_the_text_is_hidden() -> None:
    assert shown(f"{TITLE}\n\n{LEDE[:60]}...\n\n{LEDE}\n\n{NEXT}") == [LEDE, NEXT]
    other = f"{LEDE[:60]}..."
    assert shown(f"{TITLE}\n\n{other}\n\n{NEXT}\n\n{LEDE}") == [other, NEXT, LEDE]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Harbour Post",
        "Foto: Ada Tunç/Northwire",
        "Crédito: Ada Tunç/AFP via Getty Images",
        "Photo/Ada Tunç/REUTERS",
        "EFE/ Ada Tunç POOL",
        "(Image: Harbour Post)",
        "File photo: Harbour Post",
        "HARBOUR FOTO/ADA TUNÇ",
    ],
)
def test_a_credit_makes_a_caption_in_the_midst_of_a_text(credit: str) -> None:
    caption = f"The quay at low tide on Tuesday, with the cranes that the authority wants to sell. {credit}"
    article = only(
        f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{DECK}\n\n{LEDE[:-1]} again.\n\n{caption}\n\n{NEXT[:-1]} too."
    )
    assert [block.text for block in article.blocks if block.role == "caption"] == [caption]


def test_a_sentence_that_names_a_photo_is_no_caption() -> None:
    spoken = "“This is what they sent me,” she said and held up a photo: the quay, the cranes, the sea. It was Monday."
    assert spoken in shown(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{spoken}\n\n{DECK}")
    article = only(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{spoken}\n\n{DECK}")
    assert not any(block.role == "caption" for block in article.blocks)


def test_a_caption_again_without_its_label_is_hidden() -> None:
    caption = "The quay at low tide on Tuesday, as seen from the bridge. (Northwire/Ada Tunç)"
    assert shown(f"{TITLE}\n\n{LEDE}\n\nFoto: {caption}\n{caption}\n\n{NEXT}").count(caption) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Print Email",
        "Check Also",
        "spot_img",
        ")",
        "Why wait? Get more stories like this delivered straight to your inbox",
        "Cookie Policy Privacy Policy Brand Promise FAQ Help Contact Us Terms and Conditions",
        "Support local, independent journalism",
        "Reset Password",
        "For the latest on Velmora, follow us on Twitter :",
        "five × four =",
    ],
)
def test_what_sites_leave_between_paragraphs_is_hidden(line: str) -> None:
    assert shown(f"{TITLE}\n\n{LEDE}\n\n{line}\n\n{NEXT}") == [LEDE, NEXT]


@pytest.mark.parametrize(
    "line", ["Help wanted", "?", "He found the letter in his inbox", "Home at last, more or less"]
)
def test_like_words_of_a_text_are_shown(line: str) -> None:
    assert shown(f"{TITLE}\n\n{LEDE}\n\n{line}\n\n{NEXT}") == [LEDE, line, NEXT]


def test_a_list_of_videos_below_the_text_is_hidden() -> None:
    videos = (
        "Go to video\nFerries are back in Velmora\n01:30\nHow the crane fell\n01:10\nA walk along the quay"
    )
    assert shown(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n{videos}") == [LEDE, NEXT]


def test_the_agency_behind_the_last_sentence_is_the_source() -> None:
    assert only(f"{TITLE}\n\n{LEDE}\n\n{NEXT} (AFP)").source == "AFP"
    assert only(f"{TITLE}\n\n{LEDE}\n\n{NEXT} (sic)").source is None


def test_a_teaser_of_the_paragraphs_below_it_run_together_is_hidden() -> None:
    assert shown(f"{TITLE}\n\n{LEDE} {NEXT}\n\n{LEDE}\n\n{NEXT}") == [LEDE, NEXT]
    assert shown(f"{TITLE}\n\n{LEDE} {DECK}\n\n{LEDE}\n\n{NEXT}")[0] == f"{LEDE} {DECK}"


def test_a_caption_that_says_itself_twice_in_one_line_is_shown_once() -> None:
    caption = (
        "The quay at low tide on Tuesday, with the old cranes that the authority of Velmora wants to sell."
    )
    credit = "HarbourPost.example/MAREN HOLT"
    article = only(f"{TITLE}\n\n{caption} {credit} {caption}\n\n{LEDE}\n\n{NEXT}")
    assert [block.text for block in article.blocks if block.role == "caption"] == [f"{caption} {credit}"]
    chant = "We want the quay, we want it now, and we shall not go home before we have it, said the first of them. "
    assert f"{chant}{chant}{chant}".strip() in shown(f"{TITLE}\n\n{LEDE}\n\n{chant}{chant}{chant}\n\n{NEXT}")


def test_the_path_to_a_page_tells_the_headline_from_the_name_of_the_site() -> None:
    head = f"Velmora News Now\n\nHomeHarbour PostEconomy › {TITLE}\n\n{TITLE}\n\n{TITLE}\n{TITLE}"
    assert only(f"{head}\n2023-12-27 23:15:06 - Source: Harbour Post\n\n{LEDE}\n\n{NEXT}").title == TITLE


@pytest.mark.parametrize(
    ("foot", "author", "source"),
    [
        ("(Ada Tunç)", "Ada Tunç", None),
        ("المصدر: البوابة نيوز", None, "البوابة نيوز"),
        ("(Applause Follows the Vote)", None, None),
        ("Reporting by: Ada Tunç\n\nSource: Harbour Post", "Ada Tunç", "Harbour Post"),
        ("Source: the minutes of the council", None, None),
    ],
)
def test_who_wrote_an_article_may_stand_below_it(foot: str, author: str | None, source: str | None) -> None:
    article = only(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{foot}")
    assert (article.author, article.source) == (author, source)


def test_names_behind_a_day_are_the_writers() -> None:
    head = f"{TITLE}\n\nJuly 26, 2001|By Maren Holt, Harbour Post staff reporter."
    article = only(f"{head}\n\n{LEDE}\n\n{NEXT}")
    assert (article.author or "").startswith("Maren Holt") and article.published == "2001-07-26"


def test_a_picture_and_its_owner_twice_above_the_day_begin_no_article() -> None:
    owner = "Ada Tunç, en mai 2019 à Velmora. © MAREN HOLT pour le Post"
    article = only(
        f"{TITLE}\n\n{LEDE}\n\n{owner}\n\n{owner}\n\nPublié le 4 juin 2019 Lecture : 16 minutes.\n\n{NEXT}"
    )
    assert article.title == TITLE


def test_the_day_may_be_told_below_the_text() -> None:
    foot = "veröffentlicht am 11.03.2020 um 13:29 Uhr\n\nPetra Lang\n\nAutor"
    assert (only(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\n{foot}").published or "")[:10] == "2020-03-11"
    assert only(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\nMarch 11, 2020\n\nA good day").published is None


def test_the_foot_stands_above_the_links() -> None:
    article = only(
        f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\nSource: Harbour Post\n\nRelated stories\nFerries are back\n3 May 2019"
    )
    assert (article.source, article.published) == ("Harbour Post", None)
    article = only(f"{TITLE}\n\n{LEDE}\n\n{NEXT}\n\nAlso read: Ferries are back\n\nPublished: March 30, 2021")
    assert article.published == "2021-03-30"


def test_headlines_of_scripts_without_spaces_stand_below_sections() -> None:
    lede = "维尔莫拉港务局周三表示，明年春季将把费用提高百分之十二。渔民在旧海关大楼集会抗议，要求市议会举行听证会。"
    head = "【 】 【打 印】\n要闻\n\n港口费用将在明年春季上涨\n\n2017年03月03日 11:40:40 來源:中新社"
    article = only(f"{head}\n\n{lede}\n\n{lede[::-1]}。")
    assert (article.title, article.source) == ("港口费用将在明年春季上涨", "中新社")
    assert article.published == "2017-03-03T11:40:40"


def test_whose_picture_it_is_is_no_headline() -> None:
    assert (
        only(f"Ada Tunç MAREN HOLT/AFP\n\nPor O Dia\n\nPublicado 13/05/2021 14:18\n\n{LEDE}\n\n{NEXT}").title
        is None
    )


def test_the_path_to_a_page_is_no_text() -> None:
    assert shown(f"Harbour Post > News > Economy\n\n{TITLE}\n\n{LEDE}\n\n{NEXT}") == [LEDE, NEXT]


@pytest.mark.parametrize(
    ("headline", "lede"),
    [
        (
            "港口费用将在明年春季上涨",
            "维尔莫拉港务局周三表示，明年春季将把费用提高百分之十二。渔民在旧海关大楼集会抗议。",
        ),
        (
            "港の料金、来春値上げへ",
            "ヴェルモラ港湾局は水曜日、来春から料金を12パーセント引き上げると発表した。",
        ),
        (
            "ค่าธรรมเนียมท่าเรือจะขึ้นในปีหน้า",
            "การท่าเรือเวลโมรากล่าวเมื่อวันพุธว่าจะขึ้นค่าธรรมเนียมร้อยละ 12 ในฤดูใบไม้ผลิหน้า "
            "ชาวประมงรวมตัวกันที่อาคารศุลกากรเก่าเพื่อประท้วงและเรียกร้องให้สภาเมืองจัดการประชุมรับฟังความคิดเห็นก่อนฤดูร้อนนี้",
        ),
    ],
)
def test_a_headline_without_spaces_stands_alone_above_the_text(headline: str, lede: str) -> None:
    assert only(f"{headline}\n\n{lede}\n\n{lede[3:]}").title == headline
    assert only(f"{lede}\n\n{lede[3:]}").title is None
