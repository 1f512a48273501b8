"""Journeys as code for public services."""
