# SPDX-License-Identifier: EUPL-1.2
"""An empty folder and a platform -> the first window painted in Danish, which build this is, and that its resources are there.

The first half of the self-test. What only the later steps need is imported by them.
"""

import sys
from pathlib import Path
from typing import Any

from senior_desktop import __version__, desk, log, paths, policy, process_age
from senior_desktop.selftest import Facts, need

LONGEST_TO_PAINT_MS = 30_000
NO_WINDOW = "there is no window to try it in"


class Screen:
    """The application and three steps; each returns facts or raises Wrong."""

    def __init__(self, folder: Path, platform: str | None) -> None:
        """folder: for files of this run. platform: the plugin that was asked for, None for the system's own."""
        self._folder, self._platform = folder / "screen", platform
        self._qt: Any = None

    def window(self) -> Facts:
        """The unlock window stands there, then the first run's, in Danish: Qt's own words and ours."""
        from senior_desktop.ui import application  # before the rest of Qt, as the app does

        self._plugin_there()
        from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QTimer
        from PySide6.QtGui import QPaintEvent

        from senior_desktop.ui.main_window import MainWindow
        from senior_desktop.ui.work import Work

        self._folder.mkdir()
        (self._folder / "vault.json").touch()  # enough for the everyday start, which asks for a passphrase
        self._qt = application.make(["Seniorsamtale"])
        self._look = application.Look(self._qt, desk.Settings("da", 16, "light"))
        faults: list[BaseException] = []
        painted: list[int] = []
        class First(MainWindow):
            """Says when it, and what it holds, has been painted for the first time."""

            asked = False

            def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
                super().paintEvent(event)
                if not self.asked:
                    self.asked = True
                    QTimer.singleShot(0, lambda: painted.append(process_age.milliseconds()))

        work = Work(faults.append)
        window = First(self._folder, work, self._look, policy.Policy({}), lambda: None)
        window.show()
        # Asked again and again: without a screen Windows' event loop may sleep on a timer of no milliseconds.
        too_long = QDeadlineTimer(LONGEST_TO_PAINT_MS)
        while not painted and not too_long.hasExpired():
            self._qt.processEvents()
        need(painted, "the window was not painted")
        from PySide6.QtWidgets import QDialogButtonBox

        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        button = box.buttons()[0].text().replace("&", "")
        (self._folder / "vault.json").unlink()
        window.start()
        self._qt.processEvents()
        screens = type(window.centralWidget()).__name__
        window.close()
        work.finish()
        need(not faults, "\n".join(map(log.report, faults)))
        need(screens == "FirstRun", "the first run's screen did not come")
        need(button == "Annuller", "Qt's own Danish words are missing")
        need(QCoreApplication.translate("Menu", "Quit") != "Quit", "the program's Danish words are missing")
        return {"first_paint_ms": painted[0], "cancel": button}

    def _plugin_there(self) -> None:
        """Looked for first: Qt ends the process, on Windows with a dialog, when it has no such plugin."""
        from PySide6.QtCore import QLibraryInfo

        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
        need(any(plugins.glob(f"*q{self._platform or ''}*")), "Qt has no such platform plugin here")

    def build(self) -> Facts:
        """Which build this is; the platform plugin is the one that was asked for."""
        import builtins
        import platform

        from PySide6.QtCore import qVersion

        need(self._qt, NO_WINDOW)
        frozen, built = bool(getattr(sys, "frozen", False)), paths.PACKAGE / "built.txt"
        shown = self._qt.platformName()
        need(self._platform in (None, shown), "Qt runs on another platform plugin than the one asked for")
        need(paths.is_file(built) or not frozen, "the build date is missing")
        need(not frozen or builtins.__import__.__name__ == "__import__", "Qt was loaded before the program's first line, and slows every import")
        return {
            "version": __version__,
            "frozen": frozen,
            "built": built.read_text(encoding="utf-8").strip() if paths.is_file(built) else None,
            "system": sys.platform,
            "python": platform.python_version(),
            "qt": qVersion(),
            "platform": shown,
            "libraries": desk.libraries(),
        }

    def resources(self) -> Facts:
        """Template, measures, indicators, words, fonts and colours are read; the dictionary knows a wrong word; a chart is drawn."""
        from PySide6.QtCore import QByteArray, Qt
        from PySide6.QtGui import QFontDatabase, QImage, QPainter
        from PySide6.QtSvg import QSvgRenderer

        from senior_desktop import story
        from senior_desktop.conversation import template
        from senior_desktop.hr import indicators
        from senior_desktop.paper import drawing, fonts
        from senior_desktop.paper.document import Bar, Chart
        from senior_desktop.ui.fields import spelling

        need(self._qt, NO_WINDOW)  # Qt ends the process when a font is asked for without one
        shipped = template.shipped()
        need(story.words("da")("hr.unreadable") != story.words("en")("hr.unreadable"), "printed words are missing")
        need(not fonts.missing("Æblegrød på Ærø – 95 % é ü"), "the paper's font lacks Danish letters")
        need("Inter" in QFontDatabase.families(), "the screen's font is missing")
        dictionary = spelling.loaded(spelling.DICTIONARIES["da"])
        need(dictionary is not None and not dictionary.spell("kompetancer"), "the Danish dictionary is missing")
        need((paths.resources() / "color" / "sRGB.icc").stat().st_size, "the colour profile is missing")
        svg = drawing.chart_svg(Chart("Selvtest", (Bar("Enige", 0.6, 0.4, 0.8, "20"),), "Selvtest"))
        drawn = QSvgRenderer(QByteArray(svg.encode()))
        need(drawn.isValid(), "the chart is no SVG")
        picture = QImage(drawn.defaultSize(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        drawn.render(painter)
        painter.end()
        blank = QImage(picture.size(), picture.format())
        blank.fill(Qt.GlobalColor.white)
        need(picture != blank, "the chart is empty")
        return {
            "template": shipped.name,
            "template_sha256": shipped.digest,
            "questions": len(shipped.questions),
            "measures": len(story.measures().measures),
            "skemas": sorted(indicators.shipped()),
        }
