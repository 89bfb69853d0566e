"""Measurements: figures about speed and memory, never assertions. `./loket bench` runs them."""
