# SPDX-License-Identifier: EUPL-1.2
"""A text box -> `told(text)` at most a second after the first unsaved key, CPR numbers masked; hints under the box.

The box shows what was typed; what is told, and so stored, never holds the last four digits of such a number until the
user says that it is none. What comes back is drawn as an edit, so that undo goes past it.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from senior_desktop.conversation import free_texts, guard
from senior_desktop.ui.fields.soon import Soon
from senior_desktop.ui.fields.under import Under


def _units(text: str) -> int:
    """Length as Qt counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class GuardedText(QObject):
    """Belongs to its box; `under` is placed by whoever places the box."""

    told = Signal(str)
    ruled = Signal(str)
    """Ten digits that are no CPR number, said before the text that holds them."""
    earlier_wanted = Signal()

    def __init__(self, box: QLineEdit | QPlainTextEdit, name: str) -> None:
        super().__init__(box)
        self.box = box
        self.key = ""
        self.private = False
        self.cleared: Callable[[], tuple[str, ...]] = tuple
        """The rulings that are stored for this text."""
        self._ruled: list[str] = []
        self._said = ""
        self._fresh, self._drawing, self._typed, self._held_back = True, False, False, False
        self._let_stand: set[str] = set()
        self._before = self.text()
        self._soon = Soon(box, self._tick)
        self.under = Under(name, box.parentWidget() or box)
        self.under.removed.connect(self._remove)
        self.under.stays.connect(self._stays)
        self.under.earlier_wanted.connect(self.earlier_wanted)
        self.under.earlier_chosen.connect(self.take_back)
        box.textChanged.connect(self._changed)

    # -- reading the box -----------------------------------------------------------------------------------------------

    def text(self) -> str:
        """What stands in the box."""
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.toPlainText()

    def _cursor(self) -> int:
        place = self.box.cursorPosition() if isinstance(self.box, QLineEdit) else self.box.textCursor().position()
        return len(self.text().encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace"))

    def _rulings(self) -> tuple[str, ...]:
        return (*self.cleared(), *self._ruled)

    def _kept(self, words: str) -> str:
        """`words` as they may be stored, without hidden marks; a line without the blanks around it."""
        kept = guard.masked(free_texts.plain(words), self._rulings())
        return kept.strip() if isinstance(self.box, QLineEdit) else kept

    @property
    def being_typed_in(self) -> bool:
        """Whether something typed was not told yet: an older save must not take its place."""
        return self._kept(self.text()) != self._said

    # -- telling -------------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        before, self._before = self._before, self.text()
        if not self._drawing and self._before != before:  # an underline drawn is a change to Qt, and none to us
            self._typed = True
            self._soon.typed()
            if self._held_back:  # the next key tells what it was; the cursor has moved when this has come back
                QTimer.singleShot(0, self, self._tick)

    def _tick(self) -> None:
        """In the midst of typing: of a number that is still growing nothing is told that may belong to a CPR number."""
        self._tell(self._cursor())

    def left(self) -> None:
        """The box lost the keyboard; to another program perhaps for a moment only."""
        self._tell(None if self.box.isActiveWindow() else self._cursor())

    def flush(self) -> None:
        """Say what stands here, unless it was said already."""
        self._tell(None)

    def _tell(self, cursor: int | None) -> None:
        self._soon.stop()
        words = self.text()
        ripe = words if cursor is None else guard.without_begun(words, cursor)
        self._held_back = ripe != words
        kept = self._kept(ripe)
        if kept != self._said:
            self._said = kept
            self.told.emit(kept)
        self._look(cursor)

    # -- drawing -------------------------------------------------------------------------------------------------------

    def show_text(self, text: str) -> None:
        """Draw the stored text, unless it stands there already (a redraw would move the cursor); tells nothing."""
        self._said = text
        self._ruled.clear()
        if self._kept(text) != self._kept(self.text()):
            self._drawing = True
            if not self._fresh:
                self._put(text)
            elif isinstance(self.box, QLineEdit):
                self.box.setText(text)
            else:
                self.box.setPlainText(text)
            self._drawing = False
            self._soon.stop()
        self._fresh = False
        self._look(self._cursor())

    def _put(self, text: str) -> None:
        """All of the box, as one edit that can be undone."""
        if isinstance(self.box, QLineEdit):
            self.box.selectAll()
            self.box.insert(text)
        else:
            cursor = QTextCursor(self.box.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)

    def _cut(self, found: guard.Found) -> None:
        """Take `found` out, and the blank after it where one stands before it too."""
        text = self.text()
        start, end = found.start, found.end
        if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
            end += 1
        begin, length = _units(text[:start]), _units(text[start:end])
        if isinstance(self.box, QLineEdit):
            self.box.setSelection(begin, length)
            self.box.insert("")
        else:
            cursor = QTextCursor(self.box.document())
            cursor.setPosition(begin)
            cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    # -- the hints -----------------------------------------------------------------------------------------------------

    def _number(self) -> guard.Found | None:
        return next(iter(guard.numbers(self.text(), self._rulings())), None)

    def _illness(self, cursor: int | None = None) -> guard.Found | None:
        """Only once something was typed: nobody is reminded of it each time the page is opened."""
        found = guard.illness(self.text(), cursor) if self._typed else ()
        return next((one for one in found if one.said.lower() not in self._let_stand), None)

    def _look(self, cursor: int | None) -> None:
        if self._number() is not None:
            self.under.number()
        elif (word := self._illness(cursor)) is not None:
            self.under.illness(word.said, private=self.private)
        else:
            self.under.nothing()

    def _remove(self) -> None:
        found = self._number() or self._illness()
        if found is not None:
            self._cut(found)
            self.box.setFocus()
            self._tell(None)

    def _stays(self) -> None:
        number, word = self._number(), self._illness()
        if number is not None:
            self._ruled.append(number.said)
            self.ruled.emit(number.said)
        elif word is not None:
            self._let_stand.add(word.said.lower())
        self.box.setFocus()
        self._tell(None)

    # -- earlier words -------------------------------------------------------------------------------------------------

    def offer_earlier(self, on: bool) -> None:
        """Whether there are earlier words to take back; not while the text is frozen."""
        self.under.offer_earlier(on and self.box.isEnabled())

    def choose_earlier(self, found: list[tuple[str, str]]) -> None:
        """Let the user choose among (ISO instant, earlier text), the newest first."""
        now = self.text()
        rows = [
            (f"{datetime.fromisoformat(instant):%d-%m %H.%M}   {free_texts.would_return(text, now)}", text)
            for instant, text in found
            if text != self._kept(now)
        ]
        if rows:
            self.under.choose(rows)
        else:
            self.under.offer_earlier(False)

    def take_back(self, text: str) -> None:
        """Put an earlier text in the place of this one, as an edit that can be undone."""
        self._put(text)
        self.box.setFocus()
        self._tell(None)
