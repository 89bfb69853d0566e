"""The library's rules, values and events. Standard library only; no clock, no chance, no file."""
