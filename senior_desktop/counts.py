# SPDX-License-Identifier: EUPL-1.2
"""Talks that are held and evaluated -> codes that wait without a name, once sealed a file of noisy counts for HR."""

import secrets
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import backups, drives, pack_in_force, paths, policy
from senior_desktop.at_hand import months_on, practice, words, workplace
from senior_desktop.conversation.conversation import EVALUATION, Conversation
from senior_desktop.conversation.history import earlier
from senior_desktop.errors import AlreadyHandedIn, FileThere, FolderUnwritable, NotDiscussed, TooFewTalks
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

DESCRIBED = "-metadata.json"
"""What CSV on the Web appends to a file's name for its description."""

ENDED = "a11"
"""The one code of an offer that ended without a talk; a talk's codes never hold it."""

IN_HALVES = 2
"""The smallest ε is a half: the ledger counts whole numbers of halves."""

MOST_SPENT = 24
"""ε of one person over the years, all questions together; what goes beyond is not counted (anonymity, decision 5)."""

WAITS_MONTHS = 18
"""Codes that found no company in this time are forgotten (anonymity, batch rules)."""

FIRST_LEAST = 5
"""Fewest conversations in a batch; a policy can only raise it (anonymity, decision 2)."""


@dataclass(frozen=True, slots=True)
class WaitingForHr:
    """How many talks wait to be handed in, how many are missing, and when HovedMED discussed it ("" = not yet).

    done: the half-year, when it is handed in already ("2026H2"), else "". skema: which questions a file made now counts:
    those under which most of the waiting talks froze, else those in force. later: talks that wait for another file, since
    their employee counts already, or they froze under other questions. everybody: as many as the staff list has in the
    group, so that it is known who took part.
    """

    waiting: int
    missing: int
    least: int
    discussed: str
    done: str = ""
    skema: str = ""
    later: int = 0
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A sealed file for HR: its name and bytes, the guarantee in short and long, what lies beside it, and all it says.

    companion: a text for people. description: CSV on the Web, for machines. shown: every row in words.
    """

    name: str
    content: bytes
    n: int
    short: str
    long: str
    companion: str
    description: bytes
    shown: Document


def waiting_for_hr(vault: Vault, least: int = FIRST_LEAST) -> WaitingForHr:
    """What the hand-in page may say before sealing: counts of talks only, never of answers."""
    from senior_desktop.vault import contributions, staff

    found = _who_waits(vault)
    count, least = len(found), max(least, FIRST_LEAST, practice(vault).number("MinBatch"))
    skema = found[0].skema if found else _in_force(vault).skema
    later = sum(ENDED not in one.codes for one in contributions.waiting(vault)) - count
    group = sum(one.in_group for one in staff.employees(vault))
    everybody = 0 < group <= count
    return WaitingForHr(count, max(0, least - count), least, workplace(vault).discussed, _done(vault), skema, later, everybody)


def _who_waits(vault: Vault) -> list[Any]:
    """The waiting talks that one file can hold, after every ready talk has frozen and what waited too long is forgotten.

    The page and the hand-in both ask here. In this order: codes that freeze late may be too old at once, and a second
    look would then find fewer than the first.
    """
    from senior_desktop.vault import contributions

    for talk in vault.conversations():
        freeze_when_ready(vault, talk)
    contributions.drop_stale(vault, months_on(vault.now().date(), -WAITS_MONTHS))
    return _countable(vault)


def half_year(vault: Vault) -> str:
    """The half-year of today by the vault's clock: "2026H2"."""
    from senior_desktop.hr import batch

    return batch.half_year(vault.now().date())


def _done(vault: Vault) -> str:
    from senior_desktop.vault import contributions

    now = half_year(vault)
    return now if any(one.period == now for one in contributions.sealed(vault)) else ""


def questions_for_hr(language: str = "da", skema: str = "") -> tuple[str, ...]:
    """What a file counts, in words; never how anybody answered. skema: "" for the questions in force."""
    return tuple(one.name.in_(language) for one in _asked(skema).indicators)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question HR may have counted. chosen: whether the set in force counts it."""

    id: str
    group: str
    name: str
    note: str
    chosen: bool


def may_be_asked(language: str = "da") -> tuple[Asked, ...]:
    """Every question that may be counted, in the order of print, the eight defaults first."""
    from senior_desktop.hr import chosen

    now = {one.id for one in _in_force().about_talks}
    return tuple(
        Asked(one.id, one.group, one.name.in_(language), one.note.in_(language), one.id in now) for one in chosen.choices()
    )


def asked_in(skema: str) -> tuple[frozenset[str], str]:
    """The ids of the questions that `skema` counts of a talk, and its noise ("e05", "e1", "e2"); "" for the default."""
    from senior_desktop.hr import chosen

    skema = skema or chosen.DEFAULT
    return frozenset(one.id for one in chosen.SETS[skema].about_talks), skema.rpartition("-")[2]


def chosen_for_hr(ids: Collection[str], ending: str) -> str:
    """The line IT is given for the questions `ids` and the noise "e05", "e1" or "e2". Raises TemplateFault beyond the budget."""
    from senior_desktop.hr import chosen

    return chosen.skema_of(ids, ending)


def guarantee_for_hr(n: int, language: str = "da", skema: str = "") -> tuple[str, str]:
    """The guarantee of a file of `n` talks, in short and long, to be read before it is sealed. skema: as above."""
    from senior_desktop.hr import report

    return report.guarantee(_asked(skema), n, words(language))


def contribute(vault: Vault, least: int = FIRST_LEAST, language: str = "da") -> HandedIn:
    """Draw, seal and keep one batch in one transaction; then the file; once in a half-year. The vault's copies begin anew.

    Raises TooFewTalks, NotDiscussed, AlreadyHandedIn; NoRoom, FolderUnwritable, also when it is sealed and only a copy failed.
    """
    from senior_desktop.hr import batch, csv_file
    from senior_desktop.hr.chosen import SETS
    from senior_desktop.vault import contributions

    wait = waiting_for_hr(vault, least)
    if not wait.discussed:
        raise NotDiscussed()
    if wait.done:
        raise AlreadyHandedIn(period=wait.done)
    if wait.missing:
        raise TooFewTalks(waiting=wait.waiting, missing=wait.missing, least=wait.least)
    _freeze_ended_offers(vault)
    vault.checkpoint()  # what froze just now is in the file itself: were the journal lost, the same bytes would be drawn again
    talks_found = _countable(vault)
    skema = talks_found[0].skema
    found = [*talks_found, *(one for one in _countable(vault, offers=True) if one.skema == skema)]
    area, period = workplace(vault).area, half_year(vault)
    asked, key = SETS[skema], pack_in_force.key(vault)

    def make(sealed: Sequence[Any]) -> tuple[str, bytes]:
        talks = [(one.random, one.codes) for one in sealed if ENDED not in one.codes]
        ended = [(one.random, one.codes[ENDED]) for one in sealed if ENDED in one.codes]
        made = batch.make_batch(talks, ended, period, area, asked, key, wait.least)
        return made.batch_id, csv_file.to_bytes(made)

    content = contributions.seal(vault, [one.talk for one in found], make, period, _spends)
    backups.begin_anew(vault)  # a copy from before the codes froze holds the employees' own answers
    return _handed_in(vault, content, language)


def handed_in(vault: Vault, language: str = "da") -> tuple[HandedIn, ...]:
    """Every sealed file, oldest first, byte for byte as it was: exporting again draws nothing."""
    from senior_desktop.vault import contributions

    return tuple(_handed_in(vault, one.content, language) for one in contributions.sealed(vault))


def _handed_in(vault: Vault, content: bytes, language: str) -> HandedIn:
    from senior_desktop.hr import contents, csv_file, described, report
    from senior_desktop.hr.chosen import SETS as sets

    say_it = words(language)
    batch = csv_file.read(content, sets, pack_in_force.keys(vault), unknown_sender=True)
    asked, name = sets[batch.skema], csv_file.file_name(batch)
    short, long = report.guarantee(asked, batch.n, say_it)
    counted = [say_it("hr.companion_counts"), *(f"- {one.name.in_(language)}" for one in asked.indicators)]
    companion = [name, "", short, "", *counted, "", long, "", say_it("hr.companion_read_in"), ""]
    return HandedIn(
        name, content, batch.n, short, long, "\r\n".join(companion), described.described(batch, name, asked, say_it),
        contents.contents(batch, asked, say_it, language),
    )  # fmt: skip


def export(handed: HandedIn, folder: Path) -> tuple[Path, ...]:
    """Write the file, `<name>.txt` which says what it holds, and its description for machines into `folder`; the paths.

    What lies there already byte for byte is left as it is. Raises FileThere before anything is written
    when something else lies there, RemovableForbidden, FolderUnwritable, NoRoom.
    """
    drives.may_export(folder)
    file = folder / handed.name
    wanted = (
        (file, handed.content),
        (file.with_suffix(".txt"), handed.companion.encode("utf-8-sig")),
        (file.with_name(file.name + DESCRIBED), handed.description),
    )
    missing = [(target, content) for target, content in wanted if not _lies_there(target, content)]
    for target, content in missing:
        paths.write(target, content)
    return tuple(target for target, _ in wanted)


def _lies_there(target: Path, content: bytes) -> bool:
    """Whether `target` holds exactly `content`. Raises FileThere for anything else, FolderUnwritable."""
    try:
        same = target.read_bytes() == content
    except FileNotFoundError:
        return False
    except OSError as fault:
        raise FolderUnwritable() from fault
    if not same:
        raise FileThere()
    return True


def freeze_when_ready(vault: Vault, talk: Conversation) -> Conversation:
    """Freeze the codes of a talk that is held and evaluated; once."""
    from senior_desktop.hr import indicators

    if talk.counted or not indicators.is_ready(talk):
        return talk
    asked = _in_force(vault)
    before = next(iter(earlier(talk, vault.conversations())), None)
    coded, held = indicators.codes(talk, asked, before), talk.text("a13") or talk.created[:10]
    return _freeze(vault, talk, asked.skema, coded, held, secrets.token_bytes(32))


def draw_once(vault: Vault, talk: Conversation) -> None:
    """The talk gets the random bytes its noise will come from, when the employee begins to answer alone."""
    from senior_desktop.vault import contributions

    contributions.draw(vault, talk.id)


def not_ended_after_all(vault: Vault, talk: Conversation) -> Conversation:
    """An offer that ended is taken up after all: its one code, while not sealed, makes room for the talk's own.

    Once sealed it stays counted as it ended: a person counts once a year. Returns the talk as it was found.
    """
    from senior_desktop.vault import contributions

    found = vault.get(talk.id)
    if found.counted:
        contributions.take_back(vault, talk.id, ENDED, lambda talk: replace(talk, counted=False))
    return found


def _freeze_ended_offers(vault: Vault) -> None:
    from senior_desktop.hr import indicators
    from senior_desktop.vault import contributions

    skema = _in_force(vault).skema
    today = vault.now().date()
    for talk in vault.conversations():
        code = indicators.ended_offer_code(talk, today)
        if code is not None and not talk.counted:
            # From today, not from the offer: one that ended by itself after a year would be too old at once.
            _freeze(vault, talk, skema, {ENDED: code}, today.isoformat(), contributions.ended_bytes(vault, talk.id, code))


def _freeze(vault: Vault, talk: Conversation, skema: str, codes: Mapping[str, int], held: str, random32: bytes) -> Conversation:
    """Let the codes wait with 32 bytes of their own, and wipe the employee's own answers: the code is enough."""
    from senior_desktop.vault import contributions

    def counted(talk: Conversation) -> Conversation:
        answers = {question: answer for question, answer in talk.answers.items() if question not in EVALUATION}
        return replace(talk, counted=True, answers=answers)

    return contributions.wait(vault, talk.id, talk.person, skema, codes, random32, held, counted)


def _asked(skema: str) -> Any:
    from senior_desktop.hr.chosen import SETS

    return SETS[skema] if skema else _in_force()


def _in_force(vault: Vault | None = None) -> Any:
    """The questions that talks freeze under now: the default eight, or what HR has chosen. vault: a leader's, with its pack."""
    from senior_desktop.hr import chosen

    return chosen.SETS[(policy.in_force() if vault is None else practice(vault)).text("IndicatorSet") or chosen.DEFAULT]


def _spends(one: Any) -> int:
    """What counting this talk or ended offer costs its person: ε of each question, in halves."""
    from senior_desktop.hr.chosen import SETS

    asked = SETS[one.skema]
    return int(asked.epsilon * IN_HALVES) * (1 if ENDED in one.codes else len(asked.about_talks))


def _countable(vault: Vault, *, offers: bool = False) -> list[Any]:
    """Waiting talks (or ended offers) of people not counted in the last 365 days and within their budget over the years;
    of two with one person the later. Talks: those that one file can hold, the most that froze under the same questions.

    One person is who the ledger takes for one: whoever has the same name.
    """
    from senior_desktop.vault import contributions
    from senior_desktop.vault.counted import plain_name

    since = vault.now().date() - timedelta(days=365)
    names = {person.id: person.name for person in vault.people()}
    latest: dict[str, Any] = {}
    for one in sorted(contributions.waiting(vault), key=lambda one: (ENDED not in one.codes, one.held)):
        if contributions.contributed_since(vault, names[one.person], since, one.person):
            continue
        if contributions.spent(vault, names[one.person], one.person) + _spends(one) <= MOST_SPENT * IN_HALVES:
            # A talk comes after an ended offer, and the later talk last.
            latest[plain_name(names[one.person])] = one
    found = [one for one in latest.values() if (ENDED in one.codes) == offers]
    alike = Counter(one.skema for one in found)
    return found if offers else [one for one in found if one.skema == max(alike, key=lambda skema: (alike[skema], skema))]
