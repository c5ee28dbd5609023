# SPDX-License-Identifier: EUPL-1.2
"""Two signed sheets -> files where the two choose, with checksums to compare; the employee's copy first."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.talk.close import CloseCard
from senior_desktop.ui.talk.filed import FiledCard
from senior_desktop.ui.talk.page import Card, TalkPage, label
from senior_desktop.ui.talk.register import RegisterCard


class HandOverPage(TalkPage):
    """The employee leaves with a copy of their own: it is their protection."""

    _folder: Path | None = None
    _protected = False

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
        self.save.clicked.connect(lambda: self._choose_folder())
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.password = label("", "help")
        self.password.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.password)
        self.protected = QPushButton(self.tr("Save the copies with a password …"))
        self.protected.clicked.connect(lambda: self._choose_folder(protected=True))
        card.body.addWidget(self.protected, 0, Qt.AlignmentFlag.AlignLeft)
        self.receipt = QPushButton(self.tr("Save the receipt to print …"))
        self.receipt.clicked.connect(self._choose_for_receipt)
        self.receipt.hide()
        card.body.addWidget(self.receipt, 0, Qt.AlignmentFlag.AlignLeft)
        self.print = QPushButton(self.tr("Open the saved files to print them"))
        self.print.clicked.connect(self._open_saved)
        self.print.hide()
        card.body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self.files = label("", "help")
        self.files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.files)
        self.saved = label("", "help")
        card.body.addWidget(self.saved)
        self.column.addWidget(card)
        self.column.addWidget(
            label(self.tr("Whoever can open the folder can read the files. The file names hold the document number, never a name."), "help")
        )

        self.register = RegisterCard(self.room)
        self.column.addWidget(self.register)
        self.filed = FiledCard(self.room)
        self.column.addWidget(self.filed)
        self.closing = CloseCard(self.room)
        self.column.addWidget(self.closing)

    def show_talk(self, talk: Conversation) -> None:
        """Say whether there is something to hand over, and whether the talk may be closed."""
        self.register.show_talk(talk)
        self.filed.show_talk(talk)
        self.closing.show_talk(talk)
        ready = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP)
        self.save.setEnabled(ready)
        self.protected.hide()
        self.password.hide()
        if ready:
            self.room.ask(story.protected_copies, then=self._show_protected)
        if talk.stage is Stage.SIGNED:
            self.state.setText(self.tr("Both have signed."))
        elif ready:
            self.state.setText(self.tr("Handed over."))
        elif talk.stage is Stage.CLOSED:
            self.state.setText(self.tr("The conversation is closed."))
        else:
            self.state.setText(self.tr("There is nothing to hand over before both have signed."))

    def _show_protected(self, found: tuple[str, dict[str, bytes]]) -> None:
        password, copies = found
        self.protected.setVisible(bool(copies))
        self.password.setVisible(bool(copies))
        self.password.setText(self.tr("The password, to be given by another way than the files: %1").replace("%1", password))

    def _choose_folder(self, *, protected: bool = False) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the sheets be saved?"))
        if folder:
            self.save_to(Path(folder), protected=protected)

    def save_to(self, folder: Path, *, protected: bool = False) -> None:
        """Save both sheets in `folder`, then list them with their checksums."""
        self._folder, self._protected = folder, protected
        self.room.do(story.hand_over_protected if protected else story.hand_over, folder, then=self._handed_over)

    def _handed_over(self, _: Conversation) -> None:
        self.room.ask(story.receipt, then=self._show)

    def _choose_for_receipt(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the receipt be saved?"))
        if folder:
            self.save_receipt(Path(folder))

    def save_receipt(self, folder: Path) -> None:
        """The receipt as a page, with the checksums of what was saved last."""
        save = story.save_receipt_of_protected if self._protected else story.save_receipt_of_copies
        self.room.ask(save, folder, then=lambda files: self.saved.setText(self.tr("Saved: %1").replace("%1", files[0].name)))

    def _open_saved(self) -> None:
        """In the system's own PDF program: nothing temporary is written, the files lie where they were saved."""
        if self._folder is not None:
            for file in sorted(self._folder.glob(f"{self.room.talk.number}-*.pdf")):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _show(self, lines: tuple[str, ...]) -> None:
        self.files.setText("\n\n".join(lines))
        self.print.show()
        self.receipt.show()
