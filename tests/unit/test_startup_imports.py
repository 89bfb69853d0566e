"""What a start must not wait for: each of these takes longer to import than the window has to spare."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from loket.db.rows import table_name
from loket.db.tables import TABLE_OF
from loket.domain.entities import KINDS, Entity

LATER = (
    *("sqlmodel", "pydantic", "cv2", "reportlab", "escpos", "pyzbar", "openpyxl", "pymarc", "xlsxwriter"),
    *("fastapi", "uvicorn", "httpx", "psycopg", "jinja2", "qrcode", "loket.server"),
)


def test_the_program_starts_without_what_is_only_used_later():
    code = f"import loket.app, loket.cli, sys; print([name for name in {LATER!r} if name in sys.modules])"
    paths = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=paths, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", KINDS)
def test_the_mapper_knows_each_table_by_the_name_in_the_schema(kind: type[Entity]):
    assert table_name(kind) == TABLE_OF[kind].name
