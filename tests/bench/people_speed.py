"""How fast people are found: start-up, characters a processor second, and growth on bait.

    python tests/bench/people_speed.py

Every figure stands beside one of the same run (a bare interpreter, a scan of the words, a quarter of the text), so
that a busy or a slow machine does not change what it says.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from reader.detect.people.finder import find_people
from reader.detect.people.tokens import tokenise

PARAGRAPH = (
    "Labour Minister Wycliffe Otuoma said on Tuesday that dockers in the harbour of Mombasa would go back to work. "
    "Hassan al-Rubaiti, who speaks for the union, told reporters that pay would rise by 9 percent from next month and "
    "that nobody would lose a job. The ships had waited for eleven days. Otuoma thanked Captain Nguyen Thi Hoa and "
    "the crew of the Haiphong Star, and al-Rubaiti promised that the union would keep its word this time.\n\n"
)
BAITS = (
    "Aa ",
    "al-",
    "Mr. ",
    "’s ",
    "Anna Berg, a ",
    "Aa bin ",
    "“Anna” ",
    "Bob “Anna” ",
    "U.S. ",
    "of ",
    "aA",
    "General ",
)


def processor_seconds(code: str, times: int = 5) -> float:
    """The least processor time of a fresh interpreter that runs `code`."""
    least = 9.9
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def seconds(text: str, call: object = find_people) -> float:
    """The processor time of one call."""
    started = time.process_time()
    call(text)  # type: ignore[operator]
    return time.process_time() - started


def main() -> None:
    """Print the figures."""
    bare = processor_seconds("pass")
    ready = processor_seconds(
        "from reader.detect.people.finder import find_people; find_people('Anna Berg said so.')"
    )
    print(f"start-up with the model loaded: {ready:.3f} s ({ready - bare:.3f} s over a bare interpreter)")
    text = PARAGRAPH * 400
    find_people(text)
    words, people = seconds(text, tokenise), seconds(text)
    print(f"{len(text) / people:,.0f} characters a second, {people / words:.1f} times the scan of the words")
    for bait in BAITS:
        size = 30_000 // len(bait)
        small, large = seconds(bait * size), seconds(bait * (4 * size))
        print(f"  {bait!r:18} four times the text takes {large / max(small, 1e-6):.1f} times as long")


if __name__ == "__main__":
    main()
