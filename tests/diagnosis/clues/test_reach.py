"""What lies before and after a step is what its links say, on every journey."""

from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.diagnosis.clues.reach import after, before, met_before
from carteblanche_journeys.graph import Lived, live
from carteblanche_journeys.model import Atlas, Journey, Persona

LONGEST = 8


@st.composite
def lives(draw: st.DrawFn) -> Lived:
    """A journey whose steps lead to any of the later ones."""
    count = draw(st.integers(2, LONGEST))
    steps = {}
    for at in range(count):
        later = [f"s{n}" for n in range(at + 1, count)]
        links = draw(st.lists(st.sampled_from(later), unique=True, max_size=3)) if later else []
        steps[f"s{at}"] = {"title": "Étape", "next": links}
    return live(Journey(title="X", steps=steps), Atlas(), Persona(name="Léa"))


@given(lives())
def test_after_and_before_are_two_sides_of_one_relation(lived: Lived) -> None:
    """One step lies after another exactly where the other lies before it."""
    for one in lived.steps:
        assert one not in after(lived, [one])
        for other in lived.steps:
            assert (other in after(lived, [one])) == (one in before(lived, [other]))


@given(lives())
def test_every_step_lies_after_what_leads_to_it(lived: Lived) -> None:
    """The target of a link, and all that lies after it, lie after its source."""
    for passage in lived.passages:
        ahead = after(lived, [passage.source])
        assert passage.target in ahead
        assert after(lived, [passage.target]) <= ahead


@given(lives(), st.data())
def test_one_sweep_joins_the_marks_of_all_that_lies_before(
    lived: Lived, data: st.DataObject
) -> None:
    """The marks met before a step are those of the steps that lie before it, and no others."""
    marks = {name: data.draw(st.integers(0, 7)) for name in lived.steps}
    met = met_before(lived, marks)
    for name in lived.steps:
        joined = 0
        for earlier in before(lived, [name]):
            joined |= marks[earlier]
        assert met[name] == joined
