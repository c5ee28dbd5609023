# SPDX-License-Identifier: EUPL-1.2
"""A key that somebody else has issued: from a PKCS#12 file, or on a card that never lets it out."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from paper import papers
from paper.signed_papers import DRAWN, TYPED

from senior_desktop.errors import CardUnreadable, KeyUnfit, PaperUnreadable
from senior_desktop.paper import card, identity, labels, pdf, seals, signing, verify
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.seals import Seal, Seals

DRIVERS = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so")
PIN = "2749"


class Issued(NamedTuple):
    """A leader's key with certificates from an authority of this test's own."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    leaf: x509.Certificate
    root: x509.Certificate


def issued(*, bits: int = 2048, may_sign: bool = True) -> Issued:
    root_key, key = (rsa.generate_private_key(65537, size) for size in (2048, bits))
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Den Prøvende CA")])
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, papers.MUNICIPALITY), x509.NameAttribute(NameOID.COMMON_NAME, papers.LEADER)])

    def begun(subject: x509.Name, public: rsa.RSAPublicKey, *, ca: bool) -> x509.CertificateBuilder:
        usage = x509.KeyUsage(not ca, may_sign and not ca, False, False, False, ca, ca, False, False)
        return (
            x509.CertificateBuilder(root_name, subject, public, x509.random_serial_number())
            .not_valid_before(papers.NOW - timedelta(days=1)).not_valid_after(papers.NOW + timedelta(days=900))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True).add_extension(usage, critical=True)
        )

    root = begun(root_name, root_key.public_key(), ca=True).sign(root_key, hashes.SHA256())
    return Issued(key, begun(name, key.public_key(), ca=False).sign(root_key, hashes.SHA256()), root)


@pytest.fixture(scope="module")
def given() -> Issued:
    return issued()


def file_of(given: Issued, *, chain: bool = True) -> bytes:
    sealed = serialization.BestAvailableEncryption(b"kode")
    return pkcs12.serialize_key_and_certificates(b"x", given.key, given.leaf, [given.root] if chain else None, sealed)


def signed_with(own: identity.Identity | card.Card) -> bytes:
    """The paper signed by both, the leader with that key."""
    employee = identity.one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    made = pdf.make(papers.paper(), identities=Identities(employee.fingerprint, own.fingerprint))
    return signing.sign_as_employee(signing.sign_as_leader(made, own, DRAWN, papers.NOW), employee, TYPED, papers.NOW)


def judged(made: bytes, own: identity.Identity | card.Card) -> verify.Verdict:
    return verify.verify(made, Seals({seals.plain(own.fingerprint): Seal("", "leader")}))


def test_a_given_key_signs_and_its_issuer_is_named(given: Issued) -> None:
    """Who issued it is read from the chain and said on the paper and by the check; the root may be the known seal."""
    own = identity.imported(file_of(given), b"kode")
    assert own.issuer == "Den Prøvende CA" and own.name == papers.LEADER
    assert identity.open_identity(own.p12, own.passphrase) == own and own.passphrase != b"kode"
    made = signed_with(own)
    found = judged(made, own)
    assert found.colour == "green" and any(line.key == "issuer" and line.facts["issuer"] == "Den Prøvende CA" for line in found.lines)
    assert verify.verify(made, Seals({seals.plain(own.root_fingerprint): Seal("HR", "root")})).colour == "green"
    for language in ("da", "en"):
        assert found.sentences(labels.words(language))


def test_what_cannot_sign_is_refused_with_the_reason(given: Issued) -> None:
    """Wrong password, no chain, not made for signing, a weak or foreign key; nothing is kept of any of them."""
    with pytest.raises(PaperUnreadable):
        identity.imported(file_of(given), b"en anden")
    with pytest.raises(PaperUnreadable):
        identity.imported(b"", b"")
    for one, fault in (
        (file_of(given, chain=False), "key_chain"), (file_of(issued(may_sign=False)), "key_usage"), (file_of(issued(bits=1024)), "key_kind"),
    ):
        with pytest.raises(KeyUnfit) as refused:
            identity.imported(one, b"kode")
        assert refused.value.facts == {"fault": fault}
        for language in ("da", "en"):
            assert labels.say(refused.value, language)


def test_a_key_made_here_is_called_so() -> None:
    """A local root vouches for nobody."""
    own = identity.make_identity(papers.LEADER, "", papers.MUNICIPALITY, papers.NOW)
    assert own.issuer == "" and replace(own, issuer="x") != own
    assert identity.make_identity(papers.LEADER, "", "Å" * 90, papers.NOW).issuer == ""


@pytest.fixture(scope="module")
def driver(given: Issued, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A card made of software, with the given key on it."""
    pkcs11 = pytest.importorskip("pkcs11", reason="python-pkcs11 is not made for this Python (pyproject.toml)")
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    found, tool = next((Path(one) for one in DRIVERS if Path(one).exists()), None), shutil.which("softhsm2-util")
    if found is None or tool is None:
        pytest.skip("SoftHSM is not on this computer; `make test` installs it where there is apt")
    place = tmp_path_factory.mktemp("card")
    (place / "tokens").mkdir()
    (place / "conf").write_text(f"directories.tokendir = {place / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(place / "conf"))
        subprocess.run([tool, "--init-token", "--free", "--label", "Leder", "--pin", PIN, "--so-pin", PIN], check=True, capture_output=True)
        token = pkcs11.lib(str(found)).get_token(token_label="Leder")
        with token.open(rw=True, user_pin=PIN) as session:
            plain = given.key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
            )
            on_card = {pkcs11.Attribute.TOKEN: True}
            session.create_object(decode_rsa_private_key(plain) | on_card | {pkcs11.Attribute.ID: b"1", pkcs11.Attribute.SIGN: True})
            for number, one in ((b"1", given.leaf), (b"2", given.root)):
                der = one.public_bytes(serialization.Encoding.DER)
                session.create_object(decode_x509_certificate(der) | on_card | {pkcs11.Attribute.ID: number})
        yield found


def test_where_cards_cannot_be_read_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a Python that python-pkcs11 is not made for."""
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(CardUnreadable) as refused:
        card.open_card(tmp_path / "no.so", PIN)
    assert refused.value.facts == {"fault": "card_missing"}
    for language in ("da", "en"):
        assert labels.say(refused.value, language)


def test_a_card_signs_and_keeps_its_key(driver: Path) -> None:
    """The key never leaves it; the paper is green on the computer that knows the seal, and says who issued it."""
    own = card.open_card(driver, PIN, "Leder")
    made = signed_with(own)
    own.close()
    found = judged(made, own)
    assert found.colour == "green" and any(line.key == "issuer" for line in found.lines) and PIN not in repr(own)


def test_what_is_wrong_with_a_card_is_said(driver: Path, tmp_path: Path) -> None:
    """PIN, absent card, a driver that is none."""
    (tmp_path / "no.so").write_bytes(b"x")
    for path, pin, label, fault in (
        (driver, "0000", "", "card_pin"), (driver, PIN, "En anden", "card_absent"), (tmp_path / "no.so", PIN, "", "card_driver"),
    ):
        with pytest.raises(CardUnreadable) as refused:
            card.open_card(path, pin, label)
        assert refused.value.facts == {"fault": fault}
        for language in ("da", "en"):
            assert labels.say(refused.value, language)
