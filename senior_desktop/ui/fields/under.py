# SPDX-License-Identifier: EUPL-1.2
"""What was found in a text, and whether it has earlier words -> a quiet line and quiet buttons under its box."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget


class Under(QWidget):
    """Takes no room while it has nothing to say."""

    removed = Signal()
    stays = Signal()
    """The number is none, or the word may stand."""
    earlier_wanted = Signal()
    earlier_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        """name: of the text, as assistive technology says it."""
        super().__init__(parent)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "small")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.stay, self.remove, self.earlier = (self._quiet() for _ in range(3))
        self.stay.clicked.connect(self.stays)
        self.remove.clicked.connect(self.removed)
        self.earlier.clicked.connect(self.earlier_wanted)
        self._words(self.earlier, self.tr("Earlier words"))
        for button in (self.stay, self.remove):
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        # On a line of its own: three Danish buttons are wider than a field that stands beside another.
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.nothing()

    def _quiet(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(True)
        button.hide()
        return button

    def _words(self, button: QPushButton, words: str) -> None:
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(f"{words}: {self._name}")

    def nothing(self) -> None:
        """Take the hint away."""
        self._show("", "", "")

    def number(self) -> None:
        """Say that a number looks like a CPR number, and what is done about it."""
        self._show(
            self.tr("This looks like a CPR number. Its last four digits are not stored."),
            self.tr("It is not a CPR number"),
            self.tr("Remove"),
        )

    def illness(self, word: str, *, private: bool) -> None:
        """Say what is written down about illness; private: only the leader reads it."""
        words = (
            self.tr("Write only what it means for the work.")
            if private
            else self.tr("Thank you for telling. We only write what it means for the work.")
        )
        self._show(words, self.tr("Let it stand"), self.tr("Remove “%1”").replace("%1", " ".join(word.split())))

    def _show(self, hint: str, stay: str, remove: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        for button, words in ((self.stay, stay), (self.remove, remove)):
            self._words(button, words)
            button.setVisible(bool(hint))
        self._fit()

    def offer_earlier(self, on: bool) -> None:
        """Show the way to earlier words, or not."""
        self.earlier.setVisible(on)
        self._fit()

    def choose(self, rows: list[tuple[str, str]]) -> None:
        """Open the list: (what is shown, the earlier text); the one chosen goes out as `earlier_chosen`."""
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self.earlier.accessibleName())
        self.menu.aboutToHide.connect(self.menu.deleteLater)  # its lines are not to live on unseen
        for shown, text in rows:
            action = self.menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(lambda _=False, text=text: self.earlier_chosen.emit(text))
        self.menu.popup(self.earlier.mapToGlobal(QPoint(0, self.earlier.height())))

    def _fit(self) -> None:
        self.setVisible(any(not one.isHidden() for one in (self.hint, self.stay, self.remove, self.earlier)))
