# SPDX-License-Identifier: EUPL-1.2
"""What became of the copies -> ticked steps, the case number, and a hold against deletion; all of it may be left open."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room

AFTER = (Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)


class FiledCard(Card):
    """The leader's own notes on the papers' way; not printed, not counted."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.body.addWidget(label(self.tr("Where the copies are"), "h2"))
        self._words = {
            "digital_post": self.tr("The employee's copy is sent by Digital Post"),
            "on_paper": self.tr("The employee has got it on paper"),
            "usb": self.tr("The employee has got it on a USB stick"),
            "personnel_file": self.tr("The agreement sheet lies in the personnel file"),
        }
        self.steps: dict[str, QCheckBox] = {}
        for step in story.STEPS:
            self.steps[step] = box = QCheckBox(self._words[step])
            box.toggled.connect(lambda on, step=step: room.do(story.tick_step, step, on))
            self.body.addWidget(box)
        title = label(self.tr("Case number in the personnel file"), "fact")
        self.case = QLineEdit()
        self.case.setAccessibleName(title.text())
        self.case.setMaximumWidth(400)
        self.case.editingFinished.connect(self._say_case)
        title.setBuddy(self.case)
        self.body.addWidget(title)
        self.body.addWidget(self.case)
        self.hold = QCheckBox(self.tr("Must not be deleted: somebody has asked for access, or you disagree"))
        self.hold.toggled.connect(lambda on: room.do(story.put_on_hold, on))
        self.body.addWidget(self.hold)
        self.body.addWidget(
            label(self.tr("While it is on, nothing of the conversation is deleted: not by closing, not by hand, not after its time."), "small")
        )

    def _say_case(self) -> None:
        if self.case.text().strip() != self._room.talk.case_number:
            self._room.do(story.put_case_number, self.case.text())

    def show_talk(self, talk: Conversation) -> None:
        """There once both have signed or the talk was held; each step with its day."""
        self.setVisible(talk.stage in AFTER)
        for step, box in self.steps.items():
            day = talk.filed.get(step, "")
            draw_checked(box, bool(day))
            box.setText(f"{self._words[step]} · {date.fromisoformat(day):%d-%m-%Y}" if day else self._words[step])
        if not self.case.hasFocus():
            self.case.setText(talk.case_number)
        draw_checked(self.hold, talk.hold)
