"""Common to all tests: properties are tried with the same examples every time, however slow the machine."""

from hypothesis import settings

pytest_plugins = ["chromium", "postgres"]  # fixtures: browser; postgres, postgres_url

settings.register_profile("loket", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("loket")
