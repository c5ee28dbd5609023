# SPDX-License-Identifier: EUPL-1.2
"""An offer -> the invitation: when and where, the letter to change as one likes, and files to send or print.

Nothing is sent from here. The letter's words are not kept with the talk: they live as long as the talk is open.
"""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import story
from senior_desktop.conversation import calendar, free_texts
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.letters import Filled
from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.fields.text import NoteLine
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.paper_button import PaperButton
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.watched import watch

TIMES = tuple(f"{hour:02}:{minute:02}" for hour in range(6, 22) for minute in (0, 15, 30, 45))
"""When a meeting can begin."""

MINUTES = (30, 45, 60, 75, 90, 120)
"""How long a meeting can be."""

BEFORE = (Stage.OFFERED, Stage.PREPARING)
"""While there is something to invite to."""

KEPT = "invitation"
"""Name of the room's property that keeps the words while pages are built anew."""

TOLD = "invitation_told"
"""Name of the one that keeps what those words were written from."""


class InvitationCard(Card):
    """Closed until it is wanted; there only while the talk has not begun."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._letter: Filled | None = None
        self._told = ""
        self.body.addWidget(label(self.tr("Invitation"), "h2"))
        self.body.addWidget(
            label(self.tr("A letter that says who sees what, that no thanks is fine, and that one may bring somebody. Nothing is sent from here: you send or print it yourself."), "help")
        )
        self.write = QPushButton(self.tr("Write the invitation"))
        self.write.clicked.connect(self.open)
        self.body.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside: QWidget | None = None
        if room.property(KEPT) is not None and room.talk.stage in BEFORE:
            self.open()

    def open(self) -> None:
        """Propose a time, and show the letter."""
        if self.inside is not None:
            return
        self.write.hide()
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._when_and_where())
        column.addWidget(self.place.guarded.under)
        self.soon = label(self.tr("There are fewer than 14 days until then. Give the employee time to prepare."), "help")
        self.soon.hide()
        column.addWidget(self.soon)
        column.addWidget(self._words())
        self.stale = label(self.tr("You have changed the time, the place or a name since you wrote in the letter. Change the letter too, or write it anew."), "alarm")
        self.stale.hide()
        column.addWidget(self.stale)
        self.anew = QPushButton(self.tr("Write it anew"))
        self.anew.setProperty("role", "quiet")
        self.anew.clicked.connect(self._ask_words)
        column.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._ways())
        self.done = label("", "help")
        self.done.hide()
        column.addWidget(self.done)
        self.body.addWidget(self.inside)
        kept = self._room.property(KEPT)
        if isinstance(kept, Filled):
            self._letter = kept
            with QSignalBlocker(self.text):
                self.text.setPlainText(kept.text)
            self.text.document().setModified(True)
            self._told = str(self._room.property(TOLD))
        self.show_talk(self._room.talk)
        if self._room.talk.meeting is None:
            self._room.do(story.plan_meeting, {})  # the proposal, so that the letter can name it

    def _when_and_where(self) -> QGridLayout:
        self.day = DayBox(self.tr("Day of the meeting"))
        self.day.told = lambda day: self._plan(day=day) if day else None
        self.time = _list(self.tr("Time of the meeting"))
        for begins in TIMES:
            self.time.addItem(begins.replace(":", "."), begins)
        self.time.activated.connect(lambda _: self._plan(begins=self.time.currentData()))
        self.minutes = _list(self.tr("Length of the meeting"))
        for count in MINUTES:
            self.minutes.addItem(self.tr("%1 minutes").replace("%1", str(count)), count)
        self.minutes.activated.connect(lambda _: self._plan(minutes=self.minutes.currentData()))
        self.place = NoteLine(self.tr("Place of the meeting"))
        self.place.told.connect(lambda text: self._plan(place=text))
        watch(self.place.guarded, self._room, free_texts.PLACE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        across = 1 if self._room.base >= 20 else 2
        titles = (self.tr("Day"), self.tr("Time"), self.tr("Length"), self.tr("Place"))
        for at, (words, widget) in enumerate(zip(titles, (self.day, self.time, self.minutes, self.place), strict=True)):
            holder = QVBoxLayout()
            holder.setSpacing(4)
            title = label(words, "fact")
            title.setBuddy(widget)
            holder.addWidget(title)
            holder.addWidget(widget)
            holder.addStretch(1)
            grid.addLayout(holder, at // across, at % across)
            grid.setColumnStretch(at % across, 1)
        return grid

    def _words(self) -> QPlainTextEdit:
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("The letter"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(round(QFontMetrics(self.text.font()).lineSpacing() * 18) + 20)
        self.text.textChanged.connect(self._keep)
        return self.text

    def _ways(self) -> QHBoxLayout:
        room = self._room
        self.mail = PaperButton(self.tr("Save as e-mail draft …"), room, story.save_invitation, self._given, story.hand_out)
        self.mail.setProperty("role", "primary")
        self.copy = QPushButton(self.tr("Copy the text"))
        self.copy.clicked.connect(self._copy)
        self.paper = PaperButton(self.tr("Save as PDF …"), room, story.print_invitation, self._given, story.hand_out)
        self.file = PaperButton(self.tr("Save calendar file …"), room, story.save_meeting, first=story.hand_out)
        row = QHBoxLayout()
        for one in (self.mail, self.copy, self.paper, self.file):
            row.addWidget(one)
            if isinstance(one, PaperButton):
                one.saved.connect(self._saved)
        row.addStretch()
        return row

    def show_talk(self, talk: Conversation) -> None:
        """Redraw: gone once the talk has begun; a letter nobody has changed follows the time and the place."""
        self.setVisible(talk.stage in BEFORE)
        if self.inside is None or talk.meeting is None:
            return
        meeting = talk.meeting
        self.day.show_day(meeting.day)
        self.time.setCurrentIndex(max(0, self.time.findData(meeting.begins)))
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(meeting.minutes)))
        self.place.show_text(meeting.place)
        self.soon.setVisible(calendar.soon(meeting, self._today()))
        own = self.text.document().isModified()
        moved = _facts(talk) != self._told
        if moved and not own:
            self._ask_words()
        self.stale.setVisible(moved and own)  # the calendar file follows the time, the user's own words do not
        self.anew.setVisible(own)

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        if self.inside is not None:
            self.day.flush()
            self.place.flush()

    def _today(self) -> date:
        return datetime.now().date()

    def _plan(self, **changes: object) -> None:
        self._room.do(story.plan_meeting, changes)

    def _ask_words(self) -> None:
        self._told = _facts(self._room.talk)
        self._room.ask(story.invitation, then=self._show_letter)

    def _show_letter(self, letter: Filled) -> None:
        self._letter = letter
        with QSignalBlocker(self.text):
            self.text.setPlainText(letter.text)  # no longer the user's own words
        self._room.setProperty(KEPT, None)
        self.anew.hide()
        self.stale.hide()

    def _keep(self) -> None:
        if self._letter is not None:
            self._room.setProperty(KEPT, self._letter.with_text(self.text.toPlainText()))
            self._room.setProperty(TOLD, self._told)
            self.anew.show()

    def _given(self) -> tuple[Filled]:
        assert self._letter is not None  # the buttons stand below the letter
        return (self._letter.with_text(self.text.toPlainText()),)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(self.tr("The text is copied. Paste it where you write to the employee."))

    def _saved(self, file: Path) -> None:
        self._say(self.tr("Saved: %1. Whoever can open the folder can read it.").replace("%1", file.name))

    def _say(self, words: str) -> None:
        self.done.setText(words)
        self.done.show()


def _facts(talk: Conversation) -> str:
    """What the letter takes from `talk`, to see whether it still says the same."""
    meeting = talk.meeting
    when = (meeting.day, meeting.begins, str(meeting.minutes), meeting.place) if meeting is not None else ()
    return "\n".join((*when, talk.text("a01"), talk.text("a08")))


def _list(name: str) -> QComboBox:
    """A drop-down that the mouse wheel scrolls past."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
    return box
