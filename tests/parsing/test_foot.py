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


def test_a_notice_without_a_name_names_no_one():
    (article,) = parse_text(BODY + "© 2021. All rights reserved.\n")
    assert article.source is None
