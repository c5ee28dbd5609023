# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> the template's words, page by page, tried and seen on paper; or edited as a workbook: step 6."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from senior_desktop import story, tools
from senior_desktop.conversation.guide import Page, PageKind, pages
from senior_desktop.conversation.template import Theme, Wording
from senior_desktop.errors import SeniorError
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.pack.book import Book
from senior_desktop.ui.pack.preview import Beside, Preview
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.screen import button, cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.pages import title_of
from senior_desktop.ui.work import Work


class TemplateStep(Step):
    """Words and minutes may be changed, some questions left out. Ids, kinds and what may be counted are rules and stay."""

    tried = Signal()
    drawn = Signal()
    """Other fields stand here now."""
    widest = 1280

    def __init__(self, pack: Any, language: str, last: Any, work: Work) -> None:
        super().__init__(pack, language)
        self._last = last
        self.template = tools.template_in(pack)
        card = self.card(
            self.tr("The template of the talk"),
            self.tr("Change the words, leave out what you do not need. A new version holds for new conversations; those under way keep theirs."),
        )  # fmt: skip
        self.name = label("", "help")
        card.body.addWidget(self.name)
        self.fault = label("", "alarm")
        self.fault.hide()
        card.body.addWidget(self.fault)
        row = QHBoxLayout()
        self.try_it, self.on_paper = button(self.tr("Try it, as both see it"), "primary"), button(self.tr("The whole talk on paper"))
        self.shipped = button(self.tr("Use the program's template"), "quiet")
        self.try_it.clicked.connect(lambda: (self.flush(), self.tried.emit()))
        self.on_paper.setCheckable(True)
        self.on_paper.toggled.connect(self._show_paper)
        self.shipped.clicked.connect(lambda: self._take(""))
        for one in (self.try_it, self.on_paper, self.shipped):
            row.addWidget(one)
        row.addStretch()
        card.body.addLayout(row)
        self.book = Book(self, work, "skabelon.xlsx", lambda file: tools.save_template_book(self.pack, file), self._read)
        self.book.found.connect(self._take)
        card.body.addWidget(self.book)
        self.changes = label("", "small")
        card.body.addWidget(self.changes)
        self.view = DocumentView(self.tr("The talk on paper"))
        self.view.hide()
        card.body.addWidget(self.view)
        names = {one.id: title_of(one, language) for one in self._pages()}
        pick = self.card(self.tr("A page at a time"))
        self.which = self.choice(pick, self.tr("Page"), names, "t1", lambda _: self._open())
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(16)
        base = max(16, self.font().pixelSize())
        self.preview = Preview(language, base, work)
        if base >= 20:  # large letters need the whole width
            self.column.addWidget(self.preview)
            self.column.addWidget(holder)
        else:
            abreast = QHBoxLayout()
            abreast.setSpacing(24)
            abreast.addWidget(holder, 2)
            abreast.addWidget(Beside(self.preview), 3)
            self.column.addLayout(abreast)
        self._open()
        self._tell_name()

    def _pages(self) -> tuple[Page, ...]:
        """The pages of the talk that hold words of the template."""
        talk, _ = tools.nobodys_talk(self.pack, self.template, self.language)
        return tuple(one for one in pages(talk, self.template, shared=False) if one.theme is not None or self._asked(one))

    def _asked(self, page: Page) -> tuple[str, ...]:
        """Ids of the questions on it, also those of a theme that are left out for now."""
        if page.theme is not None:
            return next(one for one in tools.shipped_template().themes if one.id == page.id).questions
        if page.kind is PageKind.AGREEMENTS:
            return tuple(one.id for one in self.template.questions if one.row and one.phase == 4)
        return tuple(one.id for one in page.questions)

    def _open(self) -> None:
        self.flush()
        self._late.clear()
        cleared(self._list)
        page = next(one for one in self._pages() if one.id == self.which.currentData())
        if page.theme is not None:
            self._theme(page.theme)
        used = page.theme.questions if page.theme is not None else ()
        for key in self._asked(page):
            self._question(key, key in used)
        self._list.addStretch(1)
        self._look()
        self.drawn.emit()

    def _theme(self, theme: Theme) -> None:
        card = self._part(theme.title.said(self.language))
        self._wording(card, self.tr("Title"), theme.title, lambda said: self._say(theme.id, title=said))
        self._wording(card, self.tr("Invitation to talk"), theme.invitation, lambda said: self._say(theme.id, invitation=said), long=True)
        self.number(card, self.tr("Minutes it tends to take"), theme.minutes, range(0, 121), lambda now: self._say(theme.id, minutes=now))

    def _question(self, key: str, asked: bool) -> None:
        question = self.template.question(key)
        words = question.text.said(self.language)
        card = self._part(f"{key}  {words}")
        if tools.may_leave_out(self.template, key):
            used = QCheckBox(self.tr("Asked"))
            used.setAccessibleName(f"{used.text()}: {words}")
            used.setChecked(asked)
            used.toggled.connect(lambda on: self._say(key, used=on))
            card.body.addWidget(used)
        self._wording(card, self.tr("Question"), question.text, lambda said: self._say(key, text=said))
        if question.help is not None:
            self._wording(card, self.tr("Help"), question.help, lambda said: self._say(key, help_text=said), long=True)
        if question.options:
            title = self.tr("The answers")
            answers = button(title, "quiet", f"{title}: {words}")
            answers.clicked.connect(lambda: self._answers(card, answers, key))
            card.body.addWidget(answers, 0, Qt.AlignmentFlag.AlignLeft)

    def _answers(self, card: Card, door: QPushButton, key: str) -> None:
        """The words of each answer; what it counts as is a rule and stays."""
        door.hide()
        for option in self.template.question(key).options:
            self._wording(
                card, self.tr("Answer %1").replace("%1", str(option.code)), Wording(option.da, option.en),
                lambda said, code=option.code: self._say(key, code=code, words=said),
            )  # fmt: skip
        self.drawn.emit()

    def _look(self) -> None:
        self.preview.show_page(self.pack, self.template, self.which.currentData())

    def _part(self, title: str) -> Card:
        card = Card()
        card.body.addWidget(label(title, "h2"))
        self._list.addWidget(card)
        return card

    def _wording(self, card: Card, title: str, said: Wording, say: Any, *, long: bool = False) -> None:
        """Both languages; what tends to be `long` gets three lines, which are read as one."""
        now = [said.da, said.en]

        def keep(at: int, words: str) -> None:
            now[at] = " ".join(words.split())
            say(Wording(*now))

        for at, words in enumerate((self.tr("%1, in Danish"), self.tr("%1, in English"))):
            name = words.replace("%1", title)
            if long:
                self.lines(card, name, now[at], lambda typed, at=at: keep(at, typed), high=round(84 * max(16, self.font().pixelSize()) / 16))
            else:
                self.line(card, name, now[at], lambda typed, at=at: keep(at, typed))

    def _say(self, place: str, **said: Any) -> None:
        try:
            changed = tools.said_otherwise(self.template, place, **said)
            text = tools.own_template(self.pack, changed, self._last)
        except SeniorError as fault:
            self.fault.setText(story.say(fault, self.language))
            self.fault.show()
            return
        self.template = changed
        self._take(text, again=False)
        self._look()

    def _take(self, text: str, *, again: bool = True) -> None:
        self.fault.hide()
        self.tell(template=text)
        if again:
            self.template = tools.template_in(self.pack)
            self._open()
        self._tell_name()

    def _tell_name(self) -> None:
        now = tools.template_in(self.pack)
        self.name.setText(self.tr("%1, checksum %2").replace("%1", now.name).replace("%2", now.digest[:16]))
        self.shipped.setVisible(bool(self.pack.template))
        found = tools.template_changes(self.pack, self._last)
        lines = "\n".join(f"{place}: {was} → {now}" for place, was, now in found)
        self.changes.setText(self.tr("Changed since the last version:") + "\n" + lines if found else self.tr("Nothing is changed since the last version."))

    def _show_paper(self, on: bool) -> None:
        self.flush()
        if on:
            made = datetime.now().astimezone().isoformat(timespec="seconds")
            self.view.show_document(tools.template_on_paper(self.pack, made, self.language))
        self.view.setVisible(on)

    def _read(self, file: Path) -> str:
        return tools.own_template(self.pack, tools.read_template_book(self.pack, file), self._last)
