# SPDX-License-Identifier: EUPL-1.2
"""A passphrase -> how hard it is to guess, roughly: a hint while it is typed, never a reason to refuse it.

Counted in bits: each letter that does not follow from those before it, by how many letters it was chosen among. Rows of the
keyboard, of numbers and of the alphabet, and what is repeated, count as one.
"""

import math
from enum import StrEnum

ROWS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyzæøå")
FAIR_BITS, STRONG_BITS = 45.0, 65.0
"""With Argon2id at 256 MiB a guess costs about half a second of a whole computer."""

KINDS = ((str.islower, 29), (str.isupper, 29), (str.isdigit, 10), (str.isspace, 1))
OTHERS = 30
COMMON = ("password", "adgangskode", "kodeord", "hemmelig", "seniorsamtale", "kommune", "velkommen", "sommer", "vinter")
"""Words anybody would try first; each counts as one letter."""


class Strength(StrEnum):
    """What the hint says."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def bits(passphrase: str) -> float:
    """Roughly how many bits it takes to guess it."""
    text = passphrase.strip()
    plain = text.casefold()
    for word in COMMON:
        plain = plain.replace(word, "\n")
    kinds = sum(size for is_one, size in KINDS if any(map(is_one, text)))
    kinds += OTHERS if any(not one.isalnum() and not one.isspace() for one in text) else 0
    chosen = sum(not _follows(plain, at) for at in range(len(plain)))
    return chosen * math.log2(max(kinds, 2))


def strength(passphrase: str) -> Strength:
    """The hint for it."""
    found = bits(passphrase)
    return Strength.STRONG if found >= STRONG_BITS else Strength.FAIR if found >= FAIR_BITS else Strength.WEAK


def _follows(plain: str, at: int) -> bool:
    """Whether the letter at that place is to be expected: a row's next, or part of something that stood there before."""
    if at == 0:
        return False
    before, here = plain[at - 1], plain[at]
    if before == here or any(f"{before}{here}" in row or f"{here}{before}" in row for row in ROWS):
        return True
    return at >= 2 and plain[at - 2 : at + 1] in plain[: at - 1]
