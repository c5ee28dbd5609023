# SPDX-License-Identifier: EUPL-1.2
"""An open talk -> list of pages, the page itself, Tilbage and Næste; what is built depends on the view.

Switching the shared view throws all pages away and builds them anew from the guide: in the shared
view private widgets do not exist.
"""

import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.guide import Page, PageKind, page_after, page_before, pages, where_is, where_to_resume
from senior_desktop.conversation.history import promised
from senior_desktop.errors import SeniorError
from senior_desktop.ui import keyboard
from senior_desktop.ui.talk.evaluation import Curtain, EvaluationPage
from senior_desktop.ui.talk.frame import Footer, TopBar
from senior_desktop.ui.talk.pacing import Pacing
from senior_desktop.ui.talk.page import TalkPage, label
from senior_desktop.ui.talk.pages import build
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.side_list import SideList
from senior_desktop.ui.talk.typing_in import TypingBar, stand_on
from senior_desktop.ui.theme import Tokens


class TalkWindow(QWidget):
    """The wizard. `left` when the user goes back to the start page."""

    left = Signal()
    alone = Signal(bool)
    """True while the employee sits alone at the screen: then nothing else of the program may be reached."""

    pacing_chosen = Signal(bool)
    """Whether the time is shown, when the user has said so."""

    def __init__(self, room: Room, tokens: Tokens, pacing: bool = True) -> None:
        super().__init__()
        self.room = room
        self._pacing, self._began = pacing, time.monotonic()
        self._tokens = tokens
        self._pages: tuple[Page, ...] = ()
        self._built: dict[str, TalkPage] = {}
        self.current = ""
        self._hold = QVBoxLayout(self)
        self._hold.setContentsMargins(0, 0, 0, 0)
        self._hold.setSpacing(0)
        self._inside: QWidget | None = None
        self.curtain: Curtain | None = None
        self._stage = room.talk.stage
        room.shared = room.talk.stage not in (Stage.OFFERED, Stage.PREPARING, Stage.DECLINED)
        room.changed.connect(self._came_back)
        room.saved.connect(self._saved)
        room.trouble.connect(self._trouble)
        room.typing_in.connect(self._type_in)
        for keys, act in (("F6", self.toggle_shared), ("Alt+Right", self.next), ("Alt+Left", self.back)):
            QShortcut(QKeySequence(keys), self, act)
        self._rebuild()

    # -- building ------------------------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        """Build everything anew for the view that is on."""
        self._clear()
        self.curtain = None
        self._pages = self._guided(self.room.talk)
        self._inside = QWidget()
        self._inside.setObjectName("canvas")
        self.stack = QStackedWidget()
        self.side = SideList(self._pages, self.room.template, self.room.language, self._tokens, self.room.base)
        self.side.opened.connect(self.open)
        middle = QBoxLayout(QBoxLayout.Direction.TopToBottom if self.side.as_box else QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(self.room)
        self.top.path.clicked.connect(self.switch_path)
        self.top.shared.toggled.connect(lambda _: self.toggle_shared())
        self.top.close_talk.clicked.connect(self.leave)
        column.addWidget(self.top)
        self.banner = label(
            self.tr("You both see the same now.") if self.room.shared else self.tr("Only you see this screen now."), "banner"
        )
        column.addWidget(self.banner)
        if self.room.typing:
            self.typing_bar = TypingBar()
            self.typing_bar.asked.connect(self._go_to)
            self.typing_bar.ended.connect(lambda: self.room.typing_in.emit(False))
            column.addWidget(self.typing_bar)
        self.alarm = label("", "alarm")
        self.alarm.hide()
        column.addWidget(self.alarm)
        column.addLayout(middle, 1)
        time_told = Pacing(self.room.template, self._began, self._pacing)
        time_told.chosen.connect(self._choose_pacing)
        self.footer = Footer(self.room, time_told)
        self.footer.back.clicked.connect(self.back)
        self.footer.next.clicked.connect(self.next)
        column.addWidget(self.footer)
        self._hold.addWidget(self._inside)
        # The page on the screen counts; the stored one may be a moment behind.
        self.open(self.current if self.current in self.page_ids else where_to_resume(self.room.talk, self._pages).id)

    def _guided(self, talk: Conversation) -> tuple[Page, ...]:
        again, short = bool(self.room.earlier), self.room.following_up
        return pages(talk, self.room.template, shared=self.room.shared, again=again, following_up=short)

    def _clear(self) -> None:
        """Take the old view apart: removed from the tree at once, so that nothing can read it."""
        if self._inside is not None:
            self._hold.removeWidget(self._inside)
            self._inside.setParent(None)
            self._inside.deleteLater()
        self._inside = None
        self._built = {}

    def _choose_pacing(self, on: bool) -> None:
        self._pacing = on
        self.pacing_chosen.emit(on)

    # -- moving --------------------------------------------------------------------------------------------------------

    def open(self, page_id: str) -> None:
        """Show the page of that id, built now if it was not yet; what was typed on the old one is said first."""
        if page_id == self.current and page_id in self._built:
            return
        self.flush()
        page = next(one for one in self._pages if one.id == page_id)
        if page_id not in self._built:
            screen = self._built[page_id] = build(self.room, page)
            if isinstance(screen, EvaluationPage):
                screen.handed_over.connect(self.hand_over_screen)
            self.stack.addWidget(screen)
            keyboard.ready(screen)
        moved = self.current != page_id
        self.current = page_id
        self.stack.setCurrentWidget(self._built[page_id])
        self._built[page_id].show_talk(self.room.talk)
        self._built[page_id].ask_earlier()
        self._built[page_id].verticalScrollBar().setValue(0)
        if moved and self.room.talk.position != page_id:
            self.room.do(story.remember_page, page_id)
        self._redraw_frame()

    def page(self, page_id: str) -> TalkPage | None:
        """The screen of that page, if it was built."""
        return self._built.get(page_id)

    @property
    def page_ids(self) -> tuple[str, ...]:
        """Ids of the pages there are in this view."""
        return tuple(page.id for page in self._pages)

    def next(self) -> None:
        """Go to the guide's next page."""
        if self.curtain is not None:
            return
        after = page_after(self._pages, self.current)
        if after is not None:
            self.open(after.id)
            keyboard.enter(self._built[self.current], self.footer.back, self.footer.next)
        else:
            self.leave()

    def back(self) -> None:
        """Go to the guide's previous page."""
        before = page_before(self._pages, self.current) if self.curtain is None else None
        if before is not None:
            self.open(before.id)
            keyboard.enter(self._built[self.current], self.footer.back, self.footer.next)

    def toggle_shared(self) -> None:
        """Switch between what both see and what only the leader sees; not while the employee is alone."""
        if self.curtain is not None:
            return
        self.flush()
        self.room.shared = not self.room.shared
        self._rebuild()

    def _type_in(self, on: bool) -> None:
        """The same pages with the paper's numbers, or without them again."""
        self.flush()
        self.room.typing = on
        self._rebuild()
        if on:
            self.typing_bar.number.setFocus()

    def _go_to(self, number: str) -> None:
        """The field of the paper's `number`, on whichever page it stands."""
        page = where_is(number, self._pages, self.room.template)
        if page is None:
            self.typing_bar.not_there()
            return
        self.typing_bar.found()
        self.open(page.id)
        stand_on(self._built[page.id], number)

    def hand_over_screen(self) -> None:
        """The employee alone: everything else is thrown away until they are done, then built anew."""
        page = next(one for one in self._pages if one.kind is PageKind.EVALUATE)
        self.flush()
        self._clear()
        self.curtain = Curtain(self.room, page)
        self.curtain.ended.connect(self._taken_back)
        self._inside, self.alarm = self.curtain, self.curtain.alarm
        self._hold.addWidget(self.curtain)
        self.alone.emit(True)

    def _taken_back(self) -> None:
        self._rebuild()
        self.alone.emit(False)

    def switch_path(self) -> None:
        """Short or full path; answers of the other path stay where they are."""
        self.flush()
        if self.room.following_up:
            self.room.following_up = False
            self._rebuild()
            self.top.path.setFocus()
            return
        self.room.do(story.choose_path, "short" if self.room.talk.path == "full" else "full", then=self._switched)

    def _switched(self, _: Conversation) -> None:
        self._rebuild()
        self.top.path.setFocus()  # the keyboard stays where it was

    def leave(self) -> None:
        """Close the talk for now; everything is saved."""
        self.flush()
        self.left.emit()

    def resize_text(self, base: int) -> None:
        """Build the view anew for another text size (px)."""
        self.flush()
        self.room.base = base
        if self.curtain is None:
            self._rebuild()

    def flush(self) -> None:
        """Have every page say what was typed and not yet said."""
        for page in self._built.values():
            page.flush()

    # -- redrawing -----------------------------------------------------------------------------------------------------

    def _came_back(self, talk: Conversation) -> None:
        if self.curtain is not None:
            return
        sat_down = talk.stage is Stage.TALKING and self._stage in (Stage.OFFERED, Stage.PREPARING)
        if sat_down:
            self._began = time.monotonic()  # the leader's own preparing is no part of it
            self.footer.pacing.begin(self._began)
        self._stage = talk.stage
        if sat_down and self.room.earlier and self.current == "offer":
            self.open("last_time")  # first of all; whoever writes on another page already is not taken away from it
        if sat_down and not self.room.shared:
            # Two people look at the screen from now on.
            self.room.shared = True
            self._rebuild()
            return
        if self.page_ids != tuple(page.id for page in self._guided(talk)):
            self._rebuild()
            return
        self.alarm.hide()
        current = self._built.get(self.current)
        if current is not None:
            current.show_talk(talk)
            current.ask_earlier()
        self._redraw_frame()

    def _redraw_frame(self) -> None:
        talk = self.room.talk
        self.top.show_talk(talk)
        self.side.show_talk(talk, self.current, promised(self.room.earlier[0]) if self.room.earlier else ())
        self.footer.pacing.show_talk(talk, next(one for one in self._pages if one.id == self.current))
        self.footer.show_ways(page_before(self._pages, self.current), page_after(self._pages, self.current))

    def _saved(self, clock: str) -> None:
        if self.curtain is None:
            self.top.show_saved(clock)

    def reason_to_stay(self) -> bool:
        """Whether something could not be saved; the sentence about it stands here."""
        return not self.alarm.isHidden()

    def _trouble(self, fault: SeniorError) -> None:
        self.alarm.setText(story.say(fault, self.room.language))
        self.alarm.show()

