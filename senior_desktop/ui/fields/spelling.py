# SPDX-License-Identifier: EUPL-1.2
"""Words typed in Danish -> those the dictionary does not know are underlined; suggestions when the menu asks for them.

The dictionary is loaded and asked in a thread of its own, after the page is shown. Nothing is stored: what is ignored
is ignored until the program closes, since a word may be a name. There is no English dictionary, so no underlines there.

The library keeps Python's lock while it works: reading the dictionary (0.2 s, 18 MiB) and a suggestion (0.1 to 0.5 s)
can still be felt; a word takes 15 µs.
"""

import queue
import re
import threading
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from senior_desktop import paths

DICTIONARIES = {"da": "da_DK"}
"""Language of a talk -> its dictionary in resources/dictionaries."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONGEST = 40
"""Letters; the dictionary takes long over a longer one, and nobody writes it by mistake."""
MOST_SUGGESTIONS = 5
MOST_KEPT = 20_000
"""Words whose verdict is remembered; then it begins anew."""
AFTER_MS = 250
"""The page is on the screen and answers before the dictionary is read."""


class Speller(QObject):
    """One dictionary and its thread. A word that was not asked about yet is right until the answer is there."""

    judged = Signal()
    """New verdicts are there."""
    suggested = Signal(str, object)
    """A word and what may have been meant."""
    _came_back = Signal(object)

    def __init__(self, name: str) -> None:
        """name: of the dictionary, "da_DK"."""
        super().__init__()
        self._name = name
        self._verdicts: dict[str, bool] = {}
        self._ignored: set[str] = set()
        self._jobs: queue.Queue[tuple[str, bool]] = queue.Queue()
        self._came_back.connect(self._take)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Load the dictionary, once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="spelling", daemon=True)
            self._thread.start()

    def wrong(self, word: str) -> bool:
        """Whether the dictionary is known not to know `word`; asks it when it was not asked before."""
        if word in self._ignored:
            return False
        if word not in self._verdicts:
            if len(self._verdicts) >= MOST_KEPT:
                self._verdicts.clear()
            self._verdicts[word] = True
            self._jobs.put((word, False))
        return not self._verdicts[word]

    def ask(self, word: str) -> None:
        """Have `suggested` told for `word`."""
        self._jobs.put((word, True))

    def ignore(self, word: str) -> None:
        """Take `word` as right until the program closes."""
        self._ignored.add(word)
        self.judged.emit()

    def _take(self, verdicts: dict[str, bool]) -> None:
        self._verdicts.update(verdicts)
        if not all(verdicts.values()):
            self.judged.emit()

    def _run(self) -> None:
        dictionary = loaded(self._name)
        while dictionary is not None:
            verdicts: dict[str, bool] = {}
            word, suggest = self._jobs.get()
            while not suggest:
                verdicts[word] = dictionary.spell(word)
                if self._jobs.empty():
                    break
                word, suggest = self._jobs.get()
            if verdicts:
                self._came_back.emit(verdicts)
            if suggest:
                self.suggested.emit(word, tuple(dictionary.suggest(word)[:MOST_SUGGESTIONS]))


def loaded(name: str) -> Any:
    """The dictionary `name`; None where it cannot be read: the talk goes on without underlines, the self-test says so."""
    try:
        import hunspell
    except ImportError:  # a system library is missing
        return None
    found = hunspell.Hunspell(name, hunspell_data_dir=str(paths.resources() / "dictionaries"))
    # A file that it cannot open it takes for an empty one (a folder's name that Windows writes in another alphabet).
    return found if found.spell("samtale") else None


@cache
def speller(language: str) -> Speller | None:
    """The one speller of that language, None where there is no dictionary."""
    return Speller(DICTIONARIES[language]) if language in DICTIONARIES else None


class Underlines(QSyntaxHighlighter):
    """Underlines in one box, and what its menu offers on a word."""

    def __init__(self, box: QPlainTextEdit, speller: Speller) -> None:
        super().__init__(box.document())
        self._box, self._speller = box, speller
        speller.judged.connect(self.rehighlight)
        self._mark = QTextCharFormat()
        self._mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._mark.setUnderlineColor(box.palette().color(QPalette.ColorRole.Highlight))
        QTimer.singleShot(AFTER_MS, speller, speller.start)

    def highlightBlock(self, text: str) -> None:
        """Underline the unknown words of one paragraph; not the one that is being typed."""
        cursor = self._box.textCursor()
        here = cursor.positionInBlock() if self._box.hasFocus() and cursor.block() == self.currentBlock() else -1
        for found in WORD.finditer(text):
            start, end = _units(text[: found.start()]), _units(text[: found.end()])
            if end != here and looked_at(text, found) and self._speller.wrong(found[0]):
                self.setFormat(start, end - start, self._mark)

    def word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """The underlined word on which `cursor` stands, selected; None when there is none."""
        block = cursor.block()
        text, place = block.text(), cursor.positionInBlock()
        for found in WORD.finditer(text):
            start, end = _units(text[: found.start()]), _units(text[: found.end()])
            if start <= place <= end and looked_at(text, found) and self._speller.wrong(found[0]):
                word = QTextCursor(block)
                word.setPosition(block.position() + start)
                word.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                return word
        return None

    def offer(self, menu: QMenu, at: QTextCursor) -> None:
        """Put what may have been meant first in `menu`, and a way to ignore the word; nothing on a known word."""
        word = self.word_at(at)
        if word is None:
            return
        said, first = word.selectedText(), menu.actions()[0]
        wait = menu.addAction(self.tr("Looking for suggestions …"))
        wait.setEnabled(False)
        ignore = menu.addAction(self.tr("Ignore “%1”").replace("%1", said.replace("&", "&&")))
        ignore.triggered.connect(lambda: self._speller.ignore(said))
        for action in (wait, ignore, menu.addSeparator()):
            menu.insertAction(first, action)

        def show(asked: str, found: tuple[str, ...]) -> None:
            if asked != said:
                return
            for one in found:
                action = menu.addAction(one.replace("&", "&&"))
                action.triggered.connect(lambda _=False, one=one: word.insertText(one))
                menu.insertAction(wait, action)
            wait.setText(self.tr("No suggestions"))
            wait.setVisible(not found)

        told = _Told(menu, show)
        self._speller.suggested.connect(told.take)
        self._speller.ask(said)


class _Told(QObject):
    """Belongs to a menu and goes with it, so that an answer that comes too late finds nobody."""

    def __init__(self, menu: QMenu, show: Any) -> None:
        super().__init__(menu)
        self._show = show

    def take(self, word: str, found: tuple[str, ...]) -> None:
        self._show(word, found)


def looked_at(text: str, found: re.Match[str]) -> bool:
    """Whether a word is one to check: no abbreviation in capitals, and no name in the midst of a sentence."""
    word = found[0]
    if not 2 <= len(word) <= LONGEST or any(one.isupper() for one in word[1:]):
        return False
    before = text[: found.start()].rstrip(" \t\"»”“'(")
    return word[0].islower() or not before or before[-1] in ".!?:–-•"


def underline(box: QPlainTextEdit, language: str) -> None:
    """Underline in `box` what the dictionary of `language` does not know; nothing where there is none."""
    found = speller(language)
    if found is not None and getattr(box, "underlines", None) is None:
        box.underlines = Underlines(box, found)  # type: ignore[attr-defined]


def _units(text: str) -> int:
    """Length as Qt counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
