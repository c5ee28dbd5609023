# SPDX-License-Identifier: EUPL-1.2
"""What is erased is gone from the decrypted pages too; what stays names nobody."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from senior_desktop.conversation.conversation import Answer, Conversation, new_id, new_number, with_answer
from senior_desktop.errors import VaultDamaged
from senior_desktop.vault import audit, keys, slots
from senior_desktop.vault.contributions import seal, sealed, wait, waiting
from senior_desktop.vault.erase import erase, tombstones

MARKER = "Brombærsyltetøj"
PAGE, RESERVED, SALT = 4096, 80, 16


def decrypted(file: Path, key: bytes) -> bytes:
    """Every page of a SQLCipher 4 file in clear, free pages too: the last 80 bytes of each are IV and HMAC."""
    content, clear = file.read_bytes(), b""
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        start = SALT if at == 0 else 0
        iv = page[PAGE - RESERVED :][:16]
        reader = Cipher(AES256(key), CBC(iv)).decryptor()
        clear += reader.update(page[start : PAGE - RESERVED]) + reader.finalize()
    return clear


@pytest.fixture
def told(vault, talk_with):
    """A talk with a marker in its answers, earlier texts, notes, name, paper and waiting codes."""
    talk = talk_with(f"Bo {MARKER}")
    for number in range(30):
        words = f"{number} {MARKER} " * 40
        vault.change(talk.id, lambda one, said=words: with_answer(one, "c12", Answer(said)))
    vault.change(talk.id, lambda talk: replace(talk, position="sign"), {"sheet": f"%PDF {MARKER} ".encode() * 3000})
    wait(vault, talk.id, talk.person, "sen1", {"c11": 1}, os.urandom(32), "2026-02-03")
    return talk


def test_an_erased_talk_is_gone_from_every_page(vault, told, talk_with, folder, passphrase):
    kept = talk_with("Lis Lund")
    vault.checkpoint()
    key = keys.derive(slots.by_passphrase(slots.read(folder), passphrase).vault_key, "db")
    before = decrypted(folder / "vault.db", key)
    assert before.count(MARKER.encode()) > 1000
    receipt = erase(vault, told.id)
    assert (folder / "vault.db-wal").stat().st_size == 0
    after = decrypted(folder / "vault.db", key)
    assert MARKER.encode() not in after
    assert len(after) < len(before)
    assert b"Lis Lund" in after
    assert (receipt.texts_before, receipt.papers, receipt.codes_waiting, receipt.person_too) == (20, 1, 1, True)
    assert [one.id for one in vault.conversations()] == [kept.id]
    assert waiting(vault) == []
    vault.check_whole()


def test_the_receipt_and_the_tombstone_name_nobody(vault, told, folder, clock):
    receipt = erase(vault, told.id)
    assert MARKER not in str(asdict(receipt))
    assert (receipt.tombstone, receipt.at) == (told.id, clock().isoformat())
    assert json.loads((folder / "tombstones.json").read_text()) == {"format": "senior-tombstones/1", "ids": [told.id]}
    assert audit.events(vault)[-1] == (clock().isoformat(), "deleted", told.id)
    assert audit.check(vault)


def test_a_person_with_another_talk_stays(vault, told, clock):
    at = clock().isoformat()
    other = Conversation(new_id(), told.person, new_number(2026), "senior.1", "0" * 64, at, at)
    vault.add(other)
    assert not erase(vault, told.id).person_too
    assert vault.person(other.person).name == f"Bo {MARKER}"
    assert erase(vault, other.id).person_too
    assert vault.people() == []
    assert tombstones(vault.folder) == tuple(sorted((told.id, other.id)))


def test_a_sealed_batch_stays_as_it_was(vault, told):
    content = seal(vault, [told.id], lambda chosen: ("b1", b"counts"), "2026H1")
    erase(vault, told.id)
    assert [one.content for one in sealed(vault)] == [content]


def test_an_unknown_talk_leaves_no_tombstone(vault, folder):
    with pytest.raises(KeyError):
        erase(vault, new_id())
    assert tombstones(folder) == ()


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"format": "other", "ids": []}'])
def test_damaged_tombstones_stop_an_erasure_before_it_begins(vault, told, folder, content):
    (folder / "tombstones.json").write_bytes(content)
    with pytest.raises(VaultDamaged):
        erase(vault, told.id)
    assert vault.get(told.id).id == told.id
