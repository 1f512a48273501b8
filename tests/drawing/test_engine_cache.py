"""The wasi engine's compiled code on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import wasmtime

from carteblanche_journeys.drawing.engine_cache import compiled

posix_only = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners are a POSIX notion")


@pytest.fixture
def wasm(tmp_path):
    """A program of one function."""
    program = tmp_path / "program.wasm"
    program.write_bytes(
        wasmtime.wat2wasm('(module (func (export "answer") (result i32) i32.const 42))')
    )
    return program


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder that does not exist yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("CARTEBLANCHE_CACHE", str(folder))
    return folder


@pytest.fixture
def no_compiler(monkeypatch):
    """From here on compiling is impossible: what works comes from the cache."""

    def forbid():
        def refuse(*_):
            raise AssertionError("compiled again")

        monkeypatch.setattr(wasmtime.Module, "__init__", refuse)

    return forbid


def answer(wasm: Path) -> int:
    """What the program gives, through the cache."""
    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    instance = wasmtime.Instance(store, compiled(engine, wasm), [])
    return instance.exports(store)["answer"](store)


def kept(cache: Path) -> Path:
    """The one file of the cache."""
    (file,) = cache.iterdir()
    return file


def test_code_compiled_once_is_never_compiled_again(wasm, cache, no_compiler):
    """The second process finds the compiled code and needs no compiler."""
    assert answer(wasm) == 42
    no_compiler()
    assert answer(wasm) == 42


@posix_only
def test_the_cache_is_private(wasm, cache):
    """The folder and the file are made for their owner alone."""
    answer(wasm)
    assert cache.stat().st_mode & 0o777 == 0o700
    assert kept(cache).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: b"something else altogether",
    ],
    ids=["one bit", "half a file", "empty", "another file"],
)
def test_a_damaged_file_is_replaced(wasm, cache, no_compiler, damage):
    """Damaged code is never run: it is compiled anew, and the file is sound again."""
    answer(wasm)
    sound = kept(cache).read_bytes()
    kept(cache).write_bytes(damage(sound))
    assert answer(wasm) == 42
    no_compiler()
    assert answer(wasm) == 42


def test_code_for_other_settings_is_not_run(wasm, cache, no_compiler):
    """Sound code that wasmtime cannot use here is compiled anew."""
    config = wasmtime.Config()
    config.consume_fuel = True
    compiled(wasmtime.Engine(config), wasm)
    assert answer(wasm) == 42
    no_compiler()
    assert answer(wasm) == 42


@posix_only
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_open_to_others_is_not_trusted(wasm, cache, no_compiler, mode):
    """Nothing is written to a folder that others can write to, and nothing read from it."""
    cache.mkdir()
    cache.chmod(mode)
    assert answer(wasm) == 42
    assert list(cache.iterdir()) == []
    cache.chmod(0o700)
    answer(wasm)
    cache.chmod(mode)
    no_compiler()
    with pytest.raises(AssertionError, match="compiled again"):
        answer(wasm)


@posix_only
def test_a_file_open_to_others_is_not_trusted(wasm, cache, no_compiler):
    """A file that others can write to is compiled anew."""
    answer(wasm)
    kept(cache).chmod(0o666)
    no_compiler()
    with pytest.raises(AssertionError, match="compiled again"):
        answer(wasm)


@posix_only
def test_a_link_is_not_followed(wasm, cache, no_compiler, tmp_path):
    """A link in place of the file is compiled anew, wherever it leads."""
    answer(wasm)
    file = kept(cache)
    file.rename(tmp_path / "elsewhere").chmod(0o600)
    file.symlink_to(tmp_path / "elsewhere")
    no_compiler()
    with pytest.raises(AssertionError, match="compiled again"):
        answer(wasm)


def test_without_a_place_to_keep_it_code_is_compiled_each_time(wasm, monkeypatch, tmp_path):
    """A cache folder that cannot be made is no error."""
    (tmp_path / "occupied").write_text("a file, not a folder")
    monkeypatch.setenv("CARTEBLANCHE_CACHE", str(tmp_path / "occupied" / "cache"))
    assert answer(wasm) == 42


def test_a_full_disk_is_no_error(wasm, cache, monkeypatch):
    """A cache that cannot be written leaves nothing half-written behind."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert answer(wasm) == 42
    assert list(cache.iterdir()) == []


def test_an_empty_name_turns_the_cache_off(wasm, monkeypatch, tmp_path):
    """CARTEBLANCHE_CACHE= keeps nothing anywhere."""
    monkeypatch.setenv("CARTEBLANCHE_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert answer(wasm) == 42
    assert not (tmp_path / "xdg").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folder is Linux's")
def test_the_users_cache_folder_is_the_default(wasm, monkeypatch, tmp_path):
    """XDG_CACHE_HOME says where caches live."""
    monkeypatch.delenv("CARTEBLANCHE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert answer(wasm) == 42
    assert list((tmp_path / "xdg" / "carteblanche").iterdir())


def test_eight_processes_may_fill_the_cache_at_once(wasm, cache):
    """Processes that start together agree, and leave one file and no rubbish."""
    program = (
        "import sys, wasmtime; from pathlib import Path;"
        "from carteblanche_journeys.drawing.engine_cache import compiled;"
        "compiled(wasmtime.Engine(), Path(sys.argv[1]))"
    )
    starting = [subprocess.Popen([sys.executable, "-c", program, wasm]) for _ in range(8)]
    assert [process.wait(timeout=60) for process in starting] == [0] * 8
    assert kept(cache).suffix == ".bin"
