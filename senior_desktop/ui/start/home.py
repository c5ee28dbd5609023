# SPDX-License-Identifier: EUPL-1.2
"""The leader's talks -> the start page: what is due, what is under way, and one clear way to begin."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import access, desk, safekeeping, story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.history import may_be_offered_anew, newest
from senior_desktop.ui import keyboard
from senior_desktop.ui.screen import Scrolled
from senior_desktop.ui.start.conversation_model import Talks
from senior_desktop.ui.start.due import DueCard
from senior_desktop.ui.start.find import FindBox
from senior_desktop.ui.start.going import GoingCard
from senior_desktop.ui.start.gone import GoneBox
from senior_desktop.ui.start.same_person import SamePerson
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class HomePage(Scrolled):
    """The list, a line to offer a new talk, and the doors to what else there is."""

    opened = Signal(object)
    hand_in = Signal()
    staff = Signal()
    papers = Signal()
    failed = Signal(object)

    def __init__(self, vault: story.Vault, work: Work, language: str) -> None:
        super().__init__()
        self._vault, self._work, self._language = vault, work, language
        self.model: Talks | None = None
        outside = QHBoxLayout(self.inside)
        outside.setContentsMargins(32, 24, 32, 24)
        holder = QWidget()
        holder.setMaximumWidth(1080)
        outside.addStretch(1)
        outside.addWidget(holder, 100)
        outside.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Your conversations"), "h1"), 1)
        self.to_hr = QPushButton(self.tr("Hand in to HR"))
        self.to_hr.clicked.connect(self.hand_in)
        self.to_staff = QPushButton(self.tr("Staff list"))
        self.to_staff.clicked.connect(self.staff)
        self.to_papers = QPushButton(self.tr("Papers"))
        self.to_papers.clicked.connect(self.papers)
        head.addWidget(self.to_papers)
        head.addWidget(self.to_staff)
        head.addWidget(self.to_hr)
        column.addLayout(head)
        self.clock = label("", "note")
        self.clock.hide()
        self.notes = QVBoxLayout()
        self.notes.addWidget(self.clock)
        column.addLayout(self.notes)
        self.due = DueCard()
        self.due.opened.connect(lambda one: self.opened.emit(replace(one.talk, position=one.page)))
        self.due.offered.connect(self._offer_again)
        self.due.hide()
        column.addWidget(self.due)
        self.calm = label(self.tr("Nothing is due in the next month."), "help")
        self.calm.hide()
        column.addWidget(self.calm)
        self.going = GoingCard()
        self.going.opened.connect(self.opened)
        column.addWidget(self.going)
        column.addWidget(self._new_card())
        self.find = FindBox(self._vault, work, language)
        self.find.searching.connect(self._searching)
        self.find.opened.connect(self._open_found)
        column.addWidget(self.find)
        self.empty = self._empty_card()
        column.addWidget(self.empty)
        self.table = self._table()
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.delete = QPushButton(self.tr("Delete the conversation"))
        self.delete.setProperty("role", "quiet")
        self.delete.clicked.connect(self._ask_delete)
        self.anew = QPushButton(self.tr("Offer a new conversation"))
        self.anew.clicked.connect(lambda: self.offer_anew(self._chosen()))
        below.addWidget(self.open_button)
        below.addWidget(self.anew)
        below.addWidget(self.delete)
        self.everything = QPushButton(self.tr("Print everything about this employee"))
        self.everything.setProperty("role", "quiet")
        self.everything.clicked.connect(self._ask_where)
        below.addWidget(self.everything)
        below.addStretch()
        column.addLayout(below)
        self.pack = label("", "small")
        column.addWidget(self.pack)
        column.addStretch()
        self.load()

    def _new_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("Offer a conversation"), "h2"))
        row = QHBoxLayout()
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("The employee's name"))
        self.name.setAccessibleName(self.tr("The employee's name"))
        self.name.returnPressed.connect(self.invite)
        self.begin = QPushButton(self.tr("Begin"))
        self.begin.setProperty("role", "primary")
        self.begin.setEnabled(False)
        self.begin.clicked.connect(self.invite)
        self.name.textChanged.connect(lambda text: self.begin.setEnabled(bool(story.clean(text))))
        row.addWidget(self.name, 1)
        row.addWidget(self.begin)
        card.body.addLayout(row)
        return card

    def _empty_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("No conversations yet"), "h2"))
        card.body.addWidget(
            label(self.tr("Write a name above to begin. The conversation is an offer: the employee may say no thanks without a reason, and you can close the program at any time and go on later."), "help")
        )
        return card

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Your conversations"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(QFontMetrics(table.font()).lineSpacing() * 2.1))
        table.setMinimumHeight(table.verticalHeader().defaultSectionSize() * 4)
        table.setWordWrap(False)
        table.activated.connect(self._open)
        return table

    def load(self) -> None:
        """Read the talks anew."""
        self._work.do(self._read, then=self._show)

    def _read(self) -> tuple[Any, ...]:
        vault = self._vault
        warned = desk.clock_in_doubt(vault), safekeeping.low_on_room(vault.folder), safekeeping.moved(vault)
        return desk.talks(vault), story.due(vault), story.going_soon(vault), *warned

    def _erased(self, receipt: Any) -> None:
        self.receipt = GoneBox(receipt, self._work, self._language, self)
        self.receipt.open()
        self.load()

    def _show(self, found: tuple[Any, ...]) -> None:
        talks, due, going, *warned = found
        self._warn(*warned)
        self.going.show_going(going)
        today = self._vault.now().date()
        self.model = Talks(talks, today)
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for one in (self.table, self.open_button, self.delete, self.everything, self.to_hr, self.find):
            one.setVisible(bool(talks))
        self.empty.setVisible(not talks)
        (self.table if talks else self.name).setFocus()
        self.anew.hide()
        self.table.selectionModel().selectionChanged.connect(self._weigh)
        if talks:
            self.table.selectRow(0)
        self.due.show_due(due)
        self.calm.setVisible(bool(talks) and not due)
        keyboard.ready(self.due)

    def _warn(self, doubt: str, room: int, moved: str) -> None:
        """A quiet line each: the computer's date may be wrong, the disk is nearly full, another computer has the talks."""
        words = {
            "set_back": self.tr("The computer's clock says %1, which is before you last saved. Nothing is lost. If the date is wrong, set it right, so that the papers are dated as they should be."),
            "leapt": self.tr("The computer's clock says %1, a long time since you were last here. If the date is wrong, set it right. Nothing is deleted for its age today."),
        }.get(doubt, "")
        lines = [words.replace("%1", f"{self._vault.now():%d-%m-%Y}")]
        if room:
            lines.append(self.tr("Only %1 MB are free on this computer's disk. Make room before it is full: what is saved is safe, but nothing more can be written then.").replace("%1", str(room)))
        if moved:
            lines.append(self.tr("The conversations were moved to another computer on %1. Counts are handed in from there.").replace("%1", moved[:10]))
        self.clock.setText("\n".join(filter(None, lines)))
        self.clock.setVisible(bool(self.clock.text()))

    def _searching(self, on: bool) -> None:
        """What is found stands in the list's place; what is done to the chosen talk waits until there is one again."""
        for one in (self.table, self.open_button, self.delete, self.everything):
            one.setVisible(not on and self.model is not None and bool(self.model.rows))

    def _open_found(self, hit: Any) -> None:
        talk = next((one for one in self.model.rows if one.id == hit.talk), None) if self.model is not None else None
        if talk is not None:
            self.opened.emit(replace(talk, position=hit.page) if hit.page else talk)

    def _ask_where(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where should everything about this employee be saved?"))
        if name:
            self.print_everything(Path(name))

    def print_everything(self, folder: Path) -> None:
        """All of the chosen talk's person, as PDF and JSON, in `folder`."""
        talk = self._chosen()
        if talk is not None:
            self._work.do(access.print_everything, self._vault, talk.person, folder, self._language, then=self._printed, failed=self.failed.emit)

    def _printed(self, files: Any) -> None:
        self.clock.setText(self.tr("✓ Saved: %1. They hold your own notes too. What they become is yours to keep safe.").replace("%1", " · ".join(one.name for one in files)))
        self.clock.show()

    def invite(self) -> None:
        """Offer a talk to the name in the box and open it."""
        name = story.clean(self.name.text())
        if name:
            self._work.do(story.known_as, self._vault, name, then=lambda known: self._new(name, known))

    def _new(self, name: str, known: tuple[Conversation, ...]) -> None:
        """A new person, unless somebody of that name is known: then it is asked who is meant."""
        if not known:
            self._offer(name)
            return
        self.question = SamePerson(known, self)
        self.question.same.connect(self.offer_anew)
        self.question.another.connect(lambda: self._offer(name))
        self.question.open()

    def offer_anew(self, talk: Conversation | None) -> None:
        """A new talk with the person of `talk`; the one that is under way is opened instead."""
        if talk is None or self.model is None:
            return
        if may_be_offered_anew(talk, self.model.rows):
            # From whichever of their talks it was chosen: name and job are those of the newest.
            (latest,) = newest(one for one in self.model.rows if one.person == talk.person)
            self._offer(latest.text("a01"), latest)
        else:
            self.opened.emit(talk)

    def _offer(self, name: str, known: Conversation | None = None) -> None:
        self._work.do(story.invite, self._vault, name, self._language, known, then=self.opened.emit, failed=self.failed.emit)

    def _offer_again(self, talk: Conversation) -> None:
        self._work.do(story.offer, self._vault, talk.person, self._language, then=self.opened.emit, failed=self.failed.emit)

    def _chosen(self) -> Conversation | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() and self.model is not None else None

    def _weigh(self) -> None:
        """Only a talk that is over leads to a new offer."""
        talk = self._chosen()
        self.anew.setVisible(talk is not None and self.model is not None and may_be_offered_anew(talk, self.model.rows))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.model is not None:
            self.opened.emit(self.model.rows[index.row()])

    def _ask_delete(self) -> None:
        talk = self._chosen()
        if talk is None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Delete this conversation for good?"), parent=self)
        signed = talk.stage in (Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP)
        box.setInformativeText(
            self.tr("Answers, notes and papers are erased from this computer. Copies already handed over are not touched.")
            if signed else self.tr("Answers, notes and drafts are erased from this computer.")
        )
        yes = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self.erase(talk) if button is yes else None)
        box.open()

    def erase(self, talk: Conversation) -> None:
        """Erase `talk` and show the list without it."""
        self._work.do(desk.erase, self._vault, talk, then=self._erased, failed=self.failed.emit)
