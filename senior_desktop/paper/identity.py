# SPDX-License-Identifier: EUPL-1.2
"""A name and a municipality -> a key with its certificate, made on this computer: the leader's, or a one-time one.

Each leaf comes from a small local root whose key is thrown away at once: readers then say plainly that the
issuer is not trusted, and nobody can issue a second leaf from it. The root may only speak for its own
municipality (critical name constraints, RFC 5280 4.2.1.10). The certificates say who somebody says they
are; nothing here proves it.
"""

import ipaddress
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from senior_desktop.errors import CertificateExpired, KeyUnfit, PaperUnreadable

LEADER_LIFE = timedelta(days=3 * 365)
ONE_TIME_LIFE = timedelta(days=30)
"""An employee who walks away after the leader has signed may come back and finish it."""
KDF_ROUNDS = 200_000
ROOT_NAME = "{municipality} - Seniorsamtale rod"
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
ONE_TIME_NOTE = "Engangsnøgle, afgivet på lederens computer"
"""Stands in the employee's certificate (OU), so that no reader takes the key for the employee's own."""


@dataclass(frozen=True)
class Identity:
    """The leader's key as PKCS#12 (AES-256) with its random passphrase, and what it is called.

    fingerprint, root_fingerprint: SHA-256 of the certificates, 16 groups of four hex digits.
    """

    p12: bytes = field(repr=False)
    passphrase: bytes = field(repr=False)
    name: str = field(repr=False)
    title: str = field(repr=False)
    fingerprint: str
    root_fingerprint: str
    not_before: datetime
    not_after: datetime
    issuer: str = ""
    """Who vouches for the name; "" for a root made on this computer. Read from the chain, never a setting."""


@dataclass(frozen=True)
class OneTime:
    """The employee's key for one signature; who keeps it meanwhile keeps it encrypted, and drops it after signing."""

    p12: bytes = field(repr=False)
    passphrase: bytes = field(repr=False)
    name: str = field(repr=False)
    fingerprint: str
    not_before: datetime
    not_after: datetime


def make_identity(name: str, role_title: str, municipality: str, now: datetime) -> Identity:
    """A leader's identity, valid three years from `now` (with offset): P-256 leaf from a local root."""
    passphrase = secrets.token_urlsafe(32).encode("ascii")
    leaf = _leaf_name(municipality, name, title=role_title)
    p12 = _issue(municipality, leaf, passphrase, now, LEADER_LIFE, KDF_ROUNDS)
    return open_identity(p12, passphrase)


def open_identity(p12: bytes, passphrase: bytes) -> Identity:
    """A kept identity, from the PKCS#12 file and its passphrase. Raises PaperUnreadable when they do not fit."""
    try:
        key, leaf, others = pkcs12.load_key_and_certificates(p12, passphrase)
    except ValueError as fault:
        raise PaperUnreadable() from fault
    if key is None or leaf is None or not others:
        raise PaperUnreadable()
    return Identity(
        p12, passphrase, _said(leaf, NameOID.COMMON_NAME), _said(leaf, NameOID.TITLE), fingerprint_of(leaf),
        fingerprint_of(others[0]), leaf.not_valid_before_utc, leaf.not_valid_after_utc, issuer_of(leaf),
    )


def imported(p12: bytes, password: bytes) -> Identity:
    """A key that somebody else has issued, as PKCS#12, sealed anew as our own are.

    Raises PaperUnreadable (no PKCS#12, wrong password), KeyUnfit (fault: what the certificates lack).
    """
    try:
        key, leaf, others = pkcs12.load_key_and_certificates(p12, password or None)
    except ValueError as fault:
        raise PaperUnreadable() from fault
    if key is None or leaf is None:
        raise PaperUnreadable()
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KeyUnfit(fault="key_kind")
    chain = fitting(leaf, others)
    passphrase = secrets.token_urlsafe(32).encode("ascii")
    return open_identity(pkcs12.serialize_key_and_certificates(None, key, leaf, chain, _sealed(passphrase, KDF_ROUNDS)), passphrase)


def fitting(leaf: x509.Certificate, others: Iterable[x509.Certificate]) -> list[x509.Certificate]:
    """The certificates above `leaf`, up to a root that signed itself.

    Raises KeyUnfit when one is missing, when the key is weak, or not meant for signing.
    """
    public = leaf.public_key()
    curve = isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, ec.SECP256R1)
    if not curve and not (isinstance(public, rsa.RSAPublicKey) and public.key_size >= 2048):
        raise KeyUnfit(fault="key_kind")
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound as fault:
        raise KeyUnfit(fault="key_usage") from fault
    if not (usage.digital_signature and usage.content_commitment):
        raise KeyUnfit(fault="key_usage")
    chain, below, left = [], leaf, list(others)
    while below.subject != below.issuer:
        above = next((one for one in left if one.subject == below.issuer), None)
        if above is None:
            raise KeyUnfit(fault="key_chain")
        left.remove(above)
        chain.append(above)
        below = above
    if not chain:
        raise KeyUnfit(fault="key_chain")
    return chain


def issuer_of(leaf: x509.Certificate) -> str:
    """The name of who issued `leaf`; "" for a local root of ours."""
    issuer, organisation = leaf.issuer, leaf.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    names = issuer.get_attributes_for_oid(NameOID.COMMON_NAME) or issuer.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    said = str(names[0].value) if names else "-"
    ours = {limited(ROOT_NAME.format(municipality=one.value)) for one in organisation}
    return "" if said in ours or said.endswith(" - Seniorsamtale rod") else said


def one_time_identity(name: str, municipality: str, now: datetime) -> OneTime:
    """The employee's one-time key, valid for a day; its certificate says that it lives on the leader's computer."""
    passphrase = secrets.token_urlsafe(32).encode("ascii")
    # Few rounds: the passphrase has 256 bits, and the bytes lie in memory or in the vault only.
    p12 = _issue(municipality, _leaf_name(municipality, name, unit=ONE_TIME_NOTE), passphrase, now, ONE_TIME_LIFE, 1000)
    return open_one_time(p12, passphrase)


def open_one_time(p12: bytes, passphrase: bytes) -> OneTime:
    """A one-time key kept between two signatures. Raises PaperUnreadable when file and passphrase do not fit."""
    kept = open_identity(p12, passphrase)
    return OneTime(p12, passphrase, kept.name, kept.fingerprint, kept.not_before, kept.not_after)


class _Timed(Protocol):
    """What holds from one instant to another."""

    @property
    def not_before(self) -> datetime: ...
    @property
    def not_after(self) -> datetime: ...


def check_time(identity: _Timed, now: datetime) -> None:
    """Raises CertificateExpired when `now` is before the certificate's start (clock set back) or past its end."""
    if not identity.not_before <= now <= identity.not_after:
        raise CertificateExpired()


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, in 16 groups of four upper-case hex digits."""
    return grouped_fingerprint(certificate.fingerprint(hashes.SHA256()))


def grouped_fingerprint(digest: bytes) -> str:
    """32 bytes -> "7F9B 12FC …"."""
    text = digest.hex().upper()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _said(certificate: x509.Certificate, what: x509.ObjectIdentifier) -> str:
    values = certificate.subject.get_attributes_for_oid(what)
    return str(values[0].value) if values else ""


def _leaf_name(municipality: str, name: str, *, title: str = "", unit: str = "") -> x509.Name:
    """O first: the root's constraint permits exactly the names that begin with it."""
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, limited(municipality))]
    parts += [x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit)] if unit else []
    parts += [x509.NameAttribute(NameOID.TITLE, limited(title))] if title.strip() else []
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, limited(name))])


def limited(text: str) -> str:
    """`text` without control characters, at most 64 bytes (RFC 5280, upper bounds); "-" when nothing is left."""
    shown = "".join(sign for sign in text if sign.isprintable() and not "\ud800" <= sign <= "\udfff")
    return shown.encode("utf-8")[:64].decode("utf-8", "ignore").strip() or "-"


def _issue(
    municipality: str, leaf_name: x509.Name, passphrase: bytes, now: datetime, life: timedelta, rounds: int,
) -> bytes:
    """Root, leaf and the leaf's key as PKCS#12; the root's key ends here."""
    start = now.astimezone(UTC).replace(microsecond=0)
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, limited(municipality))
    root_name = x509.Name([
        organisation,
        x509.NameAttribute(NameOID.COMMON_NAME, limited(ROOT_NAME.format(municipality=municipality))),
    ])
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    only_ours = x509.NameConstraints(
        permitted_subtrees=[x509.DirectoryName(x509.Name([organisation]))],
        excluded_subtrees=[
            x509.DNSName(""), x509.RFC822Name._init_without_validation(""),
            x509.IPAddress(ipaddress.ip_network("0.0.0.0/0")), x509.IPAddress(ipaddress.ip_network("::/0")),
        ],
    )
    root_id = x509.SubjectKeyIdentifier.from_public_key(root_key.public_key())
    root = (
        _certificate(root_name, root_name, root_key, start, life)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(only_ours, critical=True)
        # Whoever keeps to it (Windows does) takes from this root neither web, log-on nor program certificates: signed
        # documents alone (RFC 9336), and the older purpose that readers built on NSS want beside it.
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(root_id, critical=False)
        .sign(root_key, hashes.SHA256())
    )
    leaf = (
        _certificate(leaf_name, root_name, key, start, life)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        # No extended key usage: with documentSigning alone, readers built on NSS report an unknown issue.
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(root_id), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(None, key, leaf, [root], _sealed(passphrase, rounds))


def _sealed(passphrase: bytes, rounds: int) -> serialization.KeySerializationEncryption:
    return (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, start: datetime, life: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder(subject_name=subject, issuer_name=issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + life)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """Signing and non-repudiation for a leaf; only certificates for a root."""
    return x509.KeyUsage(
        digital_signature=not signs_certificates, content_commitment=not signs_certificates,
        key_cert_sign=signs_certificates, crl_sign=signs_certificates, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )
