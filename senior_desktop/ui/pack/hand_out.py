# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> what it will change, seen once more; then signed, saved, its fingerprint told: step 7."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from senior_desktop import story, tools
from senior_desktop.errors import SeniorError
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label

NAME = "hr-pakke.seniorpack"


class HandOutStep(Step):
    """Faults first, then changes, a look at what it affects, and the file."""

    publish = Signal(object)
    """The Path to save the pack as."""
    mend = Signal(str)
    """The place in the pack that is at fault ("letters/invitation_da/3")."""
    fingerprint = Signal(object)
    """The Path to save the fingerprint's page as."""

    def __init__(self, pack: Any, language: str, last: Any, key: str) -> None:
        """last: the pack as it was last handed out, or None. key: HR's fingerprint."""
        super().__init__(pack, language)
        faults = tools.faults_in_pack(pack, language)
        if faults:
            card = self.card(self.tr("Before it can be handed out"))
            mend = self.tr("Mend it")
            for place, said in faults:
                line = QHBoxLayout()
                line.addWidget(label(said, "alarm"), 1)
                there = button(mend, name=f"{mend}: {said}")
                there.clicked.connect(lambda _=False, place=place: self.mend.emit(place))
                line.addWidget(there)
                card.body.addLayout(line)
        changes = tools.pack_changes(last, pack, language)
        card = self.card(self.tr("What changes for leaders") if last is not None else self.tr("What leaders get"))
        for place, _, now in changes:
            card.body.addWidget(label(f"{place}: {now}" if now else place))
        if not changes:
            card.body.addWidget(label(self.tr("Nothing since version %1.").replace("%1", str(last.version)), "help"))
        look = self.card(self.tr("Look at what it affects"))
        pages = {"": self.tr("Choose a page"), **dict(tools.affected(pack, language))}
        self.page = self.choice(look, self.tr("Page"), pages, "", self.show_page, self.tr("With invented people."))
        self.look_fault = label("", "alarm")
        self.look_fault.hide()
        look.body.addWidget(self.look_fault)
        self.view = DocumentView(self.tr("Preview"))
        self.view.hide()
        look.body.addWidget(self.view)
        out = self.card(self.tr("Hand it out"), self.tr("Send the file to the leaders, or let IT lay it on every computer. Tell the fingerprint by another way than the file: leaders compare it the first time."))
        self.key = label(key, "fact")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        out.body.addWidget(self.key)
        ways = QWidget()
        across = QHBoxLayout(ways)
        across.setContentsMargins(0, 0, 0, 0)
        self.save = button(self.tr("Sign and save the pack …"), "primary")
        self.save.setEnabled(not faults)
        self.save.clicked.connect(self._choose)
        self.print = button(self.tr("Save the fingerprint as PDF …"))
        self.print.clicked.connect(self._choose_page)
        across.addWidget(self.save)
        across.addWidget(self.print)
        across.addStretch()
        out.body.addWidget(ways)

    def show_page(self, name: str) -> None:
        """One page as it will be; "" takes it away."""
        self.look_fault.hide()
        self.view.setVisible(bool(name))
        if name:
            try:
                self.view.show_document(tools.preview(self.pack, name, _now(), self.language))
            except SeniorError as fault:
                self.view.hide()
                self.look_fault.setText(story.say(fault, self.language))
                self.look_fault.show()

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the pack"), NAME, "(*.seniorpack)")
        if name:
            self.publish.emit(Path(name))

    def _choose_page(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the fingerprint"), "hr-pakke-fingeraftryk.pdf", "PDF (*.pdf)")
        if name:
            self.fingerprint.emit(Path(name))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
