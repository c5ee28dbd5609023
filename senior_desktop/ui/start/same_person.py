# SPDX-License-Identifier: EUPL-1.2
"""A typed name that is known already -> whether it is the same person, and which one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation


class SamePerson(QMessageBox):
    """Asks once; a button for each person of that name. `same(talk)` or `another()`; closing it offers nothing."""

    same = Signal(object)
    another = Signal()

    def __init__(self, known: tuple[Conversation, ...], parent: QWidget) -> None:
        """known: the newest talk of each person of that name."""
        super().__init__(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Is it the same person?"), parent=parent)
        self.setInformativeText(
            self.tr("You know somebody of that name. With the same person, what you agreed earlier comes along.")
        )
        self.known: dict[QPushButton, Conversation] = {}
        for talk in known:
            words = self.tr("The same") if len(known) == 1 else self._who(talk)
            self.known[self.addButton(words, QMessageBox.ButtonRole.YesRole)] = talk
        self.other = self.addButton(self.tr("Another person"), QMessageBox.ButtonRole.NoRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.buttonClicked.connect(self._answered)

    def _who(self, talk: Conversation) -> str:
        """What tells two people of one name apart: the job, else the last talk's date."""
        day = story.day_in_words(talk) or story.day_in_words(talk, "a10")
        return self.tr("The same: %1").replace("%1", talk.text("a03") or day)

    def _answered(self, button: QAbstractButton) -> None:
        if button is self.other:
            self.another.emit()
        for one, talk in self.known.items():
            if button is one:
                self.same.emit(talk)
