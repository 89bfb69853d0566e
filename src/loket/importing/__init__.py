"""Readers of foreign files: a file in, a stream of records and problems out. Nothing here knows a database."""

from loket.importing.detect import open_reader, preview
from loket.importing.headings import REQUIRED, SYNONYMS, guess_mapping
from loket.importing.source import SourceReader

__all__ = ["REQUIRED", "SYNONYMS", "SourceReader", "guess_mapping", "open_reader", "preview"]
