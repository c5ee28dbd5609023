# SPDX-License-Identifier: EUPL-1.2
"""What was said -> the summary on the screen, the employee's remarks, and agreement or disagreement."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer, Conversation
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.choices import ChoicesField
from senior_desktop.ui.talk.page import Card, QuestionCard, TalkPage, label


class SummaryPage(TalkPage):
    """Both sheets as they will be printed, and what still can be said to it."""

    def build(self) -> None:
        """e01, what may be printed, remarks, position; last the sheets themselves."""
        self.heading(
            self.tr("Summary and remarks"),
            self.tr("Read it together. What stands at the bottom of this page is exactly what gets onto paper."),
        )
        asked = {one.id: one for one in self.page.questions}
        self.add_questions((asked["e01"],))
        self.suggest = QPushButton(self.tr("Suggest a draft"))
        self.suggest.clicked.connect(lambda: self.room.ask(story.draft_summary, then=self._drafted))
        card = self.cards["e01"]
        assert isinstance(card, QuestionCard)
        card.body.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.nothing = label(self.tr("There is nothing to draft from yet. Write it in your own words."), "help")
        self.nothing.hide()
        card.body.addWidget(self.nothing)
        self.add_questions((asked["e03"], asked["e02"], asked["e05"]))
        sheet = Card()
        sheet.body.addWidget(label(self.tr("This is what gets onto paper"), "h2"))
        self.preview = DocumentView(self.tr("This is what gets onto paper"))
        sheet.body.addWidget(self.preview)
        self.column.addWidget(sheet)

    def _drafted(self, text: str) -> None:
        self.nothing.setVisible(not text)
        if text:
            self.room.record("e01", Answer(text))

    def show_talk(self, talk: Conversation) -> None:
        """Redraw; only sensitive fields that hold an answer are asked about in e03."""
        super().show_talk(talk)
        self.suggest.setVisible(talk.may_write and not talk.text("e01"))
        gate = self.cards["e03"]
        field = gate.field
        assert isinstance(field, ChoicesField)
        pairs = zip(field.question.options, map(talk.answer, field.question.opens_fields), strict=True)
        answered = tuple(option.code for option, said in pairs if not said.empty and not said.declined)
        field.offer(answered)
        gate.setVisible(bool(answered))
        self.room.ask(story.previews, then=self.preview.show_documents)
