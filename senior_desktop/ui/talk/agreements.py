# SPDX-License-Identifier: EUPL-1.2
"""Wishes and catalogue -> agreement rows: what, who, from when, looked at again when, and what must be formalised."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from senior_desktop import story
from senior_desktop.conversation.agreements import Agreement
from senior_desktop.conversation.catalogue import Measure, proposed, row_for
from senior_desktop.conversation.conversation import Conversation, new_id
from senior_desktop.ui.talk.agreement_row import RowCard
from senior_desktop.ui.talk.finder import Finder
from senior_desktop.ui.talk.page import Card, TalkPage, label
from senior_desktop.ui.talk.requests import RequestsCard


class AgreementsPage(TalkPage):
    """Proposals from what was ticked, the catalogue, own words, and the rows."""

    def build(self) -> None:
        """The ways to a new row first, the rows below."""
        self.heading(
            self.tr("Agreements"),
            self.tr("What will you do, who does it, and when do you look at it again? No agreement is a result too."),
        )
        card = Card()
        self._ideas_title = label(self.tr("From your wishes"), "h2")
        card.body.addWidget(self._ideas_title)
        self._ideas = QWidget()
        self._ideas_column = _Flow(self._ideas)
        card.body.addWidget(self._ideas)
        card.body.addWidget(label(self.tr("Add an agreement"), "h2"))
        card.body.addWidget(
            label(self.tr("Write what you need. Those that can start tomorrow stand first, and nothing you search for is kept."), "help")
        )
        self.finder = Finder(self.room)
        self.finder.chosen.connect(self._add)
        self.finder.own_words.connect(
            lambda: self.room.add_row(Agreement(new_id(), review=story.months_after(self.room.talk, 3)))
        )
        card.body.addWidget(self.finder)
        self._ways = card
        self.column.addWidget(card)
        self.empty = label(self.tr("No agreements yet. You may go on without."), "help")
        self.column.addWidget(self.empty)
        self.rows: dict[str, RowCard] = {}
        self.requests = RequestsCard(self.room)
        self.column.addWidget(self.requests)

    def _add(self, measure: Measure) -> None:
        self.room.add_row(row_for(measure, self.room.language, story.months_after(self.room.talk, 3)))

    def show_talk(self, talk: Conversation) -> None:
        """Redraw: rows are kept where they stand, new ones built, gone ones taken away."""
        self._ways.setVisible(talk.may_write)
        self._show_ideas(talk)
        self.finder.show_talk(talk)
        self.empty.setVisible(not talk.agreements)
        for gone in self.rows.keys() - {row.id for row in talk.agreements}:
            card = self.rows.pop(gone)
            card.setParent(None)
            card.deleteLater()
        for row in talk.agreements:
            if row.id not in self.rows:
                card = RowCard(row.id, self.room)
                self.rows[row.id] = card
                self.column.insertWidget(self.column.indexOf(self.requests), card)
            self.rows[row.id].show_row(row)
            self.rows[row.id].setEnabled(talk.may_write)
        self.requests.show_talk(talk)

    def _show_ideas(self, talk: Conversation) -> None:
        ideas = proposed(talk, self.room.catalogue)
        self._ideas_title.setVisible(bool(ideas))
        self._ideas.setVisible(bool(ideas))
        self._ideas_column.show([(one.title.said(self.room.language), one) for one in ideas], self._add, self.tr("Add the agreement: %1"))

    def flush(self) -> None:
        """Say what was typed in the rows."""
        for card in self.rows.values():
            card.flush()


class _Flow:
    """Proposals as buttons, two abreast."""

    def __init__(self, owner: QWidget) -> None:
        from PySide6.QtWidgets import QGridLayout

        self._grid = QGridLayout(owner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._shown: list[str] = []

    def show(self, ideas: list[tuple[str, Measure]], act, name: str) -> None:  # type: ignore[no-untyped-def]
        """Draw `ideas` (title, measure); a click calls `act(measure)`. Nothing is rebuilt when nothing changed."""
        if [title for title, _ in ideas] == self._shown:
            return
        self._shown = [title for title, _ in ideas]
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()
        for place, (title, measure) in enumerate(ideas):
            button = QPushButton(f"+  {title}")
            button.setProperty("role", "quiet")
            button.setAccessibleName(name.replace("%1", title))
            button.clicked.connect(lambda _=False, measure=measure: act(measure))
            self._grid.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
