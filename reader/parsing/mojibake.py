"""Text that was UTF-8, read as Windows-1252 or Latin-1, and saved again: "cafÃ©", "itâ€™s".

Method: a run of characters whose Windows-1252 (or Latin-1) bytes are one valid UTF-8 sequence can hardly be
meant; where a text has several such runs and no more true ones than doubtful, each is read back.
"""

from __future__ import annotations

import re

# What Windows-1252 shows for the bytes 80-9F; the undefined ones stay C1 controls, as Latin-1 has them.
_HIGH = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
_TO_BYTE = {c: 0x80 + i for i, c in enumerate(_HIGH) if c != "\ufffd"}
_TAIL = "".join(_TO_BYTE) + "\x80-\xbf"
_RUN = re.compile(f"[\xc2-\xdf][{_TAIL}]|[\xe0-\xef][{_TAIL}]{{2}}|[\xf0-\xf4][{_TAIL}]{{3}}")


def _read_back(match: re.Match[str]) -> str:
    run = match[0]
    try:
        return bytes(_TO_BYTE.get(c, ord(c)) for c in run).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return run


def mend(text: str) -> tuple[str, int]:
    """`text` with wrongly decoded runs read back, twice if need be, and how many letters that made."""
    total = 0
    for _ in range(2):
        sample = [m for m in _RUN.finditer(text, 0, 200_000) if _read_back(m) != m[0]]
        if len(sample) < 3:
            break
        # A text in another code page has letters of this range everywhere; mojibake has few besides its runs.
        covered = sum(len(m[0]) for m in sample)
        letters = len(re.findall("[\xc0-\xff]", text[:200_000]))
        if letters > 3 * covered:
            break
        text, count = _RUN.subn(_read_back, text)
        total += count
        if "â€\ufffd" in text:  # the one quotation mark whose last byte has no letter in Windows-1252
            total += text.count("â€\ufffd")
            text = text.replace("â€\ufffd", "”")
    return text, total
