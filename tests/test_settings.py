"""The configuration: what is right is taken, what is wrong is named with file:line and left at its default."""

from reader.model import Watch
from reader.settings import Settings, load_settings, may_be, schema


def load(tmp_path, text):
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_values_of_every_kind_are_read(tmp_path):
    settings, problems = load(
        tmp_path,
        "theme: paper\nwidth: 66\nfold_duplicates: no\nduplicate_threshold: 0.8\n"
        "watch: ['person:Kabbashi', border, Tolls: toll -road]\nkeys:\n  note.add: A\n  next.figure: [x, ctrl+x]\n",
    )
    assert problems == ()
    assert (settings.theme, settings.width, settings.fold_duplicates) == ("paper", 66, False)
    assert settings.duplicate_threshold == 0.8
    assert settings.watch == (Watch("person:Kabbashi"), Watch("border"), Watch("toll -road", "Tolls"))
    assert load(tmp_path, "watch:\n  Tolls: toll -road\n") == (
        Settings(watch=(Watch("toll -road", "Tolls"),)),
        (),
    )
    assert settings.keys == {"note.add": "A", "next.figure": "x, ctrl+x"}


def test_bounds_are_allowed_and_nothing_beyond_them(tmp_path):
    for value in (20, 400):
        assert load(tmp_path, f"width: {value}\n") == (Settings(width=value), ()) and may_be("width", value)
    for value in (19, 401):
        settings, (problem,) = load(tmp_path, f"width: {value}\n")
        assert (
            settings == Settings() and "expected 20 to 400" in problem.message and not may_be("width", value)
        )
    assert may_be("sort", "title") and not may_be("sort", "sideways") and not may_be("width", "66")


def test_a_wrong_value_is_named_and_only_it_falls_back(tmp_path):
    settings, problems = load(tmp_path, "theme: paper\nwidth: wide\nsort: sideways\ncolour: red\nwidht: 3\n")
    assert settings == Settings(theme="paper")
    said = [str(p) for p in problems]
    assert [p.line for p in problems] == [2, 3, 4, 5]
    assert "config.yaml:2: width: expected a whole number, not 'wide'" in said[0]
    assert "newest, oldest" in said[1]
    assert said[2].endswith(
        "unknown setting 'colour'; `reader config --schema` lists them all. It is ignored"
    )
    assert "did you mean 'width'?" in said[3]


def test_broken_yaml_gives_defaults_and_one_problem(tmp_path):
    settings, problems = load(tmp_path, "theme: paper\nkeys: [a\nwidth: 3")
    assert settings == Settings()
    assert len(problems) == 1 and problems[0].line
    assert "defaults are used" in problems[0].message


def test_a_list_at_the_top_a_bad_encoding_and_a_folder_are_problems(tmp_path):
    assert load(tmp_path, "- a\n- b\n")[1][0].message.startswith("expected `setting: value`")
    (tmp_path / "latin").write_bytes("theme: caf\xe9\n".encode("latin-1"))
    assert "UTF-8" in load_settings(tmp_path / "latin")[1][0].message
    assert load_settings(tmp_path)[1]


def test_a_missing_default_is_fine_and_a_missing_named_file_is_not(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load_settings() == (Settings(), ())
    assert load_settings(tmp_path / "none.yaml")[1]


def test_the_schema_is_a_configuration_of_all_defaults(tmp_path):
    lines = [
        line[1:] if line.startswith("#") and line[1:2] != " " else line for line in schema().splitlines()
    ]
    settings, problems = load(tmp_path, "\n".join(lines))
    assert problems == ()
    assert settings == Settings()
