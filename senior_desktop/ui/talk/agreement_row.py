# SPDX-License-Identifier: EUPL-1.2
"""One agreement row -> its card; each change is said by itself as `room.change_row(id, field=value)`."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from senior_desktop.conversation import free_texts
from senior_desktop.conversation.agreements import AGREED, ANSWERED, AWAITED, NOT_NOW, NOT_RELEVANT, Agreement
from senior_desktop.conversation.catalogue import NO_CHANGE, Hindrance, hindrance
from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.fields.text import NoteBox, NoteLine
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.terms import decided_by
from senior_desktop.ui.talk.watched import watch


class RowCard(Card):
    """What, status, who, when, what must be formalised, pay and pension, the most important one."""

    def __init__(self, row_id: str, room: Room) -> None:
        super().__init__()
        self._id, self._room = row_id, room
        self._boxes: dict[str, QComboBox] = {}
        self._holders: dict[str, QWidget] = {}
        self.text = NoteBox(self._name("d01"), self)
        self.text.told.connect(lambda words: self._say("text", words))
        watch(self.text.guarded, room, free_texts.of_row(row_id, "text"))
        self.body.addWidget(self._named(self._name("d01"), self.text))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._across = 1 if room.base >= 20 else 2
        self._count = 0
        self._list("status", "d02", none=False)
        self._list("responsible", "d04")
        self._list("why_not", "d03", wide=True)
        self.start = self._day("start", room.numbered("d05", self.tr("From")))
        self.review = self._day("review", room.numbered("d05", self.tr("We look at it again")))
        self._list("formalise", "d06", none=False)
        self._list("pay", "d08", none=False)
        self.pay_text = self._line("pay_text", self.tr("The answer on pay and pension"), wide=True)
        self.pay_who = self._line("pay_who", self.tr("Who answers"))
        self.pay_by = self._day("pay_by", self.tr("Answer no later than"))
        self._list("colleagues", "d07")
        self.colleagues_text = self._line("colleagues_text", self.tr("What we say to colleagues"))
        for column in range(self._across):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self.hint = label("", "help")
        self.body.addWidget(self.hint)
        self.warm = label(self.tr("No change is a full result. It is good to know that it works, and you can talk again whenever you like."), "help")
        self.body.addWidget(self.warm)
        self.top = QCheckBox(self._name("d09"))
        self.top.setAccessibleName(f"{self._name('d09')}: {self._name('d01')}")
        self.top.toggled.connect(lambda on: self._say("most_important", on))
        self.body.addWidget(self.top)
        self.away = QPushButton(self.tr("Take the agreement away"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(lambda: room.drop_row(row_id))
        self.body.addWidget(self.away, 0, Qt.AlignmentFlag.AlignRight)

    def _name(self, question: str) -> str:
        return self._room.named(self._room.template.question(question))

    def _say(self, field: str, value: object) -> None:
        self._room.change_row(self._id, **{field: value})

    def _named(self, name: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = label(name, "fact")
        title.setBuddy(widget)
        column.addWidget(title)
        column.addWidget(widget)
        if isinstance(widget, NoteBox | NoteLine):
            column.addWidget(widget.guarded.under)
        column.addStretch(1)
        return holder

    def _place(self, field: str, name: str, widget: QWidget, *, wide: bool = False) -> None:
        """Two abreast; what is not always there has a line of its own, so that it leaves no hole."""
        holder = self._holders[field] = self._named(name, widget)
        span = self._across if wide else 1
        self._grid.addWidget(holder, self._count // self._across, self._count % self._across, 1, span)
        self._count += span

    def _list(self, field: str, question: str, *, none: bool = True, wide: bool = False) -> None:
        box = self._boxes[field] = QComboBox()
        box.setAccessibleName(self._name(question))
        if none:
            box.addItem(self.tr("Not filled in"), None)
        for option in self._room.template.options(question):
            box.addItem(option.said(self._room.language), option.code)
        box.activated.connect(lambda _: self._say(field, box.currentData()))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        self._place(field, self._name(question), box, wide=wide)

    def _day(self, field: str, name: str) -> DayBox:
        box = DayBox(name)
        told: Callable[[str], None] = lambda day: self._say(field, day)  # noqa: E731 - typed for the checker
        box.told = told
        self._place(field, name, box)
        return box

    def _line(self, field: str, name: str, *, wide: bool = False) -> NoteLine:
        box = NoteLine(name)
        box.told.connect(lambda words: self._say(field, words))
        watch(box.guarded, self._room, free_texts.of_row(self._id, field))
        self._place(field, name, box, wide=wide)
        return box

    def list(self, field: str) -> QComboBox:
        """The drop-down of "status", "why_not", "responsible", "formalise", "pay" or "colleagues"."""
        return self._boxes[field]

    def show_row(self, row: Agreement) -> None:
        """Draw the stored row; what does not apply is not shown."""
        if not self.text.hasFocus():
            self.text.show_text(row.text)
        for field, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(getattr(row, field))))
        for field in ("start", "review", "pay_by"):
            day: DayBox = getattr(self, field)
            day.show_day(getattr(row, field))
        for field in ("pay_text", "pay_who", "colleagues_text"):
            line: NoteLine = getattr(self, field)
            line.show_text(getattr(row, field))
        self._holders["why_not"].setVisible(row.status == NOT_NOW)
        self._holders["pay_text"].setVisible(row.pay == ANSWERED)
        self._holders["pay_who"].setVisible(row.pay == AWAITED)
        self._holders["pay_by"].setVisible(row.pay == AWAITED)
        self._holders["colleagues_text"].setVisible(row.colleagues == 3)
        self.warm.setVisible(row.measure == NO_CHANGE)
        self._show_hindrance(row)
        draw_checked(self.top, row.most_important)

    def _show_hindrance(self, row: Agreement) -> None:
        """What cannot be agreed yet is not offered, and the reason stands below; the leader's own marks are not told."""
        measure = self._room.catalogue.measure(row.measure)
        why = hindrance(row, self._room.catalogue, self._room.talk.mandate)
        _offer(self._boxes["status"], AGREED, why is None or row.status == AGREED)
        _offer(self._boxes["pay"], NOT_RELEVANT, measure is None or not measure.pay or row.pay == NOT_RELEVANT)
        words = {
            None: "",
            Hindrance.PAY: self.tr("It can be agreed when the question of pay and pension is answered."),
            Hindrance.OTHERS_DECIDE: self.tr("Others must say yes too. Let it stand as a wish or a recommendation, so that it is clear what to ask for."),
        }[why]
        if why is Hindrance.OTHERS_DECIDE and measure is not None and not measure.granted(None):
            by = decided_by(measure)
            words = f"{by[:1].upper()}{by[1:]}. {words}"
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        self.text.flush()
        for box in (self.start, self.review, self.pay_by, self.pay_text, self.pay_who, self.colleagues_text):
            box.flush()


def _offer(box: QComboBox, code: int, on: bool) -> None:
    """Let the line of `code` be chosen, or not."""
    box.model().item(box.findData(code)).setEnabled(on)  # type: ignore[attr-defined]
