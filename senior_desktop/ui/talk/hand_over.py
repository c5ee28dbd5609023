# SPDX-License-Identifier: EUPL-1.2
"""Two signed sheets -> files where the two choose, with checksums to compare; the employee's copy first."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.talk.close import CloseCard
from senior_desktop.ui.talk.filed import FiledCard
from senior_desktop.ui.talk.page import Card, TalkPage, label


class HandOverPage(TalkPage):
    """The employee leaves with a copy of their own: it is their protection."""

    def build(self) -> None:
        """One card; after saving it shows what was written."""
        self.heading(
            self.tr("A copy for both"),
            self.tr("The employee gets both sheets now, for example on a USB stick. The agreement sheet is the one for the personnel file."),
        )
        card = Card()
        self.state = label("", "h2")
        card.body.addWidget(self.state)
        self.save = QPushButton(self.tr("Save both sheets …"))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._choose_folder)
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.files = label("", "help")
        self.files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.files)
        self.column.addWidget(card)
        self.column.addWidget(
            label(self.tr("Whoever can open the folder can read the files. The file names hold the document number, never a name."), "help")
        )

        self.filed = FiledCard(self.room)
        self.column.addWidget(self.filed)
        self.closing = CloseCard(self.room)
        self.column.addWidget(self.closing)

    def show_talk(self, talk: Conversation) -> None:
        """Say whether there is something to hand over, and whether the talk may be closed."""
        self.filed.show_talk(talk)
        self.closing.show_talk(talk)
        ready = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP)
        self.save.setEnabled(ready)
        if talk.stage is Stage.SIGNED:
            self.state.setText(self.tr("Both have signed."))
        elif ready:
            self.state.setText(self.tr("Handed over."))
        elif talk.stage is Stage.CLOSED:
            self.state.setText(self.tr("The conversation is closed."))
        else:
            self.state.setText(self.tr("There is nothing to hand over before both have signed."))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the sheets be saved?"))
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Save both sheets in `folder`, then list them with their checksums."""
        self.room.do(story.hand_over, folder, then=self._handed_over)

    def _handed_over(self, _: Conversation) -> None:
        self.room.ask(story.receipt, then=self._show)

    def _show(self, lines: tuple[str, ...]) -> None:
        self.files.setText("\n\n".join(lines))
