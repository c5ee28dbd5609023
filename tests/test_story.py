# SPDX-License-Identifier: EUPL-1.2
"""The whole way without Qt, on a real vault and real papers: invite ... close, then HR's report."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from factory import Clock, make_row, make_vault, make_workplace

from senior_desktop import desk, policy_sources, story
from senior_desktop.conversation.agreements import AGREED, AWAITED, NOT_NOW
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.conversation.guide import pages
from senior_desktop.errors import (
    AlreadyHandedIn,
    CertificateExpired,
    FileThere,
    NotDiscussed,
    NothingSaid,
    NotTicked,
    SomethingMissing,
    TemplateFault,
    TooFewTalks,
    WrongStage,
)
from senior_desktop.hr.indicators import ended_offer_code
from senior_desktop.vault import contributions
from senior_desktop.vault.store import Vault

NAMES = [f"Kirsten Ærø Møller {letter}" for letter in "ABCDEFGHIJ"]
MARK = story.drawn([[(0.1, 0.2), (0.5, 0.8), (0.9, 0.1)]])


def talked(vault: Vault, name: str = "Kirsten Ærø Møller", **answers: object) -> Conversation:
    """An offer taken up, some answers and an agreement; the employee agrees."""
    talk = story.start(vault, story.record(vault, story.invite(vault, name), "a11", Answer(1)))
    for key, value in {"c11": 4, "c12": "Borgerne", "c92": (2,), "e05": 1, **answers}.items():
        talk = story.record(vault, talk, key, value if isinstance(value, Answer) else Answer(value))
    return story.add_agreement(vault, talk, make_row())


def signed(vault: Vault, talk: Conversation) -> Conversation:
    talk = story.sign(vault, story.review(vault, talk), story.LEADER, MARK)
    return story.sign(vault, talk, story.EMPLOYEE, story.typed(talk.text("a01")))


def evaluated(vault: Vault, talk: Conversation) -> Conversation:
    for key, code in (("g1", 4), ("g2", 4), ("g3", 1)):
        talk = story.record(vault, talk, key, Answer(code))
    return talk


def held(vault: Vault, name: str) -> Conversation:
    """The quickest talk that counts: held without signatures, and evaluated."""
    return evaluated(vault, story.hold_unsigned(vault, talked(vault, name)))


def held_on(vault: Vault, name: str, day: str) -> Conversation:
    """The same, with `day` (ISO) as its date."""
    return evaluated(vault, story.hold_unsigned(vault, talked(vault, name, a13=day)))


def test_from_a_name_to_the_report(vault: Vault, tmp_path: Path, now: datetime) -> None:
    """Ten talks and two no thanks with one leader, four more leaders, one report for HovedMED."""
    out = tmp_path / "out"
    with pytest.raises(TooFewTalks) as few:
        story.contribute(vault)
    assert few.value.facts == {"waiting": 0, "missing": 5, "least": 5}

    first = talked(vault, NAMES[0], c71=(3,), c72="Noget privat", e03=(2,), b01="Ros til Kirsten")
    first = story.record_note(vault, first, "t1", "Husk at spørge")
    first = story.hand_over(vault, evaluated(vault, signed(vault, first)), out)
    for kind in ("samtaleark", "aftaleark"):
        checked = desk.check_paper((out / f"{first.number}-v1-{kind}.pdf").read_bytes(), vault.folder)
        assert (checked.colour, checked.code) == ("green", 0), checked.lines
        assert checked.as_json["number"] == first.number
    assert len(story.receipt(vault, first)) == 2 and first.stage is Stage.HANDED_OVER
    assert not [file for file in out.iterdir() if "Kirsten" in file.name]

    for name in NAMES[1:]:
        held(vault, name)
    for name, answer in (("Aage Bak", 3), ("Bente Carlsen", 5)):
        declined = story.record(vault, story.invite(vault, name), "a11", Answer(answer))
        assert declined.stage is Stage.DECLINED
        assert declined.text("a12") == ("2027-11-23" if answer == 3 else "")

    assert story.waiting_for_hr(vault).waiting == 10
    handed = story.contribute(vault)
    assert handed.n == 10 and story.handed_in(vault) == (handed,)
    file, text, description = story.export(handed, out)
    assert file.read_bytes() == handed.content and "10" in text.read_text(encoding="utf-8-sig")
    assert not [name for name in (*NAMES, "Aage", "Bente", "Borgerne") if name in handed.content.decode("utf-8-sig")]
    assert json.loads(description.read_bytes())["url"] == file.name
    with pytest.raises(AlreadyHandedIn):
        story.contribute(vault)

    files = [file, *(colleagues(tmp_path / f"leader{number}", now, number) for number in range(1, 5))]
    pooled = story.pool_files([*files, file])
    assert [one.outcome for one in pooled.read] == ["accepted"] * 5 + ["duplicate"]
    altered = file.with_name("altered.csv")
    altered.write_bytes(handed.content.replace(b"2026H2", b"2026H1"))
    assert story.pool_files([altered], pooled).read[-1].outcome == "refused"
    document, pdf = story.report(pooled, "Eksempel Kommune", now)
    assert any(isinstance(block, story.Chart) for block in document.blocks)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) >= 1

    first = story.follow_up(vault, first, {first.agreements[0].id: 1}, 1)
    assert first.agreements[0].kept == 1 and first.code("g6") == 1
    closed = story.close(vault, first)
    assert not closed.notes and not closed.mandate
    assert not {"b01", "c72", "c92", "g1", "g2", "g3"} & closed.answers.keys(), (
        "the leader's own, and what was not let out"
    )
    assert "c71" not in closed.answers and "c12" not in closed.answers and closed.agreements, "agreements are kept for the next talk"
    assert [paper.kind for paper in vault.papers(first.id)] == ["aftaleark"]
    with pytest.raises(WrongStage):
        story.record_note(vault, first, "t1", "en sen gemning")


def colleagues(folder: Path, now: datetime, number: int) -> Path:
    """The file of another leader, made by the same code in a vault of their own."""
    with make_vault(folder / "vault", lambda: now, make_workplace(area="O2")) as vault:
        for letter in "ABCDE":
            held(vault, f"Opdigtet {number} {letter}")
        return story.export(story.contribute(vault), folder)[0]


def test_nothing_leaves_before_hovedmed_has_discussed_it(tmp_path: Path, clock: Clock) -> None:
    """Five talks are not enough without the date; with it the same talks go."""
    with make_vault(tmp_path / "vault", clock, make_workplace(discussed="")) as vault:
        for name in NAMES[:5]:
            held(vault, name)
        with pytest.raises(NotDiscussed):
            story.contribute(vault)
        desk.enter_discussed(vault, "2026-03-02")
        assert story.contribute(vault).n == 5


def test_a_second_export_is_byte_for_byte_the_first(vault: Vault, tmp_path: Path, clock: Clock) -> None:
    """Drawn once: opened again later, in the other language, the file is the same; another file is not overwritten."""
    for name in NAMES[:5]:
        held(vault, name)
    made = story.contribute(vault)
    clock.now += timedelta(days=90)
    (again,) = story.handed_in(vault, "en")
    assert (again.name, again.content, again.n) == (made.name, made.content, made.n)
    file, *_ = story.export(made, tmp_path / "out")
    assert story.export(made, tmp_path / "out")[0] == file
    file.write_bytes(b"another")
    with pytest.raises(FileThere):
        story.export(made, tmp_path / "out")


def test_the_same_person_counts_once_a_year(vault: Vault, clock: Clock) -> None:
    """Two offers to one name, spelled a little differently, are one person: the later talk goes, and hand-in works."""
    for name in [*NAMES[:5], " kirsten ærø  møller a"]:
        held(vault, name)
    assert story.waiting_for_hr(vault).waiting == 5
    assert story.contribute(vault).n == 5
    assert story.waiting_for_hr(vault).waiting == 0
    clock.now += timedelta(days=366)
    assert story.waiting_for_hr(vault).waiting == 1


@pytest.mark.parametrize("old", [0, 1, 5])
def test_page_and_hand_in_agree_on_who_waits(vault: Vault, old: int) -> None:
    """Of five talks that have not frozen yet, `old` were held more than 18 months ago: those wait in vain, for both at once."""
    for number, name in enumerate(NAMES[:5]):
        held(vault, name) if number >= old else held_on(vault, name, "2025-05-22")
    page = story.waiting_for_hr(vault)
    assert (page.waiting, page.missing) == (5 - old, old)
    assert story.waiting_for_hr(vault) == page
    if page.missing:
        with pytest.raises(TooFewTalks) as refused:
            story.contribute(vault)
        assert refused.value.facts == {"waiting": page.waiting, "missing": page.missing, "least": page.least}
    else:
        assert story.contribute(vault).n == page.waiting
    assert not [talk for talk in vault.conversations() if {"g1", "g2", "g3"} & talk.answers.keys()]


@pytest.mark.parametrize("typed", ["Kirsten\nÆrø  Møller", "\u202eKirsten Ærø\u2028Møller\u200f", " Kirsten\tÆrø Møller\r\n"])
def test_a_name_stands_on_one_line_with_nothing_hidden_in_it(vault: Vault, typed: str) -> None:
    talk = story.invite(vault, typed)
    assert talk.text("a01") == vault.person(talk.person).name == "Kirsten Ærø Møller"
    talk = story.record(vault, talk, "a01", Answer("Ane"))
    talk = story.record(vault, talk, "a01", Answer(typed))
    assert talk.text("a01") == vault.person(talk.person).name == "Kirsten Ærø Møller"
    assert story.record(vault, talk, "a08", Answer(declined=True)).answer("a08").declined


def test_a_name_spelled_right_later_is_the_name_that_counts(vault: Vault) -> None:
    """The person is known by the name as it stands on the paper."""
    talk = story.record(vault, story.invite(vault, "Kristen"), "a01", Answer("Kirsten"))
    assert vault.person(talk.person).name == "Kirsten"


def test_the_evaluation_may_be_corrected_until_it_is_counted(vault: Vault) -> None:
    """A slip is mended before the codes freeze; afterwards the answers are gone and cannot come back."""
    talk = held(vault, "Kirsten")
    talk = story.record(vault, talk, "g3", Answer(2))
    assert story.waiting_for_hr(vault).waiting == 1
    talk = vault.get(talk.id)
    assert talk.counted and not {"g1", "g2", "g3"} & talk.answers.keys()
    (codes,) = contributions.waiting(vault)
    assert codes.codes["g3"] == 0 and codes.codes["g1"] == 1
    with pytest.raises(WrongStage):
        story.record(vault, talk, "g1", Answer(1))


def test_a_frozen_text_takes_nothing_more(vault: Vault) -> None:
    """What both read is what both sign: no answer, no row, no other path; thawing makes the next version."""
    talk = story.review(vault, talked(vault))
    for late in (
        lambda: story.record(vault, talk, "c12", Answer("noget andet")),
        lambda: story.add_agreement(vault, talk, make_row()),
        lambda: story.change_agreement(vault, talk, talk.agreements[0].id, {"text": "andet"}),
        lambda: story.drop_agreement(vault, talk, talk.agreements[0].id),
        lambda: story.choose_path(vault, talk, "short"),
        lambda: story.hand_over(vault, talk, vault.folder),
    ):
        with pytest.raises(WrongStage):
            late()
    assert vault.get(talk.id) == talk
    thawed = story.thaw(vault, talk)
    assert (thawed.version, story.thaw(vault, talk).version) == (2, 2)
    assert story.record(vault, talk, "c12", Answer("noget andet")).text("c12") == "noget andet"


def test_nobody_signs_before_the_employee_took_a_position(vault: Vault) -> None:
    """Name, date and e05 are asked for; an empty mark is no signature and leaves the stage as it was."""
    undated = talked(vault, e05=Answer(), a13=Answer())
    with pytest.raises(SomethingMissing):
        story.review(vault, undated)
    talk = talked(vault, e05=Answer())
    with pytest.raises(NothingSaid):
        story.review(vault, talk)
    talk = story.review(vault, story.record(vault, talk, "e05", Answer(2)))
    with pytest.raises(NotTicked):
        story.sign(vault, talk, story.LEADER, story.typed("  "))
    with pytest.raises(WrongStage):
        story.sign(vault, talk, story.EMPLOYEE, MARK)
    assert vault.get(talk.id).stage is Stage.REVIEW and not vault.papers(talk.id)


@pytest.mark.parametrize("leave", [story.thaw, story.hold_unsigned, desk.erase])
def test_the_employees_key_lives_only_between_two_signatures(vault: Vault, leave: Callable[..., object]) -> None:
    """However the signing ends, the one-time key with the employee's name is gone."""
    talk = story.sign(vault, story.review(vault, talked(vault)), story.LEADER, MARK)
    assert vault.secret(f"one-time {talk.id}")
    leave(vault, talk)
    assert vault.secret(f"one-time {talk.id}") is None
    other = signed(vault, talked(vault, "Bent"))
    assert vault.secret(f"one-time {other.id}") is None


def test_a_second_click_signs_nothing_twice(vault: Vault) -> None:
    """The papers and the employee's key stay those of the first: another key would fit no paper."""
    talk = story.sign(vault, story.review(vault, talked(vault)), story.LEADER, MARK)
    before = (vault.papers(talk.id), vault.secret(f"one-time {talk.id}"))
    assert story.sign(vault, talk, story.LEADER, MARK) == talk
    assert (vault.papers(talk.id), vault.secret(f"one-time {talk.id}")) == before
    done = story.sign(vault, talk, story.EMPLOYEE, MARK)
    assert story.sign(vault, talk, story.EMPLOYEE, MARK) == done
    assert desk.check_paper(vault.paper(talk.id, "aftaleark").pdf, vault.folder).colour == "green"


def test_a_lost_book_of_seals_is_written_again(vault: Vault) -> None:
    """A power cut before the seal was noted, or a book deleted: the next signature is known again."""
    for lose in (lambda book: book.unlink(), lambda book: book.write_text("{")):
        signed(vault, talked(vault))
        lose(vault.folder / "seals.json")
        paper = vault.paper(signed(vault, talked(vault)).id, "aftaleark").pdf
        colour = desk.check_paper(paper, vault.folder).colour
        assert colour == ("yellow" if (vault.folder / "seals.json").read_text() == "{" else "green")


def test_half_signed_is_not_handed_over(vault: Vault, tmp_path: Path) -> None:
    """Held after the leader's signature: nothing goes out that looks agreed to."""
    talk = story.sign(vault, story.review(vault, talked(vault)), story.LEADER, MARK)
    with pytest.raises(WrongStage):
        story.hand_over(vault, story.hold_unsigned(vault, talk), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_signing_waits_a_month_at_most(vault: Vault, clock: Clock) -> None:
    """The one-time key runs out; the two thaw and sign the next version, which is green."""
    talk = story.sign(vault, story.review(vault, talked(vault)), story.LEADER, MARK)
    clock.now += timedelta(days=31)
    with pytest.raises(CertificateExpired):
        story.sign(vault, talk, story.EMPLOYEE, MARK)
    talk = signed(vault, story.thaw(vault, talk))
    paper = vault.paper(talk.id, "samtaleark")
    assert paper.version == 2 and desk.check_paper(paper.pdf, vault.folder).colour == "green"


def test_a_new_leader_or_an_old_key_gets_a_new_seal(vault: Vault, clock: Clock) -> None:
    """The certificate names who holds the talks now, and is renewed when it has run out."""

    def leader_line() -> str:
        talk = signed(vault, talked(vault))
        checked = desk.check_paper(vault.paper(talk.id, "aftaleark").pdf, vault.folder)
        assert checked.colour == "green"
        return next(text for _, text in checked.lines if text.startswith("Leder:"))

    first, same = leader_line(), leader_line()
    desk.keep_workplace(vault, make_workplace(leader="Inge Dahl"))
    other = leader_line()
    clock.now += timedelta(days=4 * 365)
    renewed = leader_line()
    assert first == same and "Inge Dahl" in other and "Inge Dahl" in renewed and other != renewed


def test_a_draft_to_read_in_peace(vault: Vault, tmp_path: Path) -> None:
    """Both sheets as drafts, named so; what is signed later is a file of its own."""
    talk = talked(vault)
    files = story.hand_out_draft(vault, talk, tmp_path / "out")
    assert [file.name for file in files] == [
        f"{talk.number}-v1-{kind}-udkast.pdf" for kind in ("samtaleark", "aftaleark")
    ]
    story.hand_over(vault, signed(vault, talk), tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_a_change_of_mind_opens_the_offer_again(vault: Vault) -> None:
    """ "Nej tak" is a full result and no verdict; while declined nothing of the talk is asked or written."""
    talk = story.record(vault, story.invite(vault, "Kirsten"), "a11", Answer(3))
    for question in ("c11", "g1"):
        with pytest.raises(WrongStage):
            story.record(vault, talk, question, Answer(4))
    talk = story.record(vault, talk, "a11", Answer(1))
    assert (talk.stage, talk.text("a12")) == (Stage.OFFERED, "")


@pytest.mark.parametrize(("answer", "again"), [(3, "2027-11-23"), (5, "")])
def test_no_thanks_in_the_midst_of_the_talk(vault: Vault, answer: int, again: str) -> None:
    """The employee stops: what was said stays and nothing more is written; on another day the talk goes on."""
    before = talked(vault)
    talk = story.record(vault, before, "a11", Answer(answer))
    assert (talk.stage, talk.text("a12")) == (Stage.DECLINED, again)
    assert (talk.text("c12"), talk.agreements) == ("Borgerne", before.agreements)
    assert [page.id for page in pages(talk, story.template_of(vault, talk), shared=True)] == ["offer"]
    for step in (story.start, story.thaw, story.review, story.hold_unsigned):
        with pytest.raises(WrongStage):
            step(vault, talk)
    for question in ("c11", "g1"):
        with pytest.raises(WrongStage):
            story.record(vault, talk, question, Answer(4))
    with pytest.raises(WrongStage):
        story.add_agreement(vault, talk, make_row())
    talk = story.record(vault, talk, "a11", Answer(1))
    assert (talk.stage, talk.text("a12"), talk.version) == (Stage.TALKING, "", 1)
    assert talk.answers == before.answers
    assert signed(vault, talk).stage is Stage.SIGNED


def test_a_talk_that_was_stopped_counts_as_no_thanks(vault: Vault) -> None:
    """Code 3 like any other no; its answers are in no count."""
    stopped = story.record(vault, talked(vault, "Stoppet"), "a11", Answer(3))
    for name in NAMES[:5]:
        held(vault, name)
    assert story.contribute(vault).n == 5
    assert ended_offer_code(vault.get(stopped.id)) == 3 and vault.get(stopped.id).counted


def test_pay_that_is_awaited_is_not_agreed(vault: Vault) -> None:
    """Through the story as in the room; a row taken away stays away."""
    talk = story.add_agreement(vault, talked(vault), replace(make_row(measure="B1"), pay=AWAITED, status=AGREED))
    row = talk.agreements[-1]
    assert row.status != AGREED
    talk = story.change_agreement(vault, talk, row.id, {"status": NOT_NOW, "why_not": 1})
    assert talk.agreements[-1].why_not == 1
    story.drop_agreement(vault, talk, row.id)
    assert row.id not in [one.id for one in story.change_agreement(vault, talk, row.id, {"text": "x"}).agreements]


def test_closing_wipes_an_evaluation_that_was_never_finished(vault: Vault) -> None:
    """Half an evaluation is not counted and not kept; a whole one is counted before it goes."""
    half = story.record(vault, story.hold_unsigned(vault, talked(vault, "Half")), "g1", Answer(4))
    assert "g1" not in story.close(vault, half).answers and not contributions.waiting(vault)
    story.close(vault, held(vault, "Whole"))
    assert story.waiting_for_hr(vault).waiting == 1


def test_the_selfcheck_finds_no_network_of_our_own() -> None:
    """Provable offline: what is installed, and that no module of ours names the network."""
    found = desk.selfcheck()
    assert found["network_modules_of_ours"] == [] and found["cipher"] and found["keyring"] is None


def test_the_second_may_change_while_somebody_signs(tmp_path: Path, now: datetime) -> None:
    """A clock that moves on at every look: no signature is older than its certificate."""
    looks = iter(range(10_000))
    with make_vault(tmp_path / "moving", lambda: now + timedelta(seconds=next(looks))) as moving:
        assert signed(moving, talked(moving)).stage is Stage.SIGNED


def test_a_template_that_it_wants_and_the_program_has_not_begins_no_talk(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """ForcedTemplate: another than the shipped one is no reason to use that; what is under way goes on."""
    under_way = story.invite(vault, "Kirsten Ærø Møller")
    monkeypatch.setattr(policy_sources, "read_all", lambda names: ({"machine": {"ForcedTemplate": "senior.7"}}, {}))
    with pytest.raises(TemplateFault):
        story.invite(vault, "Aage Bak")
    assert story.record(vault, under_way, "a11", Answer(1)).answer("a11") == Answer(1)
    assert [talk.id for talk in vault.conversations()] == [under_way.id]
    monkeypatch.setattr(policy_sources, "read_all", lambda names: ({"machine": {"ForcedTemplate": "senior.1"}}, {}))
    assert story.invite(vault, "Aage Bak").template == "senior.1"
