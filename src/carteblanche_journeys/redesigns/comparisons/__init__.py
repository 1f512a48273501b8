"""Two journeys with shared identity, side by side: what changes, for whom, by how much."""
