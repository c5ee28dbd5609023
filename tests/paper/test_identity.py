# SPDX-License-Identifier: EUPL-1.2
"""A key made for one signature, kept between two of them, opens as the same key or not at all."""

import ipaddress
import socket
import subprocess
from pathlib import Path

import pytest
from asn1crypto import x509
from cryptography import x509 as crypto
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from hypothesis import given
from hypothesis import strategies as st
from paper import papers
from programs import tool

from senior_desktop.errors import PaperUnreadable
from senior_desktop.paper import container
from senior_desktop.paper.identity import limited, make_identity, one_time_identity, open_one_time


def test_a_kept_one_time_key_is_the_same_key() -> None:
    """A pause between the leader's signature and the employee's is no loss."""
    made = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    assert open_one_time(made.p12, made.passphrase) == made
    with pytest.raises(PaperUnreadable):
        open_one_time(made.p12, b"wrong")
    with pytest.raises(PaperUnreadable):
        open_one_time(b"", b"")


def test_a_name_is_limited_to_what_a_certificate_holds() -> None:
    """64 bytes of printable characters, no letter cut in half; nothing left is said as "-"."""
    assert limited("Søren\x00 Håkansson ") == "Søren Håkansson"
    assert limited("a" + "Å" * 100) == "a" + "Å" * 31 and limited(" \n") == "-"


@given(st.ip_addresses())
def test_windows_reads_every_address_as_other_systems_do(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """A root rules out all addresses by name, "::" among them; there it could not be read back, and no paper was whole."""
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    assert container.packed(family, str(address)) == socket.inet_pton(family, str(address))


def test_a_root_that_rules_out_all_addresses_is_read_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put in place of the library's own reading there gives back the same bytes."""
    monkeypatch.setattr(x509, "inet_pton", container.packed)
    for network in ("::/0", "0.0.0.0/0"):
        name = x509.GeneralName(name="ip_address", value=network)
        assert x509.GeneralName.load(name.dump(force=True)).native == network


def test_a_local_root_can_issue_nothing_but_document_certificates_of_its_municipality(tmp_path: Path) -> None:
    """Its key is gone; and what it says of itself rules out web servers, mail addresses, addresses, and a root below it."""
    made = make_identity(papers.LEADER, papers.LEADER_TITLE, papers.MUNICIPALITY, papers.NOW)
    _, leaf, (root,) = pkcs12.load_key_and_certificates(made.p12, made.passphrase)
    basic = root.extensions.get_extension_for_class(crypto.BasicConstraints)
    names = root.extensions.get_extension_for_class(crypto.NameConstraints)
    purposes = root.extensions.get_extension_for_class(crypto.ExtendedKeyUsage).value
    usage = root.extensions.get_extension_for_class(crypto.KeyUsage).value
    assert basic.critical and basic.value.path_length == 0 and names.critical and usage.key_cert_sign and not usage.digital_signature
    assert [one.value.rfc4514_string() for one in names.value.permitted_subtrees] == [f"O={papers.MUNICIPALITY}"]
    assert {type(one).__name__ for one in names.value.excluded_subtrees} == {"DNSName", "RFC822Name", "IPAddress"}
    assert {one.dotted_string for one in purposes} == {"1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"}
    # Another's reading of the same chain.
    program = tool("openssl")
    for name, one in (("leaf", leaf), ("root", root)):
        (tmp_path / name).write_bytes(one.public_bytes(serialization.Encoding.PEM))
    at = str(int(papers.NOW.timestamp()) + 60)
    for purpose, good in (("any", True), ("sslserver", False), ("codesign", False)):
        done = subprocess.run(
            [program, "verify", "-attime", at, "-x509_strict", "-purpose", purpose, "-CAfile", "root", "leaf"], cwd=tmp_path, capture_output=True, check=False
        )
        assert (done.returncode == 0) is good, (purpose, done.stderr)
