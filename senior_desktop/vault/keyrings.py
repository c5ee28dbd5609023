# SPDX-License-Identifier: EUPL-1.2
"""A vault's id and a secret -> kept by the computer's own key store, and read back.

Only five back ends are allowed, and we make them ourselves: keyring's automatic choice may fall to a
plain file, to `null`, or to whatever an environment variable names.
"""

import base64
import binascii
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeVar

from senior_desktop.errors import KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend
else:  # a name for annotations: a vault opened by its passphrase asks no key store, and does without 2 MB of it
    KeyringBackend = object

SERVICE = "seniorsamtale"
SECONDS = 20.0
"""A locked key store asks the user in a window of its own; after this long we show ours instead."""

ALLOWED = (
    ("WinVaultKeyring", "keyring.backends.Windows", "WinVaultKeyring"),
    ("macOS.Keyring", "keyring.backends.macOS", "Keyring"),
    ("SecretService", "keyring.backends.SecretService", "Keyring"),
    ("kwallet", "keyring.backends.kwallet", "DBusKeyring"),
    ("libsecret", "keyring.backends.libsecret", "Keyring"),
)
"""Name recorded in the device slot, module, class; tried in this order."""

T = TypeVar("T")


class Keyring(Protocol):
    """A place for one secret per vault. `name` is recorded, so that another place is never used unnoticed."""

    name: str

    def get(self, vault_id: str) -> bytes | None:
        """The secret of `vault_id`, or None. Raises KeyringUnavailable."""

    def put(self, vault_id: str, secret: bytes) -> None:
        """Keep `secret` (32 B) and read it back. Raises KeyringUnavailable."""

    def remove(self, vault_id: str) -> None:
        """Forget the secret of `vault_id`; nothing happens when there is none. Raises KeyringUnavailable."""


class Memory:
    """A keyring for tests and the demonstration: forgets all when the process ends."""

    name = "Memory"

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, vault_id: str) -> bytes | None:
        """See Keyring."""
        return self._secrets.get(vault_id)

    def put(self, vault_id: str, secret: bytes) -> None:
        """See Keyring."""
        self._secrets[vault_id] = secret

    def remove(self, vault_id: str) -> None:
        """See Keyring."""
        self._secrets.pop(vault_id, None)


class System:
    """One allowed back end of the operating system, asked in a thread with a time limit (`seconds`)."""

    def __init__(self, name: str, backend: KeyringBackend, service: str = SERVICE, seconds: float = SECONDS) -> None:
        self.name = name
        self._backend = backend
        self._service = service
        self._seconds = seconds

    def get(self, vault_id: str) -> bytes | None:
        """See Keyring. An entry that is not ours in form counts as none."""
        return _decoded(self._ask(lambda: self._backend.get_password(self._service, vault_id)))

    def put(self, vault_id: str, secret: bytes) -> None:
        """See Keyring. Base64, since Windows keeps text as UTF-16 and limits its length."""
        text = base64.b64encode(secret).decode()
        self._ask(lambda: self._backend.set_password(self._service, vault_id, text))
        if self.get(vault_id) != secret:
            raise KeyringUnavailable(backend=self.name)

    def remove(self, vault_id: str) -> None:
        """See Keyring. Looked up first: back ends disagree on what deleting nothing means."""
        if self._ask(lambda: self._backend.get_password(self._service, vault_id)) is None:
            return
        self._ask(lambda: self._backend.delete_password(self._service, vault_id))
        if self.get(vault_id) is not None:
            raise KeyringUnavailable(backend=self.name)

    def _ask(self, question: Callable[[], T]) -> T:
        """The back end's answer. Whatever it raises is the world's: its own errors, D-Bus', the system's."""
        try:
            fault = (answer := _in_thread(question)).exception(timeout=self._seconds)
        except TookTooLong as late:
            raise KeyringUnavailable(backend=self.name) from late
        if fault is not None:
            raise KeyringUnavailable(backend=self.name) from fault
        return answer.result()


def system_keyring(service: str = SERVICE, seconds: float = SECONDS) -> System | None:
    """The first allowed key store that answers on this computer, or None when there is none."""
    for name, module, kind in ALLOWED:
        backend_class = getattr(import_module(module), kind)
        # Asking for viability may start a service on the bus, so it gets the same time limit.
        viable = _in_thread(lambda asked=backend_class: bool(asked.viable))
        try:
            if viable.exception(timeout=seconds) is not None or not viable.result():
                continue
        except TookTooLong:
            continue
        backend = backend_class()
        if name == "WinVaultKeyring":
            backend.persist = "local machine"  # the default lets the entry roam with the profile
        return System(name, backend, service, seconds)
    return None


def _in_thread(question: Callable[[], T]) -> Future[T]:
    """`question` on its way in a daemon thread: one that never answers must not keep the program alive."""
    answer: Future[T] = Future()

    def ask() -> None:
        try:
            answer.set_result(question())
        except BaseException as fault:  # carried over to the thread that asked
            answer.set_exception(fault)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    return answer


def _decoded(text: str | None) -> bytes | None:
    """The bytes of a stored entry, or None when it is missing or not base64."""
    if text is None:
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
