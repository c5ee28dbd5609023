# SPDX-License-Identifier: EUPL-1.2
"""One party at the signing desk -> a mark: read and ticked, then drawn by pen, touch or mouse, or typed and confirmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton

from senior_desktop import story
from senior_desktop.ui.fields.pen import PenBox
from senior_desktop.ui.talk.page import Card, label


class SignerCard(Card):
    """One party: read, then draw or type and confirm, then sign."""

    signed = Signal(object)

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.name = name
        self.body.addWidget(label(f"{title}: {name}", "h2"))
        self.state = label("", "help")
        self.body.addWidget(self.state)
        self.read = QCheckBox(self.tr("I have read the conversation sheet and the agreement sheet"))
        self.read.setAccessibleName(f"{self.read.text()}: {title}")
        self.read.toggled.connect(self._weigh)
        here, instead = self.tr("Sign here"), self.tr("Type your name instead of drawing")
        self.pen = PenBox(f"{here}: {title}")
        self.pen.drawn.connect(self._weigh)
        self.again = QPushButton(self.tr("Draw again"))
        self.again.setProperty("role", "quiet")
        self.again.clicked.connect(self.pen.clear)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("or type your name"))
        self.typed.setAccessibleName(f"{instead}: {title}")
        self.typed.textChanged.connect(self._weigh)
        self.sign = QPushButton(self.tr("Sign"))
        self.sign.setProperty("role", "primary")
        self.sign.setAccessibleName(f"{self.sign.text()}: {title}")
        self.sign.clicked.connect(self._sign)
        row = QHBoxLayout()
        row.addWidget(self.typed, 1)
        row.addWidget(self.again)
        row.addWidget(self.sign)
        self.body.addWidget(self.read)
        self.body.addWidget(self.pen)
        self.body.addLayout(row)
        self.hint = label(self.tr("Write the name as it stands above, and tick that you have read the sheets."), "help")
        self.body.addWidget(self.hint)
        self._parts = (self.read, self.pen, self.typed, self.again, self.sign)
        self._weigh()

    def _mark(self) -> story.Mark | None:
        typed = self.typed.text().strip()
        if self.pen.strokes:
            return story.drawn(self.pen.strokes)
        # A typed name must be the signer's own; a slip of the finger must not sign.
        return story.typed(typed) if typed.casefold() == self.name.casefold() and typed else None

    def _weigh(self) -> None:
        ready = self.read.isChecked() and self._mark() is not None
        self.sign.setEnabled(ready)
        begun = bool(self.typed.text().strip() or self.pen.strokes)
        self.hint.setVisible(begun and not ready and not self.sign.isHidden())

    def _sign(self) -> None:
        mark = self._mark()
        if mark is not None:
            self.sign.setEnabled(False)
            self.signed.emit(mark)
            self.pen.clear()
            self.typed.clear()

    def show_state(self, words: str, *, open_now: bool) -> None:
        """Say where this party stands; its fields are there only when it is their turn."""
        self.state.setText(words)
        for part in self._parts:
            part.setVisible(open_now)
        self._weigh()
