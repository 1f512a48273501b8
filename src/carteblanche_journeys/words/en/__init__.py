"""English: how things are said."""
