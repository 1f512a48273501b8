"""Clues: what rules look for in a life, found once and told by whichever rule it concerns.

A clue says what is there (a piece carried, a door, a refusal, a wait), never whether it is a
fault: that is for the rules.
"""
