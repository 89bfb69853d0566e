"""Common to all tests: properties are tried with the same examples every time, however slow the machine."""

from hypothesis import settings

settings.register_profile("loket", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("loket")
