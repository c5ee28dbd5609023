# SPDX-License-Identifier: EUPL-1.2
"""The frozen text -> two signatures in turn, leader first; one act signs both sheets."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.talk.own_key import OwnKeyCard
from senior_desktop.ui.talk.page import Card, TalkPage, label
from senior_desktop.ui.talk.protecting import ProtectCard
from senior_desktop.ui.talk.signer import SignerCard


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
        self.leader.signed.connect(self._leader_signs)
        self.key = OwnKeyCard(self.room)
        self.protect = ProtectCard()
        self.employee = SignerCard(self.tr("Employee"), talk.text("a01"))
        self.employee.signed.connect(lambda mark: self.room.do(story.sign, story.EMPLOYEE, mark))
        self.column.addWidget(self.protect)
        self.column.addWidget(self.key)
        self.column.addWidget(self.leader)
        self.column.addWidget(self.employee)
        self.waiting = Card()
        self.waiting.body.addWidget(label(self.tr("The employee wants to wait?"), "h2"))
        self.waiting.body.addWidget(
            label(self.tr("The sheets say that only the leader has signed. Give a copy now; the employee can sign the same sheets within 30 days."), "help")
        )
        self.copy = QPushButton(self.tr("Save a copy of what the leader has signed …"))
        self.copy.clicked.connect(lambda: self._into(self.save_waiting))
        self.waiting.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.waiting)
        self.saved = label("", "help")
        self.column.addWidget(self.saved)
        self.outside = QPushButton(self.tr("Save the sheets to be signed in another service …"))
        self.outside.setProperty("role", "quiet")
        self.outside.clicked.connect(lambda: self._into(self.save_for_outside))
        self.column.addWidget(self.outside)
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

    def _leader_signs(self, mark: story.Mark) -> None:
        self.key.sign(mark, self.protect.password)

    def _into(self, save: Callable[[Path], None]) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the sheets be saved?"))
        if folder:
            save(Path(folder))

    def save_waiting(self, folder: Path) -> None:
        """A copy of what the leader has signed, while the employee has not."""
        self.room.ask(story.save_copies, folder, then=self._told)

    def save_for_outside(self, folder: Path) -> None:
        """Both sheets with empty fields, for a service that the municipality uses."""
        self.room.ask(story.save_for_outside, folder, then=self._told)

    def _told(self, files: tuple[Path, ...]) -> None:
        self.saved.setText("\n".join([self.tr("Saved:"), *(file.name for file in files)]))
        self.saved.show()

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
        self.protect.setVisible(frozen)
        self.key.show_talk(talk, open_now=frozen)
        self.waiting.setVisible(by_leader)
        self.outside.setVisible(frozen)
        self.saved.setVisible(bool(self.saved.text()))
        # Until both have signed, the employee may always change their mind; after that it takes both again.
        self.held.setVisible(frozen or by_leader)
        amend = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER)
        self.change.setVisible(frozen or by_leader or amend)
        self.change.setText(self._amend if amend else self._change)
        if held:
            self.wait.setText(self.tr("The talk was held and is not signed."))
            self.wait.show()
        self.room.ask(story.previews, then=self.preview.show_documents)
