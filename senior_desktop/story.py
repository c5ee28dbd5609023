# SPDX-License-Identifier: EUPL-1.2
"""A name -> a signed paper for two people, and counts for HR: the eleven steps in order.

invite, start, record, review, sign, hand_over, follow_up, contribute, pool, report, close. Each takes what an
earlier one returned; none calls backwards. A `talk` may be any earlier state: its newest is read from
the vault, so a late click never undoes a save. Heavy modules are imported inside the functions: the
first window needs none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import pack_in_force, policy

# What ui/ and cli.py name of the steps below and of the other rooms is handed on from here, hence F401.
from senior_desktop.at_hand import (  # noqa: F401
    day_in_words,
    measures,
    measures_of,
    months_after,
    months_on,
    practice,
    say,
    sheets,
    template_of,
    words,
    workplace,
)
from senior_desktop.backups import begin_anew
from senior_desktop.conversation.conversation import (
    Answer,
    Conversation,
    Participant,
    Stage,
    moved,
    new_id,
    new_number,
    with_answer,
)
from senior_desktop.conversation.history import OVER, newest
from senior_desktop.conversation.staff import clean
from senior_desktop.copies import (  # noqa: F401
    receipt,
    receipt_sheet,
    save_copies,
    save_for_outside,
    save_receipt_of_copies,
    save_receipt_of_protected,
)
from senior_desktop.counts import (  # noqa: F401
    Asked,
    HandedIn,
    WaitingForHr,
    asked_in,
    chosen_for_hr,
    contribute,
    export,
    freeze_when_ready,
    guarantee_for_hr,
    handed_in,
    may_be_asked,
    not_ended_after_all,
    questions_for_hr,
    waiting_for_hr,
)
from senior_desktop.errors import WrongStage
from senior_desktop.filing import STEPS, put_case_number, put_on_hold, refuse_on_hold, tick_step  # noqa: F401
from senior_desktop.kept_files import (  # noqa: F401
    KeptForHr,
    hr_folder,
    keep_for_hr,
    kept_for_hr,
    note_for_hr,
    take_out,
)
from senior_desktop.keys import OwnKey, card_key, import_key, own_key, renew_key  # noqa: F401
from senior_desktop.last_time import (  # noqa: F401
    AtTable,
    at_table,
    earlier,
    known_as,
    leave_behind,
    mark_kept,
    over_the_years,
    take_along,
)
from senior_desktop.letters import (  # noqa: F401
    PAPERS,
    READABLE,
    hand_out,
    invitation,
    may_be_asked_for,
    meeting_of,
    plan_meeting,
    print_invitation,
    readable,
    save_invitation,
    save_meeting,
    save_paper,
    save_reminders,
    save_request,
)
from senior_desktop.meeting_again import look_again, note_going, note_kept  # noqa: F401
from senior_desktop.paper.document import Bullets, Chart, Document, Facts, Heading, Paragraph, Space, Table, Ticks  # noqa: F401
from senior_desktop.pilots import (  # noqa: F401
    change_pilot,
    drop_pilot,
    learning_sheet,
    new_pilot,
    period_in_words,
    periods_ahead,
    pilot_document,
    pilot_of,
    pilot_pdf,
    pilots,
)
from senior_desktop.pooled import (  # noqa: F401
    Pooled,
    Read,
    chart_pictures,
    figures,
    parts,
    pool,
    pool_files,
    report,
    report_document,
    report_files,
    report_workbook,
    totals_file,
)
from senior_desktop.reading import (  # noqa: F401
    DAYS_TO_READ,
    day_to_sign,
    draft_summary,
    hand_out_draft,
    preview,
    previews,
    review,
    thaw,
    unprintable,
)
from senior_desktop.receipts import Receipt, Received, give_receipt, given_receipt, receive, save_receipt  # noqa: F401
from senior_desktop.retention import Going, Purged, going_soon, purge_due, wiped  # noqa: F401
from senior_desktop.seal_lists import hr_signs_as, make_list  # noqa: F401
from senior_desktop.signatures import (  # noqa: F401
    SHEETS,
    employee_signs,
    forget_keys,
    leader_signs,
    new_password,
    one_time,
    protected_copies,
    signed_sheets,
)
from senior_desktop.staff_list import (  # noqa: F401
    Listed,
    due,
    end_lapsed,
    in_the_group,
    read_staff_file,
    same_name,
    staff_list,
    staff_reader,
    take_in,
    take_off,
)
from senior_desktop.withdrawing import Entry, note_replaced, register, withdraw  # noqa: F401
from senior_desktop.writing import (  # noqa: F401
    add_agreement,
    begun,
    change_agreement,
    choose_path,
    drop_agreement,
    earlier_texts,
    follow_up_months,
    not_a_cpr_number,
    record,
    record_mandate,
    record_note,
    remember_page,
    texts_with_earlier,
)

if TYPE_CHECKING:
    from senior_desktop.keys import Key
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Key = Mark = Vault = object

TAKEN_OVER = ("a02", "a03", "a04")
"""What a new talk with the same person knows already: in the group, job title, job group."""

REPEATED = Answer(2)
"""a09: gentaget tilbud."""

LEADER, EMPLOYEE = "leader", "employee"
"""The two parties, as `sign` names them."""


# 1 -- invite ----------------------------------------------------------------------------------------------------------


def invite(vault: Vault, name: str, language: str = "da", known: Conversation | None = None) -> Conversation:
    """A new offer to `name`: pinned to the current template, dated today by the vault's clock.

    known: an earlier talk with the same person, who stays the same: history and "once a year" hold. Their job
    is taken over, and the occasion is a repeated offer (a09). Raises TemplateFault where IT wants a template that is not there.
    """
    name = clean(name)
    person = Participant(new_id(), name) if known is None else replace(vault.person(known.person), name=name)
    answers = {key: known.answer(key) for key in TAKEN_OVER} | {"a09": REPEATED} if known is not None else {}
    return _offered(vault, person, language, answers)


def offer(vault: Vault, person_id: str, language: str = "da") -> Conversation:
    """The talk offered to somebody on the staff list, or offered again; the one under way instead, so that there is one.

    Job and hours come from the list, else from their last talk. An offer nobody answered ends first. Raises KeyError.
    """
    from senior_desktop.vault import staff

    end_lapsed(vault, person_id)
    talks = [talk for talk in vault.conversations() if talk.person == person_id]
    under_way = [talk for talk in talks if talk.stage not in OVER]
    if under_way:
        return under_way[0]
    one = staff.employee(vault, person_id)
    listed = {
        "a02": Answer(one.in_group), "a03": Answer(one.title or None), "a04": Answer(one.group), "a07": Answer(one.hours or None)
    }
    answers = {key: answer for key, answer in listed.items() if not answer.empty}
    for known in newest(talks):
        answers = {key: known.answer(key) for key in TAKEN_OVER} | answers | {"a09": REPEATED}
    return _offered(vault, vault.person(person_id), language, answers)


def _offered(vault: Vault, person: Participant, language: str, answers: Mapping[str, Answer]) -> Conversation:
    from senior_desktop.conversation.template import CURRENT, read, shipped

    forced, pack = policy.in_force().text("ForcedTemplate"), pack_in_force.in_force(vault)
    template = read(pack.template.encode()) if pack and pack.template and not forced else shipped(forced or CURRENT)
    now, place = vault.now(), workplace(vault)
    stamp = now.isoformat()
    talk = Conversation(
        new_id(), person.id, new_number(now.year), template.name, template.digest, stamp, stamp, language=language,
        pack=pack_in_force.digest_in_force(vault),
    )
    filled = {"a01": Answer(person.name), "a08": Answer(place.leader), "a10": Answer(now.date().isoformat())}
    for key, answer in (filled | dict(answers)).items():
        talk = with_answer(talk, key, answer)
    vault.add_person(person)
    vault.add(talk)
    return vault.get(talk.id)  # as it was stored: a CPR number beside the name is masked


# 2 -- start -----------------------------------------------------------------------------------------------------------


def start(vault: Vault, talk: Conversation) -> Conversation:
    """The two sit down: the talk is dated today, its follow-up proposed three months ahead. Raises WrongStage."""
    not_ended_after_all(vault, talk)
    months = follow_up_months(vault)
    return vault.change(talk.id, lambda talk: begun(talk, vault.now().date(), months))


# 3 -- record: one answer at a time, in `writing.py` -------------------------------------------------------------------


# 4 -- review: the text frozen and read in peace, in `reading.py` ------------------------------------------------------


# 5 -- sign ------------------------------------------------------------------------------------------------------------


def sign(vault: Vault, talk: Conversation, party: str, mark: Mark, password: str = "", key: Key | None = None) -> Conversation:
    """One act of one party signs both sheets; the leader first, who thereby certifies the employee's one-time key.

    password: of protected copies that the same acts sign (`new_password`); key: a card's; both at the leader's act. A
    second act of the same party changes nothing. Raises WrongStage, NotTicked, WrongSigner, CertificateExpired.
    """
    talk = vault.get(talk.id)
    stage = Stage.SIGNED_BY_LEADER if party == LEADER else Stage.SIGNED
    if talk.stage is stage:
        return talk  # a second key of the employee's would fit no paper
    moved(talk, stage)  # refused before anything is printed
    papers = leader_signs(vault, talk, mark, password, key) if party == LEADER else employee_signs(vault, talk, mark)
    talk = vault.change(talk.id, lambda newest: moved(newest, stage), papers)
    if party == EMPLOYEE:
        vault.drop_secret(one_time(talk))  # made for one signature
        note_replaced(vault, talk)
    return freeze_when_ready(vault, talk)


def hold_unsigned(vault: Vault, talk: Conversation) -> Conversation:
    """The talk was held and is not signed: a full result. Raises WrongStage."""
    talk = vault.change(talk.id, lambda talk: moved(talk, Stage.HELD))
    forget_keys(vault, talk)
    return freeze_when_ready(vault, talk)


def drawn(strokes: Sequence[Sequence[tuple[float, float]]]) -> Mark:
    """A signature drawn on the screen: strokes of points, 0-1 from the upper left corner (paper counts upwards)."""
    from senior_desktop.paper.appearance import Mark

    return Mark(strokes=tuple(tuple((x, 1 - y) for x, y in line) for line in strokes))


def typed(name: str) -> Mark:
    """A signature typed and confirmed: the keyboard's way."""
    from senior_desktop.paper.appearance import Mark

    return Mark(typed=name)


# 6 -- hand over -------------------------------------------------------------------------------------------------------


def hand_over(vault: Vault, talk: Conversation, folder: Path, *, protected: bool = False) -> Conversation:
    """Both signed sheets into `folder`, named by document number; protected: the copies with a password.

    Raises WrongStage, FileThere, FolderUnwritable.
    """
    talk = vault.get(talk.id)
    target = talk if talk.stage is Stage.FOLLOWED_UP else moved(talk, Stage.HANDED_OVER)
    signed = [paper for paper in signed_sheets(vault, talk) if paper.state == Stage.SIGNED]
    if len(signed) != len(SHEETS):  # held without signatures, or signed by the leader alone
        raise WrongStage(stage=talk.stage.value, wanted=Stage.SIGNED.value)
    save_copies(vault, talk, folder, protected=protected)
    return freeze_when_ready(vault, vault.change(talk.id, lambda newest: moved(newest, target.stage)))


def hand_over_protected(vault: Vault, talk: Conversation, folder: Path) -> Conversation:
    """The same with the copies that need the password; what was not made before signing cannot be made now."""
    return hand_over(vault, talk, folder, protected=True)


# 7 -- follow up -------------------------------------------------------------------------------------------------------


def follow_up(vault: Vault, talk: Conversation, kept: Mapping[str, int], held: int) -> Conversation:
    """g7 per row id and g6 (1 on time, 2 later, 3 not held, 4 cancelled). Raises WrongStage."""

    def close(talk: Conversation) -> Conversation:
        rows = tuple(replace(row, kept=kept.get(row.id, row.kept)) for row in talk.agreements)
        return with_answer(replace(moved(talk, Stage.FOLLOWED_UP), agreements=rows), "g6", Answer(held))

    return vault.change(talk.id, close)


# 8 -- contribute: from frozen codes to one sealed file, in `counts.py` ------------------------------------------------


# 9 and 10 -- pool and report: files of many leaders to totals, figures, charts and a paper, in `pooled.py` ------------


# 11 -- close ----------------------------------------------------------------------------------------------------------


def close(vault: Vault, talk: Conversation) -> Conversation:
    """Wipe texts, notes and sensitive fields; what was agreed stays for the next talk (domain, 9).

    The leader's copy of the conversation sheet goes too (domain, 12). Codes for HR freeze first; an evaluation
    that was never finished goes uncounted. Raises WrongStage, OnHold.
    """
    refuse_on_hold(vault.get(talk.id))
    frozen = freeze_when_ready(vault, vault.get(talk.id))
    template = template_of(vault, frozen)
    talk = vault.change(frozen.id, lambda talk: wiped(moved(talk, Stage.CLOSED), template), forgotten=SHEETS[0])
    forget_keys(vault, talk)
    begin_anew(vault)  # no copy may keep the texts
    return talk
