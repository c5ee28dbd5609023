# SPDX-License-Identifier: EUPL-1.2
"""What goes by itself within a month -> a card that says so before; it can be opened, saved, or held back."""

from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal

from senior_desktop.ui.screen import button, cleared
from senior_desktop.ui.talk.page import Card, label

AT_MOST = 3
"""Lines; the rest is counted."""


class GoingCard(Card):
    """`opened(talk)`: somebody wants to look at it once more."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def show_going(self, going: tuple[Any, ...]) -> None:
        """Draw the lines anew; without any the card is not there."""
        cleared(self.body)
        self.setVisible(bool(going))
        if not going:
            return
        self.body.addWidget(label(self.tr("Deleted by itself soon"), "h2"))
        for one in going[:AT_MOST]:
            day = QLocale().toString(one.day, "d. MMMM yyyy")
            what = self.tr("%1: the texts go on %2.") if one.what == "texts" else self.tr("%1: all of the conversation goes on %2.")
            words = what.replace("%1", one.talk.text("a01")).replace("%2", day)
            self.body.addWidget(label(words))
            look = button(self.tr("Look at it"), "quiet", name=self.tr("Look at it: %1").replace("%1", words))
            look.clicked.connect(lambda _=False, talk=one.talk: self.opened.emit(talk))
            self.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        more = len(going) - AT_MOST
        if more > 0:
            self.body.addWidget(label(self.tr("and %n more", "", more), "help"))
        self.body.addWidget(label(self.tr("Put the conversation on hold if it must not be deleted, for example because of a request for access."), "small"))
