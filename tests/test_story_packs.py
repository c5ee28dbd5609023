# SPDX-License-Identifier: EUPL-1.2
"""HR makes a pack, two leaders take it: what it decides holds from the next talk on, and what is under way stays as it was."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from factory import make_row, make_vault, make_workplace

from senior_desktop import cli, pack_in_force, paths, policy_sources, story, tools
from senior_desktop.conversation.catalogue import Override
from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import PackRefused
from senior_desktop.hr import pack
from senior_desktop.vault.store import Vault


@pytest.fixture
def hr(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Vault]:
    with make_vault(tmp_path / "hr", clock, make_workplace(leader="")) as vault:
        yield vault


@pytest.fixture
def vault(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Vault]:
    with make_vault(tmp_path / "leader", clock) as one:
        yield one


def handed_out(hr: Vault, **changes: Any) -> bytes:
    """The next version of HR's pack, as a file."""
    one = tools.draft(hr, hr.now().date())
    return tools.publish(hr, pack.changed(one, **({"data_officer": "dpo@ny.dk"} | changes)), hr.now().date())[1]


def held(vault: Vault, number: int) -> None:
    talk = story.start(vault, story.record(vault, story.invite(vault, f"Opdigtet Person {number}"), "a11", Answer(1)))
    for question, value in (("c11", 4), ("e05", 1)):
        talk = story.record(vault, talk, question, Answer(value))
    talk = story.hold_unsigned(vault, talk)
    for question, code in (("g1", 4), ("g2", 4), ("g3", 1)):
        talk = story.record(vault, talk, question, Answer(code))


def test_a_pack_decides_from_the_next_talk_on(hr: Vault, vault: Vault) -> None:
    before = story.invite(vault, "Kirsten Ærø Møller")
    file = handed_out(
        hr, municipality="Ny Kommune", rules={"OfferAge": 60, "OfferAgainMonths": 24, "ProductWord": "livsfasesamtale"}, invitation_days=28,
        days_to_read=10, follow_up_months=6, measures=(Override("B3", offered=False), Override("A4", cost=2, decides=("O",))),
        letters={"invitation_da": "# Kom til en {talk}\n\nKære {name}\n"},
    )  # fmt: skip
    seen = tools.look_at(vault, file)
    assert seen.trust == "new" and len(seen.fingerprint.split()) == 16 and not seen.taken
    assert seen.fingerprint == tools.own_fingerprint(hr)
    assert ("Alder, hvorfra samtalen tilbydes", "", "60") in seen.changes and ("Tiltag: Faste dage", "", "Tilbydes ikke her") in seen.changes
    tools.take(vault, seen)
    after = story.invite(vault, "Aage Bak")
    assert story.workplace(vault).municipality == "Ny Kommune" and story.workplace(vault).leader == make_workplace().leader
    assert [one.code for one in story.measures_of(vault, after).on_offer({}) if one.code == "B3"] == []
    assert story.measures_of(vault, before).measure("B3").offered and not story.measures_of(vault, after).measure("B3").offered
    assert story.add_agreement(vault, after, make_row(measure="A4")).agreements[0].status != 1  # the union must agree
    letter = story.invitation(vault, after)
    assert letter.title == "Kom til en livsfasesamtale" and "Aage Bak" in letter.text
    assert story.meeting_of(vault, after).day >= "2026-12-21"
    assert story.start(vault, story.record(vault, after, "a11", Answer(1))).text("e04") == "2027-05-24"  # the 23rd is a Sunday
    assert story.record(vault, story.invite(vault, "C"), "a11", Answer(3)).text("a12") == "2028-11-23"
    assert story.at_table(vault, vault.get(after.id)).days_to_read == 10 and story.at_table(vault, before).days_to_read == 5
    assert story.words("da")("talk.word") == "livsfasesamtale"


def test_the_next_version_tells_what_changes_and_talks_keep_theirs(hr: Vault, vault: Vault) -> None:
    tools.take(vault, tools.look_at(vault, handed_out(hr)))
    first = story.invite(vault, "Kirsten Ærø Møller")
    seen = tools.look_at(vault, handed_out(hr, measures=(Override("B3", offered=False),)))
    assert seen.trust == "known" and seen.pack.version == 2 and seen.changes == (("Tiltag: Faste dage", "", "Tilbydes ikke her"),)
    tools.take(vault, seen)
    assert story.measures_of(vault, vault.get(first.id)).measure("B3").offered
    assert not story.measures_of(vault, story.invite(vault, "Aage Bak")).measure("B3").offered


def test_nothing_new_is_the_same_version_byte_for_byte(hr: Vault) -> None:
    assert handed_out(hr) == handed_out(hr)
    assert tools.published(hr).version == 1


def test_a_municipalitys_own_template_holds_for_new_talks_and_the_old_open_on_theirs(hr: Vault, vault: Vault) -> None:
    shipped = (paths.resources() / "templates" / "senior.1.toml").read_text(encoding="utf-8")
    own = shipped.replace('id = "senior"\nversion = 1', 'id = "eksempel"\nversion = 2').replace("Trivsel og arbejdsglæde", "Trivsel hos os")
    before = story.invite(vault, "Kirsten Ærø Møller")
    tools.take(vault, tools.look_at(vault, handed_out(hr, template=own)))
    after = story.invite(vault, "Aage Bak")
    assert after.template == "eksempel.2" and before.template == "senior.1"
    assert story.template_of(vault, after).themes[0].title.da == "Trivsel hos os"
    assert story.template_of(vault, before).themes[0].title.da == "Trivsel og arbejdsglæde"
    talk = story.start(vault, story.record(vault, after, "a11", Answer(1)))
    assert any("eksempel.2" in str(block) for block in story.preview(vault, talk).blocks)  # the paper says which


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda file: file.replace(b'"key": "', b'"key": "0', 1).replace(b'0" ,', b'"'), "damaged"),
        (lambda file: file[:-40], "no_pack"),
        (lambda file: file.replace(b"senior-pack/1", b"senior-pack/9"), "newer"),
    ],
)
def test_a_spoilt_file_changes_nothing(hr: Vault, vault: Vault, spoil: Callable[[bytes], bytes], fault: str) -> None:
    with pytest.raises(PackRefused) as found:
        tools.look_at(vault, spoil(handed_out(hr)))
    assert found.value.facts["fault"] == fault and pack_in_force.in_force(vault) is None


def test_a_changed_letter_in_the_content_is_seen(hr: Vault, vault: Vault) -> None:
    """The content is base64: a changed letter there still reads, and the signature tells."""
    envelope = pack.envelope(handed_out(hr))
    other = pack.wrapped(envelope.content.replace(b"dpo@ny.dk", b"dpo@xx.dk"), envelope.key, envelope.signature)
    with pytest.raises(PackRefused) as found:
        tools.look_at(vault, other)
    assert found.value.facts["fault"] == "altered"


def test_an_older_version_and_another_municipalitys_are_refused(hr: Vault, vault: Vault, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    first, second = handed_out(hr), handed_out(hr, follow_up_months=4)
    tools.take(vault, tools.look_at(vault, second))
    assert tools.look_at(vault, second).taken
    with pytest.raises(PackRefused) as older:
        tools.look_at(vault, first)
    with make_vault(tmp_path / "other", clock, make_workplace(leader="", municipality="Nabo Kommune")) as neighbour, pytest.raises(PackRefused) as foreign:
        tools.look_at(vault, handed_out(neighbour))
    assert (older.value.facts["fault"], foreign.value.facts["fault"]) == ("older", "foreign")
    assert pack_in_force.in_force(vault).follow_up_months == 4


def test_it_names_the_key_or_no_pack_is_taken(hr: Vault, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    file = handed_out(hr)
    key = pack.envelope(file).key
    for named, trust in (([key], "it"), (["00" * 32], None)):
        monkeypatch.setattr(policy_sources, "read_all", lambda names, named=named: ({"machine": {"TemplateTrustKeys": named}}, {}))
        if trust is None:
            with pytest.raises(PackRefused) as found:
                tools.look_at(vault, file)
            assert found.value.facts["fault"] == "not_its_key"
        else:
            assert tools.look_at(vault, file).trust == trust


def test_its_own_word_stands_above_the_packs(hr: Vault, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    tools.take(vault, tools.look_at(vault, handed_out(hr, rules={"OfferAge": 60, "MinBatch": 7})))
    monkeypatch.setattr(policy_sources, "read_all", lambda names: ({"machine": {"OfferAge": 55}}, {}))
    rules = pack_in_force.rules(vault, story.workplace(vault))
    assert rules.number("OfferAge") == 55 and rules.locked("OfferAge")
    assert rules.number("MinBatch") == 7 and rules.by_pack("MinBatch") and not rules.locked("MinBatch")


def test_what_it_has_laid_out_is_found_the_newest_first(hr: Vault, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_sources, "file", lambda: tmp_path / "machine" / "policy.json")
    assert tools.laid_out(vault) is None
    folder = tmp_path / "machine" / "packs"
    folder.mkdir(parents=True)
    (folder / "a.seniorpack").write_bytes(handed_out(hr))
    (folder / "b.seniorpack").write_bytes(handed_out(hr, follow_up_months=5))
    (folder / "c.seniorpack").write_bytes(b"rubbish")
    found = tools.laid_out(vault)
    assert found is not None and found.pack.version == 2
    tools.take(vault, found)
    assert tools.laid_out(vault) is None


def test_files_for_hr_carry_the_packs_seal_and_hr_knows_them(hr: Vault, vault: Vault) -> None:
    """The organisation key: accidents and outsiders are told from the municipality's own leaders."""
    tools.take(vault, tools.look_at(vault, handed_out(hr, discussed="2026-03-02", measures=(), rules={"MinBatch": 6})))
    for number in range(6):
        held(vault, number)
        assert story.waiting_for_hr(vault).missing == 5 - number
    handed = story.contribute(vault)
    assert b";h1:" in handed.content and story.handed_in(vault) == (handed,)
    kept = story.kept_for_hr(hr, hr.folder)
    read = story.pool([(handed.name, handed.content)], kept.pooled).read
    assert [one.outcome for one in read] == ["accepted"]
    assert story.pool([(handed.name, handed.content)]).read[0].why.count("forseglet med kommunens nøgle") == 1
    (hr.folder / "hr.seniorpack").write_bytes(tools.publish(hr, tools.published(hr), hr.now().date())[1])
    (hr.folder / handed.name).write_bytes(handed.content)
    (hr.folder / "x.seniorpack").write_bytes(b"rubbish")
    known = ["hr", "check", str(hr.folder / handed.name), "--pack", str(hr.folder / "hr.seniorpack")]
    assert (cli.main(known), cli.main(known[:3]), cli.main([*known[:4], str(hr.folder / "x.seniorpack")])) == (0, 1, 1)
    unknown = handed.content.replace(b";h1:", b";d1:")
    assert story.pool([("x.csv", unknown)], story.kept_for_hr(hr, hr.folder).pooled).read[0].outcome == "refused"


def test_an_unfinished_draft_is_kept_and_says_what_is_missing(hr: Vault) -> None:
    one = tools.draft(hr, hr.now().date())
    tools.keep_draft(hr, pack.changed(one, contact="Anne i HR", measures=(Override("A1", text=Wording("Kort", "")),)))
    again = tools.draft(hr, hr.now().date())
    assert again.contact == "Anne i HR"
    faults = dict(tools.faults_in_pack(again))
    assert {"data_officer", "measures/A1"} <= faults.keys() and "Databeskyttelse" in faults["data_officer"]
    assert tools.published(hr) is None


def test_without_a_pack_the_first_run_s_facts_stand_in_the_privacy_notice(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """Municipality, contact, officer; what is missing is told calmly, and its line left out."""
    vault = make_vault(tmp_path, clock, make_workplace(discussed=""))
    talk = story.invite(vault, "Kirsten Ærø Møller")
    assert "Kontakt i HR" in tools.about_pack(vault) and "HovedMED" in tools.about_pack(vault)
    assert "i kommunen:" not in story.invitation(vault, talk).text
    vault.put_workplace(make_workplace(contact="Anne i HR, 12 34 56 78"))
    letter = story.invitation(vault, talk).text
    assert "Anne i HR, 12 34 56 78" in letter and "Eksempel Kommune er dataansvarlig" in letter and "dpo@" in letter
    assert tools.about_pack(vault) == "Uden HR-pakke: programmets egne standarder gælder."
