"""New files: there when all is well, and not at all otherwise."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mindful.sit.errors import SitTrouble
from mindful.sit.new_files import NewFiles, unfinished_name


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(*places: Path, replace: bool = False) -> SitTrouble:
    with pytest.raises(SitTrouble) as trouble, NewFiles(places, replace=replace):
        pytest.fail("it began")
    return trouble.value


def test_all_appear_together_and_only_at_the_end(tmp_path: Path) -> None:
    places = (tmp_path / "a.wav", tmp_path / "a.vtt")
    new = NewFiles(places, replace=False)
    with new as (sound, words):
        sound.write(b"sound")
        words.write(b"words")
        assert not any(place.exists() for place in places)
        new.commit()
    assert [place.read_bytes() for place in places] == [b"sound", b"words"]
    assert left(tmp_path) == ["a.vtt", "a.wav"]


def test_left_early_nothing_stays_and_what_was_there_is_kept(tmp_path: Path) -> None:
    old = tmp_path / "a.wav"
    old.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), NewFiles((old,), replace=True) as (file,):
        file.write(b"half" * (1 // 0))
    assert left(tmp_path) == ["a.wav"]
    assert old.read_bytes() == b"before"


def test_what_is_there_goes_only_where_that_was_said(tmp_path: Path) -> None:
    old = tmp_path / "a.wav"
    old.write_bytes(b"before")
    assert refused(old).code == "file-exists"
    new = NewFiles((old,), replace=True)
    with new as (file,):
        file.write(b"after")
        new.commit()
    assert old.read_bytes() == b"after"


def test_a_file_that_came_meanwhile_is_kept_and_neither_is_there(tmp_path: Path) -> None:
    places = (tmp_path / "a.wav", tmp_path / "a.vtt")
    new = NewFiles(places, replace=False)

    def come_too_late() -> None:
        with new:
            places[1].write_bytes(b"another's")
            new.commit()

    with pytest.raises(SitTrouble) as trouble:
        come_too_late()
    assert trouble.value.code == "file-exists"
    assert left(tmp_path) == ["a.vtt"]
    assert places[1].read_bytes() == b"another's"


def test_places_that_cannot_be_are_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "folder.wav").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    assert refused(tmp_path / "gone" / "a.wav").code == "folder-missing"
    assert refused(tmp_path / "file" / "a.wav").code == "no-folder"
    assert refused(tmp_path / "folder.wav", replace=True).code == "not-a-file"
    assert refused(tmp_path / ("a" * 300 + ".wav")).code == "file-unwritable"
    assert refused(tmp_path / "a.wav", tmp_path / "link" / "a.wav").code == "same-file-twice"
    assert left(tmp_path) == ["file", "folder.wav", "link"]


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.wav"
    os.mkfifo(pipe)
    assert refused(pipe, replace=True).code == "not-a-file"
    assert pipe.is_fifo()


def test_a_folder_that_goes_meanwhile_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    new = NewFiles((folder / "a.wav",), replace=False)

    def pull_it_out() -> None:
        with new:
            unfinished_name(folder / "a.wav", os.getpid()).unlink()
            folder.rmdir()
            new.commit()

    with pytest.raises(SitTrouble) as trouble:
        pull_it_out()
    assert trouble.value.code == "folder-missing"
    assert left(tmp_path) == []


def test_the_longest_name_a_disk_takes_is_fine(tmp_path: Path) -> None:
    place = tmp_path / ("ü" * 125 + ".wav")
    new = NewFiles((place,), replace=False)
    with new:
        new.commit()
    assert place.exists()


def test_what_a_killed_process_of_the_same_number_left_is_no_hindrance(tmp_path: Path) -> None:
    place = tmp_path / "a.wav"
    unfinished_name(place, os.getpid()).write_bytes(b"old and half")
    new = NewFiles((place,), replace=False)
    with new as (file,):
        file.write(b"new")
        new.commit()
    assert place.read_bytes() == b"new"
    assert left(tmp_path) == ["a.wav"]
