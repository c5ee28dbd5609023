# SPDX-License-Identifier: EUPL-1.2
"""The seals this computer knows -> a list that HR signs and hands out; and HR's own seal, which leaders add once."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from senior_desktop import story, tools
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class SealsPage(Screen):
    """One name to sign with; the list says whose seals it holds and which are blocked."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Known seals"),
            self.tr("Leaders' seals are added where a document is checked. From there you can hand them out as a list that you have signed."), work, language,
        )  # fmt: skip
        self._vault = vault
        card = self.card(self.tr("Who signs for HR"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Who signs for HR"))
        self.name.textChanged.connect(lambda said: self.save.setEnabled(bool(said.strip())))
        card.body.addWidget(self.name)
        self.save = button(self.tr("Sign and save the list …"), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._choose)
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = label("", "help")
        self.key = label("", "fact")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        for one in (self.told, self.key):
            one.hide()
            card.body.addWidget(one)
        self.column.addStretch(1)
        self.do(story.workplace, vault, then=lambda place: self.name.setText(place.leader))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), "kendte-segl.pdf", "PDF (*.pdf)")
        if name:
            self.save_list(Path(name))

    def save_list(self, file: Path) -> None:
        """Sign the list and write it; HR's own seal is told, to be handed out by another way."""
        self.do(_signed, self._vault, self.name.text(), file, self.language, then=self._saved, meanwhile=self.tr("The list is being signed …"))

    def _saved(self, found: tuple[str, str]) -> None:
        name, key = found
        self.say(self.tr("Saved: %1").replace("%1", name))
        self.told.setText(self.tr("Leaders add this seal once, as HR's own. Tell it by another way than the list."))
        self.key.setText(key)
        self.told.show()
        self.key.show()


def _signed(vault: Any, name: str, file: Path, language: str) -> tuple[str, str]:
    municipality = tools.draft(vault, vault.now().date()).municipality
    key = story.hr_signs_as(vault, name, municipality)
    content = story.make_list(vault, story.typed(name), language, vault.folder.parent)
    return tools.save_pack(file, content).name, " ".join(key[at : at + 4] for at in range(0, len(key), 4))
