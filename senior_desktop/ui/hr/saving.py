# SPDX-License-Identifier: EUPL-1.2
"""What is pooled -> the report as PDF or workbook, its charts as pictures, the totals for others; each where the user says."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from senior_desktop import drives, paths, story, tools
from senior_desktop.ui.hr.figures import drawable
from senior_desktop.ui.screen import Screen, button

SHARP = 3
"""Pixels of a picture for one unit of the drawing: as sharp on a slide as on paper."""


class Saving(QWidget):
    """Five buttons; hidden until something is pooled."""

    def __init__(self, screen: Screen, organisation: str) -> None:
        """organisation: printed on the report; "" when IT has set none. screen: says what is under way, and trouble."""
        super().__init__()
        self._screen, self._organisation = screen, organisation
        self._pooled: story.Pooled | None = None
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        abreast = 3 if screen.base < 20 else 2  # five in a row are wider than a small screen
        self.report = button(self.tr("Save the report as PDF …"), "primary")
        self.report.clicked.connect(self._choose_report)
        self.workbook = button(self.tr("Save as Excel …"))
        self.workbook.clicked.connect(self._choose_workbook)
        self.charts = button(self.tr("Save the charts …"))
        self.charts.setToolTip(self.tr("Each chart as a picture (PNG) and as a drawing (SVG), for slides and newsletters."))
        self.charts.clicked.connect(self._choose_charts)
        self.totals = button(self.tr("Save the totals for others …"))
        self.totals.setToolTip(self.tr("A file that adds up with other municipalities' totals. It is as imprecise as the hand-ins."))
        self.totals.clicked.connect(self._choose_totals)
        self.briefs = button(self.tr("Save in short …"))
        self.briefs.setToolTip(self.tr("One page for the political committee, and one for the press."))
        self.briefs.clicked.connect(self._choose_briefs)
        for at, one in enumerate((self.report, self.workbook, self.briefs, self.charts, self.totals)):
            rows.addWidget(one, at // abreast, at % abreast)
        rows.setColumnStretch(abreast, 1)
        self.hide()

    def show_pooled(self, pooled: story.Pooled) -> None:
        """What the buttons save from now on."""
        self._pooled = pooled
        self.setVisible(bool(pooled.taken))

    # -- where to ------------------------------------------------------------------------------------------------------

    def _choose_report(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "seniorsamtaler-i-tal.pdf", "PDF (*.pdf)")
        if name:
            self.save_report(Path(name))

    def _choose_workbook(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "seniorsamtaler-i-tal.xlsx", "Excel (*.xlsx)")
        if name:
            self.save_workbook(Path(name))

    def _choose_charts(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save the charts"))
        if name:
            self.save_charts(Path(name))

    def _choose_briefs(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save in short"))
        if name:
            self.save_briefs(Path(name))

    def _choose_totals(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the totals"), "seniorsamtaler-summer.csv", "CSV (*.csv)")
        if name:
            self.save_totals(Path(name))

    # -- and there it is -----------------------------------------------------------------------------------------------

    def save_report(self, file: Path) -> None:
        """Write the report to `file`; the dialog has asked before an older one is replaced."""
        self._write(file, lambda pooled, at: story.report(pooled, self._organisation, at, self._screen.language)[1])

    def save_workbook(self, file: Path) -> None:
        """Write the report to `file` as a workbook; the dialog has asked before an older one is replaced."""
        self._write(file, lambda pooled, at: story.report_workbook(pooled, self._organisation, at, self._screen.language))

    def save_totals(self, file: Path) -> None:
        """Write the totals to `file`; the dialog has asked before an older one is replaced."""
        self._write(file, lambda pooled, _: story.totals_file(pooled, self._organisation))

    def save_briefs(self, folder: Path) -> None:
        """Both pages into `folder`."""
        pooled, organisation, language = self._pooled, self._organisation, self._screen.language
        self._busy(True)
        self._screen.do(
            lambda: tools.save_briefs(pooled, organisation, datetime.now().astimezone(), folder, language)[0], then=self._saved,
            meanwhile=self.tr("Making the report …"), failed=lambda: self._busy(False),
        )  # fmt: skip

    def save_charts(self, folder: Path) -> None:
        """Each chart into `folder`, as PNG and SVG; none that lies there already is replaced."""
        self._busy(True)
        self._screen.do(self._draw, folder, then=self._charts_saved, meanwhile=self.tr("Drawing …"), failed=lambda: self._busy(False))

    def _write(self, file: Path, make: Any) -> None:
        pooled = self._pooled
        assert pooled is not None  # the buttons stand there only when a file was taken

        def write() -> Path:
            drives.may_export(file.parent)
            return paths.write(file, make(pooled, datetime.now().astimezone()), replace=True)

        self._busy(True)
        self._screen.do(write, then=self._saved, meanwhile=self.tr("Making the report …"), failed=lambda: self._busy(False))

    def _draw(self, folder: Path) -> int:
        assert self._pooled is not None  # as above
        drives.may_export(folder)
        drawn = story.chart_pictures(self._pooled, self._screen.language)
        stem = self.tr("senior-conversations-chart")
        for at, svg in enumerate(drawn, start=1):
            paths.write(folder / f"{stem}-{at}.svg", svg.encode())
            paths.write(folder / f"{stem}-{at}.png", picture(svg))
        return len(drawn)

    def _saved(self, file: Path) -> None:
        self._busy(False)
        self._screen.say(self.tr("✓ Saved: %1").replace("%1", file.name))

    def _charts_saved(self, number: int) -> None:
        self._busy(False)
        self._screen.say(self.tr("✓ %n chart(s) saved", "", number))

    def _busy(self, on: bool) -> None:
        for one in (self.report, self.workbook, self.briefs, self.charts, self.totals):
            one.setEnabled(not on)


def picture(svg: str) -> bytes:
    """A chart as PNG on white."""
    from PySide6.QtCore import QBuffer, QIODevice

    renderer = QSvgRenderer(drawable(svg))
    image = QImage(renderer.defaultSize() * SHARP if renderer.isValid() else QSize(1, 1), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return content.data()
