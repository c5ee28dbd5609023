# SPDX-License-Identifier: EUPL-1.2
"""From a file to an offer on a real vault: read, keep, offer one at a time, offer again; no year of birth is left anywhere."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from factory import PASSPHRASE, Clock, make_workplace
from sqlalchemy.exc import IntegrityError
from traces import without_ids

from senior_desktop import desk, policy, story
from senior_desktop.conversation import staff
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.conversation.due import Kind
from senior_desktop.conversation.staff import Employee
from senior_desktop.errors import StaffFileRefused
from senior_desktop.hr.indicators import ended_offer_code
from senior_desktop.vault import audit, keys, slots
from senior_desktop.vault import staff as kept
from senior_desktop.vault.erase import tombstones
from senior_desktop.vault.store import Vault

CSV = "Navn;Stilling;Jobgruppe;Ugentligt timetal;Fødselsår;E-mail\nÅse Lindqvist;Pædagog;J03;32,5;1961;aase@x.dk\nBo Lund;Kok;;37;1991;bo@x.dk\n"


def read_in(vault: Vault, file: Path, text: str = CSV) -> int:
    """As the screen does when nothing is changed in the preview."""
    file.write_bytes(text.encode("cp1252"))
    cells = story.read_staff_file(file)
    rows = staff.lines(cells, staff.suggested(cells), story.staff_reader(vault))
    return story.take_in(vault, [row.employee for row in rows if row.comes])


def pages(vault: Vault) -> bytes:
    """Every page of the vault's file in clear (SQLCipher 4: 80 bytes of each are IV and HMAC)."""
    vault.checkpoint()
    key = keys.derive(slots.by_passphrase(slots.read(vault.folder), PASSPHRASE).vault_key, "db")
    content, clear = (vault.folder / "vault.db").read_bytes(), b""
    for at in range(0, len(content), 4096):
        page = content[at : at + 4096]
        reader = Cipher(AES256(key), CBC(page[4016:4032])).decryptor()
        clear += reader.update(page[16 if at == 0 else 0 : 4016]) + reader.finalize()
    return clear


def only(vault: Vault, name: str) -> story.Listed:
    (one,) = [one for one in story.staff_list(vault) if one.employee.name == name]
    return one


def test_from_a_file_to_a_talk(vault: Vault, tmp_path: Path) -> None:
    """Who is on the list has no talk; the offer knows what the list knew; a second click opens the same talk."""
    assert read_in(vault, tmp_path / "liste.csv") == 2
    bo, aase = story.staff_list(vault)
    assert (aase.employee.name, aase.employee.in_group, aase.employee.group, aase.employee.hours) == ("Åse Lindqvist", True, 3, "32.5")
    assert (bo.employee.name, bo.employee.in_group, bo.talk, bo.may_offer) == ("Bo Lund", False, None, True)
    talk = story.offer(vault, aase.employee.id)
    assert [talk.answer(key).value for key in ("a01", "a02", "a03", "a04", "a07", "a09")] == ["Åse Lindqvist", True, "Pædagog", 3, "32.5", None]
    assert (talk.stage, talk.text("a10"), talk.person) == (Stage.OFFERED, "2026-11-23", aase.employee.id)
    assert story.offer(vault, aase.employee.id).id == talk.id and len(vault.conversations()) == 1
    assert not only(vault, "Åse Lindqvist").may_offer


def test_the_year_of_birth_and_the_email_are_nowhere(vault: Vault, tmp_path: Path) -> None:
    """Not in a page of the vault, not in a file beside it; the name is there, so the look is a true one."""
    read_in(vault, tmp_path / "liste.csv")
    clear = pages(vault)
    assert "Åse Lindqvist".encode() in clear
    for word in (b"1961", b"1991", b"aase@x.dk"):
        assert word not in clear
        assert not [file for file in vault.folder.rglob("*") if file.is_file() and word in file.read_bytes()]


def test_a_second_list_brings_up_to_date_and_adds_nobody_twice(vault: Vault, tmp_path: Path) -> None:
    read_in(vault, tmp_path / "liste.csv")
    before = {one.employee.id for one in story.staff_list(vault)}
    read_in(vault, tmp_path / "næste.csv", CSV.replace("Bo Lund;Kok", "bo LUND;Køkkenleder").replace("1991", "1960"))
    assert {one.employee.id for one in story.staff_list(vault)} == before
    assert only(vault, "bo LUND").employee == Employee(only(vault, "bo LUND").employee.id, "bo LUND", True, "Køkkenleder", None, "37")


@pytest.mark.parametrize(("source", "age", "inside"), [("own", 70, False), ("own", 50, True), ("it", 66, False)])
def test_the_offer_age_is_the_settings_or_its(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, age: int, inside: bool
) -> None:
    """The leader's choice, and IT's over it."""
    vault.put_workplace(make_workplace(offer_age=age if source == "own" else 50))
    if source == "it":
        monkeypatch.setattr(policy.policy_sources, "read_all", lambda names: ({"machine": {"OfferAge": age}}, {}))
    read_in(vault, tmp_path / "liste.csv")
    assert only(vault, "Åse Lindqvist").employee.in_group is inside


def test_a_file_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StaffFileRefused) as fault:
        story.read_staff_file(tmp_path / "borte.csv")
    assert fault.value.facts == {"reason": "unreadable"}


def test_all_are_kept_or_none(vault: Vault) -> None:
    """A fault in the midst leaves the list as it was."""
    broken = Employee("", "Ib", None)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        story.take_in(vault, (Employee("", "Bo"), broken))
    assert story.staff_list(vault) == ()


def test_who_is_taken_off_is_gone_from_every_page(vault: Vault, tmp_path: Path) -> None:
    """With a tombstone; who has a talk is not taken off past it, and erasing the talk takes the list's facts along."""
    read_in(vault, tmp_path / "liste.csv")
    aase, bo = only(vault, "Åse Lindqvist").employee, only(vault, "Bo Lund").employee
    talk = story.offer(vault, aase.id)
    assert not story.take_off(vault, aase.id) and story.take_off(vault, bo.id) and not story.take_off(vault, bo.id)
    assert b"Bo Lund" not in pages(vault) and bo.id in tombstones(vault.folder)
    assert audit.events(vault)[-1][1:] == ("deleted", bo.id) and audit.check(vault)
    desk.erase(vault, talk)
    assert story.staff_list(vault) == () and "Pædagog".encode() not in pages(vault)
    assert json.loads((vault.folder / "tombstones.json").read_text())["ids"] == sorted((talk.id, bo.id))


def test_a_cpr_number_is_masked_here_too(vault: Vault) -> None:
    story.take_in(vault, (Employee("", "Bo 070761-4285", title="Kok 0707614285"),))
    clear = without_ids(pages(vault).decode("utf-8", "replace"))
    assert "4285" not in clear and "Bo 070761-••••" in clear


def answered(vault: Vault, person: str, answer: int) -> Conversation:
    return story.record(vault, story.offer(vault, person), "a11", Answer(answer))


@pytest.fixture
def person(vault: Vault) -> str:
    story.take_in(vault, (Employee("", "Kirsten", True, "Lærer"),))
    return only(vault, "Kirsten").employee.id


@pytest.mark.parametrize(("answer", "months"), [(3, 12), (4, 12), (3, 6), (4, 24)])
def test_no_thanks_and_no_answer_are_offered_again_on_the_day(vault: Vault, clock: Clock, person: str, answer: int, months: int) -> None:
    """Not before; one click makes the new offer to the same person, which is then a repeated one."""
    vault.put_workplace(make_workplace(again_months=months))
    first = answered(vault, person, answer)
    again = story.months_on(clock.now.date(), months)
    assert first.text("a12") == again.isoformat()
    clock.now += again - clock.now.date() - timedelta(days=1)
    assert story.due(vault) == ()
    clock.now += timedelta(days=1)
    assert [(one.kind, one.talk.id) for one in story.due(vault)] == [(Kind.OFFER_AGAIN, first.id)]
    second = story.offer(vault, person)
    assert second.id != first.id and second.person == person and second.code("a09") == 2 and second.text("a03") == "Lærer"
    assert story.due(vault) == () and story.offer(vault, person).id == second.id
    ended = vault.get(first.id)
    assert ended.stage is (Stage.DECLINED if answer == 3 else Stage.WITHDRAWN)
    assert ended_offer_code(ended, clock.now.date()) == answer


def test_do_not_ask_again_has_no_day_ever(vault: Vault, clock: Clock, person: str) -> None:
    """Whatever the answer was before; the employee may ask for the talk, and then it is offered."""
    answered(vault, person, 3)
    talk = story.record(vault, vault.conversations()[0], "a11", Answer(5))
    assert talk.text("a12") == ""
    clock.now += timedelta(days=5000)
    assert story.due(vault) == ()
    assert story.offer(vault, person).id != talk.id


def test_yes_later_waits_for_the_day_the_two_set(vault: Vault, clock: Clock, person: str) -> None:
    """The same talk is taken up; after "ja tak" no day is left over."""
    talk = story.record(vault, answered(vault, person, 2), "a12", Answer("2027-02-01"))
    clock.now = clock.now.replace(year=2027, month=2, day=1)
    assert [(one.kind, one.page) for one in story.due(vault)] == [(Kind.TAKE_UP, "offer")]
    assert story.offer(vault, person).id == talk.id
    assert story.record(vault, talk, "a11", Answer(1)).text("a12") == ""


def test_an_offer_without_a_word_ends_after_the_interval(vault: Vault, clock: Clock, person: str) -> None:
    """Counted by HR as "intet svar", on the day it is offered again."""
    first = story.offer(vault, person)
    clock.now += timedelta(days=366)
    (line,) = story.due(vault)
    assert line.kind is Kind.OFFER_AGAIN and only(vault, "Kirsten").may_offer
    assert story.offer(vault, person).id != first.id
    assert ended_offer_code(vault.get(first.id), clock.now.date()) == 4


def test_nobody_of_that_id_can_be_offered_anything(vault: Vault) -> None:
    with pytest.raises(KeyError):
        story.offer(vault, "0" * 32)
    with pytest.raises(KeyError):
        kept.employee(vault, "0" * 32)


def test_the_group_is_the_leaders_to_change(vault: Vault, person: str) -> None:
    assert story.in_the_group(vault, person, False).in_group is False
    assert only(vault, "Kirsten").employee == Employee(person, "Kirsten", False, "Lærer")
    assert story.offer(vault, person).answer("a02") == Answer(False)
