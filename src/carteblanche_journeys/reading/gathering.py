"""The files of one atlas, gathered one by one: values, names, mistakes, texts."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path as Folder
from typing import TYPE_CHECKING, Any

from carteblanche_journeys.model.atlas import Atlas, Head
from carteblanche_journeys.model.journeys import Journey
from carteblanche_journeys.reading.files import File, read_bytes
from carteblanche_journeys.reading.kinds import ATLAS_FILE, Kind, kinds, top_kinds
from carteblanche_journeys.reading.known import Known, counts_of, names_in, names_lost, sort_of
from carteblanche_journeys.reading.lines import lines_of
from carteblanche_journeys.reading.memory import Kept, Memory
from carteblanche_journeys.reading.mistakes import Mistake, Path
from carteblanche_journeys.reading.moves import wrong_in_redesign
from carteblanche_journeys.reading.places import Place, Places
from carteblanche_journeys.reading.references import Questions
from carteblanche_journeys.reading.slips import Slip
from carteblanche_journeys.reading.validation import check
from carteblanche_journeys.reading.whole_journeys import (
    leave_out_title,
    too_many_steps,
    with_title_left_out,
    without_steps,
)
from carteblanche_journeys.reading.yaml_loader import Loaded, load
from carteblanche_journeys.words import Words

if TYPE_CHECKING:
    from carteblanche_journeys.redesigns.resolving import Resolved

#: The most things an atlas shares (platform, §3).
MOST_SHARED = 20_000


class Gathering:
    """What has been read of an atlas so far.

    Parameters
    ----------
    root
        The folder of the atlas.
    rules
        Gives the names of the rules, None if nobody knows them.
    memory
        What was read before, file by file.
    thresholds
        Gives the names of the thresholds of a rule, None if nobody knows them.
    """

    def __init__(
        self,
        root: Folder,
        rules: Callable[[], frozenset[str] | None],
        memory: Memory,
        thresholds: Callable[[str], frozenset[str] | None],
    ) -> None:
        self.mistakes: list[Mistake] = []
        self.texts: dict[str, bytes] = {}
        self._root = root
        self._memory = memory
        self._read: dict[str, bytes] = {}
        self._mended: dict[str, set[int]] = {}
        self._wrong: dict[str, set[Path]] = {}
        self._roots: dict[Path, str] = {(name,): ATLAS_FILE for name in Head.model_fields}
        self._values: dict[str, tuple[Kind, File, Any]] = {}
        self._known = Known({kind.one: frozenset() for kind in kinds().values()})
        self._known.ids |= {"commune": frozenset(), "trait": frozenset(), "purpose": frozenset()}
        self._known.rules = rules
        self._known.thresholds = thresholds
        self._strings: dict[str, str] = {}
        self._resolved: Resolved | None = None

    def add(self, file: File) -> None:
        """Read one file and check it by itself."""
        kind = kinds()[file.kind]
        self._roots.update(_roots_of(kind, file))
        text = self._text(file)
        if text is None:
            self._unknowable(kind)
            return
        kept = self._memory.of(file.name, text)
        if kept is None:
            kept = self._check(kind, file, text)
        self._know(kind, file, kept)
        if kept.value is not None:
            self._values[file.name] = (kind, file, kept.value)

    def _text(self, file: File) -> bytes | None:
        try:
            text = self._bytes(file.name)
        except OSError as error:
            reason = error.strerror or str(error)
            self.mistakes.append(Mistake("unreadable", file=file.name, values={"reason": reason}))
            return None
        self.texts[file.name] = text.removeprefix(BOM_UTF8)
        return self.texts[file.name]

    def _bytes(self, name: str) -> bytes:
        return read_bytes(self._root / name)

    def _check(self, kind: Kind, file: File, text: bytes) -> Kept:
        """Check a file; one without a mistake is remembered."""
        loaded = load(file.name, text, self._strings)
        self.mistakes += loaded.mistakes
        if any(mistake.code.startswith("syntax") for mistake in loaded.mistakes):
            self._read[file.name] = loaded.text
            self._mended[file.name] = {mistake.line for mistake in loaded.mistakes}
        if loaded.value is None:
            self._unknowable(kind)
            return Kept(text)
        names = names_in(kind.one, loaded.value, loaded.broken)
        value, slips = self._checked(kind, file, loaded)
        names |= names_lost(kind.one, (slip.near for slip in slips if slip.code == "key-unknown"))
        self._tell(file.name, slips)
        self._wrong[file.name] = {*loaded.broken, *(slip.path for slip in slips)}
        kept = Kept(text, value, names)
        if not slips and not loaded.mistakes:
            self._memory.keep(file.name, kept)
        return kept

    def _unknowable(self, kind: Kind) -> None:
        """Of what cannot be read nothing is asked: one cause, one message."""
        gone = {"atlas": ("trait", "purpose"), "territory": ("commune",)}
        for name in (kind.one, *gone.get(kind.one, ())):
            self._known.ids.pop(name, None)

    def _know(self, kind: Kind, file: File, kept: Kept) -> None:
        """Remember the names that a file gives, also those of what is wrong in itself."""
        if kind.name == "journey":
            # What a redesign is made of is only known once it is made.
            made = isinstance(kept.value, Journey) and kept.value.redesigns is not None
            self._known.steps[file.id] = None if made else kept.names.get("step")
            self._known.stages[file.id] = None if made else kept.names.get("stage")
        if file.id:
            self._name(kind.one, frozenset({file.id}))
        for one, ids in kept.names.items():
            self._name(one, ids)

    def _name(self, kind: str, ids: frozenset[str] | None) -> None:
        if ids is None:
            self._known.ids.pop(kind, None)
        elif kind in self._known.ids:
            self._known.ids[kind] |= ids

    def _checked(self, kind: Kind, file: File, loaded: Loaded) -> tuple[Any, list[Slip]]:
        raw, slips = loaded.value, list[Slip]()
        if file.id and isinstance(raw, dict):
            if "id" in raw:
                slips.append(Slip(("id",), "id-written", {"id": file.id}, key=True))
            raw["id"] = file.id
        too_many = too_many_steps(kind, raw)
        if too_many:
            return None, [*slips, too_many]
        if kind.name == "journey":
            slips += wrong_in_redesign(raw, loaded.broken)
            leave_out_title(raw)
        checked = check(kind.adapter, kind.shape, raw, loaded.broken)
        slips += checked.slips
        if isinstance(checked.value, Journey) and not slips and not loaded.mistakes:
            slips += without_steps(checked.value)
            return with_title_left_out(checked.value), slips
        return checked.value, slips

    def _tell(self, file: str, slips: list[Slip]) -> None:
        if not slips:
            return
        places = Places({}, {file: self._read.get(file, self.texts[file])})
        for slip in slips:
            place = places.within(file, slip.path, key=slip.key)
            if place.line in self._mended.get(file, ()):
                continue  # the line was mended to read on: one cause, one message
            values = slip.values
            if slip.code.endswith(".number"):
                values = {**values, "written": self._written(place)}
            self.mistakes.append(
                Mistake(slip.code, file, place.line, place.column, values, slip.allowed, slip.near)
            )

    def _written(self, place: Place) -> str:
        """A number as it stands in the file: `0565203040` has lost its zero since."""
        line = lines_of(self.texts[place.file].decode())[place.line - 1]
        return re.split(r"[\s,\]}]", line[place.column - 1 :])[0]

    def misplaced(self, mistakes: list[Mistake]) -> None:
        """A file that was not read, for its name or its place, is not asked for what it holds."""
        for mistake in mistakes:
            if mistake.code == "link-outside" and Folder(mistake.file).stem in top_kinds():
                self._unknowable(kinds()[Folder(mistake.file).stem])
            if mistake.code == "file-unknown" and mistake.near:
                self._unknowable(kinds()[mistake.near.removesuffix(".yml")])
            if mistake.code == "folder-near":
                self._unknowable(kinds()["territory"])

    def ask(self) -> None:
        """Ask every reference of every file of the whole atlas."""
        head = self._of_kind("atlas").get("", Head())
        counters = self._shared("counters")
        self._learn_sorts(head)
        counts = counts_of(self._shared("personas"))
        if counts and not self._wrong.get("personas.yml"):
            self._known.ids["count"] = counts
        channels = {name: counter.channels for name, counter in counters.items()}
        questions = Questions(self._known, head.currency, channels)
        for name, (kind, _, value) in self._values.items():
            self._tell(name, questions.wrong(kind, value))
        self._count_shared()

    def redesign(self, words: Words) -> None:
        """Make the redesigns, once nothing else is wrong; what does not fit is told."""
        if self.mistakes or not any(one.redesigns for one in self._of_kind("journey").values()):
            return
        from carteblanche_journeys.reading.redesigning import redesign_all

        files = {file.id: name for name, (kind, file, _) in self._values.items()
                 if kind.name == "journey"}  # fmt: skip
        self._resolved = redesign_all(
            self._whole(), self._known, lambda name, slips: self._tell(files[name], slips), words
        )
        self._ask_observations()

    def _ask_observations(self) -> None:
        """Whoever observed a redesign named steps that were not known before it was made."""
        questions = Questions(self._known, "", {})
        for name, (kind, _, value) in self._values.items():
            if kind.name == "observations" and not self.mistakes:
                wrong = questions.wrong(kind, value)
                self._tell(name, [one for one in wrong if one.code == "unknown.step"])

    def _learn_sorts(self, head: Head) -> None:
        """Traits and facts answer to one namespace: a condition could not tell them apart."""
        facts = self._shared("facts")
        sure = {name: fact for name, fact in facts.items() if self._right("facts.yml", name)}
        sure |= {name: trait for name, trait in head.traits.items()
                 if self._right(ATLAS_FILE, "traits", name)}  # fmt: skip
        self._known.sorts = {name: sort_of(thing) for name, thing in sure.items()}
        both = [name for name in head.traits if name in facts]
        self._tell(ATLAS_FILE, [_both(name) for name in both])

    def _right(self, file: str, *path: str) -> bool:
        """Whether nothing is wrong with a thing: its type can be relied on."""
        if file in self._mended:
            return False
        return not any(wrong[: len(path)] == path for wrong in self._wrong.get(file, ()))

    def _count_shared(self) -> None:
        shared = sum(
            len(value) for kind, file, value in self._values.values()
            if kind.field and not file.id and kind.name != "observations"
        )  # fmt: skip
        if shared > MOST_SHARED:
            values = {"found": shared, "most": MOST_SHARED}
            self.mistakes.append(Mistake("too-many-shared", ATLAS_FILE, values=values))

    def _of_kind(self, name: str) -> dict[str, Any]:
        return {file.id: value for kind, file, value in self._values.values() if kind.name == name}

    def _shared(self, name: str) -> dict[str, Any]:
        return dict(self._of_kind(name).get("", {}))

    def atlas(self) -> Atlas:
        """The atlas, once nothing is wrong, its redesigns made."""
        return self._whole() if self._resolved is None else self._resolved.atlas

    def _whole(self) -> Atlas:
        """The atlas as its files have it."""
        head = self._of_kind("atlas")[""]
        fields: dict[str, Any] = {name: getattr(head, name) for name in head.model_fields_set}
        for kind in kinds().values():
            if kind.name in ("territory", "journey"):
                fields[kind.field] = dict(sorted(self._of_kind(kind.name).items()))
            elif kind.field and "" in self._of_kind(kind.name):
                fields[kind.field] = self._of_kind(kind.name)[""]
        return Atlas(**fields)

    def places(self) -> Places:
        """Where each value of the atlas is written."""
        if self._resolved is None:
            return Places(self._roots, self.texts)
        from carteblanche_journeys.reading.redesigning import places_made

        return Places(self._roots, self.texts, places_made(self._resolved))


def _roots_of(kind: Kind, file: File) -> dict[Path, str]:
    """The beginnings of paths that lead into a file."""
    if not kind.field:
        return {}
    if file.id:
        return {(kind.field, file.id): file.name}
    return {(kind.field,): file.name, (kind.name,): file.name}


def _both(name: str) -> Slip:
    return Slip(("traits", name), "trait-and-fact", {"id": name}, key=True)
