# SPDX-License-Identifier: EUPL-1.2
"""A key made for one signature, kept between two of them, opens as the same key or not at all."""

import ipaddress
import socket

import pytest
from asn1crypto import x509
from hypothesis import given
from hypothesis import strategies as st
from paper import papers

from senior_desktop.errors import PaperUnreadable
from senior_desktop.paper import container
from senior_desktop.paper.identity import limited, one_time_identity, open_one_time


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
