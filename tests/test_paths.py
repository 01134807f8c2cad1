"""Where files are looked for."""

from pathlib import Path

from reader import paths


def test_shipped_folders_exist():
    assert list(paths.shipped("themes").glob("*.yaml"))
    assert list(paths.shipped("articles").glob("*.txt"))


def test_xdg_places_follow_the_environment_and_ignore_relative_values(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.config_dir() == tmp_path / "reader"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert paths.cache_dir() == Path.home() / ".cache/reader"


def test_slugs_are_safe_and_never_empty():
    assert paths.slug("Café—Zürich news.txt") == "CafeZurich-news.txt"
    assert paths.slug("../../..") == "file"
    assert paths.slug("حرب") == "file"
    assert len(paths.slug("a" * 300)) == 60


def test_an_article_is_named_by_its_file_and_a_number_in_plain_digits():
    assert paths.article_place("a#b.txt#12") == ("a#b.txt", 12)
    assert not any(
        map(paths.article_place, ("a.txt", "a.txt#", "#1", "a.txt#²", "a.txt#-1", "a.txt#" + "9" * 5000))
    )


def test_library_keys_tell_folders_of_one_name_apart(tmp_path):
    one, two = tmp_path / "a/news", tmp_path / "b/news"
    for folder in (one, two):
        folder.mkdir(parents=True)
    assert paths.library_key(one) != paths.library_key(two)
    (tmp_path / "link").symlink_to(one)
    assert paths.library_key(tmp_path / "link") == paths.library_key(one)


def test_a_file_belongs_to_the_nearest_folder_with_notes_or_that_was_opened_but_never_home(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    file = tmp_path / "news/wire/a.txt"
    file.parent.mkdir(parents=True)
    file.touch()
    assert paths.library_of(file) == file.parent
    for folder in (tmp_path, tmp_path / "news"):
        (paths.cache_dir() / paths.library_key(folder)).mkdir(parents=True)
        assert paths.library_of(file) == (file.parent if folder == tmp_path else folder)
    (file.parent / "notes").mkdir()
    (file.parent / "notes/.lock").touch()
    assert paths.library_of(file) == file.parent and paths.library_of(file.parent.parent) == tmp_path / "news"
