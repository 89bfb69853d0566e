"""Where the files shipped beside the code are: icons, fonts, sounds, themes, translations, templates.

The only module that knows. Nobody else builds a path from `__file__`.
"""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]  # …/loket


@cache
def root() -> Path:
    """The `resources` folder: of the frozen program, of the installed package, or of a checkout, in this order.

    Raises FileNotFoundError when there is none: the program is incomplete and cannot start.
    """
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    places = [Path(frozen) / "resources"] if frozen else []
    places += [_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"]
    for place in places:
        if (place / "theme").is_dir():
            return place
    raise FileNotFoundError(f"resources not found in {', '.join(str(place) for place in places)}")


def path(*parts: str) -> Path:
    """One file or folder below `resources`: `path("icons", "book.svg")`."""
    return root().joinpath(*parts)
