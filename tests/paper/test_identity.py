# SPDX-License-Identifier: EUPL-1.2
"""A key made for one signature, kept between two of them, opens as the same key or not at all."""

import pytest
from paper import papers

from senior_desktop.errors import PaperUnreadable
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
