# SPDX-License-Identifier: EUPL-1.2
"""The leader's signing key -> whose it is and how long it holds; renewed, given by the municipality, or on a card."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QMessageBox, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room


class OwnKeyCard(Card):
    """Shut until it is wanted: most leaders never need it. A key that soon runs out says so by itself."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.state = label("", "help")
        self.body.addWidget(self.state)
        self.warning = label("", "alarm")
        self.body.addWidget(self.warning)
        self.open = QPushButton(self.tr("Change the key …"))
        self.open.setCheckable(True)
        self.open.setProperty("role", "quiet")
        self.open.toggled.connect(self._show_parts)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.renew = QPushButton(self.tr("Make a new key"))
        self.renew.clicked.connect(lambda: self._ask_renewed(lost=False))
        self.lost = QPushButton(self.tr("The key is lost or known to others: block it and make a new one"))
        self.lost.clicked.connect(lambda: self._ask_renewed(lost=True))
        self.file = QPushButton(self.tr("Use a key from the municipality (.p12) …"))
        self.file.clicked.connect(self._choose_file)
        self.file_password = QLineEdit()
        self.file_password.setEchoMode(QLineEdit.EchoMode.Password)
        self.file_password.setPlaceholderText(self.tr("Password of the file"))
        self.file_password.setAccessibleName(self.file_password.placeholderText())
        self.card = QCheckBox(self.tr("Sign with a card or token this time"))
        self.card.toggled.connect(self._show_parts)
        self.driver = QLineEdit()
        self.driver.setPlaceholderText(self.tr("The card's driver (PKCS#11)"))
        self.driver.setAccessibleName(self.driver.placeholderText())
        self.find = QPushButton(self.tr("Find it …"))
        self.find.clicked.connect(self._choose_driver)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.setAccessibleName(self.tr("PIN of the card"))
        made, given, carded = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        made.addWidget(self.renew)
        made.addWidget(self.lost)
        made.addStretch(1)
        given.addWidget(self.file_password, 1)
        given.addWidget(self.file)
        carded.addWidget(self.driver, 0, 0)
        carded.addWidget(self.find, 0, 1)
        carded.addWidget(self.pin, 1, 0)
        for row in (made, given):
            self.body.addLayout(row)
        self.body.addWidget(self.card)
        self.body.addLayout(carded)
        self._show_parts()

    def sign(self, mark: story.Mark, password: str) -> None:
        """The leader's act with the key chosen here; a PIN is forgotten at once."""
        if self.card.isChecked() and not self.card.isHidden():
            driver, pin = Path(self.driver.text().strip()), self.pin.text()
            self.pin.clear()
            self._room.do(_sign_with_card, mark, password, driver, pin)
        else:
            self._room.do(story.sign, story.LEADER, mark, password)

    def show_talk(self, talk: Conversation, *, open_now: bool) -> None:
        """There while it is the leader's turn."""
        self.setVisible(open_now)
        if open_now:
            self._room.ask(_own_key, then=self.show_key)

    def show_key(self, key: story.OwnKey | None) -> None:
        """Say what key there is, and warn 60 days before it runs out."""
        self._show_parts()
        self.warning.setVisible(key is not None and key.soon)
        if key is None:
            self.state.setText(self.tr("Your signing key is made on this computer when you sign for the first time."))
            return
        day = "-".join(reversed(key.last.split("-")))
        words = self.tr("Your signing key was issued by %1 and holds until %2.") if key.issuer else self.tr("Your signing key was made on this computer and holds until %2.")
        self.state.setText(words.replace("%2", day).replace("%1", key.issuer) + "\n" + key.fingerprint)
        if key.days < 0:
            self.warning.setText(self.tr("The key has run out. Make a new one, or ask for one, before you sign."))
        else:
            self.warning.setText(self.tr("The key runs out in %n day(s). Make a new one in good time and tell HR its number.", "", max(0, key.days)))

    def _show_parts(self) -> None:
        shown = self.open.isChecked()
        for part in (self.renew, self.lost, self.file, self.file_password, self.card):
            part.setVisible(shown)
        for part in (self.driver, self.find, self.pin):
            part.setVisible(shown and self.card.isChecked())

    def _ask_renewed(self, *, lost: bool) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Make a new signing key?"), parent=self)
        box.setInformativeText(
            self.tr("The old key's seal is blocked on this computer. Tell HR, so that others learn of it too.") if lost
            else self.tr("What the old key has signed stays known. Tell HR the new key's number.")
        )
        yes = box.addButton(self.tr("Make it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self.make_new(lost=lost) if button is yes else None)
        box.open()

    def make_new(self, *, lost: bool = False) -> None:
        """A new key without asking again."""
        self._room.ask(_renewed, lost, then=self.show_key)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.file.text(), "", "PKCS#12 (*.p12 *.pfx)")
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> None:
        """The key in `file`, with the password that stands beside it."""
        password = self.file_password.text()
        self.file_password.clear()
        self._room.ask(_imported, file, password, then=self.show_key)

    def _choose_driver(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The card's driver (PKCS#11)"), "", "PKCS#11 (*.dll *.so *.dylib)")
        if name:
            self.driver.setText(name)


def _sign_with_card(
    vault: story.Vault, talk: Conversation, mark: story.Mark, password: str, driver: Path, pin: str
) -> Conversation:
    """On the vault's thread; the card is let go of after it."""
    key = story.card_key(vault, driver, pin)
    try:
        return story.sign(vault, talk, story.LEADER, mark, password, key)
    finally:
        key.close()


def _own_key(vault: story.Vault, _: Conversation) -> story.OwnKey | None:
    return story.own_key(vault)


def _renewed(vault: story.Vault, _: Conversation, lost: bool) -> story.OwnKey | None:
    return story.renew_key(vault, lost=lost)


def _imported(vault: story.Vault, _: Conversation, file: Path, password: str) -> story.OwnKey | None:
    return story.import_key(vault, file, password)
