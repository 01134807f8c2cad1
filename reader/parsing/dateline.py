"""The dateline that agencies open a story with: `PRETORIA, May 10, 1994 (Harbour Wire) - Nelson Mandela …`."""

from __future__ import annotations

from reader.parsing.cues import pattern

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
_DATELINE = (
    # CAPITALS, perhaps with a country; where a date and an agency follow, a name as people write it
    r"(?P<place>[A-Z][^a-z\d()]{2,30}(?:, [A-Z][\w. ]{1,20})?|[A-Z][^\W\d]+(?: [A-Z][^\W\d]+){0,2}(?=,? .{5,20} ?\())"
    rf"(?:, (?P<date>{_DATE}))?"
    r"(?: ?\((?P<agency>[A-Z][\w .&’'-]{1,38})\))?"
    r" ?(?:--|[-–—_])\s"
)


def read_dateline(text: str) -> tuple[str, str]:
    """(date, agency) of the dateline that `text` opens with, each "" when it is not there.

    A date without its year does not count: nothing says which year it was.
    """
    match = pattern(_DATELINE).match(text[:140])
    if not match:
        return "", ""
    date = match["date"] or ""
    return (date if date[-4:].isdigit() else ""), match["agency"] or ""
