# SPDX-License-Identifier: EUPL-1.2
"""The frozen text -> two signatures in turn, leader first; one act signs both sheets."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.pen import PenBox
from senior_desktop.ui.talk.page import Card, TalkPage, label


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


class SignPage(TalkPage):
    """Both sheets to read, the leader's card, the employee's card."""

    def build(self) -> None:
        """What is signed stands above the signatures, in full."""
        self.heading(
            self.tr("Signatures"),
            self.tr("Both sign the same text, the leader first. One signature signs the conversation sheet and the agreement sheet."),
        )
        self.wait = label("", "alarm")
        self.column.addWidget(self.wait)
        sheet = Card()
        sheet.body.addWidget(label(self.tr("This is what you sign"), "h2"))
        self.preview = DocumentView(self.tr("This is what you sign"))
        sheet.body.addWidget(self.preview)
        self.column.addWidget(sheet)
        talk = self.room.talk
        self.leader = SignerCard(self.tr("Leader"), talk.text("a08") or self.room.place.leader)
        self.leader.signed.connect(lambda mark: self.room.do(story.sign, story.LEADER, mark))
        self.employee = SignerCard(self.tr("Employee"), talk.text("a01"))
        self.employee.signed.connect(lambda mark: self.room.do(story.sign, story.EMPLOYEE, mark))
        self.column.addWidget(self.leader)
        self.column.addWidget(self.employee)
        self.held = QPushButton(self.tr("The talk was held, but is not signed"))
        self.held.setProperty("role", "quiet")
        self.held.clicked.connect(lambda: self.room.do(story.hold_unsigned))
        self.column.addWidget(self.held)
        self._change = self.tr("Change something – both sign the new text")
        self._amend = self.tr("Amend afterwards – a new version, which both sign, takes the place of this one")
        self.change = QPushButton(self._change)
        self.change.setProperty("role", "quiet")
        self.change.clicked.connect(lambda: self.room.do(story.thaw))
        self.column.addWidget(self.change)

    def show_talk(self, talk: Conversation) -> None:
        """Say whose turn it is."""
        frozen = talk.stage is Stage.REVIEW
        by_leader = talk.stage is Stage.SIGNED_BY_LEADER
        both = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)
        held = talk.stage is Stage.HELD
        self.wait.setVisible(talk.may_write)
        self.wait.setText(self.tr("The text is not finished yet. Finish it under “Read it in peace” first."))
        self.leader.setVisible(not talk.may_write and not held)
        self.employee.setVisible(not talk.may_write and not held)
        self.leader.show_state(self.tr("Your turn.") if frozen else self.tr("✓ Signed"), open_now=frozen)
        waiting = self.tr("Signs after the leader.") if frozen else self.tr("Your turn.")
        self.employee.show_state(self.tr("✓ Signed") if both else waiting, open_now=by_leader)
        # Until both have signed, the employee may always change their mind; after that it takes both again.
        self.held.setVisible(frozen or by_leader)
        amend = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER)
        self.change.setVisible(frozen or by_leader or amend)
        self.change.setText(self._amend if amend else self._change)
        if held:
            self.wait.setText(self.tr("The talk was held and is not signed."))
            self.wait.show()
        self.room.ask(story.preview, then=self.preview.show_document)
