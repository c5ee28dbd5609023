# SPDX-License-Identifier: EUPL-1.2
"""A page of the guide -> one screen: heading, invitation, cards; redrawn from the talk that came back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer, Conversation
from senior_desktop.conversation.guide import Page
from senior_desktop.conversation.template import Kind, Question
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.fields.field import Field, field_for
from senior_desktop.ui.fields.guarded import GuardedText
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.watched import watch
from senior_desktop.ui.theme import TEXT_COLUMN


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that wraps, with a role the style sheet knows ("h1", "h2", "help", "small", "over", "note")."""
    new = QLabel(text, parent)
    new.setWordWrap(True)
    new.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        new.setProperty("role", role)
    return new


class Card(QFrame):
    """A white card; `private` gives it the leader's colour."""

    def __init__(self, parent: QWidget | None = None, *, private: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "private" if private else "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 16 if private else 20, 24, 20 if private else 24)
        self.body.setSpacing(8 if private else 12)


class QuestionCard(Card):
    """One question: its words, its help, its field, and the way not to answer."""

    said = Signal(str, object)

    def __init__(self, question: Question, room: Room, parent: QWidget | None = None, *, private: bool = False) -> None:
        super().__init__(parent, private=private)
        self.question = question
        language = room.language
        self.title = label(room.named(question), "h2")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        self.body.addLayout(head)
        if question.help is not None:
            self.body.addWidget(label(question.help.said(language), "help"))
        self.field: Field = field_for(question, room.template, language, room.base, self)
        self.title.setBuddy(self.field)
        self.body.addWidget(self.field)
        for text in self.field.findChildren(GuardedText):
            watch(text, room, question.id, private=private)
        self.field.changed.connect(lambda answer: self.said.emit(question.id, answer))
        self.leave: QPushButton | None = None
        if question.leave:
            self.leave = QPushButton(room.template.declined.said(language), self)
            self.leave.setCheckable(True)
            self.leave.setProperty("role", "quiet")
            self.leave.setAccessibleName(f"{self.leave.text()}: {question.text.said(language)}")
            self.leave.toggled.connect(self._left)
            self.body.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.open: QPushButton | None = None
        self._wants = False
        if question.opens is not None:
            # Nobody is to feel asked: the box stands there only when the employee wants to tell.
            self.open = QPushButton(question.opens.said(language), self)
            self.open.setAccessibleName(f"{self.open.text()}: {question.text.said(language)}")
            self.open.clicked.connect(self._opened)
            self.body.insertWidget(self.body.indexOf(self.field), self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_answer(room.talk.answer(question.id))

    def _left(self, on: bool) -> None:
        self.said.emit(self.question.id, Answer(declined=on))

    def _opened(self) -> None:
        self._wants = True
        self.field.show()
        self.field.setFocus()
        if self.open is not None:
            self.open.hide()

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored answer; the field being typed in keeps its text unless the answer was declined."""
        if self.leave is not None:
            draw_checked(self.leave, answer.declined)
        if not self.field.being_typed_in or answer.declined:
            self.field.show_answer(answer)
        if self.open is not None and not self.field.being_typed_in:
            self._wants = self._wants and not answer.declined  # opened once, it stays: a save elsewhere shuts nothing
            told = self._wants or not answer.empty and not answer.declined
            self.field.setVisible(told)
            self.open.setVisible(not told)


class Fact(QWidget):
    """A plain fact: small heading, help, field; several stand on one card."""

    said = Signal(str, object)

    def __init__(self, question: Question, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = label(room.named(question), "fact")
        self.field = field_for(question, room.template, room.language, room.base, self)
        title.setBuddy(self.field)
        column.addWidget(title)
        if question.help is not None:
            column.addWidget(label(question.help.said(room.language), "small"))
        column.addWidget(self.field)
        column.addStretch(1)
        for text in self.field.findChildren(GuardedText):
            watch(text, room, question.id)
        self.field.changed.connect(lambda answer: self.said.emit(question.id, answer))

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored answer, unless the cursor stands here."""
        if not self.field.being_typed_in:
            self.field.show_answer(answer)


class TalkPage(QScrollArea):
    """What all pages of a talk share. Subclasses fill `self.column` in `build` and redraw in `show_talk`."""

    def __init__(self, room: Room, page: Page) -> None:
        super().__init__()
        self.room = room
        self.page = page
        self.cards: dict[str, QuestionCard | Fact] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("page")
        across = QHBoxLayout(inside)
        across.setContentsMargins(32, 20, 32, 20)
        holder = QWidget()
        holder.setMaximumWidth(round(TEXT_COLUMN * room.base / 16))
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        self.setWidget(inside)
        self.build()
        self.column.addStretch(1)
        self.show_talk(room.talk)

    def build(self) -> None:
        """Make the page's widgets, once."""

    def heading(self, title: str, intro: str = "", over: str = "") -> None:
        """Overline, title and invitation at the top of the page."""
        self.title = label(title, "h1")
        if over:
            self.column.addWidget(label(over, "over"))
        self.column.addWidget(self.title)
        if intro:
            self.column.addWidget(label(intro, "help"))

    def add_questions(self, questions: tuple[Question, ...], *, private: bool = False) -> None:
        """A card for each question, in order."""
        for question in questions:
            card = QuestionCard(question, self.room, private=private)
            card.said.connect(self.room.record)
            self.cards[question.id] = card
            self.column.addWidget(card)

    def facts_card(self, title: str, questions: tuple[Question, ...], *, private: bool = False) -> Card:
        """One card with several plain facts, two abreast where the type leaves room."""
        card = Card(private=private)
        if title:
            card.body.addWidget(label(title, "h2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        across = 1 if self.room.base >= 20 else 2
        place = 0
        for question in questions:
            fact = Fact(question, self.room, card)
            fact.said.connect(self.room.record)
            self.cards[question.id] = fact
            # Cards of choices need the whole width; short fields stand two abreast.
            wide = question.kind in (Kind.ONE, Kind.MANY) and len(question.options) <= 8
            place += place % across if wide else 0
            grid.addWidget(fact, place // across, place % across, 1, across if wide else 1)
            place += across if wide else 1
        for column in range(across):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        return card

    def show_talk(self, talk: Conversation) -> None:
        """Redraw from `talk`."""
        for key, card in self.cards.items():
            card.show_answer(talk.answer(key))
            card.setEnabled(self.may_write(talk))

    def ask_earlier(self) -> None:
        """Find out which texts of this page have earlier words to take back, and offer them there."""
        if self.findChildren(GuardedText):
            self.room.ask(story.texts_with_earlier, then=self._offer_earlier)

    def _offer_earlier(self, keys: frozenset[str]) -> None:
        for text in self.findChildren(GuardedText):
            text.offer_earlier(text.key in keys)

    def may_write(self, talk: Conversation) -> bool:
        """Whether this page's fields may be changed now."""
        return talk.may_write

    def flush(self) -> None:
        """Say at once what was typed and not yet said, before the page is left or the window closes."""
        for field in self.findChildren(Field):
            field.flush()
