# SPDX-License-Identifier: EUPL-1.2
"""How hard a passphrase is to guess: what everybody tries first is weak, four words of one's own are strong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.vault.strength import Strength, bits, strength


@pytest.mark.parametrize("typed", ["", "123456789012", "qwertyuiop12", "Password1234", "abcdefghijkl", "kommune kommune kommune", "aaaaaabbbbbb", "Sommer2026!!"])
def test_what_everybody_tries_first_is_weak(typed: str) -> None:
    assert strength(typed) is Strength.WEAK


@pytest.mark.parametrize("typed", ["fem grønne tog til Ærø", "kaffe under birketræet hver torsdag", "Gulerod-Banjo-Havn-72", "en helt ny og lang sætning"])
def test_words_of_ones_own_are_strong(typed: str) -> None:
    assert strength(typed) is Strength.STRONG


@given(st.text(max_size=80), st.text(max_size=20))
def test_more_letters_never_make_it_easier_by_much(typed: str, more: str) -> None:
    """Any text gives a number; what is typed once more counts once."""
    assert bits(typed) >= 0
    assert bits(f"{typed}{typed}") <= bits(typed) + 3 * 7  # the seam
    assert strength(typed + more) in Strength
