# SPDX-License-Identifier: EUPL-1.2
"""A PDF, dropped or chosen -> a verdict in one word and a sentence, and what was looked at line by line.

Needs no vault: anybody at the desk may check a paper. Nothing is fetched, kept or written.
"""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from senior_desktop import desk
from senior_desktop.errors import PaperUnreadable
from senior_desktop.ui.drop import DropZone
from senior_desktop.ui.screen import Screen, cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.verify.seals import SealsCard
from senior_desktop.ui.work import Work

LARGEST = 25 * 1024 * 1024 + 1
"""Bytes read of a file: one more than the check takes, so that it says "too large" itself."""

LONG = re.compile("[0-9a-f]{8}(?=[0-9a-f])")
"""A checksum is one long word: it may break after each eight digits, or a narrow window would cut it."""

SIGNS = {"green": "✓", "yellow": "!", "red": "✗", "unreadable": "?"}


class VerifyPage(Screen):
    """Check a document."""

    def __init__(self, folder: Path, work: Work, language: str) -> None:
        """folder: where the book of known seals lies."""
        super().__init__(
            self.tr("Check a document"),
            self.tr("See whether a signed sheet is unchanged and whose seal it bears. The file is only read and stays where it is."),
            work, language,
        )
        self._folder = folder
        self.drop = DropZone(self.tr("Drop the PDF file here."), self.tr("Choose a file …"))
        self.drop.button.clicked.connect(self._choose)
        self.drop.dropped.connect(lambda files: self.check_file(files[0]))
        self.column.addWidget(self.drop)
        self.locked = Card()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password of the file"))
        self.password.setAccessibleName(self.password.placeholderText())
        self.password.returnPressed.connect(self._again)
        self.again = QPushButton(self.tr("Check with the password"))
        self.again.clicked.connect(self._again)
        row = QHBoxLayout()
        row.addWidget(self.password, 1)
        row.addWidget(self.again)
        self.locked.body.addLayout(row)
        self.locked.hide()
        self.column.addWidget(self.locked)
        self._file: Path | None = None
        self._with = ""
        self._result = QVBoxLayout()
        self.column.addLayout(self._result)
        self.seals = SealsCard(folder, work)
        self.seals.changed.connect(self._again)
        self.column.addWidget(self.seals)
        self.column.addStretch(1)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file …"), "", "PDF (*.pdf)")
        if name:
            self.check_file(Path(name))

    def _again(self) -> None:
        if self._file is not None:
            self.check_file(self._file, self.password.text() or self._with)

    def check_file(self, file: Path, password: str = "") -> None:
        """Check `file` and say what was found."""
        self._file, self._with = file, password
        cleared(self._result)
        self.drop.button.setEnabled(False)
        self.do(
            self._check, file, password, then=lambda checked: self._show(file.name, checked),
            meanwhile=self.tr("Checking …"), failed=self._may_choose,
        )

    def _check(self, file: Path, password: str) -> desk.Checked:
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST)
        except OSError as fault:
            raise PaperUnreadable() from fault
        return desk.check_paper(content, self._folder, self.language, password)

    def _may_choose(self) -> None:
        self.drop.button.setEnabled(True)

    def _show(self, name: str, checked: desk.Checked) -> None:
        self._may_choose()
        asked = any(line["key"] in ("locked", "password") for line in checked.as_json["lines"])
        self.locked.setVisible(asked)
        if asked:
            self.password.setFocus()
        else:
            self.password.clear()
        card = Card()
        card.body.addWidget(label(name, "help"))
        # The headline reads "Green: unchanged since ...": the word stands large, with a sign beside its colour.
        word, _, sentence = checked.headline.partition(": ")
        self.verdict = label(f"{SIGNS[checked.colour]}  {word}")
        self.verdict.setProperty("verdict", checked.colour)
        self.verdict.setAccessibleName(word)
        self.sentence = label(sentence, "h2")
        card.body.addWidget(self.verdict)
        card.body.addWidget(self.sentence)
        if checked.lines:
            card.body.addLayout(self._lines(checked.lines))
        for line in checked.as_json["lines"]:
            if line["key"] == "leader" and line["result"] == "warn":
                card.body.addWidget(self.seals.offer(line["facts"]["fingerprint"]), 0, Qt.AlignmentFlag.AlignLeft)
        self._result.addWidget(card)
        self.ensureWidgetVisible(card)

    def _lines(self, lines: tuple[tuple[str, str], ...]) -> QGridLayout:
        words = {
            "ok": self.tr("✓ Fine"), "warn": self.tr("! Look at this"), "bad": self.tr("✗ Wrong"),
            "info": self.tr("· For information"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, (mark, text) in enumerate(lines):
            sign = label(words[mark])
            sign.setProperty("mark", mark)
            sign.setWordWrap(False)
            grid.addWidget(sign, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(LONG.sub("\\g<0>\u200b", text)), place, 1)
        return grid
