"""The figures that measures assume where an atlas says nothing: the one place they stand in.

An atlas sets others under `parameters:` of atlas.yml. All are shown as assumed. "Read" means
that the source gives the figure; "ours" is a proposal of this library, with its reason in the
reference. None stands in for a wait, a delay, a fee or a share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from carteblanche_journeys.measures.figures import DEFAULT, RANKS, Figure, figure_of
from carteblanche_journeys.model import Atlas, ParameterSettings, Quantity, Status
from carteblanche_journeys.model.frozen import FrozenMap

#: Where a default comes from: `bitkom` (survey of 1,005 people in Germany: 125 minutes for one
#: visit to a desk, of which 51 under way, 40 waiting and 34 at the desk), `scm-business` and
#: `scm-administration` (standard times of the German guide to compliance costs, simple, medium
#: and complex cases), `ours`.
Origin = Literal["bitkom", "scm-business", "scm-administration", "ours", "atlas"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure that measures assume.

    Parameters
    ----------
    value
        Low, likely and high, in `unit`.
    unit
        `min`, `km`, `km/h`, `d`, or empty for a plain number.
    origin
        Where it comes from; its sentence is `parameter.origin.<origin>` in the words.
    status
        `default`, or what the atlas that sets it says.
    sources
        Ids of the atlas's sources, where the atlas sets it and says.
    """

    name: str
    value: Figure
    unit: str
    origin: Origin
    status: Status | None = "default"
    sources: tuple[str, ...] = ()

    @property
    def read(self) -> bool:
        """Whether the figure stands in a source, rather than being ours."""
        return self.origin in ("bitkom", "scm-business", "scm-administration")


def _default(
    name: str, low: float, likely: float, high: float, unit: str, origin: Origin
) -> Parameter:
    return Parameter(name, Figure(low, likely, high, DEFAULT), unit, origin)


#: Every default, in the order of the reference.
DEFAULTS: tuple[Parameter, ...] = (
    # Averages: the survey publishes no spread.
    _default("counter_exchange", 34, 34, 34, "min", "bitkom"),
    _default("counter_wait", 40, 40, 40, "min", "bitkom"),
    _default("counter_travel", 51, 51, 51, "min", "bitkom"),
    _default("phone_call", 5, 15, 30, "min", "ours"),
    _default("familiarisation", 3, 5, 60, "min", "scm-business"),
    _default("form_filling", 3, 5, 30, "min", "scm-business"),
    _default("checking", 1, 10, 60, "min", "scm-business"),
    _default("transmitting", 1, 2, 5, "min", "scm-business"),
    _default("registered_letter", 10, 20, 30, "min", "ours"),
    _default("data_gathering", 2, 10, 120, "min", "scm-business"),
    _default("agent_advice", 4, 30, 573, "min", "scm-administration"),
    _default("agent_check", 5, 30, 90, "min", "scm-administration"),
    _default("agent_examination", 8, 60, 792, "min", "scm-administration"),
    _default("commune_travel", 5, 10, 20, "min", "ours"),
    _default("walking_distance", 0.5, 1, 2, "km", "ours"),
    _default("walking_speed", 4, 4.5, 5, "km/h", "ours"),
    _default("car_speed", 25, 40, 60, "km/h", "ours"),
    _default("line_speed", 20, 30, 40, "km/h", "ours"),
    _default("detour", 1.2, 1.3, 1.4, "", "ours"),
    _default("horizon", 365.25, 365.25, 365.25, "d", "ours"),
)


@dataclass(frozen=True, eq=False)
class Parameters:
    """Every figure that measures assume in one atlas, by name.

    >>> parameters_of(Atlas())["counter_wait"].value.likely
    40
    """

    known: Mapping[str, Parameter]

    def __getitem__(self, name: str) -> Parameter:
        return self.known[name]

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The value of each."""
        return {name: one.value for name, one in self.known.items()}

    @cached_property
    def sums(self) -> dict[tuple[str, ...], Figure]:
        """The sums of figures that were asked for, by their names: kept for all who ask."""
        return {}

    @property
    def set_here(self) -> tuple[str, ...]:
        """The names of those that the atlas sets itself."""
        return tuple(name for name, one in self.known.items() if one.origin == "atlas")


def parameters_of(atlas: Atlas) -> Parameters:
    """The figures to assume in an atlas: its own under `parameters:`, else the defaults.

    >>> atlas = Atlas(parameters={"counter_wait": "25 min"})
    >>> str(parameters_of(atlas)["counter_wait"].origin)
    'atlas'
    """
    return _parameters(atlas.parameters)


@lru_cache(maxsize=64)
def _parameters(settings: ParameterSettings) -> Parameters:
    known = {one.name: _set(one, getattr(settings, one.name)) for one in DEFAULTS}
    return Parameters(FrozenMap(known))


def _set(default: Parameter, said: Quantity | None) -> Parameter:
    """A default, or what the atlas says in its place: assumed, unless it says how sure it is."""
    if said is None:
        return default
    figure = figure_of(said, defaults=True)
    assert figure is not None
    status: Status = figure.status or "assumed"
    days = 1440.0 if default.unit == "d" else 1.0
    value = Figure(figure.low / days, figure.likely / days, figure.high / days, RANKS[status])
    return Parameter(default.name, value, default.unit, "atlas", status, said.sources)
