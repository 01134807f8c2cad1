"""Exports with covers, narrow columns and codes alone on their lines: only the documents are read."""

from __future__ import annotations

from reader.parsing import parse_text

TITLE = "Copper mine cleared to reopen after spill"
LEDE = "The ministry has lifted the suspension of the copper mine, seven months after a dam leaked into the river."
NEXT = "The operator said that production would resume within three weeks and reach forty thousand tonnes."


def test_the_list_of_documents_in_front_of_a_nexis_uni_export_is_no_document() -> None:
    cover = (
        "User Name: Student\nDate and Time: Monday, 4 May 2020 10:12:00 PM CEST\nJob Number: 116032211\n\n"
        f"Documents (1)\n\n1. {TITLE}\nClient/Matter: -None-\nSearch Terms: copper\nSearch Type: Natural Language\n"
        "| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2020 LexisNexis\n\nPage 1 of 2\n\n"
    )
    text = (
        f"{cover}{TITLE}\nAndes Daily\nFebruary 11, 2019 Monday\n\nCopyright 2019 Andes Daily\n"
        f"Section: MINING\nLength: 40 words\nBody\n\n{LEDE}\n\n{NEXT}\n\nLoad-Date: May 2, 2019\n\nEnd of Document\n"
    )
    (article,) = parse_text(text)
    assert (article.title, article.source, article.published) == (TITLE, "Andes Daily", "2019-02-11")
    assert [block.text for block in article.blocks if block.role == "para"] == [LEDE, NEXT]


def test_codes_of_factiva_in_a_column_and_alone() -> None:
    text = (
        f"HD {TITLE}\nBY Ann Ruiz\nWC 40 words\nPD 11 February 2019\nSN Andes Daily\nLA English\n\nLP\n\n{LEDE}\n\n"
        f"TD\n\n{NEXT}\n\nNS c18 : Ownership\nAN Document ANDA000020190211e61j0000b\n"
    )
    (article,) = parse_text(text)
    assert (article.title, article.author, article.source) == (TITLE, "Ann Ruiz", "Andes Daily")
    assert [block.text for block in article.blocks if block.role == "para"] == [LEDE, NEXT]


def test_ebsco_writes_the_month_first() -> None:
    fields = f"Title:\n{TITLE}.\nAuthors:\nAnn Ruiz\nSource:\nAndes Daily (KS). 03/11/2015, pA3.\n"
    more = "Document Type:\nArticle\nAccession Number:\n2W6341\nDatabase:\nNewspaper Source\n"
    (article,) = parse_text(f"Record: 1\n{fields}{more}\nSection: Local\n{LEDE}\n\n{NEXT}\n")
    assert (article.source, article.published) == ("Andes Daily", "2015-03-11")


def test_proquest_cites_author_paper_and_day_on_one_line() -> None:
    cited = "Innes, Fiona. Harbour Chronicle; Buckie [Buckie]12 Sep 1998: 5."
    text = (
        f"{TITLE}: [Final Edition]\n\n{cited}\n\nProQuest document link\n\nFULL TEXT\n{LEDE}\n\n{NEXT}\n\nDETAILS\n\n"
        "Pages: 5\nSection: News\nProQuest document ID: 334412345\nDatabase: Newsstream\n"
    )
    (article,) = parse_text(text)
    assert (article.title, article.published) == (TITLE, "1998-09-12")
    assert (article.author, article.source) == ("Innes, Fiona", "Harbour Chronicle")


def test_genios_names_paper_and_day_above_and_its_fields_below() -> None:
    cited = "Rheinbote vom 12.03.2015, Nr. 60, S. 12"
    foot = f"Quelle:\n{cited}\nRessort:\nLokales\nDokumentnummer:\n20150312RHB0012\n\n© GBI-Genios Datenbank GmbH"
    (article,) = parse_text(f"{cited} / Lokales\n\n{TITLE}\n\nJutta Brandt\n\n{LEDE}\n\n{NEXT}\n\n{foot}\n")
    assert (article.title, article.published) == (TITLE, "2015-03-12")
    assert (article.author, article.source) == ("Jutta Brandt", "Rheinbote")
    assert [block.text for block in article.blocks if block.role == "para"] == [LEDE, NEXT]


def test_archives_of_the_north_name_paper_day_and_page_on_one_line() -> None:
    (article,) = parse_text(
        f"{'=' * 60}\n{TITLE}\nFjordbladet. 2017-09-12 Side: 8\n{'=' * 60}\n\n{LEDE}\n\n{NEXT}\n"
    )
    assert (article.title, article.source, article.published) == (TITLE, "Fjordbladet", "2017-09-12")
    (article,) = parse_text(f"{TITLE}\nSydkystens Avis | 03.08.2016 | Side 5 | 212 ord\n\n{LEDE}\n\n{NEXT}\n")
    assert (article.title, article.source, article.published) == (TITLE, "Sydkystens Avis", "2016-08-03")


def test_the_outlet_stands_above_a_newsbank_document() -> None:
    head = f"Marlow Tribune (OH)\n\nMay 17, 2009\nEdition: Final\nSection: Local\nPage: 1B\n\n{TITLE}\n\n"
    text = f"{head}Author: ELLEN POOLE; Staff Writer\n\nArticle Text:\n\n{LEDE}\n\n{NEXT}\n\nRecord Number: MT-0517\n"
    (article,) = parse_text(text)
    assert (article.title, article.author, article.source) == (TITLE, "ELLEN POOLE", "Marlow Tribune")
    assert [block.text for block in article.blocks if block.role == "para"] == [LEDE, NEXT]
