# SPDX-License-Identifier: EUPL-1.2
"""Nothing -> one paper at each step of signing, with the keys that signed it; and the same with a later time stamp."""

import io
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from paper import papers
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from senior_desktop.paper import pdf, seals, signing
from senior_desktop.paper.appearance import Mark
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.identity import Identity, OneTime, make_identity, one_time_identity
from senior_desktop.paper.seals import Seal, Seals

DRAWN, TYPED = Mark(strokes=papers.STROKES), Mark(typed=papers.EMPLOYEE)


class Signed(NamedTuple):
    """One paper at each step, the keys that signed it, and a book that knows the leader."""

    unsigned: bytes
    once: bytes
    twice: bytes
    leader: Identity
    employee: OneTime
    book: Seals


@cache
def signed() -> Signed:
    """The four-page sheet of the tests, signed by both."""
    leader = make_identity(papers.LEADER, papers.LEADER_TITLE, papers.MUNICIPALITY, papers.NOW)
    employee = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    unsigned = pdf.make(papers.paper(), identities=Identities(employee.fingerprint, leader.fingerprint))
    once = signing.sign_as_leader(unsigned, leader, DRAWN, papers.NOW)
    twice = signing.sign_as_employee(once, employee, TYPED, papers.NOW + timedelta(minutes=2))
    return Signed(unsigned, once, twice, leader, employee, Seals({seals.plain(leader.fingerprint): Seal("", "leader")}))


@cache
def stamped() -> bytes:
    """The same with a time stamp in the field kept free for it, by an authority of this test's own."""
    writer = signing._Appending(io.BytesIO(signed().twice), strict=True)
    stamper = PdfTimeStamper(_authority(), field_name="Tidsstempel")
    return bytes(stamper.timestamp_pdf(writer, "sha256", bytes_reserved=9000).getvalue())


def _authority() -> DummyTimeStamper:
    """An authority with a root of its own, both in the stamp."""
    root_key, key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    root_name, name = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, said)]) for said in ("Stempelrod", "Tidsstempler"))

    def begun(subject: x509.Name, public: rsa.RSAPublicKey, *, ca: bool) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder(root_name, subject, public, x509.random_serial_number())
            .not_valid_before(papers.NOW - timedelta(days=1)).not_valid_after(papers.NOW + timedelta(days=9999))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )

    root = begun(root_name, root_key.public_key(), ca=True).sign(root_key, hashes.SHA256())
    leaf = (
        begun(name, key.public_key(), ca=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    held = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    ours, above = (asn1.Certificate.load(one.public_bytes(serialization.Encoding.DER)) for one in (leaf, root))
    store = SimpleCertificateStore.from_certs([above])
    return DummyTimeStamper(ours, keys.PrivateKeyInfo.load(held), certs_to_embed=store, fixed_dt=papers.NOW)
