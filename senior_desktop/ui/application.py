# SPDX-License-Identifier: EUPL-1.2
"""Settings -> the QApplication with its look and language, and the one place where our own faults end."""

import builtins
import sys
from collections.abc import Callable
from pathlib import Path

_import = builtins.__import__

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator, qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QFont, QFontDatabase, QIcon  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

# PySide6 puts a hook in place of __import__ that reads the source of all that is imported later, which
# makes it a third dearer. It serves `from __feature__ import`, which we never use.
builtins.__import__ = _import

from senior_desktop import desk, log, paths  # noqa: E402
from senior_desktop.ui import theme  # noqa: E402
from senior_desktop.ui.focus_ring import FocusRing  # noqa: E402
from senior_desktop.ui.garbage import Garbage  # noqa: E402

WEIGHTS = ("Regular", "SemiBold")
"""The weights of Inter the style sheet uses."""


class Look:
    """Colours, sizes and words of the whole application; changed under Settings, applied at once."""

    def __init__(self, application: QApplication, chosen: desk.Settings) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.tokens = theme.LIGHT
        self.chosen = chosen
        for weight in WEIGHTS:
            QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"Inter-{weight}.otf"))
        self._ring = FocusRing(application, self.tokens.focus)
        self.apply(chosen)

    def apply(self, chosen: desk.Settings) -> None:
        """Put `chosen` into force. Windows built before are built anew by their owner."""
        if chosen.language != self.chosen.language or not self._translators:
            self._speak(chosen.language)
        self.chosen = chosen
        self.tokens = theme.DARK if self._dark(chosen.look) else theme.LIGHT
        font = QFont("Inter")
        font.setPixelSize(chosen.size)
        self._application.setFont(font)
        self._application.setPalette(theme.palette(self.tokens))
        self._application.setStyleSheet(theme.sheet(self.tokens, chosen.size, paths.resources() / "icons"))
        self._ring.colour = self.tokens.focus

    def _dark(self, look: str) -> bool:
        if look == "system":
            # Told by the style, not by Qt.ColorScheme: the Qt namespace costs a tenth of the way to the first paint.
            return self._application.style().standardPalette().window().color().lightness() < 128
        return look == "dark"

    def _speak(self, language: str) -> None:
        for old in self._translators:
            self._application.removeTranslator(old)
        self._translators = []
        qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", qt_words), (f"app_{language}", str(paths.translations()))):
            translator = QTranslator(self._application)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
        QLocale.setDefault(QLocale("da_DK" if language == "da" else "en_GB"))


def _heard(_kind: object, _where: object, said: str) -> None:
    """Qt's own remarks go to the terminal, but for one that the screenless platform makes at every resize."""
    if "propagateSizeHints" not in said and sys.stderr is not None:
        print(said, file=sys.stderr)


def make(arguments: list[str]) -> QApplication:
    """The one QApplication."""
    qInstallMessageHandler(_heard)
    QApplication.setStyle("Fusion")  # before there is one, or the system's own style is loaded, and then put aside
    application = QApplication(arguments)
    application.setApplicationName("Seniorsamtale")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    Garbage(application)
    return application


def last_resort(folder: Path) -> Callable[[BaseException], None]:
    """What happens on a fault of ours: nothing typed is lost, a report without content is offered, work may go on."""

    def unexpected(fault: BaseException) -> None:
        from PySide6.QtWidgets import QMessageBox  # the first paint needs none

        text = log.report(fault)
        log.write(folder, "fault", kind=type(fault).__name__)
        box = QMessageBox(QMessageBox.Icon.Warning, "Seniorsamtale", QApplication.translate("Fault", "Sorry – something went wrong in the program."))
        box.setInformativeText(
            QApplication.translate("Fault", "Everything saved before is kept. You may go on, or close the program and open it again. The report below says where it happened and holds nothing you have written.")
        )
        box.setDetailedText(text)
        box.exec()

    sys.excepthook = lambda _kind, fault, _trace: unexpected(fault)
    return unexpected
