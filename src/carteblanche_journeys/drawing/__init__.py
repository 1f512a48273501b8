"""Journeys as pictures: the map and the blueprint as SVG, and the engines that lay them out."""
