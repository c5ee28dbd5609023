# SPDX-License-Identifier: EUPL-1.2
"""A secret seed -> exact discrete Laplace noise; rationals and whole numbers only, never a float.

The seed holds 32 bytes from the operating system per talk, so the draw is as random as those; the
same set of talks expands to the same noise, and sealing it again after a crash tells nothing new.
Sampler: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithm 2.
"""

import hmac
from fractions import Fraction
from math import gcd

_REQUEST = 1024
"""Bytes drawn from the generator at a time; NIST allows 65,536 per request."""

_ONE = Fraction(1)


class Stream:
    """HMAC-DRBG with SHA-256 (NIST SP 800-90A, 10.1.2) over `seed`, read as whole numbers."""

    def __init__(self, seed: bytes) -> None:
        self._key, self._value = bytes(32), b"\x01" * 32
        self._pool, self._bits = 0, 0
        self._update(seed)

    def _hmac(self, message: bytes) -> bytes:
        return hmac.digest(self._key, message, "sha256")

    def _update(self, data: bytes) -> None:
        for mark in (b"\x00", b"\x01") if data else (b"\x00",):
            self._key = self._hmac(self._value + mark + data)
            self._value = self._hmac(self._value)

    def generate(self, size: int) -> bytes:
        """The next `size` bytes, one request of the standard."""
        out = b""
        while len(out) < size:
            self._value = self._hmac(self._value)
            out += self._value
        self._update(b"")
        return out[:size]

    def bits(self, count: int) -> int:
        """`count` random bits as a number below 2**count."""
        while self._bits < count:
            self._pool = self._pool << 8 * _REQUEST | int.from_bytes(self.generate(_REQUEST), "big")
            self._bits += 8 * _REQUEST
        self._bits -= count
        drawn = self._pool >> self._bits
        self._pool &= (1 << self._bits) - 1
        return drawn

    def below(self, bound: int) -> int:
        """A number in 0..bound-1, each equally likely (draws that are too large are thrown away)."""
        width = (bound - 1).bit_length()
        while (drawn := self.bits(width)) >= bound:
            pass
        return drawn


def bernoulli_exp(stream: Stream, gamma: Fraction) -> bool:
    """True with probability exp(-gamma), exactly; gamma >= 0."""
    while gamma > 1:
        if not bernoulli_exp(stream, _ONE):
            return False
        gamma -= 1
    top, bottom, k = gamma.numerator, gamma.denominator, 1
    while True:  # a coin of gamma / k in lowest terms; whole numbers, since a Fraction for each k takes longer than the draw
        common = gcd(top, bottom * k)
        if stream.below(bottom * k // common) >= top // common:
            return k % 2 == 1
        k += 1


def discrete_laplace(stream: Stream, scale: Fraction) -> int:
    """A whole number x with probability proportional to exp(-abs(x) / scale), exactly."""
    t, s = scale.numerator, scale.denominator
    while True:
        u = stream.below(t)
        if not bernoulli_exp(stream, Fraction(u, t)):
            continue
        v = 0
        while bernoulli_exp(stream, _ONE):
            v += 1
        size = (u + t * v) // s
        negative = stream.bits(1) == 1
        if negative and size == 0:  # zero would otherwise be drawn twice as often
            continue
        return -size if negative else size
