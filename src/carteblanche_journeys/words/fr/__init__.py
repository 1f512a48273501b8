"""French: how things are said."""
