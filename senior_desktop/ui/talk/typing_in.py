# SPDX-License-Identifier: EUPL-1.2
"""A number of the blank paper -> the field it is typed into; a quiet bar above the pages while a talk is typed in.

The pages are the ordinary ones, in the paper's order: what is typed is guarded, masked and kept as ever.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from senior_desktop.ui.talk.page import TalkPage, label
from senior_desktop.ui.talk.theme import ThemePage


class TypingBar(QWidget):
    """What it is, the number to go to, and the way out."""

    asked = Signal(str)
    """A number that was typed."""
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        self.told = label(self._calm(), "help")
        title = label(self.tr("Go to no."), "fact")
        title.setWordWrap(False)
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Go to the paper's number"))
        self.number.setMaximumWidth(96)
        self.number.setPlaceholderText("c12")
        self.number.returnPressed.connect(lambda: self.asked.emit(self.number.text()))
        title.setBuddy(self.number)
        self.end = QPushButton(self.tr("Done typing in"))
        self.end.clicked.connect(self.ended)
        row.addWidget(self.told, 1)
        for one in (title, self.number, self.end):
            row.addWidget(one)
        QShortcut(QKeySequence("Ctrl+G"), self, self._ask)

    def not_there(self) -> None:
        """Say that the number is on no page of this path."""
        self.told.setText(self.tr("There is no %1 on this path. Look at the number once more, or switch the path.").replace("%1", self.number.text().strip()))
        self.number.selectAll()

    def found(self) -> None:
        """The number has led somewhere."""
        self.told.setText(self._calm())
        self.number.clear()

    def _calm(self) -> str:
        return self.tr("The numbers are those of the paper; Ctrl+G goes to one. The employee's own answer at the end is not typed in: they give it themselves.")

    def _ask(self) -> None:
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()


def stand_on(page: TalkPage, number: str) -> None:
    """Put the keyboard on the field of that number, in the newest row where there are many."""
    wanted = number.strip().casefold()
    card = page.cards.get(wanted)
    target: QWidget | None = None
    if card is not None:
        opens = getattr(card, "open", None)
        target = opens if opens is not None and opens.isVisibleTo(page) else _first(card.field)
    elif isinstance(page, ThemePage) and page.page.theme is not None and wanted == page.page.theme.id:
        target = page.status.buttons()[0]
    elif rows := getattr(page, "rows", None):
        target = _first(list(rows.values())[-1])  # a row's numbers come once for each row: the newest is being typed
    target = target or _first(page)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        page.ensureWidgetVisible(target, 0, 120)


def _first(inside: QWidget) -> QWidget | None:
    """The first place the keyboard may stand on."""
    every = [inside, *inside.findChildren(QWidget)]
    return next(
        (one for one in every if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and one.isEnabled() and one.isVisibleTo(inside)),
        None,
    )
