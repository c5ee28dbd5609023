# SPDX-License-Identifier: EUPL-1.2
"""The employee alone at the screen -> three answers that become counts and are shown nowhere in the program."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from senior_desktop import access
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.conversation.guide import Page
from senior_desktop.ui.talk.page import Card, QuestionCard, TalkPage, label
from senior_desktop.ui.talk.paper_button import PaperButton
from senior_desktop.ui.talk.room import Room


class EvaluationPage(TalkPage):
    """The leader's side: whether the employee has answered, and the way to hand over the screen. Never what."""

    handed_over = Signal()

    def build(self) -> None:
        """A card with one button."""
        self.heading(
            self.tr("The employee's own answer"),
            self.tr("Three short questions, answered by the employee alone. They become counts for HR and are not shown in the program."),
        )
        card = Card()
        self.state = label("", "h2")
        card.body.addWidget(self.state)
        self.turn = label(self.tr("Turn the computer towards the employee and leave the screen for a moment."), "help")
        card.body.addWidget(self.turn)
        self.start = QPushButton(self.tr("Hand over the screen"))
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self.handed_over)
        card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def show_talk(self, talk: Conversation) -> None:
        """Say whether it is done. The answers themselves are never drawn here."""
        self.state.setText(self.tr("The answer is given. Thank you.") if talk.evaluated else self.tr("Not answered yet"))
        self.turn.setVisible(not talk.evaluated)
        self.start.setVisible(not talk.evaluated)
        self.start.setEnabled(talk.stage not in (Stage.OFFERED, Stage.PREPARING))


class Curtain(QScrollArea):
    """The whole window while the employee answers; nothing else of the talk is built meanwhile."""

    ended = Signal()

    def __init__(self, room: Room, page: Page) -> None:
        super().__init__()
        self._room = room
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("page")
        holder = QWidget()
        holder.setMaximumWidth(round(860 * room.base / 16))
        across = QHBoxLayout(inside)
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        column = QVBoxLayout(holder)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Now it is only you who answers"), "h1"))
        column.addWidget(
            label(self.tr("Your leader does not see your answers in the program. HR sees counts only, made a little imprecise, so nobody can be sure what you answered."), "help")
        )
        column.addWidget(
            label(self.tr("Until they are counted they lie encrypted on this computer; then they are deleted from it. You may leave any of them open."), "help")
        )
        self.alarm = label("", "alarm")
        self.alarm.hide()
        column.addWidget(self.alarm)
        self.cards: dict[str, QuestionCard] = {}
        self._told: dict[str, Answer] = {}
        for question in page.questions:
            card = QuestionCard(question, room)
            # Always blank at the start: whoever opens this screen again must not find old answers.
            card.show_answer(Answer())
            card.said.connect(self._said)
            self.cards[question.id] = card
            column.addWidget(card)
        # A copy for the employee, of this screen only: whoever opens it again later finds nothing to save (domain, traps).
        self.copy = PaperButton(self.tr("Save a copy of my answers …"), room, access.save_own_answers, self._answers)
        self.copy.setProperty("role", "quiet")
        self.copy.saved.connect(self._copied)
        self.copy.hide()
        self.copied = label("", "help")
        self.copied.hide()
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.copied)
        self.finish = QPushButton(self.tr("I am done"))
        self.finish.setProperty("role", "primary")
        self.finish.clicked.connect(self._finished)
        column.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.setWidget(inside)

    def _said(self, question: str, answer: Answer) -> None:
        card = self.cards[question]
        card.show_answer(answer)
        self._told.pop(question, None) if answer.empty else self._told.update({question: answer})
        self.copy.setVisible(bool(self._told))
        self._room.record(question, answer)

    def _answers(self) -> tuple[Any, ...]:
        return ({question: self._told.get(question, Answer()) for question in self.cards},)

    def _copied(self, file: Path) -> None:
        self.copied.setText(self.tr("Saved: %1. Keep it where only you can read it.").replace("%1", file.name))
        self.copied.show()

    def _finished(self) -> None:
        """What was left open counts as declined: the employee has answered or declined each (domain, section 7)."""
        for question in self.cards:
            if question not in self._told:
                self._room.record(question, Answer(declined=True))
        self.ended.emit()
