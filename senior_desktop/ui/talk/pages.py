# SPDX-License-Identifier: EUPL-1.2
"""A page of the guide -> its title in the list, and the screen that draws it, built when first opened."""

from PySide6.QtCore import QCoreApplication

from senior_desktop.conversation.guide import Page, PageKind
from senior_desktop.ui.talk.page import TalkPage
from senior_desktop.ui.talk.room import Room


def title_of(page: Page, language: str) -> str:
    """The page's name in the list, in the heading and to assistive technology."""
    if page.theme is not None:
        return page.theme.title.said(language)
    match page.kind:
        case PageKind.LAST_TIME:
            return QCoreApplication.translate("TalkPages", "Last time")
        case PageKind.OFFER:
            return QCoreApplication.translate("TalkPages", "Offer and basic facts")
        case PageKind.YEARS:
            return QCoreApplication.translate("TalkPages", "Over the years")
        case PageKind.PREPARE:
            return QCoreApplication.translate("TalkPages", "My preparation")
        case PageKind.AGREEMENTS:
            return QCoreApplication.translate("TalkPages", "Agreements")
        case PageKind.FOLLOW_UP:
            return QCoreApplication.translate("TalkPages", "Follow-up")
        case PageKind.SUMMARY:
            return QCoreApplication.translate("TalkPages", "Summary and remarks")
        case PageKind.READ:
            return QCoreApplication.translate("TalkPages", "Read it in peace")
        case PageKind.SIGN:
            return QCoreApplication.translate("TalkPages", "Signatures")
        case PageKind.EVALUATE:
            return QCoreApplication.translate("TalkPages", "The employee's own answer")
        case _:
            return QCoreApplication.translate("TalkPages", "A copy for both")


def build(room: Room, page: Page) -> TalkPage:
    """The screen of `page`; each kind is imported when it is first needed, so that the talk opens at once."""
    match page.kind:
        case PageKind.LAST_TIME:
            from senior_desktop.ui.talk.last_time import LastTimePage

            return LastTimePage(room, page)
        case PageKind.YEARS:
            from senior_desktop.ui.talk.years import YearsPage

            return YearsPage(room, page)
        case PageKind.OFFER:
            from senior_desktop.ui.talk.people import OfferPage

            return OfferPage(room, page)
        case PageKind.PREPARE:
            from senior_desktop.ui.talk.prepare import PreparePage

            return PreparePage(room, page)
        case PageKind.THEME:
            from senior_desktop.ui.talk.theme import ThemePage

            return ThemePage(room, page)
        case PageKind.AGREEMENTS:
            from senior_desktop.ui.talk.agreements import AgreementsPage

            return AgreementsPage(room, page)
        case PageKind.FOLLOW_UP:
            from senior_desktop.ui.talk.follow_up import FollowUpPage

            return FollowUpPage(room, page)
        case PageKind.SUMMARY:
            from senior_desktop.ui.talk.review import SummaryPage

            return SummaryPage(room, page)
        case PageKind.READ:
            from senior_desktop.ui.talk.read import ReadPage

            return ReadPage(room, page)
        case PageKind.SIGN:
            from senior_desktop.ui.talk.signing import SignPage

            return SignPage(room, page)
        case PageKind.EVALUATE:
            from senior_desktop.ui.talk.evaluation import EvaluationPage

            return EvaluationPage(room, page)
        case _:
            from senior_desktop.ui.talk.hand_over import HandOverPage

            return HandOverPage(room, page)
