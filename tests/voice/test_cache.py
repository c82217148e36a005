from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.clip import Clip
from mindful.voice.cache import ClipCache, clip_key
from mindful.voice.errors import VoiceTrouble

CLIP = Clip(np.linspace(-0.5, 0.5, 1000, dtype=np.float32), 22_050)
PARTS = {"engine": "e", "version": "1", "voice": "v", "text": "t"}


def same(one: Clip | None, other: Clip) -> bool:
    return one is not None and one.rate == other.rate and np.array_equal(one.samples, other.samples)


@pytest.mark.parametrize("private", [False, True])
def test_what_is_got_is_what_put_returned(tmp_path: Path, private: bool) -> None:
    cache = ClipCache(tmp_path / "clips")
    assert cache.get("k", private=private) is None
    kept = cache.put("k", CLIP, private=private)
    assert same(cache.get("k", private=private), kept)
    assert np.allclose(kept.samples, CLIP.samples, atol=1e-4)


def test_private_clips_never_touch_the_disk(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "clips")
    cache.put("k", CLIP, private=True)
    assert list(tmp_path.rglob("*")) == []
    assert ClipCache(tmp_path / "clips").get("k", private=True) is None


def test_others_outlive_the_process(tmp_path: Path) -> None:
    kept = ClipCache(tmp_path / "clips").put("k", CLIP, private=False)
    assert same(ClipCache(tmp_path / "clips").get("k", private=False), kept)


def test_a_damaged_file_is_removed_and_made_again(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    cache.put("k", CLIP, private=False)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-7] + b"garbage")
    assert cache.get("k", private=False) is None
    assert not file.exists()
    kept = cache.put("k", CLIP, private=False)
    assert same(cache.get("k", private=False), kept)


def test_memory_serves_where_the_disk_does_not(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file in its place")
    cache = ClipCache(tmp_path / "clips")
    kept = cache.put("k", CLIP, private=False)
    assert same(cache.get("k", private=False), kept)
    assert cache.size() == 0


def test_memory_is_bounded_too_and_counts_right(tmp_path: Path) -> None:
    one = 2 * CLIP.frames + 18
    cache = ClipCache(tmp_path, memory_limit=3 * one)
    for key in "abca":
        cache.put(key, CLIP, private=True)
    cache.get("b", private=True)
    cache.put("d", CLIP, private=True)
    kept = {key for key in "abcd" if cache.get(key, private=True) is not None}
    assert kept == {"a", "b", "d"}
    assert cache._memory_size == 3 * one


def test_size_forget_and_clear(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "clips")
    assert cache.size() == 0
    cache.clear()
    cache.put("a", CLIP, private=False)
    cache.put("b", CLIP, private=True)
    assert cache.size() == 2 * CLIP.frames + 18
    cache.forget()
    assert cache.get("b", private=True) is None
    assert cache.get("a", private=False) is not None
    cache.put("b", CLIP, private=True)
    cache.clear()
    assert cache.get("a", private=False) is cache.get("b", private=True) is None
    assert cache.size() == 0


def test_a_folder_that_cannot_be_emptied_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "odd.clip").mkdir()
    with pytest.raises(VoiceTrouble, match="cache-unusable") as caught:
        ClipCache(tmp_path).clear()
    assert caught.value.facts == {"path": str(tmp_path)}


def test_a_folder_that_cannot_be_read_is_a_trouble(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(VoiceTrouble, match="cache-unusable"):
        ClipCache(loop).size()
    kept = ClipCache(loop).put("k", CLIP, private=False)
    assert kept.frames == CLIP.frames, "and still no line is lost"


@given(st.text(), st.floats(0.1, 5.0))
def test_a_key_tells_nothing_and_depends_on_all(text: str, pace: float) -> None:
    key = clip_key(**PARTS | {"text": text}, pace=pace)
    assert re.fullmatch("[0-9a-f]{64}", key)
    assert key == clip_key(**PARTS | {"text": text}, pace=pace)
    others = [PARTS | {"text": text} | {name: "other!"} for name in PARTS]
    assert key not in [clip_key(**other, pace=pace) for other in others]
    assert key != clip_key(**PARTS | {"text": text}, pace=pace + 0.01)
