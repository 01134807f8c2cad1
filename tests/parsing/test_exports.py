"""Exports of databases and labelled files in several languages, orders of fields and ways to end a document."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text

FIRST = (
    "The harbour council voted on Tuesday to widen the northern quay, a project that has been delayed three times "
    "since the storm of 2015."
)
SECOND = (
    "Engineers said the first stones would be laid in spring, once the money has been released by the ministry and "
    "the fishermen have moved."
)

NEXIS_GERMAN = f"""Dokument 1 von 2


                               Hafenbote

                      Mittwoch, 12. März 2014

Rat stimmt für breiteren Kai

AUTOR: Anna Berg

RUBRIK: Lokales; S. 3

LÄNGE: 355 Wörter

{FIRST}

{SECOND}

UPDATE: 13. März 2014

SPRACHE: GERMAN; DEUTSCH

PUBLIKATIONSTYP: Zeitung

Copyright 2014 Hafenbote
Alle Rechte vorbehalten


Dokument 2 von 2


                               Hafenbote

                      Donnerstag, 13. März 2014

Fischer bitten um Aufschub

LÄNGE: 120 Wörter

{SECOND}

UPDATE: 14. März 2014
"""

NEXIS_FRENCH = f"""                               1 of 2 DOCUMENTS


                              Le Courrier du Port

                           mercredi 12 mars 2014

Le conseil vote l'élargissement du quai nord

AUTEUR: Anne Lemaire

LONGUEUR: 355 mots

{FIRST}

{SECOND}

DATE-CHARGEMENT: 12 mars 2014

               Copyright 2014 Le Courrier du Port
                      Tous droits réservés


                               2 of 2 DOCUMENTS


                              Le Courrier du Port

                             jeudi 13 mars 2014

Les pêcheurs demandent un délai

LONGUEUR: 120 mots

{SECOND}

DATE-CHARGEMENT: 13 mars 2014
"""

NEXIS_UNI_GERMAN = f"""Rat stimmt für breiteren Kai
Hafenbote
12. März 2014 Mittwoch

Copyright 2014 Hafenbote Alle Rechte vorbehalten

Rubrik: LOKALES; S. 3
Länge: 355 Wörter
Autor: Anna Berg

Text

{FIRST}

{SECOND}

Load-Date: March 12, 2014

Ende des Dokuments

Fischer bitten um Aufschub
Hafenbote
13. März 2014 Donnerstag

Rubrik: LOKALES; S. 1
Länge: 120 Wörter

Text

{SECOND}

Load-Date: March 13, 2014

Ende des Dokuments
"""

NEXIS_OLD = f"""                          LEVEL 1 - 1 OF 2 STORIES

                 Copyright 1998 The Harbour Post Company
                              The Harbour Post

                March 12, 1998, Thursday, Late Edition - Final

SECTION: Section A; Page 4; Column 3; Foreign Desk

LENGTH: 355 words

HEADLINE: Council Votes to Widen Northern Quay

BYLINE:  By ANNA BERG

BODY:
   {FIRST}

   {SECOND}

LOAD-DATE: March 12, 1998

                          LEVEL 1 - 2 OF 2 STORIES

                 Copyright 1998 The Harbour Post Company
                              The Harbour Post

                March 13, 1998, Friday, Late Edition - Final

LENGTH: 155 words

HEADLINE: Fishermen Ask for Time

BODY:
   {SECOND}

LOAD-DATE: March 13, 1998
"""

NEXIS_UNI = f"""Page 1 of 3
Council votes to widen northern quay

The Harbour Post
March 12, 2014 Wednesday


Copyright 2014 The Harbour Post All Rights Reserved
Section: NEWS; Pg. 4
Length: 355 words
Byline: Anna Berg

Body


{FIRST}

{SECOND}

Classification


Language: ENGLISH
Publication-Type: Newspaper
Load-Date: March 12, 2014


End of Document
"""

PROQUEST_TIGHT = f"""Council votes to widen northern quay
Full text: {FIRST}

{SECOND}
Title: Council votes to widen northern quay
Publication title: Harbour Post; Northgate
Publication date: Mar 12, 2014
Database: ProQuest Newsstand
____________________________________________________________
Fishermen ask for time
Full text: {SECOND}

Title: Fishermen ask for time
Publication title: Harbour Post; Northgate
Publication date: Mar 13, 2014
"""

FACTIVA_SPANISH = f"""El consejo aprueba ampliar el muelle norte

Por Ana Ruiz

355 palabras

12 marzo 2014

El Puerto

PUERTO

Español

(c) 2014 El Puerto

{FIRST}

{SECOND}

Documento PUERTO0020140312ea3c0001

Los pescadores piden más tiempo

120 palabras

13 marzo 2014

El Puerto

Español

(c) 2014 El Puerto

{SECOND}

Documento PUERTO0020140313ea3c0001
"""

EBSCO = f"""Title: Council votes to widen northern quay
Authors: Berg, Anna
Source: Harbour Post (Northgate). 03/14/2014, p4.
Publication Date: 20140314
Document Type: Article
Subject Terms: HARBOURS; COUNCILS
Accession Number: 2W61234567890
Database: Newspaper Source
Full Text: {FIRST}

{SECOND}
"""

GALE = f"""Title: Council votes to widen northern quay
Author(s): Anna Berg
Source: Harbour Post. (Mar. 12, 2014): News: pA4.
Document Type: Article
Copyright: COPYRIGHT 2014 Harbour Post
Full Text:
{FIRST}
{SECOND}
"""

GERMAN_LABELS = f"""Titel: Rat stimmt für breiteren Kai
Datum: 12.03.2014
Quelle: Hafenbote
Autor: Anna Berg
Text:
{FIRST}

{SECOND}
"""

FRENCH_LABELS = f"""Titre : Le conseil vote l'élargissement du quai
Date : 12 mars 2014
Source : Le Courrier
Auteur : Anne Lemaire
Texte : {FIRST}

{SECOND}
"""

SPANISH_LABELS = f"""Título: El consejo aprueba ampliar el muelle
Fecha: 12 de marzo de 2014
Fuente: El Puerto
Autor: Ana Ruiz

{FIRST}

{SECOND}
"""

TWO = [FIRST, SECOND]
CASES = {
    "Nexis, German": (
        NEXIS_GERMAN,
        [
            ("Rat stimmt für breiteren Kai", "2014-03-12", "Hafenbote", "Anna Berg", TWO),
            ("Fischer bitten um Aufschub", "2014-03-13", "Hafenbote", None, [SECOND]),
        ],
    ),
    "Nexis, French": (
        NEXIS_FRENCH,
        [
            (
                "Le conseil vote l'élargissement du quai nord",
                "2014-03-12",
                "Le Courrier du Port",
                "Anne Lemaire",
                TWO,
            ),
            ("Les pêcheurs demandent un délai", "2014-03-13", "Le Courrier du Port", None, [SECOND]),
        ],
    ),
    "Nexis Uni, German": (
        NEXIS_UNI_GERMAN,
        [
            ("Rat stimmt für breiteren Kai", "2014-03-12", "Hafenbote", "Anna Berg", TWO),
            ("Fischer bitten um Aufschub", "2014-03-13", "Hafenbote", None, [SECOND]),
        ],
    ),
    "Nexis, old": (
        NEXIS_OLD,
        [
            ("Council Votes to Widen Northern Quay", "1998-03-12", "The Harbour Post", "ANNA BERG", TWO),
            ("Fishermen Ask for Time", "1998-03-13", "The Harbour Post", None, [SECOND]),
        ],
    ),
    "Nexis Uni": (
        NEXIS_UNI,
        [("Council votes to widen northern quay", "2014-03-12", "The Harbour Post", "Anna Berg", TWO)],
    ),
    "ProQuest, labels right under the text": (
        PROQUEST_TIGHT,
        [
            ("Council votes to widen northern quay", "2014-03-12", "Harbour Post", None, TWO),
            ("Fishermen ask for time", "2014-03-13", "Harbour Post", None, [SECOND]),
        ],
    ),
    "Factiva, Spanish": (
        FACTIVA_SPANISH,
        [
            ("El consejo aprueba ampliar el muelle norte", "2014-03-12", "El Puerto", "Ana Ruiz", TWO),
            ("Los pescadores piden más tiempo", "2014-03-13", "El Puerto", None, [SECOND]),
        ],
    ),
    "EBSCO": (
        EBSCO,
        [("Council votes to widen northern quay", "2014-03-14", "Harbour Post", "Berg, Anna", TWO)],
    ),
    "Gale": (
        GALE,
        [("Council votes to widen northern quay", "2014-03-12", "Harbour Post", "Anna Berg", TWO)],
    ),
    "labels, German": (
        GERMAN_LABELS,
        [("Rat stimmt für breiteren Kai", "2014-03-12", "Hafenbote", "Anna Berg", TWO)],
    ),
    "labels, French": (
        FRENCH_LABELS,
        [("Le conseil vote l'élargissement du quai", "2014-03-12", "Le Courrier", "Anne Lemaire", TWO)],
    ),
    "labels, Spanish": (
        SPANISH_LABELS,
        [("El consejo aprueba ampliar el muelle", "2014-03-12", "El Puerto", "Ana Ruiz", TWO)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_export_gives_its_articles_and_fields(name: str) -> None:
    text, expected = CASES[name]
    found = [
        (
            article.title,
            article.published,
            article.source,
            article.author,
            [block.text for block in article.blocks if block.role == "para"],
        )
        for article in parse_text(text)
    ]
    assert found == expected


def test_the_label_of_a_body_is_hidden_and_its_text_stands_where_it_is_in_the_file() -> None:
    (article,) = parse_text(EBSCO)
    label, body = next(
        (a, b) for a, b in zip(article.blocks, article.blocks[1:]) if b.text == FIRST and b.role == "para"
    )
    assert (label.role, label.text) == ("furniture", "Full Text:")
    assert EBSCO[body.raw_start : body.raw_end] == FIRST


def test_text_right_under_a_field_of_one_line_is_not_hidden() -> None:
    head = (
        "1 of 1 DOCUMENTS\n\n\n                  Harbour Post\n\n               March 22, 2007 Thursday\n\n"
    )
    (article,) = parse_text(
        f"{head}Inquiry told of meters\n\nLENGTH: 143 words\nMORE than 900 were never put in.\n"
    )
    assert article.text.endswith("MORE than 900 were never put in.")


def test_a_paragraph_of_rtf_that_begins_with_a_sign_stands_where_the_sign_does():
    raw = "{\\rtf1\\ansi The dam was opened on Monday.\\par\\tab\\{sic\\} said the mayor, Ana Ruiz.\\par}"
    (article,) = parse_text(raw)
    first, second = (block for block in article.blocks if block.role == "para")
    assert second.text == "{sic} said the mayor, Ana Ruiz."
    assert raw[second.raw_start : second.raw_end].startswith("\\{sic") and second.raw_start >= first.raw_end


def test_what_stands_above_the_first_document_of_an_export_is_hidden_with_its_reason() -> None:
    (article, *_) = parse_text(f"Factiva\n\nSearch Summary\n\n{FACTIVA_SPANISH}")
    cover = article.blocks[:2]
    assert [(b.text, b.role) for b in cover] == [("Factiva", "furniture"), ("Search Summary", "furniture")]
    assert {b.reason for b in cover} == {"cover lines of the export"}
