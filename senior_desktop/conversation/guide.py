# SPDX-License-Identifier: EUPL-1.2
"""Conversation and template -> which pages there are, which comes next, and what is still open.

The wizard's brain. It has no screen; the screen draws what it says and holds no answers.
"""

from dataclasses import dataclass
from enum import StrEnum

from senior_desktop.conversation.agreements import Agreement
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.template import Privacy, Question, Template, Theme

FOLLOWED = frozenset({Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP})
"""Stages in which a follow-up is held."""

SAID_NO = (3, 5)
"""a11: "nej tak" and "spørg ikke igen" end the course, without a reason."""


NEVER_ON_PAPER = ("a14",)
"""Who else is there: a role may tell of union membership, so it is never on paper (domain, phase 1)."""


class PageKind(StrEnum):
    """What a page is for; one screen draws each kind."""

    LAST_TIME = "last_time"
    YEARS = "years"
    OFFER = "offer"
    PREPARE = "prepare"
    THEME = "theme"
    AGREEMENTS = "agreements"
    FOLLOW_UP = "follow_up"
    SUMMARY = "summary"
    READ = "read"
    SIGN = "sign"
    EVALUATE = "evaluate"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the wizard. `theme` and `questions` are given for pages drawn from the template."""

    id: str
    kind: PageKind
    theme: Theme | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the themes are: `discussed` of `total`; both from one count, so that they never disagree."""

    discussed: int
    total: int


def pages(talk: Conversation, template: Template, *, shared: bool, again: bool = False, following_up: bool = False) -> tuple[Page, ...]:
    """The pages of `talk`, in order; first what was agreed last time, when there is such (`again`).

    following_up: the short talk some months later has a short path of its own.

    A declined offer has the offer page only. In the shared view the leader's preparation does not
    exist, and no question of class laptop or counted stands on any page (domain, section 2).
    """
    offer = Page("offer", PageKind.OFFER, questions=_visible(_asked(talk, template.of_phase(1)), shared))
    if talk.stage is Stage.DECLINED or talk.code("a11") in SAID_NO:
        return (offer,)
    last_time = (Page("last_time", PageKind.LAST_TIME), Page("years", PageKind.YEARS)) if again else ()
    prepare = () if shared else (Page("prepare", PageKind.PREPARE, questions=template.of_phase(2)),)
    themes = tuple(
        Page(theme.id, PageKind.THEME, theme, _visible(tuple(map(template.question, theme.questions)), shared))
        for theme in (template.short if talk.path == "short" else template.themes)
    )
    closing = tuple(
        Page(kind.value, kind, questions=tuple(map(template.question, keys)))
        for kind, keys in (
            (PageKind.AGREEMENTS, ()),
            (PageKind.FOLLOW_UP, ("e04",)),
            (PageKind.SUMMARY, ("e01", "e02", "e03", "e05")),
            (PageKind.READ, ()),
            (PageKind.SIGN, ()),
            (PageKind.EVALUATE, ("g1", "g2", "g3")),
            (PageKind.HAND_OVER, ()),
        )
    )
    if following_up:
        wanted = {PageKind.FOLLOW_UP, PageKind.HAND_OVER}
        return (*last_time[1:], *(page for page in closing if page.kind in wanted))
    return (*last_time, offer, *prepare, *themes, *closing)


def follows_up(talk: Conversation) -> bool:
    """Whether the talk was opened to look at what was agreed: it is over, and its follow-up is where one stands."""
    return talk.stage in FOLLOWED and talk.position == PageKind.FOLLOW_UP


def _asked(talk: Conversation, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """On the short path only what it needs: its own, the answer to the offer, and whatever was said already."""
    if talk.path != "short":
        return questions
    return tuple(one for one in questions if one.short or one.id == "a11" or not talk.answer(one.id).empty)


def _visible(questions: tuple[Question, ...], shared: bool) -> tuple[Question, ...]:
    private = {Privacy.LAPTOP, Privacy.COUNTED} if shared else {Privacy.COUNTED}
    return tuple(one for one in questions if one.privacy not in private)


def on_paper(question: Question) -> bool:
    """Whether the blank paper has room for it. The evaluation is never on paper: the leader would see it."""
    return question.id not in NEVER_ON_PAPER and question.privacy is not Privacy.COUNTED


def numbered(number: str, words: str) -> str:
    """A question or a theme's status with its number, alike on the blank paper and where it is typed in."""
    return f"{number}  {words}"


def where_is(number: str, all_pages: tuple[Page, ...], template: Template) -> Page | None:
    """The page on which the paper's `number` is typed in ("c12", "t3", "d04"), or None."""
    wanted = number.strip().casefold()
    for page in all_pages:
        rows = [one.id for one in template.questions if one.row and one.phase == 4] if page.kind is PageKind.AGREEMENTS else []
        asked = [one.id for one in page.questions if on_paper(one)]
        if wanted in (*asked, *rows) or page.theme is not None and wanted == page.theme.id:
            return page
    return None


def page_after(all_pages: tuple[Page, ...], current: str) -> Page | None:
    """The page that "Næste" leads to; None on the last."""
    places = [page.id for page in all_pages]
    here = places.index(current) if current in places else -1
    return all_pages[here + 1] if here + 1 < len(all_pages) else None


def page_before(all_pages: tuple[Page, ...], current: str) -> Page | None:
    """The page that "Tilbage" leads to; None on the first."""
    places = [page.id for page in all_pages]
    here = places.index(current) if current in places else 0
    return all_pages[here - 1] if here > 0 else None


def where_to_resume(talk: Conversation, all_pages: tuple[Page, ...]) -> Page:
    """The page that was open last; in the short path or the shared view its nearest neighbour."""
    return next((page for page in all_pages if page.id == talk.position), all_pages[0])


def progress(talk: Conversation, template: Template) -> Progress:
    """How many themes were discussed. A theme counts when its status says so, or one of its questions is answered."""
    themes = template.short if talk.path == "short" else tuple(one for one in template.themes if not one.own)
    return Progress(sum(theme_done(talk, theme) for theme in themes), len(themes))


def theme_done(talk: Conversation, theme: Theme) -> bool:
    """Whether the theme was dealt with: by its status, else by an answer to any of its questions."""
    status = talk.code(theme.id)
    return status is not None or any(not talk.answer(key).empty for key in theme.questions)


def page_done(
    talk: Conversation, page: Page, promised: tuple[Agreement, ...] = (), *, following_up: bool = False
) -> bool:
    """Whether the page shows a tick in the list. `promised`: last time's agreements, done when each was talked about.

    following_up: on the follow-up's own path it is done when it was held, not when it has a date.
    """
    match page.kind:
        case PageKind.LAST_TIME:
            taken = {row.carried_from for row in talk.agreements}
            return all(row.kept is not None or row.id in taken for row in promised)
        case PageKind.THEME:
            return page.theme is not None and theme_done(talk, page.theme)
        case PageKind.OFFER:
            return talk.code("a11") is not None
        case PageKind.PREPARE:
            return any(not talk.answer(one.id).empty for one in page.questions)
        case PageKind.AGREEMENTS:
            return bool(talk.agreements)
        case PageKind.FOLLOW_UP:
            return talk.stage in (Stage.FOLLOWED_UP, Stage.CLOSED) if following_up else bool(talk.text("e04"))
        case PageKind.SUMMARY:
            return talk.code("e05") is not None
        case PageKind.READ:
            return talk.stage not in (Stage.OFFERED, Stage.PREPARING, Stage.TALKING)
        case PageKind.SIGN:
            return talk.stage in (Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)
        case PageKind.EVALUATE:
            return talk.evaluated
        case PageKind.HAND_OVER:
            return talk.stage in (Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)


def missing(talk: Conversation) -> tuple[str, ...]:
    """Ids of what must be there before the text can be frozen: a name, a date, and the employee's position (e05).

    Nothing else: every question may be left.
    """
    needed = [key for key in ("a01", "a13") if not talk.text(key)]
    if talk.code("e05") not in (1, 2):
        needed.append("e05")
    return tuple(needed)
