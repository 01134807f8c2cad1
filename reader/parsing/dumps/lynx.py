"""Small pages as lynx prints them: links in a row above the headline, and the list of their addresses at the end."""

from __future__ import annotations

from reader.parsing.dumps.lines import take_references
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern
from reader.parsing.wraps import is_wrapped, unwrap


def is_printed(lines: list[Line]) -> bool:
    """Whether the lines end in the list of addresses that lynx prints under a page."""
    last = lines[-1].text
    return last[0].isdigit() and "://" in last and any(line.text == "References" for line in lines)


def part_page(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """The menu on top of such a page, its text without the numbers of links, and the list of addresses."""
    printed = unwrap(lines) if is_wrapped(lines) else lines
    text, addresses = take_references(printed)
    menu = _menu_end(printed[: len(text)])
    return text[:menu], text[menu:], addresses


def _menu_end(lines: list[Line]) -> int:
    """Where the links end that stand in a row on top of a page: the menu; 0 if there is none."""
    end = 0
    while end < len(lines) - 1 and pattern(r"(?:[*+o#] ?)?\[\d{1,4}\]").match(lines[end].text):
        end += 1
    while end and lines[end - 1].text.count(" ") > 3 and lines[end - 1].text.count("[") == 1:
        end -= 1  # the headline may be a link itself
    return end if end > 2 else 0
