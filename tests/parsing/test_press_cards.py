"""More layouts of Europresse and NewsBank: dates above the outlet, cards of the source, other names of fields."""

from __future__ import annotations

import pytest

from reader.model import Article
from reader.parsing import parse_text
from reader.parsing.draft import READABLE
from tests.parsing.samples import BODY, TITLE

TEXT = "\n\n".join(BODY)
FOOT = "© 2021 Coast Wire. Tous droits réservés."
CERTIFICATE = (
    "Certificat émis le 5 avril 2022 à Université de la Côte à des fins de visualisation personnelle."
)
CARD = "\n\n".join(
    (
        "Nom de la source",
        "Coast Wire",
        "Type de source",
        "Presse • Journaux",
        "Périodicité",
        "Quotidien",
        "Provenance",
        "France",
    )
)
HEADS = {
    "date above outlet, page and length": "Mercredi 3 novembre 2021\n\nCoast Wire • p. 4 • 567 mots",
    "card of the source": f"{CARD}\n\nMercredi 3 novembre 2021\n\nCoast Wire • p. NORD4 • 567 mots",
    "certificate on top": "news·20211103·CW·123456\n\nCoast Wire\n\nmercredi 3 novembre 2021, p. 4",
    "a web site with the hour": "Coast Wire (site web)\n\nmercredi 3 novembre 2021 - 12:34 UTC +01:00 567 mots",
}


def readable(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.role in READABLE]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_heads_of_europresse(head: str) -> None:
    (article,) = parse_text(
        f"{head}\n\n{TITLE}\n\nMaren Holt\n\n{TEXT}\n\n{FOOT}\n\nnews·20211103·CW·123456\n"
    )
    fields = (article.title, (article.published or "")[:10], article.source, article.author)
    assert fields == (TITLE, "2021-11-03", "Coast Wire", "Maren Holt")
    assert readable(article) == list(BODY)


def test_documents_end_at_their_certificate_even_without_an_empty_line() -> None:
    one = f"{HEADS['card of the source']}\n\n{TITLE}\n\n{TEXT}\n\n{FOOT}\n{CERTIFICATE}\nnews·20211103·CW·1\n"
    articles = parse_text(one * 3)
    assert [article.title for article in articles] == [TITLE] * 3
    assert all(readable(article) == list(BODY) for article in articles)


def test_a_list_item_between_dots_opens_no_document() -> None:
    (article,) = parse_text(
        f"{TITLE}\n\n{TEXT}\n\n3 November 2021\n\nBread • p. 4 of the menu, fresh\n\n{BODY[0]}\n"
    )
    assert article.source is None


def test_newer_names_of_newsbank_fields() -> None:
    text = (
        f"{TITLE}\nCoast Wire (Northgate, CA) - November 3, 2021\nAuthor/Byline: Maren Holt; Staff Writer\n"
        f"Section: Local\nPage: A8\nReadability: >12 grade level\n\n{TEXT}\n\nRecord: MERLIN_12345\n"
        "Copyright: Copyright (c) 2021 Coast Wire\n"
    )
    (article,) = parse_text(text)
    fields = (article.title, article.published, article.source, article.author)
    assert fields == (TITLE, "2021-11-03", "Coast Wire", "Maren Holt")
    assert readable(article) == list(BODY)


def test_a_record_of_matches_is_no_record_number() -> None:
    (article,) = parse_text(f"{TITLE}\n\nSection: North\n\n{TEXT}\n\nRecord: 4-2\n")
    assert "Record: 4-2" in article.text
