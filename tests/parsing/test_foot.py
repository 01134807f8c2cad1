"""What only the foot of an article tells: its date and its owner."""

import pytest

from reader.parsing import parse_text

BODY = (
    "Bridge opens after two years\n\n"
    "The new bridge over the river was opened on Monday by the mayor of the town, two years later than planned.\n\n"
    "About 300 people came to see it. The old bridge will be taken down before the end of the year, she said.\n\n"
)


def test_the_date_may_stand_at_the_end():
    (article,) = parse_text(BODY + "Published: March 30, 2021\n")
    assert article.published == "2021-03-30"


@pytest.mark.parametrize(
    "notice",
    [
        "© 2021 The Morning Ledger. All rights reserved.",
        "Copyright © 2021 The Morning Ledger. All rights reserved.",
        "© Copyright 2020-2021 The Morning Ledger",
        "(c) 2021 The Morning Ledger",
    ],
)
def test_the_rights_notice_names_the_source(notice):
    (article,) = parse_text(f"{BODY}{notice}\n")
    assert article.source == "The Morning Ledger"
    assert notice not in article.text


@pytest.mark.parametrize("notice", ["© 2021. All rights reserved.", "© Riproduzione riservata"])
def test_a_notice_without_a_name_names_no_one(notice):
    (article,) = parse_text(f"{BODY}{notice}\n")
    assert article.source is None


def test_a_line_that_only_names_the_source_is_told_by_the_source():
    title, _, story = BODY.partition("\n\n")
    head = f"{title}\nBy Rosa Lindgren\nMarch 30, 2021\nThe Morning Ledger\n\n"
    (article,) = parse_text(f"{head}{story}© 2021 The Morning Ledger\n")
    (hidden,) = [b for b in article.blocks if b.text == "The Morning Ledger"]
    assert (article.source, hidden.role, hidden.reason) == (
        "The Morning Ledger", "furniture", "the name of the source",
    )  # fmt: skip
    (article,) = parse_text(f"{head}{story}The Morning Ledger\n© 2021 The Evening Ledger\n")
    assert article.text.count("The Morning Ledger") == 2  # another outlet than the source stays


def test_an_invitation_to_the_newsletter_is_hidden_wherever_it_stands():
    title, _, story = BODY.partition("\n\n")
    (article,) = parse_text(f"{title}\nSign up to our newsletter\n\n{story}Sign up for our newsletters\n")
    assert "Sign up" not in article.text
