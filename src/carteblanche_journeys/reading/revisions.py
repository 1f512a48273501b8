"""An atlas as it was at a revision of git: its files are asked of git, then read as any others."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from carteblanche_journeys.errors import UnknownName, UnreadableAtlas
from carteblanche_journeys.reading.kinds import ATLAS_FILE, SUFFIXES
from carteblanche_journeys.reading.mistakes import Mistake, say
from carteblanche_journeys.reading.nearest import nearest
from carteblanche_journeys.reading.reader import Reading, read_atlas
from carteblanche_journeys.words import Words

#: Modes of git for plain files; links, folders and other repositories are left out.
_PLAIN = (b"100644", b"100755")
#: Seconds for one question to git. Reached, it is an error.
_TIME_LIMIT = 60.0


def read_revision(folder: Path | str, revision: str, words: Words) -> Reading:
    """The atlas that a folder held at a revision.

    Parameters
    ----------
    folder
        The atlas's folder as it is now, in a git repository.
    revision
        A branch, a tag or a commit: anything by which git knows one.
    words
        The language of what is said about mistakes.

    Raises
    ------
    UnknownName
        Where the repository has no such revision.
    UnreadableAtlas
        Where there is no git, no repository, no atlas at that revision, or one that cannot be
        read; files are then told as `revision:file`.
    """
    git = _Git(Path(folder), revision, words)
    commit = git.commit()
    with TemporaryDirectory() as made:
        root = Path(made) / "atlas"
        for name, text in git.files(commit):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        if not (root / ATLAS_FILE).is_file():
            raise UnreadableAtlas([say(git.mistake("revision-no-atlas"), "", words)])
        try:
            return read_atlas(root, words.lang)
        except UnreadableAtlas as unread:
            faults = [replace(one, file=f"{revision}:{one.file}") for one in unread.faults]
            raise UnreadableAtlas(faults) from None


class _Git:
    """Questions to git about one folder and one revision."""

    def __init__(self, folder: Path, revision: str, words: Words) -> None:
        self._folder = folder
        self._revision = revision
        self._words = words

    def mistake(self, code: str, **values: object) -> Mistake:
        """A mistake about this folder and revision."""
        return Mistake(code, values={"id": self._revision, "folder": self._folder, **values})

    def commit(self) -> str:
        """The commit that the revision names."""
        self._ask("rev-parse", "--git-dir")
        wanted = f"{self._revision}^{{commit}}"
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        if found.returncode or "\0" in self._revision:
            raise self._unknown()
        return found.stdout.decode().strip()

    def _unknown(self) -> UnknownName:
        told = self._ask("for-each-ref", "--format=%(refname:short)").decode(errors="replace")
        near = nearest(self._revision, told.split())
        mistake = replace(self.mistake("revision-unknown"), near=near)
        return UnknownName(str(say(mistake, "", self._words)))

    def files(self, commit: str) -> Iterator[tuple[str, bytes]]:
        """The YAML files below the folder at that commit: names from there, and what they held."""
        blobs = dict(self._blobs(commit))
        asked = "".join(f"{blob}\n" for blob in blobs.values()).encode()
        answer = self._ask("cat-file", "--batch", given=asked)
        start = 0
        for name in blobs:
            head, _, _ = answer[start:].partition(b"\n")
            size = int(head.split()[-1])
            start += len(head) + 1
            yield name, answer[start : start + size]
            start += size + 1

    def _blobs(self, commit: str) -> Iterator[tuple[str, str]]:
        for line in self._ask("ls-tree", "-r", "-z", commit).split(b"\0"):
            told, _, name = line.partition(b"\t")
            mode, _, rest = told.partition(b" ")
            path = Path(os.fsdecode(name))
            inside = not path.is_absolute() and ".." not in path.parts
            if mode in _PLAIN and inside and path.suffix.lower() in SUFFIXES:
                yield path.as_posix(), rest.split()[-1].decode()

    def _ask(self, *arguments: str, given: bytes | None = None) -> bytes:
        """What git answers; raises where it cannot."""
        done = self._run(*arguments, given=given)
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines() or [""]
            away = "not a git repository" in said[0]
            mistake = self.mistake("no-repository" if away else "revision-failed", said=said[0])
            raise UnreadableAtlas([say(mistake, "", self._words)])
        return done.stdout

    def _run(
        self, *arguments: str, given: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        program = which("git")
        if program is None:
            raise UnreadableAtlas([say(self.mistake("no-git"), "", self._words)])
        try:
            return subprocess.run(
                [program, "-C", str(self._folder), "-c", "core.quotepath=off", *arguments],
                input=given or b"",
                capture_output=True,
                timeout=_TIME_LIMIT,
                check=False,
                env=_in_english(os.environ),
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            mistake = self.mistake("revision-failed", said=error)
            raise UnreadableAtlas([say(mistake, "", self._words)]) from error


def _in_english(environment: Mapping[str, str]) -> dict[str, str]:
    """What git says is read by us: in English, and never by a pager or a prompt."""
    return {**environment, "LC_ALL": "C", "GIT_PAGER": "", "GIT_TERMINAL_PROMPT": "0"}
