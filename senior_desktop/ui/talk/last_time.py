# SPDX-License-Identifier: EUPL-1.2
"""What was agreed last time -> what became of it, taken along with one click; and the years side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation.agreements import AGREED, Agreement
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.history import promised, taken_along, year_of
from senior_desktop.ui.talk.page import Card, TalkPage, label
from senior_desktop.ui.talk.room import Room

LEADER, EMPLOYEE = 1, 2
"""d04: who promised it, of those whose names we know."""

ABREAST = 3
"""So many years fit side by side in ordinary type."""


class LastTimePage(TalkPage):
    """A card for each agreement of the talk before this one; below them all earlier talks, when there are several."""

    def build(self) -> None:
        """Everything shown here both people know already: nothing is private."""
        last = self.room.earlier[0]
        self.heading(
            self.tr("Last time"),
            self.tr("This is what you agreed. What became of it, and is there something you will take along?"),
            story.day_in_words(last),
        )
        self.rows = {row.id: EarlierCard(self.room, last, row) for row in promised(last)}
        for card in self.rows.values():
            self.column.addWidget(card)
        self.years: YearsCard | None = None
        if len(self.room.earlier) > 1:
            self.years = YearsCard(self.room)
            self.column.addWidget(self.years)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw; once the text is frozen nothing changes here any more."""
        for row in self.room.earlier[0].agreements:
            if row.id in self.rows:
                self.rows[row.id].show_row(row, talk)
        if self.years is not None:
            self.years.draw()


class EarlierCard(Card):
    """One earlier agreement: what, who promised it, how it went, and the way into the new talk."""

    def __init__(self, room: Room, last: Conversation, row: Agreement) -> None:
        super().__init__()
        self._room, self._id = room, row.id
        what = row.text or self.tr("An agreement without words")
        self.body.addWidget(label(what, "h2"))
        self.body.addWidget(label(self._promise(last, row), "help"))
        question = room.template.question("g7").text.said(room.language)
        title = label(question, "fact")
        self.kept = QComboBox()
        self.kept.setAccessibleName(f"{question} {what}")
        self.kept.addItem(self.tr("Not filled in"), None)
        for option in room.template.options("g7"):
            self.kept.addItem(option.said(room.language), option.code)
        self.kept.activated.connect(lambda _: room.mark_kept(self._id, self.kept.currentData()))
        # The wheel scrolls the page; it must not change an answer on the way.
        self.kept.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kept.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        title.setBuddy(self.kept)
        self.body.addWidget(title)
        self.along = QPushButton(self.tr("Take it along"))
        self.along.setAccessibleName(self.tr("Take it along: %1").replace("%1", what))
        self.along.clicked.connect(lambda: room.do(story.take_along, self._id))
        self.taken = label(self.tr("Taken along. It stands among the agreements as a proposal."), "help")
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setProperty("role", "quiet")
        self.undo.setAccessibleName(self.tr("Undo: %1").replace("%1", what))
        self.undo.clicked.connect(lambda: room.do(story.leave_behind, self._id))
        line = QHBoxLayout()
        line.setSpacing(12)
        for one in (self.kept, self.along, self.undo):
            line.addWidget(one)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.taken)

    def _promise(self, last: Conversation, row: Agreement) -> str:
        """Who promised it; and where it stood, unless it was simply agreed."""
        parts = []
        if row.responsible is not None:
            who = self._room.template.option("d04", row.responsible, self._room.language)
            name = {LEADER: last.text("a08"), EMPLOYEE: last.text("a01")}.get(row.responsible, "")
            parts.append(self.tr("Promised by: %1").replace("%1", f"{who}, {name}" if name else who))
        if row.status != AGREED:
            parts.append(self._room.template.option("d02", row.status, self._room.language))
        return " · ".join(parts) or self.tr("Nobody was named as responsible")

    def show_row(self, row: Agreement, talk: Conversation) -> None:
        """Draw the stored state."""
        taken = taken_along(talk, self._id) is not None
        self.kept.setCurrentIndex(max(0, self.kept.findData(row.kept)))
        self.kept.setEnabled(talk.may_write)
        pressed = self.along.hasFocus() or self.undo.hasFocus()
        self.along.setVisible(talk.may_write and not taken)
        self.taken.setVisible(taken)
        self.undo.setVisible(talk.may_write and taken)
        if pressed:  # the keyboard stays here, on the way back
            (self.undo if taken else self.along).setFocus()


class YearsCard(Card):
    """All earlier talks side by side: the year, what was agreed, what became of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.body.addWidget(label(self.tr("Over the years"), "h2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self.body.addLayout(self._grid)
        self._across = 1 if room.base >= 20 else min(ABREAST, len(room.earlier))
        for column in range(self._across):
            self._grid.setColumnStretch(column, 1)
        self._drawn: tuple[Conversation, ...] = ()
        self.draw()

    def draw(self) -> None:
        """One column a talk, the oldest first; nothing is rebuilt when nothing changed."""
        if self._room.earlier == self._drawn:
            return
        self._drawn = self._room.earlier
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            old.setParent(None)
            old.deleteLater()
        for place, talk in enumerate(reversed(self._drawn)):
            self._grid.addWidget(self._year(talk), place // self._across, place % self._across)

    def _year(self, talk: Conversation) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(year_of(talk), "over"))
        for row in promised(talk):
            column.addWidget(label(row.text or self.tr("An agreement without words"), "fact"))
            column.addWidget(label(self._state(row), "small"))
            column.addSpacing(8)
        column.addStretch(1)
        return holder

    def _state(self, row: Agreement) -> str:
        """What became of it, else where it stood."""
        question, code = ("d02", row.status) if row.kept is None else ("g7", row.kept)
        return self._room.template.option(question, code, self._room.language)
