# SPDX-License-Identifier: EUPL-1.2
"""A pack from HR -> who it is from, what it would change, and taken only when the leader says so."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from senior_desktop import story, tools
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class TakePackPage(Screen):
    """The pack as it was looked at; a refusal is said here too, in words."""

    taken = Signal()

    def __init__(self, vault: story.Vault, work: Work, language: str) -> None:
        super().__init__(
            self.tr("A pack from HR"),
            self.tr("It holds the municipality's own facts, measures and letters. Conversations under way go on as they began."), work, language,
        )  # fmt: skip
        self._vault = vault
        self._seen: tools.Seen | None = None
        self.shown = self.card("")
        self.shown.hide()
        self.compared = QCheckBox(self.tr("I have compared the fingerprint with the one HR has given me"))
        self.compared.toggled.connect(lambda _: self._weigh())
        self.take = button(self.tr("Use the pack"), "primary")
        self.take.clicked.connect(self._take)
        self.column.addStretch(1)

    def look_at(self, file: Path) -> None:
        """Read `file` on the worker and show what it is."""
        self.do(_looked_at, self._vault, file, self.language, then=self.show_pack, meanwhile=self.tr("The pack is being looked at …"))

    def show_pack(self, seen: tools.Seen) -> None:
        """Whose it is, whether its key is known, and each change in words."""
        self._seen = seen
        body = self.shown.body
        heading = body.itemAt(0).widget()
        heading.setText(seen.pack.municipality)  # type: ignore[attr-defined]
        body.addWidget(label(self.tr("Version %1, made on %2").replace("%1", str(seen.pack.version)).replace("%2", tools.day_in_words(seen.pack.made, self.language)), "help"))
        if seen.taken:
            body.addWidget(label(self.tr("You have this version already. Nothing is to be done."), ""))
        else:
            self._ask(seen)
        self.shown.show()
        self.back.setFocus() if seen.taken else self.compared.setFocus() if seen.trust == "new" else self.take.setFocus()

    def _ask(self, seen: tools.Seen) -> None:
        body = self.shown.body
        body.addWidget(label(self.tr("The key's fingerprint"), "fact"))
        shown = label(seen.fingerprint, "small")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(shown)
        words = {
            "known": self.tr("It is the key your last pack was signed with."),
            "it": self.tr("Your IT department has approved the key."),
            "new": self.tr("Compare it once with HR, by telephone or on paper, not in the mail that brought the pack."),
        }[seen.trust]
        body.addWidget(label(words, "help"))
        if seen.trust == "new":
            body.addWidget(self.compared)
        body.addWidget(label(self.tr("What changes"), "h2"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setHorizontalSpacing(24)
        for row, (place, was, now) in enumerate(seen.changes):
            grid.addWidget(label(place, "fact"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self._change(was, now)), row, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(grid)
        body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._weigh()

    def _change(self, was: str, now: str) -> str:
        if was and now:
            return self.tr("%1, before: %2").replace("%1", now).replace("%2", was)
        return now or (self.tr("no longer set, before: %1").replace("%1", was) if was else self.tr("changes"))

    def _weigh(self) -> None:
        self.take.setEnabled(self._seen is not None and (self._seen.trust != "new" or self.compared.isChecked()))

    def _take(self) -> None:
        self.take.setEnabled(False)
        self.do(tools.take, self._vault, self._seen, then=lambda _: self.taken.emit(), failed=self._weigh)


def _looked_at(vault: story.Vault, file: Path, language: str) -> tools.Seen:
    return tools.look_at(vault, tools.pack_content(file), language)
