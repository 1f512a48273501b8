"""From findings to redesigns: candidates, measured, ranked, set aside; and the best set."""
