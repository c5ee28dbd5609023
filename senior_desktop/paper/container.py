# SPDX-License-Identifier: EUPL-1.2
"""One signature in a PDF -> who made it and whether every byte of it is accounted for.

The signature container lies outside what it signs, so nothing protects its own bytes. Therefore only one
form of it is accepted: DER, the listed algorithms, no unsigned attributes, exactly the certificates of one
chain, and zeros to the end of the room kept for it.
"""

import hashlib
import ipaddress
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_names
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from senior_desktop.paper.identity import grouped_fingerprint, issuer_of

_SHA256 = (bytes.fromhex("300b0609608648016503040201"), bytes.fromhex("300d06096086480165030402010500"))
_SIGNS = (
    bytes.fromhex("300a06082a8648ce3d040302"),  # ecdsa-with-SHA256
    bytes.fromhex("300d06092a864886f70d01010b0500"),  # sha256WithRSAEncryption
    bytes.fromhex("300d06092a864886f70d0101010500"),  # rsaEncryption
)
_ISSUED_BY = ("1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.13")
"""Certificates may be signed with ECDSA or RSA, SHA-256 or SHA-384/512 (OIDs)."""


def packed(family: int, text: str) -> bytes:
    """An internet address as its 4 or 16 bytes (`family` as the caller's, unused: the text tells). Raises ValueError."""
    return ipaddress.ip_address(text).packed


if sys.platform == "win32":
    # There asn1crypto reads addresses itself and stumbles over "::" (its #308), which our roots rule out by name.
    asn1_names.inet_pton = packed


@dataclass(frozen=True)
class Signer:
    """What one signature says about itself.

    sound: digest, signature, certificate chain, key usage, time and every byte of the container hold.
    issuer: who vouches for the name, "" for a local root. fingerprint: of the signer's certificate; roots: of the certificates above it. time: the signer's clock.
    """

    field: str
    name: str
    fingerprint: str
    roots: tuple[str, ...]
    time: datetime | None
    sound: bool
    issuer: str = ""


def read(signature: Any, pdf: bytes) -> Signer:
    """`signature` (pyHanko's EmbeddedPdfSignature) of the file `pdf`. Raises what the parsers raise."""
    leaf = x509.load_der_x509_certificate(signature.signer_cert.dump())
    others = [x509.load_der_x509_certificate(one.dump()) for one in signature.other_embedded_certs]
    time = signature.self_reported_timestamp
    names = leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    sound = (
        _genuine(signature)
        and _nothing_loose(signature, pdf)
        and _bound(signature, leaf)
        and _chained(leaf, others)
        and _may_sign(leaf)
        and time is not None and time.utcoffset() is not None
        and leaf.not_valid_before_utc <= time <= leaf.not_valid_after_utc
    )
    return Signer(
        str(signature.field_name), str(names[0].value) if names else "", _print(leaf),
        tuple(_print(one) for one in others), time, sound, issuer_of(leaf),
    )


@dataclass(frozen=True)
class Stamp:
    """What a time stamp says. genuine: it is of this very file and its signature holds; sound: every byte is bound."""

    name: str
    time: datetime
    genuine: bool
    sound: bool


_SHA2 = ("sha256", "sha384", "sha512")
_STAMP_DIGESTS = tuple(
    bytes.fromhex(f"30{size}060960864801650304020{number}{end}") for number in "123" for size, end in (("0b", ""), ("0d", "0500"))
)
_STAMP_SIGNS = (
    *_SIGNS,
    *(bytes.fromhex(f"300a06082a8648ce3d04030{number}") for number in "34"),  # ecdsa-with-SHA384, -SHA512
    *(bytes.fromhex(f"300d06092a864886f70d01010{number}0500") for number in "cd"),  # sha384-, sha512WithRSAEncryption
)


def read_stamp(signature: Any, pdf: bytes) -> Stamp:
    """`signature` (a document time stamp, RFC 3161) of the file `pdf`. Raises what the parsers raise."""
    data, who = signature.signed_data, signature.signer_info
    leaf = x509.load_der_x509_certificate(signature.signer_cert.dump())
    others = [x509.load_der_x509_certificate(one.dump()) for one in signature.other_embedded_certs]
    token = data["encap_content_info"]["content"]
    said, digest = token.parsed, who["digest_algorithm"]["algorithm"].native
    imprint = said["message_imprint"]
    intact, valid = False, False
    if digest in _SHA2 and imprint["hash_algorithm"]["algorithm"].native in _SHA2:
        intact, valid = validate_sig_integrity(
            who, signature.signer_cert, expected_content_type="tst_info",
            actual_digest=hashlib.new(digest, bytes(token)).digest(),
        )
    names = leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    # A root in the token is bound by its own signature; without one the topmost certificate is not.
    bound = (
        _one_form(signature, pdf) and _listed(data, who, signature.signer_cert, _STAMP_DIGESTS, _STAMP_SIGNS)
        and data["version"].native == "v3" and data["encap_content_info"]["content_type"].native == "tst_info"
        and _chained(leaf, others) and _may_stamp(leaf)
    )
    return Stamp(
        str(names[0].value) if names else "", said["gen_time"].native,
        bool(intact and valid and imprint["hashed_message"].native == signature.compute_digest()), bound,
    )


def _may_stamp(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return list(usage) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _print(certificate: x509.Certificate) -> str:
    return grouped_fingerprint(certificate.fingerprint(hashes.SHA256()))


def _genuine(signature: Any) -> bool:
    """The digest of the byte range is the one signed, and the signature is the certificate's."""
    if signature.md_algorithm != "sha256":
        return False
    intact, valid = validate_sig_integrity(
        signature.signer_info, signature.signer_cert, expected_content_type="data",
        actual_digest=signature.compute_digest(),
    )
    return bool(intact and valid)


def _one_form(signature: Any, pdf: bytes) -> bool:
    """The gap in the byte range is exactly the container in upper-case hex: DER, then zeros."""
    start, first, second, _last = (int(number) for number in signature.byte_range)
    raw = bytes(signature.pkcs7_content)
    if start != 0 or pdf[first:second] != b"<" + raw.hex().upper().encode("ascii") + b">":
        return False
    data = signature.signed_data
    tagged = data.dump()
    # ContentInfo is SEQUENCE { OID signedData, [0] SignedData }: rebuilt here, so no byte of it is free.
    container = _tlv(0x30, _tlv(0x06, bytes.fromhex("2a864886f70d010702")) + tagged)
    if raw[: len(container)] != container or any(raw[len(container) :]):
        return False
    return shortest(tagged)


def shortest(data: bytes) -> bool:
    """Whether `data` is DER all through: shortest lengths and whole numbers, nothing over. The bytes of values are not judged."""
    at = 0
    while at < len(data):
        tag, at = data[at], at + 2
        if tag & 0x1F == 0x1F or at > len(data):
            return False
        size = data[at - 1]
        if size >= 0x80:
            digits, at = data[at : at + size - 0x80], at + size - 0x80
            size = int.from_bytes(digits, "big")
            if not digits or digits[0] == 0 or size < 0x80 or at > len(data):
                return False
        value, at = data[at : at + size], at + size
        if at > len(data) or tag & 0x20 and not shortest(value):
            return False
        if tag == 0x02 and (not value or len(value) > 1 and (value[0], value[1] >> 7) in ((0, 0), (0xFF, 1))):
            return False
        if tag == 0x01 and value not in (b"\x00", b"\xff"):
            return False
    return True


def _nothing_loose(signature: Any, pdf: bytes) -> bool:
    """The container has one form only, and in it nothing that is not listed here."""
    if not _one_form(signature, pdf):
        return False
    data = signature.signed_data
    return (
        data["version"].native == "v1"
        and data["encap_content_info"].dump() == bytes.fromhex("300b06092a864886f70d010701")
        and _listed(data, signature.signer_info, signature.signer_cert, _SHA256, _SIGNS)
    )


_DATA_PARTS = ("version", "digest_algorithms", "encap_content_info", "certificates", "signer_infos")
_SIGNER_PARTS = ("version", "sid", "digest_algorithm", "signed_attrs", "signature_algorithm", "signature")


def _listed(data: Any, who: Any, certificate: Any, digests: tuple[bytes, ...], signs: tuple[bytes, ...]) -> bool:
    """One signer, named by issuer and number, with one of these algorithms; certificates, and nothing unsigned."""
    return (
        data.contents == b"".join(data[part].dump() for part in _DATA_PARTS)
        and who.contents == b"".join(who[part].dump() for part in _SIGNER_PARTS)
        and len(data["digest_algorithms"]) == 1 and data["digest_algorithms"][0].dump() in digests
        and data["crls"].native is None
        and all(choice.name == "certificate" for choice in data["certificates"])
        and len(data["signer_infos"]) == 1 and who["version"].native == "v1"
        and who["sid"].name == "issuer_and_serial_number"
        and who["sid"].chosen["issuer"].dump() == certificate.issuer.dump()
        and who["sid"].chosen["serial_number"].native == certificate.serial_number
        and who["digest_algorithm"].dump() == data["digest_algorithms"][0].dump()
        and who["signature_algorithm"].dump() in signs
        and who["unsigned_attrs"].native is None
    )


def _tlv(tag: int, content: bytes) -> bytes:
    """DER: tag, shortest length, content."""
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(digits)]) + digits + content


def _bound(signature: Any, leaf: x509.Certificate) -> bool:
    """The signed attributes name this very certificate (ESS signing-certificate-v2, required by PAdES)."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == "signing_certificate_v2":
            entry = attribute["values"][0]["certs"][0]
            sha256 = entry["hash_algorithm"]["algorithm"].native == "sha256"
            return bool(sha256 and entry["cert_hash"].native == leaf.fingerprint(hashes.SHA256()))
    return False


def _chained(leaf: x509.Certificate, others: list[x509.Certificate]) -> bool:
    """Every certificate in the container belongs to the one chain above `leaf`, up to a root that vouches for itself.

    Without the root's own signature nothing would protect the bytes of the topmost certificate.
    """
    rest, below = list(others), leaf
    while rest:
        above = next((one for one in rest if one.subject == below.issuer), None)
        if above is None or not _issued(below, above) or not _may_issue(above):
            return False
        rest.remove(above)
        below = above
    return below is not leaf and below.subject == below.issuer and _issued(below, below)


def _issued(below: x509.Certificate, above: x509.Certificate) -> bool:
    try:
        below.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return below.signature_algorithm_oid.dotted_string in _ISSUED_BY


def _may_issue(certificate: x509.Certificate) -> bool:
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False


def _may_sign(certificate: x509.Certificate) -> bool:
    """digitalSignature and nonRepudiation, as the identity page requires."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.digital_signature and usage.content_commitment
