"""Switching the window's language while it is open. Indonesian needs no file; English is a translation of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from loket.devices import resources
from loket.ui import texts
from loket.ui.format import Language

LANGUAGES: tuple[Language, ...] = ("id", "en")
_translators: list[QTranslator] = []


def use(wanted: Language) -> None:
    """Show everything in this language from now on; widgets hear it as a LanguageChange event.

    Raises FileNotFoundError when the translation was not shipped.
    """
    app = QCoreApplication.instance()
    assert app is not None
    texts.use_language(wanted)  # before the events that make widgets ask for their texts again
    QLocale.setDefault(QLocale("id_ID" if wanted == "id" else "en_GB"))
    while _translators:
        app.removeTranslator(_translators.pop())
    if wanted != "id":
        _install(app, wanted)


def _install(app: QCoreApplication, wanted: Language) -> None:
    file = resources.path("i18n", f"loket_{wanted}.qm")
    translator = QTranslator(app)
    if not translator.load(str(file)):
        raise FileNotFoundError(file)
    _translators.append(translator)
    app.installTranslator(translator)
