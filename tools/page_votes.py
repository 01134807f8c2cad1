"""Label pages by vote: python tools/page_votes.py HTML OUT, for fit_pages.py and fit_titles.py

HTML is a folder of saved news pages. Each is dumped to text in five ways, and what three extractors of articles
take for the article is written beside it: a line of OUT is {"page", "dump", "text", "votes", "agreed", "title"},
where `agreed` is how much the first two votes have in common (F1 of their words), and `title` the headline as the
page's markup tells it.

Needs the programs lynx and w3m, and `pip install beautifulsoup4==4.15.0 html-text==0.7.1 inscriptis==2.7.6
jusText==3.0.2 lxml==6.1.3 readability-lxml==0.9 trafilatura==2.3.1`; the weights were fitted with these versions.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import html_text
import inscriptis
import justext
import trafilatura
from bs4 import BeautifulSoup
from readability import Document

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from reader.parsing.lines import key_of  # noqa: E402

SMALLEST = 9000  # bytes of a page with an article
#: Languages of pages that are not in English, by the start of the file's name; none where jusText has no word list.
LANGUAGES = {
    "bbc_chinese": "",
    "cnn_arabic": "",
    "donga_korean": "Korean",
    "elmondo": "Spanish",
    "elpais": "Spanish",
    "issue4": "French",
    "lefigaro": "French",
    "liberation": "French",
}


def browser(*command: str) -> str:
    """What a text browser prints."""
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8", "replace")


def dumps_of(html: str) -> dict[str, str]:
    """A page as text, by the name of what made it."""
    soup = BeautifulSoup(html, "lxml")
    for part in soup(["script", "style", "noscript"]):
        part.decompose()
    lines = (line.strip() for line in soup.get_text("\n").split("\n"))
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(re.sub(r"<meta[^>]*charset[^>]*>", "", html))
        file.flush()
        w3m = browser(
            "w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8", "-cols", "80", file.name
        )
        lynx = browser(
            "lynx", "-dump", "-assume_charset=utf-8", "-display_charset=utf-8", "-force_html", file.name
        )
    return {
        "inscriptis": inscriptis.get_text(html),
        "htmltext": html_text.extract_text(html),
        "bs4": "\n".join(filter(None, lines)),
        "w3m": w3m,
        "lynx": lynx,
    }


def votes_of(name: str, raw: bytes, html: str) -> list[str]:
    """What trafilatura, readability and jusText take for the article; empty where one gives up."""
    language = next((tongue for start, tongue in LANGUAGES.items() if name.startswith(start)), "English")
    votes = []
    for extract in (
        lambda: trafilatura.extract(html, include_comments=False) or "",
        lambda: html_text.extract_text(Document(html).summary()),
        lambda: "\n".join(
            part.text
            for part in justext.justext(raw, justext.get_stoplist(language))
            if not part.is_boilerplate
        ),
    ):
        try:
            votes.append(extract())
        except Exception as error:  # an extractor may stumble over any page
            print(f"{name}: {error}", file=sys.stderr)
            votes.append("")
    return votes


def title_of(html: str) -> str:
    """The headline of a page: the heading that says most of what its title says, else what it tells networks; or ""."""
    soup = BeautifulSoup(html, "lxml")
    meta = soup.find("meta", property="og:title")
    told = str(meta.get("content") or "") if meta else ""
    named = f"{soup.title.get_text(' ') if soup.title else ''} {told}"
    words = set(key_of(named).split())
    best, most = told, 0
    for heading in soup.find_all("h1"):
        text = heading.get_text(" ", strip=True)
        own = set(key_of(text).split())
        shared = len(text) // 3 if text > "\u2e80" and text in named else len(own & words)
        if shared > max(most, 1) and shared * 2 >= len(own):
            best, most = text, shared
    return best


def agreement(one: str, other: str) -> float:
    """F1 of the words of two texts."""
    a, b = Counter(key_of(one).split()), Counter(key_of(other).split())
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else 0.0


def main(folder: str, out: str) -> None:
    """Write the labelled dumps of a folder of pages."""
    with open(out, "w", encoding="utf-8") as file:
        for path in sorted(Path(folder).glob("*.html")):
            raw = path.read_bytes()
            if len(raw) < SMALLEST:
                continue
            try:
                html = raw.decode("utf-8")
            except UnicodeDecodeError:
                html = BeautifulSoup(raw, "lxml").decode()
            name = path.stem.removeprefix("test_")
            votes, title = votes_of(name, raw, html), title_of(html)
            for dump, text in dumps_of(html).items():
                row = {
                    "page": name,
                    "dump": dump,
                    "text": text,
                    "votes": votes,
                    "agreed": agreement(*votes[:2]),
                    "title": title,
                }
                file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
