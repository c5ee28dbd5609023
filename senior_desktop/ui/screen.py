# SPDX-License-Identifier: EUPL-1.2
"""A title -> a screen outside a conversation: Back, heading, cards, one line for what is under way, one for trouble."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.errors import SeniorError
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.theme import TEXT_COLUMN
from senior_desktop.ui.work import Work

RING = 6
"""Room in px that the focus ring needs around a button at the edge of the column; else it is cut."""


class Scrolled(QScrollArea):
    """Subclasses lay out `inside`; what is higher than the window scrolls, so that no screen is too small for large type."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.inside.setObjectName("page")
        self.setWidget(self.inside)


class Screen(Scrolled):
    """Subclasses fill `self.column`. What comes back after the screen was left is dropped: the story has kept it."""

    left = Signal()

    def __init__(self, title: str, intro: str, work: Work, language: str, widest: int = TEXT_COLUMN) -> None:
        """widest: of the text column, px at base 16."""
        super().__init__()
        self._work, self.language = work, language
        gone: list[bool] = []
        self._gone = gone
        self.destroyed.connect(lambda: gone.append(True))
        # -1 when the font is given in points, as it is before a look is chosen.
        self.base = max(16, QApplication.font().pixelSize())
        across = QHBoxLayout(self.inside)
        across.setContentsMargins(32 - RING, 20 - RING, 32 - RING, 32 - RING)
        holder = QWidget()
        holder.setMaximumWidth(round(widest * self.base / 16) + 2 * RING)
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(RING, RING, RING, RING)
        self.column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(label(title, "h1"), 1)
        self.back = QPushButton(QCoreApplication.translate("Screen", "Back"))
        self.back.clicked.connect(self.leave)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        if intro:
            self.column.addWidget(label(intro, "help"))
        self.alarm = label("", "alarm")
        self.state = label("", "saved")
        for line in (self.alarm, self.state):
            line.hide()
            self.column.addWidget(line)

    def card(self, title: str) -> Card:
        """A new card with its heading, below the others."""
        card = Card()
        card.body.addWidget(label(title, "h2"))
        self.column.addWidget(card)
        return card

    def do(
        self, function: Callable[..., Any], *inputs: Any, then: Callable[[Any], None], meanwhile: str = "",
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Run `function` on the worker, `meanwhile` saying what is under way; an error is said, then `failed()`."""

        def came_back(result: Any) -> None:
            if not self._gone:
                self.say("")
                then(result)

        def broke(fault: SeniorError) -> None:
            if not self._gone:
                self.trouble(fault)
                if failed is not None:
                    failed()

        self.alarm.hide()
        self.say(meanwhile)
        self._work.do(function, *inputs, then=came_back, failed=broke)

    def say(self, words: str) -> None:
        """What is under way or done, in one line; "" takes the line away."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def trouble(self, fault: SeniorError) -> None:
        """Say an error of the world, where it is seen."""
        self.say("")
        self.alarm.setText(story.say(fault, self.language))
        self.alarm.show()
        self.ensureWidgetVisible(self.alarm)

    def leave(self) -> None:
        """Back to where the screen was opened."""
        self.left.emit()


def ask_first(parent: QWidget, question: str, told: str, yes: str, no: str, then: Callable[[], object]) -> None:
    """Ask before something goes for good; `then` only on `yes`. Returns at once."""
    from PySide6.QtWidgets import QMessageBox  # the first paint needs none

    box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", question, parent=parent)
    box.setInformativeText(told)
    sure = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.buttonClicked.connect(lambda chosen: then() if chosen is sure else None)
    box.open()


def cleared(layout: QVBoxLayout) -> QVBoxLayout:
    """`layout` without its widgets, which are taken apart at once."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
    return layout


def button(words: str, role: str = "", name: str = "") -> QPushButton:
    """A button of a role ("primary", "quiet"); `name` is said in its place and begins with the words on it."""
    new = QPushButton(words)
    new.setAccessibleName(name or words)
    if role:
        new.setProperty("role", role)
    return new
