"""Documents in the manners of papers, agencies and programs: headline, fields and text of each, and nothing else.

All of it is made up; each is as short as its manner allows.
"""

from __future__ import annotations

from datetime import date

import pytest

from reader.model import Article
from reader.parsing import parse_text
from reader.parsing.credit import credit_fields, is_outlet, is_person
from reader.parsing.dates import date_line, find_date
from tests.parsing.samples import only

TITLE = "Port charges to rise as quay crumbles"
LEDE = "The harbour authority of Velmora will raise its fees by 12 percent next spring, officials said on Wednesday."
NEXT = "Boat owners met in the old customs hall to protest."
BODY = f"{LEDE}\n\n{NEXT}"


def shown(article: Article) -> list[str]:
    """The lines that are shown below the headline."""
    return [
        block.text
        for block in article.blocks
        if block.role in ("para", "subhead", "list", "caption", "pull_quote")
    ]


@pytest.mark.parametrize(
    ("head", "source", "author", "day"),
    [
        ("By Maren Holt\nHarbour Post\n\nNovember 3, 2021", "Harbour Post", "Maren Holt", "2021-11-03"),
        ("By Maren Holt\n\nHarbour Post", "Harbour Post", "Maren Holt", None),
        ("Maren Holt\n\nNovember 3, 2021", None, "Maren Holt", "2021-11-03"),
        (
            "Interview by Maren Holt\nHarbour Post\n3 November 2021",
            "Harbour Post",
            "Maren Holt",
            "2021-11-03",
        ),
        (
            "Maren Holt, Harbour Post\nPublished Nov. 3, 2021 | Updated Nov. 4, 2021",
            "Harbour Post",
            "Maren Holt",
            "2021-11-03",
        ),
        ("TNN | Nov 3, 2021, 08.30 PM IST", "TNN", None, "2021-11-03T20:30"),
        (
            "post.example · by Maren Holt · November 3, 2021 · 3 min read",
            "post.example",
            "Maren Holt",
            "2021-11-03",
        ),
        ("Harbour Post · 3 Nov 2021 · 4 · By Maren Holt", "Harbour Post", "Maren Holt", "2021-11-03"),
        ("Source: Xinhua| 2021-11-03 22:14:09|Editor: huaxia", "Xinhua", None, "2021-11-03T22:14:09"),
        ("Wed 3 Nov 2021 14.30 GMT\nAuthor: Maren Holt", None, "Maren Holt", "2021-11-03T14:30"),
        (
            "By Maren Holt\nBBC News, Velmora\n\nPublished\n3 November 2021",
            "BBC News",
            "Maren Holt",
            "2021-11-03",
        ),
        ("MARTA RUIZ\nVelmora - 03 NOV 2021 - 14:30 CET", None, "MARTA RUIZ", "2021-11-03T14:30"),
        ("Harbour Post, November 3, 2021\n\nBy Maren Holt", "Harbour Post", "Maren Holt", "2021-11-03"),
        ("By Maren Holt, Harbour Post\nNovember 3, 2021", "Harbour Post", "Maren Holt", "2021-11-03"),
        (
            "Par Claire Lemaire (Velmora, correspondante)\n\n"
            "Publié le 03 novembre 2021 à 14h30, mis à jour le 04 novembre 2021",
            None,
            "Claire Lemaire",
            "2021-11-03T14:30",
        ),
    ],
)
def test_credits_under_a_headline_are_fields(
    head: str, source: str | None, author: str | None, day: str | None
) -> None:
    article = only(f"{TITLE}\n\n{head}\n\n{BODY}\n")
    assert (article.title, article.source, article.author, article.published) == (TITLE, source, author, day)
    assert shown(article) == [LEDE, NEXT]


@pytest.mark.parametrize("line", ["The quay in winter", "Local News", "A vote at last, says mayor"])
def test_a_line_that_is_no_name_stays_in_the_text(line: str) -> None:
    assert line in shown(only(f"{TITLE}\n\nBy Maren Holt\n\n{line}\n\n{BODY}\n"))


def test_what_makes_a_credit_line() -> None:
    assert not credit_fields("Velmora | 3 Nov 2021 | 2-1")
    assert not credit_fields("3 Nov 2021")
    assert is_person("Ludwig van Beethoven") and not is_person("Harbour Post") and not is_person("Read More")
    assert is_outlet("Associated Press") and not is_outlet("Maren Holt")


@pytest.mark.parametrize(
    ("title", "head", "lede", "more", "field"),
    [
        (
            "رسوم الميناء ترتفع مع انهيار الرصيف",
            "3 نوفمبر 2021",
            "أعلنت سلطة الميناء يوم الأربعاء أنها سترفع رسومها بنسبة 12 في المئة في الربيع المقبل.",
            "اقرأ أيضا: العبّارة متوقفة حتى يوم الأحد",
            None,
        ),
        (
            "港口费用明年上涨12%",
            "2021年11月03日 来源:海岸日报",
            "港务局周三表示，明年春天将把港口费用提高12%，因为旧码头已经开始坍塌。",
            "责任编辑：李明",
            "海岸日报",
        ),
        (
            "Портовые сборы вырастут на 12 процентов",
            "3 ноября 2021",
            "Администрация порта повысит сборы на 12 процентов следующей весной, сообщили в среду её представители.",
            "Читайте также: Паром не ходит до воскресенья",
            None,
        ),
        (
            "बंदरगाह शुल्क 12 प्रतिशत बढ़ेगा",
            "तट समाचार | 3 नवंबर 2021",
            "वेलमोरा: बंदरगाह प्राधिकरण ने बुधवार को कहा कि अगले वसंत में शुल्क 12 प्रतिशत बढ़ाया जाएगा, क्योंकि घाट टूट रहा है।",
            "यह भी पढ़ें: रविवार तक नौका सेवा बंद",
            "तट समाचार",
        ),
        (
            "港湾料金、来春12%値上げへ",
            "2021年11月3日",
            "港湾局は水曜日、来春から港湾料金を12%引き上げると発表した。古い岸壁が崩れ始めたためだ。",
            "関連記事 渡し船は日曜まで運休",
            None,
        ),
        (
            "항만 요금 내년 봄 12% 인상",
            "입력 2021.11.03. 수정 2021.11.04.",
            "항만청은 수요일 내년 봄부터 요금을 12% 올린다고 밝혔다. 오래된 부두가 무너지고 있기 때문이라고 설명했다.",
            "저작권자 ⓒ 해안일보, 무단 전재 및 재배포 금지",
            None,
        ),
    ],
    ids=["Arabic", "Chinese", "Russian", "Hindi", "Japanese", "Korean"],
)
def test_other_scripts_are_read_as_latin_ones_are(
    title: str, head: str, lede: str, more: str, field: str | None
) -> None:
    article = only(f"{title}\n\n{head}\n\n{lede}\n\n{more}\n")
    assert (article.title, article.published, article.source) == (title, "2021-11-03", field)
    assert shown(article) == [lede]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 ноября 2021, 14:30", "2021-11-03T14:30"),
        ("2021年11月3日(水) 14時30分", "2021-11-03T14:30"),
        ("2021년 11월 3일 오후 2:30", "2021-11-03T14:30"),
        ("٣ نوفمبر ٢٠٢١", "2021-11-03"),
        ("3 Kasım 2021 Çarşamba", "2021-11-03"),
        ("Published 2:30 p.m. GMT Nov. 3, 2021 | Updated 3:02 p.m. GMT Nov. 4, 2021", "2021-11-03T14:30"),
    ],
)
def test_dates_of_other_languages(text: str, iso: str) -> None:
    found = date_line(text)
    assert found is not None and found.iso == iso


def test_a_date_is_found_among_other_words() -> None:
    assert find_date("gesehen am 3. November 2021 in Velmora") == "2021-11-03"
    assert find_date("im Jahr 12 nach der Flut 2021") is None
    assert date.fromisoformat(find_date("海岸日报 2021年11月3日 第4版") or "") == date(2021, 11, 3)


def test_an_agencys_notes_to_editors_are_hidden() -> None:
    article = only(
        f"BC-EU--Velmora-Harbor, 3rd Ld-Writethru,0412\n{TITLE}\nEds: Adds protest, quotes. With AP Photos.\n"
        f"By MAREN HOLT\nAssociated Press\n\nVELMORA, Northgate (AP) _ {BODY}\n\n(MORE)\n\nAP-WF-11-03-21 1412GMT\n"
    )
    assert (article.title, article.author, article.source) == (TITLE, "MAREN HOLT", "Associated Press")
    assert shown(article) == [f"VELMORA, Northgate (AP) _ {LEDE}", NEXT]


def test_points_above_a_story_are_a_list_and_name_no_picture() -> None:
    points = [
        "* Boat owners protest in customs hall",
        "* Final plan due in March (Recasts, adds quotes, details)",
    ]
    lede = f"VELMORA, Nov 3 (Reuters) - {LEDE}"
    article = only(f"UPDATE 2-{TITLE}\n\n" + "\n\n".join(points) + f"\n\nBy Maren Holt\n\n{lede}\n\n{NEXT}\n")
    assert [b.text for b in article.blocks if b.role == "list"] == points
    assert article.source == "Reuters" and not any(b.role == "caption" for b in article.blocks)


def test_a_date_in_the_first_paragraph_counts_where_it_has_its_year() -> None:
    article = only(f"{TITLE}\n\nVelmora, Nov 3, 2021 (AFP) - {LEDE}\n\n{NEXT}\n")
    assert (article.published, article.source) == ("2021-11-03", "AFP")


def test_a_kept_copys_notes_stand_above_the_headline() -> None:
    article = only(
        "This is Google's cache of https://post.example/a. It is a snapshot of the page as it appeared on 4 Nov 2021.\n"
        f"Full version\nText-only version\nView source\n\n{TITLE}\nBy Maren Holt\nNovember 3, 2021\n\n{BODY}\n"
    )
    assert article.title == TITLE and shown(article) == [LEDE, NEXT]


def test_the_way_to_a_page_and_its_section_are_no_headline() -> None:
    article = only(
        f"Home > News > Local\n\nLOCAL NEWS\n\n{TITLE}\n\nBy Maren Holt\nNovember 3, 2021\n\n{BODY}\n"
    )
    assert article.title == TITLE and shown(article) == [LEDE, NEXT]


def test_a_page_copied_on_a_telephone() -> None:
    caption = "Boats lie at the old quay. Photograph: Ann Ruiz/Harbour Post"
    article = only(
        f"Harbour Post\nNews\n{TITLE}\nMaren Holt\nWed 3 Nov 2021 14.30 GMT\nShare\n12\n{caption}\n{BODY}\n\n"
        "Topics\nPorts\nVelmora\nReuse this content\n"
    )
    assert (article.title, article.author, article.published) == (TITLE, "Maren Holt", "2021-11-03T14:30")
    assert shown(article) == [caption, LEDE, NEXT]


def test_the_items_of_a_feed_are_articles() -> None:
    items = "\n\n".join(
        f"Title: {TITLE} {n}\nLink: https://post.example/{n}\nPublished: Wed, 03 Nov 2021 14:30:00 +0000\n"
        f"Description: {LEDE}"
        for n in range(3)
    )
    articles = parse_text(f"Harbour Post\n\n{items}\n")
    assert [a.title for a in articles][-3:] == [f"{TITLE} {n}" for n in range(3)]
    assert all(shown(a) == [LEDE] for a in articles[-3:])


def test_fields_that_nobody_knows_stand_among_known_ones() -> None:
    article = only(
        f"title: {TITLE}\nauthors: ['Maren Holt', 'Ann Ruiz']\npublish_date: 2021-11-03 00:00:00\n"
        f"top_image: https://post.example/quay.jpg\nmovies: []\ntext: {BODY}\n"
    )
    assert (article.title, article.author) == (TITLE, "Maren Holt, Ann Ruiz")
    assert shown(article) == [LEDE, NEXT]


def test_values_may_stand_under_their_labels() -> None:
    article = only(
        f"Title:\n{TITLE}.\nAuthors:\nHolt, Maren\nSource:\nHarbour Post (Northgate); 11/03/2021, p4\n"
        f"Subject Terms:\n*HARBORS\n*FEES\nDatabase:\nNewspaper Source\n\n{BODY}\n"
    )
    assert (article.title, article.author, article.source) == (f"{TITLE}.", "Holt, Maren", "Harbour Post")
    assert shown(article) == [LEDE, NEXT]


def test_labels_under_a_headline_may_begin_with_the_date() -> None:
    article = only(
        f"{TITLE}\nDate: Nov. 3, 2021\nFrom: Harbour Post (Northgate, ST)\nPublisher: Coast Media Group\n"
        f"Document Type: Article\nFull Text:\nByline: Maren Holt\n\n{BODY}\n"
    )
    assert (article.published, article.author) == ("2021-11-03", "Maren Holt")
    assert article.source and article.source.startswith("Harbour Post") and shown(article) == [LEDE, NEXT]


def test_labels_at_the_foot_give_what_the_head_did_not() -> None:
    article = only(
        f"{TITLE}\n\n{BODY}\n\nArticle Name: {TITLE}\nPublication: Harbour Post\nAuthor: By Maren Holt\nStart Page: 4\n"
    )
    assert (article.title, article.source, article.author) == (TITLE, "Harbour Post", "Maren Holt")
    assert shown(article) == [LEDE, NEXT]


def test_the_times_of_a_running_report_set_its_entries_apart() -> None:
    article = only(
        f"Harbour vote: live updates\n\n3 November 2021\n\n14:32\n{LEDE}\n\n90.+3'\n{NEXT}\n\n9.05 Uhr\n{LEDE} A.\n"
    )
    assert [b.text for b in article.blocks if b.role == "subhead"] == ["14:32", "90.+3'", "9.05 Uhr"]


@pytest.mark.parametrize(
    "line",
    [
        'Anna Kessler is the mayor and the author of "Salt and Stone."',
        "Lakeside 14 5 4 5 19",
        "More: Ferry is out",
    ],
)
def test_sentences_tables_and_links_head_nothing(line: str) -> None:
    article = only(f"{TITLE}\n\nBy Maren Holt\n\n{LEDE}\n\n{line}\n\n{LEDE} So it will be.\n")
    assert [b.role for b in article.blocks if b.text == line] == ["para"]


PROQUEST = """\
Lueur au bout du quai

Auteur : Lemaire, Claire

Informations de publication : Le Courrier du Nord ; Montferrand [Montferrand]. 12 Mar 2019: A4.

RÉSUMÉ
La mairie ferme deux quais.

TEXTE INTÉGRAL
La mairie de Montferrand a annoncé lundi la fermeture de deux quais pour une durée de six mois.

Les travaux coûteront 4,2 millions d'euros.

DÉTAILS

Sujet: Ports; Travaux publics

Titre de la publication: Le Courrier du Nord; Montferrand

Date de publication: Mar 12, 2019

ID du document ProQuest: 2190001111
"""


def test_a_database_speaks_the_readers_language() -> None:
    (article,) = parse_text(PROQUEST)
    assert (article.title, article.published, article.source) == (
        "Lueur au bout du quai",
        "2019-03-12",
        "Le Courrier du Nord",
    )
    assert article.author == "Lemaire, Claire"
    assert shown(article) == [
        "La mairie de Montferrand a annoncé lundi la fermeture de deux quais pour une durée de six mois.",
        "Les travaux coûteront 4,2 millions d'euros.",
    ]


def test_a_heading_in_capitals_opens_the_body() -> None:
    article = only(
        f"{TITLE}\n\nPublication info: Harbour Post ; Northgate [Northgate]. 03 Nov 2021: A.1.\n\nABSTRACT (ENGLISH)\n"
        f"Fees will rise.\n\nFULL TEXT\n{BODY}\n\nDETAILS\n\nSubject: Harbors; Fees\n\nLocation: Northgate\n\n"
        "ProQuest document ID: 2590000001\n"
    )
    assert article.source == "Harbour Post" and shown(article) == [LEDE, NEXT]


def test_an_export_whose_text_is_not_found_is_shown_as_it_stands() -> None:
    text = f"ProQuest\n\nSubject: a\n\nLocation: b\n\nPublisher: c\n\nISSN: d\n\nDatabase: e\n\n{BODY}\n"
    everything = "\n".join(article.text for article in parse_text(text))
    assert LEDE in everything and NEXT in everything


MESSAGE = """\
Message: {n}
Date: Wed, 3 Nov 2021 14:30:12 +0000
From: Maren Holt <maren@post.example>
Subject: [Portnews] Port charges {n}

The harbour authority of Velmora will raise its fees by 12 percent next
spring, officials said on Wednesday.

------------------------------

"""


def test_the_messages_of_a_digest_are_articles() -> None:
    text = (
        "From: list@lists.example\nSubject: Portnews Digest\nDate: Thu, 4 Nov 2021 06:00:01 +0000\n\n"
        "Today's Topics:\n\n   1. Port charges (Holt)\n   2. Ferry (Ruiz)\n\n------------------------------\n\n"
        + MESSAGE.format(n=1)
        + MESSAGE.format(n=2)
        + "Subject: Digest Footer\n\nPortnews mailing list\n\nEnd of Portnews Digest\n***\n"
    )
    first, *messages = parse_text(text)
    assert "1. Port charges (Holt)" in shown(first)
    assert [(m.title, m.author, shown(m)) for m in messages] == [
        (f"Port charges {n}", "Maren Holt", [LEDE]) for n in (1, 2)
    ]


def test_labels_without_an_empty_line_before_them_end_a_body() -> None:
    (article,) = parse_text(
        f"{TITLE}\nHarbour Post\nNovember 3, 2021 Wednesday\n\nSection: NEWS; Pg. 2\nLength: 61 words\nBody\n\n"
        f"{LEDE}\n{NEXT}\nLoad-Date: November 5, 2021\n\nEnd of Document\n"
    )
    assert shown(article) == [LEDE, NEXT]


def test_what_was_searched_for_is_no_text() -> None:
    (article,) = parse_text(
        f"{TITLE}\n212 palabras\n3 noviembre 2021\nEl Correo\nCORPUE\nEspañol\n(c) 2021 El Correo\n\n{BODY}\n\n"
        "Documento CORPUE0020211103eha300001\n\nResumen de la búsqueda\nTexto     puerto\nFecha     2021\n"
    )
    assert shown(article) == [LEDE, NEXT]


def test_a_sentence_between_headline_and_byline_is_of_the_head() -> None:
    deck = "Owners of boats met in the old customs hall to say that they pay more than any other port."
    article = only(f"{TITLE}\n\n{deck}\n\nBy Maren Holt\n\nNovember 3, 2021\n\n{BODY}\n")
    assert (article.author, article.published) == ("Maren Holt", "2021-11-03")
    assert shown(article) == [deck, LEDE, NEXT]


def test_a_numbered_list_of_stories_with_their_papers() -> None:
    articles = parse_text(
        "\n\n".join(f"{n}. {TITLE} {n}\nHarbour Post, Nov {n}, 2021\n\n{BODY}" for n in range(1, 4))
    )
    assert [(a.title, a.source, a.published) for a in articles] == [
        (f"{TITLE} {n}", "Harbour Post", f"2021-11-0{n}") for n in range(1, 4)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tags: ports, Velmora",
        "Source: https://post.example/2021/11/03/port",
        "Image source, Getty Images",
        "![Boats at the old quay](https://post.example/quay.jpg)",
        "5 min read",
        "1.2k",
        "Temps de Lecture 3 min.",
        "w1234 -- BC-Velmora-port-fees 11-03",
    ],
)
def test_what_tells_of_the_page_is_hidden_at_its_end(line: str) -> None:
    assert shown(only(f"{TITLE}\n\nBy Maren Holt\n\n{BODY}\n\n{line}\n")) == [LEDE, NEXT]


def test_a_mail_that_was_sent_on_is_read() -> None:
    article = only(
        "Fwd: port story\n\n---------- Forwarded message ---------\nFrom: Ann Ruiz <ann@post.example>\n"
        f"Date: Wed, Nov 3, 2021 at 2:30 PM\nSubject: port story\n\n\n{BODY}\n"
    )
    assert (article.title, article.author) == ("port story", "Ann Ruiz") and shown(article) == [LEDE, NEXT]


@pytest.mark.parametrize("head", ["By Maren Holt\n\n3 November 1991\n\n", ""])
def test_the_days_of_a_timeline_stay_in_the_text(head: str) -> None:
    article = only(f"{TITLE}: a timeline\n\n{head}{LEDE}\n\n14 May 2003\n\n{LEDE} So it was.\n")
    assert "14 May 2003" in shown(article) and article.published in (None, "1991-11-03")
