# SPDX-License-Identifier: EUPL-1.2
"""An open talk -> the bar above it and the footer below it: who, saved when, which view, and the ways on and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.guide import Page
from senior_desktop.ui.talk.pacing import Pacing
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.talk.pages import title_of
from senior_desktop.ui.talk.room import Room

LONGEST_NAME = 80
"""Letters of a name shown in the bar; on its own page and on paper it stands whole."""


class _Strip(QWidget):
    """A bar across the whole window; its widgets stand in `row`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 12, 24, 12)
        self.row.setSpacing(12)


class TopBar(_Strip):
    """Title, employee and date, when it was saved; the other path, the other view, and the way out."""

    def __init__(self, room: Room) -> None:
        super().__init__("bar")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(story.words(room.language)("talk.title"), "h2"))
        self._who = label("", "help")
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a name without a space must not widen the window
        names.addWidget(self._who)
        self.row.addLayout(names, 1)
        self._saved = QLabel()
        self._saved.setProperty("role", "saved")
        self.row.addWidget(self._saved)
        other = self.tr("Short path") if room.talk.path == "full" else self.tr("Full path")
        self.path = QPushButton(self.tr("The whole conversation") if room.following_up else other)
        self.path.setToolTip(self.tr("Nothing you have written is lost when you switch."))
        self.shared = QPushButton(self.tr("Show to the employee (F6)"))
        self.shared.setCheckable(True)
        self.shared.setChecked(room.shared)
        self.close_talk = QPushButton(self.tr("Close for now"))
        for button in (self.path, self.shared, self.close_talk):
            self.row.addWidget(button)

    def show_talk(self, talk: Conversation) -> None:
        """With whom, and on which day."""
        name = talk.text("a01")
        short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
        self._who.setText(" · ".join(filter(None, (short, story.day_in_words(talk)))))

    def show_saved(self, clock: str) -> None:
        """clock: of the last save, as "10.42"."""
        self._saved.setText(self.tr("✓ Saved at %1").replace("%1", clock))


class Footer(_Strip):
    """The time, what comes next, Tilbage and Næste."""

    def __init__(self, room: Room, pacing: Pacing) -> None:
        super().__init__("footer")
        self._language = room.language
        self.pacing = pacing
        self.row.addWidget(pacing, 1)
        self._where = label("", "help")
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self._where, 1)
        self.back = QPushButton(self.tr("&Back"))
        self.next = QPushButton(self.tr("&Next"))
        self.next.setProperty("role", "primary")
        self.row.addWidget(self.back)
        self.row.addWidget(self.next)

    def show_ways(self, before: Page | None, after: Page | None) -> None:
        """The pages that Tilbage and Næste lead to; None where there is none."""
        self.back.setEnabled(before is not None)
        self.next.setText(self.tr("&Next") if after is not None else self.tr("&Finish"))
        self._where.setText(self.tr("Next: %1").replace("%1", title_of(after, self._language)) if after is not None else "")
