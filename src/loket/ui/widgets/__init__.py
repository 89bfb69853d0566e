"""The window's own widgets. Pages import from here; forms drawn in Designer promote to `loket.ui.widgets`."""

from loket.ui.widgets.answer import Answer, AnswerCard, AnswerHistory, AnswerKind
from loket.ui.widgets.base import (
    Card,
    ElidedLabel,
    HLine,
    IconLabel,
    InsetFrame,
    LiveFrame,
    announce,
    label,
    set_state,
)
from loket.ui.widgets.board import Board, Tile, TileState
from loket.ui.widgets.buttons import Button, KeyHint, Segmented
from loket.ui.widgets.forms import FieldError, FormRow
from loket.ui.widgets.member import MemberCard, MemberPanel
from loket.ui.widgets.notes import Banner, Busy, EmptyState, PageHeader, Tone
from loket.ui.widgets.scan import ScanBox, Suggestion
from loket.ui.widgets.sheet import Sheet
from loket.ui.widgets.status import ChipState, StatusStrip
from loket.ui.widgets.table import Table
from loket.ui.widgets.wrap import WrapRow

__all__ = [
    "Answer",
    "AnswerCard",
    "AnswerHistory",
    "AnswerKind",
    "Banner",
    "Board",
    "Busy",
    "Button",
    "Card",
    "ChipState",
    "ElidedLabel",
    "EmptyState",
    "FieldError",
    "FormRow",
    "HLine",
    "IconLabel",
    "InsetFrame",
    "KeyHint",
    "LiveFrame",
    "MemberCard",
    "MemberPanel",
    "PageHeader",
    "ScanBox",
    "Segmented",
    "Sheet",
    "StatusStrip",
    "Suggestion",
    "Table",
    "Tile",
    "TileState",
    "Tone",
    "WrapRow",
    "announce",
    "label",
    "set_state",
]
