# SPDX-License-Identifier: EUPL-1.2
"""What went wrong -> one named error, so that window and shell can say the same sentence.

Two kinds. The world's (`SeniorError`): the user can mend it; caught only in `ui/work.py` and `cli.py`,
which say the sentence found under `[errors]` in `translations/paper_<lang>.toml`. Ours (every other
exception): a bug; nothing is lost, and a report without content is offered.

    SeniorError
    |- VaultError      WrongPassphrase, WrongRecoverySheet, WeakPassphrase, VaultMissing, VaultExists,
    |                  VaultKeyMissing, VaultDamaged, VaultNewer, VaultInUse, VaultMoved,
    |                  KeyringUnavailable, BadFolder, NoRoom, EscrowRefused
    |- TalkError       WrongStage, NotTicked, NothingSaid, SomethingMissing
    |- TemplateFault   place, fault
    |- PackRefused     place, fault
    |- PaperError      PaperUnreadable, WrongSigner, CertificateExpired, KeyUnfit, CardUnreadable, ListRefused
    |- HandInError     TooFewTalks, NotDiscussed
    |- BatchRefused    file line and reason
    |- FileError       FileThere, FolderUnwritable, StaffFileRefused
    '- Forbidden       PortableForbidden, RemovableForbidden
"""


UNREAD_BOOK = ("no_workbook", "macros", "too_large")
"""Faults of a workbook that is not read at all."""


class SeniorError(Exception):
    """Something in the world that the user can mend.

    `facts` fill the placeholders of the sentence. They are written to logs and crash reports, so they
    hold only counts, places in a file and codes: never a name, an answer or a path.
    """

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        super().__init__(", ".join(f"{name}={value}" for name, value in facts.items()))

    @property
    def key(self) -> str:
        """Name of the sentence under `[errors]` in the word catalogue: the class's own name."""
        return type(self).__name__


class VaultError(SeniorError):
    """The place where talks are kept cannot be opened, made or written."""


class WrongPassphrase(VaultError):
    """The passphrase does not open this vault; nothing was written."""


class WrongRecoverySheet(VaultError):
    """The digits are not those of this vault's sheet; `group` (1-8) names a mistyped group, 0 none."""


class WeakPassphrase(VaultError):
    """Shorter than the policy's minimum of `least` characters, or of fewer than six different ones."""


class VaultMissing(VaultError):
    """There is no vault in the data folder yet."""


class VaultExists(VaultError):
    """A new vault was asked for where one lies already; it was not touched."""


class VaultKeyMissing(VaultError):
    """The computer's key store has no (or no longer the) key; the passphrase or sheet opens it. reason: why (`slots.by_device`)."""

    @property
    def key(self) -> str:
        """Another sentence where it is another key store than last time."""
        return f"{super().key}_other_store" if self.facts.get("reason") == "other_store" else super().key


class VaultDamaged(VaultError):
    """The key is right and the file is not whole."""


class BackupDamaged(VaultError):
    """A file is no backup, or not whole; nothing was changed."""


class VaultNewer(VaultError):
    """Written by a newer version of the program; nothing was touched."""


class VaultInUse(VaultError):
    """Another copy of the program has the vault open."""


class KeyringUnavailable(VaultError):
    """No allowed key store answered, or it did not give back what was written. backend: its name, "none" where there is none."""

    @property
    def key(self) -> str:
        """Another sentence where the computer has none that is safe."""
        return f"{super().key}_none" if self.facts.get("backend") == "none" else super().key


class VaultMoved(VaultError):
    """The talks were moved to another computer, which alone may hand in counts to HR from then on."""


class EscrowRefused(VaultError):
    """The municipality's key for emergencies cannot be read, or it is not the one of this vault."""


class BadFolder(VaultError):
    """The data folder lies on a network drive or in a synchronised folder."""


class NoRoom(VaultError):
    """The disk is full; what was saved before is kept."""


class TalkError(SeniorError):
    """The conversation is not where this step needs it to be."""


class WrongStage(TalkError):
    """The step asked for does not follow from the stage `stage`."""


class NotTicked(TalkError):
    """"I have read ..." was not ticked, or no signature was given."""


class NothingSaid(TalkError):
    """Neither agreement nor disagreement was given before the paper was to be made."""


class SomethingMissing(TalkError):
    """The name or the date is missing, which a paper cannot be without."""


class TemplateFault(SeniorError):
    """A template, catalogue or indicator file is not as it must be: `place` in the file ("" for the whole), `fault`, a code."""

    @property
    def key(self) -> str:
        """A sentence of its own for a workbook that cannot be read, and for one of its cells ("Temaer!F3")."""
        if self.facts["fault"] in UNREAD_BOOK and not self.facts["place"]:
            return f"{super().key}_file"
        return f"{super().key}_cell" if "!" in str(self.facts["place"]) else super().key


class PackRefused(SeniorError):
    """A pack from HR is foreign, damaged, older or against a rule: `place` in it ("" for the whole) and `fault`, a code."""

    @property
    def key(self) -> str:
        """A sentence of its own for what is wrong with the whole file; else one that names the place."""
        return super().key if self.facts["place"] else f"{super().key}_{self.facts['fault']}"


class PaperError(SeniorError):
    """A document cannot be made, signed or read."""


class PaperUnreadable(PaperError):
    """Not a PDF, damaged, too large, or a password is needed."""


class WrongSigner(PaperError):
    """The key at hand is not the one this paper names."""


class CertificateExpired(PaperError):
    """The signer's certificate is past its date."""


class KeyUnfit(PaperError):
    """A key that was given cannot sign our papers: `fault`, a code."""


class CardUnreadable(PaperError):
    """The card, its driver or its PIN: `fault`, a code."""


class ListRefused(PaperError):
    """A list of seals is altered, or not signed by HR's known seal; nothing was taken from it."""


class HandInError(SeniorError):
    """Counts cannot be handed in to HR yet."""


class TooFewTalks(HandInError):
    """`waiting` talks wait, `missing` are missing, `least` are needed."""


class NotDiscussed(HandInError):
    """The municipality has not entered when the counts were discussed in HovedMED."""


class BatchRefused(SeniorError):
    """A file for HR is foreign, damaged or altered: `line` (1-based, 0 = whole file) and `reason`, a code."""


class FileError(SeniorError):
    """A file could not be written where the user wished."""


class FileThere(FileError):
    """A file of that name lies there already and was not overwritten."""


class StaffFileRefused(FileError):
    """A list of staff cannot be read in. reason: a code (`conversation/staff_file.py`), each with a sentence of its own."""

    @property
    def key(self) -> str:
        """One sentence for each reason; the class's own says that it is no list."""
        return super().key if self.facts["reason"] == "not_a_list" else f"{super().key}_{self.facts['reason']}"


class OnHold(TalkError):
    """The talk is held back from deletion: an access request or a dispute."""


class NoMunicipality(SeniorError):
    """Totals are a municipality's: its name is missing, or holds signs that a file of figures cannot."""


class AlreadyHandedIn(SeniorError):
    """This half-year's counts are handed in; the next talks go into the next one. period: "2026H2"."""


class FolderUnwritable(FileError):
    """The folder cannot be written."""


class Forbidden(SeniorError):
    """IT has not allowed it (policy)."""


class PortableForbidden(Forbidden):
    """The program asks to keep its data beside itself (`portable.flag`) and AllowPortable is 0."""


class RemovableForbidden(Forbidden):
    """A file was to be saved on a removable drive and AllowRemovableExport is 0; nothing was written."""
