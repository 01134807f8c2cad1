"""What single lines look like: the marks by which headers, furniture and text are told apart.

`kind_of` names the kind of a line from its own words alone; what a line is in its place is decided by
`segment` and `compose`. Only shapes and stock phrases of publishing software stand here, no single site's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.parsing.dates import date_line
from reader.parsing.lines import key_of

#: Kinds of lines that belong to the head or foot of an article and never to its text.
META = frozenset("rule url domain date byline control copyright credit label section mark".split())

# Field names of home-made files, by what they hold. Folded to lower case, words only.
LABELS = {
    "title": "title headline head hed titel titre titulo título titolo subject headlines articletitle name heading",
    "published": "date published publishdate pubdate publicationdate datepublished publishedat publishedon "
    "posted postedon created createdat datum time datetime timestamp released pubdatetime fecha dateline "
    "publishedtime publishdatetime articledate storydate",
    "updated": "updated lastupdated modified lastmodified updatedat scraped scrapedat retrieved accessed crawled "
    "fetched downloaded scrapedate retrievedon",
    "source": "source publisher publication outlet website site newspaper paper feed sourcename quelle fuente "
    "magazine agency channel newssource sourcetitle",
    "author": "author authors by byline writer reporter journalist writtenby autor auteur creator correspondent",
    "url": "url link links weblink permalink href canonical sourceurl articleurl address web uri originalurl",
    "body": "texte texto volltext inhalt corps cuerpo content text body article "
    "articletext fulltext story articlebody maintext contents articlecontent",
    "summary": "summary description abstract excerpt lead teaser standfirst subtitle dek subhead subheading "
    "subheadline",
    "caption": "caption imagecaption photocaption",
    "other": "section category categories tags tag keywords keyword language lang id articleid topic topics country "
    "region wordcount words length type image imageurl photo video views comments slug draft layout status "
    "location copyright edition page pages desk label score sentiment guid hash filename file format version "
    "priority domain host record recordnumber accessionnumber database documenttype subjectterms publicationtype "
    "sourcetype issn docid documentid",
}  # fmt: skip
_LABEL_FIELD = {word: field for field, words in LABELS.items() for word in words.split()}

# Whole lines that a site's pages put between paragraphs (compared as words in lower case).
FURNITURE_LINES = frozenset(
    line.strip()
    for line in """
    advertisement|advertisements|ad|ads|advert|sponsored|sponsored content|promoted|promoted content|paid content
    article continues after sponsor message|sponsor message|story continues below advertisement|skip advertisement
    article continues below advertisement|continue reading the main story
    advertisement continue reading the main story
    scroll to continue|scroll for more|story continues below|article continues below|continue reading|more more
    read more|read more here|read full story|read full article|read the full story|more|view all|see all
    see more|show more
    load more|view more|learn more|find out more|more on this story|more on this topic|more stories|more news
    related|related stories|related articles|related news|related topics|related content|related posts|related links
    also read|you may also like|you might also like|recommended|recommended for you|recommended stories|trending
    trending now|most read|most popular|popular|popular stories|top stories|latest news|latest stories|don t miss
    editor s picks|editors picks|editor s choice|what to read next|up next|next article|previous article|next|previous
    share|share this|share this article|share this story|share article|share on facebook|share on twitter|share on x
    share on linkedin|share on whatsapp|share via email|share by email|share with|share to|share this post
    shares|tweet
    facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|email|e mail|instagram|youtube|tumblr
    messenger|flipboard
    copy link|link copied|copied|print|print this|print this article|print article|save|save article|bookmark
    save story|gift this article|gift article|listen|listen to this article|listen to article|play|pause|mute|unmute
    comment|comments|leave a comment|leave a reply|post a comment|add a comment|view comments|show comments|0 comments
    no comments|write a comment|join the conversation|sign in|sign up|log in|login|register|subscribe|subscribe now
    subscribe today|subscribe for free|newsletter|newsletters|sign up for our newsletter|get the newsletter
    subscribe to our newsletter|follow us|follow|following|follow us on twitter|follow us on facebook
    menu|search|home|close|close menu|open menu|skip to content|skip to main content|skip to navigation|back to top
    navigation|toggle navigation|main menu|site search|search for|submit|cancel|ok|accept|accept all|reject all|got it
    privacy policy|terms of use|terms of service|terms and conditions|cookie policy|cookies|contact us
    about us|contact
    privacy|advertise|advertise with us|careers|help|faq|sitemap|site map|rss|feedback|accessibility|legal
    all rights reserved|photo|photos|image|video|videos|watch|watch live|live|gallery|photo gallery
    view gallery|enlarge
    enlarge image|image source|image caption|media caption|play video|watch video|click to enlarge|toggle caption
    hide caption|expand|collapse|loading|loading comments|font size|text size|a a a|increase font size
    decrease font size
    subscriber only stories|subscriber only storiesview all|premium|exclusive|breaking news|partager|similaire
    j aime chargement|like this|like loading|like|liked|report an error|report this ad|topics|tags|filed under
    report a typo|send|send us feedback|remove all|get notifications|turn on notifications|notifications|app
    get the app
    download the app|get the latest news|stay informed|stay connected|partner content|paid post|starpicks
    sign up to our newsletter|sign up to our newsletters|sign up for our newsletters|sign up for the newsletter
    subscribe to our newsletters|subscribe to the newsletter|join our newsletter
    newsletter sign up|thank you for subscribing|please enter a valid email address|your email address
    """.replace("\n", "|").split("|")
    if line.strip()
)  # fmt: skip
# Starts of short lines that lead elsewhere (lower case): hidden wherever they stand.
FURNITURE_STARTS = (
    "read more:", "read more at ", "also read:", "also read |", "also read-", "also read –", "read also:",
    "read next:",
    "related:", "related articles:", "related story:", "related stories:", "more top reads from", "must read:",
    "click to share ", "cliquez pour partager", "cliquer pour partager", "follow @", "thanks for signing up",
    "[photo]http", "[image]http", "[video]http", "view this post on instagram", "a post shared by ",
    "pic.twitter.com/",
    "recommended story", "you may also like", "you might also like", "article continues after ", "skip to ",
    "report this ad", "please enable javascript", "loading...", "report an error", "subscribe to read",
    "©", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "(c) 1", "(c) 2", "all rights reserved",
)  # fmt: skip
# Starts that point at furniture on a page full of it; an article may have them too.
HINT_STARTS = (
    "also on ", "like this story?", "get short url", "read more", "read:", "read |", "see also:", "see more:",
    "watch:",
    "watch |", "watch more:", "listen:", "more on this:", "more:", "click here to ", "click here for ", "share this ",
    "share on ", "follow us on ", "follow us @", "follow on ", "sign up for ", "sign up to ", "sign up here",
    "subscribe ", "thank you for signing up", "download our app", "get the latest ", "join our ", "find us on ",
    "like us on ", "don't miss", "don’t miss", "recommended:", "most read", "more from ", "photo gallery:",
    "in pictures:",
    "tags:", "topics:", "filed under", "posted in ", "categories:", "keywords:", "continue reading",
    "scroll down for",
    "this site uses cookies", "we use cookies", "by continuing to use", "advertis", "sponsored", "newsletter",
)  # fmt: skip
_CLOSERS = (
    "###", "# # #", "-30-", "- 30 -", "–30–", "ends", "-ends-", "(ends)", "(end)", "end", "-end-", "/ends", "--ends--",
    "*****",
)  # fmt: skip

has_digit = re.compile(r"\d").search
_BULLETS = frozenset("•▪●■►▶»>·")
_COUNTED = "(?:shares?|comments?|likes?|views?|tweets?|retweets?|reactions?|repl(?:y|ies)|reposts?)"
_NUMBER = r"\d[\d,.]*\s?[km]?\+?"
_COUNTER = rf"{_NUMBER} {_COUNTED}|{_COUNTED}:? ?(?:\({_NUMBER}\)|{_NUMBER})"
_RULE_CHARS = frozenset("-–—_=*~#•·.+─━═ ")
_SMALL = frozenset(
    """a an the of in on for to and or but nor at by as from with von van de der den del di da la le el al bin ibn
    du e y und et""".split()
)


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern, compiled when it is first needed: most files need few."""
    return re.compile(source, flags)


@lru_cache(1024)  # whole pages are looked at more than once
def kind_of(text: str) -> str:
    """The kind of a line: "" for ordinary text, else one of rule, url, domain, date, byline, control,
    copyright, credit, label, section, mark (end mark), site (furniture), hint (furniture on a whole page)."""
    size = len(text)
    if size > 240:
        return ""
    first = text[0]
    if size <= 3 and (text.isdigit() or (text.isalpha() and text.isupper() and size == 2)):
        return "control"
    if first in _RULE_CHARS and size >= 3 and _RULE_CHARS.issuperset(text):
        return "mark" if text in _CLOSERS else "rule"
    low = text.lower()
    if low in _CLOSERS:
        return "mark"
    if low.startswith(("http://", "https://", "www.")) and " " not in text:
        return "url"
    if " " not in text and "." in text and size <= 60 and is_domain(low):
        return "domain"
    if size <= 90 and has_digit(text) and date_line(text):
        return "date"
    if low.startswith(
        ("by ", "by:", "von ", "par ", "por ", "written by ", "reported by ", "words by ", "story by ")
    ):
        if size <= 100 and is_byline(text):
            return "byline"
    elif low == "by":
        return "byline"
    if size <= 160 and ":" in text and label_of(text):
        return "label"
    if first in _BULLETS:
        low = low[1:].lstrip()
    if low.startswith(FURNITURE_STARTS):
        if low.startswith(("©", "copyright ", "(c) ")) or "rights reserved" in low:
            return "copyright"
        if size <= 140 and not _is_prose(text):
            return "site"
    if size <= 60 and key_of(low) in FURNITURE_LINES:
        return "site"
    if size <= 140 and low.startswith(HINT_STARTS) and not _is_prose(text):
        return "hint"
    if "rights reserved" in low and ("©" in low or "copyright" in low or "(c)" in low):
        return "copyright"
    return ""


def is_counter(text: str) -> bool:
    """Whether a line is what a share or comment button counts: `854 shares`, `Comments (14)`."""
    return len(text) <= 32 and bool(has_digit(text)) and bool(pattern(_COUNTER).fullmatch(text.lower()))


def _is_prose(text: str) -> bool:
    """Whether a short line that starts like furniture reads like a paragraph: a full sentence of some length."""
    return text[-1] in '.!?”"' and text.count(" ") >= 16


def is_domain(low: str) -> bool:
    """Whether a lower-case word is a bare domain such as `example.com`."""
    low = low.rstrip("/")
    if low.startswith("www."):
        low = low[4:]
    return (
        bool(pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.[a-z]{2,13}").fullmatch(low))
        and low.rsplit(".", 1)[1] in _TLDS
    )


_TLDS = frozenset(
    """com org net edu gov int info biz news tv me io co uk us ca au nz ie in pk bd lk np ae sa iq ir eg jo lb sy tr
    il qa kw om bh ye ps ma dz tn ly sd ke ng gh za ug tz rw et zw zm na bw mw mz ao cm sn ci ml fr de at ch it es
    pt nl be lu dk se no fi is pl cz sk hu ro bg gr hr si rs ba mk al ee lv lt ru ua by kz uz ge am az cn jp kr tw
    hk sg my th vn ph id mm kh la br ar cl pe uy py bo ec ve cr gt mx cu do jm tt eu asia africa today press media
    world online site example""".split()
)


def is_byline(text: str) -> bool:
    """Whether a line that starts with By names people and nothing else."""
    body = pattern(r"^(?:written |reported |words |story )?(?:by|von|par|por)\b[:\s]*", re.IGNORECASE).sub(
        "", text
    )
    body = body.split("|")[0].strip(" *_")
    words = pattern(r"[^\s,;/&]+").findall(body)
    if not words or len(words) > 14 or body[-1:] in '?!:”"':
        return False
    if body.endswith(".") and not pattern(r"\b[A-Z][a-z]?\.$|\.com\.?$|(?:Jr|Sr|Inc|AFP|AP)\.$").search(body):
        return False
    capital = 0
    for word in words:
        letters = word.strip("'’().*\"“”")
        if not letters:
            continue
        low = letters.lower()
        if letters[0].isupper() or "@" in letters:
            capital += 1
        elif low in _SMALL or low in _ROLES or low[:3] in ("al-", "el-") or low.startswith("ad-"):
            continue
        else:
            return False
    if capital == 0 or words[0].lower() in (
        "the",
        "a",
        "an",
        "in",
        "this",
        "that",
        "all",
        "monday",
        "friday",
    ):
        return capital > 0 and "staff" in body.lower()
    return not pattern(r"^[A-Z][a-z]+day$").fullmatch(words[0])


_ROLES = frozenset(
    """staff writer writers reporter reporters correspondent correspondents editor agencies agency press contributor
    news desk team bureau special chief senior political sports business updated photos photographs story
    columnist associated who is via dpa afp associate digital content producer reporting""".split()
)


def label_of(text: str) -> tuple[str, str] | None:
    """(field, value) of a `Label: value` line with a known field name, or None. The value may be empty."""
    match = pattern(
        r"[*_#\-\s]*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _/-]{1,24}?)(?:\(s\))?[*_]{0,2}\s*:[*_]{0,2}(?:\s+|(?=https?:)|$)(.*)"
    ).match(text)
    if not match:
        return None
    name = match[1].lower().replace(" ", "").replace("_", "").replace("-", "").replace("/", "")
    field = _LABEL_FIELD.get(name)
    if field is None:
        return None
    return field, match[2].strip().strip('"').strip()


def section_mark(text: str) -> str | None:
    """The field of a line like `---TITLE---` or `[CONTENT]` or `== Body ==`, or None."""
    match = pattern(
        r"(?:[-=*#_]{2,}|\[)\s{0,2}([A-Za-z][A-Za-z _]{2,20}?)\s{0,2}:?(?:[-=*#_]{2,}|\])"
    ).fullmatch(text)
    if not match:
        return None
    return _LABEL_FIELD.get(match[1].lower().replace(" ", "").replace("_", ""))


def is_title(text: str) -> bool:
    """Whether a line could be a headline by its shape: a few words, no sentence end, a capital first."""
    size = len(text)
    if not 6 <= size <= 240:
        return False
    last, first = text[-1], text[0]
    if last in ",;:" or (
        last == "." and not text.endswith("..") and not (text[-2:-1].isupper() and not text[-3:-2].isalnum())
    ):
        return False
    if text.count(" ") > 34 or (size > 90 and pattern(r"[a-z]{2}[.!?]”? [A-Z#]").search(text)):
        return False
    if first.isdigit() and pattern(r"\d{1,3}[).] ").match(text):
        return False
    if first.islower() and not pattern(r"[a-z][A-Z]|e-|al-|de ").match(text):
        return False
    if first in "-•*+>|©@&/)]}<=~^":
        return False
    return any(c.isalpha() for c in text)


def is_long(text: str) -> bool:
    """Whether a line is running text: long, or a full sentence."""
    size = len(text)
    if size >= 160:
        return True
    last = text[-1]
    if size < 60 or last not in ".!?”\"’'…)" or text.count(" ") < 8:
        return False
    if last in ".…":
        return True
    # Headlines end in question marks and quotations too; longer ones are sentences.
    return size >= 110 or (last not in "?!" and text[-2] in ".?!,")


CREDIT = (
    r"[(\[](?:(?i:photo|image|picture|file|reuters|afp|ap\b|epa|getty|xinhua|courtesy|via|handout|supplied|anadolu)|"
    r"[A-Z][\w.&’'-]*(?: [A-Z&/][\w.&’'/-]*){0,4}(?: via [A-Z][\w ]{2,30})?)[^()\[\]]{0,60}[)\]]$"
)
