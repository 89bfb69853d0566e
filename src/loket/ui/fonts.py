"""The typeface: Inter, shipped with the program, so that every screen and every test draws the same letters."""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from loket.devices import resources

log = logging.getLogger(__name__)
FAMILY = "Inter"
BASE_POINTS = 10.5
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


@cache
def load() -> str:
    """Register the bundled fonts once; needs a QGuiApplication. Returns the family to ask for."""
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", name))) < 0:
            log.warning("font file %s cannot be used; the system's own font is shown instead", name)
    return FAMILY


def font(points: float = BASE_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter in this size with tabular figures, so that numbers stand in columns."""
    wanted = QFont(load())
    wanted.setPointSizeF(points)
    wanted.setWeight(weight)
    wanted.setFeature(QFont.Tag("tnum"), 1)
    return wanted
