"""Loket Pusat, the central server: it puts the events of all counters into one order and sends the rows back."""
