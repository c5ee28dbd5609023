# SPDX-License-Identifier: EUPL-1.2
"""A passphrase typed twice -> whether it may be used, said while it is typed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from senior_desktop import desk
from senior_desktop.ui.talk.page import label

LEAST_VARIED = 6
"""Different letters a passphrase needs; the vault refuses fewer."""


def secret_box(words: str) -> QLineEdit:
    """A box whose text is not shown."""
    box = QLineEdit()
    box.setEchoMode(QLineEdit.EchoMode.Password)
    box.setAccessibleName(words)
    return box


def how_strong(passphrase: str) -> str:
    """The hint for a passphrase that is long enough, in words."""
    match desk.strength(passphrase):
        case "weak":
            return QCoreApplication.translate("NewPassphrase", "Easy to guess. Four or five words that only you would put together are better.")
        case "fair":
            return QCoreApplication.translate("NewPassphrase", "Fairly hard to guess. Now once more.")
        case _:
            return QCoreApplication.translate("NewPassphrase", "✓ Hard to guess. Now once more.")


class NewPassphrase(QWidget):
    """Two boxes and a hint."""

    changed = Signal()

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.first, self.second = secret_box(self.tr("New passphrase")), secret_box(self.tr("The same once more"))
        for box in (self.first, self.second):
            title = label(box.accessibleName(), "fact")
            title.setBuddy(box)
            column.addWidget(title)
            column.addWidget(box)
            box.textChanged.connect(self._weigh)
        self.hint = label(self.tr("At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.", "", least), "small")
        column.addWidget(self.hint)

    def ready(self) -> bool:
        """Whether it is long enough, varied, and the same twice."""
        text = self.first.text()
        return len(text) >= self._least and len(set(text) - {" "}) >= LEAST_VARIED and text == self.second.text()

    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget it."""
        self.first.clear()
        self.second.clear()

    def _weigh(self) -> None:
        first, second = self.first.text(), self.second.text()
        short = self._least - len(first)
        if first and short > 0:
            self.hint.setText(self.tr("%n more character(s)", "", short))
        elif first and len(set(first) - {" "}) < LEAST_VARIED:
            self.hint.setText(self.tr("Use more different letters."))
        elif first and first != second:
            self.hint.setText(self.tr("The two are not the same yet.") if second else how_strong(first))
        elif first:
            self.hint.setText(self.tr("✓ The two are the same."))
        self.changed.emit()
