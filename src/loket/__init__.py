"""Loket: the counter software of a public library."""

__version__ = "0.1.0"
