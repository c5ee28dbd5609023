# SPDX-License-Identifier: EUPL-1.2
"""A tick before the leader signs -> a password for protected copies, shown once to be written down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from senior_desktop import story
from senior_desktop.ui.talk.page import Card, label


class ProtectCard(Card):
    """Protected copies are encrypted before they are signed, so they are asked for here or not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.password = ""
        """The password of the copies; "" when none are wanted."""
        self.wanted = QCheckBox(self.tr("Also make copies with a password, to send by mail or carry on a USB stick"))
        self.wanted.toggled.connect(self._changed)
        self.body.addWidget(self.wanted)
        self.told = label("", "help")
        self.body.addWidget(self.told)
        self.shown = label("", "h2")
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.shown.setAccessibleName(self.tr("Password of the copies"))
        self.body.addWidget(self.shown)
        self._changed(False)

    def _changed(self, on: bool) -> None:
        self.password = story.new_password() if on else ""
        self.shown.setText(self.password)
        self.told.setText(self.tr("Write the password down together and keep it apart from the files. It is needed each time a copy is opened, and nobody can find it again."))
        self.told.setVisible(on)
        self.shown.setVisible(on)
