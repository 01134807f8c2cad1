"""Mails as programs keep them, in parts and encoded, and references of databases."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from reader.model import Article
from reader.parsing import parse_bytes, parse_text

LEDE = (
    "The harbour authority of Velmora will raise its fees – “an outrage”, said Zoë Kjær of the boat owners."
)
NEXT = "They had met in the old customs hall, and some had come from as far as Østerby, forty miles up the coast."
PAGE = f"<html><body><p>View in browser</p><p>{LEDE}</p><p>{NEXT}</p></body></html>"


def message(plain: str, coded: str, sender: str = "Amina Odhiambo <ao@post.example>") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = sender
    mail["Subject"] = "[desk] Re: Fees rise in Østerby"
    mail["Date"] = "Wed, 03 Nov 2021 10:00:00 +0000"
    mail.set_content(plain, cte=coded)
    return mail


def told(article: Article) -> tuple[str | None, str, str]:
    """Headline, day and text of an article, without the line of the subject above the text."""
    return article.title, (article.published or "")[:10], article.text.partition("\n\n")[2]


FEES = ("Fees rise in Østerby", "2021-11-03", f"{LEDE}\n\n{NEXT}")


@pytest.mark.parametrize("coded", ["quoted-printable", "base64"])
def test_letters_that_were_written_in_signs(coded: str) -> None:
    mail = message(f"{LEDE}\n\n{NEXT}\n\n-- \nThe desk\n", coded)
    (article,) = parse_bytes(mail.as_bytes())
    assert told(article) == FEES and article.author == "Amina Odhiambo"
    assert any(block.text == "The desk" and block.role == "furniture" for block in article.blocks)


def test_of_a_text_in_two_forms_one_is_shown() -> None:
    mail = message(f"{LEDE}\n\n{NEXT}\n", "quoted-printable")
    mail.add_alternative(PAGE, subtype="html")
    mail.add_attachment(b"\0\1" * 90, maintype="image", subtype="png", filename="quay.png")
    (article,) = parse_bytes(mail.as_bytes())
    assert told(article) == FEES
    assert "[quay.png]" in [block.text for block in article.blocks]


def test_a_newsletter_whose_plain_form_says_nothing() -> None:
    mail = message("Your program cannot show this.\n", "7bit", "Harbour Post <n@post.example>")
    mail.add_alternative(PAGE, subtype="html")
    (article,) = parse_bytes(mail.as_bytes())
    assert told(article) == FEES and article.source == "Harbour Post"


def test_the_mails_of_a_mailbox_and_one_that_is_passed_on() -> None:
    outer = message("See below.\n", "7bit")
    outer.add_attachment(message(f"{LEDE}\n\n{NEXT}\n", "base64"))
    kept = [
        b"From a@b Wed Nov  3 10:00:00 2021\n" + mail.as_bytes() for mail in (message(LEDE, "base64"), outer)
    ]
    first, second, third = parse_bytes(b"\n".join(kept))
    assert first.text.endswith(LEDE) and second.text.endswith("See below.")
    assert told(third) == FEES


def test_a_plain_text_that_tells_of_its_form_is_left_alone() -> None:
    (article,) = parse_text(f"Content-type: a talk\n\n{LEDE}\n\n{NEXT}")
    assert article.text.endswith(f"{LEDE}\n\n{NEXT}")


def test_a_page_that_a_browser_saved() -> None:
    page = (
        f"<html><body><nav>News</nav><header><h1>Fees rise in Østerby</h1></header><p>By Amina Odhiambo</p>"
        f"<p>3 November 2021</p><p>{LEDE}</p><p>{NEXT}</p></body></html>"
    )
    saved = EmailMessage()
    saved["From"] = "<Saved by Blink>"
    saved["Snapshot-Content-Location"] = "https://www.post.example/fees"
    saved["Subject"] = "Fees rise in Østerby | Harbour Post"
    saved["Date"] = "Fri, 16 Jun 2023 09:41:00 -0000"
    saved.set_content(page, subtype="html", cte="quoted-printable")
    saved.add_related("<p>Buy combs</p>", subtype="html")
    (article,) = parse_bytes(saved.as_bytes())
    assert told(article) == FEES
    assert (article.source, article.author) == ("post.example", "Amina Odhiambo")


def test_a_page_in_a_form_is_read() -> None:
    page = f"<html><body><form id=a><p>{LEDE}</p><p>{NEXT}</p>{'<p> </p>' * 1200}</form></body></html>"
    (article,) = parse_text(page)
    assert article.text == f"{LEDE}\n\n{NEXT}"


RIS = f"""TY  - NEWS
TI  - Fees rise in Osterby
AU  - Odhiambo, Amina
AU  - Reed, Tom
T2  - Harbour Post
DA  - 2021/11/03/
AB  - {LEDE}
{NEXT}
ER  -

TY  - NEWS
T1  - Frost in Tarn
Y1  - 2021
N1  - It froze.
ER  -
"""
ENDNOTE = f"""%0 Newspaper Article
%T Fees rise in Osterby
%A Odhiambo, Amina
%A Reed, Tom
%J Harbour Post
%8 November 3, 2021
%X {LEDE}
{NEXT}

%0 Newspaper Article
%T Frost in Tarn
%D 2021
%X It froze.
"""


@pytest.mark.parametrize("text", [RIS, ENDNOTE])
def test_the_references_of_a_database(text: str) -> None:
    first, second = parse_text(text)
    assert told(first) == ("Fees rise in Osterby", "2021-11-03", f"{LEDE}\n\n{NEXT}")
    assert (first.source, first.author) == ("Harbour Post", "Odhiambo, Amina; Reed, Tom")
    assert second.text == "Frost in Tarn\n\nIt froze."
