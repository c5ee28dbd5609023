# SPDX-License-Identifier: EUPL-1.2
"""A theme of the template -> its page: invitation, question cards, questions, status, and the leader's own note.

In the shared view the note's widgets are not built at all: hidden ones can be read by any program
that reads the screen (measured; see the test).
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation import free_texts
from senior_desktop.conversation.conversation import Answer, Conversation
from senior_desktop.conversation.template import Theme
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.fields.text import NoteBox
from senior_desktop.ui.talk.page import Card, TalkPage, label
from senior_desktop.ui.talk.watched import watch

ASKS_TO_KNOW = "c93"
"""The question beside which the table of pension ages may be opened."""


class ThemePage(TalkPage):
    """Draws any theme, of the full path or the short one."""

    def build(self) -> None:
        """Heading, cards to talk from, one card per question, the status last."""
        theme, language = self._theme, self.room.language
        self.heading(theme.title.said(language), theme.invitation.said(language), self._which())
        if theme.cards:
            self._talk_cards(theme)
        self.add_questions(self.page.questions)
        if self.room.pension is not None and ASKS_TO_KNOW in [one.id for one in self.page.questions]:
            self._pension(self.room.pension)
        self._status_card()
        self.note: NoteBox | None = None
        if not self.room.shared:
            self._note_card()

    @property
    def _theme(self) -> Theme:
        assert self.page.theme is not None  # the guide gives every theme page its theme
        return self.page.theme

    def _which(self) -> str:
        themes = self.room.template.short if self.room.talk.path == "short" else self.room.template.themes
        counted = [one.id for one in themes if not one.own]
        if self._theme.id not in counted:
            return self.tr("Your own")
        place = str(counted.index(self._theme.id) + 1)
        return self.tr("Theme %1 of %2").replace("%1", place).replace("%2", str(len(counted)))

    def _talk_cards(self, theme: Theme) -> None:
        self.ideas = QPushButton(self.tr("Questions you can use"))
        self.ideas.setProperty("role", "quiet")
        self.ideas.setCheckable(True)
        self.ideas.setAccessibleName(f"{self.ideas.text()}: {theme.title.said(self.room.language)}")
        self._idea_text = label("\n".join(f"•  {card.said(self.room.language)}" for card in theme.cards), "help")
        self._idea_text.hide()
        self.ideas.toggled.connect(self._idea_text.setVisible)
        self.column.addWidget(self.ideas, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._idea_text)

    def _pension(self, table: story.Document) -> None:
        """The employee may open it; nothing is stored and nothing logged."""
        self.pension = QPushButton(self.tr("State pension ages: a table"))
        self.pension.setProperty("role", "quiet")
        self.pension.setCheckable(True)
        view = DocumentView(self.tr("State pension ages"))
        view.show_document(table)
        view.hide()
        self.pension.toggled.connect(view.setVisible)
        self.column.addWidget(self.pension, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(view)

    def _status_card(self) -> None:
        status, language = self.room.template.status, self.room.language
        card = Card()
        card.body.addWidget(label(self.room.numbered(self._theme.id, status.text.said(language)), "h2"))
        row = QHBoxLayout()
        self.status = QButtonGroup(self)
        self.status.setExclusive(False)
        for option in status.options:
            button = QPushButton(option.said(language))
            button.setCheckable(True)
            button.setAccessibleName(f"{status.text.said(language)} {option.said(language)}")
            button.toggled.connect(lambda on, code=option.code: self.room.record(self._theme.id, Answer(code if on else None)))
            self.status.addButton(button, option.code)
            row.addWidget(button)
        row.addStretch()
        card.body.addLayout(row)
        self.column.addWidget(card)

    def _note_card(self) -> None:
        card = Card(private=True)
        card.body.addWidget(label(self.tr("Only the leader sees this. It does not exist in the shared view."), "note"))
        title = label(self.tr("My own note"), "h2")
        self.note = NoteBox(f"{title.text()}: {self._theme.title.said(self.room.language)}", card)
        watch(self.note.guarded, self.room, free_texts.of_note(self._theme.id), private=True)
        self.note.show_text(self.room.talk.notes.get(self._theme.id, ""))
        self.note.told.connect(lambda text: self.room.do(story.record_note, self._theme.id, text))
        title.setBuddy(self.note)
        card.body.addWidget(title)
        card.body.addWidget(self.note)
        card.body.addWidget(self.note.guarded.under)
        self.column.addWidget(card)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw answers, status and note."""
        super().show_talk(talk)
        code = talk.code(self._theme.id)
        for button in self.status.buttons():
            draw_checked(button, self.status.id(button) == code)
            button.setEnabled(talk.may_write)
        if self.note is not None and not self.note.hasFocus():
            self.note.show_text(talk.notes.get(self._theme.id, ""))

    def flush(self) -> None:
        """Say what was typed, the note too."""
        super().flush()
        if self.note is not None:
            self.note.flush()
