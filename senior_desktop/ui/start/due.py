# SPDX-License-Identifier: EUPL-1.2
"""What is due (`conversation/due.py`) -> a card with a line each and one button that does it; nothing where nothing is due."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from senior_desktop.conversation.due import Due, Kind
from senior_desktop.ui.screen import RING, button, cleared
from senior_desktop.ui.talk.page import Card, label

AT_ONCE, AT_ONCE_LARGE = 3.5, 1.5
"""Lines that are seen without scrolling, at 16-18 px and above; the half one shows that there are more. The talks keep their room."""

GAP = 8


class DueCard(Card):
    """`opened(talk)`: at the page where it is done. `offered(talk)`: a talk is to be offered to its person again."""

    opened = Signal(object)
    offered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Due now and soon"), "h2"))
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, RING, RING, RING)
        self._lines.setSpacing(GAP)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # the card's own white, not the canvas's grey
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        self.body.addWidget(self._scroll)
        self.buttons: list[QPushButton] = []
        # Reminders for a calendar (.ics) belong beside the heading, when they are made.

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Draw the lines anew; without any the card is not there."""
        cleared(self._lines)
        self.buttons = []
        for one in due:
            self._lines.addWidget(self._line(one))
        self.setVisible(bool(due))
        # Not by the lines' own hints: a label that wraps asks for more before it is laid out.
        tall = max([2 * self.fontMetrics().lineSpacing() + RING, *(one.sizeHint().height() for one in self.buttons)]) + GAP
        shown = AT_ONCE if self.fontInfo().pixelSize() < 20 else AT_ONCE_LARGE
        self._scroll.setFixedHeight(round(min(len(due), shown) * tall) + 2 * RING)

    def _line(self, one: Due) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        name = one.talk.text("a01")
        title = f"{name}: {self._what(one)}"
        words.addWidget(label(title, "fact"))
        words.addWidget(label(self._when(one), "help"))
        across.addLayout(words, 1)
        said = self._deed(one)
        act = button(said, name=f"{said}: {title}")
        act.clicked.connect(lambda: self.opened.emit(one) if one.page else self.offered.emit(one.talk))
        across.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(act)
        return line

    def _what(self, one: Due) -> str:
        agreed = one.row.text if one.row is not None and one.row.text else self.tr("an agreement")
        match one.kind:
            case Kind.FOLLOW_UP:
                return self.tr("follow-up")
            case Kind.REVIEW:
                return self.tr("look again at »%1«").replace("%1", agreed)
            case Kind.PAY:
                return self.tr("answer on pay and pension for »%1«").replace("%1", agreed)
            case Kind.TAKE_UP:
                return self.tr("said yes, later")
            case Kind.OFFER_AGAIN:
                return self.tr("may be offered the conversation again")

    def _when(self, one: Due) -> str:
        day = one.day.strftime("%d-%m-%Y")
        if one.kind in (Kind.TAKE_UP, Kind.OFFER_AGAIN):
            return self.tr("From %1").replace("%1", day)
        if one.late:
            return self.tr("Was due on %1").replace("%1", day)
        return self.tr("Due on %1").replace("%1", day)

    def _deed(self, one: Due) -> str:
        if not one.page:
            return self.tr("Offer again") if one.kind is Kind.OFFER_AGAIN else self.tr("Offer a conversation")
        return self.tr("Open") if one.kind in (Kind.TAKE_UP, Kind.PAY) else self.tr("Follow up")
