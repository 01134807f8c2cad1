"""Anchoring in the manner of the Hypothesis client, for comparison: exact position, else approximate quote.

Written from the published description: position first if the text there equals the quote; else all best
approximate matches with at most half of the quote's length in errors (or 256), scored 50 quote, 20 prefix, 20
suffix, 2 position; contexts of 32 characters. Approximate search is Myers' bit-vector algorithm (1999).
"""

from __future__ import annotations

CONTEXT = 32


def _ends(text: str, pattern: str, most: int) -> list[tuple[int, int]]:
    """(end, errors) of the best approximate matches of `pattern` in `text` with at most `most` errors."""
    size = len(pattern)
    masks: dict[str, int] = {}
    for number, char in enumerate(pattern):
        masks[char] = masks.get(char, 0) | 1 << number
    full, top = (1 << size) - 1, 1 << size - 1
    plus, minus, errors = full, 0, size
    found: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        mask = masks.get(char, 0)
        vertical = mask | minus
        both = ((mask & plus) + plus ^ plus) | mask
        up = minus | ~(both | plus) & full
        down = plus & both
        if up & top:
            errors += 1
        elif down & top:
            errors -= 1
        up, down = up << 1 & full, down << 1 & full
        plus = down | ~(vertical | up) & full
        minus = up & vertical
        if errors <= most:
            if errors < most:
                found.clear()
                most = errors
            found.append((at + 1, errors))
    return found


def search(text: str, pattern: str, most: int) -> list[tuple[int, int, int]]:
    """(start, end, errors): exact matches if there are any, else the best approximate ones."""
    made = []
    at = text.find(pattern)
    while at >= 0:
        made.append((at, at + len(pattern), 0))
        at = text.find(pattern, at + 1)
    if made:
        return made
    backwards = pattern[::-1]
    for end, errors in _ends(text, pattern, most):
        low = max(0, end - len(pattern) - errors)
        starts = _ends(text[low:end][::-1], backwards, errors)
        if starts:
            longest = max(length for length, _ in starts)
            made.append((end - longest, end, errors))
    return made


def _alike(text: str, wanted: str) -> float:
    if not text or not wanted:
        return 0.0
    found = search(text, wanted, len(wanted))
    return 1 - found[0][2] / len(wanted) if found else 0.0


def resolve(text: str, exact: str, prefix: str, suffix: str, start: int) -> tuple[int, int] | None:
    """The span that this method attaches the quote to, None when it gives up."""
    if text.startswith(exact, start):
        return start, start + len(exact)
    prefix, suffix = prefix[-CONTEXT:], suffix[:CONTEXT]
    best: tuple[float, int, int] | None = None
    for low, high, errors in search(text, exact, min(256, len(exact) // 2)):
        score = 50 * (1 - errors / len(exact))
        score += 20 * (_alike(text[max(0, low - len(prefix)) : low], prefix) if prefix else 1.0)
        score += 20 * (_alike(text[high : high + len(suffix)], suffix) if suffix else 1.0)
        score += 2 * (1 - abs(low - start) / max(1, len(text)))
        if best is None or score > best[0]:
            best = score, low, high
    return (best[1], best[2]) if best else None
