"""Counsel's notes: what may stand in a letter, what stays out, what is still open, and shorthand made whole."""
