# SPDX-License-Identifier: EUPL-1.2
"""Keys changed by whoever may, the log in words, everything looked over, found, moved; and all of it about one person."""

import io
import json
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from factory import PASSPHRASE, keep, make_talk, make_template, make_vault

from senior_desktop import access, backups, cli, desk, policy, safekeeping, story
from senior_desktop.conversation.conversation import Answer, Stage
from senior_desktop.errors import EscrowRefused, VaultMoved, WrongPassphrase
from senior_desktop.vault import audit, backup, contributions, health, keys, slots, store

NEW = "en helt ny og lang sætning"


@pytest.fixture
def cheap(monkeypatch):
    """The key derivation is not what is tried here."""
    monkeypatch.setattr(keys, "DEFAULT", keys.FLOOR)


@pytest.fixture
def vault(tmp_path, clock, cheap):
    with make_vault(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def talk(vault):
    return keep(vault, make_talk({"c12": "gerne faste dage", "b01": "min egen forberedelse"}, notes={"t1": "husk vagtplanen"}))


def rules(**fixed):
    return policy.Policy({"machine": fixed})


def test_keys_are_changed_by_whoever_knows_one(vault, talk):
    with pytest.raises(WrongPassphrase):
        safekeeping.change_passphrase(vault, "noget helt andet", NEW, 12)
    safekeeping.change_passphrase(vault, PASSPHRASE, NEW, 12)
    sheet = safekeeping.new_sheet(vault, NEW)
    safekeeping.keep_sheet(vault, sheet)
    groups = safekeeping.all_keys_new(vault, " ".join(sheet.groups), PASSPHRASE, None, rules())
    assert len(groups) == 8 and vault.get(talk.id) == talk
    vault.close()
    with store.open_with_passphrase(vault.folder, PASSPHRASE, clock=vault.now) as again:
        assert again.get(talk.id) == talk


def test_all_keys_new_leaves_no_daily_copy_under_the_old_ones(vault, talk):
    desk.copy_of_today(vault)
    (before,) = backups.files(vault)
    old = before.read_bytes()
    safekeeping.all_keys_new(vault, PASSPHRASE, NEW, None, rules())
    (after,) = backups.files(vault)
    with pytest.raises(WrongPassphrase):
        backup.verify(after, backup.by_passphrase(PASSPHRASE), vault.folder)
    assert after.read_bytes() != old and backup.verify(after, backup.by_passphrase(NEW), vault.folder).rows["talks"] == 1


def test_its_key_for_emergencies_comes_and_goes_with_the_policy(vault):
    private, public, fingerprint = safekeeping.new_escrow_pair()
    fixed = rules(EscrowPublicKey=public)
    assert safekeeping.escrow_wanted(fixed) == fingerprint == safekeeping.put_escrow(vault, fixed)
    assert safekeeping.put_escrow(vault, fixed) == safekeeping.ways_in(vault).escrow
    assert [event for _, event, _ in audit.events(vault)].count("escrow_added") == 1
    assert safekeeping.put_escrow(vault, rules()) == safekeeping.ways_in(vault).escrow == ""
    with pytest.raises(EscrowRefused):
        safekeeping.put_escrow(vault, rules(EscrowPublicKey="no key at all"))


def test_the_employee_is_told_of_the_key_for_emergencies(vault, talk):
    """In the privacy notice that goes along with the invitation, by its fingerprint; nothing of it where there is none."""
    assert "nødnøgle" not in story.invitation(vault, talk).text
    _, public, fingerprint = safekeeping.new_escrow_pair()
    safekeeping.put_escrow(vault, rules(EscrowPublicKey=public))
    assert f"nødnøgle (fingeraftryk {fingerprint})" in story.invitation(vault, talk).text


def test_an_emergency_in_a_shell(vault, talk, tmp_path, monkeypatch, capsys):
    assert cli.main(["escrow", "new", str(tmp_path / "private.txt")]) == 0
    public = capsys.readouterr().out.split("EscrowPublicKey): ")[1].split()[0]
    safekeeping.put_escrow(vault, rules(EscrowPublicKey=public))
    vault.close()
    folder = ["--data-dir", str(vault.folder), "escrow", "open", str(tmp_path / "private.txt"), "--case", "2026-17"]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NEW}\n"))
    assert cli.main(folder) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 9
    with store.open_with_passphrase(vault.folder, NEW) as again:
        assert again.get(talk.id) == talk and slots.read(vault.folder).escrow is None
        assert ("opened_by_escrow", "2026-17") in [(event, subject) for _, event, subject in audit.events(again)]
    assert cli.main(folder) == 1  # the key opens nothing any more


def test_the_log_says_in_words_what_was_done_with_which_talk(vault, talk):
    audit.note(vault, audit.Event.EXPORTED, talk.id)
    desk.copy_of_today(vault)
    told, whole = safekeeping.deeds(vault, "da")
    assert whole and [(one.what, one.which) for one in told[1:]] == [("Gemt eller udskrevet som fil", talk.number), ("Samtalernes fil blev oprettet", "")]
    assert told[0].what == "Kopi gemt"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_deed_has_its_words(language):
    say = story.words(language)
    for event in audit.Event:
        assert say(f"deeds.{event.value}")
    for key in ("opened_passphrase", "opened_recovery", "opened_device", "opened_escrow", "looked_at_whole", "looked_at_damaged"):
        assert say(f"deeds.{key}")
    for stage in Stage:
        assert say(f"stages.{stage.value}")


def test_everything_is_looked_over_with_how_far_it_is(vault, talk):
    steps = []
    found, newest = safekeeping.look_over(vault, lambda done, of: steps.append((done, of)))
    assert (found.talks, found.wrong, newest) == (1, (), None) and steps == [(1, 2), (2, 2)]
    assert safekeeping.quiet_look(vault) is None and safekeeping.last_look(vault) == vault.now().isoformat()


def test_damage_names_the_newest_good_copy_and_what_it_lacks(vault, talk, clock):
    """A page that rots in an open vault: found, told; the newer of two copies is damaged too, so the older one is offered."""
    desk.copy_of_today(vault)
    (good,) = backups.files(vault)
    older = good.with_name("2026-11-20.seniorbackup")
    older.write_bytes(good.read_bytes())
    good.write_bytes(good.read_bytes()[:-4096])
    with vault.transaction() as connection:
        connection.exec_driver_sql("UPDATE papers SET sha256 = 'x'")
        connection.exec_driver_sql("INSERT INTO papers VALUES (?, 'conversation', 1, 'signed', 'x', 'x', x'00')", (talk.id,))
    vault.now = lambda: clock().replace(hour=11)
    vault.change(talk.id, lambda one: replace(one, position="sign"))
    found, newest = safekeeping.look_over(vault)
    assert found.wrong == ("paper",) and newest.file == older and newest.missing == (talk.id,)


def test_a_rotten_page_is_told_and_not_raised(vault, talk):
    vault.checkpoint()
    file = vault.folder / "vault.db"
    whole = bytearray(file.read_bytes())
    whole[-2000] ^= 1
    file.write_bytes(whole)
    found = health.look_over(vault)
    assert "pages" in found.wrong


def test_words_are_found_with_name_and_question(vault, talk):
    (hit,) = safekeeping.find(vault, "gerne faste dag", "da")
    assert (hit.talk, hit.name) == (talk.id, "Kirsten Ærø Møller") and [part for part, found in hit.snippet if found] == ["gerne", "faste", "dage"]
    (note,) = safekeeping.find(vault, "vagtpl", "da")
    assert note.where.startswith("Note til »")


def test_moved_to_another_computer_only_that_one_hands_in(vault, talk, tmp_path, clock):
    contributions.wait(vault, talk.id, talk.person, "sen1-e1", {"g3": 1}, bytes(range(32)), "2026-03-01")
    gone = keep(vault, make_talk({"a01": "Bo"}))
    desk.erase(vault, gone)
    file = safekeeping.move(vault, tmp_path / "flyt.seniorbackup")
    assert safekeeping.moved(vault)
    with pytest.raises(VaultMoved):
        contributions.seal(vault, [talk.id], lambda waiting: ("b", b""), "2026H2")
    new, _ = backups.restore(file, PASSPHRASE, tmp_path / "new", NEW, 12)
    with new:
        assert not safekeeping.moved(new) and [one.talk for one in contributions.waiting(new)] == [talk.id]
        assert contributions.seal(new, [talk.id], lambda waiting: ("b", b"sealed"), "2026H2") == b"sealed"
        assert gone.id in (tmp_path / "new" / "tombstones.json").read_text()


def test_everything_about_one_person_is_printed_private_notes_too(vault, talk, tmp_path):
    vault.change(talk.id, lambda one: replace(one, answers={**one.answers, "c12": Answer("noget helt andet")}))
    vault.change(talk.id, lambda one: replace(one, answers={**one.answers, "c13": Answer("en meget lang historie " * 1000)}))
    other = keep(vault, make_talk({"a01": "Bo Åkjær", "c12": "Bos egne ord"}))
    pdf, plain = access.print_everything(vault, talk.person, tmp_path / "ud")
    assert pdf.name == f"{talk.number}-v1-indsigt.pdf" and "Kirsten" not in pdf.name + plain.name
    read = json.loads(plain.read_text(encoding="utf-8"))
    (theirs,) = read["talks"]
    assert theirs["conversation"]["notes"] == {"t1": "husk vagtplanen"} and theirs["earlier_texts"]["c12"][0][1] == "gerne faste dage"
    assert "Bo" not in read["person"]["name"] and "Bos egne ord" not in plain.read_text(encoding="utf-8")
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) >= 5
    blocks = str(access.document(vault, access.gathered(vault, talk.person), story.words("da"), "da"))
    for words in ("min egen forberedelse", "husk vagtplanen", "noget helt andet", "gerne faste dage", "Faste dage fra januar"):
        assert words in blocks, words
    assert "Bos egne ord" not in blocks and other.id not in blocks
    assert [event for _, event, subject in audit.events(vault) if subject == talk.id] == ["exported"]


def test_what_the_employee_answered_alone_is_not_printed_for_the_leader(vault, tmp_path):
    """Answered and not counted yet, or waiting as codes: neither the paper nor the data say it (domain, traps)."""
    said: list[str] = []
    for answers, folder in (({"g1": 1, "g2": 1, "g3": 2}, "a"), ({"g1": 4, "g2": 4, "g3": 1}, "b")):
        other = keep(vault, make_talk({"a01": "Bo", **answers}, stage=Stage.SIGNED))
        contributions.wait(vault, other.id, other.person, "sen1-e1", {**answers, "g33": answers["g3"], "c11": 3}, bytes(range(32)), "2026-03-01")
        pdf, plain = access.print_everything(vault, other.person, tmp_path / folder)
        (theirs,) = json.loads(plain.read_text(encoding="utf-8"))["talks"]
        assert theirs["waiting_for_hr"] == {"c11": 3} and not {"g1", "g2", "g3"} & theirs["conversation"]["answers"].keys()
        page = access.document(vault, access.gathered(vault, other.person), story.words("da"), "da")
        assert "vises ikke for din leder" in str(page)
        said.append(str(page))
        assert "udbytte af samtalen" not in said[-1] and "lyst til at blive" not in said[-1]


def test_somebody_who_is_only_on_the_list_has_a_page_too(vault, tmp_path):
    from senior_desktop.conversation.staff import Employee
    from senior_desktop.vault import staff

    staff.keep(vault, [Employee("e" * 32, "Ib Sø", True, "Pædagog")])
    pdf, _ = access.print_everything(vault, "e" * 32, tmp_path)
    assert pdf.name == "EEEEEEEE-v1-indsigt.pdf"


def test_what_goes_soon_is_told_before(vault, clock):
    """18 months after the talk its texts go; agreements of a closed one after 24."""
    soon = keep(vault, make_talk({"a01": "Snart", "a13": "2025-06-10", "c12": "x"}))
    keep(vault, make_talk({"a01": "Senere", "c12": "x"}))
    keep(vault, make_talk({"a01": "På hold", "a13": "2025-06-10", "c12": "x"}, hold=True))
    gone = story.wiped(make_talk({"a01": "Lukket", "a13": "2024-12-01"}, stage=Stage.CLOSED), make_template())
    keep(vault, gone)
    assert [(one.talk.id, one.what, one.day) for one in story.going_soon(vault)] == [(gone.id, "talk", date(2026, 12, 1)), (soon.id, "texts", date(2026, 12, 10))]


def test_purge_in_a_shell_says_how_many(vault, monkeypatch, capsys):
    keep(vault, make_talk({"a01": "Gammel", "a13": "2020-01-01", "c12": "x"}))
    vault.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    assert cli.main(["--data-dir", str(vault.folder), "purge", "--due"]) == 0
    assert capsys.readouterr().out == "Tekster slettet i 1 samtaler, 0 samtaler slettet helt.\n"


def test_little_room_is_told_before_there_is_none(tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 12_000_000})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert safekeeping.low_on_room(tmp_path) == 12
    usage.free = 10**10
    assert safekeeping.low_on_room(tmp_path) == 0
