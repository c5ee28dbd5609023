# SPDX-License-Identifier: EUPL-1.2
"""The leader's talks -> rows for the start page: overdue follow-ups first, then by state; never by age."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from senior_desktop import story
from senior_desktop.conversation.conversation import OPEN, Conversation, Stage
from senior_desktop.conversation.history import SAYS_SO

_ORDER = (
    Stage.TALKING, Stage.REVIEW, Stage.SIGNED_BY_LEADER, Stage.SIGNED, Stage.PREPARING, Stage.OFFERED, Stage.HELD,
    Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.DECLINED, Stage.WITHDRAWN, Stage.CLOSED,
)
YES, YES_LATER, NO_ANSWER = 1, 2, 4
"""a11: "ja tak", "ja, senere", "intet svar"."""

Index = QModelIndex | QPersistentModelIndex


def state_in_words(talk: Conversation, today: date) -> str:
    """What the leader would say of the talk's state."""
    if talk.hold:
        return QCoreApplication.translate("Talks", "On hold")
    if overdue(talk, today):
        return QCoreApplication.translate("Talks", "Follow-up is due")
    match talk.stage:
        case Stage.OFFERED | Stage.PREPARING if talk.code("a11") == YES_LATER:
            return QCoreApplication.translate("Talks", "Yes, later")
        case Stage.OFFERED if talk.code("a11") != NO_ANSWER:
            return QCoreApplication.translate("Talks", "Offered")
        case Stage.PREPARING if talk.code("a11") != NO_ANSWER:
            return QCoreApplication.translate("Talks", "Being prepared")
        case Stage.TALKING:
            return QCoreApplication.translate("Talks", "Begun")
        case Stage.REVIEW:
            return QCoreApplication.translate("Talks", "Being read in peace")
        case Stage.SIGNED_BY_LEADER:
            return QCoreApplication.translate("Talks", "Signed by the leader")
        case Stage.SIGNED:
            return QCoreApplication.translate("Talks", "Signed by both")
        case Stage.HELD:
            return QCoreApplication.translate("Talks", "Held, not signed")
        case Stage.HANDED_OVER:
            return QCoreApplication.translate("Talks", "Signed and handed over")
        case Stage.FOLLOWED_UP:
            return QCoreApplication.translate("Talks", "Followed up")
        case Stage.DECLINED if talk.code("a11") == SAYS_SO:
            return QCoreApplication.translate("Talks", "Will say so themselves")
        case Stage.DECLINED:
            return QCoreApplication.translate("Talks", "No thanks")
        case Stage.OFFERED | Stage.PREPARING | Stage.WITHDRAWN if talk.code("a11") == NO_ANSWER:
            return QCoreApplication.translate("Talks", "No answer")
        case Stage.WITHDRAWN:
            return QCoreApplication.translate("Talks", "Withdrawn")
        case _:
            return QCoreApplication.translate("Talks", "Closed")


def overdue(talk: Conversation, today: date) -> bool:
    """Whether the follow-up date has passed and nobody has followed up."""
    day = talk.text("e04")
    after = (Stage.SIGNED, Stage.HANDED_OVER, Stage.HELD)
    return bool(day) and talk.stage in after and date.fromisoformat(day) < today


def next_day(talk: Conversation) -> str:
    """The follow-up, or the day an offer not taken up may be made again; nobody is asked who will say so themselves."""
    if talk.stage is Stage.DECLINED or talk.stage in OPEN and talk.code("a11") != YES:
        return "" if talk.code("a11") == SAYS_SO else story.day_in_words(talk, "a12")
    return story.day_in_words(talk, "e04")


class Talks(QAbstractTableModel):
    """Name, state, date, and the next date: of the follow-up or of a new offer."""

    def __init__(self, talks: list[Conversation], today: date) -> None:
        super().__init__()
        self._today = today
        self.rows = sorted(talks, key=lambda talk: (not overdue(talk, today), _ORDER.index(talk.stage)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a talk."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Four columns."""
        return 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; assistive technology hears the whole row at the name."""
        talk = self.rows[index.row()]
        cells = (
            talk.text("a01"), state_in_words(talk, self._today), story.day_in_words(talk), next_day(talk),
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, cells))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("State"), self.tr("Date"), self.tr("Follow-up or new offer"))[section]
