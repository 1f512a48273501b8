"""The machine's own Graphviz, for those who ask for it: its version and fonts are theirs."""

from __future__ import annotations

from carteblanche_journeys.errors import EngineFailed
from carteblanche_journeys.words import words_for

#: Seconds for one drawing. Reached, it is an error, never another drawing.
TIME_LIMIT = 60.0


def run(source: str, lang: str = "en", *, time_limit: float = TIME_LIMIT) -> str:
    """The answer of a `dot` on the path, in its format `json0`, to a graph in its language.

    Raises EngineFailed if there is none, if it refuses the graph or is not ready in time.
    """
    import shutil
    import subprocess

    say = words_for(lang)
    program = shutil.which("dot")
    if program is None:
        raise EngineFailed(say("engine.no-dot"))
    try:
        done = subprocess.run(
            [program, "-Tjson0"],
            input=source.encode("utf-8"),
            capture_output=True,
            timeout=time_limit,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise EngineFailed(say("engine.time-limit", n=time_limit)) from fault
    except OSError as fault:
        raise EngineFailed(say("engine.crashed", reason=str(fault))) from fault
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EngineFailed(say("engine.refused", reason=(reason or [str(done.returncode)])[0]))
    return done.stdout.decode("utf-8", "replace")
