"""What one counter keeps for itself."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from loket.domain.errors import StorageError
from loket.ui import preferences, theme
from loket.ui.preferences import DEFAULTS, Preferences
from loket.ui.sounds import Sounds

CHOSEN = Preferences(
    language="id",
    theme="contrast",
    scale_percent=150,
    motion=False,
    sounds=False,
    volume_percent=35,
    last_username="wayan",
    backup_folder='D:\\Cadangan "Loket"\\é',
    mirror_folder="/media/usb",
)


def write(folder: Path, text: str) -> None:
    preferences.path_in(folder).write_text(text, encoding="utf-8")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    preferences.save(tmp_path, CHOSEN)
    assert preferences.load(tmp_path) == CHOSEN
    assert [file.name for file in tmp_path.iterdir()] == ["preferences.toml"]  # nothing half-written beside it


def test_a_fresh_counter_has_the_defaults(tmp_path: Path) -> None:
    assert preferences.load(tmp_path) == DEFAULTS


def test_a_change_keeps_the_rest(tmp_path: Path) -> None:
    preferences.save(tmp_path, CHOSEN)
    changed = preferences.change(tmp_path, theme="dark")
    assert changed.theme == "dark"
    assert preferences.load(tmp_path) == changed
    assert changed.mirror_folder == CHOSEN.mirror_folder


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('theme = "pink"', "theme"),
        ("scale_percent = 110", "scale_percent"),
        ("scale_percent = true", "scale_percent"),
        ('sounds = "yes"', "sounds"),
        ("volume_percent = 101", "volume_percent"),
        ('language = "fr"', "language"),
    ],
)
def test_a_bad_value_names_file_and_key_and_leaves_the_default(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, line: str, key: str
) -> None:
    write(tmp_path, f'{line}\nlast_username = "made"\n')
    with caplog.at_level(logging.WARNING):
        found = preferences.load(tmp_path)
    assert found == Preferences(last_username="made")
    assert str(preferences.path_in(tmp_path)) in caplog.text
    assert f"{key} = " in caplog.text


def test_an_unknown_key_is_told_and_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path, 'colour = "red"\ntheme = "dark"\n')
    with caplog.at_level(logging.WARNING):
        assert preferences.load(tmp_path) == Preferences(theme="dark")
    assert "colour" in caplog.text


def test_a_garbled_file_does_not_stop_the_counter(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path, "theme = ")
    with caplog.at_level(logging.WARNING):
        assert preferences.load(tmp_path) == DEFAULTS
    assert "preferences.toml" in caplog.text


def test_an_impossible_value_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="scale_percent"):
        preferences.change(tmp_path, scale_percent=90)
    assert not preferences.path_in(tmp_path).exists()


def test_a_missing_folder_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        preferences.save(tmp_path / "gone", DEFAULTS)


def test_they_are_applied_at_once(qapp: QApplication) -> None:
    sounds = Sounds(volume=1.0)
    preferences.apply(CHOSEN, sounds)
    assert (theme.current().name, theme.current().scale, theme.current().motion) == ("contrast", 1.5, False)
    assert sounds.muted
    assert sounds.volume == pytest.approx(0.35)


def test_backups_go_beside_the_data_unless_told_otherwise(tmp_path: Path) -> None:
    assert preferences.backup_folder(tmp_path, DEFAULTS) == tmp_path / "backups"
    assert preferences.backup_folder(tmp_path, Preferences(backup_folder="/mnt/b")) == Path("/mnt/b")
