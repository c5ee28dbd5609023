# SPDX-License-Identifier: EUPL-1.2
"""Offer and basic facts -> the first page: the offer is answered here, and "nej tak" closes kindly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.template import Privacy
from senior_desktop.ui.talk.invitation import InvitationCard
from senior_desktop.ui.talk.page import TalkPage, label

OFFERED_AGAIN = (2, 3, 4)
"""a11: yes, later; no thanks; no answer. Only then the day of the next offer (a12) means something."""


class OfferPage(TalkPage):
    """The offer, who talks, and what is kept where."""

    def build(self) -> None:
        """The answer first, the facts below; what only the leader may see on a card of its own."""
        self.heading(
            self.tr("Offer and basic facts"),
            self.tr("The talk is an offer. No thanks needs no reason, and every question may be left open."),
        )
        asked = {one.id: one for one in self.page.questions}
        self.facts_card(self.tr("The offer"), tuple(asked[key] for key in ("a11", "a10", "a12") if key in asked))
        self.kindly = label("", "banner")
        self.kindly.hide()
        self.column.addWidget(self.kindly)
        self.start = QPushButton(self.tr("Start the talk"))
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(lambda: self.room.do(story.start))
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.type_in = QPushButton(self.tr("Held on paper: type it in"))
        self.type_in.setProperty("role", "quiet")
        self.type_in.clicked.connect(lambda: self.room.typing_in.emit(True))
        self.column.addWidget(self.type_in, 0, Qt.AlignmentFlag.AlignLeft)
        # The leader's draft is nobody else's until it is handed out: in the shared view it is not built.
        self.invitation = None if self.room.shared else InvitationCard(self.room)
        if self.invitation is not None:
            self.column.addWidget(self.invitation)
        people = ("a01", "a03", "a08", "a04", "a07", "a09", "a13", "a14")
        self.facts_card(self.tr("Who and when"), tuple(asked[key] for key in people if key in asked))
        private = tuple(one for one in self.page.questions if one.privacy is Privacy.LAPTOP)
        if private:
            self.facts_card(self.tr("Only for you"), private, private=True)
        self.kept = label(
            self.tr(
                "What you write is kept encrypted on this computer only. HR sees counts, never names. "
                "Both of you get a signed copy of what you agree to write down."
            ),
            "help",
        )
        self.column.addWidget(self.kept)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw; after "nej tak" say thank you, and when the offer comes again."""
        super().show_talk(talk)
        if self.invitation is not None:
            self.invitation.show_talk(talk)
        declined = talk.stage is Stage.DECLINED
        again = story.day_in_words(talk, "a12")
        if declined and talk.code("a11") == 5:
            self.kindly.setText(self.tr("Thank you for the answer. You will not be asked again – say so yourself whenever you like."))
        elif declined and again:
            self.kindly.setText(
                self.tr("Thank you for the answer. That is all. The offer comes again on %1.").replace("%1", again)
            )
        elif declined:
            self.kindly.setText(self.tr("Thank you for the answer. That is all."))
        elif talk.code("a11") == 2:
            self.kindly.setText(self.tr("Thank you for the answer. The conversation waits until it suits."))
        elif talk.code("a11") == 4 and again:
            self.kindly.setText(self.tr("No answer is an answer, too. The offer comes again on %1.").replace("%1", again))
        waits = talk.stage in (Stage.OFFERED, Stage.PREPARING) and (talk.code("a11") == 2 or talk.code("a11") == 4 and bool(again))
        self.kindly.setVisible(declined or waits)
        if "a12" in self.cards:  # a date to offer again is nobody's business after yes, or after "do not ask again"
            self.cards["a12"].setVisible(talk.code("a11") in OFFERED_AGAIN)
        self.start.setVisible(talk.stage in (Stage.OFFERED, Stage.PREPARING))
        self.type_in.setVisible(talk.may_write and not self.room.typing)

    def flush(self) -> None:
        """Say what was typed, time and place of the meeting too."""
        super().flush()
        if self.invitation is not None:
            self.invitation.flush()

    def may_write(self, talk: Conversation) -> bool:
        """Also after "nej tak": the employee may change their mind."""
        return talk.may_write or talk.stage is Stage.DECLINED
