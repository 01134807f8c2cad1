"""What every command promises: exit codes, one safe line of trouble that names the file, valid JSON lines."""

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from reader.cli.parsers import arguments_of, build_parser, shielded, words_of
from reader.cli.tree import COMMANDS
from tests.commands.conftest import STORY

JSON_LINES = {
    "parse": ("parse", "--json", "dam.txt"), "list": ("list", "--json", "."),
    "show": ("show", "--json", "dam.txt"), "search": ("search", "--json", "dam", "."),
    "people": ("people", "--json"), "figures": ("figures", "--json"),
    "notes": ("notes", "--json"), "config": ("config", "--json"), "paths": ("paths", "--json"),
}  # fmt: skip


def json_lines(out):
    return [json.loads(line) for line in out.decode("utf-8").splitlines()]


# ------------------------------------------------------------------ the tree


def test_help_names_every_command(reader):
    done = reader("--help")
    assert done.code == 0
    for name in COMMANDS:
        assert f"  {name} " in done.out.decode()


def test_help_on_a_command_is_the_help_of_the_command(reader):
    assert reader("help", "search").out == reader("search", "--help").out
    assert reader("help", "nonsense").out == reader("--help").out


def test_all_is_said_in_utf_8_whatever_the_encoding(process):
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = process("search", "--help", env=ascii_only)
    assert (done.code, done.err) == (0, "") and "regex/ …" in done.out.decode()
    assert "été.txt" in process("parse", "été.txt", env=ascii_only).err  # and there the app is drawn


def test_version(reader):
    assert reader("--version").out.startswith(b"reader ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_refuses_unknown_options(reader, command):
    assert reader(command, "--help").code == 0
    done = reader(command, "--no-such-option")
    assert done.code == 2
    assert "Traceback" not in done.err


def test_help_stands_within_the_terminal_but_for_examples(reader, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    for command in ("notes", "mark", "detect", "anchor"):
        text = reader(command, "--help").out.decode()
        assert max(len(line) for line in text.splitlines() if not line.startswith("  reader ")) <= 60, command
    assert "\n\n  reader mark 'source" in reader("mark", "--help").out.decode()


@pytest.mark.parametrize("command", [*COMMANDS, "note add", "note edit", "note rm", "note restore"])
def test_every_help_has_an_example_that_is_understood_and_tells_of_every_argument(reader, command):
    text = reader(*command.split(), "--help").out.decode()
    own = [line for line in text.splitlines() if line.startswith("  ") and f"reader {command} " in f"{line} "]
    assert own and max(map(len, own)) <= 110
    name = command.split()[0]
    parser = build_parser(name)
    parse = parser.parse_args if name == "note" else parser.parse_intermixed_args
    options = [word for word in words_of(parser) if word.names[0].startswith("-")]
    assert all(word.about for word in (*options, *arguments_of(parser)))
    for part in (part for line in own for part in re.split(r" [|] ", line.strip())):
        words = shlex.split(part)
        words = words[: next((at for at, word in enumerate(words) if word in ("<", ">")), None)]
        if words[:2] == ["reader", name]:
            parse(shielded(parser, words[2:]))


# ------------------------------------------------------------------ trouble with inputs


def _check_trouble(done, name):
    assert done.code in (2, 3), (done.code, done.err)
    assert "Traceback" not in done.err
    assert len(done.lines) == 1, done.err
    assert done.lines[0].startswith("reader: ")
    assert name in done.lines[0]


@pytest.mark.parametrize("command", ["parse", "list", "show", "notes", "export", "index", "detect"])
def test_a_missing_path_is_named(reader, library, monkeypatch, command):
    monkeypatch.chdir(library)
    _check_trouble(reader(command, "nowhere.txt"), "nowhere.txt")


@pytest.mark.parametrize("words", [["list"], ["search", "dam"], ["list", "../news"], ["notes"]])
def test_a_folder_that_is_gone_from_under_us_is_told(reader, tmp_path, monkeypatch, words):
    (tmp_path / "gone").mkdir()
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    result = reader(*words)
    assert (
        result.code in (2, 4)
        and result.err == "reader: the folder you are in is gone; go to another one with cd\n"
    )


def test_a_query_in_the_place_of_a_path_is_told_where_it_goes(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    assert (
        "is:starred: no such file or folder; a query goes behind --query" in reader("list", "is:starred").err
    )
    assert "--query" not in reader("list", "nowhere").err


def test_what_may_be_left_out_is_not_asked_for(reader):
    for words, missing in (
        (["mark"], "QUERY|ARTICLE|-"),
        (["search"], "QUERY"),
        (["completions"], "bash|zsh|fish"),
    ):
        assert reader(*words).err.splitlines()[-1].endswith(f"are required: {missing}")


def test_a_missing_path_is_named_by_search(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    _check_trouble(reader("search", "dam", "nowhere"), "nowhere")


def test_the_app_names_a_missing_path(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    _check_trouble(reader("nowhere"), "nowhere")


def test_the_app_says_what_reads_a_pipe(reader):
    done = reader("-")
    assert done.code == 2 and "`reader show -`" in done.err


def test_a_command_written_wrongly_is_guessed(reader, library):
    assert "did you mean `reader search`?" in reader("serach", "dam").err
    assert "lists the commands" in reader("nothing-like-it").err


def test_a_bad_file_never_stops_the_good_ones(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    (library / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (library / "link.txt").symlink_to(library / "gone")
    (library / "folder").mkdir()
    done = reader("parse", "--json", "picture.txt", "dam.txt", "link.txt", "folder", "gone.txt", "bridge.txt")
    assert done.code == 3
    assert [record["title"] for record in json_lines(done.out)] == [
        "Dam opens in the north", "Second bridge closed for repair",
    ]  # fmt: skip
    assert len(done.lines) == 4
    for name in ("picture.txt", "link.txt", "folder", "gone.txt"):
        assert sum(name in line for line in done.lines) == 1


def test_a_library_with_bad_files_still_works(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    (library / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (library / "link.txt").symlink_to(library / "gone")
    done = reader("list", "--json", ".")
    assert len(json_lines(done.out)) == 2
    assert "Traceback" not in done.err


def test_an_empty_folder_says_so(reader, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    for words in (("list", empty), ("search", "dam", empty), ("export", empty)):
        done = reader(*words)
        assert done.code == 1, words
        assert "Traceback" not in done.err


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\r\n"], ids=["empty", "blanks", "mark"])
def test_a_file_without_text_is_no_trouble_and_no_article(reader, tmp_path, data):
    (tmp_path / "empty.txt").write_bytes(data)
    done = reader("parse", "--json", tmp_path / "empty.txt")
    assert (done.code, done.out, done.err) == (0, b"", "")
    assert reader("list", tmp_path).out == b""


def test_nothing_found_is_1(reader, library):
    assert reader("search", "zeppelin", library).code == 1


def test_a_query_that_is_not_utf8_finds_nothing(reader, library):
    for words in (
        ("search", "\udcff"),
        ("people", "\udcff"),
        ("figures", "-q", "\udcffm"),
        ("export", "-q", "\udcff"),
    ):
        done = reader(*words, library)
        assert done.code == 1 and "Traceback" not in done.err, (words, done.err)


def test_a_wrong_query_is_2_and_points_at_the_word(reader, library):
    done = reader("search", "after:someday", library)
    assert done.code == 2
    assert "someday" in done.err
    assert "Traceback" not in done.err


# ------------------------------------------------------------------ configuration


@pytest.fixture
def config():
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "reader", "config.yaml")
    os.makedirs(os.path.dirname(path), exist_ok=True)

    def write(text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    return write


def test_config_check_names_file_and_line(reader, config):
    path = config("width: 72\nwidht: 80\nsort: sideways\n")
    done = reader("config", "--check")
    assert done.code == 2
    assert f"{path}:2: unknown setting 'widht'; did you mean 'width'?" in done.err
    assert f"{path}:3: sort: expected one of" in done.err


def test_config_check_is_content_with_a_good_file(reader, config):
    path = config("width: 80\n")
    done = reader("config", "--check")
    assert (done.code, done.err) == (0, "")
    assert path in done.out.decode()


def test_config_check_looks_for_the_model_of_the_backend(reader, config):
    config("theme: paper\nbackend: spacy\nspacy_model: models/none\n")
    done = reader("config", "--check")
    assert done.code == 2
    assert ":3:" in done.err and "backend: builtin" in done.err


def test_who_finds_people_is_told_where_people_are_found(reader, library, config):
    config("backend: spacy\nspacy_model: models/none\n")
    assert "backend: builtin" in reader("index", library).err
    assert "backend: builtin" not in reader("index", "--text", library).err


def test_config_check_looks_at_keys_theme_and_queries(reader, config):
    path = config("theme: nowhere\nwatch: ['after:never']\nkeys:\n  note.add: ctrl+j\n  note.ad: a\n")
    done = reader("config", "--check")
    assert done.code == 2
    assert f"{path}:5: keys: note.ad: no such action; did you mean note.add?" in done.err
    assert "note.add: ctrl+j cannot be used" in done.err
    assert "theme 'nowhere': no such theme; known: contrast, dusk" in done.err
    assert f"{path}:2: watch: after:never: 'never' is not a day" in done.err


def test_wide_characters_are_wrapped_by_their_cells(reader, library):
    text = "新的大桥将耗资八十三亿欧元，比原计划高出百分之十二。" * 6
    (library / "zh.txt").write_text(f"港口大桥造价再次上涨\n\n2024-04-24\n\n{text}\n", "utf-8")
    shown = reader("show", library / "zh.txt").out.decode().splitlines()
    body = [line for line in shown[4:] if line]
    assert "".join(body) == text and len(body) > 3
    assert all(2 * len(line) <= 72 and line[0] not in "，。" for line in body)
    narrow = reader("show", "--width", "30", library / "dam.txt").out.decode().splitlines()
    assert max(map(len, narrow)) <= 30 and "  " not in "".join(narrow)


def test_every_mistake_in_the_settings_is_named_with_its_line(reader, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "theme: papier\nkeys:\n  find: g / x\n  note.ad: a\nwidth: wide\nwatch:\n  - dam\n  - 'title:\"x'\n"
    )
    done = reader("config", "--check", "--file", file)
    places = [line.removeprefix(f"reader: {file}:").partition(":")[0] for line in done.lines]
    assert done.code == 2 and sorted(places) == ["1", "3", "4", "5", "8"]


def test_paths_tells_where_the_index_and_the_state_of_a_library_are(reader, library):
    reader("index", library)
    (said,) = json_lines(reader("paths", "--json", library).out)
    assert os.path.isdir(said["index"]) and os.path.isdir(said["read state"])
    assert os.path.samefile(said["library"], library)


def test_config_shows_what_is_in_use(reader, config):
    config("width: 80\ncategories: [a, b, c, d, e]\n")
    text = reader("config").out.decode()
    assert "width: 80  # yours\n" in text
    assert 'categories: ["a", "b", "c", "d", "e"]  # yours\n' in text
    assert 'theme: "dusk"\n' in text


def test_config_schema_is_a_configuration(reader, config, tmp_path):
    text = reader("config", "--schema").out.decode()
    config("\n".join(line[1:] if line[:1] == "#" and line[1:2] != " " else line for line in text.split("\n")))
    assert reader("config", "--check").code == 0


@pytest.mark.parametrize("text", ["width: [", "- a\n- b", "\tx: 1", "width: &a 3", "\x00"])
def test_a_broken_configuration_stops_nothing(reader, library, config, text):
    path = config(text)
    done = reader("list", "--json", library)
    assert done.code == 0
    assert len(json_lines(done.out)) == 2
    assert len(done.lines) == 1 and path in done.err
    assert reader("config", "--check").code == 2


def test_a_configuration_out_of_reach_stops_nothing(reader, library, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "x" * 300)
    done = reader("list", "--json", library)
    assert done.code == 0 and len(json_lines(done.out)) == 2
    assert len(done.lines) == 1 and "the defaults are used" in done.err


# ------------------------------------------------------------------ notes that cannot be written


def test_an_unwritable_notes_folder_is_named(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    # Root may write anywhere: a file in the folder's place stops everyone.
    (library / "notes").write_text("not a folder")
    done = reader(
        "note", "add", "dam.txt", "--quote", "two years late", "--body", "Why?", "--notes", library / "notes"
    )
    assert done.code == 4
    assert len(done.lines) == 1 and str(library / "notes") in done.err
    assert (library / "notes").read_text() == "not a folder"


def test_a_note_goes_to_disk_and_comes_back(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    before = (library / "dam.txt").read_bytes()
    done = reader("note", "add", "dam.txt", "--quote", "two years late", "--body", "Why?")
    assert done.code == 0, done.err
    assert (library / "dam.txt").read_bytes() == before
    (record,) = json_lines(reader("notes", "--json", "dam.txt").out)
    assert record["body"] == "Why?"
    assert record["status"] == "ok"
    text = reader("export", "dam.txt", "--format", "md").out.decode()
    assert "> two years late\n\nWhy?\n" in text


# ------------------------------------------------------------------ output


def test_a_list_is_a_table_too(reader, library):
    reader("mark", "ruiz", library, "--tag", "water", "--tag", "two words", "--star")
    first, second = csv.DictReader(
        reader("list", library, "--csv", "--sort", "title").out.decode().splitlines()
    )
    assert (first["id"], first["published"], first["tags"]) == ("dam.txt#0", "2024-03-04", "water; two words")
    assert (first["starred"], second["starred"]) == ("True", "False") and second["tags"] == ""
    assert reader("list", library, "-q", "ruiz").out == b"2024-03-04\t-\tDam opens in the north\tdam.txt#0\n"


@pytest.mark.parametrize("command", JSON_LINES)
def test_json_is_one_object_a_line(reader, library, monkeypatch, command):
    monkeypatch.chdir(library)
    reader("note", "add", "dam.txt", "--quote", "two years late", "--body", "Why?\nTell me.")
    done = reader(*JSON_LINES[command])
    assert done.code == 0, done.err
    records = json_lines(done.out)
    assert records
    assert all(isinstance(record, dict) for record in records)
    assert done.out.count(b"\n") == len(records)


@pytest.mark.parametrize(
    "words", [("list", "."), ("show", "dam.txt"), ("search", "dam", "."), ("people",), ("notes",)]
)
def test_no_colour_when_nobody_looks(reader, library, monkeypatch, words):
    monkeypatch.chdir(library)
    reader("note", "add", "dam.txt", "--quote", "two years late", "--body", "Why?")
    assert b"\x1b" not in reader(*words).out


def test_a_closed_pipe_is_silent(library):
    (library / "long.txt").write_text(
        "A headline\n\n" + "A sentence of some 40 pages. " * 4_000, encoding="utf-8"
    )
    for words in (("parse", "--json"), ("show",), ("detect", "--explain")):
        with subprocess.Popen(
            [sys.executable, "-m", "reader", *words, "long.txt"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=library,
        ) as running:  # fmt: skip
            running.stdout.read(10)
            running.stdout.close()
            err = running.stderr.read()
            assert running.wait(60) == 0
            assert err == b""


def test_a_dash_is_the_standard_input(process):
    done = process("parse", "--json", "-", stdin=STORY.encode())
    assert done.code == 0
    assert json_lines(done.out)[0]["title"] == "Dam opens in the north"
    done = process(
        "detect", "--json", stdin=b'{"id": 7, "text": "It cost $5 million."}\n{bad\n{"id": 8, "text": ""}\n'
    )
    assert done.code == 3
    assert [record["id"] for record in json_lines(done.out)] == [7, 8]
    assert ":2:" in done.err


def test_plain_text_is_decoded_as_articles_are(reader, tmp_path):
    (tmp_path / "old.txt").write_bytes("Chancellor Wolfgang Schüssel paid with a card.\n".encode("cp1252"))
    said = reader("detect", tmp_path / "old.txt").out.decode()
    assert said == "Chancellor [Wolfgang Schüssel] paid with a card.\n"


# ------------------------------------------------------------------ hostile input

NASTY = "\x1b]0;owned\x07 \x9b31m \u202eabc\u2066 \x1b[2J"


def _harmless(data):
    text = data.decode("utf-8") if isinstance(data, bytes) else data
    bad = [
        char
        for char in text
        if char in "\x07\x08\x1b\x7f\x9b\u202e\u2066\u2028" or 0xD800 <= ord(char) < 0xE000
    ]
    assert not bad


def test_outside_text_never_reaches_the_terminal_raw(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    name = "evil\x1b[31m\u202e.txt"
    (library / name).write_text(
        f"Headline {NASTY}\n\n2024-01-02\n\nMayor {NASTY} Ana Ruiz paid $5 million. {NASTY} Tom Okoye left.\n",
        "utf-8",
    )
    reader("note", "add", name, "--quote", "paid $5 million", "--body", f"See {NASTY}")
    for words in (
        ("parse", name), ("parse", "--json", name), ("parse", "--explain", name), ("list", "."),
        ("list", "--json", "."),
        ("show", name), ("show", "--raw", name), ("search", "paid", "."), ("search", "--json", "paid", "."),
        ("people",), ("people", "--json"), ("figures",), ("figures", "--json"), ("notes",), ("notes", "--json"),
        ("export", "."), ("export", "-f", "csv", "-w", "all", "."), ("export", "-f", "json", "."), ("doctor", "."),
        ("parse", "gone\x1b[31m.txt"), ("list", "gone\x1b[31m"), ("search", f"after:{NASTY}", "."),
        ("export", "-f", "\x1b[31m"), ("list", "--x\u202e"), ("config", "--file", "\x1b[31m"), ("paths", "\x1b[31m"),
    ):  # fmt: skip
        done = reader(*words)
        _harmless(done.out)
        _harmless(done.err)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_every_command_and_option(reader, shell):
    text = reader("completions", shell).out.decode()
    for name in COMMANDS:
        assert name in text
    assert "--template" in text or "-l template" in text
    assert "passages" in text  # a choice of --what
    assert "readwise" in text  # a --format
    assert "--worker" not in text and "-l worker" not in text


def test_the_manual_page_has_every_command_and_option_and_only_our_requests(reader, monkeypatch):
    page = reader("man").out.decode()
    for name in COMMANDS:
        assert f"\n.SS reader {name}\n" in page
    assert "\n.B \\-\\-query, \\-q QUERY\n" in page
    assert (
        "add a note to a passage" in page and "\n.B \\-\\-quote TEXT\n" in page
    )  # those of sub-commands too
    requests = {line.split(" ")[0] for line in page.split("\n") if line.startswith((".", "'"))}
    assert requests <= set(".TH .nh .ad .SH .SS .PP .TP .B .I .RI .br .nf .fi".split())
    assert not re.search(r"\\(?![e&-])", page)
    monkeypatch.setenv("COLUMNS", "40")
    assert reader("man").out.decode() == page


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_groff_finds_nothing_wrong_with_the_manual_page(reader):
    page = reader("man").out
    done = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"], input=page, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bash_takes_the_completion_script(reader, tmp_path):
    script = tmp_path / "reader.bash"
    script.write_bytes(reader("completions", "bash").out)
    (tmp_path / "export of May.txt").touch()
    asked = f'. {script}; COMP_WORDS=(reader ex); COMP_CWORD=1; _reader; printf "%s\\n" "${{COMPREPLY[@]}}"'
    try:
        done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=30, cwd=tmp_path)
    except FileNotFoundError:
        pytest.skip("no bash here")
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["export", "export of May.txt"]


@pytest.mark.parametrize(
    ("shell", "asked"),
    [
        ("fish", "source {}; complete -C 'reader export -f '"),
        (
            "zsh",
            "compdef() {{}}; _arguments() {{ print -rl -- $@ }}; words=(reader export -f); CURRENT=4; source {}",
        ),
    ],
)
def test_fish_and_zsh_take_the_completion_script(reader, tmp_path, shell, asked):
    script = tmp_path / "script"
    script.write_bytes(reader("completions", shell).out)
    bare = {"fish": "--no-config", "zsh": "-f"}[shell]
    try:
        done = subprocess.run(
            [shell, bare, "-c", asked.format(script)],
            capture_output=True,
            text=True,
            timeout=30,
            cwd=tmp_path,
        )
    except FileNotFoundError:
        pytest.skip(f"no {shell} here")
    assert done.stderr == ""
    assert "readwise" in done.stdout and "the suffix of -o" in done.stdout


def test_zsh_completes_files_behind_a_word_with_choices(reader):
    script = reader("completions", "zsh").out.decode()
    (note,) = [part for part in script.split(";;") if "\n    note) " in part]
    assert note.rstrip().endswith("'1:what:(add edit rm restore)' '*:file:_files'")


def test_a_file_in_a_folder_of_a_library_has_the_librarys_notes(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    (library / "north").mkdir()
    (library / "dam.txt").rename(library / "north" / "dam.txt")
    reader("note", "add", "bridge.txt", "--quote", "three weeks", "--body", "Still?")
    done = reader("note", "add", "north/dam.txt", "--quote", "two years late", "--body", "Why?")
    assert done.code == 0, done.err
    for words in (("notes", "north/dam.txt"), ("export", "north/dam.txt"), ("export", "."), ("notes", ".")):
        assert b"Why?" in reader(*words).out, words
    assert b"Still?" not in reader("export", "north/dam.txt").out
    assert not (library / "north" / "notes").exists()


def test_colour_is_asked_for_and_only_ours(reader, library, monkeypatch):
    monkeypatch.chdir(library)
    story = STORY.replace("Dam opens", "Dam \x1b[31mopens\x1b[0m").replace("Ruiz for", "Ruiz \x1b[5mfor")
    (library / "evil.txt").write_text(story)
    for words in (("search", "dam", "."), ("show", "evil.txt"), ("people", "Ana Ruiz")):
        painted = reader(*words, "--color", "always").out
        assert b"\x1b[" in painted
        assert set(re.findall(rb"\x1b\[([^m]*)m", painted)) <= {b"0", b"1", b"2", b"7"}
        plain = reader(*words, "--color", "never").out
        assert re.sub(rb"\x1b\[\d*m", b"", painted) == plain
        monkeypatch.setenv("NO_COLOR", "1")
        assert reader(*words).out == plain
        monkeypatch.delenv("NO_COLOR")


def test_a_hit_is_what_is_marked(reader, library):
    out = reader("search", '"two years"', library, "--color", "always").out.decode()
    assert "\x1b[7mtwo years\x1b[0m" in out


def test_on_a_terminal_what_is_known_of_an_article_stands_below_its_title(reader, library, monkeypatch):
    piped = reader("list", library).out.decode()
    reader("mark", "dam.txt#0", library, "--read", "--star")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    lines = reader("list", library).out.decode().splitlines()
    titles = [line.split("\t")[2] for line in piped.splitlines()]
    assert len(lines) == 2 * len(titles) and piped.count("\t") == 3 * len(titles)
    unread, starred = (next(line for line in lines if title in line) for title in titles)
    assert (unread, starred) == (f"\x1b[1m{titles[0]}\x1b[0m", f"{titles[1]}  ★")
    assert any(line.endswith("dam.txt#0\x1b[0m") for line in lines)


def test_on_a_terminal_passages_stand_under_their_articles_in_lines_of_its_width(
    reader, library, monkeypatch
):
    text = "A dam is a dam " + "that holds water " * 12 + "back."
    (library / "long.txt").write_text(f"Dam news\n\n2024-05-06 08:30\n\n{text}\n")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    monkeypatch.setattr("reader.cli.passages.columns", lambda: 60)
    monkeypatch.setenv("TERM", "xterm")
    out = reader("search", '"a dam"', library).out.decode()
    lines = out.splitlines()
    at = lines.index("\x1b[1mDam news\x1b[0m")
    assert lines[at + 1] == "\x1b[2m2024-05-06 · long.txt#0\x1b[0m"
    assert lines[at + 2].startswith("  \x1b[7mA dam\x1b[0m is \x1b[7ma dam\x1b[0m that holds")
    assert all(len(re.sub(r"\x1b\[\d*m", "", line)) <= 60 for line in lines)
    assert out.count("A dam") == 1
    done = reader("figures", "percent>1", library, "--color", "never")
    assert done.out.decode().splitlines()[2:] == [
        "about 12 %  percent · 2024-03-04 · dam.txt#0", "  It cost $4.5 million, about 12% more than planned.",
    ]  # fmt: skip
    monkeypatch.setattr("reader.cli.options._PAGE", 1)
    assert reader("figures", library).out.count(b"\n") == 2
    for words in (("figures",), ("list",), ("people",), ("people", "--explain"), ("people", "--csv")):
        assert "--limit 0 shows all" in reader(*words, library).err
        done = reader(*words, library, "--limit", "0")
        assert done.out.count(b"\n") > 2 and not done.err, words


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_one_line(library):
    for words in (
        ("parse", "dam.txt"),
        ("config",),
        ("--help",),
        ("list", "-h"),
        ("export", "-w", "people", "."),
    ):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "reader", *words],
                stdout=full, stderr=subprocess.PIPE, cwd=library, timeout=60,
            )  # fmt: skip
        assert done.returncode == 4, words
        assert done.stderr.decode().splitlines() == ["reader: standard output: No space left on device"], (
            words
        )


@pytest.mark.parametrize(("words", "code"), [("list . >&-", 0), ("parse - nowhere.txt <&- 2>&-", 3)])
def test_what_is_closed_from_outside_is_no_trouble(library, words, code):
    script = f"exec {sys.executable} -m reader {words}"
    done = subprocess.run(["sh", "-c", script], capture_output=True, cwd=library, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_the_marks_of_a_text_are_shown_in_it_or_listed(reader):
    text = "Mayor Ana Ruiz opened the dam. It cost $4.5 million.\n"
    assert reader("detect", stdin=text.encode()).out.decode() == (
        "Mayor [Ana Ruiz] opened the dam. It cost {$4.5 million}.\n"
    )
    person, figure = reader("detect", "--explain", stdin=text.encode()).out.decode().splitlines()
    assert re.fullmatch(r" +6  person +[01]\.\d\d  Ana Ruiz = Ana Ruiz, Mayor: .+", person)
    assert re.fullmatch(
        r" +39  money +[01]\.\d\d  \$4\.5 million = 4500000 \$: a currency sign or code; .+", figure
    )
    assert reader("detect", stdin=b"Nothing here.").code == 1
