"""Whatever the bytes are: articles come out, they are well formed, and their blocks cover the file."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import model
from reader.parsing import decode, draft, parse_bytes, parse_records
from tests.parsing.fuzz import BAIT, check, mutate
from tests.parsing.samples import FORMS

COMMON = settings(suppress_health_check=list(HealthCheck))


@COMMON
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@COMMON
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


PIECES = [line for text in FORMS.values() for line in text.split("\n")][:600]
LINES = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(["", "", "TT", "20", "* * *", "----", "By", "References", "[1]x"]),
    ),
    max_size=60,
)


@COMMON
@given(LINES)
def test_lines_of_all_forms_mixed(lines: list[str]) -> None:
    check("\n".join(lines).encode())


@pytest.mark.parametrize("name", sorted(FORMS))
def test_mutated_samples(name: str) -> None:
    rng = random.Random(name)
    data = FORMS[name].encode()
    for _ in range(6):
        check(mutate(data, rng))


@pytest.mark.parametrize("name", sorted(BAIT))
def test_bait(name: str) -> None:
    check(BAIT[name](1500).encode())


def test_parsing_is_stable() -> None:
    for text in FORMS.values():
        assert parse_bytes(text.encode(), file="a") == parse_bytes(text.encode(), file="a")


def test_records_and_articles_agree() -> None:
    for text in FORMS.values():
        data = text.encode()
        for record, article in zip(parse_records(data, file="f"), parse_bytes(data, file="f"), strict=True):
            assert record["text"] == article.text and record["digest"] == article.digest
            assert [b["role"] for b in record["blocks"]] == [b.role for b in article.blocks]
            json.dumps(record)


def test_roles_are_those_of_the_model() -> None:
    assert draft.SHOWN == model.SHOWN and draft.READABLE == model.READABLE


def test_decoding_is_stable() -> None:
    for text in FORMS.values():
        once = decode(text.encode()).text
        assert decode(once.encode()).text == once
