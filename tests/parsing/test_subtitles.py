"""What is said in broadcasts, as subtitles and transcripts print it."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text

SRT = """1
00:00:01,000 --> 00:00:03,200
The bridge at Velmora is closed,

2
00:00:03,400 --> 00:00:06,000
and nobody knows for how long.

3
00:00:06,500 --> 00:00:09,000
- Thank you, Ines Okafor."""
VTT = """WEBVTT
Kind: captions

00:01.000 --> 00:03.200 align:start
The bridge at Velmora is closed,

00:03.400 --> 00:06.000
The bridge at Velmora is closed,
and nobody knows for how long.

00:06.500 --> 00:09.000
- Thank you, Ines Okafor."""


@pytest.mark.parametrize("text", [SRT, VTT])
def test_what_is_said_is_joined_and_times_are_hidden(text: str) -> None:
    (article,) = parse_text(text)
    assert article.text == (
        "The bridge at Velmora is closed, and nobody knows for how long.\n\n- Thank you, Ines Okafor."
    )


def test_a_transcript_with_clocks() -> None:
    said = [f"word {n} of what he said" for n in range(9)]
    lines = "\n".join(f"{n // 6}:{n % 6}0\n{words}" for n, words in enumerate(said))
    (article,) = parse_text(f"The mayor on the bridge\n{lines}")
    assert (article.title, article.text) == (
        "The mayor on the bridge",
        f"The mayor on the bridge\n\n{' '.join(said)}",
    )


def test_the_clocks_of_a_running_report_stay() -> None:
    report = "\n".join(
        f"9:{n}0\nThe minister speaks of the fees for the {n}th time today." for n in range(1, 6)
    )
    text = f"Budget day\n{report}\n" + "\n".join(f"10:{n}0\nThe vote is put off again." for n in range(1, 6))
    assert "9:20" in "".join(article.text for article in parse_text(text))


def test_a_timetable_is_no_transcript() -> None:
    stops = "\n".join(f"{n // 6}:{n % 6}0\nMill Lane {n}" for n in range(1, 12))
    (article,) = parse_text(f"Bus 14\n{stops}")
    assert "0:20" in article.text
