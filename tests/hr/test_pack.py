# SPDX-License-Identifier: EUPL-1.2
"""A pack as data: the same bytes everywhere, each broken rule named with its place, rubbish refused in words."""

import json
import random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop import paths
from senior_desktop.conversation.catalogue import Override
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import PackRefused
from senior_desktop.hr import pack
from senior_desktop.hr.pack import Pack, Seal
from senior_desktop.paper import labels


def make_pack(**changes: Any) -> Pack:
    """A municipality with an opinion on most things."""
    one = Pack(
        "0" * 31 + "1", 1, "2026-11-23", "Eksempel Kommune", "dpo@eksempel.dk", "HR, 11 22 33 44", ("Plejecenter Åbrinken",),
        {"OfferAge": 60, "ProductWord": "senkarrieresamtale", "MinBatch": 6},
        measures=(
            Override("H1", offered=False),
            Override("A4", cost=1, decides=("C",), text=Wording("Hos os fredag.", "Fridays here."),
                     facts=Wording("Aftalt lokalt.", "Agreed locally."), valid="2026-04-01"),
        ),
        discussed="2026-03-02", key="ab" * 32, seals=(Seal("Rod", "AB" * 32),),
    )  # fmt: skip
    return msgspec.structs.replace(one, **changes)


WRONG = [
    ({"id": "x"}, "id", "wrong_value"),
    ({"version": 0}, "version", "wrong_value"),
    ({"made": "23-11-2026"}, "made", "wrong_value"),
    ({"discussed": "i marts"}, "discussed", "wrong_value"),
    ({"municipality": ""}, "municipality", "no_words"),
    ({"municipality": "X\nY"}, "municipality", "wrong_value"),
    ({"data_officer": " "}, "data_officer", "no_words"),
    ({"units": ("",)}, "units", "wrong_value"),
    ({"invitation_days": 13}, "invitation_days", "wrong_value"),
    ({"rules": {"Telemetry": 1}}, "rules/Telemetry", "unknown_rule"),
    ({"rules": {"KeyMode": "standard"}}, "rules/KeyMode", "unknown_rule"),
    ({"rules": {"MinBatch": 4}}, "rules/MinBatch", "wrong_value"),
    ({"rules": {"OfferAge": 49}}, "rules/OfferAge", "wrong_value"),
    ({"rules": {"IndicatorSet": "valg1-1ff-e1"}}, "rules/IndicatorSet", "over_budget"),
    ({"measures": (Override("Z9"),)}, "measures/Z9", "unknown_measure"),
    ({"measures": (Override("A1"), Override("A1"))}, "measures/A1", "double"),
    ({"measures": (Override("K", offered=False),)}, "measures/K", "no_change_stays"),
    ({"measures": (Override("A1", cost=3),)}, "measures/A1", "wrong_value"),
    ({"measures": (Override("A1", decides=("X",)),)}, "measures/A1", "wrong_value"),
    ({"measures": (Override("A1", facts=Wording("a", "a")),)}, "measures/A1", "no_date"),
    ({"measures": (Override("A1", text=Wording("en vej til nedtrapning", "b")),)}, "measures/A1", "avoided_word"),
    ({"letters": {"reklame_da": "# X\n"}}, "letters/reklame_da", "unknown_letter"),
    ({"letters": {"invitation_da": "# X\nKære {navn}\n"}}, "letters/invitation_da/2", "unknown_placeholder"),
    ({"letters": {"invitation_da": "# X\nOm din afvikling\n"}}, "letters/invitation_da/2", "avoided_word"),
    ({"template": "id = 1"}, "template/id", "wrong_type"),
    ({"key": "kort"}, "key", "wrong_value"),
    ({"seals": (Seal("X", "ab"),)}, "seals/1", "wrong_value"),
    ({"logo": b"GIF89a"}, "logo", "no_picture"),
    ({"logo": b"\x89PNG\r\n\x1a\n" + bytes(pack.LARGEST_LOGO)}, "logo", "too_large"),
]


def test_the_same_pack_gives_the_same_bytes_and_comes_back() -> None:
    one = make_pack(rules={"MinBatch": 6, "OfferAge": 60, "ProductWord": "senkarrieresamtale"})
    assert pack.encoded(one) == pack.encoded(make_pack())
    assert pack.decoded(pack.encoded(one)) == one


@pytest.mark.parametrize(("changes", "place", "fault"), WRONG)
def test_a_broken_rule_is_named_with_its_place(changes: dict[str, Any], place: str, fault: str) -> None:
    """Also when the bytes were signed all the same: the check stands before making and before taking."""
    wrong = make_pack(**changes)
    with pytest.raises(PackRefused) as made:
        pack.encoded(wrong)
    with pytest.raises(PackRefused) as taken:
        pack.decoded(pack.draft_bytes(wrong))
    for found in (made, taken):
        assert found.value.facts["fault"] == fault
        assert str(found.value.facts["place"]).startswith(place)
        for language in ("da", "en"):
            assert labels.words(language)(f"codes.{fault}") in labels.say(found.value, language)


def test_a_whole_template_may_come_along() -> None:
    text = (paths.resources() / "templates" / "senior.1.toml").read_text(encoding="utf-8")
    assert pack.decoded(pack.encoded(make_pack(template=text))).template == text


def test_what_changes_is_told_and_what_is_secret_by_its_place_alone() -> None:
    old, new = make_pack(), make_pack(data_officer="ny@eksempel.dk", key="cd" * 32, measures=(), rules={"OfferAge": 58})
    told = pack.changes(old, new)
    assert ("data_officer", "dpo@eksempel.dk", "ny@eksempel.dk") in told
    assert ("rules.OfferAge", "60", "58") in told and ("rules.MinBatch", "6", "") in told
    assert ("measures.A4", "", "is_gone") in told and ("measures.H1", "", "is_gone") in told
    assert ("key", "", "is_other") in told and "cd" * 8 not in str(told)
    assert pack.changes(old, old) == ()


def test_every_place_of_a_change_has_words() -> None:
    """Whatever differs, the leader reads what it is."""
    one = make_pack(template="x", logo=b"\xff\xd8\xff", letters=dict.fromkeys(pack.LETTERS, "# T"), pension_facts=True, follow_up_months=4,
                    days_to_read=6, invitation_days=20, rules=dict.fromkeys(pack.RULES, 1))  # fmt: skip
    for language in ("da", "en"):
        say_it = labels.words(language)
        for place, _, _ in pack.changes(None, one):
            kind, _, name = place.partition(".")
            key = {"measures": "measure", "letters": f"letter_{name.rpartition('_')[0]}", "rules": name}.get(kind, kind)
            assert say_it(f"pack.place_{key}", name="x", language="da")


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        (b"", "no_pack"), (b"\xff\xfe", "no_pack"), (b"[" * 100_000, "no_pack"), (b"{}", "no_pack"), (b'{"format": 3}', "no_pack"),
        (b'{"format": "senior-vault/1"}', "no_pack"), (b'{"format": "senior-pack/2", "more": 1}', "newer"),
        (b'{"format": "senior-pack/1"}', "damaged"), (b" " * (pack.LARGEST + 1), "too_large"),
        (b'{"format": "senior-pack/1", "key": "x", "signature": "y", "content": ""}', "damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_pack_is_told_in_words(file: bytes, fault: str) -> None:
    with pytest.raises(PackRefused) as found:
        pack.envelope(file)
    assert found.value.facts["fault"] == fault
    for language in ("da", "en"):
        assert labels.say(found.value, language)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_pack_or_refused_in_words(content: bytes) -> None:
    for read in (pack.envelope, pack.decoded):
        try:
            read(content)
        except PackRefused as fault:
            assert labels.say(fault, "da")


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """The pack with one thing wrong: a byte, a cut, a field taken away, or a value of another kind."""
    match chance.randrange(4):
        case 0:
            at = chance.randrange(len(whole))
            return whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :]
        case 1:
            return whole[: chance.randrange(len(whole))]
        case 2:
            said = json.loads(whole)
            said.pop(chance.choice(list(said)))
            return json.dumps(said).encode()
        case _:
            said = json.loads(whole)
            key = chance.choice(list(said))
            said[key] = chance.choice([None, -1, 10**30, "x" * 5000, [], {}, [[]], True, "\u202e", 1.5, ["A1", 2]])
            return json.dumps(said).encode()


@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_spoilt_packs_are_each_a_sentence(seed: int) -> None:
    """No crash; each refusal names what is wrong, and a place where there is one. What is still a pack is a whole one."""
    chance, whole = random.Random(seed), pack.encoded(make_pack())
    for _ in range(1000):
        try:
            assert pack.encoded(pack.decoded(spoilt(whole, chance)))
        except PackRefused as fault:
            assert labels.say(fault, "da")
