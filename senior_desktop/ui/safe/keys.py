# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> what opens it, and how that is changed: passphrase, sheet, this computer's key store, all keys at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from senior_desktop import safekeeping
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.policy import Policy
from senior_desktop.ui.safe.passphrase import NewPassphrase, secret_box
from senior_desktop.ui.safe.sheet import SheetCard
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class KeysPage(Screen):
    """Whoever changes a key says one of the old ones first: an open computer is no permission."""

    def __init__(self, vault: Any, work: Work, language: str, rules: Policy, keyring: Callable[[], Any], place: Workplace) -> None:
        super().__init__(self.tr("Keys"), self.tr("What opens the conversations, and how you change it."), work, language)
        self._vault, self._rules, self._keyring = vault, rules, keyring
        self._pending: Any = None
        self._told = False
        now = self.card(self.tr("What opens them now"))
        self.now = label("")
        now.body.addWidget(self.now)
        self.forget = button(self.tr("Take the key out of this computer's key store"))
        self.forget.clicked.connect(self._forget)
        now.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        change = self.card(self.tr("Change"))
        title = label(self.tr("Your passphrase now, or the 48 digits of your recovery sheet"), "fact")
        self.secret = secret_box(title.text())
        title.setBuddy(self.secret)
        change.body.addWidget(title)
        change.body.addWidget(self.secret)
        self.secret.textChanged.connect(self._weigh)
        self.sheet_button = self._act(change, self.tr("A new recovery sheet"), self.tr("The old sheet opens nothing from then on. Copies saved before still open with the old one."), self._new_sheet)
        self.new = NewPassphrase(rules.number("MinPassphraseLength"))
        self.new.changed.connect(self._weigh)
        change.body.addWidget(self.new)
        self.passphrase_button = self._act(change, self.tr("Change the passphrase"), self.tr("The recovery sheet stays good. Copies saved before still open with the old passphrase."), self._change)
        self.rotate_button = self._act(
            change, self.tr("Somebody may know the old one: change all keys"),
            self.tr("The conversations are locked anew with other keys, and you get a new sheet. An old sheet or an old passphrase then opens nothing of what lies here, not even with an old copy of the files. The daily copies are made anew. Copies you saved elsewhere still open with the old keys: delete them."),
            self._rotate,
        )  # fmt: skip
        self.sheet = SheetCard(self, place, self.tr("The sheet is safe"))
        self.sheet.held.connect(self._held)
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        self._weigh()
        self._load()

    def _act(self, card: Card, words: str, help_text: str, act: Callable[[], None]) -> QPushButton:
        new = button(words)
        new.setAccessibleDescription(help_text)
        new.clicked.connect(act)
        card.body.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(label(help_text, "small"))
        return new

    def _load(self) -> None:
        self._work.do(safekeeping.ways_in, self._vault, then=self._show)  # not `do`: what is said stays

    def _show(self, ways: Any) -> None:
        lines = [self.tr("Your passphrase."), self.tr("The recovery sheet.")]
        if ways.device:
            lines.append(self.tr("This computer's key store (%1), as long as you are signed in to it. Locking takes the key out.").replace("%1", ways.device))
        if ways.escrow:
            lines.append(self.tr("The municipality's emergency key, which two persons outside HR keep. Its fingerprint: %1").replace("%1", ways.escrow))
        self.now.setText("\n".join(f"• {line}" for line in lines))
        self.forget.setVisible(bool(ways.device))

    def _weigh(self) -> None:
        said, typed = bool(self.secret.text()) and not self.sheet.groups, self.new.ready()
        self.sheet_button.setEnabled(said)
        self.passphrase_button.setEnabled(said and typed)
        self.rotate_button.setEnabled(said and typed)

    def _forget(self) -> None:
        self.do(lambda: safekeeping.forget_device(self._vault, self._keyring()), then=lambda _: self._said(self.tr("✓ Taken out. Next time your passphrase is asked for.")))

    def _change(self) -> None:
        least = self._rules.number("MinPassphraseLength")
        self._busy()
        self.do(
            safekeeping.change_passphrase, self._vault, self.secret.text(), self.new.text(), least,
            then=lambda _: self._said(self.tr("✓ The passphrase is changed.")), meanwhile=self.tr("Changing …"), failed=self._weigh,
        )  # fmt: skip

    def _new_sheet(self) -> None:
        self._busy()
        self.do(safekeeping.new_sheet, self._vault, self.secret.text(), then=self._sheet_made, meanwhile=self.tr("Making a sheet …"), failed=self._weigh)

    def _sheet_made(self, sheet: Any) -> None:
        self._pending = sheet
        self.sheet.show_groups(sheet.groups)

    def _rotate(self) -> None:
        keyring = self._keyring if self._rules.device_allowed else lambda: None
        secret, new = self.secret.text(), self.new.text()
        self._busy()
        self.do(
            lambda: safekeeping.all_keys_new(self._vault, secret, new, keyring(), self._rules),
            then=self._rotated, meanwhile=self.tr("Locking everything anew …"), failed=self._weigh,
        )  # fmt: skip

    def _rotated(self, groups: tuple[str, ...]) -> None:
        self.secret.clear()
        self.new.clear()
        self.say(self.tr("✓ All keys are new. Write the new sheet down now."))
        self.sheet.show_groups(groups)
        self._load()

    def _held(self) -> None:
        """A sheet that was asked for holds from now on; after all keys it holds already."""
        pending, self._pending = self._pending, None
        words = self.tr("✓ The new sheet holds.")
        if pending is None:
            self._said(words)
        else:
            self.do(safekeeping.keep_sheet, self._vault, pending, then=lambda _: self._said(words))

    def _said(self, words: str) -> None:
        self.secret.clear()
        self.new.clear()
        self._load()
        self.say(words)
        self.ensureWidgetVisible(self.state)

    def _busy(self) -> None:
        for one in (self.sheet_button, self.passphrase_button, self.rotate_button):
            one.setEnabled(False)

    def reason_to_stay(self) -> bool:
        """Whether leaving now would lose a sheet that holds already; says so, once: the lock does not wait for ever."""
        lost = bool(self.sheet.groups) and self._pending is None and not self._told
        self._told = self._told or lost
        if lost:
            self.alarm.setText(self.tr("The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it."))
            self.alarm.show()
            self.ensureWidgetVisible(self.alarm)
        return lost
