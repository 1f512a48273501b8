"""Parameters: the figures that measures assume where an atlas says nothing, as it may set them."""

from __future__ import annotations

from pydantic import Field

from carteblanche_journeys.model.quantities import Distance, Duration, Factor
from carteblanche_journeys.model.values import Value


class ParameterSettings(Value):
    """What an atlas sets of the figures that measures assume; the rest keep their defaults.

    The defaults, each with its source, are in `measures/parameters.py`.

    >>> ParameterSettings(counter_wait="25 min").counter_wait.likely
    25.0
    """

    counter_exchange: Duration | None = Field(
        None, description="Time with an agent, at a counter or at home."
    )
    counter_wait: Duration | None = Field(None, description="Waiting at a counter, each trip.")
    counter_travel: Duration | None = Field(
        None, description="There and back, where the distance is not known."
    )
    phone_call: Duration | None = Field(None, description="One phone call, waiting included.")
    familiarisation: Duration | None = Field(
        None, description="Reading a letter, a page or a leaflet, and seeing what is asked."
    )
    form_filling: Duration | None = Field(None, description="Filling in one form.")
    checking: Duration | None = Field(None, description="Checking what one sends.")
    transmitting: Duration | None = Field(
        None, description="Sending a file, or handing over one piece of evidence."
    )
    registered_letter: Duration | None = Field(
        None, description="What a registered letter takes beyond an ordinary one."
    )
    data_gathering: Duration | None = Field(
        None, description="Finding one piece of evidence where nothing is said of how."
    )
    agent_advice: Duration | None = Field(
        None, description="Time of an agent to receive and advise someone."
    )
    agent_check: Duration | None = Field(
        None, description="Time of an agent to check that a file is complete."
    )
    agent_examination: Duration | None = Field(
        None, description="Time of an agent to examine a file and enter it."
    )
    commune_travel: Duration | None = Field(
        None, description="One way, to a counter in one's own commune."
    )
    walking_distance: Distance | None = Field(
        None, description="How far one goes on foot, by road."
    )
    walking_speed: Factor | None = Field(None, description="Kilometres an hour on foot.")
    car_speed: Factor | None = Field(None, description="Kilometres an hour by car, door to door.")
    line_speed: Factor | None = Field(None, description="Kilometres an hour by bus or train.")
    detour: Factor | None = Field(
        None, description="Road distance over distance as the crow flies."
    )
    horizon: Duration | None = Field(
        None, description="How long what comes back without end is counted."
    )
