# SPDX-License-Identifier: EUPL-1.2
"""A card or token with its own driver (PKCS#11) and a PIN -> a key that signs one act and never leaves it.

The driver is a library of the card's maker: it is loaded only when somebody chose it, and the session is closed after
the act. python-pkcs11 is part of the installation; without it the sentence says so.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID

from senior_desktop.errors import CardUnreadable
from senior_desktop.paper.identity import fingerprint_of, fitting, issuer_of


@dataclass(frozen=True)
class Card:
    """The key as signing wants it, beside its certificate's facts; `close` ends the session."""

    signer: Any = field(repr=False)
    session: Any = field(repr=False)
    name: str = field(repr=False)
    title: str = field(repr=False)
    fingerprint: str
    issuer: str
    not_before: datetime
    not_after: datetime

    def close(self) -> None:
        """End the session with the card."""
        self.session.close()


def open_card(driver: Path, pin: str, label: str = "") -> Card:
    """The first key on the card that has a certificate for signing. label: of the token, when several are there.

    Raises CardUnreadable (driver, absent card, PIN, no key), KeyUnfit (what the certificates lack).
    """
    try:
        import pkcs11
        from pyhanko.sign.pkcs11 import PKCS11Signer
    except ImportError as fault:
        raise CardUnreadable(fault="card_missing") from fault
    try:
        library = pkcs11.lib(str(driver))
    except (pkcs11.PKCS11Error, OSError, RuntimeError) as fault:
        raise CardUnreadable(fault="card_driver") from fault
    try:
        tokens = [slot.get_token() for slot in library.get_slots(token_present=True)]
        fitted = [one for one in tokens if one.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED and label in ("", one.label)]
        if not fitted:
            raise CardUnreadable(fault="card_absent")
        session = fitted[0].open(user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinLocked, pkcs11.PinInvalid, pkcs11.PinLenRange) as fault:
        raise CardUnreadable(fault="card_pin") from fault
    except pkcs11.PKCS11Error as fault:
        raise CardUnreadable(fault="card_absent") from fault
    try:
        return _of(session, PKCS11Signer, pkcs11)
    except BaseException:
        session.close()
        raise


def _of(session: Any, signer_of: Any, pkcs11: Any) -> Card:
    """The key with its certificate and the chain above it, all from the card."""
    held = [
        (one[pkcs11.Attribute.ID], bytes(one[pkcs11.Attribute.VALUE]))
        for one in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
    ]
    keys = [one[pkcs11.Attribute.ID] for one in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY})]
    found = next(((number, der) for number, der in held if number and number in keys), None)
    if found is None:
        raise CardUnreadable(fault="card_key")
    leaf = x509.load_der_x509_certificate(found[1])
    chain = fitting(leaf, [x509.load_der_x509_certificate(der) for _, der in held if der != found[1]])
    def ours(one: x509.Certificate) -> asn1.Certificate:
        return asn1.Certificate.load(one.public_bytes(serialization.Encoding.DER))

    signer = signer_of(session, key_id=found[0], signing_cert=ours(leaf), ca_chain=[ours(one) for one in chain])

    def said(what: x509.ObjectIdentifier) -> str:
        values = leaf.subject.get_attributes_for_oid(what)
        return str(values[0].value) if values else ""

    return Card(
        signer, session, said(NameOID.COMMON_NAME), said(NameOID.TITLE), fingerprint_of(leaf), issuer_of(leaf),
        leaf.not_valid_before_utc, leaf.not_valid_after_utc,
    )
