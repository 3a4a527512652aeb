"""Proposed disclosure: the lines that a filing would carry, in its own person, with a blank for each unknown."""
