"""How the columns of every table are written: ids as 16 raw bytes, dates as ISO text, times as milliseconds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, LargeBinary, Text
from sqlmodel import Field

WITHOUT_ROWID = {"sqlite_strict": True, "sqlite_with_rowid": False}
STRICT = {"sqlite_strict": True}


def id_column(*, primary: bool = False, null: bool = False, unique: bool = False) -> Any:
    return Field(sa_type=LargeBinary, primary_key=primary, nullable=null, unique=unique)


def text_column(*, primary: bool = False, null: bool = False, default: str | None = None) -> Any:
    return Field(sa_type=Text, primary_key=primary, nullable=null, sa_column_kwargs=_default(default))


def int_column(*, primary: bool = False, null: bool = False, default: str | None = None) -> Any:
    return Field(sa_type=Integer, primary_key=primary, nullable=null, sa_column_kwargs=_default(default))


def _default(value: str | None) -> dict[str, Any]:
    """What rows have that stood before the column was added."""
    return {} if value is None else {"server_default": value}


def blob_column(*, null: bool = False) -> Any:
    return Field(sa_type=LargeBinary, nullable=null)


def row_number() -> Any:
    return Field(default=None, sa_type=Integer, primary_key=True)
