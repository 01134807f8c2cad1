"""A query's meaning as an SQL condition on one row of `articles a`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reader.folding import fold_text
from reader.library.query.tree import All, Amount, Days, Either, Field, Node, Not, Pattern, Words

#: Gives the ids of all persons a typed name may mean, other spellings included.
PersonIds = Callable[[str], Sequence[int]]


def naming(persons: Sequence[int]) -> str:
    """SQL that holds for the articles that name one of `persons`, the index's numbers."""
    return f"a.id IN (SELECT article FROM mentions WHERE person IN ({','.join(map(str, persons))}))"


class Condition:
    """SQL text that stands alone or in brackets, and its parameters; `slow` conditions look at texts and are written
    last."""

    def __init__(self, sql: str, parameters: Sequence[Any] = (), slow: bool = False) -> None:
        self.sql, self.parameters, self.slow = sql, list(parameters), slow


def condition(node: Node, persons: PersonIds) -> Condition:
    """The condition that holds for just the articles `node` matches."""
    match = match_expression(node)
    if match is not None:
        return Condition("a.id IN (SELECT rowid FROM texts WHERE texts MATCH ?)", (match,))
    if isinstance(node, Not):
        inner = condition(node.node, persons)
        return Condition(f"NOT {inner.sql}", inner.parameters, inner.slow)
    if isinstance(node, All):
        return _joined([condition(inner, persons) for inner in merged(node.nodes)], " AND ", "1")
    if isinstance(node, Either):
        return _joined([condition(inner, persons) for inner in node.nodes], " OR ", "0")
    if isinstance(node, Words):
        return Condition("holds(a.id, ?)", (node.literal,), slow=True)
    if isinstance(node, Pattern):
        return Condition("fits(a.id, ?, ?)", (node.pattern, int(node.exact)), slow=True)
    if isinstance(node, Days):
        return _days(node)
    if isinstance(node, Amount):
        return _amount(node)
    return _field(node, persons)


def match_expression(node: Node) -> str | None:
    """`node` in FTS5's own language, None when it asks for more than words."""
    if isinstance(node, Words):
        if not node.tokens:
            return None
        return f'"{" ".join(node.tokens)}"' + (" *" if node.prefix else "")
    if isinstance(node, Either):
        parts = [match_expression(inner) for inner in node.nodes]
        return None if None in parts else f"({' OR '.join(filter(None, parts))})"
    if isinstance(node, All) and node.nodes:
        wanted = [n for n in node.nodes if not isinstance(n, Not)]
        found = [match_expression(n) for n in wanted]
        against = [match_expression(n.node) for n in node.nodes if isinstance(n, Not)]
        if not found or None in found or None in against:
            return None
        text = " AND ".join(filter(None, found))
        for part in against:
            text = f"({text}) NOT {part}"
        return f"({text})"
    return None


def merged(nodes: Sequence[Node]) -> list[Node]:
    """The parts of an All with its plain words together, so that the index joins them."""
    plain = [n for n in nodes if match_expression(n) is not None]
    if len(plain) < 2:
        return list(nodes)
    return [All(tuple(plain)), *(n for n in nodes if n not in plain)]


def _joined(conditions: Sequence[Condition], word: str, nothing: str) -> Condition:
    parts = sorted(conditions, key=lambda part: part.slow)
    if not parts:
        return Condition(nothing)
    sql = word.join(part.sql for part in parts)
    return Condition(f"({sql})", [value for part in parts for value in part.parameters], parts[-1].slow)


def _days(node: Days) -> Condition:
    parts, parameters = ["a.published != ''"], []
    if node.low:
        parts.append("a.published >= ?")
        parameters.append(node.low)
    if node.high:
        parts.append("a.published < ?")
        parameters.append(node.high + "~")  # after every time of that day
    return Condition(f"({' AND '.join(parts)})", parameters)


def _amount_row(node: Amount) -> Condition:
    """The condition on one row of `figures g`: its kind and unit, and some value of it within the bounds."""
    parts, parameters = ["1"], list[Any]()
    if node.kind:
        from reader.model import FIGURE_KINDS

        parts.append("g.kind = ?")
        parameters.append(FIGURE_KINDS.index(node.kind))
    if node.unit:
        from reader.library.query.amounts import words_meant

        units, subjects = words_meant(node.unit)
        ways = [f"lower(g.unit) IN ({','.join('?' * len(units))})", *["instr(g.subject, ?)"] * len(subjects)]
        parts.append(f"({' OR '.join(ways)})")
        parameters += [*units, *(f" {word} " for word in subjects)]
    if node.low is not None:
        parts.append(f"coalesce(g.high, g.low) {'>' if node.low_open else '>='} ?")
        parameters.append(node.low)
    if node.high is not None:
        parts.append(f"coalesce(g.low, g.high) {'<' if node.high_open else '<='} ?")
        parameters.append(node.high)
    return Condition(f"({' AND '.join(parts)})", parameters)


def figure_condition(node: Node) -> Condition | None:
    """What `node` asks of one row of `figures g`, None when nothing. In an `or`, each side has to ask something."""
    if isinstance(node, Amount):
        return _amount_row(node)
    if not isinstance(node, All | Either):
        return None
    parts = [figure_condition(inner) for inner in node.nodes]
    asked = [part for part in parts if part is not None]
    if isinstance(node, Either):
        return _joined(asked, " OR ", "0") if len(asked) == len(parts) else None
    return _joined(asked, " AND ", "1") if asked else None


def _amount(node: Amount) -> Condition:
    inner = _amount_row(node)
    return Condition(f"a.id IN (SELECT g.article FROM figures g WHERE {inner.sql})", inner.parameters)


def _field(node: Field, persons: PersonIds) -> Condition:
    name, value = node.name, node.value
    if name == "person":
        return Condition(naming(persons(value)))
    if name == "is":
        return Condition(_STATES[value])
    if name == "file":
        return Condition(
            "a.file IN (SELECT id FROM files WHERE path LIKE ? ESCAPE '\\')",
            (f"%{_like(value).replace('*', '%')}%",),
        )
    from reader.library.query.tokens import tokens

    if name in ("source", "author"):
        key = " ".join(tokens(value))
        return Condition(f"a.{name} IN (SELECT id FROM {name}s WHERE key LIKE ?)", (f"%{key}%",))
    if name == "title":
        words = tokens(value)
        # Titles in plain ASCII are told apart without folding them.
        return Condition(
            "((a.title LIKE ? OR a.title GLOB '*[^ -~]*') AND in_title(a.title, ?))",
            (f"%{max(words, key=len)}%", " ".join(words) + "*" * value.endswith("*")),
        )
    if name == "tag":
        end = "" if value.endswith("*") else "\n"  # a star leaves the end of the tag open
        wanted = f"%\n{_like(fold_text(value.rstrip('*')).lstrip('#'))}{end}%"
        return Condition(
            f"(a.id IN ({_BY_STATE} m.tags LIKE ? ESCAPE '\\') OR a.id IN ({_BY_NOTES} m.tags LIKE ? ESCAPE '\\'))",
            (wanted, wanted),
        )
    if name == "category":
        return Condition(f"a.id IN ({_BY_NOTES} in_category(m.category, ?))", (value,))
    noted = "" if value == "*" else " ".join(tokens(value))
    return Condition(f"a.id IN ({_BY_NOTES} m.key LIKE ?)", (f"%{noted}%",))


_PLACED = (
    "SELECT b.id FROM {} m JOIN files f ON f.path = m.path"
    " JOIN articles b ON b.file = f.id AND b.idx = m.idx WHERE"
)
_BY_STATE = _PLACED.format("state.marks")
_BY_NOTES = _PLACED.format("notes")
# Corrections of marks and lines are those of the article they were made in; those of heads and borders are of what
# parsing made of them.
_SAID_OF = (
    "SELECT json_extract(value, '$[3]') AS said FROM json_each((SELECT value FROM memory WHERE key = 'corrections'))"
    " WHERE json_extract(value, '$[0]') NOT IN ('headline', 'date', 'author', 'source', 'split', 'join')"
)
_BY_CORRECTIONS = (
    f"SELECT b.id FROM ({_SAID_OF}) JOIN files f ON f.path = substr(said, 1, length(rtrim(said, '0123456789')) - 1)"
    " JOIN articles b ON b.file = f.id AND b.idx = substr(said, length(rtrim(said, '0123456789')) + 1) + 0"
)
_STATES = {
    "unread": f"a.id NOT IN ({_BY_STATE} m.read = 1)",
    "read": f"a.id IN ({_BY_STATE} m.read = 1)",
    "starred": f"a.id IN ({_BY_STATE} m.starred = 1)",
    "noted": f"a.id IN ({_BY_NOTES} 1)",
    "corrected": f"(a.corrected = 1 OR a.id IN ({_BY_CORRECTIONS}))",
    "copy": "a.original != 0",
    "watched": "a.watched = 1",
}


def _like(text: str) -> str:
    """`text` with LIKE's own signs made plain."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
