"""What a journey costs people, as figures that say how much they cover and how sure they are."""

from carteblanche_journeys.measures.amounts import Amount, exactly, least_sure, total, unknown
from carteblanche_journeys.measures.asked import Request, requests
from carteblanche_journeys.measures.burden import Burden, Ledger, joined_burdens, ledger
from carteblanche_journeys.measures.contacts import Contact, contacts, trips
from carteblanche_journeys.measures.counts import Measure, counts
from carteblanche_journeys.measures.formulas import NAMES, Formula, formula_of
from carteblanche_journeys.measures.knowing import Knowing, knowing
from carteblanche_journeys.measures.measured import Measured
from carteblanche_journeys.measures.measuring import measure
from carteblanche_journeys.measures.parameters import Parameters, parameters_of
from carteblanche_journeys.measures.path import path_burden
from carteblanche_journeys.measures.portfolio import Ranked, heaviest, measure_lives, portfolio
from carteblanche_journeys.measures.sureness import sources_of, status_of, sureness
from carteblanche_journeys.measures.tellings import Telling, holders_of
from carteblanche_journeys.measures.travel import Travel, travel
from carteblanche_journeys.measures.visits import Visits, share_of, visits

__all__ = [
    "NAMES",
    "Amount",
    "Burden",
    "Contact",
    "Formula",
    "Knowing",
    "Ledger",
    "Measure",
    "Measured",
    "Parameters",
    "Ranked",
    "Request",
    "Telling",
    "Travel",
    "Visits",
    "contacts",
    "counts",
    "exactly",
    "formula_of",
    "heaviest",
    "holders_of",
    "joined_burdens",
    "knowing",
    "least_sure",
    "ledger",
    "measure",
    "measure_lives",
    "parameters_of",
    "path_burden",
    "portfolio",
    "requests",
    "share_of",
    "sources_of",
    "status_of",
    "sureness",
    "total",
    "travel",
    "trips",
    "unknown",
    "visits",
]
