"""How moves change journeys: naming, linking, bypassing, merging; each gives a new variant."""
