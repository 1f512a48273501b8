"""The wasi engine's compiled code, kept on disk so that only the first drawing ever waits for it.

Loading compiled code is running it. So it is only read from a folder and a file that belong
to this user and that nobody else may write to, and only if its digest is the one written
beside it (a guard against damage: wasmtime itself checks its version, its settings and the
processor, but not the bytes). Whatever is amiss, the code is compiled again and no one is
bothered. `CARTEBLANCHE_CACHE` names another folder, or none if it is empty.
"""

from __future__ import annotations

import contextlib
import os
import platform
import stat
import sys
import tempfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import wasmtime

_MAGIC = b"carteblanche compiled engine 1\n"
_DIGEST = sha256().digest_size
#: Who may write to the folder or the file besides its owner: nobody.
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def compiled(engine: wasmtime.Engine, wasm: Path) -> wasmtime.Module:
    """The compiled module of a WebAssembly file, from the cache if it holds a sound one.

    Raises OSError if the file cannot be read, and WasmtimeError if it cannot be compiled.
    """
    import wasmtime

    code = wasm.read_bytes()
    folder, name = _folder(), _name(code)
    if folder is not None:
        with contextlib.suppress(OSError, wasmtime.WasmtimeError):
            return wasmtime.Module.deserialize(engine, _load(folder, name))
    module = wasmtime.Module(engine, code)
    if folder is not None:
        with contextlib.suppress(OSError, wasmtime.WasmtimeError):
            _keep(folder, name, bytes(module.serialize()))
    return module


def _folder() -> Path | None:
    """Where compiled code is kept, or None where nowhere is safe enough."""
    named = os.environ.get("CARTEBLANCHE_CACHE")
    if named is not None:
        # Without POSIX owners only the user's own profile is known to be private.
        return Path(named) if named and hasattr(os, "geteuid") else None
    import platformdirs

    return platformdirs.user_cache_path("carteblanche", appauthor=False)


def _name(code: bytes) -> str:
    parts = (version("wasmtime"), sys.platform, platform.machine(), sha256(code).hexdigest()[:32])
    return "-".join(("graphviz", *parts)) + ".bin"


def _load(folder: Path, name: str) -> bytes:
    """The kept code; OSError where it is missing, damaged, or not ours alone to write."""
    _require_private(folder.stat())
    # A link could lead to a file of ours that somebody else chose.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(folder / name, flags), "rb") as kept:
        status = os.fstat(kept.fileno())
        _require_private(status)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("not a file")
        content = kept.read()
    body = content[len(_MAGIC) + _DIGEST :]
    if content != _MAGIC + sha256(body).digest() + body:
        raise OSError("damaged")
    return body


def _require_private(status: os.stat_result) -> None:
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE):
        raise PermissionError("somebody else may write here")


def _keep(folder: Path, name: str, body: bytes) -> None:
    """Write the code whole or not at all: other processes may read it at the same time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    _require_private(folder.stat())
    handle, written = tempfile.mkstemp(dir=folder, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC + sha256(body).digest() + body)
        Path(written).replace(folder / name)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(written).unlink()
        raise
