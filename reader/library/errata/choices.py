"""What of readers' corrections the parsing of each file goes by, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.model import Correction

#: Of each correction of an article what tells it: action, text, target, article, opening, prefix, suffix.
Told = tuple[str, str, str, str, str, str, str]


class Choices(NamedTuple):
    """What of readers' corrections parsing a file goes by: texts of lines that are hidden and shown, and the `errata`
    of its articles. Plain values, which can be sent to another process."""

    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    errata: tuple[Told, ...] = ()


NO_CHOICES = Choices()


def told(correction: Correction) -> Told:
    """What a correction says, without its id and date."""
    c = correction
    return c.action, c.text, c.target, c.article, c.opening, c.prefix, c.suffix


def correction_of(said: Iterable[str]) -> Correction:
    """The correction that was `told`, without id and date."""
    from reader.model import Correction

    action, text, target, article, *around = said
    return Correction("", action, text, target, article, "", *around)  # type: ignore[arg-type]


def of_marks(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of people and figures."""
    known = tuple(corrections)
    if not known:
        return ()
    from reader.annotation import OF_ARTICLES

    others = OF_ARTICLES | {"hide", "show"}
    return tuple([each for each in known if each.action not in others])


def choosing(corrections: Iterable[Correction]) -> Callable[[str], Choices]:
    """What gives the choices for each file."""
    hidden, shown, errata = set(), set(), dict[str, list[Told]]()
    for each in corrections:
        if each.action == "hide":
            hidden.add(each.text)
        elif each.action == "show":
            shown.add(each.text)
        elif each.article:
            from reader.annotation import OF_ARTICLES

            if each.action in OF_ARTICLES:
                errata.setdefault(each.file, []).append(told(each))
    lines = tuple(sorted(hidden)), tuple(sorted(shown))
    return lambda file: Choices(*lines, tuple(errata.get(file, ())))
