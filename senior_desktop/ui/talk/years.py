# SPDX-License-Identifier: EUPL-1.2
"""The same person's talks, this one and those before -> a column for each year."""

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.talk.page import Card, TalkPage


class YearsPage(TalkPage):
    """To look at together; nothing is written here."""

    def build(self) -> None:
        """One card with the table."""
        self.heading(self.tr("Over the years"), self.tr("What you have said and agreed in each conversation, side by side."))
        card = Card()
        self.table = DocumentView(self.tr("Over the years"))
        card.body.addWidget(self.table)
        self.column.addWidget(card)

    def show_talk(self, talk: Conversation) -> None:
        """Draw the newest state of all of them."""
        self.room.ask(story.over_the_years, self.room.earlier, then=self.table.show_document)
