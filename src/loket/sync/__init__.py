"""Synchronising with the library's central server: what travels, how a counter sends and receives it."""
