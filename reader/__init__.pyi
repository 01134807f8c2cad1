"""The types of what is loaded when it is first used; see `__init__.py`."""

from reader.detect import detect as detect
from reader.library import Library as Library
from reader.model import Article as Article
from reader.model import Figure as Figure
from reader.model import Note as Note
from reader.model import Person as Person
from reader.notes import NoteStore as NoteStore
from reader.parsing import parse_file as parse_file
from reader.parsing import parse_text as parse_text

__version__: str
