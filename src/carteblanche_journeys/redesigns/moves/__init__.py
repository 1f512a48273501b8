"""The moves, one file each: strangers to each other, found by walking this package."""
