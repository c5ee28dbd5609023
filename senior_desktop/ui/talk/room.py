# SPDX-License-Identifier: EUPL-1.2
"""One open talk -> its newest state for the pages, and what they do carried to `story` in order.

The pages hold no answers: they say what was done, and are redrawn from what came back.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from senior_desktop import story
from senior_desktop.conversation.agreements import Agreement
from senior_desktop.conversation.catalogue import Catalogue
from senior_desktop.conversation.conversation import Answer, Conversation, Workplace
from senior_desktop.conversation.guide import follows_up, numbered, on_paper
from senior_desktop.conversation.history import Talks, with_kept
from senior_desktop.conversation.template import Question, Template
from senior_desktop.errors import SeniorError, TalkError, VaultError
from senior_desktop.ui.work import Work, alive

TRY_AGAIN_MS = 5000
"""How often a save that failed (a full disk) is tried again while the talk is open."""


class Room(QObject):
    """The talk that is open, as the pages see it."""

    changed = Signal(object)
    """The newest Conversation, each time one came back."""
    saved = Signal(str)
    """The clock time of the last save, as "10.42"."""
    typing_in = Signal(bool)
    """Whether a talk held on paper is typed in from now on: then each field bears the paper's number."""
    trouble = Signal(object)
    """A SeniorError; what was typed still stands on the screen."""

    def __init__(
        self, vault: story.Vault, talk: Conversation, table: story.AtTable, work: Work, base: int
    ) -> None:
        super().__init__()
        self.earlier: Talks = table.earlier
        self.vault = vault
        self.talk = talk
        self.work = work
        self.base = base
        self.shared = True
        self.following_up = follows_up(talk)
        self.typing = False
        self.template: Template = table.template
        self.catalogue: Catalogue = table.catalogue
        self.place: Workplace = table.place
        self.days_to_read = table.days_to_read
        self.pension = table.pension
        self._under_way = 0
        self._unsaved: list[tuple[Callable[..., Conversation], tuple[Any, ...], Callable[[Conversation], None] | None]] = []
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.save_again)

    @property
    def language(self) -> str:
        """The language of this talk's questions and papers."""
        return self.talk.language

    def named(self, question: Question) -> str:
        """The question's words, with the paper's number while it is typed in."""
        words = question.text.said(self.language)
        return self.numbered(question.id, words) if on_paper(question) else words

    def numbered(self, number: str, words: str) -> str:
        """`words` with the paper's number before them while it is typed in."""
        return numbered(number, words) if self.typing else words

    def record(self, question: str, answer: Answer) -> None:
        """Store an answer."""
        self.do(story.record, question, answer)

    def add_row(self, row: Agreement) -> None:
        """Store a new agreement row."""
        self.do(story.add_agreement, row)

    def change_row(self, row_id: str, **changes: Any) -> None:
        """Store what was changed of a row; only that, so that two quick changes never undo each other."""
        self.do(story.change_agreement, row_id, changes)

    def drop_row(self, row_id: str) -> None:
        """Take an agreement row away."""
        self.do(story.drop_agreement, row_id)

    def mark_kept(self, row_id: str, code: int | None) -> None:
        """Store what became of an agreement of an earlier talk."""
        self.earlier = with_kept(self.earlier, row_id, code)  # the pages show it at once, as they show what is typed
        self.do(story.mark_kept, row_id, code)

    def do(self, step: Callable[..., Conversation], *inputs: Any, then: Callable[[Conversation], None] | None = None) -> None:
        """Run a step of the story on this talk; its result is the new state of all pages, then `then(talk)`."""

        def came_back(talk: Conversation) -> None:
            self._under_way -= 1
            self.talk = talk
            self.saved.emit(datetime.now().strftime("%H.%M"))
            # A field left while an older save was under way, or with a text that could not be saved, keeps what it shows.
            if self._under_way == 0 and not self._unsaved:
                self.changed.emit(talk)
            if then is not None and alive(then):
                then(talk)

        def failed(fault: SeniorError) -> None:
            self._under_way -= 1
            if isinstance(fault, TalkError):
                self.changed.emit(self.talk)  # refused for good: the screen shows what is stored
            elif isinstance(fault, VaultError):
                self._unsaved.append((step, inputs, then))
                self._again.start()
            self.trouble.emit(fault)

        if self._unsaved and (step, inputs, then) not in self._unsaved:
            self.save_again()  # in the order it was typed
        self._under_way += 1
        self.work.do(step, self.vault, self.talk, *inputs, then=came_back, failed=failed)

    def save_again(self) -> None:
        """Try what could not be saved once more, oldest first."""
        self._again.stop()
        waiting, self._unsaved = self._unsaved, []
        for step, inputs, then in waiting:
            self.do(step, *inputs, then=then)

    def ask(self, question: Callable[..., Any], *inputs: Any, then: Callable[[Any], None]) -> None:
        """Run a story function that changes nothing here (a paper, a list); its result goes to `then`."""
        self.work.do(question, self.vault, self.talk, *inputs, then=then, failed=self.trouble.emit)
